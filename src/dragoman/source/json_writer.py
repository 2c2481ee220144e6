"""Nodes as JSON, in ASCII: every number with the digits that were written, every other value as a string."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from dragoman.source.nodes import Mapping, Node, Scalar, Sequence

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?\Z", re.ASCII)


def write_json(document: Mapping) -> Iterator[str]:
    """The lines of a document: each item of its lists on a line of its own."""
    yield "{"
    for number, (key, value) in enumerate(document.entries, 1):
        comma = "," if number < len(document.entries) else ""
        if isinstance(value, Sequence) and value.items:
            yield f"  {json_text(key)}: ["
            for place, item in enumerate(value.items, 1):
                yield f"    {json_text(item)}{',' if place < len(value.items) else ''}"
            yield f"  ]{comma}"
        else:
            yield f"  {json_text(key)}: {json_text(value)}{comma}"
    yield "}"


def json_text(node: Node) -> str:
    """A node on one line."""
    match node:
        case Sequence(items):
            return f"[{', '.join(map(json_text, items))}]"
        case Mapping(entries):
            return "{" + ", ".join(f"{json_text(key)}: {json_text(value)}" for key, value in entries) + "}"
        case Scalar(text, plain):
            is_number = plain and _NUMBER.match(text)
            return text if is_number else json.dumps(text).replace("\x7f", "\\u007f")
