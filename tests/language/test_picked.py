"""Sentences of phrases with one who is named picked out of them, or with a remark on who does it: told as what they then say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import pytest

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.notation import Choice, Item, SlotRef, Word, parse
from dragoman.language.grammar.phrases import Phrase
from dragoman.language.read import Reader
from dragoman.language.words.verbs import Form, first_form, inflected
from dragoman.values.entity import Entities
from tests.language.phrased import grammar

TOLD = """
it is {t} that {x} {does} {what} {p} | it's {t} {x} {does} {what} {p} | it is {p} {t} that {x} {does} {what}
{t} is the {kind} that {x} {does} {what} {p} | {t} is the {kind} {p} which {x} {does} {what} | the {kind} {x} {does} {what} {p} is {t}
one of the {kinds} {p} which {x} {does} {what} is {t} | among the {kinds} that {x} {does} {what} {p} is {t} | it is {x} that {does} {what} {p} {t}
{x}, built by hand a century ago, {does} {what} {p} {t} | {x}, whose chairman once worked for a rival, {does} {what} {p} {t}
{x}, one of the richest in the north, {does} {what} {p} {t} | one of those that {do} {what} {p} {t} is {x}
"""
DENIED = """
it is not {t} that {x} {does} {what} {p} | {t} is not the {kind} that {x} {does} {what} {p} | {t} is no longer the {kind} {p} which {x} {does} {what}
the {kind} {x} {does} {what} {p} is not {t} | {t} is not one of the {kinds} {x} {does} {what} {p} | it is not {x} that {does} {what} {p} {t}
"""
NOT_TOLD = """
it is hardly {t} that {x} {does} {what} {p} | it is not only {t} that {x} {does} {what} {p} | it is not just {t} that {x} {does} {what} {p}
{t} is not the only {kind} that {x} {does} {what} {p} | {t} is no longer the only one {x} {does} {what} {p} | {t} is the kind of {kind} {x} {does} {what} {p}
{t} is the {kind} that {x} wants to {do} {what} {p} | {t} is the {kind} that {x} is asked to {do} {what} {p} | it may be {t} that {x} {does} {what} {p}
the next {kind} that {x} {does} {what} {p} is {t} | none of the {kinds} that {x} {does} {what} {p} is {t} | it is {t}'s rival that {x} {does} {what} {p}
the {kind} that {x} {does} {what} {p} is close to {t} | one of the {kinds} {x} is to {do} {what} {p} is {t} | {t} would be the {kind} {x} {does} {what} {p}
{t} is the former {kind} that {x} {does} {what} {p} | {t} is the {kind} that {x}'s rival {does} {what} {p} | it is said to be {t} that {x} {does} {what} {p}
{x}, which denies it, {does} {what} {p} {t} | {x}, a decade from now, {does} {what} {p} {t} | {x}, the story of some goes, {does} {what} {p} {t}
"""
PREPOSITIONS = frozenset({"to", "from", "in", "at", "with", "for", "through", "against"})
RULEBOOKS = ("harvests", "colleges", "grids", "arctic", "museum", "rail", "space", "clinics", "theatres")
TRIED = [
    *(pytest.param(name, 40, id=f"{name}-few") for name in RULEBOOKS[:2]),
    *(pytest.param(name, 14, id=f"{name}-more", marks=pytest.mark.long) for name in RULEBOOKS),
]
"""Rulebooks, of each one of so many of its sentences."""
LEAST = 90
"""Of a hundred that say a fact."""


class Said(NamedTuple):
    """What somebody does to, from or with another, as a phrase has it, and the fact."""

    meaning: tuple[object, ...]
    words: dict[str, str]


@cache
def said(name: str) -> tuple[Said, ...]:
    """Those that are told as their phrases have them, each with another phrase."""
    known = grammar(name)
    return tuple(one for phrase in known.book.phrases for one in _said(known, phrase))


def _said(known: Grammar, phrase: Phrase) -> Iterator[Said]:
    fact, items = known.told[phrase.fact], _plain(parse(phrase.text))
    slots = {slot.name: slot.kind for slot in fact.slots}
    if len(items) < 4 or not phrase.holds or fact.symmetric_names or fact.value is not None:
        return
    first, does, link, last = items[0], items[1], items[-2], items[-1]
    kinds = [slots.get(one.slot) if isinstance(one, SlotRef) else None for one in (first, last)]
    is_plain = isinstance(does, Word) and does.text.endswith("s") and does.text not in ("is", "has")
    if not is_plain or not isinstance(link, Word) or link.text not in PREPOSITIONS or len(items) > 6:
        return
    if not all(isinstance(one, Word) and one.text not in PREPOSITIONS for one in items[2:-2]):
        return
    who, whom = (_some(known, kind) if isinstance(kind, Entities) else [] for kind in kinds)
    other = next((one for one in reversed(whom) if who and one != who[0]), "")
    if not other or not isinstance(kinds[1], Entities) or not isinstance(does, Word):
        return
    kind = kinds[1].types[0].replace("_", " ") if len(kinds[1].types) == 1 else "one"
    title = known.lexicon.entities
    words = {
        "x": title[who[0]].title, "t": title[other].title, "does": does.text, "do": first_form(does.text, Form.THIRD),
        "what": " ".join(one.text for one in items[2:-2] if isinstance(one, Word)), "p": link.text,
        "kind": kind, "kinds": f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s",
    }  # fmt: skip
    facts = Reader(known).read(_line("{x} {does} {what} {p} {t}", words)).facts
    if len(facts) == 1 and facts[0].fact == fact.name and inflected(words["do"], Form.THIRD) == does.text:
        yield Said(facts[0].meaning, words)


def _plain(items: Sequence[Item]) -> list[Item]:
    """The first way to say a phrase, without what it can leave out."""
    plain: list[Item] = []
    for one in items:
        if isinstance(one, Choice):
            plain += _plain(one.options[0]) if all(one.options) else []
        else:
            plain.append(one)
    return plain


def _some(known: Grammar, kind: Entities) -> list[str]:
    entities = known.lexicon.entities
    return [one for one in kind.choices(entities, is_told=True) if not entities[one].members]


def _line(template: str, words: dict[str, str]) -> str:
    text = " ".join(template.format(**words).split())
    return f"{text[0].upper()}{text[1:]}."


def _templates(table: str) -> list[str]:
    return [one.strip() for line in table.strip().splitlines() for one in line.split("|")]


def _facts(reader: Reader, template: str, one: Said) -> list[tuple[object, ...]]:
    return [fact.meaning for fact in reader.read(_line(template, one.words)).facts]


@pytest.mark.parametrize(("name", "one_of"), TRIED)
def test_who_is_picked_out_takes_part(name: str, one_of: int) -> None:
    reader, right, wrong = Reader(grammar(name)), 0, list[str]()
    lines = [(template, one) for one in said(name)[::one_of] for template in _templates(TOLD) + _templates(DENIED)]
    for template, one in lines:
        fact, slots, holds, *about = one.meaning
        meant = (fact, slots, holds and template in _templates(TOLD), *about)
        facts = _facts(reader, template, one)
        right += facts == [meant]
        wrong += [_line(template, one.words)] if any(told != meant for told in facts) else []
    assert wrong == []
    assert 100 * right >= LEAST * len(lines) > 0


@pytest.mark.parametrize(("name", "one_of"), TRIED)
def test_who_may_be_another_is_not_told(name: str, one_of: int) -> None:
    reader, wrong = Reader(grammar(name)), list[str]()
    for number, one in enumerate(said(name)[::one_of]):
        for template in _templates(NOT_TOLD)[number % 3 :: 3] if one_of > 1 else _templates(NOT_TOLD):
            wrong += [
                _line(template, one.words)
                for fact, _, _, likelihood, source in _facts(reader, template, one)
                if fact == one.meaning[0] and not likelihood and not source
            ]
    assert wrong == []
