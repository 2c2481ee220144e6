"""Which engine fires: the one that was named, or the engine of record, or what is left where that cannot be imported."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from dragoman.errors import EngineUnavailableError

if TYPE_CHECKING:  # the command line names the engines in its help, and loads none for it
    from dragoman.engines.model import Engine

RETE, COLUMNS = ENGINES = ("rete", "columns")
"""The engines by name; the first is the engine of record."""


@cache
def engine_named(name: str) -> Engine:
    """The engine of that name, one for the process: durable_rules never frees a ruleset that it has loaded.

    Raises:
        EngineUnavailableError: if it cannot be imported; the message says how to mend it.
    """
    if name == COLUMNS:
        from dragoman.engines.columns.engine import ColumnsEngine  # noqa: PLC0415 - late: only the engine that fires is loaded

        return ColumnsEngine()
    from dragoman.engines.rete.engine import ReteEngine  # noqa: PLC0415 - late: reading and checking need no engine

    return ReteEngine()


def default_engine(say: Callable[[str], object] = warnings.warn) -> Engine:
    """The engine of record; where it cannot be imported, `say` is told so with the remedy, and columns fire instead."""
    try:
        return engine_named(RETE)
    except EngineUnavailableError as error:
        say(f"{error}; until then the engine '{COLUMNS}' fires the rules")
        return engine_named(COLUMNS)
