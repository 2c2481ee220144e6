"""What it means that two engines agree on a rulebook and its situations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice

from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.likelihoods import likelihoods
from dragoman.engines.model import Engine, Model, told_true
from dragoman.errors import EngineError
from dragoman.program.forms import Program
from dragoman.program.ground import join_orders
from dragoman.situation.evidence import Evidence

ACROSS_WORDS = 67
"""So many situations fill one word of 64 and begin another."""


def is_too_big(program: Program) -> bool:
    """Whether both engines refuse the program: slots left out in several conditions multiply."""
    try:
        join_orders(program)
    except EngineError:
        return True
    return False


def apart(program: Program, evidence: Evidence, one: Model, other: Model) -> list[str]:
    """Where two models of one situation differ: true atoms, firings and their order, likelihoods."""
    found = [f"true in one only: {atom}" for atom in sorted(one.true ^ other.true, key=str)]
    found += [f"fired in one only: {firing}" for firing in sorted({*one.firings} ^ {*other.firings}, key=str)]
    if not found and one.firings != other.firings:
        found.append("the firings stand in another order")
    if not found and likelihoods(program, evidence, one) != likelihoods(program, evidence, other):
        found.append("the likelihoods differ")
    return found


def engines_apart(program: Program, evidence: Evidence, engines: Sequence[Engine]) -> list[str]:
    """Where the engines differ from the first of them."""
    first, *others = (engine.run(program, evidence) for engine in engines)
    return [difference for other in others for difference in apart(program, evidence, first, other)]


def columns_apart(
    engine: ColumnsEngine, program: Program, evidences: Sequence[Evidence], models: Sequence[Model]
) -> Iterator[str]:
    """Where whole columns say something else of a situation than its model does, on integers and on arrays."""
    if not evidences:
        return
    pairs = list(zip(evidences, models, strict=True))
    many = list(islice(cycle(pairs), max(len(pairs), ACROSS_WORDS)))
    for arrays in (False, True):
        worlds = engine.run_many(program, [evidence for evidence, _ in many], arrays=arrays)
        for number, (evidence, model) in enumerate(many):
            true = worlds.true(number).union(told_true(program, evidence))
            yield from (
                f"{'arrays' if arrays else 'integers'}, situation {number}: {atom}"
                for atom in sorted(true ^ model.true, key=str)
            )
