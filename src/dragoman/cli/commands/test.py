"""`dragoman test [RULEBOOK]`."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.cases import Outcome
    from dragoman.coverage.near_misses import NearMisses
    from dragoman.coverage.trial import Trial
    from dragoman.rulebook.forms import Rulebook


def arguments(parser: ArgumentParser) -> None:
    """The rulebook, which of its cases, and what they must show of it."""
    options.folder(parser)
    parser.add_argument("-k", dest="only", metavar="TEXT", default="", help="only cases with this in their name")
    parser.add_argument("--coverage", action="store_true", help="also what the cases do not show of the rules")
    parser.add_argument(
        "--threshold", metavar="N", type=_percent, help="fail if they show less than N percent (with --coverage)"
    )
    parser.add_argument(
        "--near-misses", action="store_true", help="also make and run, from each rule, situations that it just misses"
    )
    options.output_format(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Run the cases of a rulebook; with --coverage, say what they show of its rules."""
    from pathlib import Path

    from dragoman.cases import case_files, evaluated, judged, read_cases
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import folder_of
    from dragoman.cli.output import complain
    from dragoman.rulebook.load import read_rulebook

    rulebook = read_rulebook(folder_of(given))
    cases = [case for case in read_cases(rulebook, case_files(Path(rulebook.folder))) if given.only in case.id]
    if not cases:
        which = f" with '{given.only}' in their names" if given.only else ""
        complain(f"there are no cases{which} in {rulebook.folder}/cases")
        return Exit.UNUSABLE
    engine = engine_of(given)
    evaluations, outcomes = [], []
    for number, case in enumerate(cases):
        given.working(number, len(cases))
        evaluation = evaluated(rulebook, case, engine)
        evaluations.append((case, evaluation))
        outcomes.append(judged(evaluation, case, engine))
    found = None
    if given.coverage or given.threshold is not None:
        from dragoman.coverage.trial import trial

        found = trial(rulebook, [(case.id, evaluation) for case, evaluation in evaluations])
    made = None
    if given.near_misses:
        from dragoman.coverage.near_misses import near_misses

        made = near_misses(rulebook, engine)
    _show(given.format, rulebook, outcomes, found, made)
    is_enough = found is None or found.percent >= (given.threshold or 0)
    if not is_enough:
        complain(f"the cases show less than the {given.threshold:g} % that was asked for")
    is_passed = all(outcome.passed for outcome in outcomes) and (made is None or made.passed)
    return Exit.OK if is_enough and is_passed else Exit.FINDINGS


def _show(form: str, rulebook: Rulebook, outcomes: list[Outcome], found: Trial | None, made: NearMisses | None) -> None:
    from dragoman.cli.output import show, show_json

    if form == options.Shown.JSON:
        from dragoman.coverage.json_form import cases_json

        show_json(cases_json(outcomes, found, made))
        return
    from dragoman.views.cases import cases_view
    from dragoman.views.coverage import trial_view

    show(cases_view(outcomes))
    if found is not None:
        show(trial_view(rulebook, found))
    if made is not None:
        from dragoman.views.near_misses import near_misses_view

        show(near_misses_view(rulebook, made))


def _percent(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not 0 <= number <= 100:
        raise ArgumentTypeError(f"'{text}' is no percentage from 0 to 100")
    return number


COMMAND = Command("test", "the cases of a rulebook, and what they try of it", arguments, run, paged=True)
