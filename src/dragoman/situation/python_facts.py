"""Facts that a program tells, as values of Python in the shape of a file; each is placed at `fact 3`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as MappingType
from typing import Any, TypeVar

from dragoman.errors import Place, SituationError
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.assemble import Assembly, forget_in
from dragoman.situation.document import flattened
from dragoman.situation.forms import CHAT_LAYER, Situation, Statement
from dragoman.situation.reader import FactReader
from dragoman.situation.spread import statements_of
from dragoman.situation.writers import written
from dragoman.source.formats import Format
from dragoman.source.nodes import Mapping, Node, Scalar
from dragoman.source.nodes import Sequence as ListNode
from dragoman.source.python_reader import read_python
from dragoman.source.reading import Reading

T = TypeVar("T")
Fact = MappingType[str, object]
"""What a file has as a mapping: `{"member": {"state": "x", "body": "y"}, "date": "2015-01-01"}`."""

_FACT, _WHOLE = "fact", Place("the situation", 0, 0)
_NAME = "facts"
"""What stands for the name of a file: the title of a situation that has none."""


def situation_from(rulebook: Rulebook, said: Fact | Iterable[Fact]) -> Situation:
    """The situation that `said` describes: the mapping that a file holds, or its `facts` alone.

    Raises:
        SituationError: with all mistakes; the third of the facts is placed at `fact 3`.
    """
    reading = Reading("FA", locators=rulebook.locators)
    whole = dict(said) if isinstance(said, MappingType) else {"facts": said}
    facts = whole.pop("facts", None)
    header = read_python(reading, whole, _WHOLE)
    entries = header.entries if isinstance(header, Mapping) else ()
    if facts is not None:
        entries = (*entries, (Scalar("facts", True, _WHOLE), _facts(reading, facts)))
    assembly = Assembly(rulebook, reading)
    situation = assembly.join([assembly.parse(Mapping(entries, _WHOLE), _NAME)], chain=())
    if reading.findings:
        raise SituationError(reading.findings)
    return situation


def tell(situation: Situation, facts: Iterable[object], beside: Fact) -> tuple[Statement, ...]:
    """What `facts` say in a situation, each as if it had been typed: own before any file.

    `beside` is said of each that does not say it itself.

    Raises:
        SituationError: with all mistakes; facts are counted through all that a program told of the situation.
    """

    def read(reader: FactReader, node: Node) -> tuple[Statement, ...]:
        said = reader.read(node, CHAT_LAYER)
        return statements_of(situation.rulebook, said) if said is not None else ()

    whole = [{**beside, **fact} if isinstance(fact, MappingType) else fact for fact in facts]
    return tuple(s for statements in _read(situation, whole, read) for s in statements)


def as_data(situation: Situation) -> dict[str, Any]:
    """What is in force, as JSON-ready data in the shape of a file that stands alone."""
    lines = written(situation.rulebook, flattened(situation), Format.JSON)
    found: dict[str, Any] = json.loads("\n".join(lines))
    return found


def forget(situation: Situation, facts: Iterable[Fact]) -> Situation:
    """The situation without what matches any of `facts`, in which slots may be left out.

    Raises:
        SituationError: with all mistakes; also if nothing was said that one of them would forget.
    """

    def forgotten(reader: FactReader, node: Node) -> None:
        nonlocal situation
        pattern = reader.read_forget(node)
        if pattern is not None:
            situation, dropped = forget_in(situation, pattern)
            if not dropped:
                reader.reading.note(node.place, "501", "nothing was said that this would forget")

    _read(situation, facts, forgotten)
    return situation


def _read(situation: Situation, facts: Iterable[object], read: Callable[[FactReader, Node], T]) -> Sequence[T]:
    reader = FactReader(Reading("FA", locators=situation.rulebook.locators), situation.rulebook)
    told = (*situation.statements, *situation.forgotten)
    first = 1 + max((s.said.place.line for s in told if is_from_python(s.said.place)), default=0)
    nodes = (read_python(reader.reading, fact, Place(_FACT, number, 0)) for number, fact in enumerate(facts, first))
    found = [read(reader, node) for node in nodes if node is not None]
    if reader.reading.findings:
        raise SituationError(reader.reading.findings)
    return found


def is_from_python(place: Place) -> bool:
    """Whether a program told what stands there."""
    return place.source == _FACT and not place.column


def _facts(reading: Reading, facts: object) -> Node:
    if isinstance(facts, str | bytes | MappingType) or not isinstance(facts, Iterable):
        return read_python(reading, facts, _WHOLE) or ListNode((), _WHOLE)
    nodes = (read_python(reading, fact, Place(_FACT, number, 0)) for number, fact in enumerate(facts, start=1))
    return ListNode(tuple(node for node in nodes if node is not None), _WHOLE)
