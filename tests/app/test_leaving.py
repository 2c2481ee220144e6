"""In a real terminal: no line that is typed fast is lost or joined, and the app can be left whatever it is doing."""

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.real import Terminal

TOWNS = ("north", "south")
LINES = [f"not: {{proud: {{town: {town}}}}}, note: {number}" for number in range(4) for town in TOWNS]
ENTERS = {"return": "\r", "line feed": "\n"}
Opener = Callable[..., Terminal]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opener]:
    """Opens the app in a terminal of its own."""
    made: list[Terminal] = []

    def one(*how: str) -> Terminal:
        made.append(Terminal(tmp_path, *how))
        made[-1].wait_until_it_is_there()
        return made[-1]

    yield one
    for terminal in made:
        terminal.close()


# -- lines that come fast


@pytest.mark.long
@pytest.mark.parametrize("enter", ENTERS)
def test_lines_pasted_without_brackets_are_said_each_by_itself(opened: Opener, enter: str) -> None:
    terminal = opened()
    terminal.send("".join(f"{line}{ENTERS[enter]}" for line in LINES))
    terminal.wait(lambda: len(terminal.said) >= len(LINES))
    assert terminal.said == LINES
    terminal.send("\x11")
    assert terminal.left() == 0


@pytest.mark.parametrize("pause", [0.002, 0.03])
def test_lines_that_come_in_pieces_are_said_each_by_itself(opened: Opener, pause: float) -> None:
    """As over ssh: a line, its Enter and the beginning of the next one in one piece or in three."""
    terminal = opened()
    for line in LINES:
        for piece in (line[:9], line[9:], "\r"):
            terminal.send(piece)
            time.sleep(pause)
    terminal.wait(lambda: len(terminal.said) >= len(LINES))
    assert terminal.said == LINES


def test_a_line_that_was_refused_is_not_joined_to_the_next(opened: Opener) -> None:
    terminal = opened()
    terminal.send("pruod: {town: north}\r")
    terminal.wait(lambda: b"did you mean" in terminal.drawn)
    terminal.send(f"{LINES[0]}\r")
    terminal.wait(lambda: len(terminal.said) >= 2)
    assert terminal.said == ["pruod: {town: north}", LINES[0]]


def test_keys_that_edit_keep_their_order(opened: Opener) -> None:
    terminal = opened()
    typed = "".join(f"{letter}x\x7f" for letter in LINES[0])  # each letter, a wrong one, a backspace
    terminal.send(f"{typed}\r{typed}\r")
    terminal.wait(lambda: len(terminal.said) >= 2)
    assert terminal.said == [LINES[0]] * 2


def test_what_is_typed_in_a_pane_goes_to_the_prompt_in_order(opened: Opener) -> None:
    terminal = opened()
    terminal.send(f"\t{LINES[0]}\r")  # Tab: the talk has the focus
    terminal.wait(lambda: bool(terminal.said))
    assert terminal.said == LINES[:1]


# -- leaving


WAYS: dict[str, tuple[str | signal.Signals, int]] = {
    "ctrl+q": ("\x11", 0),
    "/quit": ("/quit\r", 0),
    "SIGTERM": (signal.SIGTERM, 143),
    "SIGHUP": (signal.SIGHUP, 129),
    "SIGINT": (signal.SIGINT, 130),
}
"""Keys or a signal, and the exit code."""


def leave(terminal: Terminal, way: str) -> None:
    keys_or_signal, _ = WAYS[way]
    if isinstance(keys_or_signal, signal.Signals):
        terminal.signal(keys_or_signal)
    else:
        terminal.send(keys_or_signal)


@pytest.mark.parametrize("way", WAYS)
def test_the_app_is_left_at_once_while_the_engine_hangs(opened: Opener, way: str) -> None:
    terminal = opened("held")
    terminal.send(f"{LINES[0]}\r{LINES[1]}\r")
    terminal.wait(lambda: bool(terminal.said))
    leave(terminal, way)
    assert terminal.left() == WAYS[way][1]
    assert terminal.said == LINES[:1]


def test_the_app_is_left_on_a_signal_while_it_waits(opened: Opener) -> None:
    terminal = opened()
    leave(terminal, "SIGTERM")
    assert terminal.left() == 143


def test_the_app_is_left_although_nobody_reads_what_it_draws(opened: Opener) -> None:
    """As when the other end of an ssh connection is gone: what it writes, it writes in vain."""
    terminal = opened()
    terminal.is_read.clear()
    for _ in range(200):
        terminal.send("\x1bOQ")  # F2: the other pane
        time.sleep(0.005)
    leave(terminal, "SIGTERM")
    assert terminal.gone() == 143
