"""The forms of a page: recommendations that are told apart by columns, lists below them, what changed; and of a preview."""

from __future__ import annotations

import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from dragoman.form import form

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Atom
    from dragoman.views.lines import Line


class Mark(Enum):
    """What the last line did to something."""

    NONE = ""
    NEW = "+"
    CHANGED = "~"
    GONE = "−"


class Place(NamedTuple):
    """Somebody whom advice can be for, in a place of its own."""

    code: str
    """Two letters; or empty, where the rulebook has none."""
    title: str
    is_meant: bool


class Labelled(NamedTuple):
    """One thing that is said of a recommendation, behind what it is."""

    label: str
    said: Line


@form
class Card:
    """One recommendation."""

    key: str
    """Which it is, the same from line to line."""
    number: int
    """From 1; 0 for one that is gone."""
    mark: Mark
    titles: tuple[str, ...]
    """From full to short: the first that there is room for is shown."""
    places: tuple[Place, ...]
    """In the same order for all; empty where nobody in particular is meant."""
    firmness: str
    """`firm`, `under way`, `possible`."""
    reasons: tuple[Line, ...] = ()
    """The best first."""
    said: tuple[Labelled, ...] = ()
    """What carries it, what it lacks, what speaks against it, what is noted."""
    atoms: tuple[Atom, ...] = ()
    """The conclusions that it stands for."""


@form
class Item:
    """One row of a list."""

    text: str
    standing: str = ""
    """How firm, in the last column; or empty."""
    mark: Mark = Mark.NONE
    beside: str = ""
    """What stands behind the text, muted."""
    atom: Atom | None = None
    """What can be asked about."""


@form
class Listed:
    """A list below the recommendations."""

    heading: str
    items: tuple[Item, ...]
    count: str
    """How many there are, in words; or whose they are."""
    first: int
    """So many are shown before somebody asks for more."""
    is_doubt: bool = False
    """Whether it is about what is disputed."""


@form
class Tally:
    """How much is marked."""

    new: int = 0
    changed: int = 0
    gone: int = 0


@form
class Page:
    """The advice, ready to be laid out."""

    title: str
    """Of the situation: it stays the same while more is told."""
    called: str
    """What it is called on the screen: of one that was begun with nothing, how much was told since."""
    as_of: datetime.date | None
    heading: str
    """`What the EU should do`."""
    cards: tuple[Card, ...]
    lists: tuple[Listed, ...]
    tally: Tally
    facts: int
    """How many were told in the situation itself."""
    remark: str = ""
    """Where nothing is recommended: what that waits for."""


@form
class Preview:
    """What stands below a line that is being typed."""

    text: str
    """The line."""
    label: str = ""
    """`reads`, `answers`, `asks`, `known`, `offers`, `not understood`."""
    says: str = ""
    ends: tuple[str, ...] = ()
    """What the line may go on with, the likeliest first."""

    @property
    def is_doubtful(self) -> bool:
        """Whether nothing, or not all, of the line would be taken for said."""
        return self.label in {"may mean", "not understood"}
