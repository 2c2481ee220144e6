"""Both engines are one engine: the same firings from the shipped situations, from the cases, from random rulebooks."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given, note, settings

from dragoman.cases import Case, case_files, read_cases
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.model import Engine
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook, with_parameters
from dragoman.situation.assemble import empty_situation, read_situation
from dragoman.situation.evidence import weigh
from dragoman.situation.forms import Situation
from tests.engines.agreement import columns_apart, engines_apart, is_too_big
from tests.properties import differential
from tests.properties.strategies import examples, trials
from tests.properties.tellings import Telling
from tests.properties.trial import differences, forgets, load, read_telling, run, shared_engine
from tests.properties.worlds import World

RULEBOOK = read_rulebook()
SITUATIONS = sorted((Path(RULEBOOK.folder) / "situations").glob("*.yaml"))
CASES = read_cases(RULEBOOK, case_files(Path(RULEBOOK.folder)))
COLUMNS = ColumnsEngine()


def differ(rulebook: Rulebook, situation: Situation, engines: tuple[Engine, ...]) -> list[str]:
    """Where the engines, and whole columns, differ on one situation."""
    program, evidence = compile_program(rulebook), weigh(rulebook, situation)
    found = engines_apart(program, evidence, engines)
    return [*found, *columns_apart(COLUMNS, program, [evidence], [COLUMNS.run(program, evidence)])]


@pytest.mark.parametrize("path", SITUATIONS, ids=lambda path: path.stem)
def test_shipped_situations(path: Path) -> None:
    situation = read_situation(RULEBOOK, [path])
    assert differ(RULEBOOK, situation, (shared_engine(), COLUMNS)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_cases_of_the_rulebook(case: Case) -> None:
    rulebook = with_parameters(RULEBOOK, dict(case.parameters))
    assert differ(rulebook, case.situation, (shared_engine(), COLUMNS)) == []


def test_nothing_told() -> None:
    assert differ(RULEBOOK, empty_situation(), (shared_engine(), COLUMNS)) == []


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
    for number in range(60):
        with tempfile.TemporaryDirectory() as folder:
            for line in differential.compare(7, number, 5, Path(folder), COLUMNS):
                assert line["differences"] == []
                totals.update(line["firings"])
    assert all(totals[status] for status in ("gives", "confirms", "overruled", "held back")), totals
    program = compile_program(RULEBOOK)
    evidence = weigh(RULEBOOK, read_situation(RULEBOOK, SITUATIONS[:1]))
    nothing = weigh(RULEBOOK, empty_situation())
    assert list(columns_apart(COLUMNS, program, [evidence], [COLUMNS.run(program, nothing)])) != []
