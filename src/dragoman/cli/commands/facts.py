"""`dragoman facts FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Rulebook
    from dragoman.situation.document import Document


def arguments(parser: ArgumentParser) -> None:
    """The facts, and the form to write them in."""
    options.situation(parser)
    options.written_format(parser)
    parser.add_argument(
        "--flat", action="store_true", help="what is in force, inherited facts included and groups spread out"
    )
    parser.add_argument("--without-places", action="store_true", help="leave out where each fact was first said")
    options.rulebook(parser)


def run(given: Namespace) -> Exit:
    """Write the facts of some files down again."""
    from dragoman.cli.inputs import rulebook_of
    from dragoman.cli.output import complain, put
    from dragoman.situation.writers import left_out, written
    from dragoman.source.formats import Format

    rulebook = rulebook_of(given)
    document = _document(given, rulebook)
    form = Format(given.format)
    put(written(rulebook, document, form, places=not given.without_places))
    lost = left_out(document, form)
    if lost:
        complain(f"a table holds facts only; what it leaves out: {lost}")
    return Exit.OK


def _document(given: Namespace, rulebook: Rulebook) -> Document:
    from dragoman.cli.inputs import input_format_of, kept_of

    if kept := kept_of(given):
        from dragoman.session.desk import document
        from dragoman.situation.document import flattened

        end = kept.end(rulebook)
        return flattened(end.situation) if given.flat else document(end.start, end.base.names, end.situation)
    from dragoman.cli.progress import Telling
    from dragoman.situation.document import read_document

    return read_document(rulebook, given.files, input_format_of(given), progress=Telling(), flat=given.flat, pipes=True)


COMMAND = Command(
    "facts", "the facts of some files, written again as YAML, CSV, JSON or JSON Lines", arguments, run, paged=True
)
