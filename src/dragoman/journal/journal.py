"""The journal: sessions are begun, taken up again, listed, read, renamed, deleted, verified.

A session that was deleted is listed no more, and all that was said in it is wiped from the file by the transaction that
adds its last event. What stays is that there was a session: its id, the kinds and times of its events, and their hashes,
so that the chain still holds. (What a file system or a copy elsewhere keeps of wiped bytes is beyond this program.)
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from dragoman.errors import JournalDamagedError, JournalMissingError, UnknownNameError
from dragoman.journal import table
from dragoman.journal.database import PATIENCE, Database
from dragoman.journal.events import Beginning, Entry, Event, Fault, SessionRow
from dragoman.journal.kinds import DELETED, RENAMED, SAID, STARTED
from dragoman.journal.naming import cleaned, meant, new_id
from dragoman.journal.places import NONE_YET, found, prepared
from dragoman.journal.schema import MIGRATIONS, Migrations, is_as_made, migrate, version_of
from dragoman.journal.verify import faults
from dragoman.journal.writer import Clock, Writer, written

_MOST = 20
"""So many faults of the file itself are told."""


def _now() -> datetime:
    return datetime.now(UTC)


class Journal:
    """An open journal, for one thread at a time. Opened by :meth:`open` to write, by :meth:`look` to read alone."""

    def __init__(self, database: Database, clock: Clock = _now) -> None:
        self._database, self._clock = database, clock

    @classmethod
    def open(
        cls, path: Path, clock: Clock = _now, *, patience: float = PATIENCE, migrations: Migrations = MIGRATIONS
    ) -> Self:
        """Open the journal at `path` to write; where nothing is yet, one is made, for its owner alone.

        Raises:
            JournalError: if that cannot be done; what stands there is as it was.
        """
        database = Database(prepared(path), writing=True, patience=patience)
        try:
            migrate(database, migrations)
        except BaseException:
            database.close()
            raise
        return cls(database, clock)

    @classmethod
    def look(cls, path: Path, *, patience: float = PATIENCE) -> Self:
        """Open the journal at `path` to read; one that may not be written can be read, too.

        Raises:
            JournalMissingError: if there is none, or nothing was written in it yet.
            JournalError: if it cannot be read.
        """
        database = Database(found(path), writing=False, patience=patience)
        try:
            version = version_of(database)
            if version == 0:
                raise JournalMissingError(path, "is empty", NONE_YET)
        except BaseException:
            database.close()
            raise
        if version == len(MIGRATIONS):
            return cls(database)
        database.close()
        return cls.open(path, patience=patience)

    def close(self) -> None:
        """Close it. What was acknowledged is on the disk already."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where it lies, links followed."""
        return self._database.path

    # -- writing

    def begin(self, beginning: Beginning, *entries: Entry) -> Writer:
        """Begin a session, with what belongs to its first step; it is listed from now on.

        Raises:
            JournalError: if it cannot be written.
        """
        first = Entry(STARTED, asdict(beginning))
        with self._database.transaction():
            now = self._clock()
            session = new_id(now)
            while table.tail_of(self._database, session) is not None:
                session = new_id(now)
            tail = table.put(self._database, table.chained(session, table.Tail(), written(now), (first, *entries)))
        return Writer(self._database, self._clock, session, tail)

    def resume(self, session: str) -> Writer:
        """Go on with a session. Nothing is written yet, so that whoever has it open is not disturbed before it must be.

        Raises:
            UnknownNameError: if there is no session of that id, or it was deleted.
            JournalDamagedError: if its events are not as they were written: nothing may rest on them.
        """
        events = self.whole(session)
        return Writer(
            self._database, self._clock, session, table.Tail(events[-1].seq, events[-1].hash, events[-1].kind)
        )

    def rename(self, session: str, title: str) -> None:
        """Give a session another title.

        Raises:
            UnknownNameError: if there is no session of that id, or the title is none.
        """
        self._add(session, Entry(RENAMED, {"title": cleaned(title)}))

    def delete(self, session: str) -> bool:
        """Delete a session and wipe what it held, for good.

        False if the bytes are still in the log beside the file, since another process is reading it: they go when the
        journal is next closed by all.

        Raises:
            UnknownNameError: if there is no session of that id.
        """
        self._add(session, Entry(DELETED, {}), wipe=True)
        return self._database.emptied_log()

    def _add(self, session: str, entry: Entry, *, wipe: bool = False) -> None:
        """Add an event to a session, wherever it stands by now."""
        with self._database.transaction():
            tail = table.tail_of(self._database, session)
            if tail is None or tail.kind == DELETED:
                raise UnknownNameError(
                    f"there is no session {session}" if tail is None else f"session {session} was deleted"
                )
            table.put(self._database, table.chained(session, tail, written(self._clock()), (entry,)))
            if wipe:
                table.wipe(self._database, session)

    # -- reading

    def sessions(self, *, deleted: bool = False) -> tuple[SessionRow, ...]:
        """The sessions, which was used last first; with `deleted` also those that were deleted."""
        return tuple(row for row in table.sessions(self._database) if deleted or not row.deleted)

    def find(self, name: str, *, deleted: bool = False) -> SessionRow:
        """The session that is meant by `last`, by an id, by a title, or by the beginning of either.

        Raises:
            UnknownNameError: if it is none or several.
        """
        return meant(name, self.sessions(deleted=deleted))

    def events(self, session: str) -> tuple[Event, ...]:
        """The events of a session, as they are kept; whether they are right, :meth:`verify` says.

        Raises:
            UnknownNameError: if there is no session of that id.
        """
        events = table.events_of(self._database, session)
        if not events:
            raise UnknownNameError(f"there is no session {session}")
        return events

    def lines(self, most: int) -> tuple[str, ...]:
        """The last lines that were typed, in all sessions that are left, the oldest first."""
        return tuple(str(one.get("text", "")) for one in table.lately(self._database, SAID, most))

    def whole(self, session: str) -> tuple[Event, ...]:
        """The same, of a session that something may rest on.

        Raises:
            UnknownNameError: if there is no session of that id, or it was deleted.
            JournalDamagedError: if its events are not as they were written.
        """
        events = self.events(session)
        for fault in faults(session, events):
            remedy = "export what is left of it, and begin a new one"
            raise JournalDamagedError(self.path, f"holds a damaged session ({fault})", remedy)
        if events[-1].kind == DELETED:
            raise UnknownNameError(f"session {session} was deleted")
        return events

    def verify(self, session: str = "") -> tuple[Fault, ...]:
        """Every event of a session (without one: of all, and the file itself) that is not as it was written.

        A tail that was cut off is not found, nor is a session of which nothing is left (see the package).

        Raises:
            JournalError: if the file can be read no more.
        """
        with self._database.transaction(writing=False):
            if session:
                return tuple(self._faults(session))
            every = (fault for id in table.ids(self._database) for fault in self._faults(id))
            return (*self._file_faults(), *every)

    def _faults(self, session: str) -> list[Fault]:
        try:
            return list(faults(str(session), self.events(session)))
        except JournalDamagedError:
            return [Fault(session, 0, "it cannot be read to its end: the file is damaged")]

    def _file_faults(self) -> list[Fault]:
        """What SQLite itself finds wrong, and whether the tables still refuse what they must refuse."""
        try:
            said = [str(text) for (text,) in self._database.rows(f"PRAGMA integrity_check({_MOST})")]
        except JournalDamagedError as error:
            said = [error.problem]
        found = [Fault("", 0, f"the file is damaged: {text}") for text in said if text != "ok"]
        if said == ["ok"] and not is_as_made(self._database):
            found.append(Fault("", 0, "the tables do not refuse changes any more"))
        return found
