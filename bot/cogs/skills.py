"""`/skills`, the checklist of what somebody has, and the skills of a job post."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering import is_direct
from bot.career_bot import CareerBot
from bot.render import NO_WORDS_IN_POST
from bot.tools.skills import ALL_SKILLS, SkillCheck, find_skills, list_focuses, select_skills
from bot.views.actions import Press
from bot.views.choices import add_choices
from bot.views.skills import (
    CHECKLIST,
    POST,
    SKILLS,
    TICK,
    layout_checklist,
    layout_post_check,
    layout_skills,
    read_ticks,
)


class Skills(commands.Cog):
    """Answers `/skills` and what belongs to it."""

    def __init__(self, bot: CareerBot) -> None:
        self.bot = bot
        bot.actions.add(SKILLS, self.turn)
        bot.actions.add(CHECKLIST, self.open_checklist)
        bot.actions.add("tool-checklist", self.open_checklist)
        bot.actions.add(TICK, self.tick)

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self._make_command())
        self.bot.tree.add_command(
            app_commands.ContextMenu(name="Check skills in this", callback=self.check_post)
        )

    def _make_command(self) -> app_commands.Command[Any, ..., None]:
        """The command, with the groups and paths there are as choices."""

        @app_commands.command()
        @app_commands.describe(focus="Only this group of skills, or this career path")
        async def skills(
            interaction: discord.Interaction[CareerBot], focus: str | None = None
        ) -> None:
            """See which skills matter and why, and find out what you are missing"""
            layout = layout_skills(self.bot.served.knowledge, focus)
            await self.bot.delivery.respond(interaction, layout)

        focuses = [(ALL_SKILLS, "All skills"), *list_focuses(self.bot.served.knowledge)]
        add_choices(skills, "focus", focuses)
        return skills

    async def turn(self, press: Press) -> None:
        """Show another focus or page in the same message."""
        focus, page = (press.values[0], "0") if press.values else press.arguments
        layout = layout_skills(self.bot.served.knowledge, focus, page=int(page))
        await self.bot.delivery.update(press.interaction, layout)

    async def open_checklist(self, press: Press) -> None:
        """Open a checklist that only the presser sees."""
        knowledge = self.bot.served.knowledge
        focus = press.arguments[0] if press.arguments else None
        skills = [skill.id for skill in select_skills(knowledge, focus)]
        private = not is_direct(press.interaction)
        layout = layout_checklist(knowledge, skills)
        await self.bot.delivery.respond(press.interaction, layout, private=private)

    async def tick(self, press: Press) -> None:
        """Show what is left after something was ticked or unticked."""
        message = press.interaction.message
        if message is None:
            return
        pressed = str(dict(press.interaction.data or {}).get("custom_id"))
        every, ticked = read_ticks(message, pressed, press.values)
        knowledge = self.bot.served.knowledge
        if press.arguments[0] == POST:
            check = split_skills(self.bot, every)
            layout = layout_post_check(knowledge, check, ticked)
        else:
            layout = layout_checklist(knowledge, every, ticked)
        await self.bot.delivery.update(press.interaction, layout)

    async def check_post(
        self, interaction: discord.Interaction[CareerBot], message: discord.Message
    ) -> None:
        """Name the skills a job post asks for, and open a checklist with them."""
        text = "\n".join([message.content, *_embed_texts(message)])
        if not text.strip():
            await self.bot.tell_privately(interaction, NO_WORDS_IN_POST)
            return
        knowledge = self.bot.served.knowledge
        layout = layout_post_check(knowledge, find_skills(text, knowledge))
        await self.bot.delivery.respond(interaction, layout, private=not is_direct(interaction))


def split_skills(bot: CareerBot, ids: list[str]) -> SkillCheck:
    """The check of a post of which only the skills found are still known."""
    skills = select_skills(bot.served.knowledge)
    return SkillCheck(
        tuple(skill for skill in skills if skill.id in ids),
        tuple(skill for skill in skills if skill.id not in ids),
    )


def _embed_texts(message: discord.Message) -> list[str]:
    """What job boards' links and bots show in their embeds."""
    texts: list[str] = []
    for embed in message.embeds:
        texts += [embed.title or "", embed.description or ""]
        texts += [f"{field.name or ''} {field.value or ''}" for field in embed.fields]
    return texts
