"""Clauses that lean on the one before: what is told of them, and what is not."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.read import Reader
from dragoman.rulebook.cache import load_rulebook
from tests.language.scoring import read_set, sets


@cache
def reader() -> Reader:
    museum = next(path for path in sets() if path.stem == "museum")
    return Reader(grammar_of(load_rulebook(read_set(museum).rulebook)))


def told(text: str) -> list[str]:
    return [_said(fact) for fact in reader().read(text).facts]


def offered(text: str) -> list[str]:
    return [_said(one.choices[0]) for one in reader().read(text).offered]


def _said(fact: ReadFact) -> str:
    return " ".join(["not"] * (not fact.holds) + [fact.fact, *map(str, fact.slots.values())])


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Lisbon has lodged a claim to the Book of Hours, and Oslo one to the Whale Skeleton",
            ["claimed portugal book_of_hours", "claimed norway whale"],
        ),
        ("Falk inspected the portrait, Okafor the whale", ["inspected falk portrait", "inspected okafor whale"]),
        ("Brandt, Castle have a night guard", ["night_guard brandt", "night_guard castle"]),
        (
            "Climate at the Castle: 21 degrees, 58 % humidity",
            ["temperature castle 21", "humidity castle 58"],
        ),
        ("Brandt: attendance rising, no night guard", ["attendance brandt rising", "not night_guard brandt"]),
        (
            "Attendance at the Castle is rising, the Brandt's is falling",
            ["attendance castle rising", "attendance brandt falling"],
        ),
        (
            "The Folk Museum has asked for the whale, no answer yet",
            ["loan_request folk whale pending"],
        ),
        (
            "The Folk Museum bought the Weaver Collection; the whale it received as a gift",
            ["acquired folk textiles purchase", "acquired folk whale gift"],
        ),
        ("The Castle, as well as the Brandt, has a night guard", ["night_guard castle", "night_guard brandt"]),
        ("The hoard is insured by Arden and by Northgate", ["insured arden hoard", "insured northgate hoard"]),
    ],
)
def test_what_a_clause_leaves_out_is_taken_from_the_one_before(text: str, facts: list[str]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Falk has not inspected the portrait, Okafor the whale",
        "Falk will inspect the portrait, Okafor the whale",
        "Lisbon wants to lodge a claim to the Book of Hours, and Oslo one to the Whale Skeleton",
        "Attendance at the Castle was rising, at the Brandt falling",
        "Target for the Castle: 21 degrees, 58 % humidity",
        "Castle: 21 degrees wanted",
        "Castle: 21 degrees tomorrow",
        "The Castle has a night guard. I doubt it.",
        "The Castle has a night guard. Not any more",
        "The Castle has a night guard. That's a lie!",
    ],
)
def test_nothing_is_told_of_what_is_doubted_denied_or_wanted(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "The Folk Museum bought the Weaver Collection; the whale it did not receive as a gift",
            "not acquired folk whale gift",
        ),
        ("The Castle and the Brandt are partners; it has a night guard", "night_guard castle"),
        ("Requests from the Brandt: whale turned down, hoard out", "loan_request brandt whale refused"),
    ],
)
def test_a_clause_that_is_not_sure_is_offered_with_what_it_leans_on(text: str, first: str) -> None:
    assert first in offered(text)
