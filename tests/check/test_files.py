"""Which files belong to a rulebook: what is read, what is in the way, and how files are shown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.check import check
from dragoman.rulebook import files
from tests.check.small import Small
from tests.cli.shell import run
from tests.explain.worlds import CENTRAL_ASIA

FACTS = "facts:\n  - protest: {state: kazakhstan}\n"
CASE = "cases:\n  - case: {name}\n    at: [A.1]\n    because: so\n    facts: []\n    expect: [{{unrest: {{state: kazakhstan}}}}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Small().write(tmp_path)
    for name in ("situations", "cases"):
        (tmp_path / name).mkdir()
    return tmp_path


def found(folder: Path) -> list[str]:
    return [f"{Path(f.place.source).relative_to(folder)} {f.code} {f.message}" for f in check(folder)[1]]


@pytest.mark.parametrize("suffix", ["yaml", "yml", "json", "jsonl", "ndjson", "csv", "tsv"])
def test_a_broken_situation_is_reported_however_it_is_written(suffix: str, folder: Path) -> None:
    text = {"csv": "fact\nwrong\n", "tsv": "fact\nwrong\n", "yaml": FACTS + "wrong: 1", "yml": FACTS + "wrong: 1"}
    (folder / "situations" / f"x.{suffix}").write_text(text.get(suffix, '{"wrong": 1}'), encoding="utf-8")
    [only] = found(folder)
    assert only.startswith((f"situations/x.{suffix} FA010", f"situations/x.{suffix} FA101"))


@pytest.mark.long
@pytest.mark.parametrize("suffix", ["yaml", "yml"])
def test_a_failing_case_fails(suffix: str, folder: Path) -> None:
    (folder / "cases" / f"bad.{suffix}").write_text(CASE.format(name="bad"), encoding="utf-8")
    assert found(folder) == []
    done = run("test", str(folder))
    assert (done.code, "bad" in done.out) == (1, True)


def test_of_two_files_with_one_name_the_one_that_is_not_used_is_reported(folder: Path) -> None:
    for name in ("x.yaml", "x.yml"):
        (folder / "situations" / name).write_text(FACTS, encoding="utf-8")
    (folder / "situations" / "x.json").write_text('{"facts": []}', encoding="utf-8")
    for name in ("one", "two"):
        (folder / "cases" / f"c.{'yaml' if name == 'one' else 'yml'}").write_text(CASE.format(name=name))
    assert found(folder) == [
        "cases/c.yml RB014 there is another file called 'c', which ends in .yaml; keep one of the two",
        "situations/x.json RB014 there is another file called 'x', which ends in .yaml; keep one of the two",
        "situations/x.yml RB014 there is another file called 'x', which ends in .yaml; keep one of the two",
    ]


def test_data_that_is_not_read_is_reported(folder: Path) -> None:
    for name in ("more.json", "cases/a.json", "cases/b.YAML", "situations/c.CSV", "README.md", "cases/notes.txt"):
        (folder / name).touch()
    assert found(folder) == [
        "cases/a.json RB001 this file is not read: what belongs here ends in .yaml or .yml",
        "cases/b.YAML RB001 this file is not read: what belongs here ends in .yaml or .yml",
        "more.json RB001 this file is not read: what belongs here ends in .yaml or .yml",
        "situations/c.CSV RB001 this file is not read: what belongs here ends in .csv",
    ]


def test_a_part_is_found_whatever_its_end(folder: Path) -> None:
    assert files.part(folder, "vocabulary") == folder / "vocabulary.yaml"
    (folder / "vocabulary.yaml").rename(folder / "vocabulary.yml")
    assert files.part(folder, "vocabulary") == folder / "vocabulary.yml"
    assert files.part(folder, "claims") == folder / "claims.yaml"
    assert found(folder) == []


@pytest.mark.parametrize("where", [".", "../central_asia", "situations/.."])
def test_files_of_a_rulebook_are_shown_alike_wherever_one_stands(where: str, tmp_path: Path) -> None:
    home = tmp_path / "central_asia"
    shutil.copytree(CENTRAL_ASIA.folder, home)
    done = run("why", "in_force", "2020-11-report-world", "--rulebook", where, folder=home)
    assert done.code == 0
    assert "; central_asia/instruments.yaml:" in done.words


@pytest.mark.parametrize("where", [".", "../small"])
def test_a_finding_in_a_situation_leads_to_its_file(where: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "situations" / "base.yaml").write_text(FACTS + "wrong: 1\n", encoding="utf-8")
    (folder / "situations" / "on.yaml").write_text("based_on: base\nfacts: []\n", encoding="utf-8")
    home = folder / "small"
    home.mkdir()
    for path in list(folder.iterdir()):
        if path != home:
            path.rename(home / path.name)
    monkeypatch.chdir(home)
    [finding] = check(Path(where))[1]
    assert str(finding.place) == str(Path(where) / "situations" / "base.yaml") + ":3:1"
