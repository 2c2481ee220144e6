"""Times beside each other: contenders take turns, and what counts is the ratio within a turn.

A machine that others use moves every absolute number by half; ratios within one turn move far less. Time is the
processor's (of this thread's process), so that waiting for it does not count; how much of a core the process got is
recorded beside the results.
"""

from __future__ import annotations

import gc
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

TURNS = 15
LENGTH = 0.02
"""Seconds that a contender runs in a turn."""


@dataclass(frozen=True)
class Timing:
    """What one contender took, turn by turn."""

    seconds: tuple[float, ...]
    """For one run, in each turn."""

    @property
    def median(self) -> float:
        """Seconds for one run."""
        return statistics.median(self.seconds)

    def times(self, other: Timing) -> float:
        """How many times as long `other` takes: the median over the turns."""
        return statistics.median(theirs / mine for mine, theirs in zip(self.seconds, other.seconds, strict=True))


def race(contenders: Mapping[str, Callable[[int], object]], turns: int = TURNS) -> dict[str, Timing]:
    """Each contender in each turn, with the number of the turn, run again and again for some `LENGTH` seconds."""
    found: dict[str, list[float]] = {name: [] for name in contenders}
    gc.collect()
    for turn in range(turns):
        for name, run in contenders.items():
            repeats = max(1, round(LENGTH / max(_once(run, turn), 1e-7)))
            before = time.process_time()
            for _ in range(repeats):
                run(turn)
            found[name].append((time.process_time() - before) / repeats)
    return {name: Timing(tuple(seconds)) for name, seconds in found.items()}


def _once(run: Callable[[int], object], turn: int) -> float:
    run(turn)  # whatever is made at the first run is made now
    before = time.process_time()
    run(turn)
    return time.process_time() - before


def race_starts(commands: Mapping[str, Sequence[str]], turns: int = TURNS, *, warm: bool = True) -> dict[str, Timing]:
    """The processor time of whole processes, children's children included; `warm` leaves out the first start."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(turns + warm):
        for name, command in commands.items():
            before = _of_children()
            subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
            if turn or not warm:  # the first start reads the disk and may compile
                found[name].append(_of_children() - before)
    return {name: Timing(tuple(seconds)) for name, seconds in found.items()}


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def share_of_a_core(seconds: float = 0.3) -> float:
    """How much of a core this process gets: 1 on a quiet machine."""
    wall, cpu = time.perf_counter(), time.process_time()
    while time.perf_counter() - wall < seconds:
        pass
    return (time.process_time() - cpu) / (time.perf_counter() - wall)
