"""Random rulebooks, small and valid by construction, that use all of the rule language.

A world is a rulebook as the documents of its files, with the shapes of its fact types beside them, so that rules
and facts can be made that fit. Nothing here knows what follows from a rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random
from typing import Any

Json = dict[str, Any]

FIELDS = ("economic", "military", "cultural")
TRENDS = ("growing", "stable", "shrinking")
WORDS = {"field": FIELDS, "trend": TRENDS, "side": ("left", "right")}
UNITS = {
    "percent": (Decimal(0), Decimal(100), {"share_low": Decimal(40), "share_high": Decimal("45.5")}),
    "people": (
        Decimal(-1_000_000),
        Decimal("999999999999.999999"),
        {"few": Decimal("-0.000001"), "many": Decimal("999999999998.999999")},
    ),
    "tons": (Decimal(0), Decimal(10), {"some": Decimal(2), "most": Decimal("4.1")}),
}
SLOT_NAMES = ("who", "whom", "v", "id", "sid", "t", "f", "lo", "told", "a", "b_c", "a_b", "c")
"""Harmless ones, and those that an encoding for durable_rules could mistake for something else."""
STRENGTHS = ("unhedged", "likely", "very likely", "almost certain", "possible")


@dataclass(frozen=True)
class SlotShape:
    """A slot, as the vocabulary declares it."""

    name: str
    kind: str
    """`entity`, `one_of` or `number`."""
    takes: tuple[str, ...]
    """Entity types, words, or the unit."""
    spread: str = ""
    optional: bool = False
    is_value: bool = False

    def document(self) -> Json:
        shape: Json = {self.kind: list(self.takes) if self.kind != "number" else self.takes[0]}
        if self.kind == "number":
            low, high, _ = UNITS[self.takes[0]]
            shape |= {"min": low, "max": high}
        elif self.is_value:
            shape["value"] = True
        if self.spread:
            shape["spread"] = self.spread
        if self.optional:
            shape["optional"] = True
        return shape


@dataclass(frozen=True)
class FactShape:
    """A fact type, as the vocabulary declares it."""

    name: str
    origin: str
    slots: tuple[SlotShape, ...]
    symmetric: bool = False
    """In its first two slots."""
    label: str = ""
    rank: int = 0
    """A rule that concludes it waits for lower ranks only, so that nothing is recursive."""
    is_catalogue: bool = False
    share_of: tuple[str, str] | None = None
    """The part and the whole that its percentage is reckoned from."""

    @property
    def keys(self) -> tuple[SlotShape, ...]:
        return tuple(slot for slot in self.slots if not slot.is_value)

    @property
    def value(self) -> SlotShape | None:
        return next((slot for slot in self.slots if slot.is_value), None)

    def document(self) -> Json:
        shape: Json = {
            "from": self.origin,
            "slots": {slot.name: slot.document() for slot in self.slots},
            "says": f"{self.name} of " + " and ".join("{" + slot.name + "}" for slot in self.slots),
        }
        if self.origin != "derived":
            shape["question"] = "Is it so?"
        if self.symmetric:
            shape["symmetric"] = [slot.name for slot in self.slots[:2]]
        if self.label:
            shape["label"] = self.label
        if self.share_of:
            shape["share_of"] = dict(zip(("part", "whole"), self.share_of, strict=True))
        return shape


@dataclass
class World:
    """A rulebook as documents by file, and what its facts look like."""

    entities: dict[str, list[str]] = field(default_factory=dict)
    """Name to types."""
    groups: dict[str, list[str]] = field(default_factory=dict)
    """Name to members."""
    facts: dict[str, FactShape] = field(default_factory=dict)
    rules: list[Json] = field(default_factory=list)

    def values(self, slot: SlotShape) -> list[str]:
        """What can stand in a slot; a group only where it is one more value."""
        if slot.kind == "one_of":
            return list(slot.takes)
        single = [name for name, types in self.entities.items() if set(types) & set(slot.takes)]
        return single + (self.fitting_groups(slot) if slot.spread == "none" else [])

    def fitting_groups(self, slot: SlotShape) -> list[str]:
        """Groups whose members all fit the slot by a type that they have in common."""
        if slot.kind != "entity":
            return []
        types = {
            name: set.intersection(*(set(self.entities[m]) for m in members)) for name, members in self.groups.items()
        }
        return [name for name, common in types.items() if common & set(slot.takes)]

    def tellable(self) -> list[FactShape]:
        """The types that the rules speak of and that can be told, as often as they are spoken of."""
        parts = [part for rule in self.rules for part in (*rule["when"], *rule.get("unless", ()), *rule["then"])]
        names = [name for part in parts for name in _types(part)]
        found = [self.facts[name] for name in names if self.facts[name].origin != "derived"]
        return found + [self.facts[name] for shape in found for name in shape.share_of or ()]

    def documents(self, files: int = 2) -> dict[str, Json]:
        """The files of the rulebook, its rules dealt out to `files` of them."""
        declared = {name: shape.document() for name, shape in self.facts.items() if not shape.is_catalogue}
        parameters = {
            name: {"value": value, "unit": unit, "reason": "a test"}
            for unit, (_, _, thresholds) in UNITS.items()
            for name, value in thresholds.items()
        }
        report = {"title": "A report", "authors": ["Nobody"], "publisher": "None", "date": "2020-11-30"}
        return {
            "rulebook": {
                "rulebook": "random",
                "title": "R",
                "version": "1",
                "report": report,
                "parameters": parameters,
            },
            "vocabulary": {
                "entity_types": {"state": "A state.", "power": "A power."},
                "entities": {
                    name: {"title": name.upper(), "types": types}
                    for name, types in self.entities.items()
                    if name not in INSTRUMENTS
                },
                "groups": {name: {"title": name.upper(), "members": list(m)} for name, m in self.groups.items()},
                "fact_types": declared,
            },
            "claims": {"claims": {"claim-one": {"at": ["A.1"], "kind": "mechanism", "text": "It is claimed."}}},
            "instruments": {"instruments": INSTRUMENTS},
            **{f"rules{n}": {"rules": self.rules[n::files]} for n in range(files)},
        }


def chance(dice: Random, percent: int) -> bool:
    """True in `percent` of 100 cases."""
    return dice.random() * 100 < percent


def _types(condition: Json) -> list[str]:
    """The fact type of a condition in any of its forms."""
    [(name, inner)] = condition.items()
    return list(inner) if name in {"not", "told"} else [name]


INSTRUMENTS: Json = {
    "old_strategy": {"title": "Old", "document": "COM(2007) 1", "adopted": "2007-06-01"},
    "new_strategy": {"title": "New", "document": "COM(2019) 1", "adopted": "2019-05-15", "follows": "old_strategy"},
    "late_strategy": {"title": "Late", "document": "COM(2020) 1", "adopted": "2020-07-01", "follows": "new_strategy"},
}
INSTRUMENT = SlotShape("instrument", "entity", ("instrument",))
CATALOGUE = (
    FactShape("in_force", "told", (INSTRUMENT,), is_catalogue=True),
    FactShape(
        "follows",
        "told",
        (SlotShape("later", "entity", ("instrument",)), SlotShape("earlier", "entity", ("instrument",))),
        is_catalogue=True,
    ),
)


def random_world(dice: Random) -> World:
    """A rulebook with a handful of entities, fact types and rules."""
    world = World()
    world.entities |= {"kz": ["state"], "kg": ["state"], "cn": ["power"], "ru": ["power"]}
    for name, types in {"uz": ["state"], "us": ["power"], "tr": ["power", "state"]}.items():
        if chance(dice, 40):
            world.entities[name] = types
    world.entities |= {name: ["instrument"] for name in INSTRUMENTS}
    for name, members in {
        "steppe": ("kz", "kg"),
        "region": ("kz", "kg", "uz", "tr"),
        "great": ("cn", "ru", "us", "tr"),
    }.items():
        present = [member for member in members if member in world.entities]
        if len(present) > 1 and chance(dice, 60):
            world.groups[name] = present
    for number in range(dice.randint(1, 4)):
        _add(world, random_fact(dice, f"told{number}", "told", 0))
    if chance(dice, 35):
        _add_share(dice, world)
    ranks = dice.choice((1, 2, 3, 4, 4))
    for number in range(dice.randint(1, 6)):
        origin = dice.choice(("derived", "both"))
        _add(world, random_fact(dice, f"{origin}{number}", origin, 1 + number % ranks))
    for shape in CATALOGUE:
        _add(world, shape)
    for number in range(dice.randint(1, 10)):
        world.rules.append(_RuleMaker(dice, world, f"rule-{number}").rule())
    return world


def _add(world: World, shape: FactShape) -> None:
    world.facts[shape.name] = shape


def _add_share(dice: Random, world: World) -> None:
    """A share with its part and its whole, whose slots come in orders of their own."""
    names = dice.sample(SLOT_NAMES, dice.choice((1, 1, 2)))
    keys = [replace(_random_key(dice, name), optional=False) for name in names]
    tons = SlotShape("much", "number", ("tons",), is_value=True)
    some = dice.sample(keys, dice.randint(0, len(keys)))
    _add(world, FactShape("part", "told", (*_grouped(dice, dice.sample(keys, len(keys))), tons)))
    _add(world, FactShape("whole", "told", (*_grouped(dice, some), tons)))
    percent = SlotShape("much", "number", ("percent",), is_value=True)
    _add(world, FactShape("share", "told", (*keys, percent), share_of=("part", "whole")))


def _grouped(dice: Random, keys: list[SlotShape]) -> list[SlotShape]:
    """The same slots, which refuse groups or spread them as they like; where a group is a value it stays one."""
    return [
        replace(key, spread=dice.choice(("", "each"))) if key.spread in {"", "each"} and key.kind == "entity" else key
        for key in keys
    ]


# -- fact types


def random_fact(dice: Random, name: str, origin: str, rank: int) -> FactShape:
    """A fact type with up to three key slots, and perhaps a value slot, a label, or two slots without order."""
    names = dice.sample(SLOT_NAMES, dice.choice((1, 1, 2, 2, 3, 0)))
    keys = [_random_key(dice, name) for name in names]
    symmetric = len(keys) > 1 and chance(dice, 30)
    if symmetric:
        first = keys[0]
        keys[1] = SlotShape(names[1], first.kind, first.takes, first.spread, first.optional)
    value = [_random_value(dice)] if origin == "told" and chance(dice, 45) else []
    label = "name" if not value and chance(dice, 10) else ""
    return FactShape(name, origin, (*keys, *value), symmetric, label, rank)


def _random_key(dice: Random, name: str) -> SlotShape:
    optional = chance(dice, 20)
    if chance(dice, 25):
        return SlotShape(name, "one_of", WORDS[dice.choice(("field", "side"))], optional=optional)
    types = dice.choice((("state",), ("power",), ("state", "power")))
    return SlotShape(name, "entity", types, dice.choice(("each", "", "none", "each")), optional)


def _random_value(dice: Random) -> SlotShape:
    if chance(dice, 50):
        return SlotShape("how", "one_of", WORDS[dice.choice(("trend", "trend", "side"))], is_value=True)
    return SlotShape("much", "number", (dice.choice(("percent", "percent", "people")),), is_value=True)


# -- rules


class _RuleMaker:
    """One rule. `ranges` holds what each variable can still be."""

    def __init__(self, dice: Random, world: World, name: str) -> None:
        self.dice, self.world, self.name = dice, world, name
        self.ranges: dict[str, frozenset[str]] = {}

    def rule(self) -> Json:
        dice = self.dice
        concluded = [shape for shape in self.world.facts.values() if shape.origin != "told"]
        then = [dice.choice(concluded) for _ in range(dice.choice((1, 1, 1, 2, 3)))]
        rank = min(shape.rank for shape in then)
        readable = [shape for shape in self.world.facts.values() if shape.rank < rank and not shape.is_catalogue]
        next_below = [shape for shape in readable if shape.rank == rank - 1]
        when = [
            self._when(dice.choice(next_below if next_below and chance(dice, 60) else readable))
            for _ in range(dice.choice((1, 2, 2, 3)))
        ]
        if chance(dice, 15):
            when.append(self._when(dice.choice(CATALOGUE)))
        rule: Json = {"id": self.name, "when": when}
        rule |= {"beyond_report": True} if chance(dice, 20) else {"claims": ["claim-one"]}
        if chance(dice, 50):
            rule["unless"] = [self._unless(rank) for _ in range(dice.choice((1, 1, 2)))]
        if chance(dice, 10):
            rule["tempered_by"] = [{shape.name: self._fixed(shape, blank=30)} for shape in [dice.choice(readable)]]
        rule["then"] = [{shape.name: self._fixed(shape, blank=0)} for shape in then]
        names = ", ".join("{" + name + "}" for name in self.ranges)
        return rule | {"strength": dice.choice(STRENGTHS), "because": f"It follows for {names}."}

    def _when(self, shape: FactShape) -> Json:
        if shape.origin != "derived" and chance(self.dice, 25):
            told = [o for o in self.world.facts.values() if o.origin != "derived" and not o.is_catalogue]
            shape = shape if shape.is_catalogue or chance(self.dice, 50) else self.dice.choice(told)
            return {"not": {shape.name: self._binding(shape, blank=0) | self._test(shape, always=True)}}
        return {shape.name: self._binding(shape, blank=25) | self._test(shape)}

    def _binding(self, shape: FactShape, blank: int) -> Json:
        """Slots of a condition of `when`; a slot that is not optional is left out in `blank` of 100 cases."""
        slots: Json = {}
        for slot in shape.keys:
            if chance(self.dice, 30 if slot.optional else blank):
                continue
            slots[slot.name] = (
                self._variable(slot) if chance(self.dice, 75) else self.dice.choice(self.world.values(slot))
            )
        return slots

    def _variable(self, slot: SlotShape) -> str:
        values = frozenset(self.world.values(slot))
        known = [name for name, range_ in self.ranges.items() if range_ & values]
        if not known or chance(self.dice, 35):
            name = f"v{len(self.ranges)}"
            self.ranges[name] = values
            return f"${name}"
        name = self.dice.choice(known)
        self.ranges[name] &= values
        return f"${name}"

    def _unless(self, rank: int) -> Json:
        dice = self.dice
        told = [shape for shape in self.world.facts.values() if shape.origin != "derived"]
        match dice.choice(("absent", "absent", "told", "not")):
            case "absent":
                readable = [shape for shape in self.world.facts.values() if shape.rank < rank]
                concluded = [shape for shape in readable if shape.rank]
                shape = dice.choice(concluded if concluded and chance(dice, 50) else readable)
                return {shape.name: self._fixed(shape, blank=25) | self._test(shape)}
            case "told":
                shape = dice.choice(told)
                return {"told": {shape.name: self._fixed(shape, blank=25) | self._test(shape)}}
            case _:
                shape = dice.choice(told)
                return {"not": {shape.name: self._fixed(shape, blank=25) | self._test(shape, always=True)}}

    def _fixed(self, shape: FactShape, blank: int) -> Json:
        """Slots of a conclusion or an absence: variables whose whole range fits, constants, or nothing."""
        slots: Json = {}
        for slot in shape.keys:
            if chance(self.dice, 30 if slot.optional else blank):
                continue
            values = self.world.values(slot)
            fitting = [f"${name}" for name, range_ in self.ranges.items() if range_ <= set(values)]
            slots[slot.name] = (
                self.dice.choice(fitting) if fitting and chance(self.dice, 85) else self.dice.choice(values)
            )
        return slots

    def _test(self, shape: FactShape, *, always: bool = False) -> Json:
        slot, dice = shape.value, self.dice
        if slot is None or (not always and chance(dice, 20)):
            return {}
        if slot.kind == "one_of":
            words = dice.sample(slot.takes, dice.randint(1, len(slot.takes) - 1))
            return {slot.name: words[0] if len(words) == 1 and chance(dice, 50) else words}
        names: Sequence[str] = list(UNITS[slot.takes[0]][2])  # the lower threshold comes first
        one = dice.choice(names)
        return {
            slot.name: dice.choice(({"at_least": one}, {"at_most": one}, {"at_least": names[0], "at_most": names[1]}))
        }
