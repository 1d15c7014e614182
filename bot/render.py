"""The words a person reads around an answer, and Discord's limits as named constants.

Everything here is text in Discord Markdown; how it is laid out is up to each surface.
"""

import re
from collections.abc import Iterable, Mapping

from bot.engine.entries import Entry, Source
from bot.engine.replies import Answer, Clarification, Fallback, Reply, Silence

MESSAGE_TEXT_LIMIT = 4000
"""Characters of text in all components of one message."""
MESSAGE_TEXT_BYTES = 10_000
"""The same in UTF-8: beyond about 10,170 bytes Discord fails without saying why."""
MESSAGE_COMPONENT_LIMIT = 40
"""Components in one message, nested ones included."""
CUSTOM_ID_LIMIT = 100
BUTTON_LABEL_LIMIT = 80
BUTTON_TEXT_LIMIT = 39
"""Longer labels are hard to take in on a phone and by ear."""
BUTTONS_PER_ROW = 5
SELECT_OPTION_LIMIT = 25
OPTION_LABEL_LIMIT = 100
OPTION_VALUE_LIMIT = 100
OPTION_DESCRIPTION_LIMIT = 100
COMMAND_DESCRIPTION_LIMIT = 100
CHOICE_LIMIT = 25
CHOICE_NAME_LIMIT = 100
ATTACHMENT_DESCRIPTION_LIMIT = 1024

NO_ANSWER = "I don't have an answer to that."
WHICH_ONE = "Which of these do you mean?"
GO_ON = "Shall I go on with one of these?"
ALL_KNOWN = "That is all I know about it:"
CLOSEST = "Perhaps one of these helps:"
MENU_PLACEHOLDER = "⋯ More about this answer"
EXAMPLES = "I can answer questions like these:"
EXAMPLES_AND_TOPICS = "I can answer questions like these, and there are more topics:"
TOOL_FITS = "I can show you that:"
ENTRY_GONE = (
    "That answer is no longer part of what I know. Ask me in your own words, or use /topics."
)
CHOICE_GONE = "That choice is no longer part of what I know. Please choose again."
BUTTON_EXPIRED = (
    "That button is from an older version of me. Ask me in your own words, or use /topics."
)
COMMAND_GONE = (
    "That command is from an older version of me. Ask me in your own words, or use /help."
)
UNREADABLE_REPLY = (
    "Discord shows me your words only when you mention me. "
    "Reply again with the mention switched on, or use /ask."
)
ASK_SOMETHING = "Ask me something, for example:"
UNEXPECTED = "Something went wrong on my side, and I have noted it. Please try again in a moment."
ANSWER_PRIVATELY = (
    "Your question holds numbers that are yours alone, so I leave it uncommented here. "
    "I can answer it privately."
)
KEPT_PRIVATE = "-# Only you see this, because your question holds numbers that are yours alone."
MESSAGE_KEPT_PRIVATE = (
    "-# Only you see this, because the message holds numbers that are one person's alone."
)
NOT_THE_ASKER = "That button is for the person who asked."
QUESTION_FORGOTTEN = (
    "I no longer remember the question. Ask it with /ask, and only you see the answer."
)
NOTHING_TO_ANSWER = "There are no words in that message that I could answer."
MAY_NOT_REMOVE = "Only the person who asked, or somebody who may manage messages, can remove it."
QUIZ_CHANGED = "The quiz has changed since. Open it again with /paths."
NO_WORDS_IN_POST = "There are no words in that message that I could look through."
SLOW_DOWN = (
    "That was a lot at once, so I keep quiet in that channel for a minute. "
    "Here you can ask as much as you like."
)

_ROUND = str.maketrans("[]", "()")


def shorten(text: str, limit: int) -> str:
    """`text` cut to `limit` characters at a word, with an ellipsis where something was cut.

    Only a word that takes half of the limit by itself is cut within, as scripts without spaces
    would otherwise lose nearly everything.
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    if not text[limit - 1].isspace():
        *_, start = (0, *(found.start() for found in re.finditer(r"\s", cut)))
        cut = cut[:start] if start > limit // 2 else cut
    return f"{cut.rstrip(' ,;:.–-')}…"


def shorten_start(text: str, limit: int) -> str:
    """The same, but the end of `text` stays and its beginning is cut."""
    return shorten(text[::-1], limit)[::-1]


def render_source(source: Source) -> str:
    """A source in one line: title, author, date as far as they are known."""
    title = f"“{source.title}”"
    if source.url:  # a square bracket in its words would end the link there
        title = f"[{source.title.translate(_ROUND)}]({source.url})"
    return ", ".join(part for part in (title, source.author, source.date) if part)


def render_sources(entries: Iterable[Entry], sources: Mapping[str, Source]) -> str:
    """The sources of `entries` in small print; empty when they name none."""
    return render_source_line((i for entry in entries for i in entry.sources), sources)


def render_source_line(ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    """The sources of those ids in small print, each once; empty when there are none."""
    known = [render_source(sources[i]) for i in dict.fromkeys(ids) if i in sources]
    if not known:
        return ""
    return f"-# {'Source' if len(known) == 1 else 'Sources'}: {' · '.join(known)}"


def render_understanding(reply: Reply) -> str:
    """What the question was taken for, where words were repaired or context completed it.

    An answer names the entry, so that what a person typed is never quoted back at them. Words put
    together from several turns are no sentence to show, and of what came to nothing nothing was
    understood. What was answered right before and is answered again is said to be all there is,
    unless the turn names more than that tells.
    """
    understanding = reply.understanding
    if understanding.again:
        return f"-# {ALL_KNOWN}"
    if isinstance(reply, Answer) and (understanding.repairs or understanding.used_context):
        understood = " · ".join(entry.question for entry in reply.answers)
    elif (
        isinstance(reply, Clarification)
        and understanding.repairs
        and not understanding.used_context
    ):
        understood = shorten(understanding.query, 150)
    else:
        return ""
    return f"-# Understood as: *{understood}*"


def render_body(reply: Reply) -> str:
    """The reply itself, without small print and suggestions."""
    match reply:
        case Answer(answers=(entry,)):
            return "\n\n".join(filter(None, (entry.answer.strip(), reply.missing)))
        case Answer():
            parts = (f"**{entry.question}**\n{entry.answer.strip()}" for entry in reply.answers)
            return "\n\n".join(filter(None, (*parts, reply.missing)))
        case Clarification():
            choices = "\n".join(f"{n}. {e.question}" for n, e in enumerate(reply.choices, 1))
            return f"{GO_ON if reply.goes_on else WHICH_ONE}\n{choices}"
        case Fallback():
            return reply.small_talk or reply.missing or reply.courtesy or NO_ANSWER
        case Silence():
            return ""


def render_reply(reply: Reply, sources: Mapping[str, Source]) -> str:
    """Exactly what a person reads of `reply`, without suggestions; empty for silence."""
    if isinstance(reply, Silence):
        return ""
    parts = (
        render_understanding(reply),
        render_body(reply),
        render_sources(reply.entries, sources) if isinstance(reply, Answer) else "",
    )
    return "\n\n".join(part for part in parts if part)
