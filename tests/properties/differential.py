"""Thousands of random rulebooks through durable_rules, through columns in all their forms, and through the oracle.

    python -m tests.properties.differential --rulebooks 10000 --seed 1 [--engines columns]

Every rulebook is loaded from its files, and so is each of its situations. Evidence, true atoms, firings, their order and
likelihoods must be the same from each engine and from the oracle; so must what whole columns say, on integers and on
arrays. Chunks run in processes of their own: durable_rules never frees a ruleset (2.75 MB each), and a crash is seen. A
difference names its rulebook: `--seed 1 --first 17 --rulebooks 1 --keep FOLDER` runs number 17 again and keeps its files.
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
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.model import Engine
from dragoman.program.normal import compile_program
from tests.engines.agreement import columns_apart, engines_apart, is_too_big
from tests.properties.tellings import random_telling
from tests.properties.trial import differences, forgets, load, misread, read_telling, run, shared_engine
from tests.properties.worlds import random_world

ROOT = Path(__file__).resolve().parents[2]
SITUATIONS = 5
"""For each rulebook."""
ENGINES = ("rete", "columns")
DIFFER, CRASHED = "situations that differ", "processes that crashed"


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 if nothing differs and nothing crashes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rulebooks", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="number of the first rulebook")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chunk", type=int, default=100, help="rulebooks for each process")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--engines", nargs="+", choices=ENGINES, default=ENGINES, help="columns alone: three times as fast"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the files there, and stay in one process")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.worker or options.keep:
        return _work(options)
    started = time.monotonic()
    firsts = range(options.first, options.first + options.rulebooks, options.chunk)
    totals: Counter[str] = Counter({DIFFER: 0, CRASHED: 0})
    with ThreadPoolExecutor(options.workers) as pool:
        for counts in pool.map(lambda first: _chunk(options, first), firsts):
            totals.update(counts)
    print(*(f"{name}: {number:,}" for name, number in sorted(totals.items())), sep="\n")
    print(f"seconds: {time.monotonic() - started:.0f}")
    return 1 if totals[DIFFER] or totals[CRASHED] else 0


def _chunk(options: argparse.Namespace, first: int) -> Counter[str]:
    """What a process counts; its differences are printed as they come."""
    number = min(options.chunk, options.first + options.rulebooks - first)
    command = [sys.executable, "-m", "tests.properties.differential", "--worker", "--first", str(first)]
    command += ["--rulebooks", str(number), "--seed", str(options.seed), "--engines", *options.engines]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    *differing, last = done.stdout.splitlines() or ["", "{}"]
    print(*differing, sep="\n", end="\n" if differing else "", flush=True)
    if done.returncode:
        print(f"rulebooks from {first}: exit code {done.returncode}: {done.stderr[-2000:]}", flush=True)
        return Counter({CRASHED: 1})
    return Counter(json.loads(last))


def _work(options: argparse.Namespace) -> int:
    engines = [ColumnsEngine() if name == "columns" else shared_engine() for name in options.engines]
    totals: Counter[str] = Counter()
    for number in range(options.first, options.first + options.rulebooks):
        with tempfile.TemporaryDirectory() as folder:
            place = options.keep / str(number) if options.keep else Path(folder)
            for difference in compare(options.seed, number, engines, place, totals):
                print(f"rulebook {number}: {difference}", flush=True)
    print(json.dumps(totals))
    return 0


def compare(
    seed: int, number: int, engines: Sequence[Engine], folder: Path, totals: Counter[str], situations: int = SITUATIONS
) -> Iterator[str]:
    """The differences on one rulebook and its situations; `totals` counts what was compared."""
    dice = Random(f"{seed}/{number}")
    world = random_world(dice)
    rulebook = load(folder / "rulebook", world.documents())
    program = compile_program(rulebook)
    totals["rulebooks"] += 1
    if is_too_big(program):
        totals["rulebooks that are too big"] += 1
        return
    outcomes = []
    for index in range(situations):
        telling = random_telling(dice, world)
        situation = read_telling(rulebook, folder / f"situation{index}", telling)
        if situation is None:
            continue
        outcome = run(engines[0], rulebook, situation)
        found = misread(situation, telling) + differences(rulebook, outcome, situation, forgets(telling))
        found += engines_apart(program, outcome.evidence, engines)
        totals.update({"situations": 1, DIFFER: bool(found), "firings": len(outcome.model.firings)})
        totals.update(f"firings: {firing.status.value}" for firing in outcome.model.firings)
        yield from (f"situation {index}: {difference}" for difference in found[:3])
        outcomes.append(outcome)
    for engine in engines:
        if isinstance(engine, ColumnsEngine):
            evidences, models = [o.evidence for o in outcomes], [o.model for o in outcomes]
            apart = list(columns_apart(engine, program, evidences, models))
            totals[DIFFER] += bool(apart)
            yield from apart[:3]


if __name__ == "__main__":
    sys.exit(main())
