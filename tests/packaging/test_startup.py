"""Starting loads nothing that is not needed, and what is needed later can be loaded."""

import subprocess
import sys

import pytest

HEAVY = {"numpy", "textual", "durable_rules_engine", "yaml", "sqlite3", "platformdirs", "pysat", "dragoman_tui"}

HELP = "from dragoman.cli import main; assert main(['--help']) == 0"


@pytest.mark.parametrize("action", ["import dragoman", HELP], ids=["import", "help"])
def test_starting_loads_no_heavy_library(action: str) -> None:
    script = f"import sys\n{action}\nprint('loaded:', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    label, *modules = done.stdout.splitlines()[-1].split()
    assert label == "loaded:"
    assert "dragoman" in modules
    assert HEAVY.isdisjoint(modules)


def test_the_rule_engine_can_be_loaded() -> None:
    """From Python 3.13 on durable_rules installs without complaint and cannot be imported if CPPFLAGS was not set."""
    done = subprocess.run(
        [sys.executable, "-c", "import durable_rules_engine"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
