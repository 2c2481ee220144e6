"""Where recommendations belong: the instruments that carry them, as these stand at the date of the situation.

What is not yet adopted or signed carries nothing; what another has followed is shown as that other, with the part that
matches; what is with somebody carries only what is for a party.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.advice.carried_forms import Carried, CarriedStatus
from dragoman.advice.evaluate import Evaluation
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.instrument_forms import Carrier, Instrument
from dragoman.values.kind import Truth


class Instruments:
    """The instruments of a rulebook in one evaluation; what carries is worked out once for each target."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation, self.rulebook = evaluation, evaluation.rulebook
        self.date = evaluation.evidence.as_of or self.rulebook.report.date
        self._found: dict[tuple[int, str], tuple[Carried, ...]] = {}
        self._followers: dict[str, list[Instrument]] = {}
        for known in evaluation.evidence.by_fact.get("follows", ()):
            later, earlier = known.atom.key
            if known.truth is Truth.TRUE and later in self.rulebook.instruments:
                self._followers.setdefault(earlier or "", []).append(self.rulebook.instruments[later or ""])

    def carrying(self, atom: Atom, target: str, carriers: Iterable[Carrier]) -> tuple[Carried, ...]:
        """What carries the recommendation `atom`; `target` is the slot that says for whom it is, or empty."""
        values = dict(zip(self.rulebook.facts[atom.fact].key_names, atom.key, strict=True))
        found: dict[Carried, None] = {}
        for carrier in carriers:
            if all(values.get(slot) in wanted for slot, wanted in carrier.where.items()):
                found.update(dict.fromkeys(self._of(carrier, values.get(target) or "")))
        return tuple(found)

    def is_current(self, name: str) -> bool:
        """Whether `name` is no instrument, or one that is there at the date and that no other has followed."""
        instrument = self.rulebook.instruments.get(name)
        return instrument is None or (name not in self._followers and self._status(instrument) is not None)

    def _of(self, carrier: Carrier, target: str) -> tuple[Carried, ...]:
        key = id(carrier), target  # the rulebook keeps it alive
        if key not in self._found:
            instrument = self.rulebook.instruments[carrier.instrument]
            self._found[key] = tuple(self._standing(instrument, carrier.strand, carrier.area, target, None))
        return self._found[key]

    def _standing(
        self, instrument: Instrument, strand: str, area: str, target: str, followed: Carried | None
    ) -> Iterator[Carried]:
        """A part of an instrument, or where that was followed the parts that match it."""
        followers = self._followers.get(instrument.id, ())
        for later in followers:
            named = followed or _carried(instrument, strand, area, CarriedStatus.FOLLOWED, None)
            matching = [name for name, part in later.strands.items() if strand and strand in part.follows]
            for name in matching or [""]:
                yield from self._standing(later, name, "", target, named)
        status = None if followers else self._status(instrument)
        if status is not None and (not target or not instrument.parties or target in instrument.parties):
            yield _carried(instrument, strand, area, status, followed)

    def _status(self, instrument: Instrument) -> CarriedStatus | None:
        """How far it is; None if there is no such thing yet."""
        known = self.evaluation.evidence.of(Atom("in_force", (instrument.id,)))
        if known is not None and known.truth is Truth.TRUE:
            return CarriedStatus.IN_FORCE
        return CarriedStatus.SIGNED if instrument.signed and instrument.signed <= self.date else None


def _carried(
    instrument: Instrument, strand: str, area: str, status: CarriedStatus, followed: Carried | None
) -> Carried:
    part = instrument.strands[strand] if strand else None
    return Carried(
        instrument=instrument.id,
        title=instrument.title,
        short=instrument.short,
        document=instrument.document,
        strand=strand,
        strand_title=part.title if part else "",
        strand_short=part.short if part else "",
        area=area,
        area_title=part.areas[area] if part and area else "",
        status=status,
        since=instrument.signed if status is CarriedStatus.SIGNED else instrument.adopted,
        by=instrument.by,
        background=bool(area) or not (part.at if part else instrument.at),
        has_followed=followed,
    )
