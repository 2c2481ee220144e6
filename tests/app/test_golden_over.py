"""What opens over the main screen, as a person sees it: questions, the palette, suppositions, what did not fire, toasts.

One app is walked through all of it, and resized on each screen. The pictures are rewritten with
`python -m tests.app.test_golden_over`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import cache, partial

import pytest

from dragoman.rulebook.forms import Atom
from dragoman.session.workspace import Opened
from dragoman_tui import looking
from dragoman_tui.app import DragomanApp
from dragoman_tui.compare_screen import CompareScreen
from dragoman_tui.record_screens import AuditScreen
from dragoman_tui.silence_screen import SilenceScreen
from dragoman_tui.turning_screen import TurningScreen
from tests.app.support import NARROW, TWO, WIDE, Seat, opened
from tests.app.test_golden import PICTURES, roles_of

SUPPOSED = "what if China holds 45 percent of the foreign debt of Uzbekistan"
BASE = Atom("military_base", ("china", "kyrgyzstan", None))
ALL = (NARROW, TWO, WIDE)
NAMES = {"question": (TWO,), "palette": (NARROW, TWO), "save-as": (NARROW,), "supposed": (NARROW, WIDE),
         "turning": (NARROW, TWO), "turned": (TWO,), "silence": ALL, "toast": (TWO,)}  # fmt: skip


@cache
def pictures() -> dict[str, str]:
    """All of them, by name and columns."""
    return asyncio.run(_walked())


class Walk:
    """A walk through the screens."""

    def __init__(self, seat: Seat) -> None:
        self.seat, self.app = seat, seat.app
        self.taken: dict[str, str] = {}

    async def take(self, name: str) -> None:
        """The screen that is open, at each size."""
        for size in NAMES[name]:
            if self.app.size != size:
                await self.seat.resize(size)
            rows = [*self.seat.screen, "-" * size[0], *roles_of(self.app)]
            self.taken[f"{name}-{size[0]}"] = "\n".join(rows) + "\n"

    async def to(self, kind: type, *keys: str) -> None:
        """A screen, which is made away from it."""
        await self.seat.press(*keys)
        await self.seat.until(lambda: isinstance(self.app.screen, kind))

    async def walk(self) -> None:
        """All of it, and each time back."""
        seat, app = self.seat, self.app
        await seat.say(SUPPOSED)
        await self.to(CompareScreen, "f5")
        await self.take("supposed")
        await seat.press("escape")
        page = app.main.advice.page
        assert page is not None
        looking.open_turning(app, page.cards[5].atoms[0])
        await self.to(TurningScreen)
        await self.take("turning")
        await self.to(CompareScreen, "enter")
        await self.take("turned")
        await seat.press("escape", "escape")
        await self.to(AuditScreen, "f4")
        await self.to(SilenceScreen, "s")
        await seat.press("down")
        await self.take("silence")
        await seat.press("ctrl+s")
        await self.take("save-as")
        await seat.press("escape", "escape", "escape")
        app.ask_about(BASE)
        await seat.until(lambda: "military base" in "\n".join(seat.screen) and not seat.advice.needs_hinges)
        await seat.press("f6")
        await self.take("question")
        await seat.press("ctrl+p", *"what")
        await self.take("palette")
        await seat.press("escape")
        await seat.say("/export /nowhere/advice.txt")
        await seat.until(lambda: bool(seat.under))  # the line is given back, and read again
        await self.take("toast")


async def _walked() -> dict[str, str]:
    app = DragomanApp(partial(Opened, opened(["2020-11-report-world"])))
    async with app.run_test(size=TWO, notifications=True) as pilot:
        walk = Walk(Seat(app, pilot))
        await walk.seat.until(lambda: app.main.advice.page is not None)
        await walk.walk()
        return walk.taken


def _all() -> Sequence[str]:
    return [f"{name}-{size[0]}" for name, sizes in NAMES.items() for size in sizes]


@pytest.mark.long
@pytest.mark.parametrize("name", _all())
def test_what_lies_over_the_screen_is_as_it_was(name: str) -> None:
    assert pictures()[name] == (PICTURES / f"{name}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for one, picture in pictures().items():
        (PICTURES / f"{one}.txt").write_text(picture, encoding="utf-8")
