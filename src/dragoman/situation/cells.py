"""What a cell of a table means beside the values of slots: truth, lists, likelihoods, texts.

The readings here are few and documented (README.md, "Facts from files"). What stands in a slot is read by the kind of
its value (:mod:`dragoman.values`), numbers with the comma or the point of their country among them.
"""

from __future__ import annotations

import re

from dragoman.rulebook.locators import Counting
from dragoman.source.nodes import Scalar, Sequence, shorten
from dragoman.source.reading import Reading

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_PERCENTAGE = re.compile(r"(\d{1,3}),(\d{1,6}) ?(%?)\Z", re.ASCII)
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-"})
_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"  # and in full width, which some spreadsheets take for the same
_AT_THE_START = re.compile(rf"\A([ \"]*)('*)(?=[{_FORMULA}\t\r])")
_INSIDE = re.compile(rf"([,;|\t\r\n][ \"]*)('*)(?=[{_FORMULA}\t\r])")
"""Where a spreadsheet could see a formula begin, whichever sign it takes for the end of a cell; and our quotes there."""


def truth(reading: Reading, cell: Scalar | None) -> bool:
    """Whether the fact of a row holds; an empty cell says yes, as leaving the column out does."""
    if cell is None:
        return True
    found = _TRUTH.get(cell.text.strip().lower())
    if found is None:
        message = f"'holds' is true or false (or yes, no, 1, 0), found '{shorten(cell.text)}'"
        reading.note(cell.place, "012", message)
    return found is not False


def locators(cell: Scalar, counting: Counting) -> Sequence:
    """Several locators in one cell: `MIL.3 POL.1`, or with semicolons where they have spaces in them: `p. 3; p. 4`."""
    parts = [part.strip() for part in re.split("[,;]", cell.text)]
    apart = ([part] if counting.canonical(part) else re.split(r"(?<![.§])\s+", part) for part in parts)
    words = (word for part in apart for word in part if word)
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
