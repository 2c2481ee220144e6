"""What a cell of a table means: numbers as spreadsheets write them, truth, lists, texts.

A spreadsheet writes a number with the comma or the point of its country, a percentage with its sign,
and a range has no form of its own. The readings here are few and documented (README.md, "Facts from
files"); a cell that could mean two numbers is refused, never guessed at.
"""

from __future__ import annotations

import re

from dragoman.rulebook.forms import Slot
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, shorten
from dragoman.source.reading import Reading

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
_EXACT = re.compile(rf"({_NUMBER})\Z", re.ASCII)
_BOUND = re.compile(rf"(>=|<=|≥|≤|>|<) *({_NUMBER})\Z", re.ASCII)
_RANGE = re.compile(rf"({_NUMBER}) *(?:\.\.\.?|…|–|—|(?<=[\d ])-) *({_NUMBER})\Z", re.ASCII)
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}\Z", re.ASCII)
_PERCENTAGE = re.compile(r"(\d{1,3}),(\d{1,6}) ?(%?)\Z", re.ASCII)
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-"})
_LONGEST = 100  # a longer cell is no number
_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"  # and in full width, which some spreadsheets take for the same
_AT_THE_START = re.compile(rf"\A([ \"]*)('*)(?=[{_FORMULA}\t\r])")
_INSIDE = re.compile(rf"([,;|\t\r\n][ \"]*)('*)(?=[{_FORMULA}])")
"""Where a spreadsheet could see a formula begin, whichever sign it takes for the end of a cell; and our quotes there."""


def number_node(reading: Reading, cell: Scalar, slot: Slot, separator: str) -> Node:
    """A number or a range as the reader of facts takes it; what is neither comes back as it is."""
    text = cell.text.strip().translate(_SPACES)
    if len(text) > _LONGEST:
        return Scalar(cell.text, True, cell.place)
    if slot.unit == "percent":
        text = re.sub(r" ?%", "", text)

    def end(number: str) -> Scalar:
        return Scalar(_with_point(reading, cell, number, separator), True, cell.place)

    def bounds(**ends: str) -> Mapping:
        return Mapping(tuple((Scalar(key, True, cell.place), end(ends[key])) for key in ends), cell.place)

    if found := _EXACT.match(text):
        return end(found.group(1))
    if found := _BOUND.match(text):
        sign, number = found.groups()
        if sign in "<>":
            reading.note(cell.place, "201", f"'{text}' leaves out its end; both ends count, write '{sign}={number}'")
        return bounds(at_least=number) if sign in (">", ">=", "≥") else bounds(at_most=number)
    if found := _RANGE.match(text):
        return bounds(at_least=found.group(1), at_most=found.group(2))
    return Scalar(cell.text, True, cell.place)


def truth(reading: Reading, cell: Scalar | None) -> bool:
    """Whether the fact of a row holds; an empty cell says yes, as leaving the column out does."""
    if cell is None:
        return True
    found = _TRUTH.get(cell.text.strip().lower())
    if found is None:
        message = f"'holds' is true or false (or yes, no, 1, 0), found '{shorten(cell.text)}'"
        reading.note(cell.place, "012", message)
    return found is not False


def locators(cell: Scalar) -> Sequence:
    """Several locators in one cell: `MIL.3 POL.1`."""
    words = filter(None, re.split(r"[\s,;]+", cell.text))
    return Sequence(tuple(Scalar(word, False, cell.place) for word in words), cell.place)


def likelihood(cell: Scalar) -> Scalar:
    """A word or a percentage, perhaps with a decimal comma."""
    text = cell.text.strip().translate(_SPACES)
    return Scalar(_PERCENTAGE.sub(r"\1.\2 \3", text), True, cell.place)


def text(cell: Scalar) -> Scalar:
    """A text, without the quotes that keep a spreadsheet from taking parts of it for formulas."""
    return Scalar(unguarded(cell.text), False, cell.place)


def guarded(written: str) -> str:
    """What goes into a cell: a quote stands wherever a spreadsheet could see a formula begin.

    That is at the start and, since not every spreadsheet parts cells where this table does, behind each separator.

    >>> guarded("=1+1"), guarded("first; =2"), guarded("one-way, two-way")
    ("'=1+1", "first; '=2", 'one-way, two-way')
    """
    for pattern in (_AT_THE_START, _INSIDE):
        written = pattern.sub(r"\1\2'", written)
    return written


def unguarded(written: str) -> str:
    """The contrary of :func:`guarded`."""

    def without_one(found: re.Match[str]) -> str:
        before, quotes = found.groups()
        return f"{before}{quotes[1:]}"

    for pattern in (_INSIDE, _AT_THE_START):
        written = pattern.sub(without_one, written)
    return written


def _with_point(reading: Reading, cell: Scalar, number: str, separator: str) -> str:
    """`number` with a decimal point; what may be thousands is noted.

    Where commas part the cells, the point is the decimal sign; where semicolons do, the comma is; a tab tells nothing.
    """
    decimal = {",": ".", ";": ","}.get(separator)
    pointed = number.replace(",", ".").removeprefix("+")
    if _THOUSANDS.match(number) and (decimal is None or decimal not in number):
        message = f"'{number}' could be thousands; write {pointed.replace('.', '')}, or {pointed}0 for the fraction"
        reading.note(cell.place, "201", message)
    return pointed
