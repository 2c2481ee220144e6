"""One process of the app, spoken to in the packets of Textual's web driver.

A packet is a letter, the length of what follows in four bytes, and that: `D` is what a terminal would read or write, `M` a
JSON object. Whatever the process draws while no page looks is dropped: a page that comes back is drawn anew.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import locale
import os
import sys
from asyncio.subprocess import PIPE, Process
from base64 import b64decode
from collections.abc import Awaitable, Callable, Mapping, Sequence

from dragoman.source.visible import plain
from dragoman_tui.serving import environment

_READY = b"__GANGLION__\n"
"""The first line of an app that draws."""
_LARGEST = 1 << 26
_SAID = 4000
"""So many bytes of what it complained of are kept."""
_PATIENCE = 3.0
"""Seconds for the app to leave by itself, and again before it is killed."""


class Child:
    """A process of the app, and whoever looks at it."""

    def __init__(
        self,
        draws: Callable[[bytes], Awaitable[None]],
        session: Callable[[str], None],
        hands_over: Callable[[str, bytes], Awaitable[None]],
    ) -> None:
        """`draws` is given what it draws, `session` the id of its session once it has one, `hands_over` files by name."""
        self._draws, self._session, self._hands_over = draws, session, hands_over
        self._process: Process | None = None
        self._complaint = b""
        self.is_ready = False
        """Whether it has begun to draw."""
        self._has_begun = False
        """Whether there was a session."""
        self.has_left = False
        """Whether it was left by itself, and not killed."""

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.returncode is None

    @property
    def has_failed(self) -> bool:
        """Whether it is gone before there was a session, and nobody wanted that."""
        return not self.is_ready or (
            not self._has_begun and self._process is not None and self._process.returncode != 0
        )

    @property
    def problem(self) -> str:
        """What it complained of, safe to show."""
        said = self._complaint.decode("utf-8", "replace").strip().splitlines()
        return "\n".join(plain(line) for line in said)

    async def start(self, words: Sequence[str], width: int, height: int) -> None:
        """Start it with these arguments of `dragoman`."""
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "dragoman", *words),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=_environment(width, height),
            start_new_session=True,  # a Ctrl-C is for the server, which ends the others
        )

    async def run(self) -> None:
        """Hand on what it draws until it is gone."""
        process = self._process
        assert process is not None and process.stdout is not None and process.stderr is not None  # noqa: PT018 - of one kind
        complaints = asyncio.create_task(self._listen(process.stderr))
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while line := await process.stdout.readline():
                if line == _READY:
                    self.is_ready = True
                    await self._read(process.stdout)
        await process.wait()
        await complaints

    async def _read(self, stream: asyncio.StreamReader) -> None:
        while True:
            kind = await stream.readexactly(1)
            size = int.from_bytes(await stream.readexactly(4), "big")
            if size > _LARGEST:
                raise ConnectionError
            data = await stream.readexactly(size)
            if kind == b"D":
                await self._draws(data)
            elif kind == b"M":
                await self._hear(json.loads(data))

    async def _hear(self, said: Mapping[str, object]) -> None:
        match said.get("type"):
            case "begun":
                self._has_begun = True
            case "exit":
                self.has_left = True
            case "session":
                self._session(str(said.get("session", "")))
            case "file":
                await self._hands_over(str(said.get("name", "")), b64decode(str(said.get("data", ""))))

    async def _listen(self, stream: asyncio.StreamReader) -> None:
        while data := await stream.read(4096):
            self._complaint = (self._complaint + data)[-_SAID:]

    # -- saying something to it

    async def type(self, text: str) -> None:
        """What was typed."""
        await self._send(b"D", text.encode("utf-8", "surrogatepass"))

    async def tell(self, kind: str, **more: int) -> None:
        """Anything else: a size, that a page came back, that it should leave."""
        await self._send(b"M", json.dumps({"type": kind, **more}).encode())

    async def _send(self, kind: bytes, data: bytes) -> None:
        if self._process is None or self._process.stdin is None or not self.is_alive:
            return
        with contextlib.suppress(ConnectionError, RuntimeError):
            self._process.stdin.write(kind + len(data).to_bytes(4, "big") + data)
            await self._process.stdin.drain()

    async def end(self) -> None:
        """See to it that it is gone: asked first, then told, then killed. What was answered is on the disk already."""
        process = self._process
        if process is None:
            return
        asking = (lambda: self.tell("quit"), _now(process.terminate), _now(process.kill))
        for ask in asking:
            if process.returncode is not None:
                return
            with contextlib.suppress(ProcessLookupError, TimeoutError):
                await ask()
                await asyncio.wait_for(process.wait(), _PATIENCE)


def _now(do: Callable[[], None]) -> Callable[[], Awaitable[None]]:
    async def done() -> None:
        do()

    return done


def _environment(width: int, height: int) -> dict[str, str]:
    """That of the process: a terminal of this size, with all colours and all characters."""
    found = {
        **os.environ,
        **environment(),
        "TEXTUAL_FPS": "60",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM_PROGRAM": "textual",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }
    if locale.getencoding().lower().replace("-", "") != "utf8":  # that of the machine; a browser shows them all
        found["LC_ALL"] = "C.UTF-8"
    return found
