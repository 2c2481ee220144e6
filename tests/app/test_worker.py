"""Evaluation: away from the screen, one line at a time, in order; and nothing that fails there ends the app."""

import asyncio
import threading
from collections.abc import Callable

import pytest

from dragoman.engines.model import Engine, Model
from dragoman.errors import EngineError
from dragoman.program.forms import Program
from dragoman.situation.evidence import Evidence
from dragoman.views.trouble import trouble
from tests.app.support import ENGINE, TWO, Beside, Seat, echoes, in_app, rows_of, words_of

FACT = "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}"
OTHER = "not: {trade_war: {between: us, and: china}}"


class Failing:
    """Fires as the engine of record does, but for the runs that it is told to fail."""

    name = "failing"

    def __init__(self, error: Exception, *failing: int) -> None:
        self.error, self.failing, self.runs = error, failing, 0

    def run(self, program: Program, evidence: Evidence) -> Model:
        self.runs += 1
        if self.runs in self.failing:
            raise self.error
        return ENGINE.run(program, evidence)


def _nested() -> Exception:
    try:
        raise KeyError("[bold]f_17[/bold]")
    except KeyError as error:
        return error


ERRORS: dict[str, Callable[[], Exception]] = {
    "engine": lambda: EngineError("durable_rules failed on a fact: [bold]301[/bold] \x1b[2J"),
    "unexpected": _nested,
    "recursion": lambda: RecursionError("maximum recursion depth exceeded"),
}


@pytest.mark.parametrize("kind", ERRORS)
def test_an_engine_that_fails_costs_one_line(kind: str) -> None:
    error = ERRORS[kind]()

    @in_app(size=TWO, engine=lambda: Failing(error, 2, 3))
    async def still_there(seat: Seat) -> None:
        before = rows_of(seat.advice)
        await seat.say(FACT)
        assert seat.app.is_running
        said = words_of(seat.talk)
        assert f"› {FACT}" in said
        assert trouble(error).split("\x1b")[0].split("[")[0].strip() in said
        assert rows_of(seat.advice) == before
        assert seat.prompt.value == FACT
        await seat.press("enter")
        assert seat.prompt.value == FACT
        await seat.press("enter")
        beside = Beside()
        beside.say(FACT)
        assert rows_of(seat.advice) == beside.advice_in(seat.advice)
        assert seat.prompt.value == ""

    still_there()


@in_app(size=TWO, engine=lambda: Failing(EngineError("no"), 2))
async def test_lines_behind_one_that_fails_are_still_said(seat: Seat) -> None:
    await seat.paste(f"{FACT}\n{OTHER}")
    beside = Beside()
    beside.say(OTHER)
    assert rows_of(seat.advice) == beside.advice_in(seat.advice)
    assert seat.prompt.value == FACT


class Held:
    """Waits in every run while its gate is shut; notices two runs at once."""

    name = "held"

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.running = threading.Lock()
        self.threads: set[int] = set()

    def run(self, program: Program, evidence: Evidence) -> Model:
        if not self.running.acquire(blocking=False):
            raise EngineError("two runs at once")
        try:
            self.threads.add(threading.get_ident())
            assert self.gate.wait(timeout=60)
            return ENGINE.run(program, evidence)
        finally:
            self.running.release()


def test_lines_queue_while_the_engine_works() -> None:
    engine = Held()
    said = [f"debt_share: {{debtor: kazakhstan, creditor: china, percent: {percent}}}" for percent in (35, 45, 55)]

    @in_app(size=TWO, engine=lambda: engine)
    async def queue(seat: Seat) -> None:
        engine.gate.clear()
        before = rows_of(seat.advice)
        for text in said:
            seat.prompt.value = text
            seat.prompt.action_submit()
            await seat.pilot.pause()
        assert seat.app.waiting == len(said)
        await seat.pilot.pause(0.3)
        assert f"working out the advice, {len(said)} lines" in seat.screen[-1]
        await seat.pilot.press(*"abc")
        assert seat.prompt.value == "abc"
        assert rows_of(seat.advice) == before
        await seat.pilot.pause(2.0)
        talk = " ".join(rows_of(seat.app.main.talk))
        assert all(f"percent: {percent}" in talk for percent in (35, 45, 55)), "what waits long is shown"
        engine.gate.set()
        await seat.settle()
        assert seat.app.waiting == 0
        assert "working" not in seat.screen[-1]
        assert seat.prompt.value == "abc"
        beside = Beside()
        beside.say(*said)
        assert echoes(seat) == said
        assert rows_of(seat.advice) == beside.advice_in(seat.advice)

    queue()
    assert len(engine.threads) > 1, "the first run before the app is there, all others away from the screen"


def test_an_answer_reaches_the_panes_behind_the_palette() -> None:
    engine = Held()

    @in_app(size=TWO, engine=lambda: engine)
    async def behind(seat: Seat) -> None:
        engine.gate.clear()
        pane = seat.advice
        seat.prompt.value = FACT
        seat.prompt.action_submit()
        await seat.pilot.press("ctrl+p")
        assert len(seat.app.screen_stack) == 2
        engine.gate.set()
        async with asyncio.timeout(60):
            while seat.app.waiting:
                await asyncio.sleep(0.01)
        await seat.pilot.press("escape")
        await seat.settle()
        beside = Beside()
        beside.say(FACT)
        assert rows_of(pane) == beside.advice_in(pane)

    behind()


def test_these_are_engines() -> None:
    engines: list[Engine] = [Failing(EngineError("")), Held()]
    assert [engine.name for engine in engines] == ["failing", "held"]
