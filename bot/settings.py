"""Settings from the environment and `.env`, validated."""

import os
import re
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import ConfigurationError, word_os_error
from bot.knowledge.files import NO_FOLDER

_ID: Final = re.compile(r"\d{1,20}")
"""An id of Discord's: up to 64 bits in decimal digits."""


class Settings(BaseSettings):
    """Everything an operator can set; each field's description is its documentation."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        env_ignore_empty=True,
    )

    discord_token: SecretStr | None = Field(
        None, description="The bot's token, from the developer portal (Bot, Reset Token)."
    )
    knowledge_dir: Path | None = Field(
        None, description="The knowledge folder; without it the one that comes with career-bot."
    )
    ambient_channels: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(),
        description="Ids of channels where the bot may answer unasked, separated by commas.",
    )
    message_content: bool = Field(
        False,
        description="1 asks Discord for message content, for ambient channels and for threads.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="How much is logged: DEBUG, INFO, WARNING or ERROR."
    )
    knowledge_language: str = Field(
        "en",
        description="The language the knowledge is written in, as a code of two letters.",
    )
    threshold: float | None = Field(
        None,
        ge=0,
        le=1,
        description="How sure an answer must be, 0 to 1; set from the knowledge when empty.",
    )
    ambiguity_threshold: float | None = Field(
        None,
        ge=0,
        le=1,
        description="How far ahead of the next an answer must be, 0 to 1; also set by itself.",
    )
    discord_api_url: str | None = Field(
        None,
        pattern=r"^https?://\S+$",
        description="Another address for Discord's REST API, such as a proxy of your own.",
    )
    discord_gateway_url: str | None = Field(
        None,
        pattern=r"^wss?://\S+$",
        description="Another address for Discord's gateway, such as a proxy of your own.",
    )

    @property
    def knowledge_folder(self) -> Path | None:
        """The folder that `knowledge_dir` names; raises ConfigurationError where it is none."""
        if self.knowledge_dir is None:
            return None
        # unlike Path.expanduser this leaves the home of somebody unknown as it is written
        folder = Path(os.path.expanduser(self.knowledge_dir))  # noqa: PTH111
        if not folder.is_dir():
            raise ConfigurationError(f"KNOWLEDGE_DIR: {folder} {NO_FOLDER} (environment or .env)")
        return folder

    @field_validator("ambient_channels", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ids = [part.strip() for part in value.split(",") if part.strip()]
        if not all(_ID.fullmatch(part) for part in ids):
            raise ValueError("give channel ids (numbers) separated by commas")
        return frozenset(int(part) for part in ids)

    @field_validator("knowledge_language")
    @classmethod
    def _find_language(cls, value: str) -> str:
        import pycountry  # slow to load, and most leave this setting as it is

        language = pycountry.languages.get(alpha_2=value)
        if language is None:
            raise ValueError
        return str(language.alpha_2)

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value


def read_settings() -> Settings:
    """The settings in force; raises ConfigurationError with what to do about each wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [_word_fault(fault["loc"], fault["msg"]) for fault in error.errors()]
        raise ConfigurationError("; ".join(lines) + " (environment or .env)") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(".env is not UTF-8; save it as UTF-8") from error
    except OSError as error:
        message = f".env cannot be read ({word_os_error(error)}); check it"
        raise ConfigurationError(message) from error


_REMEDIES: Final = {
    "threshold": "give a number from 0 to 1, or leave it empty",
    "ambiguity_threshold": "give a number from 0 to 1, or leave it empty",
    "knowledge_language": "give the language's code of two letters (ISO 639-1), such as en or pt",
    "message_content": "give 1 or 0",
    "log_level": "give DEBUG, INFO, WARNING or ERROR",
    "discord_api_url": "give an address that starts with https:// or http://",
    "discord_gateway_url": "give an address that starts with wss:// or ws://",
}


def _word_fault(location: tuple[int | str, ...], message: str) -> str:
    name = str(location[0])
    return f"{name.upper()}: {_REMEDIES.get(name, message.removeprefix('Value error, '))}"
