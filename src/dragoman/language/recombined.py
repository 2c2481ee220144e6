"""A clause whose words are all those of phrases that say one and the same, though none of them has all of these.

`The main goals of both contradict each other` where one phrase has the goals and another what contradicts. So much must be
so beyond what a covered clause needs (:mod:`dragoman.language.covering`): nothing in it denies, compares or sets apart; a
phrase has most of its weight there; the phrases that lend the rest deny nothing either; the search over all phrases finds
no other type nearly as good; and nobody's words can be those of another fact as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language import english
from dragoman.language.covering import Coverer
from dragoman.language.line import Line
from dragoman.language.match import Hit, Matcher
from dragoman.language.reach import Reach
from dragoman.language.search import Search
from dragoman.language.stems import stem

_FURTHER = 1.0
"""What it costs more than a clause that one phrase covers."""
_MOST_OF_IT = 0.6
"""The part of a phrase, by the weight of its words, that must be there."""
_MOST_OF_TWO = 0.75
"""The same where two are named: then more may hang on what is left out."""
_AHEAD = 1.3
"""So many times better than any other type the search must find this one."""
_APART = frozenset(
    english.lines(
        """
        than | rather | instead | without | unlike | except | besides | apart | beyond | that | which | who | whose | whom
        what | where | when | why | how | like | as | for | despite | although | though | because | since | before | after
        until | unless | if | or | nor | either | neither | only | just | even
        """
    )
)
"""Words that set something off against something else, or begin a clause of their own."""
_APART_STEMS = frozenset(map(stem, _APART))


class Recombiner:
    """Looks for such clauses in one sentence."""

    def __init__(self, line: Line, matcher: Matcher, coverer: Coverer) -> None:
        self.line, self.matcher, self.grammar, self.coverer = line, matcher, line.grammar, coverer
        self.search, self.sheets = Search.of(line.grammar), coverer.sheets
        self.reach = Reach.of(line.grammar)

    def hits(self, start: int) -> Iterator[tuple[int, Hit]]:
        """The number of a phrase, and how the clause is made of its words and of others that say the same."""
        for end in self.coverer.ends(start):
            yield from self._hits(start, end)

    def _hits(self, start: int, end: int) -> Iterator[tuple[int, Hit]]:
        texts = self.line.texts[start:end]
        if not english.NEGATORS.isdisjoint(texts) or not english.FAINT_NEGATORS.isdisjoint(texts):
            return
        let = self.line.let_through(start, end)
        if not let:
            return
        found = self.search.found(self.line, start, end, widely=True)
        if not found or found[0].shared < 2 or (found.has(1) and found[0].score < _AHEAD * found[1].score):
            return
        if self.sheets.is_strict(found[0].fact) or not let & self.reach.of_fact.get(found[0].fact.name, 0):
            return
        stems = self.coverer.stems(start, end)
        named = {m.names for at in range(start, end) for m in self.line.mentions[at][:1]}
        for number in self._near(found[0].fact.name, texts, stems, len(named)):
            hit = self.coverer.hit(number, start, end, self.sheets.lent_plainly(number))
            if hit is not None:
                yield number, hit._replace(cost=hit.cost + _FURTHER)

    def _near(self, fact: str, texts: list[str], stems: set[str], named: int) -> Iterator[int]:
        """The phrases of a type of which most is there, and that set apart what the clause sets apart."""
        apart = {stem(text) for text in texts if text in _APART}
        is_passive = "by" in texts or not english.BE.isdisjoint(texts)
        least = _MOST_OF_IT if named < 2 else _MOST_OF_TWO
        for number in self.search.phrases_of(fact):
            sheet = self.sheets.sheet(number)
            is_turned = bool(sheet.suffered) and not is_passive
            if sheet.words & _APART_STEMS == apart and not is_turned and self._part(number, stems) >= least:
                yield number

    def _part(self, number: int, stems: set[str]) -> float:
        needs = self.sheets.sheet(number).needs
        weights = [(self._weight(need), not need.isdisjoint(stems)) for need in needs]
        return sum(w for w, there in weights if there) / (sum(w for w, _ in weights) or 1.0)

    def _weight(self, need: frozenset[str]) -> float:
        return max((self.search.weight(one, 1.0) for one in need), default=1.0)
