"""The one door to SQLite: no exception and no type of it leaves this module.

Written is what is committed, and committed is what the disk has acknowledged: the write-ahead log (WAL) is synchronised at
the end of each transaction (`synchronous = FULL`). Readers never wait for a writer, nor a writer for readers; two writers
wait for each other, for as long as `patience` says.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any
from urllib.parse import quote

from dragoman.errors import (
    JournalDamagedError,
    JournalError,
    JournalFullError,
    JournalLockedError,
    JournalReadOnlyError,
)
from dragoman.journal.places import ELSEWHERE, FULL, MAY_NOT

PATIENCE = 2.0
"""Seconds that we wait for another process to finish writing."""

_PAUSE = 0.01

IN_MEMORY = Path(":memory:")
"""No file at all."""

Row = tuple[Any, ...]

_DAMAGED = f"put back a copy of it, or {ELSEWHERE}; 'dragoman sessions verify' says what is left"
_WHY: dict[int, tuple[type[JournalError], str, str]] = {
    sqlite3.SQLITE_BUSY: (JournalLockedError, "is being written by another process", "try again when that has ended"),
    sqlite3.SQLITE_LOCKED: (JournalLockedError, "is being written by another process", "try again when that has ended"),
    sqlite3.SQLITE_FULL: (JournalFullError, "cannot be written: the disk is full", FULL),
    sqlite3.SQLITE_IOERR: (JournalFullError, "cannot be written or read: the disk is full or fails", FULL),
    sqlite3.SQLITE_READONLY: (JournalReadOnlyError, "may not be written", MAY_NOT),
    sqlite3.SQLITE_CANTOPEN: (JournalReadOnlyError, "or a file beside it may not be opened", MAY_NOT),
    sqlite3.SQLITE_PERM: (JournalReadOnlyError, "may not be read or written", MAY_NOT),
    sqlite3.SQLITE_NOTADB: (JournalDamagedError, "is not a journal", ELSEWHERE),
    sqlite3.SQLITE_CORRUPT: (JournalDamagedError, "is damaged", _DAMAGED),
}
"""What to say, by the code of SQLite (sqlite.org/rescode.html)."""


class Database:
    """A connection, for one thread at a time."""

    def __init__(self, path: Path, *, writing: bool, patience: float = PATIENCE) -> None:
        """Open the file at `path`, which is there.

        Raises:
            JournalError: if it cannot be opened.
        """
        self.path, self.patience = path, patience
        self._lock = RLock()
        self._connection = self._connected("rw")  # to read, too: else the log would be left behind, empty
        self._file = self._stands_there()
        try:
            self.run(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
            self.number("PRAGMA schema_version")  # nothing was read before
        except JournalReadOnlyError:
            self.close()
            if writing or self._has_log():
                raise
            # In a folder that may not be written SQLite reads no journal, unless it is told that nobody else writes it
            self._connection = self._connected("ro&immutable=1")
        except BaseException:
            self.close()
            raise

    def _connected(self, mode: str) -> sqlite3.Connection:
        with self._explained():
            where = f"file:{quote(os.fsencode(self.path))}?mode={mode}"
            made = sqlite3.connect(
                where, timeout=self.patience, isolation_level=None, check_same_thread=False, uri=True
            )
        made.text_factory = _text
        return made

    def _stands_there(self) -> tuple[int, int] | None:
        try:
            state = self.path.stat()
        except OSError:
            return None
        return state.st_dev, state.st_ino

    def _has_log(self) -> bool:
        """Whether there are steps that are not in the file yet."""
        try:
            return Path(f"{self.path}-wal").stat().st_size > 0
        except OSError:
            return False

    def make_ready(self) -> None:
        """Settle how the file is written: by whoever writes it, before anything is."""
        self._log_ahead()
        for setting in ("synchronous = FULL", "fullfsync = ON", "secure_delete = ON"):
            self.run(f"PRAGMA {setting}")

    def _log_ahead(self) -> None:
        """Have a log (WAL). Where two make a new journal at once SQLite waits for neither, so we do."""
        until = time.monotonic() + self.patience
        while True:
            try:
                return self.run("PRAGMA journal_mode = WAL")
            except JournalLockedError:
                if time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)

    def emptied_log(self) -> bool:
        """Bring all that is in the log into the file, and cut the log down to nothing; False if a reader needs it still."""
        [(busy, *_)] = self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        return not busy

    def close(self) -> None:
        """Close it; whoever closes it last lets the log go."""
        with suppress(sqlite3.Error), self._lock:
            self._connection.close()

    def rows(self, statement: str, *values: object) -> list[Row]:
        """What a statement finds."""
        with self._lock, self._explained():
            return self._connection.execute(statement, values).fetchall()

    def number(self, statement: str, *values: object) -> int:
        """The one number that it finds."""
        [(found,)] = self.rows(statement, *values)
        return int(found)

    def run(self, statement: str, *values: object) -> None:
        """Do what a statement says."""
        self.rows(statement, *values)

    @contextmanager
    def transaction(self, *, writing: bool = True) -> Iterator[None]:
        """All that is done inside is done together, or not at all; what is read is of one moment."""
        with self._lock:
            if self._stands_there() != self._file:  # what we wrote to a file without a name would be lost
                raise JournalError(
                    self.path, "was moved away or replaced while it was open", "put it back, or open it anew"
                )
            self.run("BEGIN IMMEDIATE" if writing else "BEGIN")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # it may have been rolled back already
                    self._connection.rollback()
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            kind, what, remedy = _WHY.get(code, (JournalError, f"cannot be used ({error})", ELSEWHERE))
            raise kind(self.path, what, remedy) from None


def _text(data: bytes) -> str:
    """Damaged text is text, too: its hash will not be right."""
    return data.decode(errors="surrogateescape")
