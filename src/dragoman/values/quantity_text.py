"""How quantities are written: what takes them apart, and the same as a pattern for JSON Schema.

`42 %`, `35..45`, `35-45 %`, `>=8`: numbers with their unit, and ranges. What the unit may be is a matter of the slot.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.source.nodes import Node, Scalar, shorten
from dragoman.source.shapes import AFTER_THE_POINT

if TYPE_CHECKING:
    from dragoman.source.reading import Reading

_LONGEST = 100
"""Characters of a quantity; what is longer is none."""
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
_BOUND = re.compile(r"(>=|<=|≥|≤|>|<) *(.+)\Z", re.DOTALL)
_RANGE = re.compile(rf"({_NUMBER}) ?%? *(?:\.\.\.?|…|–|—|(?<=[\d %])-) *({_NUMBER})(.*)\Z", re.ASCII | re.DOTALL)
_EXACT = re.compile(rf"({_NUMBER})(.*)\Z", re.ASCII | re.DOTALL)
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}\Z", re.ASCII)
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-"})

CALENDAR = "year"
"""The unit of a number that is a year of the calendar, `1972`; how many years is counted in `years`."""
_BOTH = frozenset({"species", "series"})
_ES = ("ies", "ches", "shes", "sses", "xes")
_UNIT = re.compile(r"(?![eExX][+-]?\d)(?:[^\W\d_]|[°%‰€£$])")

_SPACE = "[ \u00a0\u202f\u2009]"
_PLAIN_NUMBER = rf"[-\u2212]?(?:0|[1-9][0-9]{{0,11}})(?:\.[0-9]{{1,{AFTER_THE_POINT}}})?"
"""A number as :data:`dragoman.source.shapes.NUMBER` takes it, within a longer text."""


class Parsed(NamedTuple):
    """The parts of a quantity as it was written."""

    low: str
    high: str
    """Empty where an end was left open."""
    unit: str
    """Whatever stands behind the last number."""
    is_open: bool = False
    """Whether it was written with `<` or `>`, which would leave out the end itself."""

    @property
    def ends(self) -> tuple[str, str]:
        """Both."""
        return self.low, self.high

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


def parsed(node: Scalar, *, any_decimal: bool = False) -> Parsed | None:
    """The parts of a quantity; None for what is none. With `any_decimal` a comma may be the decimal sign.

    A bare number in quotes is text, and comes back as None.

    >>> from dragoman.errors import Place
    >>> parsed(Scalar("35..45 %", True, Place("")))
    Parsed(low='35', high='45', unit='%', is_open=False)
    """
    text = node.text.strip().translate(_SPACES)
    if len(text) > _LONGEST:
        return None
    found = _parsed(text)
    if found is None or (not any_decimal and any("," in end for end in found.ends)):
        return None
    is_text = not node.plain and found.is_exact and not found.unit and not any_decimal
    return None if is_text else found


def _parsed(text: str) -> Parsed | None:
    if found := _BOUND.match(text):
        sign, rest = found.groups()
        inner = _EXACT.match(rest)
        if inner is None:
            return None
        low, high = (inner.group(1), "") if sign in (">", ">=", "≥") else ("", inner.group(1))
        return Parsed(low, high, inner.group(2).strip(), sign in "<>")
    if found := _RANGE.match(text):
        return Parsed(found.group(1), found.group(2), found.group(3).strip())
    if found := _EXACT.match(text):
        return Parsed(found.group(1), found.group(1), found.group(2).strip())
    return None


def pointed(reading: Reading, cell: Scalar, number: str, separator: str) -> str:
    """`number` with a decimal point; what may be thousands is noted.

    Where commas part the cells, the point is the decimal sign; where semicolons do, the comma is; a tab tells nothing.
    """
    decimal = {",": ".", ";": ","}.get(separator)
    found = number.replace(",", ".").removeprefix("+")
    if _THOUSANDS.match(number) and (decimal is None or decimal not in number):
        message = f"'{number}' could be thousands; write {found.replace('.', '')}, or {found}0 for the fraction"
        reading.note(cell.place, "201", message)
    return found


def patterns(unit: str) -> tuple[str, str]:
    """Of what may be written besides a plain number, and of one end of a range, as JavaScript reads them too."""
    folded, number, space = unit.casefold(), _PLAIN_NUMBER, f"{_SPACE}*"
    units = [folded, singular(folded)]
    if folded.startswith("percent"):
        units += ["%", "percent", f"%{folded.removeprefix('percent')}"]
    either = f"(?:{'|'.join(map(_in_any_case, dict.fromkeys(units)))})"
    dash = r"(?:\.\.\.?|…|–|—|-|\u2212)"
    between = rf"{number}{_SPACE}?%?{space}{dash}{space}{number}"
    end = f"{number}{space}{either}"
    text = rf"(?:(?:>=|<=|≥|≤){space}{number}|{between}){space}{either}?|{end}"
    return rf"^\s*(?:{text})\s*$", rf"^\s*{end}\s*$"


def _in_any_case(text: str) -> str:
    """A pattern of `text` in capitals or without, as JavaScript reads it too."""
    return "".join(
        f"[{c.lower()}{c.upper()}]" if c.isalpha() else _SPACE if c == " " else re.sub(r"[^\w%]", r"\\\g<0>", c)
        for c in text
    )


def with_unit(number: str, unit: str) -> str:
    """A number with its unit, of which there is only one if the number is 1; a year of the calendar alone.

    >>> with_unit("1", "micrograms per litre"), with_unit("1", "billion US dollars"), with_unit("2", "days")
    ('1 microgram per litre', '1 billion US dollars', '2 days')
    >>> with_unit("1972", CALENDAR)
    '1972'
    """
    if unit == CALENDAR:
        return number
    return f"{number} {singular(unit) if number == '1' else unit}".rstrip()


def singular(unit: str) -> str:
    """A unit that begins with a noun in the plural, in the singular; any other as it is."""
    first, space, rest = unit.partition(" ")
    if first in _BOTH or not first.islower() or not first.endswith("s") or first.endswith(("ss", "us", "is")):
        return unit
    ending = next((end for end in _ES if first.endswith(end)), "s")
    one = f"{first[:-3]}y" if ending == "ies" else first[: -2 if ending in _ES else -1]
    return f"{one}{space}{rest}"


def is_of_another_unit(text: str) -> bool:
    """Whether what stands behind a number could be a unit, and not the rest of something that is no number."""
    return _UNIT.match(text) is not None


def end_left_out(node: Scalar) -> str:
    """What to say of `<8`."""
    text = node.text.strip()
    return f"'{shorten(text)}' leaves out its end; both ends count, write '{text[0]}={shorten(text[1:].strip())}'"


def plain_at(text: str, node: Node) -> Scalar:
    """A part of a node, as a node of its own."""
    return Scalar(text, True, node.place)
