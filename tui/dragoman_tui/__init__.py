"""The Textual app: the advice, always current, beside a log of what was said.

The app draws what `dragoman.views` hands it and decides nothing. Importing this package loads no
Textual; :func:`run` does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman_tui.serving import is_served

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.engines.model import Engine
    from dragoman.rulebook.forms import Rulebook
    from dragoman.session.session import Session
    from dragoman.session.workspace import Workspace
    from dragoman.source.formats import Format

_FAULT = 70
"""The exit code where the app itself broke; Textual has said how, and would leave with 1."""


def run(
    rulebook: Rulebook,
    engine: Engine,
    files: Sequence[str] = (),
    form: Format | None = None,
    *,
    session: Session | None = None,
    workspace: Workspace | None = None,
    watch: Path | None = None,
) -> int:
    """Open the app on a session, or on the situation in `files`; the exit code once it is closed.

    `form` is how those files are written whose name does not tell. Whoever hands a session over closes it. `workspace` is
    where other sessions come from; where it is given and neither session nor files are, the app begins with their choice. `watch` is the rulebook's folder, to be
    looked at and read again whenever it changes.

    Raises:
        SituationError: with all mistakes of the files, before the screen is touched.
        EngineError: if the engine refuses the rulebook.
        DragomanError: if there is no terminal to draw on.
    """
    from dragoman.errors import DragomanError  # noqa: PLC0415 - this module stays free to import

    starts = workspace is not None and session is None and not files
    if session is None:
        from dragoman.session.session import Session  # noqa: PLC0415 - the same

        session = Session(rulebook, engine, files, form)
    if not is_served() and not (sys.stdin.isatty() and sys.stderr.isatty()):  # Textual draws on standard error
        raise DragomanError("the app needs a terminal to draw on; 'dragoman chat --plain' works without one")

    from dragoman.settings.read import current  # noqa: PLC0415 - the same
    from dragoman_tui.app import DragomanApp  # noqa: PLC0415 - the same
    from dragoman_tui.leaving import Leaving  # noqa: PLC0415 - the same
    from dragoman_tui.themes import first_theme  # noqa: PLC0415 - the same

    settings = current()
    if not settings.flag("colour", True):
        os.environ["NO_COLOR"] = "1"  # what Textual looks at
    elif "NO_COLOR" in os.environ:
        del os.environ["NO_COLOR"]  # it is empty, which counts as not set
    app = DragomanApp(session, workspace, starts=starts, watch=watch)
    app.theme = first_theme(app.console.color_system)
    leaving = Leaving(app.leave)
    try:
        with leaving.while_running():
            app.run(mouse=settings.flag("mouse", True) is True)
    finally:
        app.openings.close()
    if leaving.code:
        return leaving.code
    return _FAULT if app.return_code else 0
