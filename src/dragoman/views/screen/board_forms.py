"""The forms of a board that is drawn: squares in a few words of several lengths, and all that stands behind each."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

from dragoman.form import form
from dragoman.rulebook.forms import Atom
from dragoman.views.screen.record import Branch, FiringRow

Tone = Literal["pole1", "pole2", "contested", "open", "unknown", "plain", "advice"]
"""Whose something is, or how it stands: what a theme may colour, beside the sign and the words that say it anyhow."""


@form
class Words:
    """One row of a square."""

    sign: str
    """What stands before it: a glyph, or who is advised; or empty."""
    tone: Tone
    texts: tuple[str, ...]
    """From full to short: the first that there is room for is shown."""


@form
class Behind:
    """Something that speaks for a square."""

    sign: str
    tone: Tone
    whose: str
    """The pole, or who moves; or empty."""
    sentence: str
    beside: str
    """Whose word it is, or that it follows."""
    note: str
    """Where the rulebook decided that it counts here, not the report: why."""
    decides: bool
    atoms: tuple[Atom, ...]
    """What it speaks of, to be asked about."""


@form
class CouldDo:
    """One way to act on a square."""

    title: str
    standing: str
    because: str
    atom: Atom
    note: str
    """Where the rulebook puts it there, not the report: why."""


@form
class Question:
    """What could be asked about a square."""

    sentence: str
    would: str
    """What the square would be by the answer that is looked for; empty where one answer is not enough."""
    atom: Atom | None
    """What is asked for; None where nobody can tell it in one word."""


@form
class SquareShown:
    """One square."""

    row: str
    column: str
    title: str
    standing: str
    """Who leads, in words."""
    rows: tuple[Words, ...]
    """Who leads, how it moves, what could be done."""
    decides: str
    """In few words, what decides who leads; or empty."""
    is_known: bool
    signs: tuple[Behind, ...]
    moves: tuple[Behind, ...]
    could: tuple[CouldDo, ...]
    questions: tuple[Question, ...]
    facts: tuple[Branch, ...]
    """What was told that all of it rests on."""
    firings: tuple[FiringRow, ...]
    """What fired on them, in order."""

    @property
    def key(self) -> tuple[str, str]:
        """Which it is, the same whatever stands on it."""
        return self.row, self.column


class RowHead(NamedTuple):
    """What a row is called, in full and in two letters; the latter empty where not all have such."""

    name: str
    title: str
    code: str


@form
class BoardPage:
    """A whole board."""

    title: str
    situation: str
    as_of: datetime.date | None
    advised: str
    """Who could do what stands on the squares; or empty."""
    rows: tuple[RowHead, ...]
    columns: tuple[str, ...]
    squares: tuple[tuple[SquareShown, ...], ...]
    """By row and column."""
    legend: tuple[tuple[str, Tone, str], ...]
    """Signs with what they mean."""

    def square(self, key: tuple[str, str]) -> SquareShown | None:
        """The square of a row and a column; None if there is none."""
        return next((one for squares in self.squares for one in squares if one.key == key), None)
