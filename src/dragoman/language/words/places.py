"""Words that are right although no phrase knows them: so that none is taken for a misspelt one.

Plain lists beside this module, the same whatever the rulebook: countries, peoples and parts of the world by name, words of
sport, food, weather and the like (for what a rulebook is not about, unless its own phrases use them), and common words of
English (some nine thousand of the most used that have five letters and more in one of their forms; after the frequency list
of symspellpy, MIT licence), and the forty thousand that are used less. They are read when a word is seen that no phrase knows. Names that are entities of a rulebook
are found as such before they are asked.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def other_places() -> frozenset[str]:
    """The names of places and peoples, in lower case."""
    return _words("places.txt")


@cache
def common_words() -> frozenset[str]:
    """Common words of English; of a word with several forms that which :func:`~dragoman.language.words.stems.stem` gives."""
    return _words("common.txt")


@cache
def rarer_words() -> frozenset[str]:
    """Other words of English, by the same list and in the same form: who writes one may mean it."""
    return _words("rarer.txt")


@cache
def other_subjects() -> frozenset[str]:
    """What sport, food, weather, travel, the arts and everyday life are spoken of with, and hardly anything else is."""
    return _words("elsewhere.txt")


def _words(name: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(name).read_text(encoding="utf-8").split())
