"""`vocabulary.yaml`: entity types, entities, groups, fact types."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field

from dragoman.errors import Place
from dragoman.rulebook.forms import Entity, FactType, Origin, Slot, SlotKind, Spread
from dragoman.source.nodes import Node, Scalar
from dragoman.source.reading import Reading, lookup

SHOWN_AS = ("recommendation", "risk", "forecast", "watch", "finding")
_SLOT_IN_TEXT = re.compile(r"\{([^{}]*)\}")
_CATALOGUE_PLACE = Place("the rule language")
INSTRUMENT = "instrument"
"""The entity type of what stands in `instruments.yaml`."""


@dataclass(slots=True)
class Vocabulary:
    """What can be said: filled while reading, read-only afterwards."""

    entity_types: dict[str, str] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: dict[str, FactType] = field(default_factory=dict)


def catalogue_types() -> dict[str, FactType]:
    """The two fact types of the catalogue, which the rule language itself declares."""

    def one(name: str, slots: tuple[str, ...], says: str) -> FactType:
        keys = tuple(Slot(slot, SlotKind.ENTITY, types=(INSTRUMENT,)) for slot in slots)
        return FactType(
            name, Origin.TOLD, keys, None, says, "", "", (), "", "", None, catalogue=True, place=_CATALOGUE_PLACE
        )

    return {
        "in_force": one("in_force", ("instrument",), "{instrument} is in force"),
        "follows": one("follows", ("later", "earlier"), "{later} has followed {earlier}"),
    }


def read_vocabulary(reading: Reading, node: Node | None) -> Vocabulary:
    """The vocabulary in the document `node`; mistakes are noted in `reading`."""
    vocabulary = Vocabulary(facts=catalogue_types())
    sections = ("entity_types", "entities", "groups", "fact_types")
    fields = reading.fields(node, "a vocabulary", required=("entity_types", "fact_types"), optional=sections)
    for key, value in reading.entries(fields.get("entity_types"), "entity types"):
        vocabulary.entity_types[key.text] = reading.text(value, "the meaning of an entity type")
    vocabulary.entity_types.setdefault(INSTRUMENT, "A document of the EU: a strategy, an agreement.")
    for key, value in reading.entries(fields.get("entities"), "entities"):
        _entity(reading, vocabulary, key, value)
    for key, value in reading.entries(fields.get("groups"), "groups"):
        _group(reading, vocabulary, key, value)
    for key, value in reading.entries(fields.get("fact_types"), "fact types"):
        if key.text in vocabulary.facts:
            reading.note(key.place, "014", f"the fact type '{key.text}' is declared by the rule language itself")
        else:
            vocabulary.facts[key.text] = _FactReader(reading, vocabulary, key, value).read()
    return vocabulary


def _entity(reading: Reading, vocabulary: Vocabulary, key: Scalar, node: Node) -> None:
    fields = reading.fields(node, "an entity", required=("title", "types"), optional=("aliases",))
    types = reading.names(fields.get("types"), "an entity type")
    known = frozenset(
        t.text for t in types if lookup(reading, t, vocabulary.entity_types, "109", "entity type") is not None
    )
    title = reading.text(fields.get("title"), "a title")
    aliases = reading.texts(fields.get("aliases"), "an alias")
    vocabulary.entities[key.text] = Entity(key.text, title, known, aliases, (), key.place)


def _group(reading: Reading, vocabulary: Vocabulary, key: Scalar, node: Node) -> None:
    fields = reading.fields(node, "a group", required=("title", "members"), optional=("aliases",))
    if key.text in vocabulary.entities:
        also = (vocabulary.entities[key.text].place,)
        reading.note(key.place, "014", f"there is an entity called '{key.text}' already", also)
        return
    members = [
        entity
        for item in reading.names(fields.get("members"), "a member")
        if (entity := lookup(reading, item, vocabulary.entities, "103", "entity")) is not None
    ]
    types = frozenset.intersection(*(member.types for member in members)) if members else frozenset()
    title = reading.text(fields.get("title"), "a title")
    aliases = reading.texts(fields.get("aliases"), "an alias")
    names = tuple(member.name for member in members)
    vocabulary.entities[key.text] = Entity(key.text, title, types, aliases, names, key.place)


_FACT_FIELDS = ("says", "denies", "question", "words", "shown_as", "label", "symmetric")


class _FactReader:
    """One entry of `fact_types`."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary, key: Scalar, node: Node) -> None:
        self.reading, self.vocabulary, self.key = reading, vocabulary, key
        self.fields = reading.fields(node, "a fact type", required=("from", "slots", "says"), optional=_FACT_FIELDS)

    def read(self) -> FactType:
        reading, fields = self.reading, self.fields
        origin = reading.choice(fields.get("from"), "'from'", [origin.value for origin in Origin])
        slots = [self._slot(key, node) for key, node in reading.entries(fields.get("slots"), "slots")]
        values = [slot for slot in slots if slot.is_value]
        if len(values) > 1:
            self._wrong("has two value slots; two values in one type are two types")
        if values and origin in {"derived", "both"}:
            self._wrong("has a value slot, which only a type that is told can have")
        label = reading.name(fields.get("label"), "a label")
        if label and (values or any(slot.name == label for slot in slots)):
            self._wrong("has a label, which goes with no value slot and is no slot itself")
        fact = FactType(
            name=self.key.text,
            origin=Origin(origin) if origin else Origin.TOLD,
            keys=tuple(slot for slot in slots if not slot.is_value),
            value=values[0] if values else None,
            says=reading.text(fields.get("says"), "'says'"),
            denies=reading.text(fields.get("denies"), "'denies'"),
            question=reading.text(fields.get("question"), "'question'"),
            words=reading.texts(fields.get("words"), "a word"),
            shown_as=reading.choice(fields.get("shown_as"), "'shown_as'", SHOWN_AS),
            label=label,
            symmetric=self._symmetric({slot.name: slot for slot in slots}),
            catalogue=False,
            place=self.key.place,
        )
        if fact.shown_as and fact.origin is Origin.TOLD:
            self._wrong("is told, so that it cannot be shown as a result")
        self._check_texts(fact)
        return fact

    def _wrong(self, what: str) -> None:
        self.reading.note(self.key.place, "313", f"the fact type '{self.key.text}' {what}")

    def _slot(self, key: Scalar, node: Node) -> Slot:
        reading = self.reading
        options = ("entity", "one_of", "number", "min", "max", "value", "optional", "spread")
        fields = reading.fields(node, "a slot", optional=options)
        kinds = [kind for kind in ("entity", "one_of", "number") if kind in fields]
        if len(kinds) != 1:
            if fields or not reading.findings:
                reading.note(key.place, "313", f"the slot '{key.text}' is exactly one of entity, one_of, number")
            return Slot(key.text, SlotKind.WORD)
        is_value = reading.truth(fields.get("value"), "'value'") or kinds == ["number"]
        optional = reading.truth(fields.get("optional"), "'optional'")
        if is_value and optional:
            reading.note(key.place, "313", f"the value slot '{key.text}' cannot be optional")
        match kinds[0]:
            case "entity":
                return self._entity_slot(key, fields, is_value, optional)
            case "one_of":
                words = tuple(word.text for word in reading.names(fields["one_of"], "a word of an enumeration"))
                return Slot(key.text, SlotKind.WORD, words=words, is_value=is_value, optional=optional)
        return self._number_slot(key, fields)

    def _entity_slot(self, key: Scalar, fields: MappingType[str, Node], is_value: bool, optional: bool) -> Slot:
        reading = self.reading
        if is_value:
            reading.note(key.place, "313", f"the slot '{key.text}' holds an entity, which is always a key")
        types = tuple(
            t.text
            for t in reading.names(fields["entity"], "an entity type")
            if lookup(reading, t, self.vocabulary.entity_types, "109", "entity type") is not None
        )
        spread = reading.choice(fields.get("spread"), "'spread'", ("each", "none")) or Spread.REFUSED.value
        return Slot(key.text, SlotKind.ENTITY, types=types, optional=optional, spread=Spread(spread))

    def _number_slot(self, key: Scalar, fields: MappingType[str, Node]) -> Slot:
        reading = self.reading
        unit = reading.text(fields["number"], "a unit")
        low, high = reading.number(fields.get("min"), "'min'"), reading.number(fields.get("max"), "'max'")
        if low is not None and high is not None and low < high:
            return Slot(key.text, SlotKind.NUMBER, unit=unit, low=low, high=high, is_value=True)
        if not fields.keys() >= {"min", "max"} or (low is not None and high is not None):
            reading.note(key.place, "313", f"the number '{key.text}' needs 'min' and a larger 'max'")
        return Slot(key.text, SlotKind.NUMBER, unit=unit, is_value=True)

    def _symmetric(self, slots: MappingType[str, Slot]) -> tuple[str, str] | None:
        pair = self.reading.names(self.fields.get("symmetric"), "a slot") if "symmetric" in self.fields else ()
        found = [lookup(self.reading, name, slots, "102", "slot", f"in '{self.key.text}'") for name in pair]
        if not pair or None in found:
            return None
        first, second = (slot for slot in found if slot is not None) if len(found) == 2 else (None, None)
        if first is None or second is None or (first.types, first.words) != (second.types, second.words):
            self._wrong("is symmetric in two key slots that take the same values")
            return None
        return first.name, second.name

    def _check_texts(self, fact: FactType) -> None:
        known = {*fact.key_names, *((fact.value.name,) if fact.value else ()), *((fact.label,) if fact.label else ())}
        for field_name in ("says", "denies", "question"):
            text, node = getattr(fact, field_name), self.fields.get(field_name)
            for name in _SLOT_IN_TEXT.findall(text):
                if name not in known and node is not None:
                    self.reading.note(node.place, "311", f"'{field_name}' speaks of '{{{name}}}', which is no slot")
        if fact.origin is not Origin.DERIVED and "question" not in self.fields:
            self._wrong("can be told, so that it needs a 'question' that asks for it")


def domain(slot: Slot, entities: MappingType[str, Entity]) -> frozenset[str]:
    """All values that a key slot can have; groups only where the group is one more value."""
    if slot.kind is SlotKind.WORD:
        return frozenset(slot.words)
    wanted = frozenset(slot.types)
    return frozenset(
        entity.name
        for entity in entities.values()
        if entity.types & wanted and (not entity.members or slot.spread is Spread.NONE)
    )
