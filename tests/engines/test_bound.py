"""One bound for both engines: what one would not ground, the other does not fire, in the same words."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.model import Engine
from dragoman.errors import EngineError
from dragoman.program.ground import count_instances, join_orders
from dragoman.program.joins import most_instances
from dragoman.program.normal import compile_program
from dragoman.program.reach import Reach
from tests.engines.small import STATE, derived, evidence, rule, small_rulebook, told
from tests.properties.trial import load, shared_engine
from tests.properties.worlds import random_world

STATES = tuple(f"s{number}" for number in range(57))
"""Sixty with the three that are always there."""
FIVE = ("a", "b", "c", "d", "e")
ALL: list[Any] = [{name: {"x": state}} for name in FIVE for state in ("kz", "kg", "uz", *STATES)]


@pytest.fixture(params=["rete", "columns"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return shared_engine() if request.param == "rete" else ColumnsEngine()


def test_sixty_to_the_fifth_firings_are_refused(engine: Engine, tmp_path: Path) -> None:
    facts = {**{name: told(x=STATE) for name in FIVE}, "hit": derived()}
    rules = {"all-five": rule([{name: {"x": f"${name}"}} for name in FIVE], [{"hit": {}}])}
    rulebook = small_rulebook(tmp_path, facts, rules, *STATES)
    known = evidence(rulebook, tmp_path / "told", *ALL)
    with pytest.raises(EngineError, match=r"more than 200,000 instances, most of them by 'all-five'; its conditions"):
        engine.run(compile_program(rulebook), known)


def test_conditions_that_only_a_rare_one_ties_together_are_joined_to_it_first(engine: Engine, tmp_path: Path) -> None:
    """In the order in which they are written, sixty to the fifth partial matches would come before the rare one."""
    tie = dict.fromkeys(FIVE, STATE)
    facts = {**{name: told(x=STATE) for name in FIVE}, "go": told(), "tie": derived(**tie), "hit": derived(x=STATE)}
    when = [*({name: {"x": f"${name}"}} for name in FIVE), {"tie": {name: f"${name}" for name in FIVE}}]
    rules = {
        "all-five": rule(when, [{"hit": {"x": "$a"}}]),
        "tied": rule([{"go": {}}], [{"tie": dict(zip(FIVE, STATES[:5], strict=True))}]),
    }
    rulebook = small_rulebook(tmp_path, facts, rules, *STATES)
    program = compile_program(rulebook)
    assert join_orders(program)["all-five"][0] == len(FIVE)
    model = engine.run(program, evidence(rulebook, tmp_path / "told", {"go": {}}, *ALL))
    [_, fired] = model.firings
    assert [premise.fact for premise in fired.premises] == [*FIVE, "tie"]
    assert fired.bindings == tuple((name, state) for name, state in zip(FIVE, STATES[:5], strict=True))


@pytest.mark.parametrize("seed", range(12))
def test_the_cheap_bound_is_never_below_the_number_of_instances(seed: int, tmp_path: Path) -> None:
    program = compile_program(load(tmp_path / "rulebook", random_world(Random(f"bound {seed}")).documents()))
    assert most_instances(program, Reach(program)) >= sum(count_instances(program).values())
