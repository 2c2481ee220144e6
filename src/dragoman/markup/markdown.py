r"""Markdown that shows text as it was written: CommonMark, with the tables and footnotes that GitHub and pandoc read.

Every function takes text and gives markup; what is `Markdown` already is taken as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.source.visible import plain

_ANYWHERE = re.compile(r"[\\`*\[\]<|~$^]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)
"""What is markup wherever it stands: an underscore inside a word is none; links that would be made of bare addresses."""
_AT_THE_START = re.compile(r"\s*(?:[#+>=-]|\d{1,9}[.)])")
"""What makes the line a heading, a list, a quotation or a rule."""


class Markdown(str):
    """Text that is Markdown: it is not escaped again."""

    __slots__ = ()


def escape(text: str) -> Markdown:
    r"""`text` on one line, so that a reader of Markdown shows it as it is.

    >>> escape("1. *bold* [x](http://x.org) snake_case")
    '1\\. \\*bold\\* \\[x\\](http\\://x.org) snake_case'
    """
    if isinstance(text, Markdown):
        return text
    safe = _ANYWHERE.sub(lambda found: f"\\{found.group()}", plain(text)).strip()
    start = _AT_THE_START.match(safe)
    return Markdown(f"{safe[: start.end() - 1]}\\{safe[start.end() - 1 :]}" if start else safe)


def joined(*parts: str) -> Markdown:
    """Text and markup one after the other, as one paragraph."""
    return Markdown("".join(_inside(part) for part in parts))


def strong(text: str) -> Markdown:
    """Text that stands out."""
    return Markdown(f"**{_inside(text)}**") if text.strip() else Markdown("")


def emphasis(text: str) -> Markdown:
    """Text that is said with another voice."""
    return Markdown(f"*{_inside(text)}*") if text.strip() else Markdown("")


def heading(level: int, text: str) -> Markdown:
    """A heading, from 1 (of the page) to 6."""
    return Markdown(f"{'#' * level} {escape(text)}")


def bullets(items: Iterable[str], indent: int = 0) -> Markdown:
    """A list without numbers."""
    return Markdown("\n".join(f"{' ' * indent}- {escape(item)}" for item in items))


def numbered(items: Iterable[str]) -> Markdown:
    """A list with numbers, from 1."""
    return Markdown("\n".join(f"{number}. {escape(item)}" for number, item in enumerate(items, start=1)))


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Markdown:
    """A table with a row of headers; there is no other in GitHub's Markdown."""
    head = f"| {' | '.join(map(_inside, headers))} |"
    between = f"|{'|'.join(' --- ' for _ in headers)}|"
    return Markdown("\n".join((head, between, *(f"| {' | '.join(map(_inside, row))} |" for row in rows))))


def note_mark(number: int) -> Markdown:
    """Where a footnote is called."""
    return Markdown(f"[^{number}]")


def note(number: int, text: str) -> Markdown:
    """A footnote."""
    return Markdown(f"[^{number}]: {escape(text)}")


def page(*blocks: str) -> str:
    """Blocks of markup as a file, an empty line between them."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def _inside(text: str) -> str:
    """Text in the middle of a line, where the start of a line means nothing; its spaces stay."""
    if isinstance(text, Markdown):
        return text
    return _ANYWHERE.sub(lambda found: f"\\{found.group()}", plain(text))
