"""Synthetic rulebooks and situations of a given size: what the engines are measured on beside the shipped rulebook.

60 told fact types over 5 states and 8 powers, some with a percentage or a trend; rules on four levels, a fifth
of them with a condition that must be absent; 60 facts for each situation, a tenth of them denials.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from dragoman.program.forms import Program
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.evidence import Evidence, weigh
from dragoman.situation.forms import Situation
from tests.properties.tellings import Layer, Telling
from tests.properties.trial import load, read_telling

Json = dict[str, Any]

STATES = tuple(f"state_{n}" for n in range(5))
POWERS = tuple(f"power_{n}" for n in range(8))
TRENDS = ("growing", "stable", "shrinking")
LEVELS = 4
TOLD = 60
FACTS = 60
SLOTS: dict[str, Json] = {
    "state": {"entity": ["state"]},
    "power": {"entity": ["power"]},
    "percent": {"number": "percent", "min": 0, "max": 100},
    "trend": {"one_of": list(TRENDS), "value": True},
}
SHAPES = (("state",), ("state",), ("power",), ("state", "power"), ("state", "percent"), ("power", "trend"))
"""The slots of the told types, in turn."""


@dataclass(frozen=True)
class Workload:
    """A rulebook with situations for it."""

    name: str
    rulebook: Rulebook
    program: Program
    situations: tuple[Situation, ...]
    is_for_goals: bool = False
    """Whether the goals of design section 8 speak of it: they are those of the rulebook that is shipped."""

    def evidences(self) -> list[Evidence]:
        """What is known in each situation."""
        return [weigh(self.rulebook, situation) for situation in self.situations]


def synthetic(folder: Path, rules: int, situations: int, seed: int = 1) -> Workload:
    """A workload with so many rules; its files go into `folder`."""
    maker = _Maker(Random(f"{seed}/{rules}"), rules)
    rulebook = load(folder / "rulebook", maker.documents())
    told = (
        read_telling(rulebook, folder / f"situation-{n}", Telling([Layer([maker.facts()])])) for n in range(situations)
    )
    return Workload(f"{rules} rules", rulebook, compile_program(rulebook), tuple(filter(None, told)))


class _Maker:
    def __init__(self, dice: Random, rules: int) -> None:
        self.dice = dice
        self.told = {f"told_{n}": SHAPES[n % len(SHAPES)] for n in range(TOLD)}
        each = max(2, rules // 12)
        shapes = (("state",), ("power",), ("state", "power"), ("state",))
        self.derived = {
            f"derived_{level}_{n}": shapes[n % len(shapes)] for level in range(1, LEVELS + 1) for n in range(each)
        }
        self.rules = [self._rule(f"rule-{n}", 1 + n % LEVELS) for n in range(rules)]

    def documents(self) -> dict[str, Json]:
        """The files of the rulebook."""
        types = {name: self._type(slots, "told") for name, slots in self.told.items()}
        types |= {name: self._type(slots, "derived") | {"shown_as": "risk"} for name, slots in self.derived.items()}
        names = {**dict.fromkeys(STATES, "state"), **dict.fromkeys(POWERS, "power")}
        report = {"title": "A report", "authors": ["Nobody"], "publisher": "None", "date": "2020-11-30"}
        low = {"value": 40, "unit": "percent", "reason": "a benchmark"}
        return {
            "rulebook": {"rulebook": "synthetic", "title": "S", "version": "1", "report": report}
            | {"parameters": {"low": low, "high": low | {"value": 60}}},
            "vocabulary": {
                "entity_types": {"state": "A state.", "power": "A power."},
                "entities": {name: {"title": name.replace("_", " "), "types": [kind]} for name, kind in names.items()},
                "fact_types": types,
            },
            "claims": {"claims": {"claim-one": {"at": ["A.1"], "kind": "mechanism", "text": "It is claimed."}}},
            "rules": {"rules": self.rules},
        }

    def _type(self, slots: tuple[str, ...], origin: str) -> Json:
        says = "it is so for " + " and ".join("{" + slot + "}" for slot in slots)
        question = {"question": "Is it so?"} if origin == "told" else {}
        return {"from": origin, "slots": {slot: SLOTS[slot] for slot in slots}, "says": says, **question}

    # -- rules

    def _rule(self, name: str, level: int) -> Json:
        dice = self.dice
        below = [f for f in self.derived if f.startswith(f"derived_{level - 1}_")] or list(self.told)
        other = [f for f in self.derived if int(f.split("_")[1]) < level] if dice.random() < 0.3 else []
        when = [dice.choice(below), *(dice.choice(other or list(self.told)) for _ in range(dice.choice((0, 1, 1, 2))))]
        when = list(dict.fromkeys(when))
        bound = {slot for fact in when for slot in self._slots(fact)}
        then = dice.choice(
            [f for f in self.derived if f.startswith(f"derived_{level}_") and bound.issuperset(self._slots(f))] or [""]
        )
        if not then:
            return self._rule(name, level)
        rule: Json = {"id": name, "claims": ["claim-one"], "when": [{f: self._condition(f)} for f in when]}
        if dice.random() < 0.2:
            plain = [f for f in self.told if set(self._slots(f)) <= bound and not self._value(f)]
            withdraws = dice.choice(plain)
            rule["unless"] = [{withdraws: {slot: f"${slot}" for slot in self._slots(withdraws)}}]
        rule["then"] = [{then: {slot: f"${slot}" for slot in self._slots(then)}}]
        return rule | {"strength": "likely", "because": "It follows."}

    def _slots(self, fact: str) -> tuple[str, ...]:
        return tuple(slot for slot in (self.told.get(fact) or self.derived[fact]) if slot in {"state", "power"})

    def _value(self, fact: str) -> str:
        return next((slot for slot in self.told.get(fact, ()) if slot in {"percent", "trend"}), "")

    def _condition(self, fact: str) -> Json:
        slots: Json = {slot: f"${slot}" for slot in self._slots(fact)}
        match self._value(fact):
            case "percent":
                slots["percent"] = self.dice.choice(({"at_least": "low"}, {"at_most": "high"}, {"at_least": "high"}))
            case "trend":
                slots["trend"] = self.dice.choice((TRENDS[0], [TRENDS[0], TRENDS[1]]))
        return slots

    # -- facts

    def facts(self) -> list[Json]:
        """The facts of one situation, no two of one atom."""
        found: dict[str, Json] = {}
        while len(found) < FACTS:
            name = self.dice.choice(list(self.told))
            slots: Json = {}
            for slot in self.told[name]:
                match slot:
                    case "percent":
                        slots[slot] = self.dice.randrange(101)
                    case "trend":
                        slots[slot] = self.dice.choice(TRENDS)
                    case _:
                        slots[slot] = self.dice.choice(STATES if slot == "state" else POWERS)
            is_denied = not self._value(name) and self.dice.random() < 0.1
            key = f"{name} {slots.get('state')} {slots.get('power')}"
            found[key] = {"not": {name: slots}} if is_denied else {name: slots}
        return list(found.values())
