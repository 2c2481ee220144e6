"""What documents say of the house is so, and they come with the sources."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import dragoman
from tests.packaging import commands_page

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/app.md",
    "docs/commands.md",
    "docs/python.md",
    "docs/rulebooks.md",
)


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def marked(page: str, mark: str) -> list[str]:
    """The lines of the fenced block that follows a mark."""
    [block] = re.findall(rf"^<!-- {mark} -->\n```\w+\n(.*?)^```$", text(page), re.MULTILINE | re.DOTALL)
    return str(block).splitlines()


def project() -> dict[str, Any]:
    return tomllib.loads(text("pyproject.toml"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_leads_only_to_what_is_there(page: str) -> None:
    """It is there at all in an unpacked sdist, too, beside which `.ci/run` runs these tests on the wheel."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", text(page))
    assert all((ROOT / page).parent.joinpath(link).exists() for link in links), links


def test_the_layers_of_the_picture_are_those_that_are_held() -> None:
    assert marked("CONTRIBUTING.md", "layers") == held_in("one-way")
    assert marked("CONTRIBUTING.md", "rooms") == held_in("the-way-of-a-line")


def held_in(contract: str) -> list[str]:
    """The layers of a contract of imports."""
    [held] = [one["layers"] for one in project()["tool"]["importlinter"]["contracts"] if one["id"] == contract]
    return list(held)


def test_what_must_pass_is_what_the_run_of_everything_does() -> None:
    run = text(".ci/run")
    for command in marked("CONTRIBUTING.md", "checks"):
        what = command.removeprefix(".venv/bin/python -m ").removeprefix(".venv/bin/")
        assert what in run or what.split(" -n ")[0] in text("README.md"), command


def test_the_changes_are_those_of_this_version() -> None:
    assert f"## [Unreleased] ({dragoman.__version__})" in text(
        "CHANGELOG.md"
    ) or f"## [{dragoman.__version__}] - 2" in text("CHANGELOG.md")


def test_the_page_of_commands_is_what_the_parser_takes() -> None:
    """`python -m tests.packaging.commands_page > docs/commands.md` makes it anew."""
    assert text("docs/commands.md") == commands_page.page()
