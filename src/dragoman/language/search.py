"""Which facts may be meant where no phrase fits: a search over all phrases, by the words that they share with a line.

Each phrase is a bag of stems, weighted by how few fact types use a stem (tf-idf, Salton and Buckley 1988); the nearest
phrase of a type counts for the type. The slots are filled from who and what the line names, in its order. Whatever comes
out is offered, never told.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import ClassVar, NamedTuple

from dragoman.language import english
from dragoman.language.grammar import Grammar
from dragoman.language.line import Line
from dragoman.language.marks import Effect
from dragoman.language.mentions import PRONOUN, Mention
from dragoman.language.notation import parse
from dragoman.language.numbers import written_for
from dragoman.language.phrases import Phrase, slots_in, words_in
from dragoman.rulebook.forms import FactType, ValueSlot
from dragoman.rulebook.forms import Slot as KeySlot
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_NOT_CONTENT = english.CARRY_NOTHING | english.ASKING | english.SPEAKERS


class Found(NamedTuple):
    """A fact type that may be meant."""

    fact: FactType
    values: dict[str, str]
    """The slots that could be filled."""
    score: float
    holds: bool
    phrase: Phrase
    shared: int
    """How many of its words are those of the phrase."""


class _Bag(NamedTuple):
    phrase: int
    stems: frozenset[str]
    length: float


class Search:
    """The phrases of one grammar as bags of weighted stems."""

    _last: ClassVar[Search | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        bags = list(enumerate(grammar.bags))
        types: dict[str, set[str]] = defaultdict(set)
        for number, stems in bags:
            for one in stems:
                types[one].add(grammar.book.phrases[number].fact)
        every = len(grammar.told) + 1
        self.weights = {one: math.log(every / len(of)) for one, of in types.items()}
        self.bags = [_Bag(number, stems, self._length(stems)) for number, stems in bags if stems]
        self.unknown = max(self.weights.values(), default=1.0)
        """The weight of a word that no phrase has."""
        self._shapes: dict[str, tuple[list[str], bool]] = {}
        self.index: dict[str, list[int]] = defaultdict(list)
        for place, bag in enumerate(self.bags):
            for one in bag.stems:
                self.index[one].append(place)

    @classmethod
    def of(cls, grammar: Grammar) -> Search:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def _shape(self, phrase: Phrase) -> tuple[list[str], bool]:
        """The slots that a phrase names, in its order, and whether it has a negation of its own."""
        found = self._shapes.get(phrase.text)
        if found is None:
            tree = parse(phrase.text)
            found = self._shapes[phrase.text] = slots_in(tree), any(w in english.NEGATORS for w in words_in(tree))
        return found

    def _length(self, stems: frozenset[str]) -> float:
        return math.sqrt(sum(self.weights[one] ** 2 for one in stems)) or 1.0

    def found(self, line: Line, at: int = 0, end: int | None = None) -> list[Found]:
        """The fact types that part of a line may speak of, the likeliest first, as far as their slots can be filled."""
        end = len(line) if end is None else end
        content = self._content(line, at, end)
        scores = self._scores(content)
        best: dict[str, Found] = {}
        for place, score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:60]:
            phrase = self.grammar.book.phrases[self.bags[place].phrase]
            if phrase.fact in best:
                continue
            fact = self.grammar.told[phrase.fact]
            values, fitting = self._filled(line, at, end, fact, phrase)
            holds, shared = self._holds(line, at, end, phrase), len(self.bags[place].stems & content.keys())
            best[phrase.fact] = Found(fact, values, score * fitting, holds, phrase, shared)
        return sorted(best.values(), key=lambda found: (-found.score, found.fact.name))

    def _content(self, line: Line, at: int, end: int) -> Counter[str]:
        named = {
            one
            for place in range(at, end)
            for m in line.mentions[place][:1]
            for one in range(place, m.end)
            if m.kind != PRONOUN
        }
        words = [
            token.stem
            for place, token in enumerate(line.tokens[at:end], at)
            if token.is_word and token.text not in _NOT_CONTENT and place not in named
        ]
        return Counter(words)

    def _scores(self, content: Counter[str]) -> dict[int, float]:
        sums: dict[int, float] = defaultdict(float)
        for one in content:
            for place in self.index.get(one, ()):
                sums[place] += self.weights[one] ** 2
        norm = math.sqrt(sum(self.weights.get(one, self.unknown) ** 2 for one in content)) or 1.0
        return {place: total / (norm * self.bags[place].length) for place, total in sums.items()}

    def _holds(self, line: Line, at: int, end: int, phrase: Phrase) -> bool:
        negates = self._shape(phrase)[1]
        said = sum(
            mark.effect in (Effect.NEGATES, Effect.NO_LONGER)
            for place in range(at, end)
            for mark in line.marks[place][:1]
        )
        return phrase.holds if negates == bool(said) or said > 1 else not phrase.holds

    # -- slots

    def _filled(self, line: Line, at: int, end: int, fact: FactType, phrase: Phrase) -> tuple[dict[str, str], float]:
        """What can stand in the slots, and how well that fits: 1 where nothing is missing."""
        values = dict(phrase.fixed)
        order = [name for name in self._shape(phrase)[0] if name not in values]
        slots = {slot.name: slot for slot in fact.slots}
        names = [*order, *(name for name in slots if name not in order and name not in values)]
        used: set[tuple[int, int]] = set()
        missing = 0
        for name in names:
            slot = slots[name]
            value = self._value(line, at, end, slot, used, values.values())
            if value:
                values[name] = value
            elif not (isinstance(slot, KeySlot) and slot.optional):
                missing += 1
        left = len(
            {place for place in range(at, end) for m in line.mentions[place][:1] if m.kind != PRONOUN}
            - {a for a, _ in used}
        )
        return values, 0.55**missing * 0.9 ** max(0, left)

    def _value(
        self,
        line: Line,
        at: int,
        end: int,
        slot: KeySlot | ValueSlot,
        used: set[tuple[int, int]],
        taken: Collection[str],
    ) -> str:
        """What the line has for a slot; an entity in one slot is none for another."""
        if isinstance(slot.kind, Enumeration):
            for place in range(at, end):
                for _, spoken in line.spoken[place]:
                    if spoken.word in slot.kind.words and spoken.slot in ("", slot.name):
                        return spoken.word
            return ""
        if isinstance(slot.kind, Entities):
            for place, mention in self._mentions(line, at, end):
                name = mention.names[0]
                fits = name not in taken and slot.kind.takes(line.grammar.lexicon.entities[name])
                if fits and all(mention.end <= one or place >= other for one, other in used):
                    used.add((place, mention.end))
                    return name
            return ""
        for place in range(at, end):
            figure = line.figures[place]
            written = written_for(slot.kind, figure, line.tokens) if figure is not None else None
            if written is not None:
                return written.text
        return ""

    def _mentions(self, line: Line, at: int, end: int) -> Iterator[tuple[int, Mention]]:
        for place in range(at, end):
            for mention in line.mentions[place]:
                if mention.kind != PRONOUN and len(mention.names) == 1:
                    yield place, mention
