"""JSON Lines as facts: a fact a line, as in a list of `facts`; the first line may describe the situation instead."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import Finding, Place
from dragoman.source.json_reader import read_json_lines
from dragoman.source.nodes import Mapping, Node
from dragoman.source.reading import Reading

_TELLING = frozenset({"situation", "as_of", "based_on", "forget", "facts"})
"""Keys that the first line may have and no fact has."""


class FactLines:
    """The facts of a text; each iteration reads it again, so that no more than a line is held."""

    def __init__(self, reading: Reading, name: str, text: str) -> None:
        self.reading, self.name, self.text = reading, name, text

    def header(self) -> Mapping:
        """The first line, if it describes the situation; else a mapping without entries."""
        first = next(self._lines(), None)
        return first if isinstance(first, Mapping) and _is_header(first) else Mapping((), Place(self.name))

    def __iter__(self) -> Iterator[Node]:
        """The facts in order; a line that is not well-formed is noted and left out."""
        for number, node in enumerate(self._lines()):
            if isinstance(node, Finding):
                self.reading.note(node.place, node.code.removeprefix(self.reading.prefix), node.message, node.also)
            elif not _is_header(node):
                yield node
            elif number:
                self.reading.note(node.place, "012", "what describes the situation stands on the first line")

    def _lines(self) -> Iterator[Node | Finding]:
        return read_json_lines(self.name, self.text, self.reading.prefix, self.reading.limits, self.reading.progress)


def _is_header(node: Node) -> bool:
    return isinstance(node, Mapping) and any(key.text in _TELLING for key, _ in node.entries)
