"""Keys pressed at random: `python -m tests.app.walk SEED [STEPS]`. The app stays, and what it draws is safe and complete."""

from __future__ import annotations

import asyncio
import random
import sys

from dragoman_tui.app import DragomanApp
from dragoman_tui.keys import KEYS
from tests.app.support import Seat, opened

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
_LINES = (
    "the EU's ties with Kyrgyzstan are growing",
    "China holds 55 percent of the foreign debt of Kazakhstan",
    "what if Russia leaves the CSTO",
    "why",
    "nonsense \x1b[2J of all kinds",
    "/sources",
    "forget that",
)
_SIZES = ((80, 24), (120, 40), (160, 50), (60, 20), (30, 8))


async def walk(seed: int, steps: int) -> list[str]:
    """What was done; raises what the app raises."""
    chance = random.Random(seed)
    done: list[str] = []
    app = DragomanApp(opened(["2020-11-report-world"]))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        seat = Seat(app, pilot)
        for _ in range(steps):
            what = chance.random()
            if what < 0.1:
                size = chance.choice(_SIZES)
                done.append(f"{size}")
                await seat.resize(size)
            elif what < 0.2:
                line = chance.choice(_LINES)
                done.append(line)
                await seat.paste(f"{line}\n") if seat.is_on_main else await seat.press("escape")
            else:
                key = chance.choice(_MOVES if what < 0.7 else _KEYS)
                done.append(key)
                await seat.press(key)
            assert app.is_running, done
            for row in seat.screen:
                assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in row), done
    return done


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    print(*asyncio.run(walk(number, int(sys.argv[2]) if len(sys.argv) > 2 else 300)), sep="\n")
