"""The one door through which bytes come in: from a regular file, standard input or a pipe, bounded, or one finding.

Nothing is read before it is known what stands at the path, and never more than the limit allows. So a
link to a device or a queue that nobody writes to is refused like a file that is not there: at once, in one line.
"""

from __future__ import annotations

import errno
import os
import select
import stat
import sys
from pathlib import Path

from dragoman.errors import Finding, Place
from dragoman.source.limits import Limits, current, too_many
from dragoman.source.nodes import shorten

STANDARD_INPUT = "-"
_LONGEST_NAME = 200  # of a file that cannot be read: what is longer was no name
_PORTION = 1 << 20  # bytes of one read
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class _Unreadable(Exception):
    """Something else than a file that may be read stands there; the text says what."""


class _TooLarge(Exception):
    """More bytes than the limit allows."""


def read_text(
    path: str | Path, prefix: str, limits: Limits | None = None, *, pipes: bool = False, limit: str = "bytes"
) -> tuple[str, str] | Finding:
    """The name to show and the text of `path` (`-` is standard input).

    `prefix` is `RB` or `FA`: the family of the finding's code. `pipes` are read too where the user named the path
    on the command line; what a file names, and what lies in a rulebook's folder, is a regular file. `limit` is the name of
    the one that says how many bytes there may be.
    """
    data = read_bytes(path, prefix, limits, pipes=pipes, limit=limit)
    return data if isinstance(data, Finding) else decoded(shown(path), data, prefix)


def read_bytes(
    path: str | Path, prefix: str, limits: Limits | None = None, *, pipes: bool = False, limit: str = "bytes"
) -> bytes | Finding:
    """The bytes of `path`, not looked at (arguments as in :func:`read_text`)."""
    place, limits = Place(shorten(shown(path), _LONGEST_NAME)), limits or current()
    try:
        return _bytes(path, getattr(limits, limit), pipes=pipes)
    except (_Unreadable, OSError, ValueError) as error:
        return Finding(place, f"{prefix}001", _why(error))
    except _TooLarge:
        return Finding(place, f"{prefix}006", f"this file has {too_many(limits, limit, 'bytes')}")


def shown(path: str | Path) -> str:
    """What places call the file at `path`."""
    return "standard input" if str(path) == STANDARD_INPUT else str(path)


def _bytes(path: str | Path, limit: int, *, pipes: bool) -> bytes:
    if str(path) == STANDARD_INPUT:
        if sys.stdin is None:
            raise ValueError("it is closed")
        data = sys.stdin.buffer.read(limit + 1)
    else:
        descriptor = _opened(path, pipes=pipes)
        try:
            if os.fstat(descriptor).st_size > limit:
                raise _TooLarge
            data = _read(descriptor, limit + 1)
        finally:
            os.close(descriptor)
    if len(data) > limit:
        raise _TooLarge
    return data


def _read(descriptor: int, most: int) -> bytes:
    portions, left = [], most
    while left and (portion := os.read(descriptor, min(left, _PORTION))):
        portions.append(portion)
        left -= len(portion)
    return b"".join(portions)


def _opened(path: str | Path, *, pipes: bool) -> int:
    """Opened without waiting for anybody; only a pipe that may be one is waited for, until something is in it."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISREG(mode):
            return descriptor
        is_terminal = stat.S_ISCHR(mode) and os.isatty(descriptor)
        if not pipes or not (stat.S_ISFIFO(mode) or is_terminal):
            raise _Unreadable(f"this is {_kind(mode)}, a file was expected")
        ready = select.poll()  # a queue that nobody has opened yet is not ready; one that was closed again is
        ready.register(descriptor, select.POLLIN)
        ready.poll()
        os.set_blocking(descriptor, True)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _kind(mode: int) -> str:
    return next((name for is_kind, name in _KINDS if is_kind(mode)), "no regular file")


def _why(error: Exception) -> str:
    match error:
        case _Unreadable():
            return str(error)
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "this file may not be read (permission denied)"
        case OSError(errno=errno.ENXIO):
            return "this is a socket or a device that is not there, a file was expected"
        case OSError(strerror=str(reason)) if reason:
            return f"this file cannot be read ({reason})"
    return f"this file cannot be read ({error})"


def decoded(name: str, data: bytes, prefix: str) -> tuple[str, str] | Finding:
    """`name` and the text in `data`; a finding if it is no text, or none at all."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding)
        place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        wrong = f"byte 0x{error.object[error.start]:02x} is not UTF-8 text"
        saved = "it may be Latin-1 or Windows-1252"
        if encoding == "utf-16":
            wrong, saved = "this is not the UTF-16 text that the file begins as", "it may be cut off"
        return Finding(place, f"{prefix}002", f"{wrong}; save the file as UTF-8 ({saved})")
    if not text or text.isspace():
        return Finding(Place(name), f"{prefix}004", "this file is empty")
    return name, text
