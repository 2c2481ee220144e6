"""What holds for all tests: how hard hypothesis looks, where copies are kept, how often Python looks for cycles.

hypothesis looks at little in every run (`ordinary`), at twice as much in .ci/run (`at-length`), and eight hundred times as
hard with `pytest --hypothesis-profile=long`.
"""

import fcntl
import gc
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.shares import AT_LENGTH, ORDINARY, share_files

# No deadline: the first example of a rulebook pays for loading it, and two noisy cores make any limit a coin toss.
settings.register_profile("ordinary", max_examples=ORDINARY, deadline=None)
settings.register_profile("at-length", max_examples=AT_LENGTH, deadline=None)
settings.register_profile("long", max_examples=8_000, deadline=None)
settings.load_profile(os.environ.get("DRAGOMAN_PROFILE", "ordinary"))

# As the command line sets it: with a rulebook in memory each full search costs a tenth of a second and finds nothing.
gc.set_threshold(100_000, 50, 50)

_KEPT = tempfile.TemporaryDirectory(prefix="dragoman-kept-")
if "PYTEST_XDIST_WORKER" not in os.environ:  # the workers share what was made of the rulebooks
    # For the processes that tests start too; the user's own are left alone. One run of .ci/run after the other shares them.
    os.environ["XDG_CACHE_HOME"] = os.environ.get("DRAGOMAN_TESTS_CACHE") or _KEPT.name
os.environ["DRAGOMAN_JOURNAL"] = str(Path(_KEPT.name, "journal.db"))  # and so are the user's own sessions


os.environ["XDG_CONFIG_HOME"] = _KEPT.name  # and their settings
os.environ["DRAGOMAN_LOG"] = str(Path(_KEPT.name, "errors.log"))  # and what went wrong for them
for _variable in ("DRAGOMAN_CONFIG", "DRAGOMAN_THEME", "DRAGOMAN_ASCII", "DRAGOMAN_MOUSE"):
    os.environ.pop(_variable, "")
os.environ.pop("DRAGOMAN_RULEBOOK", "")  # tests that name no rulebook mean the one that is shipped


_WARM = Path(os.environ["XDG_CACHE_HOME"], "warm")
"""Locked while one process makes the copies that all others find: two workers alone would make each of them twice."""
_WARMING: list[subprocess.Popen[bytes]] = []


def pytest_configure(config: pytest.Config) -> None:
    """Make the kept copies while the workers collect."""
    if config.getoption("numprocesses", None) and "PYTEST_XDIST_WORKER" not in os.environ:
        with _WARM.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            command = [sys.executable, "-m", "tests.warm"]
            given = {**os.environ, **_bytecode()}
            # It has the lock until it ends.
            _WARMING.append(subprocess.Popen(command, env=given, cwd=config.rootpath, pass_fds=[lock.fileno()]))


@pytest.hookimpl(tryfirst=True)  # before what is long is left out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of some files the suite runs a share; whoever names files runs all of them."""
    if config.getini("testpaths") == [Path(one).as_posix() for one in config.args]:
        share_files(items)


@pytest.hookimpl(tryfirst=True)  # a worker's own loop answers for all hooks behind it
def pytest_runtestloop() -> None:
    """All is imported: leave that out of every search for cycles, and let the processes that tests start keep bytecode."""
    gc.freeze()
    if _WARM.exists() and not _WARMING:
        with _WARM.open() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH)
    os.environ.update(_bytecode())
    os.environ.pop("PYTHONDONTWRITEBYTECODE", "")


def _bytecode() -> dict[str, str]:
    """Where the user wants none beside the sources, each would compile the program anew, half the time of a command."""
    if not os.environ.get("PYTHONDONTWRITEBYTECODE"):
        return {}
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(_WARM.with_name("bytecode"))}


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    for process in _WARMING:
        process.wait()
    _KEPT.cleanup()
