r"""Tables as spreadsheets write them: rows of cells that know their place.

RFC 4180 with what spreadsheets make of it: `,`, `;` or a tab between cells, `\n`, `\r\n` or `\r`
after a row, line breaks and doubled quotes inside quotes, a first line `sep=;`. A cell's column is
the character of its line where its text begins, as an editor counts it; the number of the cell is not
shown anywhere. Nothing is turned into a number or a date here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from dragoman.errors import Finding, Place
from dragoman.form import form
from dragoman.source.characters import Lines, forbidden
from dragoman.source.limits import Limits, too_many
from dragoman.source.nodes import Scalar

SEPARATORS = (",", ";", "\t")
_HINT = re.compile(r"sep=(.)(?:\r\n|\n|\r|\Z)")
_BREAK = re.compile(r"\r\n|\n|\r")
_QUOTED = re.compile(r'"(?:[^"]++|"")*+"')
_BLANK = re.compile(r"[\r\n]*+")


@form
class Row:
    """One row that is not blank."""

    place: Place
    """The line where it starts; a row with a line break inside a cell runs over several."""
    cells: tuple[Scalar | None, ...]
    """None where nothing is written; a cell in quotes is not `plain`."""


class _Refused(Exception):
    def __init__(self, place: Place, number: str, message: str) -> None:
        self.place, self.number, self.message = place, number, message


class Table:
    """The text of a table, cut into rows whenever it is iterated."""

    def __init__(self, name: str, text: str, limits: Limits, known: Collection[str] = ()) -> None:
        """`known` are the column names that tell the right separator from the others."""
        self.name, self.text, self.limits = name, text, limits
        hint = _HINT.match(text)
        self._begin = hint.end() if hint else 0
        self.separator = hint.group(1) if hint and hint.group(1) in SEPARATORS else self._sniffed(known)

    def rows(self, prefix: str) -> Iterator[Row | Finding]:
        """The rows in order; a mistake that leaves unclear where cells end is the last thing that comes."""
        if wrong := forbidden(self.text):
            yield Finding(Lines(self.name, self.text).place(wrong[0]), f"{prefix}003", wrong[1])
            return
        try:
            yield from self._rows(self.separator)
        except _Refused as refused:
            yield Finding(refused.place, prefix + refused.number, refused.message)

    def _sniffed(self, known: Collection[str]) -> str:
        """The separator under which the first row names most of the known columns; then, that makes most cells."""

        def score(separator: str) -> tuple[int, int]:
            try:
                row = next(self._rows(separator), None)
            except _Refused as refused:
                return (0, self.limits.columns) if refused.number == "006" else (-1, 0)
            cells = row.cells if row else ()
            return sum(1 for cell in cells if cell and cell.text.strip() in known), len(cells)

        return max(SEPARATORS, key=score)

    def _rows(self, separator: str) -> Iterator[Row]:
        text, end = self.text, len(self.text)
        gap = re.escape(separator)
        token = re.compile(rf'( *"((?:[^"]++|"")*+)" *|[^{gap}\r\n]*)({gap}|\r\n|\n|\r|\Z)')
        at, start = self._begin, self._begin
        line = row_line = 1 + len(_BREAK.findall(text, 0, at))
        cells: list[Scalar | None] = []
        while at < end or cells:
            if not cells and (blank := _BLANK.match(text, at)) and blank.end() > at:
                line += text.count("\n", at, blank.end()) + text.count("\r", at, blank.end())
                line -= text.count("\r\n", at, blank.end())
                at = start = blank.end()
                row_line = line
                continue
            found = token.match(text, at)
            raw = found.group(1) if found else text[at:]
            quoted = found.group(2) if found else None
            if found is None or (quoted is None and raw.lstrip(" ").startswith('"')):
                raise self._unclosed(at, Place(self.name, line, at - start + 1 + len(raw) - len(raw.lstrip(" "))))
            written = (raw if quoted is None else quoted).strip()
            if written:
                place = Place(self.name, line, at - start + 1 + len(raw) - len(raw.lstrip()))
                whole = written if quoted is None else quoted.replace('""', '"')
                cells.append(Scalar(whole, quoted is None, place))
            else:
                cells.append(None)
            if len(cells) > self.limits.columns:
                raise _Refused(Place(self.name, line, at - start + 1), "006", too_many(self.limits, "columns", "cells"))
            if quoted is not None:
                for inner in _BREAK.finditer(text, at, found.end(1)):
                    line, start = line + 1, inner.end()
            at = found.end()
            if found.group(3) != separator:
                if any(cells):
                    yield Row(Place(self.name, row_line), tuple(cells))
                cells, start = [], at
                line = row_line = line + 1

    def _unclosed(self, at: int, place: Place) -> _Refused:
        opened = self.text.index('"', at)
        if _QUOTED.match(self.text, opened):
            message = "text stands after the quote that closes this cell; write a quote inside as two"
        else:
            message = "the quote that opens this cell is never closed; write a quote inside as two"
        return _Refused(place, "003", message)
