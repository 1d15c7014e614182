"""The words of a text as the index compares them: phrasings and queries are read alike."""

from collections.abc import Callable, Container, Sequence

from bot.engine.abbreviations import Abbreviations
from bot.engine.framing import drop_frame
from bot.engine.grammar import Grammar
from bot.engine.money import name_price
from bot.engine.places import drop_us
from bot.engine.slang import replace_slang
from bot.engine.text import tokenize
from bot.engine.texting import drop_fillers, expand_chat_spellings


def prepare_words(
    text: str,
    abbreviations: Abbreviations,
    *,
    grammar: Grammar | None = None,
    telling: Container[str],
    spelt: Container[str],
    is_used: Callable[[str], bool] | None = None,
) -> list[str]:
    """The words of `text`, spelt as people mean them.

    Words that only colour a message fall away unless they are in `telling`, and text-speak is
    replaced unless it is in `spelt`. Slang gives way to plain words where `is_used` tells which
    ones the knowledge says itself: what a keeper wrote is taken at its word, and never repaired.
    Of a knowledge in another language, whose `grammar` is given, none of this English is read.
    """
    if grammar is not None:
        return spell_out(grammar.drop_frames(grammar.tokenize(text)), abbreviations, grammar)
    tokens = drop_us(tokenize(text))
    if is_used is not None:
        tokens = replace_slang(tokens, is_used)
    tokens = drop_frame(drop_fillers(tokens, telling))
    return spell_out(expand_chat_spellings(tokens, spelt), abbreviations)


def spell_out(
    tokens: Sequence[str], abbreviations: Abbreviations, grammar: Grammar | None = None
) -> list[str]:
    """`tokens` with what "how much" leaves out in English, and with short forms in full."""
    return abbreviations.spell_out(tokens if grammar is not None else name_price(tokens))
