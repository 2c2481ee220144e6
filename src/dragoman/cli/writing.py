"""The commands that write files of facts: `facts` and `new-situation`."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.cli.exit import Exit
from dragoman.cli.output import complain

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Rulebook
    from dragoman.source.formats import Format


def facts(arguments: Namespace, rulebook: Rulebook) -> Exit:
    """The facts of some files, written down again."""
    from dragoman.cli.progress import Telling
    from dragoman.situation.document import read_document
    from dragoman.situation.writers import left_out, written
    from dragoman.source.formats import Format

    document = read_document(
        rulebook, arguments.files, input_format(arguments), progress=Telling(), flat=arguments.flat, pipes=True
    )
    form = Format(arguments.format)
    put(written(rulebook, document, form, places=not arguments.without_places))
    lost = left_out(document, form)
    if lost:
        complain(f"a table holds facts only; what it leaves out: {lost}")
    return Exit.OK


def new_situation(arguments: Namespace, rulebook: Rulebook) -> Exit:
    """A file of facts to fill in."""
    from dragoman.explain.targets import entity_named
    from dragoman.situation.template import template

    entity = entity_named(rulebook, arguments.state) if arguments.state else ""
    lines = template(rulebook, entity)
    if not arguments.output:
        put(lines)
        return Exit.OK
    path = Path(arguments.output)
    data = "".join(f"{line}\n" for line in lines).encode()
    try:
        file = path.open("xb")
    except FileExistsError:
        complain(f"{path} is there already; nothing was written")
        return Exit.UNUSABLE
    try:
        with file:
            file.write(data)
    except OSError:
        path.unlink(missing_ok=True)  # no half of a file is left behind
        raise
    complain(f"wrote {path}")
    return Exit.OK


def input_format(arguments: Namespace) -> Format | None:
    """What `--input-format` says of files whose name does not tell."""
    from dragoman.source.formats import Format

    return Format(arguments.input_format) if arguments.input_format else None


def put(lines: Iterable[str]) -> None:
    """Write data to standard output, always as UTF-8: it is read by programs."""
    for line in lines:
        sys.stdout.buffer.write(f"{line}\n".encode())
    sys.stdout.buffer.flush()
