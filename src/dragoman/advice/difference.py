"""What changed between two pieces of advice."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from dragoman.advice.forms import Advice
from dragoman.advice.statement_wording import StatementWording
from dragoman.form import form
from dragoman.rulebook.forms import Atom


class Sign(Enum):
    """What became of something, as people write it."""

    CAME = "+"
    WENT = "-"
    CHANGED = "~"
    """It stands otherwise."""
    DISPUTED = "!"
    """It is disputed from now on, or no longer."""


@form
class Change:
    """One shown conclusion, or several that differ only in the member of a group, that came, went, or stands otherwise.

    Or a fact that is disputed from now on, or no longer.
    """

    sign: Sign
    id: str
    """The fact type; empty for what is disputed."""
    sentence: str
    before: str
    """Status and grounds before, or empty."""
    after: str


def difference(before: Advice, after: Advice, voices: StatementWording) -> tuple[Change, ...]:
    """The changes from one advice to the next: what came, what went, what stands otherwise, what is disputed.

    Each in the order in which the advice shows it.
    """
    old, new = before.shown(), after.shown()
    came = {atom: _Turn(Sign.CAME, "", new[atom].standing) for atom in new if atom not in old}
    went = {atom: _Turn(Sign.WENT, old[atom].standing, "") for atom in old if atom not in new}
    both = {atom: _Turn(Sign.CHANGED, old[atom].standing, new[atom].standing) for atom in new if atom in old}
    changed = {atom: turn for atom, turn in both.items() if turn.before != turn.after}
    return (*_together({**came, **went, **changed}, voices), *_disputes(before, after))


class _Turn(NamedTuple):
    """What became of one conclusion."""

    sign: Sign
    before: str
    after: str


def _together(turns: dict[Atom, _Turn], voices: StatementWording) -> Iterator[Change]:
    groups: dict[tuple[str, _Turn], list[Atom]] = {}
    for atom, turn in turns.items():
        groups.setdefault((atom.fact, turn), []).append(atom)
    for (fact, turn), atoms in groups.items():
        for sentence in voices.together(atoms):
            yield Change(turn.sign, fact, sentence, turn.before, turn.after)


def _disputes(before: Advice, after: Advice) -> Iterator[Change]:
    old = {conflict.sentence for conflict in before.conflicts}
    new = {conflict.sentence for conflict in after.conflicts}
    for conflict in after.conflicts:
        if conflict.sentence not in old:
            yield Change(Sign.DISPUTED, "", conflict.sentence, "", "disputed")
    for conflict in before.conflicts:
        if conflict.sentence not in new:
            yield Change(Sign.DISPUTED, "", conflict.sentence, "disputed", "")
