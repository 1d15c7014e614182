"""The stand-in for Discord, proven with a small bot on the unmodified discord.py."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Person

SAMPLE_BOT = [sys.executable, str(Path(__file__).with_name("discord_stand_in") / "sample_bot.py")]


@pytest.fixture
async def discord() -> AsyncIterator[DiscordStandIn]:
    async with DiscordStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def channel(discord: DiscordStandIn) -> Channel:
    return discord.guild("Makers").text_channel("general")


@pytest.fixture
def fern(discord: DiscordStandIn) -> Person:
    return discord.person("Fern")


def sample_bot(discord: DiscordStandIn, home: Path, **settings: str) -> BotProcess:
    return BotProcess(discord, home, settings=settings, arguments=(), command=SAMPLE_BOT)


@pytest.fixture
async def bot(discord: DiscordStandIn, tmp_path: Path) -> AsyncIterator[BotProcess]:
    async with sample_bot(discord, tmp_path) as process:
        yield await process.ready()


class TestMessages:
    @pytest.mark.usefixtures("bot")
    async def test_a_mention_gets_a_reply(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        question = await fern.says("@bot echo hello", channel)
        answer = await channel.next_message()

        assert answer.text == "hello"
        assert answer.reply_to is question
        assert answer.labels == ["Update", "Private"]
        assert not answer.pings
        assert not discord.violations

    async def test_content_is_blank_without_the_intent(
        self, fern: Person, channel: Channel, bot: BotProcess
    ) -> None:
        await fern.says("echo secret", channel)
        await bot.prints("heard '' addressed=False")
        await channel.no_message(within=0.2)
        first = await fern.says("@bot echo open", channel)
        answer = await channel.next_message()
        await fern.says("echo pinged", channel, reply_to=answer)
        pinged = await channel.next_message()
        await fern.says("echo silent", channel, reply_to=answer, ping=False)

        assert answer.reply_to is first
        assert pinged.text == "pinged"
        await bot.prints("(?s)heard ''.*heard ''")

    async def test_content_is_there_with_the_intent(
        self, discord: DiscordStandIn, fern: Person, channel: Channel, tmp_path: Path
    ) -> None:
        async with sample_bot(discord, tmp_path, MESSAGE_CONTENT="1") as bot:
            await bot.ready()
            await fern.says("echo ambient", channel)

            assert (await channel.next_message()).text == "ambient"

    @pytest.mark.usefixtures("bot")
    async def test_dms_reach_the_bot_and_back(self, fern: Person) -> None:
        await fern.dms("echo just us")

        assert (await fern.dm.next_message()).text == "just us"

    @pytest.mark.usefixtures("bot")
    async def test_edits_and_deletions_are_told(
        self, fern: Person, channel: Channel, bot: BotProcess
    ) -> None:
        message = await fern.says("@bot nothing", channel)
        await bot.prints("heard")
        await fern.edits(message, "@bot changed")
        edited = await channel.next_message()
        await fern.deletes(message)

        assert "changed" in edited.text
        await bot.prints(f"deleted {message.id}")

    @pytest.mark.usefixtures("bot")
    async def test_pictures_arrive_with_alt_text(self, fern: Person) -> None:
        await fern.dms("files")
        message = await fern.dm.next_message()

        (picture,) = message.attachments
        assert picture.filename == "p.png"
        assert picture.content.startswith(b"\x89PNG")
        assert (picture.width, picture.height) == (1, 1)
        assert "a pixel" in message.alt_texts
        assert "[picture p.png: a pixel]" in message.phone()

    @pytest.mark.usefixtures("bot")
    async def test_pings_follow_allowed_mentions(
        self, discord: DiscordStandIn, fern: Person
    ) -> None:
        await fern.dms(f"plain {fern.mention} @everyone")
        quiet = await fern.dm.next_message()
        await fern.dms(f"ping {fern.mention} @everyone")
        loud = await fern.dm.next_message()

        assert not quiet.pings
        assert loud.pings.users == {fern.id}
        assert loud.pings.everyone
        assert discord.pings == [loud]

    async def test_reactions_are_told_and_given(
        self, discord: DiscordStandIn, fern: Person, channel: Channel, bot: BotProcess
    ) -> None:
        message = await fern.says("hello", channel)
        await fern.reacts(message, "\N{WAVING HAND SIGN}")
        await bot.prints("reaction")
        await discord.world.changes.wait_for(
            lambda: "\N{THUMBS UP SIGN}" in message.reactions, timeout=3, what="a thumb"
        )

        assert message.reactions["\N{THUMBS UP SIGN}"] == [discord.bot]

    @pytest.mark.usefixtures("bot")
    async def test_history_and_typing_work(self, fern: Person) -> None:
        await fern.dms("count")
        counted = await fern.dm.next_message()
        await fern.dms("typing")
        await fern.dm.next_message()

        assert counted.text == "1 messages"
        assert len(fern.dm.typing) == 1

    @pytest.mark.usefixtures("bot")
    async def test_system_messages_and_other_bots_are_let_be(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        other = discord.person("Other", bot=True)
        await fern.arrives(channel)
        await other.says("@bot echo loop", channel)
        await channel.no_message(within=0.2)
        await fern.posts_link("@bot echo see https://example.org/", channel)

        assert (await channel.next_message()).text == "see https://example.org/"
        await channel.no_message(within=0.2)


class TestComponents:
    @pytest.mark.usefixtures("bot")
    async def test_buttons_answer_in_every_way(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        await fern.says("@bot buttons more update private late quiet", channel)
        message = await channel.next_message()

        public = await (await fern.presses(message, "More")).reply()
        private = await (await fern.presses(message, "Private")).reply()
        late = await fern.presses(message, custom_id="ask:late")
        first, second = await late.replies(2)
        quiet = await (await fern.presses(message, "Quiet")).reply()

        assert public.text == "about more"
        assert public in channel.by_bot()
        assert private.visible_to is fern
        assert private not in channel.by_bot()
        assert late.deferred
        assert first.text == "after a while"
        assert (first.ephemeral, second.ephemeral) == (True, True)
        assert quiet is message
        assert message.text == "edited quietly"
        assert not discord.violations

    @pytest.mark.usefixtures("bot")
    async def test_a_press_may_edit_the_message_in_place(
        self, fern: Person, channel: Channel
    ) -> None:
        await fern.says("@bot echo first", channel)
        message = await channel.next_message()
        record = await fern.presses(message, "Update")

        assert await record.reply() is message
        assert (await message.next_edit()).text == "updated"
        assert record.answered_after is not None
        assert record.answered_after < 1

    async def test_buttons_outlive_the_process(
        self, discord: DiscordStandIn, fern: Person, channel: Channel, tmp_path: Path
    ) -> None:
        async with sample_bot(discord, tmp_path) as bot:
            await bot.ready()
            await fern.says("@bot buttons old", channel)
            message = await channel.next_message()
        async with sample_bot(discord, tmp_path, SYNC="0") as bot:
            await bot.ready()
            reply = await (await fern.presses(message, "Old")).reply()

        assert reply.text == "about old"
        assert discord.commands.syncs == 1

    @pytest.mark.usefixtures("bot")
    async def test_selects_and_modals_are_filled_in(self, fern: Person) -> None:
        await fern.dms("pick")
        message = await fern.dm.next_message()
        await (await fern.selects(message, "Python", "sql")).reply()
        chosen = message.text
        await fern.dms("buttons form")
        form = await (await fern.presses(await fern.dm.next_message(), "Form")).modal()
        done = await fern.submits_modal(form, {"Your name": "Fern"})

        assert chosen == "chose python, sql"
        assert form.title == "Tell me"
        assert form.fields == ["name"]
        assert (await done.reply()).text == "hello Fern"

    @pytest.mark.usefixtures("bot")
    async def test_only_what_is_there_can_be_pressed(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        await fern.says("@bot echo hello", channel)
        message = await channel.next_message()
        private = await (await fern.presses(message, "Private")).reply()
        moss = discord.person("Moss")

        with pytest.raises(AssertionError, match="0 buttons are 'Nothing'"):
            await fern.presses(message, "Nothing")
        with pytest.raises(AssertionError, match="Moss cannot see"):
            await moss.presses(private, "Update")


class TestCommands:
    @pytest.mark.usefixtures("bot")
    async def test_commands_work_in_every_place(
        self, discord: DiscordStandIn, channel: Channel
    ) -> None:
        ivy = discord.person("Ivy", locale="de")
        moss = discord.person("Moss")
        asked = {"question": "pay?"}

        in_guild = await (await ivy.uses_command("ask", asked, where=channel)).reply()
        in_dm = await (await ivy.uses_command("ask", asked, where=ivy.dm)).reply()
        elsewhere = await (await ivy.uses_command("ask", asked, where=ivy.elsewhere)).reply()
        between = discord.private_channel(ivy, moss)
        private = await (await ivy.uses_command("ask", asked, where=between)).reply()

        assert in_guild.text == "pay? (de, guild, guild)"
        assert in_dm.text == "pay? (de, guild, dm_channel)"
        assert elsewhere.text == "pay? (de, user, guild)"
        assert private.text == "pay? (de, user, private_channel)"
        assert not discord.violations

    @pytest.mark.usefixtures("bot")
    async def test_commands_are_offered_only_where_they_are_allowed(
        self, fern: Person, channel: Channel
    ) -> None:
        with pytest.raises(AssertionError, match="not offered"):
            await fern.uses_command("slow", where=fern.dm)
        with pytest.raises(AssertionError, match="for installs"):
            await fern.uses_command("slow", where=fern.elsewhere)
        with pytest.raises(AssertionError, match="needs question"):
            await fern.uses_command("ask", where=channel)
        with pytest.raises(AssertionError, match="no command 'nope'"):
            await fern.uses_command("nope", where=channel)

    @pytest.mark.usefixtures("bot")
    async def test_autocomplete_answers_quickly(self, fern: Person) -> None:
        choices = await fern.types_in("ask", option="question", value="sal", where=fern.dm)

        assert choices.names == ["sal 0", "sal 1", "sal 2"]
        assert choices.values == ["v0", "v1", "v2"]
        assert 0 < choices.seconds < 0.5

    @pytest.mark.usefixtures("bot")
    async def test_a_deferred_command_is_read_when_it_is_done(
        self, fern: Person, channel: Channel
    ) -> None:
        record = await fern.uses_command("slow", {"seconds": 0.2}, where=channel)
        reply = await record.reply()

        assert record.deferred
        assert reply.text == "done"
        assert await channel.next_message() is reply

    @pytest.mark.usefixtures("bot")
    async def test_message_commands_get_the_whole_message(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        moss = discord.person("Moss")
        message = await moss.says("what do they earn?", channel)
        record = await fern.uses_message_command("Answer this", message)

        assert (await record.reply()).text == "about 'what do they earn?'"
        assert record.ephemeral

    @pytest.mark.usefixtures("bot")
    async def test_options_may_be_people_and_channels(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        moss = discord.person("Moss")
        options = {"person": moss, "channel": channel}
        record = await fern.uses_command("point", options, where=channel)

        assert (await record.reply()).text == "Moss in #general"

    @pytest.mark.usefixtures("bot")
    async def test_silence_is_a_failed_interaction(self, fern: Person, channel: Channel) -> None:
        record = await fern.uses_command("mute", where=channel)

        with pytest.raises(AssertionError, match="an answer to"):
            await record.answered(timeout=0.3)


class TestThreads:
    @pytest.mark.usefixtures("bot")
    async def test_the_bot_starts_threads(self, fern: Person, channel: Channel) -> None:
        message = await fern.says("@bot thread details", channel)
        await channel.world.changes.wait_for(
            lambda: message.thread, timeout=3, what="the bot's thread"
        )

        assert message.thread is not None
        assert message.thread.name == "details"
        assert (await message.thread.next_message()).reply_to is message
        assert (await message.thread.next_message()).text == "in details"

    async def test_people_start_threads_and_forum_posts(
        self, discord: DiscordStandIn, fern: Person, bot: BotProcess
    ) -> None:
        guild = discord.guild("Forums")
        forum = guild.forum("help")
        thread = await fern.starts_thread(guild.text_channel(), "side talk")
        post = await fern.posts(forum, "Pay in India?", "@bot echo in the post")
        await fern.says("@bot echo in the thread", thread)

        assert (await post.next_message()).text == "in the post"
        assert (await thread.next_message()).text == "in the thread"
        await bot.prints("(?s)thread side talk.*thread Pay in India")


class TestFailures:
    async def test_a_refused_token_ends_the_login(
        self, discord: DiscordStandIn, tmp_path: Path
    ) -> None:
        discord.refuse_login()
        async with sample_bot(discord, tmp_path) as bot:
            status = await bot.exits()

        assert status == 1
        assert "LoginFailure" in bot.stderr

    async def test_refused_intents_end_the_connection(
        self, discord: DiscordStandIn, tmp_path: Path
    ) -> None:
        discord.refuse_privileged_intents()
        async with sample_bot(discord, tmp_path, MESSAGE_CONTENT="1") as bot:
            await bot.exits()

        assert "PrivilegedIntentsRequired" in bot.stderr

    async def test_a_first_connection_that_fails_kills_plain_discord_py(
        self, discord: DiscordStandIn, tmp_path: Path
    ) -> None:
        await discord.gateway_goes_down("refuse")
        async with sample_bot(discord, tmp_path) as bot:
            await bot.exits()

        assert "'NoneType' object has no attribute 'sequence'" in bot.stderr

    async def test_missed_events_are_replayed_after_a_dropped_socket(
        self, discord: DiscordStandIn, fern: Person, bot: BotProcess
    ) -> None:
        await discord.drop_gateway()
        await fern.dms("echo while you were away")

        assert (await fern.dm.next_message()).text == "while you were away"
        await bot.prints("resumed")
        assert len(discord.gateway.resumes) == 1
        assert len(discord.gateway.identifies) == 1

    @pytest.mark.usefixtures("bot")
    async def test_the_gateway_can_ask_to_reconnect(
        self, discord: DiscordStandIn, fern: Person
    ) -> None:
        discord.gateway.ask_to_reconnect()
        await fern.dms("echo again")

        assert (await fern.dm.next_message()).text == "again"
        assert len(discord.gateway.resumes) == 1

    async def test_discord_goes_away_and_comes_back(
        self, discord: DiscordStandIn, fern: Person, bot: BotProcess
    ) -> None:
        await discord.goes_down()
        await bot.prints("Attempting a reconnect")
        await discord.comes_up()
        await fern.dms("echo back")

        assert (await fern.dm.next_message(timeout=15)).text == "back"

    async def test_a_lost_answer_is_repeated_once_with_its_nonce(
        self, discord: DiscordStandIn, fern: Person, bot: BotProcess
    ) -> None:
        fault = discord.fail_next("POST", "/channels/*/messages", after_commit=True, drop=True)
        await fern.dms("once only this")
        await bot.prints("again after ServerDisconnectedError")
        await fern.dm.next_message()
        await fern.dm.no_message(within=0.3)

        assert fault.hits == 1
        sent = discord.requests_to("POST", "/channels/*/messages")
        assert [request.status for request in sent] == [0, 200]

    @pytest.mark.usefixtures("bot")
    async def test_a_lost_answer_to_a_press_is_nobodys_mistake(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        await fern.says("@bot buttons more", channel)
        message = await channel.next_message()
        fault = discord.fail_next("POST", "/interactions/*/*/callback", after_commit=True)
        record = await fern.presses(message, "More")
        await record.reply()
        callback = f"/interactions/{record.id}/*/callback"
        await discord.world.changes.wait_for(
            lambda: len(discord.requests_to("POST", callback)) == 2,
            timeout=3,
            what="discord.py to try again",
        )

        assert fault.hits == 1
        assert [r.error_code for r in discord.requests_to("POST", callback)] == [0, 40060]
        assert len(channel.by_bot()) == 2
        assert not discord.violations

    @pytest.mark.usefixtures("bot")
    async def test_rate_limits_are_waited_for(self, discord: DiscordStandIn, fern: Person) -> None:
        discord.fail_next("POST", "/channels/*/messages", 429, retry_after=0.3)
        await fern.dms("echo patience")
        await fern.dm.next_message()

        first, second = discord.requests_to("POST", "/channels/*/messages")
        assert first.status == 429
        assert second.at - first.at >= 0.3

    async def test_an_invalidated_session_is_made_anew(
        self, discord: DiscordStandIn, fern: Person, bot: BotProcess
    ) -> None:
        discord.gateway.invalidate_sessions()
        await bot.prints("has been invalidated")
        await discord.world.changes.wait_for(
            lambda: discord.gateway.connected, timeout=8, what="a new session"
        )
        await fern.dms("echo new session")

        assert (await fern.dm.next_message()).text == "new session"
        assert len(discord.gateway.identifies) == 2
        assert not discord.gateway.resumes

    async def test_a_server_may_remove_the_bot(self, channel: Channel, bot: BotProcess) -> None:
        assert channel.guild is not None
        channel.guild.removes_bot()

        await bot.prints("left Makers")
        assert not channel.bot_can_see

    async def test_a_bot_may_leave_politely_or_not(
        self, discord: DiscordStandIn, bot: BotProcess
    ) -> None:
        bot.kill()
        killed = await bot.exits()
        after_kill = len(discord.gateway.sessions)
        discord.gateway.sessions.clear()
        await bot.start()
        await bot.prints("has connected to Gateway")
        bot.interrupt()
        await bot.exits()

        assert (killed, after_kill) == (-9, 1)
        assert not discord.gateway.sessions
        assert not bot.running

    @pytest.mark.usefixtures("bot")
    async def test_a_session_closed_by_discord_is_resumed(
        self, discord: DiscordStandIn, fern: Person
    ) -> None:
        await discord.drop_gateway(code=1001)
        await fern.dms("echo resumed")

        assert (await fern.dm.next_message()).text == "resumed"
        assert len(discord.gateway.resumes) == 1


async def test_waiting_in_vain_says_what_for(fern: Person) -> None:
    await fern.dms("anyone?")

    with pytest.raises(AssertionError, match=r"(?s)a message by career-bot.*anyone\?"):
        await fern.dm.next_message(timeout=0.05)
    await asyncio.wait_for(fern.dm.no_message(within=0.05), 1)
