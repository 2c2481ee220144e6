"""JSON Schemas of a rulebook's files, from the shapes that read them (:mod:`dragoman.rulebook.shapes`).

A schema knows what a file looks like: editors complete and check while one types. With a rulebook it
also knows that rulebook's names: fact types, their slots, what may stand in each. Whether names agree
with each other across files, and whether rules make sense, only `dragoman check` tells.
Dialect: JSON Schema 2020-12 (json-schema.org).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.rulebook.forms import FactType, Origin, Rulebook, Slot, ValueSlot
from dragoman.rulebook.shapes import KINDS
from dragoman.source.braces import AROUND, Fact, Slots
from dragoman.source.entries import short
from dragoman.source.shapes import NAMED, TEXT, VARIABLE_PATTERN, Json
from dragoman.values.quantity_shapes import BoundsEntry, RangeEntry

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str, rulebook: Rulebook | None = None) -> Json:
    """The schema of one kind of file (a key of `KINDS`), with the names of `rulebook` if there is one."""
    writer = _Writer(rulebook)
    entry = KINDS[kind]
    top = entry.written_out(writer)
    return {
        "$schema": _DIALECT,
        "title": f"Dragoman: {entry.form.what}",
        **top,
        **({"$defs": writer.definitions} if writer.definitions else {}),
    }


class _Writer:
    """Writes one schema; what returns is defined once."""

    def __init__(self, rulebook: Rulebook | None) -> None:
        self.rulebook = rulebook
        self.definitions: dict[str, Json] = {}

    def defined(self, name: str, make: Callable[[], Json]) -> Json:
        """A reference to what `make` gives, which is asked once: a definition may need itself."""
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    # -- facts in braces

    def fact(self, fact: Fact[Any]) -> Json:
        """Exactly one fact; that no two stand beside each other, only a rulebook's names can tell."""
        return self.defined(short(fact.what), lambda: self._fact(fact))

    def _fact(self, fact: Fact[Any]) -> Json:
        """The keys of a fact: the fact types that can stand there, or without a rulebook whatever looks like one."""
        beside = fact.beside.properties(self)
        inside = {word: self.fact(inner) for word, inner in fact.inside.items()}
        made: Json = {"type": "object", "minProperties": 1, "maxProperties": 1 + len(beside)}
        if self.rulebook is None:
            names = {"propertyNames": NAMED.schema(self)}
            words = {**inside, **dict.fromkeys((word for word in AROUND if word not in inside), False)}
            slots = {"type": "object", **names, "additionalProperties": self._any(fact)}
            alone = {"not": {"propertyNames": {"enum": list(beside)}}} if beside else {}
            return {**made, "properties": {**words, **beside}, **names, "additionalProperties": slots, **alone}
        types = [name for name, one in sorted(self.rulebook.facts.items()) if _can_stand(fact, one)]
        properties = {**inside, **beside, **{name: self._of_type(fact, self.rulebook.facts[name]) for name in types}}
        one = {"oneOf": [{"required": [name]} for name in (*types, *inside)]} if beside else {}
        return {**made, "properties": properties, "additionalProperties": False, **one}

    def _any(self, fact: Fact[Any]) -> Json:
        """Whatever may stand in a slot of a fact whose type is not known here."""
        name = NAMED.schema(self)
        options = [name, *([self._variable()] if fact.variables else [])]
        match fact.slots:
            case Slots.TESTS:
                options += [{"type": "array", "items": name, "minItems": 1}, BoundsEntry.schema(self)]
            case Slots.VALUES:
                options = [TEXT.schema(self), RangeEntry.schema(self)]
        return {"anyOf": options} if len(options) > 1 else options[0]

    def _variable(self) -> Json:
        return self.defined("variable", lambda: {"type": "string", "pattern": VARIABLE_PATTERN})

    # -- with the names of a rulebook

    def _of_type(self, fact: Fact[Any], one: FactType) -> Json:
        return self.defined(f"{one.name}-{short(fact.what)}", lambda: self._written_out(fact, one))

    def _written_out(self, fact: Fact[Any], one: FactType) -> Json:
        slots = one.slots if fact.slots in (Slots.TESTS, Slots.VALUES) else one.keys
        properties = {slot.name: self._slot(fact, slot) for slot in slots}
        if one.label and fact.slots is Slots.VALUES:
            properties[one.label] = TEXT.schema(self)
        required = [slot.name for slot in slots if _is_needed(fact, slot)]
        return {
            "description": one.question or one.says,
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }

    def _slot(self, fact: Fact[Any], slot: Slot | ValueSlot) -> Json:
        if isinstance(slot, ValueSlot):
            return (slot.kind.tested() if fact.slots is Slots.TESTS else slot.kind.told()).schema(self)
        entities = self.rulebook.entities if self.rulebook else {}
        names = slot.kind.choices(entities, is_told=not fact.variables)
        words: Json = {"enum": sorted(names) if slot.types else list(names)}
        return {"anyOf": [words, self._variable()]} if fact.variables else words


def _is_needed(fact: Fact[Any], slot: Slot | ValueSlot) -> bool:
    """Whether a slot may not be left out; of a denial never the value, or it would say nothing."""
    if isinstance(slot, ValueSlot):
        return fact.is_denied or fact.is_complete
    return fact.is_complete and not slot.optional


def _can_stand(fact: Fact[Any], one: FactType) -> bool:
    """Whether facts of the type can stand there: told ones are told, concluded ones concluded."""
    if fact.slots is Slots.CONCLUDED and (one.value or (fact.is_complete and one.origin is Origin.TOLD)):
        return False
    is_told = fact.slots is Slots.VALUES
    if is_told and fact.is_denied and one.value and not one.value.kind.CAN_BE_DENIED:
        return False
    return not (is_told or fact.is_denied) or one.origin is not Origin.DERIVED
