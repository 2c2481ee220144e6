"""Source by source: what the advice would lose if a source were withdrawn, and what if it were wrong.

A source that is *withdrawn* leaves all its statements untold; one that is *wrong* leaves the contrary of each told, as
far as a statement has a contrary: of a number nothing is known then. What lies under a statement (an older word, what
a situation inherits) comes back in both cases, as it does wherever a statement is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.exact.levers import Lever
from dragoman.exact.space import Choice, Columns, Space
from dragoman.form import form
from dragoman.rulebook.forms import Atom, Rulebook, ShownAs
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import Said


@form
class Change:
    """What becomes of the shown conclusions."""

    takes: tuple[Atom, ...]
    gives: tuple[Atom, ...]


@form
class SourceCheck:
    """One source, and what hangs on it alone."""

    title: str
    """Empty for all that was told without a source."""
    grades: tuple[str, ...]
    """All grades that its statements have, best first."""
    statements: tuple[Said, ...]
    """What it says, in the order of the situation's levers."""
    withdrawn: Change
    wrong: Change


def sources(space: Space) -> tuple[SourceCheck, ...]:
    """Every source of the situation, the one on which most hangs first; `space` has the levers of its statements."""
    of_title: dict[str, list[int]] = {}
    for number, lever in enumerate(space.levers):
        if lever.said is not None:
            of_title.setdefault(whose_word(space.evaluation.rulebook, lever.said), []).append(number)
    choices = [choice for levers in of_title.values() for choice in (_withdrawn(levers), _wrong(space, levers))]
    columns = space.run(choices)
    shown = tuple(atom for atom in space.machine.output if _is_shown(space, atom))
    found = [
        SourceCheck(
            title,
            tuple(sorted({said.source.grade for said in _said(space, levers) if said.source and said.source.grade})),
            tuple(_said(space, levers)),
            _change(space, columns, 2 * place, shown),
            _change(space, columns, 2 * place + 1, shown),
        )
        for place, (title, levers) in enumerate(of_title.items())
    ]
    return tuple(sorted(found, key=lambda one: _weight(space, one)))


def whose_word(rulebook: Rulebook, said: Said) -> str:
    """The title of a statement's source; of what has none but places in the report, the report's; else empty."""
    if said.source is not None:
        return said.source.title
    return f"{rulebook.report.title} ({rulebook.report.date.year})" if said.at else ""


def _withdrawn(levers: Iterable[int]) -> Choice:
    return dict.fromkeys(levers, 0)  # the first way of what was told is to take it back


def _wrong(space: Space, levers: Iterable[int]) -> Choice:
    return {number: _contrary(space.levers[number]) for number in levers}


def _contrary(lever: Lever) -> int:
    """The way that says the contrary of a statement without a value; else the one that takes it back."""
    contrary = (way for way, said in enumerate(lever.ways) if said is not None and said.value is None)
    return next((way for way in contrary if _is_contrary(lever, lever.ways[way])), 0)


def _is_contrary(lever: Lever, said: Said | None) -> bool:
    return said is not None and lever.said is not None and said.holds != lever.said.holds


def _said(space: Space, levers: Iterable[int]) -> Iterator[Said]:
    return (said for number in levers if (said := space.levers[number].said) is not None)


def _change(space: Space, columns: Columns, world: int, shown: Iterable[Atom]) -> Change:
    """Nothing where the world is not possible: the source is contradicted by what would be left."""
    if not columns.possible >> world & 1:
        return Change((), ())
    true = {atom for atom in shown if columns.true[atom] >> world & 1}
    before = {atom for atom in shown if space.holds(atom)}
    return Change(tuple(sorted(before - true, key=sort_key)), tuple(sorted(true - before, key=sort_key)))


def _is_shown(space: Space, atom: Atom) -> bool:
    return space.evaluation.rulebook.facts[atom.fact].shown_as not in {None, ShownAs.FINDING}


def _weight(space: Space, one: SourceCheck) -> tuple[object, ...]:
    """The order: by recommendations lost, then by all that is lost, then by the title."""
    recommendations = space.evaluation.rulebook.recommendations
    lost = sum(atom.fact in recommendations for atom in one.withdrawn.takes)
    return -lost, -len(one.withdrawn.takes), -len(one.wrong.takes), one.title
