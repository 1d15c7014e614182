"""The languages Discord shows our commands in, and a word to people whose own is another.

Commands are translated from the catalogues in `bot/locales`, one YAML file per locale, which map
the English text to the translation. Answers stay in the language of the knowledge.
"""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

import discord
import yaml
from cachetools import TTLCache
from discord import app_commands

TOLD_SECONDS: Final = 30 * 24 * 60 * 60.0
MOST_TOLD: Final = 50_000
UNTRANSLATED: Final = "My answers stay in the language they were written in."
"""What a catalogue translates for people whose client is set to another language."""

Catalogue = Mapping[str, str]


def load_catalogues() -> dict[str, Catalogue]:
    """The catalogue of each locale that has one, by Discord's name for the locale."""
    folder = files("bot") / "locales"
    return {
        file.name.removesuffix(".yaml"): yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".yaml")
    }


def find_catalogue(catalogues: Mapping[str, Catalogue], locale: str) -> Catalogue:
    """The catalogue of a locale, or of another locale of its language; empty without one."""
    if locale in catalogues:
        return catalogues[locale]
    language = locale.split("-")[0]
    return next((c for name, c in catalogues.items() if name.split("-")[0] == language), {})


class CatalogueTranslator(app_commands.Translator):
    """Translates the names and descriptions of commands."""

    def __init__(self, catalogues: Mapping[str, Catalogue]) -> None:
        self._catalogues = catalogues

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The translation where a catalogue has one; choices come from the knowledge and stay."""
        if context.location is app_commands.TranslationContextLocation.choice_name:
            return None
        return find_catalogue(self._catalogues, locale.value).get(string.message)


class Languages:
    """Tells people once that answers stay in the knowledge's language."""

    def __init__(self, catalogues: Mapping[str, Catalogue], *, language: str) -> None:
        self._catalogues = catalogues
        self._language = language
        self._told: TTLCache[int, bool] = TTLCache(MOST_TOLD, TOLD_SECONDS)

    def note_for(self, interaction: discord.Interaction[Any]) -> str:
        """Small print in the person's own language, the first time only; otherwise empty."""
        locale = interaction.locale.value
        if locale.split("-")[0] == self._language or interaction.user.id in self._told:
            return ""
        self._told[interaction.user.id] = True
        return f"-# {find_catalogue(self._catalogues, locale).get(UNTRANSLATED, UNTRANSLATED)}"
