"""What is written down of the languages other than English, in `data/languages`."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from bot.engine.lexical.text import normalise

OTHER: Final = "other"
"""Any language that nothing is written down of."""

_ENDING: Final = ".txt"
_KINDS: Final = ("asking", "particle", "told", "elided", "frame")


@cache
def _find_files() -> Mapping[str, Traversable]:
    """The file of each language."""
    folder = files("bot.engine").joinpath("data", "languages")
    found = [file for file in folder.iterdir() if file.name.endswith(_ENDING)]
    return {file.name.removesuffix(_ENDING): file for file in found}


@cache
def list_languages() -> Sequence[str]:
    """The names of the languages that something is known of."""
    return sorted(_find_files())


@cache
def read_words(language: str) -> Mapping[str, Sequence[str]]:
    """The normalised words and phrases of each kind, none of `OTHER`.

    Raises ValueError where there is no language of that name.
    """
    words: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    if language == OTHER:
        return words
    file = _find_files().get(language)
    if file is None:
        raise ValueError(f"no language is called {language!r}")
    for line in file.read_text(encoding="utf-8").splitlines():
        kind, _, listed = line.partition(" = ")
        if not line.startswith("#"):
            words[kind] += map(normalise, listed.split(" | "))
    return words
