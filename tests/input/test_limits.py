"""One table of limits for all readers; each can be set in the environment, and each is kept in every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from dragoman.errors import Finding, FindingsError, Place
from dragoman.source.json_reader import read_json
from dragoman.source.limits import VARIABLE, Limits, Progress, current, silent
from dragoman.source.nodes import Node
from dragoman.source.yaml_reader import read_yaml
from tests.cli.shell import run
from tests.input.support import refused, told

README = Path(__file__).parents[2] / "README.md"
SHARE = "share: {debtor: kz, creditor: cn, percent: %s}"


def calm(number: int) -> dict[str, str]:
    """The same many facts in every format."""
    return {
        "told.yaml": "facts:\n" + "  - calm: {}\n" * number,
        "told.json": json.dumps({"facts": [{"calm": {}}] * number}),
        "told.jsonl": '{"calm": {}}\n' * number,
        "told.csv": "fact\n" + "calm\n" * number,
    }


def deep(levels: int) -> dict[str, str]:
    return {
        "told.yaml": "[" * levels + "]" * levels,
        "told.json": "[" * levels + "]" * levels,
        "told.jsonl": "[" * levels + "]" * levels,
    }


def noted(length: int) -> dict[str, str]:
    return {
        "told.yaml": f"facts:\n  - calm: {{}}\n    note: {'x' * length}\n",
        "told.json": json.dumps({"facts": [{"calm": {}, "note": "x" * length}]}),
        "told.jsonl": json.dumps({"calm": {}, "note": "x" * length}),
        "told.csv": f"fact,note\ncalm,{'x' * length}\n",
    }


def counted(digits: int) -> dict[str, str]:
    number = "1" * digits
    return {
        "told.yaml": f"facts:\n  - {SHARE % number}\n",
        "told.json": f'{{"facts": [{{"share": {{"debtor": "kz", "creditor": "cn", "percent": {number}}}}}]}}',
        "told.jsonl": f'{{"share": {{"debtor": "kz", "creditor": "cn", "percent": {number}}}}}',
        "told.csv": f"fact,debtor,creditor,percent\nshare,kz,cn,{number}\n",
    }


def mistaken(number: int) -> dict[str, str]:
    return {
        "told.yaml": "facts:\n" + "  - clam: {}\n" * number,
        "told.jsonl": "{\n" * number,
        "told.csv": "fact\n" + "clam\n" * number,
    }


KEPT: list[tuple[str, int, Callable[[int], dict[str, str]], str]] = [
    ("facts", 30, calm, "FA006 more than 30"),
    ("depth", 5, deep, "FA006 nested more than 5 levels deep"),
    ("text", 50, noted, "FA006 'note' has more than 50 characters"),
    ("digits", 2, counted, "FA201"),
    ("mistakes", 20, mistaken, "FA006 more than 20 mistakes"),
]


def findings_in(text: str, file: str) -> list[str]:
    try:
        told(text, file)
    except FindingsError as error:
        return [f"{finding.code} {finding.message}" for finding in error.findings]
    return []


CASES = [
    (name, limit, file, more[file], said)
    for name, limit, make, said in KEPT
    for more in [make(limit + 1)]
    for file in more
]


@pytest.mark.parametrize(("name", "limit", "file", "text", "said"), CASES, ids=[f"{c[0]}-{c[2]}" for c in CASES])
def test_every_reader_keeps_every_limit(
    name: str, limit: int, file: str, text: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, f"{name}={limit}")
    assert any(said in finding for finding in refused(text, file))
    monkeypatch.setenv(VARIABLE, f"{name}={limit + 1}")
    assert not any(said in finding for finding in findings_in(text, file))


@pytest.mark.parametrize("read", [read_json, read_yaml])
def test_a_document_has_at_most_twenty_values_to_a_fact(
    read: Callable[[str, str, str, Limits, Progress], Node | Finding],
) -> None:
    text, told = f"[{', '.join(['[' + '[[[]]], ' * 900 + '1]'] * 10)}]", list[Place]()
    assert not isinstance(read("a", text, "FA", Limits(facts=2000), silent), Finding)
    finding = read("a", text, "FA", Limits(facts=1000), told.append)
    assert isinstance(finding, Finding)
    assert finding.message.startswith("more than 20,000 values; DRAGOMAN_LIMITS=facts=2000 ")
    assert len(told) == 5


def test_facts_are_counted_over_all_files(tmp_path: Path) -> None:
    for name, text in calm(8).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    names, here = list(calm(1)), str(Path(__file__).parent / "rulebook")
    fine = run("facts", *names, "--rulebook", here, folder=tmp_path, settings={VARIABLE: "facts=32"})
    assert (fine.code, fine.err) == (0, "")
    over = run("facts", *names, "--rulebook", here, folder=tmp_path, settings={VARIABLE: "facts=31"})
    assert over.code == 2
    assert "told.csv:9:1: FA006: more than 31 facts" in over.err


def test_a_limit_on_bytes_columns_and_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "bytes=10 columns=3")
    assert refused("facts: [   ]", "told.yaml")[0].startswith("1:1 FA006 this file has more than 10 bytes")
    monkeypatch.setenv(VARIABLE, "columns=3")
    assert refused("fact,holds,state,note\n")[0].startswith("1:18 FA006 more than 3 cells")
    vocabulary = tmp_path / "vocabulary.yaml"
    vocabulary.write_text(f"entity_types: {{{'a' * 101}: A.}}\nfact_types: {{}}\n", encoding="utf-8")
    (tmp_path / "rulebook.yaml").write_text("rulebook: x\n", encoding="utf-8")
    done = run("check", str(tmp_path))
    assert f"vocabulary.yaml:1:16: RB006: '{'a' * 59}…' has more than 100 characters" in done.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("fact=3", "there is no limit 'fact'; did you mean 'facts'?; there are bytes, facts, depth"),
        ("facts=many", "the limit 'facts' is a whole number above 0 without separators, found 'many'"),
        ("facts=-1", "found '-1'"),
        ("facts=0", "found '0'"),
        ("facts", "found ''"),
        ("facts=1e6", "found '1e6'"),
        ("depth=1000", "the limit 'depth' goes up to 200, found 1000"),
    ],
)
def test_a_limit_that_cannot_be_is_refused(given: str, said: str) -> None:
    with pytest.raises(FindingsError, match="DRAGOMAN_LIMITS") as error:
        current({VARIABLE: given})
    assert said in str(error.value)
    for _ in ("cold", "warm"):
        done = run("advise", "2020-11-report-world", settings={VARIABLE: given})
        assert (done.code, done.out) == (2, "")
        assert said in done.err


def test_limits_hold_for_a_rulebook_that_was_read_before() -> None:
    assert run("rules").code == 0
    for _ in ("cold", "warm"):
        done = run("rules", settings={VARIABLE: "text=20"})
        assert (done.code, done.out) == (2, "")
        assert "RB006" in done.err


def test_the_table_can_be_set_as_a_whole() -> None:
    names = [field.name for field in fields(Limits)]
    given = current({VARIABLE: ", ".join(f"{name}={number}" for number, name in enumerate(names, 1))})
    assert [getattr(given, name) for name in names] == list(range(1, len(names) + 1))
    assert current({}) == Limits()


def test_the_readme_has_the_table() -> None:
    if not README.exists():
        pytest.skip("the tests run on an installed wheel")
    text = README.read_text(encoding="utf-8")
    for field in fields(Limits):
        assert f"| `{field.name}` | {getattr(Limits(), field.name):,} |" in text


def test_the_deepest_that_can_be_allowed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "depth=200")
    for file, text in deep(200).items():
        assert not any("FA006" in finding for finding in refused(text, file)), file
