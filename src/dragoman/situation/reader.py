"""One fact with its source, date and likelihood, as files and chat lines write it."""

from __future__ import annotations

from collections.abc import Mapping as MappingType

from dragoman.form import form
from dragoman.rulebook.fact_shapes import FACT, FORGET, BesideAFact, SourceEntry
from dragoman.rulebook.forms import Blank, FactType, Origin, Pattern, Rulebook
from dragoman.rulebook.patterns import Names, in_order, is_spelt, read_pattern, read_term, resolve_fact, slot_nodes
from dragoman.situation.forms import Said, Source
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, Node, shorten
from dragoman.source.reading import Reading
from dragoman.source.shapes import TEXT
from dragoman.values.kind import Value

_BESIDE = tuple(BesideAFact.form.keys)
_INSTEAD = "say at_least or at_most instead"


@form
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
        before = len(self.reading.findings)
        stated = FACT.parts(self.reading, node, self._not_one)
        split = resolve_fact(self.reading, self.names, stated) if stated else None
        if stated is None or split is None:
            return None
        said = self._said(*split, holds=not stated.inside, beside=stated.beside, layer=layer)
        return said if len(self.reading.findings) == before else None

    def read_forget(self, node: Node) -> Pattern | None:
        """What is to be forgotten: a fact type and some of its key slots."""
        before = len(self.reading.findings)
        pattern = read_pattern(self.reading, self.names, node, FORGET, Blank.ANY)
        return pattern if len(self.reading.findings) == before else None

    def _not_one(self, stated: Mapping) -> None:
        """Nothing, or more than one thing, is stated: most often a misspelt key of what is said about a fact."""
        keys = [key for key, _ in stated.entries]
        known = {*self.rulebook.facts, "not"}
        unknown = [key for key in keys if key.text not in known]
        for key in unknown:
            hint = did_you_mean(key.text, (*_BESIDE, *known))
            hint = hint or f"; beside the fact itself it can have {', '.join(_BESIDE)}"
            self.reading.note(key.place, "010", f"a fact has no '{shorten(key.text)}'{hint}")
        if unknown:
            return
        what = (
            "no fact is stated here" if not keys else f"{len(keys)} facts are stated in one entry; start each with '- '"
        )
        self.reading.note(stated.place, "012", what)

    def _said(self, fact: FactType, slots: Mapping, *, holds: bool, beside: BesideAFact, layer: int) -> Said:
        reading = self.reading
        if fact.origin is Origin.DERIVED:
            reading.note(slots.place, "209", f"'{fact.name}' is what the rules conclude; it cannot be told")
        values = slot_nodes(reading, fact, slots)
        likelihood, told_as = beside.likelihood
        value = self._value(fact, values, slots, holds=holds)
        can_be_denied = value is None or fact.value is None or fact.value.kind.CAN_BE_DENIED
        if not can_be_denied and not holds:
            reading.note(slots.place, "208", f"'{fact.name}' has a number, which cannot be denied; {_INSTEAD}")
        is_turned = likelihood.speaks_against
        if is_turned:
            if not can_be_denied:
                message = f"'{fact.name}' has a number, which cannot be unlikely; {_INSTEAD}"
                reading.note(beside.place_of("likelihood"), "208", message)
            holds, likelihood = not holds, likelihood.mirrored
        return Said(
            fact=fact.name,
            terms=self._terms(fact, values, slots, denied=not holds),
            holds=holds,
            likelihood=likelihood,
            value=value,
            place=beside.said_at or slots.place,
            layer=layer,
            told_as=told_as,
            is_turned=is_turned,
            date=beside.date,
            until=beside.until,
            source=_source(beside.source),
            at=beside.at,
            label=self._label(fact, values, denied=not holds),
            note=beside.note,
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
        return TEXT.read(self.reading, node, f"'{fact.label}'")

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


def _source(said: str | SourceEntry) -> Source | None:
    if isinstance(said, SourceEntry):
        return Source(said.title, said.grade)
    return Source(said) if said else None
