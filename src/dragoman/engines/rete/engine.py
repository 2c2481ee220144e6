"""The engine of record: durable_rules fires the rules, with their variables and joins.

Level by level: actions only record, the loop asserts what they conclude. Once the lower levels are
complete, absence facts are asserted for the candidate bindings of the rules with `unless`, and
only then can these fire. So the order of facts, and of rules within a level, never matters.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dragoman.engines.absence import Absences
from dragoman.engines.model import Firing, Model, Status, in_order, status_of, told_true
from dragoman.engines.rete.host import DurableHost, Match
from dragoman.engines.rete.plan import (
    MISSING,
    Json,
    Plan,
    absent_tag,
    bindings,
    equal_property,
    plan,
    refusals,
    test_property,
)
from dragoman.errors import EngineError
from dragoman.program.forms import Program, ProgramRule
from dragoman.rulebook.forms import Atom, FactType, Mode
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Evidence, Known
from dragoman.values.kind import Truth


class ReteEngine:
    """`Engine` on durable_rules. One ruleset for each program, kept for the life of the process."""

    name = "rete (durable_rules)"

    def __init__(self) -> None:
        self._host = DurableHost()
        self._plans: dict[str, Plan] = {}
        self._loading = threading.Lock()

    def run(self, program: Program, evidence: Evidence) -> Model:
        """Fire `program` on `evidence` in a session of its own.

        Raises:
            EngineError: if durable_rules cannot run the program safely, or fails.
        """
        made = self._loaded(program)
        run = _Run(program, evidence, made)
        self._host.session(program.digest, run)
        return Model(frozenset(run.atoms), in_order(run.firings), self.name)

    def _loaded(self, program: Program) -> Plan:
        with self._loading:
            if program.digest not in self._plans:
                for _, message in refusals(program):
                    raise EngineError(message)
                made = plan(program)
                self._host.load(program.digest, made.ruleset)
                self._plans[program.digest] = made
            return self._plans[program.digest]


class _Run:
    """One evaluation."""

    def __init__(self, program: Program, evidence: Evidence, made: Plan) -> None:
        self.program, self.evidence, self.plan = program, evidence, made
        self.atoms: set[Atom] = set(told_true(program, evidence))
        self.by_fact: dict[str, set[Atom]] = {}
        for atom in self.atoms:
            self.by_fact.setdefault(atom.fact, set()).add(atom)
        self.absences = Absences(evidence, self.by_fact)
        self.firings: list[Firing] = []
        self.candidates: dict[str, dict[tuple[tuple[str, str], ...], None]] = {}
        self.facts: list[Atom] = []
        """By number: what the `f` of a durable_rules fact means."""
        self.waiting: deque[Json] = deque()

    def __call__(self, assert_fact: Callable[[Json], list[Match]]) -> None:
        """The loop: told facts first, then absences level by level."""
        for known in self.evidence.known.values():
            self._enqueue_known(known)
        self._drain(assert_fact)
        for level in self.program.levels:
            for rule in self.program.rules:
                if rule.level == level and rule.unless:
                    self.waiting.extend(self._absence_facts(rule))
            self._drain(assert_fact)

    def _drain(self, assert_fact: Callable[[Json], list[Match]]) -> None:
        while self.waiting:
            for name, facts in assert_fact(self.waiting.popleft()):
                self._record(name, facts)

    # -- facts in

    def _enqueue_known(self, known: Known) -> None:
        fact = self.program.facts[known.atom.fact]
        if fact.value is not None:
            value = _value(self.program, fact, known)
            if value is not None:
                self._enqueue(fact.name, fact, known.atom, value)
        elif known.truth is Truth.TRUE:
            self._enqueue(fact.name, fact, known.atom, {})
        elif known.truth is Truth.FALSE:
            self._enqueue(f"{fact.name}!", fact, known.atom, {})

    def _enqueue(self, tag: str, fact: FactType, atom: Atom, value: Json) -> None:
        copies = self.plan.copies.get(tag, 0)
        if not copies:
            return
        said: Json = {"f": len(self.facts)}
        for name, part in zip(self.plan.properties[fact.name], atom.key, strict=True):
            said[name] = part or MISSING
        for one, two in self.plan.equal_slots.get(fact.name, ()):
            if said[f"s_{one}"] == said[f"s_{two}"]:
                said[equal_property(one, two)] = 1
        self.facts.append(atom)
        for copy in range(copies):
            self.waiting.append({"t": f"{tag}#{copy}", **said, **value})

    def _absence_facts(self, rule: ProgramRule) -> Iterator[Json]:
        for bound in self.candidates.get(rule.id, {}):
            binding = dict(bound)
            if not any(self.absences.holds_back(literal, binding) for literal in rule.unless):
                yield {"t": absent_tag(rule), **{f"a_{name}": value for name, value in bound}}

    # -- matches out

    def _record(self, name: str, facts: Mapping[str, Any]) -> None:
        planned = self.plan.planned.get(name)
        if planned is None:
            return  # the opening fact
        matched = [facts[alias] for alias in planned.aliases]
        bound = bindings(planned, matched)
        if planned.is_candidate:
            self.candidates.setdefault(planned.rule.id, {})[bound] = None
            return
        premises, binding = tuple([self.facts[fact["f"]] for fact in matched]), dict(bound)
        for conclusion in planned.rule.then:
            self._conclude(planned.rule, conclusion.atom(binding), bound, premises)

    def _conclude(
        self, rule: ProgramRule, atom: Atom, bound: tuple[tuple[str, str], ...], premises: tuple[Atom, ...]
    ) -> None:
        status = status_of(self.evidence, atom)
        self.firings.append(Firing(rule.id, rule.level, atom, bound, premises, status))
        if status is Status.GIVES and atom not in self.atoms:
            self.atoms.add(atom)
            self.by_fact.setdefault(atom.fact, set()).add(atom)
            fact = self.program.facts[atom.fact]
            self._enqueue(fact.name, fact, atom, {})


def _value(program: Program, fact: FactType, known: Known) -> Json | None:
    """The tests that pass, or are told false."""
    if not known.firm:
        return None
    found: Json = {}
    for rule in program.rules:
        for literal in rule.when:
            if literal.fact is fact:
                wanted = Truth.FALSE if literal.mode is Mode.DENIED else Truth.TRUE
                if answer(fact, known, literal.test).truth is wanted:
                    found[test_property(literal.test, literal.mode is Mode.DENIED)] = 1
    return found
