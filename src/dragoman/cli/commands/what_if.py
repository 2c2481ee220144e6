"""`dragoman what-if FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The facts, and what to suppose."""
    options.situation(parser)
    for name, dest, text in (
        (
            "--with",
            "told",
            "suppose this told, above all that was told: 'fact_type: {slot: value}, likelihood: likely'",
        ),
        ("--without", "without", "suppose that nothing like this was told, neither that it is so nor that it is not"),
    ):
        parser.add_argument(name, dest=dest, metavar="FACT", action="append", default=[], help=text)
    options.parameters(parser, "suppose another threshold")
    options.targets(parser)
    options.full(parser)
    options.document(parser)
    options.rulebook(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show what would change; the facts on disk stay as they are."""
    from dragoman.cli.answer import give
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import rulebook_of, situation_of, without_parameters
    from dragoman.errors import DragomanError
    from dragoman.exact.what_if import what_if
    from dragoman.views.difference import difference_view

    if not (given.told or given.without or given.parameters):
        raise DragomanError("say what to suppose: --with 'FACT', --without 'FACT' or --set NAME=VALUE")
    situation = situation_of(given, without_parameters(given))
    supposed = rulebook_of(given) if given.parameters else situation.rulebook
    parameters = {name: supposed.parameters[name].value for name in supposed.changed}
    found = what_if(situation, given.told, given.without, parameters, given.targets, engine_of(given))
    return give(given, lambda: difference_view(found, full=given.full), found.to_dict)


COMMAND = Command("what-if", "what would change in the advice if something else were told", arguments, run, paged=True)
