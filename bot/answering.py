"""Answering people: from what they ask to the message that carries the reply.

Used by every cog that answers questions; cogs decide only whom and where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.addressing import strip_mentions
from bot.conversations import Place
from bot.engine.conversation import Conversation
from bot.engine.replies import Fallback, Mode, Silence
from bot.personal import reveals_personal_numbers
from bot.questions import Question
from bot.render import ANSWER_PRIVATELY
from bot.views.actions import ActionButton
from bot.views.layouts import make_layout, make_rows, make_texts
from bot.views.replies import Audience, layout_reply

if TYPE_CHECKING:
    from bot.career_bot import CareerBot

RECALL_SECONDS = 0.5
ANSWER_PRIVATE = "private"
"""Action: answer a message for whoever wrote it; argument: the asker's id."""


def ask(bot: CareerBot, text: str, place: Place) -> Question:
    """A question as the next turn of the conversation at `place`, with its reply."""
    before = bot.conversations.at(place)
    reply = bot.conversations.reply(bot.served.engine, text, place=place)
    return Question(text, place, Mode.DIRECT, before, reply, source_text=text)


def ask_after(bot: CareerBot, text: str, place: Place, before: Conversation | None) -> Question:
    """The same after the conversation `before`, whatever else was said at `place`."""
    reply = bot.conversations.reply_after(bot.served.engine, text, place=place, before=before)
    return Question(text, place, Mode.DIRECT, before, reply, source_text=text)


def ask_alone(bot: CareerBot, text: str, place: Place) -> Question:
    """A question that belongs to no conversation: nothing said before or later goes with it."""
    reply = bot.conversations.reply_alone(bot.served.engine, text, place=place)
    return Question(text, place, Mode.DIRECT, None, reply, source_text=text, alone=True)


def overhear(bot: CareerBot, text: str, place: Place, *, title: str = "") -> Question | None:
    """What somebody asks everybody in a text, or else in the title of the post that it opens.

    None where the engine is not sure enough of either to answer unasked.
    """
    for asked in filter(None, (text, title)):
        reply = bot.conversations.overhear(bot.served.engine, asked, place=place)
        if not isinstance(reply, Silence):
            return Question(asked, place, Mode.AMBIENT, None, reply, source_text=text, title=title)
    return None


def go_on(bot: CareerBot, text: str, place: Place, before: Conversation) -> Question | None:
    """What plainly asks on from the conversation `before`; None for people's talk."""
    reply = bot.conversations.go_on(bot.served.engine, text, place=place, before=before)
    if isinstance(reply, Silence):
        return None
    return Question(text, place, Mode.DIRECT, before, reply, source_text=text, goes_on=True)


def go_on_in_thread(bot: CareerBot, message: discord.Message) -> Question | None:
    """What the one who was just answered in a thread plainly asks on; None for all other talk."""
    place = Place(message.channel.id, message.author.id, way="thread")
    before = bot.conversations.at(place)
    if before is None or not bot.askers.is_asking(message):
        return None
    return go_on(bot, strip_mentions(message.content), place, before)


def ask_again(bot: CareerBot, text: str, earlier: Question) -> Question | None:
    """A question in other words, answered as if the earlier ones had never been said.

    None where nobody called the bot and it would no longer be answered.
    """
    if earlier.goes_on and earlier.before is not None:
        return go_on(bot, text, earlier.place, earlier.before)
    if earlier.mode is Mode.AMBIENT:
        return overhear(bot, text, earlier.place, title=earlier.title)
    return ask_after(bot, text, earlier.place, earlier.before)


def layout_question(
    bot: CareerBot,
    question: Question,
    audience: Audience,
    *,
    preface: str = "",
    postscript: str = "",
) -> discord.ui.LayoutView:
    """The message that answers a question."""
    return layout_reply(
        question.reply,
        bot.served.knowledge,
        asker_id=question.place.user_id,
        audience=audience,
        query=question.text,
        preface=preface,
        postscript=postscript,
    )


def layout_answer(
    bot: CareerBot, message: discord.Message, question: Question
) -> discord.ui.LayoutView:
    """The message that answers a message; to personal numbers in a server, a private offer."""
    if message.guild is None:
        return layout_question(bot, question, Audience.DIRECT)
    if reveals_personal_numbers(question.text):
        return layout_private_offer(message.author.id)
    return layout_question(bot, question, Audience.CHANNEL)


async def recall_question(bot: CareerBot, answer_id: int) -> Question | None:
    """What a message of the bot answered, as long as it is known.

    Somebody may be quicker than Discord's word that the answer arrived; that is waited for.
    """
    if bot.memory.find_question(answer_id) is None:
        await bot.delivery.drain(RECALL_SECONDS)
    return bot.memory.find_question(answer_id)


async def answer_message(bot: CareerBot, message: discord.Message, question: Question) -> None:
    """Reply to a message; in a direct message the reply is simply the next message."""
    bot.askers.note(message.channel, question)
    async with bot.memory.lock(message.id):
        sent = await send_reply(bot, message, layout_answer(bot, message, question))
        if sent is not None:
            bot.memory.remember(question, answer_id=sent.id, message_id=message.id)


async def send_reply(
    bot: CareerBot, message: discord.Message, layout: discord.ui.LayoutView
) -> discord.Message | None:
    """Send a layout as the one reply to a message."""
    return await bot.delivery.send(
        message.channel,
        layout,
        nonce=str(message.id),
        reply_to=message if message.guild else None,
    )


async def respond(
    bot: CareerBot, interaction: discord.Interaction[Any], question: Question, *, preface: str = ""
) -> None:
    """Send the answer to a question as the response to an interaction."""
    private = question.place.private or isinstance(question.reply, Fallback)
    audience = choose_audience(interaction, private=private)
    layout = layout_question(
        bot,
        question,
        audience,
        preface=preface,
        postscript=bot.languages.note_for(interaction),
    )
    if audience is Audience.CHANNEL:
        bot.askers.note(interaction.channel, question)
    hidden = audience in (Audience.PRIVATE, Audience.ALONE)
    answer_id = await bot.delivery.respond(interaction, layout, private=hidden)
    if answer_id is not None:
        bot.memory.remember(question, answer_id=answer_id)


def choose_audience(interaction: discord.Interaction[Any], *, private: bool) -> Audience:
    """Who sees the response: where `private` nobody else, and where Discord allows nothing else."""
    if is_direct(interaction):
        return Audience.DIRECT
    if not is_shown_to_others(interaction):
        return Audience.ALONE
    return Audience.PRIVATE if private else Audience.CHANNEL


def place_of(interaction: discord.Interaction[Any], *, private: bool = False) -> Place:
    """Where an interaction's conversation goes on."""
    hidden = private or not is_shown_to_others(interaction)
    way = "button" if interaction.type is discord.InteractionType.component else "command"
    return Place(interaction.channel_id or 0, interaction.user.id, hidden, way)


def is_shown_to_others(interaction: discord.Interaction[Any]) -> bool:
    """Whether others in the channel may see the response.

    What a person's own app answers in a server is shown to that person alone, unless the server
    allows such apps to speak.
    """
    if interaction.guild_id is None or interaction.is_guild_integration():
        return True
    return interaction.permissions.use_external_apps


def is_direct(interaction: discord.Interaction[Any]) -> bool:
    """Whether it happened in the direct messages of a person and the bot."""
    return interaction.context.dm_channel is True


def is_personal(interaction: discord.Interaction[Any], text: str) -> bool:
    """Whether `text` holds personal numbers where others would read them along."""
    alone = is_direct(interaction) or not is_shown_to_others(interaction)
    return reveals_personal_numbers(text) and not alone


def layout_private_offer(asker_id: int) -> discord.ui.LayoutView:
    """The offer to answer privately what holds personal numbers."""
    button = ActionButton.make("Answer me privately", ANSWER_PRIVATE, asker_id)
    return make_layout(*make_texts(ANSWER_PRIVATELY), *make_rows([button]))
