"""The sets of lines: nothing is told that was not said, and what was read once is still read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.language.grammar import grammar_of
from dragoman.language.read import Reader
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.installed import shipped
from tests.language.scoring import HERE, Score, read_set, scored, sets

LEAST = {
    "authentication": (33, 27),
    "development": (140, 87),
    "intents": (343, 5),
    "learned": (318, 111),
    "nothing": (47, 0),
    "rivers": (20, 14),
    "traps": (93, 14),
    "unseen": (89, 41),
    "unseen-2": (117, 16),
}
"""Intents and exact lines of each set; more is better."""


@cache
def reader_of(folder: Path | None) -> Reader:
    return Reader(grammar_of(load_rulebook(folder)))


@cache
def score_of(path: Path) -> Score:
    lines = read_set(path)
    return scored(reader_of(lines.rulebook), lines.items)["all"]


@pytest.mark.parametrize("path", sets(), ids=lambda path: path.stem)
def test_nothing_is_told_that_was_not_said(path: Path) -> None:
    score = score_of(path)
    assert score.lines > 10
    assert score.false == 0, [miss for miss in score.misses if "FALSE" in miss]


@pytest.mark.parametrize("path", sets(), ids=lambda path: path.stem)
def test_what_was_read_is_still_read(path: Path) -> None:
    score = score_of(path)
    assert (score.intents, score.exact) >= LEAST[path.stem], score.misses


def test_lines_that_tell_nothing_get_no_offer() -> None:
    score = score_of(HERE / "nothing.yaml")
    assert score.offers_beside <= score.silent // 20


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        ("Kazakhstan is a member of the SCO", "and Tajikistan too", "member tajikistan sco True"),
        ("Kazakhstan is a member of the SCO", "but not Turkmenistan", "member turkmenistan sco False"),
        ("Tajikistan owes China 1.2 billion dollars", "it is a member of the CSTO", "member tajikistan csto True"),
        ("Uzbekistan is not in the CSTO", "Tajikistan is", "member tajikistan csto True"),
    ],
)
def test_a_line_goes_on_from_the_one_before(before: str, line: str, told: str) -> None:
    facts = reader_of(None).read(line, [before]).facts
    assert [" ".join((fact.fact, *map(str, fact.slots.values()), str(fact.holds))) for fact in facts] == [told]


def test_a_gap_says_nothing_without_a_line_before() -> None:
    assert reader_of(None).read("and Tajikistan too").facts == ()


@pytest.mark.parametrize(("hedge", "likelihood"), [("likely", "likely"), ("unlikely", "unlikely"), ("certain", "")])
def test_what_is_offered_is_as_likely_as_the_line_says(hedge: str, likelihood: str) -> None:
    [offer] = reader_of(None).read(f"It is {hedge} that China is technologically leaps and bounds past Russia").offered
    assert {choice.likelihood for choice in offer.choices} == {likelihood}


def test_a_figure_with_the_unit_of_another_slot_is_not_offered_for_this_one() -> None:
    """Two hours were offered as two minutes."""
    reader = reader_of(shipped("authentication"))
    offers = reader.read("The portal logs users out after 2 hours of inactivity").offered
    offered = [(choice.fact, dict(choice.slots)) for offer in offers for choice in offer.choices]
    assert offered[0] == ("session_length", {"service": "public_portal", "hours": 2})
    assert "idle_time" not in dict(offered)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Reportedly the debt of Tajikistan to China weighs on it", "reportedly"),
        ("According to Reuters, China lords it over Kyrgyz trade", "reuters"),
    ],
)
def test_what_is_offered_keeps_whose_word_it_is(line: str, source: str) -> None:
    offers = reader_of(None).read(line).offered
    assert {choice.source for offer in offers for choice in offer.choices} == {source}


def test_what_is_offered_puts_nobody_in_two_places() -> None:
    for line in ("Russia this and Russia that, all about Russian arms", "China leans on China for Chinese trade"):
        for offer in reader_of(None).read(line).offered:
            for choice in offer.choices:
                named = [value for value in choice.slots.values() if isinstance(value, str)]
                assert len(named) == len(set(named))


def test_nine_of_ten_unseen_facts_are_told_or_offered() -> None:
    score = score_of(HERE / "unseen.yaml")
    assert 10 * score.reached >= 9 * score.telling
