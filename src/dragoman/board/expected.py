"""What cases expect of squares, read and held against a board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.board.forms import Board, Square, Standing
from dragoman.board.plan import plan_of
from dragoman.errors import Place
from dragoman.form import form
from dragoman.rulebook.board_forms import Plan, Says
from dragoman.rulebook.board_shapes import SquareEntry
from dragoman.rulebook.forms import Rulebook, ShownAs
from dragoman.source.names import did_you_mean, listed, lookup
from dragoman.source.nodes import Scalar
from dragoman.source.reading import Reading

Squares = tuple[tuple[Scalar, tuple[tuple[Scalar, SquareEntry], ...]], ...]
_STANDINGS = {"contested": Standing.CONTESTED, "open": Standing.OPEN, "not_known": Standing.NOT_KNOWN}


@form
class ExpectedSquare:
    """What must stand on one square; None is not looked at."""

    row: str
    column: str
    leader: str
    """A pole, or `contested`, `open`, `not_known`; empty: not looked at."""
    gains: frozenset[str] | None
    eases: frozenset[str] | None
    advice: frozenset[str] | None
    """The fact types of all recommendations there."""
    asks: str
    """The fact type of the first question; empty: not looked at."""
    place: Place


def read_squares(reading: Reading, rulebook: Rulebook, squares: Squares, place: Place) -> Iterator[ExpectedSquare]:
    """The squares of a case; names that the board does not have are noted.

    Raises:
        RulebookError: if the rulebook's board cannot be read.
    """
    if not squares:
        return
    plan = plan_of(rulebook)
    if plan is None:
        reading.note(place, "801", f"the rulebook '{rulebook.id}' has no board, of which a square could be expected")
        return
    for row, columns in squares:
        lookup(reading, row, dict.fromkeys(plan.rows, row), "801", "row", "of the board")
        for column, entry in columns:
            lookup(reading, column, plan.columns, "801", "column", "of the board")
            yield _SquareReader(reading, rulebook, plan).read(row.text, column.text, entry)


class _SquareReader:
    def __init__(self, reading: Reading, rulebook: Rulebook, plan: Plan) -> None:
        self.reading, self.rulebook, self.plan = reading, rulebook, plan

    def read(self, row: str, column: str, entry: SquareEntry) -> ExpectedSquare:
        self._named(entry.leader, (*self.plan.poles, *_STANDINGS), "leader")
        movers = (*self.plan.poles, row)
        for name in (*entry.gains, *entry.eases):
            self._named(name, movers, "one who moves")
        shown = {n: fact for n, fact in self.rulebook.facts.items() if fact.shown_as is ShownAs.RECOMMENDATION}
        for name in entry.advice:
            lookup(self.reading, name, shown, "108", "recommendation")
        if entry.asks is not None:
            lookup(self.reading, entry.asks, self.rulebook.facts, "101", "fact type")
        return ExpectedSquare(
            row=row,
            column=column,
            leader=entry.leader.text if entry.leader else "",
            gains=_names(entry.gains) if "gains" in entry else None,
            eases=_names(entry.eases) if "eases" in entry else None,
            advice=_names(entry.advice) if "advice" in entry else None,
            asks=entry.asks.text if entry.asks else "",
            place=entry.place if entry.node is not None else self.plan.place,
        )

    def _named(self, name: Scalar | None, known: tuple[str, ...], what: str) -> None:
        if name is not None and name.text not in known:
            hint = did_you_mean(name.text, known) or f"; there are {listed(known)}"
            self.reading.note(name.place, "801", f"'{name.text}' is no {what} on the board{hint}")


def _names(names: Iterable[Scalar]) -> frozenset[str]:
    return frozenset(name.text for name in names)


def differences(board: Board, expected: Iterable[ExpectedSquare]) -> Iterator[tuple[str, str]]:
    """What was expected of squares and what stands there instead, in words."""
    for one in expected:
        square = board.square(one.row, one.column)
        where = f"the square {one.row}/{one.column}"
        for key, wanted, found in _compared(one, square):
            if wanted != found:
                yield (
                    f"{where}: {key} {_said(wanted)}",
                    f"{key} {_said(found)}{_why(square) if key == 'leader' else ''}",
                )


def _compared(one: ExpectedSquare, square: Square) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    if one.leader:
        yield "leader", frozenset({one.leader}), frozenset({leader_of(square)})
    for key, wanted in (("gains", one.gains), ("eases", one.eases)):
        if wanted is not None:
            yield key, wanted, frozenset(move.who for move in square.moves if move.says is Says(key))
    if one.advice is not None:
        yield "advice", one.advice, frozenset(could.atom.fact for could in square.advice)
    if one.asks:
        yield "asks", frozenset({one.asks}), frozenset(question.fact for question in square.asks[:1])


def leader_of(square: Square) -> str:
    """The pole that leads, or in one word why none does."""
    return square.leader or square.standing.value.replace(" ", "_")


def _said(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "nobody"


def _why(square: Square) -> str:
    facts = "; ".join(dict.fromkeys(fact.sentence for sign in square.deciding for fact in sign.facts))
    return f" ({facts})" if facts else ""
