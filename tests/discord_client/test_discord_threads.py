"""Threads where message content is switched on: who was answered asks on, people talk in peace."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from discord_stand_in import BotProcess, Channel, DiscordStandIn, Message, Person
from surroundings import Town

INDIA = "What does an ML engineer earn in India?"
US = "What does an ML engineer earn in the US?"
PYTHON = "Do I need Python?"
BOOTCAMP = "Is a machine learning bootcamp worth it?"
BECOME = "How do I become an ML engineer?"
ROLE = "What does an ML engineer do?"
BY_THE_CLOCK = """
from functools import partial
from pathlib import Path

from bot import askers, cli, conversations

def read_clock():
    return float(Path("clock").read_text())

for module in (askers, conversations):
    module.TTLCache = partial(module.TTLCache, timer=read_clock)
cli.main()
"""
"""The program, but what fades does so by the seconds that a file tells."""

pytestmark = pytest.mark.usefixtures("bot")


@pytest.fixture(scope="module")
def town(opened_town: Town) -> Town:
    return opened_town


async def ask(person: Person, question: str, thread: Channel) -> Message:
    """The answer to a question that calls the bot; that nothing else was answered before it."""
    asked = await person.says(f"@bot {question}", thread)
    answer = await thread.next_message()
    assert answer.reply_to is asked
    return answer


@pytest.mark.parametrize(
    ("asked", "line", "said"),
    [
        (US, "and in india?", "lakh"),
        (US, "what about India then", "lakh"),
        (US, "thanks! and in india?", "lakh"),
        (US, "and for seniors?", "experience"),
        (US, "how does that compare with india?", "India"),
        (INDIA, "and in the us?", "$"),
        (INDIA, "what does an ml engineer do?", "ML engineer"),
        (PYTHON, "how do I learn that?", "how hard a single skill"),
        (PYTHON, "and R?", "R "),
        (PYTHON, "do I need math too?", "ath"),
        (BOOTCAMP, "how do I choose one?", "course"),
        (BOOTCAMP, "and a degree?", "degree"),
        (BOOTCAMP, "how much does it cost?", "no prices"),
        (BECOME, "how long does that take?", "month"),
        (BECOME, "do I need a degree for that?", "degree"),
        (ROLE, "how much do they earn?", "$"),
        (ROLE, "what skills do they need?", "skill"),
        (US, "and in germany?", "nothing about Germany"),
    ],
)
async def test_who_was_answered_asks_on_without_a_mention(
    fern: Person, channel: Channel, asked: str, line: str, said: str
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await ask(fern, asked, thread)
    went_on = await fern.says(line, thread)
    answer = await thread.next_message()

    assert answer.reply_to is went_on
    assert said in answer.text


@pytest.mark.parametrize(
    "line",
    [
        "ok I'll tell my boss",
        "what about you Moss?",
        "what about you?",
        "and you?",
        "yes",
        "no way",
        "go on",
        "really?",
        "why?",
        "which one?",
        "the first one",
        "2",
        "is it cold there?",
        "is he still in india?",
        "does she earn that much?",
        "see you at the bootcamp tomorrow",
        "thanks Moss, then I'll learn python first",
        "thanks!",
        "hello everyone",
        "lol same",
        "same in my company",
        "my brother works at google as a data scientist",
        "I got my degree last year",
        "I moved to india last month",
        "in india it's more like half of that",
        "not bad for a beginner",
        "so no degree needed",
        "too much math for me",
        "did you watch the game yesterday?",
        "are you coming to the meetup?",
        "who are you working for?",
        "how long have you been there?",
        "how much do you make?",
        "how was the interview?",
        "how was india?",
        "was your bootcamp worth it?",
        "when did you start learning?",
        "and your brother?",
        "what about lunch?",
        "how about pizza?",
        "and tomorrow?",
        "shall we go?",
        "where is Moss?",
        "is that you in the picture?",
        "what's the weather in india like?",
        "how long is the flight to india?",
        "can you send me the link?",
        "should I ask my boss?",
        "what should I wear to the interview?",
        "is it still raining?",
        "do you need python at your job?",
        "is your company hiring juniors?",
        "anyone here from india?",
        "what did the recruiter say?",
        "what a day",
    ],
)
@pytest.mark.parametrize("asked", [US, PYTHON], ids=["pay", "python"])
async def test_people_talk_in_peace_after_an_answer(
    fern: Person, channel: Channel, asked: str, line: str
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await ask(fern, asked, thread)
    await fern.says(line, thread)
    await ask(fern, BECOME, thread)

    assert len(thread.by_bot()) == 2


async def test_talk_is_no_turn_of_the_conversation(fern: Person, channel: Channel) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await ask(fern, US, thread)
    await fern.says("see you at the bootcamp tomorrow", thread)
    await fern.says("and in india?", thread)

    assert "lakh" in (await thread.next_message()).text


async def test_a_thread_belongs_to_people_again_once_somebody_else_speaks(
    fern: Person, moss: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await ask(fern, US, thread)
    await moss.says("nice, see you at lunch", thread)
    await moss.says(INDIA, thread)
    await fern.says("and in india?", thread)
    await ask(fern, US, thread)
    await fern.says("and in india?", thread)

    assert "lakh" in (await thread.next_message()).text


async def test_what_is_said_to_others_ends_it_as_well(
    fern: Person, moss: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await ask(fern, US, thread)
    await fern.says(f"{moss.mention} {INDIA}", thread)
    await fern.says("and in india?", thread)

    await ask(fern, PYTHON, thread)


async def test_a_command_in_a_thread_is_gone_on_from(
    fern: Person, moss: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await moss.says("hi Fern", thread)
    await fern.uses_command("ask", {"question": US}, where=thread)
    await thread.next_message()
    await fern.says("and in india?", thread)

    assert "lakh" in (await thread.next_message()).text


async def test_a_thread_without_the_bot_stays_without_it(fern: Person, channel: Channel) -> None:
    thread = await fern.starts_thread(channel, "ours")
    await fern.says(INDIA, thread)

    await ask(fern, PYTHON, thread)


async def test_an_edit_of_what_went_on_changes_the_answer_or_takes_it_away(
    fern: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await ask(fern, US, thread)
    went_on = await fern.says("and in india?", thread)
    answer = await thread.next_message()
    await fern.edits(went_on, "and for seniors?")
    await thread.world.changes.wait_for(
        lambda: "lakh" not in answer.text, timeout=5, what="the other answer"
    )
    await fern.edits(went_on, "never mind, see you at lunch")
    await thread.world.changes.wait_for(lambda: answer.deleted, timeout=5, what="no answer")

    await fern.says("and in india?", thread)
    assert "lakh" in (await thread.next_message()).text


async def test_what_nobody_else_sees_takes_no_thread_over(
    fern: Person, moss: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await ask(fern, US, thread)
    await (await moss.uses_command("help", where=thread)).answered()
    await fern.says("and in india?", thread)

    assert "lakh" in (await thread.next_message()).text


@pytest.mark.parametrize("choice", ["Why this answer?", "Not what I asked", "Remove"])
async def test_the_menu_below_an_answer_gives_no_thread_back(
    fern: Person, moss: Person, channel: Channel, choice: str
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    answer = await ask(fern, US, thread)
    await moss.says("nice, see you at lunch", thread)
    await (await fern.selects(answer, choice)).answered()
    await fern.says("and in india?", thread)
    await ask(fern, BECOME, thread)


async def test_a_message_answered_for_somebody_else_is_not_gone_on_from(
    fern: Person, moss: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    await ask(fern, US, thread)
    wondered = await moss.says(PYTHON, thread)
    await fern.uses_message_command("Answer this", wondered)
    await thread.next_message()
    await fern.says("and in india?", thread)

    await ask(fern, BECOME, thread)


async def test_who_presses_for_an_answer_goes_on_from_it(
    fern: Person, moss: Person, channel: Channel
) -> None:
    thread = await fern.starts_thread(channel, "pay")
    answer = await ask(fern, INDIA, thread)
    await moss.presses(answer, US.removesuffix("?"))
    await thread.next_message()
    await moss.says("and for seniors?", thread)

    assert "experience" in (await thread.next_message()).text


async def test_who_chooses_what_was_meant_goes_on_from_it(
    fern: Person, moss: Person, channel: Channel, unclear: str
) -> None:
    thread = await fern.starts_thread(channel, "study")
    choices = await ask(fern, unclear, thread)
    await moss.says("nice, see you at lunch", thread)
    await (await fern.presses(choices, choices.labels[0])).reply()
    await fern.says("what skills do they need?", thread)

    assert "skill" in (await thread.next_message()).text


async def test_a_conversation_goes_on_as_long_as_it_lives(home: Path) -> None:
    lines = ["and in india?", "and in the us?", "and for seniors?", "and in india?"]
    clock = home / "clock"
    clock.write_text("0")
    async with DiscordStandIn() as discord:
        channel, fern = discord.guild().text_channel(), discord.person("Fern")
        command = [sys.executable, "-c", BY_THE_CLOCK]
        settings = {"MESSAGE_CONTENT": "1"}
        async with BotProcess(discord, home, settings=settings, command=command) as bot:
            await bot.ready()
            thread = await fern.starts_thread(channel, "pay")
            await ask(fern, US, thread)
            for number, line in enumerate(lines, start=1):
                clock.write_text(str(number * 10 * 60))
                went_on = await fern.says(line, thread)
                assert (await thread.next_message()).reply_to is went_on
            clock.write_text(str((len(lines) + 2) * 10 * 60))
            await fern.says("and in the us?", thread)

            await ask(fern, PYTHON, thread)
