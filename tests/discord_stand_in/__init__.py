"""A stand-in for Discord, in this process, that the unmodified discord.py client logs into.

Both the REST API (v10) and the gateway are served on one local port.
The bot under test runs as a process of its own and is told the two addresses through
DISCORD_API_URL and DISCORD_GATEWAY_URL; the test acts as people and reads what they would see:

    async with DiscordStandIn() as discord:
        fern = discord.person("Fern")
        channel = discord.guild("Makers").text_channel("general")
        async with BotProcess(discord, tmp_path) as bot:
            await bot.ready()

            await fern.says("@bot what does an ML engineer earn?", channel)
            answer = await channel.next_message()
            assert "year" in answer.text

            record = await fern.presses(answer, "What skills do I need?")
            reply = await record.reply()
            print(reply.phone())

            choices = await fern.types_in("ask", option="question", value="sal", where=fern.dm)
            record = await fern.uses_command("ask", {"question": choices[0].value}, where=fern.dm)
            assert (await record.reply()).buttons

            assert await bot.stops() == 0
        assert not discord.violations

Places for `where`: a guild's channel or thread, `fern.dm`, `fern.elsewhere` (a server the bot never
joined, the app installed by its user), `discord.private_channel(fern, moss)`.
Discord's limits are enforced with its error codes, and each breach is kept in `violations`.
Things break on demand: `fail_next`, `delay_answers`, `refuse_login`, `refuse_privileged_intents`,
`drop_gateway`, `gateway_goes_down`, `goes_down` and `comes_up`.

The modules, from the outside in: `process` (the bot), `people` (what they do), `stand_in` (the
whole), `rest` and `routes_*`, `gateway`, `interactions`, `commands`, `messages`, `limits`,
`component_limits` and `command_limits` (Discord's rules), `reading` (what people see),
`payloads` (JSON), `model` (what exists).
"""

from .faults import Fault, RecordedRequest, Violation
from .interactions import Choice, Choices, InteractionRecord, Modal
from .model import Channel, Guild, Message
from .objects import Attachment, User
from .people import Person
from .permissions import Permission
from .process import BotProcess
from .reading import Button, Option, Select
from .stand_in import DiscordStandIn
from .uploads import Upload

__all__ = [
    "Attachment",
    "BotProcess",
    "Button",
    "Channel",
    "Choice",
    "Choices",
    "DiscordStandIn",
    "Fault",
    "Guild",
    "InteractionRecord",
    "Message",
    "Modal",
    "Option",
    "Permission",
    "Person",
    "RecordedRequest",
    "Select",
    "Upload",
    "User",
    "Violation",
]
