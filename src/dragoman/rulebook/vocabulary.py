"""`vocabulary.yaml`: entity types, entities, groups, fact types."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from dragoman.errors import Place
from dragoman.rulebook.alias_shapes import flat, kinds
from dragoman.rulebook.forms import EntityType, FactType, Origin, ShownAs, Slot, ValueSlot
from dragoman.rulebook.shapes import EntitiesFile, EntityEntry, FactTypeEntry, GroupEntry, VocabularyFile
from dragoman.rulebook.share_of import read_share
from dragoman.source.names import did_you_mean, lookup
from dragoman.source.nodes import Mapping, Node, Scalar
from dragoman.source.reading import Reading
from dragoman.values.choose import VALUE_KINDS, SlotEntry, enumeration, kinds_of
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
            name, Origin.TOLD, keys, None, says, "", "", (), None, "", None, catalogue=True, place=_CATALOGUE_PLACE
        )

    return {
        "in_force": one("in_force", ("instrument",), "{instrument} is in force"),
        "follows": one("follows", ("later", "earlier"), "{later} has followed {earlier}"),
    }


def read_vocabulary(reading: Reading, node: Node | None, more: Sequence[Node] = (), name: str = "") -> Vocabulary:
    """The vocabulary in the document `node`, with what files of entities add to it; mistakes are noted in `reading`.

    `name` is that of the rulebook: a file of another one's entities adds nothing.
    """
    vocabulary = Vocabulary(facts=catalogue_types())
    entry = VocabularyFile.read(reading, node) if node is not None else VocabularyFile.absent()
    for key, meaning in entry.entity_types:
        vocabulary.entity_types[key.text] = EntityType(key.text, meaning, key.place)
    instrument = EntityType(INSTRUMENT, "A document that is in force: a strategy, an agreement.", _CATALOGUE_PLACE)
    vocabulary.entity_types.setdefault(INSTRUMENT, instrument)
    added = [one for one in (EntitiesFile.read(reading, node) for node in more) if one.rulebook in ("", name)]
    for key, entity in entry.entities:
        _entity(reading, vocabulary, key, entity)
    joining: dict[str, list[Scalar]] = {}
    for key, new in (pair for file in added for pair in file.entities):
        _entity(reading, vocabulary, key, new)
        for one in new.groups:
            joining.setdefault(one.text, []).append(key)
            lookup(reading, one, {name.text: name for name, _ in entry.groups}, "103", "group")
    for key, group in (*entry.groups, *(pair for file in added for pair in file.groups)):
        _group(reading, vocabulary, key, group, joining.get(key.text, []))
    places = _synonyms(reading, vocabulary, entry)
    for key, fact_type in entry.fact_types:
        vocabulary.facts[key.text] = _FactReader(reading, vocabulary, key, fact_type).read()
    for key, fact_type in entry.fact_types:
        if "share_of" in fact_type:
            read_share(reading, vocabulary.facts, key, fact_type)
    for key, shown in entry.shown_beside:
        _beside(reading, vocabulary, key, shown)
    kinds = (slot.kind for fact in vocabulary.facts.values() for slot in fact.slots)
    words = {word for kind in kinds if isinstance(kind, Enumeration) for word in kind.words}
    for synonym, message in mistakes(words, vocabulary.synonyms):
        reading.note(places[synonym], "104", message)
    return vocabulary


def _synonyms(reading: Reading, vocabulary: Vocabulary, entry: VocabularyFile) -> dict[str, Place]:
    """Where each synonym is said; one that stands for two words is noted."""
    places: dict[str, Place] = {}
    node = entry.node_of("synonyms")
    values = {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}
    for key, texts in entry.synonyms:
        value = values[key.text]
        for text in texts:
            synonym = text.casefold().replace(" ", "_")
            if vocabulary.synonyms.setdefault(synonym, key.text) != key.text:
                message = f"'{text}' stands for '{vocabulary.synonyms[synonym]}' already"
                reading.note(value.place, "014", message, (places[synonym],))
            places.setdefault(synonym, value.place)
    return places


def _entity(reading: Reading, vocabulary: Vocabulary, key: Scalar, entry: EntityEntry) -> None:
    if key.text in vocabulary.entities:  # of another file: within one, no key stands twice
        also = (vocabulary.entities[key.text].place,)
        reading.note(key.place, "014", f"there is an entity called '{key.text}' already", also)
        return
    known = frozenset(
        t.text for t in entry.types if lookup(reading, t, vocabulary.entity_types, "109", "entity type") is not None
    )
    vocabulary.entities[key.text] = Entity(
        key.text, entry.title, known, flat(entry.aliases), (), key.place, kinds(entry.aliases)
    )


def _group(
    reading: Reading, vocabulary: Vocabulary, key: Scalar, entry: GroupEntry, joining: Sequence[Scalar] = ()
) -> None:
    if key.text in vocabulary.entities:
        also = (vocabulary.entities[key.text].place,)
        reading.note(key.place, "014", f"there is an entity called '{key.text}' already", also)
        return
    members = []
    for item in (*entry.members, *joining):
        entity = lookup(reading, item, vocabulary.entities, "103", "entity")
        if entity is not None and entity.members:
            reading.note(item.place, "111", f"'{entity.name}' is a group itself; a group lists single entities")
        elif entity is not None:
            members.append(entity)
    types = frozenset.intersection(*(member.types for member in members)) if members else frozenset()
    names = tuple(member.name for member in members)
    vocabulary.entities[key.text] = Entity(
        key.text, entry.title, types, flat(entry.aliases), names, key.place, kinds(entry.aliases)
    )


def _beside(reading: Reading, vocabulary: Vocabulary, key: Scalar, texts: tuple[tuple[Scalar, str], ...]) -> None:
    """Give every key slot of that name what is shown beside sentences for each of its words."""
    slots = {slot.name: slot for fact in vocabulary.facts.values() for slot in fact.keys if slot.words}
    if lookup(reading, key, slots, "102", "slot", "that is a key and has words") is None:
        return
    of_name = [slot for fact in vocabulary.facts.values() for slot in fact.keys if slot.name == key.text]
    words = {word: word for slot in of_name for word in slot.words}
    shown = {
        word.text: text
        for word, text in texts
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

    def __init__(self, reading: Reading, vocabulary: Vocabulary, key: Scalar, entry: FactTypeEntry) -> None:
        self.reading, self.vocabulary, self.key, self.entry = reading, vocabulary, key, entry

    def read(self) -> FactType:
        entry = self.entry
        slots = [self._slot(key, slot) for key, slot in entry.slots]
        values = [slot for slot in slots if isinstance(slot, ValueSlot)]
        keys = tuple(slot for slot in slots if isinstance(slot, Slot))
        if len(values) > 1:
            self._wrong("has two value slots; two values in one type are two types")
        if values and entry.from_ in {"derived", "both"}:
            self._wrong(
                "has a value slot, which only a type that is told can have; let rules conclude a type of its own that is so or not so"
            )
        label = entry.label
        if label and (values or any(slot.name == label for slot in slots)):
            self._wrong("has a label; with a label there is no value slot, and the label is none of the slots")
        fact = FactType(
            name=self.key.text,
            origin=Origin(entry.from_) if entry.from_ else Origin.BOTH,
            keys=keys,
            value=values[0] if values else None,
            says=entry.says,
            denies=entry.denies,
            question=entry.question,
            words=entry.words,
            shown_as=ShownAs(entry.shown_as) if entry.shown_as else None,
            label=label,
            symmetric=self._symmetric(keys, {slot.name for slot in slots}),
            catalogue=False,
            place=self.key.place,
            context=entry.context,
            places=entry.places(),
        )
        if fact.shown_as and fact.origin is Origin.TOLD:
            self._wrong("is told, so that it cannot be shown as a result")
        self._check_texts(fact, {*(slot.name for slot in slots), label})
        return fact

    def _wrong(self, what: str) -> None:
        self.reading.note(self.key.place, "313", f"the fact type '{self.key.text}' {what}")

    def _slot(self, key: Scalar, entry: SlotEntry) -> Slot | ValueSlot:
        kinds = kinds_of(entry)
        if len(kinds) != 1:
            return Slot(key.text, Enumeration(()), key.place)
        if entry.value and entry.optional:
            self.reading.note(key.place, "313", f"the value slot '{key.text}' cannot be optional")
        if kinds[0] in VALUE_KINDS:
            return ValueSlot(key.text, VALUE_KINDS[kinds[0]](self.reading, key, entry), key.place)
        if kinds[0] == Entities.KEY:
            return Slot(key.text, self._entities(entry), key.place, entry.optional)
        kind = enumeration(entry, self.vocabulary.synonyms)
        return ValueSlot(key.text, kind, key.place) if entry.value else Slot(key.text, kind, key.place, entry.optional)

    def _entities(self, entry: SlotEntry) -> Entities:
        known = self.vocabulary.entity_types
        types = tuple(t.text for t in entry.entity if lookup(self.reading, t, known, "109", "entity type") is not None)
        return Entities(types, Spread(entry.spread) if entry.spread else Spread.REFUSED)

    def _symmetric(self, keys: tuple[Slot, ...], names: Collection[str]) -> tuple[int, int] | None:
        pair = self.entry.symmetric
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
            for name in _SLOT_IN_TEXT.findall(getattr(fact, field_name)):
                if name not in known:
                    message = f"'{field_name}' speaks of '{{{name}}}', which is no slot{did_you_mean(name, known)}"
                    self.reading.note(self.entry.place_of(field_name), "311", message)
        if "question" not in self.entry and self.entry.from_ in ("told", "both"):
            self._wrong("can be told, so that it needs a 'question' that asks for it")


def _taken(slot: Slot) -> tuple[str, ...]:
    """What decides which values a slot takes, groups aside."""
    return slot.kind.types if isinstance(slot.kind, Entities) else slot.kind.words
