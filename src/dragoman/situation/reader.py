"""One fact with its source, date and likelihood, as files and chat lines write it."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from decimal import Decimal

from dragoman.errors import Place
from dragoman.rulebook import shapes
from dragoman.rulebook.catalogue import read_locators
from dragoman.rulebook.forms import Blank, FactType, Origin, Pattern, Rulebook
from dragoman.rulebook.likelihood import TOLD_WORDS, Likelihood, from_percent
from dragoman.rulebook.patterns import Names, in_order, is_spelt, read_pattern, read_term, slot_nodes, split_fact
from dragoman.situation.forms import Said, Source
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, Node, Scalar, kind_of, shorten
from dragoman.source.reading import Reading
from dragoman.values.kind import Value
from dragoman.values.quantity import digits

_META = tuple(shapes.BESIDE_A_FACT)
_PERCENT = re.compile(shapes.PERCENT.pattern)
_GRADE = re.compile(shapes.GRADE.pattern)
_SAID_AT = re.compile(shapes.SAID_AT.pattern)


_INSTEAD = "say at_least or at_most instead"


@dataclass(frozen=True, slots=True)
class FactReader:
    """Reads facts against one rulebook."""

    reading: Reading
    rulebook: Rulebook

    @property
    def names(self) -> Names:
        """What facts may speak of."""
        return Names(self.rulebook.facts, self.rulebook.entities, self.rulebook.parameters)

    def read(self, node: Node, layer: int) -> Said | None:
        """A fact or a denial with what is said about it; None if it cannot be used, after noting why."""
        reading = self.reading
        if not isinstance(node, Mapping):
            reading.note(node.place, "012", f"a fact is written as 'fact_type: {{slot: value}}', found {kind_of(node)}")
            return None
        stated = Mapping(tuple(entry for entry in node.entries if entry[0].text not in _META), node.place)
        meta = {key.text: value for key, value in node.entries if key.text in _META}
        if len(stated.entries) != 1:
            self._not_one(stated)
            return None
        denied = stated.get("not")
        before = len(reading.findings)
        split = split_fact(reading, self.names, stated if denied is None else denied, "a fact")
        if split is None:
            return None
        said = self._said(*split, holds=denied is None, meta=meta, layer=layer)
        return said if len(reading.findings) == before else None

    def read_forget(self, node: Node) -> Pattern | None:
        """What is to be forgotten: a fact type and some of its key slots."""
        before = len(self.reading.findings)
        pattern = read_pattern(self.reading, self.names, node, "a 'forget'", Blank.ANY, variables=False)
        return pattern if len(self.reading.findings) == before else None

    def _not_one(self, stated: Mapping) -> None:
        """Nothing, or more than one thing, is stated: most often a misspelt key of what is said about a fact."""
        keys = [key for key, _ in stated.entries]
        known = {*self.rulebook.facts, "not"}
        unknown = [key for key in keys if key.text not in known]
        for key in unknown:
            hint = did_you_mean(key.text, (*_META, *known))
            hint = hint or f"; beside the fact itself it can have {', '.join(_META)}"
            self.reading.note(key.place, "010", f"a fact has no '{shorten(key.text)}'{hint}")
        if unknown:
            return
        what = (
            "no fact is stated here" if not keys else f"{len(keys)} facts are stated in one entry; start each with '- '"
        )
        self.reading.note(stated.place, "012", what)

    def _said(self, fact: FactType, slots: Mapping, *, holds: bool, meta: MappingType[str, Node], layer: int) -> Said:
        reading = self.reading
        if fact.origin is Origin.DERIVED:
            reading.note(slots.place, "209", f"'{fact.name}' is what the rules conclude; it cannot be told")
        values = slot_nodes(reading, fact, slots)
        likelihood, told_as = self._likelihood(meta.get("likelihood"))
        value = self._value(fact, values, slots, holds=holds)
        can_be_denied = value is None or fact.value is None or fact.value.kind.CAN_BE_DENIED
        if not can_be_denied and not holds:
            reading.note(slots.place, "208", f"'{fact.name}' has a number, which cannot be denied; {_INSTEAD}")
        if likelihood.speaks_against:
            if not can_be_denied:
                message = f"'{fact.name}' has a number, which cannot be unlikely; {_INSTEAD}"
                reading.note(meta["likelihood"].place, "208", message)
            holds, likelihood = not holds, likelihood.mirrored
        return Said(
            fact=fact.name,
            terms=self._terms(fact, values, slots, denied=not holds),
            holds=holds,
            likelihood=likelihood,
            value=value,
            place=self._place(meta.get("said_at")) or slots.place,
            layer=layer,
            told_as=told_as,
            date=reading.date(meta.get("date"), "'date'"),
            until=reading.date(meta.get("until"), "'until'"),
            source=self._source(meta.get("source")),
            at=read_locators(reading, meta.get("at")),
            label=self._label(fact, values, denied=not holds),
            note=reading.text(meta.get("note"), "'note'"),
        )

    def _terms(
        self, fact: FactType, values: MappingType[str, Node], slots: Mapping, *, denied: bool
    ) -> tuple[str | Blank, ...]:
        reading, terms = self.reading, []
        for slot in fact.keys:
            if slot.name in values:
                terms.append(read_term(reading, self.names, fact, slot, values[slot.name], variables=False) or "")
            else:
                if not slot.optional and is_spelt(values, slots):
                    reading.note(slots.place, "207", f"'{fact.name}' needs the slot '{slot.name}'")
                terms.append(Blank.MISSING)
        ordered = in_order(fact, terms)
        if fact.symmetric:
            one, two = (ordered[position] for position in fact.symmetric)
            if one == two and isinstance(one, str) and one and not self._is_group(one):
                reading.note(slots.place, "208", f"'{fact.name}' is between two; '{one}' stands in both slots")
        return tuple(term for term in ordered if isinstance(term, str | Blank))

    def _is_group(self, name: str) -> bool:
        entity = self.rulebook.entities.get(name)
        return bool(entity and entity.members)

    def _label(self, fact: FactType, values: MappingType[str, Node], *, denied: bool) -> str:
        node = values.get(fact.label) if fact.label else None
        if node is None:
            return ""
        if denied:
            self.reading.note(node.place, "208", f"a denial takes no '{fact.label}': it speaks of all of them")
        return self.reading.text(node, f"'{fact.label}'")

    def _value(self, fact: FactType, values: MappingType[str, Node], slots: Mapping, *, holds: bool) -> Value | None:
        slot = fact.value
        if slot is None:
            return None
        node = values.get(slot.name)
        if node is None:
            if is_spelt(values, slots):
                wanted = "needs the slot" if holds else "is denied without saying of which"
                self.reading.note(slots.place, "207", f"'{fact.name}' {wanted} '{slot.name}'")
            return None
        return slot.kind.read(self.reading, node, f"'{slot.name}' of '{fact.name}'")

    def _likelihood(self, node: Node | None) -> tuple[Likelihood, str]:
        if node is None:
            return Likelihood.UNHEDGED, ""
        if isinstance(node, Scalar):
            text = node.text.strip().casefold()
            if text in TOLD_WORDS:
                return TOLD_WORDS[text], text
            if found := _PERCENT.fullmatch(text):
                level = from_percent(Decimal(found.group(1)))
                if level is not None and ("%" in text or Decimal(found.group(1)) >= 1):
                    return level, f"{found.group(1)} %"
                self.reading.note(node.place, "205", _no_percentage(found.group(1)))
                return Likelihood.UNHEDGED, ""
        hint = did_you_mean(node.text, TOLD_WORDS) if isinstance(node, Scalar) else ""
        message = f"a likelihood is a word such as 'likely' or a percentage, found {kind_of(node)}{hint}"
        self.reading.note(node.place, "205", message)
        return Likelihood.UNHEDGED, ""

    def _place(self, node: Node | None) -> Place | None:
        """Where the fact was first said, if this is written down from elsewhere."""
        text = self.reading.text(node, "'said_at'")
        found = _SAID_AT.fullmatch(text)
        if found:
            return Place(found.group(1), int(found.group(2)), int(found.group(3)))
        if node is not None and text:
            self.reading.note(node.place, "012", f"'said_at' is file:line:column, found '{shorten(text)}'")
        return None

    def _source(self, node: Node | None) -> Source | None:
        if node is None:
            return None
        if isinstance(node, Scalar):
            return Source(self.reading.text(node, "a source"))
        fields = shapes.SOURCE.fields(self.reading, node)
        grade = self.reading.text(fields.get("grade"), "a grade")
        if grade and not _GRADE.fullmatch(grade):
            message = f"a source grade is a letter A-F and a digit 1-6 such as B2, found '{shorten(grade)}'"
            self.reading.note(fields["grade"].place, "206", message)
        return Source(self.reading.text(fields.get("title"), "a source"), grade)


def _no_percentage(number: str) -> str:
    """What is wrong with a percentage that falls in no band, or that looks like a fraction of one."""
    percent = Decimal(number)
    if percent in (0, 100):
        return "0 and 100 percent are no likelihoods; state the fact, or its denial, plainly"
    if percent > 100:
        return f"a likelihood lies between 0 and 100 percent, found {number}"
    return f"a likelihood is given in percent; write {digits(percent * 100)}, or '{number} %' if it is that small"
