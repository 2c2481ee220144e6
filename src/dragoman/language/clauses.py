"""A sentence cut into clauses by the phrases that it holds.

Every comma, `and`, `but`, `while` may be a boundary or stand inside a phrase; the cut that leaves the fewest words over
wins, and among those the one with the fewest and cheapest pieces. It is one pass over the positions of the sentence, from
left to right (a shortest path), so that who was spoken of before is known where a clause leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language import english
from dragoman.language.covering import Coverer
from dragoman.language.line import Line
from dragoman.language.marks import Effect, Mark
from dragoman.language.match import Bound, Hit, Matcher
from dragoman.language.mentions import PRONOUN, Mention
from dragoman.language.notation import parse
from dragoman.language.phrases import Phrase, words_in
from dragoman.language.reach import Reach
from dragoman.language.restated import RESTATING, Before, Restating
from dragoman.language.tokens import words_of
from dragoman.language.voices import is_turned
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_LEFT_OVER, _PIECE, _CUT = 10.0, 1.0, 0.05
_SAME = 0.045
"""Readings whose costs differ by less are equally good."""
_AGAIN = frozenset({"too", "also", "likewise", "well", "same", "ditto"})
_YES = frozenset({"does", "do", "is", "are", "has", "have", "did"})
_BEFORE = frozenset(
    {
        "in",
        "with",
        "against",
        "from",
        "to",
        "of",
        "towards",
        "on",
        "for",
        "by",
        "at",
        "so",
        "among",
        "into",
        "within",
        "across",
    }
)


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

    @property
    def subject(self) -> Mention | None:
        """Who the last clause is about: what stands first in it."""
        for piece in reversed(self.pieces):
            named = sorted((one.start, one.mention) for one in piece.hit.bound if one.mention is not None)
            if named:
                return named[0][1]
        return None


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
        self.matcher = Matcher(line, known)
        self.coverer = Coverer(line, self.matcher)
        self.restating = Restating(line, self.matcher)
        grammar, reach = line.grammar, Reach.of(line.grammar)
        index = grammar.index
        self.candidates = [(reach.bit(index.phrase[number]), number) for number in line.candidates]
        """Each with the bit of what it says."""

    def cut(self) -> Cut:
        """The best cut."""
        size = len(self.line)
        best: list[_Path | None] = [None] * (size + 1)
        best[0] = _Path(0.0)
        for at in range(size):
            path = best[at]
            if path is None:
                continue
            for to, further in self._further(at, path):
                known = best[to]
                if known is None or further.cost < known.cost - 1e-9:
                    best[to] = further
        path = best[size] or _Path(0.0)
        return Cut(path.pieces, path.left_over, path.loose)

    def _further(self, at: int, path: _Path) -> Iterator[tuple[int, _Path]]:
        line = self.line
        if line.is_cut(at):
            yield at + 1, path._replace(cost=path.cost + _CUT)
        else:
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
        subject = path.subject if at else None
        by_end: dict[int, list[Piece]] = {}
        grammar = self.line.grammar
        if (at, subject) not in self.found:
            self.found[at, subject] = list(self._hits(at, subject))
        for number, hit in self.found[at, subject]:
            by_end.setdefault(hit.end, []).append(Piece(grammar.book.phrases[number], hit))
        for number, hit in self.coverer.hits(at):
            by_end.setdefault(hit.end, []).append(Piece(grammar.book.phrases[number], hit))
        found = [self._best(pieces) for pieces in by_end.values()]
        last = path.pieces[-1] if path.pieces else self.before
        if last is not None:
            found += self._gaps(at, last, is_here=bool(path.pieces))
            if self.line.widely:
                found += self._restated(at, last, is_here=bool(path.pieces))
        return found

    def _hits(self, at: int, subject: Mention | None) -> Iterator[tuple[int, Hit]]:
        """The phrases that stand there, each by its number: of those that can have all words that must be taken."""
        grammar, index = self.line.grammar, self.line.grammar.index
        let = self.line.let_through(at, self.line.first_end(at))
        near = [entry for bit, entry in self.candidates if let & bit]
        if at and near:
            left_out = {f"={name}" for name in subject.names} if subject is not None else set[str]()
            met = index.met(self.coverer.stems(at, len(self.line), with_helpers=True) | left_out)
            near = [entry for entry in near if index.is_met(entry, met)]
        for entry in near:
            number = index.phrase[entry]
            machine, pool = grammar.machines(number)[index.variant[entry]], grammar.pool(number)
            if self.matcher.can_open(machine, pool, at, subject):
                fact = grammar.told[grammar.book.phrases[number].fact]
                for hit in self.matcher.hits(fact, machine, at, subject, pool):
                    if not is_turned(self.line, hit, self.coverer.sheets.suffered(number)):
                        yield number, hit

    def _restated(self, at: int, last: Piece, *, is_here: bool) -> Iterator[Piece]:
        again = self.restating.found(at, Before(last.phrase, last.hit, _is_negated(last), is_here))
        if again is not None:
            yield Piece(again.phrase, again.hit, (), is_gap=True, flips=again.flips)

    def _best(self, pieces: list[Piece]) -> Piece:
        ordered = sorted(
            pieces, key=lambda piece: (piece.hit.cost, piece.phrase.fact, piece.hit.bound, piece.phrase.text)
        )
        first = ordered[0]
        others: dict[object, Piece] = {}
        for piece in ordered[1:]:
            if piece.hit.cost > first.hit.cost + _SAME:
                break
            if _meaning(piece) != _meaning(first):
                others.setdefault(_meaning(piece), piece)
        return first._replace(others=tuple(others.values()))

    # -- clauses that leave out all but one thing

    def _gaps(self, at: int, last: Piece, *, is_here: bool) -> Iterator[Piece]:
        """`Tajikistan does`, `and Tajikistan too`, `but not in Dushanbe`, `and probably less in Kyrgyzstan`."""
        line, here, marks = self.line, at, list[tuple[int, Mark]]()
        bound: list[Bound] = []
        has_cue, is_denied = False, False
        while here < len(line):
            text = line.texts[here]
            if bound and any(one.mention is not None for one in bound) and line.is_cut(here) and text != ",":
                break
            if text in _AGAIN or (text in _YES and here > at):
                has_cue, here = True, here + 1
                continue
            if text in ("not", "neither", "nor"):
                has_cue, is_denied, here = True, True, here + 1
                continue
            filling = self._gap_filling(here, last, bound)
            if filling is not None:
                bound.append(filling)
                has_cue = has_cue or bool(filling.words)
                here = filling.end
                continue
            mark = next((m for m in line.marks[here] if not m.at_start_only), None)
            if mark is not None:
                if mark.effect is not Effect.NONE:
                    marks.append((here, mark))
                    has_cue = has_cue or mark.effect in (Effect.HEDGES, Effect.REPORTED)
                here = mark.end
                continue
            if text in _BEFORE or (text == "," and here > at) or (text == "as" and not bound):
                here += 1
                continue
            break
        named = any(one.mention is not None for one in bound)
        has_cue = has_cue or (is_here and len(bound) == 1 and self._goes_on(at, last, bound[0]))
        if not (named and has_cue and (here == len(line) or line.is_cut(here))):
            return
        if any(one.words for one in bound) and self._was_denied(last, is_here=is_here):
            return  # `it is not growing here, flat there`: what is denied of the one is not denied of the other
        affirms = any(line.texts[one] in _YES for one in range(at, here))
        again = any(line.texts[one] in _AGAIN for one in range(at, here))
        differs = (is_denied or (affirms and not again)) and is_denied != self._was_denied(last, is_here=is_here)
        flips = _is_negated(last) != differs
        kept = tuple(one for one in last.hit.bound if all(one.slot != new.slot for new in bound))
        kept = tuple(one._replace(start=at, end=at) for one in kept)
        hit = Hit(at, here, 0.6, (*bound, *kept), tuple(marks), last.hit.is_doubtful, here)
        yield Piece(last.phrase, hit, (), is_gap=True, flips=flips)

    def _goes_on(self, at: int, last: Piece, one: Bound) -> bool:
        """Whether it is the next of a list, each behind the same preposition: `into Kazakhstan and into Uzbekistan`."""
        texts = self.line.texts
        is_plain = all(mark.effect in (Effect.NONE, Effect.PLACE) for _, mark in last.hit.marks)
        start = one.start - (texts[one.start - 1] in english.ARTICLES)
        is_same = start == at + 1 and texts[at] in _BEFORE and texts[at] == self._stood_after(last, one.slot)
        is_last = (
            last.hit.end in (at - 1, at - 2) and texts[at - 1] == "and" and not self._was_denied(last, is_here=True)
        )
        return (
            is_plain
            and is_same
            and is_last
            and all(one.slot != own.slot or own.end == last.hit.end for own in last.hit.bound)
        )

    def _was_denied(self, last: Piece, *, is_here: bool) -> bool:
        """Whether a `not` stands in the words of the clause before, be it of its phrase or beside it."""
        if is_here:
            words = self.line.texts[last.hit.start : min(last.hit.end, len(self.line))]
            return sum(word in english.NEGATORS for word in words) % 2 == 1
        own = [word for text in words_in(parse(last.phrase.text)) for word in words_of(text)]
        return _is_negated(last) != any(word in english.NEGATORS for word in own)

    def _gap_filling(self, at: int, last: Piece, bound: list[Bound]) -> Bound | None:
        fact = self.line.grammar.told[last.phrase.fact]
        taken = {one.slot for one in bound}
        order = sorted(last.hit.bound, key=lambda one: one.start)
        slots = [slot for one in order for slot in fact.slots if slot.name == one.slot and slot.name not in taken]
        for slot in slots:
            if isinstance(slot.kind, Enumeration):
                for end, spoken in self.line.spoken[at]:
                    if spoken.word in slot.kind.words and spoken.slot in ("", slot.name):
                        return Bound(slot.name, at, end, words=(spoken.word,))
        for mention in self.line.mentions[at]:
            fitting = [
                slot.name
                for slot in slots
                if isinstance(slot.kind, Entities)
                and mention.kind != PRONOUN
                and all(slot.kind.takes(self.matcher.entities[name]) for name in mention.names)
            ]
            if len(fitting) > 1 and at and self.line.texts[at - 1] in _BEFORE:
                fitting = [
                    name for name in fitting if self._stood_after(last, name) == self.line.texts[at - 1]
                ] or fitting
            if fitting:
                return Bound(fitting[0], at, mention.end, mention)
        return None

    def _stood_after(self, piece: Piece, slot: str) -> str:
        """The word before a slot in the clause before."""
        start = next((one.start for one in piece.hit.bound if one.slot == slot), 0)
        start -= start > 1 and start <= len(self.line) and self.line.texts[start - 1] in english.ARTICLES
        return self.line.texts[start - 1] if 0 < start <= len(self.line) else ""


def has_unheard(line: Line) -> bool:
    """Whether a token of a line can stand in no clause at all, so that any cut leaves it over."""
    return any(
        not let and not line.is_cut(at) and line.texts[at] not in _ALWAYS_HEARD for at, let in enumerate(line.lets)
    )


_ALWAYS_HEARD = _AGAIN | _YES | _BEFORE | RESTATING
"""Words that clauses have that leave out the rest."""


def _is_negated(piece: Piece) -> bool:
    """Whether a clause has a `not` that is no part of its phrase."""
    if piece.is_gap:
        return piece.flips
    return sum(mark.effect in (Effect.NEGATES, Effect.NO_LONGER) for _, mark in piece.hit.marks) % 2 == 1


def _meaning(piece: Piece) -> object:
    """What a reading says, as far as two readings of the same words can differ."""
    negated = sum(mark.effect is Effect.NEGATES for _, mark in piece.hit.marks) % 2
    filled: list[tuple[str, object]] = [(slot, (value,)) for slot, value in piece.phrase.fixed]
    for one in piece.hit.bound:
        filled.append((one.slot, one.mention.names if one.mention else one.words or (one.figure,)))
    return piece.phrase.fact, piece.phrase.holds != bool(negated), frozenset(filled)
