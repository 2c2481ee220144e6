"""Before the session is there: a picture at once, nothing that is typed lost, and left at once."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from dragoman.session.session import Session
from dragoman.session.workspace import Opened
from dragoman_tui.app import DragomanApp
from dragoman_tui.record_screens import AuditScreen
from dragoman_tui.start_screen import StartScreen
from dragoman_tui.starting import READING
from tests.app.real import Terminal
from tests.app.support import NARROW, TWO, Seat, echoes, words_of
from tests.rulebooks import columns, trees

LINE = "watered: {city: oslo}"


class Held:
    """Makes a session when it is told to."""

    def __init__(self, *files: str) -> None:
        self.files = files
        self.may = threading.Event()
        self.closed = threading.Event()

    def __call__(self) -> Opened:
        self.may.wait()
        session = Session(trees(), columns(), self.files)
        close = session.close

        def closed() -> None:
            close()
            self.closed.set()

        session.close = closed  # type: ignore[method-assign]
        return Opened(session)


def starting(
    test: Callable[[Seat, Held], Awaitable[None]], *files: str, starts: bool = False, size: tuple[int, int] = TWO
) -> None:
    """Give a test a seat at an app whose first picture is drawn, and whose session waits for its word."""

    async def sit() -> None:
        held = Held(*files)
        app = DragomanApp(held, starts=starts)
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                seat = Seat(app, pilot)
                await seat.settle()
                await test(seat, held)
        finally:
            held.may.set()

    asyncio.run(sit())


async def go_on(seat: Seat, held: Held) -> None:
    held.may.set()
    await seat.until(lambda: not seat.app.is_starting and seat.advice.page is not None)


@pytest.mark.parametrize("size", [NARROW, TWO])
def test_the_first_picture_has_all_but_the_session_and_no_line_moves(size: tuple[int, int]) -> None:
    async def test(seat: Seat, held: Held) -> None:
        first = seat.screen
        assert first[0].split() == ["Dragoman"] or first[0].split()[:2] == ["Dragoman", "Advice"]
        assert any(row.strip().startswith(READING) for row in first)
        assert first[-1].split()[:2] == ["F1", "help"]
        places = {
            part: seat.main.query_one(part).region for part in ("#header", "#talk", "#line", "#advice", "#footer")
        }
        await go_on(seat, held)
        assert {part: seat.main.query_one(part).region for part in places} == places
        assert READING not in words_of(seat.talk)
        assert "The heatwave of July" in seat.screen[0]

    starting(test, "heatwave", size=size)


def test_what_is_typed_meanwhile_stays_in_the_line() -> None:
    async def test(seat: Seat, held: Held) -> None:
        seat.press_at_once(*"waterd", "left", "e", "right")
        await seat.settle()
        assert seat.prompt.text == "watered"
        assert "› watered" in " ".join(seat.screen[-6].split())
        await go_on(seat, held)
        assert seat.prompt.text == "watered"
        await seat.press(*": {city: oslo}", "enter")
        assert echoes(seat) == [LINE]

    starting(test, "heatwave")


def test_a_line_that_is_sent_meanwhile_is_said_once_it_can_be() -> None:
    async def test(seat: Seat, held: Held) -> None:
        seat.press_at_once(*LINE, "enter", *"what")
        await seat.until(lambda: seat.prompt.text == "what")
        await asyncio.sleep(0.2)
        assert echoes(seat) == []
        await go_on(seat, held)
        await seat.until(lambda: echoes(seat) == [LINE])
        assert seat.prompt.text == "what"

    async def settled(seat: Seat, held: Held) -> None:
        seat.settle = lambda: seat.pilot.pause(0.05)  # type: ignore[method-assign] # else it waits for the line that waits
        await test(seat, held)

    starting(settled, "heatwave")


def test_other_keys_are_pressed_once_the_session_is_there_with_all_behind_them() -> None:
    async def test(seat: Seat, held: Held) -> None:
        seat.press_at_once(*"wat", "f4", "escape", *LINE[3:], "enter")
        await seat.settle()
        assert seat.prompt.text == "wat"
        seen = []
        push = seat.app.push_screen

        def pushed(*given: object, **named: object) -> object:
            seen.append(given[0])
            return push(*given, **named)  # type: ignore[call-overload]

        seat.app.push_screen = pushed  # type: ignore[method-assign,assignment]
        await go_on(seat, held)
        await seat.until(lambda: bool(seen))
        assert isinstance(seen[0], AuditScreen)

    starting(test, "heatwave")


def test_the_start_is_there_at_once_and_a_key_of_it_waits() -> None:
    async def test(seat: Seat, held: Held) -> None:
        rows = [row.strip() for row in seat.screen if row.strip()]
        assert rows[:2] == ["dragoman", READING]
        assert rows[-1].split()[:2] == ["F1", "help"]
        seat.press_at_once(*"rain at")
        await seat.settle()
        held.may.set()
        screen = seat.app.screen
        assert isinstance(screen, StartScreen)
        await seat.until(lambda: any("Rain at last" in row for row in seat.screen) and "rain at" in seat.screen[-1])
        await seat.press("enter")
        await seat.until(lambda: seat.is_on_main and seat.advice.page is not None)
        assert "Rain at last" in seat.screen[0]

    starting(test, starts=True)


def test_a_session_that_comes_when_the_app_was_left_is_closed() -> None:
    async def test(seat: Seat, held: Held) -> None:
        seat.press_at_once("f4", "ctrl+q")
        async with asyncio.timeout(20):
            while seat.app.is_running:
                await asyncio.sleep(0.01)
        seat.app.openings.close()
        held.may.set()
        assert await asyncio.to_thread(held.closed.wait, 20)

    starting(test, "heatwave")


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_pressed_meanwhile_the_session_comes(seed: int) -> None:
    chance = random.Random(seed)

    async def test(seat: Seat, held: Held) -> None:
        done: list[object] = []
        for _ in range(15):
            what = chance.random()
            if what < 0.15:
                done.append(chance.choice(((80, 24), (120, 40), (30, 8))))
                await seat.pilot.resize_terminal(*done[-1])  # type: ignore[misc]
            elif what < 0.4:
                done.append((chance.randrange(seat.app.size.width), chance.randrange(seat.app.size.height)))
                await seat.pilot.click(offset=done[-1])  # type: ignore[arg-type]
            else:
                done.append(
                    chance.choice((*"not rw", "enter", "tab", "escape", "f1", "f3", "f4", "f8", "ctrl+p", "down"))
                )
                seat.press_at_once(str(done[-1]))
            if what > 0.9:
                held.may.set()
            assert seat.app.is_running, done
        await go_on(seat, held)
        await seat.until(lambda: not seat.app._held)
        assert seat.app.is_running, done

    starting(test, *(() if seed else ("heatwave",)), starts=bool(seed))


# -- in a terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(tmp_path, "never")
    made.wait(lambda: b"Reading" in made.drawn)
    yield made
    made.close()


@pytest.mark.parametrize(("keys", "code"), [("\x11", 0), ("/quit\r", 0), (15, 143)])
def test_the_app_is_left_at_once_while_its_session_is_made(terminal: Terminal, keys: str | int, code: int) -> None:
    if isinstance(keys, str):
        terminal.send(keys)
    else:
        terminal.signal(keys)
    assert terminal.left() == code
