"""The form of what was looked at."""

from __future__ import annotations

from enum import Enum

from dragoman.form import form


class State(Enum):
    """How something is."""

    FINE = "fine"
    NOTE = "note"
    """It works, and somebody may want it otherwise."""
    WRONG = "wrong"


@form
class Check:
    """One thing that was looked at."""

    area: str
    """What it belongs to: the program, the engines, ..."""
    name: str
    state: State
    says: str
    """What was found."""
    remedy: str = ""
    """What to do about it, where something can be done."""
