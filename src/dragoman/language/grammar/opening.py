"""What a phrase may begin with, and what may follow the name that it begins with.

Thousands of phrases begin with a name, and a line may begin with one at every clause: the word behind it tells most of them
apart. It is worked out once and kept with the grammar; :mod:`dragoman.language.clauses.openings` holds a line against it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from dragoman.language.grammar.machine import Ent, Lit, Machine, Symbol
from dragoman.language.grammar.pools import Pool

FILLED, ANYTHING = "{}", "*"
"""A slot, and what cannot be told."""


class Opening(NamedTuple):
    """What a machine begins with; all over-approximate: what they let through is still to be matched."""

    words: frozenset[str]
    """The stems that may stand first."""
    names: frozenset[str]
    """The names that may (`=china`), `{}` for a slot."""
    then: frozenset[str]
    """What may follow a name; `*` where that is not known."""


def opening_of(machine: Machine, pool: Pool, entities: Collection[str]) -> Opening:
    """What a machine begins with; `entities` are the slots that take names of entities."""
    words, names, then = set[str](), set[str](), set[str]()
    for symbol, to in machine.edges[0]:
        said = _said(symbol, pool)
        if isinstance(symbol, Lit):
            words |= said
            continue
        names |= said
        is_name = isinstance(symbol, Ent) or symbol.slot in entities
        if is_name and to not in machine.accepting:
            then.update(*(_said(other, pool) for other, _ in machine.edges[to]))
        else:
            then.add(ANYTHING)
    return Opening(frozenset(words), frozenset(names), frozenset(then))


def _said(symbol: Symbol, pool: Pool) -> frozenset[str]:
    match symbol:
        case Lit(stems):
            return pool.widened(stems)
        case Ent(names):
            return frozenset({f"={min(names)}"})
    return frozenset({FILLED})
