"""The one function that answers a condition: true, false, unknown or disputed.

Without a value slot an atom is what its firm statements say. With one, the kind of the value judges what all firm
statements in force leave together (:meth:`dragoman.values.kind.ValueKind.verdict`); a condition without a test wants a
value told. The answer is as firm as the statements that decide it.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.form import form
from dragoman.rulebook.forms import FactType
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.evidence import Known
from dragoman.situation.forms import Statement
from dragoman.values.kind import Stated, Test, Truth


@form
class Answer:
    """What is known of a condition, and how firmly."""

    truth: Truth
    likelihood: Likelihood = Likelihood.UNHEDGED
    """Of `true` or `false`; means nothing otherwise."""


UNKNOWN = Answer(Truth.UNKNOWN)


def answer(fact: FactType, known: Known | None, test: Test | None) -> Answer:
    """Whether what is known of an atom passes `test`; without a value slot, whether it is so."""
    if known is None or not known.firm:
        return UNKNOWN
    if fact.value is None:
        return _plain(known)
    verdict = fact.value.kind.verdict(stated(known), test)
    groups = (_best(known.firm[number] for number in group) for group in verdict.grounds)
    return Answer(verdict.truth, min(groups, default=Likelihood.UNHEDGED))


def stated(known: Known) -> tuple[Stated, ...]:
    """The firm statements on a value."""
    return tuple(Stated(s.said.holds, s.said.value) for s in known.firm)


def is_disputed(fact: FactType, known: Known) -> bool:
    """Whether the firm statements in force contradict each other."""
    return known.truth is Truth.DISPUTED if fact.value is None else fact.value.kind.is_disputed(stated(known))


def _plain(known: Known) -> Answer:
    truth = known.truth
    if truth is Truth.TRUE or truth is Truth.FALSE:
        return Answer(truth, _best(known.firm))  # all of which are on one side
    return Answer(truth)


def _best(statements: Iterable[Statement]) -> Likelihood:
    return max((s.said.likelihood for s in statements), default=Likelihood.UNHEDGED)
