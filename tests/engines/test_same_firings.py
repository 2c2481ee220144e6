"""Both engines are one engine: the same firings from the shipped situations, from the cases, from random rulebooks."""

from __future__ import annotations

import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, note, settings

from dragoman.engines.model import Engine
from dragoman.program.normal import compile_program
from dragoman.rulebook.load import with_parameters
from dragoman.situation.assemble import empty_situation, situation_names
from dragoman.situation.evidence import weigh
from dragoman.situation.forms import Situation
from tests.engines.agreement import columns_apart, engines_apart, is_too_big
from tests.properties import differential
from tests.properties.strategies import examples, trials
from tests.properties.tellings import Telling
from tests.properties.trial import differences, forgets, load, read_telling, run, shared_engine
from tests.properties.worlds import World
from tests.rulebooks import cases, columns, report, situation

COLUMNS = columns()


SHARE = (pytest.param(40, id="some"), pytest.param(9, id="more", marks=pytest.mark.long))


@pytest.mark.parametrize("every", SHARE)
def test_the_situations_and_the_cases_of_the_rulebook(every: int) -> None:
    """Of each the firings, and for all with the same thresholds together what whole columns say of them."""
    rulebook = report()
    tried: dict[str, tuple[tuple[tuple[str, Decimal], ...], Situation]]
    tried = {name: ((), situation(name)) for name in situation_names(rulebook)}
    some = cases()[::every]  # `dragoman test` and tests/check/test_shipped.py try each engine on all
    tried |= {case.id: (case.parameters, case.situation) for case in some}
    tried["nothing told"] = (), empty_situation(rulebook)
    for thresholds in dict.fromkeys(parameters for parameters, _ in tried.values()):
        program = compile_program(with_parameters(rulebook, dict(thresholds)))
        known = {name: weigh(rulebook, told) for name, (own, told) in tried.items() if own == thresholds}
        for name, evidence in known.items():
            assert (name, engines_apart(program, evidence, (shared_engine(), COLUMNS))) == (name, [])
        models = [COLUMNS.run(program, evidence) for evidence in known.values()]
        assert list(columns_apart(COLUMNS, program, [*known.values()], models)) == []


def agree(trial: tuple[World, list[Telling]], others: tuple[Engine, ...]) -> None:
    """Columns give what the oracle and `others` give on one random rulebook, and so do whole columns."""
    world, tellings = trial
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rulebook = load(folder / "rulebook", world.documents())
        note("\n".join(path.read_text() for path in sorted((folder / "rulebook").glob("[rv]*.yaml"))))
        program, outcomes = compile_program(rulebook), []
        assume(not is_too_big(program))
        for number, telling in enumerate(tellings):
            situation = read_telling(rulebook, folder / f"situation{number}", telling)
            if situation is None:
                continue
            note(str(telling))
            outcomes.append(outcome := run(COLUMNS, rulebook, situation))
            assert differences(rulebook, outcome, situation, forgets(telling)) == []
            assert engines_apart(program, outcome.evidence, (COLUMNS, *others)) == []
        evidences, models = [o.evidence for o in outcomes], [o.model for o in outcomes]
        assert list(columns_apart(COLUMNS, program, evidences, models)) == []


@settings(examples(), max_examples=settings().max_examples)  # no ruleset is loaded, so one process holds any number
@given(trials())
def test_columns_give_what_the_oracle_gives(trial: tuple[World, list[Telling]]) -> None:
    agree(trial, ())


@examples(divisor=4)
@given(trials(situations=3))
def test_columns_give_what_rete_gives(trial: tuple[World, list[Telling]]) -> None:
    agree(trial, (shared_engine(),))


def test_random_rulebooks_fire_in_every_way() -> None:
    """What the differential rests on: it compares firings of every status, and finds a difference where there is one."""
    totals: Counter[str] = Counter()
    for number in range(25):
        with tempfile.TemporaryDirectory() as folder:
            assert list(differential.compare(7, number, (COLUMNS,), Path(folder), totals)) == []
    assert all(totals[f"firings: {status}"] for status in ("gives", "confirms", "overruled", "held back")), totals
    rulebook = report()
    program = compile_program(rulebook)
    evidence = weigh(rulebook, situation("2020-11-report-world"))
    nothing = weigh(rulebook, empty_situation(rulebook))
    assert list(columns_apart(COLUMNS, program, [evidence], [COLUMNS.run(program, nothing)])) != []
