"""Passages are found by a digest of their letters, in whatever shape an extraction has left them."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from dragoman.errors import Place, SituationError
from dragoman.explain.passages import digest, digests_of, find_passages, letters_of, read_report, verify_passages

SENTENCES = (
    "The lender holds more than half of what the borrower owes abroad, and no other creditor comes anywhere near that.",
    "Whoever holds as much as this is listened to in the council, whether or not a single word is said about the debt.",
    "Efficient offices find that the first effect of a loan is confidence, and that the second effect is its absence.",
    "Nobody in the valley expects the talks of next spring to change the figures, which both sides have known for years.",
)
"""Of an invented report, each long enough to be a piece of its own."""
PASSAGE = " ".join(SENTENCES)

NOISE = st.text(alphabet="0123456789 .,;:–—·•\n\t[]()*/%¹²³\u00ad\u200b", max_size=12)
"""What an extraction puts between letters, none of them a letter."""


@st.composite
def extractions(draw: st.DrawFn) -> str:
    """The passage with noise between its letters, in any case, with ligatures and accents decomposed."""
    text = draw(st.sampled_from([PASSAGE, PASSAGE.upper(), PASSAGE.swapcase()]))
    text = text.replace("ffi", draw(st.sampled_from(["ffi", "\ufb03"]))).replace(
        "fi", draw(st.sampled_from(["fi", "\ufb01"]))
    )
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)), reverse=True)
    for place in places:
        text = text[:place] + draw(NOISE) + text[place:]
    return text


def letters(text: str) -> str:
    return letters_of(text)[0]


MARKS = st.text(max_size=40).map(lambda text: "".join(sign for sign in text if not letters(sign)))


@given(extractions(), MARKS, MARKS)
def test_a_passage_is_found_in_any_extraction(copy: str, before: str, after: str) -> None:
    assume(letters(before) == letters(after) == "")
    found = find_passages(f"{before}{copy}{after}", {"A": digests_of(PASSAGE)}, ["A"])["A"]
    assert found is not None
    assert "[…]" not in found
    assert letters(found) == letters(PASSAGE)


@given(st.lists(st.text(max_size=60), min_size=3, max_size=3))
@example(["Page 12", "On lending, a report about nothing", "13"])
def test_page_furniture_between_sentences_costs_nothing(furniture: list[str]) -> None:
    one, two, three = furniture
    copy = f"{SENTENCES[0]}\n{one}\n{SENTENCES[1]}\n{two}\n{SENTENCES[2]}\n{three}\n{SENTENCES[3]}"
    found = find_passages(copy, {"A": digests_of(PASSAGE)}, ["A"])["A"]
    assert found is not None
    assert letters(found) == letters(PASSAGE)
    assert "[…]" not in found


def test_page_furniture_within_a_sentence_costs_that_sentence() -> None:
    torn = SENTENCES[1].replace("council, ", "council,\n\n14 On lending\n\n")
    copy = f"{SENTENCES[0]} {torn} {SENTENCES[2]} {SENTENCES[3]}"
    found = find_passages(copy, {"A": digests_of(PASSAGE)}, ["A"])["A"]
    assert found == f"{SENTENCES[0]} […] {SENTENCES[2]} {SENTENCES[3]}"


def test_two_torn_sentences_are_one_gap() -> None:
    copy = f"{SENTENCES[0]} something else altogether {SENTENCES[3]}"
    found = find_passages(copy, {"A": digests_of(PASSAGE)}, ["A"])["A"]
    assert found == f"{SENTENCES[0]} […] {SENTENCES[3]}"


@given(st.text(max_size=300))
def test_nothing_is_found_where_nothing_is(copy: str) -> None:
    assume(letters(SENTENCES[0]) not in letters(copy))
    assert find_passages(copy, {"A": digests_of(PASSAGE)}, ["A"]) == {"A": None}


def test_only_what_was_asked_for_is_looked_for_and_an_unknown_locator_is_not_found() -> None:
    digests = {"A": digests_of(SENTENCES[0]), "B": digests_of(SENTENCES[1])}
    assert find_passages(PASSAGE, digests, ["B", "Z", "B"]) == {"B": SENTENCES[1], "Z": None}
    assert find_passages("", digests, ["A"]) == {"A": None}
    assert find_passages(PASSAGE, {}, []) == {}


def test_the_closing_mark_comes_with_the_passage() -> None:
    copy = f"“{SENTENCES[0]}” {SENTENCES[1]}"
    assert find_passages(copy, {"A": digests_of(SENTENCES[0])}, ["A"])["A"] == f"{SENTENCES[0]}”"


@pytest.mark.parametrize("end", [".", "?”", " 5.", " 5.1.1.2.", " 140-2,"])
def test_a_number_that_closes_a_passage_comes_with_it(end: str) -> None:
    passage = f"What has to be met is written down in section{end}"
    copy = f"Before. {passage} After it 7 more."
    assert find_passages(copy, {"A.1": digests_of(passage)}, ["A.1"]) == {"A.1": passage}


@given(st.text(max_size=400))
def test_the_pieces_are_the_whole(passage: str) -> None:
    """No letter of a passage is left out, and short pieces are joined."""
    pieces = digests_of(passage)
    assert sum(length for length, _ in pieces) == len(letters(passage))
    assert all(length >= 80 for length, _ in pieces) or len(pieces) == 1


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_digest_is_of_the_letters_alone(one: str, two: str) -> None:
    assert (digest(one) == digest(two)) == (letters(one) == letters(two))
    assert digest(one) == digest(re.sub(r"[^a-z]", "", letters(one)).upper())


@given(st.text(max_size=80))
def test_every_letter_knows_where_it_came_from(text: str) -> None:
    found, indexes = letters_of(text)
    assert len(found) == len(indexes)
    assert list(indexes) == sorted(indexes)
    for letter, index in zip(found, indexes, strict=True):
        assert letter in letters(text[index])


@given(st.lists(st.sampled_from([*SENTENCES, "Page 12.", "On lending", "13"]), max_size=8))
def test_pieces_are_found_wherever_they_stand_and_nowhere_else(sentences: list[str]) -> None:
    digests = {sentence: digests_of(sentence) for sentence in SENTENCES}
    found = verify_passages("\n".join(sentences), digests)
    assert {sentence: verified.is_whole for sentence, verified in found.items()} == {
        sentence: sentence in sentences for sentence in SENTENCES
    }


def test_a_piece_that_stands_twice_is_found_after_the_one_before() -> None:
    one, two, three, _ = SENTENCES
    digests = {"A": digests_of(one), "B": digests_of(f"{two} {three}")}
    found = verify_passages(f"{three} {one} {two} {three}", digests)
    assert found["B"].text == f"{two} {three}"


IBID = {
    "1": digests_of(SENTENCES[0]),
    "2": digests_of("Ibid."),
    "3": digests_of("Ibid."),
    "4": digests_of(SENTENCES[1]),
}


def test_an_endnote_of_a_few_letters_counts_only_behind_the_one_before_it() -> None:
    whole = verify_passages(f"1 {SENTENCES[0]}\n2 Ibid.\n3 Ibid.\n4 {SENTENCES[1]}", IBID)
    assert [verified.found for verified in whole.values()] == [1, 1, 1, 1]
    others = verify_passages(f"Another report. Ibid. Ibid., p. 4. {SENTENCES[1]} Ibid.", IBID)
    assert [verified.found for verified in others.values()] == [0, 0, 0, 1]
    far = verify_passages(f"{SENTENCES[0]} {'And so on and on and on. ' * 3} Ibid. {SENTENCES[1]}", IBID)
    assert [verified.found for verified in far.values()] == [1, 0, 0, 1]
    assert find_passages("Ibid.", IBID, ["2"]) == {"2": None}


def test_another_text_is_refused_by_its_length_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text("word " * 200_000, encoding="utf-8")
    assert read_report(path, IBID) == (str(path), "word " * 200_000)
    path.write_text("word " * 200_001, encoding="utf-8")
    with pytest.raises(SituationError, match="no copy of the report: it has 1,000,005 characters, and more than 1,000"):
        read_report(path, IBID)


def test_a_long_search_says_how_far_it_is() -> None:
    told = list[Place]()
    verify_passages("words\n" * 25_000, IBID, told.append, "a.txt")
    assert [str(place) for place in told] == ["a.txt:1:1", "a.txt:10001:1", "a.txt:20001:1"]
