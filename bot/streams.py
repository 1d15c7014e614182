"""Standard input and output: always UTF-8, whatever the locale, and never a traceback."""

import codecs
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.errors import ConfigurationError, word_os_error


def prepare_streams() -> None:
    """Make standard input, output and error read and write UTF-8; bad bytes become �."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def is_terminal(*, reads: bool = False) -> bool:
    """Whether standard output is a terminal, and standard input too where it is read."""
    streams = (sys.stdout, sys.stdin) if reads else (sys.stdout,)
    return all(stream is not None and stream.isatty() for stream in streams)


def read_lines() -> Iterator[str]:
    """The lines of standard input as they arrive, without their ends."""
    for line in sys.stdin or ():  # None when the program was started with it closed
        yield line.rstrip("\r\n")


def read_raw_lines() -> Iterator[bytes]:
    """The lines of standard input as bytes, for formats with a say about their encoding."""
    if sys.stdin is not None:
        yield from sys.stdin.buffer


def read_text(path: Path) -> str:
    """The text of a file, or of standard input for `-`, in UTF-8, or in UTF-16 that says so.

    Raises ConfigurationError if it cannot be read or is no such text, as a PDF is none.
    """
    try:
        data = b"".join(read_raw_lines()) if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {word_os_error(error)}") from error
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        name = "standard input" if str(path) == "-" else path
        raise ConfigurationError(f"{name} is no plain text in UTF-8; save the text as that first")
    return text


def ensure_writable(path: Path) -> None:
    """Raise ConfigurationError where a file cannot be written; what stands in it stays."""
    try:
        path.open("ab").close()
    except OSError as error:
        raise ConfigurationError(_word_unwritable(path, error)) from error


def write_text(path: Path, text: str) -> None:
    """Write a file as UTF-8; raises ConfigurationError when that cannot be done."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file; raises ConfigurationError when that cannot be done."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise ConfigurationError(_word_unwritable(path, error)) from error


def _word_unwritable(path: Path, error: OSError) -> str:
    return f"{path} cannot be written: {word_os_error(error)}"


def write_line(text: str = "") -> None:
    """Write one line to standard output and flush it, so that a reader can wait for it."""
    if sys.stdout is not None:  # as it is when the program was started with it closed
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()


def complain(text: str) -> None:
    """Write one line to standard error."""
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def repair_argument(text: str) -> str:
    """A command-line argument whose bytes were not UTF-8, made printable."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
