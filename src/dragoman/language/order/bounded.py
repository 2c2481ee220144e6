"""Figures with what bounds them before them, and without the figure that they are not.

    A needs 30 nurses or more               ->  A needs at least 30 nurses
    it lasts six days at the outside, tops  ->  it lasts at most six days
    A sells not 60 but 75 copies            ->  A sells 75 copies
    A sells 75 copies, not 60, abroad       ->  A sells 75 copies abroad

A bound says the same on either side of its figure and of what that counts; so a line is put so before it is read at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.tokens import Token

_LEAST = Cues(
    """
    (or|and) (more|over|above|upwards|longer|higher|beyond)
    and up
    upwards
    if not more
    at (the very least|the least|least|a minimum|the minimum|minimum)
    as a minimum
    minimum
    """
)
_MOST = Cues(
    """
    or (less|fewer|under|below|shorter|lower)
    at (the very most|the most|most|the outside|a maximum|the maximum|maximum)
    as a maximum
    (tops|max|maximum)
    """
)
_EXACTLY = Cues("(exactly|precisely|on the (dot|nose)|to the day|to be (exact|precise))")
_CUES = frozenset({"more", "over", "above", "upwards", "longer", "higher", "beyond", "up", "least", "minimum", "less", "fewer", "under", "below",
                   "shorter", "lower", "most", "outside", "maximum", "tops", "max", "exactly", "precisely"})  # fmt: skip
_NO_UNIT = (
    english.BE
    | english.HAVE
    | english.DO
    | english.BOUNDARIES
    | english.NEGATORS
    | english.MODALS
    | {"of", "in", "on", "by", "to", "from", "rather", "instead", "than"}
)
_MOST_UNIT = 4
_INSTEAD = (("rather", "than"), ("instead", "of"), ("and", "not"), ("not",))


def bounded(line: Line) -> Sequence[Token]:
    """The tokens of a line with each bound before its figure, and without figures that are denied beside another."""
    if not any(line.figures):
        return line.tokens
    has_bound = not _CUES.isdisjoint(line.texts)
    has_other = not {"not", "rather", "instead"}.isdisjoint(line.texts)
    if not (has_bound or has_other or not {"between", "as", "half"}.isdisjoint(line.texts)):
        return line.tokens
    found, at = list[Token](), 0
    while at < len(line):
        figure = line.figures[at]
        if has_other and (end := _not_this(line, at)) > at:
            at = end
        elif _is_as_many_as(line, at):
            at += 3
        elif figure is None:
            found.append(line.tokens[at])
            at += 1
        else:
            end = _counted(line, figure.end)
            bound, behind = _bound(line, at, end) if has_bound else ((), end)
            if _is_first_of_two(line, at, figure.end, end):
                end = figure.end
            of = said_for(("of",), line.tokens[at]) if _is_half_the(line, figure.end) else []
            found += [
                *said_for(bound, line.tokens[at]),
                *line.tokens[at : figure.end],
                *of,
                *line.tokens[figure.end : end],
            ]
            at = _other_than_this(line, behind) if has_other else behind
    return found if found != line.tokens else line.tokens


def _is_half_the(line: Line, at: int) -> bool:
    """Whether a `half` leaves out its `of`: `half the people` are half of them, `half the price` is another price."""
    is_half = line.texts[at - 1] == "half" and line.texts[at : at + 1] != [] and line.texts[at] in _THE
    return is_half and at + 1 < len(line) and line.texts[at + 1] not in _MEASURES


_THE = frozenset({"the", "its", "their", "his", "her", "these", "those"})
_MEASURES = frozenset(
    english.lines(
        "size | price | number | amount | cost | figure | time | speed | length | sum | value | level | rate | total | battle | story | truth"
        "| distance | height | weight | strength | way | fun | problem"
    )
)


def _is_as_many_as(line: Line, at: int) -> bool:
    """`as many as 40 beds` are 40 beds, `twice as many as 40` are not."""
    if line.texts[at] != "as" or line.texts[at + 1 : at + 2] not in _MANY or line.texts[at + 2 : at + 3] != ["as"]:
        return False
    is_bare = not at or line.texts[at - 1] not in _SO_MANY_TIMES
    return is_bare and at + 3 < len(line) and line.figures[at + 3] is not None and line.figures[at] is None


_MANY = (["many"], ["few"], ["little"], ["long"])
_SO_MANY_TIMES = english.NEGATORS | {
    "twice",
    "times",
    "half",
    "third",
    "quarter",
    "almost",
    "nearly",
    "just",
    "about",
    "exactly",
}


def _is_first_of_two(line: Line, at: int, end: int, behind: int) -> bool:
    """Whether what a figure counts is said again with the other end of the range: `between 40 beds and 50 beds`."""
    if not at or line.texts[at - 1] != "between" or behind == end or line.texts[behind : behind + 1] != ["and"]:
        return False
    other = line.figures[behind + 1] if behind + 1 < len(line) else None
    unit = [token.stem for token in line.tokens[end:behind]]
    return other is not None and [token.stem for token in line.tokens[other.end : other.end + len(unit)]] == unit


def _counted(line: Line, at: int) -> int:
    """Where the words end that say what a figure counts, as far as may be known before a bound."""
    end = at
    while end < min(len(line), at + _MOST_UNIT) and line.tokens[end].is_word and not line.mentions[end]:
        if line.texts[end] in _NO_UNIT | _CUES or line.figures[end] is not None or _bounds_at(line, end)[0]:
            break
        end += 1
    return end


def _bounds_at(line: Line, at: int) -> tuple[tuple[str, ...], int]:
    words = spaced(line.texts[at : at + 4])
    for cues, bound in ((_LEAST, ("at", "least")), (_MOST, ("at", "most"))):
        if (match := cues.at_start(words)) is not None:
            return bound, at + match.group().count(" ")
    return (), at


def _bound(line: Line, at: int, end: int) -> tuple[tuple[str, ...], int]:
    """The bound that stands behind a plain figure and what it counts, and where it ends."""
    figure = line.figures[at]
    if figure is None or figure.low is None or figure.low != figure.high:
        return (), end
    here = end + (line.texts[end : end + 1] == [","])
    if (exactly := _EXACTLY.at_start(spaced(line.texts[end : end + 3]))) is not None:
        last = end + exactly.group().count(" ")
        return (), last if _is_over(line, last, goes_on=False) else end
    bound, last = _bounds_at(line, here)
    if not bound or (here > end and bound == ("at", "least")):
        return (), end  # `40 beds, at least so they say`
    is_or = end == figure.end and line.texts[here] == "or"  # `40 or more beds`
    return (bound, last) if _is_over(line, last, goes_on=is_or) else ((), end)


def _is_over(line: Line, at: int, *, goes_on: bool) -> bool:
    """Whether no more is said of the bound: `or more nurses` may go on, `or more than that` is another one."""
    if at >= len(line) or line.is_cut(at):
        return True
    text = line.texts[at]
    if text == "than" or line.figures[at] is not None:
        return False
    return goes_on or text in _BEHIND


_BEHIND = english.BE | english.HAVE | frozenset(
    english.lines(
        "in | at | on | for | from | to | with | by | of | a | per | each | every | and | but | while | against | around | across | near | abroad"
        "| who | which | that | into | until | now | today"
    )
)  # fmt: skip


def _not_this(line: Line, at: int) -> int:
    """Where `not 60 but` ends before another figure; at the beginning it puts right what was said before."""
    if line.texts[at] != "not" or not at or at + 1 >= len(line) or (figure := line.figures[at + 1]) is None:
        return at
    end = _counted(line, figure.end)
    end += line.texts[end : end + 1] == [","]
    return (
        end + 1 if line.texts[end : end + 1] == ["but"] and line.figures[end + 1 : end + 2] not in ([], [None]) else at
    )


def _other_than_this(line: Line, at: int) -> int:
    """Where `rather than 60` or `, not 60,` ends, if something goes on behind it."""
    has_comma = line.texts[at : at + 1] == [","]
    here = at + has_comma
    size = next((len(one) for one in _INSTEAD if tuple(line.texts[here : here + len(one)]) == one), 0)
    figure = line.figures[here + size] if size and here + size < len(line) else None
    if figure is None:
        return at
    end = _counted(line, figure.end)
    has_end = line.texts[end : end + 1] == [","]
    return end + has_end if end + has_end < len(line) and has_comma == has_end else at
