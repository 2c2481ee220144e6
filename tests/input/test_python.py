"""Facts as values of Python: read as those of a file are, with the same findings, or refused."""

import dataclasses
import datetime
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dragoman.advice.build import advise
from dragoman.errors import DragomanError, Place, SituationError
from dragoman.rulebook import files
from dragoman.situation.assemble import read_situation
from dragoman.situation.forms import Situation
from dragoman.situation.python_facts import situation_from
from tests.rulebooks import report, trees

HEAT = read_situation(trees(), "heatwave")
NOWHERE = Place("")
THIN: dict[str, Any] = {"canopy": {"city": "arnhem", "share": 7}}


def said(situation: Situation) -> list[object]:
    """All that was said, wherever it stands."""
    return [dataclasses.replace(s, said=dataclasses.replace(s.said, place=NOWHERE)) for s in situation.statements]


@pytest.mark.parametrize("path", files.situations(Path(report().folder)), ids=lambda path: path.stem)
def test_the_values_of_a_file_say_what_the_file_says(path: Path) -> None:
    values = yaml.safe_load(path.read_text(encoding="utf-8"))
    made, read = situation_from(report(), values), read_situation(report(), path)
    assert (made.title, made.as_of, made.based_on, said(made)) == (read.title, read.as_of, read.based_on, said(read))


def test_a_list_is_a_situation() -> None:
    made = situation_from(trees(), [THIN, {"not": {"watered": {"city": "coast"}}}])
    assert [str(s.said.place) for s in made.statements] == ["fact 1", "fact 2", "fact 2"]
    assert [one.title for one in advise(made).recommendations] == ["Plant trees in Arnhem"]


@pytest.mark.parametrize(
    "share", [7, 7.0, Decimal("7.0"), "7 %", "7..8", {"at_most": 8}, {"at_least": 1, "at_most": 7.5}]
)
def test_a_number_is_told_in_every_way_of_a_file(share: object) -> None:
    told = HEAT.tell({"canopy": {"city": "AR", "share": share}})
    assert [one.title for one in advise(told, "arnhem").recommendations] == ["Plant trees in Arnhem"]


def test_what_is_told_by_name_is_said_of_each_that_does_not_say_it() -> None:
    source, day = {"title": "The Mayor", "grade": "B2"}, datetime.date(2022, 7, 1)
    own = {"watered": {"city": "arnhem"}, "source": "A passer-by", "likelihood": "possible"}
    told = HEAT.tell(THIN, own, source=source, date=day, likelihood=80, at=["S.1"], note="by telephone")
    thin, watered = (statement.said for statement in told.statements[-2:])
    assert thin.source is not None
    assert (thin.source.title, thin.source.grade, thin.date, thin.told_as) == ("The Mayor", "B2", day, "80 %")
    assert (thin.at, thin.note, str(thin.place)) == (("S.1",), "by telephone", "fact 1")
    assert watered.source is not None
    assert (watered.source.title, watered.told_as, watered.date) == ("A passer-by", "possible", day)
    assert HEAT.statements == told.statements[:-2], "a situation never changes"


def test_what_a_program_tells_counts_before_files_and_can_be_forgotten() -> None:
    cool = HEAT.tell({"canopy": {"city": "oslo", "share": 60}})
    assert [one.title for one in advise(cool, "oslo").recommendations] == ["Replace the ash in the City of Oslo"]
    back = cool.forget({"canopy": {"city": "oslo"}}).tell({"canopy": {"city": "oslo", "share": 12}})
    assert str(back.statements[-1].said.place) == "fact 2", "no number is given twice"
    assert [one.title for one in advise(back).recommendations] == [one.title for one in advise(HEAT).recommendations]
    with pytest.raises(SituationError, match="fact 2: FA501: nothing was said that this would forget"):
        cool.forget({"canopy": {"city": "arnhem"}})


@pytest.mark.parametrize(
    ("fact", "finding"),
    [
        ({"canopy": {"city": "arnhm", "share": 7}}, "FA103: there is no entity 'arnhm'; did you mean 'arnhem'?"),
        ({"canopi": {"city": "arnhem"}}, "FA101: there is no fact type 'canopi'; did you mean 'canopy'?"),
        ({"canopy": {"town": "arnhem", "share": 7}}, "FA102: 'canopy' has no slot 'town'"),
        ({"canopy": {"city": "arnhem"}}, "FA207: 'canopy' needs the slot 'share'"),
        ({"canopy": {"city": "arnhem", "share": "7"}}, "FA201: 'share' of 'canopy' is a number"),
        ({"canopy": {"city": "arnhem", "share": True}}, "FA201: 'share' of 'canopy' is a number"),
        ({"canopy": {"city": "arnhem", "share": 130}}, "FA202: 'share' of 'canopy' goes from 0 to 100"),
        ({"canopy": {"city": "arnhem", "share": float("nan")}}, "FA012: a value is a text, a number"),
        ({"canopy": {"city": "arnhem", "share": Decimal("1E+999999")}}, "FA012: a value is a text, a number"),
        ({"canopy": {"city": "arnhem", "share": 10**9_000}}, "FA201: 'share' of 'canopy' is a number"),
        ({"canopy": {"city": b"arnhem", "share": 7}}, "FA012: a value is .*, found a value of type bytes"),
        ({"canopy": {"city": "\x1b[31m", "share": 7}}, "FA003: not well-formed text: control character"),
        ({**THIN, "date": datetime.datetime(2022, 7, 1, tzinfo=datetime.UTC)}, "FA012: .* a value of type datetime"),
        ({**THIN, "likelyhood": "likely"}, "FA010: a fact has no 'likelyhood'; did you mean 'likelihood'?"),
        ({7: {}}, "FA012: a key is a text"),
        ({}, "FA012: no fact is stated here"),
        ("canopy", "FA012: a fact is written 'fact_type: {slot: value}', found 'canopy'"),
        (None, "FA012: a fact is written"),
    ],
)
def test_a_mistake_is_placed_at_its_fact_and_said_as_in_a_file(fact: Any, finding: str) -> None:
    makes: tuple[Callable[[], object], ...] = (
        lambda: HEAT.tell(THIN, fact),
        lambda: situation_from(trees(), [THIN, fact]),
    )
    for make in makes:
        with pytest.raises(SituationError, match=finding.replace("{", r"\{").replace("?", r"\?")) as caught:
            make()
        assert {str(one.place) for one in caught.value.findings} == {"fact 2"}
        assert str(caught.value).startswith("fact 2: FA")


def test_all_mistakes_are_said_at_once() -> None:
    with pytest.raises(SituationError) as caught:
        situation_from(trees(), {"as_of": "soon", "nothing": 1, "facts": [{"a": {}}, THIN, {"b": {}}]})
    places = [str(one.place) for one in caught.value.findings]
    assert places == ["fact 1", "fact 3", "the situation", "the situation"]


def endless() -> dict[str, Any]:
    loop: dict[str, Any] = {}
    loop["canopy"] = loop
    return loop


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.decimals() | st.dates(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["canopy", "not", "city", "facts"]), inner)
    ),
)


@given(ANYTHING)
def test_whatever_is_told_no_other_error_leaves(value: Any) -> None:
    attempts: tuple[Callable[[], object], ...] = (
        lambda: HEAT.tell(value),
        lambda: HEAT.forget(value),
        lambda: HEAT.tell(THIN, source=value, date=value, at=value),
        lambda: situation_from(trees(), value),
        lambda: situation_from(trees(), [value, THIN]),
    )
    for attempt in attempts:
        with suppress(DragomanError):
            attempt()


@pytest.mark.parametrize("value", [endless(), {"facts": endless()}, {"canopy": {"city": "x" * 10**6}}, [[]] * 10])
def test_what_has_no_end_is_refused(value: Any) -> None:
    with pytest.raises(SituationError):
        situation_from(trees(), [value])
