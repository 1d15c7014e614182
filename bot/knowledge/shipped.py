"""Where the knowledge that comes with career-bot lies."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def find_shipped_knowledge() -> Path:
    """The folder inside the installed package, or the one of the checkout it runs from."""
    installed = _PACKAGE / "shipped_knowledge"
    return installed if installed.is_dir() else _PACKAGE.parent / "knowledge"
