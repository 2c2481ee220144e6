"""Machines as rows of numbers, and back: what takes a millisecond to make of a phrase is taken from there in a few microseconds.

A row is one machine: how many states it accepts, these, and its edges, state after state. An edge is one number: its
symbol, where it leads, and whether it is the last of its state. A machine too large for that has an empty row, and is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from dragoman.language.grammar.columns import Rows
from dragoman.language.grammar.machine import Edge, Ent, Lit, Machine, Slot, Symbol

_TO, _SYMBOL = 13, 18
"""Bits of where an edge leads, and of its symbol; one more is whether it is the last."""
_NONE = 0
"""The symbol of a state without edges."""
_NO_EDGE: Edge = (Lit(frozenset()), -1)
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
        row = [len(machine.accepting), *sorted(machine.accepting)]
        for edges in machine.edges:
            packed = [self._number(symbol) << _TO + 1 | to << 1 for symbol, to in edges] or [_NONE]
            packed[-1] |= 1
            row += packed
        return row if len(self._stems) < 1 << _SYMBOL else []

    def stems_in(self, row: Sequence[int]) -> Iterator[str]:
        """The stems of a row's words."""
        symbols = {packed >> _TO + 1 for packed in row[1 + row[0] :]} if row else set[int]()
        return chain.from_iterable(self._stems[number] for number in symbols)

    def _number(self, symbol: Symbol) -> int:
        number = self._symbols.get(symbol)
        if number is None:
            number = self._symbols[symbol] = len(self._stems)
            self._stems.append(symbol.stems if isinstance(symbol, Lit) else frozenset())
        return number

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
        start = 1 + row[0]
        edges: list[tuple[Edge, ...]] = []
        here: list[Edge] = []
        made = self._edges
        for packed in row[start:]:
            edge = made.get(packed >> 1) or self._edge(packed >> 1)
            if edge is not _NO_EDGE:
                here.append(edge)
            if packed & 1:
                edges.append(tuple(here))
                here = []
        return Machine(tuple(edges), frozenset(row[1:start]))

    def _edge(self, packed: int) -> Edge:
        number, to = packed >> _TO, packed & (1 << _TO) - 1
        found = self._edges[packed] = (
            (self._symbols.get(number) or self._symbol(number), to) if number != _NONE else _NO_EDGE
        )
        return found

    def _symbol(self, number: int) -> Symbol:
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
