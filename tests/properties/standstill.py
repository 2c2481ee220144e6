"""Real processes that stand still for more than ten seconds, side by side: the advice is the right one.

    python -m tests.properties.standstill [--processes 100] [--seconds 12] [--together 50] [--seed 1]

Each process is `dragoman audit` on the report's own world, with every firing in its output. It is stopped at a random moment
of its life (SIGSTOP, as by Ctrl-Z or a paused container), and goes on later. Its output must be that of a process
that was left alone, and so must its exit code. Stopped processes cost nothing, so a great many stand still at once.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from threading import Semaphore

COMMAND = (sys.executable, "-m", "dragoman", "audit", "2020-11-report-world", "--format", "json")
AT_ONCE = os.cpu_count() or 1
"""So many run at a time; of those that stand still there may be more."""


@dataclass(frozen=True)
class Run:
    """What a process said."""

    code: int
    output: bytes
    complaint: bytes


def main() -> int:
    """Stop them all and say what came of it; 1 if any said anything else than one that was left alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=12, help="how long each stands still")
    parser.add_argument("--together", type=int, default=50, help="how many stand still at once")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    seen = stop_many(options.processes, options.seconds, options.together, options.seed)
    print(*(f"{what}: {number}" for what, number in sorted(seen.items())), sep="\n")
    return 1 if seen["something else"] else 0


def stop_many(
    processes: int, seconds: float, together: int, seed: int, command: Sequence[str] = COMMAND
) -> Counter[str]:
    """What came of so many processes."""
    dice, running = Random(seed), Semaphore(AT_ONCE)
    left_alone = subprocess.run(command, capture_output=True, check=True)
    expected = Run(left_alone.returncode, left_alone.stdout, left_alone.stderr)
    started = time.monotonic()
    subprocess.run(command, capture_output=True, check=True)
    life = time.monotonic() - started
    moments = [dice.uniform(0, 1.1 * life) for _ in range(processes)]
    seen: Counter[str] = Counter()
    with ThreadPoolExecutor(together) as pool:
        for run in pool.map(lambda moment: stopped(command, moment, seconds, running), moments):
            seen["ended before it could be stopped" if run is None else "stopped"] += 1
            if run is not None:
                seen["the same" if run == expected else "something else"] += 1
            if run is not None and run != expected:
                print(f"exit code {run.code}, {len(run.output):,} bytes: {run.complaint.decode()[-500:]}", flush=True)
    return seen


def stopped(command: Sequence[str], moment: float, seconds: float, running: Semaphore) -> Run | None:
    """What a process says that stands still after `moment` seconds; None if it ended before."""
    with running:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(moment)
        is_running = process.poll() is None
        if is_running:
            process.send_signal(signal.SIGSTOP)
    if is_running:
        time.sleep(seconds)
    with running:
        process.send_signal(signal.SIGCONT)
        output, complaint = process.communicate()
    return Run(process.returncode, output, complaint) if is_running else None


if __name__ == "__main__":
    sys.exit(main())
