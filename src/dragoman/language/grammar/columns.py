"""Columns of numbers and of texts, as bytes and back: nothing of them is copied or taken apart before it is looked at.

length of the header (8 bytes), header (JSON), the columns one after the other, numbers little-endian
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple, overload

_LENGTH = 8
_SHORT = 1 << 16


class Rows:
    """Lists of numbers in one column, each taken out when somebody looks at it."""

    def __init__(self, flat: memoryview, ends: array[int]) -> None:
        """`flat` are the numbers of all lists, one after the other, and `ends` where each of them ends."""
        self.flat, self.ends = flat, ends

    @classmethod
    def of(cls, rows: Iterable[Iterable[int]]) -> Rows:
        """The lists."""
        flat, ends = array("I"), array("I")
        for row in rows:
            flat.extend(row)
            ends.append(len(flat))
        is_short = max(flat, default=0) < _SHORT  # half as much to read
        return cls(memoryview(array("H", flat) if is_short else flat), ends)

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> list[int]:
        found: list[int] = self.flat[self.ends[number - 1] if number else 0 : self.ends[number]].tolist()
        return found


class Texts(Sequence[str]):
    """Texts in one column, each decoded when somebody looks at it."""

    def __init__(self, flat: memoryview, ends: array[int]) -> None:
        """`flat` are the bytes of all texts, one after the other, and `ends` where each of them ends."""
        self.flat, self.ends = flat, ends

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """The texts."""
        several = [text.encode(errors="surrogatepass") for text in texts]
        return cls(memoryview(b"".join(several)), array("I", accumulate(map(len, several))))

    def __len__(self) -> int:
        return len(self.ends)

    def whole(self) -> str:
        """All of them, one right after the other."""
        return str(self.flat, "utf-8", "surrogatepass")

    def ending_with(self, mark: str) -> Iterator[int]:
        """The numbers of those that end with an ASCII character."""
        flat, last = self.flat, ord(mark)
        return (number for number, end in enumerate(self.ends) if end and flat[end - 1] == last)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[one] for one in range(len(self))[number]]
        return str(self.flat[self.ends[number - 1] if number else 0 : self.ends[number]], "utf-8", "surrogatepass")


class Columns(NamedTuple):
    """All of it."""

    header: Mapping[str, Any]
    numbers: Mapping[str, array[int]]
    rows: Mapping[str, Rows]
    floats: Mapping[str, array[float]] = {}
    texts: Mapping[str, Texts] = {}

    def written(self) -> bytes:
        """As bytes."""
        columns: dict[str, memoryview] = {}
        for name, numbers in self.numbers.items():
            columns[f"n{name}"] = memoryview(numbers)
        for name, rows in self.rows.items():
            columns[f"r{name}"], columns[f"e{name}"] = rows.flat, memoryview(rows.ends)
        for name, floats in self.floats.items():
            columns[f"f{name}"] = memoryview(floats)
        for name, texts in self.texts.items():
            columns[f"t{name}"], columns[f"a{name}"] = texts.flat, memoryview(texts.ends)
        shapes = [[name, one.format, one.nbytes] for name, one in columns.items()]
        header = json.dumps([shapes, self.header], separators=(",", ":")).encode("ascii")
        return b"".join((len(header).to_bytes(_LENGTH, "little"), header, *map(_ordered, columns.values())))

    @classmethod
    def read(cls, data: bytes | memoryview) -> Columns:
        """From bytes that :meth:`written` gave."""
        whole = memoryview(data)
        at = _LENGTH + int.from_bytes(whole[:_LENGTH], "little")
        shapes, header = json.loads(bytes(whole[_LENGTH:at]))
        found: dict[str, dict[str, Any]] = {kind: {} for kind in "nrefta"}
        for name, code, size in shapes:
            column = _ordered(whole[at : at + size].cast(code))
            found[name[0]][name[1:]] = column if name[0] in "rt" else array(code, bytes(column))
            at += size
        rows = {name: Rows(flat, found["e"][name]) for name, flat in found["r"].items()}
        texts = {name: Texts(flat, found["a"][name]) for name, flat in found["t"].items()}
        return cls(header, found["n"], rows, found["f"], texts)


def _ordered(column: memoryview) -> memoryview:
    """As it lies on the disk, or from there."""
    if sys.byteorder == "little" or column.itemsize == 1:
        return column
    turned = array(column.format, column.tobytes())
    turned.byteswap()
    return memoryview(turned)
