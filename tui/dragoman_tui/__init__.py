"""The Textual app: the advice, always current, beside a log of what was said.

The app draws what `dragoman.views` hands it and decides nothing. Importing this package loads no
Textual; :func:`run` does.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from dragoman_tui.serving import is_served

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.session.workspace import Opened

_FAULT = 70
"""The exit code where the app itself broke; Textual has said how, and would leave with 1."""


def run(opens: Callable[[], Opened], *, starts: bool = False, watches: bool = False) -> int:
    """Open the app on the session that `opens` makes; the exit code once it is closed.

    It is made away from the screen, behind a first picture. With `starts` the app begins with the choice of another one, and
    with `watches` the rulebook is looked at and read again whenever it changes.

    Raises:
        Exception: what `opens` raises; the screen is given back by then.
        DragomanError: if there is no terminal to draw on.
    """
    if not is_served() and not (sys.stdin.isatty() and sys.stderr.isatty()):  # Textual draws on standard error
        from dragoman.errors import DragomanError  # noqa: PLC0415 - this module stays free to import

        opens().close()  # what is wrong with the session goes before
        raise DragomanError("the app needs a terminal to draw on; 'dragoman chat --plain' works without one")

    from dragoman.settings.read import current  # noqa: PLC0415 - the same
    from dragoman_tui.app import DragomanApp  # noqa: PLC0415 - the same
    from dragoman_tui.leaving import Leaving  # noqa: PLC0415 - the same
    from dragoman_tui.themes import first_theme  # noqa: PLC0415 - the same

    gc.disable()  # what is made until the session is there stays: to look for what does not would delay it
    settings = current()
    if not settings.flag("colour", True):
        os.environ["NO_COLOR"] = "1"  # what Textual looks at
    elif "NO_COLOR" in os.environ:
        del os.environ["NO_COLOR"]  # it is empty, which counts as not set
    app = DragomanApp(opens, starts=starts, watches=watches)
    app.theme = first_theme(app.console.color_system)
    leaving = Leaving(app.leave)
    try:
        with leaving.while_running():
            app.run(mouse=settings.flag("mouse", True) is True)
    finally:
        gc.enable()
        app.openings.close()
    if leaving.code:
        return leaving.code
    if app.failure is not None:
        raise app.failure
    return _FAULT if app.return_code else 0
