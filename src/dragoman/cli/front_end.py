"""The front end of a command, found by its name: nothing here imports one."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

_GROUP = "dragoman.frontends"
_OURS = {"chat": "dragoman_tui", "serve": "dragoman_tui.serving"}
"""What this distribution offers in that group, see pyproject.toml: to read the metadata of all that is installed takes a tenth
of the time to the first picture."""


def front_end(name: str) -> Callable[..., int] | None:
    """What runs `name`; None where nothing does."""
    try:
        found: Any = import_module(_OURS[name])
    except ModuleNotFoundError as error:
        if error.name != _OURS[name].partition(".")[0]:
            raise
    else:
        run: Callable[..., int] = found.run
        return run
    from importlib.metadata import entry_points

    offered = [point for point in entry_points(group=_GROUP) if point.name == name]
    return offered[0].load() if offered else None
