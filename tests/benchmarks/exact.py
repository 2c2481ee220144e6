"""Exact answers: how long they take beyond loading and evaluating, and one changed fact against evaluating anew."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.exact.ask_answers import ask
from dragoman.exact.flip_answers import MOST, hinges, recommended
from dragoman.exact.flips import Flipper
from dragoman.exact.levers import changed, levers_of
from dragoman.exact.machine import machine_of
from dragoman.exact.robust_answers import robust
from dragoman.exact.silence import silence_report
from dragoman.exact.space import Space
from tests.benchmarks.measuring import race
from tests.benchmarks.rows import Row
from tests.benchmarks.workload import Workload
from tests.rulebooks import columns

SECTION = "Exact answers about one situation, beyond loading and evaluating"
LIMITS = {
    "flips of all recommendations": 1.0,
    "flips as shown": 1.0,
    "ask": 0.2,
    "robust": 0.05,
    "silence report": 0.05,
}
"""Seconds."""
TURNS = 5


def exact_answers(work: Workload) -> Iterator[Row]:
    """Each answer, and what it is held against."""
    evaluation = evaluate(work.rulebook, work.situations[0], columns())
    machine_of(evaluation.program)
    one_by_one = _anew(evaluation)
    found = race({**_answers(evaluation), **_one_change(evaluation), "anew": one_by_one}, TURNS)
    for name, seconds in LIMITS.items():
        took = found[name].median
        yield Row(SECTION, work.name, name, took * 1e6, f"{seconds:g} s", took / seconds, "<= 1")
    number = len(_flipper(evaluation).singles)
    tried = found["flips of all recommendations"].times(found["anew"]) * number
    name = "flips of all recommendations"
    yield Row(
        SECTION, work.name, name, found[name].median * 1e6, f"each of {number} single changes evaluated anew", tried
    )
    alone = found["alone"].times(found["anew"])
    yield Row(SECTION, work.name, "one changed fact", found["alone"].median * 1e6, "evaluating anew", alone, ">= 10")
    each = found["together"].median / number
    yield Row(
        SECTION,
        work.name,
        "one changed fact among all",
        each * 1e6,
        "evaluating anew",
        found["together"].times(found["anew"]) * number,
        ">= 10",
    )


def _answers(evaluation: Evaluation) -> dict[str, Callable[[int], object]]:
    def flips(_: int) -> None:
        flipper = _flipper(evaluation)
        for atom in recommended(evaluation, flipper.space.machine, ()):
            flipper.flips(atom, MOST)

    return {
        "flips of all recommendations": flips,
        "flips as shown": lambda _: hinges(evaluation),
        "ask": lambda _: ask(evaluation),
        "robust": lambda _: robust(evaluation),
        "silence report": lambda _: silence_report(evaluation),
    }


def _one_change(evaluation: Evaluation) -> dict[str, Callable[[int], object]]:
    """What is concluded after one change, through the columns: alone, and all such changes together."""
    flipper = _flipper(evaluation)
    alone = itertools.cycle(flipper.singles)
    return {
        "alone": lambda _: flipper.space.run([next(alone)]),
        "together": lambda _: flipper.space.run(flipper.singles),
    }


def _anew(evaluation: Evaluation) -> Callable[[int], object]:
    """One change after the other, each situation weighed and evaluated from its statements."""
    flipper, engine = _flipper(evaluation), columns()
    choices = itertools.cycle(flipper.singles)

    def run(_: int) -> None:
        ((lever, way),) = next(choices).items()
        moved = flipper.space.levers[lever]
        situation = changed(evaluation.rulebook, evaluation.situation, {moved: moved.ways[way]})
        evaluate(evaluation.rulebook, situation, engine)

    return run


def _flipper(evaluation: Evaluation) -> Flipper:
    machine = machine_of(evaluation.program)
    return Flipper(Space(evaluation, machine, levers_of(evaluation, machine)))
