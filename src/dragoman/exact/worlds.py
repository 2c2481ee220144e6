"""One situation with something more told, in many ways at once: the ground program on columns, bit j being world j.

    Worlds(grounded, evidence, changes) -> .true(atom), .fires(instance)

Unlike :mod:`dragoman.engines.columns.code`, which is compiled once and joins instances, this keeps where each single
instance fires; what it asks of what was told is the same. In most worlds most conditions fail, and an instance is left
at the first column without a bit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.engines.columns.told import DENIED, SAID, STATES
from dragoman.exact.nearest import Grounded
from dragoman.program.ground import Proposition
from dragoman.rulebook.forms import Atom, Mode
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Evidence, Known

Change = Mapping[Atom, Known]
"""What is known of some atoms in one world, in place of what is known of them in the situation."""


class Worlds:
    """Where instances fire and what is true."""

    def __init__(self, grounded: Grounded, evidence: Evidence, changes: Sequence[Change]) -> None:
        """World j is `evidence` with `changes[j]`."""
        self.ground = ground = grounded.ground
        self.giving = grounded.giving
        self.all = (1 << len(changes)) - 1
        self._evidence = evidence
        self._changes: dict[Atom, dict[int, Known]] = {}
        for number, change in enumerate(changes):
            for atom, known in change.items():
                self._changes.setdefault(atom, {})[number] = known
        self._told: dict[int, tuple[int, int]] = {}
        self._given: dict[int, int] = {}
        self._holds: dict[int, int] = {}
        self._fires = [0] * len(ground.instances)
        self._run()

    def fires(self, instance: int) -> int:
        """Where an instance fires, by its number."""
        return self._fires[instance]

    def true(self, atom: Atom) -> int:
        """Where an atom that rules conclude is true."""
        numbers = (n for i in self.giving.get(atom, ())[:1] for n in self.ground.instances[i].then)
        number = next((n for n in numbers if self.ground.propositions[n].atom == atom), None)
        return 0 if number is None else self._positive(number, Mode.HOLDS)

    def _run(self) -> None:
        """The pass over the instances, which come by level: what one reads is complete before it."""
        for number, instance in enumerate(self.ground.instances):
            column = self.all
            for literal in instance.when:
                column &= self._literal(literal)
                if not column:
                    break
            else:
                for group in instance.unless:
                    for literal in self.ground.groups[group]:
                        column &= ~self._literal(literal)
                self._fires[number] = column
                for proposition in instance.then:
                    self._given[proposition] = self._given.get(proposition, 0) | column

    def _literal(self, number: int) -> int:
        """Where a ground literal holds; one of `unless` holds where it holds back."""
        found = self._holds.get(number)
        if found is None:
            mode, proposition = self.ground.literals[number]
            if mode in (Mode.HOLDS, Mode.ABSENT):
                found = self._positive(proposition, mode)
            else:
                said, denied = self._states(proposition)
                found = {Mode.DENIED: denied & ~said, Mode.NOT_TOLD: said, Mode.NOT_DENIED: denied}[mode]
            self._holds[number] = found
        return found

    def _positive(self, proposition: int, mode: Mode) -> int:
        said, denied = self._states(proposition)
        given = self._given.get(proposition, 0) & ~denied
        return given | (said if mode is Mode.ABSENT else said & ~denied)

    def _states(self, number: int) -> tuple[int, int]:
        """Where something was said for a proposition, and where against it; both where it is disputed."""
        found = self._told.get(number)
        if found is None:
            proposition = self.ground.propositions[number]
            is_told = proposition.atom in self._evidence.known or proposition.atom in self._changes
            found = self._told[number] = self._columns(proposition) if is_told else (0, 0)
        return found

    def _columns(self, proposition: Proposition) -> tuple[int, int]:
        base = self._state(proposition, self._evidence.of(proposition.atom))
        columns = [self.all if base & bit else 0 for bit in (SAID, DENIED)]
        for world, known in self._changes.get(proposition.atom, {}).items():
            state = self._state(proposition, known)
            for place, bit in enumerate((SAID, DENIED)):
                columns[place] = columns[place] | 1 << world if state & bit else columns[place] & ~(1 << world)
        return columns[0], columns[1]

    def _state(self, proposition: Proposition, known: Known | None) -> int:
        fact = self.ground.program.facts[proposition.atom.fact]
        return STATES[answer(fact, known, proposition.test).truth]
