"""Several machines as one: what begins alike in a hundred phrases is held against a line once.

A state of it stands for a state of each of some machines, and an edge for all their edges with the same symbol (the subset
construction, by symbols, without the words that two of them share). It is made when somebody comes there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from dragoman.language.grammar.machine import Edge, Lit, Machine, Symbol

Members = tuple[int, ...]
"""Machines, each with its state: one number, `MOST` times the machine and the state."""
MOST = 1 << 20
_FEW = 6
"""Of so many edges it is quicker to look at each than to look up which have a word."""


class Walked(Protocol):
    """Machines by their numbers, as they are kept or as they are."""

    def __len__(self) -> int:
        """How many there are."""

    def leading_on(self, members: Members) -> tuple[Mapping[object, Sequence[int]], Sequence[int]]:
        """What leads on from there: for what stands for each symbol, where to; and the machines of which a phrase ends there."""

    def symbol(self, key: object) -> Symbol:
        """What something stands for."""


class Plainly:
    """Machines as they are."""

    def __init__(self, machines: Iterable[Machine]) -> None:
        self._machines = list(machines)

    def __len__(self) -> int:
        return len(self._machines)

    def leading_on(self, members: Members) -> tuple[Mapping[object, Sequence[int]], Sequence[int]]:
        """As :class:`Walked` says; a symbol stands for itself."""
        to: dict[object, list[int]] = {}
        accepted = list[int]()
        for member in members:
            one, state = divmod(member, MOST)
            for symbol, then in self._machines[one].edges[state]:
                to.setdefault(symbol, []).append(member - state + then)
            if state in self._machines[one].accepting:
                accepted.append(one)
        return to, accepted

    def symbol(self, key: object) -> Symbol:
        """As :class:`Walked` says."""
        assert isinstance(key, Symbol)
        return key


class State:
    """A state of machines that are walked together."""

    def __init__(self, edges: tuple[Edge, ...], accepted: tuple[int, ...]) -> None:
        self.edges, self.accepted = edges, accepted
        """All that leads on, and the phrases that end there."""
        self.fillings = [(symbol, to) for symbol, to in edges if not isinstance(symbol, Lit)]
        """What leads on behind a name or the value of a slot."""
        self.words = [(symbol, to) for symbol, to in edges if isinstance(symbol, Lit)]
        """What leads on behind a word."""

    def heard(self, stems: Iterable[str]) -> Sequence[tuple[Lit, int]]:
        """What leads on behind a word that may be heard as each of some stems."""
        if len(self.words) <= _FEW:
            return [edge for edge in self.words if not edge[0].stems.isdisjoint(stems)]
        found: Sequence[int] = ()
        for one in stems:
            more = self._by_stem.get(one)
            if more is not None:
                found = sorted({*found, *more}) if found else more
        return [self.words[at] for at in found]

    @cached_property
    def _by_stem(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for at, (symbol, _) in enumerate(self.words):
            for stem in symbol.stems:
                found.setdefault(stem, []).append(at)
        return found


class Joint:
    """The machines of some phrases, walked together; the first state is 0."""

    def __init__(self, phrases: Sequence[int], machines: Walked) -> None:
        """`phrases` are those of the machines, one of each."""
        self._phrases, self._machines = phrases, machines
        self._numbers: dict[Members, int] = {}
        self._members: list[Members] = []
        self._states: list[State | None] = []
        self._number(tuple(MOST * one for one in range(len(machines))))

    def at(self, state: int) -> State:
        """What one of its states has."""
        found = self._states[state]
        if found is None:
            found = self._states[state] = self._made(self._members[state])
        return found

    def _number(self, members: Members) -> int:
        number = self._numbers.get(members)
        if number is None:
            number = self._numbers[members] = len(self._members)
            self._members.append(members)
            self._states.append(None)
        return number

    def _made(self, members: Members) -> State:
        machines = self._machines
        to, accepted = machines.leading_on(members)
        edges = tuple((machines.symbol(key), self._number(tuple(several))) for key, several in to.items())
        return State(edges, tuple(dict.fromkeys(self._phrases[one] for one in accepted)))
