"""A small bot on the unmodified discord.py, run as a process to prove the stand-in itself.

It listens to what it is told in messages: "echo X", "files", "slow", "boom", and so on.
"""

# ruff: noqa: ARG001, ARG003 - discord.py hands these over whether they are read or not

from __future__ import annotations

import asyncio
import io
import logging
import os
import re
import sys

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000" + "1f15c4890000000a49444154789c63"
    "00010000050001" + "0d0a2db40000000049454e44ae426082"
)


class FollowUp(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]], template="ask:(?P<entry>.+)"
):
    """A button that keeps its meaning in its custom id."""

    def __init__(self, entry: str, label: str) -> None:
        self.entry = entry
        super().__init__(discord.ui.Button(label=label, custom_id=f"ask:{entry}"))

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction,
        item: discord.ui.Item[discord.ui.LayoutView],
        match: re.Match[str],
        /,
    ) -> FollowUp:
        assert isinstance(item, discord.ui.Button)
        return cls(match["entry"], item.label or "")

    async def callback(self, interaction: discord.Interaction) -> None:
        match self.entry:
            case "form":
                await interaction.response.send_modal(Form())
            case "update":
                await interaction.response.edit_message(view=Answer("updated"))
            case "private":
                await interaction.response.send_message(view=Answer("for you"), ephemeral=True)
            case "late":
                await interaction.response.defer(ephemeral=True, thinking=True)
                await interaction.followup.send(view=Answer("after a while"))
                await interaction.followup.send(view=Answer("and more"), ephemeral=True)
            case "quiet":
                await interaction.response.defer()
                await interaction.edit_original_response(view=Answer("edited quietly"))
            case _:
                await interaction.response.send_message(view=Answer(f"about {self.entry}"))


class Pick(discord.ui.DynamicItem[discord.ui.Select[discord.ui.LayoutView]], template="pick"):
    """A select that names what was chosen."""

    def __init__(self) -> None:
        options = [discord.SelectOption(label=n.title(), value=n) for n in ("python", "sql", "r")]
        super().__init__(
            discord.ui.Select(
                custom_id="pick", placeholder="Skills", options=options, min_values=0, max_values=2
            )
        )

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction,
        item: discord.ui.Item[discord.ui.LayoutView],
        match: re.Match[str],
        /,
    ) -> Pick:
        return cls()

    async def callback(self, interaction: discord.Interaction) -> None:
        chosen = ", ".join(self.item.values) or "nothing"
        await interaction.response.edit_message(view=Answer(f"chose {chosen}"))


class Form(discord.ui.Modal, title="Tell me"):
    name: discord.ui.Label[Form] = discord.ui.Label(
        text="Your name", component=discord.ui.TextInput(custom_id="name", max_length=20)
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        assert isinstance(self.name.component, discord.ui.TextInput)
        await interaction.response.send_message(f"hello {self.name.component.value}")


class Answer(discord.ui.LayoutView):
    """Text, a rule, and follow-up buttons."""

    def __init__(self, text: str, *, entries: tuple[str, ...] = ("update", "private")) -> None:
        super().__init__(timeout=None)
        self.add_item(discord.ui.TextDisplay(text))
        self.add_item(discord.ui.Separator())
        row: discord.ui.ActionRow[Answer] = discord.ui.ActionRow()
        for entry in entries:
            row.add_item(FollowUp(entry, entry.title()))
        self.add_item(row)


class SampleBot(discord.Client):
    def __init__(self) -> None:
        intents = discord.Intents.default()
        intents.message_content = os.environ.get("MESSAGE_CONTENT") == "1"
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(FollowUp, Pick)
        add_commands(self.tree)
        if os.environ.get("SYNC") != "0":
            await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """No five seconds' pause before a second session: there is no crowd here."""

    async def on_resumed(self) -> None:
        print("resumed", flush=True)

    async def on_message(self, message: discord.Message) -> None:
        if message.author.bot:
            return
        addressed = message.guild is None or self.user in message.mentions
        print(f"heard {message.content!r} addressed={addressed}", flush=True)
        text = message.content.removeprefix(f"<@{self.application_id}>").strip()
        word, _, rest = text.partition(" ")
        if addressed or message.content:
            await self.answer(message, word, rest)

    async def answer(self, message: discord.Message, word: str, rest: str) -> None:
        match word:
            case "echo":
                await message.reply(view=Answer(rest), mention_author=False)
            case "plain":
                await message.channel.send(rest)
            case "ping":
                everyone = discord.AllowedMentions.all()
                await message.channel.send(rest, allowed_mentions=everyone)
            case "files":
                picture = discord.File(io.BytesIO(PIXEL), "p.png", description="a pixel")
                view = Answer("a picture")
                view.add_item(discord.ui.MediaGallery(discord.MediaGalleryItem(picture)))
                await message.channel.send(view=view, file=picture)
            case "pick":
                view = Answer("choose")
                row: discord.ui.ActionRow[Answer] = discord.ui.ActionRow()
                row.add_item(Pick())
                view.add_item(row)
                await message.channel.send(view=view)
            case "buttons":
                await message.channel.send(view=Answer("buttons", entries=tuple(rest.split())))
            case "thread":
                thread = await message.create_thread(name=rest)
                await thread.send(view=Answer(f"in {rest}"))
            case "once":
                await self.send_surely(message.channel, rest)
            case "count":
                found = [m async for m in message.channel.history(limit=10)]
                await message.channel.send(f"{len(found)} messages")
            case "typing":
                async with message.channel.typing():
                    await message.channel.send("typed")

    async def send_surely(self, channel: discord.abc.Messageable, text: str) -> None:
        """Try again with one nonce after what discord.py itself does not try again."""
        for _ in range(3):
            try:
                await channel.send(view=Answer(text), nonce=12345)
            except (discord.DiscordServerError, OSError, aiohttp.ClientError) as error:
                print(f"again after {type(error).__name__}", flush=True)
            else:
                return

    async def on_message_edit(self, before: discord.Message, after: discord.Message) -> None:
        # A link's preview is an update as well, but no edit.
        if not after.author.bot and before.edited_at != after.edited_at:
            await after.channel.send(f"edited to {after.content}")

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        print(f"deleted {event.message_id}", flush=True)

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        print(f"reaction {event.emoji}", flush=True)
        if self.user and event.user_id != self.user.id:
            channel = self.get_partial_messageable(event.channel_id)
            await channel.get_partial_message(event.message_id).add_reaction("\N{THUMBS UP SIGN}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        print(f"left {guild.name}", flush=True)

    async def on_thread_create(self, thread: discord.Thread) -> None:
        print(f"thread {thread.name}", flush=True)


def context(interaction: discord.Interaction) -> str:
    names = ("guild", "dm_channel", "private_channel")
    return next(name for name in names if getattr(interaction.context, name))


def add_commands(tree: app_commands.CommandTree[SampleBot]) -> None:
    everywhere = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    anyone = app_commands.allowed_installs(guilds=True, users=True)

    @tree.command(description="Ask a question.")
    @everywhere
    @anyone
    async def ask(interaction: discord.Interaction, question: str, private: bool = False) -> None:
        installed = "user" if interaction.is_user_integration() else "guild"
        text = f"{question} ({interaction.locale}, {installed}, {context(interaction)})"
        await interaction.response.send_message(view=Answer(text), ephemeral=private)

    @ask.autocomplete("question")
    async def suggest(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{current} {n}", value=f"v{n}") for n in range(3)]

    @tree.command(description="Only in servers, takes its time.")
    @app_commands.allowed_contexts(guilds=True)
    async def slow(interaction: discord.Interaction, seconds: float = 0.1) -> None:
        await interaction.response.defer()
        await asyncio.sleep(seconds)
        await interaction.edit_original_response(view=Answer("done"))

    @tree.command(description="Say who and where.")
    @app_commands.guild_only()
    async def point(
        interaction: discord.Interaction, person: discord.Member, channel: discord.TextChannel
    ) -> None:
        await interaction.response.send_message(f"{person.display_name} in #{channel.name}")

    @tree.command(description="Never answers.")
    async def mute(interaction: discord.Interaction) -> None:
        await asyncio.sleep(0)

    @tree.context_menu(name="Answer this")
    @everywhere
    @anyone
    async def answer_this(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"about {message.content!r}", ephemeral=True)


def main() -> None:
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    Route.BASE = os.environ["DISCORD_API_URL"]
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])
    SampleBot().run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
