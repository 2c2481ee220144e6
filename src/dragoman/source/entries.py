"""Mappings with keys of their own: each key is an attribute, whose shape reads what stands under it.

    >>> from dragoman.source.shapes import NUMBER, TEXT
    >>> class Parameter(Entry, what="a parameter"):
    ...     value = need(NUMBER, "The threshold.")
    ...     reason = may(TEXT, "Why this threshold and no other.")
    >>> Parameter.absent().reason
    ''

What is so of the whole mapping (one of these keys must be there) is said with the class, and enforced from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, TypeVar, cast

from dragoman.form import form
from dragoman.source import nodes
from dragoman.source.names import listed, meant_or_all
from dragoman.source.nodes import Node, Scalar, kind_of, shorten
from dragoman.source.shapes import Json, SchemaWriter, Shape

if TYPE_CHECKING:
    from typing import Self

    from dragoman.errors import Place
    from dragoman.source.reading import Reading

T = TypeVar("T")
ITSELF = "{}"
"""What a value is called that is called like the whole entry: `the parameter 'high_share' is a number`."""


class Key(NamedTuple):
    """One key of a mapping."""

    shape: Shape[Any]
    meaning: str
    """One line, which editors show."""
    called: str
    """What messages call the value."""
    is_required: bool


def need(shape: Shape[T], meaning: str, called: str = "") -> T:
    """A key that must be there; `called` is what messages call its value, if not by the key."""
    return cast("T", Key(shape, meaning, called, is_required=True))


def may(shape: Shape[T], meaning: str, called: str = "") -> T:
    """A key that may be there; where it is not, the attribute is what the shape has for absent."""
    return cast("T", Key(shape, meaning, called, is_required=False))


class Must(Protocol):
    """What must be so of a mapping as a whole."""

    def check(self, reading: Reading, entry: Entry, what: str, place: Place) -> None:
        """Note what is not so."""

    def schema(self, keys: Iterable[str]) -> Json:
        """The same as JSON Schema; `keys` are all that the mapping can have."""


@form
class AtLeastOne:
    """One of these keys must be there."""

    keys: tuple[str, ...]
    says: str = ""
    """What to say where none is; `{}` is the mapping."""
    number: str = "011"
    if_true: tuple[str, ...] = ()
    """Those that only count if `true` stands there."""

    def check(self, reading: Reading, entry: Entry, what: str, place: Place) -> None:
        """See :class:`Must`."""
        if not any(key in entry and (key not in self.if_true or getattr(entry, key)) for key in self.keys):
            needed = " or ".join(f"'{key}'" for key in self.keys)
            says = self.says or f"{{}} needs {needed}"
            reading.note(place, self.number, says.replace("{}", what))

    def schema(self, keys: Iterable[str]) -> Json:
        """See :class:`Must`."""
        return {
            "anyOf": [
                {"required": [key], **({"properties": {key: {"const": True}}} if key in self.if_true else {})}
                for key in self.keys
            ]
        }


@form
class ExactlyOne:
    """Exactly one of these keys must be there, and beside each only those that go with it."""

    kinds: Mapping[str, tuple[str, ...]]
    number: str

    def check(self, reading: Reading, entry: Entry, what: str, place: Place) -> None:
        """See :class:`Must`."""
        found = [kind for kind in self.kinds if kind in entry]
        if len(found) != 1:
            reading.note(place, self.number, f"{what} needs exactly one of {listed(tuple(self.kinds))}")
            return
        for key in entry.keys_there() - {found[0], *self.kinds[found[0]]}:
            message = f"{what} has '{found[0]}', with which '{key}' does not go"
            reading.note(entry.place_of(key), self.number, message)

    def schema(self, keys: Iterable[str]) -> Json:
        """See :class:`Must`."""
        every = sorted(keys)
        return {
            "oneOf": [
                {"required": [kind], "properties": {k: False for k in every if k not in (kind, *beside)}}
                for kind, beside in self.kinds.items()
            ]
        }


@form
class Together:
    """Where the first key is, the others must be."""

    first: str
    others: tuple[str, ...]
    says: str
    """What to say where one is missing; `{}` is the mapping."""
    number: str

    def check(self, reading: Reading, entry: Entry, what: str, place: Place) -> None:
        """See :class:`Must`."""
        if self.first in entry and not all(key in entry for key in self.others):
            reading.note(place, self.number, self.says.replace("{}", what))

    def schema(self, keys: Iterable[str]) -> Json:
        """See :class:`Must`."""
        return {"dependentRequired": {self.first: list(self.others)}}


class _Form(NamedTuple):
    """What a class of entries declares."""

    what: str
    keys: Mapping[str, Key]
    must: tuple[Must, ...]
    title: tuple[str, str] | None
    readers: Mapping[str, tuple[Callable[..., Any], str | None, str]]
    """By key: how its value is read, what it is called (None for :data:`ITSELF`), and its attribute."""
    required: tuple[str, ...]


class Entry:
    """A mapping that was read. Its keys are attributes; `from` is `from_`.

    A class is a :class:`dragoman.source.shapes.Shape` itself: `MapOf(Parameter)`.
    """

    form: ClassVar[_Form] = _Form("", {}, (), None, {}, ())
    _none: ClassVar[Entry | None] = None
    node: Node | None = None
    """What was read."""
    _nodes: Mapping[str, Node] = {}

    def __init_subclass__(
        cls, *, what: str, must: tuple[Must, ...] | None = None, title: tuple[str, str] | None = None
    ) -> None:
        """`what` is what messages call it, `a claim`; `title` a key that names it and how, `the case '{}'`."""
        own = {name: key for name, key in vars(cls).items() if isinstance(key, Key)}
        if taken := [name for name in own if hasattr(Entry, name)]:
            raise TypeError(f"{cls.__name__}: {taken[0]} is a method of every entry")
        attributes = {name.removesuffix("_"): name for name in own}
        keys = {key: own[name] for key, name in attributes.items()}
        readers = {key: (one.shape.read, _called(key, one), attributes[key]) for key, one in keys.items()}
        above = cls.form
        keys = {**keys, **{key: one for key, one in above.keys.items() if key not in keys}}
        cls.form = _Form(
            what,
            keys,
            above.must if must is None else must,
            title,
            {**above.readers, **readers},
            tuple(key for key, one in keys.items() if one.is_required),
        )
        cls._none = None
        for name, key in own.items():
            setattr(cls, name, key.shape.absent())

    # -- reading

    @classmethod
    def absent(cls) -> Self:
        """Where no mapping stands: every attribute is absent."""
        if cls._none is None:
            cls._none = cls()
        return cast("Self", cls._none)

    @classmethod
    def read(cls, reading: Reading, node: Node, what: str = "", place: Place | None = None) -> Self:
        """The entry in the mapping `node`; unknown, missing and contradicting keys are noted."""
        if isinstance(node, nodes.Mapping):
            return cls.of(reading, node.entries, node, what, place)
        what = what or cls.form.what
        reading.note(node.place, "012", f"{what} is written as a mapping (key: value), found {kind_of(node)}")
        return cls.absent()

    @classmethod
    def of(
        cls,
        reading: Reading,
        entries: Iterable[tuple[Scalar, Node]],
        node: Node,
        what: str = "",
        place: Place | None = None,
    ) -> Self:
        """The entry in some of the entries of `node`."""
        form, is_spelt = cls.form, True
        what = what or form.what
        entry = cls()
        values = vars(entry)
        there = values["_nodes"] = dict[str, Node]()
        values["node"] = node
        readers = form.readers
        for key, value in entries:
            name = key.text
            if name in readers:
                read, called, attribute = readers[name]
                there[name] = value
                values[attribute] = read(reading, value, what if called is None else called)
            else:
                is_spelt = False
                hint = meant_or_all(name, readers, "; it can have ")
                reading.note(key.place, "010", f"{what} has no '{shorten(name)}'{hint}")
        for name in form.required:
            if name not in there:
                reading.note(node.place, "011", f"{what} needs '{name}'")
        if is_spelt and form.must:  # else the key that is missing may be the one that was misspelt
            called = form.title[1].replace("{}", title) if form.title and (title := values.get(form.title[0])) else what
            for must in form.must:
                must.check(reading, entry, called, place or node.place)
        return entry

    # -- what was read

    def __contains__(self, key: str) -> bool:
        """Whether something stands under `key`, right or wrong."""
        return key in self._nodes

    def keys_there(self) -> set[str]:
        """The keys under which something stands."""
        return set(self._nodes)

    def node_of(self, key: str) -> Node | None:
        """What stands under `key`."""
        return self._nodes.get(key)

    @property
    def place(self) -> Place:
        """Where the mapping stands.

        Raises:
            ValueError: if there is none.
        """
        if self.node is None:
            raise ValueError("nothing stands here")
        return self.node.place

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands.

        Raises:
            KeyError: if nothing stands there.
        """
        return self._nodes[key].place

    def places(self) -> dict[str, Place]:
        """Where each key itself stands."""
        return {key.text: key.place for key, _ in self.node.entries} if isinstance(self.node, nodes.Mapping) else {}

    # -- as JSON Schema

    @classmethod
    def schema(cls, writer: SchemaWriter) -> Json:
        """A reference: each kind of entry stands in a schema once."""
        return writer.defined(short(cls.form.what), lambda: cls.written_out(writer))

    @classmethod
    def written_out(cls, writer: SchemaWriter) -> Json:
        """The schema itself."""
        form = cls.form
        made: Json = {
            "type": "object",
            "properties": cls.properties(writer),
            "additionalProperties": False,
            **({"required": list(form.required)} if form.required else {}),
        }
        dependent: Json = {}
        conditions: list[Json] = []
        for must in form.must:
            one = must.schema(form.keys)
            dependent |= one.get("dependentRequired", {})
            conditions += [one] if "dependentRequired" not in one else []
        made |= {"dependentRequired": dependent} if dependent else {}
        return {**made, **({"allOf": conditions} if conditions else {})}

    @classmethod
    def properties(cls, writer: SchemaWriter) -> Json:
        """The schema of each key."""
        return {name: {"description": key.meaning, **key.shape.schema(writer)} for name, key in cls.form.keys.items()}


def short(what: str) -> str:
    """`a condition of 'unless'` as the name of a definition."""
    return re.sub("[^a-z]+", "-", what.split(" ", 1)[1]).strip("-")


def _called(name: str, key: Key) -> str | None:
    """What messages call the value of a key; entries have names of their own."""
    if key.called == ITSELF:
        return None
    return key.called or ("" if isinstance(key.shape, type) else f"'{name}'")
