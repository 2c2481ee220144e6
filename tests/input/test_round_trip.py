"""What is read, written and read again is the same, whatever was said, in every format; a flat copy counts alike."""

from __future__ import annotations

import csv
import dataclasses
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.errors import Place
from dragoman.situation.assemble import read_situation
from dragoman.situation.cells import guarded, unguarded
from dragoman.situation.document import Document, read_document
from dragoman.situation.evidence import Evidence, weigh
from dragoman.situation.writers import left_out, written
from dragoman.source.formats import Format
from tests.cli.shell import SITUATIONS, run, steering
from tests.input.strategies import Json, facts, texts
from tests.input.support import FOLDER, SUFFIX, read, rulebook, text, told
from tests.rulebooks import report

FORMATS = list(Format)
heads: st.SearchStrategy[Json] = st.fixed_dictionaries(
    {}, optional={"situation": texts, "as_of": st.dates().map(str), "note": texts}
)


def without_places_of_patterns(document: Document) -> Document:
    """Where a `forget` stands is of no use to anybody once its file has been read."""
    nowhere = Place("")
    return dataclasses.replace(document, forget=tuple(dataclasses.replace(p, place=nowhere) for p in document.forget))


@given(st.data(), heads, facts(rulebook()))
def test_nothing_that_was_said_is_lost(data: st.DataObject, head: Json, told: list[Json]) -> None:
    first = read(json.dumps({**head, "facts": told}), "first.json")
    for form in data.draw(st.permutations(FORMATS)):
        again = read(text(first, form), f"again{SUFFIX[form]}")
        if form is Format.CSV:
            assert again.facts == first.facts
        else:
            assert again == first, form


@given(facts(rulebook()), st.lists(st.sampled_from(FORMATS), min_size=1, max_size=4))
def test_a_chain_of_formats_loses_nothing_either(told: list[Json], chain: list[Format]) -> None:
    first = document = read(json.dumps({"facts": told}), "first.json")
    for form in chain:
        document = read(text(document, form), f"again{SUFFIX[form]}")
    assert document.facts == first.facts


@given(facts(rulebook()))
def test_without_places_a_fact_stands_where_it_was_read(told: list[Json]) -> None:
    first = read(json.dumps({"facts": told}), "first.json")
    for form in FORMATS:
        again = read(text(first, form, places=False), f"again{SUFFIX[form]}")
        assert [dataclasses.replace(s, place=one.place) for s, one in zip(again.facts, first.facts, strict=True)] == [
            *first.facts
        ]
        assert all(Path(said.place.source).stem == "again" for said in again.facts)


@given(facts(rulebook()))
def test_other_readers_of_yaml_and_json_see_the_same_words(told: list[Json]) -> None:
    """PyYAML guesses types: what it guesses is never a text that we wrote, and nothing becomes a key."""
    document = read(json.dumps({"situation": "S", "facts": told}), "first.json")
    by_yaml = yaml.safe_load(text(document, Format.YAML))
    by_json = json.loads(text(document, Format.JSON))
    assert _words(by_yaml) == _words(by_json)
    assert json.loads(text(document, Format.JSON)).keys() == {"situation", "facts"}


def _words(node: object) -> object:
    """All dates and numbers as texts."""
    if isinstance(node, dict):
        return {key: _words(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_words(item) for item in node]
    assert node is not None
    assert not isinstance(node, bool)
    return node if isinstance(node, float | int) else str(node)


# -- layers


@given(facts(rulebook(), 6), facts(rulebook(), 6), st.none() | st.dates().map(str))
def test_a_flat_copy_is_known_alike(below: list[Json], above: list[Json], as_of: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        child: Json = {"based_on": "below", "facts": above} | ({"as_of": as_of} if as_of else {})
        for name, content in {"below": {"facts": below}, "child": child}.items():
            Path(folder, f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
        path = Path(folder, "child.json")
        flat = Path(folder, "flat.yaml")
        document = read_document(rulebook(), [path], flat=True)
        flat.write_text("".join(f"{line}\n" for line in written(rulebook(), document, Format.YAML)), encoding="utf-8")
        assert document.based_on == ""
        before, after = (weigh(rulebook(), read_situation(rulebook(), [p])) for p in (path, flat))
    assert _in_force(before) == _in_force(after)


def test_what_has_expired_keeps_its_place_in_a_flat_copy() -> None:
    """Else the denial, which leaves the sector out, would reach a project that only is no longer."""
    told = [
        {"not": {"project": {"host": "kz"}}},
        {"project": {"host": "kz", "sector": "energy"}, "until": "1999-01-01"},
    ]
    first = read(json.dumps({"as_of": "2000-01-01", "facts": told}), "first.json", flat=True)
    assert [(said.terms, said.holds) for said in first.facts if "energy" in said.terms] == [(("kz", "energy"), True)]
    assert read(text(first, Format.YAML), "again.yaml", flat=True) == first


def _in_force(evidence: Evidence) -> dict[object, Counter[object]]:
    """What is known of each atom, without how it was put; the copy of one statement adds nothing."""
    return {
        atom: Counter(
            {
                (s.said.holds, s.said.value, s.said.likelihood, s.said.source, s.said.label, s.said.place): 1
                for s in (*known.firm, *known.doubtful)
            }
        )
        for atom, known in evidence.known.items()
        if known.firm or known.doubtful
    }


def test_based_on_and_forget_are_kept_or_worked_out(tmp_path: Path) -> None:
    child = 'situation: C\nbased_on: world\nnote: "why: so"\nforget:\n  - agency: {state: kz}\nfacts:\n  - calm: {}\n'
    (tmp_path / "child.yaml").write_text(child, encoding="utf-8")
    path = str(tmp_path / "child.yaml")
    own = read_document(rulebook(), [path])
    assert "".join(f"{line}\n" for line in written(rulebook(), own, Format.YAML, places=False)) == child
    flat = read_document(rulebook(), [path], flat=True)
    assert [said.fact for said in flat.facts] == [
        "agency",
        "calm",
        "gap",
        "project",
        "project",
        "project",
        "share",
        "share",
    ]
    assert [said.terms for said in flat.facts if said.fact == "agency"] == [("kg",)]
    lost = "as_of 2020-11-30, based_on world, 1 times forget, the situation's note"
    assert left_out(dataclasses.replace(own, as_of=flat.as_of), Format.CSV) == lost
    assert not left_out(own, Format.JSON)


# -- the shipped situations


@pytest.mark.parametrize("name", SITUATIONS)
@pytest.mark.parametrize("form", ["yaml", "json", "jsonl"])
def test_a_copy_of_a_shipped_situation_is_the_same_document(name: str, form: str, tmp_path: Path) -> None:
    shipped = report()
    first = read_document(shipped, [name])
    path = tmp_path / f"copy.{form}"
    path.write_text("".join(f"{line}\n" for line in written(shipped, first, Format(form))), encoding="utf-8")
    again = read_document(shipped, [path])
    assert without_places_of_patterns(again) == without_places_of_patterns(first)


def test_a_copy_gives_the_same_advice_byte_for_byte(tmp_path: Path) -> None:
    name = "2020-11-report-world"
    for form in ("yaml", "jsonl"):
        (tmp_path / f"copy.{form}").write_text(run("facts", name, "--format", form).out, encoding="utf-8")
        for command in (("advise",), ("audit",)):
            copied = run(*command, f"copy.{form}", "--format", "json", folder=tmp_path)
            assert copied == run(*command, name, "--format", "json")


# -- what is written reads well


def test_yaml_is_written_as_a_person_would() -> None:
    data = """
{"situation": "A title", "as_of": "2020-11-30", "facts": [
{"share": {"debtor": "kz", "creditor": "cn", "percent": {"at_least": 35, "at_most": 45.50}}, "at": ["MIL.3", "CON.1"],
 "source": {"title": "AFP, 29 April", "grade": "B2"}, "likelihood": "very likely", "date": "2020-01-02",
 "note": "Plain words, and more"},
{"not": {"project": {"host": "kz"}}, "source": "AFP"}, {"calm": {}, "note": "yes"},
{"project": {"host": "kz", "name": "a: b # c"}}]}
"""
    expected = """\
situation: A title
as_of: 2020-11-30
facts:
  - share: {debtor: kz, creditor: cn, percent: {at_least: 35, at_most: 45.50}}
    at: [MIL.3, CON.1]
    source: {title: "AFP, 29 April", grade: B2}
    date: 2020-01-02
    likelihood: very likely
    note: "Plain words, and more"
  - not: {project: {host: kz}}
    source: AFP
  - calm: {}
    note: "yes"
  - project: {host: kz, name: "a: b # c"}
"""
    assert text(read(data, "a.json"), Format.YAML, places=False) == expected


# -- spreadsheets

SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with."""
risky = st.lists(st.sampled_from([*SIGNS, *",;|\t\r\n\"' '", "a", "''"]), max_size=9).map("".join)


@given(risky | texts)
def test_a_guard_that_is_read_back_leaves_the_text(text: str) -> None:
    assert unguarded(guarded(text)) == text


def cells_as_read(table: str, separator: str) -> Iterator[str]:
    """The cells that programs could take a table for: those that know quotes, and those that do not."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        for row in csv.reader(StringIO(table, newline=""), delimiter=separator, quoting=quoting):
            yield from row


@example(["=\r\t="], ",")
@given(st.lists(risky.filter(str.strip), min_size=1, max_size=3), st.sampled_from(",;\t|"))
def test_no_spreadsheet_sees_a_formula_in_a_text(notes: list[str], separator: str) -> None:
    """Whichever separator it goes by, a quote or a space before the sign or not."""
    told = [{"agency": {"state": "kz"}, "note": note} for note in notes]
    table = text(read(json.dumps({"facts": told}), "first.json"), Format.CSV, places=False)
    for cell in cells_as_read(table, separator):
        assert not cell.strip(' "').startswith(SIGNS), (cell, table)
        assert not cell.startswith(("\t", "\r"))


NAMES = {"escape": b"red\x1b[31m", "no text": b"caf\xe9", "new line": b"two\nlines", "formula": b"=1+1"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_be_called_anything(tmp_path: Path, name: str, form: Format) -> None:
    """What is written of it can be read, and steers no terminal."""
    path = Path(os.fsdecode(bytes(tmp_path) + b"/" + NAMES[name] + b".json"))
    path.write_text('{"facts": [{"agency": {"state": "kz"}}]}', encoding="utf-8")
    done = run("facts", str(path), "--format", form.value, "--rulebook", str(FOLDER))
    assert (done.code, done.err) == (0, "")
    assert steering(done.out) <= {"\r"}
    (said,) = told(done.out, f"again{SUFFIX[form]}")
    assert said.place.source.startswith(str(tmp_path))


def test_csv_holds_only_the_columns_that_are_filled() -> None:
    data = '{"agency": {"state": "kz"}, "note": "=1+1"}\n{"not": {"agency": {"state": "kg"}}, "note": "a\\nb, c"}\n'
    expected = 'fact,holds,state,note\nagency,true,kz,\'=1+1\nagency,false,kg,"a\nb, c"\n'
    assert text(read(data, "a.jsonl"), Format.CSV, places=False) == expected


def test_what_a_table_cannot_hold_is_said(tmp_path: Path) -> None:
    done = run("facts", "kyrgyzstan-after-debt-talks", "--format", "csv")
    assert done.code == 0
    assert done.err.startswith("dragoman: a table holds facts only; what it leaves out: as_of 2020-11-30, based_on")
