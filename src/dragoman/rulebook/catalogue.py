"""`claims.yaml`, `passages.yaml`, `recommendations.yaml` and the parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from decimal import Decimal
from typing import TypeVar

from dragoman.errors import Place
from dragoman.rulebook.fact_shapes import FACT
from dragoman.rulebook.forms import (
    Claim,
    Condition,
    FactType,
    Mode,
    Origin,
    Parameter,
    Recommendation,
    ShownAs,
    Variable,
)
from dragoman.rulebook.instrument_forms import Instrument
from dragoman.rulebook.instruments import read_carried
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.locators import Counting
from dragoman.rulebook.patterns import Names, not_taken, read_term, resolve_fact, slot_nodes
from dragoman.rulebook.rules import read_condition
from dragoman.rulebook.shapes import (
    ClaimsFile,
    ParameterEntry,
    PassagesFile,
    RecommendationEntry,
    RecommendationsFile,
)
from dragoman.source.names import did_you_mean, lookup
from dragoman.source.nodes import Node, Scalar
from dragoman.source.reading import Reading

_IN_TEXT = re.compile(r"\{([^{}]*)\}")

T = TypeVar("T")
Named = tuple[tuple[Scalar, T], ...]
"""Values by name, with the places of the names."""


def read_parameters(entries: Named[ParameterEntry], document: str) -> dict[str, Parameter]:
    """The thresholds of `rulebook.yaml`."""
    return {
        key.text: Parameter(
            key.text, entry.value or Decimal(0), entry.unit, entry.reason, key.place, entry.at, document
        )
        for key, entry in entries
    }


def read_summary(
    reading: Reading, entries: tuple[tuple[Scalar, ...], ...], facts: MappingType[str, FactType]
) -> tuple[tuple[str, ...], ...]:
    """The fact types that say what holds now; each once, and each with words for all that can be known of it."""
    places: dict[str, Place] = {}
    for name in (name for group in entries for name in group):
        fact = lookup(reading, name, facts, "101", "fact type")
        if name.text in places:
            reading.note(name.place, "014", f"'{name.text}' stands in the summary already", (places[name.text],))
        places.setdefault(name.text, name.place)
        if fact is not None and fact.origin is not Origin.DERIVED and not fact.denies:
            message = f"'{name.text}' can be denied, so that the summary needs its 'denies'"
            reading.note(name.place, "313", message)
    groups = (tuple(name.text for name in group if name.text in facts) for group in entries)
    return tuple(group for group in groups if group)


def read_foremost(reading: Reading, entries: tuple[Scalar, ...], facts: MappingType[str, FactType]) -> tuple[str, ...]:
    """The fact types that stand first among results of their kind."""
    shown = {name: fact for name, fact in facts.items() if fact.shown_as}
    found = (n for n in entries if lookup(reading, n, shown, "101", "fact type", "that is shown") is not None)
    return tuple(name.text for name in found)


def read_examples(reading: Reading, names: Names, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The facts that messages show, part by part; whether each can be told as a whole, `check` finds out."""
    for node in nodes:
        stated = FACT.parts(reading, node)
        split = resolve_fact(reading, names, stated) if stated is not None else None
        if split is None:
            continue
        fact, values = split[0], slot_nodes(reading, *split)
        for slot in fact.keys:
            if slot.name in values:
                read_term(reading, names, fact, slot, values[slot.name], variables=False)
        if fact.value is not None and fact.value.name in values:
            fact.value.kind.read(reading, values[fact.value.name], f"'{fact.value.name}' of '{fact.name}'")
    return nodes


def read_claims(reading: Reading, node: Node | None) -> dict[str, Claim]:
    """What the report claims."""
    if node is None:
        return {}
    return {
        key.text: Claim(
            id=key.text,
            at=entry.at,
            kind=entry.kind,
            text=entry.text,
            hedge=entry.hedge or Likelihood.UNHEDGED,
            not_encoded=entry.not_encoded,
            place=key.place,
        )
        for key, entry in ClaimsFile.read(reading, node).claims
    }


def read_passages(reading: Reading, counting: Counting, node: Node | None) -> dict[str, tuple[tuple[int, int], ...]]:
    """Digests of the report's passages by locator, piece by piece (:mod:`dragoman.explain.passages`)."""
    if node is None:
        return {}
    return {
        counting.canonical(key.text) or key.text: tuple(
            (digest[0], digest[1]) for digest in digests if len(digest) == 2
        )
        for key, digests in PassagesFile.read(reading, node).passages
    }


def read_recommendations(
    reading: Reading, names: Names, instruments: MappingType[str, Instrument], node: Node | None
) -> dict[str, Recommendation]:
    """The report's recommendations; each belongs to a fact type that is shown as one."""
    found: dict[str, Recommendation] = {}
    shown = {fact.name: fact for fact in names.facts.values() if fact.shown_as is ShownAs.RECOMMENDATION}
    entries = RecommendationsFile.read(reading, node).recommendations if node is not None else ()
    for key, entry in entries:
        fact = shown.get(key.text)
        if fact is None:
            hint = did_you_mean(key.text, shown)
            message = f"there is no fact type '{key.text}' that is shown_as: recommendation{hint}"
            reading.note(key.place, "108", message)
            for node in (*entry.under_way_when, *entry.complete_when):
                read_condition(reading, names, node)
            read_carried(reading, names, instruments, (), entry.carried_by)
        else:
            found[key.text] = _RecommendationReader(reading, names, instruments, fact, key, entry).read()
    for fact in shown.values():
        if fact.name not in found:
            message = f"'{fact.name}' is shown as a recommendation, but recommendations.yaml does not word it"
            reading.note(fact.place, "108", message)
    return found


class _RecommendationReader:
    def __init__(
        self,
        reading: Reading,
        names: Names,
        instruments: MappingType[str, Instrument],
        fact: FactType,
        key: Scalar,
        entry: RecommendationEntry,
    ) -> None:
        self.reading, self.names, self.instruments = reading, names, instruments
        self.fact, self.key, self.entry = fact, key, entry

    def read(self) -> Recommendation:
        reading, entry = self.reading, self.entry
        target = entry.target
        if target and self.fact.slot(target.text) is None:
            hint = did_you_mean(target.text, self.fact.key_names)
            reading.note(target.place, "102", f"'{self.fact.name}' has no slot '{target.text}'{hint}")
        for name, text in (("title", entry.title), ("short", entry.short), ("action", entry.action)):
            self._check_text(name, text)
        self._check_text("called", entry.called, allowed=False)
        self._check_text("apart", entry.apart)
        return Recommendation(
            id=self.key.text,
            title=entry.title,
            short=entry.short or entry.title,
            called=entry.called,
            apart=entry.apart,
            action=entry.action,
            target=target.text if target else "",
            by=entry.by,
            carried_by=read_carried(reading, self.names, self.instruments, (self.fact,), entry.carried_by),
            caveats=entry.caveats,
            under_way_when=self._told("under_way_when", entry.under_way_when),
            complete_when=self._told("complete_when", entry.complete_when),
            place=self.key.place,
            force=entry.force,
        )

    def _check_text(self, field_name: str, text: str, *, allowed: bool = True) -> None:
        """Note what is no slot in a text; where none are `allowed`, each slot."""
        for name in _IN_TEXT.findall(text):
            if not allowed:
                message = f"'{field_name}' stands for all fillings, so that '{{{name}}}' cannot be filled in"
                self.reading.note(self.entry.place_of(field_name), "311", message)
            elif self.fact.slot(name) is None:
                hint = did_you_mean(name, self.fact.key_names)
                message = f"'{field_name}' speaks of '{{{name}}}', which is no slot of '{self.fact.name}'{hint}"
                self.reading.note(self.entry.place_of(field_name), "311", message)

    def _told(self, key: str, nodes: tuple[Node, ...]) -> tuple[Condition, ...]:
        """Conditions on what was told, over the slots of the recommendation."""
        found = []
        for item in nodes:
            condition = read_condition(self.reading, self.names, item)
            if condition is not None:
                self._check_told(key, condition)
                found.append(condition)
        return tuple(found)

    def _check_told(self, key: str, condition: Condition) -> None:
        fact, place = self.names.facts[condition.pattern.fact], condition.pattern.place
        if fact.origin is Origin.DERIVED and condition.mode is Mode.HOLDS:
            self.reading.note(place, "309", f"'{key}' looks at what was told; '{fact.name}' is only concluded")
        for slot, term in zip(fact.keys, condition.pattern.terms, strict=True):
            own = next((key for key in self.fact.keys if term == Variable(key.name)), None)
            if isinstance(term, Variable) and own is None:
                hint = did_you_mean(term.name, self.fact.key_names)
                self.reading.note(place, "301", f"'${term.name}' is no slot of '{self.fact.name}'{hint}")
            elif own is not None:
                refused = sorted(own.kind.domain(self.names.entities) - slot.kind.domain(self.names.entities))
                if refused:
                    self.reading.note(place, "303", not_taken(self.names, fact, slot, refused[0], own.name))
