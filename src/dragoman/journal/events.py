"""What the journal holds and what it tells: events, sessions, faults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.form import form
from dragoman.journal.chain import object_in


@form
class Entry:
    """An event on its way into the journal."""

    kind: str
    """A name of :data:`dragoman.journal.kinds.KINDS`."""
    payload: Mapping[str, Any]
    """A JSON object."""


@form
class Event:
    """One event as it is kept."""

    session: str
    seq: int
    """Its place in the session, from 1."""
    time: str
    """UTC, as in `2026-11-26T10:15:00.000000Z`: by the clock of the machine, which may have been wrong."""
    kind: str
    """A name of the table of kinds, or of a later version's."""
    salt: str | None
    """Hashed with the text; None where the text was wiped."""
    text: str | None
    """The payload as it is hashed; None where the session was deleted."""
    digest: str
    """That of salt and text, which outlives both."""
    hash: str
    """That of the event and, through the hash of the one before, of all that came before."""

    @property
    def payload(self) -> dict[str, Any] | None:
        """The JSON object; None where it was wiped, or where the text is damaged."""
        return None if self.text is None else object_in(self.text)


@form
class Beginning:
    """What a session begins with."""

    title: str
    """For people; empty until there is one."""
    rulebook: str
    """The rulebook's id."""
    rulebook_version: str
    rulebook_digest: str
    """Of all that was read of it, so that a replay knows whether it is the same."""
    program: str
    """The version of the program."""
    folder: str = ""
    """Where the rulebook lay."""


@form
class SessionRow:
    """A session in the list of them."""

    id: str
    title: str
    """The last that it was given; empty if none was, or if the session was deleted."""
    started: str
    """When its first event was written; times are written as those of events are."""
    last: str
    """When its last event was."""
    lines: int
    """How many lines were typed in it."""
    events: int
    head: str
    """The hash of its last event. Noted elsewhere, it shows whether a tail was cut off."""
    rulebook: str
    rulebook_version: str
    deleted: bool = False
    damaged: bool = False
    """Whether it is plain to see that events are missing or cannot be read; only :meth:`Journal.verify` looks closely."""


@form
class Chain:
    """A session that was verified."""

    session: str
    events: int
    head: str
    """The hash of its last event."""


@form(order=True)
class Fault:
    """Something that is not as it was written."""

    session: str
    """Empty if it concerns the file."""
    seq: int
    """The event; 0 if it concerns the session."""
    what: str

    def __str__(self) -> str:
        where = f"session {self.session}, event {self.seq}: " if self.seq else f"session {self.session}: "
        return f"{where if self.session else ''}{self.what}"
