"""Bytes from a file or standard input, as text, or one finding that says why not."""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.errors import Finding, Place
from dragoman.source.limits import Limits, current, too_many
from dragoman.source.nodes import shorten

STANDARD_INPUT = "-"
_LONGEST_NAME = 200  # of a file that cannot be read: what is longer was no name


def read_text(path: str | Path, prefix: str, limits: Limits | None = None) -> tuple[str, str] | Finding:
    """The name to show and the text of `path` (`-` is standard input).

    `prefix` is `RB` or `FA`: the family of the finding's code.
    """
    name = "standard input" if str(path) == STANDARD_INPUT else str(path)
    place, limits = Place(shorten(name, _LONGEST_NAME)), limits or current()
    try:
        data = _bytes(path, limits.bytes + 1)
    except FileNotFoundError:
        return Finding(place, f"{prefix}001", "there is no such file")
    except IsADirectoryError:
        return Finding(place, f"{prefix}001", "this is a folder, a file was expected")
    except PermissionError:
        return Finding(place, f"{prefix}001", "this file may not be read (permission denied)")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Finding(place, f"{prefix}001", f"this file cannot be read ({reason})")
    if len(data) > limits.bytes:
        return Finding(place, f"{prefix}006", f"this file has {too_many(limits, 'bytes', 'bytes')}")
    return _decode(name, data, prefix)


def _bytes(path: str | Path, most: int) -> bytes:
    if str(path) == STANDARD_INPUT:
        if sys.stdin is None:
            raise ValueError("it is closed")
        return sys.stdin.buffer.read(most)
    with Path(path).open("rb") as file:
        return file.read(most)


def _decode(name: str, data: bytes, prefix: str) -> tuple[str, str] | Finding:
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
    if not text.strip():
        return Finding(Place(name), f"{prefix}004", "this file is empty")
    return name, text
