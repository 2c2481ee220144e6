"""The board of a rulebook, as its description has it: rows, columns, and what speaks for a square."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from dragoman.errors import Place
from dragoman.form import form
from dragoman.rulebook.forms import Condition, Pattern


class Says(Enum):
    """What a sign says of a square where it holds."""

    LEADS = "leads"
    CONTESTS = "contests"
    OPEN = "open"
    GAINS = "gains"
    EASES = "eases"


@form
class Grounds:
    """Whose choice something is."""

    at: tuple[str, ...]
    """Where the report gives it; empty: it is the rulebook's own."""
    reason: str
    """Why it is so; may be empty where the report gives it."""

    @property
    def is_own(self) -> bool:
        """Whether the report does not give it."""
        return not self.at


@form
class Sign:
    """What must be so for a square to be said something of."""

    says: Says
    who: str
    """A pole, a variable `$name`, the variable of the rows; empty where nobody leads."""
    rank: int
    """1 outweighs 2 and so on; 0 is no rank and comes last."""
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    text: str
    """Few words for it, with its variables in braces; of a row that moves what is said instead of its name; or empty."""
    grounds: Grounds
    place: Place

    @property
    def weight(self) -> tuple[bool, int]:
        """What outweighs is less."""
        return not self.rank, self.rank


@form
class Way:
    """A recommendation that belongs to a square."""

    pattern: Pattern
    called: str
    """In a word or two."""
    by: tuple[str, ...]
    """The rules that put it there; empty: whichever gives it."""
    grounds: Grounds


@form
class Column:
    """One dimension."""

    name: str
    title: str
    signs: tuple[Sign, ...]
    """Who leads."""
    contested: Grounds | None
    """Whose choice it is that a square is contested where signs of both hold and none outweighs."""
    open: tuple[Sign, ...]
    """That nobody leads."""
    moves: tuple[Sign, ...]
    advice: tuple[Way, ...]
    place: Place


@form
class Plan:
    """The board of a rulebook, before any situation."""

    title: str
    variable: str
    """What is the row in every condition."""
    rows: tuple[str, ...]
    """Names of entities."""
    poles: tuple[str, str]
    columns: Mapping[str, Column]
    """By name, from left to right."""
    place: Place
