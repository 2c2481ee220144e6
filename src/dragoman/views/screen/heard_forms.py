"""The forms of what came of a line: facts as chips, changes with marks, remarks, one question.

They load nothing of the rulebook, so that an app can draw before there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.form import form

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Atom
    from dragoman.views.lines import Line
    from dragoman.views.screen.forms import Mark


@form
class Chip:
    """One fact, in the rulebook's words."""

    sentence: str
    beside: str = ""
    """Whose word it is, how likely, and what became of it where it was not simply told; or empty."""
    was: str = ""
    """What it took the place of."""
    is_gone: bool = False
    """Whether it was taken back."""
    atom: Atom | None = None


@form
class News:
    """One change of the advice."""

    mark: Mark
    sentence: str
    beside: str = ""
    atom: Atom | None = None


@form
class Remark:
    """Something that is to be said of the line."""

    sign: str
    """`?` not understood or only offered, `≠` disputed, `!` a mistake; or empty."""
    text: str


@form
class Question:
    """What is asked."""

    sentence: str
    decides: str
    """What hangs on the answer; or empty."""
    answers: tuple[tuple[str, str], ...]
    """Key and words."""
    others: tuple[tuple[str, str], ...]
    """Keys that are no answers, and what they do."""


@form
class Heard:
    """A line and what came of it."""

    text: str
    """Empty before anything was said."""
    chips: tuple[Chip, ...] = ()
    news: tuple[News, ...] = ()
    more: int = 0
    """How many changes are only counted."""
    remarks: tuple[Remark, ...] = ()
    answer: tuple[Line, ...] = ()
    """What was asked to be shown."""
    question: Question | None = None
    is_mistake: bool = False
    """Whether nothing was done, so that the line is given back."""
