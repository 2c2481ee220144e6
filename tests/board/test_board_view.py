"""A board as lines: whatever it is called, no row is wider than the terminal, and no square loses a word of who leads."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.board.forms import Board, Heading, Square
from dragoman.views.board import board_view, square_view
from dragoman.views.lines import Line, cells, fitted
from tests.board.test_board import WORLD, board, squares

NAMES = st.text(st.sampled_from("aZ é中 文-"), min_size=1, max_size=40).map(str.strip).filter(bool)


def rows(lines: list[Line], width: int) -> list[str]:
    return ["".join(span.text for span in row) for row in fitted(lines, width)]


@given(st.integers(20, 220), st.booleans())
def test_no_row_is_wider_and_each_square_says_who_leads(width: int, plain: bool) -> None:
    shown = rows(board_view(board(WORLD), width, plain=plain), width)
    assert all(cells(row) <= width for row in shown)
    text = "\n".join(shown)
    assert text.count("contested") == 1 + sum(square.standing.value == "contested" for square in squares(board(WORLD)))
    assert text.isascii() or not plain


@given(st.integers(20, 160), st.lists(NAMES, min_size=9, max_size=9), st.booleans())
def test_names_of_any_length_and_width_stay_in_their_column(width: int, names: list[str], plain: bool) -> None:
    shown = rows(board_view(renamed(board(WORLD), names), width, plain=plain), width)
    assert all(cells(row) <= width for row in shown)


def renamed(of: Board, names: list[str]) -> Board:
    def called(headings: tuple[Heading, ...], few: list[str]) -> tuple[Heading, ...]:
        return tuple(dataclasses.replace(one, title=name, short="") for one, name in zip(headings, few, strict=True))

    return dataclasses.replace(of, rows=called(of.rows, names[:5]), columns=called(of.columns, names[5:]))


@pytest.mark.parametrize("square", squares(board(WORLD)), ids=lambda square: f"{square.row}-{square.column}")
def test_behind_a_square_stand_all_its_facts_and_all_its_advice(square: Square) -> None:
    text = " ".join(line.text for line in square_view(board(WORLD), square))
    assert all(fact.sentence in text and fact.name in text for sign in square.signs for fact in sign.facts)
    assert all(could.title in text and could.because in text for could in square.advice)
    assert all(sign.grounds.at or sign.grounds.reason in text for sign in (*square.signs, *square.moves))
