"""Finding what Discord would refuse: everything the knowledge can make the bot send, measured.

Each surface is laid out as it would be sent and held against Discord's limits, so that nothing in
a knowledge folder can produce a message that is refused or cut.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from bot.errors import CareerBotError
from bot.knowledge.base import Knowledge
from bot.knowledge.problems import Problem
from bot.render import (
    ATTACHMENT_DESCRIPTION_LIMIT,
    BUTTON_LABEL_LIMIT,
    BUTTONS_PER_ROW,
    CUSTOM_ID_LIMIT,
    MESSAGE_COMPONENT_LIMIT,
    MESSAGE_TEXT_BYTES,
    MESSAGE_TEXT_LIMIT,
    OPTION_DESCRIPTION_LIMIT,
    OPTION_LABEL_LIMIT,
    OPTION_VALUE_LIMIT,
    SELECT_OPTION_LIMIT,
    render_body,
    render_reply,
)
from bot.surfaces import (
    Origin,
    find_salary_origin,
    list_salary_scopes,
    list_surfaces,
    list_worst_replies,
)
from bot.tools.chart import describe_salary_chart
from bot.tools.salary import render_salary, select_figures
from bot.tools.skills import select_skills
from bot.views.skills import MOST_TICKED

SMALL_PRINT: Final = 250
"""Characters left for small print around an answer: for whom it is, in which language."""
SHOWN_PROBLEMS: Final = 3
"""Of one surface; the first is usually the cause of the others."""


def find_limit_problems(knowledge: Knowledge) -> list[Problem]:
    """What in the knowledge Discord would refuse or would be cut, by the ids of what is at fault.

    The paths are those from there; where that is in its file, `ParsedFolder.locate` finds.
    """
    found: list[tuple[Origin, str]] = []
    for origin, lay_out in list_surfaces(knowledge):
        try:
            components = lay_out().to_components()  # type: ignore[no-untyped-call] # untyped there
        except (ValueError, CareerBotError) as error:
            found.append((origin, str(error)))
            continue
        found += [(origin, what) for what in measure(components)][:SHOWN_PROBLEMS]
    found += [*_find_cut_texts(knowledge), *_find_cut_checklists(knowledge)]
    return [
        Problem(file=file, path=(field,) if field else (), item=item, what=what)
        for (file, item, field), what in dict.fromkeys(found)
    ]


def measure(components: list[dict[str, Any]]) -> Iterator[str]:
    """What Discord would refuse in a message of these components."""
    every = list(_walk(components))
    if len(every) > MESSAGE_COMPONENT_LIMIT:
        yield f"needs {len(every)} components; Discord takes {MESSAGE_COMPONENT_LIMIT}"
    text = sum(len(component.get("content") or "") for component in every)
    if text > MESSAGE_TEXT_LIMIT:
        yield f"holds {text} characters of text; Discord takes {MESSAGE_TEXT_LIMIT}"
    size = sum(len((component.get("content") or "").encode()) for component in every)
    if size > MESSAGE_TEXT_BYTES:
        yield f"holds {size} bytes of text in UTF-8; Discord takes {MESSAGE_TEXT_BYTES}"
    ids = Counter(c["custom_id"] for c in every if c.get("custom_id"))
    for custom_id, count in ids.items():
        if count > 1:
            yield f"two buttons do the same ({custom_id}); remove one"
        if len(custom_id) > CUSTOM_ID_LIMIT:
            yield f"the id {custom_id!r} is too long for a button; shorten it"
    for component in every:
        yield from _measure_component(component)


def _measure_component(component: dict[str, Any]) -> Iterator[str]:
    label = component.get("label") or ""
    if len(label) > BUTTON_LABEL_LIMIT:
        yield f"the label “{label}” is longer than {BUTTON_LABEL_LIMIT} characters"
    children = component.get("components")
    if component["type"] == 1 and children is not None and len(children) > BUTTONS_PER_ROW:
        yield f"a row holds {len(children)} buttons; Discord takes {BUTTONS_PER_ROW}"
    options = component.get("options")
    if options is None:
        return
    if not 1 <= len(options) <= SELECT_OPTION_LIMIT:
        yield f"a select holds {len(options)} options; Discord takes 1 to {SELECT_OPTION_LIMIT}"
    values = Counter(option["value"] for option in options)
    yield from (f"an option stands twice ({value})" for value, n in values.items() if n > 1)
    for option in options:
        yield from _measure_option(option)


def _measure_option(option: dict[str, Any]) -> Iterator[str]:
    label, value, description = option["label"], option["value"], option.get("description") or ""
    if not label.strip():
        yield f"the option {value!r} has no name that can be shown; rename it"
    if (
        len(label) > OPTION_LABEL_LIMIT
        or len(value) > OPTION_VALUE_LIMIT
        or len(description) > OPTION_DESCRIPTION_LIMIT
    ):
        yield f"the option “{label}” is too long; shorten its name"


def _walk(components: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components", ()))
        accessory = component.get("accessory")
        if accessory:
            yield from _walk([accessory])


def _find_cut_texts(knowledge: Knowledge) -> Iterator[tuple[Origin, str]]:
    """Texts that stand in one piece and would be cut at the limit of a message."""
    most = MESSAGE_TEXT_LIMIT - SMALL_PRINT
    for where, reply in list_worst_replies(knowledge):
        text = render_reply(reply, knowledge.sources_by_id)
        length = len(text)
        if len(text.encode()) > MESSAGE_TEXT_BYTES - SMALL_PRINT:
            yield where, f"is {len(text.encode())} bytes in UTF-8; Discord fails on such a text"
        elif length > most:
            body = len(render_body(reply))
            what = f"is {length} characters with sources, {body} without; shorten to {most}"
            yield where, what
    for region, level in list_salary_scopes(knowledge):
        where = find_salary_origin(region, level)
        length = len(render_salary(knowledge, region, level))
        if length > most:
            yield where, f"is {length} characters of text; shorten notes to come below {most}"
        figures = select_figures(knowledge, region, level)
        if figures:
            described = describe_salary_chart(figures, knowledge.sources_by_id)
            if len(described) > ATTACHMENT_DESCRIPTION_LIMIT:
                yield where, f"the chart's description is {len(described)} characters"


def _find_cut_checklists(knowledge: Knowledge) -> Iterator[tuple[Origin, str]]:
    held = len(select_skills(knowledge))
    if held > MOST_TICKED:
        yield Origin("skills.yaml"), f"holds {held} skills; a checklist takes {MOST_TICKED}"
