"""`dragoman diff A B`, and `dragoman diff FILE... --against RULEBOOK`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.exact.difference import Advised


def arguments(parser: ArgumentParser) -> None:
    """Two situations, or one and two rulebooks."""
    options.files(parser, text="two situations; with --against the facts of one")
    options.rulebook(parser)
    parser.add_argument("--against", metavar="RULEBOOK", help="a second rulebook, to compare it on the same facts")
    options.targets(parser)
    options.full(parser)
    options.output_format(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show what changes from the one to the other."""
    from dragoman.cli.output import show_difference
    from dragoman.errors import DragomanError
    from dragoman.exact.difference import difference

    if given.against is not None:
        before, after = (_advised(given, given.files, folder) for folder in (given.rulebook, given.against))
    else:
        if len(given.files) != 2:
            raise DragomanError(f"two situations are compared, found {len(given.files)} (or give --against RULEBOOK)")
        before, after = (_advised(given, [file], given.rulebook) for file in given.files)
    show_difference(difference(before, after), full=given.full, as_json=given.format == options.Shown.JSON)
    return Exit.OK


def _advised(given: Namespace, files: list[str], rulebook: str | None) -> Advised:
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import situation_of
    from dragoman.exact.difference import Advised
    from dragoman.rulebook.cache import load_rulebook

    chosen = Namespace(files=files, input_format=given.input_format)
    return Advised.of(situation_of(chosen, load_rulebook(rulebook)), given.targets, engine_of(given))


COMMAND = Command("diff", "what changes in the advice between two situations, or two rulebooks", arguments, run)
