"""Settings, and the example file that lists them."""

import re
from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.settings import Settings, read_settings

EXAMPLE = Path(__file__).parents[1] / ".env.example"


def test_the_example_file_lists_every_setting_and_no_other() -> None:
    listed = set(re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))

    assert listed == {name.upper() for name in Settings.model_fields}


def test_the_example_file_as_it_is_sets_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")

    assert read_settings() == Settings.model_construct()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AMBIENT_CHANNELS", "general"),
        ("MESSAGE_CONTENT", "perhaps"),
        ("LOG_LEVEL", "loud"),
        ("THRESHOLD", "2"),
    ],
)
def test_a_wrong_value_is_named_with_its_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, value)

    with pytest.raises(ConfigurationError, match=f"^{name}: "):
        read_settings()


def test_channel_ids_are_read_with_spaces_and_empty_parts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AMBIENT_CHANNELS", " 12, 34,, ")

    assert read_settings().ambient_channels == {12, 34}


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("THRESHOLD", "3", "a number from 0 to 1"),
        ("DISCORD_API_URL", "notaurl", "starts with https://"),
        ("DISCORD_GATEWAY_URL", "foo", "starts with wss://"),
        ("KNOWLEDGE_LANGUAGE", "English", "a language code"),
        ("LOG_LEVEL", "loud", "DEBUG, INFO"),
        ("AMBIENT_CHANNELS", "general", "channel ids"),
        ("AMBIENT_CHANNELS", "²", "channel ids"),
        ("AMBIENT_CHANNELS", "9" * 5000, "channel ids"),
    ],
    ids=lambda value: value[:20],
)
def test_a_wrong_setting_says_what_to_give(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str, remedy: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, value)

    with pytest.raises(ConfigurationError, match=f"{name}: .*{remedy}"):
        read_settings()


def test_an_example_file_in_another_encoding_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes("LOG_LEVEL=INFO".encode("utf-16"))

    with pytest.raises(ConfigurationError, match=r"\.env is not UTF-8"):
        read_settings()
