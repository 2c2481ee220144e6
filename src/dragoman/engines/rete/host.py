"""The only door to durable_rules: its C engine, driven from here, without the Python layer that comes with it.

That layer loses firings without a word: it drops the rest of the matches where an action took more than ten seconds
of the clock (a process that was stopped, a laptop that slept), and it swallows whatever is raised in an action,
`KeyboardInterrupt` and `MemoryError` too. Here nothing is called back. Facts go in, and then matches are fetched one by
one until the match of a closing fact comes out, whose rule stands last. The engine hands out the matches of earlier rules
first, so the closing match says that the account is complete: whatever had matched has been fetched.

A ruleset is taken out of the table while it is in use, and goes back only once its session has been deleted in good
order. So there is no moment at which an interrupt or a lack of memory could leave something behind for
the next evaluation to find: at worst a ruleset is lost, and loaded anew.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

from dragoman.engines.rete import names
from dragoman.errors import EngineError, EngineUnavailableError

Match = tuple[str, tuple[int, ...]]
"""The name of the rule, and the numbers of the matched facts in the order of its conditions."""

MAX_RULESETS = 8
"""So many are kept; the one that was used longest ago is deleted. One takes some 3 MB."""

_USED = (
    "assert_fact",
    "complete_and_start_action",
    "create_ruleset",
    "delete_ruleset",
    "delete_state",
    "error",
    "start_action_for_state",
)
_OK, _NOT_HANDLED = 0, 1
"""What asserting a fact comes to; the second: no rule reads it any further."""
_CLOSING = ",".join(f'"{name}":{value}' for name, value in names.tag(0))

_REMEDY = (
    "durable_rules cannot be imported ({error}); build it anew with "
    "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install --no-cache-dir --force-reinstall durable_rules==2.0.28"
)


def _import() -> Any:
    """The C engine.

    A build for Python 3.13 without CPPFLAGS lacks one symbol that is never called; lazy binding lets it load.
    """
    flags = sys.getdlopenflags()
    try:
        sys.setdlopenflags(os.RTLD_LAZY)
        import durable_rules_engine  # noqa: PLC0415 - late: most commands never fire a rule

        for name in _USED:
            getattr(durable_rules_engine, name)
    except Exception as error:  # whatever a library does when it is broken, not only ImportError
        reason = " ".join(f"{error}".split()) or type(error).__name__
        raise EngineUnavailableError(_REMEDY.format(error=reason)) from error
    finally:
        sys.setdlopenflags(flags)
    return durable_rules_engine


def closing_rule() -> dict[str, object]:
    """The closing rule, which has to be the last of every ruleset."""
    return {"all": [{names.alias(0): {"$and": [{name: value} for name, value in names.tag(0)]}}]}


class DurableHost:
    """Rulesets that are kept, and sessions that come and go, one at a time."""

    def __init__(self) -> None:
        self._engine = _import()
        self._lock = threading.Lock()
        self._idle: dict[str, int] = {}
        """The handle of each ruleset that is not in use, by its text; the one used longest ago comes first."""

    def session(self, rules: str, run: Callable[[Session], object]) -> None:
        """Call `run` with a fresh session of a ruleset, given as JSON.

        Raises:
            EngineError: if durable_rules refuses the rules or a fact.
        """
        with self._lock:
            handle = self._idle.pop(rules) if rules in self._idle else self._load(rules)
            session = Session(self._engine, handle)
            try:
                session.open()
                run(session)
            finally:
                if session.close():
                    self._idle[rules] = session.handle
            self._forget_the_oldest()

    def _load(self, rules: str) -> int:
        try:
            handle: int = self._engine.create_ruleset("dragoman", rules)
        except self._engine.error as error:
            raise EngineError(f"durable_rules refused the rules: {error}") from error
        return handle

    def _forget_the_oldest(self) -> None:
        while len(self._idle) > MAX_RULESETS:
            self._engine.delete_ruleset(self._idle.pop(next(iter(self._idle))))


class Session:
    """The facts and matches of one evaluation."""

    def __init__(self, engine: Any, handle: int) -> None:
        self.handle = handle
        self._engine = engine
        self._state = 0
        """Where the engine keeps the session."""
        self._asserted = 0
        self._closings = 0
        self._has_matched = False
        self._is_usable = True

    def open(self) -> None:
        """Begin with a closing fact: to delete a session in which nothing has matched is a segmentation fault."""
        self._fetch()

    def close(self) -> bool:
        """Delete the session; whether its ruleset can be used again.

        Raises:
            EngineError: if durable_rules fails.
        """
        if not self._is_usable or not (self._has_matched or self._start()):
            return False
        self._is_usable = False
        self._call(self._engine.delete_state, None)
        return True

    def fire(self, facts: Iterable[str]) -> list[Match]:
        """Assert facts, each given as JSON without braces and id, and fetch all that fires because of them.

        They are numbered from 0 on, in the order in which they are asserted.

        Raises:
            EngineError: if durable_rules refuses a fact, or fails.
        """
        for fact in facts:
            self._assert(self._asserted, fact)
            self._asserted += 1
        return self._fetch()

    def _assert(self, number: int, body: str) -> None:
        if self._asserted + self._closings > names.MAX_FACTS:
            raise EngineError(f"the rules look at more than {names.MAX_FACTS:,} facts")
        code, self._state = self._call(self._engine.assert_fact, names.identified(number, body))
        if code not in {_OK, _NOT_HANDLED}:
            raise EngineError(f"durable_rules failed on a fact: code {code}")

    def _fetch(self) -> list[Match]:
        """All that has matched, up to the match of one more closing fact."""
        text = self._start()
        found: list[Match] = []
        while text:
            rule, facts = names.matched(text)
            text = self._call(self._engine.complete_and_start_action, self._state)
            if rule != names.END:
                found.append((rule, facts))
            elif text is None:
                return found
        # it counts its leases from 1970 on, and hands out nothing before the first of them could have ended
        raise EngineError(
            "durable_rules fires nothing while the clock of this machine stands before 1970; set the clock"
        )

    def _start(self) -> str | None:
        """Assert one more closing fact, and fetch the first of the matches."""
        self._closings += 1
        self._assert(names.MAX_FACTS - self._closings, _CLOSING)
        started = self._call(self._engine.start_action_for_state, self._state)
        self._has_matched = self._has_matched or started is not None
        return started[1] if started else None

    def _call(self, function: Callable[..., Any], *arguments: object) -> Any:
        try:
            return function(self.handle, *arguments)
        except (self._engine.error, MemoryError) as error:
            self._is_usable = False  # what the engine holds now is not known: to touch it could end the process
            if isinstance(error, MemoryError):
                raise
            raise EngineError(f"durable_rules failed: {error}") from error
