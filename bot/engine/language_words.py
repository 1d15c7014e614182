"""What is written down of the languages other than English, in `data/languages`."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from bot.engine.text import normalise

_FOLDER: Final = files("bot.engine").joinpath("data", "languages")
_ENDING: Final = ".txt"
_KINDS: Final = ("asking", "particle", "told", "elided", "frame")


@cache
def list_languages() -> Sequence[str]:
    """The names of the languages that something is known of."""
    return sorted(
        file.name.removesuffix(_ENDING) for file in _FOLDER.iterdir() if file.name.endswith(_ENDING)
    )


@cache
def read_words(language: str) -> Mapping[str, Sequence[str]]:
    """The normalised words and phrases of each kind; none where nothing is known of a language."""
    words: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    file = _FOLDER.joinpath(f"{language}{_ENDING}")
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        kind, _, listed = line.partition(" = ")
        if not line.startswith("#"):
            words[kind] += map(normalise, listed.split(" | "))
    return words
