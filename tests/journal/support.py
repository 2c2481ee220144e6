"""Journals to try things on, and a raw connection: the hand that changes what it should not."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dragoman.errors import JournalError
from dragoman.journal.events import Beginning, Entry
from dragoman.journal.journal import Journal
from dragoman.source.visible import plain

BEGINNING = Beginning("Kyrgyzstan, talks", "lenders", "1.2", "f" * 64, "0.1")
TRIGGERS = ("events_follow_each_other", "a_deletion_is_the_end", "events_stay", "events_stay_the_same")


def said(text: str) -> Entry:
    return Entry("said", {"text": text})


def clock(start: datetime = datetime(2026, 11, 26, 10, 15, tzinfo=UTC)) -> Callable[[], datetime]:
    """A second later each time."""
    now = start - timedelta(seconds=1)

    def tick() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    return tick


def opened(path: Path) -> Journal:
    return Journal.open(path, clock(), patience=0.05)


@contextmanager
def by_hand(path: Path, *, without_triggers: bool = True) -> Iterator[sqlite3.Connection]:
    """Another program's connection; the triggers are there again afterwards."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in made if without_triggers else ():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in made if without_triggers else ():
            connection.execute(sql)
    finally:
        connection.close()


def journal_of(path: Path, lines: int = 3) -> str:
    with opened(path) as journal:
        return journal.begin(BEGINNING, *(said(f"line {number}" * 40) for number in range(lines))).session


def refusal(act: Callable[[], object]) -> str:
    """What is said, in one line, by an error of ours."""
    with pytest.raises(JournalError) as caught:
        act()
    assert plain(caught.value.path) in str(caught.value)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return f"{type(caught.value).__name__}: {str(caught.value).replace(caught.value.path, 'FILE')}"


def looked_at(path: Path) -> list[str]:
    """All that can be read, and what is wrong; errors are of ours."""
    try:
        with Journal.look(path) as journal:
            wrong = [str(fault) for fault in journal.verify()]
            for row in journal.sessions(deleted=True):
                journal.events(row.id)
            return wrong
    except JournalError as error:
        return [str(error)]
