"""Interrupts, lacks of memory, jumps of the clock, processes that stand still: the right model or an error.

In short; `python -m tests.properties.interrupts` and `python -m tests.properties.standstill` try thousands and hundreds.
"""

from __future__ import annotations

import array
import fcntl
import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from functools import cache

import pytest

from dragoman.engines.model import Model
from dragoman.engines.rete.engine import ReteEngine
from tests.properties import interrupts, standstill

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")


# What is raised may fall into what looks after garbage, of hypothesis for one, where nobody can catch it: Python says so and goes on.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_whatever_is_raised_at_any_moment_leaves_the_next_evaluation_right() -> None:
    seen = interrupts.disturb(60, "short")
    assert seen["KeyboardInterrupt"] > 20
    assert seen["MemoryError"] > 0
    assert (seen["wrong"], seen["wrong afterwards"]) == (0, 0)


@cache
def undisturbed() -> Model:
    program, evidences = interrupts.worlds()
    return ReteEngine().run(program, evidences[0])


@pytest.mark.parametrize("kind", [KeyboardInterrupt, MemoryError])
@pytest.mark.parametrize(
    ("call", "which"),
    [
        ("create_ruleset", 0),  # it is called once
        *(
            (call, which)
            for call in ("assert_fact", "start_action_for_state", "complete_and_start_action")
            for which in (0, 1, 7)
        ),
    ],
)
def test_what_is_raised_around_a_call_of_the_engine_is_neither_swallowed_nor_kept(
    kind: type[BaseException], call: str, which: int
) -> None:
    """Before the call and after it, the first time and later; the next evaluation is right, as is the one after it."""
    program, evidences = interrupts.worlds()
    engine = ReteEngine()
    for before in (True, False):
        if call == "create_ruleset":
            engine = ReteEngine()
        real = engine._host._engine
        engine._host._engine = Raising(real, call, which, kind, before=before)
        with pytest.raises(kind):
            engine.run(program, evidences[0])
        engine._host._engine = real
        assert [engine.run(program, evidences[0]) for _ in range(2)] == [undisturbed()] * 2


class Raising:
    """The C engine, but that one of its calls is interrupted."""

    def __init__(self, real: object, call: str, which: int, kind: type[BaseException], *, before: bool) -> None:
        self._real, self._call, self._left, self._kind, self._before = real, call, which, kind, before

    def __getattr__(self, name: str) -> Callable[..., object]:
        function: Callable[..., object] = getattr(self._real, name)
        return self._interrupted(function) if name == self._call else function

    def _interrupted(self, function: Callable[..., object]) -> Callable[..., object]:
        def called(*arguments: object) -> object:
            self._left -= 1
            if self._left == -1 and self._before:
                raise self._kind
            result = function(*arguments)
            if self._left == -1:
                raise self._kind
            return result

        return called


def test_a_clock_that_jumps_changes_nothing_or_is_an_error() -> None:
    done = interrupts.under_jumping_clock(20, 1)
    if done is None:
        pytest.skip("no C compiler")
    assert done.returncode == 0, done.stderr
    assert "right: " in done.stdout
    assert "wrong" not in done.stdout


def test_processes_that_stand_still_say_what_others_say() -> None:
    """Not for ten seconds here: at once, as by Ctrl-Z and `fg`."""
    seen = standstill.stop_many(3, 0.2, 3, seed=1)
    assert seen["stopped"] > 0
    assert seen["something else"] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="how much of a pipe is taken at once")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_process_that_is_stopped_while_it_writes_writes_on(unbuffered: str) -> None:
    """A pipe that is full, and the writer stopped: the system then says that it took a part, and the rest must follow."""
    process = subprocess.Popen(
        standstill.COMMAND, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": unbuffered}
    )
    assert process.stdout is not None
    waiting = array.array("i", [0])
    while waiting[0] < 65_536:
        fcntl.ioctl(process.stdout, termios.FIONREAD, waiting)
        time.sleep(0.01)
    process.send_signal(signal.SIGSTOP)
    time.sleep(0.05)
    process.send_signal(signal.SIGCONT)
    output, _ = process.communicate()
    assert process.returncode == 0
    assert output == subprocess.run(standstill.COMMAND, stdout=subprocess.PIPE, check=True).stdout
