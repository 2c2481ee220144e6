"""What the app draws after a line: frozen, and made away from the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.form import form

if TYPE_CHECKING:
    from dragoman.views.screen.forms import Page
    from dragoman.views.screen.heard_forms import Heard, Question


@form
class Standing:
    """How the session stands: what the footer says."""

    told: int = 0
    """How many facts were told in this session."""
    saved: str = ""
    """`saved`, or empty where nothing is kept."""
    problem: str = ""
    """Why what is said is not kept any more."""
    can_undo: bool = False


@form
class Toast:
    """What is said in a corner for a moment."""

    what: str
    further: str
    """Where, or what to do about it."""
    is_bad: bool = False


@form
class File:
    """A file that is handed over."""

    name: str
    data: bytes


@form
class Guide:
    """Where a tour is."""

    at: int
    """From 1; 0 once it is over."""
    of: int
    says: str
    line: str
    """What is proposed to be said; empty once it is over."""
    is_own: bool
    """Whether that is only an example."""


@form
class Snapshot:
    """What a line led to, but for the question."""

    text: str
    """The line."""
    heard: Heard
    page: Page
    standing: Standing
    gives_back: bool = False
    """Whether nothing was done, so that the line is put back to be edited."""
    is_settled: bool = False
    """Whether no question follows."""
    opens: str = ""
    """The screen that was asked for: `help`, `audit`, `proof`; or empty."""
    before: tuple[Heard, ...] = ()
    """What was said before it, where a session is taken up again."""
    guide: Guide | None = None
    """Where the tour is, if one is taken."""
    toast: Toast | None = None
    file: File | None = None
    """What the line wrote, where whoever said it sits elsewhere."""


@form
class Asked:
    """The question that follows a line; none where there is nothing to ask."""

    question: Question | None
    standing: Standing
    problem: str = ""
    """Why it could not be found."""
