"""The state of a conversation: what is said now, what is open, and how it came to be so."""

from __future__ import annotations

import dataclasses

from dragoman.conversation.forms import Asked, Open
from dragoman.form import form
from dragoman.language.earlier.context import Context
from dragoman.language.forms import ReadFact
from dragoman.rulebook.forms import Atom
from dragoman.situation.forms import Situation, Statement


@form
class Base:
    """What a conversation starts from, as it was asked for."""

    line: int = 0
    """The line that loaded it; 0 for the beginning."""
    names: tuple[str, ...] = ()
    """Files and situations of the rulebook; empty where it starts from nothing."""
    form: str = ""
    """How those were written whose name does not tell."""


NOTHING = Base()
"""Asked for by whoever starts from nothing."""


@form
class State:
    """Immutable, so that undo is the state before, exactly."""

    situation: Situation
    start: Situation
    """What it began with, or what was loaded last."""
    base: Base = NOTHING
    """How that was asked for."""
    line: int = 0
    """How many lines have been said; names the place of what the next one says."""
    context: Context = Context()
    """What earlier lines leave behind, so that a later one can say `it`, `there` or `Tajikistan too`."""
    latest: tuple[Statement, ...] = ()
    """What was told last, for `that last one`."""
    is_lost: bool = False
    """Whether the last line that could have told something told nothing: then `and there too` does not go on from what
    was told before it."""
    supposed: tuple[ReadFact, ...] = ()
    """What was last supposed, for `keep that`."""
    supposed_in: int = -1
    """The line in which it was, so that `and at 39?` goes on from it."""
    all_supposed: tuple[ReadFact, ...] = ()
    """What was supposed since the last change, for `keep both`."""
    open: tuple[Open, ...] = ()
    """What was offered and neither taken nor refused, the latest first."""
    question: Asked | None = None
    """What was asked last and is not answered."""
    since: int = 0
    """The line after which it was first asked."""
    passed: frozenset[Atom] = frozenset()
    """Open facts that were asked for and skipped or not answered."""
    asked: tuple[Atom, ...] = ()
    """Open facts that were asked for, in order, to go back to."""
    whom: tuple[str, ...] = ()
    """Whom questions are kept to; empty where they may be about anybody."""
    focus: tuple[Atom, ...] = ()
    """The conclusions that the last reply was about, for `why?`."""
    before: State | None = None
    """The state before the last change, or None at the start."""
    after: State | None = None
    """The state that was undone last, or None."""

    def changed(self, situation: Situation, latest: tuple[Statement, ...] = ()) -> State:
        """The state after a change that can be undone; what was undone before can no longer be done again."""
        return dataclasses.replace(
            self, situation=situation, latest=latest or self.latest, all_supposed=(), before=self, after=None
        )

    def undone(self) -> State | None:
        """The state before the last change, or None if nothing was changed. The line count goes on."""
        if self.before is None:
            return None
        return dataclasses.replace(self.before, line=self.line, after=self, question=None, open=())

    def redone(self) -> State | None:
        """The state that was undone last, or None."""
        if self.after is None:
            return None
        return dataclasses.replace(self.after, line=self.line, question=None, open=())
