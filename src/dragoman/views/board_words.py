"""What a square of a board says, in words: who leads, how it moves, what decides, what could be done there."""

from __future__ import annotations

from dragoman.board.forms import Board, Speaks, Square, Standing
from dragoman.form import form
from dragoman.rulebook.board_forms import Says


@form
class Signs:
    """What stands for who leads and for how it moves."""

    poles: tuple[str, str]
    contested: str
    open: str
    gains: str
    eases: str

    def leader(self, board: Board, square: Square) -> str:
        """The sign for who leads; of what is not known the question's."""
        match square.standing:
            case Standing.LEADS:
                return self.poles[[pole.name for pole in board.poles].index(square.leader)]
            case Standing.CONTESTED:
                return self.contested
            case Standing.OPEN:
                return self.open
        return "?"

    def move(self, says: Says) -> str:
        """The sign for a movement."""
        return self.gains if says is Says.GAINS else self.eases


def signs_of(board: Board, *, plain: bool) -> Signs:
    """The signs of a board; `plain` ones can be written everywhere, the poles by their initials."""
    if not plain:
        return Signs(("◆", "●"), "◐", "○", "↗", "↘")
    one, other = (pole.title.removeprefix("the ")[:1].upper() for pole in board.poles)
    return Signs((one, other) if one != other else ("1", "2"), "x", "-", "^", "v")


def leader_words(board: Board, square: Square, *, whole: bool) -> str:
    """Who leads, or in a word why nobody does."""
    if square.standing is not Standing.LEADS:
        return str(square.standing.value)
    title = pole_title(board, square.leader)
    return f"{title} leads" if whole else title


def move_words(square: Square, signs: Signs, *, whole: bool) -> str:
    """The first movement; the others are counted."""
    if not square.moves:
        return "  no move known" if whole else "  no move"
    first = square.moves[0]
    others = len({(move.says, move.who) for move in square.moves}) - 1
    more = f", {others} more" if others and whole else ""
    return f"{signs.move(first.says)} {mover(square, first, whole=whole)}{more}"


def mover(square: Square, move: Speaks, *, whole: bool) -> str:
    """Who moves and how; what the row itself does has a name of its own."""
    return f"{move.called} {move.says.value}" if whole and move.who != square.row else move.called


def deciding_words(square: Square) -> str:
    """In few words what decides, for each pole the first."""
    first: dict[str, str] = {}
    for sign in square.deciding:
        if sign.text:
            first.setdefault(sign.who, sign.text)
    return "; ".join(first.values())


def advice_words(board: Board, square: Square, *, whole: bool) -> str:
    """What could be done: the first of it by name, or how many ways there are."""
    called = list(dict.fromkeys(could.called for could in square.advice))
    who = board.advised.removeprefix("the ") or "could"
    if not called:
        return "no advice"
    if not whole:
        return f"{who} {len(called)} way{'s' if len(called) > 1 else ''}"
    return f"{who} {called[0]}{f', {len(called) - 1} more' if len(called) > 1 else ''}"


def pole_title(board: Board, pole: str) -> str:
    """What a pole is called."""
    return next(one.title for one in board.poles if one.name == pole)
