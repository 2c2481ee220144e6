"""A seat at the app: type, press, and read what is drawn; beside it a session of one's own to compare with."""

from __future__ import annotations

import asyncio
import copy
import html
import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot

from dragoman.engines.model import Engine
from dragoman.engines.rete.engine import ReteEngine
from dragoman.session.session import Session
from dragoman.views.advice import advice_view
from dragoman.views.lines import BLANK, Line, fitted
from dragoman.views.reply import reply_view
from dragoman_tui.advice_pane import AdvicePane
from dragoman_tui.app import DragomanApp
from dragoman_tui.drawing import MARK, text_of
from dragoman_tui.lines_pane import LinesPane
from dragoman_tui.log_pane import LogPane
from dragoman_tui.prompt import Prompt, PromptBar
from tests.rulebooks import report

REPORT_WORLD = "2020-11-report-world"
NARROW, WIDE = (80, 24), (160, 50)

RULEBOOK = report()
ENGINE = ReteEngine()

_PATIENCE = 60.0
"""Seconds to wait for the worker; it takes some hundredths of one."""
_QUIET = 3
"""So many rounds in a row must leave nothing to do: a message may be on its way from one widget to the next."""
_TEXT = re.compile(r'<text [^>]*?x="([\d.]+)"[^>]*?-line-(\d+)\)"[^>]*>(.*?)</text>', re.DOTALL)
_COLUMN = 12.2
"""Width of a character in Textual's SVG."""


def opened(files: Sequence[str]) -> Session:
    """A session of one's own on these files; they are read and evaluated once, and nothing of that ever changes."""
    return copy.copy(_opened(tuple(files)))


@cache
def _opened(files: tuple[str, ...]) -> Session:
    return Session(RULEBOOK, ENGINE, files)


@dataclass
class Seat:
    """One running app."""

    app: DragomanApp
    pilot: Pilot[None]

    # -- doing

    async def say(self, *lines: str) -> None:
        """Send each line and wait for what comes of it."""
        for text in lines:
            self.prompt.value = text
            await self.prompt.action_submit()
            await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when all that the one before it did is done."""
        for key in keys:
            self.press_at_once(key)
            await self.settle()

    def press_at_once(self, *keys: str) -> None:
        """Press keys faster than the app can follow."""
        for key in keys:
            character = key if len(key) == 1 else None
            self.app.post_message(Key(_character_to_key(key) if character else key, character))

    async def paste(self, text: str) -> None:
        """What a terminal sends when its user pastes."""
        self.prompt.post_message(Paste(text))
        await self.settle()

    async def resize(self, size: tuple[int, int]) -> None:
        await self.pilot.resize_terminal(*size)
        await self.settle()

    async def settle(self) -> None:
        """Wait until no line waits for an answer and all is drawn."""
        quiet = 0
        async with asyncio.timeout(_PATIENCE):
            while self.app.is_running and quiet < _QUIET:
                await self.pilot.pause(0.01 if self.bar.waiting else 0)
                quiet = 0 if self._is_busy() else quiet + 1
            if self.app.is_running:
                await self.pilot.wait_for_animation()

    def _is_busy(self) -> bool:
        widgets = self.app.screen.walk_children(with_self=True)
        return bool(self.bar.waiting) or any(pump.message_queue_size for pump in (self.app, *widgets))

    # -- seeing

    @property
    def bar(self) -> PromptBar:
        return self.app.query_one(PromptBar)

    @property
    def prompt(self) -> Prompt:
        return self.app.query_one(Prompt)

    @property
    def advice(self) -> AdvicePane:
        return self.app.query_one(AdvicePane)

    @property
    def log(self) -> LogPane:
        return self.app.query_one(LogPane)

    @property
    def screen(self) -> list[str]:
        """The rows of the screen, as text, from the picture that Textual exports."""
        width, height = self.app.size
        rows = [[" "] * width for _ in range(height)]
        for x, row, text in _TEXT.findall(self.app.export_screenshot()):
            characters = html.unescape(text).replace("\xa0", " ")
            column = round(float(x) / _COLUMN)
            rows[int(row)][column : column + len(characters)] = characters
        return ["".join(row).rstrip() for row in rows]


def rows_of(pane: LinesPane) -> list[str]:
    """All rows of a pane, those out of sight too."""
    return [text_of(row).rstrip() for row in pane.paper.rows]


def drawn_in(pane: LinesPane) -> list[str]:
    """The rows of a pane that are on the screen, as drawn, without the mark."""
    strips = [pane.render_line(y) for y in range(pane.scrollable_content_region.height)]
    return [strip.text.removeprefix(MARK).removeprefix(" ").rstrip() for strip in strips]


def marked_in(pane: LinesPane) -> list[str]:
    """The rows on the screen that are drawn with a mark."""
    strips = [pane.render_line(y) for y in range(pane.scrollable_content_region.height)]
    return [strip.text.removeprefix(MARK).strip() for strip in strips if strip.text.startswith(MARK)]


def wrapped(lines: Iterable[Line], pane: LinesPane) -> list[str]:
    """Lines as that pane should lay them out."""
    return [text_of(row).rstrip() for row in fitted(lines, pane.paper.width)]


@dataclass
class Beside:
    """A session of the test's own, told the same lines: what it says is what the app must draw."""

    files: Sequence[str] = (REPORT_WORLD,)
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        self.session = opened(self.files)

    def page(self) -> list[Line]:
        """The advice without its head."""
        view = advice_view(self.session.advice)
        return view[view.index(BLANK) + 1 :]

    def reply(self, text: str) -> list[Line]:
        return reply_view(self.session.ask(self.session.say(text)), RULEBOOK)


def in_app(
    files: Sequence[str] = (REPORT_WORLD,),
    size: tuple[int, int] = NARROW,
    engine: Callable[[], Engine] = lambda: ENGINE,
) -> Callable[[Callable[[Seat], Awaitable[None]]], Callable[[], None]]:
    """A test that is given a seat at an app opened on `files`."""

    def decorate(test: Callable[[Seat], Awaitable[None]]) -> Callable[[], None]:
        async def sit() -> None:
            app = DragomanApp(opened(files) if engine() is ENGINE else Session(RULEBOOK, engine(), files))
            async with app.run_test(size=size, notifications=True) as pilot:
                seat = Seat(app, pilot)
                await seat.settle()
                await test(seat)

        def run() -> None:
            asyncio.run(sit())

        return run

    return decorate
