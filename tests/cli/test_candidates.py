"""`dragoman read --candidates`: the facts that a text may hold, each with its sentence and its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dragoman.language.json_form import candidate_schema
from tests.cli.shell import Done, run, steering

MEMO = Path(__file__).parent.parent / "language" / "texts" / "memo.txt"
TOLD = "Kazakhstan owes China 5 billion dollars."


def picked(text: str | bytes, tmp_path: Path, *more: str, name: str = "text.txt") -> Done:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return run("read", "--candidates", str(path), *more)


def test_a_memo_gives_each_sentence_with_what_it_may_tell() -> None:
    done = run("read", "--candidates", str(MEMO))
    assert (done.code, done.err) == (0, "")
    assert done.out == MEMO.with_suffix(".expected").read_text(encoding="utf-8")


def test_a_sentence_is_one_object_that_its_schema_takes() -> None:
    done = run("read", "--candidates", "-", "--json", stdin=MEMO.read_bytes())
    found = [json.loads(row) for row in done.rows]
    for one in found:
        Draft202012Validator(candidate_schema()).validate(one)
    assert found[0]["line"] == 6
    assert found[0]["sentence"] == "Kyrgyzstan owes China $1.8bn, according to the finance ministry."
    assert found[0]["offers"][0]["reason"] is None
    lines = MEMO.read_text(encoding="utf-8").splitlines()
    assert all(one["sentence"].split()[0].strip('"') in lines[one["line"] - 1] for one in found)


@pytest.mark.parametrize(
    "data",
    [
        TOLD.encode("utf-16"),
        b"\xef\xbb\xbf" + TOLD.encode(),
        TOLD.replace(" ", "\r\n").encode(),
        TOLD.replace(" ", "\r").encode(),
        f"# Title\f\n\n- {TOLD} And so on".encode(),
    ],
    ids=["utf-16", "mark", "crlf", "cr", "form feed"],
)
def test_a_text_may_be_written_as_texts_are(data: bytes, tmp_path: Path) -> None:
    done = picked(data, tmp_path, "--json")
    (fact,) = json.loads(done.out)["offers"][0]["choices"]
    assert fact["slots"] == {"debtor": "kazakhstan", "creditor": "china", "amount": 5}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "text.txt:1:1: FA004: this file is empty"),
        (b" \n \n", "text.txt:1:1: FA004: this file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "text.txt:1:1: FA002: byte 0x89 is not UTF-8 text"),
        (b"Kaz\0akhstan", "text.txt:1:4: FA003: this is no text: it holds zero bytes"),
        ("na\u00efve".encode("latin-1"), "text.txt:1:3: FA002: byte 0xef is not UTF-8 text"),
        (
            b"x " * 5_000_000,
            "text.txt:1:1: FA006: this file has more than 1,000,000 bytes; DRAGOMAN_LIMITS=prose=2000000",
        ),
    ],
    ids=["empty", "blank", "picture", "zero", "latin-1", "10 MB"],
)
def test_what_is_no_text_costs_one_line(data: bytes, said: str, tmp_path: Path) -> None:
    done = picked(data, tmp_path)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert said in done.err


@pytest.mark.parametrize(
    "text",
    [
        "." * 90_000,
        "- " * 45_000,
        "Russia and China, " * 500,
        "\x1b[31m" * 9000,
        "A. " * 2000,
        "\u202e" + TOLD,
        "x" * 90_000,
    ],
    ids=["dots", "bullets", "names", "escapes", "initials", "turned", "word"],
)
def test_a_hostile_text_is_read_and_steers_nothing(text: str, tmp_path: Path) -> None:
    done = picked(text, tmp_path)
    assert (done.code, done.err) == (0, "")
    assert not steering(done.out)


def test_a_file_or_a_line_but_not_both() -> None:
    assert run("read", "--candidates", "-", "a line").code == 2
    assert run("read").code == 2
    assert "there is no such file" in run("read", "--candidates", "/nowhere/at/all").err
