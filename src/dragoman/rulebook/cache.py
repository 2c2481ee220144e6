"""A rulebook, read."""

from __future__ import annotations

from pathlib import Path

from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook


def load_rulebook(folder: str | Path | None = None) -> Rulebook:
    """The rulebook in `folder`; without one, the report's rulebook that comes with the program.

    Raises:
        RulebookError: with all mistakes of all its files, sorted by place.
    """
    return read_rulebook(folder)
