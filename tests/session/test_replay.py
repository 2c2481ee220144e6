"""A replay says whether the same is advised, and of another rulebook what comes and goes; one that cannot be is one line."""

import shutil
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from dragoman.journal.journal import Journal
from dragoman.rulebook.load import shipped, with_parameters
from dragoman.session.session import Session
from tests.cli.shell import Done, ran, run
from tests.conversation.lines import RULEBOOK, WORLD
from tests.rulebooks import TREES
from tests.session.sessions import COLUMNS, said_in

LINES = ("Kyrgyzstan owes China 42 percent of its foreign debt", "no, 38 percent", "undo")


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("journal") / "journal.db"
    said_in(path, LINES, [WORLD])
    return path


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rulebook with a lower threshold."""
    folder = tmp_path_factory.mktemp("other") / Path(RULEBOOK.folder).name
    shutil.copytree(shipped(), folder)
    file = folder / "rulebook.yaml"
    before, after = file.read_text("utf-8").split("dependency_debt_share:\n", 1)
    file.write_text(f"{before}dependency_debt_share:\n{after.replace('value: 40', 'value: 35', 1)}", "utf-8")
    return folder


def replayed(journal: Path, *arguments: str) -> Done:
    return run("sessions", "replay", "last", "--journal", str(journal), *arguments)


@pytest.mark.parametrize("engine", ["rete", "columns"])
def test_the_same_rulebook_advises_the_same(journal: Path, engine: str) -> None:
    done = replayed(journal, "--engine", engine)
    assert (done.code, done.err) == (0, "")
    assert "replayed with the same rulebook" in done.words
    assert "advised 4 times: the same, byte for byte" in done.words


def test_what_another_rulebook_advises_is_said_line_by_line(journal: Path, other: Path) -> None:
    done = replayed(journal, "--rulebook", str(other))
    assert (done.code, done.err) == (1, "")
    assert "replayed with another rulebook than then, though both are called" in done.words
    assert "line 3 › no, 38 percent comes: Offer Kyrgyzstan" in done.words
    found = replayed(journal, "--rulebook", str(other), "--format", "json").json()
    jsonschema.validate(found, ran("schema", "replay").json())
    assert not found["rulebook"]["same"]
    assert [step["line"] for step in found["steps"] if step["came"]] == [3]
    assert "recommendations" in found["steps"][2]["differs"]


def test_a_rulebook_that_does_not_take_what_was_said_is_said_in_one_line(journal: Path, tmp_path: Path) -> None:
    done = replayed(journal, "--rulebook", str(TREES))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(
        f"dragoman: what was loaded at the beginning ({WORLD}) cannot be told to this rulebook: "
    )
    assert done.err.count("\n") == 1
    alone = tmp_path / "alone.db"
    said_in(alone, LINES)
    done = replayed(alone, "--rulebook", str(TREES))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("dragoman: what was said in line 2 cannot be told to this rulebook: ")
    assert done.err.count("\n") == 1


def test_thresholds_of_the_session_are_set_again(tmp_path: Path) -> None:
    path = tmp_path / "set.db"
    with Journal.open(path) as made:
        session = Session(with_parameters(RULEBOOK, {"dependency_debt_share": Decimal(35)}), COLUMNS, journal=made)
        session.say(LINES[0])
    assert replayed(path).code == 0
    assert "dependency_debt_share" in ran("advise", "--session", "last", "--journal", str(path)).words
