"""What nobody foresaw is kept in a file that is named, small, safe to look at and the user's own; and nothing else is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from dragoman import faults
from dragoman.cli import main
from dragoman.cli.exit import Exit
from dragoman.doctor.forms import State
from dragoman.doctor.places import kept
from tests.cli.shell import LENDERS


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log, in folders that are not there yet."""
    path = tmp_path / "state" / "log" / "errors.log"
    monkeypatch.setenv("DRAGOMAN_LOG", str(path))
    return path


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with a mistake in it."""

    def fail(*_: object, **__: object) -> None:
        raise KeyError("\x1b[31m\u202e\n2026-01-01T00:00:00+00:00  dragoman, forged", str(Path.home() / "my own"))

    monkeypatch.setattr("dragoman.rulebook.load.read_rulebook", fail)


def entry(error: Exception) -> Path | None:
    """Keep an error that was raised."""
    try:
        raise error
    except Exception as raised:  # noqa: BLE001 - any
        return faults.keep(raised, "a test")


@pytest.mark.usefixtures("broken")
def test_a_fault_of_a_command_is_kept_and_its_file_named(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", LENDERS]) == Exit.FAULT
    assert f"; details in {log}; please report it\n" in capsys.readouterr().err
    text = log.read_text(encoding="utf-8")
    head, when, *entry = text.splitlines()
    assert head == faults.FIRST
    assert when.split("  ")[1].startswith("dragoman ")
    assert entry[:2] == ["  while: dragoman test", "  Traceback (most recent call last):"]
    assert all(line.startswith("  ") for line in entry), "nothing from outside looks like an entry"
    assert "KeyError: ('\\x1b[31m\\u202e" in text
    assert "'~/my own'" in text
    assert LENDERS not in text.replace(str(Path(__file__).parent), ""), "nothing that was typed"
    assert text.replace("\n", "").isprintable()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


@pytest.mark.usefixtures("broken")
def test_the_same_fault_again_is_one_line(log: Path) -> None:
    for _ in range(3):
        assert main(["test", LENDERS]) == Exit.FAULT
    text = log.read_text(encoding="utf-8")
    assert text.count("Traceback") == 1
    assert [line.split("  ")[1][:15] for line in faults.kept(log)] == [
        "dragoman 0.1.0,",
        "again: KeyError",
        "again: KeyError",
    ]


@pytest.mark.parametrize("words", [["test", LENDERS], ["advise", "nowhere.yaml"], ["advise", "--no-such"]])
def test_nothing_is_made_where_nothing_unforeseen_happens(log: Path, words: list[str]) -> None:
    assert main(words) in {Exit.OK, Exit.UNUSABLE}
    assert list(log.parent.parent.parent.iterdir()) == []


def test_it_stays_small(log: Path) -> None:
    for number in range(9):
        assert entry(ValueError(f"{number} " + f"{'x' * 900}\n" * 500 + "y" * 100_000)) == log
        assert log.stat().st_size <= faults.LARGEST
    before = log.with_name("errors.log.1")
    assert 0 < before.stat().st_size <= faults.LARGEST
    assert sorted(path.name for path in log.parent.iterdir()) == ["errors.log", "errors.log.1"]


@pytest.mark.parametrize("there", ["folder", "pipe", "file above", "somebody's", "device", "name", "odd error"])
def test_where_it_cannot_be_kept_nothing_else_suffers(
    there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, error = tmp_path / "errors.log", ValueError("x")
    match there:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "file above":
            path.write_text("", encoding="utf-8")
            path = path / "errors.log"
        case "somebody's":
            path.write_text("my notes", encoding="utf-8")
        case "device":
            path = Path("/dev/full")
        case "name":
            path = tmp_path / ("n" * 300)
        case "odd error":

            class Odd(ValueError):
                def __str__(self) -> str:
                    raise RuntimeError

            error = Odd()
    monkeypatch.setenv("DRAGOMAN_LOG", str(path))
    assert (entry(error) is None) == (there != "odd error")
    if there == "somebody's":
        assert path.read_text(encoding="utf-8") == "my notes"


def test_it_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_LOG", os.devnull)
    assert entry(ValueError("x")) is None


def test_it_lies_in_the_folder_for_the_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_LOG")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert entry(ValueError("x")) == tmp_path / "dragoman" / "log" / "errors.log"


def test_doctor_says_where_it_is_and_what_is_in_it(log: Path) -> None:
    def said() -> tuple[State, str]:
        [found] = [one for one in kept(os.environ) if one.name == "log"]
        return found.state, found.says

    assert said() == (State.FINE, f"{log}, nothing went wrong inside the program")
    assert not log.parent.exists(), "nothing was made by looking"
    entry(ValueError("x"))
    state, says = said()
    assert state is State.NOTE
    assert says.startswith(f"{log}: something went wrong inside the program 1 time, last at 20")
    log.unlink()
    os.mkfifo(log)
    assert said()[1].startswith(f"{log} cannot be read")
