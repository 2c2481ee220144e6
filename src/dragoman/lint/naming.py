"""Names that people will confuse: spelt almost alike, or meaning two things."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman.errors import Finding, Place
from dragoman.lint.places import place_in
from dragoman.lint.subject import Subject
from dragoman.rulebook import files
from dragoman.rulebook.forms import Entity, Rulebook

_ARTICLE = "the "


def check_naming(subject: Subject) -> Iterator[Finding]:
    """Every pair of names of one kind that differ in nothing one hears, and every alias of two entities."""
    for what, names in _kinds(subject):
        yield from _alike(what, names)
    yield from _aliases(subject.rulebook.entities.values())


def folded(text: str) -> str:
    """What is left of a name without case, accents, and the difference between `_`, `-` and a space.

    >>> folded("Nur-Sultan") == folded("nur_sultan")
    True
    """
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(letters).casefold().replace("_", " ").replace("-", " ").split())


Where = Callable[[], Place]
"""Finds a place, where that costs reading a file again."""


def _kinds(subject: Subject) -> Iterator[tuple[str, list[tuple[str, Where]]]]:
    rulebook = subject.rulebook
    kept: tuple[tuple[str, dict[str, Place]], ...] = (
        ("fact types", {name: fact.place for name, fact in rulebook.facts.items()}),
        ("entities", {name: entity.place for name, entity in rulebook.entities.items()}),
        ("parameters", {name: parameter.place for name, parameter in rulebook.parameters.items()}),
        ("claims", {name: claim.place for name, claim in rulebook.claims.items()}),
        ("rules", {name: rule.place for name, rule in rulebook.rules.items()}),
        ("cases", {case.id: case.place for case in subject.cases}),
    )
    for what, places in kept:
        yield what, [(name, _known(place)) for name, place in places.items()]
    yield "entity types", [(name, _in_vocabulary(rulebook, "entity_types", name)) for name in rulebook.entity_types]
    slots = [(fact, slot) for fact in rulebook.facts.values() if not fact.catalogue for slot in fact.keys]
    slots += [(fact, fact.value) for fact in rulebook.facts.values() if fact.value]
    paths = {slot.name: ("fact_types", fact.name, "slots", slot.name) for fact, slot in slots}
    yield "slots", [(name, _in_vocabulary(rulebook, *path)) for name, path in paths.items()]
    words = {word: ("fact_types", fact.name, "slots", slot.name) for fact, slot in slots for word in slot.words}
    yield "words", [(word, _in_vocabulary(rulebook, *path)) for word, path in words.items()]
    own = files.situations(Path(rulebook.folder))
    yield "situations", [(path.stem, _known(Place(str(path)))) for path in own]


def _known(place: Place) -> Where:
    return lambda: place


def _in_vocabulary(rulebook: Rulebook, *keys: str) -> Where:
    return lambda: place_in(files.part(Path(rulebook.folder), "vocabulary"), *keys)


def _alike(what: str, names: list[tuple[str, Where]]) -> Iterator[Finding]:
    seen: dict[str, tuple[str, Where]] = {}
    for name, where in names:
        first, there = seen.setdefault(folded(name), (name, where))
        if first != name:
            message = f"the {what} '{first}' and '{name}' differ only in case, accents or '_' against '-'"
            yield Finding(where(), "RB631", message, (there(),))


def _aliases(entities: Iterable[Entity]) -> Iterator[Finding]:
    seen: dict[str, Entity] = {}
    for entity in entities:
        for alias in (entity.title, entity.name, *entity.aliases):
            key = folded(alias).removeprefix(_ARTICLE)
            owner = seen.setdefault(key, entity)
            if owner is not entity:
                message = f"'{alias}' means '{owner.name}' and '{entity.name}'; who says it must know which is meant"
                yield Finding(entity.place, "RB632", message, (owner.place,))
