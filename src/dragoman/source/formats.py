"""Which of the four ways a text is written in: YAML, JSON, JSON Lines, CSV."""

from __future__ import annotations

from enum import Enum
from os.path import splitext  # the command line lists the formats, and loads no pathlib for it


class Format(Enum):
    """A way to write data down."""

    YAML = "yaml"
    JSON = "json"
    JSONL = "jsonl"
    """JSON Lines: one JSON object a line."""
    CSV = "csv"
    """A table; the separator is found out, so that tab-separated text is one too."""


SUFFIXES = {
    ".yaml": Format.YAML,
    ".yml": Format.YAML,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
}
"""What the end of a file's name says, in the order in which a situation's file is looked for."""


def format_of(path: str, text: str, otherwise: Format | None = None) -> Format:
    """How `text` is written: as its name says; else `otherwise`, what the user said; else by how it begins.

    >>> format_of("facts.CSV", "")
    <Format.CSV: 'csv'>
    """
    named = SUFFIXES.get(splitext(path)[1].lower())  # noqa: PTH122 - see its import
    return named or otherwise or _guess(text.lstrip())


def _guess(text: str) -> Format:
    """By the first characters; a table is never guessed, since any text could be one."""
    if not text.startswith(("{", "[")):
        return Format.YAML
    first, _, rest = text.partition("\n")
    is_line = first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")
    return Format.JSONL if is_line else Format.JSON
