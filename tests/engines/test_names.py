"""Nothing that an author names reaches durable_rules, and no two names of our own share a hash of its."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.rete import names
from dragoman.engines.rete.plan import plan
from dragoman.program.normal import compile_program
from dragoman.rulebook.load import with_parameters
from tests.engines.small import POWER, STATE, Json, derived, evidence, rule, small_rulebook, told
from tests.properties.trial import shared_engine
from tests.rulebooks import report

BASIS, PRIME = 0x811C9DC5, 16777619
OWN = ("id", "sid", "$s", "$i", "$time", "$forward")
"""What durable_rules itself calls properties."""


def fnv(text: str) -> int:
    """The hash by which durable_rules tells names and ids apart: FNV-1a, 32 bits."""
    found = BASIS
    for byte in text.encode():
        found = (found ^ byte) * PRIME & 0xFFFFFFFF
    return found


def extended(hashes: list[int], characters: str) -> list[int]:
    """The hashes of all texts that are one character longer."""
    return [(found ^ byte) * PRIME & 0xFFFFFFFF for found in hashes for byte in characters.encode()]


def test_no_two_ids_of_a_session_share_a_hash() -> None:
    """All that there can be, and that of the fact in which durable_rules keeps the state of the session."""
    found = [BASIS]
    for _ in range(6):
        found = extended(found, "0123456789")
    assert len({*found, fnv("sid-0")}) == names.MAX_FACTS + 1
    assert fnv("000017") in found


def test_no_two_properties_of_a_fact_share_a_hash() -> None:
    tags = [name for name, _ in names.tag(0)]
    made = [f(number) for f in (names.slot, names.passed, names.same) for number in range(names.MAX_PROPERTIES + 1)]
    assert len({*map(fnv, (*tags, *made, *OWN))}) == len(tags) + len(made) + len(OWN)


def test_no_two_conditions_of_a_rule_share_a_hash() -> None:
    """A hash of 0 would mean that there is no fact."""
    found = {fnv(names.alias(number)) for number in range(names.MAX_CONDITIONS)}
    assert len(found - {0}) == names.MAX_CONDITIONS


def test_every_kind_of_fact_has_a_tag_of_its_own() -> None:
    assert len({names.tag(number) for number in range(names.MAX_TAGS)}) == names.MAX_TAGS
    assert max(Counter(names.tag(number)[0] for number in range(names.MAX_TAGS)).values()) <= 511


# -- what was seen when they were the author's


def test_two_slots_whose_names_share_a_hash_stay_two(tmp_path: Path) -> None:
    one, two = "xaunyxqwx", "ovoqdfhum"
    assert fnv(f"s_{one}") == fnv(f"s_{two}"), "as it was encoded once"
    slots = {one: STATE, two: STATE}
    facts = {"pair": told(**slots), "hit": derived(x=STATE), "same": derived(x=STATE)}
    rules = {
        "one": rule([{"pair": {one: "kz", two: "$x"}}], [{"hit": {"x": "$x"}}]),
        "two": rule([{"pair": {one: "$x", two: "$x"}}], [{"same": {"x": "$x"}}]),
    }
    agree(tmp_path, facts, rules, [{"pair": {one: "kz", two: "kg"}}, {"pair": {one: "kg", two: "kz"}}], firings=1)


def test_facts_whose_content_shares_a_hash_stay_two(tmp_path: Path) -> None:
    """The two shares of the crafted file, and some thousand more: durable_rules would have taken one for another."""
    percent = {"number": "percent", "min": 0, "max": 100}
    facts = {"debt_share": told(debtor=STATE, creditor=POWER, percent=percent), "owes": derived(x=STATE)}
    condition = {"debt_share": {"debtor": "$x", "creditor": "cn", "percent": {"at_least": "low"}}}
    rules = {"owes": rule([condition], [{"owes": {"x": "$x"}}])}
    shares = {"kg": Decimal("50.652302"), "uz": Decimal("70.349727")}
    said = [{"debt_share": {"debtor": x, "creditor": "cn", "percent": share}} for x, share in shares.items()]
    agree(tmp_path, facts, rules, said, firings=2)


@pytest.mark.parametrize("name", ["id", "sid", "c7", "m0", "end", "m", "all", "any", "s_x", "t"])
def test_a_name_that_durable_rules_or_we_use_is_a_name_like_any_other(name: str, tmp_path: Path) -> None:
    slots = {name: {"one_of": [name, "other"]}}
    facts = {name: told(**slots), "hit": derived(x=slots[name])}
    rules = {name: rule([{name: {name: "$x"}}, {name: {name: name}}], [{"hit": {"x": "$x"}}])}
    agree(tmp_path, facts, rules, [{name: {name: name}}, {name: {name: "other"}}], firings=2)


def agree(folder: Path, facts: dict[str, Json], rules: dict[str, Json], said: list[Json], *, firings: int) -> None:
    """Both engines come to the same, in so many firings."""
    rulebook = small_rulebook(folder, facts, rules)
    program, known = compile_program(rulebook), evidence(rulebook, folder / "told", *said)
    one, other = shared_engine().run(program, known), ColumnsEngine().run(program, known)
    assert (one.true, one.firings) == (other.true, other.firings)
    assert len(one.firings) == firings


# -- one ruleset for all thresholds


def test_a_ruleset_holds_no_word_of_the_rulebook_and_no_threshold() -> None:
    """Which is why it is the same one whatever the thresholds are."""
    rulebook = report()
    made = plan(compile_program(rulebook)).ruleset
    words = {*rulebook.facts, *rulebook.entities, *rulebook.rules}
    assert not [word for word in words if f'"{word}"' in made]
    changed = with_parameters(rulebook, {"dependency_debt_share": Decimal("12.5")})
    assert plan(compile_program(changed)).ruleset == made
