"""Fact types by a word: of their names, of what people call them, of their questions, sentences and slots."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import UnknownNameError
from dragoman.reference.forms import Hit, Where
from dragoman.rulebook.forms import FactType, Rulebook
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import shorten
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_ORDER = tuple(Where)


def search(rulebook: Rulebook, text: str) -> tuple[Hit, ...]:
    """The fact types that have all words of `text` in one place, each with the best place; the best first.

    A word is found at the beginning of words: `debt` in `debts`, not `sia` in `Russia`.

    Raises:
        UnknownNameError: if there are none; the message offers the nearest name or word.
    """
    wanted = _words(text)
    found = []
    for fact in rulebook.facts.values():
        hits = [hit for hit in _places(fact) if wanted and _has(hit.text, wanted)]
        if hits:
            found.append(min(hits, key=lambda hit: _ORDER.index(hit.where)))
    if not found:
        known = {word for fact in rulebook.facts.values() for word in (fact.name, *fact.words) if not fact.catalogue}
        raise UnknownNameError(f"no fact type, question or word has '{shorten(text)}'{did_you_mean(text, known)}")
    return tuple(sorted(found, key=lambda hit: (_ORDER.index(hit.where), hit.fact)))


def _places(fact: FactType) -> Iterator[Hit]:
    yield Hit(fact.name, Where.NAME, fact.name)
    for word in fact.words:
        yield Hit(fact.name, Where.WORDS, word)
    if fact.question:
        yield Hit(fact.name, Where.QUESTION, fact.question)
    yield Hit(fact.name, Where.SAYS, fact.says)
    for slot in fact.slots:
        for text in (slot.name, *_held(slot.kind)):
            yield Hit(fact.name, Where.SLOT, text if text == slot.name else f"{slot.name}: {text}")


def _held(kind: object) -> tuple[str, ...]:
    """The words that a slot can hold, in all ways to write them."""
    if isinstance(kind, Enumeration):
        return (*kind.words, *kind.synonyms)
    return kind.types if isinstance(kind, Entities) else ()


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


def _has(text: str, wanted: list[str]) -> bool:
    there = _words(text)
    return all(any(word.startswith(one) for word in there) for one in wanted)
