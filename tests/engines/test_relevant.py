"""Rules that nothing told can set going are left out before durable_rules sees them; what fires stays the same."""

import pytest

from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.program.relevant import relevant
from tests.explain.worlds import NAMES, world


@pytest.mark.parametrize("name", NAMES)
def test_the_rules_that_are_left_out_do_not_fire(name: str) -> None:
    evaluation = world(name)
    program, evidence = evaluation.program, evaluation.evidence
    left = relevant(program, evidence.by_fact)
    assert len(left.rules) < len(program.rules)
    whole = ColumnsEngine().run(program, evidence)
    assert {firing.rule for firing in whole.firings} <= {rule.id for rule in left.rules}
    assert (whole.true, whole.firings) == (evaluation.model.true, evaluation.model.firings)


def test_a_rule_is_left_out_where_one_type_that_it_reads_is_neither_told_nor_concluded() -> None:
    program = world(NAMES[0]).program
    assert relevant(program, program.facts) == program
    assert relevant(program, ()).rules == ()
    rule = next(rule for rule in program.rules if len({literal.fact.name for literal in rule.when}) > 1)
    read = {literal.fact.name for literal in rule.when}
    assert rule in relevant(program, read).rules
    assert not any(rule in relevant(program, read - {name}).rules for name in read)
