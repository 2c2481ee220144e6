"""Bytes from a file or standard input, as text, or one finding that says why not."""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.errors import Finding, Place

MAX_BYTES = 32 * 1024 * 1024
"""A rulebook is 200 kB; what is larger than this was not written for us."""

STANDARD_INPUT = "-"


def read_text(path: str | Path, prefix: str) -> tuple[str, str] | Finding:
    """The name to show and the text of `path` (`-` is standard input).

    `prefix` is `RB` or `FA`: the family of the finding's code.
    """
    name = "standard input" if str(path) == STANDARD_INPUT else str(path)
    place = Place(name)
    try:
        data = _bytes(path)
    except FileNotFoundError:
        return Finding(place, f"{prefix}001", "there is no such file")
    except IsADirectoryError:
        return Finding(place, f"{prefix}001", "this is a folder, a file was expected")
    except PermissionError:
        return Finding(place, f"{prefix}001", "this file may not be read (permission denied)")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Finding(place, f"{prefix}001", f"this file cannot be read ({reason})")
    if len(data) > MAX_BYTES:
        return Finding(place, f"{prefix}006", f"this file is larger than {MAX_BYTES // 1024 // 1024} MB")
    return _decode(name, data, prefix)


def _bytes(path: str | Path) -> bytes:
    if str(path) == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _decode(name: str, data: bytes, prefix: str) -> tuple[str, str] | Finding:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("latin-1")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        byte = data[error.start]
        return Finding(
            Place(name, line, column),
            f"{prefix}002",
            f"byte 0x{byte:02x} is not UTF-8 text; save the file as UTF-8 (it may be Latin-1 or Windows-1252)",
        )
    if not text.strip():
        return Finding(Place(name), f"{prefix}004", "this file is empty")
    return name, text
