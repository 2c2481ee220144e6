"""One broken folder for each mistake, and what is said about it in `expected.txt` beside it.

`broken` holds rulebooks, `broken_facts` situations and cases; the name of a folder begins with its code.
A folder holds only what differs from the good rulebook (see :func:`tests.reader.support.laid_over_good`);
one whose files are called `told...` holds situations, which are given to `dragoman advise`; one with `deep` in its name is
looked at with `dragoman check --deep`.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.source.codes import CODES
from tests.reader.support import GOOD, HERE, laid_over_good

FAMILIES = {"RB": HERE / "broken", "FA": HERE / "broken_facts"}
FOLDERS = sorted(folder for family in FAMILIES.values() for folder in family.iterdir())
LINE = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<code>[A-Z]{2}\d{3}): (?P<message>.+)\Z")


def lines_of(folder: Path) -> list[str]:
    return (folder / "expected.txt").read_text(encoding="utf-8").splitlines()


def said_of(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[str]]:
    """The exit code and the findings that the command line prints for the files in `folder`."""
    told = sorted(path.name for path in folder.glob("told*"))
    if told:
        shutil.copytree(folder, place, dirs_exist_ok=True)
    else:
        laid_over_good(folder, place)
    monkeypatch.chdir(place)
    deep = ["--deep"] if "deep" in folder.name else []
    code = main(["advise", "--rulebook", str(GOOD), *told] if told else ["check", ".", *deep])
    output = capsys.readouterr()
    beside = r"dragoman: (\d+ findings? .*|looking at every possible world ...)\n"
    assert not (output.out if told else re.sub(beside, "", output.err)), "beside the findings"
    return code, (output.err if told else output.out).splitlines()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_broken_folder_gets_its_message(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = said_of(folder, tmp_path, monkeypatch, capsys)
    assert lines == lines_of(folder)
    cannot_be_read = "RB001" in folder.name or any(folder.glob("told*"))
    assert code == (2 if cannot_be_read else 1)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_shows_the_mistake_that_it_is_named_after_and_no_other(folder: Path) -> None:
    found = [LINE.match(line) for line in lines_of(folder)]
    assert {match and match["code"] for match in found} == {folder.name.split("-")[0]}


def test_every_code_has_a_broken_folder_and_every_folder_a_code() -> None:
    shown = {folder.name.split("-")[0] for folder in FOLDERS}
    assert {code[2:] for code in shown} == CODES.keys()
    assert {code[:2] for code in shown} == FAMILIES.keys()
    for family, root in FAMILIES.items():
        assert all(folder.name.startswith(family) for folder in root.iterdir())


def test_the_good_rulebook_has_no_mistake_and_its_cases_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(GOOD)]) == 0
    assert capsys.readouterr().out == f"{GOOD}: 2 rules, 8 fact types, no findings\n"
    assert main(["test", str(GOOD)]) == 0


def test_a_mistake_in_what_situations_start_from_is_said_once_and_where_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(GOOD, tmp_path / "rulebook")
    world = tmp_path / "rulebook" / "situations" / "world.yaml"
    world.write_text("facts:\n  - trade_wars: {}\n", encoding="utf-8")
    (world.parent / "child.yaml").write_text("based_on: world\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "rulebook")]) == 1
    message = "there is no fact type 'trade_wars'; did you mean 'trade_war'?"
    assert capsys.readouterr().out == f"{world}:2:5: FA101: {message}\n"


TEN_MISTAKES = {
    "rulebook.yaml": """\
rulebook: good
title: A rulebook with ten mistakes in four files
version: "1.0.0"
report: {title: A report, authors: [A. Writer], publisher: A publisher, date: 2020-11-31}
parameters:
  high_share: {value: "40", unit: percent, reason: The report gives none.}
""",
    "vocabulary.yaml": """\
entity_types:
  state: A state.
entities:
  kazakhstan: {title: Kazakhstan, types: [sate]}
  kyrgyzstan: {title: Kyrgyzstan, types: [state], capital: Bishkek}
fact_types:
  in_debt:
    from: told
    slots:
      debtor: {entity: [state]}
    says: "{debter} is in debt"
  in_need:
    from: derived
    slots:
      state: {entity: [state]}
    says: "{state} is in need"
""",
    "claims.yaml": """\
claims:
  debt-binds: {at: CON.1, kind: mechanism, text: Debt binds., hedge: maybe}
""",
    "rules.yaml": """\
rules:
  - id: debt-is-need
    claims: [debt-bind]
    when:
      - in_debt: {debtor: $state}
    then:
      - in_need: {state: $sate}
    strength: likely
    because: "{state} owes."
  - id: need-is-need
    beyond_report: true
    when:
      - in_needs: {state: kyrgyzstan}
    then:
      - in_need: {state: kyrgyzstan}
    strength: likely
    because: Need is need.
""",
}
THEIR_PLACES = [
    "claims.yaml:2:70: RB205",
    "rulebook.yaml:4:79: RB204",
    "rulebook.yaml:6:23: RB201",
    "rules.yaml:3:14: RB106",
    "rules.yaml:7:9: RB301",
    "rules.yaml:13:9: RB101",
    "vocabulary.yaml:4:43: RB109",
    "vocabulary.yaml:5:51: RB010",
    "vocabulary.yaml:7:3: RB313",
    "vocabulary.yaml:11:11: RB311",
]


def test_all_mistakes_of_all_files_are_reported_together_and_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in TEN_MISTAKES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "."]) == 1
    output = capsys.readouterr()
    places = [" ".join(line.split(" ")[:2]).rstrip(":") for line in output.out.splitlines()]
    assert places == THEIR_PLACES
    assert output.err == "dragoman: 10 findings in .\n"
