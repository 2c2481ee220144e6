"""All benchmarks in one run: python -m tests.benchmarks [--only SECTION] [--json FILE]."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dragoman.engines.rete.engine import ReteEngine
from dragoman.program.normal import compile_program
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_situation
from tests.benchmarks.engines import engine_of_record, many_situations, millions, one_situation
from tests.benchmarks.exact import exact_answers
from tests.benchmarks.measuring import race_starts, share_of_a_core
from tests.benchmarks.rows import Row, keep, table
from tests.benchmarks.workload import Workload, synthetic

RULES = (50, 150, 500)
SITUATIONS = 20
WORLD = "2020-11-report-world"
RESULTS = Path(__file__).parent / "results.json"


def main() -> int:
    """Measure, print the table, keep it as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", choices=tuple(SECTIONS), help="one part of it")
    parser.add_argument("--json", type=Path, default=RESULTS, metavar="FILE", help="where the results are kept")
    options = parser.parse_args()
    before = share_of_a_core()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        works = [shipped(), *(synthetic(Path(folder) / str(rules), rules, SITUATIONS) for rules in RULES)]
        for name, section in SECTIONS.items():
            if options.only in {None, name}:
                print(f"measuring: {name}", file=sys.stderr)
                rows += section(works)
    machine: dict[str, object] = {
        "python": platform.python_version(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "share of a core before and after": [round(before, 2), round(share_of_a_core(), 2)],
        "load": [round(load, 1) for load in os.getloadavg()],
    }
    print(table(rows))
    print(*(f"{name}: {value}" for name, value in machine.items()), sep="\n")
    keep(options.json, rows, machine)
    return 0


def shipped() -> Workload:
    """The report's rulebook on the report's own world."""
    rulebook = read_rulebook()
    world = read_situation(rulebook, [WORLD])
    name = f"shipped, {len(rulebook.rules)} rules"
    return Workload(name, rulebook, compile_program(rulebook), (world,), is_for_goals=True)


def _one(works: list[Workload]) -> Iterator[Row]:
    rete = ReteEngine()
    for work in works:
        yield from one_situation(work, rete, with_clingo=not work.name.startswith("shipped"))


def _many(works: list[Workload]) -> Iterator[Row]:
    for work in works:
        yield from many_situations(work)


def _millions(works: list[Workload]) -> Iterator[Row]:
    for work in works:
        yield from millions(work)


def _record(works: list[Workload]) -> Iterator[Row]:
    rete = ReteEngine()
    for work in works:
        yield from engine_of_record(work, rete)


def _exact(works: list[Workload]) -> Iterator[Row]:
    """For the shipped rulebook: the others have no recommendations."""
    for work in works:
        if work.is_for_goals:
            yield from exact_answers(work)


def _start(_: list[Workload]) -> Iterator[Row]:
    """Whole processes."""
    commands = {
        "pass": ["-c", "pass"],
        "imports": ["-c", "import yaml, durable.engine"],
        "--help": ["-m", "dragoman", "--help"],
        "advise": ["-m", "dragoman", "advise", WORLD],
        "advise --engine columns": ["-m", "dragoman", "advise", WORLD, "--engine", "columns"],
    }
    found = race_starts(commands)
    section = "Start, processor time of the process"
    yield Row(section, "", "python -c pass", found["pass"].median * 1e6)
    yield Row(section, "", "python -c 'import yaml, durable.engine'", found["imports"].median * 1e6)
    allowed = 3 + 0.06 / found["pass"].median
    times = found["pass"].times(found["--help"])
    yield Row(
        section, "", "dragoman --help", found["--help"].median * 1e6, "python -c pass", times, f"<= {allowed:.2f}"
    )
    for name in ("advise", "advise --engine columns"):
        times, goal = found["imports"].times(found[name]), "<= 4.5" if name == "advise" else ""
        yield Row(section, "", f"dragoman {name}", found[name].median * 1e6, "import yaml, durable.engine", times, goal)


def _app(_: list[Workload]) -> Iterator[Row]:
    """The app: its first picture, and what happens in it."""
    from tests.benchmarks.app import app  # loads Textual, which the other sections do without

    yield from app()


def _language(_: list[Workload]) -> Iterator[Row]:
    """Reading plain English."""
    from tests.benchmarks.language import language  # loads the reader, which the other sections do without

    yield from language()


SECTIONS = {
    "one": _one,
    "many": _many,
    "millions": _millions,
    "record": _record,
    "exact": _exact,
    "start": _start,
    "app": _app,
    "language": _language,
}

if __name__ == "__main__":
    sys.exit(main())
