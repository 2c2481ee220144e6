"""`dragoman rules [ID]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """All rules, or one."""
    parser.add_argument("id", metavar="ID", nargs="?", help="one rule")
    options.rulebook(parser)
    options.parameters(parser)


def run(given: Namespace) -> Exit:
    """Show all rules, or one whole."""
    from dragoman.cli.inputs import known_name, rulebook_of
    from dragoman.cli.output import show
    from dragoman.views.rulebook import rule_view, rules_view

    rulebook = rulebook_of(given)
    if given.id:
        show(rule_view(rulebook, rulebook.rules[known_name(given.id, rulebook.rules, "rule")]))
    else:
        show(rules_view(rulebook))
    return Exit.OK


COMMAND = Command("rules", "the rules, or one of them whole", arguments, run, paged=True)
