"""`dragoman sources FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The facts, whom to keep to, and how much to show."""
    options.situation(parser)
    options.targets(parser)
    parser.add_argument("--full", action="store_true", help="name every risk and forecast that hangs on a source")
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show what the advice would lose without each source, and the weakest link of each recommendation."""
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import evaluation_of
    from dragoman.exact.source_answers import source_answers
    from dragoman.rulebook.lookup import targets_named
    from dragoman.views.sources import sources_view

    evaluation = evaluation_of(given)
    answer = source_answers(evaluation, targets_named(evaluation.rulebook, given.targets))
    return give(given, lambda: sources_view(answer, everything=given.full), answer.to_dict)


COMMAND = Command("sources", "what the advice loses if a source is withdrawn or wrong", arguments, run, paged=True)
