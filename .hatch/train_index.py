"""Puts the trained index of the shipped knowledge into the wheel, so that the first start is quick.

Without it the first start trains the index itself, so nothing here may break a build.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TrainIndex(BuildHookInterface):
    """Trains on the knowledge folder of the checkout while a wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the index to the wheel; an editable install reads its knowledge as it changes."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from bot.knowledge.cache import INDEX_FOLDER
            from bot.knowledge.engines import train_index

            self._folder = TemporaryDirectory()
            path = train_index(Path(self.root) / "knowledge", Path(self._folder.name))
        except Exception as error:  # noqa: BLE001  # a wheel without an index works as well
            self.app.display_warning(f"no index in this wheel, the first start trains it: {error}")
            return
        build_data["force_include"][str(path)] = f"bot/{INDEX_FOLDER}/{path.name}"

    def finalize(self, *_: Any) -> None:
        """Remove the index once it is in the wheel."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
