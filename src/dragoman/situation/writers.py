"""A document in one of the four formats."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.rulebook.forms import Rulebook
from dragoman.situation.document import Document, document_node, fact_node, header_node
from dragoman.situation.table_writer import write_csv
from dragoman.source.formats import Format
from dragoman.source.json_writer import json_text, write_json
from dragoman.source.yaml_writer import write_yaml


def written(rulebook: Rulebook, document: Document, form: Format, *, places: bool = True) -> Iterator[str]:
    """The lines of `document`; with `places`, each fact says where it was first said."""
    match form:
        case Format.YAML:
            yield from write_yaml(document_node(rulebook, document, places=places))
        case Format.JSON:
            yield from write_json(document_node(rulebook, document, places=places))
        case Format.JSONL:
            yield json_text(header_node(rulebook, document))
            for said in document.facts:
                yield json_text(fact_node(rulebook.facts[said.fact], said, places=places))
        case Format.CSV:
            yield from write_csv(rulebook, document, places=places)


def left_out(document: Document, form: Format) -> str:
    """What `form` has no place for, as one phrase; empty if it holds everything.

    The title is not counted: a table takes it from its file's name.
    """
    if form is not Format.CSV:
        return ""
    parts = [
        f"as_of {document.as_of}" if document.as_of else "",
        f"based_on {document.based_on}" if document.based_on else "",
        f"{len(document.forget)} times forget" if document.forget else "",
        "the situation's note" if document.note else "",
    ]
    return ", ".join(filter(None, parts))
