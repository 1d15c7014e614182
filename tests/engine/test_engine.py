"""The engine over a small knowledge base: outcomes, qualifiers, turns, ambient mode."""

import subprocess
import sys
from dataclasses import replace

import pytest

from bot.engine.conversation import Conversation
from bot.engine.deciding.sentences import OTHER_UNANSWERED
from bot.engine.deciding.unasked import LOWEST
from bot.engine.engine import Engine
from bot.engine.entries import Entry, Gap, Qualifier, QualifierValue, SmallTalk, Vocabulary
from bot.engine.replies import Answer, Clarification, Fallback, Mode, Silence
from bot.engine.wording.courtesies import Courtesy
from bot.errors import UnknownEntryError
from bot.render import render_reply
from tests.engine.small_knowledge import ENTRIES, VOCABULARY, make_engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    return make_engine()


def ask(engine: Engine, *turns: str, mode: Mode = Mode.DIRECT) -> object:
    """The reply to the last of several turns of one conversation."""
    conversation = Conversation()
    reply: object = None
    for turn in turns:
        reply, conversation = engine.reply(turn, conversation=conversation, mode=mode)
    return reply


def answered(reply: object) -> list[str]:
    """The ids of the entries that a reply answers with; empty for any other outcome."""
    return [entry.id for entry in reply.answers] if isinstance(reply, Answer) else []


@pytest.mark.parametrize(
    ("query", "entry_id"),
    [
        ("what does a gardener earn in india", "pay-india"),
        ("gardner salery in india", "pay-india"),
        ("GDNR WAGE USA", "pay-us"),
        ("what wage does a gardener get in the US?", "pay-us"),
        ("équipment för gardeners", "tools"),
        ("when are roses pruned 🌹🌹", "roses"),
        ("ｓｏｉｌ ｆｏｒ ｔｏｍａｔｏｅｓ", "soil"),
        ("whendoicutmyroses", "roses"),
        ("lol tbh when do i cut my roses ngl", "roses"),
    ],
)
def test_questions_in_other_words_are_answered(engine: Engine, query: str, entry_id: str) -> None:
    assert answered(ask(engine, query)) == [entry_id]


LANGUAGES = {
    "Hindi": {
        "दिन कब है?": "day",
        "दान कब है?": "gift",
        "काम कैसे मिलेगा?": "work",
        "कम कैसे मिलेगा?": "less",
    },
    "Tamil": {
        "கால் எங்கே?": "leg",
        "கோல் எங்கே?": "stick",
        "நூலகம் எப்போது திறக்கும்?": "library",
    },
    "Thai": {
        "ข้าว ราคาเท่าไร": "rice",
        "ข่าว ราคาเท่าไร": "news",
        "ห้องสมุดเปิดกี่โมง": "library",
    },
}
"""Questions in languages whose vowels are marks, some of which nothing else tells apart."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_whose_vowels_are_marks_are_told_apart(language: str) -> None:
    ids = LANGUAGES[language]
    engine = Engine([Entry(i, question, "Answer.") for question, i in ids.items()])

    assert {question: answered(ask(engine, question)) for question in ids} == {
        question: [i] for question, i in ids.items()
    }


def test_one_word_in_hindi_finds_its_entry() -> None:
    ids = LANGUAGES["Hindi"]
    engine = Engine([Entry(i, question, "Answer.") for question, i in ids.items()])

    assert answered(ask(engine, "दान")) == ["gift"]
    assert answered(ask(engine, "दिन")) == ["day"]


@pytest.mark.parametrize(
    "query",
    ["", "   ", "🌹", "???", "asdkjh qwelkj zxcmn", "wie wird das wetter heute", "x" * 4000],
)
def test_noise_gets_a_fallback(engine: Engine, query: str) -> None:
    reply = ask(engine, query)

    assert isinstance(reply, Fallback)
    assert 0 <= reply.score < engine.thresholds.threshold


@pytest.mark.parametrize(
    "query",
    [
        "wie schneidet man roses im herbst",
        "cuánto gana un jardinero en india",
        "gardener salary kitni hoti hai",
        "когда обрезать розы",
        "庭師の給料はいくらですか",
        "माली कितना कमाता है",
        "தோட்டக்காரர் சம்பளம் எவ்வளவு",
        "qwoeiu zxmnb pay india",
    ],
)
def test_what_nobody_can_read_is_said_to_be_so(engine: Engine, query: str) -> None:
    reply = ask(engine, query)

    assert isinstance(reply, Fallback)
    assert reply.courtesy == Courtesy.UNREADABLE
    assert reply.suggestions or reply.examples
    assert isinstance(ask(engine, query, mode=Mode.AMBIENT), Silence)


@pytest.mark.parametrize(
    ("query", "entry_ids"),
    [
        ("do my zorpex roses need pruning in winter", ["roses"]),
        ("zorpex", []),
        ("gardener salary in the usa, Quuxly told me to ask", ["pay-us"]),
    ],
    ids=["one name", "only a name", "a name in a story"],
)
def test_a_name_is_no_other_language(engine: Engine, query: str, entry_ids: list[str]) -> None:
    reply = ask(engine, query)

    assert answered(reply) == entry_ids
    assert not (isinstance(reply, Fallback) and reply.courtesy)


def test_a_foreign_country_is_named_as_missing(engine: Engine) -> None:
    reply = ask(engine, "what does a gardener earn in Germany?")

    assert isinstance(reply, Fallback)
    assert "Germany" in reply.missing
    assert "India" in reply.missing
    assert {entry.id for entry in reply.suggestions} >= {"pay-india", "pay-us"}


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("become a gardener in India", "start"),
        ("tools in India", "tools"),
        ("are roses pruned by gardeners in India", "roses"),
    ],
)
def test_what_is_asked_of_a_known_country_is_suggested_before_what_else_is_known_of_it(
    engine: Engine, query: str, first: str
) -> None:
    reply = ask(engine, query)

    assert isinstance(reply, Fallback)
    assert reply.missing == "I have nothing on that for India."
    assert reply.suggestions[0].id == first


def test_of_a_part_of_a_known_country_that_country_is_suggested_alone(engine: Engine) -> None:
    reply = ask(engine, "what does a gardener earn in Texas")

    assert isinstance(reply, Fallback)
    assert reply.missing == (
        "I have nothing about Texas in particular, only about the United States."
    )
    assert reply.suggestions[0].id == "pay-us"
    assert "pay-india" not in {entry.id for entry in reply.suggestions}


def test_of_an_unknown_trade_what_is_known_of_the_named_country_comes_first(engine: Engine) -> None:
    reply = ask(engine, "plumber salary india")

    assert isinstance(reply, Fallback)
    assert "plumbers" in reply.missing
    assert reply.suggestions[0].id == "pay-india"


def test_where_a_place_is_not_covered_those_that_are_come_first(engine: Engine) -> None:
    reply = ask(engine, "gardener pay, roses and tools in Norway")

    assert isinstance(reply, Fallback)
    assert "Norway" in reply.missing
    assert {entry.id for entry in reply.suggestions[:2]} == {"pay-india", "pay-us"}


def test_a_gap_that_is_asked_about_elsewhere_is_named_rather_than_the_place(
    engine: Engine,
) -> None:
    reply = ask(engine, "what does a spade cost in Germany?")

    assert isinstance(reply, Fallback)
    assert reply.missing == "I do not know what tools cost."


def test_a_country_that_is_not_asked_about_is_denied(engine: Engine) -> None:
    reply = ask(engine, "I'm not asking about the US, what does a gardener earn in India")

    assert [entry.id for entry in reply.entries] == ["pay-india"]


def test_a_foreign_profession_is_named_as_missing(engine: Engine) -> None:
    reply = ask(engine, "what does a nurse earn?")

    assert isinstance(reply, Fallback)
    assert "nurse" in reply.missing


def test_where_somebody_comes_from_does_not_narrow(engine: Engine) -> None:
    assert answered(ask(engine, "I am a nurse, how do I become a gardener?")) == ["start"]


def test_a_gap_says_what_is_not_known(engine: Engine) -> None:
    reply = ask(engine, "what is the price of a spade?")

    assert isinstance(reply, Fallback)
    assert reply.missing == "I do not know what tools cost."
    assert [entry.id for entry in reply.suggestions] == ["tools"]


def test_how_much_something_is_asks_for_its_price(engine: Engine) -> None:
    reply = ask(engine, "how much is a spade?")

    assert isinstance(reply, Fallback)
    assert reply.missing == "I do not know what tools cost."


def test_small_talk_gets_a_kind_line(engine: Engine) -> None:
    reply = ask(engine, "thanks a lot!")

    assert isinstance(reply, Fallback)
    assert reply.small_talk == "You are welcome!"


def test_small_talk_is_not_said_to_its_denial() -> None:
    praise = SmallTalk("praise", ("that was helpful", "very clever", "a good tip"), "Glad to hear!")
    doubt = SmallTalk("doubt", ("i am not sure about that", "not sure"), "Fair enough.")
    engine = Engine(ENTRIES, small_talk=(praise, doubt))
    lines = [
        getattr(ask(engine, text), "small_talk", None)
        for text in ("that was helpful", "that was never a clever tip", "i am really not sure")
    ]

    assert lines == ["Glad to hear!", "", "Fair enough."]


def test_thanks_name_no_keyword() -> None:
    indeed = Entry("indeed", "What is Indeed?", "A job site.", ("indeed",))

    assert answered(ask(Engine((*ENTRIES, indeed)), "indeed")) == ["indeed"]
    assert not answered(ask(Engine((*ENTRIES, indeed)), "many thanks indeed"))


def test_small_talk_gets_its_line_however_much_of_it_is_known() -> None:
    talk = [SmallTalk(f"talk-{n}", (f"hi {n * 111} times", f"ahoy {n}"), "Hm.") for n in range(20)]
    engine = Engine(ENTRIES, small_talk=[SmallTalk("hello", ("hi",), "Hello!"), *talk])
    reply = ask(engine, "hi")

    assert isinstance(reply, Fallback)
    assert reply.small_talk == "Hello!"


def test_two_questions_get_two_answers_in_order(engine: Engine) -> None:
    reply = ask(engine, "When should roses be pruned and which soil do tomatoes like?")

    assert answered(reply) == ["roses", "soil"]


@pytest.mark.parametrize(
    "message",
    [
        "1) when do i prune my roses 2) what soil do tomatoes want",
        "a) when do i prune my roses b) what soil do tomatoes want",
        "Season of rose pruning please. Oh and what soil do tomatoes want?",
    ],
    ids=["numbers", "letters", "a request and a question"],
)
def test_of_several_questions_the_first_two_are_answered(engine: Engine, message: str) -> None:
    reply = engine.reply(message)[0]

    assert answered(reply) == ["roses", "soil"]
    assert reply.missing == ""


@pytest.mark.parametrize(
    ("third", "missing"),
    [
        ("do i need a spade?", "I answer two questions at a time"),
        ("need a spade?", "I answer two questions at a time"),
        ("who won the football cup?", "other question"),
        ("how expensive are rakes?", "what tools cost"),
        ("and when are roses cut?", ""),
    ],
)
def test_of_three_questions_it_is_said_what_comes_of_the_last(
    engine: Engine, third: str, missing: str
) -> None:
    reply = ask(engine, f"when do i prune my roses? what soil do tomatoes want? {third}")

    assert answered(reply) == ["roses", "soil"]
    assert missing in reply.missing
    assert bool(reply.missing) == bool(missing)
    assert render_reply(reply, {}).endswith(reply.missing)


@pytest.mark.parametrize(
    ("message", "entry_id", "missing"),
    [
        ("When should roses be pruned? And who won the football cup?", "roses", "other question"),
        ("What does a gardener earn in the US? And what in Germany?", "pay-us", "about Germany"),
        ("What does a gardener earn in Germany? When should roses be pruned?", "roses", "Germany"),
        ("When should roses be pruned? How expensive are rakes?", "roses", "what tools cost"),
        ("What do rakes cost and when should roses be pruned?", "roses", "what tools cost"),
    ],
    ids=["unknown", "narrowed", "the first", "gap", "a brief first"],
)
def test_of_two_questions_the_one_that_is_left_open_is_named(
    engine: Engine, message: str, entry_id: str, missing: str
) -> None:
    reply = ask(engine, message)

    assert answered(reply) == [entry_id]
    assert isinstance(reply, Answer)
    assert missing in reply.missing
    assert render_reply(reply, {}).endswith(reply.missing)


def test_what_came_to_nothing_is_understood_by_its_own_words(engine: Engine) -> None:
    first, conversation = engine.reply("When should roses be pruned?")
    reply, conversation = engine.reply(
        "how much do they earn in Germany", conversation=conversation
    )
    after, _ = engine.reply("and in india?", conversation=conversation)

    assert isinstance(first, Answer)
    assert isinstance(reply, Fallback)
    assert reply.understanding.query == "how much do they earn in Germany"
    assert answered(after) == ["pay-india"]


@pytest.mark.parametrize(
    ("message", "mode"),
    [
        ("When should roses be pruned and cut?", Mode.DIRECT),
        ("When should roses be pruned? Any ideas?", Mode.DIRECT),
        ("When should roses be pruned? And who won the football cup?", Mode.AMBIENT),
    ],
    ids=["one question", "an appeal", "overheard"],
)
def test_nothing_is_said_to_be_open(engine: Engine, message: str, mode: Mode) -> None:
    reply = ask(engine, message, mode=mode)

    assert not isinstance(reply, Answer) or reply.missing == ""


def test_a_name_that_one_answer_alone_holds_is_a_keyword() -> None:
    steps = Entry("join", "How do I join the beta?", "Open Flatseal and follow its steps.")
    index = make_engine((*ENTRIES, steps)).index

    assert index.is_keyword_of(index.prepare("flatseal"), len(ENTRIES))
    assert not index.is_keyword_of(index.prepare("steps"), len(ENTRIES))


@pytest.mark.parametrize("name", ["bokashi", "secateurs"])
def test_a_name_that_one_entry_alone_is_asked_for_finds_it(name: str) -> None:
    balcony = Entry(
        "balcony",
        f"Is {name} allowed on the balcony?",
        "It is.",
        ("what may stand on the balcony", "balcony rules"),
    )
    selling = Entry("shop", "What does the shop sell?", f"Seeds, pots and {name}.", ("shop range",))
    asked_too = Entry("shop", f"Does the shop sell {name}?", "It does.", ("shop range",))

    def find(other: Entry) -> list[str]:
        return answered(ask(make_engine((*ENTRIES, balcony, other), threshold=0.2), name))

    assert find(selling) == ["balcony"]
    assert find(asked_too) != ["balcony"]


def test_a_box_may_be_skipped_where_the_knowledge_speaks_of_that() -> None:
    pause = Entry(
        "pause", "Can I pause my plant box?", "Up to three.", ("skip a box", "box holiday")
    )
    engine = make_engine((*ENTRIES, pause), threshold=0.2)

    assert answered(ask(engine, "how many boxes can you skip in a row")) == ["pause"]


def test_an_article_is_no_part_of_the_word_behind_it() -> None:
    away = Entry("away", "Who waters while I am away?", "We do.", ("away in summer",))
    engine = make_engine((*ENTRIES, away))

    query = engine.index.prepare("is there a way to cut roses")

    assert query.tokens[2:4] == ("a", "way")


def test_a_form_of_a_usual_word_is_no_slip_of_a_more_usual_one() -> None:
    query = make_engine(ENTRIES).index.prepare("is molding allowed with my roses")

    assert "molding" in query.tokens


def test_a_doubled_letter_is_a_slip_though_an_ending_is_left() -> None:
    query = make_engine(ENTRIES).index.prepare("why is my rose not comming up")

    assert "coming" in query.tokens


def test_a_keyword_is_for_the_entry_that_is_all_about_it() -> None:
    use = Entry(
        "use", "What is mulch good for?", "It keeps soil wet.", ("why mulch", "mulching the beds")
    )
    shop = Entry("shop", "Where do I buy mulch?", "Here.", ("mulch shop", "mulch delivery"))
    engine = make_engine((*ENTRIES, use, shop), ambiguity_threshold=0.07)

    assert answered(ask(engine, "mulch?")) == ["use"]


def test_the_sentence_that_asks_is_found_in_a_post(engine: Engine) -> None:
    story = (
        "Last year we bought a house with an old shed, and my neighbour gave me his shears and a "
        "rake before he moved away to the sea with his dog. The kids love it here. "
        "When should roses be pruned? Thank you all, this server has been wonderful to read."
    )

    assert answered(ask(engine, story)) == ["roses"]


@pytest.mark.parametrize(
    ("turns", "entry_id"),
    [
        (("what does a gardener earn in the US?", "and in india?"), "pay-india"),
        (("what does a gardener earn in India?", "no, I meant the US"), "pay-us"),
        (("what does a gardener earn in India?", "when are roses pruned?"), "roses"),
        (("gardener salary in Germany", "and in india?"), "pay-india"),
        (("when are roses pruned?", "asdf qwer", "which soil do tomatoes like"), "soil"),
    ],
)
def test_turns_are_completed_by_the_ones_before(
    engine: Engine, turns: tuple[str, ...], entry_id: str
) -> None:
    assert answered(ask(engine, *turns)) == [entry_id]


def test_a_follow_up_to_another_country_is_not_passed_off(engine: Engine) -> None:
    reply = ask(engine, "what does a gardener earn in India?", "and in germany?")

    assert isinstance(reply, Fallback)
    assert "Germany" in reply.missing


def test_a_choice_by_number_opens_what_was_offered(engine: Engine) -> None:
    assert answered(ask(engine, "what does a gardener earn in India?", "2")) == ["tools"]


@pytest.mark.parametrize("more", ["tell me more", "yes", "no", "what else?"])
def test_asking_for_more_offers_what_may_follow(engine: Engine, more: str) -> None:
    reply = ask(engine, "what does a gardener earn in India?", more)

    assert isinstance(reply, Clarification)
    assert [entry.id for entry in reply.choices] == ["pay-us", "tools"]


def test_context_does_not_pile_up(engine: Engine) -> None:
    _, conversation = engine.reply("what does a gardener earn in India?")
    reply, conversation = engine.reply("and in the US?", conversation=conversation)

    assert reply.understanding.query == "What does a gardener earn in the US?"
    assert conversation.turns[-1].query == "What does a gardener earn in the US?"


def test_what_can_be_skipped_is_not_what_is_needed(engine: Engine) -> None:
    assert answered(ask(engine, "which tools do I not need?")) == []
    assert answered(ask(engine, "can I skip the gardening tools?")) == []


def test_a_choice_in_words_opens_what_was_offered(engine: Engine) -> None:
    reply, conversation = engine.reply("gardener salary")
    assert isinstance(reply, Clarification)

    chosen, _ = engine.reply("the india one", conversation=conversation)

    assert answered(chosen) == ["pay-india"]


@pytest.mark.parametrize(
    "message",
    [
        "my wage came in today lol",
        "how are you?",
        "off to the garden",
        "@fern are roses hard?",
        "🌹",
    ],
)
def test_chatter_meets_silence(engine: Engine, message: str) -> None:
    assert isinstance(ask(engine, message, mode=Mode.AMBIENT), Silence)


@pytest.mark.parametrize(
    ("message", "entry_id"),
    [
        (
            "which soil do tomatoes like, mine are dying on the balcony next to the kids bikes",
            "soil",
        ),
        (
            "when should climbing roses be cut back, mine are dying on the balcony next to the "
            "kids bikes and the old sofa from my aunt",
            "roses",
        ),
    ],
)
def test_the_clause_that_asks_may_be_near_enough_by_itself(
    engine: Engine, message: str, entry_id: str
) -> None:
    assert answered(ask(engine, message, mode=Mode.AMBIENT)) == [entry_id]


def test_a_clear_question_for_anyone_is_answered_unasked(engine: Engine) -> None:
    reply = ask(engine, "does anyone know when roses should be pruned?", mode=Mode.AMBIENT)

    assert answered(reply) == ["roses"]


@pytest.mark.parametrize(
    ("message", "entry_id"),
    [
        ("I want to prune my roses, when should I do that?", "roses"),
        ("which gardening tools would you recommend?", "tools"),
        ("hi all, which tools does a gardener need these days", "tools"),
        ("I am new here, how do you become a gardener?", "start"),
    ],
)
def test_that_and_would_you_do_not_keep_it_silent(
    engine: Engine, message: str, entry_id: str
) -> None:
    assert answered(ask(engine, message, mode=Mode.AMBIENT)) == [entry_id]


@pytest.mark.parametrize(
    "message",
    [
        "do i need a shovel?",
        "how do i get rid of moles in gardens?",
    ],
)
def test_an_entry_that_says_too_little_of_a_question_is_not_volunteered(message: str) -> None:
    engine = make_engine(threshold=0.05)
    reply = ask(engine, message)

    assert answered(reply)
    assert reply.score > LOWEST.raise_threshold(engine.thresholds.threshold)
    assert isinstance(ask(engine, message, mode=Mode.AMBIENT), Silence)
    assert answered(ask(engine, "when do roses bloom?", mode=Mode.AMBIENT)) == ["roses"]


def test_a_phrasing_of_one_word_is_not_volunteered_for_more_than_it_names() -> None:
    straw = Entry("straw", "Do I need straw?", "Straw keeps beds warm.", ("straw", "is straw good"))
    engine = make_engine((straw, *ENTRIES), threshold=0.05)

    for text in ("do we need straw?", "can anyone tell me how straw works?"):
        assert answered(ask(engine, text, mode=Mode.AMBIENT)) == ["straw"]
    assert isinstance(ask(engine, "do we need straw for friday?", mode=Mode.AMBIENT), Silence)


def test_a_survey_of_members_is_no_phrasing_that_leaves_them_out() -> None:
    shears = Entry("shears", "Do I need shears?", "Yes.", ("experience with shears",))
    engine = Engine([shears, *ENTRIES])

    message = "does anyone have experience with shears?"

    assert answered(ask(engine, message)) == ["shears"]
    assert isinstance(ask(engine, message, mode=Mode.AMBIENT), Silence)


@pytest.mark.parametrize("message", ["how is life", "how are things going?"])
def test_nobody_who_only_greets_gets_an_answer(message: str) -> None:
    plain = Engine(ENTRIES, vocabulary=VOCABULARY, threshold=0.01)

    assert isinstance(ask(plain, message), Fallback)


def test_a_greeting_gets_the_entry_that_is_about_greetings() -> None:
    introduction = Entry("who", "Who are you?", "I am a bot.", utterances=("hello", "hi bot"))
    engine = Engine((*ENTRIES, introduction), vocabulary=VOCABULARY, threshold=0.01)

    assert answered(ask(engine, "hello there!")) == ["who"]


def test_a_reply_carries_its_best_matches_in_order(engine: Engine) -> None:
    reply, _ = engine.reply("which soil do tomatoes like?")

    scores = [match.score for match in reply.matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert reply.matches[0].score == pytest.approx(reply.score)


def test_an_entry_is_opened_by_its_id(engine: Engine) -> None:
    reply, conversation = engine.open("pay-india")

    assert answered(reply) == ["pay-india"]
    assert [entry.id for entry in reply.suggestions] == ["pay-us", "tools"]
    assert conversation.turns[-1].answered == ("pay-india",)


def test_an_id_that_is_gone_is_an_error(engine: Engine) -> None:
    with pytest.raises(UnknownEntryError):
        engine.open("gone")


def test_thresholds_can_be_set_by_hand() -> None:
    entries = [Entry("a", "What is a spade?", "A tool.")]

    reply, _ = Engine(entries, threshold=1.0).reply("spade thing maybe")

    assert isinstance(reply, Fallback)


def test_an_explanation_names_words_and_thresholds(engine: Engine) -> None:
    reply, _ = engine.reply("gardner salery in india", explain=True)

    assert reply.explanation is not None
    details = dict(reply.explanation.details)
    assert "threshold" in details
    assert "qualifier" in details
    reasons = {reason.entry_id: reason for reason in reply.explanation.matches}
    assert "salary" in dict(reasons["pay-india"].words)
    assert reasons["pay-india"].ruled_out == ""
    assert "is about us" in reasons["pay-us"].ruled_out


@pytest.mark.parametrize(
    ("typed", "first"),
    [("pruned ro", "roses"), ("soil f", "soil"), ("tomat", "soil"), ("how do i bec", "start")],
)
def test_completion_finds_entries_for_what_is_typed_so_far(
    engine: Engine, typed: str, first: str
) -> None:
    assert engine.complete(typed)[0].id == first


def test_completion_forgives_slips(engine: Engine) -> None:
    assert engine.complete("tomatos")[0].id == "soil"
    assert engine.complete("prunning")[0].id == "roses"


def test_completion_of_nothing_offers_what_others_lead_to(engine: Engine) -> None:
    assert engine.complete("", limit=1)[0].id == "tools"


def test_importing_the_engine_pulls_in_no_discord() -> None:
    code = "import sys, bot.engine.engine; print(sorted({'discord','aiohttp'} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("message", "entry_id"),
    [
        ("we run a shop in leeds, which tools does a gardener need", "tools"),
        ("my aunt is a nurse, how do I become a gardener", "start"),
        ("I flew to brazil once, what does a gardener earn in india", "pay-india"),
    ],
)
def test_what_is_told_around_a_question_does_not_narrow_it(
    engine: Engine, message: str, entry_id: str
) -> None:
    assert answered(ask(engine, message)) == [entry_id]


@pytest.mark.parametrize(
    "message",
    [
        "I live in brazil, what does a gardener earn",
        "my aunt is a nurse, what does she earn",
        "my friend works in brazil, what do gardeners earn there",
    ],
)
def test_where_the_speaker_is_and_what_is_pointed_at_narrow_it(
    engine: Engine, message: str
) -> None:
    assert answered(ask(engine, message)) == []


def test_two_questions_that_fit_about_equally_are_both_answered() -> None:
    engine = make_engine(ambiguity_threshold=0.9)
    reply = ask(engine, "which tools does a gardener need? and when should roses be pruned?")

    assert answered(reply) == ["tools", "roses"]


def test_what_an_answer_leads_to_anyway_is_not_asked_back_about() -> None:
    spade = ("which spade is good", "a good spade", "spade shopping")
    rake = ("which rake is good", "a good rake", "rake shopping")
    leading = Entry("spade", "Which spade should I buy?", "This.", spade, (), ("soil", "rake"))
    apart = replace(leading, follow_ups=())
    others = (
        Entry("rake", "Which rake should I buy?", "That.", rake),
        Entry("soil", "Is peat any good?", "No."),
    )
    question = "which good spade should I buy"
    thresholds = {"threshold": 0.2, "ambiguity_threshold": 0.8}
    reply = ask(Engine((leading, *others), **thresholds), question)

    assert answered(ask(Engine((apart, *others), **thresholds), question)) == []
    assert answered(reply) == ["spade"]
    assert [entry.id for entry in reply.suggestions] == ["rake", "soil"]
    overheard = ask(Engine((leading, *others), **thresholds), question, mode=Mode.AMBIENT)
    assert answered(overheard) == ["spade"]


@pytest.mark.parametrize(
    ("message", "entry_ids"),
    [
        ("do i need botany and carpentry?", ["botany", "carpentry"]),
        ("is carpentry and botany needed", ["carpentry", "botany"]),
        ("do i need hedges and fences?", ["hedges"]),
    ],
    ids=["at the end", "in the middle", "a pair that one entry is about"],
)
def test_two_things_that_and_joins_are_answered_one_by_one(
    message: str, entry_ids: list[str]
) -> None:
    skills = (
        Entry("botany", "Do I need botany?", "Some.", ("is botany needed", "botany skills")),
        Entry("carpentry", "Do I need carpentry?", "A bit.", ("is carpentry needed", "wood work")),
        Entry("hedges", "Do I need hedges and fences?", "Both.", ("hedges and fences",)),
        Entry("fences", "Which fences last?", "Oak.", ("oak fences", "fences of steel")),
    )
    engine = make_engine((*ENTRIES, *skills), threshold=0.3, ambiguity_threshold=0.05)

    assert answered(ask(engine, message)) == entry_ids


def test_money_is_named_in_repaired_words_as_well(engine: Engine) -> None:
    assert "earn" in engine.index.prepare("how mcuh do gardeners make").tokens


def test_us_is_not_always_a_country() -> None:
    helping = Entry("help", "What can a gardener do for you?", "Dig.", ("what do gardeners offer",))
    reply = ask(make_engine((*ENTRIES, helping)), "what can a gardener do for us")

    assert answered(reply) == ["help"]


def test_what_is_known_of_nobody_is_not_known_of_a_company() -> None:
    engine = make_engine()
    reply = ask(engine, "what does a spade from Amazon cost")

    assert isinstance(reply, Fallback)
    assert reply.missing == "I do not know what tools cost."


@pytest.mark.parametrize(
    ("query", "entry_ids"),
    [
        ("how many plants does one need", ["soil"]),
        ("which shop sells shears and roses", ["tools", "roses"]),
        ("which shears are sold in the us", ["tools", "pay-us"]),
    ],
)
def test_behind_the_nearest_only_what_was_named_is_suggested(
    garden: Engine, query: str, entry_ids: list[str]
) -> None:
    reply = ask(garden, query)

    assert isinstance(reply, Fallback)
    assert [entry.id for entry in reply.suggestions] == entry_ids


def test_noise_is_not_said_to_be_understood(engine: Engine) -> None:
    reply = ask(engine, "hola cuanto gana un jardinero")

    assert isinstance(reply, Fallback)
    assert reply.understanding.repairs == ()
    assert reply.understanding.query == "hola cuanto gana un jardinero"


@pytest.mark.parametrize(
    ("message", "entry_ids"),
    [
        ("when should roses be pruned and what soil do i need?", ["roses", "soil"]),
        ("which soil do tomatoes like and when do i prune?", ["soil", "roses"]),
        ("which soil do tomatoes like and do i need a rake?", ["soil", "tools"]),
    ],
)
def test_of_two_questions_the_second_may_be_short(
    engine: Engine, message: str, entry_ids: list[str]
) -> None:
    assert answered(ask(engine, message)) == entry_ids


@pytest.mark.parametrize("second", ["and which taxes?", "and how much tax?"])
def test_a_short_second_question_is_about_the_country_of_the_first(second: str) -> None:
    taxes = (
        Entry("tax-india", "Which taxes does a gardener pay in India?", "Few.", ("indian tax",)),
        Entry("tax-us", "Which taxes does a gardener pay in the US?", "Some.", ("american tax",)),
    )
    engine = make_engine((*ENTRIES, *taxes))

    india = ask(engine, f"what does a gardener earn in India, {second}")
    us = ask(engine, f"what does a gardener earn in the US, {second}")

    assert answered(india) == ["pay-india", "tax-india"]
    assert answered(us) == ["pay-us", "tax-us"]


@pytest.mark.parametrize(
    "row", ["i am ", "more details ", "thanks again ", "cool ", "tell me more about ", "!", "\n"]
)
@pytest.mark.parametrize("mode", Mode)
def test_rows_of_the_same_words_come_to_an_end(engine: Engine, row: str, mode: Mode) -> None:
    _, conversation = engine.reply("which tools are needed?")
    message = 4_000 // len(row) * row + "roses"

    reply, _ = engine.reply(message, conversation=conversation, mode=mode)  # or this never ends

    assert 0 <= reply.score <= 1


def test_a_keyword_is_no_reaction_where_an_entry_is_all_about_it() -> None:
    classes = Entry("class", "When is the class?", "On Mondays.", ("class", "class schedule"))

    reply, _ = Engine((*ENTRIES, classes)).reply("class")

    assert isinstance(reply, Answer)
    assert [entry.id for entry in reply.answers] == ["class"]


def test_an_overheard_second_question_leans_on_the_first(engine: Engine) -> None:
    reply, _ = engine.reply(
        "how do i become a nurse and which tools are needed?", mode=Mode.AMBIENT
    )

    assert isinstance(reply, Silence)


def test_what_is_known_of_one_of_two_countries_is_told(engine: Engine) -> None:
    reply = ask(engine, "what does a gardener earn in India and in Germany?")

    assert answered(reply) == ["pay-india"]
    assert isinstance(reply, Answer)
    assert "Germany" in reply.missing


def test_a_country_held_against_a_foreign_one_is_not_answered_alone(engine: Engine) -> None:
    reply = ask(engine, "does a gardener earn more in India or in Germany?")

    assert isinstance(reply, Fallback)
    assert "Germany" in reply.missing


def test_a_remark_gets_no_entry(engine: Engine) -> None:
    assert isinstance(ask(engine, "i hate my roses"), Fallback)
    assert answered(ask(engine, "i hate pruning roses, when do i have to")) == ["roses"]


def test_who_apologises_and_names_something_asks_about_it() -> None:
    sorry = SmallTalk("sorry", ("sorry", "sorry sorry roses", "oh sorry"), "No problem!")
    engine = Engine(ENTRIES, vocabulary=VOCABULARY, small_talk=(sorry,))

    assert answered(ask(engine, "which soil do tomatoes like?", "sorry, roses")) == ["roses"]


@pytest.mark.parametrize(
    "message",
    [
        "what does a gardener earn in canada, not india?",
        "not india, what does a gardener earn in canada?",
        "what does a gardener earn in germany except india and the us?",
    ],
)
def test_values_that_are_denied_are_in_no_list(engine: Engine, message: str) -> None:
    assert isinstance(ask(engine, message), Fallback)


@pytest.mark.parametrize(
    "message", ["gardener pay in india and in germany", "gardener salary in germany & india"]
)
def test_half_of_a_short_question_is_answered_too(engine: Engine, message: str) -> None:
    assert answered(ask(engine, message)) == ["pay-india"]


def test_a_lesson_is_not_what_an_entry_about_the_thing_gives() -> None:
    index = make_engine().index
    assert "teach" in index.prepare("can you teach me gardening").tokens
    assert "teach" not in index.prepare("can you teach me how to prune roses").tokens


@pytest.mark.parametrize(
    ("nearest", "offered"), [(None, True), (("start",), True), ((), False)], ids=str
)
def test_a_gap_offers_nothing_where_its_keeper_says_so(
    nearest: tuple[str, ...] | None, offered: bool
) -> None:
    gap = Gap("cost", ("what do tools cost", "price of a spade"), "I know no prices.", nearest)
    engine = Engine(ENTRIES, vocabulary=VOCABULARY, gaps=(gap,), threshold=0.15)
    reply = ask(engine, "what does a spade cost")

    assert isinstance(reply, Fallback)
    assert reply.missing == "I know no prices."
    assert bool(reply.suggestions) is offered
    assert not reply.examples


def test_a_gap_is_hedged_where_an_entry_is_nearly_as_near() -> None:
    gap = Gap("cost", ("what do tools cost", "price of a spade"), "I know no prices.", ("start",))
    engine = Engine(ENTRIES, vocabulary=VOCABULARY, gaps=(gap,), threshold=0.15)
    plain = ask(engine, "what does a spade cost")
    torn = ask(engine, "gardening tools and their price")

    assert isinstance(plain, Fallback)
    assert isinstance(torn, Fallback)
    assert (plain.missing, torn.missing) == (
        "I know no prices.",
        "I know no prices. Or did you mean something else?",
    )
    assert [entry.id for entry in plain.suggestions] == ["start"]
    assert [entry.id for entry in torn.suggestions] == ["tools", "start"]


def test_a_gap_is_not_told_of_to_who_names_nothing() -> None:
    gap = Gap("lessons", ("can i do it from home", "lessons from home"), "There are no lessons.")
    engine = Engine(ENTRIES, vocabulary=VOCABULARY, gaps=(gap,), threshold=0.05)

    for message, missing in [("can i do it", ""), ("can i do it from home", gap.missing)]:
        reply = ask(engine, message)
        assert isinstance(reply, Fallback)
        assert reply.missing == missing


def test_what_has_not_two_sides_cannot_be_turned_round(engine: Engine) -> None:
    assert isinstance(ask(engine, "when should roses be pruned?", "and vice versa?"), Fallback)


def test_a_place_beside_its_country_is_answered_with_the_country(engine: Engine) -> None:
    reply = ask(engine, "gardener pay in Bangalore, India")

    assert answered(reply) == ["pay-india"]
    assert isinstance(reply, Answer)
    assert "Bangalore" in reply.missing
    assert isinstance(ask(engine, "does Bangalore pay more than India"), Fallback)
    assert isinstance(ask(engine, "gardener pay in India", "in Bangalore only"), Fallback)


OWNED = (
    Entry(
        "yellow",
        "Why are my roses yellow?",
        "They lack iron.",
        ("yellow roses", "roses turn yellow", "my roses are getting yellow leaves"),
    ),
    Entry(
        "deliver",
        "Do you deliver roses?",
        "Within the city.",
        ("rose delivery", "delivery of roses", "can you bring roses"),
    ),
)


@pytest.mark.parametrize(
    ("query", "entry_ids"),
    [
        ("why are my roses yellow?", ["yellow"]),
        ("why do my roses turn yellow?", ["yellow"]),
        ("why was my rose delivery late?", []),
        ("are our roses delivered?", []),
    ],
)
def test_what_is_overheard_of_somebody_s_own_is_answered_where_a_title_says_my(
    query: str, entry_ids: list[str]
) -> None:
    engine = Engine((*ENTRIES, *OWNED), vocabulary=VOCABULARY, threshold=0.2)

    assert answered(ask(engine, query, mode=Mode.AMBIENT)) == entry_ids


def test_what_is_overheard_of_an_unknown_name_is_left_alone(engine: Engine) -> None:
    query = "which soil do tomatoes from {} like?"

    assert answered(ask(engine, query.format("there"), mode=Mode.AMBIENT)) == ["soil"]
    assert answered(ask(engine, query.format("Gardenbuddy"), mode=Mode.AMBIENT)) == []


def test_what_somebody_has_already_is_no_answer_to_what_else_they_need() -> None:
    entries = (
        *ENTRIES,
        Entry(
            "rake", "Do I need a rake?", "Yes.", ("a rake", "rakes", "i have a rake", "own rake")
        ),
        Entry("all", "What do I need?", "Much.", ("what else do i need", "things i am missing")),
    )
    engine = Engine(entries, vocabulary=VOCABULARY, threshold=0.15)

    assert answered(ask(engine, "I have a rake, what else do I need here?")) == ["all"]
    assert answered(ask(engine, "I have a rake, do I need a rake?")) == ["rake"]


def test_who_is_cited_is_not_who_is_asked_about() -> None:
    vocabulary = replace(
        VOCABULARY,
        qualifiers=(
            *VOCABULARY.qualifiers,
            Qualifier(
                "source",
                "source",
                (QualifierValue("miller", "Miller's book", ("miller",)),),
                strict=False,
            ),
        ),
    )
    author = Gap(
        "author",
        ("who is miller", "how old is miller", "miller", "what does miller say about himself"),
        "Of Miller I know nothing.",
    )
    books = Entry("books", "Which books are quoted here?", "Miller's alone.", ("list of books",))
    engine = Engine((*ENTRIES, books), vocabulary=vocabulary, gaps=(author,))
    about = ask(engine, "how old is miller")

    assert isinstance(about, Fallback)
    assert about.missing == "Of Miller I know nothing."
    assert answered(ask(engine, "what does miller say about pruning roses")) == ["roses"]
    assert answered(ask(engine, "does miller say I need a spade")) == ["tools"]


def test_a_short_form_may_be_written_with_blanks() -> None:
    entries = (
        Entry("kits", "Which machine learning kits are there?", "Two.", ("ml kits", "kits for ml")),
        Entry("rest", "Which other kits are there?", "None.", ("other kits", "kits for the rest")),
    )
    engine = Engine(entries, vocabulary=Vocabulary(abbreviations={"ml": "machine learning"}))

    assert answered(ask(engine, "which m l kits do you know")) == ["kits"]


def test_the_second_question_is_about_what_the_first_was_not() -> None:
    entries = (
        Entry("single", "What does one rose cost?", "Five.", ("how much", "rose price", "cost")),
        Entry("bunch", "What does a bunch cost?", "Forty.", ("bunch price", "price of the bunch")),
        *ENTRIES[2:],
    )
    engine = Engine(entries, threshold=0.1, ambiguity_threshold=0.5)
    alone = ask(engine, "how much is the bunch?")

    assert isinstance(alone, Clarification)
    assert {entry.id for entry in alone.entries} == {"single", "bunch"}
    both = ask(engine, "how much is one rose and how much is the bunch?")
    assert answered(both) == ["single", "bunch"]


def test_a_knowledge_in_another_language_reads_words_that_it_does_not_use() -> None:
    entries = (
        Entry(
            "rosen",
            "Wann schneidet man Rosen?",
            "Im Winter.",
            ("rosen schneiden", "wann soll ich meine rosen stutzen", "rosenschnitt im garten"),
        ),
        Entry(
            "werkzeug",
            "Welches Werkzeug braucht ein Gärtner?",
            "Einen Spaten.",
            ("werkzeuge", "brauche ich einen spaten", "womit arbeitet ein gärtner"),
        ),
    )
    reply = ask(Engine(entries), "wann müsste ich denn meine rosen stutzen")

    assert answered(reply) == ["rosen"]


def test_what_counts_beside_a_question_is_explained(engine: Engine) -> None:
    story = "My grandmother left me her garden with forty roses. They grow wild. Is that bad?"
    reply, _ = engine.reply(story, explain=True)

    assert reply.explanation is not None
    beside = [text for label, text in reply.explanation.details if label.startswith("counted")]
    assert any("roses" in text for text in beside)


def test_what_is_overheard_word_for_word_as_a_keeper_wrote_it_is_answered() -> None:
    lift = Entry(
        "lift",
        "Can someone pick me up?",
        "A van does.",
        ("will you fetch me", "lift to the garden", "can someone fetch me from the station"),
    )
    engine = Engine((*ENTRIES, lift), vocabulary=VOCABULARY, threshold=0.2)

    for query in ("Can someone pick me up?", "can someone fetch me from the station"):
        assert answered(ask(engine, query, mode=Mode.AMBIENT)) == ["lift"]
    assert answered(ask(engine, "can someone pick me up on friday?", mode=Mode.AMBIENT)) == []


@pytest.mark.parametrize(
    ("short", "wordy"),
    [
        ("pruning roses", "so when would it be that one should have the roses in here pruned"),
        ("soil tomatoes", "what is it that they would like for a soil to be for the tomatoes"),
    ],
)
def test_words_of_grammar_make_nothing_less_sure(engine: Engine, short: str, wordy: str) -> None:
    few, many = (engine.index.score(engine.index.prepare(text)) for text in (short, wordy))

    assert many.top(1)[0][0] == few.top(1)[0][0]
    assert many.confidence >= 0.9 * few.confidence


def test_a_half_that_only_holds_the_other_against_something_keeps_nobody_silent() -> None:
    verbs = "pruned cut trimmed clipped shortened".split()
    ways = tuple(f"when should roses be {verb} {n}" for verb in verbs for n in range(12))
    roses = Entry("roses", "When should roses be pruned?", "Late in winter.", ways)
    others = [entry for entry in ENTRIES if entry.id != "roses"]
    engine = Engine((roses, *others), vocabulary=VOCABULARY, threshold=0.1)
    query = "when should roses be pruned or is a hippopotamus lazy?"

    assert answered(ask(engine, query, mode=Mode.AMBIENT)) == ["roses"]
    assert answered(ask(engine, query.replace(" or is", " if"), mode=Mode.AMBIENT)) == []


@pytest.mark.parametrize(
    "query", ["when are roses typically pruned", "roses pruned when realistically?"]
)
def test_hedges_keep_nobody_silent(query: str) -> None:
    verbs = "pruned cut trimmed clipped shortened".split()
    ways = tuple(f"when should roses be {verb} {n}" for verb in verbs for n in range(12))
    roses = Entry("roses", "When should roses be pruned?", "Late in winter.", ways)
    others = [entry for entry in ENTRIES if entry.id != "roses"]
    engine = Engine((roses, *others), vocabulary=VOCABULARY, threshold=0.1)

    assert answered(ask(engine, query, mode=Mode.AMBIENT)) == ["roses"]


@pytest.mark.parametrize(
    ("query", "entry_id"),
    [
        ("What does a gardener earn and when do I cut my roses?", "roses"),
        ("do i need a spade, and what is a gardener wage?", "tools"),
    ],
)
def test_a_question_that_may_mean_several_things_is_not_dropped_without_a_word(
    garden: Engine, query: str, entry_id: str
) -> None:
    reply, _ = garden.reply(query)

    assert isinstance(reply, Answer)
    assert [entry.id for entry in reply.answers] == [entry_id]
    assert reply.missing == OTHER_UNANSWERED
