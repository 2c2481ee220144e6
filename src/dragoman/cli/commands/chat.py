"""`dragoman chat [FILE...]`: the terminal app, found through its entry point so that nothing here imports it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The facts to start from, if any."""
    options.files(parser, nargs="*", text="the facts to start from")
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Open the app; what it returns once it is closed."""
    from importlib.metadata import entry_points

    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import input_format_of, rulebook_of
    from dragoman.cli.output import complain

    found = [point for point in entry_points(group="dragoman.frontends") if point.name == "chat"]
    if not found:
        complain("the terminal app is not installed; install the package 'dragoman' (README) and try again")
        return Exit.UNUSABLE
    rulebook = rulebook_of(given)
    code: int = found[0].load()(rulebook, engine_of(given), tuple(given.files), input_format_of(given))
    return Exit(code)


COMMAND = Command("chat", "the same in a terminal app, with facts typed in", arguments, run)
