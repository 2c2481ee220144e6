"""`dragoman robust FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The facts, and whom to keep to."""
    options.situation(parser)
    options.targets(parser)
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show which recommendations stand whatever the open facts are, and what turns the others."""
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import evaluation_of
    from dragoman.cli.output import told_of_the_rest
    from dragoman.exact.robust_answers import robust
    from dragoman.rulebook.lookup import targets_named
    from dragoman.views.robust import robust_view

    evaluation = evaluation_of(given)
    answer = robust(evaluation, targets_named(evaluation.rulebook, given.targets))
    done = give(given, lambda: robust_view(answer), answer.to_dict)
    return done or told_of_the_rest(answer.unanswered)


COMMAND = Command("robust", "what of the advice stands, whatever is told of what is open", arguments, run, paged=True)
