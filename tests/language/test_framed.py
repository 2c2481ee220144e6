"""Plain sentences in a frame, beside another or with another figure: nothing is told that is then no longer said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest

from dragoman.language.forms import ReadFact
from dragoman.language.read import Reader
from tests.language.phrased import grammar
from tests.language.round_trip import sentences

FRAMES = """
the danger is that {a} | the plan is that {a} | the theory is that {a} | it is far from certain that {a} | it is not clear that {a}
imagine that {a} | let us say {a} | in theory {a} | on paper {a} | in the past {a} | in 2051 {a} | {a} from 2051 on | as of 1995, {a} | 1995: {a}
{a}, or did | {a}, or used to | {a}, which is a lie | {a}, but that has changed | {a}. At least that was the plan. | {a}, as it were
{a} here and there | {a} in years to come | {a} by then | according to plan, {a} | according to the novel {a} | the moment {a}, prices rise
{a}? No. | {a} - not! | {a}, said nobody ever | {a}, if you believe him | {a}, the story goes | {a} in my dreams | in those days {a}
it would be a mistake to say that {a} | gone are the days when {a} | there is no evidence that {a} | he made sure that {a}
anyone who says that {a} is wrong | legend has it that {a} | should he win, {a} | {a} on condition that he pays | {a} pending approval
it does not follow that {a} | in an ideal world, {a} | he acts like {a} | in the event that {a}, prices rise | {a}, contrary to the facts
"""
"""Of which none tells `a`, unless as somebody's word or as likely."""
PAIRS = """
{a}, unless {b} | {a}, if {b} | {a} only if {b} | either {a} or {b} | if {a}, {b} | whether {a} or {b} is unclear | he hopes that {a} and that {b}
by 2051 {a} and {b} | soon {a} and {b} | in 1995 {a} and {b} | in the game, {a}; {b} | one of these is false: {a}; {b}
{a}. {b}. Both are lies. | {a}. {b}. None of this is true. | {a}; {b}. Neither is true. | it is not true that {a} and {b} | imagine {a} and {b}
"""
"""Of which none tells `a` or `b`."""
ONE_OF_TWO = "{a} as though {b} | {a} provided that {b} | {a} lest {b} | {a}, which does not mean that {b} | {a} in the hope that {b}"
"""Of which none tells `b`."""
FIGURES = "from {n} to 90 | from 90 to {n} | 90-{n} | {n}-0 | twice {n} | another {n} | {n} short of 90 | half of the {n} | minus {n} | {n} of 90"
"""In place of a figure, of which none tells it."""
RULEBOOKS = ("media", "leagues", "rail", "cities", "ferries", "grids", "arctic", "elections")
FEW = (pytest.param(23, id="few"), pytest.param(8, id="more", marks=pytest.mark.long))
"""One of so many."""
_SHORT = 60


@cache
def plain(name: str) -> tuple[tuple[str, ReadFact], ...]:
    """Short sentences of the program, each of another fact that it tells."""
    known = grammar(name)
    said = (one for one in sentences(known.rulebook, known, most=1) if one.holds and len(one.sentence) < _SHORT)
    read = ((one.sentence.rstrip("."), Reader(known).read(one.sentence).facts) for one in islice(said, 0, 36, 3))
    return tuple((text, facts[0]) for text, facts in read if len(facts) == 1)


def templates(table: str) -> list[str]:
    return [one.strip() for line in table.strip().splitlines() for one in line.split("|")]


def _within(sentence: str) -> str:
    """As it stands within another."""
    first = sentence.split(maxsplit=1)[0]
    return sentence[0].lower() + sentence[1:] if first in ("The", "There", "A", "In", "It", "Of") else sentence


def told(reader: Reader, text: str) -> Iterator[ReadFact]:
    """What a line tells as a fact, by nobody's word alone and beyond doubt."""
    for fact in reader.read(text[0].upper() + text[1:]).facts:
        if not fact.likelihood and not fact.source:
            yield fact


def _lines(name: str) -> Iterator[tuple[str, tuple[ReadFact, ...]]]:
    """Lines, each with what it must not tell."""
    several = plain(name)
    for number, template in enumerate((*templates(FRAMES), *templates(PAIRS), *templates(ONE_OF_TWO))):
        (a, first), (b, second) = several[number % len(several)], several[(number * 5 + 3) % len(several)]
        if first.fact != second.fact:
            barred = (second,) if template in templates(ONE_OF_TWO) else (first, second)
            yield template.format(a=_within(a), b=_within(b)), barred
    for number, template in enumerate(templates(FIGURES)):
        for text, fact in several[number % 3 :: 3]:
            if (figure := re.search(r"(?<![\w.])\d+(?![\w.])", text)) is not None and int(figure.group()) < 90:
                yield text[: figure.start()] + template.format(n=figure.group()) + text[figure.end() :], (fact,)


@pytest.mark.parametrize("one_of", FEW)
@pytest.mark.parametrize("name", RULEBOOKS)
def test_what_a_frame_or_another_sentence_leaves_open_is_not_told(name: str, one_of: int) -> None:
    reader, wrong = Reader(grammar(name)), list[str]()
    for text, barred in list(_lines(name))[RULEBOOKS.index(name) % one_of :: one_of]:
        meanings = {fact.meaning for fact in barred}
        wrong += [text for fact in told(reader, text) if fact.meaning in meanings]
    assert wrong == []


def test_the_sentences_themselves_are_told() -> None:
    assert all(len(plain(name)) > 3 for name in RULEBOOKS[:2])
