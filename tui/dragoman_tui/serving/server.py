"""The addresses of the server, and the end of it all.

/?token=...    gives the cookie, and leads to a page of its own
/new           another page, for whoever has the cookie
/s/PAGE        a page; after a reload it is the same
/s/PAGE/file/  a file that it was handed, once
/ws/PAGE       its websocket
/alive         whether the server is there
/static/       the terminal, from textual-serve; /own/ what is ours
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import re
import secrets
import signal
import socket
import sys
from importlib.resources import files
from pathlib import Path
from string import Template
from urllib.parse import quote

import textual_serve
from aiohttp import web

from dragoman.errors import DragomanError
from dragoman_tui.serving import Serving
from dragoman_tui.serving.guard import Guard, headed
from dragoman_tui.serving.pages import Over, Pages, side
from dragoman_tui.themes import DARK, LIGHT, first_theme

_PATIENCE = 600.0
"""Seconds that a process waits for its page to come back."""
_LARGEST = 1 << 24
"""Bytes that a page may send at once: a long text that is pasted."""
_BEAT = 15.0
"""Seconds between two looks whether the other end of a websocket is there."""
_NAME = re.compile(r"[A-Za-z0-9_-]{8,64}")
_STATIC = Path(next(iter(textual_serve.__path__))) / "static"
_OWN = {"page.js": "text/javascript", "page.css": "text/css"}
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_BASE = 128
"""What is added to the number of a signal in the exit code of whom it ended."""


class Server:
    """One server: its door and its pages."""

    def __init__(self, serving: Serving, port: int, patience: float = _PATIENCE) -> None:
        self._serving = serving
        self.is_ending = False
        """Whether pages should wait rather than come back."""
        self.guard = Guard(serving.host, port)
        self.pages = Pages(serving, patience)
        shown = f"[{serving.host}]" if ":" in serving.host else serving.host
        self.address = f"http://{shown}:{port}/?token={self.guard.token}"
        """What to open; whoever has it can use the app."""

    def application(self) -> web.Application:
        """What aiohttp runs."""
        made = web.Application(middlewares=[self.guard.middleware()])
        made.add_routes(
            [
                web.get("/", self._begin),
                web.get("/new", self._begin),
                web.get("/s/{page}", self._page),
                web.get("/s/{page}/file/{key}", self._file),
                web.get("/ws/{page}", self._talk),
                web.get("/alive", self._alive),
                web.get("/own/{name}", self._own),
                web.static("/static", _STATIC),
            ]
        )
        made.on_response_prepare.append(headed)
        return made

    async def _begin(self, request: web.Request) -> web.StreamResponse:
        response = web.Response(status=303, headers={"Location": f"/s/{secrets.token_urlsafe(12)}"})
        self.guard.let_in(response)
        return response

    async def _page(self, request: web.Request) -> web.StreamResponse:
        name = _name(request)
        ground = (LIGHT if first_theme() == "light" else DARK)["ground"]
        scheme = "wss" if request.scheme == "https" else "ws"
        filled = Template(_text("page.html")).substitute(
            title=html.escape(self._serving.title),
            ground=html.escape(ground),
            socket=html.escape(f"{scheme}://{request.host}/ws/{name}"),
        )
        return web.Response(text=filled, content_type="text/html")

    async def _talk(self, request: web.Request) -> web.StreamResponse:
        tab = web.WebSocketResponse(heartbeat=_BEAT, max_msg_size=_LARGEST)
        await tab.prepare(request)
        page = self.pages.page(_name(request))
        if page is None:
            await tab.close(code=Over.FULL)
            return tab
        await page.show(tab, side(request.query.get("width"), 80), side(request.query.get("height"), 24))
        return tab

    async def _file(self, request: web.Request) -> web.StreamResponse:
        found = self.pages.file(_name(request), request.match_info["key"])
        if found is None:
            raise web.HTTPNotFound
        name, data = found
        attached = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return web.Response(
            body=data, content_type="application/octet-stream", headers={"Content-Disposition": attached}
        )

    async def _alive(self, request: web.Request) -> web.StreamResponse:
        return web.Response(status=503 if self.is_ending else 204)

    async def _own(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name not in _OWN:
            raise web.HTTPNotFound
        return web.Response(text=_text(name), content_type=_OWN[name])


def serve(serving: Serving) -> int:
    """Serve until a signal ends it; the exit code.

    Raises:
        DragomanError: if it cannot listen there.
    """
    with listening(serving.host, serving.port) as listener:
        return asyncio.run(_serve(serving, listener))


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        DragomanError: if there can be none.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        made = socket.create_server(address[:2], family=family)
    except (OSError, OverflowError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        remedy = "leave --port out, and a free one is taken" if port else "leave --host out for this machine alone"
        raise DragomanError(f"cannot listen on {host}, port {port}: {why}; {remedy}") from None
    return made


async def _serve(serving: Serving, listener: socket.socket) -> int:
    server = Server(serving, listener.getsockname()[1])
    runner = web.AppRunner(server.application(), access_log=None, handle_signals=False, shutdown_timeout=1.0)
    await runner.setup()
    tidying = asyncio.create_task(server.pages.tidy())
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[int] = loop.create_future()
    signals = [number for number in _SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]  # as under nohup
    for number in signals:
        loop.add_signal_handler(number, _settle, ended, number)
    try:
        await web.SockSite(runner, listener).start()
        print(server.address, flush=True)
        print("Ctrl+C ends it; what was said is kept.", file=sys.stderr, flush=True)
        asked = await ended
    finally:
        server.is_ending = True
        tidying.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await tidying
        await server.pages.close()
        await runner.cleanup()
        for one in signals:
            loop.remove_signal_handler(one)
    return 0 if asked == signal.SIGINT else _BASE + asked


def _settle(ended: asyncio.Future[int], number: int) -> None:
    if not ended.done():
        ended.set_result(number)


def _name(request: web.Request) -> str:
    """The name of a page.

    Raises:
        HTTPNotFound: if it can be none.
    """
    name = request.match_info["page"]
    if not _NAME.fullmatch(name):
        raise web.HTTPNotFound
    return name


def _text(name: str) -> str:
    return (files("dragoman_tui.serving") / name).read_text(encoding="utf-8")
