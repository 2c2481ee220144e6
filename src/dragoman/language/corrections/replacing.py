"""What is put right takes the place of: the same fact with the old word, the other way round, or whatever its value was."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dragoman.language.earlier.context import Context
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.written import written_for
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.telling.teller import checked_slots
from dragoman.language.words.numbers import Figure
from dragoman.language.words.tokens import tokens_of
from dragoman.rulebook.forms import ValueSlot
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration


def replaced(grammar: Grammar, facts: tuple[ReadFact, ...], old: str, new: str = "") -> Iterator[ReadFact]:
    """What each fact takes the place of: with the old word where one is named, else whatever its value was.

    `new` are the words that the old one stands right behind: `A, not B, sued C` says that B did not, and not that nobody sued B.
    """
    line = Line(grammar, old, tokens_of(old)) if old else None
    for fact in facts:
        kind = grammar.told[fact.fact]
        before = dict(fact.slots)
        if line is not None and (slot := _old_slot(grammar, fact, line, new)) is not None:
            before[slot[0]] = slot[1]
        elif kind.value is not None:
            before.pop(kind.value.name, None)
        else:
            yield dataclasses.replace(fact, holds=not fact.holds)
            continue
        yield dataclasses.replace(fact, slots=before, likelihood="", source="", date="", span=old or fact.span)


def of_another(grammar: Grammar, facts: tuple[ReadFact, ...], who: str, before: Context) -> tuple[ReadFact, ...]:
    """What was told of somebody else that is told of those now who are named: `it is A that has it`."""
    line = Line(grammar, who, tokens_of(who))
    named = {name for mentions in line.mentions for one in mentions for name in one.names}
    for fact in facts[:1]:
        for told in before.told:
            other = {name for name, value in fact.slots.items() if told.slots.get(name) != value}
            if told.fact == fact.fact and len(other) == 1 and {fact.slots[name] for name in other} <= named:
                return (told,)
    return ()


def turned_round(grammar: Grammar, facts: tuple[ReadFact, ...], old: str, before: Context) -> tuple[ReadFact, ...]:
    """What one fact takes the place of, if that is the same the other way round: as the old words say, or as it was told."""
    names = (
        [slot.name for slot in grammar.told[facts[0].fact].slots if isinstance(slot.kind, Entities)] if facts else []
    )
    if len(facts) != 1 or len(names) != 2 or any(name not in facts[0].slots for name in names):
        return ()
    one, other = names
    slots = {**facts[0].slots, one: facts[0].slots[other], other: facts[0].slots[one]}
    turned = dataclasses.replace(facts[0], slots=slots, likelihood="", source="", date="", span=old or facts[0].span)
    line = Line(grammar, old, tokens_of(old))
    said = [m.names for at in range(len(line)) for m in line.mentions[at][:1]]
    is_said = said == [(slots[one],), (slots[other],)]
    is_told = not old and any(
        (fact.fact, fact.slots, fact.holds) == (turned.fact, slots, turned.holds) for fact in before.told
    )
    return (turned,) if is_said or is_told else ()


def _old_slot(grammar: Grammar, fact: ReadFact, line: Line, new: str) -> tuple[str, object] | None:
    """The slot that the old words fill, and with what."""
    kind = grammar.told[fact.fact]
    entities = grammar.lexicon.entities
    beside, latest_first = _last_named(grammar, new), kind.slots[::-1]
    for slot in sorted(latest_first, key=lambda one: fact.slots.get(one.name) not in beside):
        for at in range(len(line)):
            if isinstance(slot.kind, Enumeration):
                words = [spoken.word for _, spoken in line.spoken[at] if spoken.word in slot.kind.words]
                if words and words[0] != fact.slots.get(slot.name):
                    return slot.name, words[0]
            elif isinstance(slot.kind, Entities):
                for mention in line.mentions[at]:
                    fits = len(mention.names) == 1 and slot.kind.takes(entities[mention.names[0]])
                    if fits and mention.names[0] not in fact.slots.values():
                        return slot.name, mention.names[0]
            elif isinstance(slot, ValueSlot) and (figure := line.figures[at]) is not None:
                written = written_for(slot.kind, _scaled_as(grammar, figure, fact.span), line.tokens)
                if written is not None:
                    values = {**{n: str(v) for n, v in fact.slots.items() if n != slot.name}, slot.name: written.text}
                    checked = checked_slots(grammar.rulebook, kind, values, True)
                    return (slot.name, checked[slot.name]) if checked else None
    return None


def _scaled_as(grammar: Grammar, old: Figure, span: str) -> Figure:
    """A bare figure as one of the unit that the new one has: `1.1 billion dollars, not 1.3`."""
    if old.unit or old.scale:
        return old
    found = (one for one in Line(grammar, span, tokens_of(span)).figures if one is not None and (one.unit or one.scale))
    new = next(found, None)
    if new is None:
        return old
    low, high = (None if end is None else end.scaleb(new.scale) for end in (old.low, old.high))
    return old._replace(low=low, high=high, unit=new.unit, scale=new.scale)


def _last_named(grammar: Grammar, words: str) -> frozenset[str]:
    """Whom the words end with."""
    line = Line(grammar, words, tokens_of(words))
    ends = (m for several in line.mentions for m in several if m.end == len(line) and m.kind != PRONOUN)
    return frozenset(name for m in ends for name in m.names)
