"""The bot as a process of its own: started, watched, signalled and waited for."""

# ruff: noqa: ASYNC109 - a test says what it waited for, which asyncio.timeout cannot

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from .stand_in import DiscordStandIn

START_SECONDS = 30.0
EXIT_SECONDS = 30.0

# matplotlib builds a font list on first use, which takes seconds; all runs share one.
_MATPLOTLIB_CACHE = Path(tempfile.gettempdir()) / "career-bot-tests-matplotlib"


class BotProcess:
    """`career-bot run` against the stand-in, with a home folder of its own.

    `settings` are environment variables; None takes one away (`{"DISCORD_TOKEN": None}`).
    `home` is kept between runs of the same test, so a second process finds the first one's state.
    `command` replaces the program.
    """

    def __init__(
        self,
        stand_in: DiscordStandIn,
        home: Path,
        *,
        settings: Mapping[str, str | None] | None = None,
        arguments: Sequence[str] = ("run",),
        command: Sequence[str] | None = None,
    ) -> None:
        self.stand_in = stand_in
        self.home = home
        self.settings = dict(settings or {})
        program = [str(Path(sys.executable).with_name("career-bot"))]
        self.command = [*(command or program), *arguments]
        self._output = {"stdout": bytearray(), "stderr": bytearray()}
        self._process: asyncio.subprocess.Process | None = None
        self._readers: list[asyncio.Task[None]] = []
        self._connections_before = 0

    async def __aenter__(self) -> BotProcess:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.kill()
        await self.exits()

    @property
    def stdout(self) -> str:
        return self._output["stdout"].decode(errors="replace")

    @property
    def stderr(self) -> str:
        return self._output["stderr"].decode(errors="replace")

    @property
    def output(self) -> str:
        return self.stdout + self.stderr

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    def environment(self) -> dict[str, str]:
        """What the process gets: nothing of this one's settings, and its own home."""
        passed = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "COVERAGE_PROCESS_START")
        environment = {name: os.environ[name] for name in passed if name in os.environ}
        environment |= {
            "HOME": str(self.home),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "MPLCONFIGDIR": str(_MATPLOTLIB_CACHE),
            "PYTHONUNBUFFERED": "1",
            "PYTHONUTF8": "1",
            "DISCORD_TOKEN": self.stand_in.token,
            "DISCORD_API_URL": self.stand_in.api_url,
            "DISCORD_GATEWAY_URL": self.stand_in.gateway_url,
        }
        for name, value in self.settings.items():
            if value is None:
                environment.pop(name, None)
            else:
                environment[name] = value
        return environment

    async def start(self) -> None:
        """Start the process; its folder is `home`, so no `.env` of ours is found."""
        self._connections_before = len(self.stand_in.gateway.identifies)
        for output in self._output.values():
            output.clear()
        self._process = await asyncio.create_subprocess_exec(
            *self.command,
            cwd=self.home,
            env=self.environment(),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._readers = [
            asyncio.create_task(self._read(self._process.stdout, "stdout")),
            asyncio.create_task(self._read(self._process.stderr, "stderr")),
            asyncio.create_task(self._watch(self._process)),
        ]

    async def ready(self, timeout: float = START_SECONDS) -> BotProcess:
        """Wait until this process identified, got its guilds, and commands are registered.

        Raises AssertionError with what it printed when it exits or stays away instead.
        """
        gateway = self.stand_in.gateway

        def is_ready() -> bool:
            if not self.running:
                raise AssertionError(f"the bot exited with {self._code()}:\n{self.output}")
            identified = len(gateway.identifies) > self._connections_before
            return identified and gateway.connected and bool(self.stand_in.commands.registered())

        await self.stand_in.world.changes.wait_for(
            is_ready, timeout=timeout, what=lambda: f"the bot to come online:\n{self.output}"
        )
        return self

    async def prints(self, pattern: str, timeout: float = START_SECONDS) -> str:
        """Wait for output that matches the regular expression; what matched."""
        found: re.Match[str] = await self.stand_in.world.changes.wait_for(
            lambda: re.search(pattern, self.output, re.MULTILINE),
            timeout=timeout,
            what=lambda: f"{pattern!r} in:\n{self.output}",
        )
        return found[0]

    def signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(number)

    def terminate(self) -> None:
        self.signal(signal.SIGTERM)

    def interrupt(self) -> None:
        self.signal(signal.SIGINT)

    def kill(self) -> None:
        self.signal(signal.SIGKILL)

    async def exits(self, timeout: float = EXIT_SECONDS) -> int:
        """Wait for the end of the process and of its output; the exit status.

        Raises AssertionError with what it printed when it goes on.
        """
        assert self._process is not None, "the process was never started"
        try:
            await asyncio.wait_for(self._process.wait(), timeout)
        except TimeoutError:
            raise AssertionError(f"still running after {timeout:g} s:\n{self.output}") from None
        await asyncio.gather(*self._readers)
        return self._code() or 0

    async def stops(self, timeout: float = EXIT_SECONDS) -> int:
        """SIGTERM, then `exits`."""
        self.terminate()
        return await self.exits(timeout)

    def _code(self) -> int | None:
        return self._process.returncode if self._process is not None else None

    async def _watch(self, process: asyncio.subprocess.Process) -> None:
        await process.wait()
        self.stand_in.world.changes.ring()

    async def _read(self, stream: asyncio.StreamReader, name: str) -> None:
        while chunk := await stream.read(65_536):
            self._output[name] += chunk
            self.stand_in.world.changes.ring()
