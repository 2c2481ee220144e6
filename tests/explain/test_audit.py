"""The audit is the whole record: every firing, numbered, each premise linked to what gave it."""

import pytest

from dragoman.engines.model import Status
from dragoman.explain.audit import audit
from dragoman.rulebook.forms import Mode
from tests.explain.worlds import NAMES, Lend, world


@pytest.mark.parametrize("name", NAMES)
def test_every_firing_of_the_model_is_there_in_order(name: str) -> None:
    evaluation = world(name)
    entries = audit(evaluation)
    assert [entry.firing for entry in entries] == list(evaluation.model.firings)
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert [e.firing.order for e in entries] == sorted(e.firing.order for e in entries)
    assert {entry.engine for entry in entries} == {evaluation.model.engine}


@pytest.mark.parametrize("name", NAMES)
def test_premises_link_to_the_firing_that_gives_them(name: str) -> None:
    evaluation = world(name)
    by_number = {entry.number: entry for entry in audit(evaluation)}
    links = 0
    for entry in by_number.values():
        for premise in entry.premises:
            if not premise.origin.startswith("concluded by "):
                assert premise.origin.startswith("told at ")
                known = evaluation.evidence.of(premise.atom)
                assert known is not None
                assert known.firm
                continue
            links += 1
            giver = by_number[int(premise.origin.removeprefix("concluded by "))]
            assert giver.firing.conclusion == premise.atom
            assert giver.firing.status is Status.GIVES
            assert giver.firing.level < entry.firing.level
            assert giver.number < entry.number
            assert giver.likelihood == premise.likelihood
    assert links


@pytest.mark.parametrize("name", NAMES)
def test_likelihoods_and_conditions_are_accounted_for(name: str) -> None:
    evaluation = world(name)
    for entry in audit(evaluation):
        rule = evaluation.rule(entry.firing.rule)
        assert entry.likelihood == min(entry.strength, *(premise.likelihood for premise in entry.premises))
        assert entry.strength is rule.strength
        assert len(entry.premises) + len(entry.assumed) == len(rule.when) + len(rule.unless)
        assert [premise.atom for premise in entry.premises[: len(rule.when)]] == list(entry.firing.premises)
        assert set(dict(entry.bindings)) == set(rule.variables)
        assert "{" not in entry.because
        assert bool(entry.at) != entry.beyond_report


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_s_own_entries_keep_their_numbers(name: str) -> None:
    evaluation = world(name)
    whole = audit(evaluation)
    for rule in list(dict.fromkeys(entry.firing.rule for entry in whole))[::25]:
        assert audit(evaluation, rule) == tuple(entry for entry in whole if entry.firing.rule == rule)


def test_what_did_not_count_is_on_record(lend: Lend) -> None:
    """Overruled, held back and confirmed, each by what was told."""
    evaluation = lend(
        "facts:\n"
        "  - share: {debtor: valley, creditor: exchange, percent: 60}\n"
        "  - not: {depends: {town: north, bank: exchange}}\n"
        "  - depends: {town: south, bank: exchange}\n"
        "  - not: {depends: {town: south, bank: exchange}}\n"
        "  - depends: {town: east, bank: exchange}\n"
    )
    statuses = {entry.firing.conclusion.key[0]: entry.firing.status for entry in audit(evaluation)}
    assert statuses == {"north": Status.OVERRULED, "south": Status.HELD_BACK, "east": Status.CONFIRMS}
    assert {atom.key[0] for atom in evaluation.model.true if atom.fact == "depends"} == {"east"}


def test_an_absence_that_was_told_is_a_premise(lend: Lend) -> None:
    evaluation = lend(
        "facts:\n  - share: {debtor: valley, creditor: exchange, percent: 60}\n  - not: {guarded: {town: north}}\n"
    )
    for entry in audit(evaluation):
        rule = evaluation.rule(entry.firing.rule)
        assert [literal.mode for literal in rule.unless] == [Mode.ABSENT]
        is_told = dict(entry.bindings)["town"] == "north"
        assert entry.assumed == (() if is_told else (entry.assumed[0],))
        assert [p.sentence for p in entry.premises[1:]] == (["Northtown is under no guardian"] if is_told else [])
