"""What narrowed the question before a turn, and narrows the turn as well."""

from dataclasses import replace
from typing import Final

from bot.engine.conversation import Turn
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import AUXILIARIES, PEOPLE, PRONOUNS, content_words
from bot.engine.narrowing.mentions import COMPANY, ROLE, Mention
from bot.engine.reading.reading import POINTING_TO_TOLD, Reading
from bot.engine.wording.asking import asks_plainly
from bot.engine.wording.questions import split_clauses
from bot.engine.wording.telling import tells_of_speaker

LEAST_SAID: Final = 2
"""Subject words from which what a turn says is no longer asked of a company named before it."""

_POINTING: Final = PRONOUNS - {"one", "ones"}
"""Words that may stand for what narrowed the turn before; one becomes "one" anywhere."""


def carry_all(fragment: Reading, merged: Reading, last: Turn) -> tuple[Mention, ...]:
    """What narrows a turn that is tied to the one before.

    What only that one names says no more than where the asker stands, if the turn asks by
    itself ("also, do I need Python?"), or the one before asked nothing ("I am a nurse") or two
    things, of which it may have narrowed the other one. A company says nothing of a turn that
    asks by itself.
    """
    own = {(m.qualifier, m.name) for m in fragment.mentions}
    carried = [m for m in merged.mentions if (m.qualifier, m.name) not in own]
    if last.answered:  # what the knowledge has no value for kept nothing from being answered
        carried = [m for m in carried if m.value]
    if tells_of_speaker(last.query) and POINTING_TO_TOLD.isdisjoint(tokenize(fragment.query)):
        wider = [m.widen() for m in carried]
        carried = [replace(m, background=True) for m in wider if m.value]
    elif len(last.answered) > 1 or (
        asks_plainly(fragment.query) and _POINTING.isdisjoint(tokenize(fragment.query))
    ):
        carried = [
            replace(m, background=True) if m.value else m
            for m in carried
            if m.value or m.qualifier != COMPANY
        ]
    if _says_enough(fragment):
        carried = [m for m in carried if m.value or m.qualifier != COMPANY]
    return (*(m for m in merged.mentions if (m.qualifier, m.name) in own), *carried)


def set_told_back(fragment: Reading, merged: Reading, last: Turn) -> Reading:
    """`merged` where what the last turn only told of says no more than where the asker stands.

    What the knowledge has no value for is left out: who is a nurse asks nothing about nurses.
    """
    told = _list_told(last.query)
    own = {m.words for m in fragment.mentions}
    aside = {m.words for m in merged.mentions if told.issuperset(m.words.split())} - own
    mentions = tuple(
        replace(m, background=True) if m.words in aside else m
        for m in merged.mentions
        if m.value or m.words not in aside
    )
    return replace(merged, mentions=mentions)


def _says_enough(fragment: Reading) -> bool:
    """Whether a turn names something of its own in so many words that it is about that alone."""
    tokens = fragment.prepared.tokens
    named = {word for mention in fragment.mentions for word in mention.words.split()}
    said = [word for word in content_words(tokens) if word not in named]
    return len(said) >= LEAST_SAID and _POINTING.isdisjoint(tokens)


def carry_role(fragment: Reading, merged: Reading, earlier: Reading) -> tuple[Mention, ...]:
    """What narrows a turn that asks a whole question: its "they" may be a role asked about before.

    A role of its own goes before that.
    """
    own = fragment.mentions
    if any(m.qualifier == ROLE for m in own) or not _means_people(fragment.query, earlier):
        return own
    return (*own, *(m for m in merged.mentions if m.qualifier == ROLE))


def _list_told(query: str) -> set[str]:
    """The words of what a question tells around what it asks; none where it is all one."""
    clauses = split_clauses(query)
    asked = {word for clause in clauses if clause.asks for word in tokenize(clause.text)}
    told = {word for clause in clauses if not clause.asks for word in tokenize(clause.text)}
    return told - asked if asked else set()


def _means_people(text: str, earlier: Reading) -> bool:
    """Whether the first "they" of a turn can only stand for the role asked about before it.

    Any other plural, of things, may be meant as well ("do bootcamps help data scientists?").
    """
    words = tokenize(text)
    place = next((n for n, word in enumerate(words) if word in PEOPLE), None)
    if place is None:
        return False
    roles = {w for m in earlier.mentions if m.qualifier == ROLE for w in m.words.split()}
    asked = next((n for n, word in enumerate(words) if word in AUXILIARIES), 0)  # "which tools do"
    others = content_words([*tokenize(earlier.query), *words[asked:place]])
    return not any(word.endswith("s") and word not in roles for word in others)
