"""A sentence cut into clauses by the phrases that it holds.

Every comma, `and`, `but`, `while` may be a boundary or stand inside a phrase; the cut that leaves the fewest words over
wins, and among those the one with the fewest and cheapest pieces. It is one pass over the positions of the sentence, from
left to right (a shortest path), so that who was spoken of before is known where a clause leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from operator import and_
from typing import NamedTuple

from dragoman.language.clauses.covering import COST, Coverer
from dragoman.language.clauses.gapped import GAPPED, Gapping
from dragoman.language.clauses.match import Hit, Matcher
from dragoman.language.clauses.openings import Openings
from dragoman.language.clauses.restated import RESTATING, Before, Restating
from dragoman.language.clauses.voices import does_for_is, is_active, is_turned
from dragoman.language.grammar.index import meanings_in
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.grammar.phrases import Phrase
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import Mention
from dragoman.language.line.reach import Reach
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token, words_of

_LEFT_OVER, _PIECE, _CUT = 10.0, 1.0, 0.05
_SAME = 0.045
"""Readings whose costs differ by less are equally good."""


class Piece(NamedTuple):
    """A clause that was found."""

    phrase: Phrase
    hit: Hit
    others: tuple[Piece, ...] = ()
    """Other readings of the same words that are as good."""
    is_gap: bool = False
    """Whether it only names another of whom the clause before is said, too."""
    flips: bool = False
    """Whether it says the contrary of the clause before."""


class Cut(NamedTuple):
    """A sentence, cut."""

    pieces: tuple[Piece, ...]
    left_over: tuple[int, ...]
    """Tokens that nothing was made of."""
    loose: tuple[tuple[int, Mark], ...]
    """Marks outside of the clauses."""


class _Path(NamedTuple):
    cost: float
    pieces: tuple[Piece, ...] = ()
    left_over: tuple[int, ...] = ()
    loose: tuple[tuple[int, Mark], ...] = ()


class Cutter:
    """Cuts one sentence."""

    def __init__(
        self, line: Line, known: tuple[Mention, ...] = (), before: Piece | None = None, earlier: Cutter | None = None
    ) -> None:
        """`earlier` cut a line of the same words: where its phrases stand is known, if they are heard as the same."""
        self.line, self.before = line, before
        """The last clause of what was said before, which a gap may refer to."""
        is_same = earlier is not None and (earlier.line.near, earlier.line.marks) == (line.near, line.marks)
        self.found: dict[tuple[int, Mention | None], list[tuple[int, Hit]]] = (
            earlier.found if earlier is not None and is_same else {}
        )
        """By where they begin and who was spoken of before, the phrases that stand there."""
        self.covered: dict[tuple[int, int], list[tuple[int, Hit]]] = {}
        """The phrases whose words stand there in another order, by where they begin and end."""
        self.matcher, self.openings = Matcher(line, known), Openings(line)
        self.coverer = Coverer(line, self.matcher)
        self.gapping, self.restating = Gapping(line, self.matcher), Restating(line, self.matcher)

    def cut(self) -> Cut:
        """The best cut: where none leaves nothing over, the one that leaves over least."""
        return self.whole() or self._cut(only_whole=False) or Cut((), (), ())

    def whole(self) -> Cut | None:
        """The best cut that leaves nothing over; None if there is none."""
        return self._cut(only_whole=True)

    def _cut(self, *, only_whole: bool) -> Cut | None:
        size = len(self.line)
        best: list[_Path | None] = [None] * (size + 1)
        best[0] = _Path(0.0)
        for at in range(size):
            path = best[at]
            if path is None:
                continue
            for to, further in self._further(at, path, only_whole=only_whole):
                known = best[to]
                if known is None or further.cost < known.cost - 1e-9:
                    best[to] = further
        path = best[size]
        return None if path is None else Cut(path.pieces, path.left_over, path.loose)

    def _further(self, at: int, path: _Path, *, only_whole: bool) -> Iterator[tuple[int, _Path]]:
        line = self.line
        if line.is_cut(at):
            yield at + 1, path._replace(cost=path.cost + _CUT)
        elif not only_whole:
            yield at + 1, path._replace(cost=path.cost + _LEFT_OVER, left_over=(*path.left_over, at))
        for mark in line.marks[at]:
            loose = path.loose if mark.effect is Effect.NONE else (*path.loose, (at, mark))
            yield mark.end, path._replace(cost=path.cost + _CUT, loose=loose)
        if line.is_start(at):
            for piece in self._pieces(at, path):
                cost = path.cost + _PIECE + piece.hit.cost
                yield piece.hit.end, path._replace(cost=cost, pieces=(*path.pieces, piece))

    def _pieces(self, at: int, path: _Path) -> list[Piece]:
        """For each place where a clause can end that begins here, the best phrase, with those as good beside it."""
        subject = self._subject(path, at) if at else None
        by_end: dict[int, list[Piece]] = {}
        grammar = self.line.grammar
        if (at, subject) not in self.found:
            self.found[at, subject] = list(self._hits(at, subject))
        for number, hit in self.found[at, subject]:
            by_end.setdefault(hit.end, []).append(Piece(grammar.book.phrases[number], hit))
        for end in self.coverer.ends(at):
            if end in by_end and min(piece.hit.cost for piece in by_end[end]) < COST - _SAME:
                continue  # no phrase in another order is as good
            if (at, end) not in self.covered:
                self.covered[at, end] = list(self.coverer.hits(at, end))
            for number, hit in self.covered[at, end]:
                by_end.setdefault(hit.end, []).append(Piece(grammar.book.phrases[number], hit))
        found = [self._best(pieces) for pieces in by_end.values()]
        last = path.pieces[-1] if path.pieces else self.before
        if last is not None and not (path.pieces and last.is_gap and last.hit.end == at):
            # nothing parts it from what leans as well: `in Kazakhstan it does that for transport` is one clause
            found += self._leaning(at, Before(last.phrase, last.hit, _is_negated(last), bool(path.pieces)))
        return found

    def _subject(self, path: _Path, at: int) -> Mention | None:
        """Who the last clause is about: what stands first in it; behind a `which`, who was named right before; behind a `where`, last.

        None where that is two, `A and B are partners`.
        """
        is_relative = self.line.texts[at - 1] in english.RELATIVE
        for piece in reversed(path.pieces):
            named = sorted(
                ((one.start, one.end, one.mention) for one in piece.hit.bound if one.mention is not None),
                key=lambda one: one[0],
            )
            if is_relative:
                behind = at - 1 - (self.line.texts[at - 2 : at - 1] == [","])
                which = next((mention for _, end, mention in named if end == behind), None)
                return None if which is not None and (which.excluded or len(which.names) > 1) else which
            if named and self.line.texts[at - 1] == "where":
                where = max(named, key=lambda one: one[1])[2]
                return None if where.excluded or len(where.names) > 1 else where
            if named:
                if self._is_owner(named[0][1], named[0][2]):
                    return None  # `Kazakh opinion is negative on A and mixed on B`: Kazakhstan is mixed on nothing
                between = self.line.texts[named[0][1] : named[1][0]] if len(named) > 1 else []
                return None if between and between[0] == "and" and set(between) <= {"and", "the"} else named[0][2]
        return None

    def _is_owner(self, end: int, mention: Mention) -> bool:
        """Whether what is spoken of is something of whom a name that ends there names, and not he himself."""
        return mention.kind == ADJECTIVE or self.line.texts[end : end + 1] == ["'s"]

    def _hits(self, at: int, subject: Mention | None) -> Iterator[tuple[int, Hit]]:
        """The phrases that stand there, each by its number."""
        grammar = self.line.grammar
        for meaning in self._within_reach(at, subject):
            fact, pool = grammar.fact_of[meaning], grammar.pool_of(meaning)
            for number, hit in self.matcher.hits(fact, grammar.joint(meaning), at, subject, pool):
                if (
                    not is_turned(self.line, hit, self.coverer.asked.suffered(number))
                    and not is_active(self.line, hit, self.coverer.sheets.sheet(number).suffered)
                    and not does_for_is(self.line, hit, grammar.book.phrases[number].text)
                ):
                    yield number, hit

    def _within_reach(self, at: int, subject: Mention | None) -> Iterator[int]:
        """The meanings that a phrase can begin to say there that has all its words before the last end that they let through."""
        line, index = self.line, self.line.grammar.index
        ends = [end for end in range(at + 1, len(line) + 1) if end == len(line) or line.is_cut(end)]
        lets = list(accumulate((line.let_through(*part) for part in pairwise((at, *ends))), and_))
        left_out = index.numbers(f"={name}" for name in subject.names) if subject is not None else set[int]()
        beyond = 0
        for end, let in zip(reversed(ends), reversed(lets), strict=True):
            if bits := let & ~beyond:
                beyond |= let
                stems = line.stems(at, end) | left_out
                needs = index.needs_met(stems)
                for meaning in meanings_in(bits & index.met(stems)):
                    if self.openings.can_open(meaning, at, subject) and index.is_met(meaning, needs):
                        yield meaning

    def _leaning(self, at: int, last: Before) -> Iterator[Piece]:
        """The clauses that begin there and leave out what the last one has."""
        gap = self.gapping.found(at, last)
        if gap is not None:
            yield Piece(last.phrase, gap[0], (), is_gap=True, flips=gap[1])
        again = self.restating.found(at, last) if self.line.widely else None
        if again is not None:
            yield Piece(again.phrase, again.hit, (), is_gap=True, flips=again.flips)

    def _best(self, pieces: list[Piece]) -> Piece:
        ordered = sorted(
            pieces, key=lambda piece: (piece.hit.cost, piece.phrase.fact, piece.hit.bound, piece.phrase.text)
        )
        same = [one for one in ordered if (one.hit.cost, one.hit.bound) == (ordered[0].hit.cost, ordered[0].hit.bound)]
        first = max(same, key=self._done_in) if len(same) > 1 else ordered[0]
        others: dict[object, Piece] = {}
        for piece in ordered:
            if piece.hit.cost > first.hit.cost + _SAME:
                break
            if meaning_of(piece) != meaning_of(first):
                others.setdefault(meaning_of(piece), piece)
        return first._replace(others=tuple(others.values()))

    def _done_in(self, piece: Piece) -> int:
        """How many participles of a clause its phrase has itself: `troops are sent` rather than `sends its troops`."""
        said = self.line.texts[piece.hit.start : piece.hit.end]
        done = {text for text in said if is_past_participle(text)}
        return len(done.intersection(words_of(piece.phrase.text))) if done else 0


def has_unheard(line: Line) -> bool:
    """Whether a token of a line can stand in no clause at all, so that any cut leaves it over."""
    return next(unheard_in(line), None) is not None


def unheard_in(line: Line) -> Iterator[Token]:
    """The tokens of a line that can stand in no clause at all."""
    for token, let, at in zip(line.tokens, line.lets, range(len(line)), strict=True):
        if not let and not line.is_cut(at) and token.text not in _ALWAYS_HEARD:
            yield token


def can_be_whole(line: Line) -> bool:
    """Whether clauses can be laid end to end over a line, as far as what its tokens can say at all lets them.

    Where not, something is left over, however the line is cut: so most forms of a sentence need no cutting.
    """
    size = len(line)
    every = Reach.of(line.grammar).every
    lets = [every if line.is_cut(at) or line.texts[at] in _ALWAYS_HEARD else let for at, let in enumerate(line.lets)]
    reached = [True] + [False] * size
    for at in range(size):
        if not reached[at]:
            continue
        if line.is_cut(at):
            reached[at + 1] = True
        for mark in line.marks[at]:
            reached[mark.end] = True
        if line.is_start(at):
            said = every
            for end in range(at, size):
                said &= lets[end]
                if not said:
                    break
                reached[end + 1] = True
    return reached[size]


_ALWAYS_HEARD = GAPPED | RESTATING
"""Words that clauses have that leave out the rest."""


def _is_negated(piece: Piece) -> bool:
    """Whether a clause has a `not` that is no part of its phrase."""
    if piece.is_gap:
        return piece.flips
    return sum(mark.effect in (Effect.NEGATES, Effect.NO_LONGER) for _, mark in piece.hit.marks) % 2 == 1


def meaning_of(piece: Piece) -> object:
    """What a reading says, as far as two readings of the same words can differ."""
    negated = sum(mark.effect is Effect.NEGATES for _, mark in piece.hit.marks) % 2
    filled: list[tuple[str, object]] = [(slot, (value,)) for slot, value in piece.phrase.fixed]
    for one in piece.hit.bound:
        filled.append((one.slot, one.mention.names if one.mention else one.words or (one.figure,)))
    return piece.phrase.fact, piece.phrase.holds != bool(negated), frozenset(filled)
