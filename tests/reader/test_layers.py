"""Files become one situation: what they start from, what they forget, several together, YAML and JSON alike."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from dragoman.errors import Finding, SituationError
from dragoman.rulebook.forms import Atom
from dragoman.situation.assemble import read_situation
from dragoman.situation.evidence import weigh
from dragoman.situation.reader import FactReader
from dragoman.source.reading import Reading
from dragoman.source.yaml_reader import read_yaml
from dragoman.values.kind import Truth
from tests.reader.support import facts, good, refusals, tell

WAR = "trade_war: {between: china, and: russia}"
GAP = "power_gap: {between: china, and: russia, trend: growing}"

# -------------------------------------------------------------------------------------- based_on and forget


def situation_of(folder: Path, *names: str, **files: str) -> set[tuple[Atom, bool, str]]:
    """What the files `names` tell: atoms, whether they hold, and where they were inherited from."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    situation = read_situation(good(), [folder / f"{name}.yaml" for name in names or ("told",)])
    return {(s.atom, s.said.holds, s.said.origin) for s in situation.statements}


def refused(folder: Path, *names: str, **files: str) -> list[str]:
    with pytest.raises(SituationError) as error:
        situation_of(folder, *names, **files)
    return [str(finding).replace(f"{folder}/", "") for finding in error.value.findings]


CHINA_RUSSIA = Atom("trade_war", ("china", "russia"))
KAZAKH, KYRGYZ = (Atom("member", (state, "csto")) for state in ("kazakhstan", "kyrgyzstan"))


def test_based_on_finds_a_file_beside_before_one_of_the_rulebook(tmp_path: Path) -> None:
    assert (CHINA_RUSSIA, True, "world") in situation_of(tmp_path, told="based_on: world\n")
    beside = facts("member: {state: kazakhstan, body: csto}")
    assert situation_of(tmp_path, told="based_on: world\n", world=beside) == {(KAZAKH, True, "world")}


@pytest.mark.parametrize("name", ["base", "base.yaml", "../{here}/base.yaml", "./base.yaml"])
def test_based_on_is_looked_for_beside_the_file_that_says_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir("/")
    base = facts("member: {state: kazakhstan, body: csto}")
    told = f"based_on: {name.format(here=tmp_path.name)}\n"
    assert situation_of(tmp_path, told=told, base=base) == {(KAZAKH, True, "base")}


def test_based_on_goes_on_over_generations_and_a_child_may_deny(tmp_path: Path) -> None:
    told = situation_of(
        tmp_path,
        told="based_on: parent\n" + facts(f"not: {{{WAR}}}"),
        parent="based_on: grandparent\nas_of: 2020-01-01\n",
        grandparent="as_of: 2019-01-01\n" + facts(WAR),
    )
    assert told == {(CHINA_RUSSIA, True, "grandparent"), (CHINA_RUSSIA, False, "")}
    situation = read_situation(good(), [tmp_path / "told.yaml"])
    assert (str(situation.as_of), situation.based_on) == ("2020-01-01", ("parent", "grandparent"))
    known = weigh(good(), situation).of(CHINA_RUSSIA)
    assert known
    assert known.truth is Truth.FALSE


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("wrld", "FA110: there is no file and no situation of the rulebook called 'wrld'; did you mean 'world'?"),
        ("nothing-like-it", "FA110: there is no file and no situation of the rulebook called 'nothing-like-it'; there are world"),
        ("missing.yaml", "FA001: 'missing.yaml' cannot be started from: there is no such file"),
        ("'-'", "FA110: 'based_on' names a situation or a file, found '-'"),
        ('"\\t"', "FA012: 'based_on' is a text, found '\t'"),
        ("x" * 300, f"FA110: there is no file and no situation of the rulebook called '{'x' * 59}…'; there are world"),
    ],
)  # fmt: skip
def test_what_cannot_be_started_from_is_said_where_it_is_asked_for(tmp_path: Path, name: str, message: str) -> None:
    assert refused(tmp_path, told=f"facts: []\nbased_on: {name}\n") == [f"told.yaml:2:11: {message}"]


def test_two_files_that_want_the_same_missing_one_are_both_named(tmp_path: Path) -> None:
    found = refused(tmp_path, "one", "two", one="based_on: lost.yaml\n", two="facts: []\nbased_on: lost.yaml\n")
    assert found == ["one.yaml:1:11: FA001: 'lost.yaml' cannot be started from: there is no such file"]
    found = refused(tmp_path, "one", "two", one="based_on: three\n", two="facts: []\n", three="based_on: lost.yaml\n")
    assert found == ["three.yaml:1:11: FA001: 'lost.yaml' cannot be started from: there is no such file"]


def test_mistakes_in_what_is_started_from_are_said_there(tmp_path: Path) -> None:
    found = refused(tmp_path, told="based_on: base\n", base=facts("trade_war: {between: chna, and: russia}"))
    assert found == ["base.yaml:2:26: FA103: there is no entity 'chna'; did you mean 'china'?"]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"told": "based_on: told\n"}, "told.yaml:1:11"),
        ({"told": "based_on: ./told.yaml\n"}, "told.yaml:1:11"),
        ({"told": "based_on: ../{here}/told.yaml\n"}, "told.yaml:1:11"),
        ({"told": "based_on: base\n", "base": "facts: []\nbased_on: told\n"}, "told.yaml:1:11"),
        ({"told": "based_on: a\n", "a": "based_on: b\n", "b": "facts: []\nbased_on: a.yaml\n"}, "b.yaml:2:11"),
    ],
)
def test_situations_that_are_based_on_each_other_are_refused(tmp_path: Path, files: dict[str, str], place: str) -> None:
    (found,) = refused(tmp_path, **{name: text.format(here=tmp_path.name) for name, text in files.items()})
    assert found.startswith(f"{place}: FA504: these situations are based on each other: ")


BASE = facts("member: {state: kazakhstan, body: csto}", "not: {member: {state: kyrgyzstan, body: csto}}", WAR, GAP)
LEFT_OVER = {
    "trade_war: {between: china, and: russia}": {"member", "not member", "power_gap"},
    "trade_war: {and: china}": {"member", "not member", "power_gap"},
    "trade_war: {}": {"member", "not member", "power_gap"},
    "member: {state: central_asia}": {"trade_war", "power_gap"},
    "member: {state: kyrgyzstan}": {"member", "trade_war", "power_gap"},
    "power_gap: {between: russia}": {"member", "not member", "trade_war"},
}


@pytest.mark.parametrize("pattern", LEFT_OVER)
def test_forget_drops_statements_and_denials_that_match_the_slots_given(tmp_path: Path, pattern: str) -> None:
    told = situation_of(tmp_path, told=f"based_on: base\nforget:\n  - {pattern}\n", base=BASE)
    assert {("" if holds else "not ") + atom.fact for atom, holds, _ in told} == LEFT_OVER[pattern]


def test_forget_never_drops_own_facts(tmp_path: Path) -> None:
    told = situation_of(tmp_path, told="based_on: base\nforget:\n  - trade_war: {}\n" + facts(WAR), base=BASE)
    assert {origin for atom, _, origin in told if atom == CHINA_RUSSIA} == {""}


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("trade_war: {between: kazakhstan}", "3:5: FA501: this 'forget' matches nothing that was inherited"),
        ("member: {state: central_asia, body: csto, since: 2002}", "3:47: FA102: 'member' has no slot 'since'; it has body, state"),
        ("member: {state: central_asi}", "3:21: FA103: there is no entity 'central_asi'; did you mean 'central_asia'?"),
        ("power_gap: {trend: growing}", "3:24: FA208: a 'forget' names key slots only; 'trend' is the value"),
        ("project: {title: a road}", "3:22: FA308: 'title' is a label, which nothing can test"),
        ("not: {member: {state: kyrgyzstan}}", "3:5: FA012: 'not' cannot stand here, write the fact itself ('not' goes with facts, 'when' and 'unless', 'told' with 'unless')"),
        ("trade_war", "3:5: FA012: a 'forget' is written 'fact_type: {slot: value}', found 'trade_war'"),
    ],
)  # fmt: skip
def test_a_forget_that_cannot_be_followed_is_refused(tmp_path: Path, pattern: str, message: str) -> None:
    found = refused(tmp_path, told=f"based_on: base\nforget:\n  - {pattern}\n", base=BASE)
    assert found == [f"told.yaml:{message}"]


def test_a_forget_with_a_mistake_is_none_at_all() -> None:
    node = read_yaml("chat line 1", "trade_war: {betwen: china}", "FA")
    assert not isinstance(node, Finding)
    reading = Reading("FA")
    assert FactReader(reading, good()).read_forget(node) is None
    assert [finding.code for finding in reading.findings] == ["FA102"]


def test_a_forget_of_what_could_not_be_read_is_no_second_mistake(tmp_path: Path) -> None:
    told = "based_on: base\nforget:\n  - trade_war: {}\n"
    assert len(refused(tmp_path, told=told, base=facts("trade_war: {between: chna, and: russia}"))) == 1
    assert len(refused(tmp_path, told=told.replace("on: base", "on: lost.yaml"))) == 1


# ------------------------------------------------------------------------------------------ several files


def test_files_add_up_and_may_agree_on_date_and_base(tmp_path: Path) -> None:
    told = situation_of(
        tmp_path,
        "one",
        "two",
        "three",
        one="as_of: 2020-11-30\nbased_on: base\n",
        two="as_of: 2020-11-30\nbased_on: base\n" + facts("member: {state: kazakhstan, body: csto}"),
        three=facts("member: {state: kyrgyzstan, body: csto}"),
        base=facts(WAR),
    )
    assert told == {(CHINA_RUSSIA, True, "base"), (KAZAKH, True, ""), (KYRGYZ, True, "")}


def test_two_dates_or_two_bases_are_refused(tmp_path: Path) -> None:
    found = refused(
        tmp_path,
        "one",
        "two",
        one="as_of: 2020-11-30\nbased_on: base\n",
        two="situation: Two\nbased_on: other\nas_of: 2021-11-30\n",
        base=facts(WAR),
        other=facts(WAR),
    )
    assert found == [
        "two.yaml:2:11: FA503: one situation starts from one other, here 'other' and 'base' (see also one.yaml:2:11)",
        "two.yaml:3:8: FA502: one situation has one date, here 2021-11-30 and 2020-11-30 (see also one.yaml:1:8)",
    ]


def test_the_mistakes_of_several_files_come_together(tmp_path: Path) -> None:
    found = refused(
        tmp_path, "one", "two", "three", one="situation: One\n", two="situation: Two\n", three=facts("trade_wars: {}")
    )
    assert [line.split(": ")[0] for line in found] == ["one.yaml:1:1", "three.yaml:2:5", "two.yaml:1:1"]


def test_one_file_given_twice_says_everything_once(tmp_path: Path) -> None:
    situation_of(tmp_path, told=BASE)
    known = weigh(good(), read_situation(good(), [tmp_path / "told.yaml", tmp_path / "told.yaml"])).of(CHINA_RUSSIA)
    assert known
    assert len(known.firm) == 1


# ---------------------------------------------------------------------------------------------------- JSON

SAID_IN_JSON = {
    "situation": "A world",
    "as_of": "2020-11-30",
    "facts": [
        {
            "debt_share": {"debtor": "kyrgyzstan", "creditor": "china", "percent": {"at_least": 35.5, "at_most": 45}},
            "likelihood": "very likely",
            "source": {"title": "Газета 🐎", "grade": "B2"},
            "date": "2020-09-30",
            "at": ["ECO.1"],
        },
        {"not": {"member": {"state": "kyrgyzstan", "body": "csto"}}, "likelihood": "60 %"},
    ],
}
SAID_IN_YAML = """\
situation: A world
as_of: 2020-11-30
facts:
  - debt_share: {debtor: kyrgyzstan, creditor: china, percent: {at_least: 35.5, at_most: 45}}
    likelihood: very likely
    source: {title: Газета 🐎, grade: B2}
    date: 2020-09-30
    at: ECO.1
  - not: {member: {state: kyrgyzstan, body: csto}}
    likelihood: 60 %
"""


@pytest.mark.parametrize("is_ascii", [True, False])
def test_json_says_what_yaml_says(tmp_path: Path, is_ascii: bool) -> None:
    in_yaml = tell(tmp_path, SAID_IN_YAML)
    in_json = tell(tmp_path, json.dumps(SAID_IN_JSON, ensure_ascii=is_ascii, indent=2), "told.json")
    assert [dataclasses.replace(said, place=in_yaml[i].place) for i, said in enumerate(in_json)] == list(in_yaml)
    assert [said.place.line for said in in_json] == [6, 26]


@pytest.mark.parametrize(
    ("percent", "place"),
    [('"42"', "2:60 FA201"), ("4.2e1", "2:60 FA201"), ("null", "2:60 FA201"), ("130", "2:60 FA202")],
)
def test_json_is_held_to_the_same(tmp_path: Path, percent: str, place: str) -> None:
    text = f'{{"facts": [{{"debt_share":\n  {{"debtor": "kyrgyzstan", "creditor": "china", "percent": {percent}}}}}]}}'
    (found,) = refusals(tmp_path, text, "told.json")
    assert found[0] == place
