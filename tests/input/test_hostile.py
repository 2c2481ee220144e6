"""What was made to do harm: one clear message with its place, soon, and nothing else happens."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.shell import PROGRAM, environment, run, steering
from tests.input.support import FOLDER, refused, told

MANY = 110_000
"""So many that what grows with the square of the input never ends: no test asserts a time."""
HERE = ("--rulebook", str(FOLDER))


def yaml_fact(fact: str) -> str:
    return f"facts:\n  - {fact}\n"


def json_fact(fact: object) -> str:
    return json.dumps({"facts": [fact]})


def bomb() -> str:
    return "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )


HOSTILE: dict[str, tuple[str, Callable[[], str | bytes], str]] = {
    # what it is: the name of the file, its text, how the first finding begins
    "alias bomb": ("a.yaml", bomb, "1:4 FA005 anchors (&a) are not used here"),
    "alias": ("a.yaml", lambda: "facts: *x\n", "1:8 FA005 aliases (*x) are not used here"),
    "merge key": ("a.yaml", lambda: "<<: {facts: []}\n", "1:1 FA010"),
    "nested flow": ("a.yaml", lambda: "{a: " * 10_000, "1:97 FA006 nested more than 24 levels deep"),
    "nested list": ("a.yaml", lambda: "- " * 10_000, "1:49 FA006 nested more than 24 levels deep"),
    "nested brackets": ("a.yaml", lambda: "[" * 10_000, "1:1001 FA006 nested more than"),
    "nested blocks": ("a.yaml", lambda: "".join(" " * n + "a:\n" for n in range(1000)), "25:25 FA006"),
    "nested JSON": ("a.json", lambda: "[" * 10_000, "1:25 FA006 nested more than 24 levels deep"),
    "nested objects": ("a.json", lambda: '{"a":' * 10_000, "1:121 FA006 nested more than 24 levels deep"),
    "nested line": ("a.jsonl", lambda: '{"a":' * 10_000, "1:121 FA006 nested more than 24 levels deep"),
    "50 MB": ("a.yaml", lambda: b"#" * 50_000_000, "1:1 FA006 this file has more than 33,554,432 bytes"),
    "30 MB of quotes": ("a.csv", lambda: 'fact\n"' + '""' * 15_000_000, "2:1 FA003 the quote that opens this cell"),
    "30 MB of commas": ("a.csv", lambda: "," * 30_000_000, "1:1001 FA006 more than 1,000 cells"),
    "30 MB of blank lines": ("a.csv", lambda: "fact\n" + "\n" * 30_000_000 + "x", "30000002:1 FA101"),
    "30 MB of JSON space": ("a.json", lambda: "\n" * 30_000_000 + "x", "30000001:1 FA003"),
    "a long text": (
        "a.yaml",
        lambda: "facts: []\nsituation: " + "x" * 30_000_000,
        "2:12 FA006 the title of a situation has more",
    ),
    "a long key": ("a.json", lambda: json.dumps({"x" * 30_000_000: 1}), "1:2 FA010 a situation has no 'xxx"),
    "many rows": ("a.csv", lambda: "fact\n" + "calm\n" * MANY, "100002:1 FA006 more than 100,000 facts"),
    "many keys": ("a.yaml", lambda: "".join(f"k{n}: 1\n" for n in range(MANY)), "100001:1 FA006 more than 100,000"),
    "many items": ("a.json", lambda: '{"facts": [' + "1," * MANY, "1:200012 FA006 more than 100,000 entries"),
    "many wrong lines": ("a.jsonl", lambda: "{x\n" * MANY, "1:2 FA003"),
    "many wrong names": ("a.csv", lambda: "fact\n" + "clamm\n" * MANY, "2:1 FA101"),
    "many digits": ("a.yaml", lambda: yaml_fact(f"balance: {{state: kz, amount: {'9' * 1000}}}"), "2:34 FA201"),
    "a million digits": ("a.json", lambda: f'{{"facts": [{{"calm": {"1" * 1_000_000}}}]}}', "1:21 FA012"),
    "a million in a cell": ("a.csv", lambda: f"fact,state,amount\nbalance,kz,{'1' * 1_000_000}", "2:12 FA201"),
    "many decimals": ("a.csv", lambda: f"fact,state,amount\nbalance,kz,0.{'1' * 1000}", "2:12 FA201"),
    "NaN in JSON": ("a.json", lambda: '{"facts": NaN}', "1:11 FA003 not well-formed JSON: a value was expected"),
    "NaN in YAML": ("a.yaml", lambda: yaml_fact("balance: {state: kz, amount: .nan}"), "2:34 FA201"),
    "NaN in a cell": ("a.csv", lambda: "fact,state,amount\nbalance,kz,NaN", "2:12 FA201"),
    "infinity": ("a.json", lambda: json_fact({"balance": {"state": "kz", "amount": 1e300 * 1e10}}), "1:50 FA003"),
    "an exponent": ("a.yaml", lambda: yaml_fact("balance: {state: kz, amount: 1e999999999}"), "2:34 FA201"),
    "no such day": ("a.yaml", lambda: yaml_fact("calm: {}\n    date: 2021-02-29"), "3:11 FA204"),
    "no such year": ("a.json", lambda: json_fact({"calm": {}, "until": "0000-01-01"}), "1:34 FA204"),
    "writing turned round": ("a.yaml", lambda: yaml_fact('"ca\u202elm": {}'), "2:5 FA101 there is no fact type"),
    "an escape sequence": (
        "a.yaml",
        lambda: yaml_fact("calm: {}\n    note: \x1b[31mred"),
        "3:11 FA003 control character",
    ),
    "one written as such": (
        "a.yaml",
        lambda: yaml_fact('calm: {}\n    note: "\\e[31m"'),
        "3:11 FA003 control character",
    ),
    "one in JSON": ("a.json", lambda: json_fact({"calm": {}, "note": "\x1b]0;title\x07"}), "1:33 FA003"),
    "one in a line": ("a.jsonl", lambda: json.dumps({"calm": {}, "note": "\x9b31m"}), "1:22 FA003"),
    "one in a cell": ("a.csv", lambda: "fact,note\ncalm,\x1b[2J", "2:6 FA003 control character U+001B"),
    "markup in a name": (
        "a.yaml",
        lambda: yaml_fact('"[red]calm[/red]": {}'),
        "2:5 FA101 there is no fact type '[red]",
    ),
    "a long name": ("a.csv", lambda: "fact\n" + "a" * 10_000, "2:1 FA101 there is no fact type 'aaa"),
    "a long column": (
        "a.csv",
        lambda: "fact," + "a" * 10_000 + "\ncalm,\n",
        "1:6 FA010 a table of facts has no column",
    ),
    "a long entity": ("a.json", lambda: json_fact({"agency": {"state": "k" * 10_000}}), "1:33 FA103"),
    "a long base": ("a.yaml", lambda: "based_on: " + "b" * 9_999, "1:11 FA110 there is no file and no situation"),
    "a base up above": ("a.yaml", lambda: "based_on: " + "../" * 3000 + "x.yaml", "1:11 FA001"),
    "a long anchor": ("a.yaml", lambda: "facts: &" + "a" * 10_000 + " []", "1:8 FA005"),
    "an object": ("a.yaml", lambda: yaml_fact('!!python/object/apply:os.system ["touch hacked"]'), "2:5 FA005 tags"),
    "a binary": ("a.yaml", lambda: "facts: !!binary AAAA", "1:8 FA005 tags"),
    "a second document": ("a.yaml", lambda: "facts: []\n---\nfacts: []\n", "2:1 FA005 a second document"),
    "half a character": ("a.json", lambda: '{"note": "\\ud800"}', "1:10 FA003"),
    "NUL": ("a.yaml", lambda: "facts: \0", "1:8 FA003 control character U+0000"),
    "not text": ("a.csv", lambda: bytes(range(128, 256)), "1:1 FA002"),
    "half of UTF-16": ("a.csv", lambda: "fact\ncalm".encode("utf-16")[:-1], "2:4 FA002"),
    "nothing": ("a.jsonl", lambda: "\n  \n", "1:1 FA004 this file is empty"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_one_clear_message_with_its_place(what: str) -> None:
    name, make, said = HOSTILE[what]
    data = make()
    findings = refused(data, name)
    assert findings[0].startswith(said), findings[0][:200]
    assert len(findings) <= 501
    assert all(len(finding) < 700 for finding in findings)


def test_nothing_is_made_or_run(tmp_path: Path) -> None:
    for name, (_, make, _) in HOSTILE.items():
        if name in {"an object", "alias bomb", "markup in a name", "writing turned round", "one in JSON"}:
            data = make()
            (tmp_path / "a.yaml").write_bytes(data if isinstance(data, bytes) else data.encode())
            done = run("advise", "a.yaml", *HERE, folder=tmp_path)
            assert (done.code, done.out) == (2, ""), name
            assert "Traceback" not in done.err
            assert not steering(done.err), name
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_markup_and_marks_in_a_text_are_text(tmp_path: Path) -> None:
    note = "[bold red]x[/] [link=http://a.example]y[/link] \u202eleft \u2066z"
    (tmp_path / "a.json").write_text(json_fact({"agency": {"state": "kz"}, "note": note}), encoding="utf-8")
    [said] = told((tmp_path / "a.json").read_text(encoding="utf-8"), "a.json")
    assert said.note == note
    for form in ("yaml", "json", "jsonl"):
        done = run("facts", "a.json", "--format", form, *HERE, folder=tmp_path)
        assert done.code == 0
        assert not steering(done.out)


# -- files and pipes that fail


@pytest.mark.parametrize(
    "argument", ["no-such-file.yaml", ".", "a" * 10_000, "x/" * 3000 + "y.csv", "loop.yaml", "gone.csv"]
)
def test_a_file_that_cannot_be_read(argument: str, tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "gone.csv").symlink_to("was-here.csv")
    done = run("advise", argument, *HERE, folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "FA001" in done.err or "FA110" in done.err
    assert len(done.err) < 900
    assert "Traceback" not in done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("fact\ncalm\n", encoding="utf-8")
    (tmp_path / "a.csv").chmod(0)
    done = run("advise", "a.csv", *HERE, folder=tmp_path)
    assert (done.code, done.err) == (2, "a.csv:1:1: FA001: this file may not be read (permission denied)\n")


def test_standard_input_that_is_closed() -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *PROGRAM, "advise", "-", *HERE],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"standard input:1:1: FA001: this file cannot be read (it is closed)\n"


def test_a_reader_that_leaves_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("fact\n" + "calm\n" * 5_000, encoding="utf-8")
    command = [*PROGRAM, "facts", "a.csv", *HERE]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"situation: a\n"
        process.stdout.close()
        assert without_progress(process.stderr.read()) == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("fact\n" + "calm\n" * 5_000, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        command = [*PROGRAM, "facts", "a.csv", *HERE]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, without_progress(done.stderr)) == (2, b"dragoman: No space left on device\n")


def test_an_endless_file() -> None:
    done = run("advise", "/dev/zero", *HERE)
    assert (done.code, done.err) == (2, "/dev/zero:1:1: FA001: this is a device, a file was expected\n")


# -- honest work that takes long


def test_many_facts_of_one_thing_are_weighed_in_one_pass(tmp_path: Path) -> None:
    rows = "".join(f"agency,{'true' if n % 3 else 'false'},{'kz' if n % 2 else 'region'},S{n}\n" for n in range(10_000))
    (tmp_path / "a.csv").write_text(f"fact,holds,state,source\n{rows}", encoding="utf-8")
    done = run("advise", "a.csv", *HERE, folder=tmp_path)
    assert (done.code, without_progress(done.err.encode())) == (0, b"")


def without_progress(err: bytes) -> bytes:
    """What else was said: on a slow machine, reading may take longer than a second."""
    said = (b"dragoman: reading a.csv, line ", b"dragoman: weighing ")
    return b"".join(row for row in err.splitlines(keepends=True) if not row.startswith(said))
