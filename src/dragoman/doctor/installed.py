"""What is installed: the program, Python, the libraries."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.util import find_spec

from dragoman.doctor.forms import Check, State
from dragoman.version import __version__

_AREA = "installed"
_NEEDED = (
    ("durable_rules", "durable_rules_engine", "the engine of record"),
    ("python-sat", "pysat", "exact answers: why-not, flips, ask"),
    ("PyYAML", "yaml", "reading rulebooks and facts"),
    ("platformdirs", "platformdirs", "where sessions are kept"),
    ("textual", "textual", "the terminal app"),
)
_WANTED = (("numpy", "numpy", "millions of situations at once", "pip install 'dragoman[sweep]'"),)


def installed() -> Iterator[Check]:
    """Versions, and what is missing."""
    where = f"Python {platform.python_version()} ({sys.executable or 'of unknown place'}), {platform.platform()}"
    yield Check(_AREA, "dragoman", State.FINE, f"{__version__} on {where}")
    for name, module, use in _NEEDED:
        if found := _version(name, module):
            yield Check(_AREA, name, State.FINE, f"{found}, for {use}")
        else:
            yield Check(
                _AREA, name, State.WRONG, f"missing, needed for {use}", f"pip install {name}, or install again (README)"
            )
    for name, module, use, remedy in _WANTED:
        if found := _version(name, module):
            yield Check(_AREA, name, State.FINE, f"{found}, for {use}")
        else:
            yield Check(_AREA, name, State.NOTE, f"not installed; only for {use}", remedy)
    if not [point.name for point in entry_points(group="dragoman.frontends") if point.name == "chat"]:
        remedy = "install the whole program again; until then: dragoman chat --plain"
        yield Check(_AREA, "chat", State.NOTE, "the terminal app is not registered", remedy)


def _version(name: str, module: str) -> str:
    """The version of a distribution; empty if its module is not there."""
    try:
        return version(name) if find_spec(module) is not None else ""
    except (PackageNotFoundError, ValueError):
        return "of unknown version" if find_spec(module) is not None else ""
