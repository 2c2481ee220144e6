"""Interrupts, lacks of memory and a clock that jumps, at random moments of evaluations in one process.

    python -m tests.properties.interrupts [--moments 3000] [--clocks 300] [--seed 1]

A timer raises `KeyboardInterrupt` or `MemoryError` somewhere in an evaluation, by durable_rules twice out of three times, else
by columns. The evaluation must come to the right model or end in that exception, and the next one, undisturbed, must be right. Then a clock is put under the engine
that jumps at every look, hours ahead and back, before 1970 now and then; the model must be right, or there is an `EngineError`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import perf_counter
from types import FrameType

from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.model import Engine, Model
from dragoman.engines.rete.engine import ReteEngine
from dragoman.errors import EngineError
from dragoman.program.forms import Program
from dragoman.program.normal import program_of
from dragoman.situation.assemble import situation_names
from dragoman.situation.evidence import Evidence, weigh
from tests.rulebooks import report, situation

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 1 / 12
"""One lack of memory in so many moments. Where the engine may have failed inside, nothing of it is touched again, which leaves
some 10 MB behind each time."""
AT_MOST = 1000
"""So many moments in one process."""
WORLDS = 6
"""The shipped situations with the fewest facts; a moment in a short evaluation is as good as in a long one."""

JUMPING_CLOCK = r"""
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
time_t time(time_t *out) {
    static int is_seeded = 0;
    if (!is_seeded) { is_seeded = 1; srandom(atoi(getenv("CLOCK_SEED"))); }
    struct timeval now;
    gettimeofday(&now, 0);
    time_t told = now.tv_sec + random() % 200000 - 100000;
    if (random() % 1000 == 0) told = random() % 60 - 30;
    if (out) *out = told;
    return told;
}
"""
"""A `time` that is a day off either way at every look, and one time in 1,000 about the beginning of 1970."""


def main() -> int:
    """Run both and say what was seen; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=3000)
    parser.add_argument("--clocks", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--under-jumping-clock", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.under_jumping_clock:
        seen = evaluate_often(options.clocks)
        print(*(f"{what}: {number}" for what, number in sorted(seen.items())), sep="\n")
        return 1 if seen["wrong"] else 0
    seen = disturb_in_turns(options.moments, options.seed)
    print(*(f"{what}: {number}" for what, number in sorted(seen.items())), sep="\n")
    done = under_jumping_clock(options.clocks, options.seed)
    print(done.stdout if done else "no C compiler: the clock was left alone")
    return 1 if seen["wrong"] or seen["wrong afterwards"] or (done and done.returncode) else 0


@cache
def worlds() -> tuple[Program, list[Evidence]]:
    """The shipped program and the smallest of its situations."""
    rulebook = report()
    found = [weigh(rulebook, situation(name)) for name in situation_names(rulebook)]
    return program_of(rulebook), sorted(found, key=lambda world: len(world.known))[:WORLDS]


def disturb_in_turns(moments: int, seed: int) -> Counter[str]:
    """The same in one process after the other, since some memory stays behind."""
    turns = [(min(AT_MOST, moments - start), f"{seed}/{start}") for start in range(0, moments, AT_MOST)]
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        found = Counter[str]()
        for seen in pool.starmap(disturb, turns, chunksize=1):
            found.update(seen)
        return found


def disturb(moments: int, seed: str) -> Counter[str]:
    """So many evaluations, each with something raised at a random moment: what came of them."""
    dice, (program, evidences) = Random(seed), worlds()
    engines: list[Engine] = [rete := ReteEngine(), rete, ColumnsEngine()]
    tried = [(engine, evidence) for engine in engines for evidence in evidences]
    expected = [engine.run(program, evidence) for engine, evidence in tried]
    lengths = [_seconds(engine, program, evidence) for engine, evidence in tried]
    seen: Counter[str] = Counter()
    for number in range(moments):
        which = number % len(tried)
        engine, evidence = tried[which]
        kind = MemoryError if dice.random() < MEMORY else KeyboardInterrupt
        model: Model | None = None
        try:
            with raised_after(dice.uniform(1e-6, 1.1 * lengths[which]), kind):
                model = engine.run(program, evidence)
        except (KeyboardInterrupt, MemoryError) as error:
            seen[type(error).__name__] += 1
        seen["wrong"] += model is not None and model != expected[which]
        seen["right all the same"] += model == expected[which]
        seen["wrong afterwards"] += engine.run(program, evidence) != expected[which]
    return seen


@contextmanager
def raised_after(seconds: float, kind: type[BaseException]) -> Iterator[None]:
    """Something is raised in this thread once so many seconds have passed, unless the block has ended by then."""

    def handle(number: int, frame: FrameType | None) -> None:
        raise kind

    before = signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _seconds(engine: Engine, program: Program, evidence: Evidence) -> float:
    started = perf_counter()
    engine.run(program, evidence)
    return perf_counter() - started


# -- the clock


def under_jumping_clock(evaluations: int, seed: int) -> subprocess.CompletedProcess[str] | None:
    """So many evaluations in a process of its own whose clock jumps; None where no C compiler is found."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        return None
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder, "clock.c"), Path(folder, "clock.so")
        source.write_text(JUMPING_CLOCK)
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source], check=True)
        command = [sys.executable, "-m", "tests.properties.interrupts", "--under-jumping-clock"]
        environment = {**os.environ, "LD_PRELOAD": str(library), "CLOCK_SEED": str(seed)}
        command += ["--clocks", str(evaluations)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)


def evaluate_often(evaluations: int) -> Counter[str]:
    """What comes of so many evaluations, beside what `columns` says, which looks at no clock."""
    program, evidences = worlds()
    engine, columns, seen = ReteEngine(), ColumnsEngine(), Counter[str]()
    for number in range(evaluations):
        evidence = evidences[number % len(evidences)]
        try:
            is_right = engine.run(program, evidence).firings == columns.run(program, evidence).firings
            seen["right" if is_right else "wrong"] += 1
        except EngineError as error:
            seen[str(error)] += 1
    return seen


if __name__ == "__main__":
    sys.exit(main())
