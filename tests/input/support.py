"""The rulebook of these tests, and short ways to read text as facts."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from dragoman.errors import FindingsError
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.document import Document, read_document
from dragoman.situation.forms import Said
from dragoman.situation.writers import written
from dragoman.source.formats import Format

FOLDER = Path(__file__).parent / "rulebook"
SUFFIX = {Format.YAML: ".yaml", Format.JSON: ".json", Format.JSONL: ".jsonl", Format.CSV: ".csv"}


@cache
def rulebook() -> Rulebook:
    return read_rulebook(FOLDER)


def read(data: str | bytes, name: str, *, flat: bool = False) -> Document:
    """What a file of that name says."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_document(rulebook(), [path], flat=flat)


def told(data: str | bytes, name: str = "told.csv") -> list[Said]:
    return list(read(data, name).facts)


def refused(data: str | bytes, name: str = "told.csv") -> list[str]:
    """The findings, as `line:column code message`."""
    try:
        facts = told(data, name)
    except FindingsError as error:
        return [f"{f.place.line}:{f.place.column} {f.code} {f.message}" for f in error.findings]
    raise AssertionError(f"nothing was refused: {facts}")


def text(document: Document, form: Format, *, places: bool = True) -> str:
    return "".join(f"{line}\n" for line in written(rulebook(), document, form, places=places))


def line_and_column(said: Said) -> tuple[int, int]:
    return said.place.line, said.place.column
