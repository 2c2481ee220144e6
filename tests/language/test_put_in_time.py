"""Sentences of phrases, said of since when, until when or again: told as what they then say, and never as the contrary."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar, grammar_of
from dragoman.language.read import Reader
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.verbs import Form, first_form, inflected
from dragoman.rulebook.cache import load_rulebook
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration
from tests.language.scoring import HERE

SO = """
{x} has been {doing} {rest} ever since the storm | {x} has resumed {doing} {rest} | {x} began {doing} {rest} in 2015 and still does
{x} has {done} {rest} for years and goes on doing so | after a two-year pause {x} is {doing} {rest} again | {x} used to {do} {rest} and still does
{x} stopped {doing} {rest} in May but went back to it in June | {x} has {done} {rest} since 2012, as it always has
{x} {does} {rest}, and has done so for decades
"""
NO_MORE = """
{x} stopped {doing} {rest} in May and has not resumed | {x} used to {do} {rest} but no longer does | {x} gave up {doing} {rest} long ago
{x} {did} {rest} until May but no longer does | last year {x} stopped {doing} {rest} | {x} has not {done} {rest} since the war
{x} used to {do} {rest} but gave it up in 2019
"""
OPEN = """
{x} has been {doing} {rest} until May | since the war critics of {x} have {done} {rest}
{x} has wanted to go on {doing} {rest} since May | {x}'s rival has been {doing} {rest} since the war | {x} may have resumed {doing} {rest}
{x} stopped {doing} {rest} for two weeks | {x} has been accused of {doing} {rest} since May | since the war anti-{x} groups have {done} {rest}
{x} is to resume {doing} {rest} | {x} will have stopped {doing} {rest} by June | {x} has been on the point of {doing} {rest} since the war
"""
RULEBOOKS = ("media", "clinics", "ferries", "elections", "rail", "museum", "harvests", "leagues", "grids", "space")
SHARE = 0.8
"""Of those that say how it is now at least so many are told."""
FEW = (pytest.param(67, RULEBOOKS[:2], id="few"), pytest.param(26, RULEBOOKS, id="more", marks=pytest.mark.long))
"""One of so many of the phrases."""


class Said(NamedTuple):
    """A sentence of a phrase that is told, cut behind its first verb."""

    fact: ReadFact
    is_value: bool
    """Whether it says how something is: denied, it may be told otherwise or not at all."""
    words: dict[str, str]


@cache
def grammar(name: str) -> Grammar:
    return grammar_of(load_rulebook(HERE / name))


@cache
def said(name: str, one_of: int) -> tuple[Said, ...]:
    """Those in which somebody who is named first does something."""
    return tuple(_said(grammar(name), one_of))


def _said(of: Grammar, one_of: int) -> Iterator[Said]:
    reader, chance = Reader(of), random.Random(7)
    for phrase in [one for one in of.book.phrases if one.holds][::one_of]:
        text = _filled(of, phrase.fact, _one_way(phrase.text, chance), chance)
        words = _taken_apart(of, text) if text else None
        facts = reader.read(text[0].upper() + text[1:]).facts if words else ()
        if words and len(facts) == 1 and facts[0].fact == phrase.fact and facts[0].holds and not facts[0].likelihood:
            yield Said(facts[0], of.told[phrase.fact].value is not None, words)


def _one_way(text: str, chance: random.Random) -> str:
    """One of the ways in which a phrase can be said."""
    text, before = re.sub(r"<([^<>]*)>", r"\1", text), ""
    while text != before:
        before, text = text, re.sub(r"\[([^\[\]()]*)\]", lambda one: one[1] if one[1] in ("the", "its") else "", text)
        text = re.sub(r"\(([^()\[\]]*)\)", lambda one: chance.choice(one[1].split("|")), text)
    return " ".join(text.split())


def _filled(of: Grammar, fact: str, text: str, chance: random.Random) -> str:
    """A phrase with somebody in each slot; empty where one wants a figure or an adjective."""
    slots, used = {slot.name: slot.kind for slot in of.told[fact].slots}, set[str]()
    for slot in re.findall(r"\{(\w+)\}", text):
        kind, entities = slots.get(slot), of.lexicon.entities
        if isinstance(kind, Entities):
            free = [one for one in kind.choices(entities, is_told=True) if one not in used]
            if not free:
                return ""
            used.add(name := chance.choice(free))
            text = text.replace(f"{{{slot}}}", entities[name].title, 1)
        elif isinstance(kind, Enumeration):
            text = text.replace(f"{{{slot}}}", chance.choice(list(kind.words)).replace("_", " "), 1)
    return "" if re.search(r"[{}@~]", text) else text


def _taken_apart(of: Grammar, text: str) -> dict[str, str] | None:
    """Its first name, its verb in all forms, and the rest."""
    titles = sorted((one.title for one in of.lexicon.entities.values()), key=len, reverse=True)
    title = next((one for one in titles if text.lower().startswith(f"{one.lower()} ")), "")
    does, _, rest = text[len(title) + 1 :].partition(" ")
    is_plain = (
        title and rest and not re.search(r"\b(not|no|nobody|without)\b", rest) and does not in ("is", "are", "have")
    )
    if not is_plain or not does.endswith("s") or (does == "has" and is_past_participle(rest.split()[0])):
        return None
    do = first_form(does, Form.THIRD)
    forms = {"doing": Form.DOING, "done": Form.DONE, "did": Form.PAST}
    words = {key: inflected(do, form) for key, form in forms.items()} | {
        "do": do,
        "does": does,
        "x": title,
        "rest": rest,
    }
    return words if all(words.values()) else None


def _put(several: str, words: dict[str, str]) -> list[str]:
    texts = [one.strip().format(**words) for line in several.strip().splitlines() for one in line.split("|")]
    return [f"{text[0].upper()}{text[1:]}." for text in texts]


def _told(reader: Reader, one: Said, text: str) -> bool | None:
    """Whether the text tells the fact, or denies it; None if neither."""
    facts = (fact for fact in reader.read(text).facts if fact.fact == one.fact.fact and fact.slots == one.fact.slots)
    return next((fact.holds for fact in facts if not fact.likelihood and not fact.source), None)


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_how_it_is_now_is_told_and_never_the_contrary(one_of: int, names: tuple[str, ...]) -> None:
    told, wrong = [0, 0], list[str]()
    for name in names:
        reader = Reader(grammar(name))
        for number, one in enumerate(said(name, one_of)):
            for several, is_so in ((SO, True), (NO_MORE, False)):
                for text in _put(several, one.words)[number % 4 :: 4]:
                    found = _told(reader, one, text)
                    wrong += [text] if found is not None and found is not is_so else []
                    if is_so or not one.is_value:
                        told[found is is_so] += 1
    assert wrong == []
    assert told[True] > SHARE * sum(told), told


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_what_leaves_it_open_is_not_told(one_of: int, names: tuple[str, ...]) -> None:
    told = list[str]()
    for name in names:
        reader = Reader(grammar(name))
        for number, one in enumerate(said(name, one_of)):
            told += [text for text in _put(OPEN, one.words)[number % 4 :: 4] if _told(reader, one, text) is not None]
    assert told == []


def test_there_are_some() -> None:
    assert all(said(name, 67) for name in RULEBOOKS[:2])
