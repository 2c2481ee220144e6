"""The engine of record: durable_rules fires the rules, with their variables and joins.

Level by level: actions only record, the loop asserts what they conclude. Once the lower levels are
complete, absence facts are asserted for the candidate bindings of the rules with `unless`, and
only then can these fire. So the order of facts, and of rules within a level, never matters.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from dragoman.engines.absence import Absences
from dragoman.engines.model import Firing, Model, Status, in_order, status_of, told_true
from dragoman.engines.rete import names
from dragoman.engines.rete.host import DurableHost, Session
from dragoman.engines.rete.plan import Plan, absences_of, denied, plan
from dragoman.program.forms import Program, ProgramRule
from dragoman.rulebook.forms import Atom, FactType, Key
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Evidence, Known
from dragoman.values.kind import Truth

_SLOTS = tuple(f',"{names.slot(number)}":"' for number in range(names.MAX_PROPERTIES))
MAX_PLANS = 8
"""So many are kept; the one that was used longest ago is dropped."""


class ReteEngine:
    """`Engine` on durable_rules."""

    name = "rete (durable_rules)"

    def __init__(self) -> None:
        self._host = DurableHost()
        self._plans: dict[str, Plan] = {}
        self._lock = Lock()

    def run(self, program: Program, evidence: Evidence) -> Model:
        """Fire `program` on `evidence` in a session of its own.

        Raises:
            EngineError: if durable_rules cannot run the program safely, or fails.
        """
        made = self._plan(program)
        run = _Run(program, evidence, made)
        self._host.session(made.ruleset, run)
        return Model(frozenset(run.atoms), in_order(run.firings), self.name)

    def _plan(self, program: Program) -> Plan:
        with self._lock:
            made = self._plans.pop(program.digest, None) or plan(program)
            self._plans[program.digest] = made
            if len(self._plans) > MAX_PLANS:
                del self._plans[next(iter(self._plans))]
        return made


Bound = tuple[tuple[str, str], ...]
"""Variables with their values, by variable."""


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
        self.candidates: dict[str, dict[Bound, None]] = {}
        self.said: list[Atom] = []
        """What each fact of the session says, by its number; an absence says something of itself only."""
        self.waiting: list[str] = []
        """Facts that are still to be asserted, numbered already."""

    def __call__(self, session: Session) -> None:
        """The loop: told facts first, then absences level by level."""
        for known in self.evidence.known.values():
            self._say_known(known)
        self._fire(session)
        for level in self.program.levels:
            for rule in self.program.rules:
                if rule.level == level and rule.unless:
                    self._say_absences(rule)
            self._fire(session)

    def _fire(self, session: Session) -> None:
        while self.waiting:
            facts, self.waiting = self.waiting, []
            for name, numbers in session.fire(facts):
                self._record(name, numbers)

    # -- facts in

    def _say_known(self, known: Known) -> None:
        fact = self.program.facts[known.atom.fact]
        if fact.value is not None:
            passed = _passed(self.plan, known, fact)
            if passed:
                self._say(fact.name, known.atom, passed)
        elif known.truth is Truth.TRUE:
            self._say(fact.name, known.atom)
        elif known.truth is Truth.FALSE:
            self._say(denied(fact.name), known.atom)

    def _say(self, read: str, atom: Atom, passed: Sequence[str] = ()) -> None:
        """An atom, once for each copy that the rules read."""
        tags = self.plan.tags.get(read, ())
        if not tags:
            return
        key, equal = atom.key, self.plan.equal.get(atom.fact, {})
        body = _slots(self.plan, key)
        for name in (*passed, *(name for (one, two), name in equal.items() if key[one] == key[two])):
            body += f',"{name}":1'
        for tag in tags:
            self.said.append(atom)
            self.waiting.append(tag + body)

    def _say_absences(self, rule: ProgramRule) -> None:
        [tag] = self.plan.tags[absences_of(rule)]
        for bound in self.candidates.get(rule.id, {}):
            binding = dict(bound)
            if not any(self.absences.holds_back(literal, binding) for literal in rule.unless):
                values = tuple(binding.values())
                self.said.append(Atom(rule.id, values))
                self.waiting.append(tag + _slots(self.plan, values))

    # -- matches out

    def _record(self, name: str, numbers: tuple[int, ...]) -> None:
        planned = self.plan.rules[name]
        atoms = [self.said[number] for number in numbers]
        bound = tuple([(name, str(atoms[pattern].key[slot])) for name, pattern, slot in planned.binders])
        if planned.is_candidate:
            self.candidates.setdefault(planned.rule.id, {})[bound] = None
            return
        premises, binding = tuple([atoms[place] for place in planned.places]), dict(bound)
        for conclusion in planned.rule.then:
            self._conclude(planned.rule, conclusion.atom(binding), bound, premises)

    def _conclude(self, rule: ProgramRule, atom: Atom, bound: Bound, premises: tuple[Atom, ...]) -> None:
        status = status_of(self.evidence, atom)
        self.firings.append(Firing(rule.id, rule.level, atom, bound, premises, status))
        if status is Status.GIVES and atom not in self.atoms:
            self.atoms.add(atom)
            self.by_fact.setdefault(atom.fact, set()).add(atom)
            self._say(atom.fact, atom)


def _slots(plan: Plan, key: Key) -> str:
    """Values as JSON, each under the name of its slot."""
    values = plan.values
    return "".join([f'{begun}{values[part]}"' for begun, part in zip(_SLOTS, key, strict=False)])


def _passed(plan: Plan, known: Known, fact: FactType) -> list[str]:
    """The properties that say which tests on its value pass, and which are told false where that is wanted."""
    wanted = {False: Truth.TRUE, True: Truth.FALSE}
    tests = plan.tests.get(fact.name, {})
    return [name for test, name in tests.items() if answer(fact, known, test.test).truth is wanted[test.is_denial]]
