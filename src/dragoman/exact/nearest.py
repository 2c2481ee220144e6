"""Which rules come nearest to a conclusion that is not given, and under which values of their variables.

    Grounded -> Nearness(evaluation).rules(atom) -> Near, Near, ...       nearest first

Every instance of the ground program that concludes the atom is looked at, so nothing nearer is missed. Of each rule the
instances with the fewest failing conditions are kept, then those with the fewest failing numbers, then those against
which least was told. Instances that differ only in variables that the conclusion and what holds leave open are one,
and these variables are *open*: any of the values would do.

Rules stand in this order: by failing conditions, then by failing numbers, the report's own before those beyond it, by
rank (those without one last), by their place.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dragoman.advice.evaluate import Evaluation
from dragoman.engines.absence import Absences
from dragoman.engines.likelihoods import by_fact
from dragoman.errors import Place
from dragoman.exact.standing import Cause, Standings, Verdict, obstacle
from dragoman.form import form
from dragoman.program.forms import Literal, Program, ProgramRule
from dragoman.program.ground import Ground, Instance, ground_of
from dragoman.rulebook.forms import Atom, Mode, Rule, Variable
from dragoman.situation.evidence import sort_key
from dragoman.values.kind import Test


class Grounded:
    """A ground program by what its instances conclude and by what its propositions speak of."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.giving: dict[Atom, list[int]] = {}
        """The instances that conclude an atom, by number."""
        self.concluded: dict[str, dict[Atom, None]] = {}
        """By fact type, all that rules can conclude."""
        for number, instance in enumerate(ground.instances):
            for proposition in instance.then:
                atom = ground.propositions[proposition].atom
                self.giving.setdefault(atom, []).append(number)
                self.concluded.setdefault(atom.fact, {})[atom] = None

    @cached_property
    def asked(self) -> Mapping[Atom, Mapping[Test | None, frozenset[Mode]]]:
        """Of each atom, the tests that conditions put to it, and in which modes."""
        found: dict[Atom, dict[Test | None, set[Mode]]] = {}
        for mode, number in self.ground.literals:
            atom, test = self.ground.propositions[number]
            found.setdefault(atom, {}).setdefault(test, set()).add(mode)
        return {atom: {test: frozenset(modes) for test, modes in tests.items()} for atom, tests in found.items()}


_KEPT: deque[Grounded] = deque(maxlen=4)


def grounded(program: Program) -> Grounded:
    """The ground program of a program: of the last few the same again.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    ground = ground_of(program)
    for kept in tuple(_KEPT):
        if kept.ground is ground:
            return kept
    _KEPT.append(made := Grounded(ground))
    return made


class Distance(NamedTuple):
    """How far an instance is from firing; compared from the first field on."""

    failing: int
    """Conditions that do not hold, those of `unless` included."""
    numbers: int
    """How many of them are numbers that were told and do not pass."""
    against: int
    """How many of them fail, or are disputed, and are not merely unknown."""


@form
class Near:
    """One rule that could give a conclusion, under its best bindings."""

    rule: ProgramRule
    distance: Distance
    instances: tuple[Instance, ...]
    """Those that come nearest in one and the same way: they differ in the open variables only."""
    causes: tuple[Cause, ...]
    """Of each condition of `when`, how it stands in all of `instances`."""
    open: Mapping[str, tuple[str, ...]]
    """The variables that are open, each with the values that would do as well as each other."""
    others: int
    """How many other ways there are that come as near."""

    @property
    def binding(self) -> Mapping[str, str]:
        """The values of the first instance."""
        return dict(zip(self.rule.variables, self.instances[0].values, strict=True))


class Barred(NamedTuple):
    """One condition of `unless`."""

    literal: Literal
    cause: Cause
    obstacles: Mapping[Atom, Cause]
    """What is in the way, or disputed."""


class Nearness:
    """Finds the nearest rules in one evaluation."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.grounded = grounded(evaluation.program)
        self.ground = self.grounded.ground
        self.standings = Standings(evaluation, self.ground)
        self._rules: dict[Atom, tuple[Near, ...]] = {}

    def rules(self, atom: Atom) -> tuple[Near, ...]:
        """The rules that could give `atom`, nearest first; none if no rule concludes it."""
        if atom not in self._rules:
            by_rule: dict[int, list[Instance]] = {}
            for number in self.grounded.giving.get(atom, ()):
                instance = self.ground.instances[number]
                by_rule.setdefault(instance.rule, []).append(instance)
            found = [self._near(rule, instances, atom) for rule, instances in by_rule.items()]
            self._rules[atom] = tuple(sorted(found, key=self._order))
        return self._rules[atom]

    def alone(self, instance: Instance) -> Near:
        """One instance, all of whose variables are bound."""
        causes = tuple(self.standings.when(literal) for literal in instance.when)
        return Near(self.ground.program.rules[instance.rule], self.distance(instance), (instance,), causes, {}, 0)

    def barriers(self, near: Near) -> Iterator[Barred]:
        """How each condition of `unless` stands, and what stands in its way."""
        binding = near.binding
        for literal in near.rule.unless:
            atoms = sorted(set(self._absences.obstacles(literal, binding)), key=sort_key)
            found = {atom: obstacle(self.evaluation, literal.mode, atom, literal.test) for atom in atoms}
            is_in_the_way = Cause.IN_THE_WAY in found.values()
            cause = Cause.IN_THE_WAY if is_in_the_way else Cause.DISPUTED if found else Cause.HOLDS
            yield Barred(literal, cause, found)

    @cached_property
    def _absences(self) -> Absences:
        return Absences(self.evaluation.evidence, by_fact(self.evaluation.model.true))

    def distance(self, instance: Instance) -> Distance:
        """How far an instance is from firing."""
        causes = [self.standings.when(literal) for literal in instance.when]
        causes += [self.standings.unless(group) for group in instance.unless]
        failing = [cause for cause in causes if cause is not Cause.HOLDS]
        return Distance(
            len(failing),
            sum(cause is Cause.OTHER_VALUE for cause in failing),
            sum(cause.verdict is not Verdict.UNKNOWN for cause in failing),
        )

    def order(self, rule: Rule) -> tuple[bool, bool, int, Place]:
        """Where a rule stands among those that are as near."""
        return rule.beyond_report, not rule.rank, rule.rank, rule.place

    def _order(self, near: Near) -> tuple[object, ...]:
        return *near.distance[:2], *self.order(self.evaluation.rulebook.rules[near.rule.id])

    def _near(self, number: int, instances: Sequence[Instance], atom: Atom) -> Near:
        rule = self.ground.program.rules[number]
        measured = [(self.distance(instance), instance) for instance in instances]
        least = min(distance for distance, _ in measured)
        ways: dict[tuple[object, ...], list[Instance]] = {}
        for distance, instance in measured:
            if distance == least:
                ways.setdefault(self._way(rule, instance, atom), []).append(instance)
        first, *others = ways.values()
        causes = tuple(self.standings.when(literal) for literal in first[0].when)
        return Near(rule, least, tuple(first), causes, _open(rule, first), len(others))

    def _way(self, rule: ProgramRule, instance: Instance, atom: Atom) -> tuple[object, ...]:
        """What instances have in common that come near in one way: how they stand, and all but the open variables."""
        causes = tuple(self.standings.when(literal) for literal in instance.when)
        against = tuple(self.standings.unless(group) for group in instance.unless)
        fixed = set(_concluding(rule, atom))
        told = []
        for literal, number, cause in zip(rule.when, instance.when, causes, strict=True):
            if cause not in _NOTHING_SAID:
                fixed.update(term.name for term in literal.terms if isinstance(term, Variable))
                told.append(number)
        values = tuple(v for name, v in zip(rule.variables, instance.values, strict=True) if name in fixed)
        blocked = tuple(g for g, cause in zip(instance.unless, against, strict=True) if cause is not Cause.HOLDS)
        return causes, blocked, values, tuple(told)


_NOTHING_SAID = frozenset({Cause.NEVER_TOLD, Cause.NOT_CONCLUDED})


def _concluding(rule: ProgramRule, atom: Atom) -> Iterable[str]:
    """The variables of the conclusions of this type."""
    for conclusion in rule.then:
        if conclusion.fact.name == atom.fact:
            yield from (term.name for term in conclusion.terms if isinstance(term, Variable))


def _open(rule: ProgramRule, instances: Sequence[Instance]) -> Mapping[str, tuple[str, ...]]:
    """The variables in which instances differ, with their values in order."""
    found = {
        name: tuple(dict.fromkeys(instance.values[place] for instance in instances))
        for place, name in enumerate(rule.variables)
    }
    return {name: values for name, values in found.items() if len(values) > 1}
