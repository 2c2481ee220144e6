"""What a phrase has beside its words, for filling its slots from a line that it does not take as it stands.

Thousands of phrases have the same shape; each is kept once (:mod:`dragoman.language.grammar.making`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.language.grammar.lexicon import GOVERNMENT, PEOPLE, Lexicon
from dragoman.language.grammar.notation import Sequence as Tree
from dragoman.language.grammar.notation import SlotRef
from dragoman.language.grammar.phrases import items_in, slots_in
from dragoman.language.words import english

_SIDES = (PEOPLE, GOVERNMENT)


class Shape(NamedTuple):
    """What a phrase has beside its words."""

    slots: tuple[str, ...]
    """Those that it names, in its order."""
    negates: bool = False
    """Whether it has a negation of its own."""
    is_passive: bool = False
    """Whether it says by whom."""
    names: frozenset[str] = frozenset()
    """The entities that it names itself."""
    kinds: tuple[tuple[str, str], ...] = ()
    """The slots in which people stand, or a government."""

    def written(self) -> str:
        """As a line of text."""
        parts = [self.slots, self.negates, self.is_passive, sorted(self.names), self.kinds]
        return json.dumps(parts, separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> Shape:
        """From text that :meth:`written` gave."""
        slots, negates, is_passive, names, kinds = json.loads(text)
        return cls(tuple(slots), negates, is_passive, frozenset(names), tuple(map(tuple, kinds)))


def shape_of(tree: Tree, words: Sequence[str], lexicon: Lexicon) -> Shape:
    """That of a phrase, cut into its words."""
    kinds = ((ref.slot, ref.kind) for ref in items_in(tree) if isinstance(ref, SlotRef) and ref.kind in _SIDES)
    return Shape(
        tuple(slots_in(tree)),
        not english.NEGATORS.isdisjoint(words),
        "by" in words,
        frozenset(_named_in(words, lexicon)),
        tuple(kinds),
    )


def _named_in(words: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    at = 0
    while at < len(words):
        found = lexicon.naming_at(words, at)
        if found:
            yield found[1].entity
        at = max(at + 1, found[0] if found else 0)
