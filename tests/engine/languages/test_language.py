"""The languages that a knowledge is told to be in, and what is known of them."""

import pytest

from bot.engine.languages.foreign_language import ForeignLanguage
from bot.engine.languages.language import find_language
from bot.engine.languages.language_detection import tell_language
from bot.engine.languages.language_words import list_languages
from bot.engine.lexical.text import tokenize

PHRASINGS = {
    "english": ("opening hours", "when are you open?", "what is it per month"),
    "partly english": ("kubectl drain", "etcd snapshot restore", "helm upgrade", "nginx tls"),
    "german": ("Öffnungszeiten", "Wann habt ihr offen?", "Was kostet das im Monat?"),
    "spanish": ("Horario de apertura", "¿Cuándo abrís?", "cuánto cuesta al mes"),
    "portuguese": ("Horário de funcionamento", "Quando abrem?", "quanto custa por mês"),
    "french": ("horaires d'ouverture", "quand ouvrez-vous ?", "c'est combien par mois"),
    "italian": ("Orari di apertura", "Quando siete aperti?", "quanto costa al mese"),
    "dutch": ("Openingstijden", "Wanneer zijn jullie open?", "wat kost het per maand"),
    "polish": ("godziny otwarcia", "kiedy otwieracie", "ile kosztuje abonament"),
    "other": ("nyitvatartás", "mikor vagytok nyitva", "mennyibe kerül a bérlet"),
}

find = ForeignLanguage.find


@pytest.mark.parametrize(("language", "phrasings"), PHRASINGS.items(), ids=PHRASINGS)
def test_a_language_is_told_from_phrasings(language: str, phrasings: tuple[str, ...]) -> None:
    assert find_language(tell_language(map(tokenize, phrasings))).name == language


def test_english_beside_another_language_is_told_from_english_alone() -> None:
    both = (*PHRASINGS["english"], "Wann habt ihr offen?")

    assert find_language(tell_language(map(tokenize, both))).name == "partly english"


def test_a_language_that_nobody_has_named_is_not_found() -> None:
    with pytest.raises(ValueError, match="germann"):
        find_language("germann")


@pytest.mark.parametrize(
    ("language", "asked", "plain"),
    [
        ("german", "Hallo zusammen, kannst du mir sagen: wann ist Training?", "wann ist training"),
        ("german", "Weiß jemand, wo man parkt? Danke im Voraus", "wo man parkt"),
        ("spanish", "Buenas tardes, ¿alguien sabe cuándo abrís? Gracias", "cuando abris"),
        ("portuguese", "Oi pessoal, alguém sabe quando abrem?", "quando abrem"),
        ("french", "Bonjour à tous, quelqu'un sait où c'est ? Merci d'avance", "ou c est"),
        ("italian", "Ciao a tutti, qualcuno sa dove siete? Grazie mille", "dove siete"),
        ("dutch", "Hallo allemaal, weet iemand waar het is? Alvast bedankt", "waar het is"),
        ("german", "Hallo zusammen", "hallo zusammen"),
        ("german", "Danke dir", "danke dir"),
    ],
)
def test_what_only_says_that_it_asks_falls_away(language: str, asked: str, plain: str) -> None:
    told = find(language)

    assert told.drop_frames(told.tokenize(asked)) == plain.split()


def test_what_an_apostrophe_joins_is_read_apart() -> None:
    assert find("french").tokenize("L’abonnement d'été") == [
        "l",
        "abonnement",
        "d",
        "ete",
    ]
    assert find("italian").tokenize("dell'abbonamento") == ["dell", "abbonamento"]
    assert find("german").tokenize("wie geht's") == ["wie", "gehts"]


def test_umlauts_are_alike_however_they_are_typed() -> None:
    german = find("german")

    assert german.fold("juengere") == tokenize("jüngere")[0]
    assert german.fold("neue") == "neue"
    assert find("french").fold("bouee") == "bouee"


def test_every_language_that_is_told_has_its_grammar() -> None:
    for language in list_languages():
        told = find(language)

        assert told.asking
        assert told.particles
