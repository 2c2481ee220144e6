"""Whether there are colours: `--color`, `NO_COLOR` (no-color.org), `FORCE_COLOR` (force-color.org), the settings, the terminal.

`--color` is handed on in these two variables, so that whatever is started, a pager or the app, is told the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum

_NO, _FORCE = "NO_COLOR", "FORCE_COLOR"


class Colour(StrEnum):
    """What `--color` can be."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def is_coloured(environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Whether what is written to a terminal, or to something else, has colours.

    >>> is_coloured({"FORCE_COLOR": "1"}, is_terminal=False), is_coloured({"NO_COLOR": "1"}, is_terminal=True)
    (True, False)
    """
    if environment.get(_NO):
        return False
    if environment.get(_FORCE):
        return True
    return is_terminal and environment.get("TERM") != "dumb"


@contextmanager
def coloured(given: str) -> Iterator[None]:
    """`--color` as it was given, for what is done inside."""
    before = {name: os.environ.get(name) for name in (_NO, _FORCE)}
    if given != Colour.AUTO:
        os.environ[_NO] = "1" if given == Colour.NEVER else ""
        os.environ[_FORCE] = "1" if given == Colour.ALWAYS else ""
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
