"""Sentences that the engine itself words: what is missing for a narrowed question."""

from collections.abc import Sequence
from typing import Final

from bot.engine.entries import Gap, SmallTalk
from bot.engine.lexical.enumeration import join_names
from bot.engine.narrowing.mentions import Mention
from bot.engine.narrowing.qualifiers import QualifierGuard

_WITH_ARTICLE: Final = ("United ", "Czech Republic", "Dominican Republic", "Central African")
_NAMES_WITH_ARTICLE: Final = frozenset(
    "Netherlands Philippines Bahamas Gambia Maldives Seychelles Balkans Gulf".split()
) | {"Middle East", "Bay Area", "Ivory Coast", "European Union"}

OTHER_UNANSWERED: Final = "To your other question I have no sure answer."
TWO_AT_ONCE: Final = "I answer two questions at a time; please ask me the rest again."

MAX_NAMED_VALUES: Final = 4
"""Known values up to which a sentence lists what is covered instead."""


def word_unmet(mentions: Sequence[Mention], guard: QualifierGuard) -> str:
    """What the knowledge lacks for these mentions, and what it covers instead."""
    foreign = [mention for mention in mentions if mention.value is None]
    if not foreign:
        names = join_names([_name_value(mention, guard) for mention in mentions])
        together = " together" if len(mentions) > 1 else ""
        return f"I have nothing on that for {names}{together}."
    names = join_names([name_mention(mention) for mention in foreign], "or")
    around = [guard.name_value(m.qualifier, m.within) for m in foreign if m.within]
    if len(around) == len(foreign):
        wider = join_names(list(dict.fromkeys(around)))
        return f"I have nothing about {names} in particular, only about {wider}."
    sentence = f"I have nothing about {names}."
    if all(mention.grouped and mention.background for mention in foreign):
        sentence = f"I can't tell what holds for {names}."
    known = guard.name_values(foreign[0].qualifier)
    if not 0 < len(known) <= MAX_NAMED_VALUES:
        return sentence
    kind = guard.name_qualifier(foreign[0].qualifier)
    return f"{sentence} By {kind} I cover only {join_names(known)}."


def word_doubtful(missing: str) -> str:
    """What is missing, where something that is not missing may be meant as well."""
    return f"{missing} Or did you mean something else?"


def word_untold(untold: str, *, of_last: bool = False) -> str:
    """What the nearest answers, or the one just given, leave unsaid ("when that is")."""
    unsaid = "That answer doesn't" if of_last else "My answers don't"
    return f"{unsaid} say {untold}."


def name_extra(extra: Gap | SmallTalk) -> str:
    """How a keeper would call it: `the gap jobs`."""
    return f"the {'gap' if isinstance(extra, Gap) else 'small talk'} {extra.id}"


def _name_value(mention: Mention, guard: QualifierGuard) -> str:
    """How a known value is called; one that is no proper name with its kind ("level")."""
    if not mention.name.removeprefix("the ")[:1].islower():
        return name_mention(mention)
    kind = guard.name_qualifier(mention.qualifier)
    if kind.casefold() in mention.name.casefold().split():
        return mention.name
    return f"the {kind} “{mention.name}”"


def name_mention(mention: Mention) -> str:
    """How a mention is called inside a sentence ("the United Kingdom")."""
    plural = mention.name.startswith(_WITH_ARTICLE) or mention.name in _NAMES_WITH_ARTICLE
    return f"the {mention.name}" if plural else mention.name
