"""Whatever is wrong with the file, the disk or the folder: one error that names the file and a remedy, and nothing lost."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from dragoman.errors import (
    JournalError,
    JournalMissingError,
)
from dragoman.journal.journal import Journal
from tests.journal.support import BEGINNING, by_hand, journal_of, looked_at, opened, refusal, said

WAYS = (Journal.open, Journal.look)


# -- what stands at the path


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_loop(path: Path) -> None:
    path.symlink_to(path.with_name("other"))
    path.with_name("other").symlink_to(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/null")


def a_text(path: Path) -> None:
    path.write_text("facts:\n  - loan: {to: north}\n" * 100, encoding="utf-8")


def a_short_text(path: Path) -> None:
    path.write_text("x", encoding="utf-8")


def noise(path: Path) -> None:
    path.write_bytes(Random(1).randbytes(20_000))


def another_database(path: Path) -> None:
    with by_hand(path) as hand:
        hand.execute("CREATE TABLE events (id)")


def another_numbered_database(path: Path) -> None:
    with by_hand(path) as hand:
        hand.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("make", "what"),
    [
        (a_folder, "JournalDamagedError: the journal FILE is a folder; a file was expected; name another with"),
        (a_pipe, "JournalDamagedError: the journal FILE is a pipe; a file was expected"),
        (a_device, "JournalDamagedError: the journal FILE is a device; a file was expected"),
        (a_loop, "JournalError: the journal FILE cannot be opened (Too many levels of symbolic links); name another"),
        (a_text, "JournalDamagedError: the journal FILE is not a journal; name another with --journal FILE"),
        (a_short_text, "JournalDamagedError: the journal FILE is not a journal"),
        (noise, "JournalDamagedError: the journal FILE is not a journal"),
        (another_database, "JournalDamagedError: the journal FILE is a database of another program"),
        (another_numbered_database, "JournalDamagedError: the journal FILE is a database of another program"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_no_journal_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], what: str, way: Callable[[Path], Journal]
) -> None:
    path = tmp_path / "journal.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    assert refusal(lambda: way(path)).startswith(what)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_socket_is_no_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # names of sockets are short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s")
        assert "is a socket" in refusal(lambda: Journal.look(Path("s")))


@pytest.mark.parametrize("name", ["n" * 300, "half\0name", "file/below"])
@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_no_file_has_is_refused(tmp_path: Path, name: str, way: Callable[[Path], Journal]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert refusal(lambda: way(tmp_path / name))


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(tmp_path / "real.db")
    session = journal_of(tmp_path / "link.db")
    with Journal.look(tmp_path / "real.db") as journal:
        assert journal.find("last").id == session
    assert (tmp_path / "link.db").is_symlink()


@pytest.mark.parametrize("name", ["a b?c=d#e%20", "ж", os.fsdecode(b"\xff"), "line\nbreak", "file:x"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    session = journal_of(tmp_path / name)
    assert (tmp_path / name).stat().st_size
    with Journal.look(tmp_path / name) as journal:
        assert journal.find("last").id == session


def test_nothing_is_there_yet(tmp_path: Path) -> None:
    assert refusal(lambda: Journal.look(tmp_path / "none.db")).startswith(
        "JournalMissingError: the journal FILE is not"
    )
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_journal_when_it_is_written(tmp_path: Path) -> None:
    """As `mktemp` leaves one, or a process that was killed while it made it."""
    path = tmp_path / "journal.db"
    path.touch()
    with pytest.raises(JournalMissingError, match="is empty; no session was kept yet, or it is elsewhere"):
        Journal.look(path)
    assert path.stat().st_size == 0
    journal_of(path)


def test_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    journal_of(path)
    before = path.read_bytes()
    with Journal.look(path) as journal:
        [row] = journal.sessions()
        with pytest.raises(JournalError, match="may not be written"):
            journal.rename(row.id, "by one who only looks")
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before


# -- damage


def test_a_journal_that_was_cut_down_to_nothing_keeps_its_log(tmp_path: Path) -> None:
    """SQLite would begin anew, and drop what the log still holds."""
    path = tmp_path / "journal.db"
    with opened(path) as journal:
        journal.begin(BEGINNING, said("one"))
        for file in ("journal.db", "journal.db-wal"):
            shutil.copy(tmp_path / file, tmp_path / f"copy{file}")
    shutil.move(tmp_path / "copyjournal.db-wal", tmp_path / "journal.db-wal")
    path.write_bytes(b"")
    log = (tmp_path / "journal.db-wal").read_bytes()
    for way in WAYS:
        assert "was cut down to nothing; put back a copy of the file" in refusal(lambda way=way: way(path))  # type: ignore[misc]
    assert (tmp_path / "journal.db-wal").read_bytes() == log


def written_at(path: Path) -> None:
    """A damaged journal is written, or refused; nothing else."""
    try:
        with opened(path) as journal:
            journal.begin(BEGINNING, said("on"))
    except JournalError:
        pass


@pytest.mark.parametrize("seed", range(40))
def test_bytes_changed_at_random_are_found_or_harmless(tmp_path: Path, seed: int) -> None:
    """Harmless: in bytes that SQLite does not use, or of a table it can do without. Then all that was said is there."""
    dice, path = Random(seed), tmp_path / "journal.db"
    session = journal_of(path, lines=40)
    with Journal.look(path) as journal:
        events = journal.events(session)
    data = bytearray(path.read_bytes())
    for _ in range(dice.choice((1, 1, 8, 200))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)
    if not looked_at(path):
        with Journal.look(path) as journal:
            assert journal.events(session) == events
    written_at(path)


@pytest.mark.parametrize("share", [0.001, 0.1, 0.3, 0.5, 0.9, 0.99])
def test_a_journal_that_was_cut_off_is_refused_or_found(tmp_path: Path, share: float) -> None:
    path = tmp_path / "journal.db"
    journal_of(path, lines=60)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert looked_at(path)
    written_at(path)


def test_a_text_changed_by_hand_is_found(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    session = journal_of(path)
    data = path.read_bytes()
    assert data.count(b"line 1line 1") == 20
    path.write_bytes(data.replace(b"line 1line 1", b"line 1lime 1", 1))
    assert looked_at(path) == [f"session {session}, event 3: what it holds is not what was written"]


# -- somebody else is there


def test_another_process_that_writes_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with opened(path) as journal, by_hand(path, without_triggers=False) as other:
        writer = journal.begin(BEGINNING)
        other.execute("BEGIN IMMEDIATE")
        for act in (lambda: writer.append(said("waits")), lambda: opened(path)):
            said_so = "JournalLockedError: the journal FILE is being written by another process; try again when"
            assert refusal(act).startswith(said_so)
        with Journal.look(path) as reader:  # readers need not wait
            assert len(reader.events(writer.session)) == 1
        other.execute("ROLLBACK")
        writer.append(said("waits"))
        opened(path).close()


def test_a_file_that_was_taken_away_is_not_written_on(tmp_path: Path) -> None:
    """It would be written, acknowledged, and gone when the process ends."""
    path = tmp_path / "journal.db"
    with opened(path) as journal:
        writer = journal.begin(BEGINNING)
        path.rename(tmp_path / "moved.db")
        what = "JournalError: the journal FILE was moved away or replaced while it was open; put it back, or"
        assert refusal(lambda: writer.append(said("lost"))).startswith(what)
        path.touch()
        assert refusal(lambda: writer.append(said("lost"))).startswith(what)
        (tmp_path / "moved.db").rename(path)
        writer.append(said("kept"))
