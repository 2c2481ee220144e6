"""What is taken back, found among what was told: `forget the sanctions` means those that somebody spoke of."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dragoman.language.forms import ReadFact, Reading
from dragoman.rulebook.forms import Blank, Rulebook
from dragoman.situation.forms import Said, Situation


def among_told(rulebook: Rulebook, situation: Situation, reading: Reading) -> Reading:
    """The reading with each fact that it takes back as it was told; one that nobody told stays as it was said."""
    told = tuple(dict.fromkeys(statement.said for statement in situation.statements))
    found: list[ReadFact] = []
    for fact in reading.withdrawn:
        own = [one for one in (as_read(rulebook, said, fact.span) for said in told) if _is_meant(one, fact)]
        found.extend(own or [fact])
    return dataclasses.replace(reading, withdrawn=tuple(_once(found)))


def as_read(rulebook: Rulebook, said: Said, span: str) -> ReadFact:
    """A statement as a line would have told it."""
    fact = rulebook.facts[said.fact]
    slots: dict[str, object] = {
        slot.name: term for slot, term in zip(fact.keys, said.terms, strict=True) if not isinstance(term, Blank)
    }
    if fact.value is not None and said.value is not None:
        slots[fact.value.name] = said.value.json()
    return ReadFact(fact.name, slots, said.is_stated, said.told_as, said.source.title if said.source else "", "", span)


def _is_meant(told: ReadFact, fact: ReadFact) -> bool:
    return told.fact == fact.fact and all(told.slots.get(name) == value for name, value in fact.slots.items())


def _once(facts: list[ReadFact]) -> Iterator[ReadFact]:
    seen: dict[object, ReadFact] = {}
    for fact in facts:
        seen.setdefault(fact.meaning, fact)
    yield from seen.values()
