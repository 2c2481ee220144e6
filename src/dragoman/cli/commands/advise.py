"""`dragoman advise FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.advice.evaluate import Evaluation
    from dragoman.advice.forms import Advice
    from dragoman.views.lines import Line


def arguments(parser: ArgumentParser) -> None:
    """The facts, whom to keep to, and how much to show."""
    options.situation(parser)
    options.targets(parser)
    options.full(parser)
    options.output_format(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show the advice on a situation."""
    from dragoman.advice.build import advice_of
    from dragoman.cli.inputs import evaluation_of
    from dragoman.cli.output import show, show_json
    from dragoman.rulebook.lookup import targets_named

    evaluation = evaluation_of(given)
    targets = targets_named(evaluation.rulebook, given.targets)
    advice = advice_of(evaluation, targets, findings=given.full or given.format == options.Shown.JSON)
    if given.format == options.Shown.JSON:
        from dragoman.advice.json_form import advice_json

        show_json(advice_json(advice))
    else:
        rows = _rows(advice, full=given.full)
        show(rows if advice.recommendations else [*rows, *_away(evaluation, targets)])
    return Exit.OK


def _rows(advice: Advice, *, full: bool) -> list[Line]:
    if full:
        from dragoman.views.advice import advice_view

        return advice_view(advice)
    from dragoman.views.short import short_view

    return short_view(advice)


def _away(evaluation: Evaluation, targets: tuple[str, ...]) -> Iterator[Line]:
    """Where nothing is recommended: what one more fact would change."""
    from dragoman.exact.silence import silence_report
    from dragoman.views.why_not import away_view

    return away_view(silence_report(evaluation, targets))


COMMAND = Command(
    "advise", "what a report advises in a situation, on what grounds, and what to watch", arguments, run, paged=True
)
