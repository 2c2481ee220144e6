"""Which page belongs to which process, and to which session once the process is gone.

page opened          a process of its own, and with its first line a session of its own
page gone            the process waits for it for a while: what is half typed is still there after a reload
back in that time    the same process, drawn anew
back later           another process, which takes up the same session from the journal
opened twice         the younger tab has it
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from enum import IntEnum

from aiohttp import WSMsgType, web

from dragoman_tui.serving import Serving
from dragoman_tui.serving.child import Child

_MOST = 24
"""So many processes run at most."""
_REMEMBERED = 500
"""So many pages are known at most."""
_FILES = 8
"""So many files wait at most to be fetched by a page."""
_LARGEST_SIDE = 1000
"""Cells: a page that says it is larger is not believed."""


class Over(IntEnum):
    """Why a page is told that it is over; codes of websockets that are anybody's to give a meaning."""

    LEFT = 4000
    """The app was left."""
    FAILED = 4001
    """It could not be started."""
    TAKEN = 4002
    """Another tab has it now."""
    ENDED = 4003
    """The process is gone, and nobody left it."""
    FULL = 4004
    """Too many are open."""


class Page:
    """One page: at most one tab that shows it, and at most one process behind it."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._tab: web.WebSocketResponse | None = None
        self._task: asyncio.Task[None] | None = None
        self.child: Child | None = None
        self._files: dict[str, tuple[str, bytes]] = {}
        """What waits to be fetched, by its key."""
        self.session = ""
        """The id of its session, once something was said in it."""
        self.left_at = 0.0
        """When it was last looked at, by the clock of the loop."""

    @property
    def is_running(self) -> bool:
        """Whether a process stands behind it."""
        return self.child is not None and self.child.is_alive

    @property
    def is_seen(self) -> bool:
        """Whether a tab shows it."""
        return self._tab is not None

    async def show(self, tab: web.WebSocketResponse, width: int, height: int) -> None:
        """Show it in a tab until that is closed, or the app is left."""
        before, self._tab = self._tab, tab
        if before is not None:
            await before.close(code=Over.TAKEN)
        if self.child is not None and self.child.is_alive:
            if self.child.is_ready:
                await self.child.tell("attach", width=width, height=height)
        else:
            self.child = Child(self._draw, self._named, self._hand_over)
            words = (*self._serving.again, "--resume", self.session) if self.session else self._serving.words
            await self.child.start(words, width, height)
            self._task = asyncio.create_task(self._run(self.child))
        try:
            await self._pass_on(tab, self.child)
        finally:
            if self._tab is tab:
                self._tab = None
                self.left_at = asyncio.get_running_loop().time()

    async def _hand_over(self, name: str, data: bytes) -> None:
        """Keep a file until the tab has fetched it, and tell the tab; where there is none, it is nobody's."""
        tab = self._tab
        if tab is None or tab.closed:
            return
        key = secrets.token_urlsafe(12)
        self._files = dict([*self._files.items(), (key, (name, data))][-_FILES:])
        with contextlib.suppress(ConnectionError, RuntimeError):
            await tab.send_json(["file", key])

    def taken(self, key: str) -> tuple[str, bytes] | None:
        """A file by its key, once: its name, and what it holds."""
        return self._files.pop(key, None)

    def _named(self, session: str) -> None:
        self.session = session

    async def _draw(self, data: bytes) -> None:
        tab = self._tab
        if tab is not None and not tab.closed:
            with contextlib.suppress(ConnectionError, RuntimeError):
                await tab.send_bytes(data)

    async def _run(self, child: Child) -> None:
        await child.run()
        tab = self._tab
        if tab is None or tab.closed:
            return
        over = Over.FAILED if child.has_failed else Over.LEFT if child.has_left else Over.ENDED
        with contextlib.suppress(ConnectionError, RuntimeError):
            if over is not Over.LEFT and child.problem:
                await tab.send_json(["problem", child.problem])
            await tab.close(code=over)

    async def _pass_on(self, tab: web.WebSocketResponse, child: Child) -> None:
        async for message in tab:
            if message.type != WSMsgType.TEXT:
                continue
            try:
                kind, *rest = message.json()
                given = rest[0] if rest else None
            except (ValueError, TypeError, UnicodeDecodeError):
                continue  # whoever has the token may talk nonsense; nobody listens to it
            match kind, given:
                case "stdin", str():
                    await child.type(given)
                case "resize", {"width": width, "height": height}:
                    await child.tell("resize", width=side(width, 80), height=side(height, 24))
                case "ping", str():
                    await tab.send_json(["pong", given])
                case (("focus" | "blur"), _):
                    await child.tell(kind)

    async def end(self) -> None:
        """End its process."""
        if self.child is not None:
            await self.child.end()
        if self._task is not None:
            await self._task

    async def close(self) -> None:
        """End its tab, which will try to come back, and its process."""
        if self._tab is not None:
            await self._tab.close(code=1001)  # going away
        await self.end()


class Pages:
    """All pages of a server."""

    def __init__(self, serving: Serving, patience: float) -> None:
        """`patience` is how many seconds a process waits for a page that is gone."""
        self._serving, self._patience = serving, patience
        self._pages: dict[str, Page] = {}

    def page(self, name: str) -> Page | None:
        """The page of that name, made if there is none; None if no further process may run."""
        page = self._pages.get(name)
        if page is not None and page.is_running:
            return page
        if sum(one.is_running for one in self._pages.values()) >= _MOST:
            return None
        if page is None:
            page = self._pages[name] = Page(self._serving)
        return page

    def file(self, name: str, key: str) -> tuple[str, bytes] | None:
        """A file that a page waits for, once."""
        page = self._pages.get(name)
        return page.taken(key) if page is not None else None

    async def tidy(self) -> None:
        """End, again and again, the processes whose pages do not come back; forget the oldest pages."""
        while True:
            await asyncio.sleep(min(self._patience, 5.0))
            now = asyncio.get_running_loop().time()
            unseen = [page for page in self._pages.values() if not page.is_seen]
            for page in unseen:
                if page.is_running and now - page.left_at > self._patience:
                    await page.end()
            for name in [name for name, page in self._pages.items() if not page.is_running][:-_REMEMBERED]:
                del self._pages[name]

    async def close(self) -> None:
        """End all of them, together."""
        await asyncio.gather(*(page.close() for page in self._pages.values()))


def side(given: object, default: int) -> int:
    """A number of cells that a page has said."""
    try:
        number = int(str(given))
    except ValueError:
        return default
    return min(max(number, 1), _LARGEST_SIDE)
