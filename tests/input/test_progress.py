"""A long read says how far it is, ever less often; a short one says nothing."""

from __future__ import annotations

from dragoman.cli.progress import Telling
from dragoman.errors import Place


def test_it_speaks_after_a_second_and_then_ever_less_often() -> None:
    now, said = [0.0], list[str]()
    telling = Telling(lambda: now[0], said.append)
    for tenth in range(300):
        now[0] = tenth / 10
        telling(Place("a.csv", 1000 * tenth))
    told = [row.removeprefix("dragoman: reading a.csv, line ") for row in said]
    assert told == ["10,000 ...", "30,000 ...", "70,000 ...", "150,000 ...", "230,000 ..."]
    telling.weighing(300_000)
    assert said[-1] == "dragoman: weighing 300,000 statements ..."


def test_a_short_read_says_nothing_and_a_name_steers_no_terminal() -> None:
    now, said = [0.0], list[str]()
    telling = Telling(lambda: now[0], said.append)
    telling(Place("a.csv", 1000))
    telling.weighing(10)
    assert said == []
    now[0] = 2.0
    telling(Place("\x1b[31m.csv", 2000))
    assert said == ["dragoman: reading \\x1b[31m.csv, line 2,000 ..."]
