"""Whether a message is in one of the languages, other than English, that people write most.

Told by the words that carry grammar there, which even short questions hold: a message may well be
made of those and of names that every language has ("was verdient man als ML engineer").
"""

from collections.abc import Sequence
from typing import Final

from bot.engine.words import STOP_WORDS

LEAST_WORDS: Final = 2
LEAST_SHARE: Final = 0.35
"""So many different words, and such a share of a message, must be those of one language."""

# Without single letters, which may be anything ("i b an mle w/o uni").
_GRAMMAR: Final = tuple(
    frozenset(words.split())
    for words in (
        # German
        "ich du er wir ihr der die das den dem ein eine einen einer ist sind war bin hat "
        "haben wird werde werden kann können muss soll nicht und oder aber auch für mit von "
        "zu zum zur im auf als man was wer wie wo wann warum welche welcher viel es brauche "
        "gibt macht guten hallo",
        # Spanish
        "yo tú él ella el la los las un una unos es son soy está están ser estar qué que cómo "
        "como cuánto cuanto cuánta cuanta cuándo cuando dónde donde por para con sin de del "
        "al pero no se me mi su hay puedo necesito quiero tengo hola más gana",
        # Portuguese
        "eu você ele ela os as um uma são sou está ser que como quanto quando onde porque "
        "para com sem de do da dos das no na ou mas não se me meu sua há posso preciso quero "
        "tenho olá mais ganha em",
        # French
        "je tu il elle nous vous le la les un une des du de est sont suis être ce que qui "
        "quoi comment combien quand où pourquoi pour avec sans et ou mais ne pas se mon ma "
        "peut faut dans sur bonjour plus gagne quel quelle",
        # Italian
        "io tu lui lei il lo la gli le un uno una sono essere che chi come quanto quando dove "
        "perché per con senza di del della ma non si mi mio posso devo voglio ciao più nel "
        "guadagna quale",
        # Dutch
        "ik jij je hij zij wij de het een is zijn ben wat wie hoe hoeveel waar wanneer waarom "
        "welke voor met zonder van en of maar niet mijn kan moet wil heb heeft er ook nog "
        "naar verdient worden",
        # Polish
        "ja ty on ona jest są być co kto jak ile kiedy gdzie dlaczego czy dla bez na lub ale "
        "nie się mój mogę muszę chcę mam do po to zarabia zostać",
        # Turkish
        "ben sen biz siz bir bu şu ve veya ama için ile mi mı mu mü ne nasıl kaç nerede neden "
        "hangi var yok değil gerekli gerek lazım kadar olarak olmak",
        # Indonesian
        "saya kamu dia kami apa siapa bagaimana berapa kapan dimana kenapa mengapa untuk "
        "dengan dari dan atau tapi tidak bisa harus ini itu adalah yang jadi menjadi gaji",
        # Swedish, Danish and Norwegian
        "jag jeg du han hun hon vi det den en ett et är er som vad hvad hva hvem hur hvor "
        "hvordan när varför hvorfor för med och og eller men inte ikke kan ska skal måste har "
        "på av til",
    )
)


def is_foreign(tokens: Sequence[str]) -> bool:
    """Whether a message of these words is in one of those languages rather than in English."""
    words = frozenset(tokens)
    least = max(LEAST_WORDS, LEAST_SHARE * len(tokens))
    return any(
        len(held) >= least
        and len(held - STOP_WORDS) >= LEAST_WORDS
        and len(held) > len((words & STOP_WORDS) - held)
        for held in map(words.intersection, _GRAMMAR)
    )
