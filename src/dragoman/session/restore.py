"""A session taken up again: what is said in it, from its events alone.

    events --steps--> steps --fold--> the situation after each of them

Lines are not read anew. Where the rulebook is another by now, and no longer takes what was said, that is an error that
names the statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from dragoman.errors import RulebookError
from dragoman.form import form
from dragoman.journal.events import Event
from dragoman.journal.kinds import BASED
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import with_parameters
from dragoman.session.changes import NotRestoredError, made, read_changes
from dragoman.session.desk import load_kept
from dragoman.situation.assemble import empty_situation
from dragoman.situation.disk import Kept
from dragoman.situation.forms import Situation
from dragoman.source.formats import Format

CHANGING = ("told", "corrected", "withdrawn", "undone", "redone")
"""The kinds of events that change what is said."""


@form
class Step:
    """What belongs to one line: the events from it up to the next."""

    number: int
    """Of the line; 0 for the beginning."""
    text: str
    time: str
    events: tuple[Event, ...]

    def of(self, kind: str) -> dict[str, Any] | None:
        """What the first event of a kind says."""
        return next((event.payload for event in self.events if event.kind == kind), None)


@form
class Standing:
    """How it stands after a step."""

    step: Step
    situation: Situation
    start: Situation
    names: tuple[str, ...]
    """What was loaded last."""


def steps(events: Iterable[Event]) -> Iterator[Step]:
    """The steps of a session: the beginning, then a line each."""
    number, text, time, gathered = 0, "", "", list[Event]()
    for event in events:
        if event.kind == "said":
            yield Step(number, text, time, tuple(gathered))
            payload = event.payload or {}
            number, text, time, gathered = (
                int(payload.get("line", number + 1)),
                str(payload.get("text", "")),
                event.time,
                [],
            )
        time = time or event.time
        gathered.append(event)
    yield Step(number, text, time, tuple(gathered))


def standings(rulebook: Rulebook, events: Sequence[Event]) -> Iterator[Standing]:
    """What is said after each step.

    Raises:
        NotRestoredError: if the rulebook does not take what was said, since it is another by now.
        SituationError: with all mistakes of the files, as this rulebook sees them.
    """
    rulebook = _with_thresholds(rulebook, events)
    texts: dict[str, str] = {}
    situation = start = empty_situation(rulebook)
    names: tuple[str, ...] = ()
    for step in steps(events):
        for event in step.events:
            payload = event.payload or {}
            if event.kind == "loaded":
                texts[str(payload["name"])] = str(payload["text"])
            elif event.kind == BASED:
                names = tuple(payload["names"])
                start = _loaded(rulebook, names, str(payload.get("form", "")), texts)
                situation = made(start, read_changes(rulebook, payload))
            elif event.kind in CHANGING:
                situation = made(situation, read_changes(rulebook, payload))
        yield Standing(step, situation, start, names)


def _loaded(rulebook: Rulebook, names: Sequence[str], form: str, texts: Mapping[str, str]) -> Situation:
    if not names:
        return empty_situation(rulebook)
    return load_kept(rulebook, names, Format(form) if form else None, Kept(dict(texts)))


def _with_thresholds(rulebook: Rulebook, events: Iterable[Event]) -> Rulebook:
    """The rulebook with the thresholds that were set for the session."""
    given: dict[str, Decimal] = {}
    for event in events:
        payload = event.payload or {}
        if event.kind == "set":
            try:
                given[str(payload["name"])] = Decimal(str(payload["value"]))
            except InvalidOperation:
                raise NotRestoredError(f"the threshold {payload['name']} was set to no number") from None
    try:
        return with_parameters(rulebook, given) if given else rulebook
    except RulebookError as error:
        raise NotRestoredError("; ".join(finding.message for finding in error.findings)) from None


def rulebook_folder(events: Sequence[Event]) -> Path | None:
    """Where the rulebook of a session lay, if it still lies there."""
    folder = (events[0].payload or {}).get("folder", "") if events else ""
    return Path(folder) if folder and Path(folder).is_dir() else None
