"""The three kinds of node that every reader produces; each knows where it stands.

A scalar keeps the characters that were written. Whether `no` is a word, `1.10` a version or
`2020-11-30` a date is decided by whoever asks for a word, a text or a date, never by the reader.
They are tuples, which are made in half the time of a dataclass: a rulebook has twenty thousand.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.errors import Place


class Scalar(NamedTuple):
    """A single value."""

    text: str
    plain: bool
    """False if it was written in quotes: then it is text, never a number or a date."""
    place: Place


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


class Mapping(NamedTuple):
    """Keys and values in the order written; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value under `key`, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


def kind_of(node: Node) -> str:
    """What a person would call the node: `a list`, `a mapping`, `nothing` or the text itself."""
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping"
        case Scalar(text="", plain=True):
            return "nothing"
        case Scalar(text=text):
            return f"'{shorten(text)}'"


def shorten(text: str, limit: int = 60) -> str:
    """`text` cut to `limit` characters, so that a message stays one readable line."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
