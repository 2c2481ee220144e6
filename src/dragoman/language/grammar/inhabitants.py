"""Who lives somewhere, by the name of those people: `(tenants|residents) in {district}` as `{district/people}`."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.lexicon import PEOPLE
from dragoman.language.grammar.notation import Sequence, SlotRef
from dragoman.language.grammar.nouns import options_of
from dragoman.language.grammar.phrases import words_in
from dragoman.language.words import english

_LINKS = frozenset({"in", "of", "at", "from"})


def as_a_people(tree: Sequence) -> Iterator[Sequence]:
    """The tree with the people of a slot in the place of those who live there."""
    for at in range(len(tree) - 2):
        link, slot = tree[at + 1], tree[at + 2]
        if not (isinstance(slot, SlotRef) and not slot.kind and "in" in (links := words_in((link,)))):
            continue
        live_there = any(words_in(option) in _LIVING for option in options_of(tree[at]))
        if live_there and _LINKS.issuperset(links):
            yield (*tree[:at], SlotRef(slot.slot, PEOPLE), *tree[at + 3 :])
            return


_LIVING = [[word] for word in english.PEOPLE_NOUNS]
