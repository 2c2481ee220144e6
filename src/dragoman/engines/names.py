"""The engines by name. Kept apart, since the command line asks for the names before anything else is loaded."""

from __future__ import annotations

from enum import StrEnum


class EngineName(StrEnum):
    """What can stand after `--engine`; the first is the engine of record."""

    RETE = "rete"
    COLUMNS = "columns"
