"""durable_rules alone: the ruleset and the very facts that our engine asserts, and nothing of our own around them.

Once as its documentation has it, with its Python layer, and once the bare calls of its C engine that our engine makes.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable
from typing import Any

import durable.engine

from dragoman.engines.rete import names
from dragoman.engines.rete.engine import ReteEngine
from dragoman.engines.rete.plan import plan
from dragoman.program.forms import Program
from dragoman.situation.evidence import Evidence

Facts = list[dict[str, object]]
CLOSING: dict[str, object] = dict(names.tag(0))


class _Host(durable.engine.Host):  # type: ignore[misc]
    def _run(self) -> None:
        """No threads that poll for timers."""


class Durable:
    """A program in a host of its own; its actions note the match, so that it is known what fired."""

    def __init__(self, program: Program) -> None:
        durable.engine._unix_now = lambda: 0  # its own asks for `utcfromtimestamp`, which warns at every action
        self.fired: list[Any] = []
        self._name = program.digest
        self._host, self._sessions = _Host(), itertools.count(1)
        rules = {name: {**body, "run": self._note} for name, body in json.loads(plan(program).ruleset).items()}
        self._host.set_rulesets({self._name: rules})

    def _note(self, closure: Any) -> None:
        self.fired.append(closure._m)

    def run(self, facts: Facts) -> int:
        """Assert `facts` one by one in a fresh session: how many rules fired."""
        self.fired.clear()
        sid = str(next(self._sessions))
        for fact in (CLOSING, *facts):
            try:
                self._host.assert_fact(self._name, {**fact, "sid": sid})
            except durable.engine.MessageNotHandledException:
                continue
        self._host.delete_state(self._name, sid)
        return len(self.fired) - 1


Calls = list[tuple[Callable[..., Any], tuple[Any, ...]]]


def calls_of(engine: ReteEngine, program: Program, evidence: Evidence) -> Calls:
    """All calls of the C engine that one evaluation makes."""
    engine.run(program, evidence)  # loads the rules
    host, found = engine._host, list[tuple[Callable[..., Any], tuple[Any, ...]]]()
    real = host._engine

    class Spy:
        def __getattr__(self, name: str) -> Any:
            function = getattr(real, name)
            if isinstance(function, type):
                return function  # its exception

            def noted(*arguments: Any) -> Any:
                found.append((function, arguments))
                return function(*arguments)

            return noted

    host._engine = Spy()
    try:
        engine.run(program, evidence)
    finally:
        host._engine = real
    return found


def facts_of(calls: Calls) -> Facts:
    """The facts that were asserted, conclusions and absences included, in their order."""
    facts = [json.loads(arguments[1]) for function, arguments in calls if function.__name__ == "assert_fact"]
    return [fact for fact in facts if not CLOSING.items() <= fact.items()]


def make(calls: Iterable[tuple[Callable[..., Any], tuple[Any, ...]]]) -> None:
    """The same calls once more."""
    for function, arguments in calls:
        function(*arguments)
