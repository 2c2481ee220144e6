"""What a cell of a table means beside the values of slots: truth, lists, likelihoods, texts.

The readings here are few and documented (README.md, "Facts from files"). What stands in a slot is read by the kind of
its value (:mod:`dragoman.values`), numbers with the comma or the point of their country among them.
"""

from __future__ import annotations

import re

from dragoman.source.nodes import Scalar, Sequence, shorten
from dragoman.source.reading import Reading

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_PERCENTAGE = re.compile(r"(\d{1,3}),(\d{1,6}) ?(%?)\Z", re.ASCII)
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-"})
_FORMULA = ("=", "+", "-", "@")


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
    """A text, without the quote that keeps a spreadsheet from taking it for a formula."""
    return Scalar(cell.text[1:] if _is_guarded(cell.text) else cell.text, False, cell.place)


def guarded(written: str) -> str:
    """The contrary of :func:`text`: what goes into a cell that a spreadsheet must not take for a formula."""
    return f"'{written}" if written.startswith(_FORMULA) or _is_guarded(written) else written


def _is_guarded(written: str) -> bool:
    return written.startswith("'") and written[1:].startswith((*_FORMULA, "'"))
