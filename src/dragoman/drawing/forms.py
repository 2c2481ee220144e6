"""The forms of a picture: boxes with what is written in them, what rests on what, and where all of it stands."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from dragoman.form import form


class Kind(Enum):
    """What stands in a box; the value is the word that is written on it."""

    FOLLOWS = "follows"
    TOLD = "told"
    RECKONED = "reckoned"
    ASSUMED = "assumed"
    MORE = "more"
    """What is left out."""


@form
class Box:
    """A statement."""

    kind: Kind
    is_root: bool
    """Whether it is what was asked for."""
    label: str
    """What it is, and how sure: `follows, likely`."""
    sentence: str
    source: str
    """The rule with its passages, or whose word it is; or empty."""


@form
class Graph:
    """Boxes, and which of them rest on which."""

    boxes: tuple[Box, ...]
    """The roots first, each box before what it rests on where it is met first."""
    edges: tuple[tuple[int, int], ...]
    """From a box to one that it rests on, by their numbers."""


class Placed(NamedTuple):
    """A box with its place, in pixels."""

    box: Box
    left: int
    top: int
    width: int
    height: int
    label: str
    sentence: tuple[str, ...]
    """In lines."""
    source: tuple[str, ...]


class Point(NamedTuple):
    """A place on a line."""

    x: int
    y: int


@form
class Picture:
    """A graph with everything in its place."""

    width: int
    height: int
    boxes: tuple[Placed, ...]
    lines: tuple[tuple[Point, ...], ...]
    """From a premise to the conclusion that rests on it."""
