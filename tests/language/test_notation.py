"""The notation of phrases: what it takes, what it refuses, and what follows from a phrase without being written."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.grammar.notation import Unreadable, parse
from dragoman.language.read import Reader
from dragoman.rulebook.load import read_rulebook
from tests.reader.support import laid_over_good


def reader_with(folder: Path, phrases: str) -> Reader:
    """The good rulebook of the other tests, with these phrases."""
    laid_over_good(folder.parent / "nothing_over_it", folder)
    (folder / "phrases").mkdir()
    (folder / "phrases" / "said.yaml").write_text(phrases, encoding="utf-8")
    return Reader(grammar_of(read_rulebook(folder)))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "nothing_over_it").mkdir()
    (tmp_path / "book").mkdir()
    return tmp_path / "book"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("{a} (joined {b}", 4),
        ("{a} joined {b})", 14),
        ("{a} [joined", 4),
        ("{A} joined", 0),
        ("{a/tribe} joined", 0),
        ("{a} (joined|) {b}", 4),
        ("", 0),
        ("{a} joined @ {b}", 11),
    ],
)
def test_what_breaks_the_notation_is_refused_where_it_does(text: str, at: int) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(text)
    assert refused.value.at == at


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("{state} sides with {body}", "Kazakhstan sides with the CSTO"),
        ("{state} sides with {body}", "Astana is siding with the CSTO these days"),
        ("{state} sides with {body}", "astana has sided with the csto"),
        ("{state} (sides|goes along) with {body}", "Kazakhstan goes along with the CSTO"),
        ("{state} sides [firmly] [and surely] with {body}", "Kazakhstan sides and surely with the CSTO"),
        ("the loyalty of {state} to {body} holds", "Kazakhstan's loyalty to the CSTO holds"),
        ("{body} counts on {state} <in hard times>", "in hard times the CSTO counts on Kazakhstan"),
        ("{body} counts on {state} [<in hard times>]", "the CSTO counts on Kazakhstan"),
        ("{body} counts on {state} [<in hard times>]", "in hard times the CSTO counts on Kazakhstan"),
        ("{body} counts (on|upon) {state} for loyalty", "for loyalty the CSTO counts on Kazakhstan"),
        ("{state} supports {body}", "Kazakhstan endorses the CSTO"),
        ("{state} @back {body}", "Kazakhstan supports the CSTO"),
        ("{state} @cling to {body}", "Kazakhstan adheres to the CSTO"),
        ("{state} has got close to {body}", "Kazakhstan has now got close to the CSTO"),
    ],
)
def test_a_phrase_takes_what_follows_from_it(book: Path, phrase: str, line: str) -> None:
    reader = reader_with(book, f"phrases:\n  member: [{phrase!r}]\nclasses:\n  cling: [cling, adhere]\n")
    assert [(fact.fact, dict(fact.slots), fact.holds) for fact in reader.read(line).facts] == [
        ("member", {"state": "kazakhstan", "body": "csto"}, True)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Kazakhstan sides rarely with the CSTO",
        "Kazakhstan sides with the navy of the CSTO",
        "Kazakhstan may side with the CSTO",
        "Kazakhstan wants to side with the CSTO",
        "Kazakhstan sides with the CSTO in chess",
        "does Kazakhstan side with the CSTO?",
        "Kazakhstan or Kyrgyzstan sides with the CSTO",
    ],
)
def test_a_phrase_takes_no_more_than_its_words(book: Path, line: str) -> None:
    reader = reader_with(book, 'phrases:\n  member: "{state} sides with {body}"\n')
    assert reader.read(line).facts == ()


def test_a_phrase_that_denies_is_a_denial_and_its_negation_is_one_only_of_what_ends(book: Path) -> None:
    reader = reader_with(book, 'phrases:\n  member: ["- {state} shuns {body}", "- {state} has left {body}"]\n')
    assert [fact.holds for fact in reader.read("Kazakhstan shuns the CSTO").facts] == [False]
    assert [fact.holds for fact in reader.read("Kazakhstan has not left the CSTO").facts] == [True]
    reading = reader.read("Kazakhstan does not shun the CSTO")  # which is no reason to think that it is a member
    assert reading.facts == ()
    assert [choice.holds for offer in reading.offered for choice in offer.choices] == [True]


def test_a_slot_that_stands_twice_means_the_same_one_both_times(book: Path) -> None:
    reader = reader_with(book, 'phrases:\n  member: ["{state} sits in {body}, for which {state/gov} pays"]\n')
    same, other = (reader.read(f"Kazakhstan sits in the CSTO, for which {who} pays") for who in ("Astana", "Bishkek"))
    assert [(fact.fact, fact.slots["state"]) for fact in same.facts] == [("member", "kazakhstan")]
    assert not other.facts


def test_a_group_of_phrases_fixes_slots(book: Path) -> None:
    reader = reader_with(
        book,
        "phrases:\n  power_gap:\n    - set: {trend: growing}\n      says: '{between} runs away from {and}'\n",
    )
    (fact,) = reader.read("China runs away from Russia").facts
    assert fact.slots == {"between": "china", "and": "russia", "trend": "growing"}


def test_what_a_phrase_leaves_out_is_asked_for(book: Path) -> None:
    reader = reader_with(book, "phrases:\n  member: '{state} changed camps'\n")
    reading = reader.read("Kazakhstan changed camps")
    assert reading.facts == ()
    assert [dict(choice.slots) for choice in reading.offered[0].choices] == [{"state": "kazakhstan", "body": "csto"}]


def test_words_of_an_enumeration_are_read_as_people_say_them(book: Path) -> None:
    reader = reader_with(book, "words:\n  growing: [on the march]\nslots:\n  trend:\n    shrinking: [melting away]\n")
    for said, trend in (("on the march", "growing"), ("melting away", "shrinking")):
        (fact,) = reader.read(f"the gap between China and Russia is {said}").facts
        assert fact.slots["trend"] == trend
