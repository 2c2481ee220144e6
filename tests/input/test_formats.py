"""Which format a file is in: by its name, else as the user says, else by how it begins; mixed as one likes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.source.formats import Format, format_of
from tests.cli.shell import run
from tests.input.support import FOLDER

YAML = "situation: From YAML\nas_of: 2020-11-30\nfacts:\n  - share: {debtor: kz, creditor: cn, percent: 42}\n"
JSON = '{"facts": [{"agency": {"state": "kz"}}]}'
LINES = '{"agency": {"state": "kg"}}\n{"calm": {}}\n'
CSV = "fact;one;other;trend\ngap;cn;ru;growing\n"
HERE = ("--rulebook", str(FOLDER))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.yaml", Format.YAML),
        ("a.yml", Format.YAML),
        ("a.json", Format.JSON),
        ("a.jsonl", Format.JSONL),
        ("a.ndjson", Format.JSONL),
        ("a.csv", Format.CSV),
        ("a.tsv", Format.CSV),
        ("folder.csv/a.JSON", Format.JSON),
    ],
)
def test_a_name_that_tells_wins_over_all_else(name: str, form: Format) -> None:
    for otherwise in (None, *Format):
        assert format_of(name, "{}", otherwise) is form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (YAML, Format.YAML),
        (JSON, Format.JSON),
        (f"\n {JSON}\n", Format.JSON),
        (f"{LINES}", Format.JSONL),
        ('{"a": 1}\n', Format.JSON),
        ('{\n"a": {}\n}', Format.JSON),
        ("[1]", Format.JSON),
        (CSV, Format.YAML),
    ],
)
def test_a_name_that_does_not_tell_leaves_it_to_the_first_characters(text: str, form: Format) -> None:
    assert format_of("standard input", text) is form
    assert format_of("facts.txt", text, Format.CSV) is Format.CSV


def files(folder: Path) -> list[str]:
    for name, text in {"a.yaml": YAML, "b.json": JSON, "c.jsonl": LINES, "d.csv": CSV}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return ["a.yaml", "b.json", "c.jsonl", "d.csv"]


def test_all_formats_on_one_command_line(tmp_path: Path) -> None:
    done = run("facts", *files(tmp_path), "--format", "jsonl", *HERE, folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    header, *facts = done.out.splitlines()
    assert header == '{"situation": "From YAML + b + c + d", "as_of": "2020-11-30"}'
    assert facts == [
        '{"share": {"debtor": "kz", "creditor": "cn", "percent": 42}, "said_at": "a.yaml:4:12"}',
        '{"agency": {"state": "kz"}, "said_at": "b.json:1:23"}',
        '{"agency": {"state": "kg"}, "said_at": "c.jsonl:1:12"}',
        '{"calm": {}, "said_at": "c.jsonl:2:10"}',
        '{"gap": {"one": "cn", "other": "ru", "trend": "growing"}, "said_at": "d.csv:2:1"}',
    ]


@pytest.mark.parametrize(("text", "form"), [(YAML, "yaml"), (JSON, "json"), (LINES, "jsonl"), (CSV, "csv")])
@pytest.mark.parametrize("command", ["advise", "audit", "facts"])
def test_standard_input_with_its_format(text: str, form: str, command: str) -> None:
    done = run(command, "-", "--input-format", form, *HERE, stdin=text)
    assert (done.code, done.err) == (0, ""), done.err


def test_a_table_on_standard_input_needs_to_be_called_one() -> None:
    done = run("facts", "-", *HERE, stdin=CSV)
    assert done.code == 2
    assert done.err.startswith("standard input:1:1: FA012: this is no situation in YAML or JSON; if it is a table,")


def test_a_file_of_an_odd_name_is_what_the_user_says(tmp_path: Path) -> None:
    (tmp_path / "facts.txt").write_text(CSV, encoding="utf-8")
    (tmp_path / "more.json").write_text(JSON, encoding="utf-8")
    done = run("facts", "facts.txt", "more.json", "--input-format", "csv", *HERE, folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "facts.txt:2:1" in done.out
    assert "more.json:1:23" in done.out


def test_what_dragoman_writes_it_reads_from_a_pipe(tmp_path: Path) -> None:
    names = files(tmp_path)
    first = run("facts", *names, *HERE, folder=tmp_path).out
    for form in ("yaml", "json", "jsonl"):
        written = run("facts", *names, "--format", form, *HERE, folder=tmp_path).out
        assert run("facts", "-", *HERE, stdin=written).out == first


def test_a_situation_may_start_from_a_table(tmp_path: Path) -> None:
    (tmp_path / "base.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "child.yaml").write_text("based_on: base\nforget:\n  - gap: {one: ru}\n", encoding="utf-8")
    done = run("facts", "child.yaml", "--flat", *HERE, folder=tmp_path)
    assert (done.code, done.out) == (0, "situation: child\nfacts: []\n")
