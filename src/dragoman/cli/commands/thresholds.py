"""`dragoman thresholds [NAME]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """All thresholds, or one."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="one threshold")
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser, "another value, as it would be shown in a run with it")


def run(given: Namespace) -> Exit:
    """Show the thresholds of a rulebook: value, whose it is and why, what it decides, what changes it."""
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import known_name, rulebook_of
    from dragoman.reference.json_form import thresholds_json
    from dragoman.reference.thresholds import threshold_list
    from dragoman.views.reference import thresholds_view

    rulebook = rulebook_of(given)
    name = known_name(given.name, rulebook.parameters, "threshold") if given.name else ""
    found = tuple(one for one in threshold_list(rulebook) if name in ("", one.name))
    return give(given, lambda: thresholds_view(rulebook, found), lambda: thresholds_json(rulebook, found))


COMMAND = Command(
    "thresholds",
    "the thresholds: value, whose, why, what each decides, how to change it",
    arguments,
    run,
    paged=True,
)
