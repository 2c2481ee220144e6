"""What comes or goes, in groups: recommendations first, and what differs only in whom it is for is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.exact.called import Called, apart, title
from dragoman.exact.change_forms import Settles
from dragoman.exact.change_words import ChangeWords
from dragoman.rulebook.forms import Atom


def settles(words: ChangeWords, atoms: Iterable[Atom], called: Called | None = None) -> Iterator[Settles]:
    """Shown conclusions with their titles; `called` says what stands for whom they are for."""
    groups: dict[tuple[str, ...], list[Atom]] = {}
    for atom in sorted(atoms, key=lambda atom: atom.fact not in words.rulebook.recommendations):
        groups.setdefault(apart(words.voices, atom), []).append(atom)
    for group in groups.values():
        kind = words.rulebook.facts[group[0].fact].shown_as
        if kind is not None:
            yield Settles(title(words.voices, group, called), kind, tuple(map(words.concluded, group)))
