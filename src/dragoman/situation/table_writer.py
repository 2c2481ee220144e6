"""Facts as CSV: the contrary of :mod:`dragoman.situation.table`. What describes the situation as a whole has no place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.rulebook.forms import FactType, Rulebook
from dragoman.situation.cells import guarded
from dragoman.situation.document import Document
from dragoman.situation.forms import Said
from dragoman.situation.table import ABOUT, FACT, HOLDS, SLOT_PREFIX, slot_names
from dragoman.source.visible import storable

_NEEDS_QUOTES = re.compile(r'[,;|"\t\r\n]|\A\s|\s\Z')


def write_csv(rulebook: Rulebook, document: Document, *, places: bool = True) -> Iterator[str]:
    """The lines of a table: only the columns that some fact fills, `fact` and `holds` always."""
    rows = [dict(_cells(rulebook.facts[said.fact], said, places=places)) for said in document.facts]
    filled = {name for row in rows for name in row}
    columns = [FACT, HOLDS, *map(column_of, slot_names(rulebook)), *ABOUT]
    used = [name for name in columns if name in filled or name in (FACT, HOLDS)]
    yield ",".join(used)
    for row in rows:
        yield ",".join(_quoted(row.get(name, "")) for name in used)


def column_of(slot: str) -> str:
    """The name of a slot's column."""
    return f"{SLOT_PREFIX}{slot}" if slot in (FACT, HOLDS, *ABOUT) else slot


def _cells(fact: FactType, said: Said, *, places: bool) -> Iterator[tuple[str, str]]:
    yield FACT, fact.name
    yield HOLDS, "true" if said.is_stated else "false"
    for slot, term in zip(fact.keys, said.terms, strict=True):
        if isinstance(term, str):
            yield column_of(slot.name), term
    if fact.value and said.value is not None:
        yield column_of(fact.value.name), fact.value.kind.cell(said.value)
    if said.label:
        yield column_of(fact.label), guarded(said.label)
    about = {
        "source": guarded(said.source.title) if said.source else "",
        "grade": said.source.grade if said.source else "",
        "likelihood": said.told_as,
        "date": str(said.date or ""),
        "until": str(said.until or ""),
        "at": ("; " if any(" " in at for at in said.at) else " ").join(said.at),
        "note": guarded(said.note),
        "said_at": guarded(storable(str(said.place))) if places and said.place.column else "",
    }
    yield from ((name, text) for name, text in about.items() if text)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
