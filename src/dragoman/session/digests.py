"""Digests of advice: whether the same was advised, and in which part of it something else.

What is digested is all that the advice says, byte for byte; not which engine fired, nor the digest of the rulebook, which
is held against the other for itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from dragoman.advice.forms import Advice

_APART = frozenset({"format", "version", "rulebook", "engine"})
_DIGITS = 32
"""Hexadecimal digits of a digest; there are a dozen for each advice."""


def digests(advice: Advice) -> dict[str, str]:
    """One for each part of the advice, by its key in the JSON form."""
    return {key: _of(value) for key, value in advice.to_dict().items() if key not in _APART}


def differing(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The parts that are otherwise; what a later program has added is none of them."""
    return tuple(key for key, was in then.items() if now.get(key) != was)


def recommended(advice: Advice) -> tuple[str, ...]:
    """What is recommended, each with how it stands."""
    return tuple(f"{one.title} [{one.status.value}]" for one in advice.recommendations)


def _of(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:_DIGITS]
