"""Sentences of one phrase put together in one: with the verb left out, respectively, the former and the latter, not of one but of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

import pytest

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.read import Reader
from dragoman.language.words.verbs import Form, first_form
from dragoman.values.entity import Entities
from tests.language.phrased import grammar
from tests.language.round_trip import fillings

BOTH = """
{a} {says} {b}, and {c} {by}{d} | {a} {says} {b}, {c} {by}{d} | {a} {says} {b}; {c}, {by}{d} | {a} {says} {b}, while {c} {says} {d}
Of {a} and {c}, the former {says} {b} and the latter {by}{d} | Of {a} and {c}, the former {says} {b}, the latter {says} {d}
{a} and {c} {say} {b} and {d} respectively | {a} and {c} {say} {b} and {d}, respectively
"""
THREE = """
{a} {says} {b}, {c} {by}{d} and {e} {by}{f} | {a} {says} {b}; {c}, {by}{d}; {e}, {by}{f} | {a}, {c} and {e} {say} {b}, {d} and {f}, respectively
"""
FIRST = """
{a} {says} {b}, and how many of them know it is kept secret | {a} {says} {b}, but nobody would comment | {a} {says} {b}, and so {does} either {c} or {e}
{a} {says} {b}, and {c} may soon be closed | Neither {c} nor {e} would comment, but {a} {says} {b}
"""
UNLIKE = "Unlike {c}, {a} {says} {b} | {a}, unlike {c}, {says} {b} | {a} {says} {b}, {c} {does} not"
INSTEAD = "{a} {says_not} {by}{b} but {by}{d}"
UNSAID = """
{a} should {do} {b}, and {c} {by}{d} | {a} plans to {do} {b}, and {c} {by}{d} | {a} {says} {b}, or {c} {by}{d} | {a} {says} either {b} or {d}
If {a} {says} {b}, {c} {says} {d} | {a}, {c} and {e} {say} {b} and {d}, respectively | {a} or {c} {says} {b} | {a} could {do} {b}; {c}, {by}{d}
Unlike {c}, {a} wants to {do} {b} | {a} would {do} not {by}{b} but {by}{d} | Of {a} and {c}, the former may {do} {b} and the latter {by}{d}
"""
RULEBOOKS = ("theatres", "space", "harvests", "grids", "colleges", "leagues", "media", "clinics", "arctic", "cities")
TRIED = [
    *(pytest.param(name, 6, id=f"{name}-few") for name in RULEBOOKS[:2]),
    *(pytest.param(name, 2, id=f"{name}-more", marks=pytest.mark.long) for name in RULEBOOKS[2:8]),
]
"""Rulebooks, of each one of so many of the ways."""
_SHARE, _MOST = 0.8, 7
_PLAIN = re.compile(r"\{(\w+)\} ([^{}]+) \{(\w+)\}")
_LINKS = frozenset({"to", "from", "of", "in", "at", "on", "with", "for", "by"})
Fact = tuple[str, tuple[str, ...], bool]


class Deed(NamedTuple):
    """What three do with another three, by a phrase that puts each between two names."""

    fact: str
    slots: tuple[str, str]
    pairs: tuple[tuple[str, str], ...]
    words: dict[str, str]

    def told(self, one: int, other: int, *, holds: bool = True) -> Fact:
        """That the one does it with him whom the other does it with."""
        return self.fact, (self.pairs[one][0], self.pairs[other][1]), holds


@cache
def deeds(name: str) -> tuple[Deed, ...]:
    """Those of a rulebook that are told of each pair alone, and denied of it."""
    return tuple(islice(_deeds(name), _MOST))


def _deeds(name: str) -> Iterator[Deed]:
    of, reader, seen = grammar(name), Reader(grammar(name)), set[str]()
    titles = {one.name: one.title for one in of.lexicon.entities.values()}
    for phrase in of.book.phrases:
        text = re.sub(r"\[[^\]]*\]", "", re.sub(r"\[the(?:\|a)?\]", "the", phrase.text))
        found = _PLAIN.fullmatch(re.sub(r"\s+", " ", re.sub(r"\(([^()|]*)[^()]*\)", r"\1", text)).strip())
        fact = of.told[phrase.fact]
        slots = [slot for slot in fact.slots if isinstance(slot.kind, Entities)]
        if (
            found is None
            or phrase.fact in seen
            or not phrase.holds
            or fact.symmetric_names
            or len(slots) < len(fact.slots)
        ):
            continue
        verb, _, rest = found[2].partition(" ")
        do = {"is": "be", "has": "have"}.get(verb) or (first_form(verb, Form.THIRD) if verb.endswith("s") else "")
        pairs = _pairs(of, phrase.fact, found[1], found[3])
        if not do or {"no", "not", "nothing"} & {verb, *rest.split()} or len(pairs) < len("abc"):
            continue
        seen.add(phrase.fact)
        link = found[2].rpartition(" ")[2]
        by = f"{link} " if " " in found[2] and link in _LINKS else ""
        bare = f"{rest} ".removesuffix(by).strip() if by else rest
        is_done = verb == "has" and bool(re.match(r"\w+(?:ed|en)\b", rest))
        negated = f"{verb} not {bare}" if verb == "is" or is_done else f"does not {do} {bare}"
        words = {
            "says": found[2], "say": f"{'are' if do == 'be' else do} {rest}".strip(), "do": f"{do} {rest}".strip(), "by": by,
            "says_not": negated.strip(), "does": verb if verb == "is" or is_done else "does",
        }  # fmt: skip
        names = [titles[one] for pair in pairs for one in pair]
        deed = Deed(phrase.fact, (found[1], found[3]), pairs, words | dict(zip("abcdef", names, strict=True)))
        alone = [_told(reader, deed, f"{{{one}}} {{says}} {{{other}}}") for one, other in ("ab", "cd", "ef")]
        if alone == [{deed.told(at, at)} for at in range(len(alone))]:
            yield deed


def _pairs(of: Grammar, fact: str, one: str, other: str) -> tuple[tuple[str, str], ...]:
    """Three who do it with three others, none of them twice and none a group."""
    found, entities = list[tuple[str, str]](), of.lexicon.entities
    for filled in islice(fillings(of.rulebook, of.told[fact]), 4000):
        if one not in filled or other not in filled:  # a slot that may be left out
            continue
        pair = filled[one], filled[other]
        if {*pair}.isdisjoint(name for each in found for name in each) and not any(entities[n].members for n in pair):
            found.append(pair)
    return tuple(found[:3])


def _told(reader: Reader, deed: Deed, template: str) -> set[Fact]:
    text = template.format(**deed.words)
    found = reader.read(f"{text[0].upper()}{text[1:]}.").facts
    return {(one.fact, tuple(str(one.slots.get(slot)) for slot in deed.slots), one.holds) for one in found}


def _expected(deed: Deed) -> dict[str, set[Fact]]:
    first, second, third = (deed.told(at, at) for at in range(3))
    return {
        BOTH: {first, second}, THREE: {first, second, third}, FIRST: {first}, UNLIKE: {first, deed.told(1, 0, holds=False)},
        INSTEAD: {deed.told(0, 0, holds=False), deed.told(0, 1)}, UNSAID: set(),
    }  # fmt: skip


@pytest.mark.parametrize(("name", "one_of"), TRIED)
def test_what_is_said_of_several_is_told_of_each(name: str, one_of: int) -> None:
    reader, wrong, missed, count = Reader(grammar(name)), list[str](), list[str](), 0
    for number, deed in enumerate(deeds(name)):
        for table, expected in _expected(deed).items():
            templates = [one.strip() for line in table.strip().splitlines() for one in line.split("|")]
            for template in templates[number % one_of :: one_of]:
                count += 1
                told = _told(reader, deed, template)
                if not told <= expected:
                    wrong.append(template.format(**deed.words))
                elif told != expected:
                    missed.append(template.format(**deed.words))
    assert wrong == []
    assert len(missed) <= (1 - _SHARE) * count, missed


def test_there_are_some() -> None:
    assert all(len(deeds(name)) > 2 for name in RULEBOOKS[:2])
