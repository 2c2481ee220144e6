"""Which engine fires, and what is said where the engine of record cannot be imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.parser import parser
from dragoman.engines.names import EngineName
from dragoman.engines.select import default_engine, engine_named
from tests.cli.shell import LENDERS, WORLD, run

UNDEFINED = "raise ImportError('undefined symbol: PyEval_CallObject')"


def dragoman(*arguments: str, without_durable: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line, perhaps where durable_rules cannot be imported."""
    command = [sys.executable, "-m", "dragoman", *arguments]
    if without_durable is None:
        done = run(*arguments)
        return subprocess.CompletedProcess(command, done.code, done.out, done.err)
    (without_durable / "durable_rules_engine.py").write_text(UNDEFINED)
    paths = os.pathsep.join(filter(None, [str(without_durable), os.environ.get("PYTHONPATH", "")]))
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize(("name", "shown"), [("rete", "rete (durable_rules)"), ("columns", "columns")])
@pytest.mark.parametrize("command", ["advise", "audit"])
def test_the_engine_that_fired_is_named(command: str, name: str, shown: str) -> None:
    done = dragoman(command, WORLD, "--engine", name, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["engine"] == shown


def test_the_engine_of_record_fires_where_none_is_named() -> None:
    assert dragoman("audit", WORLD).stdout.splitlines()[-1].endswith("fired by rete (durable_rules)")
    assert default_engine() is engine_named(EngineName.RETE)


def test_why_and_test_take_an_engine_and_come_to_the_same() -> None:
    for command in (["why", "build_ties", WORLD], ["test", LENDERS]):
        rete, columns = (dragoman(*command, "--engine", name.value) for name in EngineName)
        assert (rete.returncode, rete.stdout) == (columns.returncode, columns.stdout)
        assert rete.returncode == 0


def test_the_advice_comes_without_durable_rules_and_one_line_says_why(tmp_path: Path) -> None:
    done = dragoman("advise", WORLD, without_durable=tmp_path)
    assert done.returncode == 0
    assert " · columns" in done.stdout
    [line] = done.stderr.splitlines()
    assert "undefined symbol" in line
    assert "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install" in line
    assert "the engine 'columns' fires the rules" in line


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (UNDEFINED, "undefined symbol"),
        ("raise OSError(5, 'Input/output error')", "Input/output error"),
        ("raise RuntimeError", "RuntimeError"),
        ("raise SystemError('two\\nlines')", "two lines"),
        ("def half(:", "invalid syntax"),
        ("", "has no attribute"),
    ],
)
def test_however_durable_rules_is_broken_columns_fire(broken: str, why: str, tmp_path: Path) -> None:
    """One line with the reason and the remedy, and never a traceback."""
    (tmp_path / "durable_rules_engine.py").write_text(broken)
    script = "from dragoman.engines.select import default_engine; print(default_engine(print).name)"
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    said, name = done.stdout.splitlines()
    assert name == "columns"
    assert said.startswith("durable_rules cannot be imported (")
    assert why in said
    assert "pip install" in said
    assert done.stderr == ""


def test_the_version_names_the_engine_that_would_fire(tmp_path: Path) -> None:
    assert ", engine rete (durable_rules 2.0.28), " in dragoman("--version").stdout
    assert ", engine columns, " in dragoman("--version", without_durable=tmp_path).stdout


def test_an_engine_that_was_named_is_never_replaced(tmp_path: Path) -> None:
    done = dragoman("advise", WORLD, "--engine", "rete", without_durable=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "durable_rules cannot be imported" in done.stderr


def test_the_command_line_knows_the_engines_by_name() -> None:
    for name in EngineName:
        for command in ("advise", "audit", "chat"):
            assert parser().parse_args([command, "facts.yaml", "--engine", name]).engine == name
    with pytest.raises(SystemExit):
        parser().parse_args(["advise", "facts.yaml", "--engine", "clips"])
