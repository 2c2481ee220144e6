"""Forms as bytes and back: texts and numbers, then a table of values that are made of earlier ones, in JSON.

Nothing here knows a form by name. Frozen dataclasses, named tuples and enumerations of the packages that a
rulebook is made of are taken apart into their fields; a class is found again only in those packages, and
only if it is of these kinds. What stands twice is written once, so that it is one thing again.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from importlib import import_module
from typing import Any

from dragoman.form import is_form

_HOMES = ("dragoman.errors", "dragoman.rulebook.", "dragoman.source.nodes", "dragoman.values.")
_Maker = Callable[[Iterator[Any]], Any]
"""Makes a value of its parts, which come one by one."""
_KINDS: dict[type, _Maker] = {
    tuple: tuple,
    list: list,
    frozenset: frozenset,
    dict: lambda parts: dict(zip(parts, parts, strict=True)),
    Decimal: lambda parts: Decimal(*parts),
    datetime.date: lambda parts: datetime.date.fromisoformat(*parts),
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
    leaves = [leaf for _, leaf in packing.leaves]
    rows = [[*(part + len(leaves) if part >= 0 else ~part for part in row[:-1]), row[-1]] for row in packing.rows]
    document = [[_name(cls) for cls in packing.classes], leaves, rows, last + len(leaves) if last >= 0 else ~last]
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Any:
    """What :func:`packed` wrote.

    Raises:
        NotPacked: if the bytes are not such.
    """
    try:
        names, made, rows, last = json.loads(data.decode("utf-8", "surrogatepass"))
        kinds = [*_KINDS.values(), *(_maker(name) for name in names)]
        add, part = made.append, made.__getitem__
        for row in rows:
            kind = row.pop()
            add(kinds[kind](map(part, row)))
        return made[last]
    except (ValueError, TypeError, LookupError, AttributeError, ImportError, ArithmeticError, RecursionError) as error:
        raise NotPacked(str(error)) from error


class _Packing:
    """What was written so far. A leaf is known by its number below zero (`~0`, `~1`, ...), all else by its row."""

    def __init__(self) -> None:
        self.rows: list[list[int]] = []
        """The numbers of the parts, and last the kind."""
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
            self.rows.append([*[self.add(part) for part in parts], kind])
            self.seen[id(value)] = len(self.rows) - 1
            self.alive.append(value)
        return self.seen[id(value)]

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
        return self._kind(type(value)), [getattr(value, field.name) for field in dataclasses.fields(_form(type(value)))]

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
        members = cls
        return lambda parts: members[next(parts)]
    if isinstance(cls, type) and issubclass(cls, tuple) and hasattr(cls, "_make"):
        make: _Maker = cls._make
        return make
    made = _form(cls)
    return lambda parts: made(*parts)


def _form(cls: Any) -> Any:
    frozen = isinstance(cls, type) and dataclasses.is_dataclass(cls) and (is_form(cls) or _is_frozen(cls))
    if not frozen or any(not field.init for field in dataclasses.fields(cls)):
        raise NotPacked(f"{cls!r} is no form")
    return cls


def _is_frozen(cls: Any) -> bool:
    return bool(cls.__dataclass_params__.frozen)
