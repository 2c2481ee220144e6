"""What nobody foresaw: a thread goes on and says so, a drawing that breaks ends the app in one sentence; both are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import faults
from tests.app.real import Terminal
from tests.app.support import TWO, Seat, in_app, words_of
from tests.app.test_worker import ERRORS, FACT, Failing


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "errors.log"
    monkeypatch.setenv("DRAGOMAN_LOG", str(path))
    return path


def toasts(seat: Seat) -> list[str]:
    return [f"{one.title}: {one.message}" for one in seat.app._notifications]


def without_blanks(words: str) -> str:
    """Without those where a long name was broken, either."""
    return "".join(words.split())


def test_what_an_engine_raises_is_kept_and_its_file_is_named_in_the_talk(log: Path) -> None:
    @in_app(size=TWO, engine=lambda: Failing(ERRORS["unexpected"](), 2))
    async def named(seat: Seat) -> None:
        await seat.say(FACT)
        assert without_blanks(f"details in {log}") in without_blanks(words_of(seat.talk))
        text = log.read_text(encoding="utf-8")
        assert "\n  while: a line of the talk\n" in text
        assert "KeyError: '[bold]f_17[/bold]'" in text
        assert "in answer" in text

    named()


def test_what_is_foreseen_is_not_kept(log: Path) -> None:
    @in_app(size=TWO, engine=lambda: Failing(ERRORS["engine"](), 2))
    async def said(seat: Seat) -> None:
        await seat.say(FACT, "/save /nowhere/facts.yaml")
        assert toasts(seat)
        assert not log.exists()

    said()


def test_a_thread_that_meets_it_goes_on(log: Path) -> None:
    @in_app(size=TWO)
    async def goes_on(seat: Seat) -> None:
        def fail() -> None:
            raise LookupError("[b]no\x1b[2J")

        seat.app.behind_the_lines(fail)
        await seat.until(lambda: bool(toasts(seat)))
        assert toasts(seat)[0].startswith(
            "This could not be done: something went wrong inside Dragoman: LookupError: [b]no\\x1b"
        )
        assert f"details in {log}" in toasts(seat)[0]
        await seat.say(FACT)  # by the same thread
        assert seat.app.waiting == 0
        assert "Kazakhstan" in words_of(seat.talk)
        assert len(faults.kept(log)) == 1

    goes_on()


def test_a_drawing_that_breaks_ends_the_app_in_one_sentence(log: Path, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "breaks")
    try:
        terminal.wait_until_it_is_there()
        terminal.send("\x1bOQ")  # F2
        assert terminal.left() == 70
    finally:
        terminal.close()
    said = " ".join(terminal.drawn.rpartition(b"\x1b[?1049l")[2].decode().split())
    assert "dragoman: something went wrong inside Dragoman: ZeroDivisionError: division by zero at real.py:" in said
    assert without_blanks(f"details in {log}; please report it") in without_blanks(said)
    assert "│" not in said, "no values of variables"
    assert "in show_other" in log.read_text(encoding="utf-8")
