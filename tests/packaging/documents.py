"""A page of documentation as a program: its blocks of Python in order, each with what stands under it as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).parents[2] / "docs"

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of Python."""

    heading: str
    """The one that it stands under."""
    code: str
    printed: str
    """What the block under it shows; empty if there is none."""


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of Python of a page."""
    text = page.read_text(encoding="utf-8")
    fences = list(_FENCE.finditer(text))
    for number, fence in enumerate(fences):
        if fence[1] != "python":
            continue
        follows = fences[number + 1] if number + 1 < len(fences) else None
        is_output = follows is not None and follows[1] == "text" and not text[fence.end() : follows.start()].strip()
        heading = re.findall(r"^#+ (.*)$", text[: fence.start()], re.MULTILINE)[-1]
        yield Block(heading, fence[2], follows[2] if follows is not None and is_output else "")
