"""Several machines as one: what begins alike in a hundred phrases is held against a line once.

A state of it stands for a state of each of some machines, and an edge for all their edges with the same symbol (the subset
construction, by symbols, without the words that two of them share). It is made when somebody comes there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.language.grammar.machine import Edge, Lit, Machine, Symbol

Members = tuple[tuple[int, int], ...]
"""Machines, each with its state."""


class State:
    """A state of machines that are walked together."""

    __slots__ = ("accepted", "edges", "fillings", "words")

    def __init__(self, edges: tuple[Edge, ...], accepted: tuple[int, ...]) -> None:
        self.edges, self.accepted = edges, accepted
        """All that leads on, and the phrases that end there."""
        self.fillings = tuple((symbol, to) for symbol, to in edges if not isinstance(symbol, Lit))
        """What leads on behind a name or the value of a slot."""
        words: dict[str, list[tuple[Lit, int]]] = {}
        for symbol, to in edges:
            if isinstance(symbol, Lit):
                for stem in symbol.stems:
                    words.setdefault(stem, []).append((symbol, to))
        self.words: Mapping[str, Sequence[tuple[Lit, int]]] = words
        """What leads on behind a word, by its stems."""


class Joint:
    """The machines of some phrases, walked together; the first state is 0."""

    def __init__(self, machines: Iterable[tuple[int, Machine]]) -> None:
        """Each machine with the number of its phrase."""
        self._phrases, self._machines = list[int](), list[Machine]()
        for phrase, machine in machines:
            self._phrases.append(phrase)
            self._machines.append(machine)
        self._numbers: dict[Members, int] = {}
        self._members: list[Members] = []
        self._states: list[State | None] = []
        self._number(tuple((one, 0) for one in range(len(self._machines))))

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
        to: dict[Symbol, dict[tuple[int, int], None]] = {}
        accepted: dict[int, None] = {}
        for one, state in members:
            machine = self._machines[one]
            if state in machine.accepting:
                accepted[self._phrases[one]] = None
            for symbol, then in machine.edges[state]:
                to.setdefault(symbol, {})[one, then] = None
        edges = tuple((symbol, self._number(tuple(several))) for symbol, several in to.items())
        return State(edges, tuple(accepted))
