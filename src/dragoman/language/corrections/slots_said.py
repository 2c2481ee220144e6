"""What a few words are in a slot: a name, a word of an enumeration, a number; and a fact with another value there."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.written import written_for
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.telling.teller import checked_slots
from dragoman.language.words.tokens import tokens_of
from dragoman.rulebook.forms import Slot, ValueSlot
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

AnySlot = Slot | ValueSlot
_BARE = re.compile(r"(?:about |around |roughly |some |approximately )?(\d+(?:[.,]\d+)?)")


class Value(NamedTuple):
    """A value of a slot, and the tokens that say it."""

    start: int
    end: int
    text: str


def line_of(grammar: Grammar, text: str, before: tuple[str, ...] = ()) -> Line:
    """A few words as a line."""
    return Line(grammar, text, tokens_of(text), before)


def slots_of_fact(grammar: Grammar, fact: ReadFact) -> tuple[AnySlot, ...]:
    """Those of its type."""
    return grammar.told[fact.fact].slots if fact.fact in grammar.told else ()


def values_in(grammar: Grammar, line: Line, slot: AnySlot) -> Iterator[Value]:
    """What the words of a line are in a slot, wherever they stand."""
    for at in range(len(line)):
        if isinstance(slot.kind, Entities):
            for mention in line.mentions[at]:
                one = mention.names[0] if len(mention.names) == 1 and not mention.excluded else ""
                if one and mention.kind != PRONOUN and slot.kind.takes(grammar.lexicon.entities[one]):
                    yield Value(at, mention.end, one)
        elif isinstance(slot.kind, Enumeration):
            for end, spoken in line.spoken[at]:
                if spoken.slot in ("", slot.name) and spoken.word in slot.kind.words:
                    yield Value(at, end, spoken.word)
        elif isinstance(slot, ValueSlot):
            figure = line.figures[at]
            written = written_for(slot.kind, figure, line.tokens) if figure is not None else None
            if written is not None:
                yield Value(at, written.end, written.text)
            elif figure is not None and figure.end == at + 1 and line.texts[at][:1].isdigit():
                yield Value(at, at + 1, line.texts[at])


def whole_value(grammar: Grammar, line: Line, slot: AnySlot) -> str | None:
    """What all of a line is in a slot."""
    found = (one.text for one in values_in(grammar, line, slot) if (one.start, one.end) == (0, len(line)))
    return next(found, None)


def with_value(grammar: Grammar, told: ReadFact, name: str, value: str) -> ReadFact | None:
    """A fact with another value in a slot; None if there is no such fact, or it is the same."""
    texts = {slot: str(one) for slot, one in told.slots.items() if not isinstance(one, dict) or slot == name}
    slots = checked_slots(grammar.rulebook, grammar.told[told.fact], {**texts, name: value}, told.holds)
    is_other = slots is not None and slots != told.slots and len(slots) == len(told.slots)
    return dataclasses.replace(told, slots=slots) if is_other and slots is not None else None


def is_value(value: object, said: str) -> bool:
    """Whether a value of a fact is what words say."""
    if isinstance(value, dict):
        return False
    if isinstance(value, str):
        return value == said
    try:
        return float(said) == float(str(value))
    except ValueError:
        return str(value) == said


def number_said(grammar: Grammar, slot: ValueSlot, said: str) -> str | None:
    """A number as people say it, if it is all that was said."""
    line = line_of(grammar, said)
    figure = line.figures[0] if len(line) else None
    if figure is not None and figure.end == len(line):
        written = written_for(slot.kind, figure, line.tokens)
        if written is not None and written.end == len(line):
            return written.text
    bare = _BARE.fullmatch(said)
    return bare[1].replace(",", ".") if bare else None


def are_alike(grammar: Grammar, name: str, other: object) -> bool:
    """Whether two are of one group."""
    groups = (set(entity.members) for entity in grammar.lexicon.entities.values() if entity.members)
    return any({name, str(other)} <= group for group in groups)
