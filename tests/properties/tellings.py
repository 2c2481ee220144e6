"""Random situations for a random rulebook: facts that hit its rules, and that contradict each other on purpose."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from tests.properties.worlds import UNITS, FactShape, Json, SlotShape, World, chance

DATES = ("2020-01-01", "2020-06-01", "2020-11-01")
UNTIL = ("2020-05-31", "2020-06-01", "2020-12-31")
AS_OF = ("", "2020-06-01", "2020-08-15", "2020-12-31", "2020-05-31")
FIRM = ("likely", "very likely", "almost certain", "probable", "55", "80 %", "95", "79.999999%")
DOUBTFUL = ("possible", "roughly even", "45", "54.9")
AGAINST = ("unlikely", "very unlikely", "almost no chance", "remote", "44.9", "20", "19", "4")
META = ("date", "until", "likelihood", "source", "note", "at")


@dataclass
class Layer:
    """What stands on one level: one file, or at the top several side by side."""

    files: list[list[Json]]
    forget: list[Json] = field(default_factory=list)
    as_of: str = ""


@dataclass
class Telling:
    """A situation as documents: layers from the lowest, and what was typed afterwards."""

    layers: list[Layer]
    chat: list[Json] = field(default_factory=list)


def random_telling(dice: Random, world: World) -> Telling:
    """A situation of one to three layers."""
    return _Teller(dice, world).telling()


class _Teller:
    def __init__(self, dice: Random, world: World) -> None:
        self.dice, self.world = dice, world
        self.shapes = [shape for shape in world.facts.values() if shape.origin != "derived"]
        self.spoken_of = world.tellable()
        self.told: list[Json] = []
        """All facts so far: later ones often speak of the same."""

    def telling(self) -> Telling:
        dice = self.dice
        layers = [self._layer(least=1) for _ in range(dice.choice((0, 0, 1, 2)))]
        layers.append(self._layer(least=0, files=dice.choice((1, 1, 1, 2))))
        chat = [self.fact() for _ in range(dice.randint(1, 3))] if chance(dice, 20) else []
        return Telling(layers, chat)

    def _layer(self, least: int, files: int = 1) -> Layer:
        dice, below = self.dice, list(self.told)
        facts = [[self.fact() for _ in range(dice.randint(least, 12))] for _ in range(files)]
        forget = [self._forget(dice.choice(below))] if below and chance(dice, 30) else []
        return Layer(facts, forget, dice.choice(AS_OF) if chance(dice, 50) else "")

    # -- one fact

    def fact(self) -> Json:
        """A fact, as often as not about something that was spoken of already."""
        shape, slots = self._about()
        denied = chance(self.dice, 30)
        if shape.value and shape.value.kind == "number":
            denied = False
        slots = slots | self._value(shape)
        meta = self._meta(shape)
        is_so = denied == (meta.get("likelihood") in AGAINST)
        if shape.label and is_so and chance(self.dice, 60):
            slots |= {shape.label: self.dice.choice(("First line", "Second line"))}
        fact: Json = {"not": {shape.name: slots}} if denied else {shape.name: slots}
        fact |= meta
        self.told.append(fact)
        return fact

    def _about(self) -> tuple[FactShape, Json]:
        """A fact type and its key slots."""
        dice = self.dice
        if self.told and chance(dice, 50):
            name, slots = stated(dice.choice(self.told))
            shape = self.world.facts[name]
            kept = {slot.name: slots[slot.name] for slot in shape.keys if slot.name in slots}
            if shape.keys and chance(dice, 50):
                slot = dice.choice(shape.keys)
                kept.pop(slot.name, None)
                kept |= self._key(slot)
        else:
            shape = self._shape()
            kept = {}
            for slot in shape.keys:
                kept |= self._key(slot)
        if shape.symmetric:
            self._keep_apart(shape, kept)
        return shape, kept

    def _shape(self) -> FactShape:
        """Mostly a type that rules speak of."""
        if self.spoken_of and chance(self.dice, 75):
            return self.dice.choice(self.spoken_of)
        return self.dice.choice(self.shapes)

    def _key(self, slot: SlotShape) -> Json:
        if slot.optional and chance(self.dice, 35):
            return {}
        groups = self.world.fitting_groups(slot) if slot.spread else []
        values = groups if groups and chance(self.dice, 35) else self.world.values(slot)
        return {slot.name: self.dice.choice(values)}

    def _keep_apart(self, shape: FactShape, slots: Json) -> None:
        """A symmetric fact is not told of a thing with itself; of a group with itself, it is of its members."""
        one, two = shape.keys[0], shape.keys[1]
        spreading = self.world.groups if one.spread == "each" else ()
        if slots.get(one.name) == slots.get(two.name) and slots.get(one.name) not in {None, *spreading}:
            others = [value for value in self.world.values(two) if value != slots[one.name]]
            slots[two.name] = self.dice.choice(others)

    def _value(self, shape: FactShape) -> Json:
        slot, dice = shape.value, self.dice
        if slot is None:
            return {}
        if slot.kind == "one_of":
            return {slot.name: dice.choice(slot.takes)}
        low, high, thresholds = UNITS[slot.takes[0]]
        steps = (
            Decimal(0),
            Decimal(1),
            Decimal(-1),
            Decimal("0.000001"),
            Decimal("-0.000001"),
            Decimal(5),
            Decimal(-10),
        )
        near = [min(max(value + step, low), high) for value in thresholds.values() for step in steps]
        one = dice.choice(near)
        if chance(dice, 60):
            return {slot.name: one}
        ends = sorted((one, dice.choice(near)))
        both = {"at_least": ends[0], "at_most": ends[1]}
        return {slot.name: dice.choice((both, {"at_least": one}, {"at_most": one}))}

    def _meta(self, shape: FactShape) -> Json:
        dice, meta = self.dice, Json()
        if chance(dice, 35):
            meta["date"] = dice.choice(DATES)
        if chance(dice, 15):
            meta["until"] = dice.choice([day for day in UNTIL if day >= meta.get("date", "")])
        if chance(dice, 45):
            is_number = shape.value is not None and shape.value.kind == "number"
            kinds = (FIRM, DOUBTFUL) if is_number else (FIRM, DOUBTFUL, AGAINST)
            meta["likelihood"] = dice.choice(dice.choice(kinds))
        if chance(dice, 20):
            meta["source"] = dice.choice(("AFP", {"title": "Reuters", "grade": "B2"}))
        return meta

    def _forget(self, fact: Json) -> Json:
        """A `forget` of some slots of a fact that was told below."""
        name, slots = stated(fact)
        shape = self.world.facts[name]
        # A group in a slot that does not spread is forgotten with its members' facts: assemble.py, see test_rulings.py.
        able = [
            s for s in shape.keys if s.name in slots and (s.spread == "each" or slots[s.name] not in self.world.groups)
        ]
        return {name: {slot.name: slots[slot.name] for slot in able if chance(self.dice, 60)}}


def stated(fact: Json) -> tuple[str, Json]:
    """The fact type and the slots of a fact or a denial."""
    inner = fact.get("not", fact)
    return next((name, slots) for name, slots in inner.items() if name not in META)
