"""`claims.yaml`, `passages.yaml`, `instruments.yaml`, `recommendations.yaml` and the parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from decimal import Decimal

from dragoman.rulebook import shapes
from dragoman.rulebook.forms import (
    Claim,
    Condition,
    FactType,
    Instrument,
    Mode,
    Origin,
    Parameter,
    Recommendation,
    Variable,
)
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.patterns import Names, read_hedge
from dragoman.rulebook.rules import read_condition
from dragoman.rulebook.vocabulary import INSTRUMENT
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, kind_of, shorten
from dragoman.source.reading import Reading, lookup
from dragoman.values.entity import Entity

_LOCATOR = re.compile(shapes.LOCATOR.pattern)
_IN_TEXT = re.compile(r"\{([^{}]*)\}")


def read_parameters(reading: Reading, node: Node | None) -> dict[str, Parameter]:
    """The thresholds of `rulebook.yaml`."""
    found: dict[str, Parameter] = {}
    for key, value in reading.entries(node, "parameters"):
        fields = shapes.PARAMETER.fields(reading, value)
        number = reading.number(fields.get("value"), f"the parameter '{key.text}'")
        unit = reading.text(fields.get("unit"), "a unit")
        reason = reading.text(fields.get("reason"), "a reason")
        found[key.text] = Parameter(key.text, number or Decimal(0), unit, reason, key.place)
    return found


def read_locators(reading: Reading, node: Node | None) -> tuple[str, ...]:
    """Locators of the report: `MIL.3`."""
    found = []
    for item in node.items if isinstance(node, Sequence) else (node,) if node else ():
        text = reading.text(item, "a locator")
        if _LOCATOR.fullmatch(text):
            found.append(text)
        elif text:
            reading.note(item.place, "013", f"'{shorten(text)}' is no locator; write section and paragraph, MIL.3")
    return tuple(found)


def read_claims(reading: Reading, node: Node | None) -> dict[str, Claim]:
    """What the report claims."""
    found: dict[str, Claim] = {}
    fields = shapes.CLAIMS.fields(reading, node)
    for key, value in reading.entries(fields.get("claims"), "claims"):
        entry = shapes.CLAIM.fields(reading, value)
        found[key.text] = Claim(
            id=key.text,
            at=read_locators(reading, entry.get("at")),
            kind=reading.name(entry.get("kind"), "a kind of claim"),
            text=reading.text(entry.get("text"), "the text of a claim"),
            hedge=read_hedge(reading, entry.get("hedge"), "'hedge'") or Likelihood.UNHEDGED,
            not_encoded=reading.text(entry.get("not_encoded"), "'not_encoded'"),
            place=key.place,
        )
    return found


def read_passages(reading: Reading, node: Node | None) -> dict[str, tuple[tuple[int, int], ...]]:
    """Digests of the report's passages by locator, piece by piece (:mod:`dragoman.explain.passages`)."""
    if node is None:
        return {}
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    passages = shapes.PASSAGES.fields(reading, node).get("passages")
    if passages is not None and not isinstance(passages, Mapping):
        reading.note(passages.place, "012", f"passages must be a mapping (MIL.3: ...), found {kind_of(passages)}")
    for key, value in passages.entries if isinstance(passages, Mapping) else ():
        pieces = [_digest(reading, item) for item in reading.items(value, "digests")]
        found[key.text] = tuple(piece for piece in pieces if piece is not None)
    return found


def _digest(reading: Reading, node: Node) -> tuple[int, int] | None:
    numbers = [item.text for item in reading.items(node, "a digest") if isinstance(item, Scalar)]
    if len(numbers) == 2 and all(number.isdecimal() and number.isascii() for number in numbers):
        return int(numbers[0]), int(numbers[1])
    reading.note(node.place, "201", "the digest of a passage is two whole numbers, its letters and their hash")
    return None


def read_instruments(reading: Reading, node: Node | None) -> dict[str, Instrument]:
    """The EU's instruments."""
    if node is None:
        return {}
    found: dict[str, Instrument] = {}
    fields = shapes.INSTRUMENTS.fields(reading, node)
    followed: list[Scalar] = []
    for key, value in reading.entries(fields.get("instruments"), "instruments"):
        entry = shapes.INSTRUMENT.fields(reading, value)
        follows = entry.get("follows")
        if isinstance(follows, Scalar):
            followed.append(follows)
        found[key.text] = Instrument(
            id=key.text,
            title=reading.text(entry.get("title"), "a title"),
            document=reading.text(entry.get("document"), "a document"),
            adopted=reading.date(entry.get("adopted"), "'adopted'"),
            follows=reading.name(follows, "an instrument"),
            strands={
                strand.text: reading.text(title, "a strand")
                for strand, title in reading.entries(entry.get("strands"), "strands")
            },
            aliases=reading.texts(entry.get("aliases"), "an alias"),
            place=key.place,
        )
    for name in followed:
        lookup(reading, name, found, "107", "instrument")
    return found


def instrument_entities(
    reading: Reading, instruments: MappingType[str, Instrument], taken: MappingType[str, Entity]
) -> dict[str, Entity]:
    """The instruments as entities, so that facts can be about them."""
    found = {}
    for instrument in instruments.values():
        if instrument.id in taken:
            also = (taken[instrument.id].place,)
            reading.note(instrument.place, "014", f"there is an entity called '{instrument.id}' already", also)
            continue
        found[instrument.id] = Entity(
            instrument.id, instrument.title, frozenset({INSTRUMENT}), instrument.aliases, (), instrument.place
        )
    return found


def read_recommendations(
    reading: Reading, names: Names, instruments: MappingType[str, Instrument], node: Node | None
) -> dict[str, Recommendation]:
    """The report's recommendations; each belongs to a fact type that is shown as one."""
    found: dict[str, Recommendation] = {}
    shown = {fact.name: fact for fact in names.facts.values() if fact.shown_as == "recommendation"}
    fields = shapes.RECOMMENDATIONS.fields(reading, node)
    for key, value in reading.entries(fields.get("recommendations"), "recommendations"):
        fact = shown.get(key.text)
        if fact is None:
            hint = did_you_mean(key.text, shown)
            message = f"there is no fact type '{key.text}' that is shown_as: recommendation{hint}"
            reading.note(key.place, "108", message)
        else:
            found[key.text] = _RecommendationReader(reading, names, instruments, fact, key, value).read()
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
        node: Node,
    ) -> None:
        self.reading, self.names, self.instruments = reading, names, instruments
        self.fact, self.key = fact, key
        self.fields = shapes.RECOMMENDATION.fields(reading, node)

    def read(self) -> Recommendation:
        reading, fields = self.reading, self.fields
        target = reading.name(fields.get("target"), "a slot")
        if target and self.fact.slot(target) is None:
            hint = did_you_mean(target, self.fact.key_names)
            reading.note(fields["target"].place, "102", f"'{self.fact.name}' has no slot '{target}'{hint}")
        for field_name in ("title", "action"):
            self._check_text(field_name)
        return Recommendation(
            id=self.key.text,
            title=reading.text(fields.get("title"), "a title"),
            action=reading.text(fields.get("action"), "'action'"),
            target=target,
            by=reading.texts(fields.get("by"), "who acts"),
            strategies=tuple(
                name.text
                for name in reading.names(fields.get("strategies"), "an instrument")
                if lookup(reading, name, self.instruments, "107", "instrument") is not None
            ),
            strands=self._strands(),
            caveats=reading.texts(fields.get("caveats"), "a caveat"),
            under_way_when=self._under_way(),
            place=self.key.place,
        )

    def _check_text(self, field_name: str) -> None:
        node = self.fields.get(field_name)
        if isinstance(node, Scalar):
            for name in _IN_TEXT.findall(node.text):
                if self.fact.slot(name) is None:
                    hint = did_you_mean(name, self.fact.key_names)
                    message = f"'{field_name}' speaks of '{{{name}}}', which is no slot of '{self.fact.name}'{hint}"
                    self.reading.note(node.place, "311", message)

    def _strands(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key, value in self.reading.entries(self.fields.get("strands"), "strands"):
            instrument = lookup(self.reading, key, self.instruments, "107", "instrument")
            if instrument is not None:
                found[key.text] = tuple(
                    strand.text
                    for strand in self.reading.names(value, "a strand")
                    if lookup(self.reading, strand, instrument.strands, "107", "strand", f"in '{key.text}'") is not None
                )
        return found

    def _under_way(self) -> tuple[Condition, ...]:
        found = []
        for item in self.reading.items(self.fields.get("under_way_when"), "'under_way_when'"):
            condition = read_condition(self.reading, self.names, item)
            if condition is None:
                continue
            self._check_told(condition)
            found.append(condition)
        return tuple(found)

    def _check_told(self, condition: Condition) -> None:
        fact, place = self.names.facts[condition.pattern.fact], condition.pattern.place
        if fact.origin is Origin.DERIVED and condition.mode is Mode.HOLDS:
            self.reading.note(place, "309", f"'under_way_when' looks at what was told; '{fact.name}' is only concluded")
        for slot, term in zip(fact.keys, condition.pattern.terms, strict=True):
            own = next((key for key in self.fact.keys if term == Variable(key.name)), None)
            if isinstance(term, Variable) and own is None:
                hint = did_you_mean(term.name, self.fact.key_names)
                self.reading.note(place, "301", f"'${term.name}' is no slot of '{self.fact.name}'{hint}")
            elif own is not None:
                refused = sorted(own.kind.domain(self.names.entities) - slot.kind.domain(self.names.entities))
                if refused:
                    what = f"'{slot.name}' of '{fact.name}' does not take '{refused[0]}'"
                    self.reading.note(place, "303", f"{what}, which '${own.name}' can be")
