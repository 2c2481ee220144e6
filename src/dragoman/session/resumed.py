"""The state of a session that is taken up again: what is said in it and what can be undone, from its events alone.

    events --standings--> the situation after each line --fold--> state, with the chain of undo

Open questions and offers are gone: they belong to the lines that led to them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dragoman.conversation.state import State
from dragoman.form import form
from dragoman.journal.events import Event
from dragoman.journal.kinds import RENAMED, TITLED
from dragoman.rulebook.forms import Rulebook
from dragoman.session.changes import changes
from dragoman.session.restore import Standing, standings
from dragoman.situation.forms import Situation


@form
class Resumed:
    """A session as it was left."""

    state: State
    told: tuple[str, ...]
    """What was recommended when advice was last kept, in words."""
    is_titled: bool


def resumed(rulebook: Rulebook, events: Sequence[Event]) -> Resumed:
    """A session as it was left.

    Raises:
        NotRestoredError: if the rulebook does not take what was said, since it is another by now.
        SituationError: with all mistakes of the files, as this rulebook sees them.
    """
    first, *others = standings(rulebook, events)
    state = State(first.situation, first.start, base=first.base)
    for standing in others:
        state = _after(state, standing)
    advised = [event.payload or {} for event in events if event.kind == "advised"]
    told = next((tuple(map(str, one["recommended"])) for one in reversed(advised) if "recommended" in one), ())
    titles = [(events[0].payload or {}).get("title"), *(e.kind for e in events if e.kind in (TITLED, RENAMED))]
    return Resumed(state, told, any(titles))


def _after(state: State, standing: Standing) -> State:
    """The state after one more line."""
    state = dataclasses.replace(state, line=standing.step.number)
    if _are_same(state.situation, standing.situation):
        return state
    action = (standing.step.of("read") or {}).get("action", "")
    moved = {"undo": state.undone, "redo": state.redone}[action]() if action in ("undo", "redo") else None
    if moved is not None and _are_same(moved.situation, standing.situation):
        return moved
    latest = changes(state.situation, standing.situation).added if standing.step.of("based") is None else ()
    return dataclasses.replace(state.changed(standing.situation, latest), start=standing.start, base=standing.base)


def _are_same(one: Situation, other: Situation) -> bool:
    """Whether the same is said in both, in whatever order."""
    return one.files == other.files and set(one.statements) == set(other.statements)
