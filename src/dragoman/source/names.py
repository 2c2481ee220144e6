"""Names, and which one was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from dragoman.source.nodes import Scalar, shorten

if TYPE_CHECKING:
    from dragoman.source.reading import Reading

T = TypeVar("T")

NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*\Z")
"""Names of the rulebook: lower case, digits, single `_` or `-` between."""

NEVER_NAMES = frozenset({"on", "off", "yes", "no", "true", "false", "null", "y", "n"})
"""Words that other YAML readers turn into something else."""

_FEW = 8  # so many names can stand in a message
_ALMOST = 0.8  # as like each other as a word and the same with a letter lost
_LONGEST = 60  # a longer name is no typing mistake; comparing it would only cost time


def nearest(name: str, candidates: Iterable[str], likeness: float = 0.6) -> str | None:
    """The candidate that `name` most resembles, or None if none comes close.

    >>> nearest("kazakstan", ["kazakhstan", "kyrgyzstan"])
    'kazakhstan'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    if len(name) > _LONGEST:
        return None
    close = get_close_matches(name.casefold().replace(" ", "_"), sorted(candidates), n=1, cutoff=likeness)
    return close[0] if close else None


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """`; did you mean 'x'?` or the empty string, to end a message with."""
    close = nearest(name, candidates)
    return f"; did you mean '{close}'?" if close else ""


def meant_or_all(name: str, candidates: Iterable[str], opening: str) -> str:
    """The candidate that was probably meant; where none comes close, or one of few only roughly, all of them behind `opening`.

    >>> meant_or_all("peopl", ["people", "capital"], "; it can have ")
    "; did you mean 'people'?"
    >>> meant_or_all("place", ["people", "capital"], "; it can have ")
    "; it can have 'capital', 'people'"
    """
    there = set(candidates)
    close = nearest(name, there)
    if close and (len(there) > _FEW or nearest(name, there, _ALMOST)):
        return f"; did you mean '{close}'?"
    return f"{opening}{listed(there)}"


def listed(words: Iterable[str]) -> str:
    """Words in quotes; those of a tuple in their order."""
    ordered = list(words) if isinstance(words, tuple) else sorted(words)
    return ", ".join(f"'{word}'" for word in ordered)


def lookup(reading: Reading, key: Scalar, table: Mapping[str, T], number: str, what: str, among: str = "") -> T | None:
    """The entry of `table` under the key's text; a name that is not there is noted with the nearest right one."""
    found = table.get(key.text)
    if found is None:
        where = f" {among}" if among else ""
        hint = did_you_mean(key.text, table)
        if not hint and 0 < len(table) <= _FEW:
            hint = f"; there {'is' if len(table) == 1 else 'are'} {listed(table)}"
        reading.note(key.place, number, f"there is no {what} '{shorten(key.text)}'{where}{hint}")
    return found
