"""Settings from the environment and `.env`."""

from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.settings import read_settings


def test_channel_ids_are_read_with_spaces_and_empty_parts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AMBIENT_CHANNELS", " 12, 34,, ")

    assert read_settings().ambient_channels == {12, 34}


@pytest.mark.parametrize(("given", "language"), [("de", "de"), ("PT", "pt"), ("", "en")])
def test_the_language_of_the_knowledge_is_a_code_of_two_letters(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: str, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KNOWLEDGE_LANGUAGE", given)

    assert read_settings().knowledge_language == language


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("THRESHOLD", "3", "a number from 0 to 1"),
        ("DISCORD_API_URL", "notaurl", "starts with https://"),
        ("DISCORD_GATEWAY_URL", "foo", "starts with wss://"),
        ("KNOWLEDGE_LANGUAGE", "german", "code of two letters"),
        ("KNOWLEDGE_LANGUAGE", "deu", "code of two letters"),
        ("KNOWLEDGE_LANGUAGE", "xx", "code of two letters"),
        ("LOG_LEVEL", "loud", "DEBUG, INFO"),
        ("MESSAGE_CONTENT", "perhaps", "1 or 0"),
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

    with pytest.raises(ConfigurationError, match=f"^{name}: .*{remedy}"):
        read_settings()


@pytest.mark.parametrize("written", ["~/books", '"~/books"'])
def test_the_knowledge_may_be_in_the_home_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, written: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "books").mkdir(parents=True)
    (tmp_path / ".env").write_text(f"KNOWLEDGE_DIR={written}\n", encoding="utf-8")

    assert read_settings().knowledge_folder == tmp_path / "home" / "books"


@pytest.mark.parametrize("folder", ["nowhere", "~nobody-at-all/books"])
def test_a_knowledge_folder_that_is_not_there_names_the_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KNOWLEDGE_DIR", folder)

    with pytest.raises(ConfigurationError, match=f"^KNOWLEDGE_DIR: {folder} is not a folder; give"):
        _ = read_settings().knowledge_folder


def test_an_example_file_in_another_encoding_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes("LOG_LEVEL=INFO".encode("utf-16"))

    with pytest.raises(ConfigurationError, match=r"\.env is not UTF-8"):
        read_settings()
