"""What one step changes in what is said, as JSON; and the same change made again.

A session is taken up again from these, never by reading its lines anew: a later program may read them otherwise, and what
was acknowledged stays as it was.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dragoman.errors import DragomanError, Place
from dragoman.form import form
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.situation.document import fact_node
from dragoman.situation.forms import CHAT_LAYER, Said, Situation, Statement
from dragoman.situation.reader import FactReader
from dragoman.situation.spread import statements_of
from dragoman.source.json_writer import json_text
from dragoman.source.python_reader import read_python
from dragoman.source.reading import Reading


class NotRestoredError(DragomanError):
    """What a session says can be told to this rulebook no more."""


@form
class Changes:
    """What was said and what was taken back, from one situation to another."""

    added: tuple[Statement, ...]
    removed: tuple[Statement, ...]


def changes(before: Situation, after: Situation) -> Changes:
    """What differs in what is said, in order."""
    was, now = set(before.statements), set(after.statements)
    return Changes(
        tuple(s for s in after.statements if s not in was), tuple(s for s in before.statements if s not in now)
    )


def made(situation: Situation, change: Changes) -> Situation:
    """The situation with a change made."""
    gone = set(change.removed)
    kept = tuple(s for s in situation.statements if s not in gone)
    return dataclasses.replace(
        situation,
        statements=(*kept, *change.added),
        forgotten=(*(s for s in situation.forgotten if s not in set(change.added)), *change.removed),
    )


# -- as JSON


def changes_json(rulebook: Rulebook, change: Changes) -> dict[str, Any]:
    """A change as the journal keeps it."""
    return {
        "added": [_said_json(rulebook, said, some) for said, some in by_said(change.added)],
        "removed": [_said_json(rulebook, said, some) for said, some in by_said(change.removed)],
    }


def by_said(statements: Iterable[Statement]) -> Iterator[tuple[Said, list[Statement]]]:
    """Statements with those of the same words, in order."""
    by_said: dict[Said, list[Statement]] = {}
    for statement in statements:
        by_said.setdefault(statement.said, []).append(statement)
    return iter(by_said.items())


def _said_json(rulebook: Rulebook, said: Said, some: Sequence[Statement]) -> dict[str, Any]:
    """One statement as a file writes it, where it stands, and of a group those members of whom it was said or taken back."""
    whole = statements_of(rulebook, said)
    found: dict[str, Any] = {
        "fact": json.loads(json_text(fact_node(rulebook.facts[said.fact], said, places=False))),
        "place": list(said.place),
        "layer": said.layer,
    }
    if said.words:
        found["words"] = said.words
    if said.origin:
        found["origin"] = said.origin
    if len(some) < len(whole):
        found["of"] = [list(statement.atom.key) for statement in some]
    return found


def read_changes(rulebook: Rulebook, data: Mapping[str, Any]) -> Changes:
    """A change as it was kept.

    Raises:
        NotRestoredError: if the rulebook does not take it, since it is another by now.
    """
    added, removed = (tuple(s for one in data[key] for s in _statements(rulebook, one)) for key in ("added", "removed"))
    return Changes(added, removed)


def _statements(rulebook: Rulebook, data: Mapping[str, Any]) -> Iterator[Statement]:
    reading = Reading("FA", locators=rulebook.locators)
    place = Place(*data["place"])
    node = read_python(reading, data["fact"], place)
    said = FactReader(reading, rulebook).read(node, data.get("layer", CHAT_LAYER)) if node is not None else None
    if said is None or reading.findings:
        why = "; ".join(finding.message for finding in reading.findings)
        where = f"in {place.source.removeprefix('chat ')}" if data.get("layer") == CHAT_LAYER else f"at {place}"
        raise NotRestoredError(f"what was said {where} cannot be told to this rulebook: {why}")
    said = dataclasses.replace(said, place=place, words=data.get("words", ""), origin=data.get("origin", ""))
    statements = statements_of(rulebook, said)
    if "of" in data:
        atoms = {Atom(said.fact, tuple(key)) for key in data["of"]}
        statements = tuple(s for s in statements if s.atom in atoms)
    return iter(statements)
