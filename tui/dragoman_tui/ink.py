"""Text in a role, in rows and columns: what is drawn, before any width, theme or terminal is known.

This is the app's one place where text becomes something that is drawn, so it is made safe here: an `Ink` never holds a
character that could steer a terminal (:mod:`dragoman.source.visible`), whoever makes it.
"""

from __future__ import annotations

from typing import Literal

from dragoman.form import form
from dragoman.source.visible import plain
from dragoman.views.lines import Line, Style

Role = Literal[
    "text", "strong", "muted", "faint", "advice", "title", "link", "moved", "doubt", "wrong", "gone", "here", "pole1", "pole2",
]  # fmt: skip
"""What text is for; the theme says how it looks. `title` is advice in bold, `gone` is struck through, `here` is where one
is; the poles are those of a board."""
Ground = Literal["", "raised", "square", "pick", "match"]
"""What text stands on; empty: what the widget stands on. `pick` is where the cursor is, `match` what was looked for,
`square` every second square of a board."""

_ROLE_OF: dict[Style, Role] = {
    "": "text", "title": "strong", "strong": "strong", "muted": "muted", "good": "moved", "warn": "doubt", "bad": "wrong",
    "accent": "advice",
}  # fmt: skip


@form
class Target:
    """Something that can be followed."""

    kind: str
    """What is done with it: see the screens."""
    key: object = ""
    """Which; hashable, and the same as long as it is the same thing."""


@form
class Ink:
    """A piece of text in one role."""

    text: str
    role: Role = "text"
    ground: Ground = ""
    to: Target | None = None
    """What following it opens."""

    def __post_init__(self) -> None:
        """Make the text safe."""
        safe = plain(self.text)
        if safe is not self.text:
            object.__setattr__(self, "text", safe)


@form
class Cell:
    """A column of a block; the one with no width takes what is left, and wraps there."""

    inks: tuple[Ink, ...] = ()
    width: int = 0
    is_right: bool = False
    """Whether the text ends at the right edge."""
    gap: int = 0
    """Columns left free before it."""
    hang: int = 0
    """Columns more that further rows are indented."""
    groups: tuple[tuple[Ink, ...], ...] = ()
    """In place of inks: things side by side, none of which is broken unless it is wider than the column."""


@form
class Block:
    """Cells side by side: one paragraph, one row of a list, one chip."""

    cells: tuple[Cell, ...] = ()
    indent: int = 0
    ground: Ground = ""
    """Under the text alone, with a column before and behind it."""
    to: Target | None = None
    """What following the whole of it opens."""
    above: int = 0
    """Blank rows before it."""
    copies: str = ""
    """What copying it gives, where that is not what is drawn."""
    is_quoted: bool = False
    """Whether a bar stands before each row: these are somebody else's words."""
    mark: str = ""
    """`+` and the like: what the last line did to it."""


def text(words: str, role: Role = "text", *, indent: int = 0, above: int = 0, hang: int = 0) -> Block:
    """A paragraph."""
    return Block((Cell((Ink(words, role),), hang=hang),), indent=indent, above=above)


def quoted(words: str, *, above: int = 0) -> Block:
    """A passage that is quoted."""
    return Block((Cell((Ink(words),)),), above=above, is_quoted=True)


def heading(words: str, *tail: Ink, role: Role = "strong", above: int = 1) -> Block:
    """A heading, with what is counted at the right."""
    width = sum(len(one.text) for one in tail)
    right = (Cell(tail, width, is_right=True, gap=2),) if width else ()
    return Block((Cell((Ink(words, role),)), *right), above=above)


def links(*inks: Ink, indent: int = 0, above: int = 0) -> Block:
    """Links side by side."""
    return Block((Cell(groups=tuple((one,) for one in inks)),), indent=indent, above=above)


def inks_of(line: Line) -> tuple[Ink, ...]:
    """A line of `dragoman.views` in the roles of the app."""
    return tuple(Ink(span.text, _ROLE_OF[span.style]) for span in line.spans)


def block_of(line: Line, indent: int = 0) -> Block:
    """The same as a paragraph."""
    return Block((Cell(inks_of(line), hang=line.hang),), indent=indent + line.indent)
