"""`dragoman vocabulary [TYPE]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """All fact types, or one."""
    parser.add_argument("type", metavar="TYPE", nargs="?", help="one fact type")
    options.rulebook(parser)
    options.parameters(parser)


def run(given: Namespace) -> Exit:
    """Show all fact types, or one whole."""
    from dragoman.cli.inputs import known_name, rulebook_of
    from dragoman.cli.output import show
    from dragoman.views.rulebook import fact_type_view, vocabulary_view

    rulebook = rulebook_of(given)
    if given.type:
        show(fact_type_view(rulebook, rulebook.facts[known_name(given.type, rulebook.facts, "fact type")]))
    else:
        show(vocabulary_view(rulebook))
    return Exit.OK


COMMAND = Command("vocabulary", "the fact types, or one of them whole", arguments, run)
