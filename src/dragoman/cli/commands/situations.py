"""`dragoman situations [NAME]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """All situations, or one."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="one situation, or a file of facts: what it tells")
    parser.add_argument("--full", action="store_true", help="of one situation every fact of its own")
    options.document(parser)
    options.rulebook(parser)


def run(given: Namespace) -> Exit:
    """Show the situations of a rulebook with title and date, or one with what it tells."""
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import rulebook_of
    from dragoman.reference.json_form import preview_json, situations_json
    from dragoman.reference.situations import preview, situation_list
    from dragoman.views.reference import preview_view, situations_view

    rulebook = rulebook_of(given)
    if given.name:
        one = preview(rulebook, given.name)
        return give(given, lambda: preview_view(one, full=given.full), lambda: preview_json(one))
    found = situation_list(rulebook, given.working)
    return give(given, lambda: situations_view(rulebook, found), lambda: situations_json(rulebook, found))


COMMAND = Command("situations", "the situations of a rulebook, or what one of them tells", arguments, run, paged=True)
