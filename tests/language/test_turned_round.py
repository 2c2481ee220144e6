"""Sentences with the words of a phrase in which somebody else does it, or nobody: none is told as what the phrase says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.read import Reader
from dragoman.language.words.verbs import Form, inflected
from dragoman.values.entity import Entities
from tests.language.phrased import grammar

FRAMES = """
{x} is {done} by {y} | {x} is being {done} | {x} is under the {do} of {y}
{x} may {do} {y} | {x} could {do} {y} | {x} should {do} {y} | {x} would {do} {y} | {x} almost {did} {y} | {x} has stopped {doing} {y}
{x} is expected to {do} {y} | {x} was asked to {do} {y} | {x} has been invited to {do} {y} | {x} has promised to {do} {y}
{x} is too weak to {do} {y} | {x} has the right to {do} {y} | {x} pretends to {do} {y} | {x} is accused of {doing} {y}
{x} denies {doing} {y} | {x} {does} the rivals of {y} | the rivals of {x} {do} {y} | nobody in {x} {does} {y} | {x}'s critics {do} {y}
only half of {x} {does} {y} | instead of {doing} {y}, {x} waits | there is talk of {x} {doing} {y} | a company from {x} {does} a firm in {y}
neither {x} nor anyone else {does} {y} | {x} without {doing} {y} is poor | {x} helps others to {do} {y} | next year {x} will {do} {y}
"""
TEMPLATES = [one.strip() for line in FRAMES.strip().splitlines() for one in line.split("|")]
_DOES = re.compile(r"\{(\w+)\} (?:\(([^()]*)\)|(\w+)) \{(\w+)\}")
RULEBOOKS = ("", "arctic", "media", "elections", "clinics", "ferries")
BOTH_WAYS = {"borders"}
"""What is so both ways, though a key of it stands first."""
FEW = (pytest.param(29, id="few"), pytest.param(8, id="more", marks=pytest.mark.long))
"""One of so many of the verbs."""


class Deed(NamedTuple):
    """What somebody does with another in a phrase of two names and a verb."""

    fact: str
    slots: dict[str, str]
    words: dict[str, str]


@cache
def deeds(name: str) -> tuple[Deed, ...]:
    """Each verb of a rulebook's phrases that may turn round, with two who could be the ones."""
    return tuple({(one.fact, one.words["does"]): one for one in _deeds(grammar(name))}.values())


def _deeds(of: Grammar) -> Iterator[Deed]:
    entities = of.lexicon.entities
    for phrase in of.book.phrases:
        found, fact = _DOES.fullmatch(phrase.text), of.told[phrase.fact]
        if found is None or not phrase.holds or fact.symmetric_names or fact.name in BOTH_WAYS:
            continue
        kinds = [slot.kind for name in (found[1], found[4]) for slot in fact.slots if slot.name == name]
        if len(kinds) < 2 or not all(isinstance(kind, Entities) for kind in kinds):
            continue
        first, second = ([*kind.choices(entities, is_told=True)] for kind in kinds if isinstance(kind, Entities))
        other = next((one for one in reversed(second) if one != first[0]), first[0])
        for does in (found[2] or found[3]).split("|"):
            do = next((one for one in (does[:-1], does[:-2]) if one and inflected(one, Form.THIRD) == does), "")
            if re.fullmatch("[a-z]+s", does) and do and other != first[0]:
                forms = {"done": Form.DONE, "did": Form.PAST, "doing": Form.DOING}
                words = {"do": do, "does": does} | {key: inflected(do, form) for key, form in forms.items()}
                named = {"x": entities[first[0]].title, "y": entities[other].title}
                yield Deed(phrase.fact, {found[1]: first[0], found[4]: other}, words | named)


@pytest.mark.parametrize("one_of", FEW)
@pytest.mark.parametrize("name", RULEBOOKS)
def test_what_another_does_or_nobody_is_not_told(name: str, one_of: int) -> None:
    reader, told = Reader(grammar(name)), list[str]()
    for number, deed in enumerate(deeds(name)[::one_of]):
        for template in TEMPLATES[number % 7 :: 7] if one_of > 1 else TEMPLATES:
            text = template.format(**deed.words)
            for fact in reader.read(text[0].upper() + text[1:]).facts:
                is_said = fact.fact == deed.fact and all(
                    dict(fact.slots)[slot] == who for slot, who in deed.slots.items()
                )
                if is_said and fact.holds and not fact.likelihood and not fact.source:
                    told.append(text)
    assert told == []


def test_there_are_some() -> None:
    assert all(len(deeds(name)) > 4 for name in RULEBOOKS)
