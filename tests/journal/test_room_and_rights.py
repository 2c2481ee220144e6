"""No room, no rights, no home: what is said, and that nothing is lost; and where the journal lies."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dragoman.journal.journal import Journal
from dragoman.journal.places import default_path
from tests.journal.support import BEGINNING, journal_of, looked_at, opened, refusal, said

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
