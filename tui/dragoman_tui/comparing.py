"""The app's side of comparisons: two sides in, the difference out with what both rest on, whatever happens on the way."""

from __future__ import annotations

from dragoman.exact.difference import Advised, difference
from dragoman.form import form
from dragoman.session.session import Session
from dragoman.session.sides import NOW, Side, side_called, side_situation, sides, usual_side
from dragoman.views.screen.compare import comparison
from dragoman.views.screen.compare_forms import Comparison
from dragoman.views.screen.record import Record
from dragoman.views.trouble import details, reported

TRIES = 60
"""So many worlds are tried at most to find what each line came through."""


@form
class Compared:
    """Two sides and what differs."""

    sides: tuple[Side, Side]
    """Before and after."""
    comparison: Comparison
    records: tuple[Record, Record]
    """What the advice of each rests on."""


def compared(session: Session, before: Side, after: Side = NOW) -> Compared | str:
    """Two sides of a session next to each other; or why that cannot be."""
    try:
        both = [_advised(session, side) for side in (before, after)]
        called = [side_called(side, one.evaluation.situation) for side, one in zip((before, after), both, strict=True)]
        found = difference(both[0], both[1], TRIES)
        shown = comparison(found, both[0], both[1], (called[0], called[1]))
        return Compared((before, after), shown, (Record(both[0].evaluation), Record(both[1].evaluation)))
    except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
        return reported(error, "a comparison")


def _advised(session: Session, side: Side) -> Advised:
    if side == NOW:
        return session.talk.advised
    return Advised.of(side_situation(session, side), engine=session.talk.engine)


def to_compare_with(session: Session) -> tuple[Side, ...]:
    """All that there is to compare with."""
    try:
        return sides(session)
    except Exception as error:  # noqa: BLE001 - the worker boundary: what can be named can be compared all the same
        details(error, "what there is to compare with")
        return ()


def usual(session: Session) -> tuple[Side, Side] | None:
    """Before and after of what is most likely meant: what was supposed is compared with what is, what is with what was."""
    side = usual_side(session)
    if side is None:
        return None
    is_supposed = side.kind.name == "SUPPOSED"
    return (NOW, side) if is_supposed else (side, NOW)
