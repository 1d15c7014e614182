"""English as a knowledge's language, of which far more is known than of any other."""

from collections.abc import Callable, Container, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Final

from bot.engine.languages.abbreviations import Abbreviations
from bot.engine.languages.contractions import part_contractions
from bot.engine.languages.framing import drop_frame
from bot.engine.languages.language_detection import ENGLISH, PARTLY_ENGLISH, is_foreign
from bot.engine.languages.money import name_price
from bot.engine.languages.slang import replace_slang
from bot.engine.languages.spelling import Speller
from bot.engine.languages.texting import drop_fillers, expand_chat_spellings
from bot.engine.languages.usage import Usage
from bot.engine.languages.vectors import english_words
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import STOP_WORDS, content_words
from bot.engine.names.places import drop_us
from bot.engine.tables.arrays import Floats

_UNREADABLE_SHARE: Final = 0.25
_UNREADABLE_WORDS: Final = 2
"""Of a query nothing is understood where it holds so many words that nobody knows.

One is a name or a slip; such a share of several is another language or noise.
"""

_TELLING_INTERROGATIVES: Final = frozenset("who whom whose when where why".split())
_MEASURES: Final = frozenset("much many long often far big old".split())
""" "How much is it?" asks something else than "how is it?", which "is it?" may stand for."""

_GRAMMAR_SHARE: Final = 0.7
"""What a word that carries grammar counts, where another counts as much as it says."""


@dataclass(frozen=True, slots=True, eq=False)
class English:
    """The words of English, which carry grammar or have a meaning."""

    partly: bool = False
    """Whether it stands among terms of a trade, or beside another language."""

    stop_words: ClassVar[Set[str]] = STOP_WORDS
    articles: ClassVar[Set[str]] = frozenset(("a", "an", "the"))
    columns: ClassVar[Mapping[str, int]] = {
        word: number for number, word in enumerate(sorted(STOP_WORDS))
    }
    has_meanings: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """What it is found by."""
        return PARTLY_ENGLISH if self.partly else ENGLISH

    def read(
        self,
        text: str,
        abbreviations: Abbreviations,
        *,
        telling: Container[str],
        spelt: Container[str],
        is_used: Callable[[str], bool] | None = None,
    ) -> list[str]:
        """The words of `text` without what only frames and colours it, and without text-speak.

        A contraction is no short form of the knowledge's.
        """
        tokens = drop_us(tokenize(part_contractions(text, abbreviations.words)))
        if is_used is not None:
            tokens = replace_slang(tokens, is_used)
        tokens = drop_frame(drop_fillers(tokens, telling))
        return self.spell_out(expand_chat_spellings(tokens, spelt), abbreviations)

    def spell_out(self, tokens: Sequence[str], abbreviations: Abbreviations) -> list[str]:
        """`tokens` with what "how much" leaves out, and with short forms in full."""
        return abbreviations.spell_out(name_price(tokens))

    def make_speller(self, usage: Usage, protected: Sequence[str]) -> Speller:
        """Repairs towards the words of a knowledge and of English."""
        return Speller(usage, english_words(), protected=protected)

    def is_unreadable(self, text: str, tokens: Sequence[str], speller: Speller) -> bool:
        """Whether a query is in another language than English, or noise.

        Of a knowledge that is not all in English one cannot tell, as it uses few of its other
        language's words.
        """
        if self.partly:
            return False
        unknown = list(dict.fromkeys(speller.list_unknown(tokens)))
        if len(tokens) == len(unknown) == 1:
            return not unknown[0].isascii()  # a whole sentence, in a script without blanks
        many = len(unknown) >= max(_UNREADABLE_WORDS, _UNREADABLE_SHARE * len(tokens))
        return many or is_foreign(tokenize(text), used=speller.used)

    def is_mere_grammar(self, _tokens: Sequence[str]) -> bool:
        """Never so: what English says without a subject is told in other ways."""
        return False

    def find_content(self, tokens: Sequence[str]) -> list[str]:
        """The tokens that are no stop words."""
        return content_words(tokens)

    def find_subject(self, words: Sequence[str]) -> list[str]:
        """The subject words, with what is asked of them: how much it is and who does it differ."""
        subject = {word for word in words if word not in STOP_WORDS}
        if not subject:
            return []
        frames = {word for word in words if word in _TELLING_INTERROGATIVES}
        frames |= {
            f"how {after}"
            for word, after in pairwise(words)
            if word == "how" and after in _MEASURES
        }
        return [*sorted(frames), *sorted(subject)]

    def share(self, word: str) -> float:
        """A little less than others for a word that carries grammar."""
        return _GRAMMAR_SHARE if word in STOP_WORDS else 1.0

    def point(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """Where each word's meaning points, and how much the word says."""
        return english_words().point(words)

    def add_up(self, tokens: Sequence[str]) -> Floats:
        """The sum of the meanings of `tokens`."""
        return english_words().add_up(tokens)
