"""A ground program compiled to one list of steps, each AND, OR or XOR of two whole columns.

    Ground -> compile_ground -> Code -> evaluate (on Python integers, or on rows of numpy uint64)

- An input column says where a condition holds by what was told alone. Of what rules conclude too, with `given` for
  where they do: true is true | (given & ~denied); `unless` is held back by said | (given & ~denied).
- AND-NOT is an AND with a complement; a complement is an XOR with the column of ones, made once for each column.
  So padding bits stay 0, and no library needs more than three operators.
- Instances of a rule with the same conclusion that differ in one condition only are one instance with the OR of
  that condition (projection: which premise it was does not matter here). Then conditions are joined by falling
  frequency, and no pair is joined twice, so that instances share work (value numbering, Aho et al., "Compilers").
- A column that is used for the last time leaves its place to the result, so that those of a chunk fit the cache.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial, reduce
from itertools import groupby
from operator import and_, or_, xor
from typing import Any, TypeVar

from dragoman.engines.columns.told import Input, can_be_told
from dragoman.form import form
from dragoman.program.ground import Ground
from dragoman.rulebook.forms import Atom, Mode
from dragoman.situation.evidence import sort_key

Column = TypeVar("Column")
"""An integer, or a row of numpy uint64."""
Step = tuple[Callable[[Any, Any], Any], int, int, int]
"""An operator, the place of its result, and the places of what it takes."""


@form
class Code:
    """The steps, and what the columns mean. Places 0 to n_inputs - 1 start with the inputs, place n_inputs with ones."""

    inputs: tuple[Input, ...]
    steps: tuple[Step, ...]
    places: int
    """How many columns there are at once."""
    atoms: tuple[Atom, ...]
    """All that rules can conclude, in the canonical order."""
    outputs: tuple[int, ...]
    """For each of `atoms`, the place of the column that says where it is true."""


def evaluate(code: Code, inputs: Sequence[Column], ones: Column) -> list[Column]:
    """The loop: where each atom of `code` is true.

    inputs: n_inputs columns, in the order of `code.inputs`; ones: the column of all situations; result: n_atoms columns.
    A column is an integer (bit j is situation j) or a row of uint64 (bit j of word w is situation 64*w + j);
    padding bits are 0.
    """
    columns = [*inputs, ones] + [ones] * (code.places - len(inputs) - 1)
    for operator, out, one, two in code.steps:
        columns[out] = operator(columns[one], columns[two])
    return [columns[place] for place in code.outputs]


def compile_ground(ground: Ground) -> Code:
    """The steps of a ground program."""
    return _Compiler(ground).code()


Gate = tuple[Callable[[Any, Any], Any], int, int]
"""An operator, and the numbers of the values that it takes."""
Body = tuple[int, ...]
"""The values of an instance's conditions."""
NOWHERE = -1
"""The number of no value."""


class _Compiler:
    """Gives every value one number: the inputs, then ones, then each different gate in the order of need."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.given: dict[int, int] = {}
        """Of each proposition that rules conclude, the value that says where they do, as far as the pass has come."""
        self.concluded = sorted(
            {number for instance in ground.instances for number in instance.then},
            key=lambda number: sort_key(ground.propositions[number].atom),
        )
        self.inputs = {one: number for number, one in enumerate(self._inputs())}
        self.ones = len(self.inputs)
        self.gates: dict[Gate, int] = {}
        self.literals: dict[int, int] = {}
        self.groups: dict[int, int] = {}
        self.uses = Counter(literal for instance in ground.instances for literal in instance.when)
        self.common: Counter[int] = Counter()
        """Of each value, how many instances have it as a condition."""

    def code(self) -> Code:
        """The pass over the instances by rule, so by level: what one reads is complete before it."""
        for number, instances in groupby(self.ground.instances, key=lambda instance: instance.rule):
            bodies: dict[int, dict[Body, None]] = {}
            unless = len(self.ground.program.rules[number].unless)
            for instance in instances:
                nothing = [self.ones] * (unless - len(instance.unless))
                body = (*map(self._literal, instance.when), *map(self._absent, instance.unless), *nothing)
                for proposition in instance.then:
                    bodies.setdefault(proposition, {})[body] = None
            for proposition, found in bodies.items():
                fires = self._fires(self._projected(found))
                before = self.given.get(proposition)
                self.given[proposition] = fires if before is None else self._gate(or_, before, fires)
        outputs = [self._value(Mode.HOLDS, proposition) for proposition in self.concluded]
        steps, places, found_at = _placed(self.ones + 1, list(self.gates), outputs)
        atoms = tuple(self.ground.propositions[proposition].atom for proposition in self.concluded)
        return Code(tuple(self.inputs), steps, places, atoms, found_at)

    def _inputs(self) -> Iterator[Input]:
        """What the conditions look at of what can be told."""
        wanted: dict[int, set[Mode]] = {number: {Mode.HOLDS, Mode.NOT_DENIED} for number in self.concluded}
        for mode, number in self.ground.literals:
            wanted.setdefault(number, set()).add(Mode.NOT_TOLD if mode is Mode.ABSENT else mode)
        for number, modes in sorted(wanted.items()):
            if can_be_told(self.ground, self.ground.propositions[number]):
                yield from ((number, mode) for mode in Mode if mode in modes)

    def _projected(self, bodies: Collection[Body]) -> Collection[Body]:
        """Bodies that differ in one place only as one, with the OR of that place; for each place in turn."""
        for place in range(len(next(iter(bodies)))):
            kept: dict[Body, dict[int, None]] = {}
            for body in bodies:
                kept.setdefault((*body[:place], NOWHERE, *body[place + 1 :]), {})[body[place]] = None
            bodies = [(*rest[:place], self._any(values), *rest[place + 1 :]) for rest, values in kept.items()]
        return bodies

    def _fires(self, bodies: Collection[Body]) -> int:
        """The OR of the bodies, what all of them have in common joined once."""
        sets = [frozenset(body) - {self.ones} for body in bodies]
        shared = frozenset.intersection(*sets)
        rests = [body - shared for body in sets]
        if not all(rests):  # the others want more than this one
            return self._all(shared)
        found = self._any(map(self._all, rests))
        return self._gate(and_, found, self._all(shared)) if shared else found

    def _all(self, values: Iterable[int]) -> int:
        """The AND, the commonest first."""
        first, *rest = sorted(values, key=lambda value: (-self.common[value], value))
        return reduce(partial(self._gate, and_), rest, first)

    def _any(self, values: Iterable[int]) -> int:
        first, *rest = dict.fromkeys(values)
        return reduce(partial(self._gate, or_), rest, first)

    def _literal(self, number: int) -> int:
        if number not in self.literals:
            self.literals[number] = value = self._value(*self.ground.literals[number])
            self.common[value] += self.uses[number]
        return self.literals[number]

    def _absent(self, group: int) -> int:
        """The value that says that no member of a group holds anything back."""
        if group not in self.groups:
            self.groups[group] = self._gate(xor, self._any(map(self._literal, self.ground.groups[group])), self.ones)
        return self.groups[group]

    def _value(self, mode: Mode, proposition: int) -> int:
        """The value of a condition; what can neither be told nor concluded is nowhere so."""
        told = self.inputs.get((proposition, Mode.NOT_TOLD if mode is Mode.ABSENT else mode))
        given = self.given.get(proposition) if mode in {Mode.HOLDS, Mode.ABSENT} else None
        denied = self.inputs.get((proposition, Mode.NOT_DENIED))
        if given is not None and denied is not None:
            given = self._gate(and_, given, self._gate(xor, denied, self.ones))
        found = [value for value in (told, given) if value is not None]
        return self._any(found) if found else self._gate(xor, self.ones, self.ones)

    def _gate(self, operator: Callable[[Any, Any], Any], one: int, two: int) -> int:
        return self.gates.setdefault((operator, min(one, two), max(one, two)), self.ones + 1 + len(self.gates))


def _placed(given: int, gates: list[Gate], outputs: list[int]) -> tuple[tuple[Step, ...], int, tuple[int, ...]]:
    """The gates as steps on few places. The first `given` values, inputs and ones, are the caller's and keep theirs.

    A value that is used for the last time leaves its place to the result. Outputs have places of their own.

    Returns:
        The steps, the number of places, and the places of `outputs`.
    """
    last = {value: number for number, (_, one, two) in enumerate(gates) for value in (one, two)}
    own = frozenset(outputs)
    last.update(dict.fromkeys(own, len(gates)))
    place = {value: value for value in range(given)}
    free: list[int] = []
    places = given
    steps: list[Step] = []
    for number, (operator, one, two) in enumerate(gates):
        takes = place[one], place[two]
        free.extend(place[value] for value in {one, two} if value >= given and last[value] == number)
        if not free or given + number in own:
            free.append(places)
            places += 1
        place[given + number] = out = free.pop()
        steps.append((operator, out, *takes))
    return tuple(steps), places, tuple(place[value] for value in outputs)
