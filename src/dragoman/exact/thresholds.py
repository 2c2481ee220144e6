"""Thresholds that flip: from which value of a parameter on the advice is another.

A condition compares a number that was told with a parameter, so its answer changes only where the parameter passes an
end of what was told. Between two such ends nothing changes; one value there and each end decide for all. So the
ranges are exact, whatever the number of rules.

Two parameters of one value make the same test, which would be moved for both. Therefore the circuit is made of a program
in which every parameter has a value of its own; what is told of a test is asked with the values that are meant.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from dragoman.advice.evaluate import Evaluation
from dragoman.engines.columns.code import evaluate
from dragoman.engines.columns.told import HOLDING, STATES
from dragoman.exact.machine import Machine, machine_of
from dragoman.form import form
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Atom, Parameter, Rulebook, ShownAs
from dragoman.situation.answers import answer
from dragoman.situation.evidence import sort_key
from dragoman.values.kind import Test
from dragoman.values.quantity import FINEST, Range


@form
class Stretch:
    """Values of one parameter that all give the same advice."""

    low: Decimal | None
    """None where the limit of the slot is the end."""
    high: Decimal | None
    holds_low: bool
    """Whether `low` itself is one of them."""
    holds_high: bool
    takes: tuple[Atom, ...]
    """What is shown now and would not be."""
    gives: tuple[Atom, ...]
    """What would be shown and is not now."""

    @property
    def is_as_now(self) -> bool:
        """Whether the advice is the same as with the present value."""
        return not self.takes and not self.gives


@form
class ThresholdRanges:
    """One parameter, and what becomes of the advice over all its values."""

    parameter: Parameter
    stretches: tuple[Stretch, ...]
    """From the smallest values to the largest, one after the other without a gap."""


def threshold_ranges(evaluation: Evaluation) -> tuple[ThresholdRanges, ...]:
    """The parameters at some value of which the advice would be another, in the order of the rulebook."""
    rulebook = evaluation.rulebook
    apart = _Apart(evaluation)
    found = (_ranges(apart, parameter) for parameter in rulebook.parameters.values())
    return tuple(one for one in found if any(not stretch.is_as_now for stretch in one.stretches))


def _ranges(apart: _Apart, parameter: Parameter) -> ThresholdRanges:
    ends = sorted(end for end in apart.ends(parameter.name) if apart.takes(parameter.name, end))
    points = list(_points(ends))
    changes = apart.advice(parameter.name, [value for value, _ in points])
    stretches: list[Stretch] = []
    for (_, where), (takes, gives) in zip(points, changes, strict=True):
        low, high, is_end = where
        if stretches and (stretches[-1].takes, stretches[-1].gives) == (takes, gives):
            stretches[-1] = dataclasses.replace(stretches[-1], high=high, holds_high=is_end)
        else:
            stretches.append(Stretch(low, high, is_end, is_end, takes, gives))
    return ThresholdRanges(parameter, tuple(stretches))


def _points(ends: Sequence[Decimal]) -> Iterator[tuple[Decimal, tuple[Decimal | None, Decimal | None, bool]]]:
    """A value for each end and for each gap between them, with the ends of the gap and whether it is an end itself."""
    for number, end in enumerate(ends):
        before = ends[number - 1] if number else None
        yield (end - FINEST if before is None else (before + end) / 2), (before, end, False)
        yield end, (end, end, True)
    if ends:
        yield ends[-1] + FINEST, (ends[-1], None, False)


class _Apart:
    """The rulebook with a value of its own for each parameter, and the tests that each of them makes."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation, self.rulebook = evaluation, evaluation.rulebook
        self.own = _with_own_values(evaluation.rulebook)
        self.machine: Machine = machine_of(compile_program(self.own))
        self.tests: dict[tuple[str, Test], Test] = dict(self._named())
        """By fact type and test of the circuit, the test by the names of its parameters."""
        self.base = self._inputs(self.rulebook.parameters, range(len(self.machine.code.inputs)))
        self.shown = [
            a for a in self.machine.output if self.rulebook.facts[a.fact].shown_as not in {None, ShownAs.FINDING}
        ]

    def _named(self) -> Iterator[tuple[tuple[str, Test], Test]]:
        for rule in self.own.rules.values():
            for condition in (*rule.when, *rule.unless):
                pattern = condition.pattern
                slot = self.own.facts[pattern.fact].value
                if pattern.test is not None and slot is not None:
                    yield (pattern.fact, slot.kind.resolved(pattern.test, self.own.parameters)), pattern.test

    def takes(self, name: str, value: Decimal) -> bool:
        """Whether a parameter can have a value."""
        slots = (self.rulebook.facts[fact].value for (fact, _), test in self.tests.items() if name in test.parameters)
        return all(slot.kind.takes(value) for slot in slots if slot is not None)

    def ends(self, name: str) -> set[Decimal]:
        """The ends of all that was told and is compared with a parameter."""
        facts = {fact for (fact, _), test in self.tests.items() if name in test.parameters}
        known = self.evaluation.evidence.by_fact
        told = (s.said.value for fact in facts for one in known.get(fact, ()) for s in one.firm)
        return {end for value in told if isinstance(value, Range) for end in (value.low, value.high)}

    def advice(self, name: str, values: Sequence[Decimal]) -> list[tuple[tuple[Atom, ...], tuple[Atom, ...]]]:
        """What of the advice goes and comes with each of some values of a parameter."""
        code, propositions = self.machine.code, self.machine.ground.propositions
        moved = [
            n
            for n, (p, _) in enumerate(code.inputs)
            if name in self._parameters(propositions[p].atom, propositions[p].test)
        ]
        ones = (1 << len(values)) - 1
        columns = [ones if number in self.base else 0 for number in range(len(code.inputs))]
        for world, value in enumerate(values):
            parameter = dataclasses.replace(self.rulebook.parameters[name], value=value)
            on = self._inputs({**self.rulebook.parameters, name: parameter}, moved)
            for number in moved:
                columns[number] = columns[number] | 1 << world if number in on else columns[number] & ~(1 << world)
        true = dict(zip(code.atoms, evaluate(code, columns, ones), strict=True))
        return [self._changes({atom for atom in self.shown if true[atom] >> world & 1}) for world in range(len(values))]

    def _parameters(self, atom: Atom, test: Test | None) -> tuple[str, ...]:
        named = self.tests.get((atom.fact, test)) if test is not None else None
        return named.parameters if named is not None else ()

    def _inputs(self, parameters: Mapping[str, Parameter], numbers: Sequence[int]) -> set[int]:
        """Of some inputs of the circuit those that are on, with these values of the parameters."""
        found: set[int] = set()
        for number in numbers:
            proposition, mode = self.machine.code.inputs[number]
            atom, test = self.machine.ground.propositions[proposition]
            fact, known = self.rulebook.facts[atom.fact], self.evaluation.evidence.of(atom)
            if known is not None and test is not None and fact.value is not None:
                test = fact.value.kind.resolved(self.tests[atom.fact, test], parameters)
            if known is not None and mode in HOLDING[STATES[answer(fact, known, test).truth]]:
                found.add(number)
        return found

    def _changes(self, true: set[Atom]) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
        before = {atom for atom in self.shown if atom in self.evaluation.model.true}
        return tuple(sorted(before - true, key=sort_key)), tuple(sorted(true - before, key=sort_key))


def _with_own_values(rulebook: Rulebook) -> Rulebook:
    """The rulebook with a value for each parameter that no other has; it is for a circuit, and advises nobody."""
    parameters: dict[str, Parameter] = {}
    for number, (name, parameter) in enumerate(rulebook.parameters.items(), start=1):
        parameters[name] = dataclasses.replace(parameter, value=parameter.value + number * FINEST / 1000)
    digest = f"{rulebook.digest}, each parameter apart"
    return dataclasses.replace(rulebook, parameters=parameters, digest=digest)
