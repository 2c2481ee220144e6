"""Which conditions of a rulebook look at a fact, and whether what is known of it moved anything.

A told fact is used if a rule fired on it, if it decided what became of a firing, if it kept a rule from firing, if it
tempers what is shown, or if it says how far a recommendation is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.advice.conditions import Conditions
from dragoman.advice.evaluate import Evaluation
from dragoman.advice.standing import status
from dragoman.advice.support import Support
from dragoman.engines.model import Status
from dragoman.program.forms import Literal, ProgramRule
from dragoman.program.normal import literal
from dragoman.rulebook.forms import Atom, Mode, Recommendation, RecommendationStatus, Rule
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Known
from dragoman.values.kind import Truth

MAX_JOINS = 20_000
"""So many ways to meet the conditions of rules are tried; beyond, a fact that might hold one back counts as used."""


@dataclass(slots=True)
class Looks:
    """The conditions that look at one fact type: filled in one pass over the rulebook, read-only afterwards."""

    when: list[Literal] = field(default_factory=list)
    unless: list[tuple[ProgramRule, Literal]] = field(default_factory=list)
    tempered_by: list[tuple[Rule, Literal]] = field(default_factory=list)
    under_way_when: list[tuple[Recommendation, Literal]] = field(default_factory=list)
    complete_when: list[tuple[Recommendation, Literal]] = field(default_factory=list)

    @property
    def is_nobody(self) -> bool:
        """Whether no condition looks at it."""
        return not (self.when or self.unless or self.tempered_by or self.under_way_when or self.complete_when)


class Readers:
    """The conditions of a rulebook by the fact type that they look at, held against one evaluation."""

    def __init__(self, evaluation: Evaluation, support: Support) -> None:
        self.evaluation, self.support = evaluation, support
        self._left = MAX_JOINS

    def used(self) -> set[Atom]:
        """The atoms that rules fired on, and those told that decided what became of a firing."""
        found: set[Atom] = set()
        for firing in self.evaluation.model.firings:
            found.update(firing.premises)
            if firing.status is not Status.GIVES:
                found.add(firing.conclusion)
            if absences := self.support.told_absences(firing):
                found.update([atom for _, atom, _ in absences])
        return found

    def looks(self, fact: str) -> Looks:
        """What looks at facts of that type."""
        return self._looks[fact]

    @cached_property
    def _conditions(self) -> Conditions:
        return Conditions(self.evaluation, self.support)

    @cached_property
    def _looks(self) -> Mapping[str, Looks]:
        rulebook, found = self.evaluation.rulebook, defaultdict[str, Looks](Looks)
        for made in self.evaluation.program.rules:
            for lit in made.when:
                found[lit.fact.name].when.append(lit)
            for lit in made.unless:
                found[lit.fact.name].unless.append((made, lit))
        for rule in rulebook.rules.values():
            for condition in rule.tempered_by:
                found[condition.pattern.fact].tempered_by.append((rule, literal(rulebook, condition)))
        for template in rulebook.recommendations.values():
            for condition in template.under_way_when:
                found[condition.pattern.fact].under_way_when.append((template, literal(rulebook, condition)))
            for condition in template.complete_when:
                found[condition.pattern.fact].complete_when.append((template, literal(rulebook, condition)))
        return found

    def meets_a_condition(self, known: Known) -> bool:
        """Whether what is known meets a condition, or is what an `unless` speaks of, whatever else a rule needs."""
        looks = self.looks(known.atom.fact)
        unless = (lit for _, lit in looks.unless)
        others = (lit for _, lit in (*looks.tempered_by, *looks.under_way_when, *looks.complete_when))
        return any(
            next(_bindings(lit, known.atom), None) is not None
            and answer(lit.fact, known, lit.test).truth in (Truth.TRUE, Truth.FALSE)
            for lit in unless
        ) or any(next(_met(lit, known, {}), None) is not None for lit in (*looks.when, *others))

    def moves_something(self, known: Known) -> bool:
        """Whether it tempers what was concluded, says how far advice is, or keeps a rule from firing."""
        return self._tempers(known) or self._is_under_way(known) or self._completes(known) or self._holds_back(known)

    def _tempers(self, known: Known) -> bool:
        wanted = {rule.id for rule, _ in self.looks(known.atom.fact).tempered_by}
        firings = [f for f in self.evaluation.model.firings if f.rule in wanted] if wanted else []
        return any(
            next(_met(lit, known, dict(firing.bindings)), None) is not None
            for rule, lit in self.looks(known.atom.fact).tempered_by
            for firing in firings
            if firing.rule == rule.id and firing.status is Status.GIVES
        )

    def _is_under_way(self, known: Known) -> bool:
        facts, true = self.evaluation.rulebook.facts, self.support.absences.true
        return any(
            next(_met(lit, known, _slots(facts[template.id].key_names, atom)), None) is not None
            for template, lit in self.looks(known.atom.fact).under_way_when
            for atom in true.get(template.id, ())
        )

    def _completes(self, known: Known) -> bool:
        """Whether it is what advice that is under way needs to be complete, or was told instead of it."""
        facts, true = self.evaluation.rulebook.facts, self.support.absences.true
        return any(
            next(_bindings(lit, known.atom, _slots(facts[template.id].key_names, atom)), None) is not None
            and status(self._conditions, template, atom) is RecommendationStatus.UNDER_WAY
            for template, lit in self.looks(known.atom.fact).complete_when
            for atom in true.get(template.id, ())
        )

    def _holds_back(self, known: Known) -> bool:
        for rule, lit in self.looks(known.atom.fact).unless:
            truth = answer(lit.fact, known, lit.test).truth
            if truth is (Truth.FALSE if lit.mode is Mode.NOT_DENIED else Truth.TRUE):
                for binding in _bindings(lit, known.atom):
                    if self._could_fire(rule.when, binding):
                        return True
        return False

    def _could_fire(self, when: tuple[Literal, ...], binding: Mapping[str, str]) -> bool:
        """Whether all of `when` is met by something under `binding`."""
        waiting: list[tuple[int, Mapping[str, str]]] = [(0, binding)]
        while waiting:
            number, bound = waiting.pop()
            if number == len(when) or self._left <= 0:
                return True
            for further in self._ways(when[number], bound):
                self._left -= 1
                waiting.append((number + 1, further))
        return False

    def _ways(self, lit: Literal, binding: Mapping[str, str]) -> Iterator[dict[str, str]]:
        """The bindings under which a condition of `when` is met."""
        if lit.mode is Mode.HOLDS and lit.fact.value is None:
            for atom in self.support.absences.true.get(lit.fact.name, ()):
                yield from _bindings(lit, atom, binding)
        else:
            for known in self.evaluation.evidence.by_fact.get(lit.fact.name, ()):
                yield from _met(lit, known, binding)


def _bindings(lit: Literal, atom: Atom, binding: Mapping[str, str] | None = None) -> Iterator[dict[str, str]]:
    """The bindings under which a condition speaks of `atom`."""
    for key in lit.keys(atom.key):
        found = lit.matches(key, binding or {})
        if found is not None:
            yield found


def _met(lit: Literal, known: Known, binding: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The bindings under which what was told meets a condition."""
    if answer(lit.fact, known, lit.test).truth is (Truth.FALSE if lit.mode is Mode.DENIED else Truth.TRUE):
        yield from _bindings(lit, known.atom, binding)


def _slots(names: tuple[str, ...], atom: Atom) -> dict[str, str]:
    return {name: value for name, value in zip(names, atom.key, strict=True) if value is not None}
