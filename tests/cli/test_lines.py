"""Lines fitted to a width: no row is longer, no character is lost, none of them steers."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dragoman.source.visible import plain
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
    assert steering(Span(text).text) <= harmless(text)
    assert plain(plain(text)) == plain(text)


def harmless(text: str) -> set[str]:
    """What Python does not call printable and no terminal obeys: wide spaces, characters without a meaning yet."""
    return {c for c in text if unicodedata.category(c) in {"Cn", "Co", "Zs"}} | HARMLESS


HARMLESS = {"\u00ad", *map(chr, range(0x600, 0x606)), "\u06dd", "\u070f", "\u0890", "\u0891", "\u08e2", "\u180e"}
"""Marks of a script's own, and the soft hyphen."""


def test_numbers_agree_with_their_nouns() -> None:
    assert [counted(number, "fact") for number in (0, 1, 2)] == ["0 facts", "1 fact", "2 facts"]
