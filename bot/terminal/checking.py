"""What `career-bot check` shows: problems, advice, a summary; and the schemas it writes."""

import json
from pathlib import Path

from bot.errors import ConfigurationError, word_os_error
from bot.knowledge.schema import build_schemas
from bot.knowledge.summary import examine, summarise
from bot.limits import find_limit_problems
from bot.plurals import count
from bot.streams import write_line, write_text


def print_examination(folder: Path) -> bool:
    """Print everything there is to say about a knowledge folder; whether it has no errors."""
    found = examine(folder)
    problems = list(found.errors)
    if found.knowledge is not None:
        located = map(found.parsed.locate, find_limit_problems(found.knowledge))
        problems += map(found.parsed.describe, located)
    for error in problems:
        write_line(f"error: {error}")
    for advice in found.advice:
        write_line(f"advice: {advice}")
    if found.knowledge is not None:
        for line in summarise(found.knowledge):
            write_line(line)
    write_line(f"{count(len(problems), 'error')} in {folder}" if problems else "No errors.")
    return not problems


def write_schemas(folder: Path) -> None:
    """Write the JSON Schema of each file of a knowledge folder, and say where they are."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(f"{folder} cannot be made: {word_os_error(error)}") from error
    for name, schema in build_schemas().items():
        path = folder / f"{name}.schema.json"
        write_text(path, json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
        write_line(str(path))
