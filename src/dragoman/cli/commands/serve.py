"""`dragoman serve [FILE...]`: the app of `dragoman chat` for a browser, through its entry point as there."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

_HERE = "127.0.0.1"
_PORTS = range(65536)


def arguments(parser: ArgumentParser) -> None:
    """Where to serve, and what a page is opened with: as for `dragoman chat`."""
    parser.add_argument("--port", metavar="N", type=_port, default=0, help="default: one that is free")
    parser.add_argument(
        "--host",
        metavar="H",
        default=_HERE,
        help="the address to listen on (default: 127.0.0.1, this machine alone); nothing is encrypted",
    )
    options.files(parser, nargs="*", text="the facts that each page starts from")
    options.watching(parser)
    options.keeping(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Look at what was given, then serve until a signal ends it."""
    from dragoman.cli.front_end import front_end
    from dragoman.cli.inputs import rulebook_of, situation_of
    from dragoman.cli.output import complain
    from dragoman.errors import DragomanError
    from dragoman.source.files import STANDARD_INPUT

    if STANDARD_INPUT in given.files:
        raise DragomanError("standard input is no file that each page could start from; name one, or none")
    if given.resume is not None and (given.files or given.parameters or given.no_journal):
        raise DragomanError("a session goes on with what it had: leave FILE, --set and --no-journal out")
    run_server = front_end("serve")
    if run_server is None:
        complain("the app is not installed; 'dragoman chat --plain' works without it")
        return Exit.UNUSABLE
    title = "Dragoman"
    if given.resume is None:
        rulebook = rulebook_of(given)  # said here and now, rather than on every page
        title = rulebook.title
        if given.files:
            title = situation_of(given, rulebook).title or title
    if given.host not in (_HERE, "localhost", "::1"):
        complain(
            "other machines can reach this, and nothing is encrypted: whoever reads the address on its way has all"
        )
    code = run_server(
        host=given.host, port=given.port, title=title, words=_words(given), again=_words(given, goes_on=True)
    )
    return Exit(code)


def _words(given: Namespace, *, goes_on: bool = False) -> list[str]:
    """What a page is opened with; one of a session that goes on has its facts and thresholds already."""
    named = {"--rulebook": given.rulebook, "--journal": given.journal, "--engine": given.engine}
    found = ["chat", *(word for name, value in named.items() if value is not None for word in (name, value))]
    if given.watch:
        found.append("--watch")
    if goes_on:
        return found
    if given.input_format is not None:
        found += ["--input-format", given.input_format]
    if given.no_journal:
        found.append("--no-journal")
    if given.resume is not None:
        found += ["--resume", given.resume]
    return [*found, *(f"--set={one}" for one in given.parameters), *(("--", *given.files) if given.files else ())]


def _port(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else -1
    if number not in _PORTS:
        raise ArgumentTypeError(f"a port is a number up to {_PORTS[-1]}")
    return number


COMMAND = Command("serve", "the same in a browser, on this machine alone unless told otherwise", arguments, run)
