"""The sentences of a memo or a news text, each with the line of the file where it begins.

A paragraph ends at an empty line, a heading, an item of a list and a row of a table; within it, lines are one. What marks
and numbers a text (`##`, `**`, `[12]`, ³) is no part of a sentence. The time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_TEXT = 1000
"""Characters of a sentence; what has no full stop for longer is no sentence, and is cut there."""
_OPENS = re.compile(r"\s*+(?:(?:[-*+•▶◦▪‣–—]|#{1,6}|>++|\|++|\d{1,3}[.)]|\[[\w.]{1,12}\])\s++)++")
"""What opens a paragraph, and is no part of it."""
_MARKUP = re.compile(r"\*\*|__|`|\[\d{1,4}(?:[,–-] ?\d{1,4})*\]|(?<=\S)[¹²³⁰⁴-⁹]+|\x1b\[[0-9;?]{0,20}[a-zA-Z]")
_DASH = re.compile(r"(?<=\s)-{2,3}(?=\s)")
_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’»)\]]{0,3}(?=\s+[\"'“‘«(\[]{0,3}[A-Z0-9А-Я▶•]|\s*$)|[▶•]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|mr|mrs|ms|dr|prof|gen|col|lt|sen|rep|gov|st|no|nos|vol|pp|p|art|ed|eds|ca|cf|vs|e\.g|i\.e|etc|approx|fig|jan|feb"
    r"|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|\b(?:[A-Z]\.)+[A-Z])\Z",
    re.IGNORECASE,
)
_OUTSIDE = " ▶•"
_MOST_BEFORE = 12
"""Characters before a full stop that can make it that of an abbreviation."""


class Sentence(NamedTuple):
    """A sentence of a text."""

    line: int
    """Of the file, from 1, where it begins."""
    text: str
    """On one line, without marks."""


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in its order."""
    for lines in _paragraphs(text):
        yield from _sentences(lines)


def _paragraphs(text: str) -> Iterator[list[tuple[int, str]]]:
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(re.split("\r\n|\r|\n", text), start=1):
        opens = _OPENS.match(line)
        if lines and (opens or not line.strip()):
            yield lines
            lines = []
        if body := _bare(line[opens.end() :] if opens else line):
            lines.append((number, body))
        if opens and "#" in opens.group() and lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _bare(line: str) -> str:
    return " ".join(_DASH.sub("–", _MARKUP.sub("", line)).split())


def _sentences(lines: list[tuple[int, str]]) -> Iterator[Sentence]:
    """The sentences of one paragraph."""
    starts, joined = [], []
    at = 0
    for number, body in lines:
        starts.append((at, number))
        joined.append(body)
        at += len(body) + 1
    text, row = " ".join(joined), 0
    for start, end in _cuts(text):
        found = text[start:end].lstrip(_OUTSIDE)
        begins = end - len(found)
        while row + 1 < len(starts) and starts[row + 1][0] <= begins:
            row += 1
        if any(map(str.isalpha, found)):
            yield Sentence(starts[row][1], found.rstrip(_OUTSIDE))


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if match.group() == "." and _ABBREVIATION.search(
            text[max(start, match.start() - _MOST_BEFORE) : match.start()]
        ):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The part of a text, cut at spaces where it is too long for a sentence."""
    while end - start > LONGEST_TEXT:
        at = text.rfind(" ", start + 1, start + LONGEST_TEXT)
        cut = at if at > start else start + LONGEST_TEXT
        yield start, cut
        start = cut
    yield start, end
