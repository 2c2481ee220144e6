"""A board as lines: a table of squares that fits the width, and what stands behind one of them.

Nothing is said by a sign or a colour alone. Where the columns do not fit, each square is a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest

from dragoman.board.forms import Board, Could, Heading, Open, Speaks, Square, Standing
from dragoman.rulebook.board_forms import Grounds, Says
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.board_words import (
    Signs,
    advice_words,
    deciding_words,
    leader_words,
    move_words,
    mover,
    pole_title,
    signs_of,
)
from dragoman.views.lines import BLANK, Line, Style, cells, line

SIGNS = "◆●◐○↗↘"
"""What stands on squares where it can be written."""
_NARROW, _WIDE, _WIDEST = 13, 20, 30
"""Columns of a square: the least; from which it has whole phrases; the most."""
_QUESTIONS = 3


Row = tuple[str, Style]
"""A row of a square, and how it looks."""
_EMPTY: Row = ("", "")


# -- all squares


def board_view(board: Board, width: int, *, plain: bool = False) -> list[Line]:
    """The whole board, at most `width` columns wide."""
    signs = signs_of(board, plain=plain)
    date = f"   {board.as_of.isoformat()}" if board.as_of else ""
    lines = [line((board.situation, "title"), (date, "muted")), line((board.title, "muted")), BLANK]
    label = _label_width(board, width)
    room = min((width - label) // len(board.columns), _WIDEST)
    lines += _table(board, signs, width, room) if room >= _NARROW else _listed(board, signs)
    return [*lines, BLANK, _legend(board, signs)]


def _label_width(board: Board, width: int) -> int:
    return 2 + max(cells(_label(board, row, width)) for row in board.rows)


def _label(board: Board, row: Heading, width: int) -> str:
    """The title of a row; where that leaves too little room the code that each has."""
    longest = 2 + max(cells(one.title) for one in board.rows)
    is_tight = (width - longest) // len(board.columns) < _NARROW
    return row.short if is_tight and all(one.short for one in board.rows) else row.title


def _table(board: Board, signs: Signs, width: int, room: int) -> Iterator[Line]:
    label, is_wide = _label_width(board, width), room >= _WIDE
    inner = room - (2 if is_wide else 1)
    yield from _beside(
        "", [[(row, "strong") for row in _wrapped(one.title, inner)] for one in board.columns], label, room
    )
    for row, squares in zip(board.rows, board.squares, strict=True):
        if is_wide:
            yield BLANK
        columns = [_cell(board, square, signs, inner, is_wide=is_wide) for square in squares]
        yield from _beside(_label(board, row, width), columns, label, room)


def _beside(name: str, columns: list[list[Row]], label: int, room: int) -> Iterator[Line]:
    """Columns of rows beside each other, after the name of the row that they stand in."""
    for number, rows in enumerate(zip_longest(*columns, fillvalue=_EMPTY)):
        first = name if not number else ""
        yield line((_wide(first, label), "strong"), *((_wide(text, room), style) for text, style in rows))


def _cell(board: Board, square: Square, signs: Signs, room: int, *, is_wide: bool) -> list[Row]:
    """A square in rows of at most `room` columns; where there is little room, what fits in one row is said whole."""

    def said(says: Callable[[bool], str]) -> str:
        whole = says(True)
        return whole if is_wide or cells(whole) <= room else says(False)

    texts: list[Row] = [
        (said(lambda whole: f"{signs.leader(board, square)} {leader_words(board, square, whole=whole)}"), "strong"),
        (said(lambda whole: move_words(square, signs, whole=whole)), ""),
    ]
    if is_wide and (short := deciding_words(square)):
        texts.append((short, "muted"))
    advice = said(lambda whole: advice_words(board, square, whole=whole))
    texts.append((advice, "accent" if square.advice else "muted"))
    return [(row, style) for text, style in texts for row in _wrapped(text, room)]


def _listed(board: Board, signs: Signs) -> Iterator[Line]:
    """Each square as a line."""
    for row, squares in zip(board.rows, board.squares, strict=True):
        yield line((row.title, "strong"))
        for heading, square in zip(board.columns, squares, strict=True):
            leader = f"{signs.leader(board, square)} {leader_words(board, square, whole=True)}"
            parts = (leader, move_words(square, signs, whole=True).strip(), advice_words(board, square, whole=True))
            yield line((f"{heading.title}: ", "muted"), "; ".join(parts), indent=2)


def _legend(board: Board, signs: Signs) -> Line:
    poles = [f"{sign} {pole.title}" for sign, pole in zip(signs.poles, board.poles, strict=True)]
    said = (
        f"{signs.contested} contested",
        f"{signs.open} open",
        "? not known",
        f"{signs.gains} gains",
        f"{signs.eases} eases",
    )
    return line(("   ".join((*poles, *said)), "muted"), hang=0)


# -- one square


def square_view(board: Board, square: Square, *, plain: bool = False) -> list[Line]:
    """What stands behind one square: what decides, how it moves, what could be done, what to ask."""
    signs = signs_of(board, plain=plain)
    row = next(one for one in board.rows if one.name == square.row)
    column = next(one for one in board.columns if one.name == square.column)
    leader = f"   {signs.leader(board, square)} {leader_words(board, square, whole=True)}"
    lines = [line((f"{row.title}, {column.title[:1].lower()}{column.title[1:]}", "title"), (leader, "strong"))]
    if square.standing is Standing.NOT_KNOWN:
        lines.append(line(("Nothing that was told or follows says who leads here.", "muted"), indent=2))
    for heading, found in _by_pole(board, square, signs):
        lines += [line((heading, "strong")), *(text for sign in found for text in _speaks(sign))]
    lines += [BLANK, line(("HOW IT MOVES", "accent"))]
    moving = [text for move in square.moves for text in _moving(square, move, signs)]
    lines += moving or [line(("nothing told or concluded says so", "muted"), indent=2)]
    who = board.advised or "one"
    lines += [BLANK, line((f"WHAT {who.upper()} COULD DO", "accent"), (f"  {len(square.advice)}", "muted"))]
    advice = [text for could in square.advice for text in _could(could)]
    lines += advice or [line(("no recommendation belongs here", "muted"), indent=2)]
    if square.asks:
        lines += [BLANK, line(("WHAT TO ASK", "accent"), ("  what would change who leads", "muted"))]
        lines += [text for one in square.asks[:_QUESTIONS] for text in _ask(board, square, one)]
    return lines


def _by_pole(board: Board, square: Square, signs: Signs) -> Iterator[tuple[str, list[Speaks]]]:
    for sign, pole in zip(signs.poles, board.poles, strict=True):
        found = [one for one in square.signs if one.who == pole.name]
        if found:
            yield f"{sign} {pole.title}", found
    found = [one for one in square.signs if one.says is Says.OPEN]
    if found:
        yield f"{signs.open} neither", found


def _speaks(sign: Speaks) -> Iterator[Line]:
    """A sign with its facts, and whose choice it is that it counts."""
    also = "" if sign.decides else "also: "
    sentences = "; ".join(fact.sentence for fact in sign.facts)
    yield line((also, "muted"), sentences, (f"  {_origin(sign)}", "muted"), indent=2)
    yield from _names(sign)
    yield from _grounds(sign.grounds)


def _moving(square: Square, move: Speaks, signs: Signs) -> Iterator[Line]:
    sentences = "; ".join(fact.sentence for fact in move.facts)
    head = f"{signs.move(move.says)} {mover(square, move, whole=True)}: "
    yield line((head, "strong"), sentences, (f"  {_origin(move)}", "muted"), indent=2)
    yield from _names(move)
    yield from _grounds(move.grounds)


def _origin(sign: Speaks) -> str:
    told = "told" if all(fact.told for fact in sign.facts) else "follows"
    return told if sign.likelihood is Likelihood.UNHEDGED else f"{told}, {sign.likelihood.in_words}"


def _names(sign: Speaks) -> Iterator[Line]:
    names = (f"why '{fact.name}'" for fact in sign.facts)
    yield line(("   ".join(names), "muted"), indent=6)


def _grounds(grounds: Grounds) -> Iterator[Line]:
    if grounds.is_own:
        yield line((f"the rulebook's own reading: {grounds.reason}", "muted"), indent=6)
    else:
        yield line((f"report {', '.join(grounds.at)}", "muted"), indent=6)


def _could(could: Could) -> Iterator[Line]:
    standing = f"  [{could.status.value}, grounds: {could.likelihood.in_words}]"
    yield line(could.title, (standing, "muted"), indent=2)
    yield line(("because: ", "muted"), could.because, indent=4)
    yield line((f"why '{could.name}'", "muted"), indent=6)
    if could.grounds.is_own:
        yield from _grounds(could.grounds)


def _ask(board: Board, square: Square, one: Open) -> Iterator[Line]:
    would = ""
    if (one.standing, one.leader) != (square.standing, square.leader):
        would = f"  {pole_title(board, one.leader)} would lead" if one.leader else f"  it would be {one.standing.value}"
    yield line(("? ", "accent"), one.question, (would, "muted"), indent=2)
    yield line((f"why-not '{one.name}'", "muted"), indent=6)


# -- widths


def _wide(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _wrapped(text: str, width: int) -> list[str]:
    """The text in rows of at most `width` columns, broken at spaces; a word that is longer is cut."""
    rows, left = [], text
    while cells(left) > width:
        end = _reach(left, width)
        cut = left.rfind(" ", 1, end + 1)
        cut = cut if cut > 0 and left[:cut].strip() else end
        rows.append(left[:cut].rstrip())
        left = "  " + left[cut:].lstrip()
    return [*rows, left]


def _reach(text: str, width: int) -> int:
    """So many characters from the start take at most `width` columns; at least one that is no space."""
    least = len(text) - len(text.lstrip()) + 1
    end = least
    while end < len(text) and cells(text[: end + 1]) <= width:
        end += 1
    return end
