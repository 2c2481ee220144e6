"""Lines to a terminal or a pipe: data on standard output, narration on standard error.

Colours as :mod:`dragoman.cli.colour` has it; the width is the terminal's. The text of a line is safe already (:mod:`dragoman.views.lines`).
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from dragoman.cli.colour import is_coloured
from dragoman.cli.exit import Exit
from dragoman.cli.streams import narrate
from dragoman.errors import Finding
from dragoman.source.visible import plain
from dragoman.views.lines import Line, Span, fitted

if TYPE_CHECKING:
    from dragoman.exact.change_forms import Unanswered

_ANSI = {
    "title": "1;4",
    "strong": "1",
    "muted": "2",
    "good": "32",
    "warn": "33",
    "bad": "31",
    "accent": "1;36",
}
_PIPE_WIDTH = 100
_ASCII = str.maketrans({"•": "*", "■": "#", "·": "-", "→": ">", "›": ">", "…": "~", "×": "x"})
"""What stands for our own signs where the encoding of the stream has none of them."""


def show(lines: Iterable[Line], stream: TextIO | None = None) -> None:
    """Print lines, fitted to the terminal; on standard output, if not elsewhere."""
    stream = stream or sys.stdout
    styled, signs = is_styled(stream), {} if can_write(stream, "".join(map(chr, _ASCII))) else _ASCII
    for row in fitted(lines, width(stream)):
        print("".join(_painted(span) if styled else span.text for span in row).translate(signs), file=stream)


def text_rows(lines: Iterable[Line]) -> Iterator[str]:
    """Lines as a file has them: a page wide, without colours."""
    return ("".join(span.text for span in row) for row in fitted(lines, _PIPE_WIDTH))


def show_findings(findings: Iterable[Finding]) -> None:
    """Narrate findings, a line each, never wrapped: `file:line:column: code: message`."""
    for finding in findings:
        narrate(plain(str(finding)))


def show_json(data: dict[str, Any]) -> None:
    """Print JSON; control characters and all beyond ASCII are escaped, so nothing in it can steer a terminal."""
    print(json_text(data))


def json_text(data: dict[str, Any]) -> str:
    """What :func:`show_json` prints."""
    return _safe(json.dumps(data, indent=2))


def show_json_line(data: dict[str, Any]) -> None:
    """Print JSON on one line, for a program that waits for it."""
    print(_safe(json.dumps(data)), flush=True)


def _safe(text: str) -> str:
    return text.replace("\x7f", "\\u007f")


def complain(message: str) -> None:
    """Say on standard error why nothing was done."""
    narrate(f"dragoman: {plain(message)}")


def told_of_the_rest(unanswered: Unanswered) -> Exit:
    """Say on standard error what was not answered and why, if anything was not; the code for it."""
    if not unanswered.why:
        return Exit.OK
    complain(f"{len(unanswered.conclusions)} of the conclusions without an answer: {unanswered.why}")
    return Exit.UNUSABLE


def put(lines: Iterable[str]) -> None:
    """Write data to standard output, always as UTF-8: it is read by programs."""
    for line in lines:
        sys.stdout.buffer.write(f"{line}\n".encode(errors="backslashreplace"))
    sys.stdout.buffer.flush()


def put_bytes(data: bytes) -> None:
    """Write a file to standard output, as it is."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def is_styled(stream: TextIO) -> bool:
    """Whether `stream` gets colours."""
    from dragoman.settings.read import current

    return is_coloured(os.environ, is_terminal=stream.isatty() and current().flag("colour", True) is True)


def width(stream: TextIO) -> int:
    """The columns of the terminal behind `stream`, or a page's width for a pipe."""
    if stream.isatty() or "COLUMNS" in os.environ:
        return shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns
    return _PIPE_WIDTH


def can_write(stream: TextIO, signs: str) -> bool:
    """Whether the encoding of `stream` has all of these signs."""
    try:
        signs.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def is_wide_locale() -> bool:
    """Whether terminals of the locale may show signs that are no letters twice as wide as we reckon."""
    named = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    return named[:2] in ("zh", "ja", "ko")


def _painted(span: Span) -> str:
    code = _ANSI.get(span.style)
    return f"\x1b[{code}m{span.text}\x1b[0m" if code and span.text.strip() else span.text
