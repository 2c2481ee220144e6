"""Where in its files a rulebook says what its forms keep no place of; read again only when something was found."""

from __future__ import annotations

from pathlib import Path

from dragoman.errors import Finding, Place
from dragoman.rulebook.forms import Rule
from dragoman.source.files import read_text
from dragoman.source.nodes import Mapping, Node, Sequence
from dragoman.source.reading import Reading


def place_in(path: Path, *keys: str) -> Place:
    """Where the last of `keys` stands in a file, one inside the other; the file's beginning if it is not there."""
    place, node = Place(str(path)), _document(path)
    for key in keys:
        if not isinstance(node, Mapping):
            return place
        entry = next(((name, value) for name, value in node.entries if name.text == key), None)
        if entry is None:
            return place
        place, node = entry[0].place, entry[1]
    return place


def place_of_key(rule: Rule, key: str) -> Place:
    """Where a rule says something, its `because` for example."""
    document = _document(Path(rule.place.source))
    rules = document.get("rules") if isinstance(document, Mapping) else None
    for item in rules.items if isinstance(rules, Sequence) else ():
        if isinstance(item, Mapping) and item.place == rule.place:
            return next((name.place for name, _ in item.entries if name.text == key), rule.place)
    return rule.place


def _document(path: Path) -> Node | None:
    read = read_text(path, "RB")
    if isinstance(read, Finding):
        return None
    return Reading("RB").document(*read)
