"""How well lines are read: what counts as right, and the counts.

A line is *exact* where the facts told are those expected, no more and no fewer, in type, slots, truth, likelihood and
whether they are reported. It is *reached* where each expected fact is told or among the choices of an offer (type, slots
and truth). A fact that is told and not expected is *false*, whatever the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.language.forms import ReadFact, Reading
from dragoman.language.read import Reader
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.installed import folder_of
from tests.files import yaml_in

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Item:
    """A line with what is expected of it."""

    id: str
    kinds: tuple[str, ...]
    text: str
    intent: str
    facts: tuple[Mapping[str, Any], ...]
    withdrawn: tuple[Mapping[str, Any], ...]
    supposed: tuple[Mapping[str, Any], ...]
    is_beyond: bool
    """Whether it says something that the rulebook has no fact type for: then only false facts count."""
    context: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lines:
    """A set of lines."""

    name: str
    rulebook: Path | None
    """None for the report's own."""
    items: tuple[Item, ...]


@dataclass
class Score:
    """The counts of some lines."""

    lines: int = 0
    intents: int = 0
    telling: int = 0
    exact: int = 0
    reached: int = 0
    false: int = 0
    silent: int = 0
    offers_beside: int = 0
    """Lines that tell nothing, and among them those that got an offer."""
    withdrawn: list[int] = field(default_factory=lambda: [0, 0])
    supposed: list[int] = field(default_factory=lambda: [0, 0])
    misses: list[str] = field(default_factory=list)

    def add(self, rulebook: Rulebook, item: Item, reading: Reading) -> None:
        """Count one line."""
        self.lines += 1
        self.intents += item.intent == reading.intent.value
        said = "" if item.intent == reading.intent.value else f" intent {reading.intent.value}, not {item.intent}"
        false = [fact for fact in reading.facts if not any(same(rulebook, fact, one) for one in item.facts)]
        self.false += bool(false)
        said += "".join(f" FALSE {shown(fact)}" for fact in false)
        if item.facts and not item.is_beyond:
            told = [one for one in item.facts if any(same(rulebook, fact, one) for fact in reading.facts)]
            offered = [choice for offer in reading.offered for choice in offer.choices]
            near = [
                one
                for one in item.facts
                if one in told or any(same(rulebook, fact, one, loosely=True) for fact in offered)
            ]
            self.telling += 1
            self.exact += len(told) == len(item.facts) and not false
            self.reached += len(near) == len(item.facts)
            said += (
                "" if len(told) == len(item.facts) else f" missed{'' if len(near) < len(item.facts) else ' (offered)'}"
            )
        elif not item.is_beyond and not (item.withdrawn or item.supposed) and item.intent == "other":
            self.silent += 1
            self.offers_beside += bool(reading.offered)
        for wanted, got, counts in (
            (item.withdrawn, reading.withdrawn, self.withdrawn),
            (item.supposed, reading.supposed, self.supposed),
        ):
            if wanted:
                right = all(any(covers(rulebook, fact, one) for fact in got) for one in wanted)
                counts[0] += right
                counts[1] += 1
                said += "" if right else " taken back or supposed wrongly"
        if said:
            self.misses.append(f"{item.id}: {item.text[:110]} |{said}")


def same(rulebook: Rulebook, fact: ReadFact, wanted: Mapping[str, Any], *, loosely: bool = False) -> bool:
    """Whether a fact is the one expected; `loosely` its likelihood and source aside."""
    if fact.fact != wanted["fact"] or fact.holds != wanted.get("holds", True):
        return False
    if not loosely and (
        fact.likelihood != wanted.get("likelihood", "") or bool(fact.source) != wanted.get("reported", False)
    ):
        return False
    return any(_slots(fact.slots, slots) for slots in _readings(rulebook, wanted)) and len(fact.slots) == len(
        wanted["slots"]
    )


def covers(rulebook: Rulebook, fact: ReadFact, wanted: Mapping[str, Any]) -> bool:
    """Whether all slots expected are those of the fact."""
    return fact.fact == wanted["fact"] and any(_slots(fact.slots, slots) for slots in _readings(rulebook, wanted))


def _readings(rulebook: Rulebook, wanted: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    slots = wanted["slots"]
    yield slots
    pair = rulebook.facts[wanted["fact"]].symmetric_names if wanted["fact"] in rulebook.facts else ()
    if pair and all(name in slots for name in pair):
        one, two = pair
        yield {**slots, one: slots[two], two: slots[one]}


def _slots(got: Mapping[str, object], wanted: Mapping[str, Any]) -> bool:
    return all(name in got and _value(got[name], value) for name, value in wanted.items())


def _value(got: object, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(key in got and _value(got[key], value) for key, value in wanted.items())
    if isinstance(wanted, (int, float)):
        return not isinstance(got, (dict, str)) and Decimal(str(got)) == Decimal(str(wanted))
    return bool(got == wanted)


def shown(fact: ReadFact) -> str:
    """A fact on one line."""
    slots = ", ".join(f"{name}: {value}" for name, value in fact.slots.items())
    return f"{'' if fact.holds else 'not '}{fact.fact}({slots}){' ' + fact.likelihood if fact.likelihood else ''}{' reported' if fact.source else ''}"


@cache
def read_set(path: Path) -> Lines:
    """The lines of a file."""
    data = yaml_in(path)
    lines = tuple(
        Item(
            one["id"],
            tuple(one.get("kind", ())),
            one["text"],
            one["intent"],
            tuple(one.get("facts", ())),
            tuple(one.get("withdrawn", ())),
            tuple(one.get("supposed", ())),
            one.get("beyond", False),
            tuple(one.get("context", ())),
        )
        for one in data["lines"]
    )
    return Lines(data["set"], _rulebook(data["rulebook"]) if "rulebook" in data else None, lines)


def _rulebook(named: str) -> Path:
    """Of those beside the sets, or of those that are shipped."""
    return HERE / named if (HERE / named).is_dir() else folder_of(named)


def sets() -> list[Path]:
    """The files of lines."""
    return sorted(HERE.glob("*.yaml"))


def scored(reader: Reader, lines: Sequence[Item]) -> dict[str, Score]:
    """The score of all lines (under `all`) and of each kind."""
    found = {"all": Score()}
    for item in lines:
        reading = reader.read(item.text, item.context)
        for kind in ("all", *item.kinds):
            found.setdefault(kind, Score()).add(reader.rulebook, item, reading)
    return found
