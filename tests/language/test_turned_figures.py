"""Sentences of the program whose figure is bounded, compared or put right, or of whom it is said alone: each told as what it says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import pytest

from dragoman.language.forms import ReadFact
from dragoman.language.read import Reader
from dragoman.values.quantity import Quantity
from tests.language.phrased import grammar
from tests.language.round_trip import sentences
from tests.language.test_put_round import Said, said

AT_LEAST = "at least {f} | {f} or more | {f} at the very least | {f} and more | no less than {f} | not under {f}"
AT_MOST = "at most {f} | {f} or less | {f} at the outside | {f} tops | {f} at the most | up to {f}"
AS_IT_IS = """
{f}, twice as much as last year | {f}, up from {k} | {f}, {k} more than before | {f}, against {k} in 2020 | {f} ({k} last year)
{f}, a third of what had been asked for | {f}, more than anybody else | {f}, {k} short of the target | not {k} but {f} | {f} exactly
"""
NOT_SO = """
{f}, against {k} now | {f} less than before | {f}, if all goes well | {f}, up from {k}, but that is wrong
{f}, {k} more than before, so they say | by 2060 {f}, up from {k} | {f} or more is the goal
"""
DOES = """
nobody but {x} {does} | no one except {x} {does} | {x} and nobody else {does} | {x} alone {does}
no one other than {x} {does} | there's no denying that {x} {does} | I don't deny that {x} {does}
"""
DOES_NOT = "not even {x} {does} | {x} is unable to {do} | {x} does not {do}, never has | {x} does not {do} in the least"
NEITHER = (
    "{x} is not the only one that {does} | nobody but {x}'s critics {do} | {x} is able to {do} | not only {x} {does}"
)
RULEBOOKS = ("media", "clinics", "rail", "grids")
TRIED = [
    *(pytest.param(name, 23, id=f"{name}-few") for name in RULEBOOKS[:2]),
    *(pytest.param(name, 18, id=f"{name}-more", marks=pytest.mark.long) for name in RULEBOOKS),
]
"""Rulebooks, of each one of so many of its sentences."""
MOST_MISSED = 5
"""One of so many may be missed."""


class Counted(NamedTuple):
    """A sentence that ends with a figure: what stands before that, the figure, half of it, and its slot."""

    fact: str
    before: str
    figure: str
    less: str
    slot: str
    number: Decimal


def templates(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split("|")]


@cache
def counted(name: str) -> tuple[Counted, ...]:
    return tuple(_counted(name))


def _counted(name: str) -> Iterator[Counted]:
    known = grammar(name)
    for one in sentences(known.rulebook, known, most=24):
        value = known.told[one.fact].value
        number = one.slots.get(value.name) if value is not None else None
        if value is None or not isinstance(value.kind, Quantity) or not one.holds or isinstance(number, (dict, str)):
            continue
        text = str(number)
        before, found, unit = one.sentence.rpartition(text)
        is_bounded = before.endswith(("at least ", "at most ", "to "))
        if found and not is_bounded and len(unit.split()) < 4 and {"in", "more"}.isdisjoint(unit.split()):
            yield Counted(one.fact, before, text + unit, "2" + unit, value.name, Decimal(text))


def _value(fact: ReadFact, slot: str) -> object:
    return dict(fact.slots).get(slot)


@pytest.mark.parametrize(("name", "one_of"), TRIED)
@pytest.mark.parametrize(("turns", "end"), [(AT_LEAST, "at_least"), (AT_MOST, "at_most"), (AS_IT_IS, "")])
def test_a_figure_is_told_as_it_is_bounded_or_compared(turns: str, end: str, name: str, one_of: int) -> None:
    reader, tried, missed, wrong = Reader(grammar(name)), 0, list[str](), list[str]()
    for number, one in enumerate(counted(name)[::one_of]):
        for template in templates(turns)[number % 3 :: 3]:
            text = one.before + template.format(f=one.figure, k=one.less)
            facts = [fact for fact in reader.read(text[0].upper() + text[1:]).facts if fact.fact == one.fact]
            values = [_value(fact, one.slot) for fact in facts]
            got = [value.get(end) if isinstance(value, dict) else None if end else value for value in values]
            tried += 1
            if not got:
                missed.append(text)
            elif None in got or [Decimal(str(each)) for each in got] != [one.number]:
                wrong.append(f"{text}: {values}")
    assert wrong == []
    assert len(missed) <= tried // MOST_MISSED + 1, missed


@pytest.mark.parametrize(("name", "one_of"), TRIED)
def test_a_figure_is_not_told_where_it_is_not_so(name: str, one_of: int) -> None:
    reader, told = Reader(grammar(name)), list[str]()
    for number, one in enumerate(counted(name)[::one_of]):
        for template in templates(NOT_SO)[number % 2 :: 2]:
            text = one.before + template.format(f=one.figure, k=one.less)
            for fact in reader.read(text[0].upper() + text[1:]).facts:
                if fact.fact == one.fact and not fact.likelihood and not fact.source:
                    told.append(text)
    assert told == []


def _polarities(reader: Reader, one: Said, template: str) -> list[bool]:
    text = template.format(**one.words) + one.rest
    if template.endswith((", never has", "in the least")):
        head, _, tail = template.partition("{do}")
        text = head.format(**one.words) + one.words["do"] + one.rest + tail
    facts = reader.read(text[0].upper() + text[1:]).facts
    return [fact.holds for fact in facts if fact.fact == one.fact and one.who in fact.slots.values()]


@pytest.mark.parametrize(("name", "one_of"), TRIED)
@pytest.mark.parametrize(("turns", "holds"), [(DOES, True), (DOES_NOT, False), (NEITHER, None)])
def test_of_whom_it_is_said_alone_it_is_told(turns: str, holds: bool | None, name: str, one_of: int) -> None:
    reader, tried, missed, wrong = Reader(grammar(name)), 0, list[str](), list[str]()
    several = [one for one in said(name) if not any(text.isdigit() for text in one.rest.split())]
    for number, one in enumerate(several[::one_of]):
        for template in templates(turns)[number % 2 :: 2]:
            if one.words["do"] in ("be", "have") and "does not" in template:
                continue
            polarities, shown = _polarities(reader, one, template), template.format(**one.words) + one.rest
            tried += 1
            if not polarities:
                missed.append(shown)
            elif holds is None or polarities != [holds]:
                wrong.append(shown)
    assert wrong == []
    assert holds is None or len(missed) <= tried // MOST_MISSED + 1, missed


def test_there_are_some() -> None:
    assert all(len(counted(name)) > 4 for name in RULEBOOKS[:2])
