"""A seat at the app: type, press, and read what is drawn; beside it a session of one's own to compare with."""

from __future__ import annotations

import asyncio
import copy
import html
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from dragoman.conversation.forms import Reply
from dragoman.engines.model import Engine
from dragoman.engines.rete.engine import ReteEngine
from dragoman.rulebook.forms import Rulebook
from dragoman.session.session import Session
from dragoman.session.workspace import Opened
from dragoman.views.screen.forms import Page
from dragoman.views.screen.heard import heard
from dragoman.views.screen.page import page
from dragoman_tui.advice_blocks import Room, advice_blocks
from dragoman_tui.advice_pane import AdvicePane
from dragoman_tui.app import DragomanApp
from dragoman_tui.drawn import Drawn
from dragoman_tui.main_screen import MainScreen
from dragoman_tui.pane import Pane
from dragoman_tui.prompt import Prompt
from dragoman_tui.setting import set_block
from dragoman_tui.talk_blocks import heard_blocks
from dragoman_tui.talk_pane import TalkPane
from tests.rulebooks import report

REPORT_WORLD = "2020-11-report-world"
NARROW, TWO, WIDE = (80, 24), (120, 40), (160, 50)

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
            self.prompt.action_submit()
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
                await self.pilot.pause(0.01 if self.app.waiting else 0)
                quiet = 0 if self._is_busy() else quiet + 1

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what a thread finds out beside the lines."""
        async with asyncio.timeout(_PATIENCE):
            while not is_so():
                await self.pilot.pause(0.02)
        await self.settle()

    def _is_busy(self) -> bool:
        widgets = self.app.screen.walk_children(with_self=True)
        return bool(self.app.waiting) or any(pump.message_queue_size for pump in (self.app, *widgets))

    # -- seeing

    @property
    def main(self) -> MainScreen:
        return self.app.main

    @property
    def prompt(self) -> Prompt:
        return self.main.prompt

    @property
    def advice(self) -> AdvicePane:
        return self.main.advice

    @property
    def talk(self) -> TalkPane:
        return self.main.talk

    @property
    def is_on_main(self) -> bool:
        """Whether no other screen lies over the main one."""
        return self.app.screen is self.main

    @property
    def under(self) -> list[str]:
        """The rows below the line."""
        return [row.text.strip() for row in self.main.query_one("#under", Drawn).sheet.rows]

    @property
    def focused(self) -> Widget | None:
        found: Widget | None = self.app.focused
        return found

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


def rows_of(pane: Pane) -> list[str]:
    """All rows of a pane, those out of sight too."""
    return [row.text.rstrip() for row in pane.sheet.rows]


def drawn_in(pane: Pane) -> list[str]:
    """The rows of a pane that are on the screen, as drawn."""
    return [pane.render_line(y).text.rstrip() for y in range(pane.scrollable_content_region.height)]


def words_of(pane: Pane) -> str:
    """All that a pane says, whatever its width."""
    return " ".join(" ".join(rows_of(pane)).split())


def echoes(seat: Seat) -> list[str]:
    """What the talk says was typed."""
    return [one.text for one in seat.talk.heard if one.text]


def marked_in(pane: AdvicePane) -> list[str]:
    """The titles and sentences that are marked, behind their marks."""
    blocks = [block for block in pane.sheet.blocks if block.mark]
    return [" ".join("".join(ink.text for cell in block.cells for ink in cell.inks).split()) for block in blocks]


@dataclass
class Beside:
    """A session of the test's own, told the same lines: what it says is what the app must draw."""

    files: Sequence[str] = (REPORT_WORLD,)
    session: Session = field(init=False)
    last: Reply | None = None

    def __post_init__(self) -> None:
        self.session = opened(self.files)

    def page(self) -> Page:
        """The advice, marked by what the last line did."""
        found = self.last.difference if self.last else None
        return page(self.session.advice, self.session.rulebook, found)

    def say(self, *lines: str) -> None:
        for text in lines:
            self.last = self.session.ask(self.session.say(text))

    def advice_in(self, pane: AdvicePane) -> list[str]:
        """The advice as that pane should lay it out."""
        room = Room(pane.room, pane.height)
        blocks = advice_blocks(self.page(), room, pane.unfolded, pane.hinges)
        rows: list[str] = []
        for block in blocks:
            rows += [""] * (block.above if rows else 0)
            rows += [row.text.rstrip() for row in set_block(block, pane.room)]
        return rows

    def reply_in(self, pane: TalkPane) -> list[str]:
        """The last reply as the talk should lay it out."""
        assert self.last is not None
        blocks = heard_blocks(
            heard(self.last, self.session.rulebook), 0, is_short=pane.is_short, is_last=True, is_tight=pane.is_tight
        )
        rows: list[str] = []
        for block in blocks:
            rows += [""] * (block.above if rows else 0)
            rows += [row.text.rstrip() for row in set_block(block, pane.room)]
        return rows


def in_app(
    files: Sequence[str] = (REPORT_WORLD,),
    size: tuple[int, int] = NARROW,
    engine: Callable[[], Engine] = lambda: ENGINE,
    rulebook: Rulebook = RULEBOOK,
) -> Callable[[Callable[[Seat], Awaitable[None]]], Callable[[], None]]:
    """A test that is given a seat at an app opened on `files`."""

    def decorate(test: Callable[[Seat], Awaitable[None]]) -> Callable[[], None]:
        async def sit() -> None:
            is_usual = engine() is ENGINE and rulebook is RULEBOOK
            app = DragomanApp(partial(Opened, opened(files) if is_usual else Session(rulebook, engine(), files)))
            async with app.run_test(size=size, notifications=True) as pilot:
                seat = Seat(app, pilot)
                await seat.until(lambda: app.screen is app.main and app.main.advice.page is not None)
                await test(seat)

        def run() -> None:
            asyncio.run(sit())

        return run

    return decorate
