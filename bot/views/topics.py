"""The topics, and the entries of one topic, as a message with selects and pages."""

from collections.abc import Sequence
from typing import Any, Final, TypeVar

from discord import ui

from bot.knowledge.base import Knowledge
from bot.plurals import count
from bot.render import SELECT_OPTION_LIMIT
from bot.tools.wording import name_topic
from bot.views.actions import ActionButton, ActionSelect, Option
from bot.views.layouts import make_layout, make_page_buttons, make_rows, make_select_row, make_texts

TOPIC: Final = "topic"
"""Action: show a topic; arguments: the topic and a page, or none when a select chose it."""
TOPICS_PAGE: Final = "topics-page"
"""Action: show a page of the topics; argument: the page."""
OPEN_CHOSEN: Final = "open-chosen"
"""Action: answer with the entry chosen in a select."""

T = TypeVar("T")


def layout_topics(knowledge: Knowledge, *, page: int = 0) -> ui.LayoutView:
    """All topics with how many questions each answers, and a select to open one."""
    topics, page, pages = cut_page(list(knowledge.topics.items()), page)
    total = len(knowledge.entries)
    lines = [f"- {name_topic(topic)} ({len(entries)})" for topic, entries in topics]
    head = (
        f"## Topics\n{count(total, 'question')} in "
        f"{count(len(knowledge.topics), 'topic')}{_word_page(page, pages)}"
    )
    return make_layout(
        *make_texts("\n".join([head, *lines])), *make_topic_menu(knowledge, page=page)
    )


def make_topic_menu(knowledge: Knowledge, *, page: int = 0) -> list[ui.Item[Any]]:
    """A select to open one of the topics on a page, and buttons to the other pages of topics."""
    topics, page, pages = cut_page(list(knowledge.topics.items()), page)
    options = [
        Option(name_topic(topic), topic, count(len(entries), "question"))
        for topic, entries in topics
    ]
    return [
        make_select_row(ActionSelect.make("Open a topic", options, TOPIC)),
        *make_rows(make_page_buttons(page, pages, TOPICS_PAGE)),
    ]


def layout_topic(knowledge: Knowledge, topic: str, *, page: int = 0) -> ui.LayoutView:
    """The questions of one topic, and a select to have one answered."""
    entries, page, pages = cut_page(knowledge.topics[topic], page)
    lines = [f"- {entry.question}" for entry in entries]
    options = [Option(entry.question, entry.id) for entry in entries]
    head = f"## {name_topic(topic)}{_word_page(page, pages)}"
    buttons = [
        *make_page_buttons(page, pages, TOPIC, topic),
        ActionButton.make("All topics", TOPICS_PAGE, 0),
    ]
    return make_layout(
        *make_texts("\n".join([head, *lines])),
        make_select_row(ActionSelect.make("Choose a question", options, OPEN_CHOSEN)),
        *make_rows(buttons),
    )


def cut_page(items: Sequence[T], page: int) -> tuple[Sequence[T], int, int]:
    """The items of a page (from 0), the page as far as it exists, and how many there are."""
    pages = max(1, -(-len(items) // SELECT_OPTION_LIMIT))
    page = min(max(page, 0), pages - 1)
    start = page * SELECT_OPTION_LIMIT
    return items[start : start + SELECT_OPTION_LIMIT], page, pages


def _word_page(page: int, pages: int) -> str:
    return f" (page {page + 1} of {pages})" if pages > 1 else ""
