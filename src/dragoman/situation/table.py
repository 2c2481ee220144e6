"""CSV as facts: each row becomes the node that the same fact has in YAML, with the places of its cells.

The columns are `fact`, `holds`, the slots by name, and what can be said about a fact. A fact's place is
the line where its row starts; a mistake's is the cell's own (:mod:`dragoman.source.csv_reader`).
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import Finding, Place
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.locators import Counting
from dragoman.situation import cells
from dragoman.source.csv_reader import Row, Table
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, Node, Scalar, shorten
from dragoman.source.reading import Reading

FACT, HOLDS = "fact", "holds"
ABOUT = ("source", "grade", "likelihood", "date", "until", "at", "note", "said_at")
"""The columns of what is said about a fact; `grade` is part of `source` elsewhere."""
SLOT_PREFIX = "slot:"
"""Marks a slot whose name is also that of another column: `slot:date`."""
_FIXED = frozenset({FACT, HOLDS, *ABOUT})
_WRONG = "?"


class FactTable:
    """The facts of a table; each iteration reads the text again, so that no more than a row is held."""

    def __init__(self, reading: Reading, rulebook: Rulebook, name: str, text: str) -> None:
        self.reading, self.rulebook = reading, rulebook
        self.slots = slot_names(rulebook)
        self.table = Table(name, text, reading.limits, {FACT, HOLDS, *ABOUT, *self.slots})

    def __iter__(self) -> Iterator[Node]:
        """The facts in order; what is wrong with a row is noted, here or by whoever reads the fact."""
        columns: tuple[str, ...] | None = None
        for row in self.table.rows(self.reading.prefix):
            if isinstance(row, Finding):
                self.reading.findings.append(row)
                return
            if columns is None:
                columns = self._columns(row)
                if columns is None:
                    return
            elif (node := self._fact(columns, row)) is not None:
                yield node

    # -- the first row

    def _columns(self, row: Row) -> tuple[str, ...] | None:
        """What stands at each position; None, after noting it, if no column says which fact a row states.

        A slot has its prefix here, a column without a name is empty, one whose name was noted is `_WRONG`.
        """
        names: list[str] = []
        for cell in row.cells:
            name = self._column(cell) if cell else ""
            if cell and name != _WRONG and name in names:
                self.reading.note(cell.place, "007", f"the column '{cell.text.strip()}' stands twice")
            names.append(name)
        if FACT in names:
            return tuple(names)
        if not names.count(_WRONG) or set(names) - {_WRONG, ""}:
            message = f"a table of facts begins with the names of its columns; '{FACT}' must be one of them"
            self.reading.note(row.place, "011", message)
        return None

    def _column(self, cell: Scalar) -> str:
        name = cell.text.strip()
        if name in _FIXED:
            return name
        if name.removeprefix(SLOT_PREFIX) in self.slots:
            return SLOT_PREFIX + name.removeprefix(SLOT_PREFIX)
        hint = did_you_mean(name, (FACT, HOLDS, *ABOUT, *self.slots))
        self.reading.note(cell.place, "010", f"a table of facts has no column '{shorten(name)}'{hint}")
        return _WRONG

    # -- the other rows

    def _fact(self, columns: tuple[str, ...], row: Row) -> Mapping | None:
        given: dict[str, Scalar] = {}
        slots: list[tuple[str, Scalar]] = []
        for position, cell in enumerate(row.cells):
            if cell is None:
                continue
            name = columns[position] if position < len(columns) else ""
            if name in _FIXED:
                given[name] = cell
            elif name:
                slots.append((name, cell))
            else:
                message = f"'{shorten(cell.text)}' stands under no column name"
                self.reading.note(cell.place, "010", message)
        named = given.pop(FACT, None)
        if named is None:
            if given or slots:
                self.reading.note(row.place, "011", f"this row says nothing under '{FACT}'")
            return None
        key = Scalar(named.text.strip(), True, named.place)
        stated = Mapping(((key, Mapping(tuple(self._slots(slots, key.text)), row.place)),), row.place)
        if not cells.truth(self.reading, given.pop(HOLDS, None)):
            stated = Mapping(((Scalar("not", True, named.place), stated),), row.place)
        return Mapping((*stated.entries, *_about(given, self.rulebook.locators)), row.place)

    def _slots(self, given: list[tuple[str, Scalar]], name: str) -> Iterator[tuple[Scalar, Node]]:
        fact = self.rulebook.facts.get(name)
        for column, cell in given:
            if column == _WRONG:
                continue
            slot_name = column.removeprefix(SLOT_PREFIX)
            value: Node = Scalar(cell.text.strip(), True, cell.place)
            if fact and fact.value and fact.value.name == slot_name:
                value = fact.value.kind.from_cell(self.reading, cell, self.table.separator)
            elif fact and fact.label == slot_name:
                value = cells.text(cell)
            yield Scalar(slot_name, True, cell.place), value


def _about(given: dict[str, Scalar], counting: Counting) -> Iterator[tuple[Scalar, Node]]:
    """What is said about a fact, as entries beside it."""
    source, grade = given.pop("source", None), given.pop("grade", None)
    if grade:
        entries = [("title", cells.text(source))] if source else []
        entries.append(("grade", Scalar(grade.text.strip(), True, grade.place)))
        place = source.place if source else grade.place
        yield _key("source", place), Mapping(tuple((_key(key, node.place), node) for key, node in entries), place)
    elif source:
        yield _key("source", source.place), cells.text(source)
    for column, cell in given.items():
        node: Node = cells.text(cell)
        if column == "at":
            node = cells.locators(cell, counting)
        elif column == "likelihood":
            node = cells.likelihood(cell)
        elif column in ("date", "until"):
            node = Scalar(cell.text.strip(), True, cell.place)
        yield _key(column, cell.place), node


def _key(text: str, place: Place) -> Scalar:
    return Scalar(text, True, place)


def slot_names(rulebook: Rulebook) -> tuple[str, ...]:
    """All slots and labels of the rulebook's fact types, each name once, in order."""
    names: dict[str, None] = {}
    for fact in rulebook.facts.values():
        names |= dict.fromkeys((*(slot.name for slot in fact.slots), fact.label))
    return tuple(name for name in names if name)
