"""durable_rules alone: the ruleset and the very facts that our engine asserts, and nothing of our own around them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import durable.engine

from dragoman.engines.rete.engine import ReteEngine
from dragoman.engines.rete.host import Match
from dragoman.engines.rete.plan import OPEN_TAG, Json, plan
from dragoman.program.forms import Program
from dragoman.situation.evidence import Evidence


class _Host(durable.engine.Host):  # type: ignore[misc]
    def _run(self) -> None:
        """No threads that poll for timers."""


class Durable:
    """A program in a host of its own; its actions note the match, so that it is known what fired."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.fired: list[Any] = []
        self._host, self._sessions = _Host(), itertools.count(1)
        rules = {name: {**body, "run": self._note} for name, body in plan(program).ruleset.items()}
        self._host.set_rulesets({program.digest: rules})

    def _note(self, closure: Any) -> None:
        self.fired.append(closure._m)

    def run(self, facts: list[Json]) -> int:
        """Assert `facts` one by one in a fresh session: how many rules fired."""
        self.fired.clear()
        name, sid = self.program.digest, str(next(self._sessions))
        opening: Json = {"t": OPEN_TAG}
        for fact in (opening, *facts):
            try:
                self._host.assert_fact(name, {**fact, "sid": sid})
            except durable.engine.MessageNotHandledException:
                continue
        self._host.delete_state(name, sid)
        return len(self.fired) - 1


def asserted(engine: ReteEngine, program: Program, evidence: Evidence) -> list[Json]:
    """All facts that the engine asserts for one evaluation, conclusions and absences included, in their order."""
    found: list[Json] = []
    host = engine._host
    session = host.session

    def spying(name: str, run: Callable[[Callable[[Json], list[Match]]], None]) -> None:
        def spied(assert_fact: Callable[[Json], list[Match]]) -> None:
            def noted(fact: Json) -> list[Match]:
                found.append(fact)
                return assert_fact(fact)

            run(noted)

        session(name, spied)

    host.session = spying  # type: ignore[method-assign]
    try:
        engine.run(program, evidence)
    finally:
        host.session = session  # type: ignore[method-assign]
    return found
