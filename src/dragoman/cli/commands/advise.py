"""`dragoman advise FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

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
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show the advice on a situation."""
    from dragoman.advice.build import advice_of
    from dragoman.cli.answer import form_of, give
    from dragoman.cli.inputs import evaluation_of
    from dragoman.rulebook.lookup import targets_named

    evaluation = evaluation_of(given)
    targets = targets_named(evaluation.rulebook, given.targets)
    advice = advice_of(evaluation, targets, findings=given.full or form_of(given) is options.Shown.JSON)

    def rows() -> list[Line]:
        found = _rows(advice, full=given.full)
        return found if advice.recommendations else [*found, *_away(evaluation, targets)]

    return give(given, rows, lambda: _json(advice))


def _json(advice: Advice) -> dict[str, Any]:
    from dragoman.advice.json_form import advice_json

    return advice_json(advice)


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
