"""What was told, as the states of the propositions that a ground program asks about, and as input columns.

A state is two bits, one for each side: whether something firm says so, and whether something firm says not so.

    state   0          1       2        3
    truth   unknown    true    false    disputed

The states of a value are what :func:`dragoman.situation.answers.answer` says of each test. An answer depends only on
where the span lies among the ends of the tests, or on which words were told and denied: on its *signature*. There are
few signatures for each atom, so each is answered once and then remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from dragoman.program.ground import Ground, Proposition
from dragoman.rulebook.forms import Atom, FactType, Mode, Origin
from dragoman.situation.answers import answer, stated
from dragoman.situation.evidence import Evidence, Known
from dragoman.values.kind import Test, Truth

SAID, DENIED = 1, 2
"""The two bits of a state."""
STATES = {Truth.UNKNOWN: 0, Truth.TRUE: SAID, Truth.FALSE: DENIED, Truth.DISPUTED: SAID | DENIED}

HOLDING: Mapping[int, frozenset[Mode]] = {
    0: frozenset(),
    SAID: frozenset({Mode.HOLDS, Mode.ABSENT, Mode.NOT_TOLD}),
    DENIED: frozenset({Mode.DENIED, Mode.NOT_DENIED}),
    SAID | DENIED: frozenset({Mode.ABSENT, Mode.NOT_TOLD, Mode.NOT_DENIED}),
}
"""By state, the conditions that hold of a proposition by what was told alone; those of `unless` hold if they hold back."""

Input = tuple[int, Mode]
"""What an input column says: that a condition holds of a proposition, by what was told alone."""
State = tuple[int, int]
"""The number of a proposition, and its state."""
T = TypeVar("T")


def can_be_told(ground: Ground, proposition: Proposition) -> bool:
    """Whether a situation can say anything of it."""
    return ground.program.facts[proposition.atom.fact].origin is not Origin.DERIVED


class Asked(Generic[T]):
    """All that a ground program asks about one atom, and what its user made of each answer."""

    def __init__(self, fact: FactType, make: Callable[[tuple[State, ...]], T]) -> None:
        self.fact = fact
        self.propositions: list[tuple[int, Proposition]] = []
        self.made: dict[Hashable, T] = {}
        """By signature. Of a plain atom on which there is one firm statement, that is whether the statement affirms."""
        self._make = make
        self._tests: tuple[Test, ...] = ()

    def ask(self, number: int, proposition: Proposition) -> None:
        """Add a proposition of this atom."""
        self.propositions.append((number, proposition))
        self._tests = tuple(p.test for _, p in self.propositions if p.test is not None)

    def of(self, known: Known) -> T:
        """What was made of the states that `known` gives the propositions; made once for each signature."""
        signature = self._signature(known)
        try:
            return self.made[signature]
        except KeyError:
            states = ((n, STATES[answer(self.fact, known, p.test).truth]) for n, p in self.propositions)
            return self.made.setdefault(signature, self._make(tuple(states)))

    def _signature(self, known: Known) -> Hashable:
        """Whatever decides the answers: of a plain atom what was said, of a value where its span lies."""
        if self.fact.value is None:
            return known.firm[0].said.holds if len(known.firm) == 1 else known.truth.value
        return self.fact.value.kind.region(stated(known), self._tests)


def asked(ground: Ground, make: Callable[[tuple[State, ...]], T]) -> dict[Atom, Asked[T]]:
    """By atom, all that `ground` asks about what was told; `make` turns states into what the caller needs of them."""
    found: dict[Atom, Asked[T]] = {}
    for number, proposition in enumerate(ground.propositions):
        if can_be_told(ground, proposition):
            atom = proposition.atom
            if atom not in found:
                found[atom] = Asked(ground.program.facts[atom.fact], make)
            found[atom].ask(number, proposition)
    return found


def packed(
    inputs: Sequence[Input], table: Mapping[Atom, Asked[tuple[int, ...]]], evidences: Sequence[Evidence]
) -> list[bytearray]:
    """The input columns of many situations.

    bits: n_inputs times 8 * n_words bytes, little-endian; bit j of word w is situation 64*w + j; padding bits are 0.
    `table` gives, of each state, the numbers of the inputs that it sets.
    """
    size = 8 * -(-len(evidences) // 64)
    columns = [bytearray(size) for _ in inputs]
    for number, evidence in enumerate(evidences):
        byte, bit = number >> 3, 1 << (number & 7)
        for atom, known in evidence.known.items():
            entry = table.get(atom)
            if entry is not None:
                for column in entry.of(known):
                    columns[column][byte] |= bit
    return columns


def setter(inputs: Iterable[Input]) -> Callable[[tuple[State, ...]], tuple[int, ...]]:
    """What `packed` wants of a table: from states to the numbers of the inputs that they set."""
    of_proposition: dict[int, list[tuple[Mode, int]]] = {}
    for number, (proposition, mode) in enumerate(inputs):
        of_proposition.setdefault(proposition, []).append((mode, number))

    def make(states: tuple[State, ...]) -> tuple[int, ...]:
        return tuple(
            number
            for proposition, state in states
            for mode, number in of_proposition.get(proposition, ())
            if mode in HOLDING[state]
        )

    return make
