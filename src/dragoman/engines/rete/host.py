"""The only door to durable_rules: one host without threads, a fresh session for every evaluation.

Only the part of the library is used that was measured to hold: flat facts, asserted one at a time;
actions that only record; `delete_state` of a session in which something has fired. Every exception
of the library becomes an `EngineError`; an action only appends to a list, so that it has nothing to swallow.
"""

from __future__ import annotations

import itertools
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from dragoman.engines.rete.plan import OPEN_TAG, Json
from dragoman.errors import EngineError, EngineUnavailableError

Match = tuple[str, Mapping[str, Any]]
"""The name of the rule and the matched facts by alias."""

_REMEDY = (
    "durable_rules cannot be imported ({error}); build it anew with "
    "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install --no-cache-dir --force-reinstall durable_rules==2.0.28"
)
_lock = threading.Lock()


def _import() -> Any:
    """The engine module.

    A build for Python 3.13 without CPPFLAGS lacks one symbol that is never called; lazy binding lets it load.
    """
    flags = sys.getdlopenflags()
    try:
        sys.setdlopenflags(os.RTLD_LAZY)
        import durable.engine  # noqa: PLC0415 - late: most commands never fire a rule
    except ImportError as error:
        raise EngineUnavailableError(_REMEDY.format(error=error)) from error
    finally:
        sys.setdlopenflags(flags)
    # its own clock asks for `utcfromtimestamp`, which Python 3.12 and newer warn about at every action
    durable.engine._unix_now = lambda: int(time.time())
    return durable.engine


class DurableHost:
    """Rulesets loaded once each; sessions that come and go."""

    def __init__(self) -> None:
        self._engine = _import()

        class Quiet(self._engine.Host):  # type: ignore[misc,name-defined]
            """A host that does not start the two threads that poll for timers for ever."""

            def _run(self) -> None:
                pass

        self._host = Quiet()
        self._sessions = itertools.count(1)
        self._record: list[Match] = []

    def load(self, name: str, ruleset: Mapping[str, Json]) -> None:
        """Load a ruleset under `name`; each of its rules records its matches."""
        definition = {rule: {**body, "run": self._recorder(rule)} for rule, body in ruleset.items()}
        try:
            with _lock:
                self._host.set_rulesets({name: definition})
        except Exception as error:  # the library raises bare Exception
            raise EngineError(f"durable_rules refused the rules: {error}") from error

    def _recorder(self, rule: str) -> Callable[[Any], None]:
        def record(closure: Any) -> None:
            self._record.append((rule, closure._m))

        return record

    def session(self, name: str, run: Callable[[Callable[[Json], list[Match]]], None]) -> None:
        """Call `run` with a function that asserts one fact and returns what fired because of it."""
        with _lock:
            sid = str(next(self._sessions))
            self._assert(name, {"t": OPEN_TAG, "sid": sid})
            try:
                run(lambda fact: self._assert(name, {**fact, "sid": sid}))
            finally:
                self._host.delete_state(name, sid)

    def _assert(self, name: str, fact: Json) -> list[Match]:
        self._record.clear()
        try:
            self._host.assert_fact(name, fact)
        except self._engine.MessageNotHandledException:
            return []  # no rule reads it any further
        except Exception as error:  # the library raises bare Exception
            raise EngineError(f"durable_rules failed on a fact: {error}") from error
        return list(self._record)
