"""What the terminal can, as the doctor looks at it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator

from dragoman.cli.colour import is_coloured
from dragoman.cli.output import can_write, width
from dragoman.cli.pager import pager
from dragoman.doctor.forms import Check, State

_AREA = "terminal"
_SIGNS = "•■·→›…×"


def terminal() -> Iterator[Check]:
    """Size, colours, encoding, pager."""
    out = sys.stdout
    kind = f"TERM={os.environ.get('TERM', '')!r}"
    if out.isatty():
        size = shutil.get_terminal_size()
        yield Check(_AREA, "size", State.FINE, f"{size.columns} columns, {size.lines} rows, {kind}")
    else:
        yield Check(_AREA, "size", State.FINE, f"no terminal; text is {width(out)} columns wide, {kind}")
    colours = "with" if is_coloured(os.environ, is_terminal=out.isatty()) else "without"
    yield Check(_AREA, "colours", State.FINE, f"{colours} colours (--color, NO_COLOR, FORCE_COLOR)")
    encoding = out.encoding or "unknown"
    if can_write(out, _SIGNS):
        yield Check(_AREA, "encoding", State.FINE, encoding)
    else:
        yield Check(
            _AREA,
            "encoding",
            State.NOTE,
            f"{encoding} has not all signs; plain ones stand for them",
            "a UTF-8 locale, as LC_ALL=C.UTF-8",
        )
    command = pager(os.environ)
    found = bool(command) and shutil.which(command[0]) is not None
    if not command:
        yield Check(_AREA, "pager", State.FINE, "none: long output is not paged")
    elif found:
        yield Check(_AREA, "pager", State.FINE, f"{' '.join(command)} (DRAGOMAN_PAGER, PAGER, --no-pager)")
    else:
        yield Check(_AREA, "pager", State.NOTE, f"'{command[0]}' is not there", "set DRAGOMAN_PAGER, or unset PAGER")
