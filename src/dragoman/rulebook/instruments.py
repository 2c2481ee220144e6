"""`instruments.yaml`, and `carried_by` wherever it stands: names, parties and parts, each looked up."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as MappingType

from dragoman.rulebook.forms import FactType, Slot
from dragoman.rulebook.instrument_forms import Carrier, Instrument, Strand
from dragoman.rulebook.instrument_shapes import CarriedEntry, InstrumentEntry, InstrumentsFile, StrandEntry
from dragoman.rulebook.patterns import Names
from dragoman.rulebook.vocabulary import INSTRUMENT
from dragoman.source.names import did_you_mean, lookup
from dragoman.source.nodes import Node, Scalar
from dragoman.source.reading import Reading
from dragoman.values.entity import Entity


def read_instruments(reading: Reading, entities: MappingType[str, Entity], node: Node | None) -> dict[str, Instrument]:
    """The instruments; `entities` are those that they can be with."""
    if node is None:
        return {}
    entries = InstrumentsFile.read(reading, node).instruments
    found = {key.text: _instrument(reading, entities, key, entry) for key, entry in entries}
    for key, entry in entries:
        _check_follows(reading, found, key, entry)
    return found


def _instrument(
    reading: Reading, entities: MappingType[str, Entity], key: Scalar, entry: InstrumentEntry
) -> Instrument:
    parties = (lookup(reading, name, entities, "103", "entity") for name in entry.with_)
    singles = (party.members or (party.name,) for party in parties if party is not None)
    return Instrument(
        id=key.text,
        title=entry.title,
        short=entry.short or entry.title,
        document=entry.document,
        at=entry.at,
        adopted=entry.adopted,
        signed=entry.signed,
        parties=tuple(dict.fromkeys(name for names in singles for name in names)),
        by=entry.by,
        follows=entry.follows.text if entry.follows else "",
        strands={name.text: _strand(strand) for name, strand in entry.strands},
        aliases=entry.aliases,
        place=key.place,
    )


def _strand(entry: StrandEntry | str) -> Strand:
    if isinstance(entry, str):
        return Strand(entry, entry, (), {}, ())
    areas = {key.text: title for key, title in entry.areas}
    return Strand(entry.title, entry.short or entry.title, entry.at, areas, tuple(name.text for name in entry.follows))


def _check_follows(
    reading: Reading, instruments: MappingType[str, Instrument], key: Scalar, entry: InstrumentEntry
) -> None:
    """What an instrument and its strands follow is there, and nothing comes after itself."""
    earlier = lookup(reading, entry.follows, instruments, "107", "instrument") if entry.follows else None
    if entry.follows and earlier and key.text in _before(instruments, earlier.id):
        reading.note(entry.follows.place, "107", f"the instrument '{key.text}' comes after itself")
    for name, strand in entry.strands:
        for followed in strand.follows if isinstance(strand, StrandEntry) else ():
            if earlier is not None:
                lookup(reading, followed, earlier.strands, "107", "strand", f"in '{earlier.id}'")
            elif entry.follows is None:
                message = f"'{key.text}' follows no instrument, so that its strand '{name.text}' follows nothing"
                reading.note(followed.place, "107", message)


def _before(instruments: MappingType[str, Instrument], name: str) -> dict[str, None]:
    """An instrument and all that it follows, each once."""
    found: dict[str, None] = {}
    while name in instruments and name not in found:
        found[name] = None
        name = instruments[name].follows
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


def read_carried(
    reading: Reading,
    names: Names,
    instruments: MappingType[str, Instrument],
    given: Iterable[FactType],
    entries: Iterable[CarriedEntry],
) -> tuple[Carrier, ...]:
    """`carried_by` of the recommendations `given`; what is wrong in it is noted and left out."""
    facts = tuple(given)
    found = (_carrier(reading, names, instruments, facts, entry) for entry in entries)
    return tuple(carrier for carrier in found if carrier is not None)


def _carrier(
    reading: Reading,
    names: Names,
    instruments: MappingType[str, Instrument],
    facts: tuple[FactType, ...],
    entry: CarriedEntry,
) -> Carrier | None:
    where = {key.text: _values(reading, names, facts, key, values) for key, values in entry.where}
    if entry.instrument is None:
        return None
    instrument = lookup(reading, entry.instrument, instruments, "107", "instrument")
    if instrument is None:
        return None
    _check_part(reading, instrument, entry)
    return Carrier(
        instrument=instrument.id,
        strand=entry.strand.text if entry.strand else "",
        area=entry.area.text if entry.area else "",
        where=where,
        place=entry.place,
    )


def _check_part(reading: Reading, instrument: Instrument, entry: CarriedEntry) -> None:
    if entry.strand is not None:
        strand = lookup(reading, entry.strand, instrument.strands, "107", "strand", f"in '{instrument.id}'")
        if strand is not None and entry.area is not None:
            where = f"in the strand '{entry.strand.text}' of '{instrument.id}'"
            lookup(reading, entry.area, strand.areas, "107", "area", where)


def _values(
    reading: Reading, names: Names, facts: tuple[FactType, ...], key: Scalar, values: tuple[Scalar, ...]
) -> frozenset[str]:
    """The values under a slot of `where`, each checked against the slot of the first fact type that has it."""
    by_name: dict[str, tuple[Slot, FactType]] = {}
    for fact in facts:
        for slot in fact.keys:
            by_name.setdefault(slot.name, (slot, fact))
    if key.text not in by_name:
        if facts:  # else what should be carried is wrong itself, which is noted there
            whose = " or ".join(f"'{fact.name}'" for fact in facts)
            hint = did_you_mean(key.text, by_name) or f"; it has {', '.join(sorted(by_name))}"
            reading.note(key.place, "102", f"{whose} has no slot '{key.text}'{hint}")
        return frozenset()
    slot, fact = by_name[key.text]
    found = (slot.kind.read_key(reading, v, slot.name, fact.name, names.entities, is_told=False) for v in values)
    return frozenset(filter(None, found))
