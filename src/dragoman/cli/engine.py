"""The engine that a command fires the rules with."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.cli.output import complain

if TYPE_CHECKING:
    from dragoman.engines.model import Engine


def engine_of(arguments: Namespace, say: Callable[[str], None] = complain) -> Engine:
    """The engine named with --engine; without it the engine of record, or what stands in for it after one line of why.

    `say` is given that line.

    Raises:
        EngineUnavailableError: if the engine that was named cannot be imported.
    """
    from dragoman.engines.names import EngineName
    from dragoman.engines.select import default_engine, engine_named

    return engine_named(EngineName(arguments.engine)) if arguments.engine else default_engine(say)
