"""The real command line on files that cannot be used, and on standard input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.shell import run
from tests.reader.support import GOOD, HERE

WORLD = (GOOD / "situations" / "world.yaml").read_bytes()
WORLD_IN_JSON = json.dumps(
    {
        "facts": [
            {"debt_share": {"debtor": "kyrgyzstan", "creditor": "china", "percent": 42.5}},
            {"not": {"member": {"state": "kyrgyzstan", "body": "csto"}}},
        ]
    }
).encode()


def dragoman(*arguments: str, folder: Path, given: bytes = b"") -> tuple[int, str, str]:
    """The exit code, standard output and standard error of a run in `folder`."""
    done = run(*arguments, folder=folder, stdin=given, settings={"NO_COLOR": "1"})
    return done.code, done.out, done.err


def advise(*files: str, folder: Path, given: bytes = b"") -> tuple[int, str, str]:
    return dragoman("advise", "--rulebook", str(GOOD), *files, folder=folder, given=given)


NONSENSE = bytes(range(256)) * 4
UNUSABLE = {
    "nonsense": (NONSENSE, "told.yaml:2:118: FA002: byte 0x80 is not UTF-8 text; "),
    "prose": (
        b"China and Russia quarrel.\n",
        "told.yaml:1:1: FA012: a situation is written as a mapping (key: value), ",
    ),
    "empty": (b"", "told.yaml:1:1: FA004: this file is empty"),
    "latin-1": ("facts: []\nnote: déjà vu".encode("latin-1"), "told.yaml:2:8: FA002: byte 0xe9 is not UTF-8 text; "),
    "control": (b"facts: []\nnote: \x1b[31mred\n", "told.yaml:2:7: FA003: control character U+001B; "),
    "lots": (
        b"facts:\n  - debt_share: {debtor: kyrgyzstan, creditor: china, percent: lots}\n",
        "told.yaml:2:64: FA201: 'percent' of 'debt_share' is a number such as 40 or 42.5, found 'lots'",
    ),
}


@pytest.mark.parametrize("what", UNUSABLE)
def test_a_file_that_cannot_be_used_gets_one_message_and_exit_code_2(tmp_path: Path, what: str) -> None:
    data, message = UNUSABLE[what]
    (tmp_path / "told.yaml").write_bytes(data)
    code, output, errors = advise("told.yaml", folder=tmp_path)
    assert (code, output, errors.count("\n")) == (2, "", 1)
    assert errors.startswith(message)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.yaml", "missing.yaml:1:1: FA001: there is no such file\n"),
        (".", ".:1:1: FA001: this is a folder, a file was expected\n"),
        ("folder.yaml", "folder.yaml:1:1: FA001: this is a folder, a file was expected\n"),
        ("no/such/folder", "no/such/folder:1:1: FA110: there is no file and no situation of the rulebook called "),
        ("wrld", "wrld:1:1: FA110: there is no file and no situation of the rulebook called 'wrld'; did you mean 'world'?\n"),
        ("x" * 300, f"{'x' * 199}…:1:1: FA110: there is no file and no situation of the rulebook called '{'x' * 59}…'"),
        ("x" * 300 + ".yaml", f"{'x' * 199}…:1:1: FA001: this file cannot be read (File name too long)\n"),
        ("\x1b[31m.yaml", "\\x1b[31m.yaml:1:1: FA001: there is no such file\n"),
    ],
)  # fmt: skip
def test_a_path_that_leads_to_no_file_gets_one_message_and_exit_code_2(tmp_path: Path, path: str, message: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    code, output, errors = advise(path, folder=tmp_path)
    assert (code, output, errors.count("\n")) == (2, "", 1)
    assert errors.startswith(message)


def test_the_mistakes_of_several_files_come_together_and_in_order(tmp_path: Path) -> None:
    for name, text in (("b.yaml", "fact: []\n"), ("a.json", "{"), ("c.yaml", "facts: []\n")):
        (tmp_path / name).write_text(text)
    code, output, errors = advise("c.yaml", "b.yaml", "missing.yaml", "a.json", folder=tmp_path)
    assert (code, output) == (2, "")
    assert [line.split(": ")[:2] for line in errors.splitlines()] == [
        ["a.json:1:2", "FA003"],
        ["b.yaml:1:1", "FA010"],
        ["missing.yaml:1:1", "FA001"],
    ]


@pytest.mark.parametrize("given", [WORLD, b"\xef\xbb\xbf" + WORLD, WORLD.decode().encode("utf-16"), WORLD_IN_JSON])
def test_standard_input_is_yaml_or_json(tmp_path: Path, given: bytes) -> None:
    code, output, errors = advise("-", folder=tmp_path, given=given)
    assert (code, errors) == (0, "")
    assert "Offer Kyrgyzstan an alternative" in output


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (b"facts:\n  - trade_wars: {}\n", "standard input:2:5: FA101: "),
        (b'\n {"facts": [\n  {"trade_wars": {}}]}', "standard input:3:4: FA101: "),
        (b"", "standard input:1:1: FA004: "),
        (b"{]", "standard input:1:2: FA003: not well-formed JSON: "),
        (b"{{", "standard input:1:2: FA003: not well-formed JSON: "),
        (b"- [", "standard input:2:1: FA003: not well-formed YAML: "),
        (NONSENSE, "standard input:2:118: FA002: "),
    ],
)
def test_mistakes_on_standard_input_name_it(tmp_path: Path, given: bytes, message: str) -> None:
    code, output, errors = advise("-", folder=tmp_path, given=given)
    assert (code, output, errors.count("\n")) == (2, "", 1)
    assert errors.startswith(message)


def test_standard_input_and_files_add_up(tmp_path: Path) -> None:
    (tmp_path / "told.yaml").write_text("facts:\n  - member: {state: kyrgyzstan, body: csto}\n")
    code, output, _ = advise("-", "told.yaml", folder=tmp_path, given=WORLD)
    assert code == 0
    assert "Offer Kyrgyzstan an alternative" not in output, "two files dispute the membership"


@pytest.mark.parametrize(
    ("arguments", "code", "output"),
    [
        (["check", str(HERE / "broken" / "RB004-empty-file")], 2, "this is no rulebook: it has no 'rulebook.yaml'"),
        (
            ["check", "missing"],
            2,
            "missing:1:1: RB001: this is no rulebook: there is no such folder, and no rulebook of that name is installed; ",
        ),
        (["check", str(GOOD / "rulebook.yaml")], 2, "RB001: this is no rulebook: it is a file, no folder\n"),
        (["check", str(GOOD)], 0, "no findings\n"),
    ],
)
def test_a_folder_that_is_no_rulebook_cannot_be_checked(
    tmp_path: Path, arguments: list[str], code: int, output: str
) -> None:
    got, shown, _ = dragoman(*arguments, folder=tmp_path)
    assert got == code
    assert output in shown


def test_facts_for_a_broken_rulebook_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "rulebook.yaml").write_text("title: A rulebook\n")
    (tmp_path / "vocabulary.yaml").write_text("entity_types: []\nfact_types: {}\n")
    code, output, errors = dragoman("advise", "--rulebook", ".", "missing.yaml", folder=tmp_path)
    assert (code, output) == (2, "")
    assert [line.split(": ")[:2] for line in errors.splitlines()] == [
        *([["rulebook.yaml:1:1", "RB011"]] * 3),
        ["vocabulary.yaml:1:15", "RB012"],
    ]
