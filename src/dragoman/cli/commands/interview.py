"""`dragoman interview [FILE...]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The facts to start from, whom to keep to, and a file to write to."""
    options.files(parser, nargs="*", text="the facts to start from")
    parser.add_argument("-o", dest="output", metavar="FILE", help="a new file (default: standard output)")
    options.targets(parser)
    options.keeping(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Ask what settles most, answer by answer, and write the facts that result."""
    from dragoman.cli.interview import interview

    return interview(given)


COMMAND = Command(
    "interview", "questions that settle most, one by one, and the file of facts that results", arguments, run
)
