"""Lines fitted to a width: no row is longer, no character is lost, none of them steers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import Place
from dragoman.source.json_writer import json_text
from dragoman.source.nodes import Scalar
from dragoman.source.visible import is_hidden, plain
from dragoman.source.yaml_writer import comment, scalar
from dragoman.views.lines import Line, Span, cells, counted, fitted, line
from tests.cli.shell import steering

WORDS = st.text(alphabet="ab漢字é\u0301-  \u00a0\u3000", max_size=60)
ANY = st.text(max_size=60)
WIDTHS = st.integers(20, 120)


def rows_of(paragraph: Line, width: int) -> list[str]:
    return ["".join(span.text for span in row) for row in fitted([paragraph], width)]


@given(st.lists(WORDS | ANY, max_size=6), st.integers(0, 30), st.integers(0, 8), WIDTHS)
def test_no_row_is_longer_and_nothing_is_lost(parts: list[str], indent: int, hang: int, width: int) -> None:
    paragraph = line(*parts, indent=indent, hang=hang)
    rows = rows_of(paragraph, width)
    assert rows
    assert all(cells(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(paragraph.text.split())
    assert not any(row.endswith(" ") for row in rows)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["strong", "muted", ""])), max_size=6), WIDTHS)
def test_every_character_keeps_its_style(parts: list[tuple[str, str]], width: int) -> None:
    spans = tuple(Span(text, style) for text, style in parts)  # type: ignore[arg-type]
    given_styles = [(c, span.style) for span in spans for c in span.text if not c.isspace()]
    rows = fitted([Line(spans)], width)
    assert [(c, span.style) for row in rows for span in row for c in span.text if not c.isspace()] == given_styles


@given(st.integers(0, 12), st.integers(0, 6))
def test_further_rows_hang(indent: int, hang: int) -> None:
    rows = rows_of(line("word " * 40, indent=indent, hang=hang), 40)
    assert rows[0].startswith(" " * indent + "word")
    assert all(row.startswith(" " * (indent + hang) + "word") for row in rows[1:])


def test_leading_spaces_stay_and_breaking_spaces_go() -> None:
    assert rows_of(line("   1 first", hang=5), 20) == ["   1 first"]
    assert rows_of(line("aaaaaaaaaa  bbbbbbbbbbbb"), 20) == ["aaaaaaaaaa", "  bbbbbbbbbbbb"]


def test_a_word_over_several_spans_is_cut_in_order() -> None:
    assert rows_of(line(("a" * 15, "strong"), ("b" * 15, "muted"), hang=0), 20) == ["a" * 15 + "b" * 5, "b" * 10]


def test_wide_characters_take_two_columns() -> None:
    assert rows_of(line("漢" * 15, hang=0), 20) == ["漢" * 10, "漢" * 5]


@given(ANY)
def test_nothing_in_a_span_steers_a_terminal(text: str) -> None:
    assert steering(Span(text).text) == set()
    assert plain(plain(text)) == plain(text)


HIDDEN = {
    "soft hyphen": "\xad",
    "grapheme joiner": "\u034f",
    "Arabic letter mark": "\u061c",
    "Hangul fillers": "\u115f\u1160\u3164\uffa0",
    "Khmer vowels": "\u17b4\u17b5",
    "Mongolian selectors": "\u180b\u180c\u180d\u180e\u180f",
    "zero width": "\u200b\u200c\u200d\u2060\ufeff",
    "direction": "\u200e\u200f\u202a\u202e\u2066\u2069",
    "invisible signs": "\u2061\u2062\u2063\u2064\u206a\u206f",
    "variation selectors": "\ufe00\ufe0f\U000e0100\U000e01ef",
    "musical": "\U0001d173\U0001d17a",
    "shorthand": "\U0001bca0\U0001bca3",
    "tags": "\U000e0000\U000e0001\U000e0041\U000e007f\U000e0fff",
    "lines": "\u2028\u2029\x85",
    "no characters": "\ufffe\uffff\ufff0",
}
"""What Unicode calls default-ignorable, and what steers: at least one of each range."""
SEEN = "Қазақстан, 漢字, naïve, e\u0301, ﷽, \u00a0\u3000, 😀, हिन्दी, ไทย, \ufffd"


@pytest.mark.parametrize("kind", HIDDEN)
def test_hidden_characters_are_written_out_everywhere(kind: str) -> None:
    for character in HIDDEN[kind]:
        assert is_hidden(character)
        written = {
            plain(f"a{character}b"),
            scalar(Scalar(f"a{character}b", False, Place(""))).strip('"'),
            json_text(Scalar(f"a{character}b", False, Place(""))).strip('"'),
            comment(f"a{character}b"),
        }
        assert all(character not in text and text != "ab" for text in written), written


def test_letters_marks_and_signs_are_left_alone() -> None:
    assert plain(SEEN) == SEEN
    assert SEEN in scalar(Scalar(SEEN, False, Place("")))


def test_numbers_agree_with_their_nouns() -> None:
    assert [counted(number, "fact") for number in (0, 1, 2)] == ["0 facts", "1 fact", "2 facts"]
