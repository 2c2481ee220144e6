"""Conditions and conclusions: what rules, recommendations and boards write in braces."""

from __future__ import annotations

from dragoman.source.braces import Alone, Fact, Slots

DENIAL = Fact("a denial", Slots.TESTS, Alone, variables=True, is_complete=True, is_denied=True)
CONDITION = Fact("a condition", Slots.TESTS, Alone, variables=True, inside={"not": DENIAL})
UNLESS = Fact(
    "a condition of 'unless'",
    Slots.TESTS,
    Alone,
    variables=True,
    inside={
        "not": Fact("a denial of 'unless'", Slots.TESTS, Alone, variables=True, is_denied=True),
        "told": Fact("a fact that is told", Slots.TESTS, Alone, variables=True),
    },
)
CONCLUSION = Fact("a conclusion", Slots.CONCLUDED, Alone, variables=True, is_complete=True)
