"""Which engine fires: the one that was named, or the engine of record, or what is left where that cannot be imported."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache
from typing import assert_never

from dragoman.engines.model import Engine
from dragoman.engines.names import EngineName
from dragoman.errors import EngineUnavailableError


@cache
def engine_named(name: EngineName) -> Engine:
    """The engine of that name, one for the process: it keeps what it has made of a program.

    Raises:
        EngineUnavailableError: if it cannot be imported; the message says how to mend it.
    """
    match name:
        case EngineName.RETE:
            from dragoman.engines.rete.engine import ReteEngine  # noqa: PLC0415 - late: checking needs no engine

            return ReteEngine()
        case EngineName.COLUMNS:
            from dragoman.engines.columns.engine import ColumnsEngine  # noqa: PLC0415 - late: one engine is enough

            return ColumnsEngine()
    assert_never(name)


def default_engine(say: Callable[[str], object] = warnings.warn) -> Engine:
    """The engine of record; where it cannot be imported, `say` is told so with the remedy, and columns fire instead."""
    try:
        return engine_named(EngineName.RETE)
    except EngineUnavailableError as error:
        say(f"{error}; until then the engine '{EngineName.COLUMNS}' fires the rules")
        return engine_named(EngineName.COLUMNS)
