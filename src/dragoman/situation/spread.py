"""A statement about a group, or one that leaves a slot out, as statements about atoms."""

from __future__ import annotations

from itertools import product
from typing import TypeVar

from dragoman.rulebook.forms import Atom, Blank, FactType, Key, Rulebook, Slot, SlotKind, Spread
from dragoman.rulebook.vocabulary import domain
from dragoman.situation.forms import Extent, Said, Statement

T = TypeVar("T")
Spreads = dict[tuple[str, tuple[str | Blank, ...], bool], tuple[tuple[Atom, Extent], ...]]
"""Of what was said of which terms: the atoms, and the extent of each. A table says the same many times."""


def statements_of(rulebook: Rulebook, said: Said, known: Spreads | None = None) -> tuple[Statement, ...]:
    """What `said` says of each atom: groups spread over their members, symmetric slots in order.

    A denial without an optional slot is said of every value of that slot and of its absence. A fact told without it
    is an atom of its own, and no more precise than that denial. `known` keeps what was worked out, for the next time.
    """
    known = {} if known is None else known
    what = said.fact, said.terms, said.holds
    if what not in known:
        known[what] = tuple(_spread(rulebook, rulebook.facts[said.fact], said.terms, holds=said.holds).items())
    return tuple(Statement(atom, said, extent) for atom, extent in known[what])


def _spread(rulebook: Rulebook, fact: FactType, terms: tuple[str | Blank, ...], *, holds: bool) -> dict[Atom, Extent]:
    reach = [_reach(rulebook, slot, term) for slot, term in zip(fact.keys, terms, strict=True)]
    told = [
        frozenset({None}) if isinstance(term, Blank) and holds else extent
        for term, extent in zip(terms, reach, strict=True)
    ]
    found: dict[Atom, Extent] = {}
    for values in product(*(sorted(extent, key=lambda value: (value is not None, value)) for extent in told)):
        if is_with_itself(fact, values):
            continue
        swap = _is_swapped(fact, values)
        key = _swapped(fact, values) if swap else values
        extent = _swapped(fact, tuple(reach)) if swap else tuple(reach)
        found.setdefault(Atom(fact.name, key), extent)
    return found


def canonical(fact: FactType, key: Key) -> Key:
    """The key with the two symmetric slots in alphabetical order."""
    return _swapped(fact, key) if _is_swapped(fact, key) else key


def readings(fact: FactType, values: tuple[T, ...]) -> tuple[tuple[T, ...], ...]:
    """The ways to read one value for each key slot: two for a symmetric fact."""
    return (values, _swapped(fact, values)) if fact.symmetric else (values,)


def is_with_itself(fact: FactType, key: Key) -> bool:
    """Whether a symmetric fact stands between a thing and itself, which nobody tells: only spreading makes it."""
    if not fact.symmetric:
        return False
    one, two = _positions(fact)
    return key[one] == key[two] and key[one] is not None


def _reach(rulebook: Rulebook, slot: Slot, term: str | Blank) -> frozenset[str | None]:
    if isinstance(term, Blank):
        return domain(slot, rulebook.entities) | {None}
    entity = rulebook.entities.get(term) if slot.kind is SlotKind.ENTITY else None
    if entity and entity.members and slot.spread is Spread.EACH:
        return frozenset(entity.members)
    return frozenset({term})


def _positions(fact: FactType) -> tuple[int, int]:
    one, two = fact.symmetric or ("", "")
    return fact.key_names.index(one), fact.key_names.index(two)


def _is_swapped(fact: FactType, key: Key) -> bool:
    if not fact.symmetric:
        return False
    one, two = _positions(fact)
    return (key[one] or "") > (key[two] or "")


def _swapped(fact: FactType, values: tuple[T, ...]) -> tuple[T, ...]:
    one, two = _positions(fact)
    changed = list(values)
    changed[one], changed[two] = changed[two], changed[one]
    return tuple(changed)
