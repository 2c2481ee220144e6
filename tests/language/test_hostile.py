"""Whatever is typed: no crash, no control byte, nothing told that is not in the words, and JSON that its schema takes."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dragoman.language.forms import Reading
from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.json_form import reading_json, reading_schema
from dragoman.language.read import Reader
from dragoman.language.words.tokens import LONGEST, cleaned
from tests.language.scoring import HERE, read_set
from tests.rulebooks import report
from tests.shares import examples

VALIDATOR = Draft202012Validator(reading_schema())
TEXTS = [item.text for name in ("development", "traps") for item in read_set(HERE / f"{name}.yaml").items]
WORDS = sorted({word for text in TEXTS if len(text) < 500 for word in text.split()})


@cache
def reader() -> Reader:
    return Reader(grammar_of(report()))


def is_sound(text: str, reading: Reading) -> None:
    data = reading_json(reading)
    VALIDATOR.validate(data)
    written = json.dumps(data, ensure_ascii=True)
    assert written.isascii()
    assert written.isprintable()
    whole = cleaned(text)
    for fact in reading.facts:
        assert fact.span
        assert fact.span in whole
    for offer in reading.offered:
        assert offer.span in whole
        assert offer.reason


@settings(max_examples=examples(150), deadline=None)
@given(st.text(max_size=200))
@example("POPPED")  # what begins like `popped into the Lion, they have mice`
def test_any_text_is_read(text: str) -> None:
    is_sound(text, reader().read(text))


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.sampled_from([*WORDS, ",", "and", "not", "or", "but", "?", "it", "there", '"', "("]), max_size=25))
def test_any_words_in_any_order_are_read(words: list[str]) -> None:
    text = " ".join(words)
    is_sound(text, reader().read(text))


@settings(max_examples=examples(100), deadline=None)
@given(st.sampled_from(TEXTS), st.data())
def test_a_line_that_was_damaged_is_read(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, max(0, len(text) - 1)))
    put = data.draw(st.sampled_from(["", "\x1b[31m", "\x00", "\u202e", "[bold]", "\ud800", "’", "\n", "é", " not "]))
    damaged = text[:at] + put + text[at + 1 :]
    is_sound(damaged, reader().read(damaged))


@pytest.mark.parametrize("text", ["Kazakhstan and " * 3000, "not " * 3000, "(" * 5000, "1 " * 4000, "a" * 100_000])
def test_a_long_line_is_read_as_far_as_lines_go(text: str) -> None:
    reading = reader().read(text)
    assert reading.facts == ()
    assert len(cleaned(text)) <= LONGEST


def test_the_same_line_is_read_the_same_every_time() -> None:
    assert [reader().read(text) for text in TEXTS[:20]] == [reader().read(text) for text in TEXTS[:20]]
