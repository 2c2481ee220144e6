"""What the cases try of a rulebook: does each rule fire, and does each condition decide?

Of every condition two things are to be seen. It *holds*: the rule fires with it. It *decides*: all else
that the rule asks for is so, and the rule does not fire because of this condition alone. (That a condition fails
together with everything else, as in a situation without facts, shows nothing of it.) An `unless` decides
where it alone holds the rule back; a `tempered_by` decides nothing, it is to be seen beside the
conclusion, and the conclusion without it.
Source of the method: modified condition/decision coverage (Chilenski and Miller 1994).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.advice.evaluate import Evaluation
from dragoman.coverage.matching import Matching, completed
from dragoman.form import form
from dragoman.program.forms import Binding, Literal, ProgramRule
from dragoman.program.normal import literal
from dragoman.rulebook.forms import Condition, Rule, Rulebook


@dataclass(slots=True)
class Seen:
    """One condition, and the first case that showed it each way; empty if none did."""

    section: str
    """`when`, `unless` or `tempered by`."""
    condition: Condition
    holds: str = ""
    """Of `unless`: it does not hold the rule back."""
    decides: str = ""
    """Of `tempered by`: the rule fires without it."""


@dataclass(slots=True)
class RuleTrial:
    """One rule, and what the cases showed of it."""

    rule: Rule
    fired: str = ""
    """The first case in which it fired."""
    conditions: list[Seen] = field(default_factory=list)

    @property
    def goals(self) -> tuple[str, ...]:
        """One entry for each thing to be seen: the case that showed it, or nothing."""
        return self.fired, *(case for seen in self.conditions for case in (seen.holds, seen.decides))


@form
class Trial:
    """A rulebook under its cases."""

    rules: tuple[RuleTrial, ...]

    @property
    def seen(self) -> int:
        """How many of the things to be seen were seen."""
        return sum(bool(case) for rule in self.rules for case in rule.goals)

    @property
    def wanted(self) -> int:
        """How many things are to be seen."""
        return sum(len(rule.goals) for rule in self.rules)

    @property
    def percent(self) -> float:
        """The share that was seen; all of nothing is 100."""
        return 100 * self.seen / self.wanted if self.wanted else 100.0


def trial(rulebook: Rulebook, evaluations: Iterable[tuple[str, Evaluation]]) -> Trial:
    """What the evaluated cases, each with its name, show of the rules."""
    rules = [
        RuleTrial(
            rule,
            conditions=[
                *(Seen("when", condition) for condition in rule.when),
                *(Seen("unless", condition) for condition in rule.unless),
                *(Seen("tempered by", condition) for condition in rule.tempered_by),
            ],
        )
        for rule in rulebook.rules.values()
    ]
    for case, evaluation in evaluations:
        matching = Matching(evaluation.evidence, evaluation.model.true)
        in_program = {rule.id: rule for rule in evaluation.program.rules}
        fired = {firing.rule: firing for firing in evaluation.model.firings}
        for tried in rules:
            if not all(tried.goals):
                _look(tried, case, _View(evaluation, matching, in_program[tried.rule.id]), tried.rule.id in fired)
    return Trial(tuple(rules))


@form
class _View:
    """One rule in one evaluated case."""

    evaluation: Evaluation
    matching: Matching
    rule: ProgramRule

    def literal(self, condition: Condition) -> Literal:
        return literal(self.evaluation.rulebook, condition)

    def without(self, number: int) -> Iterator[Binding]:
        """The bindings for which all holds but the condition of that number in `when`."""
        rest = (*self.rule.when[:number], *self.rule.when[number + 1 :])
        ranges = self.evaluation.rulebook.rules[self.rule.id].ranges
        for binding, _ in self.matching.bindings(rest, {}):
            for whole in completed(binding, self.rule.variables, ranges):
                if not self.matching.holds(self.rule.when[number], whole) and not self.held_back(whole):
                    yield whole

    def held_back(self, binding: Binding, but: int = -1) -> bool:
        """Whether an `unless` holds the rule back, one of them left aside."""
        return any(
            self.matching.holds_back(withdrawal, binding)
            for number, withdrawal in enumerate(self.rule.unless)
            if number != but
        )

    def satisfied(self) -> Iterator[Binding]:
        """The bindings for which all of `when` holds."""
        for binding, _ in self.matching.bindings(self.rule.when, {}):
            yield binding


def _look(tried: RuleTrial, case: str, view: _View, is_fired: bool) -> None:
    tried.fired = tried.fired or (case if is_fired else "")
    for number, seen in _numbered(tried, "when"):
        seen.holds = seen.holds or (case if is_fired else "")
        if not seen.decides and next(view.without(number), None) is not None:
            seen.decides = case
    for number, seen in _numbered(tried, "unless"):
        seen.holds = seen.holds or (case if is_fired else "")
        if not seen.decides and _withdraws(view, number):
            seen.decides = case
    if is_fired:
        _look_beside(tried, case, view)


def _withdraws(view: _View, number: int) -> bool:
    return any(
        view.matching.holds_back(view.rule.unless[number], binding) and not view.held_back(binding, but=number)
        for binding in view.satisfied()
    )


def _look_beside(tried: RuleTrial, case: str, view: _View) -> None:
    beside = _numbered(tried, "tempered by")
    if all(seen.holds and seen.decides for _, seen in beside):
        return
    for binding in view.satisfied():
        if view.held_back(binding):
            continue
        for _, seen in beside:
            if view.matching.holds(view.literal(seen.condition), binding):
                seen.holds = seen.holds or case
            else:
                seen.decides = seen.decides or case


def _numbered(tried: RuleTrial, section: str) -> list[tuple[int, Seen]]:
    return list(enumerate(seen for seen in tried.conditions if seen.section == section))
