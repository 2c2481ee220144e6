"""One fact type with its slots in braces, as facts, rules and cases write it: `debt_share: {debtor: kyrgyzstan}`.

Which slots a fact type has, and what may stand in them, only the names of a rulebook tell. What needs no names is here:
that one fact stands there and no other, which words it may stand inside of, and what may be said beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from dragoman.form import form
from dragoman.source import nodes
from dragoman.source.entries import Entry
from dragoman.source.nodes import Node, Scalar, kind_of
from dragoman.source.shapes import Json, SchemaWriter

if TYPE_CHECKING:
    from dragoman.errors import Place
    from dragoman.source.reading import Reading

B = TypeVar("B", bound=Entry)

AROUND = ("not", "told")
"""The words that a fact may stand inside of, somewhere."""


class Alone(Entry, what=""):
    """Beside which nothing may be said."""


class Slots(Enum):
    """What stands in the slots of a fact."""

    PLAIN = "plain"
    """Names only: what is forgotten or asked for."""
    CONCLUDED = "concluded"
    """Names only, of a type without a value, which rules do not give: conclusions, expectations."""
    TESTS = "tests"
    """Names and variables, and a test on the value: conditions of a rule."""
    VALUES = "values"
    """Names, and a value as it is told: facts."""


class Stated(NamedTuple, Generic[B]):
    """The parts of one fact."""

    inside: str
    """The word that it stands inside of, or empty."""
    key: Scalar
    """The fact type."""
    slots: Node
    beside: B
    """What is said beside it."""
    place: Place
    """Where the fact begins, inside of that word."""


@form
class Fact(Generic[B]):
    """One fact type with its slots in braces, perhaps inside `not:` or `told:`, and what is said beside it."""

    what: str
    """What messages call it, `a condition`."""
    slots: Slots
    beside: type[B]
    """The keys that may stand in the same entry."""
    variables: bool = False
    """Whether `$name` may stand in a slot."""
    is_complete: bool = False
    """Whether only an optional slot may be left out."""
    inside: Mapping[str, Fact[Alone]] = field(default_factory=dict)
    """The words that a fact may stand inside of, each with what it is there."""
    is_denied: bool = False
    """Whether it is said that the fact is not so: nobody can be told that of a conclusion or of a number."""

    def absent(self) -> Node | None:
        """None."""
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Node | None:
        """The node, for whoever has the names and asks for its `parts`."""
        return node

    def parts(
        self, reading: Reading, node: Node, not_one: Callable[[nodes.Mapping], None] | None = None
    ) -> Stated[B] | None:
        """The parts of the fact in `node`; None after noting why there is none.

        `not_one` is told instead if not exactly one thing is stated: with a rulebook's names there is more to say.
        """
        beside, stated = self.beside.absent(), node
        keys = self.beside.form.readers
        if keys and isinstance(node, nodes.Mapping):
            said: list[tuple[Scalar, Node]] = []
            entries: list[tuple[Scalar, Node]] = []
            for entry in node.entries:
                (said if entry[0].text in keys else entries).append(entry)
            if said:
                beside, stated = self.beside.of(reading, said, node), nodes.Mapping(tuple(entries), node.place)
        if not_one and isinstance(stated, nodes.Mapping) and len(stated.entries) != 1:
            not_one(stated)
            return None
        single = self._single(reading, stated)
        if single is None:
            return None
        inside = single[0].text
        if inside not in self.inside:
            inside = ""
        else:
            stated = single[1]
            single = self.inside[inside]._single(reading, stated)
        if single is None or _is_misplaced(reading, single[0]):
            return None
        return Stated(inside, *single, beside, stated.place)

    def _single(self, reading: Reading, node: Node) -> tuple[Scalar, Node] | None:
        """The one key and value of a mapping that has exactly one."""
        if isinstance(node, nodes.Mapping) and len(node.entries) == 1:
            return node.entries[0]
        found = kind_of(node)
        if isinstance(node, nodes.Mapping):
            found = f"{len(node.entries)} of them together" if node.entries else "empty braces"
        reading.note(node.place, "012", f"{self.what} is written 'fact_type: {{slot: value}}', found {found}")
        return None

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        return writer.fact(self)


def _is_misplaced(reading: Reading, key: Scalar) -> bool:
    """Whether a word that facts stand inside of stands where it cannot; it is noted."""
    if key.text not in AROUND:
        return False
    places = "'not' goes with facts, 'when' and 'unless', 'told' with 'unless'"
    reading.note(key.place, "012", f"'{key.text}' cannot stand here, write the fact itself ({places})")
    return True
