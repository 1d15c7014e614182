"""Knowledge in another language than English."""

import pytest

from bot.engine.engine import Engine
from bot.engine.entries import Entry, SmallTalk
from bot.engine.matching.index import Index
from bot.engine.replies import Fallback
from bot.engine.tables.archive import pack, unpack
from tests.engine.small_conversations import answered, ask

CLUB = (
    Entry(
        "spielabend",
        "Wann ist Spielabend?",
        "Freitags ab 19 Uhr.",
        ("um wie viel Uhr geht es los", "an welchem Tag trefft ihr euch", "Termin Vereinsabend"),
    ),
    Entry(
        "spiellokal",
        "Wo ist das Spiellokal?",
        "In der Gartenstraße.",
        ("wo trefft ihr euch", "Anfahrt zum Bürgerhaus", "Adresse vom Verein"),
    ),
    Entry(
        "mitgliedsbeitrag",
        "Was kostet die Mitgliedschaft?",
        "60 Euro im Jahr.",
        ("wie hoch ist der Beitrag", "was zahlt man als Mitglied", "Jahresbeitrag"),
    ),
    Entry(
        "jugendtraining",
        "Wann ist Training für Kinder?",
        "Am Mittwoch um 17 Uhr.",
        ("gibt es am Mittwoch Training", "Schach für jüngere Kinder", "Jugendgruppe"),
    ),
    Entry(
        "verpflegung",
        "Gibt es etwas zu essen?",
        "Getränke und Brötchen.",
        ("kann man ein Bier trinken", "ist das Essen erlaubt", "Verpflegung"),
    ),
    Entry(
        "turnier",
        "Wann ist das nächste Turnier?",
        "Im Mai.",
        ("Anmeldung zum Turnier", "Blitzturnier", "wie melde ich mich jetzt an"),
    ),
)
SMALL_TALK = (
    SmallTalk("hallo", ("hallo", "guten Tag", "moin"), "Hallo!"),
    SmallTalk("krise", ("ich kann nicht mehr", "ich will nicht mehr leben"), "Ruf bitte an."),
)


@pytest.fixture(scope="module")
def club() -> Engine:
    return Engine(CLUB, small_talk=SMALL_TALK)


def read(engine: Engine, text: str) -> str:
    return " ".join(engine.index.prepare(text).tokens)


@pytest.mark.parametrize(
    "text",
    [
        "da dem r u ur",
        "wer ist der dritten spater gerne auf der seite rechts",
        "mein hund sagt nein und macht die kleine wieder wach",
        "letzte woche war urlaub",
        "wissen mussen besser hier",
    ],
)
def test_ordinary_words_stay_as_they_are(club: Engine, text: str) -> None:
    query = club.index.prepare(text)

    assert query.tokens == tuple(text.split())
    assert not query.repairs


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mitgleidschaft", "mitgliedschaft"),
        ("trainig", "training"),
        ("spiel abend", "spielabend"),
        ("juengere kinder", "jungere kinder"),
        ("Buergerhaus", "burgerhaus"),
        ("turnieranmeldung", "turnier anmeldung"),
        ("mitgliedsbeitrag", "mitglied beitrag"),
    ],
    ids=["swapped", "dropped", "apart", "umlaut", "umlaut alone", "compound", "joint"],
)
def test_what_the_knowledge_calls_so_is_repaired(club: Engine, typed: str, meant: str) -> None:
    assert read(club, typed) == meant


@pytest.mark.parametrize("entry", CLUB, ids=lambda entry: entry.id)
@pytest.mark.parametrize(
    "frame",
    [
        "Kannst du mir sagen: {}",
        "Sorry für die blöde Frage, aber {}",
        "Hallo zusammen, weiß jemand: {}",
        "{} Danke schon mal und liebe Grüße",
    ],
)
def test_politeness_hides_no_question(club: Engine, frame: str, entry: Entry) -> None:
    assert answered(ask(club, frame.format(entry.question))) == [entry.id]


@pytest.mark.parametrize(
    "question",
    ["Nehmt ihr am Stadtfest teil?", "Darf mein Hund mit?", "Wie spät ist es in Tokio?"],
)
def test_words_of_grammar_answer_nothing(club: Engine, question: str) -> None:
    assert isinstance(ask(club, question), Fallback)


@pytest.mark.parametrize("remark", ["ja", "nein", "mehr", "doch", "noch mehr"])
def test_a_particle_after_an_answer_is_no_question(club: Engine, remark: str) -> None:
    reply = ask(club, "Was kostet die Mitgliedschaft?", remark)

    assert isinstance(reply, Fallback)
    assert not reply.small_talk


@pytest.mark.parametrize("text", ["was", "wo?"])
def test_a_word_that_only_asks_is_no_question_by_itself(club: Engine, text: str) -> None:
    assert isinstance(ask(club, text), Fallback)


def test_a_word_that_only_asks_is_answered_where_it_is_a_phrasing() -> None:
    reasons = Entry("gruende", "Warum gibt es den Verein?", "Aus Freude.", ("warum", "Zweck"))

    assert answered(ask(Engine((*CLUB, reasons)), "Warum?")) == ["gruende"]


@pytest.mark.parametrize("text", ["ich kann nicht mehr", "ich kann einfach nicht mehr"])
def test_several_particles_may_say_something(club: Engine, text: str) -> None:
    reply = ask(club, text)

    assert isinstance(reply, Fallback)
    assert reply.small_talk == "Ruf bitte an."


@pytest.mark.parametrize(
    ("question", "entry_id"),
    [
        ("Wo trefft ihr euch denn so?", "spiellokal"),
        ("An welchem Tag trefft ihr euch denn?", "spielabend"),
    ],
)
def test_by_what_is_asked_entries_are_told_apart(
    club: Engine, question: str, entry_id: str
) -> None:
    assert answered(ask(club, question)) == [entry_id]


def test_a_kept_index_reads_its_language_as_before(club: Engine) -> None:
    kept = Index.from_parts(*unpack(pack(*club.index.to_parts())))
    query, again = (index.prepare("juengere Kinder am Mittwoch") for index in (club.index, kept))

    assert again.tokens == query.tokens
    assert kept.score(again).top(3) == club.index.score(query).top(3)
    assert kept.find_repeated(again) == club.index.find_repeated(query)


def test_a_language_without_known_grammar_is_read_by_its_letters() -> None:
    engine = Engine(
        (
            Entry("nyitva", "Mikor vagytok nyitva?", "Este.", ("nyitvatartás", "zárás ideje")),
            Entry("bérlet", "Mennyibe kerül a bérlet?", "Húsz.", ("bérlet ára", "havi díj")),
        )
    )

    assert answered(ask(engine, "nyitvatartas")) == ["nyitva"]
    assert answered(ask(engine, "mennyi a bérlet ára")) == ["bérlet"]
    assert read(engine, "da dem ur") == "da dem ur"
