"""The app in a browser: a small server on this machine, one process of the app for each page.

guard.py    who may ask for anything: token, host, origin
child.py    one process of the app, spoken to in the packets of Textual's web driver
driver.py   the same, seen from inside that process
pages.py    which page belongs to which process, and to which session once that is gone
server.py   the addresses, and the end of it all

What a browser runs (a terminal in JavaScript) comes with textual-serve; nothing is fetched from another host.
Importing this package loads neither Textual nor the server; :func:`run` does.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from dragoman.form import form

DRIVER = "dragoman_tui.serving.driver:ServedDriver"
"""What Textual draws with in a process that is served; the variable is Textual's own."""
_VARIABLE = "TEXTUAL_DRIVER"
NEEDED = ("aiohttp", "textual_serve")
"""What the extra `serve` brings."""


@form
class Serving:
    """What is served, and where."""

    host: str
    port: int
    """0 for one that is free."""
    title: str
    """What the browser calls the page."""
    words: tuple[str, ...]
    """What a new page is opened with: arguments of `dragoman`."""
    again: tuple[str, ...]
    """The same for a session that goes on, without `--resume SESSION`."""


def is_served() -> bool:
    """Whether this process draws for a browser, so that it needs no terminal."""
    return os.environ.get(_VARIABLE) == DRIVER


def environment() -> dict[str, str]:
    """What tells a process to draw for a browser."""
    return {_VARIABLE: DRIVER}


def run(*, host: str, port: int, title: str, words: Sequence[str], again: Sequence[str]) -> int:
    """Serve until a signal ends it, see :class:`Serving`; the exit code.

    Raises:
        DragomanError: if what it needs is not installed, or it cannot listen there.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - this module stays free to import

    from dragoman.errors import DragomanError  # noqa: PLC0415 - the same

    missing = [name.replace("_", "-") for name in NEEDED if find_spec(name) is None]
    if missing:
        what = f"{' and '.join(missing)} {'are' if len(missing) > 1 else 'is'} not installed"
        raise DragomanError(f"the app in a browser needs the extra 'serve' ({what}): pip install 'dragoman[serve]'")
    from dragoman_tui.serving.server import serve  # noqa: PLC0415 - the same

    return serve(Serving(host, port, title, tuple(words), tuple(again)))
