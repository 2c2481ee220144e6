"""Thousands of random rulebooks through durable_rules, through columns in all their forms, and through the oracle.

    python tests/engines/differential.py --rulebooks 10000 --seed 1 [--without-rete]

True atoms, firings, their order and likelihoods must be the same; so must what whole columns say, on integers and on
arrays. Chunks run in processes of their own, since durable_rules never frees a ruleset. A difference names its
rulebook: `--seed 1 --first 17 --rulebooks 1` runs number 17 again.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from dragoman.engines.columns.engine import ColumnsEngine  # noqa: E402 - the root comes first
from dragoman.engines.model import Engine  # noqa: E402
from dragoman.program.normal import compile_program  # noqa: E402
from tests.engines.agreement import columns_apart, engines_apart, is_too_big  # noqa: E402
from tests.properties.tellings import random_telling  # noqa: E402
from tests.properties.trial import differences, forgets, load, read_telling, run, shared_engine  # noqa: E402
from tests.properties.worlds import random_world  # noqa: E402

SITUATIONS = 5


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 if nothing differs and nothing crashes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rulebooks", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="number of the first rulebook")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chunk", type=int, default=100, help="rulebooks for each process")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--without-rete", action="store_true", help="columns and oracle only: three times as fast")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.worker:
        return _work(options)
    started = time.monotonic()
    firsts = range(options.first, options.first + options.rulebooks, options.chunk)
    totals: Counter[str] = Counter({"situations that differ": 0, "processes that crashed": 0})
    with ThreadPoolExecutor(options.workers) as pool:
        for counts in pool.map(lambda first: _chunk(options, first), firsts):
            totals.update(counts)
    print(*(f"{name}: {number:,}" for name, number in sorted(totals.items())), sep="\n")
    print(f"seconds: {time.monotonic() - started:.0f}")
    return 1 if totals["situations that differ"] or totals["processes that crashed"] else 0


def _chunk(options: argparse.Namespace, first: int) -> Counter[str]:
    """What a process counts; its differences are printed as they come."""
    number = min(options.chunk, options.first + options.rulebooks - first)
    command = [sys.executable, __file__, "--worker", "--first", str(first), "--rulebooks", str(number)]
    command += ["--seed", str(options.seed), *(["--without-rete"] if options.without_rete else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    *differing, last = done.stdout.splitlines() or ["", "{}"]
    print(*differing, sep="\n", end="\n" if differing else "", flush=True)
    if done.returncode:
        print(f"rulebooks from {first}: exit code {done.returncode}: {done.stderr[-2000:]}", flush=True)
        return Counter({"processes that crashed": 1})
    return Counter(json.loads(last))


def _work(options: argparse.Namespace) -> int:
    engine = ColumnsEngine()
    rete = () if options.without_rete else (shared_engine(),)
    totals: Counter[str] = Counter()
    for number in range(options.first, options.first + options.rulebooks):
        with tempfile.TemporaryDirectory() as folder:
            totals["rulebooks"] += 1
            for difference in compare(options.seed, number, engine, rete, Path(folder), totals):
                print(f"rulebook {number}: {difference}", flush=True)
    print(json.dumps(totals))
    return 0


def compare(
    seed: int, number: int, engine: ColumnsEngine, others: tuple[Engine, ...], folder: Path, totals: Counter[str]
) -> Iterator[str]:
    """The differences on one rulebook and its situations; `totals` counts what was compared."""
    dice = Random(f"{seed}/{number}")
    world = random_world(dice)
    rulebook = load(folder / "rulebook", world.documents())
    program = compile_program(rulebook)
    if is_too_big(program):
        totals["rulebooks too big for columns"] += 1
        return
    outcomes = []
    for index in range(SITUATIONS):
        telling = random_telling(dice, world)
        situation = read_telling(rulebook, folder / f"situation{index}", telling)
        if situation is None:
            continue
        outcome = run(engine, rulebook, situation)
        found = differences(rulebook, outcome, situation, forgets(telling))
        found += engines_apart(program, outcome.evidence, (engine, *others))
        totals.update({"situations": 1, "situations that differ": bool(found)})
        totals.update({"firings": len(outcome.model.firings)})
        totals.update(f"firings: {firing.status.value}" for firing in outcome.model.firings)
        yield from (f"situation {index}: {difference}" for difference in found[:3])
        outcomes.append(outcome)
    apart = list(
        columns_apart(engine, program, [o.evidence for o in outcomes], [outcome.model for outcome in outcomes])
    )
    totals["situations that differ"] += bool(apart)
    yield from apart[:3]


if __name__ == "__main__":
    sys.exit(main())
