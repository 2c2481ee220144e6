"""The tables of the journal, and the way from one version of them to the next.

A migration is a list of statements; number n leads from version n to n + 1. Each is one transaction with the number
that records it (`PRAGMA user_version`), so a kill in the middle of one leaves the version before. A migration that was
released is never edited.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.errors import JournalDamagedError, JournalNewerError
from dragoman.journal.database import IN_MEMORY, Database, Row
from dragoman.journal.kinds import DELETED
from dragoman.journal.places import ELSEWHERE

APPLICATION = 0x44524731
"""What marks the file as ours (`PRAGMA application_id`), whatever its name is: DRG1."""

_EVENTS = """
CREATE TABLE events (
    session TEXT NOT NULL CHECK (typeof(session) = 'text'),
    seq INTEGER NOT NULL CHECK (typeof(seq) = 'integer' AND seq > 0),
    time TEXT NOT NULL CHECK (typeof(time) = 'text'),
    kind TEXT NOT NULL CHECK (typeof(kind) = 'text'),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    salt TEXT CHECK (typeof(salt) IN ('text', 'null')),
    text TEXT CHECK (typeof(text) IN ('text', 'null')), -- last: a list of sessions is made without reading long ones
    PRIMARY KEY (session, seq)
)"""

_FOLLOWS = """
CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM events WHERE session = NEW.session)
BEGIN SELECT raise(ABORT, 'an event follows the last one of its session'); END"""  # INSERT OR REPLACE, too, is refused

_ENDS = f"""
CREATE TRIGGER a_deletion_is_the_end BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE session = NEW.session AND kind = '{DELETED}')
BEGIN SELECT raise(ABORT, 'nothing follows the deletion of a session'); END"""

_STAYS = """
CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'events are never removed'); END"""

_UNCHANGED = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in ("session", "seq", "time", "kind", "digest", "hash"))
_SAME = f"""
CREATE TRIGGER events_stay_the_same BEFORE UPDATE ON events
WHEN NOT ({_UNCHANGED} AND NEW.salt IS NULL AND NEW.text IS NULL AND OLD.kind <> '{DELETED}'
    AND EXISTS (SELECT 1 FROM events WHERE session = OLD.session AND kind = '{DELETED}'))
BEGIN SELECT raise(ABORT, 'events are never changed; only what a deleted session held is wiped'); END"""

Migrations = Sequence[Sequence[str]]

MIGRATIONS: Migrations = ((f"PRAGMA application_id = {APPLICATION}", _EVENTS, _FOLLOWS, _ENDS, _STAYS, _SAME),)
"""From nothing to what this version of the program reads and writes."""


def version_of(database: Database, migrations: Migrations = MIGRATIONS) -> int:
    """The version of the tables; 0 if there are none yet.

    Raises:
        JournalDamagedError: if it is a database of another program.
        JournalNewerError: if its version is not known here.
    """
    # The id last: whoever makes the tables meanwhile sets it with them, and then it is ours whatever was read before it.
    tables = database.number("SELECT count(*) FROM sqlite_master")
    version = database.number("PRAGMA user_version")
    application = database.number("PRAGMA application_id")
    if application != APPLICATION and (application or version or tables):
        raise JournalDamagedError(database.path, "is a database of another program", ELSEWHERE)
    if version > len(migrations):
        what = f"was made by a newer Dragoman (version {version} of its tables, this one knows {len(migrations)})"
        raise JournalNewerError(database.path, what, f"bring Dragoman up to date, or {ELSEWHERE}")
    return version


def migrate(database: Database, migrations: Migrations = MIGRATIONS) -> None:
    """Bring the tables to the newest version, one at a time; what another process has done meanwhile is not done again.

    Raises:
        JournalError: if it is no journal, a newer one, or cannot be written; then the tables are as they were.
    """
    version_of(database, migrations)  # before the file of another program is touched
    database.make_ready()
    while True:
        with database.transaction():
            version = version_of(database, migrations)
            if version == len(migrations):
                return
            for statement in migrations[version]:
                database.run(statement)
            database.run(f"PRAGMA user_version = {version + 1}")


def is_as_made(database: Database, migrations: Migrations = MIGRATIONS) -> bool:
    """Whether the tables, and the triggers that refuse changes, are those that the migrations make."""
    fresh = Database(IN_MEMORY, writing=True)
    migrate(fresh, migrations)
    try:
        return _made_by(database) == _made_by(fresh)
    except JournalDamagedError:
        return False
    finally:
        fresh.close()


def _made_by(database: Database) -> list[Row]:
    return database.rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
