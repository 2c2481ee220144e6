"""What two rulebooks have otherwise: rules, and names of the vocabulary; wherever in their files these stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from dragoman.exact.difference_forms import Cause, CauseKind, Turn
from dragoman.form import is_form
from dragoman.rulebook.forms import Rule, Rulebook
from dragoman.rulebook.words import VocabularyWording, fill

_NOT_CONTENT = {"place", "places", "levels", "level"}
"""Where something stands, and what follows from the rest."""
_IN_WORDS = {
    "because": "its sentence",
    "when": "what it wants",
    "unless": "what holds it back",
    "then": "what it concludes",
    "tempered_by": "what tempers it",
    "rank": "its rank",
    "strength": "its strength",
    "claims": "its claims",
    "beyond_report": "whose it is",
    "ranges": "what its variables can be",
    "carried_by": "what carries it",
}
"""The fields that are not named as people would name them."""


def rulebook_causes(before: Rulebook, after: Rulebook) -> Iterator[Cause]:
    """The rules and the names that came, went or are others; nothing for one rulebook with other thresholds."""
    if before.digest == after.digest:
        return
    one, two = VocabularyWording(before), VocabularyWording(after)
    for name, turn, what in _compared(before.rules, after.rules):
        old, new = before.rules.get(name), after.rules.get(name)
        sentence = _sentence(two, new) if new else _sentence(one, old) if old else ""
        yield Cause(CauseKind.RULE, turn, name, sentence, "", what)
    yield from _vocabulary(before, after)


def _sentence(words: VocabularyWording, rule: Rule) -> str:
    """What the rule says of anything that it can be said of."""
    open_slots = {name: f"any {name.replace('_', ' ')}" for name in rule.ranges}
    alone = {name: words.variable(rule, name, range_[0]) for name, range_ in rule.ranges.items() if len(range_) == 1}
    return fill(rule.because, {**open_slots, **alone})


def _vocabulary(before: Rulebook, after: Rulebook) -> Iterator[Cause]:
    """A name can be a fact type and a recommendation too; all that is another about it is one cause."""
    found: dict[str, tuple[Turn, dict[str, None]]] = {}
    for kind in ("facts", "entities", "instruments", "recommendations"):
        for name, turn, what in _compared(getattr(before, kind), getattr(after, kind)):
            found.setdefault(name, (turn, {}))[1][what] = None
    for name, (turn, parts) in found.items():
        yield Cause(CauseKind.VOCABULARY, turn, name, _title(before, after, name), "", ", ".join(filter(None, parts)))


def _title(before: Rulebook, after: Rulebook, name: str) -> str:
    entity = after.entities.get(name) or before.entities.get(name)
    return entity.title if entity else name.replace("_", " ")


def _compared(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Turn, str]]:
    """Each name with what became of it, and what of it is another."""
    for name in dict.fromkeys((*old, *new)):
        if name not in old or name not in new:
            yield name, Turn.CAME if name in new else Turn.WENT, ""
        elif what := tuple(_fields_apart(old[name], new[name])):
            yield name, Turn.CHANGED, ", ".join(what)


def _fields_apart(old: Any, new: Any) -> Iterator[str]:
    """The fields that differ, as people call them."""
    for field in dataclasses.fields(new):
        if field.name not in _NOT_CONTENT and _content(getattr(old, field.name)) != _content(getattr(new, field.name)):
            yield _IN_WORDS.get(field.name, field.name.replace("_", " "))


def _content(value: Any) -> object:
    """A value without the places of its parts."""
    if isinstance(value, Mapping):
        return tuple((key, _content(one)) for key, one in value.items())
    if is_form(type(value)) and not isinstance(value, Enum):
        parts = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return type(value), tuple(_content(one) for name, one in parts if name not in _NOT_CONTENT)
    if isinstance(value, tuple | list) and type(value) in {tuple, list}:
        return tuple(map(_content, value))
    return value
