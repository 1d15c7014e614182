"""Discord's rules in the stand-in: what it refuses, with which code, and what it remembers."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from discord_stand_in import Channel, DiscordStandIn, Person

Json = dict[str, Any]
V2 = 1 << 15


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


async def call(
    discord: DiscordStandIn, method: str, path: str, body: Any = None, files: Json | None = None
) -> tuple[int, Any]:
    """A request as the bot would make it; the status and the answer."""
    headers = {"Authorization": f"Bot {discord.token}"}
    form = aiohttp.FormData(quote_fields=False)
    if files:
        form.add_field("payload_json", json.dumps(body))
        for index, (name, content) in enumerate(files.items()):
            form.add_field(f"files[{index}]", content, filename=name)
    async with (
        aiohttp.ClientSession() as session,
        session.request(
            method,
            discord.api_url + path,
            json=None if files else body,
            data=form if files else None,
            headers=headers,
        ) as answer,
    ):
        return answer.status, json.loads(await answer.read() or b"null")


def text(content: str = "hello") -> Json:
    return {"type": 10, "content": content}


def button(**fields: Any) -> Json:
    return {"type": 2, "style": 2, "label": "Go", "custom_id": "go"} | fields


def row(*children: Json) -> Json:
    return {"type": 1, "components": list(children)}


def select(**fields: Any) -> Json:
    options = [{"label": "One", "value": "1"}, {"label": "Two", "value": "2"}]
    return {"type": 3, "custom_id": "choose", "options": options} | fields


def many(count: int) -> list[Json]:
    return [button(custom_id=f"b{number}") for number in range(count)]


def v2(*components: Json, **fields: Any) -> Json:
    return {"flags": V2, "components": list(components)} | fields


FITS = {
    "plain": {"content": "x" * 2000},
    "text of 4000": v2(text("x" * 2000), text("x" * 2000)),
    "40 components": v2(*[text() for _ in range(40)]),
    "five buttons": v2(row(*many(5))),
    "a select": v2(row(select(placeholder="x" * 150))),
    "a section": v2({"type": 9, "components": [text()], "accessory": button()}),
    "a container": v2({"type": 17, "components": [text(), row(button()), {"type": 14}]}),
    "an emoji button": v2(row(button(label=None, emoji={"name": "\u2753"}))),
    "a link": v2(row({"type": 2, "style": 5, "label": "Go", "url": "https://example.org"})),
    "a nonce": {"content": "x", "nonce": "1" * 25, "enforce_nonce": True},
}

BREAKS = {
    "long content": ({"content": "x" * 2001}, "content", "BASE_TYPE_MAX_LENGTH"),
    "content beside v2": (
        v2(text(), content="x"),
        "content",
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "embeds beside v2": (
        v2(text(), embeds=[{"title": "x"}]),
        "embeds",
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "4001 characters": (
        v2(text("x" * 2000), text("x" * 2001)),
        "components",
        "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ),
    "41 components": (
        v2({"type": 17, "components": [text() for _ in range(40)]}),
        "components",
        "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    "text without v2": ({"components": [text()]}, "components.0.type", "UNION_TYPE_CHOICES"),
    "empty text": (v2(text("")), "components.0.content", "BASE_TYPE_BAD_LENGTH"),
    "six buttons": (
        v2(row(*many(6))),
        "components.0.components",
        "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ),
    "a button by a select": (
        v2(row(select(), button())),
        "components.0.components",
        "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ),
    "one custom id twice": (
        v2(row(button(), button())),
        "components",
        "COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    "a long custom id": (
        v2(row(button(custom_id="x" * 101))),
        "components.0.components.0.custom_id",
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a long label": (
        v2(row(button(label="x" * 81))),
        "components.0.components.0.label",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "a button with nothing on it": (
        v2(row(button(label=""))),
        "components.0.components.0",
        "BUTTON_COMPONENT_LABEL_REQUIRED",
    ),
    "a sign that is no emoji": (
        v2(row(button(emoji={"name": "\u22ef"}))),
        "components.0.components.0.emoji.name",
        "BUTTON_COMPONENT_INVALID_EMOJI",
    ),
    "no options": (
        v2(row(select(options=[]))),
        "components.0.components.0.options",
        "BASE_TYPE_BAD_LENGTH",
    ),
    "26 options": (
        v2(row(select(options=[{"label": f"{n}", "value": f"{n}"} for n in range(26)]))),
        "components.0.components.0.options",
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a long option": (
        v2(row(select(options=[{"label": "x" * 101, "value": "1"}]))),
        "components.0.components.0.options.0.label",
        "BASE_TYPE_BAD_LENGTH",
    ),
    "one value twice": (
        v2(row(select(options=[{"label": "a", "value": "1"}, {"label": "b", "value": "1"}]))),
        "components.0.components.0.options",
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ),
    "a long placeholder": (
        v2(row(select(placeholder="x" * 151))),
        "components.0.components.0.placeholder",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "more to choose than there is": (
        v2(row(select(max_values=3))),
        "components.0.components.0.options",
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a bare button": (v2(button()), "components.0.type", "UNION_TYPE_CHOICES"),
    "a section alone": (
        v2({"type": 9, "components": [text()]}),
        "components.0.accessory",
        "BASE_TYPE_REQUIRED",
    ),
    "a container in a container": (
        v2({"type": 17, "components": [{"type": 17, "components": [text()]}]}),
        "components.0.components.0.type",
        "UNION_TYPE_CHOICES",
    ),
    "an empty gallery": (
        v2({"type": 12, "items": []}),
        "components.0.items",
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a picture that was not sent": (
        v2({"type": 12, "items": [{"media": {"url": "attachment://p.png"}}]}),
        "components.0.items.0.media.url",
        "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    "a long nonce": ({"content": "x", "nonce": "1" * 26}, "nonce", "BASE_TYPE_MAX_LENGTH"),
    "a reply to nothing": (
        {"content": "x", "message_reference": {"message_id": "1"}},
        "message_reference",
        "REPLIES_UNKNOWN_MESSAGE",
    ),
}


class TestLimits:
    @pytest.mark.parametrize("body", FITS.values(), ids=FITS)
    async def test_what_fits_is_taken(
        self, discord: DiscordStandIn, channel: Channel, body: Json
    ) -> None:
        status, answer = await call(discord, "POST", f"/channels/{channel.id}/messages", body)

        assert status == 200
        assert answer["id"] == str(channel.messages[0].id)
        assert not discord.violations

    @pytest.mark.parametrize(("body", "where", "code"), BREAKS.values(), ids=BREAKS)
    async def test_what_does_not_fit_is_refused_and_remembered(
        self, discord: DiscordStandIn, channel: Channel, body: Json, where: str, code: str
    ) -> None:
        status, answer = await call(discord, "POST", f"/channels/{channel.id}/messages", body)

        assert (status, answer["code"]) == (400, 50035)
        assert (where, code) in [(v.where, v.code) for v in discord.violations]
        assert not channel.messages

    async def test_every_problem_is_told_at_once(
        self, discord: DiscordStandIn, channel: Channel
    ) -> None:
        body = v2(text(""), row(button(label="x" * 81)))
        _, answer = await call(discord, "POST", f"/channels/{channel.id}/messages", body)

        first, second = answer["errors"]["components"]["0"], answer["errors"]["components"]["1"]
        assert first["content"]["_errors"][0]["code"] == "BASE_TYPE_BAD_LENGTH"
        assert "_errors" in second["components"]["0"]["label"]

    async def test_an_empty_message_is_refused(
        self, discord: DiscordStandIn, channel: Channel
    ) -> None:
        status, answer = await call(discord, "POST", f"/channels/{channel.id}/messages", {})

        assert (status, answer["code"]) == (400, 50006)

    async def test_text_that_is_long_in_bytes_makes_discord_fail(
        self, discord: DiscordStandIn, channel: Channel
    ) -> None:
        body = v2(text("\u0905" * 3400))
        status, _ = await call(discord, "POST", f"/channels/{channel.id}/messages", body)

        assert status == 500
        assert discord.violations

    async def test_alt_text_has_a_limit(self, discord: DiscordStandIn, channel: Channel) -> None:
        body = {"attachments": [{"id": 0, "filename": "p.png", "description": "x" * 1025}]}
        path = f"/channels/{channel.id}/messages"
        status, _ = await call(discord, "POST", path, body, {"p.png": b"x"})

        assert status == 400
        assert discord.violations[0].where == "attachments.0.description"

    async def test_one_nonce_makes_one_message(
        self, discord: DiscordStandIn, channel: Channel
    ) -> None:
        body = {"content": "once", "nonce": "7", "enforce_nonce": True}
        path = f"/channels/{channel.id}/messages"
        _, first = await call(discord, "POST", path, body)
        _, second = await call(discord, "POST", path, body)

        assert first["id"] == second["id"]
        assert len(channel.messages) == 1

    @pytest.mark.parametrize(
        ("command", "where"),
        [
            ({"name": "Ask", "description": "x"}, "0.name"),
            ({"name": "a b", "description": "x"}, "0.name"),
            ({"name": "x" * 33, "description": "x"}, "0.name"),
            ({"name": "ask"}, "0.description"),
            ({"name": "ask", "description": "x" * 101}, "0.description"),
            (
                {"name": "ask", "description": "x", "name_localizations": {"de": "Frag mich"}},
                "0.name_localizations.de",
            ),
            (
                {"name": "ask", "description": "x", "name_localizations": {"xx": "ask"}},
                "0.name_localizations.xx",
            ),
            (
                {
                    "name": "ask",
                    "description": "x",
                    "options": [
                        {"type": 3, "name": "a", "description": "x"},
                        {"type": 3, "name": "b", "description": "x", "required": True},
                    ],
                },
                "0.options.1",
            ),
            (
                {
                    "name": "ask",
                    "description": "x",
                    "options": [
                        {
                            "type": 3,
                            "name": "a",
                            "description": "x",
                            "choices": [{"name": f"{n}", "value": f"{n}"} for n in range(26)],
                        }
                    ],
                },
                "0.options.0.choices",
            ),
            ({"name": "Answer this", "type": 3, "description": "x"}, "0.description"),
        ],
    )
    async def test_commands_have_limits(
        self, discord: DiscordStandIn, command: Json, where: str
    ) -> None:
        path = f"/applications/{discord.bot.id}/commands"
        status, answer = await call(discord, "PUT", path, [command])

        assert (status, answer["code"]) == (400, 50035)
        assert [violation.where for violation in discord.violations] == [where]

    async def test_hindi_and_german_names_are_fine(self, discord: DiscordStandIn) -> None:
        names = {"hi": "पूछें", "de": "größe", "ja": "質問"}
        command = {"name": "ask", "description": "x", "name_localizations": names}
        path = f"/applications/{discord.bot.id}/commands"
        status, _ = await call(discord, "PUT", path, [command])

        assert status == 200


class TestInteractionRules:
    @pytest.fixture
    async def path(self, discord: DiscordStandIn, fern: Person) -> str:
        command = {"name": "ask", "description": "x", "options": []}
        await call(discord, "PUT", f"/applications/{discord.bot.id}/commands", [command])
        record = await fern.uses_command("ask", where=fern.dm)
        return f"/interactions/{record.id}/{record.token}/callback"

    async def test_one_initial_response_each(self, discord: DiscordStandIn, path: str) -> None:
        body = {"type": 4, "data": {"content": "hello"}}
        first, _ = await call(discord, "POST", path, body)
        second, answer = await call(discord, "POST", path, body)

        assert (first, second, answer["code"]) == (204, 400, 40060)
        assert [violation.code for violation in discord.violations] == ["40060"]

    async def test_three_seconds_and_it_is_too_late(
        self, discord: DiscordStandIn, path: str
    ) -> None:
        (record,) = discord.unanswered
        record.created -= 3.1
        status, answer = await call(discord, "POST", path, {"type": 5})

        assert (status, answer["code"]) == (404, 10062)
        assert discord.violations
        assert discord.unanswered == [record]

    async def test_a_command_cannot_update_a_message(
        self, discord: DiscordStandIn, path: str
    ) -> None:
        status, answer = await call(discord, "POST", path, {"type": 7, "data": {"content": "x"}})

        assert (status, answer["code"]) == (400, 50035)

    async def test_follow_ups_need_an_answer_and_end_after_fifteen_minutes(
        self, discord: DiscordStandIn, path: str
    ) -> None:
        (record,) = discord.interactions
        webhook = f"/webhooks/{discord.bot.id}/{record.token}"
        early, _ = await call(discord, "POST", webhook, {"content": "x"})
        await call(discord, "POST", path, {"type": 4, "data": {"content": "x", "flags": 64}})
        in_time, _ = await call(discord, "POST", webhook, {"content": "x"})
        record.expires()
        late, answer = await call(discord, "POST", webhook, {"content": "x"})

        assert (early, in_time, late, answer["code"]) == (404, 200, 401, 50027)

    async def test_modals_have_limits(self, discord: DiscordStandIn, path: str) -> None:
        field = {"type": 4, "custom_id": "f", "style": 1, "placeholder": "x" * 101}
        label = {"type": 18, "label": "x" * 46, "component": field}
        data = {"title": "x" * 46, "custom_id": "form", "components": [label, button()]}
        await call(discord, "POST", path, {"type": 9, "data": data})

        assert [violation.where for violation in discord.violations] == [
            "data.title",
            "data.components.0.label",
            "data.components.0.component.placeholder",
            "data.components.1.type",
        ]


class TestServers:
    @pytest.mark.parametrize(("taken", "code"), [("view_channel", 50001), ("send_messages", 50013)])
    async def test_missing_permissions_are_refused(
        self, discord: DiscordStandIn, channel: Channel, taken: str, code: int
    ) -> None:
        channel.deny_bot(taken)
        path = f"/channels/{channel.id}/messages"
        status, answer = await call(discord, "POST", path, {"content": "x"})

        assert (status, answer["code"]) == (403, code)
        assert not discord.violations

    async def test_closed_dms_and_vanished_things_are_refused(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        fern.closes_dms()
        gone = await fern.says("hello", channel)
        await fern.deletes(gone)
        sent = {"content": "x"}
        _, to_dm = await call(discord, "POST", f"/channels/{fern.dm.id}/messages", sent)
        _, message = await call(discord, "GET", f"/channels/{channel.id}/messages/{gone.id}")
        channel.vanishes()
        _, to_channel = await call(discord, "POST", f"/channels/{channel.id}/messages", sent)

        assert [to_dm["code"], message["code"], to_channel["code"]] == [50007, 10008, 10003]

    async def test_other_peoples_messages_are_not_the_bots_to_edit(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        message = await fern.says("mine", channel)
        path = f"/channels/{channel.id}/messages/{message.id}"
        _, edited = await call(discord, "PATCH", path, {"content": "x"})
        _, deleted = await call(discord, "DELETE", path)

        assert [edited["code"], deleted["code"]] == [50005, 50013]

    async def test_everyone_is_mentioned_by_those_who_may(
        self, discord: DiscordStandIn, fern: Person, channel: Channel
    ) -> None:
        assert channel.guild is not None
        role = channel.guild.bot_role()
        assert role is not None
        moderator = discord.person("Moderator", permissions="mention_everyone")
        words = await fern.says("@everyone look", channel)
        call_out = await moderator.says(f"@here and <@&{role.id}> look", channel)
        path = f"/channels/{channel.id}/messages"
        _, seen_words = await call(discord, "GET", f"{path}/{words.id}")
        _, seen_call = await call(discord, "GET", f"{path}/{call_out.id}")

        assert (seen_words["mention_everyone"], seen_words["mention_roles"]) == (False, [])
        assert (seen_call["mention_everyone"], seen_call["mention_roles"]) == (True, [str(role.id)])

    async def test_permissions_add_up(self, discord: DiscordStandIn, channel: Channel) -> None:
        moderator = discord.person("Moderator", permissions="manage_messages")
        anyone = discord.person("Anyone")
        guild = channel.guild

        assert guild is not None
        assert guild.permissions_of(moderator, channel) & (1 << 13)
        assert not guild.permissions_of(anyone, channel) & (1 << 13)

    async def test_an_unknown_route_is_a_violation(self, discord: DiscordStandIn) -> None:
        status, _ = await call(discord, "POST", "/no/such/thing", {})

        assert status == 404
        assert discord.violations[0].code == "NO_ROUTE"

    async def test_a_wrong_token_is_unauthorised(self, discord: DiscordStandIn) -> None:
        discord.refuse_login()
        status, answer = await call(discord, "GET", "/users/@me")

        assert (status, answer["message"]) == (401, "401: Unauthorized")

    async def test_a_phone_shows_everything(
        self, discord: DiscordStandIn, channel: Channel
    ) -> None:
        section = {"type": 9, "components": [text("Python")], "accessory": button(disabled=True)}
        body = v2(
            {
                "type": 17,
                "components": [text("**Pay**\n- India: 10 lakh a year, they say")],
            },
            {"type": 14},
            section,
            row(*many(3)),
            row(select(placeholder="Pick")),
        )
        await call(discord, "POST", f"/channels/{channel.id}/messages", body)

        assert channel.messages[0].phone(30).splitlines() == [
            "┃ **Pay**",
            "┃ - India: 10 lakh a year,",
            "┃   they say",
            "─" * 30,
            "Python",
            "(Go)",
            "[Go] [Go] [Go]",
            "[Pick ▾ 2]",
        ]
