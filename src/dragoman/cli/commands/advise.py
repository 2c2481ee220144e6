"""`dragoman advise FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The facts, a state to keep to, and how much to show."""
    options.files(parser)
    options.state(parser)
    parser.add_argument("--findings", action="store_true", help="list what was concluded on the way, too")
    options.output_format(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show the advice on a situation."""
    from dragoman.advice.build import advice_of
    from dragoman.cli.inputs import evaluation_of
    from dragoman.cli.output import show, show_json
    from dragoman.rulebook.lookup import state_named

    evaluation = evaluation_of(given)
    advice = advice_of(evaluation, state_named(evaluation.rulebook, given.state) if given.state else "")
    if given.format == options.Shown.JSON:
        from dragoman.advice.json_form import advice_json

        show_json(advice_json(advice))
    else:
        from dragoman.views.advice import advice_view

        show(advice_view(advice, findings=given.findings))
    return Exit.OK


COMMAND = Command("advise", "what the EU should do in a situation, on what grounds, and what to watch", arguments, run)
