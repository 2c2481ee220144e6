"""What is installed is whole: three packages, the rulebook's data, the marker of a typed package."""

import ast
import os
import tomllib
from importlib.metadata import entry_points, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import dragoman
from dragoman.rulebook import installed

PACKAGES = ("dragoman", "dragoman_tui", "dragoman_rules")


def walk(folder: Traversable) -> list[Traversable]:
    """All files under a folder of a package."""
    found: list[Traversable] = []
    for entry in folder.iterdir():
        found += walk(entry) if entry.is_dir() else [entry]
    return found


def test_the_version_is_that_of_the_package() -> None:
    assert version("dragoman") == dragoman.__version__


def test_all_packages_come_from_the_place_under_test() -> None:
    """A checkout and a wheel are never mixed; `.ci/run` names the folder of the wheel in DRAGOMAN_UNDER_TEST."""
    places = [str(files(package)) for package in PACKAGES]
    installed = ["site-packages" in Path(place).parts for place in places]
    assert all(installed) or not any(installed), places
    expected = os.environ.get("DRAGOMAN_UNDER_TEST", "")
    assert all(place.startswith(expected) for place in places), places


def test_the_rulebooks_are_there() -> None:
    """Each with the name by which other tools find it, as the project declares it."""
    there = {folder.name for folder in files("dragoman_rules").iterdir() if (folder / "rulebook.yaml").is_file()}
    assert there == {"authentication", "central_asia"}
    assert (files("dragoman_rules") / "central_asia" / "situations" / "2020-11-report-world.yaml").is_file()
    assert (files("dragoman_rules") / "authentication" / "situations" / "portal-with-old-habits.yaml").is_file()
    project = Path(__file__).parents[2] / "pyproject.toml"
    if project.is_file():  # it does not go into a wheel
        declared = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["entry-points"][installed.GROUP]
        assert declared == {name: f"dragoman_rules.{name}" for name in there}


def test_rulebooks_are_data() -> None:
    modules = [file for file in walk(files("dragoman_rules")) if file.name.endswith(".py")]
    imports = [
        f"{module}:{node.lineno}"
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert modules
    assert imports == []


def test_the_package_is_typed() -> None:
    assert (files("dragoman") / "py.typed").is_file()


def test_front_ends_are_found_by_name() -> None:
    found = {entry.name: entry.value for entry in entry_points(group="dragoman.frontends")}
    assert found == {"chat": "dragoman_tui:run", "serve": "dragoman_tui.serving:run"}
