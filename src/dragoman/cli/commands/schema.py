"""`dragoman schema [KIND]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The kind of file, and the rulebook whose names are filled in."""
    parser.add_argument("kind", metavar="KIND", nargs="?", help="a kind of file or answer (default: list them)")
    options.rulebook(parser, "with the names of this rulebook filled in")


def run(given: Namespace) -> Exit:
    """Show the JSON Schema of one kind of file or answer, or the kinds that there are."""
    from dragoman.cli.answers import answer_schemas
    from dragoman.cli.output import show_json
    from dragoman.rulebook.schema import schema
    from dragoman.rulebook.shapes import KINDS

    answers = answer_schemas()
    known = (*KINDS, *answers)
    if not given.kind:
        print("\n".join(known))
        return Exit.OK
    if given.kind in answers:
        show_json(answers[given.kind]())
        return Exit.OK
    if given.kind not in KINDS:
        from dragoman.errors import UnknownNameError
        from dragoman.source.names import did_you_mean
        from dragoman.source.nodes import shorten

        hint = did_you_mean(given.kind, known) or f"; there are {', '.join(known)}"
        raise UnknownNameError(f"there is no kind of file called '{shorten(given.kind)}'{hint}")
    rulebook = None
    if given.rulebook:
        from dragoman.rulebook.load import read_rulebook

        rulebook = read_rulebook(given.rulebook)
    show_json(schema(given.kind, rulebook))
    return Exit.OK


COMMAND = Command("schema", "the JSON Schema of a kind of file, for editors, or of an answer", arguments, run)
