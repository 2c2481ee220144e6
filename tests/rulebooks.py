"""The report's rulebook, read once in a process: nothing of it ever changes."""

from __future__ import annotations

from functools import cache

from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook, shipped


@cache
def report() -> Rulebook:
    """The rulebook that is shipped."""
    return read_rulebook(shipped())
