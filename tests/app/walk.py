"""Keys and clicks at random: `python -m tests.app.walk SEED [STEPS]`. The app stays, and what it draws is safe and complete."""

from __future__ import annotations

import asyncio
import contextlib
import random
import sys
import tempfile
from functools import partial

from dragoman.conversation.examples import examples
from dragoman.session.session import Session
from dragoman.session.workspace import Opened
from dragoman_tui.app import DragomanApp
from dragoman_tui.keys import KEYS
from tests.app.support import Seat, opened
from tests.rulebooks import columns, trees

_LEAVES = {"ctrl+q"}
_KEYS = sorted({key for one in KEYS.values() for key in one.keys.split(",") if key and key not in _LEAVES})
_MOVES = (
    "up",
    "down",
    "left",
    "right",
    "enter",
    "tab",
    "home",
    "end",
    "pageup",
    "pagedown",
    "escape",
    "r",
    "1",
    "x",
    "k",
    "o",
    "w",
    "y",
    "s",
)
_REPORT_LINES = (
    "the EU's ties with Kyrgyzstan are growing",
    "China holds 55 percent of the foreign debt of Kazakhstan",
    "what if Russia leaves the CSTO",
    "why",
    "nonsense \x1b[2J of all kinds",
    "/sources",
    "forget that",
)
_TREES_LINES = (
    *(line for line, _ in examples(trees())),
    "canopy: {city: arnhem, share: 5}",
    "/load rain",
    "why plant_trees",
    "nonsense \x1b[2J of all kinds",
    "/sources",
    "forget that",
    "redo",
    "\u202eoslo \u0645\u062f\u064a\u0646\u0629 \U0001f333" * 40,
)
_OF_THE_REPORT = 4
"""One walk in so many is on the report's rulebook, where a line takes ten times as long and the advice is as long."""
_SIZES = ((80, 24), (120, 40), (160, 50), (60, 20), (30, 8))


async def walk(seed: int, steps: int) -> list[str]:
    """What was done; raises what the app raises. Whatever is saved on the way is saved in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return await _walk(seed, steps)


async def _walk(seed: int, steps: int) -> list[str]:
    chance = random.Random(seed)
    done: list[str] = []
    is_report = seed % _OF_THE_REPORT == 0
    lines = _REPORT_LINES if is_report else _TREES_LINES
    session = opened(["2020-11-report-world"]) if is_report else Session(trees(), columns(), ["heatwave"])
    app = DragomanApp(partial(Opened, session))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: seat.advice.page is not None)
        for _ in range(steps):
            what = chance.random()
            if what < 0.1:
                size = chance.choice(_SIZES)
                done.append(f"{size}")
                await seat.resize(size)
            elif what < 0.2:
                line = chance.choice(lines)
                done.append(line)
                await seat.paste(f"{line}\n") if seat.is_on_main else await seat.press("escape")
            elif what < 0.35:
                place = chance.randrange(app.size.width), chance.randrange(app.size.height)
                done.append(f"click at {place}")
                await pilot.click(offset=place, times=chance.choice((1, 1, 1, 2)))
                await seat.settle()
            else:
                key = chance.choice(_MOVES if what < 0.75 else _KEYS)
                done.append(key)
                await seat.press(key)
            assert app.is_running, done[-40:]
            for row in seat.screen:
                assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in row), done[-40:]
    return done


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    print(*asyncio.run(walk(number, int(sys.argv[2]) if len(sys.argv) > 2 else 300)), sep="\n")
