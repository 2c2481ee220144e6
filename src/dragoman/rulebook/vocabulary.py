"""`vocabulary.yaml`: entity types, entities, groups, fact types."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field

from dragoman.errors import Place
from dragoman.rulebook import shapes
from dragoman.rulebook.forms import Entity, FactType, Origin, ShownAs, Slot, SlotKind, Spread
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Node, Scalar
from dragoman.source.reading import Reading, lookup

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
            name, Origin.TOLD, keys, None, says, "", "", (), None, "", None, catalogue=True, place=_CATALOGUE_PLACE
        )

    return {
        "in_force": one("in_force", ("instrument",), "{instrument} is in force"),
        "follows": one("follows", ("later", "earlier"), "{later} has followed {earlier}"),
    }


def read_vocabulary(reading: Reading, node: Node | None) -> Vocabulary:
    """The vocabulary in the document `node`; mistakes are noted in `reading`."""
    vocabulary = Vocabulary(facts=catalogue_types())
    fields = shapes.VOCABULARY.fields(reading, node)
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
        elif key.text in shapes.RESERVED:
            message = f"'{key.text}' cannot be a fact type: it has a meaning of its own beside facts and conditions"
            reading.note(key.place, "013", message)
        else:
            vocabulary.facts[key.text] = _FactReader(reading, vocabulary, key, value).read()
    for key, value in reading.entries(fields.get("shown_beside"), "what is shown beside sentences"):
        _beside(reading, vocabulary, key, value)
    return vocabulary


def _entity(reading: Reading, vocabulary: Vocabulary, key: Scalar, node: Node) -> None:
    fields = shapes.ENTITY.fields(reading, node)
    types = reading.names(fields.get("types"), "an entity type")
    known = frozenset(
        t.text for t in types if lookup(reading, t, vocabulary.entity_types, "109", "entity type") is not None
    )
    title = reading.text(fields.get("title"), "a title")
    aliases = reading.texts(fields.get("aliases"), "an alias")
    vocabulary.entities[key.text] = Entity(key.text, title, known, aliases, (), key.place)


def _group(reading: Reading, vocabulary: Vocabulary, key: Scalar, node: Node) -> None:
    fields = shapes.GROUP.fields(reading, node)
    if key.text in vocabulary.entities:
        also = (vocabulary.entities[key.text].place,)
        reading.note(key.place, "014", f"there is an entity called '{key.text}' already", also)
        return
    members, before = [], len(reading.findings)
    for item in reading.names(fields.get("members"), "a member"):
        entity = lookup(reading, item, vocabulary.entities, "103", "entity")
        if entity is not None and entity.members:
            reading.note(item.place, "111", f"'{entity.name}' is a group itself; a group lists single entities")
        elif entity is not None:
            members.append(entity)
    if "members" in fields and not members and len(reading.findings) == before:
        reading.note(key.place, "011", f"the group '{key.text}' needs at least one member")
    types = frozenset.intersection(*(member.types for member in members)) if members else frozenset()
    title = reading.text(fields.get("title"), "a title")
    aliases = reading.texts(fields.get("aliases"), "an alias")
    names = tuple(member.name for member in members)
    vocabulary.entities[key.text] = Entity(key.text, title, types, aliases, names, key.place)


def _beside(reading: Reading, vocabulary: Vocabulary, key: Scalar, node: Node) -> None:
    """Give every key slot of that name what is shown beside sentences for each of its words."""
    slots = {slot.name: slot for fact in vocabulary.facts.values() for slot in fact.keys if slot.words}
    if lookup(reading, key, slots, "102", "slot", "that is a key and has words") is None:
        return
    of_name = [slot for fact in vocabulary.facts.values() for slot in fact.keys if slot.name == key.text]
    words = {word: word for slot in of_name for word in slot.words}
    shown = {
        word.text: reading.text(text, "what is shown beside a sentence")
        for word, text in reading.entries(node, f"what is shown for '{key.text}'")
        if lookup(reading, word, words, "104", "word", f"of the slot '{key.text}'") is not None
    }

    def with_it(slot: Slot) -> Slot:
        if slot.name != key.text or not slot.words:
            return slot
        beside = {word: shown.get(word) or word.replace("_", " ") for word in slot.words}
        return dataclasses.replace(slot, beside=beside)

    for name, fact in vocabulary.facts.items():
        if key.text in fact.key_names:
            vocabulary.facts[name] = dataclasses.replace(fact, keys=tuple(map(with_it, fact.keys)))


class _FactReader:
    """One entry of `fact_types`."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary, key: Scalar, node: Node) -> None:
        self.reading, self.vocabulary, self.key = reading, vocabulary, key
        self.fields = shapes.FACT_TYPE.fields(reading, node)

    def read(self) -> FactType:
        reading, fields = self.reading, self.fields
        origin = reading.choice(fields.get("from"), "'from'", [origin.value for origin in Origin])
        slots = [self._slot(key, node) for key, node in reading.entries(fields.get("slots"), "slots")]
        values = [slot for slot in slots if slot.is_value]
        if len(values) > 1:
            self._wrong("has two value slots; two values in one type are two types")
        if values and origin in {"derived", "both"}:
            self._wrong("has a value slot, which only a type that is told can have")
        shown_as = reading.choice(fields.get("shown_as"), "'shown_as'", shapes.SHOWN_AS)
        label = reading.name(fields.get("label"), "a label")
        if label and (values or any(slot.name == label for slot in slots)):
            self._wrong("has a label; with a label there is no value slot, and the label is none of the slots")
        fact = FactType(
            name=self.key.text,
            origin=Origin(origin) if origin else Origin.BOTH,
            keys=tuple(slot for slot in slots if not slot.is_value),
            value=values[0] if values else None,
            says=reading.text(fields.get("says"), "'says'"),
            denies=reading.text(fields.get("denies"), "'denies'"),
            question=reading.text(fields.get("question"), "'question'"),
            words=reading.texts(fields.get("words"), "a word"),
            shown_as=ShownAs(shown_as) if shown_as else None,
            label=label,
            symmetric=self._symmetric({slot.name: slot for slot in slots}),
            catalogue=False,
            place=self.key.place,
        )
        if fact.shown_as and fact.origin is Origin.TOLD:
            self._wrong("is told, so that it cannot be shown as a result")
        self._check_texts(fact, {*(slot.name for slot in slots), label})
        return fact

    def _wrong(self, what: str) -> None:
        self.reading.note(self.key.place, "313", f"the fact type '{self.key.text}' {what}")

    def _slot(self, key: Scalar, node: Node) -> Slot:
        reading = self.reading
        before = len(reading.findings)
        fields = shapes.SLOT.fields(reading, node)
        kinds = [kind for kind in shapes.SLOT.kinds if kind in fields]
        if len(kinds) != 1:
            if fields or len(reading.findings) == before:
                reading.note(
                    key.place, "313", f"the slot '{key.text}' needs exactly one of 'entity', 'one_of', 'number'"
                )
            return Slot(key.text, SlotKind.WORD)
        for option in fields.keys() - {kinds[0], *shapes.SLOT.kinds[kinds[0]]}:
            message = f"the slot '{key.text}' has '{kinds[0]}', with which '{option}' does not go"
            reading.note(fields[option].place, "313", message)
        is_value = reading.truth(fields.get("value"), "'value'") or kinds == ["number"]
        optional = reading.truth(fields.get("optional"), "'optional'")
        if is_value and optional:
            reading.note(key.place, "313", f"the value slot '{key.text}' cannot be optional")
        match kinds[0]:
            case "entity":
                return self._entity_slot(key, fields, optional)
            case "one_of":
                words = tuple(word.text for word in reading.names(fields["one_of"], "a word of an enumeration"))
                if not words and len(reading.findings) == before:
                    reading.note(key.place, "313", f"the slot '{key.text}' needs words to choose from in 'one_of'")
                return Slot(key.text, SlotKind.WORD, words=words, is_value=is_value, optional=optional)
        return self._number_slot(key, fields)

    def _entity_slot(self, key: Scalar, fields: MappingType[str, Node], optional: bool) -> Slot:
        reading = self.reading
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
        two = [slot for slot in found if slot is not None and not slot.is_value]
        takes = {(slot.types, slot.words) for slot in two}
        if len(two) != 2 or len(found) != 2 or two[0] is two[1] or len(takes) != 1:
            self._wrong("can only be symmetric in two different key slots that take the same values")
            return None
        return two[0].name, two[1].name

    def _check_texts(self, fact: FactType, known: Collection[str]) -> None:
        for field_name in ("says", "denies", "question"):
            text, node = getattr(fact, field_name), self.fields.get(field_name)
            for name in _SLOT_IN_TEXT.findall(text):
                if name not in known and node is not None:
                    message = f"'{field_name}' speaks of '{{{name}}}', which is no slot{did_you_mean(name, known)}"
                    self.reading.note(node.place, "311", message)
        origin = self.fields.get("from")
        if "question" not in self.fields and isinstance(origin, Scalar) and origin.text in ("told", "both"):
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
