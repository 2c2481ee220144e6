"""A session taken up again: what is said in it, from its events alone.

    events --steps--> steps --fold--> the situation after each of them

Lines are not read anew, and of the disk nothing is looked at but the rulebook. Where the rulebook is another by now, and
no longer takes what was said, that is an error that names the statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from dragoman.conversation.state import NOTHING, Base
from dragoman.errors import FindingsError, RulebookError, SituationError
from dragoman.form import form
from dragoman.journal.events import Event
from dragoman.journal.kinds import BASED, SAID
from dragoman.rulebook.forms import Rulebook
from dragoman.session.changes import NotRestoredError, made, read_changes
from dragoman.session.desk import load_kept
from dragoman.situation.assemble import empty_situation
from dragoman.situation.disk import Kept
from dragoman.situation.forms import Situation
from dragoman.source.formats import Format

CHANGING = ("told", "corrected", "withdrawn", "undone", "redone")
"""The kinds of events that change what is said."""


@form
class Began:
    """With what a session began."""

    rulebook: str
    """Id and version of the rulebook."""
    id: str
    """The id alone."""
    digest: str
    folder: str
    """Where the rulebook lay."""
    program: str
    """The version of the program."""

    @staticmethod
    def of(events: Sequence[Event]) -> Began:
        """That of a session, by its first event."""
        said = (events[0].payload if events else None) or {}
        id, version, digest, folder, program = (
            str(said.get(key, "")) for key in ("rulebook", "rulebook_version", "rulebook_digest", "folder", "program")
        )
        return Began(f"{id} {version}".strip(), id, digest, folder, program)


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
    base: Base
    """How that was asked for."""


def steps(events: Iterable[Event]) -> Iterator[Step]:
    """The steps of a session: the beginning, then a line each."""
    number, text, time, gathered = 0, "", "", list[Event]()
    for event in events:
        if event.kind == SAID:
            yield Step(number, text, time, tuple(gathered))
            said = event.payload or {}
            line = said.get("line")
            number, text = line if isinstance(line, int) else number + 1, str(said.get("text", ""))
            time, gathered = event.time, []
        time = time or event.time
        gathered.append(event)
    yield Step(number, text, time, tuple(gathered))


@contextmanager
def kept_so(step: Step, kind: str) -> Iterator[None]:
    """Where what the journal keeps is read: another version of the program may have kept it in another form.

    Raises:
        NotRestoredError: instead of the error that this makes.
    """
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        where = f"of line {step.number}" if step.number else "of the beginning"
        what = f"what the journal keeps {where} ({kind}) is not in the form that this version reads"
        raise NotRestoredError(f"{what}: {type(error).__name__} {error}") from error


def standings(rulebook: Rulebook, events: Sequence[Event]) -> Iterator[Standing]:
    """What is said after each step, to `rulebook` with the thresholds that were set for the session.

    Thresholds that were set in `rulebook` already stay as they are.

    Raises:
        NotRestoredError: if the rulebook does not take what was said, since it is another by now; or if an event is not
            in the form that this version of the program writes.
    """
    rulebook = _with_thresholds(rulebook, events)
    texts: dict[str, str] = {}
    base, situation = NOTHING, empty_situation(rulebook)
    starts = {base: situation}
    for step in steps(events):
        for event in step.events:
            payload = event.payload or {}
            with kept_so(step, event.kind):
                if event.kind == "loaded":
                    texts[str(payload["name"])] = str(payload["text"])
                elif event.kind == BASED:
                    base = Base(payload["line"], tuple(payload["names"]), payload["form"])
                    if (
                        base not in starts
                    ):  # else it was gone back to what was loaded then, whatever the files say since
                        starts[base] = started_from(rulebook, base, texts)
                    situation = made(starts[base], read_changes(rulebook, payload))
                elif event.kind in CHANGING:
                    situation = made(situation, read_changes(rulebook, payload))
        yield Standing(step, situation, starts[base], base)


def texts_loaded(events: Iterable[Event]) -> dict[str, str]:
    """The texts of the files that were loaded in a session, by path."""
    return {str(e.payload["name"]): str(e.payload["text"]) for e in events if e.kind == "loaded" and e.payload}


def restored(rulebook: Rulebook, events: Sequence[Event]) -> Standing:
    """How a session stands at its end.

    Raises:
        NotRestoredError: if the rulebook does not take what was said, since it is another by now.
    """
    *_, standing = standings(rulebook, events)
    return standing


def rulebook_folder(events: Sequence[Event]) -> Path | None:
    """Where the rulebook of a session lay, if it still lies there."""
    folder = Began.of(events).folder
    return Path(folder) if folder and Path(folder).is_dir() else None


def started_from(rulebook: Rulebook, base: Base, texts: Mapping[str, str]) -> Situation:
    """What was loaded, told to `rulebook`: from the texts that were kept, and the rulebook's own situations as they are.

    Raises:
        NotRestoredError: if the rulebook does not take it.
    """
    kept = Kept(dict(texts), rulebook.folder)
    try:
        return load_kept(rulebook, base.names, Format(base.form) if base.form else None, kept)
    except SituationError as error:
        where = f"in line {base.line}" if base.line else "at the beginning"
        what = f"what was loaded {where} ({', '.join(base.names)})"
        raise NotRestoredError(f"{what} cannot be told to this rulebook: {_first(error)}") from None


def _first(error: FindingsError) -> str:
    first, *others = error.findings
    more = f" (and {len(others)} more)" if others else ""
    return f"{first.place}: {first.message}{more}"


def _with_thresholds(rulebook: Rulebook, events: Iterable[Event]) -> Rulebook:
    """The rulebook with the thresholds that were set for the session."""
    given: dict[str, Decimal] = {}
    for event in events:
        payload = event.payload or {}
        name = str(payload.get("name", ""))
        if event.kind == "set" and name not in rulebook.changed:
            try:
                given[name] = Decimal(str(payload.get("value")))
            except InvalidOperation:
                raise NotRestoredError(f"the threshold {name or '?'} was set to no number") from None
    if not given:
        return rulebook
    from dragoman.rulebook.load import with_parameters  # noqa: PLC0415 - loads what reads a rulebook; seldom needed

    try:
        return with_parameters(rulebook, given)
    except RulebookError as error:
        raise NotRestoredError("; ".join(finding.message for finding in error.findings)) from None
