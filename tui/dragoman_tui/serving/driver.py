"""What Textual draws with in a process that is served: its web driver, and three things more.

The process ends with whoever reads it, so that none is left behind; a page that comes back is drawn anew; and the server
is told which session this is, so that it can go on in another process.
"""

from __future__ import annotations

import os
from base64 import b64encode
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from textual import events, messages
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size

_MODES = (
    "\x1b[?1049h"  # the other screen
    "\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h"  # the mouse
    "\x1b[?25l\x1b[?2004h\x1b[2J"  # no cursor of its own, pasting with brackets, nothing drawn yet
)


class ServedDriver(WebDriver):
    """Draws into a pipe; the server has the other end."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._write = partial(self._whole)
        self._session = ""
        self._has_begun = False

    def _whole(self, data: bytes) -> int:
        """Write all of it: half a packet would be the end of all that follow."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self.fileno, rest) :]
        return len(data)

    def deliver_binary(
        self, binary: BinaryIO | TextIO, *, delivery_key: str, save_path: Path, name: str | None = None, **_: Any
    ) -> None:
        """Hand a file to the page: whole, since the server keeps it until the browser asks for it."""
        content = binary.read()
        data = content.encode() if isinstance(content, str) else content
        self.write_meta({"type": "file", "name": save_path.name, "data": b64encode(data).decode("ascii")})
        self._app.post_message(events.DeliveryComplete(key=delivery_key, path=None, name=name))

    def write(self, data: str) -> None:
        """Draw; and tell that there is a session, and which it is once it is kept."""
        super().write(data)
        record = getattr(getattr(self._app, "session", None), "record", None)
        if record is not None and not self._has_begun:
            self._has_begun = True
            self.write_meta({"type": "begun"})
        session = getattr(record, "session", "")
        if session != self._session:
            self._session = session
            self.write_meta({"type": "session", "session": session})

    def run_input_thread(self) -> None:
        """Read until the server is gone, then leave."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """What the server says; `attach` is a page that came back, and knows nothing yet."""
        if packet_type != "attach":
            super().on_meta(packet_type, payload)
            return
        width, height = int(str(payload["width"])), int(str(payload["height"]))
        self._size = width, height
        self.write(_MODES)
        self._app.post_message(events.Resize(Size(width, height), Size(width, height)))
        self._app.call_later(self._app.refresh, layout=True)
