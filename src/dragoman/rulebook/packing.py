"""Forms as bytes and back: texts and numbers, then a table of values that are made of earlier ones, in JSON.

    [classes, leaves, [[kind, how many, part, part, ...], ...], value]

A row of the table is a batch: values of one kind and length, with the numbers of their parts one after the other; the
leaves have the first numbers, then each value the next. So a rulebook is put together in some hundred steps.

Nothing here knows a form by name. Frozen dataclasses, named tuples and enumerations of the packages that a
rulebook is made of are taken apart into their fields; a class is found again only in those packages, and
only if it is of these kinds. What is equal is written once and is one thing again: nobody changes a form. What a form
has beside, and is not compared by, is left out.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum
from functools import partial
from importlib import import_module
from itertools import repeat, starmap
from typing import Any

from dragoman.form import is_form

_HOMES = ("dragoman.errors", "dragoman.rulebook.", "dragoman.source.nodes", "dragoman.values.")
_Maker = Callable[[Iterable[tuple[Any, ...]]], Iterable[Any]]
"""Makes values, each of a tuple of its parts."""
_KINDS: dict[type, _Maker] = {
    tuple: iter,
    list: partial(map, list),
    frozenset: partial(map, frozenset),
    dict: partial(map, lambda parts: dict(zip(parts[::2], parts[1::2], strict=True))),
    Decimal: partial(starmap, Decimal),
    datetime.date: partial(starmap, datetime.date.fromisoformat),
}
"""What a value can be beside a text, a whole number, true, false and nothing, and a form."""


class NotPacked(Exception):
    """The value holds what is none of the kinds known here, or the bytes none that could have come from here."""


def packed(value: object) -> bytes:
    """The value, written down.

    Raises:
        NotPacked: for what cannot be written.
    """
    packing = _Packing()
    last = packing.add(value)
    document = [[_name(cls) for cls in packing.classes], *packing.table(last)]
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpacked(data: bytes | memoryview) -> Any:
    """What :func:`packed` wrote.

    Raises:
        NotPacked: if the bytes are not such.
    """
    try:
        names, made, batches, last = json.loads(str(data, "utf-8", "surrogatepass"))
        kinds = [*_KINDS.values(), *(_maker(name) for name in names)]
        for kind, number, *parts in batches:
            values = map(made.__getitem__, parts)
            made += kinds[kind](zip(*[values] * (len(parts) // number), strict=True) if parts else repeat((), number))
        return made[last]
    except (ValueError, TypeError, LookupError, AttributeError, ImportError, ArithmeticError, RecursionError) as error:
        raise NotPacked(str(error)) from error


class _Packing:
    """What was written so far. A leaf is known by its number below zero (`~0`, `~1`, ...), all else by its row."""

    def __init__(self) -> None:
        self.rows: dict[tuple[int, tuple[int, ...]], int] = {}
        """The kind and the numbers of the parts, with the number of the row."""
        self.depths: list[int] = []
        """Of each row: one more than that of any of its parts, so that they can be made before it."""
        self.classes: list[type] = []
        self.kinds = {kind: number for number, kind in enumerate(_KINDS)}
        self.leaves: dict[tuple[type, object], int] = {}
        self.seen: dict[int, int] = {}
        self.alive: list[object] = []
        """What was seen is kept, so that no other thing gets its identity."""

    def add(self, value: object) -> int:
        """The number of `value`."""
        if value is None or type(value) in {str, int, bool}:
            return self.leaves.setdefault((type(value), value), ~len(self.leaves))
        if id(value) not in self.seen:
            kind, parts = self._taken_apart(value)
            numbers = tuple([self.add(part) for part in parts])
            row = self.seen[id(value)] = self.rows.setdefault((kind, numbers), len(self.rows))
            if row == len(self.depths):
                self.depths.append(1 + max((self.depths[part] for part in numbers if part >= 0), default=0))
            self.alive.append(value)
        return self.seen[id(value)]

    def table(self, last: int) -> tuple[list[object], list[list[int]], int]:
        """The leaves, the batches, and where in them the value stands that has the number `last` here."""
        batches: dict[tuple[int, int, int], list[tuple[int, tuple[int, ...]]]] = {}
        for (kind, parts), row in self.rows.items():
            batches.setdefault((self.depths[row], kind, len(parts)), []).append((row, parts))
        in_order = sorted(batches.items())
        leaves = [leaf for _, leaf in self.leaves]
        rows = (row for _, batch in in_order for row, _ in batch)
        place = {~number: number for number in range(len(leaves))}
        place |= {row: number for number, row in enumerate(rows, start=len(leaves))}
        written = [
            [kind, len(batch), *(place[part] for _, parts in batch for part in parts)]
            for (_, kind, _), batch in in_order
        ]
        return leaves, written, place[last]

    def _taken_apart(self, value: Any) -> tuple[int, list[object]]:
        match value:
            case Enum():
                return self._kind(type(value)), [value.name]
            case tuple() if hasattr(value, "_fields"):
                return self._kind(type(value)), list(value)
            case Decimal():
                return self.kinds[Decimal], [str(value)]
            case datetime.date() if type(value) is datetime.date:
                return self.kinds[datetime.date], [value.isoformat()]
            case dict() if type(value) is dict:
                return self.kinds[dict], [part for pair in value.items() for part in pair]
            case frozenset():
                return self.kinds[frozenset], sorted(value, key=repr)
            case tuple() | list() if type(value) in self.kinds:
                return self.kinds[type(value)], list(value)
        return self._kind(type(value)), [getattr(value, name) for name in _compared(type(value))]

    def _kind(self, cls: type) -> int:
        if cls not in self.kinds:
            _maker(_name(cls))
            self.kinds[cls] = len(self.kinds)
            self.classes.append(cls)
        return self.kinds[cls]


def _name(cls: type) -> str:
    return f"{cls.__module__}:{cls.__qualname__}"


def _maker(name: str) -> _Maker:
    """How a class of that name is made from its parts."""
    module, _, cls_name = name.partition(":")
    if not f"{module}.".startswith(_HOMES) or "." in cls_name:
        raise NotPacked(f"{name} is no class of a rulebook")
    cls = getattr(import_module(module), cls_name)
    if isinstance(cls, type) and issubclass(cls, Enum):
        return partial(starmap, cls.__getitem__)
    if isinstance(cls, type) and issubclass(cls, tuple) and hasattr(cls, "_make"):
        return partial(map, partial(tuple.__new__, cls))  # what a named tuple's own constructor calls, at half the cost
    _compared(cls)
    return partial(starmap, cls)


def _compared(cls: Any) -> list[str]:
    """The fields of a form that make it what it is, which are its first ones."""
    frozen = isinstance(cls, type) and dataclasses.is_dataclass(cls) and (is_form(cls) or _is_frozen(cls))
    fields = dataclasses.fields(cls) if frozen else ()
    names = [field.name for field in fields if field.compare]
    if not frozen or any(not field.init for field in fields) or names != [field.name for field in fields[: len(names)]]:
        raise NotPacked(f"{cls!r} is no form")
    return names


def _is_frozen(cls: Any) -> bool:
    return bool(cls.__dataclass_params__.frozen)
