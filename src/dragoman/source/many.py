"""Shapes that hold other shapes: lists, maps, one or the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dragoman.form import form
from dragoman.source import nodes
from dragoman.source.nodes import Node, Scalar, Sequence, kind_of
from dragoman.source.shapes import NAMED, TEXT, Json, SchemaWriter, Shape, is_name, is_nothing

if TYPE_CHECKING:
    from dragoman.errors import Place
    from dragoman.source.reading import Reading

T = TypeVar("T")
S = TypeVar("S")


@form
class Either(Generic[T, S]):
    """One or the other; how it looks from outside decides which is meant."""

    first: Shape[T]
    second: Shape[S]
    is_second: Callable[[Node], bool]
    """Whether a node is meant to be the second, right or wrong."""

    def absent(self) -> T | S:
        """That of the first."""
        return self.first.absent()

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> T | S:
        """See :class:`dragoman.source.shapes.Shape`, as for all that follows."""
        if self.is_second(node):
            return self.second.read(reading, node, what, place)
        return self.first.read(reading, node, what, place)

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        return {"anyOf": [self.first.schema(writer), self.second.schema(writer)]}


@form
class ListOf(Generic[T]):
    """A list; what is wrong in it is left out."""

    item: Shape[T | None]
    or_one: bool = False
    """Whether a single item stands for a list of one."""
    at_least: int = 0
    at_most: int | None = None
    called: str = ""
    """What messages call an item; without it as they call the list, where one item stands for it."""

    def absent(self) -> tuple[T, ...]:
        """Empty."""
        return ()

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> tuple[T, ...]:
        """See :class:`dragoman.source.shapes.Shape`."""
        items: tuple[Node, ...] = ()
        if isinstance(node, Sequence):
            items = node.items
        elif not is_nothing(node):
            if not self.or_one or not isinstance(node, Scalar):
                wanted = (
                    f"{what}, or a list of them, was expected here" if self.or_one else f"{what} must be a list (- ...)"
                )
                reading.note(node.place, "012", f"{wanted}, found {kind_of(node)}")
                return ()
            items = (node,)
        self._count(reading, node, len(items), what)
        called = self.called or (what if self.or_one else "")
        read, none = self.item.read, self.item.absent()
        return tuple([value for item in items if (value := read(reading, item, called)) is not None and value != none])

    def _count(self, reading: Reading, node: Node, number: int, what: str) -> None:
        if self.at_least <= number and (self.at_most is None or number <= self.at_most):
            return
        if self.at_least == self.at_most:
            reading.note(node.place, "011", f"{what} has {self.at_least} entries, found {number}")
        elif number < self.at_least:
            reading.note(node.place, "011", f"{what} needs at least one entry")
        else:
            reading.note(node.place, "011", f"{what} has at most {self.at_most} entries, found {number}")

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        item = self.item.schema(writer)
        ends = {} if self.at_most is None else {"maxItems": self.at_most}
        ends |= {"minItems": self.at_least} if self.at_least else {}
        array = {"type": "array" if self.at_least else ["array", "null"], "items": item, **ends}
        return {"anyOf": [array, item]} if self.or_one else array


@form
class MapOf(Generic[T]):
    """Names, each with its value: what stands under a wrong name is left out, a name with a wrong value is not."""

    item: Shape[T]
    called: str = ""
    """What messages call a value; `{}` is its name."""
    key: Shape[Any] = NAMED
    never: Mapping[str, tuple[str, str]] | None = None
    """Names that are taken: code and message, where `{}` is the name."""
    at_least: int = 0
    one: str = "name: ..."
    """An entry, as messages show it."""

    def absent(self) -> tuple[tuple[Scalar, T], ...]:
        """Empty."""
        return ()

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> tuple[tuple[Scalar, T], ...]:
        """See :class:`dragoman.source.shapes.Shape`."""
        if not isinstance(node, nodes.Mapping):
            if not is_nothing(node):
                reading.note(node.place, "012", f"{what} must be a mapping ({self.one}), found {kind_of(node)}")
            return ()
        if len(node.entries) < self.at_least:
            reading.note(node.place, "011", f"{what} needs at least one entry")
        read, called, found = self.item.read, self.called, []
        is_formatted = "{}" in called
        for key, value in node.entries:
            if self._is_key(reading, key):
                name = called.replace("{}", key.text) if is_formatted else called
                found.append((key, read(reading, value, name, key.place)))
        return tuple(found)

    def _is_key(self, reading: Reading, key: Scalar) -> bool:
        if self.key is not NAMED:
            return bool(TEXT.read(reading, Scalar(key.text, False, key.place), "a key"))
        if not is_name(reading, key, "a name"):
            return False
        if self.never and key.text in self.never:
            number, says = self.never[key.text]
            reading.note(key.place, number, says.replace("{}", key.text))
            return False
        return True

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        taken = {"not": {"enum": list(self.never)}} if self.never else {}
        names = {"propertyNames": {**self.key.schema(writer), **taken}}
        least = {"minProperties": self.at_least} if self.at_least else {}
        kind = "object" if self.at_least else ["object", "null"]
        return {"type": kind, "additionalProperties": self.item.schema(writer), **names, **least}
