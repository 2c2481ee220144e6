"""`dragoman chat [FILE...]`: the terminal app, found through its entry point so that nothing here imports it; or plain.

Without files and without a session to go on with, the app begins with what there is to begin from.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.session.workspace import Opened


def arguments(parser: ArgumentParser) -> None:
    """The facts to start from, if any; line by line or in the app; where the session is kept."""
    options.files(parser, nargs="*", text="the facts to start from")
    parser.add_argument(
        "--plain", action="store_true", help="line by line: over a pipe, over ssh, with a screen reader"
    )
    parser.add_argument(
        "--json", action="store_true", help="plain, with one JSON object for each line (`dragoman schema reply`)"
    )
    options.watching(parser)
    options.keeping(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)
    parser.set_defaults(check=_contradiction)


def _contradiction(given: Namespace) -> str:
    return "--watch is of the app: leave --plain and --json out" if given.watch and (given.plain or given.json) else ""


def run(given: Namespace) -> Exit:
    """Talk line by line, or open the app; what it returns once it is closed."""
    if given.plain or given.json:
        from dragoman.cli.plain import converse
        from dragoman.cli.sessions import open_session

        return converse(open_session(given), as_json=given.json)
    return _app(given)


def _app(given: Namespace) -> Exit:
    from dragoman.cli.front_end import front_end
    from dragoman.cli.output import complain
    from dragoman.cli.sessions import begin_anything, open_session, refuse_contradictions

    run_app = front_end("chat")
    if run_app is None:
        complain("the terminal app is not installed; --plain works without it")
        return Exit.UNUSABLE
    refuse_contradictions(given)
    starts = not given.files and given.resume is None
    said: list[str] = []  # while the app has the screen

    def opens() -> Opened:
        return begin_anything(given, said.append) if starts else open_session(given, said.append, is_read=False)

    try:
        return Exit(run_app(opens, starts=starts, watches=given.watch))
    finally:
        for one in said:
            complain(one)


COMMAND = Command("chat", "the same in a terminal app, with facts typed in; or line by line", arguments, run)
