"""What the words of a stretch can say at all: the facts of which some phrase has each of its words.

Every meaning of a grammar (a fact type, its truth, what its phrases fix) is one bit. A token lets those meanings through
that have it, or what can stand for it, in one of their phrases; a name, a mark, and whatever a phrase may have or do
without lets all through. No phrase takes a stretch whose tokens together let nothing through, so that most are never
held against the line, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.rulebook.forms import ValueSlot
from dragoman.values.enumeration import Enumeration
from dragoman.values.quantity import Quantity

if TYPE_CHECKING:
    from dragoman.language.grammar.grammar import Grammar
    from dragoman.language.line.line import Line

_BETWEEN = frozenset({"both", "all", "'s"})
"""What stands between names."""


@lru_cache(maxsize=1)
def _anywhere() -> frozenset[str]:
    """The words, and their stems, that tell no meaning from another."""
    texts = english.CARRY_NOTHING | english.BOUNDARIES | english.LIGHT_WORDS | PREPOSITIONS | _BETWEEN
    return texts | frozenset(map(stem, texts))


class Reach:
    """The meanings of one grammar, by the words of their phrases."""

    _last: ClassVar[Reach | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._stems, self._phrases = grammar.index.stems, grammar.columns.rows["phrases"]
        self._anywhere = _anywhere() | frozenset(grammar.columns.header["derived"])
        self.every = (1 << len(grammar.meanings)) - 1
        self.of_fact: dict[str, int] = {}
        """The meanings of each fact type."""
        self._by_stem: dict[str, int] = {}
        self._by_word: dict[str, int] = {}
        self._counted = 0
        """The meanings of fact types with a figure."""
        self._longest_unit = 0
        """In words; behind it may stand one more."""
        self._rings: dict[frozenset[str], int] = {}
        for number, meaning in enumerate(grammar.meanings):
            self.of_fact[meaning[0]] = self.of_fact.get(meaning[0], 0) | 1 << number
        for name, bits in self.of_fact.items():
            for slot in grammar.told[name].slots:
                if isinstance(slot.kind, Enumeration):
                    for word in slot.kind.words:
                        self._by_word[word] = self._by_word.get(word, 0) | bits
                elif isinstance(slot, ValueSlot):
                    self._counted |= bits
                    if isinstance(slot.kind, Quantity):
                        self._longest_unit = max(self._longest_unit, len(slot.kind.unit.split()))

    @classmethod
    def of(cls, grammar: Grammar) -> Reach:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def by_token(self, line: Line) -> list[int]:
        """The meanings that each token of a line lets through."""
        found = [self._of_words(literals) for literals in line.literals]
        for at, figure in enumerate(line.figures):
            if figure is not None:
                _let(found, at, figure.end + self._longest_unit + 1, self._counted)
            for end, spoken in (*line.spoken[at], *line.nearly_spoken[at]):
                _let(found, at, end, self._by_word.get(spoken.word, 0))
            for end, ring in line.near[at]:
                _let(found, at, end, self._of_ring(ring))
            for mark in line.marks[at]:
                _let(found, at, mark.end, self.every)
            for mention in line.mentions[at]:
                _let(found, at, mention.end, self.every)
            if not line.tokens[at].is_word and not line.tokens[at].text[:1].isdigit():
                found[at] = self.every
        return found

    def _of_words(self, words: Iterable[str]) -> int:
        bits = 0
        for one in words:
            if one in self._anywhere:
                return self.every
            bits |= self._of_stem(one)
        return bits

    def _of_stem(self, one: str) -> int:
        found = self._by_stem.get(one)
        if found is None:
            found, number = 0, self._stems.get(one)
            for meaning in (
                {self.grammar.meaning_of[phrase] for phrase in self._phrases[number]} if number is not None else ()
            ):
                found |= 1 << meaning
            self._by_stem[one] = found
        return found

    def _of_ring(self, ring: frozenset[str]) -> int:
        found = self._rings.get(ring)
        if found is None:
            found = self._rings[ring] = self._of_words(ring)
        return found


def _let(found: list[int], start: int, end: int, bits: int) -> None:
    for at in range(start, min(end, len(found))):
        found[at] |= bits
