"""Sentences of phrases, said of how they changed or compared with before: told as what is so now, and never as what is not yet or no more."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import pytest

from dragoman.language.forms import ReadFact
from dragoman.language.read import Reader
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity
from tests.language.phrased import filled, grammar, one_way, said, told

CAME_TO = """
has doubled to {f} | has halved to {f} | has fallen from {m} to {f} | has risen from {k} to {f} in two years | was cut from {m} to {f}
has been raised to {f} | shrank to {f} | climbed from {k} to {f} | is down to {f} | has dropped from {m} three years ago to {f} today
has more than doubled to {f} | has climbed by a third to {f} | jumped {k} to {f} | is {f}, exactly as much as last year
is {f}, no more than last year | is {f}, well below the {m} of last year | is {f}, by far the highest figure of all | is {f}, {k} more than before
"""
NOT_SO = """
could double to {f} | will double to {f} by 2030 | is expected to fall from {m} to {f} | would have doubled to {f} | has not doubled to {f}
is about to double to {f} | rose by {f} | rose {f} | fell from {f} | is to be cut to {f} | has doubled from {f} | is {f} up on last year
was {f} before the reform | is twice as high as {f} | is set to double to {f} | had doubled to {f} by 2012
"""
OFTENER = """
{x} now {does} {rest} twice as often as it used to | {x} {does} {rest}, just as it did last year | {x} {does} {rest} more often than before
{x} began to {do} {rest} as early as January, and it has not stopped since | {x} {does} {rest} twice as often as last year
"""
NOT_OFTENER = """
by 2035 {x} will {do} {rest} twice as often as today | {x} could {do} {rest} more often than before | {x} wants to {do} {rest} twice as often as now
{x}'s rival {does} {rest} more often than before | if {x} {does} {rest} more often than before, all is lost
"""
SHARE = 0.8
RULEBOOKS = ("clinics", "harvests", "leagues", "space", "grids", "media", "rail", "theatres")
FEW = (pytest.param(9, RULEBOOKS[:2], id="few"), pytest.param(5, RULEBOOKS, id="more", marks=pytest.mark.long))
"""One of so many of the phrases with a figure last, behind a form of `be`."""
FEW_VERBS = (
    pytest.param(67, RULEBOOKS[:1], id="few"),
    pytest.param(26, ("clinics", "leagues", "grids"), id="more", marks=pytest.mark.long),
)
_LAST = re.compile(r" (?:is|are|stands at|stand at) \0$")


class Counted(NamedTuple):
    """What is so much, and how much: half of that and the double beside it."""

    fact: ReadFact
    slot: str
    what: str
    are: bool
    figures: dict[str, str]


def templates(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split("|")]


@cache
def counted(name: str, one_of: int) -> tuple[Counted, ...]:
    return tuple(_counted(name))[::one_of]


def _counted(name: str) -> Iterator[Counted]:
    of, chance = grammar(name), random.Random(7)
    reader = Reader(of)
    for phrase in [one for one in of.book.phrases if one.holds]:
        value = of.told[phrase.fact].value
        if value is None or not isinstance(value.kind, Quantity) or f"{{{value.name}}}" not in phrase.text:
            continue
        plain = one_way(phrase.text, chance).replace(f"{{{value.name}}}", "\0")
        last = _LAST.search(plain)
        what = filled(of, phrase.fact, plain[: last.start()], chance) if last is not None else ""
        unit = _unit(value.kind)
        if last is None or not what or what.startswith(("there", "it ")):
            continue
        are = " are " in last[0] or " stand " in last[0]
        text = f"{what} {'are' if are else 'is'} 40{unit}"
        facts = reader.read(text[0].upper() + text[1:]).facts
        if len(facts) == 1 and facts[0].fact == phrase.fact and not facts[0].likelihood:
            figures = {"f": f"40{unit}", "k": f"20{unit}", "m": f"80{unit}"}
            yield Counted(facts[0], value.name, what, are, figures)


def _unit(kind: Quantity) -> str:
    return f" {kind.scale} {kind.currency}".replace("  ", " ") if isinstance(kind, Money) else f" {kind.unit}"


def _put(one: Counted, template: str) -> str:
    verb, _, rest = template.partition(" ")
    verb = {"has": "have", "is": "are", "was": "were"}.get(verb, verb) if one.are else verb
    text = f"{one.what} {verb} {rest}".format(**one.figures)
    return f"{text[0].upper()}{text[1:]}."


def _figures(reader: Reader, one: Counted, text: str) -> list[object]:
    facts = [fact for fact in reader.read(text).facts if fact.fact == one.fact.fact]
    return [dict(fact.slots).get(one.slot) for fact in facts if not fact.likelihood and not fact.source]


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_what_a_figure_came_to_is_told_and_no_other(one_of: int, names: tuple[str, ...]) -> None:
    tried, missed, wrong = 0, list[str](), list[str]()
    for name in names:
        reader = Reader(grammar(name))
        for number, one in enumerate(counted(name, one_of)):
            for template in templates(CAME_TO)[number % 3 :: 3]:
                text = _put(one, template)
                found = _figures(reader, one, text)
                tried += 1
                missed += [text] if not found else []
                wrong += [text] if any(isinstance(each, dict) or Decimal(str(each)) != 40 for each in found) else []
    assert wrong == []
    assert tried
    assert len(missed) < (1 - SHARE) * tried, missed


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_what_it_did_not_come_to_is_not_told(one_of: int, names: tuple[str, ...]) -> None:
    told = list[str]()
    for name in names:
        reader = Reader(grammar(name))
        for number, one in enumerate(counted(name, one_of)):
            texts = [_put(one, template) for template in templates(NOT_SO)[number % 3 :: 3]]
            told += [text for text in texts if _figures(reader, one, text)]
    assert told == []


@pytest.mark.parametrize(("one_of", "names"), FEW_VERBS)
def test_what_is_done_oftener_is_done(one_of: int, names: tuple[str, ...]) -> None:
    counts, wrong = [0, 0], list[str]()
    for name in names:
        reader = Reader(grammar(name))
        for number, one in enumerate(said(name, one_of)):
            for several, is_so in ((OFTENER, True), (NOT_OFTENER, None)):
                for template in templates(several)[number % 3 :: 3]:
                    text = template.format(**one.words)
                    found = told(reader, one, f"{text[0].upper()}{text[1:]}.")
                    wrong += [text] if found is not None and found is not is_so else []
                    if is_so:
                        counts[found is True] += 1
    assert wrong == []
    assert counts[True] > SHARE * sum(counts), counts
