"""What a Python program asks: from a situation or a rulebook straight to an answer, whose `to_dict` is its JSON form.

The command line asks the same of the layers below, where it needs parts of them. Whatever is given, nothing leaves but an
answer or a :class:`~dragoman.errors.DragomanError`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.board.forms import Board
from dragoman.board.plan import plan_or_error
from dragoman.board.play import board_of
from dragoman.check import check
from dragoman.coverage.report import ReportCoverage, report_coverage
from dragoman.engines.model import Engine
from dragoman.engines.select import default_engine
from dragoman.errors import Finding, Place, RulebookError
from dragoman.exact import ask_answers, flip_answers, robust_answers
from dragoman.exact.change_forms import Asked, Flipped, Hinges, Robust, Sources
from dragoman.exact.difference import Advised, difference
from dragoman.exact.difference_forms import Difference
from dragoman.exact.silence import silence_report
from dragoman.exact.source_answers import source_answers
from dragoman.exact.why_not import why_not as explain_why_not
from dragoman.exact.why_not import why_or_why_not
from dragoman.exact.why_not_forms import Silence, WhyNot
from dragoman.explain import answers
from dragoman.explain.answers import Audit, Proofs
from dragoman.form import form
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.installed import folder_of
from dragoman.rulebook.load import with_parameters
from dragoman.rulebook.lookup import targets_named
from dragoman.situation.forms import Situation
from dragoman.source.findings_json import findings_json
from dragoman.source.python_reader import read_python
from dragoman.source.reading import Reading
from dragoman.source.shapes import NUMBER

__all__ = [
    "Checked",
    "ask",
    "audit",
    "board_on",
    "check_rulebook",
    "cover",
    "diff",
    "flips",
    "robust",
    "silence",
    "sources",
    "why",
    "why_not",
    "with_thresholds",
]


@form
class Checked:
    """What is wrong with a rulebook."""

    folder: str
    findings: tuple[Finding, ...]
    """Sorted by place; empty if nothing is wrong."""

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman check --format json` prints."""
        return findings_json(self.folder, self.findings, None)


def why(
    situation: Situation, name: str, targets: str | tuple[str, ...] | list[str] = (), engine: Engine | None = None
) -> Proofs:
    """The proofs of what `name` asks for: a fact type, or one with slots as in a file; `targets` as of `advise`.

    Where nothing of it holds, they say why not.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return why_or_why_not(_evaluated(situation, engine), name, targets_named(situation.rulebook, targets))


def why_not(
    situation: Situation, name: str, targets: str | tuple[str, ...] | list[str] = (), engine: Engine | None = None
) -> WhyNot:
    """Why what `name` asks for does not hold, and what would have to be told for it; arguments as of `why`.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return explain_why_not(_evaluated(situation, engine), name, targets_named(situation.rulebook, targets))


def silence(
    situation: Situation, targets: str | tuple[str, ...] | list[str] = (), engine: Engine | None = None
) -> Silence:
    """What each recommendation lacks that is not given; `targets` as of `advise`.

    Raises:
        UnknownNameError: if no recommendation can be for one of `targets`; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return silence_report(_evaluated(situation, engine), targets_named(situation.rulebook, targets))


def audit(situation: Situation, rule: str = "", engine: Engine | None = None) -> Audit:
    """Every firing in order; with `rule`, the firings of that rule.

    Raises:
        UnknownNameError: if there is no such rule; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return answers.audited(_evaluated(situation, engine), rule)


def diff(
    before: Situation,
    after: Situation,
    targets: str | tuple[str, ...] | list[str] = (),
    engine: Engine | None = None,
) -> Difference:
    """What changes in the advice from one situation to another, or from one rulebook to another; `targets` as of `advise`.

    Raises:
        UnknownNameError: if no recommendation can be for one of `targets`; the message offers the nearest.
        EngineError: if the engine refuses a rulebook or fails.
    """
    return difference(Advised.of(before, targets, engine), Advised.of(after, targets, engine))


def flips(
    situation: Situation,
    name: str = "",
    targets: str | tuple[str, ...] | list[str] = (),
    engine: Engine | None = None,
) -> Flipped | Hinges:
    """All smallest sets of changes that turn what `name` asks for; without a name, what each recommendation hangs on.

    What takes a solver that cannot be imported is put aside as `unanswered`.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    evaluation, kept_to = _evaluated(situation, engine), targets_named(situation.rulebook, targets)
    return flip_answers.flipped(evaluation, name, kept_to) if name else flip_answers.hinges(evaluation, kept_to)


def robust(
    situation: Situation, targets: str | tuple[str, ...] | list[str] = (), engine: Engine | None = None
) -> Robust:
    """For each recommendation, whether it stands whatever is told of what is open.

    What takes a solver that cannot be imported is put aside as `unanswered`.

    Raises:
        UnknownNameError: if there is nobody of that name; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return robust_answers.robust(_evaluated(situation, engine), targets_named(situation.rulebook, targets))


def sources(
    situation: Situation, targets: str | tuple[str, ...] | list[str] = (), engine: Engine | None = None
) -> Sources:
    """What the advice would lose if a source were withdrawn or wrong, source by source, and each weakest link.

    Raises:
        UnknownNameError: if there is nobody of that name; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return source_answers(_evaluated(situation, engine), targets_named(situation.rulebook, targets))


def ask(situation: Situation, targets: str | tuple[str, ...] | list[str] = (), engine: Engine | None = None) -> Asked:
    """The open questions that would change the advice, what settles most first.

    Raises:
        UnknownNameError: if there is nobody of that name; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return ask_answers.ask(_evaluated(situation, engine), targets_named(situation.rulebook, targets))


def board_on(situation: Situation, engine: Engine | None = None) -> Board:
    """The situation as the board of its rulebook: who leads on each square, what moves, what to do, what to ask.

    Raises:
        UnknownNameError: if the rulebook describes no board.
        RulebookError: if its description has mistakes.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return board_of(_evaluated(situation, engine), plan_or_error(situation.rulebook))


def check_rulebook(folder: str | Path | None = None) -> Checked:
    """Everything that can be found wrong with a rulebook, which is named as for `load_rulebook`."""
    where = folder_of(folder)
    return Checked(str(where), check(where)[1])


def cover(rulebook: Rulebook) -> ReportCoverage:
    """How much of its report a rulebook carries."""
    return report_coverage(rulebook)


def with_thresholds(rulebook: Rulebook, values: Mapping[str, int | float | Decimal]) -> Rulebook:
    """The rulebook with other thresholds: `situation.under` it gives other advice, which says so.

    Raises:
        RulebookError: for a threshold that does not exist, or a value that its slot cannot have.
    """
    reading = Reading("RB")
    found: dict[str, Decimal] = {}
    for name, value in values.items():
        place = Place("parameters")
        node = read_python(reading, value, place)
        number = NUMBER.read(reading, node, f"the threshold '{name}'") if node is not None else None
        if number is not None:
            found[name] = number
    if reading.findings:
        raise RulebookError(reading.findings)
    return with_parameters(rulebook, found)


def _evaluated(situation: Situation, engine: Engine | None) -> Evaluation:
    return evaluate(situation.rulebook, situation, engine or default_engine())
