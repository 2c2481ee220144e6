"""Sentences of the program as a question with its answer, taken back, put right, and gone on from: each says what it then says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.read import Reader
from dragoman.language.words.verbs import Form, first_form
from dragoman.values.entity import Entities
from tests.language.phrased import grammar
from tests.language.round_trip import sentences

# What is told of A, what of B, and the intent: `+` for so, `-` for not so, `.` for nothing.
NOTES = """
Does {x} {do}{rest}? It does.                             | + . tell
Does {x} {do}{rest}? Yes.                                 | + . tell
Does {x} {do}{rest}? It does not.                         | - . tell
does {x} {do}{rest}? nope                                 | - . tell
Does {x} {do}{rest}? It may. It may not.                  | . . tell
Does {x} {do}{rest}? Nobody knows.                        | . . tell
Does {x} {do}{rest}? I have no idea.                      | . . show
Does {x} {do}{rest}? No. {b} does.                        | - + tell
Does {x} {do}{rest}? Yes. And {b}? No.                    | + - tell
Does {x} {do}{rest}? It does. So does {b}.                | + + tell
Does only {x} {do}{rest}? No.                             | . . show
Who {does}{rest}? {x}.                                    | + . tell
Who {does}{rest}? {x} does.                               | + . tell
Who {does}{rest}? Not {x}.                                | - . tell
Who would {do}{rest}? {x}.                                | . . show
{x} {does}{rest}. Scrap that, wrong table.                | . . withdraw
{x} {does}{rest}. No, delete that, it was a draft.        | . . withdraw
{x} {does}{rest}. I take that back, I misread it.         | . . withdraw
{x} {does}{rest}. Correction: {b} {does}{rest}.           | . + correct
{x} {does}{rest}. No, {b} {does}{rest}.                   | . + correct
{x} {does}{rest}. Correction to that: it does not.        | - . correct
I wrote that {x} {does}{rest}. Correction: it does not.   | - . correct
{x} {does}{rest}. {b} does too.                           | + + tell
{x} {does}{rest}. {b} does not.                           | + - tell
{x} {does}{rest}. Unlike it, {b} does not.                | + - tell
{x} {does}{rest}. As for {b}, it does not.                | + - tell
{x} does not {do}{rest}. {b} does.                        | - + tell
{b} may join. If it does, {x} {does}{rest}.               | . . tell
"""
RULEBOOKS = ("theatres", "leagues", "clinics", "grids", "media", "arctic", "kitchens", "ferries")
FEW = (pytest.param(29, RULEBOOKS[:2], id="few"), pytest.param(38, RULEBOOKS, id="more", marks=pytest.mark.long))
"""One of so many of the sentences, and of which rulebooks."""
LEAST = 0.8
"""So many must be told as they are said; nothing else of any."""
_VERB = re.compile(r" (\w+)(?= )")


class Note(NamedTuple):
    """A sentence of the program, cut behind its first verb, with another who may do it."""

    fact: str
    slots: dict[str, object]
    slot: str
    other: str
    words: dict[str, str]
    can_be_denied: bool


def notes(of: Grammar) -> Iterator[Note]:
    """Those in which somebody who is named first does something, and which are told as they stand."""
    titles = {one.title.lower(): one for one in of.lexicon.entities.values() if not one.members}
    for one in sentences(of.rulebook, of, most=2):
        text = one.sentence.removeprefix("the ")
        title = max((t for t in titles if text.lower().startswith(f"{t} ")), key=len, default="")
        found = _VERB.match(text, len(title)) if title and one.holds and "'s" not in title else None
        does = found[1] if found is not None else ""
        do = "have" if does == "has" else first_form(does, Form.THIRD) if does.endswith("s") and does != "is" else ""
        who = titles[title].name if title else ""
        slot = next((s for s in of.told[one.fact].keys if one.slots.get(s.name) == who), None)
        if not do or found is None or slot is None or not isinstance(slot.kind, Entities):
            continue
        others = [e for e in titles.values() if slot.kind.takes(e) and e.types == titles[title].types and e.name not in one.slots.values()]  # fmt: skip
        if others:
            words = {"x": one.sentence[: len(one.sentence) - len(text)] + text[: len(title)], "b": others[0].title, "does": does, "do": do}  # fmt: skip
            words["rest"] = text[found.end() :]
            value = of.told[one.fact].value
            yield Note(one.fact, dict(one.slots), slot.name, others[0].name, words, value is None)


def _said(fact: ReadFact) -> tuple[str, str, bool]:
    return fact.fact, repr(sorted(fact.slots.items(), key=str)), fact.holds


def _wanted(note: Note, signs: str) -> set[tuple[str, str, bool]]:
    several = (note.slots, {**note.slots, note.slot: note.other})
    signed = zip(several, signs.split(), strict=False)
    return {(note.fact, repr(sorted(slots.items(), key=str)), sign == "+") for slots, sign in signed if sign != "."}


def _put(template: str, note: Note) -> str:
    text = template.strip().format(**note.words)
    return re.sub(r"(^|[.?] )([a-z])", lambda m: m[1] + m[2].upper(), text)


@pytest.mark.parametrize(("one_of", "rulebooks"), FEW)
def test_what_two_sentences_say_of_each_other_is_told(one_of: int, rulebooks: tuple[str, ...]) -> None:
    right, false, number = list[bool](), list[str](), 0
    for name in rulebooks:
        reader = Reader(grammar(name))
        for note in notes(reader.grammar):
            for line in NOTES.strip().splitlines():
                template, expected = line.split("|")
                signs, intent = expected.strip()[:3], expected.split()[-1]
                number += 1
                if number % one_of or ("-" in signs and not note.can_be_denied):
                    continue
                text = _put(template, note)
                reading = reader.read(text)
                told = {_said(fact) for fact in reading.facts}
                wanted = _wanted(note, signs)
                right.append(told == wanted and reading.intent.value == intent)
                false += [text] if not told <= wanted else []
    assert false == []
    assert sum(right) >= LEAST * len(right) > 0
