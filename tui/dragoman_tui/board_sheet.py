"""A board set in a width and a height: squares in columns on the two grounds of a chessboard, or a line each.

What there is room for is decided here: blank rows go first, then the few words on what decides, then titles become codes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.form import form
from dragoman.views.lines import cells
from dragoman.views.screen.board_forms import BoardPage, SquareShown, Tone, Words
from dragoman_tui.ink import Block, Cell, Ink, Role, Target
from dragoman_tui.setting import Row, breaks, set_block
from dragoman_tui.sheet import Sheet, Stop

_NARROWEST, _WIDEST = 12, 25
"""Columns of a square: the fewest; the most."""
_CODES = 14
"""Below so many columns for a square the rows have codes for names."""
_PHRASES = 20
"""From so many on it says what decides."""
ROLES: dict[Tone, Role] = {
    "pole1": "pole1", "pole2": "pole2", "contested": "doubt", "open": "muted", "unknown": "doubt", "plain": "muted",
    "advice": "advice",
}  # fmt: skip


@form
class Plan:
    """How much of each square is shown."""

    label: int
    """Columns for the name of a row."""
    room: int
    """Columns of a square."""
    decides: int
    """Rows for what decides; 0: not said."""
    pads: bool
    """Whether a blank row stands above and below what a square says."""

    @property
    def rows(self) -> int:
        """How many rows a square has."""
        return 3 + (self.decides + 1 if self.decides else 0) + 2 * self.pads


def plan_of(page: BoardPage, width: int, height: int) -> Plan | None:
    """How to set a board; None where its columns do not fit side by side."""
    titles, codes = ((1 + max((cells(one) for one in some), default=0)) for some in _labels(page))
    columns = max(len(page.columns), 1)
    label = titles if (width - titles) // columns >= _CODES or not all(row.code for row in page.rows) else codes
    room = min((width - label) // columns, _WIDEST)
    if room < _NARROWEST:
        return None
    left = (height - 3) // max(len(page.rows), 1)
    if room >= _WIDEST:
        label = max(min(label + 2, width - room * columns), label)
    if left >= 8 and room >= _PHRASES:
        return Plan(label, room, 2, pads=True)
    if room >= _PHRASES and left >= 6 and height >= 40:
        return Plan(label, room, 2, pads=False)
    return Plan(label, room, 0, pads=left >= 5)


def _labels(page: BoardPage) -> tuple[list[str], list[str]]:
    return [row.title for row in page.rows], [f"{row.code} " for row in page.rows]


class BoardSheet(Sheet):
    """The rows of a board; each square can be stood on."""

    def __init__(self) -> None:
        super().__init__()
        self.page: BoardPage | None = None
        self.plan: Plan | None = None

    def arrange(self, page: BoardPage, width: int, height: int) -> None:
        """Set a board anew."""
        self.page, self.width = page, width
        self.plan = plan_of(page, width, height)
        self.rows, self.stops, self._first_rows = [], [], []
        if self.plan is None:
            self._list(page)
        else:
            self._table(page, self.plan, height)

    def fit(self, width: int) -> bool:
        """A board is set by `arrange` alone, which knows the height too."""
        return False

    # -- side by side

    def _table(self, page: BoardPage, plan: Plan, height: int) -> None:
        heads = [Ink(" " * plan.label)]
        heads += [Ink(_cut(f" {title}", plan.room), "muted") for title in page.columns]
        self._add(heads)
        needed = 1 + plan.rows * len(page.rows)
        spare = height - needed
        if plan.pads and spare > 0:
            self._add([])
            spare -= 1
        for number, (row, squares) in enumerate(zip(page.rows, page.squares, strict=True)):
            name = row.title if cells(row.title) < plan.label else row.code
            self._rank(name, squares, plan, number)
        if spare >= 2:
            self._add([])
            self._legend(page)

    def _rank(self, name: str, squares: Sequence[SquareShown], plan: Plan, number: int) -> None:
        first = len(self.rows)
        columns = [list(_square(one, plan)) for one in squares]
        for row in range(plan.rows):
            said = name if row == int(plan.pads) else ""
            inks = [Ink(_cut(said, plan.label), "strong")]
            for place, (square, rows) in enumerate(zip(squares, columns, strict=True)):
                is_dark = (number + place) % 2 == 0
                to = Target("square", square.key)
                for ink in rows[row] if row < len(rows) else [Ink(" " * plan.room)]:
                    inks.append(Ink(ink.text, ink.role, "square" if is_dark else "", to))
            self._add(inks)
        start = plan.label
        for square in squares:
            stop = Stop(Target("square", square.key), number, first, plan.rows, start, start + plan.room)
            self.stops.append(stop)
            start += plan.room

    def _legend(self, page: BoardPage) -> None:
        groups = tuple((Ink(f"{sign} ", ROLES[tone]), Ink(words, "muted")) for sign, tone, words in page.legend)
        for row in set_block(Block((Cell(groups=groups),)), self.width):
            self._add(row.inks)

    def _add(self, inks: Sequence[Ink]) -> None:
        self._first_rows.append(len(self.rows))
        self.rows.append(Row(tuple(inks)))

    # -- one below the other

    def _list(self, page: BoardPage) -> None:
        for number, (row, squares) in enumerate(zip(page.rows, page.squares, strict=True)):
            if number:
                self._add([])
            self._add([Ink(row.title, "strong")])
            for column, square in zip(page.columns, squares, strict=True):
                parts = [Ink(f"{column}: ", "muted")]
                for place, words in enumerate(square.rows):
                    parts += [Ink("; ", "muted")] if place else []
                    parts += [Ink(f"{words.sign} ", ROLES[words.tone])] if words.sign else []
                    parts.append(Ink(words.texts[0], "text" if words.sign else "muted"))
                first = len(self.rows)
                rows = set_block(Block((Cell(tuple(parts), hang=2),), indent=2), self.width)
                for one in rows:
                    self._add(one.inks)
                self.stops.append(Stop(Target("square", square.key), number, first, len(rows), 0, 0))


def _square(square: SquareShown, plan: Plan) -> Iterator[list[Ink]]:
    """The rows of one square, each as wide as it."""
    leads, moves, advice = square.rows
    if plan.pads:
        yield [Ink(" " * plan.room)]
    yield _row(leads, plan.room, hang=2)
    yield _row(moves, plan.room, hang=2)
    if plan.decides:
        asks = square.questions[0].sentence if square.questions and not square.is_known else ""
        yield from _decides(square.decides or asks, plan.room, plan.decides)
    yield _row(advice, plan.room, hang=0)
    if plan.pads:
        yield [Ink(" " * plan.room)]


def _decides(words: str, room: int, rows: int) -> Iterator[list[Ink]]:
    """What decides in so many rows and the blank one below; what does not fit there stands in the open square."""
    found = list(breaks(words, room - 2))
    for number in range(rows + 1):
        text = words[slice(*found[number])] if number < len(found) else ""
        if number == rows and len(found) > rows + 1:
            text = f"{text[: room - 4].rstrip(' ;,')} …"
        yield _padded([Ink(" "), Ink(text, "muted")], room)


def _row(words: Words, room: int, hang: int) -> list[Ink]:
    """One row of a square: the longest of its texts that fits."""
    lead = f"{words.sign} " if words.sign else " " * hang
    left = room - 1 - cells(lead)
    text = next((one for one in words.texts if cells(one) <= left), words.texts[-1])
    return _padded([Ink(" "), Ink(lead, ROLES[words.tone]), Ink(text, "text" if words.sign else "muted")], room)


def _padded(inks: Sequence[Ink], room: int) -> list[Ink]:
    """Inks in exactly so many columns."""
    found, used = list[Ink](), 0
    for ink in inks:
        text = _cut(ink.text, room - used, pads=False)
        used += cells(text)
        found.append(Ink(text, ink.role))
    return [*found, Ink(" " * (room - used))] if used < room else found


def _cut(text: str, room: int, *, pads: bool = True) -> str:
    """A text in so many columns."""
    while text and cells(text) > room:
        text = text[:-1]
    return text + " " * (room - cells(text)) if pads else text
