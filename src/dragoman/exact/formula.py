"""The circuit and the worlds about a situation as a formula for a SAT solver.

Variables are gates and inputs of the circuit, one for each way of each lever, and one for whether a lever is moved.
Only what an output depends on is written down: its *cone*. Source of the method: Tseitin, "On the complexity of
derivation in propositional calculus" (1968); the bound on moved levers is a totalizer (Bailleux and Boufkhad 2003).

A wire is a number, -n for the contrary of n; so is a literal of a formula, as solvers have them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import and_, or_

from dragoman.engines.columns.code import Code
from dragoman.exact.space import AS_IS, Cell, Choice, Space
from dragoman.rulebook.forms import Atom

Clause = list[int]


class Circuit:
    """The gates of a program as wires; made once, since it hangs on no situation."""

    def __init__(self, code: Code) -> None:
        self.inputs = len(code.inputs)
        self.true = self.inputs + 1
        """Inputs are the wires 1 to n, in their order; then comes the one that is always true."""
        self.gates: dict[int, tuple[bool, int, int]] = {}
        """By the wire that comes out: whether it is an AND (else an OR), and what it takes."""
        at = [*range(1, self.inputs + 1), self.true] + [0] * (code.places - self.inputs - 1)
        free = self.true
        for operator, out, one, two in code.steps:
            if operator in (and_, or_):
                free += 1
                self.gates[free] = (operator is and_, at[one], at[two])
                at[out] = free
            else:  # an XOR, and one side of it is what is always true
                at[out] = -at[two] if at[one] == self.true else -at[one]
        self.outputs: Mapping[Atom, int] = dict(zip(code.atoms, (at[place] for place in code.outputs), strict=True))
        """The wire that says that a conclusion is true."""

    def cone(self, wires: Iterable[int]) -> tuple[list[int], list[int]]:
        """The gates and the numbers of the inputs that some wires depend on, each ascending."""
        seen: set[int] = set()
        waiting = [abs(wire) for wire in wires]
        while waiting:
            wire = waiting.pop()
            if wire not in seen:
                seen.add(wire)
                waiting += map(abs, self.gates.get(wire, (False,))[1:])
        gates = sorted(wire for wire in seen if wire in self.gates)
        return gates, sorted(wire - 1 for wire in seen if wire <= self.inputs)


class Formula:
    """The worlds about a situation, as far as some conclusions depend on them."""

    def __init__(self, circuit: Circuit, space: Space, atoms: Iterable[Atom]) -> None:
        self.circuit, self.space = circuit, space
        self.variables = 0
        self.moved: dict[int, int] = {}
        """By the number of a lever, the variable that says that it is moved."""
        self._ways: dict[tuple[int, int], int] = {}
        gates, inputs = circuit.cone(circuit.outputs[atom] for atom in atoms)
        self._variable = {wire: self.fresh() for wire in (circuit.true, *gates, *(n + 1 for n in inputs))}
        """By wire of the cone, its variable: solvers are the faster the fewer there are."""
        self.clauses = [[self._wire(circuit.true)], *self._gates(gates), *self._inputs(inputs)]

    def wants(self, atom: Atom, *, holds: bool) -> int:
        """The literal that says that a conclusion of the cone is so, or is not."""
        literal = self._wire(self.circuit.outputs[atom])
        return literal if holds else -literal

    def fresh(self) -> int:
        """A new variable."""
        self.variables += 1
        return self.variables

    def literal(self, lever: int, way: int) -> int:
        """That a lever stands so."""
        return -self.moved[lever] if way == AS_IS else self._ways[lever, way]

    def choice(self, model: Iterable[int]) -> Choice:
        """The choice that a solver's answer stands for."""
        true = {literal for literal in model if literal > 0}
        return {lever: way for (lever, way), variable in self._ways.items() if variable in true}

    def _wire(self, wire: int) -> int:
        return self._variable[wire] if wire > 0 else -self._variable[-wire]

    def _gates(self, gates: Iterable[int]) -> Iterator[Clause]:
        """That gates are what they take."""
        for gate in gates:
            is_and, *takes = self.circuit.gates[gate]
            out, one, two = self._variable[gate], *map(self._wire, takes)
            sign = 1 if is_and else -1
            yield from ([-sign * out, sign * one], [-sign * out, sign * two], [sign * out, -sign * one, -sign * two])

    def _inputs(self, inputs: Iterable[int]) -> Iterator[Clause]:
        """That each input is what was told, or what a choice sets; and that the world is possible."""
        space, propositions = self.space, self.space.machine.ground.propositions
        of_atom: dict[Atom, list[int]] = {}
        for number in inputs:
            of_atom.setdefault(propositions[space.machine.code.inputs[number][0]].atom, []).append(number)
        beside = {other for atom in of_atom for n in space.reaching(atom) for other in space.levers[n].atoms}
        for atom in dict.fromkeys((*of_atom, *sorted(beside - set(of_atom), key=str))):
            numbers = of_atom.get(atom, [])
            if not space.reaching(atom):
                yield from ([self._input(number, on=number in space.base)] for number in numbers)
                continue
            cell = space.cell(atom)
            for lever in cell.levers:
                if lever not in self.moved:
                    yield from self._lever(lever)
            yield from self._cell(cell, numbers)

    def _lever(self, lever: int) -> Iterator[Clause]:
        """That a lever that is moved stands in one way, and one that is not in none."""
        self.moved[lever] = moved = self.fresh()
        ways = [self.fresh() for _ in self.space.levers[lever].ways]
        self._ways.update({(lever, way): variable for way, variable in enumerate(ways)})
        yield [-moved, *ways]
        yield from ([-way, moved] for way in ways)
        yield from ([-one, -other] for place, one in enumerate(ways) for other in ways[:place])

    def _cell(self, cell: Cell, inputs: Iterable[int]) -> Iterator[Clause]:
        for choice, sets in cell.worlds.items():
            unless = [-self.literal(lever, way) for lever, way in zip(cell.levers, choice, strict=True)]
            if sets is None:
                yield unless
                continue
            yield from ([*unless, self._input(number, on=number in sets)] for number in inputs)

    def _input(self, number: int, *, on: bool) -> int:
        return self._variable[number + 1] if on else -self._variable[number + 1]
