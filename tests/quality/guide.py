"""The rulebook that `docs/rulebooks.md` builds, step by step, out of the one to begin with.

A block of the guide says behind its language which file it goes into, and which part of it: at the end of that part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GUIDE = Path(__file__).parents[2] / "docs" / "rulebooks.md"
_BLOCK = re.compile(r"^```(\w+) ([\w./]+)(?: (\w+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of the guide that is written into a file."""

    language: str
    file: str
    part: str
    """The key at whose end it is added; empty: at the end of the file."""
    text: str


def blocks() -> Iterator[Block]:
    """All of them, in order."""
    for found in _BLOCK.finditer(GUIDE.read_text(encoding="utf-8")):
        yield Block(found[1], found[2], found[3] or "", found[4])


def add(folder: Path, block: Block) -> None:
    """Do what the guide says with one block."""
    path = folder / block.file
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    at = len(lines)
    if block.part:
        start = lines.index(f"{block.part}:") + 1
        at = next((n for n in range(start, len(lines)) if re.match(r"[^\s#]", lines[n])), len(lines))
        while not lines[at - 1].strip() or lines[at - 1].startswith("#"):
            at -= 1
    new = ["", *block.text.splitlines()] if not block.part else block.text.splitlines()
    path.write_text("\n".join([*lines[:at], *new, *lines[at:]]) + "\n", encoding="utf-8")
