"""A line that corrects by a fragment: `no, 38 percent`, `actually it is Tajikistan`, `not Kyrgyzstan but Tajikistan`.

All of the line is one figure, one name or one word of an enumeration, behind words that correct. It takes the place of
what stood in the slot that it fits, in what was told last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.conversation.answering import number_said
from dragoman.language.forms import ReadFact
from dragoman.language.grammar import Grammar
from dragoman.language.line import Line
from dragoman.language.mentions import PRONOUN
from dragoman.language.remembered import as_read
from dragoman.language.telling import checked_slots
from dragoman.language.tokens import tokens_of
from dragoman.rulebook.forms import FactType, ValueSlot
from dragoman.rulebook.forms import Slot as KeySlot
from dragoman.situation.forms import Said, Statement
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_OPENING = re.compile(
    r"^\W*(?:(?:no|nope|actually|sorry|correction|wait|oops|my mistake|my bad|well|rather|i mean|i meant|i meant to say|make (?:that|it)|let us say"
    r"|change (?:that|it) to|that should (?:be|read)|it should (?:be|read)|should be|it is|it's|its|that is|that's|it was|to be precise|more precisely|i misspoke|scratch that|on second thoughts?"
    r"|better|it is rather|it is in fact|in fact)\b[\s,:;-]*)+",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(r"^(?:not|no) (?P<old>.+?),? but (?P<new>.+)$", re.IGNORECASE)
_NEW_NOT = re.compile(r"^(?P<new>.+?),? (?:and )?(?:not|instead of|rather than) (?P<old>.+)$", re.IGNORECASE)


class Amendment(NamedTuple):
    """One way to read a fragment."""

    fact: ReadFact
    """What was told last, with the fragment in its place."""
    old: Said


def is_correcting(text: str) -> bool:
    """Whether a line begins as one that corrects."""
    return _OPENING.match(text.strip()) is not None or _NOT_BUT.match(text.strip()) is not None


def amendments(grammar: Grammar, text: str, latest: Sequence[Statement]) -> tuple[Amendment, ...]:
    """All ways to read a line as a fragment that corrects what was told last, the last statement's first."""
    body = _OPENING.sub("", text.strip()).strip(" .!?")
    for shape in (_NOT_BUT, _NEW_NOT):
        if found := shape.match(body):
            body = found["new"]
    line = Line(grammar, body, tokens_of(body))
    if not len(line):
        return ()
    for said in dict.fromkeys(statement.said for statement in reversed(latest)):
        found_here = tuple(_of(grammar, line, body, text.strip(), said))
        if found_here:
            return found_here
    return ()


def _of(grammar: Grammar, line: Line, body: str, span: str, said: Said) -> Iterator[Amendment]:
    fact = grammar.rulebook.facts[said.fact]
    told = as_read(grammar.rulebook, said, span)
    for slot in (*fact.keys, *((fact.value,) if fact.value else ())):
        value = _value(grammar, line, body, slot)
        if value is None or told.slots.get(slot.name) == value:
            continue
        slots = checked_slots(grammar.rulebook, fact, {**_texts(fact, told), slot.name: value}, said.is_stated)
        if slots is not None and slots != told.slots:
            yield Amendment(ReadFact(told.fact, slots, told.holds, told.likelihood, told.source, told.date, span), said)


def _texts(fact: FactType, told: ReadFact) -> dict[str, str]:
    """The slots that are names or words; a number that is not replaced is left to be refused."""
    return {name: str(value) for name, value in told.slots.items() if not isinstance(value, dict)}


def _value(grammar: Grammar, line: Line, body: str, slot: KeySlot | ValueSlot) -> str | None:
    """What all of a line is in a slot."""
    if isinstance(slot.kind, Entities):
        for mention in line.mentions[0]:
            one = mention.names[0] if len(mention.names) == 1 else ""
            fits = one and slot.kind.takes(grammar.lexicon.entities[one])
            if mention.end == len(line) and mention.kind != PRONOUN and fits:
                return one
        return None
    if isinstance(slot.kind, Enumeration):
        words = slot.kind.words
        said = (one.word for end, one in line.spoken[0] if end == len(line) and one.slot in ("", slot.name))
        return next((word for word in said if word in words), None)
    return number_said(grammar, slot, body) if isinstance(slot, ValueSlot) else None
