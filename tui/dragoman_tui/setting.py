"""Blocks set in a width: cells wrapped, columns aligned, rows as they are drawn.

Everything here is a function of what it is given: neither theme nor terminal matters, but for how wide characters are.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from dragoman.form import form
from dragoman.views.lines import cells
from dragoman_tui.ink import Block, Cell, Ink

NARROWEST = 12
"""What is left for text is never less than this, whatever is cut off."""
GAP = 3
"""Columns between things that stand side by side."""
_BAR = "▌ "
"""What stands before each row of what is quoted."""
_HANG = 4
"""Columns that one of them hangs, where it is wider than a row."""


@form
class Row:
    """One row on the screen."""

    inks: tuple[Ink, ...]

    @property
    def text(self) -> str:
        """Without roles."""
        return "".join(ink.text for ink in self.inks)


def set_block(block: Block, width: int) -> list[Row]:
    """The rows of a block in `width` columns, without the blank ones above it."""
    if block.is_quoted:
        quoted = set_block(dataclasses.replace(block, is_quoted=False), width - cells(_BAR))
        return [Row((Ink(_BAR, "faint"), *row.inks)) for row in quoted]
    room = max(width - block.indent, NARROWEST)
    pad = 1 if block.ground else 0
    fixed = sum(cell.width + cell.gap for cell in block.cells)
    left = max(room - fixed - 2 * pad, NARROWEST)
    widths = [cell.width or left for cell in block.cells]
    columns = [_set_cell(cell, wide) for cell, wide in zip(block.cells, widths, strict=True)]
    height = max(map(len, columns), default=0)
    rows = [_joined(block, columns, widths, number) for number in range(height)]
    return _grounded(block, rows) if block.ground else [Row(tuple(row)) for row in rows]


def _set_cell(cell: Cell, width: int) -> list[list[Ink]]:
    if cell.groups:
        return _flow(cell.groups, width)
    return list(_wrapped(cell.inks, width, cell.hang))


def _joined(block: Block, columns: Sequence[list[list[Ink]]], widths: Sequence[int], number: int) -> list[Ink]:
    """One row of all columns, side by side."""
    row: list[Ink] = [Ink(" " * block.indent)] if block.indent else []
    for cell, column, width in zip(block.cells, columns, widths, strict=True):
        inks = column[number] if number < len(column) else []
        free = max(width - sum(cells(ink.text) for ink in inks), 0)
        before = cell.gap + (free if cell.is_right else 0)
        row += [Ink(" " * before)] if before else []
        row += inks
        row += [Ink(" " * free)] if free and not cell.is_right else []
    while row and not row[-1].text.strip(" ") and not row[-1].ground and row[-1].to is None:
        row.pop()
    return row


def _grounded(block: Block, rows: Sequence[Sequence[Ink]]) -> list[Row]:
    """All rows on one ground, as wide as the longest."""
    head = Ink(" " * block.indent)
    bodies = [row[1:] if block.indent else list(row) for row in rows]
    widest = max(sum(cells(ink.text) for ink in body) for body in bodies)
    found = []
    for body in bodies:
        free = widest - sum(cells(ink.text) for ink in body)
        inks = (Ink(" ", ground=block.ground), *body, Ink(" " * (free + 1), ground=block.ground))
        laid = tuple(Ink(ink.text, ink.role, ink.ground or block.ground, ink.to) for ink in inks)
        found.append(Row((head, *laid) if block.indent else laid))
    return found


# -- wrapping


def _flow(groups: Sequence[Sequence[Ink]], width: int) -> list[list[Ink]]:
    """Things side by side, the next row begun where one would not fit."""
    rows: list[list[Ink]] = [[]]
    used = 0
    for group in groups:
        wide = sum(cells(ink.text) for ink in group)
        if rows[-1] and used + GAP + wide > width:
            rows.append([])
            used = 0
        if wide > width:
            rows[-1:] = list(_wrapped(group, width, _HANG))
            used = width
            continue
        if rows[-1]:
            rows[-1].append(Ink(" " * GAP))
            used += GAP
        rows[-1] += group
        used += wide
    return rows


def _wrapped(inks: Sequence[Ink], width: int, hang: int) -> Iterator[list[Ink]]:
    whole = "".join(ink.text for ink in inks)
    for number, (start, end) in enumerate(breaks(whole, width, hang)):
        row = list(_between(inks, start, end))
        yield [Ink(" " * hang), *row] if hang and number else row


def breaks(whole: str, width: int, hang: int = 0) -> Iterator[tuple[int, int]]:
    """Where the rows of a text begin and end; a word that is longer than a row is cut.

    >>> list(breaks("one two three", 8))
    [(0, 7), (8, 13)]
    """
    start, room = 0, width
    while start < len(whole):
        reach = _reach(whole, start, max(room, 1))
        if reach == len(whole):
            yield start, len(whole.rstrip(" ")) if whole[start:].strip(" ") else len(whole)
            return
        end = whole.rfind(" ", start + 1, reach + 1)
        if end <= start or not whole[start:end].strip(" "):
            end = reach
        yield start, end
        start = end
        while start < len(whole) and whole[start] == " ":
            start += 1
        room = width - hang
    if not whole:
        yield 0, 0


def _reach(whole: str, start: int, room: int) -> int:
    """Where the longest piece ends that takes at most `room` columns; one character at least."""
    if whole.isascii():
        return min(start + room, len(whole))
    end = start
    while end < len(whole):
        room -= cells(whole[end])
        if room < 0:
            break
        end += 1
    return max(end, start + 1)


def _between(inks: Sequence[Ink], start: int, end: int) -> Iterator[Ink]:
    for ink in inks:
        piece = ink.text[max(start, 0) : max(end, 0)]
        if piece:
            yield piece_of(ink, piece)
        start, end = start - len(ink.text), end - len(ink.text)
        if end <= 0:
            return


def piece_of(ink: Ink, text: str) -> Ink:
    """A part of an ink."""
    return ink if text == ink.text else Ink(text, ink.role, ink.ground, ink.to)
