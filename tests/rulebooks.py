"""Rulebooks that many tests look at, and what comes with the report's, read once in a process: nothing changes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman.cases import Case, case_files, read_cases
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook, shipped
from dragoman.situation.assemble import read_situation
from dragoman.situation.forms import Situation


@cache
def report() -> Rulebook:
    """The rulebook that is shipped."""
    return read_rulebook(shipped())


@cache
def situation(name: str) -> Situation:
    """One of its situations."""
    return read_situation(report(), [name])


@cache
def cases() -> tuple[Case, ...]:
    """All of its cases."""
    return tuple(read_cases(report(), case_files(shipped())))


def columns() -> ColumnsEngine:
    """The engine that the program takes to look ahead: it has made its columns of the rulebook once."""
    engine = engine_named(EngineName.COLUMNS)
    assert isinstance(engine, ColumnsEngine)
    return engine


@cache
def second() -> Rulebook:
    """The other rulebook that is shipped."""
    return read_rulebook("authentication")


TREES = Path(__file__).parent / "trees"
"""The folder of a small rulebook on another subject than the report's."""


@cache
def trees() -> Rulebook:
    """That rulebook."""
    return read_rulebook(TREES)
