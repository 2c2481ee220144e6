"""The Textual app: the advice, always current, beside a log of what was said.

The app draws what `dragoman.views` hands it and decides nothing. Importing this package loads no
Textual; :func:`run` does.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman_tui.serving import is_served

if TYPE_CHECKING:
    from dragoman.engines.model import Engine
    from dragoman.rulebook.forms import Rulebook
    from dragoman.session.session import Session
    from dragoman.session.watching import Watch
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
    watch: Watch | None = None,
) -> int:
    """Open the app on a session, or on the situation in `files`; the exit code once it is closed.

    `form` is how those files are written whose name does not tell; `watch` looks at the rulebook's folder. Whoever hands a session over closes it.

    Raises:
        SituationError: with all mistakes of the files, before the screen is touched.
        EngineError: if the engine refuses the rulebook.
        DragomanError: if there is no terminal to draw on.
    """
    from dragoman.errors import DragomanError  # noqa: PLC0415 - this module stays free to import

    if session is None:
        from dragoman.session.session import Session  # noqa: PLC0415 - the same

        session = Session(rulebook, engine, files, form)
    if not is_served() and not (sys.stdin.isatty() and sys.stderr.isatty()):  # Textual draws on standard error
        raise DragomanError("the app needs a terminal to draw on; 'dragoman chat --plain' works without one")

    from dragoman_tui.app import DragomanApp  # noqa: PLC0415 - the same
    from dragoman_tui.leaving import Leaving  # noqa: PLC0415 - the same

    app = DragomanApp(session, watch)
    leaving = Leaving(app.leave)
    with leaving.while_running():
        app.run()
    if leaving.code:
        return leaving.code
    return _FAULT if app.return_code else 0
