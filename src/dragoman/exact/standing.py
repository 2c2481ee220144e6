"""How each condition of an instance stands: held, failed, unknown or disputed, and through what.

    Standings(evaluation).when(literal), .unless(group) -> Cause -> Verdict

A condition fails only where something was told or concluded against it. Nothing told, something too doubtful to count
and something that has expired leave it unknown, each for a reason of its own. The answers are those of
:func:`dragoman.situation.answers.answer` and of the model; nothing is decided here.
"""

from __future__ import annotations

from enum import Enum

from dragoman.advice.evaluate import Evaluation
from dragoman.program.ground import Ground
from dragoman.rulebook.forms import Atom, FactType, Mode, Origin
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Evidence, Known
from dragoman.values.kind import Test, Truth


class Verdict(Enum):
    """How a condition stands."""

    HELD = "held"
    FAILED = "failed"
    """Something that was told or concluded is against it."""
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


class Cause(Enum):
    """Why it stands so."""

    HOLDS = "holds"
    TOLD_FALSE = "told not so"
    TOLD_TRUE = "told the contrary"
    """That it is so, where the rule wants it denied."""
    OTHER_VALUE = "told otherwise"
    """A value that does not pass the test."""
    IN_THE_WAY = "stands in the way"
    """A condition of `unless` that holds."""
    NEVER_TOLD = "never told"
    NOT_CONCLUDED = "does not follow"
    """No rule concludes it, and nobody told it."""
    DOUBTFUL = "too doubtful to count"
    NOT_IN_FORCE = "no longer counts"
    """All that was said of it is history: expired, or dated after the situation."""
    LEFT_OPEN = "left open"
    """A value was told, which could pass the test or not."""
    DISPUTED = "disputed"

    @property
    def verdict(self) -> Verdict:
        """What it comes to."""
        return _VERDICTS.get(self, Verdict.UNKNOWN)


_VERDICTS = {
    Cause.HOLDS: Verdict.HELD,
    Cause.DISPUTED: Verdict.DISPUTED,
    **dict.fromkeys((Cause.TOLD_FALSE, Cause.TOLD_TRUE, Cause.OTHER_VALUE, Cause.IN_THE_WAY), Verdict.FAILED),
}
_HOLDS_BACK = {
    Mode.ABSENT: (Truth.TRUE, Truth.DISPUTED),
    Mode.NOT_TOLD: (Truth.TRUE, Truth.DISPUTED),
    Mode.NOT_DENIED: (Truth.FALSE, Truth.DISPUTED),
}


class Standings:
    """How the conditions of one ground program stand in one evaluation; each is looked at once."""

    def __init__(self, evaluation: Evaluation, ground: Ground) -> None:
        self.evaluation, self.ground = evaluation, ground
        self._when: dict[int, Cause] = {}
        self._unless: dict[int, Cause] = {}

    def when(self, literal: int) -> Cause:
        """How a condition of `when` stands, by the number of its ground literal."""
        found = self._when.get(literal)
        if found is None:
            mode, proposition = self.ground.literals[literal]
            atom, test = self.ground.propositions[proposition]
            found = self._when[literal] = _cause(self.evaluation, mode, atom, test)
        return found

    def unless(self, group: int) -> Cause:
        """How a condition of `unless` stands, by the number of its group."""
        found = self._unless.get(group)
        if found is None:
            found = self._unless[group] = self._of_group(group)
        return found

    def _of_group(self, group: int) -> Cause:
        obstacles = [self.obstacle(literal) for literal in self.ground.groups[group]]
        if Cause.IN_THE_WAY in obstacles:
            return Cause.IN_THE_WAY
        return Cause.DISPUTED if Cause.DISPUTED in obstacles else Cause.HOLDS

    def obstacle(self, literal: int) -> Cause:
        """How one ground literal of an `unless` stands: in the way, disputed, or not there."""
        mode, proposition = self.ground.literals[literal]
        atom, test = self.ground.propositions[proposition]
        return obstacle(self.evaluation, mode, atom, test)


def obstacle(evaluation: Evaluation, mode: Mode, atom: Atom, test: Test | None) -> Cause:
    """Whether one atom holds a rule back through its `unless`: in the way, disputed, or `HOLDS` where it does not."""
    truth = answer(evaluation.rulebook.facts[atom.fact], evaluation.evidence.of(atom), test).truth
    if mode is Mode.ABSENT and truth is Truth.UNKNOWN and test is None and atom in evaluation.model.true:
        return Cause.IN_THE_WAY
    if truth not in _HOLDS_BACK[mode]:
        return Cause.HOLDS
    return Cause.DISPUTED if truth is Truth.DISPUTED else Cause.IN_THE_WAY


def cause_of(fact: FactType, known: Known | None, truth: Truth) -> Cause:
    """Why what was told of an atom leaves a condition unknown, or disputed."""
    if truth is Truth.DISPUTED:
        return Cause.DISPUTED
    if known is not None:
        if known.firm:
            return Cause.LEFT_OPEN
        if known.doubtful:
            return Cause.DOUBTFUL
        if known.lost:
            return Cause.NOT_IN_FORCE
    return Cause.NEVER_TOLD if fact.origin is Origin.TOLD else Cause.NOT_CONCLUDED


def _cause(evaluation: Evaluation, mode: Mode, atom: Atom, test: Test | None) -> Cause:
    fact, evidence = evaluation.rulebook.facts[atom.fact], evaluation.evidence
    if mode is Mode.HOLDS and fact.value is None and atom in evaluation.model.true:
        return Cause.HOLDS
    return _told(fact, mode, evidence, atom, test)


def _told(fact: FactType, mode: Mode, evidence: Evidence, atom: Atom, test: Test | None) -> Cause:
    known = evidence.of(atom)
    truth = answer(fact, known, test).truth
    if mode is Mode.DENIED:
        if truth is Truth.FALSE:
            return Cause.HOLDS
        if truth is Truth.TRUE:
            return Cause.TOLD_TRUE
        cause = cause_of(fact, known, truth)
        return Cause.NEVER_TOLD if cause is Cause.NOT_CONCLUDED else cause
    if truth is Truth.TRUE:
        return Cause.HOLDS
    if truth is Truth.FALSE:
        return Cause.TOLD_FALSE if fact.value is None else Cause.OTHER_VALUE
    return cause_of(fact, known, truth)
