"""`vocabulary.yaml`: entity types, entities, groups, fact types."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field

from dragoman.errors import Place
from dragoman.rulebook import shapes
from dragoman.rulebook.forms import EntityType, FactType, Origin, Slot, ValueSlot
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, Node, Scalar
from dragoman.source.reading import Reading, lookup
from dragoman.values.choose import VALUE_KINDS, enumeration
from dragoman.values.entity import Entities, Entity, Spread
from dragoman.values.enumeration import Enumeration, mistakes

_SLOT_IN_TEXT = re.compile(r"\{([^{}]*)\}")
_CATALOGUE_PLACE = Place("the rule language")
INSTRUMENT = "instrument"
"""The entity type of what stands in `instruments.yaml`."""


@dataclass(slots=True)
class Vocabulary:
    """What can be said: filled while reading, read-only afterwards."""

    entity_types: dict[str, EntityType] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: dict[str, FactType] = field(default_factory=dict)
    synonyms: dict[str, str] = field(default_factory=dict)
    """What else people write, as one name, and the word of an enumeration that it stands for."""


def catalogue_types() -> dict[str, FactType]:
    """The two fact types of the catalogue, which the rule language itself declares."""

    def one(name: str, slots: tuple[str, ...], says: str) -> FactType:
        keys = tuple(Slot(slot, Entities((INSTRUMENT,)), _CATALOGUE_PLACE) for slot in slots)
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
    fields = shapes.VOCABULARY.fields(reading, node)
    for key, value in reading.entries(fields.get("entity_types"), "entity types"):
        meaning = reading.text(value, "the meaning of an entity type")
        vocabulary.entity_types[key.text] = EntityType(key.text, meaning, key.place)
    instrument = EntityType(INSTRUMENT, "A document that is in force: a strategy, an agreement.", _CATALOGUE_PLACE)
    vocabulary.entity_types.setdefault(INSTRUMENT, instrument)
    for key, value in reading.entries(fields.get("entities"), "entities"):
        _entity(reading, vocabulary, key, value)
    for key, value in reading.entries(fields.get("groups"), "groups"):
        _group(reading, vocabulary, key, value)
    places = _synonyms(reading, vocabulary, fields.get("synonyms"))
    for key, value in reading.entries(fields.get("fact_types"), "fact types"):
        if key.text in vocabulary.facts:
            reading.note(key.place, "014", f"the fact type '{key.text}' is declared by the rule language itself")
        elif key.text in shapes.RESERVED:
            message = f"'{key.text}' cannot be a fact type: it has a meaning of its own beside facts and conditions"
            reading.note(key.place, "013", message)
        else:
            vocabulary.facts[key.text] = _FactReader(reading, vocabulary, key, value).read()
    kinds = (slot.kind for fact in vocabulary.facts.values() for slot in fact.slots)
    words = {word for kind in kinds if isinstance(kind, Enumeration) for word in kind.words}
    for synonym, message in mistakes(words, vocabulary.synonyms):
        reading.note(places[synonym], "104", message)
    return vocabulary


def _synonyms(reading: Reading, vocabulary: Vocabulary, node: Node | None) -> dict[str, Place]:
    """Where each synonym is said; one that stands for two words is noted."""
    places: dict[str, Place] = {}
    for key, value in reading.entries(node, "synonyms"):
        for text in reading.texts(value, "a synonym"):
            synonym = text.casefold().replace(" ", "_")
            if vocabulary.synonyms.setdefault(synonym, key.text) != key.text:
                message = f"'{text}' stands for '{vocabulary.synonyms[synonym]}' already"
                reading.note(value.place, "014", message, (places[synonym],))
            places.setdefault(synonym, value.place)
    return places


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


class _FactReader:
    """One entry of `fact_types`."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary, key: Scalar, node: Node) -> None:
        self.reading, self.vocabulary, self.key, self.node = reading, vocabulary, key, node
        self.fields = shapes.FACT_TYPE.fields(reading, node)

    def read(self) -> FactType:
        reading, fields = self.reading, self.fields
        origin = reading.choice(fields.get("from"), "'from'", [origin.value for origin in Origin])
        slots = [self._slot(key, node) for key, node in reading.entries(fields.get("slots"), "slots")]
        values = [slot for slot in slots if isinstance(slot, ValueSlot)]
        keys = tuple(slot for slot in slots if isinstance(slot, Slot))
        if len(values) > 1:
            self._wrong("has two value slots; two values in one type are two types")
        if values and origin in {"derived", "both"}:
            self._wrong("has a value slot, which only a type that is told can have")
        label = reading.name(fields.get("label"), "a label")
        if label and (values or any(slot.name == label for slot in slots)):
            self._wrong("has a label; with a label there is no value slot, and the label is none of the slots")
        fact = FactType(
            name=self.key.text,
            origin=Origin(origin) if origin else Origin.BOTH,
            keys=keys,
            value=values[0] if values else None,
            says=reading.text(fields.get("says"), "'says'"),
            denies=reading.text(fields.get("denies"), "'denies'"),
            question=reading.text(fields.get("question"), "'question'"),
            words=reading.texts(fields.get("words"), "a word"),
            shown_as=reading.choice(fields.get("shown_as"), "'shown_as'", shapes.SHOWN_AS),
            label=label,
            symmetric=self._symmetric(keys, {slot.name for slot in slots}),
            catalogue=False,
            place=self.key.place,
            places={key.text: key.place for key, _ in self.node.entries} if isinstance(self.node, Mapping) else {},
        )
        if fact.shown_as and fact.origin is Origin.TOLD:
            self._wrong("is told, so that it cannot be shown as a result")
        self._check_texts(fact, {*(slot.name for slot in slots), label})
        return fact

    def _wrong(self, what: str) -> None:
        self.reading.note(self.key.place, "313", f"the fact type '{self.key.text}' {what}")

    def _slot(self, key: Scalar, node: Node) -> Slot | ValueSlot:
        reading = self.reading
        before = len(reading.findings)
        fields = shapes.SLOT.fields(reading, node)
        kinds = [kind for kind in shapes.SLOT.kinds if kind in fields]
        if len(kinds) != 1:
            if fields or len(reading.findings) == before:
                *first, last = (f"'{kind}'" for kind in shapes.SLOT.kinds)
                reading.note(key.place, "313", f"the slot '{key.text}' needs exactly one of {', '.join(first)}, {last}")
            return Slot(key.text, Enumeration(()), key.place)
        for option in fields.keys() - {kinds[0], *shapes.SLOT.kinds[kinds[0]]}:
            message = f"the slot '{key.text}' has '{kinds[0]}', with which '{option}' does not go"
            reading.note(fields[option].place, "313", message)
        is_value = reading.truth(fields.get("value"), "'value'")
        optional = reading.truth(fields.get("optional"), "'optional'")
        if is_value and optional:
            reading.note(key.place, "313", f"the value slot '{key.text}' cannot be optional")
        if kinds[0] in VALUE_KINDS:
            return ValueSlot(key.text, VALUE_KINDS[kinds[0]](reading, key, fields), key.place)
        if kinds[0] == Entities.KEY:
            return Slot(key.text, self._entities(fields), key.place, optional)
        kind = enumeration(reading, key, fields, self.vocabulary.synonyms)
        return ValueSlot(key.text, kind, key.place) if is_value else Slot(key.text, kind, key.place, optional)

    def _entities(self, fields: MappingType[str, Node]) -> Entities:
        reading = self.reading
        types = tuple(
            t.text
            for t in reading.names(fields["entity"], "an entity type")
            if lookup(reading, t, self.vocabulary.entity_types, "109", "entity type") is not None
        )
        spread = reading.choice(fields.get("spread"), "'spread'", ("each", "none")) or Spread.REFUSED.value
        return Entities(types, Spread(spread))

    def _symmetric(self, keys: tuple[Slot, ...], names: Collection[str]) -> tuple[int, int] | None:
        pair = self.reading.names(self.fields.get("symmetric"), "a slot") if "symmetric" in self.fields else ()
        known = {name: name for name in names}
        found = [lookup(self.reading, name, known, "102", "slot", f"in '{self.key.text}'") for name in pair]
        if not pair or None in found:
            return None
        two = [position for position, slot in enumerate(keys) if slot.name in found]
        takes = {_taken(keys[position]) for position in two}
        if len(two) != 2 or len(found) != 2 or len(takes) != 1:
            self._wrong("can only be symmetric in two different key slots that take the same values")
            return None
        return two[0], two[1]

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


def _taken(slot: Slot) -> tuple[str, ...]:
    """What decides which values a slot takes, groups aside."""
    return slot.kind.types if isinstance(slot.kind, Entities) else slot.kind.words
