"""A row on a terminal while a command is at work: not at once, wiped away before anything is printed, nowhere else."""

from __future__ import annotations

import io
import time

import pytest

from dragoman.cli.progress import Working


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Quick(Working):
    """The same, sooner."""

    _BEFORE, _BETWEEN = 0.02, 0.005


def wait_for(terminal: io.StringIO, words: str) -> None:
    until = time.monotonic() + 20
    while words not in terminal.getvalue():
        assert time.monotonic() < until
        time.sleep(0.002)


def test_it_says_how_far_the_work_is_and_wipes_the_row_away() -> None:
    terminal = Terminal()
    with Quick(terminal) as working:
        wait_for(terminal, "\rdragoman: working, 0 s ...\r")
        working(1234, 5678)
        wait_for(terminal, "\rdragoman: 1,234 of 5,678, 0 s ...\r")
    last = terminal.getvalue().rsplit("\r", 2)[-2]
    assert last == " " * len("dragoman: 1,234 of 5,678, 0 s ...")


def test_once_something_is_printed_it_says_no_more() -> None:
    terminal = Terminal()
    with Quick(terminal) as working:
        wait_for(terminal, "working")
        working.clear()
        said = terminal.getvalue()
        time.sleep(0.03)
    assert terminal.getvalue() == said


@pytest.mark.parametrize("terminal", [Terminal(), io.StringIO()])
def test_what_is_done_soon_or_read_by_a_program_is_not_narrated(terminal: io.StringIO) -> None:
    with Working(terminal) as working:
        working(1, 2)
    if not terminal.isatty():
        with Quick(terminal):
            time.sleep(0.05)
    assert terminal.getvalue() == ""


def test_a_terminal_that_is_gone_stops_nothing() -> None:
    terminal = Terminal()
    with Quick(terminal):
        wait_for(terminal, "working")
        terminal.close()
