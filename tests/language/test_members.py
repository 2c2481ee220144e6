"""Sentences of the program said of a group: all of it, all but one, only one, none of it; and of some of it, which tells nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.read import Reader
from dragoman.language.words import english
from dragoman.language.words.verbs import Form, first_form
from dragoman.rulebook.forms import FactType
from dragoman.values.enumeration import Enumeration
from tests.language.phrased import grammar
from tests.language.round_trip import sentences

ALL = """
Each of {g} {does} | All of {g} {do} | {g} all {do} | Every one of {g} {does} | {g} without exception {do} | {g} {do} without exception
"""
ALL_BUT = """
All of {g} but {x} {do} | All of {g} {do} except {x} | With the exception of {x}, all of {g} {do} | {g} {do}, bar {x} | {g} {do}, except for {x}
All of {g}, with the exception of {x}, {do} | Apart from {x}, all of {g} {do} | All of {g} {do}, {x} excepted | Every one of {g} {does} but {x}
All of {g} {do}, the exception being {x}
"""
ONLY = """
Of {g}, only {x} {does} | Only {x} of {g} {does} | {x} alone of {g} {does} | {x} is the only one of {g} that {does} | Among {g}, only {x} {does}
Only one of {g} {does}, and that is {x} | Only one of {g} {does}: {x} | None of {g} but {x} {does} | None of {g} {does} except {x}
{x} {does}, the rest of {g} {do_not}
"""
NONE = "None of {g} {does} | Not one of {g} {does} | Not a single one of {g} {does}"
UNSAID = """
Some of {g} {do} | One of {g} {does} | Most of {g} {do} | Not all of {g} {do} | Hardly any of {g} {do} | All but one of {g} {do} | Two of {g} {do}
Only one of {g} {does} | Almost all of {g} {do} | All but some of {g} {do} | Of {g}, only {x} would like to {be} | Some of {g} {do} except {x}
All friends of {g} {do} except {x} | None of {g} but {x} wants to {be} | {x} is the only one of {g} that might {be} | Only {x} of {g} would {be}
Only one of {g} {does}, and that is not {x} | All of {g} {do} except part of {x} | All of {g} but {x} deny that they {do} | Is only {x} of {g} so?
All of {g} but {x} will {be} | Every one of {g}'s critics {does} | Neither of {g}'s owners {does} | {g} each want to {be} | All of {g} {do} apart from a few
"""
RULEBOOKS = ("theatres", "harvests", "clinics", "leagues", "colleges", "grids", "rail", "media")
TRIED = [
    *(pytest.param(name, 11, id=f"{name}-few") for name in RULEBOOKS[:2]),
    *(pytest.param(name, 10, id=f"{name}-more", marks=pytest.mark.long) for name in RULEBOOKS),
]
"""Rulebooks, of each one of so many of its sentences."""
_SHARE = 0.8
_MOST = 12
"""Sentences of a rulebook."""


class Said(NamedTuple):
    """A sentence of the program that begins with a member of a group, cut into the words of the templates."""

    fact: str
    slot: str
    who: str
    members: tuple[str, ...]
    words: dict[str, str]


@cache
def said(name: str) -> tuple[Said, ...]:
    return tuple(_said(grammar(name)))[:_MOST]


def _said(of: Grammar) -> Iterator[Said]:
    entities = of.lexicon.entities.values()
    titles = sorted((one for one in entities if not one.members), key=lambda one: -len(one.title))
    for one in sentences(of.rulebook, of, most=2):
        text = one.sentence.removeprefix("the ")
        who = next(
            (who for who in titles if text.lower().startswith(f"{who.title.removeprefix('the ').lower()} ")), None
        )
        is_denied = not english.NEGATORS.isdisjoint(text.lower().split())
        if who is None or is_denied or not one.holds or not _is_plain(of.told[one.fact]):
            continue
        group = next((group for group in entities if who.name in group.members), None)
        slot = next((slot for slot, value in one.slots.items() if value == who.name), "")
        does, _, rest = text[len(who.title.removeprefix("the ")) + 1 :].partition(" ")
        do = {"is": "are", "has": "have"}.get(does) or (first_form(does, Form.THIRD) if does.endswith("s") else "")
        if (
            group is None
            or not slot
            or not do
            or not group.members
            or set(one.slots.values()) & {*group.members} > {who.name}
        ):
            continue
        words = {
            "g": f"the {group.title.removeprefix('the ')}", "x": who.title, "does": f"{does} {rest}", "do": f"{do} {rest}",
            "be": f"{'be' if do == 'are' else do} {rest}", "do_not": "are not" if do == "are" else "do not",
        }  # fmt: skip
        yield Said(one.fact, slot, who.name, group.members, words)


def _is_plain(fact: FactType) -> bool:
    return not fact.symmetric_names and (fact.value is None or isinstance(fact.value.kind, Enumeration))


def _told(reader: Reader, one: Said, template: str) -> set[tuple[object, bool]]:
    """Of whom it is told that it is so, and of whom that it is not; of a group, of each of its members."""
    text = template.format(**one.words)
    told = set[tuple[object, bool]]()
    for fact in reader.read(f"{text[0].upper()}{text[1:]}{'' if text.endswith('?') else '.'}").facts:
        who = fact.slots.get(one.slot) if fact.fact == one.fact else fact.fact
        members = next(
            (g.members for g in reader.grammar.lexicon.entities.values() if g.name == who and g.members), (who,)
        )
        told.update((name, fact.holds) for name in members)
    return told


def _expected(one: Said) -> dict[str, set[tuple[object, bool]]]:
    others = {*one.members} - {one.who}
    return {
        ALL: {(name, True) for name in one.members},
        ALL_BUT: {(name, True) for name in others} | {(one.who, False)},
        ONLY: {(name, False) for name in others} | {(one.who, True)},
        NONE: {(name, False) for name in one.members},
        UNSAID: set(),
    }


def _templates(table: str) -> list[str]:
    return [one.strip() for line in table.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize(("name", "one_of"), TRIED)
def test_what_is_said_of_a_group_is_told_of_the_right_members(name: str, one_of: int) -> None:
    reader, wrong, missed, count = Reader(grammar(name)), list[str](), list[str](), 0
    for number, one in enumerate(said(name)[:: 3 if one_of > 5 else 1]):
        for table, expected in _expected(one).items():
            for template in _templates(table)[number % one_of :: one_of]:
                count += 1
                told = _told(reader, one, template)
                if not told <= expected:
                    wrong.append(template.format(**one.words))
                elif told != expected:
                    missed.append(template.format(**one.words))
    assert wrong == []
    assert len(missed) <= (1 - _SHARE) * count, missed


def test_there_are_some() -> None:
    assert all(len(said(name)) > 1 for name in RULEBOOKS[:2])
