"""How the app is opened: from the entry point, lightly, with mistakes said before the screen is touched."""

import io
import subprocess
import sys
from collections.abc import Callable

import pytest

import dragoman_tui
from dragoman.errors import DragomanError, SituationError
from dragoman.session.session import Session
from dragoman.session.workspace import Opened
from tests.app.support import ENGINE, RULEBOOK


def test_importing_the_package_loads_no_textual() -> None:
    script = "import sys, dragoman_tui; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {"textual", "rich", "durable", "yaml", "dragoman_tui.app"}.isdisjoint(done.stdout.split())


def test_the_first_picture_waits_for_nothing_that_a_session_needs() -> None:
    script = "import sys, dragoman_tui.app, dragoman_tui.start_screen; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    found = set(done.stdout.split())
    late = ("advice", "engines", "exact", "journal", "language", "program", "rulebook", "session", "values")
    assert {name for name in found if name.startswith(tuple(f"dragoman.{one}" for one in late))} == set()
    assert {"yaml", "durable", "sqlite3", "tomllib", "importlib.metadata", "dragoman_tui.dialogue"} & found == set()


def opens(*files: str) -> Callable[[], Opened]:
    return lambda: Opened(Session(RULEBOOK, ENGINE, files))


def test_without_a_terminal_there_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(DragomanError, match="needs a terminal"):
        dragoman_tui.run(opens())


def test_mistakes_of_files_go_before_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(SituationError):
        dragoman_tui.run(opens("nowhere.yaml"))
