"""What a Python program asks: from a situation straight to an answer, whose `to_dict` is its JSON form.

The command line asks the same of the layers below, where it needs parts of them. Whatever is given, nothing leaves but an
answer or a :class:`~dragoman.errors.DragomanError`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, overload

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.board.forms import Board
from dragoman.board.plan import plan_or_error
from dragoman.board.play import board_of
from dragoman.engines.model import Engine
from dragoman.engines.select import default_engine
from dragoman.errors import DragomanError
from dragoman.exact import ask_answers, flip_answers, robust_answers, threshold_answers
from dragoman.exact.change_forms import Asked, Flipped, Hinges, Robust, Sources, Threshold
from dragoman.exact.change_words import ChangeWords
from dragoman.exact.difference import Advised, difference
from dragoman.exact.difference_forms import Difference
from dragoman.exact.machine import machine_of
from dragoman.exact.silence import silence_report
from dragoman.exact.source_answers import source_answers
from dragoman.exact.what_if import supposed
from dragoman.exact.why_not import why_not as explain_why_not
from dragoman.exact.why_not import why_or_why_not
from dragoman.exact.why_not_forms import Silence, WhyNot
from dragoman.explain import answers
from dragoman.explain.answers import Audit, Proofs
from dragoman.library.rulebooks import with_thresholds
from dragoman.papers.gather import brief_of
from dragoman.papers.write import form_named, written
from dragoman.rulebook.lookup import targets_named
from dragoman.situation.forms import Situation
from dragoman.situation.python_facts import Fact
from dragoman.source.nodes import shorten


def why(situation: Situation, name: str, targets: str | Sequence[str] = (), engine: Engine | None = None) -> Proofs:
    """The proofs of what `name` asks for: a fact type, or one with slots as in a file; `targets` as of `advise`.

    Where nothing of it holds, they say why not.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return why_or_why_not(_evaluated(situation, engine), name, targets_named(situation.rulebook, targets))


def why_not(situation: Situation, name: str, targets: str | Sequence[str] = (), engine: Engine | None = None) -> WhyNot:
    """Why what `name` asks for does not hold, and what would have to be told for it; arguments as of `why`.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return explain_why_not(_evaluated(situation, engine), name, targets_named(situation.rulebook, targets))


def silence(situation: Situation, targets: str | Sequence[str] = (), engine: Engine | None = None) -> Silence:
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
    targets: str | Sequence[str] = (),
    engine: Engine | None = None,
) -> Difference:
    """What changes in the advice from one situation to another, or from one rulebook to another; `targets` as of `advise`.

    Raises:
        UnknownNameError: if no recommendation can be for one of `targets`; the message offers the nearest.
        EngineError: if the engine refuses a rulebook or fails.
    """
    return difference(Advised.of(before, targets, engine), Advised.of(after, targets, engine))


def what_if(
    situation: Situation,
    told: str | Fact | Iterable[str | Fact] = (),
    without: str | Fact | Iterable[str | Fact] = (),
    thresholds: Mapping[str, int | float | Decimal] | None = None,
    targets: str | Sequence[str] = (),
    engine: Engine | None = None,
) -> Difference:
    """What would change in the advice without some facts, with others, and with other thresholds.

    A fact is a mapping as `Situation.tell` takes it, or what a file has in one line, `debt: {debtor: a, percent: 50}`;
    one of `without` may leave slots out, which then stand for any value. `targets` as of `advise`.

    Raises:
        SituationError: with the mistakes in what is told and taken back; also if nothing was told that is taken back.
        RulebookError: for a threshold that does not exist, or a value that its slot cannot have.
        UnknownNameError: if no recommendation can be for one of `targets`; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    (more, more_facts), (less, less_facts) = _texts_and_facts(told), _texts_and_facts(without)
    changed = supposed(situation, without=less)
    changed = changed.forget(*less_facts) if less_facts else changed
    changed = supposed(changed, told=more).tell(*more_facts)
    if thresholds:
        changed = changed.under(with_thresholds(changed.rulebook, thresholds))
    return diff(situation, changed, targets, engine)


@overload
def flips(
    situation: Situation, name: str, targets: str | Sequence[str] = (), engine: Engine | None = None
) -> Flipped: ...


@overload
def flips(
    situation: Situation,
    name: None = None,
    targets: str | Sequence[str] = (),
    engine: Engine | None = None,
) -> Hinges: ...


def flips(
    situation: Situation,
    name: str | None = None,
    targets: str | Sequence[str] = (),
    engine: Engine | None = None,
) -> Flipped | Hinges:
    """All smallest sets of changes that turn what `name` asks for; without a name, what each recommendation hangs on.

    What takes a solver that cannot be imported is put aside as `unanswered`.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    evaluation, kept_to = _evaluated(situation, engine), targets_named(situation.rulebook, targets)
    if name is None:
        return flip_answers.hinges(evaluation, kept_to)
    return flip_answers.flipped(evaluation, name, kept_to)


def robust(situation: Situation, targets: str | Sequence[str] = (), engine: Engine | None = None) -> Robust:
    """For each recommendation, whether it stands whatever is told of what is open.

    What takes a solver that cannot be imported is put aside as `unanswered`.

    Raises:
        UnknownNameError: if there is nobody of that name; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return robust_answers.robust(_evaluated(situation, engine), targets_named(situation.rulebook, targets))


def sources(situation: Situation, targets: str | Sequence[str] = (), engine: Engine | None = None) -> Sources:
    """What the advice would lose if a source were withdrawn or wrong, source by source, and each weakest link.

    Raises:
        UnknownNameError: if there is nobody of that name; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return source_answers(_evaluated(situation, engine), targets_named(situation.rulebook, targets))


def thresholds(
    situation: Situation, targets: str | Sequence[str] = (), engine: Engine | None = None
) -> tuple[Threshold, ...]:
    """The thresholds at some value of which the advice on a situation would be another, each with what that changes.

    All thresholds are in `situation.rulebook.parameters`; `with_thresholds` sets them.

    Raises:
        UnknownNameError: if there is nobody of that name; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    evaluation = _evaluated(situation, engine)
    kept_to = targets_named(situation.rulebook, targets)
    words = ChangeWords(evaluation, machine_of(evaluation.program))
    return threshold_answers.thresholds(evaluation, words, kept_to)


def ask(situation: Situation, targets: str | Sequence[str] = (), engine: Engine | None = None) -> Asked:
    """The open questions that would change the advice, what settles most first.

    Raises:
        UnknownNameError: if there is nobody of that name; the message offers the nearest.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return ask_answers.ask(_evaluated(situation, engine), targets_named(situation.rulebook, targets))


def brief(
    situation: Situation, targets: str | Sequence[str] = (), form: str = "md", engine: Engine | None = None
) -> bytes:
    """A memo of two pages to hand up, with a note under every sentence, as the bytes of a file.

    `form` is `md`, `html`, `json` or `docx`; the text of the first three is UTF-8. `targets` as of `advise`.

    Raises:
        UnknownNameError: if no recommendation can be for one of `targets`; the message offers the nearest.
        DragomanError: if there is no such form, or what writes DOCX is not installed.
        EngineError: if the engine refuses the rulebook or fails.
    """
    wanted = form_named(f"brief.{form}")
    if wanted is None:
        raise DragomanError(f"a memo is written as md, html, json or docx, and not as '{shorten(form)}'")
    return written(
        brief_of(_evaluated(situation, engine), targets_named(situation.rulebook, targets), wanted.lines), wanted
    )


def board_on(situation: Situation, engine: Engine | None = None) -> Board:
    """The situation as the board of its rulebook: who leads on each square, what moves, what to do, what to ask.

    Raises:
        UnknownNameError: if the rulebook describes no board.
        RulebookError: if its description has mistakes.
        EngineError: if the engine refuses the rulebook or fails.
    """
    return board_of(_evaluated(situation, engine), plan_or_error(situation.rulebook))


def _evaluated(situation: Situation, engine: Engine | None) -> Evaluation:
    return evaluate(situation.rulebook, situation, engine or default_engine())


def _texts_and_facts(given: object) -> tuple[list[str], list[Any]]:
    """What stands as text, and what as a mapping; whatever is neither is taken for a fact, and refused as one."""
    found = list(given) if isinstance(given, Iterable) and not isinstance(given, str | Mapping) else [given]
    return [one for one in found if isinstance(one, str)], [one for one in found if not isinstance(one, str)]
