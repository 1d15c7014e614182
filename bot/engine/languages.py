"""Which of the languages that people write most a message, or a knowledge, is in.

Told by the words that carry grammar there, which even short questions hold: a message may well be
made of those and of names that every language has ("was verdient man als ML engineer").
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from bot.engine.text import is_word, tokenize
from bot.engine.vectors import english_words
from bot.engine.words import STOP_WORDS

ENGLISH: Final = "english"
OTHER: Final = "other"
"""Any language that is not known by name."""

_ENGLISH_SHARE: Final = 0.8
"""Share of a knowledge's words from which it is in English; mostly 0.98 or 0.3."""

_JARGON_SHARE: Final = 0.5
"""The same where no other language's grammar is found, as in keywords and terms."""

_LEAST_GRAMMAR: Final = 0.1
"""Share of its words that carry the grammar of the language it is in."""

LEAST_WORDS: Final = 2
LEAST_SHARE: Final = 0.35
"""So many different words, and such a share of a message, must be those of one language."""

# Without single letters, which may be anything ("i b an mle w/o uni").
_GRAMMAR: Final = {
    language: frozenset(words.split())
    for language, words in {
        "german": (
            "ich du er wir ihr der die das den dem ein eine einen einer ist sind war bin hat "
            "haben wird werde werden kann können muss soll nicht und oder aber auch für mit von "
            "zu zum zur im auf als man was wer wie wo wann warum welche welcher viel es brauche "
            "gibt macht guten hallo"
        ),
        "spanish": (
            "yo tú él ella el la los las un una unos es son soy está están ser estar qué que cómo "
            "como cuánto cuanto cuánta cuanta cuándo cuando dónde donde por para con sin de del "
            "al pero no se me mi su hay puedo necesito quiero tengo hola más gana"
        ),
        "portuguese": (
            "eu você ele ela os as um uma são sou está ser que como quanto quando onde porque "
            "para com sem de do da dos das no na ou mas não se me meu sua há posso preciso quero "
            "tenho olá mais ganha em"
        ),
        "french": (
            "je tu il elle nous vous le la les un une des du de est sont suis être ce que qui "
            "quoi comment combien quand où pourquoi pour avec sans et ou mais ne pas se mon ma "
            "peut faut dans sur bonjour plus gagne quel quelle"
        ),
        "italian": (
            "io tu lui lei il lo la gli le un uno una sono essere che chi come quanto quando dove "
            "perché per con senza di del della ma non si mi mio posso devo voglio ciao più nel "
            "guadagna quale"
        ),
        "dutch": (
            "ik jij je hij zij wij de het een is zijn ben wat wie hoe hoeveel waar wanneer waarom "
            "welke voor met zonder van en of maar niet mijn kan moet wil heb heeft er ook nog "
            "naar verdient worden"
        ),
        "polish": (
            "ja ty on ona jest są być co kto jak ile kiedy gdzie dlaczego czy dla bez na lub ale "
            "nie się mój mogę muszę chcę mam do po to zarabia zostać"
        ),
        "turkish": (
            "ben sen biz siz bir bu şu ve veya ama için ile mi mı mu mü ne nasıl kaç nerede neden "
            "hangi var yok değil gerekli gerek lazım kadar olarak olmak"
        ),
        "indonesian": (
            "saya kamu dia kami apa siapa bagaimana berapa kapan dimana kenapa mengapa untuk "
            "dengan dari dan atau tapi tidak bisa harus ini itu adalah yang jadi menjadi gaji"
        ),
        "scandinavian": (  # Swedish, Danish and Norwegian
            "jag jeg du han hun hon vi det den en ett et är er som vad hvad hva hvem hur hvor "
            "hvordan när varför hvorfor för med och og eller men inte ikke kan ska skal måste har "
            "på av til"
        ),
    }.items()
}


def is_foreign(tokens: Sequence[str]) -> bool:
    """Whether a message of these words is in one of those languages rather than in English."""
    words = frozenset(tokens)
    least = max(LEAST_WORDS, LEAST_SHARE * len(tokens))
    return any(
        len(held) >= least
        and len(held - STOP_WORDS) >= LEAST_WORDS
        and len(held) > len((words & STOP_WORDS) - held)
        for held in map(words.intersection, _GRAMMAR.values())
    )


def tell_language(texts: Iterable[Sequence[str]]) -> str:
    """The name of the language that most of some tokenised texts are in."""
    counts = Counter(word for tokens in texts for word in tokens if is_word(word))
    english = sum(count for word, count in counts.items() if word in english_words())
    if english >= _ENGLISH_SHARE * counts.total():
        return ENGLISH
    grammar = {ENGLISH: STOP_WORDS} | {
        language: frozenset(tokenize(" ".join(words))) for language, words in _GRAMMAR.items()
    }
    said = {name: sum(counts[word] for word in words) for name, words in grammar.items()}
    best = max(said, key=said.__getitem__)
    if best != ENGLISH and said[best] >= _LEAST_GRAMMAR * counts.total():
        return best
    return ENGLISH if english >= _JARGON_SHARE * counts.total() else OTHER
