"""`dragoman ask FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The facts, whom to keep to, and how much to show."""
    options.situation(parser)
    options.targets(parser)
    parser.add_argument("--all", dest="everything", action="store_true", help="every question that settles something")
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show which open questions would change the advice, and what each answer would change."""
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import evaluation_of
    from dragoman.exact.ask_answers import ask
    from dragoman.rulebook.lookup import targets_named
    from dragoman.views.ask import ask_view

    evaluation = evaluation_of(given)
    answer = ask(evaluation, targets_named(evaluation.rulebook, given.targets))
    return give(given, lambda: ask_view(answer, everything=given.everything), answer.to_dict)


COMMAND = Command(
    "ask", "the open questions that would change the advice, what settles most first", arguments, run, paged=True
)
