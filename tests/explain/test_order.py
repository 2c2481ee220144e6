"""The order of reasons: the report's own, the rank, how much is told, the place; never an id's spelling.

The best proof starts with the likeliest.
"""

import dataclasses
from itertools import count
from typing import Any

import pytest

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import evaluate
from dragoman.advice.forms import Advice, Instance
from dragoman.advice.support import Support
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.errors import Place
from dragoman.rulebook.forms import Atom, Condition, Mode, Rule, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.assemble import read_situation
from tests.explain.worlds import CENTRAL_ASIA, LENDERS, NAMES, advice, world

NUMBERS = count()
BASE = LENDERS.rules["refusal-shows-pride"]
STEADY = dataclasses.replace(LENDERS.rules["union-offers-credit"].unless[0], mode=Mode.HOLDS)
CREDIT = LENDERS.recommendations["offer_credit"].under_way_when[0]
UNGUARDED = LENDERS.rules["share-means-dependence"].unless[0]
FACTS = """\
facts:
  - refuses: {town: north, offer: loan}
  - steady: {}
    likelihood: likely
  - credit_given: {town: north}
"""


def reason(name: str, *more: Condition, line: int = 1, **changed: Any) -> Rule:
    """A rule that gives the same from the refusal of a loan and `more`."""
    when, place = (*BASE.when, *more), Place("rules.yaml", line)
    return dataclasses.replace(BASE, id=name, when=when, place=place, **changed)


def with_rules(rulebook: Rulebook, rules: dict[str, Rule]) -> Rulebook:
    """The same rulebook with other rules; its digest is another, by which engines know it."""
    return dataclasses.replace(rulebook, rules=rules, digest=f"{rulebook.digest} {next(NUMBERS)}")


@pytest.mark.parametrize("names", [("first", "second"), ("z", "a"), ("a", "z")])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"line": 1}, {"strength": Likelihood.LIKELY, "line": 2}),
        ({"rank": 9, "line": 2}, {"beyond_report": True}),
        ({"rank": 1, "line": 2}, {"rank": 2}),
        ({"rank": 9, "line": 2}, {"more": (CREDIT,)}),
        ({"more": (CREDIT,), "line": 2}, {}),
        ({"more": (CREDIT,), "line": 2}, {"more": (STEADY,)}),
        ({"line": 2}, {"unless": (UNGUARDED,)}),
        ({"line": 1}, {"line": 2}),
    ],
    ids=[
        "place-before-likelier",
        "report",
        "rank",
        "rank-before-told",
        "told",
        "told-likelier",
        "assumes-less",
        "place",
    ],
)
def test_what_stands_first(
    tmp_path: Any, first: dict[str, Any], second: dict[str, Any], names: tuple[str, str]
) -> None:
    rules = [reason(n, *one.pop("more", ()), **one) for n, one in zip(names, (dict(first), dict(second)), strict=True)]
    rulebook = with_rules(LENDERS, {rule.id: rule for rule in rules})
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    evaluation = evaluate(rulebook, read_situation(rulebook, [tmp_path / "facts.yaml"]), ColumnsEngine())
    proud = Atom("proud", ("north",))
    support = Support(evaluation)
    assert [firing.rule for firing in support.reasons(proud)] == list(names)
    best = support.giving(proud)[0]
    assert evaluation.likelihoods.of_firing[best] == evaluation.likelihoods.of_atom[proud]
    assert support.best_proof(proud)[0] is best
    likelihoods = {support.likelihood(firing) for firing in support.giving(proud)}
    if len(likelihoods) == 1:
        assert best is support.reasons(proud)[0]


def instances(found: Advice) -> list[Instance]:
    return [
        *(i for one in found.recommendations for i in one.instances),
        *(i for one in found.results for i in one.instances),
    ]


def worded(found: Advice) -> object:
    """All that the advice says, without the ids of rules."""
    reasons = [(i.sentence, [(r.sentence, r.likelihood) for r in i.reasons]) for i in instances(found)]
    return reasons, found.assumptions, found.thresholds


@pytest.mark.parametrize("name", NAMES)
def test_the_spelling_of_an_id_orders_nothing(name: str) -> None:
    renamed = {rule.id[::-1]: dataclasses.replace(rule, id=rule.id[::-1]) for rule in CENTRAL_ASIA.rules.values()}
    rulebook = dataclasses.replace(CENTRAL_ASIA, rules=renamed, digest="reversed")
    then = advice_of(evaluate(rulebook, world(name).situation, REVERSED))
    assert worded(then) == worded(advice(name))


REVERSED = ColumnsEngine()


@pytest.mark.parametrize("name", NAMES)
def test_the_report_s_reasons_stand_before_the_rulebook_s_own(name: str) -> None:
    for instance in instances(advice(name)):
        marks = [CENTRAL_ASIA.rules[r.rule].beyond_report for r in instance.reasons]
        assert marks == sorted(marks)
