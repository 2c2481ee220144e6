"""Machines as rows of numbers, and back: what takes a millisecond to make of a phrase is taken from there in a few microseconds.

A row is one machine: how many states it accepts, these, how many states it has, where the edges of each begin, and the edges,
state after state. An edge is one number: its symbol and where it leads. Most ways through a machine end at its first words, so
a state's edges are made when somebody comes there. A machine too large for that has an empty row, and is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import overload

from dragoman.language.grammar.columns import Rows
from dragoman.language.grammar.joint import MOST, Members
from dragoman.language.grammar.machine import Edge, Ent, Lit, Machine, Slot, Symbol

_TO, _SYMBOL = 13, 18
"""Bits of where an edge leads, and of its symbol."""
_LAST = (1 << _TO) - 1
_SLOT, _ENT = 4, 5
"""What a symbol is; below that it is words: going on 1, done 2."""


class Packer:
    """Gives the symbols of machines their numbers."""

    def __init__(self, numbers: Callable[[Iterable[str]], list[int]]) -> None:
        """`numbers` gives those of some texts."""
        self._numbers = numbers
        self._symbols: dict[Symbol, int] = {}
        self._stems: list[frozenset[str]] = [frozenset()]
        """The words of each, by its number; the first stands for none."""

    def row(self, machine: Machine) -> list[int]:
        """A machine as numbers."""
        if len(machine.edges) >= 1 << _TO:
            return []
        starts = accumulate(map(len, machine.edges[:-1]), initial=0)
        edges = (self._number(symbol) << _TO | to for symbol, to in chain.from_iterable(machine.edges))
        row = [len(machine.accepting), *sorted(machine.accepting), len(machine.edges), *starts, *edges]
        return row if len(self._stems) < 1 << _SYMBOL else []

    def stems_in(self, row: Sequence[int]) -> Iterator[str]:
        """The stems of a row's words."""
        symbols = {packed >> _TO for packed in row[_first_edge(row) :]} if row else set[int]()
        return chain.from_iterable(self._stems[number] for number in symbols)

    def _number(self, symbol: Symbol) -> int:
        number = self._symbols.get(symbol)
        if number is None:
            number = self._symbols[symbol] = len(self._stems)
            self._stems.append(symbol.stems if isinstance(symbol, Lit) else frozenset())
        return number

    def met(self) -> list[Symbol]:
        """The symbols that were met, in the order of their numbers."""
        return list(self._symbols)

    def renumbering(self, symbols: Iterable[Symbol]) -> Callable[[list[int]], list[int]]:
        """What gives a row of another packer, which met those symbols, the numbers of this one."""
        numbers = [0, *map(self._number, symbols)]

        def renumbered(row: list[int]) -> list[int]:
            first = _first_edge(row) if row else 0
            return [*row[:first], *(numbers[packed >> _TO] << _TO | packed & _LAST for packed in row[first:])]

        return renumbered

    def symbols(self) -> Iterator[list[int]]:
        """The symbols that were met, in the order of their numbers."""
        for one in self._symbols:
            match one:
                case Lit(stems, is_ing, is_past):
                    yield [is_ing + 2 * is_past, *self._numbers(sorted(stems))]
                case Slot(slot, kind):
                    yield [_SLOT, *self._numbers((slot, kind))]
                case Ent(names):
                    yield [_ENT, *self._numbers(sorted(names))]


class Unpacker:
    """Makes machines of their rows; each symbol is made once, and each edge: thousands of machines have the same ones."""

    def __init__(self, symbols: Rows, texts: Sequence[str]) -> None:
        self._rows, self._texts = symbols, texts
        self._symbols: dict[int, Symbol] = {}
        self._edges: dict[int, Edge] = {}

    def machine(self, row: Sequence[int]) -> Machine:
        """The machine of a row that is not empty."""
        return Machine(_States(self, row), frozenset(row[1 : 1 + row[0]]))

    def edge(self, packed: int) -> Edge:
        """An edge of its number."""
        found = self._edges.get(packed)
        if found is None:
            found = self._edges[packed] = (self.symbol(packed >> _TO), packed & _LAST)
        return found

    def symbol(self, number: int) -> Symbol:
        """A symbol of its number."""
        return self._symbols.get(number) or self._made(number)

    def _made(self, number: int) -> Symbol:
        kind, *texts = self._rows[number - 1]
        named = [self._texts[text] for text in texts]
        made: Symbol
        if kind == _SLOT:
            made = Slot(*named)
        elif kind == _ENT:
            made = Ent(frozenset(named))
        else:
            made = Lit(frozenset(named), bool(kind & 1), bool(kind & 2))
        self._symbols[number] = made
        return made


class Packed:
    """Machines as they are kept, to be walked together (:class:`dragoman.language.grammar.joint.Walked`)."""

    def __init__(self, unpacker: Unpacker, rows: Sequence[Sequence[int]]) -> None:
        """`rows` that are not empty."""
        self._unpacker, self._rows = unpacker, rows
        self._first = list(map(_first_edge, rows))

    def __len__(self) -> int:
        return len(self._rows)

    def leading_on(self, members: Members) -> tuple[Mapping[object, Sequence[int]], Sequence[int]]:
        """As :class:`dragoman.language.grammar.joint.Walked` says; the numbers of symbols stand for them."""
        rows, first = self._rows, self._first
        to: dict[object, list[int]] = {}
        accepted = list[int]()
        for member in members:
            one, state = divmod(member, MOST)
            row, at = rows[one], first[one]
            size = row[1 + row[0]]
            here = at - size + state
            end = at + row[here + 1] if state + 1 < size else len(row)
            for packed in row[at + row[here] : end]:
                symbol, then = packed >> _TO, member - state + (packed & _LAST)
                if symbol in to:
                    to[symbol].append(then)
                else:
                    to[symbol] = [then]
            if state in row[1 : 1 + row[0]]:
                accepted.append(one)
        return to, accepted

    def symbol(self, key: object) -> Symbol:
        """The symbol of a number."""
        assert isinstance(key, int)
        return self._unpacker.symbol(key)


class _States(Sequence[tuple[Edge, ...]]):
    """The edges of each state of one machine, made when somebody comes there."""

    def __init__(self, unpacker: Unpacker, row: Sequence[int]) -> None:
        self._unpacker = unpacker
        first = _first_edge(row)
        size = row[1 + row[0]]
        self._starts, self._packed = [*row[first - size : first], len(row) - first], row[first:]
        self._made: list[tuple[Edge, ...] | None] = [None] * size

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, state: int) -> tuple[Edge, ...]: ...
    @overload
    def __getitem__(self, state: slice) -> Sequence[tuple[Edge, ...]]: ...
    def __getitem__(self, state: int | slice) -> tuple[Edge, ...] | Sequence[tuple[Edge, ...]]:
        if isinstance(state, slice):
            return [self[one] for one in range(len(self))[state]]
        found = self._made[state]
        if found is None:
            packed = self._packed[self._starts[state] : self._starts[state + 1]]
            found = self._made[state] = tuple(map(self._unpacker.edge, packed))
        return found


def _first_edge(row: Sequence[int]) -> int:
    """Where the edges of a row begin."""
    return 2 + row[0] + row[1 + row[0]]
