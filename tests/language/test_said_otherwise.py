"""What a phrase says of a place is told of what is in it; to whom something is given stands on either side of it."""

from __future__ import annotations

import pytest

from dragoman.language.grammar.given import given
from dragoman.language.grammar.notation import Sequence, parse
from dragoman.language.grammar.places import Where, owned, placed_in, wherever
from dragoman.language.read import Reader
from tests.language.phrased import grammar
from tests.language.round_trip import sentences

RULEBOOKS = ("grids", *(pytest.param(name, marks=pytest.mark.long) for name in ("clinics",)))
HERE, THERE = frozenset({"a", "b"}), frozenset({"c", "d"})


@pytest.mark.parametrize("name", RULEBOOKS)
def test_what_is_of_a_place_is_in_it(name: str) -> None:
    known = grammar(name)
    reader, said, missed = Reader(known), 0, list[str]()
    for one in sentences(known.rulebook, known, most=2):
        where = known.compiler.places[one.fact].slot
        title = known.lexicon.entities[str(one.slots[where])].title if where in one.slots else "nowhere"
        text = one.sentence.replace(f" of {title} ", f" in {title} ", 1)
        if text != one.sentence:
            said += 1
            facts = [(fact.fact, fact.slots, fact.holds) for fact in reader.read(text).facts]
            missed += [] if facts == [(one.fact, one.slots, one.holds)] else [text]
    assert said > 3
    assert len(missed) <= said // 10, missed


@pytest.mark.parametrize(
    ("texts", "slots", "where"),
    [
        (("cold stores in {x} are {y}",), {"x": HERE}, Where("x", frozenset({"in"}), is_alone=True)),
        (("the berths (at|of) {x}", "{z} calls at {x}"), {"x": HERE, "z": THERE}, Where("x", frozenset({"in", "at"}))),
        (("the debt of {x}",), {"x": HERE}, Where()),
        (("the opinion of {x} in {z}",), {"x": HERE, "z": HERE}, Where()),  # of two alike, nobody knows which is where
        (("{z} in {x}", "{x} in {z}"), {"x": HERE, "z": THERE}, Where()),
    ],
)
def test_a_place_is_what_a_phrase_is_in(texts: tuple[str, ...], slots: dict[str, frozenset[str]], where: Where) -> None:
    assert placed_in(texts, slots) == where


def _is_said(tree: Sequence) -> str:
    """A tree as it is written, without what may be left out."""
    return " ".join(str(getattr(item, "text", "") or getattr(item, "slot", "")) for item in tree).strip()


@pytest.mark.parametrize(
    ("phrase", "its"),
    [
        ("the auction in {x} is {y}", "the auction of x is y"),
        ("the {y} auction <in {x}> is {n}", "the x y auction is n"),
        ("{y} is {n} in {x}", "{y} is {n} in {x}"),  # what is in x is no thing
    ],
)
def test_what_is_in_a_place_is_its_own(phrase: str, its: str) -> None:
    tree = parse(phrase)
    assert _is_said(owned(tree, "x")) == its if "{" not in its else owned(tree, "x") == tree


def test_a_phrase_has_all_that_may_stand_before_a_place() -> None:
    where = Where("x", frozenset({"in", "at"}))
    assert wherever(parse("berths of {x} are {y}"), where) == parse("berths (of|at|in) {x} are {y}")
    assert wherever(parse("{y} is a member of {x}"), where) == parse("{y} is a member of {x}")
    assert wherever(parse("{y} stays away from {x}"), where) == parse("{y} stays away from {x}")


@pytest.mark.parametrize(
    ("phrase", "otherwise"),
    [
        ("{x} paid {y} {n}", ["{x} paid {n} to {y}"]),
        ("{x} paid {n} to {y}", ["{x} paid {y} {n}"]),
        ("{x} (gave|wired) {y} {n}", ["{x} (gave|wired) {n} to {y}"]),
        ("{x} granted {y} a waiver", ["{x} granted a waiver to {y}"]),
        ("{x} asked {y} a favour", []),
        ("{x} sold {y} out of spite", []),
    ],
)
def test_who_is_given_something_stands_on_either_side_of_it(phrase: str, otherwise: list[str]) -> None:
    assert list(given(parse(phrase), frozenset({"n"}))) == [parse(one) for one in otherwise]


@pytest.mark.parametrize(
    ("name", "line", "facts"),
    [
        ("", "The US sanctions on Russia were lifted.", ["sanctions"]),
        ("", "The US sanctions on Russia were nearly lifted.", []),
        ("", "The US sanctions on Russia were once lifted.", []),
        ("", "The US sanctions on Russia were lifted in 2010.", []),
        ("", "The US sanctions on Russia were to be lifted.", []),
        ("", "I believe it is very unlikely that Russia is isolated.", ["isolated very unlikely"]),
        ("", "Russia has almost certainly been isolated.", ["isolated almost certain"]),
        ("clinics", "Upper Orrin has been in Medora for years.", []),
    ],
)
def test_what_is_done_is_done_and_what_is_nearly_done_is_not(name: str, line: str, facts: list[str]) -> None:
    told = Reader(grammar(name)).read(line).facts
    assert [f"{fact.fact} {fact.likelihood}".strip() for fact in told] == facts
