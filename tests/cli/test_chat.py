"""`dragoman chat`: what goes wrong behind the first picture is said when the screen is given back, as any command says it."""

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.shell import in_terminal, run
from tests.rulebooks import TREES

_SCREEN_GIVEN_BACK = "\x1b[?1049l"
_CONTROL = re.compile(r"\x1b(?:\[[0-9;?<>=]*[A-Za-z]|.)")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A rulebook with a mistake."""
    made = Path(shutil.copytree(TREES, tmp_path / "broken"))
    rules = made / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("heat_illness", "heat_ilness"), encoding="utf-8")
    return made


@pytest.mark.parametrize("files", [(), ("heatwave",)])
def test_a_broken_rulebook(broken: Path, files: tuple[str, ...]) -> None:
    said = run("advise", "heatwave", f"--rulebook={broken}")
    assert "did you mean 'heat_illness'" in said.err
    _is_said(said.err, *files, f"--rulebook={broken}")


def test_a_file_that_is_not_there() -> None:
    _is_said(run("advise", "nowhere.yaml").err, "nowhere.yaml")


def test_a_session_that_is_not_there(tmp_path: Path) -> None:
    words = ("--resume=3", f"--journal={tmp_path / 'journal.db'}")
    _is_said(run("chat", "--plain", *words).err, *words)


def test_arguments_that_contradict_each_other_are_refused_before_the_screen_is_touched() -> None:
    said = run("chat", "--plain", "--resume=3", "heatwave")
    done = in_terminal("chat", "--resume=3", "heatwave", columns=100)
    assert (done.code, done.out) == (2, said.err)


def _is_said(message: str, *words: str) -> None:
    """That `dragoman chat` ends with that on the screen that was there before, and nothing else."""
    assert message
    done = in_terminal("chat", *words, columns=100)
    assert done.code == 2
    drawn, given_back, after = done.out.rpartition(_SCREEN_GIVEN_BACK)
    assert given_back
    assert "Reading the rulebook" in drawn
    assert _CONTROL.sub("", after).strip() == message.strip()
