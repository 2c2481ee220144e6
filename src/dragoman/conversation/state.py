"""The state of a session: what is said now, and how it came to be said."""

from __future__ import annotations

from dragoman.form import form
from dragoman.situation.forms import Situation


@form
class State:
    """Immutable, so that undo is the state before, exactly."""

    situation: Situation
    line: int = 0
    """How many lines have been said; names the place of what the next one says."""
    before: State | None = None
    """The state before the last change, or None at the start."""

    def changed(self, situation: Situation) -> State:
        """The state after a change that can be undone."""
        return State(situation, self.line, self)
