"""`new-situation`: every input is asked for once, and each entry is a fact as soon as its `# ` is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.situation.document import read_document
from dragoman.situation.template import inputs, template
from tests.cli.shell import WORLD, run
from tests.input.support import rulebook
from tests.rulebooks import report

ENTRY = re.compile(r"  # - (\w+): ")


RULEBOOKS = {"shipped": report, "input": rulebook}
WHO = [("shipped", ""), ("shipped", "kazakhstan"), ("shipped", "central_asia"), ("shipped", "china"), ("input", "")]


def uncommented(rows: list[str], chosen: set[int]) -> str:
    return "".join(f"{row.replace('# ', '', 1) if number in chosen else row}\n" for number, row in enumerate(rows))


@pytest.mark.parametrize(("which", "entity"), WHO)
def test_every_input_of_the_rulebook_is_asked_for_once(which: str, entity: str) -> None:
    rows = list(template(RULEBOOKS[which](), entity))
    asked = [found.group(1) for row in rows if (found := ENTRY.match(row))]
    assert sorted(asked) == sorted(fact.name for fact in inputs(RULEBOOKS[which]()))


@pytest.mark.parametrize(("which", "entity"), WHO)
def test_as_it_is_written_nothing_is_told(which: str, entity: str, tmp_path: Path) -> None:
    rows = list(template(RULEBOOKS[which](), entity))
    (tmp_path / "new.yaml").write_text(uncommented(rows, set()), encoding="utf-8")
    document = read_document(RULEBOOKS[which](), [tmp_path / "new.yaml"])
    assert (document.facts, document.as_of, document.based_on) == ((), None, "")
    plain = [row for row in rows if row and not row.lstrip().startswith("#")]
    assert [row.split(" ")[0] for row in plain] == ["situation:", "facts:"]


@pytest.mark.parametrize(("which", "entity"), WHO)
def test_each_entry_alone_is_a_fact_without_its_comment_sign(which: str, entity: str, tmp_path: Path) -> None:
    book, path = RULEBOOKS[which](), tmp_path / "new.yaml"
    rows = list(template(book, entity))
    entries = {number: found.group(1) for number, row in enumerate(rows) if (found := ENTRY.match(row))}
    for number, name in entries.items():
        path.write_text(uncommented(rows, {number}), encoding="utf-8")
        [said] = read_document(book, [path]).facts
        assert (said.fact, said.holds, said.place.line) == (name, True, number + 1)
    path.write_text(uncommented(rows, set(entries)), encoding="utf-8")
    assert len(read_document(book, [path]).facts) == len(entries)


@pytest.mark.parametrize("which", ["shipped", "input"])
def test_so_do_the_lines_about_the_situation(which: str, tmp_path: Path) -> None:
    rows = list(template(RULEBOOKS[which](), ""))
    head = {number for number, row in enumerate(rows) if row.startswith(("# as_of:", "# based_on:"))}
    assert len(head) == 2
    (tmp_path / "new.yaml").write_text(uncommented(rows, head), encoding="utf-8")
    document = read_document(RULEBOOKS[which](), [tmp_path / "new.yaml"])
    assert document.as_of == RULEBOOKS[which]().report.date
    assert document.based_on


def test_a_state_is_filled_in_wherever_it_fits() -> None:
    rows = list(template(report(), "kazakhstan"))
    fits = [f.name for f in inputs(report()) if any(slot.types == ("state",) for slot in f.keys)]
    assert fits
    for name in fits:
        [row] = [row for row in rows if row.startswith(f"  # - {name}: ")]
        assert row.count("kazakhstan") == 1, row
    assert "What share of the foreign debt of Kazakhstan does <creditor> hold?" in "\n".join(rows)


def test_question_unit_and_allowed_values_stand_above_the_entry() -> None:
    wanted = """\
  # What share of what <debtor> owes does <creditor> hold?
  #   debtor: kz, kg; or for each of its members region
  #   creditor: cn, ru
  #   percent: 0 to 100 percent; one number, or {at_least: ...}, {at_most: ...}, {at_least: ..., at_most: ...}
  # - share: {debtor: kz, creditor: cn, percent: {at_least: 0, at_most: 100}}

"""
    assert wanted in "\n".join(template(rulebook()))


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    first = run("new-situation", "--for", "Kazakhstan", "-o", "new.yaml", folder=tmp_path)
    assert (first.code, first.out, first.err) == (0, "", "dragoman: wrote new.yaml\n")
    (tmp_path / "new.yaml").write_text("mine", encoding="utf-8")
    second = run("new-situation", "-o", "new.yaml", folder=tmp_path)
    assert (second.code, second.err) == (2, "dragoman: new.yaml is there already; nothing was written\n")
    assert (tmp_path / "new.yaml").read_text(encoding="utf-8") == "mine"
    third = run("new-situation", "-o", "no/such/folder/new.yaml", folder=tmp_path)
    assert (third.code, third.err) == (2, "dragoman: No such file or directory: no/such/folder/new.yaml\n")


def test_what_is_written_can_be_advised_on(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(run("new-situation", "--for", "Tajik").out, encoding="utf-8")
    done = run("advise", "new.yaml", folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("New situation, Tajikistan\n")


def test_an_unknown_state_is_named() -> None:
    done = run("new-situation", "--for", "Kazakstan")
    assert (done.code, done.out) == (2, "")
    assert "kazakhstan" in done.err.lower()
    assert WORLD not in done.err
