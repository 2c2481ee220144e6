"""What is longer than the terminal goes through a pager; nothing else does."""

from __future__ import annotations

import pytest

from dragoman.cli.pager import pager
from tests.cli.shell import Done, in_terminal, ran, run, uncoloured

MARK = "through: "
MARKING = {"DRAGOMAN_PAGER": f"sed 's/^/{MARK}/'", "NO_COLOR": "1"}
LONG = ("audit", "2020-11-half-denied")


def shown(*arguments: str, **settings: str) -> Done:
    return in_terminal(*arguments, columns=100, settings={**MARKING, **settings})


def test_what_is_longer_than_the_terminal_goes_through_it_whole() -> None:
    rows = shown(*LONG).rows
    assert all(row.startswith(MARK) for row in rows)
    assert [row.removeprefix(MARK) for row in rows] == ran(*LONG).rows


def test_what_fits_does_not() -> None:
    assert shown("explain", "firm").out == ran("explain", "firm").out


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        ((*LONG, "--no-pager"), {}),
        (LONG, {"TERM": "dumb"}),
        (LONG, {"DRAGOMAN_PAGER": ""}),
        (LONG, {"DRAGOMAN_PAGER": "cat", "PAGER": "less"}),
        (LONG, {"DRAGOMAN_PAGER": "'not closed"}),
    ],
)
def test_it_can_be_refused(arguments: tuple[str, ...], settings: dict[str, str]) -> None:
    assert shown(*arguments, **settings).out == ran(*LONG).out


def test_a_pipe_gets_none() -> None:
    assert run(*LONG, settings=MARKING) == ran(*LONG)


def test_that_the_reader_leaves_early_is_no_mistake() -> None:
    done = shown(*LONG, DRAGOMAN_PAGER="head -3")
    assert done.code == 0
    assert done.rows == ran(*LONG).rows[:3]


def test_a_pager_that_is_not_there_hides_nothing() -> None:
    done = shown(*LONG, DRAGOMAN_PAGER="no-such-pager -x")
    assert done.code == 0
    assert done.rows[0] == "dragoman: no pager 'no-such-pager': No such file or directory"
    assert done.rows[1:] == ran(*LONG).rows


def test_colours_pass_through_it() -> None:
    done = shown(*LONG, NO_COLOR="")
    assert "\x1b[" in done.out
    assert uncoloured(done.out).replace(MARK, "") == ran(*LONG).out


def test_which_pager_is_taken() -> None:
    assert pager({"DRAGOMAN_PAGER": "a -b", "PAGER": "c"}) == ["a", "-b"]
    assert pager({"PAGER": "more"}) == ["more"]
    assert pager({"DRAGOMAN_PAGER": "", "PAGER": "more"}) == []
