"""Sentences that the engine itself words: what is missing for a narrowed question."""

from collections.abc import Sequence

from bot.engine.qualifiers import Mention, QualifierGuard

MAX_NAMED_VALUES = 4
"""Known values that a sentence lists before it stops."""


def word_unmet(mentions: Sequence[Mention], guard: QualifierGuard) -> str:
    """What the knowledge lacks for these mentions, and what it covers instead."""
    foreign = [mention for mention in mentions if mention.value is None]
    if not foreign:
        names = join_names([mention.name for mention in mentions], "and")
        return f"I have nothing on that for {names}."
    names = join_names([mention.name for mention in foreign], "or")
    sentence = f"I have nothing about {names}."
    known = guard.name_values(foreign[0].qualifier)
    if not known:
        return sentence
    kind = guard.name_qualifier(foreign[0].qualifier)
    listed = join_names(known[:MAX_NAMED_VALUES], "and")
    more = ", among others" if len(known) > MAX_NAMED_VALUES else ""
    return f"{sentence} By {kind}, I can speak about {listed}{more}."


def join_names(names: Sequence[str], word: str) -> str:
    """ "a", "a and b", "a, b and c" """
    unique = list(dict.fromkeys(names))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {word} {unique[-1]}"
