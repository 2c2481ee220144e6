"""The screen in a rich state at three sizes, as a person sees it: characters, and below them the role of each.

The pictures are rewritten with `python -m tests.app.test_golden`.
"""

from __future__ import annotations

import asyncio
from functools import cache, partial
from pathlib import Path

import pytest

from dragoman.session.workspace import Opened
from dragoman_tui.app import DragomanApp
from dragoman_tui.themes import DARK
from tests.app.support import Seat, opened
from tests.shares import share

PICTURES = Path(__file__).parent / "pictures"
SIZES = ((80, 24), (120, 40), (160, 50))
SAID = ("the EU's ties with Kyrgyzstan are growing", "China holds 55 percent of the foreign debt of Kazakhstan")
SCREENS = ("f3", "f4", "f5", "w")
"""Keys that open a screen which is made away from it."""
_SIGNS = {"text": ".", "muted": "m", "faint": "f", "advice": "A", "link": "l", "moved": "+", "doubt": "?", "wrong": "!",
          "pole1": "1", "pole2": "2"}  # fmt: skip
_OF_COLOUR = {DARK[name]: sign for name, sign in _SIGNS.items()}
_GROUNDS = {DARK["raised"]: "r", DARK["pick"]: "p", DARK["square"]: "s"}


@cache
def pictures(name: str) -> dict[str, str]:
    """A screen at each size: the app is opened once and resized."""
    return asyncio.run(_pictures(name))


async def _pictures(name: str) -> dict[str, str]:
    app, taken = DragomanApp(partial(Opened, opened(["2020-11-report-world"]))), dict[str, str]()
    async with app.run_test(size=SIZES[0], notifications=True) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: app.main.advice.page is not None)
        await seat.say(*SAID)
        for key in KEYS[name]:
            await seat.press(key)
            if key in SCREENS:
                await seat.until(lambda: not seat.is_on_main)
        if seat.advice.needs_hinges:
            await seat.until(lambda: not seat.advice.needs_hinges)
        for size in SIZES:
            await seat.resize(size)
            taken[f"{name}-{size[0]}"] = "\n".join([*seat.screen, "-" * size[0], *roles_of(app)]) + "\n"
    return taken


def roles_of(app: DragomanApp) -> list[str]:
    """The role of each character, bold ones in capitals; behind a bar the grounds that are not the pane's."""
    rows = []
    for strip in app.screen._compositor.render_strips():
        roles, grounds = "", ""
        for segment in strip:
            style = segment.style
            colour = style.color.name if style and style.color else ""
            ground = style.bgcolor.name if style and style.bgcolor else ""
            sign = _OF_COLOUR.get(colour, ".")
            sign = sign.upper() if style and style.bold else sign
            roles += "".join(sign if character != " " else " " for character in segment.text)
            grounds += _GROUNDS.get(ground, " ") * segment.cell_length
        rows.append(f"{roles.rstrip()}{' | ' + grounds.rstrip() if grounds.strip() else ''}")
    return rows


KEYS = {
    "talk": (), "advice": ("f2", "down", "enter"), "help": ("f1",),
    "board": ("f3", "down", "right", "right"), "compare": ("f5", "down", "down", "down"),
    "audit": ("f4", "down", "down"), "proof": ("f2", "down", "w", "down"),
}  # fmt: skip
"""By the name of a screen: what leads to it."""


@pytest.mark.parametrize("name", share(KEYS, of=("talk", "board")))
def test_the_screen_is_as_it_was(name: str) -> None:
    for found, picture in pictures(name).items():
        assert picture == (PICTURES / f"{found}.txt").read_text(encoding="utf-8"), found


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for one in KEYS:
        for its_name, picture in pictures(one).items():
            (PICTURES / f"{its_name}.txt").write_text(picture, encoding="utf-8")
