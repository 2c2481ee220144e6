"""A group and a member of whom the next clause says the contrary: it is so of the others.

the five back it, but A does not     the other four do, A does not
the five aren't insolvent, just A is  the other four are not, A is
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from dragoman.language.forms import ReadFact
from dragoman.rulebook.forms import Rulebook


def without_taken_out(rulebook: Rulebook, told: Sequence[Sequence[ReadFact]]) -> list[tuple[ReadFact, ...]]:
    """What each clause tells, of a group only of those of it who are not taken out in it or behind it."""
    found = list[tuple[ReadFact, ...]]()
    for at, facts in enumerate(told):
        later = [fact for several in told[at:] for fact in several]
        found.append(tuple(other for fact in facts for other in _others_of(rulebook, fact, later)))
    return found


def _others_of(rulebook: Rulebook, fact: ReadFact, later: Sequence[ReadFact]) -> tuple[ReadFact, ...]:
    """What a fact of a group says, where some of its members are taken out; the fact itself if none is."""
    for slot, name in fact.slots.items():
        entity = rulebook.entities.get(name) if isinstance(name, str) else None
        if entity is None or not entity.members:
            continue
        taken = set(_taken_out(fact, slot, entity.members, later))
        if taken and len(taken) < len(entity.members):
            left = (one for one in entity.members if one not in taken)
            return tuple(dataclasses.replace(fact, slots={**fact.slots, slot: one}) for one in left)
    return (fact,)


def _taken_out(fact: ReadFact, slot: str, members: Sequence[str], later: Sequence[ReadFact]) -> Iterator[str]:
    """The members of whom the contrary is said."""
    for other in later:
        name = other.slots.get(slot)
        is_alike = {**other.slots, slot: ""} == {**fact.slots, slot: ""}
        if (
            other.fact == fact.fact
            and other.holds != fact.holds
            and is_alike
            and isinstance(name, str)
            and name in members
        ):
            yield name
