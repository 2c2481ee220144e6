"""An answer given as it was asked for: to people as lines, to programs as JSON.

A command says how its answer is made in both ways; only the one that is wanted is made.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import Any

from dragoman.cli.exit import Exit
from dragoman.cli.options import Shown
from dragoman.cli.output import show, show_json
from dragoman.views.lines import Line


def give(given: Namespace, rows: Callable[[], Iterable[Line]], data: Callable[[], dict[str, Any]]) -> Exit:
    """Show an answer in the form of `--format`."""
    if given.format == Shown.JSON:
        show_json(data())
    else:
        show(rows())
    return Exit.OK
