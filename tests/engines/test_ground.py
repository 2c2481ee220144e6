"""The ground program holds what can be reached and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import EngineError
from dragoman.program.forms import Program
from dragoman.program.ground import MAX_INSTANCES, count_instances, ground
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Atom
from tests.engines.small import PERCENT, POWER, STATE, Json, both, derived, rule, small_program, told
from tests.rulebooks import report

FACTS: dict[str, Json] = {
    "poor": told(state=STATE),
    "leans": told(state=STATE, power=POWER),
    "debt": told(state=STATE, power=POWER, percent=PERCENT),
    "project": told(state=STATE, field={"one_of": ["road", "rail"], "optional": True}),
    "shared": told(state={**STATE, "spread": "none"}),
    "rivals": {**told(one=POWER, two=POWER), "symmetric": ["one", "two"]},
    "weak": derived(state=STATE),
    "bound": both(state=STATE, power=POWER),
    "fallen": derived(state=STATE, power=POWER),
}
LEANS: Json = {"leans": {"state": "$s", "power": "$p"}}
BOUND: Json = {"bound": {"state": "$s", "power": "$p"}}


def program(folder: Path, **rules: Json) -> Program:
    return small_program(folder, FACTS, {name.replace("_", "-"): body for name, body in rules.items()})


@pytest.mark.parametrize(
    ("when", "instances"),
    [
        ([{"poor": {"state": "$s"}}], 3),
        ([{"poor": {"state": "kz"}}], 1),
        ([LEANS], 6),
        ([{"leans": {"state": "$s", "power": "cn"}}], 3),
        ([{"leans": {"state": "$s"}}], 6),  # one firing for each power
        ([{"poor": {"state": "$s"}}, LEANS], 6),  # a join, no product
        ([{"poor": {"state": "$s"}}, {"leans": {"power": "$p"}}], 18),  # a product
        ([{"debt": {"state": "$s", "power": "cn", "percent": {"at_least": "low"}}}], 3),
        ([{"project": {"state": "$s"}}], 9),  # two fields, and no field told
        ([{"project": {"state": "$s", "field": "$f"}}], 6),  # a variable is no missing slot
        ([{"project": {"state": "kz", "field": "road"}}], 1),
        ([{"not": {"project": {"state": "$s"}}}], 3),  # in a denial a slot left out is missing
        ([{"shared": {"state": "$s"}}], 4),  # the region is one more value
        ([{"shared": {"state": "region"}}, {"poor": {"state": "$s"}}], 3),
        ([{"shared": {"state": "$s"}}, {"poor": {"state": "$s"}}], 3),
        ([{"rivals": {"one": "$a", "two": "$b"}}], 2),  # both readings of one pair, no power with itself
        ([{"rivals": {"one": "cn", "two": "ru"}}], 1),
        ([{"rivals": {}}], 1),
    ],
)
def test_instances_of_a_rule(tmp_path: Path, when: list[Json], instances: int) -> None:
    made = program(tmp_path, the_rule=rule(when, [{"weak": {"state": "kz"}}]))
    assert count_instances(made) == {"the-rule": instances}
    assert len(ground(made).instances) == instances


def test_what_only_rules_give_is_reached_through_them(tmp_path: Path) -> None:
    """`weak` comes of two states only, so a rule on it has two instances, not three."""
    made = program(
        tmp_path,
        first=rule([{"leans": {"state": "kz", "power": "cn"}}], [{"weak": {"state": "kz"}}]),
        second=rule([{"leans": {"state": "kg", "power": "cn"}}], [{"weak": {"state": "kg"}}]),
        then=rule([{"weak": {"state": "$s"}}, LEANS], [{"fallen": {"state": "$s", "power": "$p"}}]),
    )
    assert count_instances(made)["then"] == 4


def test_what_is_told_and_concluded_is_reached_either_way(tmp_path: Path) -> None:
    made = program(
        tmp_path,
        first=rule([{"poor": {"state": "kz"}}], [{"bound": {"state": "kz", "power": "cn"}}]),
        then=rule([BOUND], [{"fallen": {"state": "$s", "power": "$p"}}]),
    )
    assert count_instances(made)["then"] == 6


@pytest.mark.parametrize(
    ("when", "unless", "instances"),
    [
        ([LEANS, {"not": {"leans": {"state": "$s", "power": "cn"}}}], [], 3),  # left: power ru
        ([LEANS], [LEANS], 0),
        ([LEANS], [{"told": LEANS}], 0),
        ([{"not": LEANS}], [{"not": LEANS}], 0),
        ([{"not": LEANS}], [LEANS], 6),
        ([LEANS], [{"leans": {"state": "$s"}}], 0),
        ([LEANS], [{"leans": {"state": "$s", "power": "cn"}}], 3),
        ([BOUND], [{"told": BOUND}], 6),  # it may be concluded and not told
        ([BOUND], [BOUND], 0),
    ],
)
def test_what_contradicts_itself_is_left_out(
    tmp_path: Path, when: list[Json], unless: list[Json], instances: int
) -> None:
    made = program(
        tmp_path,
        bind=rule([LEANS], [BOUND]),
        the_rule=rule(when, [{"fallen": {"state": "$s", "power": "$p"}}], unless),
    )
    assert count_instances(made)["the-rule"] == instances


def test_an_absence_that_leaves_a_slot_out_is_one_group(tmp_path: Path) -> None:
    made = ground(
        program(
            tmp_path,
            the_rule=rule([{"poor": {"state": "$s"}}], [{"weak": {"state": "$s"}}], [{"leans": {"state": "$s"}}]),
        )
    )
    groups = [made.groups[group] for instance in made.instances for group in instance.unless]
    atoms = [sorted(made.atom(literal).key for literal in group) for group in groups]
    assert sorted(atoms) == [[(state, power) for power in ("cn", "ru")] for state in ("kg", "kz", "uz")]


def test_an_absence_that_can_never_be_broken_is_no_condition(tmp_path: Path) -> None:
    """No rule concludes `weak`, and nobody can tell it."""
    made = ground(
        program(
            tmp_path, the_rule=rule([LEANS], [{"fallen": {"state": "$s", "power": "$p"}}], [{"weak": {"state": "$s"}}])
        )
    )
    assert {instance.unless for instance in made.instances} == {()}


def test_premises_and_conclusions_of_an_instance(tmp_path: Path) -> None:
    made = ground(
        program(
            tmp_path,
            the_rule=rule(
                [{"rivals": {"one": "ru", "two": "cn"}}, LEANS], [{"fallen": {"state": "$s", "power": "$p"}}]
            ),
        )
    )
    instance = next(i for i in made.instances if i.values == ("cn", "kz"))
    assert [made.atom(literal) for literal in instance.when] == [
        Atom("rivals", ("cn", "ru")),
        Atom("leans", ("kz", "cn")),
    ]
    assert [made.propositions[number].atom for number in instance.then] == [Atom("fallen", ("kz", "cn"))]


def test_too_many_instances_are_refused_and_named(tmp_path: Path) -> None:
    product = rule([LEANS, {"leans": {"state": "$t", "power": "$q"}}], [{"weak": {"state": "$s"}}])
    made = program(tmp_path, a_small=rule([LEANS], [{"weak": {"state": "$s"}}]), big=product)
    assert count_instances(made) == {"a-small": 6, "big": 36}
    assert len(ground(made, limit=42).instances) == 42
    with pytest.raises(EngineError, match=r"more than 41 instances, most of them by 'big'"):
        ground(made, limit=41)
    assert count_instances(made, limit=41) == {"a-small": 6, "big": 36}
    assert count_instances(made, limit=20) == {"a-small": 6, "big": 15}


def test_the_shipped_rulebook_stays_far_below_the_limit() -> None:
    program = compile_program(report())
    counts = count_instances(program)
    assert set(counts) == {rule.id for rule in program.rules}
    assert sum(counts.values()) < MAX_INSTANCES / 20
