"""The forms of a comparison: what is given otherwise by letters, each line before and after, and why it differs."""

from __future__ import annotations

from dragoman.form import form
from dragoman.rulebook.forms import Atom
from dragoman.views.screen.forms import Mark, Place


@form
class Given:
    """One thing that is given otherwise."""

    letter: str
    mark: Mark
    sentence: str
    was: str
    """How it was before, where that is not plain from the sentence; or empty."""
    atom: Atom | None


@form
class Stood:
    """How something stands on one side."""

    words: str
    places: tuple[Place, ...] = ()
    """Whom it is for, in columns, where that is what differs."""


@form
class Because:
    """Why one conclusion differs."""

    atom: Atom
    sentence: str
    was: bool
    """Whether it follows before; and the same for after."""
    is_now: bool
    went: tuple[str, ...]
    """The reasons that no longer hold, in sentences."""
    came: tuple[str, ...]
    letters: tuple[str, ...]
    """What it hangs on."""
    others: tuple[tuple[str, ...], ...]
    """What would do as well."""
    is_exact: bool
    """Whether these alone give the change; else it can hang on any of them."""
    way: tuple[tuple[Mark, str], ...]
    """The conclusions that it came through, the nearest first."""


@form
class Line:
    """One line that differs."""

    key: str
    mark: Mark
    titles: tuple[str, ...]
    """From full to short."""
    before: Stood
    after: Stood
    through: str
    """Letters; or how many there are."""
    because: tuple[Because, ...] = ()
    is_advice: bool = False


@form
class Section:
    """What differs of one kind."""

    heading: str
    count: str
    lines: tuple[Line, ...]
    first: int
    """So many are shown before somebody asks for more."""
    as_before: str = ""
    """How many are as they were, in words; or empty."""


@form
class Comparison:
    """Two pieces of advice."""

    before: str
    """What the one is called."""
    after: str
    given: tuple[Given, ...]
    count: str
    """How many things are given otherwise, in words."""
    sections: tuple[Section, ...]
    remark: str
    """Where nothing differs: that it does not."""

    def line(self, key: str) -> Line | None:
        """The line of that key."""
        return next((line for one in self.sections for line in one.lines if line.key == key), None)
