"""Many evaluations in one process: memory flat, no thread left, no result that differs.

    python -m tests.properties.endurance [--evaluations 20000] [--rulebooks 64]

The shipped situations are evaluated in turn through durable_rules; every result is compared with the first
of its situation. Then other programs come one after the other: the shipped one with another threshold each time, which is
the same ruleset to durable_rules, and the shipped one without one of its rules, which is another each time. Of these
no more than a few are kept.
"""

from __future__ import annotations

import argparse
import resource
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from dragoman.engines.rete.engine import ReteEngine
from dragoman.engines.rete.host import MAX_RULESETS
from dragoman.program.forms import Program
from dragoman.program.normal import compile_program
from dragoman.rulebook.load import read_rulebook, with_parameters
from dragoman.situation.assemble import read_situation, situation_names
from dragoman.situation.evidence import Evidence, weigh


def main() -> int:
    """Run both and say what was seen; 1 if anything differed or was left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--evaluations", type=int, default=20_000)
    parser.add_argument("--rulebooks", type=int, default=64)
    options = parser.parse_args()
    engine, rulebook = ReteEngine(), read_rulebook()
    program = compile_program(rulebook)
    worlds = [weigh(rulebook, read_situation(rulebook, [name])) for name in situation_names(rulebook)]
    smallest = sorted(worlds, key=lambda world: len(world.known))[:8]
    first = [engine.run(program, world) for world in smallest]
    before, started, differing = _peak(), time.process_time(), 0
    for number in range(options.evaluations):
        which = number % len(smallest)
        differing += engine.run(program, smallest[which]) != first[which]
    spent = time.process_time() - started
    print(f"{options.evaluations} evaluations in {spent:.0f} s, {differing} differ, {_peak() - before:.1f} MB more")
    thresholds = (
        compile_program(with_parameters(rulebook, {"dependency_debt_share": Decimal(10) + number}))
        for number in range(options.rulebooks)
    )
    print(f"{options.rulebooks} thresholds, {_growth(engine, thresholds, smallest[0]):.1f} MB more")
    without_one = [
        replace(program, rules=program.rules[:n] + program.rules[n + 1 :], digest=f"without {n}")
        for n in range(options.rulebooks + 2 * MAX_RULESETS)
    ]
    first_ones = _growth(engine, without_one[: 2 * MAX_RULESETS], smallest[0])
    growth = _growth(engine, without_one[2 * MAX_RULESETS :], smallest[0])
    print(
        f"{2 * MAX_RULESETS} other rulesets, {first_ones:.1f} MB more; {options.rulebooks} after them, {growth:.1f} MB more"
    )
    left = threading.active_count() - 1
    print(f"{left} threads left")
    return 1 if differing or left else 0


def _growth(engine: ReteEngine, programs: Iterable[Program], evidence: Evidence) -> float:
    """By how many MB the process grows while it fires `programs`."""
    before = _peak()
    for program in programs:
        engine.run(program, evidence)
    return _peak() - before


def _peak() -> float:
    """The most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
