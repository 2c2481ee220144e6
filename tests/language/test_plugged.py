"""Another reader beside ours: what it proposes is offered and never told, and whatever it does costs one line."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dragoman.errors import UnknownNameError
from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.json_form import reading_json, reading_schema
from dragoman.language.plugged import plugged
from dragoman.language.plugged.plugged import GROUP, Plugged
from dragoman.language.read import Reader
from tests.cli.shell import environment
from tests.rulebooks import report

HERE = Path(__file__).parent / "plugged"
LINE = "Kazakhstan hobnobs with the SCO"
READERS = ("good", "rubbish", "no_facts", "raises", "hangs", "endless", "dies", "leaves", "floods", "not_callable")
TOLD = "Kazakhstan is a member of the SCO"


def installed(folder: Path) -> Path:
    """The strange readers as pip would leave them behind, in a folder that Python looks into."""
    package = folder / "strange_readers-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: strange-readers\nVersion: 1.0\n", encoding="utf-8")
    points = "\n".join(f"{name} = strange_readers:{name}" for name in READERS)
    (package / "entry_points.txt").write_text(f"[{GROUP}]\n{points}\n", encoding="utf-8")
    (folder / "strange_readers.py").write_bytes((HERE / "strange_readers.py").read_bytes())
    return folder


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.syspath_prepend(str(installed(tmp_path)))
    return Reader(grammar_of(report()))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    paths = ":".join([str(folder), *filter(None, sys.path)])
    command = [sys.executable, "-m", "dragoman", "read", *arguments]
    given = environment({"PYTHONPATH": paths})
    return subprocess.run(command, env=given, capture_output=True, text=True, check=False, timeout=120)


def test_a_reader_that_is_installed_is_asked_and_its_facts_are_offered(tmp_path: Path) -> None:
    done = run(installed(tmp_path), "--reader", "good", LINE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "told:" not in done.stdout
    assert "offered (the reader 'good' proposes it):" in done.stdout
    assert "member: {state: kazakhstan, body: sco}, likelihood: likely" in done.stdout
    assert "said to nobody" not in done.stdout


def test_no_other_reader_is_asked_unless_it_is_named(tmp_path: Path) -> None:
    assert "proposes" not in run(installed(tmp_path), LINE).stdout


def test_an_unknown_name_lists_those_there_are(tmp_path: Path) -> None:
    done = run(installed(tmp_path), "--reader", "goof", LINE)
    assert done.returncode == 2
    assert "there is no reader 'goof'; there are rules (ours), dies, " in done.stderr


@pytest.mark.parametrize(
    ("name", "blame"),
    [
        ("no_facts", "it failed with ValueError"),
        ("raises", "it failed with ValueError: no \x1b[31mmodel; details in "),
        ("hangs", "it gave no answer within"),
        ("dies", "it ended without an answer"),
        ("leaves", "it failed with SystemExit"),
        ("floods", "its answer has more than"),
        ("not_callable", "it failed with TypeError"),
        ("endless", "left out what it proposes: 'member' needs the slot"),
    ],
)
def test_whatever_it_does_costs_one_line(reader: Reader, name: str, blame: str) -> None:
    blamed: list[str] = []
    patience = 1 if name == "hangs" else 30  # seconds
    with Plugged(reader, reader.rulebook, name, blamed.append, patience) as both:
        readings = [both.read(text) for text in (LINE, TOLD)]
        process = both.asked._process if both.asked else None
    assert readings == [reader.read(LINE), reader.read(TOLD)]
    (line,) = blamed
    assert line.startswith(f"reader '{name}': {blame}")
    assert process is None or process.returncode is not None


def test_what_is_wrong_is_left_out_and_what_is_right_is_offered(reader: Reader) -> None:
    blamed: list[str] = []
    with Plugged(reader, reader.rulebook, "rubbish", blamed.append) as both:
        reading = both.read(LINE)
        assert both.read(TOLD).offered == ()
    assert blamed == ["reader 'rubbish': left out what it proposes: a fact needs 'fact', 'slots' and 'span'"]
    assert reading.facts == ()
    (offer,) = [offer for offer in reading.offered if "proposes" in offer.reason]
    assert [(choice.fact, choice.span) for choice in offer.choices] == [("member", "Kazakhstan")]
    Draft202012Validator(reading_schema()).validate(reading_json(reading))


def test_nothing_runs_on_when_it_is_closed(reader: Reader) -> None:
    with Plugged(reader, reader.rulebook, "good", pytest.fail) as both:
        both.read(LINE)
        assert both.asked is not None
        process = both.asked._process
    assert process is not None
    assert process.returncode is not None


def test_a_reader_that_is_not_installed_cannot_be_named(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugged, "other_readers", dict[str, EntryPoint])
    with pytest.raises(UnknownNameError, match=r"there is no reader 'good'; there are rules \(ours\)"):
        Plugged(reader, reader.rulebook, "good", pytest.fail)
