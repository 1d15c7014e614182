"""The package as it is built: what builds it must bring what building takes."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]

LIST_MODULES = """
import json, sys
import bot.knowledge.engines
print(json.dumps([module.__file__ for name, module in sys.modules.items()
                  if name.partition(".")[0] == "bot" and module.__file__]))
"""


def list_imports(path: Path) -> set[str]:
    """The packages that a module imports, by the first part of their names."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {name.partition(".")[0] for name in names}


def test_a_wheel_can_be_built_with_its_index() -> None:
    """Whatever trains the index is there where a wheel is built, or it comes without one."""
    listed = subprocess.run(
        [sys.executable, "-c", LIST_MODULES], cwd=ROOT, check=True, capture_output=True, text=True
    )
    imported = set().union(*map(list_imports, map(Path, json.loads(listed.stdout))))
    third_party = imported - sys.stdlib_module_names - {"bot"}
    distributions = packages_distributions()
    needed = {distributions[name][0].lower() for name in third_party}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    requires = project["build-system"]["requires"]
    there = {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in requires}

    assert {"numpy", "cachetools"} <= needed
    assert needed <= there
