"""Countries, peoples and parts of the world by name: so that another place is never taken for a misspelt one.

A plain list beside this module, the same whatever the rulebook; it is read when a word is seen that no phrase knows.
Names that are entities of a rulebook are found as such before it is asked.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def other_places() -> frozenset[str]:
    """The words of the list, in lower case."""
    return frozenset(Path(__file__).with_name("places.txt").read_text(encoding="utf-8").split())
