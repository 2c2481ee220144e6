"""What holds in every possible world: the formula against the engine, and the answers about small rulebooks."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from hypothesis import assume, example, given

from dragoman.advice.evaluate import evaluate
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.exact.deep import possible_world
from dragoman.exact.ground_formula import GroundFormula
from dragoman.exact.machine import machine_of
from dragoman.exact.solver import Solver
from dragoman.program.normal import compile_program, program_of
from tests.engines.agreement import is_too_big
from tests.properties.strategies import examples, seeds
from tests.properties.trial import load
from tests.properties.worlds import random_world

COLUMNS = engine_named(EngineName.COLUMNS)


@examples(divisor=3)
@given(seeds)
@example(dice=Random(96838828))  # part and whole told beside a share that was not: it is reckoned
def test_a_world_of_the_formula_fires_what_the_engine_fires(dice: Random) -> None:
    """All of it and nothing else, whatever the solver is asked for."""
    with tempfile.TemporaryDirectory() as name:
        rulebook = load(Path(name) / "rulebook", random_world(dice).documents())
    assume(not is_too_big(compile_program(rulebook)))
    formula = GroundFormula(rulebook, machine_of(program_of(rulebook)))
    rules = formula.ground.program.rules
    with Solver(formula.clauses, formula.variables) as solver:
        wanted = [dice.choice((1, -1)) * n for n in dice.sample(formula.instances, min(5, len(formula.instances)))]
        for asked in ([], *([literal] for literal in wanted)):
            world = solver.solve(asked)
            if world is not None:
                fired = {
                    (rules[instance.rule].id, formula.ground.propositions[p].atom)
                    for variable, instance in zip(formula.instances, formula.ground.instances, strict=True)
                    for p in instance.then
                    if variable in world
                }
                model = evaluate(rulebook, possible_world(rulebook, *formula.told(world)), COLUMNS).model
                assert {(firing.rule, firing.conclusion) for firing in model.firings} == fired
