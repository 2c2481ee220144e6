"""`dragoman chat [FILE...]`: the terminal app, found through its entry point so that nothing here imports it; or plain.

Without files and without a session to go on with, the app begins with what there is to begin from.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


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
    from importlib.metadata import entry_points
    from pathlib import Path

    from dragoman.cli.output import complain
    from dragoman.cli.sessions import open_session, workspace_of

    found = [point for point in entry_points(group="dragoman.frontends") if point.name == "chat"]
    if not found:
        complain("the terminal app is not installed; --plain works without it")
        return Exit.UNUSABLE
    run_app = found[0].load()
    if not given.files and given.resume is None:
        workspace = workspace_of(given)
        watch = Path(workspace.rulebook.folder) if given.watch else None
        return Exit(run_app(workspace.rulebook, workspace.engine, workspace=workspace, watch=watch))
    opened = open_session(given, is_read=False)
    session = opened.session
    watch = Path(session.rulebook.folder) if given.watch else None
    try:
        code: int = run_app(
            session.rulebook, session.talk.engine, session=session, workspace=opened.workspace, watch=watch
        )
    finally:
        opened.close()
    return Exit(code)


COMMAND = Command("chat", "the same in a terminal app, with facts typed in; or line by line", arguments, run)
