"""An answer given as it was asked for: to people as lines, Markdown or HTML, to programs as JSON; on the screen or in a file.

A command says how its answer is made as lines and as JSON; only what is wanted is made.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

from dragoman.cli.exit import Exit
from dragoman.cli.options import Shown
from dragoman.cli.output import json_text, put, show, text_rows
from dragoman.views.lines import Line

_BY_NAME = {
    ".json": Shown.JSON,
    ".md": Shown.MARKDOWN,
    ".markdown": Shown.MARKDOWN,
    ".html": Shown.HTML,
    ".htm": Shown.HTML,
}
"""How a file is written by how its name ends; all others as text."""


def form_of(given: Namespace) -> Shown:
    """How the answer is to be shown: as `--format` says, else as the name of the file does, else as text."""
    if given.format is not None:
        return Shown(given.format)
    named = getattr(given, "output", None)
    return _BY_NAME.get(PurePath(named).suffix.lower(), Shown.TEXT) if named else Shown.TEXT


def give(
    given: Namespace, rows: Callable[[], Iterable[Line]], data: Callable[[], dict[str, Any]], title: str = ""
) -> Exit:
    """Show an answer, or write it to the file of `-o`. `title` heads a document whose lines have no title of their own.

    Raises:
        OSError: if the file cannot be written.
    """
    form, name = form_of(given), getattr(given, "output", None)
    if form is Shown.TEXT and name is None:
        show(rows())
        return Exit.OK
    text = _written(form, rows, data, title or f"dragoman {given.command}")
    if name is None:
        if form is Shown.JSON or sys.stdout.isatty():
            print(text)
        else:
            put([text])
        return Exit.OK
    from dragoman.cli.new_file import put_in_new_file

    return put_in_new_file(name, [text])


def _written(form: Shown, rows: Callable[[], Iterable[Line]], data: Callable[[], dict[str, Any]], title: str) -> str:
    match form:
        case Shown.JSON:
            return json_text(data())
        case Shown.MARKDOWN:
            from dragoman.views.document.markdown import as_markdown

            return as_markdown(rows(), title).removesuffix("\n")
        case Shown.HTML:
            from dragoman.views.document.html import as_html

            return as_html(rows(), title).removesuffix("\n")
    return "\n".join(text_rows(rows()))
