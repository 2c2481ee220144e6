"""The engines against their peers: one situation, thousands, millions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import numpy as np

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import evaluate
from dragoman.engines.columns.arrays import CHUNK, Words, evaluate_words
from dragoman.engines.columns.code import Code, compile_ground
from dragoman.engines.columns.code import evaluate as evaluate_columns
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.likelihoods import likelihoods
from dragoman.engines.rete.engine import ReteEngine
from dragoman.program.ground import ground
from dragoman.rulebook.forms import Mode
from dragoman.situation.evidence import weigh
from tests.benchmarks.clingo_peer import Clingo
from tests.benchmarks.clips_peer import Clips
from tests.benchmarks.durable_peer import Durable, calls_of, facts_of, make
from tests.benchmarks.measuring import Timing, race
from tests.benchmarks.rows import Row
from tests.benchmarks.workload import Workload

MANY = 8192
"""Situations at once on integers."""
MILLIONS = 1 << 21
"""Situations at once on arrays."""
TOLD = 6
"""One in so many facts is told in a random situation of a sweep."""
COUNTING, TELLING, FROM_EVIDENCE = "CLIPS, firings counted", "CLIPS, firings told", "CLIPS, from evidence"


def one_situation(work: Workload, rete: ReteEngine, *, with_clingo: bool) -> Iterator[Row]:
    """Evidence in, model out; each turn has another situation of the workload."""
    section, columns, evidences = "One situation, evidence in, firings out", ColumnsEngine(), work.evidences()
    counting, telling = Clips(work.program), Clips(work.program, tells=True)
    counted, told = [counting.situation(e) for e in evidences], [telling.situation(e) for e in evidences]
    number = len(evidences)
    contenders: dict[str, Callable[[int], object]] = {
        "columns": lambda n: columns.run(work.program, evidences[n]),
        COUNTING: lambda n: counting.run(counted[n]),
        TELLING: lambda n: telling.run(told[n]),
        FROM_EVIDENCE: lambda n: telling.run(telling.situation(evidences[n])),
        "rete": lambda n: rete.run(work.program, evidences[n]),
    }
    for n, evidence in enumerate(evidences):
        model = columns.run(work.program, evidence)
        fired = {(f.rule, f.bindings, f.premises) for f in model.firings if f.status.value in {"gives", "confirms"}}
        _same(work, "CLIPS", counting.run(counted[n]), len(fired))
    if with_clingo:
        clingo = Clingo(work.program)
        externals = [clingo.situation(evidence) for evidence in evidences]
        for n, evidence in enumerate(evidences):
            concluded = columns.run_many(work.program, [evidence]).true(0)
            _same(work, "clingo", clingo.run(externals[n]), len(concluded))
        contenders["clingo, ground once"] = lambda n: clingo.run(externals[n])
    found = race({name: _modulo(run, number) for name, run in contenders.items()})
    own = found.pop("columns")
    for name, other in found.items():
        goal = {TELLING: ">= 6", FROM_EVIDENCE: ">= 10"}.get(name, "") if work.is_for_goals else ""
        yield Row(section, work.name, "columns", own.median * 1e6, name, own.times(other), goal)
        yield Row(section, work.name, name, other.median * 1e6)


def many_situations(work: Workload) -> Iterator[Row]:
    """Thousands of situations at once, on integers."""
    section, columns, evidences = f"{MANY:,} situations at once, integers", ColumnsEngine(), work.evidences()
    counting = Clips(work.program)
    facts = [counting.situation(evidence) for evidence in evidences]
    everything = [evidences[n % len(evidences)] for n in range(MANY)]
    code = compile_ground(ground(work.program))
    dice = Random(1)
    inputs = [dice.getrandbits(MANY) & dice.getrandbits(MANY) for _ in code.inputs]
    found = race(
        {
            "evaluating": lambda _: evaluate_columns(code, inputs, (1 << MANY) - 1),
            "with packing": lambda _: columns.run_many(work.program, everything),
            "CLIPS": lambda turn: counting.run(facts[turn % len(facts)]),
        },
        turns=5,
    )
    for name, goal in (("evaluating", ">= 8000" if work.is_for_goals else ""), ("with packing", "")):
        own = Timing(tuple(seconds / MANY for seconds in found[name].seconds))
        what = f"columns, {name}" + (" of evidence" if name == "with packing" else "")
        yield Row(section, work.name, what, own.median * 1e6, COUNTING, own.times(found["CLIPS"]), goal)


def millions(work: Workload) -> Iterator[Row]:
    """A sweep over everything on arrays, beside a plain copy of its input columns."""
    section = f"{MILLIONS:,} situations at once, arrays"
    counting = Clips(work.program)
    facts = [counting.situation(evidence) for evidence in work.evidences()]
    code = compile_ground(ground(work.program))
    inputs = random_worlds(code, MILLIONS)
    found = race(
        {
            "columns": lambda _: evaluate_words(code, inputs, MILLIONS),
            "copy": lambda _: inputs.copy(),
            "CLIPS": lambda turn: counting.run(facts[turn % len(facts)]),
        },
        turns=5,
    )
    own = Timing(tuple(seconds / MILLIONS for seconds in found["columns"].seconds))
    goal = ">= 15000" if work.is_for_goals else ""
    yield Row(section, work.name, "columns", own.median * 1e6, COUNTING, own.times(found["CLIPS"]), goal)
    goal = "<= 1.6" if work.is_for_goals else ""
    copied = found["copy"].times(found["columns"])
    yield Row(section, work.name, "columns", own.median * 1e6, "a copy of the inputs", copied, goal)
    chunks = -(-MILLIONS // (64 * CHUNK))
    per_step = found["columns"].median / (chunks * len(code.steps)) * 1e6
    yield Row(section, work.name, f"each of {len(code.steps):,} steps on {CHUNK:,} words", per_step)


def random_worlds(code: Code, situations: int) -> Words:
    """Inputs of random situations in which one fact in `TOLD` was told, mostly as true.

    bits: (n_inputs, n_words) uint64; bit j of word w is situation 64*w + j; padding bits are 0.
    """
    dice, width = np.random.default_rng(1), situations // 64
    rows = np.empty((len(code.inputs), width), dtype=np.uint64)
    sides: dict[int, tuple[Words, Words]] = {}
    for row, (proposition, mode) in enumerate(code.inputs):
        if proposition not in sides:
            sides.clear()  # inputs come by proposition
            sides[proposition] = random_column(dice, width, 1 / TOLD), random_column(dice, width, 1 / TOLD / 8)
        said, denied = sides[proposition]
        rows[row] = {
            Mode.HOLDS: said & ~denied,
            Mode.DENIED: denied & ~said,
            Mode.NOT_TOLD: said,
            Mode.NOT_DENIED: denied,
        }[mode]
    return rows


def random_column(dice: np.random.Generator, width: int, chance: float) -> Words:
    """bits: (n_words,) uint64; each is set with a probability of `chance`."""
    return np.packbits(dice.random((width, 64)) < chance).view(np.uint64)


def engine_of_record(work: Workload, rete: ReteEngine) -> Iterator[Row]:
    """What we put around durable_rules, each part against durable_rules alone on the same facts."""
    section, number = "Around durable_rules", len(work.situations)
    evidences, durable = work.evidences(), Durable(work.program)
    calls = [calls_of(rete, work.program, evidence) for evidence in evidences]
    facts = list(map(facts_of, calls))
    evaluations = [evaluate(work.rulebook, situation, rete) for situation in work.situations]
    contenders: dict[str, Callable[[int], object]] = {
        "durable": lambda n: durable.run(facts[n]),
        "the bare calls of its C engine": lambda n: make(calls[n]),
        "engine loop": lambda n: rete.run(work.program, evidences[n]),
        "evidence": lambda n: weigh(work.rulebook, work.situations[n]),
        "likelihoods": lambda n: likelihoods(work.program, evidences[n], evaluations[n].model),
        "advice": lambda n: advice_of(evaluations[n]),
    }
    found = race({name: _modulo(run, number) for name, run in contenders.items()})
    alone = found.pop("durable")
    yield Row(section, work.name, "durable_rules alone", alone.median * 1e6)
    goals = {"engine loop": "<= 1.5", "evidence": "<= 1", "advice": "<= 1"} if work.is_for_goals else {}
    for name, own in found.items():
        goal = goals.get(name, "")
        yield Row(section, work.name, name, own.median * 1e6, "durable_rules alone", alone.times(own), goal)


def _modulo(run: Callable[[int], object], number: int) -> Callable[[int], object]:
    """The same, for any number of turns."""
    return lambda turn: run(turn % number)


def _same(work: Workload, peer: str, theirs: int, ours: int) -> None:
    if theirs != ours:
        raise AssertionError(f"{work.name}: {peer} comes to {theirs}, columns to {ours}")
