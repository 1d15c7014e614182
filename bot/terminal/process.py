"""A command as a process: a quick start, an exit status, one sentence for what goes wrong."""

import errno
import gc
import os
import sys
from collections.abc import Callable
from typing import Any, Final

import typer

from bot.errors import CareerBotError, KnowledgeError, word_os_error
from bot.streams import complain

NAME: Final = "career-bot"
FAILED: Final = 1
MISUSED: Final = 2
"""Exit status when the command is used wrongly or not configured."""
INTERRUPTED: Final = 130
"""What shells expect of a command that Ctrl-C ended."""

_UsageError: Any = typer.BadParameter.__mro__[1]
"""typer's own base of what is wrong in a command line; it has no public name in every version."""


def hasten_start() -> None:
    """Leave out what costs time at every start and gives a command nothing."""
    # The engine multiplies small vectors only; threads for them are never worth starting.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Looking for pydantic's plugins reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    # Nearly all that is made while loading stays, so looking for garbage finds none.
    gc.disable()


def settle() -> None:
    """Collect garbage again, but not among what was loaded for good."""
    gc.freeze()
    gc.enable()


def run_guarded(command: Callable[[], int | None]) -> int:
    """The exit status of a command; what is wrong goes to standard error in one sentence."""
    try:
        return int(command() or 0)
    except _UsageError as error:
        complain(_word_usage_error(error))
        return MISUSED
    except KnowledgeError as error:
        complain(f"{NAME}: {_word_problems(error)}")
        return MISUSED
    except CareerBotError as error:
        complain(f"{NAME}: {error}")
        return MISUSED
    except BrokenPipeError:
        _abandon_output()  # whoever read it has seen enough
        return FAILED
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EIO}:
            raise
        _abandon_output()
        complain(f"{NAME}: the output cannot be written: {word_os_error(error)}")
        return FAILED
    except typer.Abort:
        return INTERRUPTED


def _abandon_output() -> None:
    """Keep Python from trying, and complaining, once more at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _word_usage_error(error: Any) -> str:
    command = error.ctx.command_path if error.ctx is not None else NAME
    return f"{command}: {error.format_message().rstrip('.')}; see `{command} --help`"


def _word_problems(error: KnowledgeError) -> str:
    first, *others = error.problems
    if not others:
        return f"the knowledge cannot be used: {first}"
    return (
        f"the knowledge has {len(error.problems)} problems, which `{NAME} check` for that folder "
        "lists; "
        f"the first is {first}"
    )
