"""Whatever is wrong with the file, the disk or the folder: one error that names the file and a remedy, and nothing lost."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from dragoman.errors import (
    JournalError,
    JournalMissingError,
)
from dragoman.journal.journal import Journal
from dragoman.journal.places import default_path
from tests.journal.support import BEGINNING, by_hand, opened, said

WAYS = (Journal.open, Journal.look)


def journal_of(path: Path, lines: int = 3) -> str:
    with opened(path) as journal:
        return journal.begin(BEGINNING, *(said(f"line {number}" * 40) for number in range(lines))).session


def refusal(act: Callable[[], object]) -> str:
    """What is said, in one line, by an error of ours."""
    with pytest.raises(JournalError) as caught:
        act()
    assert caught.value.path in str(caught.value)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return f"{type(caught.value).__name__}: {str(caught.value).replace(caught.value.path, 'FILE')}"


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


# -- no room, no rights


def limited(what: str, path: Path, before: Sequence[str] = ()) -> list[str]:
    """What a process with less room or fewer rights said (:mod:`tests.journal.limited`)."""
    command = [*before, sys.executable, "-m", "tests.journal.limited", what, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


NO_ROOM = [
    "JournalFullError the journal FILE cannot be written: the disk is full; {0}",
    "JournalFullError the journal FILE cannot be written: the disk is full; {0}",
    "all of them kept: True ()",
    "and one more: True ()",
]


def test_a_file_that_may_not_grow_loses_nothing(tmp_path: Path) -> None:
    """As under a quota."""
    said = limited("small", tmp_path / "journal.db")
    assert said[0].startswith(
        "JournalFullError the journal FILE cannot be written or read: the disk is full or fails; make"
    )
    assert said[1:] == [said[0], *NO_ROOM[2:]]


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """A real one, of one megabyte, in a name space of mounts of its own."""
    mount = (
        "unshare",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        f'mount -t tmpfs -o size=1m none "{tmp_path}" && "$@"',
        "sh",
    )
    if shutil.which("unshare") is None or subprocess.run([*mount, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets us mount nothing")
    remedy = "make room (disk, quota) and try again, or name another with --journal FILE"
    assert limited("full", tmp_path / "journal.db", mount) == [line.format(remedy) for line in NO_ROOM]


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody may enter; those of pytest only their owner may."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


MAY_NOT = "see who may write the file and its folder, or name another with --journal FILE"


@pytest.mark.parametrize(
    ("file", "folder", "said"),
    [
        (0o600, 0o755, ["JournalReadOnlyError", "JournalReadOnlyError"]),
        (0o444, 0o555, ["JournalReadOnlyError the journal FILE may not be written; " + MAY_NOT, "read: [3]"]),
        (0o444, 0o755, ["JournalReadOnlyError the journal FILE may not be written; " + MAY_NOT, "read: [3]"]),
        (0o666, 0o555, ["JournalReadOnlyError", "read: [3]"]),
        (0o444, 0o500, ["JournalReadOnlyError", "JournalReadOnlyError"]),
    ],
)
def test_rights_that_are_missing_are_named(shared: Path, file: int, folder: int, said: list[str]) -> None:
    path = shared / "journal.db"
    journal_of(path)
    path.chmod(file)
    shared.chmod(folder)
    lines = limited("nobody", path)
    shared.chmod(0o755)
    assert len(lines) == 2
    for line, expected in zip(lines, said, strict=True):
        assert line.startswith(expected)
        assert line.endswith(MAY_NOT) or line == expected
    assert list(shared.iterdir()) == [path]
    assert looked_at(path) == []


def test_a_folder_that_may_not_be_written_gets_no_journal(shared: Path) -> None:
    shared.chmod(0o555)
    write, read = limited("nobody", shared / "below" / "journal.db")
    assert write == f"JournalReadOnlyError the journal FILE may not be read or written (Permission denied); {MAY_NOT}"
    assert read.startswith("JournalMissingError the journal FILE is not there")


def test_a_log_that_may_not_be_read_with_the_file_is_said(shared: Path) -> None:
    """To read the file alone would leave out the last steps."""
    path = shared / "journal.db"
    with opened(path) as journal:
        journal.begin(BEGINNING, said("one"))
        for name in ("journal.db", "journal.db-wal"):
            (shared / "copy").mkdir(exist_ok=True)
            shutil.copy(shared / name, shared / "copy" / name)
    for file in (shared / "copy").iterdir():
        file.chmod(0o444)
    (shared / "copy").chmod(0o555)
    write, read = limited("nobody", shared / "copy" / "journal.db")
    (shared / "copy").chmod(0o755)
    assert (write.split()[0], read.split()[0]) == ("JournalReadOnlyError", "JournalReadOnlyError")
    assert looked_at(shared / "copy" / "journal.db") == []


# -- where it lies


def test_the_variable_names_the_file() -> None:
    assert default_path({"DRAGOMAN_JOURNAL": "some/file"}) == Path("some/file")


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"HOME": "/home/one"}, "/home/one/.local/share/dragoman/journal.db"),
        ({"HOME": "/home/one", "XDG_DATA_HOME": "/data"}, "/data/dragoman/journal.db"),
        ({"HOME": "/home/one", "XDG_DATA_HOME": "data"}, "/home/one/.local/share/dragoman/journal.db"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other folders")
def test_without_it_the_file_is_in_the_folder_for_data(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], expected: str
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert default_path({"DRAGOMAN_JOURNAL": ""}) == Path(expected)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become a user whom the system does not know")
def test_without_a_home_there_is_no_place_for_it(tmp_path: Path) -> None:
    """As in a container that is run under some number."""
    remedy = "set HOME, or name another with --journal FILE or DRAGOMAN_JOURNAL=FILE"
    said = f"NoDataFolderError the journal FILE has no place, since there is no home folder; {remedy}"
    assert limited("homeless", tmp_path) == [said]


def test_a_home_is_never_made(tmp_path: Path) -> None:
    path = tmp_path / "home" / ".local" / "share" / "dragoman" / "journal.db"
    assert refusal(lambda: Journal.open(path)).startswith(
        "NoDataFolderError: the journal FILE has no folder to lie in; make"
    )
    assert list(tmp_path.iterdir()) == []
    path.parents[3].mkdir()
    journal_of(path)
