"""What the suite looks at in a share: the rest is marked `long`, and `pytest -m long` tries it (`.ci/run` does)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import settings

T = TypeVar("T")
ORDINARY, AT_LENGTH = 20, 40
"""How many examples hypothesis tries in the suite, and beside what is long."""


def share(
    values: Iterable[T], *, every: int = 0, of: Collection[str] = (), name: Callable[[T], str] = str
) -> list[ParameterSet]:
    """The values as parameters of a test: one of so many, or those of these names; all others are long."""
    parameters = []
    for number, value in enumerate(values):
        is_ours = number % every == 0 if every else name(value) in of
        parameters.append(pytest.param(value, id=name(value), marks=() if is_ours else pytest.mark.long))
    assert parameters
    return parameters


def examples(number: int) -> int:
    """So many examples at length, and fewer in the suite, as the profile of hypothesis has it; thousands if it is `long`."""
    return max(2, number * settings().max_examples // AT_LENGTH)
