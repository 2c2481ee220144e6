"""Rulebooks that many tests look at, each read once in a process: nothing of them ever changes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook, shipped


@cache
def report() -> Rulebook:
    """The rulebook that is shipped."""
    return read_rulebook(shipped())


TREES = Path(__file__).parent / "trees"
"""The folder of a small rulebook on another subject than the report's."""


@cache
def trees() -> Rulebook:
    """That rulebook."""
    return read_rulebook(TREES)
