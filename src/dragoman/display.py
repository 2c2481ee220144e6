"""Answers draw themselves where Python shows a value, and do not know how.

    print(advice)      the lines that the command line prints
    advice             in a notebook, the same as HTML

Answers are forms of low layers; what draws them stands in :mod:`dragoman.views`, above them all. So nothing is imported
here: `dragoman` itself, which hands the answers out, says who draws them. Where nobody does, they are shown as other
values are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Artist(Protocol):
    """Who draws answers."""

    def text(self, answer: Displayed) -> str:
        """As the command line prints it."""

    def html(self, answer: Displayed) -> str:
        """As a part of a page."""


class Displayed:
    """An answer that `print` and a notebook show as a person reads it."""

    __slots__ = ()

    def __str__(self) -> str:
        return _found().text(self) if _found is not None else repr(self)

    def _repr_html_(self) -> str | None:
        """What a notebook shows; it takes None for nothing better than `repr`."""
        return _found().html(self) if _found is not None else None


_found: Callable[[], Artist] | None = None


def displayed_by(found: Callable[[], Artist]) -> None:
    """Say who draws answers from now on; `found` is called whenever one is to be drawn, and not before."""
    global _found  # noqa: PLW0603 - who draws is the same for the whole program, as `sys.displayhook` is
    _found = found
