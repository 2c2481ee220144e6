"""`dragoman doctor`: what is in order, what is not, and the remedy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dragoman.cli.answers import answer_schemas
from dragoman.doctor import engines
from dragoman.doctor.forms import Check, State
from dragoman.doctor.places import kept
from dragoman.doctor.rulebooks import rulebooks
from dragoman.engines.names import EngineName
from tests.cli.shell import LENDERS, ran, run
from tests.rulebooks import TREES


def of(checks: Sequence[Check], name: str) -> Check:
    [found] = [one for one in checks if one.name == name]
    return found


def test_where_all_is_in_order_it_says_so(tmp_path: Path) -> None:
    done = run("doctor", "--format", "json", settings={"DRAGOMAN_JOURNAL": str(tmp_path / "journal.db")})
    assert (done.code, done.err) == (0, "")
    answer = done.json()
    Draft202012Validator(answer_schemas()["doctor"]()).validate(answer)
    assert answer["sound"]
    states = {one["name"]: one["state"] for one in answer["checks"]}
    assert {name: states[name] for name in ("rete", "columns", "solver", "central_asia", "journal")} == dict.fromkeys(
        ("rete", "columns", "solver", "central_asia", "journal"), "fine"
    )
    assert not (tmp_path / "journal.db").exists(), "nothing was made by looking"


def test_as_text_it_ends_with_the_verdict() -> None:
    text = ran("doctor", "--rulebook", LENDERS)
    assert text.rows[-1] == "All is in order."
    assert "Who lends, who borrows (1.0.0), 5 rules" in text.words


def test_each_engine_is_fired_and_what_it_gives_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {one.state for one in engines.engines()} == {State.FINE}
    monkeypatch.setattr(engines, "_EXPECTED", engines._EXPECTED[:-1])
    found = list(engines.engines())
    assert [one.state for one in found] == [State.WRONG] * len(EngineName) + [State.FINE]
    assert "a tiny rulebook gave" in found[0].says


def test_a_rulebook_with_a_mistake_is_wrong(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "trees"
    shutil.copytree(TREES, folder)
    (folder / "rules.yaml").write_text("rules: 3\n", encoding="utf-8")
    done = run("doctor", "--rulebook", str(folder))
    assert done.code == 1
    assert f"remedy: dragoman check {folder}" in done.words.replace("- ", "-")
    assert f"things are not in order: {folder}." in done.words


def test_a_rulebook_that_the_environment_names_wrongly_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_RULEBOOK", "/nowhere")
    found = of(list(rulebooks(None)), "/nowhere")
    assert found.state is State.WRONG
    assert "DRAGOMAN_RULEBOOK in the environment names it" in found.says


@pytest.mark.parametrize("content", [b"no journal", None])
def test_a_journal_that_cannot_be_used_is_wrong(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "journal.db"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    found = of(list(kept({"DRAGOMAN_JOURNAL": str(path)})), "journal")
    assert (found.state, found.remedy.endswith("name another with --journal FILE")) == (State.WRONG, True)
    assert str(path) in found.says


def test_settings_that_are_not_taken_are_wrong(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("them = 'dark'\n", encoding="utf-8")
    found = [one for one in kept({"DRAGOMAN_CONFIG": str(path)}) if one.name == "settings"]
    assert [one.state for one in found] == [State.FINE, State.WRONG]
    assert f"{path}:1: there is no setting 'them'" in found[1].says
