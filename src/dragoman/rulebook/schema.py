"""JSON Schemas of a rulebook's files, made from the tables that the readers use (:mod:`dragoman.rulebook.shapes`).

A schema knows what a file looks like: editors complete and check while one types. With a rulebook it
also knows that rulebook's names: fact types, their slots, what may stand in each. Whether names agree
with each other across files, and whether rules make sense, only `dragoman check` tells.
Dialect: JSON Schema 2020-12 (json-schema.org).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.rulebook.forms import FactType, Origin, Rulebook, Slot, ValueSlot
from dragoman.rulebook.shapes import KINDS
from dragoman.source.names import NAME, NEVER_NAMES
from dragoman.source.shapes import (
    Either,
    Fact,
    Key,
    ListOf,
    MapOf,
    OneWord,
    Shape,
    Single,
    Slots,
    Value,
    Written,
)
from dragoman.values.quantity import BOUNDS, RANGE

Json = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LETTERS = NAME.pattern.removesuffix(r"\Z")
_NAME = f"^(?!(?:{'|'.join(sorted(NEVER_NAMES))})$){_LETTERS}$"
_VARIABLE = {"type": "string", "pattern": rf"^\${_LETTERS}$"}
_SINGLES: dict[Single, Json] = {
    Single.TEXT: {"type": ["string", "number", "boolean"], "pattern": r"\S"},
    Single.NAME: {"type": "string", "pattern": _NAME},
    Single.NUMBER: {"type": "number", "exclusiveMinimum": -(10**12), "exclusiveMaximum": 10**12},
    Single.WHOLE: {"type": "integer", "minimum": 0},
    Single.COUNT: {"type": "integer", "minimum": 1},
    Single.PERCENT: {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 100},
    Single.TRUTH: {"type": "boolean"},
    Single.DATE: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}


def schema(kind: str, rulebook: Rulebook | None = None) -> Json:
    """The schema of one kind of file (a key of `KINDS`), with the names of `rulebook` if there is one."""
    writer = _Writer(rulebook)
    shape = KINDS[kind]
    top = writer.shape(shape)
    return {
        "$schema": _DIALECT,
        "title": f"Dragoman: {shape.what}",
        **top,
        **({"$defs": writer.definitions} if writer.definitions else {}),
    }


class _Writer:
    """Writes one schema; what returns is defined once."""

    def __init__(self, rulebook: Rulebook | None) -> None:
        self.rulebook = rulebook
        self.definitions: dict[str, Json] = {}

    def value(self, value: Value) -> Json:
        """The schema of any value."""
        match value:
            case Single.NAME | Single.TEXT:
                return self._defined(value.value, _SINGLES[value])
            case Single():
                return _SINGLES[value]
            case OneWord(words):
                return {"enum": list(words)}
            case Written(pattern):
                return {"type": "string", "pattern": f"^(?:{pattern})$"}
            case Either(values):
                return {"anyOf": [self.value(one) for one in values]}
            case ListOf():
                return self._list(value)
            case MapOf(item, key, never):
                taken = {"not": {"enum": list(never)}} if never else {}
                names = {"propertyNames": {**self.value(key), **taken}}
                return {"type": ["object", "null"], "additionalProperties": self.value(item), **names}
            case Fact():
                return self._fact(value)
            case Shape():
                return self._shape_once(value)

    def shape(self, shape: Shape) -> Json:
        """The schema of a mapping with keys of its own."""
        conditions = [
            *({"anyOf": [{"required": [key]} for key in group]} for group in shape.any_of),
            *([{"oneOf": [_kind(shape, kind) for kind in shape.kinds]}] if shape.kinds else []),
        ]
        return {
            "type": "object",
            "properties": {name: self._key(key) for name, key in shape.keys.items()},
            "additionalProperties": False,
            **({"required": list(shape.required)} if shape.required else {}),
            **(
                {"dependentRequired": {key: list(rest) for key, rest in shape.together.items()}}
                if shape.together
                else {}
            ),
            **({"allOf": conditions} if conditions else {}),
        }

    def _key(self, key: Key) -> Json:
        return {"description": key.meaning, **self.value(key.value)}

    def _shape_once(self, shape: Shape) -> Json:
        name = _short(shape.what)
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.shape(shape)
        return _reference(name)

    def _defined(self, name: str, definition: Json) -> Json:
        self.definitions.setdefault(name, definition)
        return _reference(name)

    def _list(self, value: ListOf) -> Json:
        item = self.value(value.item)
        ends = {} if value.at_most is None else {"maxItems": value.at_most}
        ends |= {"minItems": value.at_least} if value.at_least else {}
        array = {"type": "array" if value.at_least else ["array", "null"], "items": item, **ends}
        return {"anyOf": [array, item]} if value.or_one else array

    # -- facts in braces

    def _fact(self, fact: Fact) -> Json:
        """Exactly one fact; that there are not two beside each other only a rulebook's names can tell."""
        name = _short(fact.what)
        if name in self.definitions:
            return _reference(name)
        alone = f"{name}-alone"
        self.definitions[name] = {
            "type": "object",
            **self._properties(fact, {word: _reference(alone) for word in fact.inside}),
            "minProperties": 1,
            "maxProperties": 1 + len(fact.beside),
            **({"not": {"propertyNames": {"enum": list(fact.beside)}}} if fact.beside else {}),
        }
        if fact.inside:
            self.definitions[alone] = {
                "type": "object",
                **self._properties(dataclasses.replace(fact, beside={}), {}),
                "minProperties": 1,
                "maxProperties": 1,
            }
        return _reference(name)

    def _properties(self, fact: Fact, inside: Json) -> Json:
        """The keys of a fact: the fact types that can stand there, or without a rulebook whatever looks like one."""
        properties = {**inside, **{word: self._key(key) for word, key in fact.beside.items()}}
        if self.rulebook is None:
            names = {"propertyNames": self.value(Single.NAME)}
            slots = {"type": "object", **names, "additionalProperties": self._any(fact)}
            return {**({"properties": properties} if properties else {}), **names, "additionalProperties": slots}
        types = sorted(name for name, one in self.rulebook.facts.items() if _can_stand(fact, one))
        properties |= {name: self._of_type(fact, self.rulebook.facts[name]) for name in types}
        return {"properties": properties, "additionalProperties": False}

    def _any(self, fact: Fact) -> Json:
        """Whatever may stand in a slot of a fact whose type is not known here."""
        name = self.value(Single.NAME)
        options = [name, *([self._defined("variable", _VARIABLE)] if fact.variables else [])]
        match fact.slots:
            case Slots.TESTS:
                options += [{"type": "array", "items": name}, self.value(BOUNDS)]
            case Slots.VALUES:
                options = [self.value(Single.TEXT), self.value(RANGE)]
        return {"anyOf": options} if len(options) > 1 else options[0]

    # -- with the names of a rulebook

    def _of_type(self, fact: Fact, one: FactType) -> Json:
        name = f"{one.name}-{_short(fact.what)}"
        if name not in self.definitions:
            slots = one.keys if fact.slots is Slots.PLAIN else one.slots
            properties = {slot.name: self._slot(fact, slot) for slot in slots}
            if one.label and fact.slots is Slots.VALUES:
                properties[one.label] = self.value(Single.TEXT)
            required = [s.name for s in slots if isinstance(s, ValueSlot) or not s.optional] if fact.is_complete else []
            self.definitions[name] = {
                "description": one.question or one.says,
                "type": "object",
                "properties": properties,
                "additionalProperties": False,
                **({"required": required} if required else {}),
            }
        return _reference(name)

    def _slot(self, fact: Fact, slot: Slot | ValueSlot) -> Json:
        if isinstance(slot, ValueSlot):
            return self.value(slot.kind.tested() if fact.slots is Slots.TESTS else slot.kind.told())
        entities = self.rulebook.entities if self.rulebook else {}
        names = slot.kind.choices(entities, is_told=not fact.variables)
        words: Json = {"enum": sorted(names) if slot.types else list(names)}
        return {"anyOf": [words, self._defined("variable", _VARIABLE)]} if fact.variables else words


def _kind(shape: Shape, kind: str) -> Json:
    """A mapping of one of its kinds: this key, and none that does not go with it."""
    beside = {*shape.kinds[kind], kind}
    return {"required": [kind], "properties": dict(_never({*shape.keys} - beside))}


def _never(keys: Iterable[str]) -> Iterator[tuple[str, bool]]:
    return ((key, False) for key in sorted(keys))


def _can_stand(fact: Fact, one: FactType) -> bool:
    """Whether facts of the type can stand there: told ones are told, concluded ones concluded."""
    if fact.slots is Slots.VALUES:
        return one.origin is not Origin.DERIVED
    return one.origin is not Origin.TOLD or not (fact.variables and fact.is_complete)


def _short(what: str) -> str:
    """`a condition of 'unless'` as the name of a definition."""
    return re.sub("[^a-z]+", "-", what.split(" ", 1)[1]).strip("-")


def _reference(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}
