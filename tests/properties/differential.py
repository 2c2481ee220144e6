"""Thousands of random rulebooks through durable_rules and through the oracle.

    python tests/properties/differential.py --rulebooks 2000 --seed 1

Every rulebook is loaded from its files, and so is each of its situations; evidence, true atoms, firings and
likelihoods must be the same. Chunks run in processes of their own: a ruleset is never freed (2.75 MB each), and a
crash is seen. A difference names its rulebook; `--seed 1 --show 17` writes the files of number 17 and says what differs.
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
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from dragoman.program.normal import compile_program  # noqa: E402 - the root comes first
from tests.engines.agreement import is_too_big  # noqa: E402
from tests.properties.tellings import random_telling  # noqa: E402 - the root comes first
from tests.properties.trial import differences, forgets, load, misread, read_telling, run, shared_engine  # noqa: E402
from tests.properties.worlds import random_world  # noqa: E402

CHUNK = 100
"""Rulebooks for each process: 275 MB."""


def main() -> int:
    """Exit code 0 if nothing differs and nothing crashes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rulebooks", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="number of the first rulebook")
    parser.add_argument("--situations", type=int, default=5, help="for each rulebook")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, metavar="NUMBER", help="write the files of one rulebook and compare it")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    numbers = range(options.first, options.first + options.rulebooks)
    if options.worker:
        _work(numbers, options.seed, options.situations)
        return 0
    if options.show is not None:
        folder = Path(tempfile.mkdtemp(prefix=f"differential-{options.seed}-{options.show}-"))
        print(folder, *compare(options.seed, options.show, options.situations, folder), sep="\n")
        return 0
    started = time.monotonic()
    totals = compare_many(numbers, options.seed, options.situations)
    print(*(f"{name}: {number:,}" for name, number in sorted(totals.items())), sep="\n")
    print(f"seconds: {time.monotonic() - started:.0f}")
    return 1 if totals["differences"] or totals["crashes"] else 0


def compare(seed: int, number: int, situations: int, folder: Path) -> Iterator[dict[str, Any]]:
    """One rulebook and its situations: the firings of each by status, and where program and oracle differ."""
    dice = Random(f"{seed}/{number}")
    world = random_world(dice)
    rulebook = load(folder / "rulebook", world.documents())
    if is_too_big(compile_program(rulebook)):
        return
    for index in range(situations):
        telling = random_telling(dice, world)
        situation = read_telling(rulebook, folder / f"situation{index}", telling)
        if situation is None:
            continue
        outcome = run(shared_engine(), rulebook, situation)
        found = misread(situation, telling) + differences(rulebook, outcome, situation, forgets(telling))
        statuses = Counter(firing.status.value for firing in outcome.model.firings)
        yield {"rulebook": number, "situation": index, "firings": statuses, "differences": found}


def compare_many(numbers: range, seed: int, situations: int = 5) -> Counter[str]:
    """All of them in processes of their own, as many as there are processors: the counts. Differences are printed."""
    totals = Counter(dict.fromkeys(("rulebooks", "situations", "firings", "differences", "crashes"), 0))
    chunks = [numbers[start : start + CHUNK] for start in range(0, len(numbers), CHUNK)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for lines, crash in pool.map(lambda chunk: _run_chunk(chunk, seed, situations), chunks):
            for line in lines:
                _count(totals, line)
            if crash:
                totals["crashes"] += 1
                print(f"{crash}; begun last: {[line for line in lines if 'begun' in line][-1:]}", flush=True)
    return totals


def _count(totals: Counter[str], line: dict[str, Any]) -> None:
    if "begun" in line:
        totals["rulebooks"] += 1
        return
    totals["situations"] += 1
    totals["differences"] += len(line["differences"])
    for status, number in line["firings"].items():
        totals["firings"] += number
        totals[f"firings: {status}"] += number
    for difference in line["differences"][:3]:
        print(f"rulebook {line['rulebook']}, situation {line['situation']}: {difference}", flush=True)


def _run_chunk(chunk: range, seed: int, situations: int) -> tuple[list[dict[str, Any]], str]:
    """What a process says of its rulebooks, and how it died if it did."""
    command = [sys.executable, __file__, "--worker", "--first", str(chunk.start), "--rulebooks", str(len(chunk))]
    command += ["--seed", str(seed), "--situations", str(situations)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    error = done.stderr.strip().splitlines()[-1:] or [""]
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return lines, f"{chunk}: exit code {done.returncode} {error[0]}" if done.returncode else ""


def _work(numbers: range, seed: int, situations: int) -> None:
    """In a process of its own: one line for each rulebook begun, and one for each situation."""
    for number in numbers:
        print(json.dumps({"begun": number}), flush=True)
        with tempfile.TemporaryDirectory() as folder:
            for line in compare(seed, number, situations, Path(folder)):
                print(json.dumps(line), flush=True)


if __name__ == "__main__":
    sys.exit(main())
