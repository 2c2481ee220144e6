"""A ground program and all possible worlds as a formula: what is told is free, and so is the date of the situation.

Unlike :mod:`dragoman.exact.formula`, which asks about conclusions near one situation, this one has a variable for each
instance of each rule, so that it can be asked whether a rule ever fires, and what it is that only this rule gives.
Source of the method: Clark's completion of a program without recursion ("Negation as failure", 1978).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.engines.columns.told import can_be_told
from dragoman.exact.formula import Clause
from dragoman.exact.machine import Inputs, Machine, Telling
from dragoman.exact.shares import halves_of_shares
from dragoman.program.ground import GroundLiteral
from dragoman.rulebook.forms import Atom, Mode, Rulebook
from dragoman.situation.assemble import empty_situation
from dragoman.situation.evidence import Known, weigh
from dragoman.situation.spread import statements_of


class GroundFormula:
    """Every possible world of a rulebook."""

    def __init__(self, rulebook: Rulebook, machine: Machine) -> None:
        self.rulebook, self.machine, self.ground = rulebook, machine, machine.ground
        self.variables = 0
        self.clauses: list[Clause] = []
        self.moved: dict[Atom, int] = {}
        """By atom, the variable that says that something is told of it."""
        self.tellings: dict[int, Telling] = {}
        """By variable, what is told."""
        self.dates: dict[int, datetime.date] = {}
        """By variable, the date of the situation; of those between two changes of the catalogue the first."""
        self._input = [self.fresh() for _ in machine.code.inputs]
        self._number = {one: number for number, one in enumerate(machine.code.inputs)}
        self._wide: dict[Atom, list[tuple[int, Inputs]]] = {}
        """By atom, the denials of something wider, by their variables, and what they set at it."""
        self._given: dict[int, int] = {}
        self._literal: dict[GroundLiteral, int] = {}
        self._group: dict[int, int] = {}
        self.instances = [self.fresh() for _ in self.ground.instances]
        """Of each instance, the variable that says that it fires."""
        self.giving: dict[int, list[int]] = {}
        """By proposition, the instances that conclude it."""
        for number, instance in enumerate(self.ground.instances):
            for proposition in instance.then:
                self.giving.setdefault(proposition, []).append(number)
        self._write()

    def fresh(self) -> int:
        """A new variable."""
        self.variables += 1
        return self.variables

    def all_of(self, literals: Sequence[int]) -> int:
        """A variable that says that all of some literals are so."""
        return self._gate(literals, sign=1)

    def any_of(self, literals: Sequence[int]) -> int:
        """A variable that says that any of some literals is so."""
        return self._gate(literals, sign=-1)

    def gives(self, proposition: int) -> int:
        """That some rule concludes a proposition."""
        if proposition not in self._given:
            self._given[proposition] = self.any_of([self.instances[n] for n in self.giving[proposition]])
        return self._given[proposition]

    def is_so(self, proposition: int) -> int:
        """That what rules conclude is so."""
        return self._of(GroundLiteral(Mode.HOLDS, proposition))

    def is_told(self, proposition: int) -> list[int]:
        """What says that something decisive was told of a proposition, so that no rule changes it."""
        modes = (Mode.HOLDS, Mode.NOT_DENIED)
        return [self._input[self._number[proposition, m]] for m in modes if (proposition, m) in self._number]

    def told(self, model: Iterable[int]) -> tuple[datetime.date, tuple[Telling, ...]]:
        """The situation that a solver's answer stands for: its date, and what is told."""
        true = [literal for literal in model if literal > 0]
        date = next(self.dates[literal] for literal in true if literal in self.dates)
        return date, tuple(self.tellings[literal] for literal in sorted(true) if literal in self.tellings)

    # -- what is told

    def _write(self) -> None:
        facts = self.ground.program.facts
        catalogue = [atom for atom in self.machine.inputs if facts[atom.fact].catalogue]
        self._tell_catalogue(catalogue)
        free = [atom for atom in self.machine.inputs if not facts[atom.fact].catalogue]
        for atom in free:
            self._tell(atom, self.machine.tellings(atom))
        for atom in free:
            self._leave(atom)
        self._reckon()
        for number, instance in enumerate(self.ground.instances):
            wanted = [self._of(self.ground.literals[literal]) for literal in instance.when]
            against = [-self._against(group) for group in instance.unless]
            self._is(self.instances[number], [*wanted, *against], sign=1)

    def _tell(self, atom: Atom, tellings: Sequence[Telling]) -> None:
        moved = self.moved[atom] = self.fresh()
        ways = {self.fresh(): telling for telling in tellings}
        self.tellings.update(ways)
        self.clauses.append([-moved, *ways])
        self.clauses += [[-way, moved] for way in ways]
        self._one_of(list(ways))
        for way, telling in ways.items():
            self.clauses += list(self._sets(way, atom, telling.inputs))
            for other, inputs in self._further(atom, telling):
                self._wide.setdefault(other, []).append((way, inputs))

    def _further(self, atom: Atom, telling: Telling) -> Iterator[tuple[Atom, Inputs]]:
        """What else is denied with a denial that leaves an optional slot out, wherever nothing more precise was told."""
        if telling.said.holds or None not in atom.key:
            return
        for statement in statements_of(self.rulebook, telling.said):
            if statement.atom != atom and statement.atom in self.machine.inputs:
                yield statement.atom, self.machine.sets(Known(statement.atom, (statement,), (), ()))

    def _leave(self, atom: Atom) -> None:
        """What is so of an atom of which nothing is told itself."""
        moved, wide = self.moved[atom], self._wide.get(atom, [])
        for number in self.machine.inputs[atom]:
            self.clauses.append([moved, *(way for way, inputs in wide if number in inputs), -self._input[number]])
            self.clauses += [[moved, -way, self._input[number]] for way, inputs in wide if number in inputs]

    def _reckon(self) -> None:
        """Where part and whole are told, a share is told too: else it would be reckoned, which no input says."""
        for share, halves in halves_of_shares(self.rulebook, self.machine).items():
            if all(one in self.moved for one in (share, *halves)):
                self.clauses.append([*(-self.moved[half] for half in halves), self.moved[share]])

    def _tell_catalogue(self, atoms: Sequence[Atom]) -> None:
        adopted = (instrument.adopted for instrument in self.rulebook.instruments.values())
        for date in sorted({self.rulebook.report.date, *filter(None, adopted)}):
            variable = self.fresh()
            self.dates[variable] = date
            known = weigh(self.rulebook, replace(empty_situation(self.rulebook), as_of=date)).known
            for atom in atoms:
                self.clauses += list(self._sets(variable, atom, self.machine.sets(known.get(atom))))
        self.clauses.append(list(self.dates))
        self._one_of(list(self.dates))

    def _sets(self, way: int, atom: Atom, inputs: Inputs) -> Iterator[Clause]:
        for number in self.machine.inputs[atom]:
            yield [-way, self._input[number] if number in inputs else -self._input[number]]

    def _one_of(self, variables: Sequence[int]) -> None:
        self.clauses += [[-one, -other] for place, one in enumerate(variables) for other in variables[:place]]

    # -- what follows

    def _of(self, literal: GroundLiteral) -> int:
        """That a condition holds of a proposition; of those of `unless`, that it holds its rule back."""
        if literal not in self._literal:
            mode, proposition = literal
            told = self._number.get((proposition, Mode.NOT_TOLD if mode is Mode.ABSENT else mode))
            found = [] if told is None else [self._input[told]]
            if mode in {Mode.HOLDS, Mode.ABSENT} and proposition in self.giving:
                found.append(self._undenied(proposition))
            self._literal[literal] = found[0] if len(found) == 1 else self.any_of(found)
        return self._literal[literal]

    def _undenied(self, proposition: int) -> int:
        denied = self._number.get((proposition, Mode.NOT_DENIED))
        if denied is None or not can_be_told(self.ground, self.ground.propositions[proposition]):
            return self.gives(proposition)
        return self.all_of([self.gives(proposition), -self._input[denied]])

    def _against(self, group: int) -> int:
        if group not in self._group:
            self._group[group] = self.any_of([self._of(self.ground.literals[n]) for n in self.ground.groups[group]])
        return self._group[group]

    def _gate(self, literals: Sequence[int], *, sign: int) -> int:
        variable = self.fresh()
        self._is(variable, literals, sign=sign)
        return variable

    def _is(self, variable: int, literals: Sequence[int], *, sign: int) -> None:
        """That a variable is the AND of literals, or with the sign -1 their OR."""
        self.clauses += [[-sign * variable, sign * literal] for literal in literals]
        self.clauses.append([sign * variable, *(-sign * literal for literal in literals)])
