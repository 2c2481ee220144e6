"""Sessions are begun, continued, listed, renamed, deleted; two writers; and where the file lies."""

import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dragoman.errors import (
    JournalDamagedError,
    JournalError,
    JournalNewerError,
    SessionInUseError,
    UnknownNameError,
)
from dragoman.journal.events import Entry
from dragoman.journal.journal import Journal
from dragoman.journal.schema import MIGRATIONS
from tests.journal.kill import kill_many
from tests.journal.support import BEGINNING, by_hand, opened, said


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "share" / "dragoman" / "journal.db"


# -- what is written is there


def test_a_step_is_one_transaction_with_one_time(path: Path) -> None:
    with opened(path) as journal:
        writer = journal.begin(BEGINNING)
        step = writer.append(said("China builds a railway"), Entry("told", {"facts": [1]}))
        assert [(event.seq, event.kind, event.time) for event in step] == [
            (2, "said", "2026-11-26T10:15:01.000000Z"),
            (3, "told", "2026-11-26T10:15:01.000000Z"),
        ]
        assert writer.append() == ()
    with Journal.look(path) as journal:
        begun, *rest = journal.events(writer.session)
    assert tuple(rest) == step
    assert begun.payload == {
        "title": "Kyrgyzstan, talks",
        "rulebook": "lenders",
        "rulebook_version": "1.2",
        "rulebook_digest": "f" * 64,
        "program": "0.1",
        "folder": "",
    }


def test_a_mistake_in_one_event_keeps_the_whole_step_out(path: Path) -> None:
    with opened(path) as journal:
        writer = journal.begin(BEGINNING)
        for wrong in (Entry("thought", {}), Entry("said", {}), Entry("said", {"text": 1}), Entry("told", {"x": {1}})):
            with pytest.raises((ValueError, TypeError)):
                writer.append(said("right"), wrong)
        writer.append(said("later"))
        assert [event.kind for event in journal.events(writer.session)] == ["started", "said"]
        assert journal.verify() == ()


def test_what_anybody_types_comes_back(path: Path) -> None:
    texts = ("\x1b[2J", "half \ud83d", "\x00", "Ўзбекистон", "", "a" * 1_000_000)
    with opened(path) as journal:
        writer = journal.begin(BEGINNING, *map(said, texts))
    with Journal.look(path) as journal:
        assert [event.payload for event in journal.events(writer.session)[1:]] == [{"text": text} for text in texts]
        assert journal.verify() == ()


def test_the_list_of_sessions(path: Path) -> None:
    with opened(path) as journal:
        first = journal.begin(BEGINNING, said("one"), said("two"))
        second = journal.begin(BEGINNING)
        first.append(Entry("titled", {"title": "By itself"}))
        journal.rename(second.session, "  By hand ")
        rows = journal.sessions()
    assert [(row.id, row.title, row.lines, row.events) for row in rows] == [
        (second.session, "By hand", 0, 2),
        (first.session, "By itself", 2, 4),
    ]
    row = rows[1]
    assert (row.started, row.last) == ("2026-11-26T10:15:00.000000Z", "2026-11-26T10:15:02.000000Z")
    assert (row.rulebook, row.rulebook_version, row.head) == ("lenders", "1.2", first.tail.hash)
    assert not any(row.deleted or row.damaged for row in rows)


def test_an_id_sorts_by_time_and_is_unique(path: Path) -> None:
    with Journal.open(path, lambda: datetime(2026, 11, 26, 10, 15, tzinfo=UTC)) as journal:
        ids = [journal.begin(BEGINNING).session for _ in range(50)]
    assert len(set(ids)) == 50
    assert all(id.startswith("20261126-101500-") for id in ids)


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_a_title_that_is_none_is_refused(path: Path, title: str) -> None:
    with opened(path) as journal, pytest.raises(UnknownNameError, match="a title has 1 to 200 characters"):
        journal.rename(journal.begin(BEGINNING).session, title)


# -- which session is meant


def test_a_session_is_found_by_id_title_or_the_beginning_of_either(path: Path) -> None:
    with opened(path) as journal:
        talks = journal.begin(BEGINNING).session
        debts = journal.begin(BEGINNING).session
        journal.rename(debts, "Debts of the East")
        for name in (debts, debts[:-1], "last", "debts of the east", "Debts"):
            assert journal.find(name).id == debts
        assert journal.find("KYRGYZSTAN").id == talks
        assert journal.find(talks).id == talks


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "2026",
            r"'2026' could be '20261126-10\d+-\w+ Debts of the East', '20261126-10\d+-\w+ Kyrgyzstan, talks'; give",
        ),
        ("debts of the west", "there is no session 'debts of the west'; did you mean 'Debts of the East'"),
        ("", r"there is no session ''; the last one is '20261126-10\d+-\w+ Debts of the East'"),
    ],
)
def test_a_name_of_several_or_of_none_is_answered_with_the_nearest(path: Path, name: str, said: str) -> None:
    with opened(path) as journal:
        journal.begin(BEGINNING)
        journal.rename(journal.begin(BEGINNING).session, "Debts of the East")
        with pytest.raises(UnknownNameError, match=said):
            journal.find(name)


def test_without_sessions_there_is_no_last_one(path: Path) -> None:
    with opened(path) as journal, pytest.raises(UnknownNameError, match="there is none at all"):
        journal.find("last")


# -- going on


def test_a_session_is_taken_up_again(path: Path) -> None:
    with opened(path) as journal:
        session = journal.begin(BEGINNING, said("one")).session
    with opened(path) as journal:
        writer = journal.resume(session)
        assert len(journal.events(session)) == 2
        writer.append(Entry("resumed", {}), said("two"))
        assert [event.seq for event in journal.events(session)] == [1, 2, 3, 4]
        assert journal.verify() == ()


def test_of_two_writers_the_first_goes_on_and_the_other_is_told(path: Path) -> None:
    with opened(path) as one, opened(path) as other:
        first = one.begin(BEGINNING, said("one"))
        second = other.resume(first.session)
        second.append(said("two"))
        with pytest.raises(SessionInUseError, match=r"it was continued elsewhere; take session .* up again to go on"):
            first.append(said("lost"))
        one.resume(first.session).append(said("three"))
        texts = [(event.payload or {}).get("text") for event in other.events(first.session)]
        assert texts == [None, "one", "two", "three"]
        assert other.verify() == ()


def test_a_new_title_from_elsewhere_disturbs_nobody(path: Path) -> None:
    with opened(path) as one, opened(path) as other:
        writer = one.begin(BEGINNING)
        other.rename(writer.session, "Renamed")
        writer.append(said("on"))
        assert one.verify() == ()
        assert [event.kind for event in one.events(writer.session)] == ["started", "renamed", "said"]


def test_a_damaged_session_is_not_continued(path: Path) -> None:
    with opened(path) as journal:
        session = journal.begin(BEGINNING, said("one"), said("two")).session
    with by_hand(path) as hand:
        hand.execute("UPDATE events SET text = replace(text, 'one', 'won')")
    with opened(path) as journal, pytest.raises(JournalDamagedError, match="event 2: what it holds is not what was"):
        journal.resume(session)


def test_damage_that_is_plain_to_see_is_listed(path: Path) -> None:
    with opened(path) as journal:
        journal.begin(BEGINNING, said("one"), said("two"))
        assert [row.damaged for row in journal.sessions()] == [False]
    with by_hand(path) as hand:
        hand.execute("DELETE FROM events WHERE seq = 2")
    with Journal.look(path) as journal:
        assert [row.damaged for row in journal.sessions()] == [True]


# -- deleting


def bytes_of(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_what_was_said_in_a_deleted_session_is_gone_and_its_chain_holds(path: Path) -> None:
    with opened(path) as journal:
        kept, gone = (
            journal.begin(BEGINNING, said("kept")),
            journal.begin(BEGINNING, said("a secret"), said("y" * 9_000)),
        )
        assert b"a secret" in bytes_of(path)
        assert journal.delete(gone.session)
        for word in (b"a secret", b"yyyy"):
            assert word not in bytes_of(path)
        assert [row.id for row in journal.sessions()] == [kept.session]
        [row, _] = journal.sessions(deleted=True)
        assert (row.id, row.title, row.lines, row.deleted, row.damaged) == (gone.session, "", 2, True, False)
        assert [event.payload for event in journal.events(gone.session)] == [None, None, None, {}]
        assert journal.verify() == ()


def test_a_deleted_session_is_gone_for_all_who_had_it_open(path: Path) -> None:
    with opened(path) as journal:
        writer = journal.begin(BEGINNING)
        journal.delete(writer.session)
        with pytest.raises(SessionInUseError, match="it was deleted elsewhere"):
            writer.append(said("still here"))
        for act in (journal.resume, journal.delete, lambda id: journal.rename(id, "x")):
            with pytest.raises(UnknownNameError, match="was deleted"):
                act(writer.session)
        with pytest.raises(UnknownNameError, match="there is none at all"):
            journal.find(writer.session)


def test_while_another_reads_the_wiped_bytes_may_stay_in_the_log(path: Path) -> None:
    with opened(path) as journal, by_hand(path, without_triggers=False) as reader:
        session = journal.begin(BEGINNING, said("a secret")).session
        reader.execute("BEGIN").connection.execute("SELECT count(*) FROM events").fetchall()
        assert not journal.delete(session)
        reader.execute("COMMIT")
    assert b"a secret" not in bytes_of(path)


# -- the tables refuse


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM events", "events are never removed"),
        ("UPDATE events SET text = '{}'", "events are never changed"),
        ("UPDATE events SET text = NULL, salt = NULL", "events are never changed"),
        ("UPDATE OR REPLACE events SET seq = 1 WHERE seq = 2", "events are never changed"),
        ("INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 1", "an event follows the last one"),
        ("INSERT INTO events SELECT session, 9, time, kind, digest, hash, salt, text FROM events", "an event follows"),
    ],
)
def test_the_tables_refuse_what_is_not_added(path: Path, statement: str, said: str) -> None:
    with opened(path) as journal:
        journal.begin(BEGINNING, Entry("ended", {}))
        with (
            by_hand(path, without_triggers=False) as hand,
            pytest.raises(sqlite3.IntegrityError, match=said),
        ):
            hand.execute(statement)
        assert journal.verify() == ()


def test_the_tables_let_nothing_follow_a_deletion_and_keep_it(path: Path) -> None:
    with opened(path) as journal:
        journal.delete(journal.begin(BEGINNING).session)
    for statement in (
        "INSERT INTO events SELECT session, 3, time, 'said', digest, hash, salt, text FROM events WHERE seq = 2",
        "UPDATE events SET text = NULL, salt = NULL WHERE kind = 'deleted'",
        "UPDATE events SET text = NULL, salt = NULL, time = 'x' WHERE seq = 1",
    ):
        with by_hand(path, without_triggers=False) as hand, pytest.raises(sqlite3.IntegrityError):
            hand.execute(statement)


# -- versions


def version(path: Path, number: int | None = None) -> int:
    with by_hand(path, without_triggers=False) as hand:
        if number is not None:
            hand.execute(f"PRAGMA user_version = {number}")
        return int(hand.execute("PRAGMA user_version").fetchone()[0])


def test_a_newer_journal_is_refused_and_left_alone(path: Path) -> None:
    with opened(path) as journal:
        journal.begin(BEGINNING)
    version(path, 99)
    before = path.read_bytes()
    for way in (Journal.open, Journal.look):
        with pytest.raises(
            JournalNewerError, match=r"newer Dragoman \(version 99 of its tables, this one knows 1\); bring"
        ):
            way(path)
    assert path.read_bytes() == before


LATER = (*MIGRATIONS, ("ALTER TABLE events ADD COLUMN remark TEXT", "CREATE INDEX by_kind ON events (kind)"))


def test_the_next_version_keeps_what_this_one_wrote(path: Path) -> None:
    with opened(path) as journal:
        session = journal.begin(BEGINNING, said("one")).session
        events = journal.events(session)
    with Journal.open(path, migrations=LATER) as journal:
        assert version(path) == 2
        assert journal.events(session) == events
        assert [str(fault) for fault in journal.verify(session)] == []
        journal.resume(session).append(said("two"))


def test_a_migration_that_fails_leaves_the_version_before(path: Path) -> None:
    with opened(path) as journal:
        session = journal.begin(BEGINNING, said("one")).session
    with pytest.raises(JournalError, match="no such table: elsewhere"):
        Journal.open(path, migrations=(*MIGRATIONS, ("DROP TABLE events", "DELETE FROM elsewhere")))
    assert version(path) == 1
    with opened(path) as journal:
        assert len(journal.events(session)) == 2
        assert journal.verify() == ()


# -- processes


BEGIN_ONE = """
import sys
from pathlib import Path
from dragoman.journal.journal import Journal
from tests.journal.support import BEGINNING
with Journal.open(Path(sys.argv[1])) as journal:
    journal.begin(BEGINNING)
"""


def test_many_make_one_journal_at_once(path: Path) -> None:
    command = [sys.executable, "-c", BEGIN_ONE, str(path)]
    begun = [subprocess.Popen(command, cwd=Path(__file__).parents[2]) for _ in range(6)]
    assert [process.wait() for process in begun] == [0] * 6
    with Journal.look(path) as journal:
        assert len(journal.sessions()) == 6
        assert journal.verify() == ()


def test_what_was_acknowledged_outlives_a_kill() -> None:
    """`python -m tests.journal.kill 1000 --seed 1` kills more often."""
    assert kill_many(10, seed=20261126)["wrong"] == 0


def test_the_file_is_its_owners_alone(path: Path) -> None:
    with opened(path) as journal:
        journal.begin(BEGINNING)
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
