"""A text in sentences: where they end, what is no part of them, and on which line they begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.words.sentences import LONGEST_TEXT, sentences_of

PIECES = [
    "Kazakhstan",
    "is",
    "U.S.",
    "e.g.",
    ".",
    "! ",
    "?",
    "\n",
    "\n\n",
    "- ",
    "# ",
    "**",
    "[12]",
    "³",
    "x" * 400,
    " ",
    "3.",
    "(a)",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is. Two is! Three?", [(1, "One is."), (1, "Two is!"), (1, "Three?")]),
        ("Over\ntwo lines. And\nmore", [(1, "Over two lines."), (2, "And more")]),
        ("# Head\nBody of it", [(1, "Head"), (2, "Body of it")]),
        ("- one\n- two\n  more", [(1, "one"), (2, "two more")]),
        ("Mr. X of the U.S. Treasury owes 1.5 bn.", [(1, "Mr. X of the U.S. Treasury owes 1.5 bn.")]),
        ('"It is so." He left.', [(1, '"It is so."'), (1, "He left.")]),
        ("It **is**.[3] So²  it", [(1, "It is."), (1, "So it")]),
        ("> a -- b", [(1, "a – b")]),
        ("[KT.1] ▶ Text", [(1, "Text")]),
        ("...\n12.5\n--", []),
    ],
)
def test_sentences_of_a_text(text: str, expected: list[tuple[int, str]]) -> None:
    assert [tuple(one) for one in sentences_of(text)] == expected


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_no_letter_is_lost_and_no_line_is_wrong(text: str) -> None:
    found = list(sentences_of(text))
    lines = text.split("\n")
    assert all(len(one.text) <= LONGEST_TEXT for one in found)
    assert [one.line for one in found] == sorted(one.line for one in found)
    assert all(lines[one.line - 1].strip() for one in found)


@given(st.text(max_size=300))
def test_any_text_is_cut(text: str) -> None:
    for line, sentence in sentences_of(text):
        assert line >= 1
        assert "\n" not in sentence
