"""Words that several tools share: names of values and topics, and what a choice stands for."""

from collections.abc import Iterable

from bot.engine.entries import Qualifier, QualifierValue
from bot.errors import UnknownChoiceError
from bot.knowledge.base import Knowledge


def qualifier_values(knowledge: Knowledge, qualifier_id: str) -> tuple[QualifierValue, ...]:
    """The values of a qualifier (`region`, `level`); empty when the vocabulary has none."""
    qualifier = _find_qualifier(knowledge, qualifier_id)
    return qualifier.values if qualifier else ()


def name_qualifier(knowledge: Knowledge, qualifier_id: str, default: str) -> str:
    """How the knowledge calls a qualifier; `default` where its vocabulary has none."""
    qualifier = _find_qualifier(knowledge, qualifier_id)
    return qualifier.name if qualifier else default


def _find_qualifier(knowledge: Knowledge, qualifier_id: str) -> Qualifier | None:
    qualifiers = knowledge.vocabulary.qualifiers
    return next((one for one in qualifiers if one.id == qualifier_id), None)


def name_value(knowledge: Knowledge, qualifier_id: str, value_id: str) -> str:
    """How a qualifier value is called in a sentence."""
    for value in qualifier_values(knowledge, qualifier_id):
        if value.id == value_id:
            return value.name
    return value_id.replace("-", " ")


def resolve_choice(typed: str, choices: Iterable[tuple[str, Iterable[str]]], *, kind: str) -> str:
    """The id that `typed` stands for, among (id, names) pairs, whatever its case.

    Raises UnknownChoiceError, which names what can be chosen: by the first of the names.
    """
    wanted = typed.strip().casefold()
    known = [(choice, tuple(names)) for choice, names in choices]
    for choice, names in known:
        if wanted in (choice.casefold(), *(name.casefold() for name in names)):
            return choice
    raise UnknownChoiceError(
        typed, kind=kind, known=[next(iter(names), choice) for choice, names in known]
    )


def name_topic(topic: str) -> str:
    """`skills-and-tools` as people read it: `Skills and tools`."""
    words = topic.replace("-", " ").replace("_", " ").strip()
    return f"{words[:1].upper()}{words[1:]}"
