"""A board: what stands on each of its squares, in one situation."""

from __future__ import annotations

import dataclasses
import datetime
from enum import Enum
from typing import Any

from dragoman.advice.forms import SlotValue
from dragoman.display import Displayed
from dragoman.form import form
from dragoman.rulebook.board_forms import Grounds, Says
from dragoman.rulebook.forms import Atom, RecommendationStatus
from dragoman.rulebook.likelihood import Likelihood
from dragoman.source.visible import brief


class Standing(Enum):
    """Who leads on a square."""

    LEADS = "leads"
    CONTESTED = "contested"
    OPEN = "open"
    """It was told, or follows, that neither leads."""
    NOT_KNOWN = "not known"
    """Nothing that was told or follows says who leads."""


@form
class Heading:
    """What stands beside a row or above a column, or what a pole is called."""

    name: str
    title: str
    short: str
    """A code of two letters, if it has one."""


@form
class Spoken:
    """A fact or a conclusion that speaks for a square."""

    atom: Atom
    slots: tuple[SlotValue, ...]
    name: str
    """As `why` takes it."""
    sentence: str
    told: bool
    """Else it was concluded."""
    likelihood: Likelihood


@form
class Speaks:
    """A sign that holds."""

    says: Says
    who: str
    """The pole, or of a movement perhaps the row; empty where nobody leads."""
    called: str
    """How `who` is called."""
    rank: int
    decides: bool
    """Whether who leads would be said otherwise, or for less, without signs of this weight."""
    text: str
    """In few words, if the rulebook has any."""
    facts: tuple[Spoken, ...]
    grounds: Grounds

    @property
    def likelihood(self) -> Likelihood:
        """Of its weakest part."""
        return min((fact.likelihood for fact in self.facts), default=Likelihood.UNHEDGED)


@form
class Could:
    """What the advice has for a square."""

    atom: Atom
    slots: tuple[SlotValue, ...]
    name: str
    """As `why` takes it."""
    title: str
    called: str
    """In a word or two."""
    status: RecommendationStatus
    likelihood: Likelihood
    """Of its grounds."""
    because: str
    """The best of the reasons that put it on this square."""
    rules: tuple[str, ...]
    """The rules that put it there, the best first."""
    grounds: Grounds


@form
class Open:
    """A question whose answer can change who leads."""

    question: str
    name: str
    """Of the fact that would answer it, as `why-not` takes it."""
    fact: str
    """Its type."""
    slots: tuple[SlotValue, ...]
    standing: Standing
    """What the square would be by the answer that is looked for; as it is, if one answer is not enough."""
    leader: str


@form
class Square:
    """One square."""

    row: str
    column: str
    standing: Standing
    leader: str
    """The pole, if one leads; else empty."""
    signs: tuple[Speaks, ...]
    """What says who leads, what decides first; what says that nobody does."""
    moves: tuple[Speaks, ...]
    """How it moves, what is shown first first; empty: nothing says."""
    advice: tuple[Could, ...]
    asks: tuple[Open, ...]
    """Of a square that is not known at least one."""

    @property
    def deciding(self) -> tuple[Speaks, ...]:
        """The signs that decide who leads."""
        return tuple(sign for sign in self.signs if sign.decides)


@form
class Board(Displayed):
    """A situation as a board."""

    title: str
    situation: str
    as_of: datetime.date | None
    advised: str
    """Who could do what stands on the squares, or empty."""
    poles: tuple[Heading, Heading]
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    squares: tuple[tuple[Square, ...], ...]
    """By row and column."""

    def __repr__(self) -> str:
        size = f"{len(self.rows)} by {len(self.columns)}"
        return f"<Board '{brief(self.title, 30)}' on '{brief(self.situation, 30)}': {size}>"

    def square(self, row: str, column: str) -> Square:
        """The square of that row and column.

        Raises:
            KeyError: if there is none.
        """
        for squares in self.squares:
            for square in squares:
                if (square.row, square.column) == (row, column):
                    return square
        raise KeyError((row, column))

    def only(self, row: str, column: str) -> Board:
        """The board with that square alone.

        Raises:
            KeyError: if there is none.
        """
        return dataclasses.replace(self, squares=((self.square(row, column),),))

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman board --format json` prints."""
        from dragoman.board.json_form import BOARD  # noqa: PLC0415 - it needs these forms

        return BOARD.write(self)
