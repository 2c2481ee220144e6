"""What the shipped worlds hang on, source by source and threshold by threshold, run through durable_rules."""

from __future__ import annotations

import dataclasses

import jsonschema
import pytest

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.exact.change_forms import Moved
from dragoman.exact.levers import levers_of
from dragoman.exact.machine import machine_of
from dragoman.exact.schemas import SCHEMAS
from dragoman.exact.source_answers import source_answers
from dragoman.exact.sources import sources, whose_word
from dragoman.exact.space import Space
from dragoman.exact.thresholds import threshold_ranges
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.load import with_parameters
from tests.cli.shell import ran
from tests.rulebooks import report, situation

RETE = engine_named(EngineName.RETE)


def evaluation(name: str) -> Evaluation:
    return evaluate(report(), situation(name), RETE)


@pytest.mark.parametrize("name", ["2020-11-report-world", "kyrgyzstan-after-debt-talks"])
def test_without_a_source_that_is_lost_which_hangs_on_it(name: str) -> None:
    now = evaluation(name)
    machine = machine_of(now.program)
    shown = set(machine.output)
    checks = sources(Space(now, machine, [lever for lever in levers_of(now, machine) if not lever.is_new]))
    assert sum(bool(check.withdrawn.takes) for check in checks) > 3
    for check in checks[:4]:
        kept = tuple(s for s in now.situation.statements if whose_word(report(), s.said) != check.title)
        after = evaluate(report(), dataclasses.replace(now.situation, statements=kept), RETE).model.true
        advised = {a for a in now.model.true - after if a in shown and a.fact in report().recommendations}
        assert {a for a in check.withdrawn.takes if a.fact in report().recommendations} == advised


def test_beyond_an_end_of_a_stretch_the_advice_is_another() -> None:
    now = evaluation("2020-11-report-world")
    ranges = threshold_ranges(now)
    assert [one.parameter.name for one in ranges] == [
        "dependency_debt_share",
        "dependency_loans",
        "dependency_gas_share",
    ]
    for one in ranges:
        last = one.stretches[-1]
        assert last.low is not None
        other = with_parameters(report(), {one.parameter.name: last.low + 1})
        after = evaluate(other, situation("2020-11-report-world"), RETE).model.true
        assert _advice(now.model.true - after) == _advice(last.takes)


def test_what_hangs_on_sources_and_thresholds_is_told_in_words() -> None:
    done = ran("sources", "2020-11-report-world", "--for", "tajikistan")
    assert "Agence France Presse, 29 April 2020 (B3), 2 statements" in done.out
    assert "withdrawn, this goes: Alternative for Tajikistan in finance" in done.words
    assert "WEAKEST LINKS" in done.out
    flips = ran("flips", "2020-11-report-world", "--for", "kyrgyzstan")
    assert "more than 42.5 and up to 45 percent: Alternative for Kyrgyzstan in finance would go" in flips.words


def test_the_answer_is_of_its_schema() -> None:
    answer = source_answers(evaluation("kyrgyzstan-after-debt-talks"))
    jsonschema.validate(answer.to_dict(), SCHEMAS["sources"]())
    assert all(isinstance(one.withdrawn, Moved) for one in answer.sources)
    assert answer.weakest


def _advice(atoms: frozenset[Atom] | tuple[Atom, ...]) -> set[Atom]:
    return {atom for atom in atoms if atom.fact in report().recommendations}
