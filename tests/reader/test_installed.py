"""Where a rulebook is: a folder, a name, the environment, and what is said where it is none of these."""

from __future__ import annotations

import shutil
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from dragoman.errors import RulebookError
from dragoman.rulebook import installed
from dragoman.rulebook.installed import DEFAULT, folder_of, shipped
from dragoman.rulebook.load import read_rulebook
from tests.rulebooks import TREES, trees

SHIPPED = {"authentication", "central_asia"}


@pytest.fixture
def of_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that brings two rulebooks, one under a shipped name, and metadata that name two more that are not there."""
    package = tmp_path / "their_rules"
    for name in ("trees", "other"):
        shutil.copytree(TREES, package / name)
    for folder in (package, package / "trees"):
        (folder / "__init__.py").write_text("raise RuntimeError('no code of a rulebook is run')", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    named = {"trees": "trees", DEFAULT: "other", "gone": "gone", "odd": "trees.deeper"}
    points = EntryPoints(EntryPoint(name, f"their_rules.{at}", installed.GROUP) for name, at in named.items())
    points = EntryPoints([*points, EntryPoint("void", "their_absent_rules.x", installed.GROUP)])
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points.select(group=group))
    return package


def test_the_shipped_ones_are_found_by_name() -> None:
    assert installed.installed().keys() >= SHIPPED
    for name in SHIPPED:
        assert folder_of(name) == shipped(name)
        assert read_rulebook(name).id == name


def test_without_a_name_the_environment_decides_and_then_the_program() -> None:
    assert folder_of(None, {}) == folder_of(None, {installed.VARIABLE: ""}) == shipped()
    assert folder_of(None, {installed.VARIABLE: "authentication"}) == shipped("authentication")
    assert folder_of(None, {installed.VARIABLE: "my/own"}) == Path("my/own")
    assert folder_of("central_asia", {installed.VARIABLE: "authentication"}) == shipped("central_asia")


def test_a_folder_goes_before_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_of("central_asia") == shipped("central_asia")
    Path("central_asia").mkdir()
    assert folder_of("central_asia") == Path("central_asia")
    assert folder_of(Path("authentication")) == Path("authentication"), "a path is a path"


def test_other_packages_bring_theirs(of_others: Path) -> None:
    assert installed.installed().keys() == SHIPPED | {"trees"}
    assert folder_of("trees") == of_others / "trees"
    assert read_rulebook("trees").id == trees().id
    assert folder_of(DEFAULT) == shipped(), "nobody takes the name of a shipped one"
    assert folder_of("gone") == Path("gone")


@pytest.mark.parametrize("given", ["", ".", "..", "a/b", "./central_asia", "nul\0", "x" * 300])
def test_what_is_no_name_is_a_path(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)  # else `..` is whatever lies beside the checkout
    assert folder_of(given) == Path(given)
    with pytest.raises(RulebookError) as refused:
        read_rulebook(given)
    assert {finding.code for finding in refused.value.findings} == {"RB001"}


@pytest.mark.parametrize(
    ("given", "nearest"),
    [("central_asai", "'central_asia', 'authentication'"), ("Authentification", "'authentication', 'central_asia'")],
)
def test_an_unknown_name_is_answered_with_those_there_are(given: str, nearest: str) -> None:
    with pytest.raises(RulebookError) as refused:
        read_rulebook(given)
    [finding] = refused.value.findings
    because = f"there is no such folder, and no rulebook of that name is installed; there are {nearest}"
    assert (finding.code, finding.message) == ("RB001", f"this is no rulebook: {because}")
