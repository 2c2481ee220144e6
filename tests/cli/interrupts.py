"""Ctrl-C at random moments of real processes: `python -m tests.cli.interrupts --seed 1 --runs 200`.

Each run starts the program, waits a random part of the time that the command takes, and interrupts it. Right is an end
with 130 (what a shell also shows for a process that the signal itself ended, as it does while Python starts or shuts
down), or the whole answer with 0 if the interrupt came too late; in neither case a traceback. Python itself prints one,
and nobody can keep it from that, for an interrupt before it has come to the first line of this program; such a run is
counted apart, and it is one only if no line of the program stands in its traceback. Python may also lose an interrupt
in its own lock around an import, says so, and goes on: then the whole answer follows.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import dragoman
from tests.cli.shell import PROGRAM, WORLD, environment

COMMANDS = (("--help",), ("advise", WORLD), ("audit", WORLD, "--format", "json"), ("--version",), ("check",))
_OURS = f'File "{Path(dragoman.__file__).parent}'
"""How a line of the program is named in a traceback; its folder alone stands in those of Python's own search, too."""
_BEFORE_US = "Python was still starting"
_INTERRUPTED, _DONE, _LOST = "ended with 130", "was done before", "Python lost it while it imported"
_OF_THE_LOCK = "Exception ignored in: <function _get_module_lock"


def interrupted(command: Sequence[str], after: float, whole: bytes) -> str:
    """How a run ended that was interrupted `after` so many seconds; what is wrong with it, if anything is."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=120)
    text = err.decode(errors="replace")
    if not err and process.returncode in (130, -signal.SIGINT):
        return _INTERRUPTED
    if not err and process.returncode == 0 and out == whole:
        return _DONE
    if text.startswith(_OF_THE_LOCK) and _OURS not in text and process.returncode == 0 and out == whole:
        return _LOST
    if process.returncode != 0 and _OURS not in text and not out:
        return _BEFORE_US
    return f"WRONG: exit {process.returncode} after {after:.4f} s: {text}"


def search(seed: int, runs: int, commands: Sequence[Sequence[str]] = COMMANDS) -> Counter[str]:
    """How often runs at random moments ended how."""
    dice, found = random.Random(seed), Counter[str]()
    for arguments in commands:
        command = [*PROGRAM, *arguments]
        begun = time.perf_counter()
        whole = subprocess.run(command, capture_output=True, env=environment(), check=True).stdout
        taken = time.perf_counter() - begun
        for _ in range(runs):
            # the square: most moments early, where a program of Python has not yet put itself in order
            found[interrupted(command, taken * dice.random() ** 2, whole)] += 1
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--runs", type=int, default=100, help="of each command")
    given = parser.parse_args()
    print(f"seed {given.seed}, {given.runs} runs of each of {len(COMMANDS)} commands", flush=True)
    found = search(given.seed, given.runs)
    for ended, number in found.most_common():
        print(f"{number:>6}  {ended}")
    return int(any(ended.startswith("WRONG") for ended in found))


if __name__ == "__main__":
    sys.exit(main())
