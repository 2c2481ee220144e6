"""What the last line did to each recommendation and each result, from the difference that it made."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.advice.forms import Recommended, Result
from dragoman.exact.difference_forms import Change, Difference, Sign
from dragoman.form import form
from dragoman.rulebook.forms import Atom, ShownAs
from dragoman.views.screen.forms import Mark


def key_of(recommended: Recommended) -> str:
    """Which recommendation it is, whoever it is for: its id, its field, its status."""
    return "|".join((recommended.id, recommended.apart, recommended.status.value))


@form
class Marks:
    """Of one difference."""

    touched: frozenset[str] = frozenset()
    """The recommendations that are for others than before, or have other reasons."""
    came: frozenset[Atom] = frozenset()
    """The conclusions that are given now and were not, or stand under another recommendation than before."""
    changed: frozenset[Atom] = frozenset()
    gone: tuple[Recommended, ...] = ()
    """Recommendations of which nothing is left."""
    went: tuple[Result, ...] = ()
    """Risks and the like that are given no more."""

    def of_card(self, recommended: Recommended) -> Mark:
        """New if all that it stands for came."""
        if all(one.atom in self.came for one in recommended.instances):
            return Mark.NEW
        return Mark.CHANGED if key_of(recommended) in self.touched else Mark.NONE

    def of_result(self, result: Result) -> Mark:
        """New if any of it came."""
        atoms = {one.atom for one in result.instances}
        return Mark.NEW if atoms & self.came else Mark.CHANGED if atoms & self.changed else Mark.NONE


def marks(found: Difference | None, now: Iterable[Recommended]) -> Marks:
    """What a difference marks on a page that shows `now`."""
    if found is None:
        return Marks()
    keys = {key_of(one) for one in now}
    touched: set[str] = set()
    came: set[Atom] = set()
    changed: set[Atom] = set()
    gone: dict[str, Recommended] = {}
    went: list[Result] = []
    for change in found.changes:
        for turned in change.turned:
            old, new = (one.whole if one else None for one in (turned.old, turned.new))
            before, after = (key_of(one) if isinstance(one, Recommended) else "" for one in (old, new))
            touched |= {before, after}
            if new is not None and before != after:
                came.add(turned.shown.instance.atom)
            if isinstance(old, Recommended) and before not in keys:
                gone[before] = old
            if change.kind is not ShownAs.RECOMMENDATION:
                _of_result(change, turned.shown.whole, turned.shown.instance.atom, came, changed, went)
    return Marks(frozenset(touched), frozenset(came), frozenset(changed), tuple(gone.values()), tuple(went))


def _of_result(
    change: Change, whole: object, atom: Atom, came: set[Atom], changed: set[Atom], went: list[Result]
) -> None:
    if change.kind is ShownAs.FINDING or not isinstance(whole, Result):
        return
    if change.sign is Sign.CAME:
        came.add(atom)
    elif change.sign is Sign.CHANGED:
        changed.add(atom)
    elif change.sign is Sign.WENT and whole not in went:
        went.append(whole)
