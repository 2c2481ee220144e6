"""Frozen, slotted dataclasses that cost little to make: what `@dataclass(frozen=True, slots=True)` gives, made late.

The standard library writes and compiles six methods for every such class as its module is imported, half a millisecond
each time; a command that shows a piece of advice imports a hundred of them and uses half. Here a method that must be
fast is compiled when it is first called, and the others are shared. Fields, defaults and `__match_args__` are the
standard library's own, so `dataclasses.fields`, `replace` and `asdict` work.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")
_Fields = tuple[dataclasses.Field[Any], ...]
_Method = Callable[..., Any]

_NOT_GIVEN = object()
_MARK = "__form__"
_WIDTH, _TEXT, _FEW = 100, 40, 4
"""What is shown in Python: so many characters of a form, so many of a field, so many members of a collection."""


@overload
def form(cls: type[T]) -> type[T]: ...


@overload
def form(*, order: bool = ...) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def form(cls: type[T] | None = None, *, order: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class a frozen dataclass with slots; `order` compares instances as the tuples of their fields.

    >>> @form
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1)
    Point(x=1, y=0)

    Raises:
        TypeError: for a field that is not an argument of `__init__`, or only one by name.
    """
    return _made(cls, order=order) if cls is not None else lambda given: _made(given, order=order)


def is_form(cls: type) -> bool:
    """Whether a class was made by :func:`form`."""
    return _MARK in cls.__dict__


def _made(cls: type[T], *, order: bool) -> type[T]:
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields: _Fields = dataclasses.fields(made)  # type: ignore[arg-type] # it is one by now
    if any(not field.init or field.kw_only for field in fields):
        raise TypeError(f"{cls.__name__}: every field of a form is a positional argument of its __init__")
    methods: dict[str, object] = {
        "__init__": _late(made, "__init__", fields, _init),
        "__eq__": _late(made, "__eq__", fields, _eq),
        "__hash__": _late(made, "__hash__", fields, _hash),
        "__repr__": in_brief,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__reduce__": _reduce,
        _MARK: True,
        **(_ORDER if order else {}),
    }
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made


# -- compiled when they are first called


def _late(cls: type, name: str, fields: _Fields, write: Callable[[type, _Fields, dict[str, object]], str]) -> _Method:
    """A method that writes and compiles the one meant, puts it in its own place, and calls it."""

    def method(*given: object, **named: object) -> object:
        scope: dict[str, object] = {}
        exec(write(cls, fields, scope), scope)
        compiled: Any = scope[name]
        compiled.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, compiled)
        return compiled(*given, **named)

    method.__name__ = name
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    return method


def _init(cls: type, fields: _Fields, scope: dict[str, object]) -> str:
    """As the standard library writes it, but that each value goes straight into its slot."""
    scope["_not_given"] = _NOT_GIVEN
    arguments, lines = ["self"], []
    for number, field in enumerate(fields):
        argument = value = field.name
        scope[f"_set{number}"] = getattr(cls, field.name).__set__  # of its own or its base's slot
        if field.default is not dataclasses.MISSING:
            scope[f"_default{number}"] = field.default
            argument = f"{field.name}=_default{number}"
        elif field.default_factory is not dataclasses.MISSING:
            scope[f"_make{number}"] = field.default_factory
            argument = f"{field.name}=_not_given"
            value = f"_make{number}() if {field.name} is _not_given else {field.name}"
        arguments.append(argument)
        lines.append(f"_set{number}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    return f"def __init__({', '.join(arguments)}):\n " + "\n ".join(lines or ["pass"])


def _eq(_: type, fields: _Fields, scope: dict[str, object]) -> str:
    ours, theirs = (_tuple(owner, (field.name for field in fields if field.compare)) for owner in ("self", "other"))
    same = f"  return {ours} == {theirs}"
    return f"def __eq__(self, other):\n if other.__class__ is self.__class__:\n{same}\n return NotImplemented"


def _hash(_: type, fields: _Fields, scope: dict[str, object]) -> str:
    hashed = (field.name for field in fields if (field.compare if field.hash is None else field.hash))
    return f"def __hash__(self):\n return hash({_tuple('self', hashed)})"


def _tuple(owner: str, names: Any) -> str:
    return f"({''.join(f'{owner}.{name},' for name in names)})"


# -- shared by all classes


def _values(self: Any) -> tuple[object, ...]:
    return tuple([getattr(self, field.name) for field in dataclasses.fields(self) if field.compare])


def in_brief(self: Any) -> str:
    """What a form, or a named tuple, shows of itself in Python: all of it where it is small, else its first fields.

    A form can hold a book, and whoever looks at one at a prompt wants to see which it is.
    """
    named = getattr(self, "_fields", None) or [field.name for field in dataclasses.fields(self) if field.repr]
    return _called(self, ((name, getattr(self, name)) for name in named))


def _called(self: object, fields: Iterable[tuple[str, object]]) -> str:
    name = type(self).__qualname__
    shown: list[str] = []
    room = _WIDTH - len(name) - len("(, ...)")
    for field, value in fields:
        part = f"{field}={_value(value)}"
        room -= len(part) + len(", ")
        if room < 0:
            return f"{name}({', '.join([*shown, '...'])})"
        shown.append(part)
    return f"{name}({', '.join(shown)})"


def _value(value: object) -> str:
    """A value of a field, cut to a few words; of what is large only its kind and its size."""
    if isinstance(value, str):
        return repr(value if len(value) <= _TEXT else f"{value[: _TEXT - 1]}…")
    if isinstance(value, tuple | list | Mapping | frozenset) and not _is_small(value):
        return f"<{type(value).__name__} of {len(value)}>"
    shown = repr(value)
    return shown if len(shown) <= _TEXT else f"<{type(value).__name__}>"


def _is_small(collection: Collection[object]) -> bool:
    members = collection.values() if isinstance(collection, Mapping) else collection
    return len(collection) <= _FEW and not any(isinstance(member, tuple | list | Mapping) for member in members)


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:
    """Copies are made by calling the class, since nothing may be set afterwards."""
    return type(self), tuple([getattr(self, field.name) for field in dataclasses.fields(self)])


def _ordering(name: str) -> _Method:
    compare = getattr(tuple, name)

    def method(self: object, other: object) -> Any:
        return compare(_values(self), _values(other)) if other.__class__ is self.__class__ else NotImplemented

    return method


_ORDER = {name: _ordering(name) for name in ("__lt__", "__le__", "__gt__", "__ge__")}


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
