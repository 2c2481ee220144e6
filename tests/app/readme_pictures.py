"""The pictures of README.md and docs/app.md: `python -m tests.app.readme_pictures [NAME...]`, screens of the app as small SVGs.

Each is what the app draws of the report's own world with two facts told, at a size that a terminal has.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dragoman.session.session import Session
from dragoman.session.workspace import Opened
from dragoman_tui.app import DragomanApp
from dragoman_tui.start_screen import StartScreen
from tests.app.support import ENGINE, NARROW, RULEBOOK, TWO, WIDE, Seat, opened
from tests.app.svg import svg
from tests.app.test_start import kept, workspace

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
SAID = ("the EU's ties with Kyrgyzstan are growing", "China holds 55 percent of the foreign debt of Kazakhstan")
SUPPOSED = "what if China holds 45 percent of the foreign debt of Uzbekistan"
_OPENS = {"f3", "f4", "f5", "w", "s"}
"""Keys that open what is made away from the screen."""


@dataclass(frozen=True)
class Picture:
    """One screen: what it shows, the theme, and the keys that lead to it."""

    shows: str
    size: tuple[int, int] = TWO
    theme: str = "dark"
    keys: tuple[str, ...] = ()
    said: tuple[str, ...] = SAID


PICTURES = {
    "advice-dark": Picture("The advice beside the talk", keys=("f6", "f6", "down", "enter")),
    "talk-80-light": Picture("The talk in a small terminal", NARROW, "light"),
    "advice-80-dark": Picture("The advice in a small terminal", NARROW, keys=("f2", "down")),
    "advice-160-light": Picture("The advice in a large terminal", WIDE, "light", ("f6", "f6", "down", "enter")),
    "board-dark": Picture("The board: who leads where, what moves, what the EU could do", keys=("f3", "down", "right")),
    "board-80-no-colour": Picture("The board without colours", NARROW, "no-colour", ("f3", "down", "right")),
    "compare-light": Picture("Before and after, each line with what it came through", theme="light", keys=("f5", *["down"] * 3)),
    "suppose-160-dark": Picture("What would change, if", WIDE, keys=("f5", *["down"] * 3), said=(*SAID, SUPPOSED)),
    "audit-160-dark": Picture("Every rule that fired, and one of them", WIDE, keys=("f4", *["down"] * 5)),
    "proof-light": Picture("Why: down to the fact, and whose word it is", theme="light", keys=("f6", "f6", "down", "w", "down")),
    "silence-dark": Picture("What did not fire, and what it lacks", keys=("f4", "s", "down")),
    "high-contrast": Picture("High contrast", NARROW, "high contrast", ("f2", "down", "enter")),
}  # fmt: skip
"""By name: of an app that was opened on a situation."""
BEGINNINGS = {
    "start-dark": Picture("The start: go on, or begin", keys=("down",)),
    "tour-80-light": Picture("The tour", NARROW, "light", ("t",)),
}
"""By name: of an app that begins with the start."""


async def picture(one: Picture) -> str:
    """A screen of an app that was opened on a situation."""
    app = DragomanApp(partial(Opened, opened(["2020-11-report-world"])))
    async with app.run_test(size=one.size, notifications=True) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: app.main.advice.page is not None)
        app.theme = one.theme
        await seat.say(*one.said)
        await seat.until(lambda: not seat.advice.needs_hinges)
        await walk(seat, one.keys)
        return svg(app, one.shows)


async def walk(seat: Seat, keys: tuple[str, ...]) -> None:
    """Press keys; where one opens a screen, wait for it."""
    for key in keys:
        before = seat.app.screen
        await seat.press(key)
        if key in _OPENS:
            await seat.until(lambda before=before: seat.app.screen is not before)  # type: ignore[misc]
    await seat.until(lambda: not seat.advice.needs_hinges)


async def beginning(one: Picture) -> str:
    """The start of somebody who has been here before; or what one comes to from there."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder, "journal.db")
        kept(journal, RULEBOOK, ("2020-11-report-world", *SAID), ("kyrgyzstan-after-debt-talks", SAID[0]))
        app = DragomanApp(
            partial(Opened, Session(RULEBOOK, ENGINE), workspace=workspace(journal, RULEBOOK)), starts=True
        )
        async with app.run_test(size=one.size, notifications=True) as pilot:
            seat = Seat(app, pilot)
            await seat.until(lambda: isinstance(app.screen, StartScreen) and app.screen.is_loaded)
            app.theme = one.theme
            for key in one.keys:
                await seat.press(key)
            if "t" in one.keys:
                await seat.until(lambda: seat.is_on_main and seat.main.query_one("#guide").display)
            drawn = svg(app, one.shows)
        app.openings.close()
        return drawn


def main() -> None:
    """Draw all of them, or those that are named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for pictures, draw in ((PICTURES, picture), (BEGINNINGS, beginning)):
        for name, one in pictures.items():
            if not sys.argv[1:] or name in sys.argv[1:]:
                drawn = asyncio.run(draw(one))
                (FOLDER / f"{name}.svg").write_text(drawn, encoding="utf-8")
                print(f"{name}.svg: {len(drawn.encode()) / 1024:.0f} KB", flush=True)


if __name__ == "__main__":
    main()
