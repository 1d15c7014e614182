"""The help as a message with examples to try."""

from typing import Final

from discord import ui

from bot.engine.engine import Engine
from bot.views.layouts import make_layout, make_rows, make_texts
from bot.views.replies import open_buttons

EXAMPLES: Final = 3


def layout_help(engine: Engine) -> ui.LayoutView:
    """What the bot does, how to ask, and examples as buttons."""
    text = (
        "## How to ask me\n"
        "Ask in your own words: with /ask, by mentioning me, by replying to me, "
        "or in a direct message.\n"
        "Every answer names its source. When I do not know, I say so.\n\n"
        "I read only what is addressed to me, and I keep none of it.\n\n"
        "Try one:"
    )
    entries = engine.complete("", limit=EXAMPLES)
    return make_layout(*make_texts(text), *make_rows(open_buttons(entries)))
