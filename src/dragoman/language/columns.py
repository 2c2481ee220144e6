"""Columns of numbers beside a few texts, as bytes and back: read as fast as they are copied, taken apart when looked at.

length of the header (8 bytes), header (JSON), the columns one after the other, little-endian
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

_LENGTH = 8
_Code = Literal["I", "d"]


class Rows:
    """Lists of numbers in one column, each taken out when somebody looks at it."""

    def __init__(self, flat: array[int], ends: array[int]) -> None:
        self.flat, self.ends = flat, ends

    @classmethod
    def of(cls, rows: Iterable[Iterable[int]]) -> Rows:
        """The lists, one after the other."""
        flat, ends = array("I"), array("I")
        for row in rows:
            flat.extend(row)
            ends.append(len(flat))
        return cls(flat, ends)

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> array[int]:
        return self.flat[self.ends[number - 1] if number else 0 : self.ends[number]]


class Columns(NamedTuple):
    """All of it."""

    header: Mapping[str, Any]
    numbers: Mapping[str, array[int]]
    rows: Mapping[str, Rows]
    floats: Mapping[str, array[float]]

    def written(self) -> bytes:
        """As bytes."""
        columns: dict[str, array[int] | array[float]] = {}
        for name, numbers in self.numbers.items():
            columns[f"n{name}"] = numbers
        for name, rows in self.rows.items():
            columns[f"r{name}"], columns[f"e{name}"] = rows.flat, rows.ends
        for name, floats in self.floats.items():
            columns[f"f{name}"] = floats
        shapes = [[name, one.typecode, len(one)] for name, one in columns.items()]
        header = json.dumps([shapes, self.header], separators=(",", ":")).encode("ascii")
        return b"".join(
            (len(header).to_bytes(_LENGTH, "little"), header, *(_ordered(one).tobytes() for one in columns.values()))
        )

    @classmethod
    def read(cls, data: bytes) -> Columns:
        """From bytes that :meth:`written` gave."""
        at = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
        shapes, header = json.loads(data[_LENGTH:at])
        whole: dict[str, dict[str, Any]] = {"n": {}, "r": {}, "e": {}, "f": {}}
        for name, code, many in shapes:
            column: array[Any] = array(code)
            end = at + many * column.itemsize
            column.frombytes(data[at:end])
            whole[name[0]][name[1:]], at = _ordered(column), end
        rows = {name: Rows(flat, whole["e"][name]) for name, flat in whole["r"].items()}
        return cls(header, whole["n"], rows, whole["f"])


def _ordered(column: array[Any]) -> array[Any]:
    """As it lies on the disk, or from there."""
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column
