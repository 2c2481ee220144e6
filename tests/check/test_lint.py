"""What `check` does not find: each of these looks like a mistake of tests/reader/broken/RB6... and is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.check import check
from dragoman.lint.naming import folded
from tests.check.small import PROTEST, UNREST, Small, derived, rule, told

Json = dict[str, Any]
CLAIM = {"at": "MIL.1", "kind": "mechanism", "text": "Protest may grow.", "hedge": "possible"}


@pytest.fixture
def small() -> Small:
    return Small()


def test_the_small_rulebook_has_nothing_to_find(small: Small, tmp_path: Path) -> None:
    assert small.messages(tmp_path) == []


def test_the_findings_come_in_one_order(small: Small, tmp_path: Path) -> None:
    small.types |= {"strike": told("state"), "lockout": told("state")}
    small.rules += [rule("other", [PROTEST], UNREST), rule("another", [PROTEST], UNREST)]
    small.write(tmp_path)
    first, second = check(tmp_path)[1], check(tmp_path)[1]
    assert first == second == tuple(sorted(first))
    assert len(first) > 3


def test_mistakes_come_alone(small: Small, tmp_path: Path) -> None:
    """What is unneeded is looked at once nothing is wrong: half a rulebook needs less than the whole."""
    small.types["strike"] = told("state")
    small.files["cases/all"] = {"cases": [{"case": "one", "at": "MIL.1", "facts": []}]}
    assert small.codes(tmp_path) == ["FA505"]


# -- firing


def test_conditions_that_can_both_hold_do_not_contradict_each_other(small: Small, tmp_path: Path) -> None:
    small.types["mood"] = told("state", slots={"state": {"entity": ["state"]}, "how": _words("calm", "tense", "angry")})
    small.rules.append(
        rule(
            "tense",
            [_mood("calm", "tense"), _mood("tense", "angry"), {"not": _mood("calm")}],
            UNREST,
            strength="likely",
        )
    )
    assert small.messages(tmp_path) == []


def test_an_unless_may_be_about_less_than_when_asks_for(small: Small, tmp_path: Path) -> None:
    small.types["mood"] = told("state", slots={"state": {"entity": ["state"]}, "how": _words("calm", "tense", "angry")})
    narrower = [_mood("calm"), {"protest": {"state": "tajikistan"}}]
    small.rules = [rule("protest-may-grow", [PROTEST, _mood("calm", "tense")], UNREST, unless=narrower)]
    assert small.messages(tmp_path) == []


def test_what_is_concluded_may_be_asked_for_unless_it_was_told(small: Small, tmp_path: Path) -> None:
    small.types["anger"] = told("state", **{"from": "both"})
    small.rules += [
        rule("anger", [PROTEST], {"anger": {"state": "$state"}}),
        rule(
            "concluded-anger",
            [{"anger": {"state": "$state"}}],
            UNREST,
            unless=[{"told": {"anger": {"state": "$state"}}}],
        ),
    ]
    assert small.messages(tmp_path) == []


def test_a_rule_without_slots_to_name_is_provided_for(small: Small, tmp_path: Path) -> None:
    small.types["tension"] = derived()
    small.rules += [
        rule("tension", [PROTEST], {"tension": {}}),
        rule("tension-spreads", [{"tension": {}}], {"unrest": {"state": "kazakhstan"}}),
    ]
    assert small.messages(tmp_path) == []


# -- comparison


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"strength": "likely", "unless": [{"strike": {"state": "$state"}}]}, {}),
        ({"when": [PROTEST, {"strike": {"state": "$state"}}], "strength": "likely"}, {}),
        ({"when": [{"strike": {"state": "$state"}}]}, {}),
        ({"unless": [{"strike": {"state": "kazakhstan"}}]}, {"unless": [{"strike": {"state": "tajikistan"}}]}),
        ({"then": [UNREST, {"crisis": {"state": "$state"}}], "when": [PROTEST, {"strike": {"state": "$state"}}]}, {}),
    ],
    ids=["stronger", "narrower and stronger", "another condition", "another unless", "a further conclusion"],
)
def test_neither_of_two_rules_serves_for_the_other(small: Small, tmp_path: Path, one: Json, other: Json) -> None:
    small.types |= {"strike": told("state"), "crisis": derived("state", shown_as="risk")}
    first = rule("first", [PROTEST], UNREST)
    small.rules = [{**first, **one}, {**first, "id": "second", **other}, rule("crisis", [{"strike": {}}], _crisis())]
    assert small.messages(tmp_path) == []


def test_a_rule_that_encodes_a_claim_of_its_own_is_not_superfluous(small: Small, tmp_path: Path) -> None:
    small.types["strike"] = told("state")
    small.files["claims"] = {"claims": {"wide": CLAIM, "narrow": CLAIM}}
    narrow = [PROTEST, {"strike": {"state": "$state"}}]
    small.rules = [rule("wide", [PROTEST], UNREST, claims=["wide"]), rule("narrow", narrow, UNREST, claims=["narrow"])]
    assert small.messages(tmp_path) == []
    small.rules[1]["claims"] = ["wide"]
    assert small.codes(tmp_path) == ["RB605", "RB621"][::-1]


def test_a_rule_about_one_is_served_by_the_rule_about_all(small: Small, tmp_path: Path) -> None:
    small.rules.append(rule("in-one", [{"protest": {"state": "kazakhstan"}}], {"unrest": {"state": "kazakhstan"}}))
    assert small.codes(tmp_path) == ["RB605"]


def test_a_slot_left_out_asks_for_less_than_a_variable(small: Small, tmp_path: Path) -> None:
    small.types["crisis"] = derived(shown_as="risk")
    small.rules += [
        rule("anywhere", [{"protest": {}}], {"crisis": {}}),
        rule("somewhere", [PROTEST], {"crisis": {}}),
    ]
    assert small.messages(tmp_path) == [
        "RB605: the rule 'somewhere' can go: 'anywhere' concludes the same on fewer conditions, "
        "no less strongly, and encodes every claim that it encodes"
    ]


# -- use


@pytest.mark.parametrize("unit", ["thousand EUR", "thousand euros"])
def test_a_threshold_of_money_has_the_unit_of_the_slot_or_what_sentences_call_it(
    small: Small, tmp_path: Path, unit: str
) -> None:
    slots = {"state": {"entity": ["state"]}, "sum": {"money": "thousand EUR", "min": 0, "max": 1000}}
    small.types["debt"] = {**told("state", "sum"), "slots": slots}
    small.rulebook["parameters"]["much"] = {"value": 40, "unit": unit, "reason": "the report gives none"}
    small.rules.append(rule("debts", [{"debt": {"state": "$state", "sum": {"at_least": "much"}}}], UNREST))
    assert small.messages(tmp_path) == []


def test_what_a_shipped_situation_tells_is_used(small: Small, tmp_path: Path) -> None:
    small.entity_types["company"] = "A company."
    small.entities["kazmunaigas"] = {"title": "KazMunaiGas", "types": ["company"]}
    small.types["strike"] = {
        "from": "told",
        "slots": {"at": {"entity": ["company"]}},
        "says": "strike at {at}",
        "question": "Is there a strike at {at}?",
        "context": "nothing follows from a strike",
    }
    small.files["situations/world"] = {"facts": [{"strike": {"at": "kazmunaigas"}}]}
    assert small.messages(tmp_path) == []


def test_what_can_stand_in_what_is_only_noted_is_used(small: Small, tmp_path: Path) -> None:
    small.entity_types["company"] = "A company."
    small.entities["kazmunaigas"] = {"title": "KazMunaiGas", "types": ["company"]}
    small.types["strike"] = told("at", slots={"at": {"entity": ["company"]}})
    assert small.codes(tmp_path) == ["RB611", "RB613"]
    small.types["strike"]["context"] = "nothing follows from a strike"
    assert small.messages(tmp_path) == []


def test_what_is_told_may_be_shown_or_concluded_or_noted_and_read_by_no_rule(small: Small, tmp_path: Path) -> None:
    small.types["shown"] = told("state", **{"from": "both", "shown_as": "finding"})
    small.types["noted"] = told("state", context="nothing follows from it")
    small.files["situations/world"] = {
        "facts": [{"shown": {"state": "kazakhstan"}}, {"noted": {"state": "kazakhstan"}}]
    }
    assert small.messages(tmp_path) == []
    del small.types["noted"]["context"]
    small.types["shown"]["context"] = "nothing follows from it"
    assert sorted(small.codes(tmp_path)) == ["RB615", "RB616"]


def test_a_condition_of_any_kind_reads_what_is_told(small: Small, tmp_path: Path) -> None:
    strike = {"strike": {"state": "$state"}}
    small.types["strike"] = told("state")
    for kind in ("unless", "tempered_by"):
        small.rules = [rule("protest-may-grow", [PROTEST], UNREST, **{kind: [strike]})]
        assert small.messages(tmp_path) == []


def test_a_group_that_facts_can_be_told_of_is_used(small: Small, tmp_path: Path) -> None:
    small.groups["both"] = {"title": "both", "members": ["kazakhstan", "tajikistan"]}
    small.types["protest"]["slots"]["state"]["spread"] = "each"
    assert small.messages(tmp_path) == []


def test_a_conclusion_that_only_tempers_is_used(small: Small, tmp_path: Path) -> None:
    small.types |= {"calm": derived("state"), "trust": told("state")}
    small.rules = [
        rule("protest-may-grow", [PROTEST], UNREST, tempered_by=[{"calm": {"state": "$state"}}]),
        rule("trust-calms", [{"trust": {"state": "$state"}}], {"calm": {"state": "$state"}}),
    ]
    assert small.messages(tmp_path) == []


def test_an_instrument_that_follows_one_that_is_used_is_used(small: Small, tmp_path: Path) -> None:
    small.files["instruments"] = {
        "instruments": {
            "first": {"title": "the first", "document": "1"},
            "second": {"title": "the second", "document": "2", "follows": "first"},
        }
    }
    small.rules[0]["when"] = [PROTEST, {"in_force": {"instrument": "first"}}]
    assert small.messages(tmp_path) == []


# -- claims


def test_a_difference_from_the_hedge_may_be_explained(small: Small, tmp_path: Path) -> None:
    small.files["claims"] = {
        "claims": {"grows": {**CLAIM, "hedge": "likely"}, "told": {**CLAIM, "not_encoded": "an input"}}
    }
    small.rules = [rule("protest-may-grow", [PROTEST], UNREST, claims=["grows"])]
    assert small.codes(tmp_path) == ["RB623"]
    small.rules[0]["hedge_differs"] = "The claim is of a trend, the rule of one protest."
    assert small.messages(tmp_path) == []


def test_the_weakest_hedge_counts(small: Small, tmp_path: Path) -> None:
    small.files["claims"] = {"claims": {"firm": {**CLAIM, "hedge": "unhedged"}, "weak": CLAIM}}
    small.rules = [rule("protest-may-grow", [PROTEST], UNREST, claims=["firm", "weak"])]
    assert small.messages(tmp_path) == []


# -- names and sentences


def test_names_are_folded_by_what_one_hears() -> None:
    assert folded("Nur-Sultan") == folded("nur_sultan") == folded("NÚR SULTAN")
    assert folded("redrawn") != folded("re-drawn")


def test_one_name_may_be_an_entity_and_a_word_and_stand_in_many_slots(small: Small, tmp_path: Path) -> None:
    small.types["mood"] = told("state", slots={"state": {"entity": ["state"]}, "protest": _words("calm", "kazakhstan")})
    small.rules.append(rule("mood", [{"mood": {"state": "$state", "protest": "calm"}}], UNREST))
    assert small.messages(tmp_path) == []


def test_an_alias_may_be_repeated_within_one_entity(small: Small, tmp_path: Path) -> None:
    small.entities["kazakhstan"]["aliases"] = ["Kazakhstán", "the Kazakhstan", "KZ"]
    assert small.messages(tmp_path) == []


def test_an_optional_slot_and_one_that_is_shown_beside_need_not_be_named(small: Small, tmp_path: Path) -> None:
    small.types["unrest"]["slots"]["soon"] = {"one_of": ["now", "short", "long"]}
    small.beside = {"soon": {"short": "within a year"}}
    small.types["protest"]["slots"]["over"] = {"one_of": ["debt", "land"], "optional": True}
    small.rules[0]["then"] = [{"unrest": {"state": "$state", "soon": "now"}}]
    assert small.messages(tmp_path) == []
    small.beside = {}
    assert [message[:5] for message in small.messages(tmp_path)] == ["RB642"]


@pytest.mark.parametrize(
    "because",
    [
        "{state} will probably see more of it.",
        "It is likely. We say so with high confidence, of {state}.",
        "Confidence-building measures in {state} may fail.",
        "The confidence that {state} has in Moscow could fade.",
    ],
)
def test_likelihood_alone_and_confidence_alone_are_no_mixture(small: Small, tmp_path: Path, because: str) -> None:
    small.rules[0]["because"] = because
    assert small.messages(tmp_path) == []


def _words(*words: str) -> Json:
    return {"one_of": list(words), "value": True}


def _mood(*words: str) -> Json:
    return {"mood": {"state": "$state", "how": list(words)}}


def _crisis() -> Json:
    return {"crisis": {"state": "kazakhstan"}}
