"""The pen of one session: it adds steps, and notices if somebody else has added some."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from dragoman.errors import JournalError, SessionInUseError
from dragoman.journal.database import Database
from dragoman.journal.events import Entry, Event
from dragoman.journal.kinds import DELETED, RENAMED
from dragoman.journal.table import Tail, chained, put, tails_from

Clock = Callable[[], datetime]
"""Tells the time, with its zone."""


def written(moment: datetime) -> str:
    """A moment as events have it: texts of one length that sort as the moments do.

    >>> written(datetime(2026, 11, 26, 10, 15, tzinfo=UTC))
    '2026-11-26T10:15:00.000000Z'

    Raises:
        ValueError: for a moment without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Writer:
    """Adds to one session. Made by :meth:`Journal.begin` and :meth:`Journal.resume`.

    Two writers can have one session open, in two terminals. Whoever writes first goes on; the other is told
    (:class:`SessionInUseError`), loses nothing but the line at hand, and takes the session up again to go on. A session is
    not split in two behind the analyst's back. A new title from elsewhere disturbs nobody.
    """

    def __init__(self, database: Database, clock: Clock, session: str, tail: Tail) -> None:
        self.session = session
        """The id."""
        self.tail = tail
        """Where the chain ended when we last looked."""
        self._database, self._clock = database, clock

    def append(self, *entries: Entry) -> tuple[Event, ...]:
        """Add the events of one step: all, and on the disk when this returns, or none.

        Raises:
            SessionInUseError: if the session was continued elsewhere, or deleted.
            JournalError: if it cannot be written. The step can be tried again: nothing of it was kept.
            ValueError, TypeError: for an entry that no event can be made of (:func:`dragoman.journal.table.chained`).
        """
        if not entries:
            return ()
        with self._database.transaction():
            events = chained(self.session, self._last(), written(self._clock()), entries)
            tail = put(self._database, events)
        self.tail = tail
        return tuple(events)

    def _last(self) -> Tail:
        """The end of the chain, if it is where we left it; inside a transaction."""
        ours, *since = tails_from(self._database, self.session, self.tail.seq) or [Tail()]
        path, again = self._database.path, f"take session {self.session} up again to go on"
        if ours != self.tail:
            what = f"does not hold session {self.session} as it was left"
            raise JournalError(path, what, "'dragoman sessions verify' says what is wrong")
        if any(other.kind == DELETED for other in since):
            raise SessionInUseError(path, f"lost session {self.session}: it was deleted elsewhere", "begin a new one")
        if any(other.kind != RENAMED for other in since):
            raise SessionInUseError(path, f"has more of session {self.session}: it was continued elsewhere", again)
        return since[-1] if since else ours
