"""`dragoman audit`: the whole record, in order."""

import re

from dragoman.advice.evaluate import evaluate
from dragoman.engines.rete.engine import ReteEngine
from dragoman.situation.assemble import read_situation
from tests.cli.shell import HALF, LENDERS, WORLD, longest, ran, run
from tests.rulebooks import report


def test_a_record_reads_like_one() -> None:
    assert ran("audit", "loan", "--rulebook", LENDERS).rows == [
        "   1 share-means-dependence (bank = exchange, town = north) gives Northtown depends on the Exchange",
        "     [likely]",
        "     from the Exchange holds 60 percent of Northtown's debt [firm] told at",
        "       lenders/situations/loan.yaml:4:12",
        "     assuming not known that Northtown is under a guardian",
        "     level 1 · strength likely · claims holder-is-heard · report A.1, A.2",
        "   2 dependent-town-is-squeezed (bank = exchange, town = north) gives Northtown is squeezed",
        "     [possible]",
        "     from Northtown depends on the Exchange [likely] concluded by 1",
        "     from the Exchange and the Vault have no pact [firm] told at lenders/situations/loan.yaml:8:17",
        "     level 2 · strength possible · claims banks-squeeze · report B.2",
        "   3 union-offers-credit (bank = exchange, town = north) gives the union should offer Northtown",
        "     credit [likely]",
        "     from Northtown depends on the Exchange [likely] concluded by 1",
        "     from Northtown goes its own way [firm] told at lenders/situations/loan.yaml:7:12",
        "     from the Charter of 2019 is in force [firm] told at lenders/instruments.yaml:2:3",
        "     assuming nobody denied that money keeps its worth",
        "     level 2 · strength firm · claims union-should-lend · report C.1",
        "3 firings, fired by rete (durable_rules)",
    ]


def test_every_firing_of_the_model_is_there_in_its_order() -> None:
    rulebook = report()
    for name in (WORLD, HALF):
        model = evaluate(rulebook, read_situation(rulebook, [name]), ReteEngine()).model
        record = ran("audit", name, "--format", "json").json()
        found = [(f["level"], f["rule"], f["bindings"], f["fact"], f["key"], f["status"]) for f in record["firings"]]
        assert found == [
            (f.level, f.rule, dict(f.bindings), f.conclusion.fact, list(f.conclusion.key), f.status.value)
            for f in model.firings
        ]
        assert [f["number"] for f in record["firings"]] == list(range(1, len(model.firings) + 1))
        assert record["engine"] == model.engine


def test_the_text_numbers_every_firing_and_counts_them() -> None:
    done = ran("audit", WORLD)
    numbers = [int(found) for found in re.findall(r"^ {0,3}(\d+) [a-z]", "\n".join(done.rows[:-1]), re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert done.rows[-1] == f"{len(numbers)} firings, fired by rete (durable_rules)"
    assert longest(done.out) <= 100


def test_one_rule_keeps_its_numbers_of_the_whole_record() -> None:
    whole = ran("audit", WORLD, "--format", "json").json()["firings"]
    rule = whole[-1]["rule"]
    only = ran("audit", WORLD, "--rule", rule, "--format", "json").json()["firings"]
    assert only == [firing for firing in whole if firing["rule"] == rule]
    assert only
    text = ran("audit", WORLD, "--rule", rule)
    assert f"{only[0]['number']:>4} {rule}" in text.out


def test_a_rule_that_did_not_fire_is_said() -> None:
    quiet = sorted(set(report().rules) - {f["rule"] for f in ran("audit", HALF, "--format", "json").json()["firings"]})
    assert ran("audit", HALF, "--rule", quiet[0]).words.startswith(
        f"{quiet[0]} did not fire: its conditions are not all met among the "
    )


def test_that_nothing_fired_is_said_with_the_reason() -> None:
    said = run("audit", "-", stdin="facts: []\n").out
    assert said == "No rule fired: nothing was told.\n"
    said = run("audit", "-", stdin="facts: [member: {state: kazakhstan, body: eaeu}]\n").words
    assert said == "No rule fired: no rule has all its conditions met among the 1 fact told."


def test_a_rule_that_does_not_exist_is_offered_the_nearest() -> None:
    rule = next(iter(report().rules))
    done = run("audit", WORLD, "--rule", rule[:-1])
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"dragoman: there is no rule '{rule[:-1]}'; did you mean '")


def test_an_audit_is_kept_to_no_state() -> None:
    """`--for` is not taken for an abbreviation of `--format`."""
    done = run("audit", WORLD, "--for", "kazakhstan")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("dragoman audit: there is no option '--for'")
