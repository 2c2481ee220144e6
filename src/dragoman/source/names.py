"""Which name was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*\Z")
"""Names of the rulebook: lower case, digits, single `_` or `-` between."""

NEVER_NAMES = frozenset({"on", "off", "yes", "no", "true", "false", "null", "y", "n"})
"""Words that other YAML readers turn into something else."""

_LONGEST = 60  # a longer name is no typing mistake; comparing it would only cost time


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `name` most resembles, or None if none comes close.

    >>> nearest("kazakstan", ["kazakhstan", "kyrgyzstan"])
    'kazakhstan'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    if len(name) > _LONGEST:
        return None
    close = get_close_matches(name.casefold().replace(" ", "_"), sorted(candidates), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """`; did you mean 'x'?` or the empty string, to end a message with."""
    close = nearest(name, candidates)
    return f"; did you mean '{close}'?" if close else ""
