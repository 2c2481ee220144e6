"""`dragoman check`: findings for people, scripts and GitHub, the meaning of each code, the instances of each rule."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.cli.findings import workflow_command
from dragoman.errors import Finding, Place
from dragoman.language.check import passed_over
from dragoman.language.grammar.derive import _DROPPED
from dragoman.source.codes import CODES
from dragoman.source.explanations import explanations
from tests.check.small import PROTEST, UNREST, Small, rule, told

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rulebook with a rule that stands twice and a fact type that nothing uses, in the folder one is in."""
    small = Small()
    small.types["strike"] = told("state")
    small.rules.append(rule("again", [PROTEST], UNREST))
    small.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_text_is_a_line_for_each_finding(folder: Path, capsys: Capture) -> None:
    assert main(["check", "."]) == 1
    output = capsys.readouterr()
    assert [line.split(": ")[1] for line in output.out.splitlines()] == ["RB604", "RB613"]
    assert output.err == "dragoman: 2 findings in .\n"


def test_json_says_the_same(folder: Path, capsys: Capture) -> None:
    assert main(["check", ".", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    first = data["findings"][0]
    assert (first["code"], first["severity"], first["meaning"]) == ("RB604", "warning", CODES["604"])
    assert (first["file"], first["also"][0]["file"]) == ("rules.yaml", "rules.yaml")
    assert first["line"] > first["also"][0]["line"]
    assert "instances" not in data


def test_github_is_told_where_and_how_grave(folder: Path, capsys: Capture) -> None:
    assert main(["check", str(folder), "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("::warning file=vocabulary.yaml,line=")
    assert lines[1].endswith(
        "title=RB613::nothing uses the fact type 'strike': it stands in no rule, and no situation tells it; "
        "write a rule that reads it, or say in 'context' why none does"
    )


def test_a_mistake_is_an_error_for_github(folder: Path, capsys: Capture) -> None:
    (folder / "rules.yaml").write_text("rules: [{id: one}]", encoding="utf-8")
    assert main(["check", ".", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(
        "::error file=rules.yaml,line=1,col=9,title=RB011::a rule needs 'because'"
    )


def test_what_stands_in_a_finding_cannot_end_the_command_for_github() -> None:
    finding = Finding(Place("a,b:c.yaml", 3, 4), "RB001", "100 %\n::error::forged")
    assert (
        workflow_command(finding) == "::error file=a%2Cb%3Ac.yaml,line=3,col=4,title=RB001::100 %25%0A::error::forged"
    )


@pytest.mark.parametrize("how", ["text", "json", "github"])
def test_a_rulebook_without_findings_leaves_with_0(tmp_path: Path, capsys: Capture, how: str) -> None:
    assert main(["check", str(Small().write(tmp_path)), "--format", how]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    assert ("no findings" in output.out) == (how == "text")


@pytest.mark.parametrize("how", ["text", "json", "github"])
def test_a_folder_that_is_none_leaves_with_2(tmp_path: Path, capsys: Capture, how: str) -> None:
    assert main(["check", str(tmp_path / "none"), "--format", how]) == 2
    assert "RB001" in capsys.readouterr().out


def test_the_instances_of_each_rule_are_counted(folder: Path, capsys: Capture) -> None:
    main(["check", ".", "--counts"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[2:] == ["2 again  level 1", "2 protest-may-grow  level 1", "4 instances of 2 rules"]
    main(["check", ".", "--counts", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["instances"] == {"again": 2, "protest-may-grow": 2}


# -- the meaning of codes


@pytest.mark.parametrize("number", CODES)
def test_every_code_has_its_paragraph(number: str, capsys: Capture) -> None:
    meaning, text = explanations()[number]
    assert "Example: " in text
    assert 100 < len(text) < 800
    assert main(["check", "--explain", f"RB{number}"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    said = f"RB{number}: {meaning} {text} Names in examples are of the rulebook that is shipped."
    assert shown.startswith(said)
    assert (shown == said) == (number != "705"), "which lists the words that it speaks of"


def test_every_word_that_is_passed_over_is_listed(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")  # so that no heading is broken
    assert main(["check", "--explain", "RB705"]) == 0
    headed = re.findall(r"^(\S.*):\n((?:  .*\n)+)", capsys.readouterr().out, re.MULTILINE)
    listed = {head: " ".join(words.split()).split(", ") for head, words in headed}
    anywhere, always, in_lines, affirmed = listed.values()
    assert listed == {head: list(words) for head, words in passed_over()}
    assert {*anywhere, *always} == _DROPPED, "what phrases are made without"
    assert {"all", "again", "extremely", "fast"} <= {*anywhere}
    assert {"these days", "to this day"} <= {*in_lines}
    assert {"heavy", "heavily", "certain"} <= {*affirmed}
    assert {*affirmed}.isdisjoint(anywhere)


@pytest.mark.parametrize("code", ["fa101", "101", " RB101 "])
def test_a_code_may_be_written_in_any_way(code: str, capsys: Capture) -> None:
    assert main(["check", "--explain", code]) == 0
    assert "an unknown fact type" in capsys.readouterr().out


@pytest.mark.parametrize("code", ["RB999", "fact", "XX101", "RB٠٠١"])
def test_a_code_that_is_none_is_refused(code: str, capsys: Capture) -> None:
    assert main(["check", "--explain", code]) == 2
    assert "there is no code" in capsys.readouterr().err
