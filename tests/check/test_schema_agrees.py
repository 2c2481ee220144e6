"""The JSON Schemas and the readers say the same of generated documents: in short; `python -m tests.check.agree` at length."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from dragoman.rulebook.installed import shipped
from dragoman.rulebook.shapes import KINDS
from tests.check.agree import TAKEN, UNSEEN, Judge, apart, search


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return Judge(tmp_path_factory.mktemp("rulebook"))


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_schema_takes_has_no_mistake_of_shape_and_the_other_way_round(kind: str, judge: Judge) -> None:
    counts: Counter[str] = Counter()
    assert search(kind, settings().max_examples, 1, judge, counts) == {}
    assert counts[f"{kind}: refused in shape"]
    assert counts[f"{kind}: right in shape"]


FACTS = "{situation: A, facts: [{debt_share: {debtor: kyrgyzstan, creditor: china, percent: %s}, likelihood: %s}]}"
RULES = "{rules: [{group: g, given: [{depends_on: {state: $s}}], %s}]}"
SMALLEST = [
    ("claims", "{claims: {%s: {at: MIL.3, kind: fact, text: t}}}", ("x" * 100,), ("x" * 101, '"no"', '"A b"')),
    ("claims", "{claims: {a: {at: MIL.3, kind: fact, text: %s}}}", ("7", "true", "'~'"), ("''", "' '", "~", "[]", "")),
    (
        "claims",
        "{claims: {a: {at: %s, kind: fact, text: t}}}",
        ("[]", "~", "' MIL.3 '", "5.1.2", "'5.10'", "'7'", "p.34", "art.12(2)"),
        ("{}", "[7]", "5.10", '"a,b"'),
    ),
    ("claims", "{claims: %s}", ("{}", "null", ""), ("[]", "claims", "7")),
    (
        "rulebook",
        "{rulebook: r, title: t, version: 1.0, report: {title: t, authors: a, publisher: p, date: 2020-11-30},"
        " parameters: {p: {value: %s, unit: km, reason: r}}}",
        ("1.1234567", "-0", "999999999999", "1.12345678901234567890"),
        ("042", "+5", "'5'", "1000000000000", "0x1F", ".inf", "NaN", "~"),
    ),
    (
        "instruments",
        "{instruments: {a: {title: t, document: d, adopted: %s}}}",
        ("2020-02-29",),
        ("2021-02-29", "2020-2-3"),
    ),
    ("passages", "{passages: {MIL.3: [%s]}}", ("[1, 3.0]",), ("[1]", "[1, 2, 3]", "[1, 007]", "[1, x]", "7")),
    ("passages", "{passages: {MIL.3: [[1, %s]]}}", ("12345678901234567890",), ("1" * 21, "1" * 5000)),
    (
        "vocabulary",
        "{entity_types: {}, fact_types: {a: {from: derived, says: s, slots: {b: {%s}}}}}",
        ("one_of: [c]", "one_of: {c: a c}", "number: km, min: 1, max: 2", "one_of: c, exhaustive: true"),
        (
            "one_of: []",
            "one_of: {}",
            "one_of: {c: ~}",
            "one_of: ~",
            "",
            "number: km, max: 2",
            "one_of: c, spread: each",
            "one_of: c, entity: d",
        ),
    ),
    ("rules", RULES, ("rules: [{id: r, because: b, then: [{lost_room: {state: $s}}]}]",), ("rules: []", "rules: ~")),
    (
        "rules",
        "{rules: [{id: r, because: b, when: %s, then: [{lost_room: {state: x}}]}]}",
        (),
        ("[]", "~", "{}", "[7]"),
    ),
    (
        "situation",
        "{%s}",
        ("facts: []", "facts: ~", "based_on: world"),
        ("note: n", "situation: s", "fact: []", "note: ~"),
    ),
    (
        "cases",
        "{cases: [{case: a, at: MIL.3, %s}]}",
        ("facts: [], nothing: true", "based_on: world, expect: []"),
        ("facts: []", "facts: [], nothing: false", "nothing: true", "expect: [], forget: []"),
    ),
    (
        "situation",
        FACTS % ("%s", "likely"),
        ("42 %", "35..45", "{at_least: 35 %}"),
        ("042 %", "+42 %", "42 km", "{}", "'42'"),
    ),
    (
        "situation",
        FACTS % ("42", "%s"),
        ("60", "0.6 %", "7.5%"),
        ("0.6", "100 %", "0 %", "unhedged", "[]", "60 percent"),
    ),
]


@pytest.mark.parametrize(
    ("kind", "form", "right", "wrong"), SMALLEST, ids=[f"{s[0]}-{n}" for n, s in enumerate(SMALLEST)]
)
def test_the_smallest_cases(kind: str, form: str, right: tuple[str, ...], wrong: tuple[str, ...], judge: Judge) -> None:
    for value in right:
        verdict = judge.judge(kind, form.replace("%s", value))
        assert (verdict.shape, verdict.is_valid, verdict.is_valid_with_names) in (([], True, True), ([], True, None)), (
            value
        )
    for value in wrong:
        verdict = judge.judge(kind, form.replace("%s", value))
        assert verdict.shape, value
        assert not (verdict.is_valid and verdict.is_valid_with_names is not False), value


LOANS = "{facts: [{loans: {borrower: kyrgyzstan, lender: china, amount: %s}}]}"
SUMS = ("8", "1.7bn USD", "$2bn", "2.5bn EUR", "8..10", "{at_least: 8, at_most: 10bn USD}")
NO_SUMS = ("[]", "true", "many", "'8'", "{}", "{at_lest: 8}", "{at_least: []}", "~")


def test_sums_of_money(tmp_path: Path) -> None:
    """What a currency is takes the kind to judge; everything else of a sum the schema knows too."""
    judge = Judge(tmp_path, shipped())
    for text in SUMS:
        verdict = judge.judge("situation", LOANS % text)
        assert (verdict.findings, verdict.is_valid, verdict.is_valid_with_names) == ((), True, True), text
    for text in NO_SUMS:
        verdict = judge.judge("situation", LOANS % text)
        assert (bool(verdict.shape), verdict.is_valid_with_names) == (True, False), text
    for text in ("1.7bn XYZ", "¥3bn", "8 km"):
        verdict = judge.judge("situation", LOANS % text)
        assert (bool(verdict.shape), verdict.is_valid_with_names, list(apart(verdict))) == (True, True, []), text


EXCUSED = [
    ("an exponent", "situation", FACTS % ("4e1", "likely")),
    ("many digits", "situation", FACTS % ("1.123456789012345678901", "likely")),
    ("a likelihood as 1e1", "situation", FACTS % ("42", "1e1")),
    ("a number slot", "situation", FACTS % ("42 km", "likely")),
    ("a key slot", "rules", RULES.replace("$s", "[kyrgyzstan]").replace("%s", "rules: [{id: r, because: b}]")),
    ("an open end", "situation", FACTS % ("'<8'", "likely")),
    ("a number unlikely", "situation", FACTS % ("42", "unlikely")),
    ("one in both slots", "situation", "{facts: [{trade_war: {between: china, and: china}}]}"),
    ("a label denied", "situation", "{facts: [{project: {host: kyrgyzstan, title: t}, likelihood: unlikely}]}"),
    (
        "a pole",
        "board",
        "{title: t, rows: {group: central_asia, as: state}, poles: [rusia, china], columns: {c: {title: t, signs:"
        " [{leads: china, when: [{lost_room: {state: $state}}], reason: r}]}}}",
    ),
    ("a parameter of a case", "cases", "{cases: [{case: a, at: MIL.3, facts: [], nothing: true, parameters: {p: 7}}]}"),
    (
        "a slot of a recommendation",
        "recommendations",
        "{recommendations: {offer_alternative: {title: t, action: a, target: power}}}",
    ),
    ("a rule of a group", "rules", RULES.replace("%s", "rules: [{id: r, because: b}]")),
    (
        "every word",
        "rules",
        "{rules: [{id: r, because: b, beyond_report: true, then: [{lost_room: {state: kyrgyzstan}}], when:"
        " [{power_gap: {between: china, and: russia, trend: [growing, stable, shrinking]}}]}]}",
    ),
]


@pytest.mark.parametrize(("name", "kind", "text"), EXCUSED, ids=[name for name, _, _ in EXCUSED])
def test_each_exception_excuses_something(name: str, kind: str, text: str, judge: Judge) -> None:
    verdict = judge.judge(kind, text)
    assert list(apart(verdict)) == []
    assert any(UNSEEN[name].excuses(finding) for finding in (*verdict.shape, *verdict.facts))
    assert verdict.is_valid_with_names if UNSEEN[name].with_names else verdict.is_valid


def test_there_is_a_case_for_each_exception() -> None:
    assert {name for name, _, _ in EXCUSED} == UNSEEN.keys() - {"a sum of money"}
    assert all(unseen.why for unseen in UNSEEN.values())
    assert all(taken.why for taken in TAKEN.values())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a likelihood in capitals", FACTS % ("42", "Likely")),
        ("an alias", "{facts: [{trade_war: {between: Beijing, and: russia}}]}"),
    ],
)
def test_what_the_reader_takes_beyond_the_schema(name: str, text: str, judge: Judge) -> None:
    verdict = judge.judge("situation", text)
    assert not verdict.findings
    assert not verdict.is_valid_with_names
    assert verdict.is_valid == TAKEN[name].with_names
    assert list(apart(verdict)) == []


def test_a_difference_is_found(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its excuse, an exception is a difference."""
    monkeypatch.delitem(UNSEEN, "an exponent")
    assert len(list(apart(judge.judge("situation", FACTS % ("4e1", "likely"))))) == 1
