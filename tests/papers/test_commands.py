"""`dragoman brief` and `dragoman graph`, and `/export` in a session: files are new ones, whole, and named as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.papers.gather import brief_of
from dragoman.papers.write import PaperForm, exported, written
from dragoman.session.session import Session
from tests.rulebooks import TREES, columns, trees

ON_TREES = ("heatwave", "--rulebook", str(TREES), "--engine", "columns")


def test_a_memo_goes_to_a_new_file_in_the_form_of_its_name(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    page, plain = tmp_path / "brief.html", tmp_path / "brief"
    assert main(["brief", *ON_TREES, "-o", str(page)]) == 0
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
    kept = page.read_bytes()
    assert main(["brief", *ON_TREES, "-o", str(page), "--format", "md"]) == 2
    assert page.read_bytes() == kept
    assert main(["brief", *ON_TREES, "-o", str(plain)]) == 2
    assert b"--format" in capsysbinary.readouterr().err
    assert main(["brief", *ON_TREES, "-o", str(plain), "--format", "md"]) == 0
    assert main(["brief", *ON_TREES]) == 0
    assert capsysbinary.readouterr().out == plain.read_bytes()
    assert main(["brief", *ON_TREES, "-o", str(tmp_path / "none" / "brief.md")]) == 2


def test_a_picture_is_drawn_of_what_is_so(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["graph", "plant_trees", *ON_TREES, "-o", str(tmp_path / "x.svg")]) == 0
    assert (tmp_path / "x.svg").read_bytes().startswith(b"<?xml")
    assert main(["graph", *ON_TREES, "--depth", "1"]) == 0
    assert b"</svg>" in capsysbinary.readouterr().out
    assert main(["graph", "plant_trees", *ON_TREES, "--depth", "-1"]) == 2
    assert main(["graph", "plant_trees: {city: arnhem}", *ON_TREES]) == 2
    assert b"nothing to draw" in capsysbinary.readouterr().err


def test_a_session_writes_the_memo_on_what_was_said(tmp_path: Path) -> None:
    session = Session(trees(), columns(), ["heatwave"], paper=exported)
    reply = session.say(f"/export {tmp_path / 'brief.md'}")
    assert not reply.problem
    assert (tmp_path / "brief.md").read_bytes() == written(brief_of(session.evaluation), PaperForm.MARKDOWN)
    assert "DOCX" not in session.say(f"/export {tmp_path / 'advice.txt'}").problem
    assert (tmp_path / "advice.txt").read_text(encoding="utf-8").startswith(session.advice.situation)
    assert ".html" in session.say(f"/export {tmp_path / 'advice.pdf'}").problem
    assert not (tmp_path / "advice.pdf").exists()
