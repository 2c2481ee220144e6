"""The app: its first picture, how soon a key is seen and a line answered, what it takes while nobody does anything.

Starts are whole processes in a terminal, held against an empty Textual app, in processor time: up to the first picture, which
has header, line and keys, and up to the one that has the session too. They find bytecode, as an installed program does. The
rest runs inside this process, under Textual's Pilot.
"""

from __future__ import annotations

import asyncio
import copy
import fcntl
import gc
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from dragoman.conversation.step import say
from dragoman.engines.model import Model
from dragoman.engines.rete.engine import ReteEngine
from dragoman.program.forms import Program
from dragoman.rulebook.load import read_rulebook
from dragoman.session.session import Session
from dragoman.session.workspace import Opened
from dragoman.situation.evidence import Evidence
from dragoman_tui.app import DragomanApp
from dragoman_tui.dialogue import Dialogue
from tests.app import support
from tests.app.support import TWO, Seat
from tests.benchmarks.measuring import Timing
from tests.benchmarks.rows import Row

_WORLD = "2020-11-report-world"
_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Everything is F1")
Empty().run()
"""
_SIGN = b"F1"
"""What the first picture has in its last row."""
_STARTS: dict[str, tuple[Sequence[str], Sequence[bytes]]] = {
    "an empty Textual app": (["-c", _EMPTY], [_SIGN]),
    "dragoman chat": (["-m", "dragoman", "chat", "--no-journal"], [_SIGN, b"is not kept"]),
    f"dragoman chat {_WORLD}": (["-m", "dragoman", "chat", "--no-journal", _WORLD], [_SIGN, b"Tell what is different"]),
}
"""By name, the command, and what its pictures have in them: the first one, and that with what there is to begin from, or with the
advice."""
_TURNS = 7
_FRAME = 33_000.0
"""Microseconds."""
_FACT = "debt_share: {{debtor: kazakhstan, creditor: china, percent: {}}}"
_MANY = 2000


def app() -> Iterator[Row]:
    """All of it."""
    yield from _starts()
    yield from asyncio.run(_inside())


# -- starts


def _starts() -> Iterator[Row]:
    section = "The app's first picture, processor time of the process"
    found: dict[str, list[Sequence[float]]] = {name: [] for name in _STARTS}
    with tempfile.TemporaryDirectory() as bytecode:
        for turn in range(_TURNS + 1):
            for name, (command, signs) in _STARTS.items():
                seconds = to_pictures(command, signs, bytecode)
                if turn:  # the first start reads the disk and compiles
                    found[name].append(seconds)
    times = {name: [Timing(one) for one in zip(*seconds, strict=True)] for name, seconds in found.items()}
    empty, *others = times
    alone = times[empty][0]
    yield Row(section, "", empty, alone.median * 1e6)
    for name in others:
        first, whole = times[name]
        yield Row(section, "", name, first.median * 1e6, empty, alone.times(first), "<= 1.5")
        yield Row(section, "", f"{name}, with its session", whole.median * 1e6, empty, alone.times(whole))


def to_pictures(command: Sequence[str], signs: Sequence[bytes], bytecode: str) -> list[float]:
    """Seconds of the processor that a Python process takes until its terminal shows each of these, one after the other."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, *command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "TERM": "xterm-256color", "PYTHONPYCACHEPREFIX": bytecode},
    )
    os.close(theirs)
    drawn, found = b"", []
    try:
        for sign in signs:
            while sign not in drawn:
                if not select.select([ours], [], [], 120)[0]:
                    raise AssertionError(f"nothing is drawn: {drawn[-2000:]!r}")
                drawn += os.read(ours, 65536)
            stat = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii")
            user, system = stat.rpartition(")")[2].split()[11:13]
            found.append((int(user) + int(system)) / os.sysconf("SC_CLK_TCK"))
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    return found


# -- inside


class _Slow(ReteEngine):
    """Takes as long as it is told."""

    rests = 0.0

    def run(self, program: Program, evidence: Evidence) -> Model:
        until = time.thread_time() + self.rests
        while time.thread_time() < until:  # in Python, as the engine's own loop: it shares the interpreter's lock
            pass
        return super().run(program, evidence)


async def _inside() -> list[Row]:
    engine = _Slow()
    session = Session(read_rulebook(), engine, [_WORLD])
    warm = Session(session.rulebook, engine, [_WORLD])
    warm.ask(warm.say("China holds 50 percent of the foreign debt of Kazakhstan"))  # what is made once is made now
    support._PATIENCE = 600.0  # a measurement waits for a busy machine
    made = DragomanApp(partial(Opened, session))
    section = "The app at work, processor time of the process"
    rows: list[Row] = []
    async with made.run_test(size=TWO) as pilot:
        seat = Seat(made, pilot)
        await seat.until(lambda: made.main.advice.page is not None)
        await seat.say(_FACT.format(50))
        rows += await _echo(seat, engine, section)
        rows += await _answers(seat, engine, section)
        rows.append(await _idle(section))
        rows += await _scrolling(seat, section)
    return rows


async def _echo(seat: Seat, engine: _Slow, section: str) -> list[Row]:
    """How long a key takes to be drawn while an evaluation runs; by the clock, so a busy machine makes it longer."""
    alone = await _typed(seat)
    engine.rests = 1.0
    seat.prompt.value = _FACT.format(51)
    seat.prompt.action_submit()
    await asyncio.sleep(0.3)
    beside = await _typed(seat)
    engine.rests = 0.0
    await seat.settle()
    key = "a key typed, until it is drawn, by the clock"
    return [
        Row(section, "", key, alone * 1e6, "a frame", alone * 1e6 / _FRAME, "<= 1"),
        Row(section, "", f"{key}, while an evaluation runs", beside * 1e6, "a frame", beside * 1e6 / _FRAME, "<= 1"),
    ]


async def _typed(seat: Seat) -> float:
    found = []
    for letter in "abcdefgh":
        before = time.perf_counter()
        seat.press_at_once(letter)
        while not seat.prompt.text.endswith(letter):
            await asyncio.sleep(0)
        found.append(time.perf_counter() - before)
        await asyncio.sleep(0.02)
    seat.prompt.value = ""
    return statistics.median(found)


async def _answers(seat: Seat, engine: _Slow, section: str) -> list[Row]:
    """From Enter to the first snapshot, beyond reading and engine time: what the thread of lines adds, and the drawing.

    Each is the time of its own thread: the question and the hinges are being looked for meanwhile.
    """
    alone, whole = [], []
    gc.collect()
    gc.disable()  # as timeit does
    for percent in range(52, 61):
        session, text = copy.copy(seat.app.session), _FACT.format(percent)
        dialogue = Dialogue(session)
        before = time.thread_time()
        say(session.talk, text)
        alone.append(time.thread_time() - before)
        before = time.thread_time()
        snapshot = dialogue.answer(text)
        answered = time.thread_time() - before
        before = time.thread_time()
        seat.main.show(snapshot)
        await seat.pilot.pause()
        whole.append(answered + time.thread_time() - before)
    gc.enable()
    beyond = (statistics.median(whole) - statistics.median(alone)) * 1e6
    return [
        Row(section, "", "reading a line and firing the rules", statistics.median(alone) * 1e6),
        Row(section, "", "from Enter to the first snapshot, beyond that", beyond, "a frame", beyond / _FRAME, "<= 1"),
    ]


async def _idle(section: str) -> Row:
    """What it takes while nobody does anything."""
    await asyncio.sleep(1.0)
    before, wall = time.process_time(), time.perf_counter()
    await asyncio.sleep(4.0)
    share = (time.process_time() - before) / (time.perf_counter() - wall)
    return Row(section, "", "a second in which nobody does anything", share * 1e6, "a second", share, "<= 0.02")


async def _scrolling(seat: Seat, section: str) -> list[Row]:
    """A page of a short talk and of a long one."""
    few = await _page(seat)
    said = seat.talk.heard[-1]
    for _ in range(_MANY - len(seat.talk.heard)):
        seat.talk.add(said, keeps_room=False)
    await seat.settle()
    many = await _page(seat)
    return [
        Row(section, "", "a page of twenty lines of talk", few * 1e6),
        Row(section, "", f"a page of {_MANY:,} lines of talk", many * 1e6, "of twenty", many / few, "<= 1.5"),
    ]


async def _page(seat: Seat) -> float:
    found = []
    for _ in range(10):
        for way in (-1, 1):
            before = time.process_time()
            seat.talk.action_page(way)
            await seat.pilot.pause()
            found.append(time.process_time() - before)
    return statistics.median(found)
