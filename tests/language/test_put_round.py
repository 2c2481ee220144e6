"""Sentences of the program with a verb put round theirs, or a word put to their first name: none is told as what they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.read import Reader
from dragoman.language.words.verbs import Form, first_form, inflected
from tests.language.phrased import grammar
from tests.language.round_trip import sentences

VERBS = """
{x} wants to {do} | {x} hopes to {do} | {x} is free to {do} | {x} is loath to {do} | {x} is asked to {do} | {x} is fit to {do}
{x} is tempted to {do} | {x} is supposed to {do} | {x} could have helped to {do} | {x} is in no hurry to {do} | {x} needs to {do}
{x} was never meant to {do} | {x} makes a neighbour {do} | {x} helps others to {do} | {x} would do well to {do}
{x} is against {doing} | {x} is in favour of {doing} | {x} is serious about {doing} | {x} is close to {doing} | {x} objects to {doing}
{x} postpones {doing} | {x} is considering {doing} | {x} supports {doing} | {x} is tired of {doing} | {x} talks of {doing}
{x} counts on {doing} | {x} is moving towards {doing} | {x} is accused of {doing} | {x} is banned from {doing} | {x} is set on {doing}
{x} is afraid of {doing} | {x} dreams of {doing} | {x} is in danger of {doing} | {x} risks {doing} | {x} suggests {doing}
"""
NAMES = """
New {x} {does} | the founder of {x} {does} | the owner of {x} {does} | much of {x} {does} | half of {x} {does} | {x} Holdings {does}
{x} Street {does} | {x} Today {does} | the {x} of the past {does} | {x}'s stock {does} | {x}'s rival {does} | {x}'s critics {do}
friends of {x} {do} | people close to {x} {do} | a company from {x} {does} | an ex-{x} official {does} | anti-{x} groups {do}
everybody but {x} {does} | a second {x} {does} | the next {x} {does} | somebody from {x} {does}
whoever beats {x} {does} | the rival that {x} fears {does} | {x} knows who {does} | {x} or a neighbour {does} | the {x} lobby {does}
"""
TEMPLATES = [one.strip() for line in (VERBS + NAMES).strip().splitlines() for one in line.split("|")]
RULEBOOKS = ("", "media", "clinics", "ferries", "kitchens", "elections", "rail", "museum")
_VERB = re.compile(r" (\w+)(?= )")
FEW = (pytest.param(58, id="few"), pytest.param(8, id="more", marks=pytest.mark.long))
"""One of so many of the sentences."""


class Said(NamedTuple):
    """A sentence of the program that is told, cut behind its first verb."""

    fact: str
    who: str
    words: dict[str, str]
    rest: str


@cache
def said(name: str) -> tuple[Said, ...]:
    """Those in which somebody who is named first does something, or is it."""
    return tuple(_said(grammar(name)))


def _said(of: Grammar) -> Iterator[Said]:
    titles = {one.title.lower(): one for one in of.lexicon.entities.values()}
    for one in sentences(of.rulebook, of, most=2):
        text = one.sentence.removeprefix("the ")
        title = next((title for title in titles if text.lower().startswith(f"{title} ")), "")
        found = _VERB.match(text, len(title)) if title and one.holds else None
        if found is None or "'s" in title:
            continue
        does = found[1]
        do = {"is": "be", "has": "have"}.get(does) or (first_form(does, Form.THIRD) if does.endswith("s") else "")
        if do:
            doing = {"be": "being", "have": "having"}.get(do) or inflected(do, Form.DOING)
            words = {"x": titles[title].title.removeprefix("the "), "do": do, "does": does, "doing": doing}
            yield Said(one.fact, titles[title].name, words, text[found.end() :])


@pytest.mark.parametrize("one_of", FEW)
@pytest.mark.parametrize("name", RULEBOOKS)
def test_what_is_put_round_a_sentence_is_not_passed_over(name: str, one_of: int) -> None:
    reader, told = Reader(grammar(name)), list[str]()
    for number, one in enumerate(said(name)[::one_of]):
        for template in TEMPLATES[number % 7 :: 7] if one_of > 1 else TEMPLATES:
            text = template.format(**one.words) + one.rest
            for fact in reader.read(text[0].upper() + text[1:]).facts:
                is_said = fact.fact == one.fact and one.who in fact.slots.values()
                if is_said and fact.holds and not fact.likelihood and not fact.source:
                    told.append(text)
    assert told == []


def test_there_are_some() -> None:
    assert all(len(said(name)) > 4 for name in RULEBOOKS)
