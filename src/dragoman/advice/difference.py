"""What changed between two pieces of advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.advice.forms import Advice
from dragoman.advice.voices import Voices
from dragoman.rulebook.forms import Atom


@dataclass(frozen=True, slots=True)
class Change:
    """One shown conclusion, or several that differ only in the member of a group, that came, went, or stands otherwise.

    Or a fact that is disputed from now on, or no longer.
    """

    sign: str
    """`+` came, `-` went, `~` changed, `!` disputed."""
    id: str
    """The fact type; empty for what is disputed."""
    sentence: str
    before: str
    """Status and grounds before, or empty."""
    after: str


def difference(before: Advice, after: Advice, voices: Voices) -> tuple[Change, ...]:
    """The changes from one advice to the next: what came, what went, what stands otherwise, what is disputed.

    Each in the order in which the advice shows it.
    """
    old, new = before.shown(), after.shown()
    came = {atom: ("+", "", new[atom][1]) for atom in new if atom not in old}
    went = {atom: ("-", old[atom][1], "") for atom in old if atom not in new}
    changed = {atom: ("~", old[atom][1], new[atom][1]) for atom in new if atom in old and old[atom][1] != new[atom][1]}
    return (*_together({**came, **went, **changed}, voices), *_disputes(before, after))


def _together(standings: dict[Atom, tuple[str, str, str]], voices: Voices) -> Iterator[Change]:
    groups: dict[tuple[str, str, str, str], list[Atom]] = {}
    for atom, (sign, before, after) in standings.items():
        groups.setdefault((sign, atom.fact, before, after), []).append(atom)
    for (sign, fact, before, after), atoms in groups.items():
        for sentence in voices.together(atoms):
            yield Change(sign, fact, sentence, before, after)


def _disputes(before: Advice, after: Advice) -> Iterator[Change]:
    old = {conflict.sentence for conflict in before.conflicts}
    new = {conflict.sentence for conflict in after.conflicts}
    for conflict in after.conflicts:
        if conflict.sentence not in old:
            yield Change("!", "", conflict.sentence, "", "disputed")
    for conflict in before.conflicts:
        if conflict.sentence not in new:
            yield Change("!", "", conflict.sentence, "disputed", "")
