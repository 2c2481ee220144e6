"""Rings of words: what can stand for what, and which way."""

from __future__ import annotations

import pytest

from dragoman.language.words import rings
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words_of(text)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("vessels", "ship"),
        ("ships", "vessel"),
        ("lorry", "truck"),
        ("electric power", "electricity"),
        ("harbour", "port"),
    ],
)
def test_what_stands_for_a_word(said: str, meant: str) -> None:
    assert stem(meant) in rings.stands_for(_stems(said))


def test_what_is_so_need_not_be_said() -> None:
    assert stem("donate") not in rings.stands_for(_stems("give"))


def test_what_says_more_is_not_meant_where_it_is_denied() -> None:
    assert stem("outbreak") in rings.say_less(_stems("epidemic"))
    assert stem("outbreak") not in rings.stands_for(_stems("epidemic"))


def test_names_that_share_a_word_differ_in_the_other() -> None:
    assert rings.stands_for_first(_stems("wage offer")) == {"pay", "salary"}
    assert rings.stands_for_last(_stems("power plant")) == {"station"}
    assert not rings.stands_for_last(_stems("plant"))


def test_what_is_said_for_a_word_is_a_word() -> None:
    assert "vessel" in rings.said_for("ship")
    assert all(" " not in said for said in rings.said_for("electricity"))


def test_every_line_has_two_that_differ() -> None:
    lines = [line for line in rings.written().decode().splitlines() if line and line[0] != "#"]
    alone = [
        line
        for line in lines
        if len({tuple(_stems(one)) for one in line.replace(" >> ", ",").replace(" > ", ",").split(",")}) < 2
    ]
    assert not alone
