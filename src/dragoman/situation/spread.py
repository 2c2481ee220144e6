"""A statement about a group, or one that leaves a slot out, as statements about atoms."""

from __future__ import annotations

from itertools import product

from dragoman.rulebook.forms import Atom, Blank, FactType, Rulebook, Slot
from dragoman.situation.forms import Extent, Said, Statement

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
        if fact.is_with_itself(values):
            continue
        key = fact.canonical(values)
        swapped = key != values
        found.setdefault(Atom(fact.name, key), fact.readings(tuple(reach))[swapped])
    return found


def _reach(rulebook: Rulebook, slot: Slot, term: str | Blank) -> frozenset[str | None]:
    if isinstance(term, Blank):
        return slot.kind.domain(rulebook.entities) | {None}
    return slot.kind.reach(term, rulebook.entities)
