"""Names that people will confuse: spelt almost alike, or meaning two things."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import Finding, Place
from dragoman.lint.subject import Subject
from dragoman.rulebook import files
from dragoman.values.entity import Entity
from dragoman.values.enumeration import Enumeration

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


def _kinds(subject: Subject) -> Iterator[tuple[str, Iterable[tuple[str, Place]]]]:
    """All names of each kind, with their places."""
    rulebook = subject.rulebook
    slots = [slot for fact in rulebook.facts.values() if not fact.catalogue for slot in fact.slots]
    words = ((word, s.place) for s in slots if isinstance(s.kind, Enumeration) for word in s.kind.words)
    yield "fact types", [(fact.name, fact.place) for fact in rulebook.facts.values()]
    yield "entities", [(entity.name, entity.place) for entity in rulebook.entities.values()]
    yield "parameters", [(parameter.name, parameter.place) for parameter in rulebook.parameters.values()]
    yield "claims", [(claim.id, claim.place) for claim in rulebook.claims.values()]
    yield "rules", [(rule.id, rule.place) for rule in rulebook.rules.values()]
    yield "cases", [(case.id, case.place) for case in subject.cases]
    yield "entity types", [(kind.name, kind.place) for kind in rulebook.entity_types.values()]
    yield "slots", [(slot.name, slot.place) for slot in slots]
    yield "words", words
    yield "situations", [(path.stem, Place(str(path))) for path in files.situations(Path(rulebook.folder))]


def _alike(what: str, names: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    seen: dict[str, tuple[str, Place]] = {}
    for name, place in names:
        first, there = seen.setdefault(folded(name), (name, place))
        if first != name:
            message = f"the {what} '{first}' and '{name}' differ only in case, accents or '_' against '-'"
            yield Finding(place, "RB631", message, (there,))


def _aliases(entities: Iterable[Entity]) -> Iterator[Finding]:
    seen: dict[str, Entity] = {}
    for entity in entities:
        for alias in (entity.title, entity.name, *entity.aliases):
            key = folded(alias).removeprefix(_ARTICLE)
            owner = seen.setdefault(key, entity)
            if owner is not entity:
                message = f"'{alias}' means '{owner.name}' and '{entity.name}'; who says it must know which is meant"
                yield Finding(entity.place, "RB632", message, (owner.place,))
