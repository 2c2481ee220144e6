"""Lines as a pipe or a file gives them: bytes up to a line feed, or to the end; each a text, or why it is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from dragoman.cli.interrupts import Interrupts
from dragoman.conversation.lines import LONGEST

_KEPT = 4 * (LONGEST + 1)
"""Bytes of a line: more characters than are looked at, however many bytes each takes."""
_MARK = b"\xef\xbb\xbf"
"""With which some programs begin UTF-8."""


class Typed(NamedTuple):
    """One line."""

    text: str
    """As far as it can be read."""
    problem: str = ""
    """Why it is no text that could be said, or empty."""


def piped(stream: BinaryIO, interrupts: Interrupts) -> Iterator[Typed]:
    """The lines of a stream, each as soon as it is there. Of a long one no more is kept than shows that it is too long.

    Raises:
        OSError: if it cannot be read.
        Ended: if a signal asks to leave.
    """
    mark = _MARK
    while True:
        with interrupts.waiting():
            line = stream.readline(_KEPT).removeprefix(mark)
            is_whole = line.endswith(b"\n") or len(line) < _KEPT
            if not is_whole:
                _pass_over(stream)
        if not line:
            return
        yield _typed(line.rstrip(b"\r\n"), is_whole=is_whole)
        mark = b""


def _pass_over(stream: BinaryIO) -> None:
    """The rest of a line."""
    while (more := stream.readline(_KEPT)) and not more.endswith(b"\n"):
        pass


def _typed(line: bytes, *, is_whole: bool) -> Typed:
    try:
        return Typed(line.decode())
    except UnicodeDecodeError as error:
        is_cut = not is_whole and error.reason == "unexpected end of data"
        if is_cut:
            return Typed(line[: error.start].decode())
        problem = f"the line is not UTF-8 (byte {error.start + 1}); nothing was taken from it"
        return Typed(line.decode(errors="backslashreplace"), problem)
