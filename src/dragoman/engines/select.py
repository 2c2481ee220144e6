"""The engine that is used where nobody names one."""

from __future__ import annotations

from functools import cache

from dragoman.engines.model import Engine


@cache
def default_engine() -> Engine:
    """The engine of record, one for the process: durable_rules never frees a ruleset that it has loaded.

    Raises:
        EngineUnavailableError: if durable_rules cannot be imported; the message says how to mend it.
    """
    from dragoman.engines.rete import ReteEngine  # noqa: PLC0415 - late: reading and checking need no engine

    return ReteEngine()
