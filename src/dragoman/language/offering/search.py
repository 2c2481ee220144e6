"""Which facts may be meant where no phrase fits: a search over all phrases, by the words that they share with a line.

Each phrase is a bag of stems, weighted by how few fact types use a stem (tf-idf, Salton and Buckley 1988); the nearest
phrase of a type counts for the type. The slots are filled from who and what the line names, in its order. Whatever comes
out is offered, never told.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import compress, repeat
from operator import mul, neg, truediv
from typing import ClassVar

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.phrases import Phrase
from dragoman.language.grammar.shapes import Shape
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.filling import Filled, Filler
from dragoman.language.offering.fitting import NO_WORDS, Fitter
from dragoman.language.offering.found import Found, Ranking
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.thesaurus import units
from dragoman.values.enumeration import Enumeration

_BEST, _REMEMBERED = 100, 64
"""So many phrases are looked into, and so many of the last searches kept."""
_DENYING = 0.85
"""To which part a phrase counts that denies by another word than a negation: `gave up` beside `keeps`."""
_NOT_CONTENT = english.CARRY_NOTHING | english.ASKING | english.SPEAKERS


class Search:
    """The phrases of one grammar as bags of weighted stems."""

    _last: ClassVar[Search | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        columns = grammar.columns
        self._stems, self._weights = grammar.index.stems, columns.floats["weight"]
        self._phrases, self._lengths = columns.rows["phrases"], columns.floats["length"]
        self.unknown = max(filter(None, self._weights), default=1.0)
        """The weight of a word that no phrase has."""
        values = (fact.value for fact in grammar.told.values() if fact.value is not None)
        self.numbers = tuple(dict.fromkeys(one.kind for one in values if not isinstance(one.kind, Enumeration)))
        self.fitter = Fitter(grammar)
        self._lists: dict[str, list[int]] = {}
        self._last_ranked: dict[tuple[tuple[str, ...], bool], list[tuple[float, int]]] = {}

    @classmethod
    def of(cls, grammar: Grammar) -> Search:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def phrases_with(self, one: str) -> Sequence[int]:
        """The numbers of the phrases that have a stem."""
        found = self._lists.get(one)
        if found is None:
            number = self._stems.get(one)
            found = self._lists[one] = self._phrases[number] if number is not None else []
        return found

    def weight(self, one: str, unknown: float = 0.0) -> float:
        """What a stem of a phrase weighs; that of one that no phrase has is given."""
        number = self._stems.get(one)
        return (self._weights[number] if number is not None else 0.0) or unknown

    def phrases_of(self, fact: str) -> list[int]:
        """The numbers of the phrases of a type, in order."""
        meanings = self.grammar.meanings.items()
        return sorted(number for meaning, several in meanings if meaning[0] == fact for number in several)

    def first_of(self, fact: str) -> tuple[Phrase, Shape]:
        """The first phrase of a type, with what it has."""
        number = self.phrases_of(fact)[0]
        return self.grammar.book.phrases[number], self.grammar.shape(number)

    def found(self, line: Line, at: int = 0, end: int | None = None) -> Ranking:
        """The fact types that part of a line may speak of, the likeliest first, as far as their slots can be filled."""
        return Ranking(self._likeliest(line, at, len(line) if end is None else end))

    def _likeliest(self, line: Line, at: int, end: int) -> Iterator[Found]:
        """None is filled before it is looked at: how well it fits can only make its score less."""
        content = self._content(line, at, end)
        filler = Filler(line, at, end, self.numbers)
        filled: list[tuple[float, str, Found]] = []
        seen: set[str] = set()
        for score, number in self._ranked(tuple(content), widely=False):
            phrase = self.grammar.book.phrases[number]
            if phrase.fact in seen:
                continue
            seen.add(phrase.fact)
            while filled and -filled[0][0] > score:
                yield heappop(filled)[2]
            fact = self.grammar.told[phrase.fact]
            shape, shared = self.grammar.shape(number), len(self.grammar.bag(number) & content.keys())
            values, fitting = filler.filled(fact, phrase, shape)
            holds = self._holds(line, at, end, phrase, shape)
            found = Found(fact, values, score * fitting, holds, phrase, shared, filler)
            heappush(filled, (-found.score, fact.name, found))
        while filled:
            yield heappop(filled)[2]

    def meant(self, line: Line, at: int, end: int) -> list[Found]:
        """What part of a line may say, the likeliest first: a type several times, with each truth and other words.

        A type counts more if the line fills all its slots, and then needs no word of a phrase.
        """
        content = self._content(line, at, end)
        filler = Filler(line, at, end, self.numbers)
        fittings = self.fitter.fittings(filler)
        filled: dict[object, Filled] = {}
        found: list[Found] = []
        for score, number in self._ranked(tuple(content), widely=True):
            phrase = self.grammar.book.phrases[number]
            fact, shape = self.grammar.told[phrase.fact], self.grammar.shape(number)
            key = phrase.fact, phrase.fixed, shape.slots, shape.names, shape.is_passive, shape.kinds
            if key not in filled:
                filled[key] = filler.filled(fact, phrase, shape)
            values, fit = filled[key]
            more = fittings[fact.name].part if fit == 1.0 and fact.name in fittings else 0.0
            part = 1.0 if phrase.holds or shape.negates else _DENYING
            holds = self._holds(line, at, end, phrase, shape)
            shared = len(self.grammar.bag(number) & content.keys())
            found.append(
                Found(fact, values, (score * fit + more) * part, holds, phrase, shared, filler, more, shape.negates)
            )
        for phrase, values, part in (one for one in fittings.values() if len(one.values) > 1):
            holds = self._holds(line, at, end, phrase, NO_WORDS)
            found.append(Found(self.grammar.told[phrase.fact], values, part, holds, phrase, 0, filler, part))
        best: dict[object, Found] = {}
        for one in sorted(found, key=lambda one: (-one.score, one.fact.name)):
            best.setdefault((one.fact.name, one.holds, *sorted(one.values.items())), one)
        return [*best.values()]

    def known(self, line: Line, at: int, end: int, aside: frozenset[str]) -> float:
        """Which part of what a part of a line says, some words aside, the phrases know or have others for; 1 of nothing."""
        content = [one for one in self._content(line, at, end) if one not in aside]
        known = whole = 0.0
        for unit in units(content):
            weight = max(map(self.weight, unit.heads))
            known += weight
            whole += weight or self.unknown
        return known / whole if whole else 1.0

    def _content(self, line: Line, at: int, end: int) -> Counter[str]:
        named = line.attributed | {
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

    def called(self, line: Line) -> Found | None:
        """The fact type that people mean who call it by a word or two (`the base`): most of its phrases have them."""
        content = self._content(line, 0, len(line))
        told = [fact for fact, *_ in self.grammar.meanings]
        facts = [told[meaning] for meaning in self.grammar.meaning_of]
        counts = Counter(facts)
        having = [frozenset(self.phrases_with(one)) for one in content]
        numbers = frozenset.intersection(*having) if having else frozenset()  # with all words, if there are such
        numbers = numbers or frozenset().union(*having)
        shared = Counter(facts[number] for number in numbers)
        if not shared:
            return None
        name = max(sorted(shared), key=lambda fact: shared[fact] / counts[fact])
        first = min(number for number in numbers if facts[number] == name)
        phrase = self.grammar.book.phrases[first]
        filler = Filler(line, 0, len(line), self.numbers)
        fact = self.grammar.told[name]
        values, fit = filler.filled(fact, phrase, self.grammar.shape(first))
        return Found(fact, values, fit, phrase.holds, phrase, len(content), filler)

    def _ranked(self, said: tuple[str, ...], *, widely: bool) -> list[tuple[float, int]]:
        """The best phrases for some words, each with its score: of the last few the same again."""
        key = said, widely
        if key not in self._last_ranked:
            if len(self._last_ranked) >= _REMEMBERED:
                self._last_ranked.clear()
            self._last_ranked[key] = self._best(*(self._widely(said) if widely else self._scores(said)))
        return self._last_ranked[key]

    def _best(self, sums: dict[int, float], norm: float) -> list[tuple[float, int]]:
        lengths = map(mul, repeat(math.sqrt(norm) or 1.0), map(self._lengths.__getitem__, sums))
        scores = list(map(truediv, sums.values(), lengths))
        least = sorted(scores)[-_BEST] if len(scores) > _BEST else 0.0
        best = compress(zip(map(neg, scores), sums, strict=True), map(least.__le__, scores))
        return [(-score, place) for score, place in sorted(best)[:_BEST]]

    def _scores(self, said: tuple[str, ...]) -> tuple[dict[int, float], float]:
        """What each phrase shares with some words, and the weight of all of these."""
        sums: dict[int, float] = {}
        for one in said:
            sums = _added(sums, dict.fromkeys(self.phrases_with(one), self.weight(one) ** 2))
        return sums, sum(self.weight(one, self.unknown) ** 2 for one in said)

    def _widely(self, said: tuple[str, ...]) -> tuple[dict[int, float], float]:
        """The same, each word counting once for the likeliest of what it may stand for in a phrase."""
        sums: dict[int, float] = {}
        norm = 0.0
        for unit in units(said):
            own = {head: factor * self.weight(head) ** 2 for head, factor in unit.heads.items()}
            best: dict[int, float] = {}
            for head in sorted(own, key=own.__getitem__):
                best.update(dict.fromkeys(self.phrases_with(head), own[head]))  # the likeliest last, so that it stays
            sums = _added(sums, best)
            norm += max(own.values(), default=0.0) or self.unknown**2
        return sums, norm

    @staticmethod
    def _holds(line: Line, at: int, end: int, phrase: Phrase, shape: Shape) -> bool:
        said = sum(
            mark.effect in (Effect.NEGATES, Effect.NO_LONGER)
            for place in range(at, end)
            for mark in line.marks[place][:1]
        )
        return phrase.holds if shape.negates == bool(said) or said > 1 else not phrase.holds


def _added(sums: dict[int, float], more: dict[int, float]) -> dict[int, float]:
    """Both together; what is more is used up."""
    for place in sums.keys() & more.keys():
        more[place] += sums[place]
    sums.update(more)
    return sums
