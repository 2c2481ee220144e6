"""Sentences of the phrases of rulebooks, taken apart, for tests that put them in other ways."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar, grammar_of
from dragoman.language.read import Reader
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.verbs import Form, first_form, inflected
from dragoman.rulebook.cache import load_rulebook
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration
from tests.language.scoring import HERE

RULEBOOKS = ("media", "clinics", "ferries", "elections", "rail", "museum", "harvests", "leagues", "grids", "space")


class Said(NamedTuple):
    """A sentence of a phrase that is told, cut behind its first verb."""

    fact: ReadFact
    is_value: bool
    """Whether it says how something is: denied, it may be told otherwise or not at all."""
    words: dict[str, str]


@cache
def grammar(name: str) -> Grammar:
    """That of a rulebook of these folders; of the report's own where none is named."""
    return grammar_of(load_rulebook(HERE / name if name else None))


@cache
def said(name: str, one_of: int) -> tuple[Said, ...]:
    """Those in which somebody who is named first does something."""
    return tuple(_said(grammar(name), one_of))


def _said(of: Grammar, one_of: int) -> Iterator[Said]:
    reader, chance = Reader(of), random.Random(7)
    for phrase in [one for one in of.book.phrases if one.holds][::one_of]:
        text = filled(of, phrase.fact, one_way(phrase.text, chance), chance)
        words = _taken_apart(of, text) if text else None
        facts = reader.read(text[0].upper() + text[1:]).facts if words else ()
        if words and len(facts) == 1 and facts[0].fact == phrase.fact and facts[0].holds and not facts[0].likelihood:
            yield Said(facts[0], of.told[phrase.fact].value is not None, words)


def one_way(text: str, chance: random.Random) -> str:
    """One of the ways in which a phrase can be said."""
    text, before = re.sub(r"<([^<>]*)>", r"\1", text), ""
    while text != before:
        before, text = text, re.sub(r"\[([^\[\]()]*)\]", lambda one: one[1] if one[1] in ("the", "its") else "", text)
        text = re.sub(r"\(([^()\[\]]*)\)", lambda one: chance.choice(one[1].split("|")), text)
    return " ".join(text.split())


def filled(of: Grammar, fact: str, text: str, chance: random.Random) -> str:
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


def put(several: str, words: dict[str, str]) -> list[str]:
    texts = [one.strip().format(**words) for line in several.strip().splitlines() for one in line.split("|")]
    return [f"{text[0].upper()}{text[1:]}." for text in texts]


def told(reader: Reader, one: Said, text: str) -> bool | None:
    """Whether the text tells the fact, or denies it; None if neither."""
    facts = (fact for fact in reader.read(text).facts if fact.fact == one.fact.fact and fact.slots == one.fact.slots)
    return next((fact.holds for fact in facts if not fact.likelihood and not fact.source), None)


def told_and_wrong(several: Iterable[tuple[str, Said]], so: str, not_so: str) -> tuple[list[int], list[str]]:
    """How many sentences of each rulebook's are missed and told, one of four of those that say it is so and is not so; and the wrong ones."""
    counts, wrong = [0, 0], list[str]()
    for number, (name, one) in enumerate(several):
        reader = Reader(grammar(name))
        for templates, is_so in ((so, True), (not_so, False)):
            for text in put(templates, one.words)[number % 4 :: 4]:
                found = told(reader, one, text)
                wrong += [text] if found is not None and found is not is_so else []
                if is_so or not one.is_value:
                    counts[found is is_so] += 1
    return counts, wrong


def told_at_all(several: Iterable[tuple[str, Said]], templates: str) -> list[str]:
    """The sentences, one of four, that tell the fact or deny it."""
    return [
        text
        for number, (name, one) in enumerate(several)
        for text in put(templates, one.words)[number % 4 :: 4]
        if told(Reader(grammar(name)), one, text) is not None
    ]
