"""Entities: what facts are about, and the slots that they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from dragoman.errors import Place
from dragoman.form import form
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Scalar, shorten

if TYPE_CHECKING:
    from dragoman.source.reading import Reading


@form
class Entity:
    """A thing that facts are about, or a group of them."""

    name: str
    title: str
    types: frozenset[str]
    """Names of entity types; a group has those that all its members have."""
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    """Empty unless this is a group."""
    place: Place
    kinds: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What kind of naming an alias is (adjective, people, capital, leader, city, name), where the vocabulary says it."""


class Spread(Enum):
    """What a group in a slot means."""

    REFUSED = "refused"
    """No group may stand here."""
    EACH = "each"
    """Told of the group, it holds for each member."""
    NONE = "none"
    """The group is one more value."""


@form
class Entities:
    """The kind of a key slot that holds an entity."""

    KEY: ClassVar[str] = "entity"

    types: tuple[str, ...]
    """Entity types that may stand here."""
    spread: Spread = Spread.REFUSED

    def takes(self, entity: Entity) -> bool:
        """Whether the entity may stand here, groups as far as the slot takes any."""
        return self.is_of_type(entity) and (not entity.members or self.spread is not Spread.REFUSED)

    def read_key(
        self, reading: Reading, node: Scalar, slot: str, fact: str, entities: Mapping[str, Entity], *, is_told: bool
    ) -> str:
        """The name of the entity; empty after noting why it cannot stand here.

        Where facts are told, people may use any name of it: title, alias, in whatever case. A rule uses the one name
        that the vocabulary gives it, and speaks of a group only where the group is one more value.
        """
        entity = entities.get(node.text)
        if entity is None:
            meant = by_any_name(entities).get(node.text.strip().casefold(), ())
            if len(meant) != 1 or not is_told:
                reading.note(
                    node.place, "103", f"there is no entity '{shorten(node.text)}'{_hint(node, meant, entities)}"
                )
                return ""
            entity = entities[meant[0]]
        where = f"'{slot}' of '{fact}'"
        if not self.is_of_type(entity):
            types, wanted = " and ".join(sorted(entity.types)) or "none", " or ".join(self.types)
            reading.note(node.place, "112", f"'{entity.name}' is of type {types}; {where} takes type {wanted}")
            return ""
        if entity.members and (self.spread is Spread.REFUSED or (not is_told and self.spread is Spread.EACH)):
            reading.note(node.place, "111", f"'{entity.name}' is a group; {where} takes single entities here")
            return ""
        return entity.name

    def title(self, name: str, entities: Mapping[str, Entity]) -> str:
        """A value as sentences name it."""
        return entities[name].title if name in entities else name.replace("_", " ")

    def reach(self, name: str, entities: Mapping[str, Entity]) -> frozenset[str | None]:
        """What is told of when it is told of `name`: the members of a group, where it spreads."""
        entity = entities.get(name)
        is_spread = entity is not None and entity.members and self.spread is Spread.EACH
        return frozenset(entity.members) if entity is not None and is_spread else frozenset({name})

    def choices(self, entities: Mapping[str, Entity], *, is_told: bool) -> tuple[str, ...]:
        """What can be written here, in the order of the vocabulary: first what stands for itself, then what spreads."""
        own = self.domain(entities)
        alone = [name for name in entities if name in own]
        spreading = [e.name for e in entities.values() if e.members and self.takes(e) and e.name not in own]
        return (*alone, *(spreading if is_told else ()))

    def is_of_type(self, entity: Entity) -> bool:
        """Whether the entity is of one of the types."""
        return not entity.types.isdisjoint(self.types)

    def domain(self, entities: Mapping[str, Entity]) -> frozenset[str]:
        """All that an atom can have here: groups only where the group is one more value."""
        return frozenset(
            entity.name
            for entity in entities.values()
            if self.is_of_type(entity) and (not entity.members or self.spread is Spread.NONE)
        )


def by_any_name(entities: Mapping[str, Entity]) -> dict[str, tuple[str, ...]]:
    """What people may call each entity, case-folded: name, title and aliases, with and without an article."""
    found: dict[str, dict[str, None]] = {}
    for entity in entities.values():
        for name in (entity.name, entity.title, *entity.aliases):
            folded = name.casefold().strip()
            for spelling in {folded, folded.removeprefix("the ")}:
                found.setdefault(spelling, {})[entity.name] = None
    return {spelling: tuple(names) for spelling, names in found.items()}


def _hint(node: Scalar, meant: tuple[str, ...], entities: Mapping[str, Entity]) -> str:
    if len(meant) == 1:
        return f"; its name here is '{meant[0]}'"
    if meant:
        return f"; it could be {' or '.join(map(repr, meant))}"
    return did_you_mean(node.text, entities)
