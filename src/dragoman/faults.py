"""Details of what went wrong inside the program, kept in one small file that a person can read and send.

This owns one invariant: to keep them never costs anything else. What cannot be written is not kept, nothing is made
before something went wrong, and the file is the user's alone and stays small: once full it becomes the one before.

An entry begins with its time at the margin; all else is indented, so that no text from outside can look like an entry.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from dragoman.settings.read import current
from dragoman.source.visible import plain
from dragoman.version import __version__

NAME = "errors.log"
FIRST = "# What went wrong inside dragoman: send it with a report. Messages may quote what was said; read it before."
"""The first line; a file that begins otherwise is somebody's own, and left alone."""
LARGEST = 200_000
"""Bytes after which the file becomes the one before, of which there is one."""
_LINE, _LINES = 1_000, 120
"""What is kept of one entry: so many lines of so many characters."""
_LEVELS = 4
"""So many folders are made at most (~/.local/state/dragoman/log), so never a home."""


def log_path(environ: Mapping[str, str] | None = None) -> Path | None:
    """The file that `DRAGOMAN_LOG` or the settings name, else the one in the user's folder for such; None without a home.

    Where that folder is, platformdirs knows: `$XDG_STATE_HOME` or ~/.local/state, ~/Library/Logs on macOS.
    """
    if named := current(environ).text("log"):
        return Path(named)
    from platformdirs import user_log_path  # noqa: PLC0415 - most runs have nothing to keep

    try:
        folder = user_log_path("dragoman", appauthor=False)
    except RuntimeError:  # there is no home; older versions leave the ~ where it is
        return None
    return folder / NAME if folder.is_absolute() else None


def keep(error: BaseException, during: str) -> Path | None:
    """Keep the details of an error that nobody foresaw; the file that holds them, None where they could not be kept.

    `during` says what was being done, in words of ours: it holds nothing of what somebody typed.
    """
    try:
        path = log_path()
        return path if path is not None and _written(path, _entry(error, during)) else None
    except (OSError, ValueError, MemoryError, RecursionError):
        return None


def kept(path: Path) -> list[str]:
    """The first line of each entry of a file, the oldest first; nothing where there is none.

    Raises:
        OSError: if it is there and cannot be read, or is no regular file.
    """
    return [line for line in _content(path).splitlines() if line[:1].isdigit()]


def shown(path: Path) -> str:
    """The file as it is named in a message, a home folder as `~`."""
    return plain(_homely(str(path)))


def _entry(error: BaseException, during: str) -> str:
    """What is kept of an error: what was being done, and the traceback; no values of variables."""
    lines = [line for part in traceback.format_exception(error) for line in part.rstrip("\n").split("\n")]
    if len(lines) > _LINES:  # the beginning says where it came from, the end what it is
        half = _LINES // 2
        lines = [*lines[:half], f"... {len(lines) - 2 * half} lines ...", *lines[-half:]]
    return "".join(f"  {_safe(line)}\n" for line in (f"while: {during}", *lines))


def _safe(line: str) -> str:
    """A line with nothing in it that steers a terminal, and no name of a home folder."""
    indent = len(line) - len(line.lstrip(" "))
    cut = f"{line[:_LINE]} ..." if len(line) > _LINE else line
    return " " * indent + plain(_homely(cut.lstrip(" ")))


def _homely(text: str) -> str:
    home = os.path.expanduser("~").rstrip("/")  # noqa: PTH111 - Path.home raises where there is none
    return re.sub(rf"{re.escape(home)}(?![\w.-])", "~", text) if home.startswith("/") else text


def _written(path: Path, entry: str) -> bool:
    """Append an entry, or where the same one stands there already, that it was so again."""
    if str(path) == os.devnull:
        return False
    missing = [at for at in (path.parent, *path.parent.parents)[:_LEVELS] if not at.exists()]
    for at in reversed(missing):
        at.mkdir(mode=0o700, exist_ok=True)
    before = _content(path)
    if before and not before.startswith(FIRST):
        return False
    data = _since(before, entry).encode()
    if len(before.encode()) + len(data) > LARGEST:
        path.replace(path.with_name(f"{path.name}.1"))
        data = _since("", entry).encode()
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NONBLOCK | os.O_CLOEXEC, 0o600)
    try:
        return stat.S_ISREG(os.fstat(file).st_mode) and os.write(file, data) == len(data)
    finally:
        os.close(file)


def _content(path: Path) -> str:
    """What a file holds, as far as one of ours would; nothing where there is none.

    Raises:
        OSError: if it cannot be read, or is no regular file.
    """
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return ""
    with os.fdopen(file, "rb") as opened:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise OSError(f"{path} is no regular file")
        return opened.read(2 * LARGEST).decode("utf-8", "replace")


def _since(before: str, entry: str) -> str:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if entry in before:
        return f"{now}  again: {entry.splitlines()[-1].strip()}\n"
    python = ".".join(map(str, sys.version_info[:3]))
    head = f"{now}  dragoman {__version__}, Python {python}, {sys.platform}\n"
    return f"{'' if before else f'{FIRST}{chr(10)}'}{head}{entry}"
