"""`dragoman diff A B`, and `dragoman diff FILE... --against RULEBOOK`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.exact.difference import Advised

_SESSION = "session:"
"""Stands before the name of a session, where a file could stand."""


def arguments(parser: ArgumentParser) -> None:
    """Two situations, or one and two rulebooks."""
    options.files(
        parser, text=f"two situations; with --against the facts of one; {_SESSION}SESSION is how a session ended"
    )
    options.journal(parser)
    options.rulebook(parser)
    parser.add_argument("--against", metavar="RULEBOOK", help="a second rulebook, to compare it on the same facts")
    options.targets(parser)
    options.full(parser)
    options.document(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show what changes from the one to the other."""
    from dragoman.cli.answer import give
    from dragoman.errors import DragomanError
    from dragoman.exact.difference import difference
    from dragoman.views.difference import difference_view

    if given.against is not None:
        before, after = (_advised(given, given.files, folder) for folder in (given.rulebook, given.against))
    else:
        if len(given.files) != 2:
            raise DragomanError(f"two situations are compared, found {len(given.files)} (or give --against RULEBOOK)")
        before, after = (_advised(given, [file], given.rulebook) for file in given.files)
    found = difference(before, after)
    return give(given, lambda: difference_view(found, full=given.full), found.to_dict)


def _advised(given: Namespace, files: list[str], rulebook: str | None) -> Advised:
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import situation_of, without_parameters
    from dragoman.errors import DragomanError
    from dragoman.exact.difference import Advised

    if not any(name.startswith(_SESSION) for name in files):
        chosen = Namespace(files=files, input_format=given.input_format)
    elif len(files) == 1:
        chosen = Namespace(files=[], session=files[0].removeprefix(_SESSION), journal=given.journal)
    else:
        raise DragomanError("a session stands alone: its facts are not joined with those of files")
    chosen.rulebook = rulebook
    return Advised.of(situation_of(chosen, without_parameters(chosen)), given.targets, engine_of(given))


COMMAND = Command(
    "diff", "what changes in the advice between two situations, or two rulebooks", arguments, run, paged=True
)
