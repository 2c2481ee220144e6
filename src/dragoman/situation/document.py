"""A situation as it is written down again: the contrary of reading, with nothing lost that was said.

    files -> Document -> node -> YAML, JSON, JSON Lines, CSV

What was said is written as it was said: `unlikely` stays `unlikely`, a group stays a group, and each fact
carries where it was first said. A flat document holds no `based_on`: of everything, inherited or own,
it has what is in force, of each atom for itself, so that it gives the same advice alone.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as MappingType
from pathlib import Path

from dragoman.errors import Place, SituationError
from dragoman.form import form
from dragoman.rulebook.forms import Blank, FactType, Pattern, Rulebook
from dragoman.situation.assemble import Assembly
from dragoman.situation.evidence import Loss, weigh
from dragoman.situation.forms import CATALOGUE_LAYER, Said, Situation
from dragoman.source.formats import Format
from dragoman.source.limits import Progress, silent
from dragoman.source.nodes import Mapping, Node, Scalar
from dragoman.source.nodes import Sequence as ListNode
from dragoman.source.reading import Reading
from dragoman.source.visible import storable

_NOWHERE = Place("")
"""Of nodes that are made to be written."""


@form
class Document:
    """What one file can say."""

    title: str
    as_of: datetime.date | None
    based_on: str
    note: str
    forget: tuple[Pattern, ...]
    facts: tuple[Said, ...]


def read_document(
    rulebook: Rulebook,
    paths: Sequence[str | Path],
    form: Format | None = None,
    progress: Progress = silent,
    *,
    flat: bool = False,
    pipes: bool = False,
) -> Document:
    """What `paths` say together, as one document (arguments as of `read_situation`).

    Raises:
        SituationError: with all mistakes of all files, sorted by place.
    """
    assembly = Assembly(rulebook, Reading("FA", progress=progress, locators=rulebook.locators), form, pipes=pipes)
    files = [assembly.file(path) for path in paths]
    situation = assembly.join(files, chain=())
    if assembly.reading.findings:
        raise SituationError(assembly.reading.findings)
    if flat:
        return flattened(situation)
    present = [file for file in files if file is not None]
    return Document(
        title=situation.title,
        as_of=next((file.as_of for file in present if file.as_of), None),
        based_on=next((file.based_on for file in present if file.based_on), ""),
        note=" ".join(file.note for file in present if file.note),
        forget=tuple(pattern for file in present for pattern in file.forget),
        facts=tuple(assembly.said(present)),
    )


def flattened(situation: Situation) -> Document:
    """What is in force of a situation, inherited or own, as a document that gives the same advice alone."""
    rulebook = situation.rulebook
    facts: list[Said] = []
    for known in weigh(rulebook, situation).known.values():
        terms = tuple(Blank.MISSING if value is None else value for value in known.atom.key)
        in_force = (*known.firm, *known.doubtful)
        # one that has expired still keeps a wider denial away
        kept = in_force or tuple(statement for statement, why in known.lost if why is Loss.EXPIRED)
        told = (statement.said for statement in kept if statement.said.layer != CATALOGUE_LAYER)
        facts.extend(dataclasses.replace(said, terms=terms) for said in told)
    return Document(situation.title, situation.as_of, "", "", (), tuple(facts))


# -- as nodes


def document_node(rulebook: Rulebook, document: Document, *, places: bool = True) -> Mapping:
    """The document as YAML and JSON write it; with `places`, each fact says where it was first said."""
    facts = tuple(fact_node(rulebook.facts[said.fact], said, places=places) for said in document.facts)
    return Mapping((*header_node(rulebook, document).entries, (_plain("facts"), ListNode(facts, _NOWHERE))), _NOWHERE)


def header_node(rulebook: Rulebook, document: Document) -> Mapping:
    """What a document says of the situation as a whole."""
    forget = tuple(_pattern(rulebook, pattern) for pattern in document.forget)
    said: dict[str, Node] = {
        "situation": _text(document.title),
        "as_of": _plain(str(document.as_of or "")),
        "based_on": _text(document.based_on),
        "note": _text(document.note),
        "forget": ListNode(forget, _NOWHERE),
    }
    return _mapping({key: node for key, node in said.items() if not _is_empty(node)})


def fact_node(fact: FactType, said: Said, *, places: bool = True) -> Mapping:
    """One fact with what is said about it."""
    entries = _mapping({fact.name: _mapping(dict(_slots(fact, said)))})
    if not said.is_stated:
        entries = _mapping({"not": entries})
    about: dict[str, Node] = {
        "at": ListNode(tuple(map(_text, said.at)), _NOWHERE),
        "source": _source(said),
        "date": _plain(str(said.date or "")),
        "until": _plain(str(said.until or "")),
        "likelihood": _text(said.told_as),
        "note": _text(said.note),
        "said_at": _text(storable(str(said.place)) if places and said.place.column else ""),
    }
    return Mapping((*entries.entries, *((_plain(key), n) for key, n in about.items() if not _is_empty(n))), _NOWHERE)


def _slots(fact: FactType, said: Said) -> Iterator[tuple[str, Node]]:
    for slot, term in zip(fact.keys, said.terms, strict=True):
        if isinstance(term, str):
            yield slot.name, _plain(term)
    if fact.value and said.value is not None:
        yield fact.value.name, fact.value.kind.node(said.value)
    if fact.label and said.label:
        yield fact.label, _text(said.label)


def _source(said: Said) -> Node:
    if said.source is None:
        return _text("")
    if not said.source.grade:
        return _text(said.source.title)
    return _mapping({"title": _text(said.source.title), "grade": _plain(said.source.grade)})


def _pattern(rulebook: Rulebook, pattern: Pattern) -> Mapping:
    names = rulebook.facts[pattern.fact].key_names
    terms = {name: _plain(term) for name, term in zip(names, pattern.terms, strict=True) if isinstance(term, str)}
    return _mapping({pattern.fact: _mapping(terms)})


def _mapping(entries: MappingType[str, Node]) -> Mapping:
    return Mapping(tuple((_plain(key), node) for key, node in entries.items()), _NOWHERE)


def _plain(text: str) -> Scalar:
    return Scalar(text, True, _NOWHERE)


def _text(text: str) -> Scalar:
    return Scalar(text, False, _NOWHERE)


def _is_empty(node: Node) -> bool:
    return node == _text("") or node == _plain("") or node == ListNode((), _NOWHERE)
