"""A clause that leaves out what the clause before it has, said in full: so that it is read by the phrases that there are.

    Russian soldiers are there, Indian ones have gone home   ->  ... Indian soldiers have gone home
    Russia's soft power is strong there, China's weak        ->  ... China's soft power weak
    it trades less with Russia, more with China              ->  ... it trades more with China
    Lisbon claims the book, and Oslo one to the whale        ->  ... Oslo claims the whale
    Iran is a member of the club, and Belarus is joining     ->  ... Belarus is joining the club
    its debt is $3 billion, and $1 billion of it is due      ->  ... $1 billion of its debt is due

What is put in are words of the clause before, which was understood, in their order and at the place where that clause has
them; nothing is put in that a `not`, a doubt or a source stands beside. Only an order in which nothing is left over is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from dragoman.language import english
from dragoman.language.clauses import Cut, Piece
from dragoman.language.derive import PREPOSITIONS
from dragoman.language.line import Line
from dragoman.language.marks import Effect
from dragoman.language.match import Bound
from dragoman.language.mentions import PRONOUN, Mention
from dragoman.language.stems import stem
from dragoman.language.tokens import Token
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_MOST = 10
"""So many orders of one sentence are tried."""
_LONGEST, _LONGEST_HEAD = 14, 3
"""Tokens of a clause that leaves something out, and of what is spoken of."""
_ONE = frozenset({"one", "ones"})
_THAT = frozenset({"that", "those"})
_THEM = frozenset({"it", "him", "her", "them"})
_HELPERS = english.BE | english.HAVE | english.DO | english.MODALS
_STANDS_FOR = _ONE | _THAT | PREPOSITIONS | english.ARTICLES
_SILENT = frozenset({Effect.NONE, Effect.PLACE})
_BESIDE = _SILENT | {Effect.HEDGES, Effect.REPORTED, Effect.NEGATES}
_LEAVING_OUT = frozenset(
    map(
        stem,
        english.lines(
            """
            join | enter | accede | leave | quit | withdraw | exit | apply | follow | sign | ratify | refuse | decline
            home | out | in | back | stay | return | attend
            """
        ),
    )
)
"""What may end a clause that leaves out what of: `and Belarus is joining`, `the others have pulled out`."""
_JOINING = frozenset({",", "and", "but", "while", "whereas", "though", "although", ";", "so"})


class _Gap(NamedTuple):
    """A clause that nothing was made of, and the one before it."""

    piece: Piece
    start: int
    end: int


def restored(line: Line, cut: Cut) -> Iterator[list[Token]]:
    """The tokens of a sentence with what a clause of it leaves out, in each way that it may be said in full."""
    gap = _gap(line, cut)
    if gap is not None:
        yield from islice(_Restorer(line, gap).orders(), _MOST)


def _gap(line: Line, cut: Cut) -> _Gap | None:
    """The only clause of a sentence that nothing was made of, if it stands behind one that was understood."""
    left = cut.left_over
    before = [piece for piece in cut.pieces if left and piece.hit.end <= left[0]]
    if not before or before[-1].is_gap or before[-1].hit.is_doubtful:
        return None
    start = before[-1].hit.end
    while start < len(line) and line.texts[start] in _JOINING:
        start += 1
    end = min((piece.hit.start for piece in cut.pieces if piece.hit.start > left[0]), default=len(line))
    is_apart = any(line.texts[at] in _JOINING for at in range(before[-1].hit.end, start))
    if not is_apart or start >= end or left[-1] >= end or end - start > _LONGEST:
        return None
    return _Gap(before[-1], start, end)


class _Restorer:
    """Says one clause in full."""

    def __init__(self, line: Line, gap: _Gap) -> None:
        self.line, self.gap, self.texts = line, gap, line.texts
        self.first, self.end = gap.piece.hit.start, min(gap.piece.hit.end, len(line))
        said = (one for one in gap.piece.hit.bound if one.start < one.end)
        self.bound = sorted((*said, *self._fixed()), key=lambda one: one.start)

    def orders(self) -> Iterator[list[Token]]:
        start, end = self.gap.start, self.gap.end
        for clause in self._clauses():
            yield [*self.line.tokens[:start], *clause, *self.line.tokens[end:]]

    def _clauses(self) -> Iterator[list[Token]]:
        if self._is_plain():
            yield from self._gapped()
            yield from self._prefixed()
        elif not self._has_own_verb():
            return
        spoken_of = [*self._heads(), *self._subject_of_it()]
        for clause in spoken_of or [self.rest]:
            whom = self._whom_it_means(clause)
            if whom or spoken_of:
                yield whom or clause
            if not whom:
                yield from self._with_frame(clause)
                yield from self._with_object(clause)

    def _fixed(self) -> Iterator[Bound]:
        """The words of slots that are words of the phrase itself."""
        for slot, word in self.gap.piece.phrase.fixed:
            for at in range(self.first, self.end):
                end = next((end for end, spoken in self.line.spoken[at] if spoken.word == word), 0)
                if end:
                    yield Bound(slot, at, end, words=(word,))
                    break

    @property
    def rest(self) -> list[Token]:
        """The clause as it was said."""
        return self.line.tokens[self.gap.start : self.gap.end]

    def _is_plain(self) -> bool:
        """Whether nothing in the clause before denies or doubts, so that its verb can be said again."""
        denied = not english.NEGATORS.isdisjoint(self.texts[self.first : self.end])
        return not denied and all(mark.effect in _SILENT for _, mark in self.gap.piece.hit.marks)

    def _has_own_verb(self) -> bool:
        """Whether the clause says itself whether and when it is so, whatever the one before denies or doubts."""
        effects = {mark.effect for _, mark in self.gap.piece.hit.marks}
        return effects <= _BESIDE and not _HELPERS.isdisjoint(self.texts[self.gap.start : self.gap.end])

    def _named(self, at: int) -> Mention | None:
        """Who is named there, by as few words as can be."""
        plain = [m for m in self.line.mentions[at] if m.kind != PRONOUN and not m.is_or and not m.excluded]
        return plain[-1] if plain else None

    # -- what is spoken of

    def _heads(self) -> Iterator[list[Token]]:
        """`one`, `those of`, or nothing, as what the clause before speaks of."""
        start, tokens = self.gap.start, self.line.tokens
        begins = start + (self.texts[start] in english.ARTICLES)
        if self.texts[begins] in _THAT and self.texts[begins + 1 : begins + 2] == ["of"]:
            for head in self._heads_of():
                yield [*head, *tokens[begins + 1 : self.gap.end]]
            return
        named = self._named(begins)
        end = named.end if named is not None else self._value_end(begins)
        if not end or end >= self.gap.end:
            return
        end += self.texts[end] == "'s"
        behind = end + (end < self.gap.end and self.texts[end] in _ONE)
        said = {token.stem for token in self.rest}
        for head in self._heads_behind(begins, is_named=named is not None):
            if said.isdisjoint(token.stem for token in head):
                yield [*tokens[start:end], *head, *tokens[behind : self.gap.end]]

    def _value_end(self, at: int) -> int:
        """Where a word of a slot of the clause before ends: `the cultural one`."""
        return next((end for one in self.bound if one.words and (end := self._other_word(one, at))), 0)

    def _is_another(self, one: Bound) -> bool:
        """Whether the clause begins with another word for the slot of one: `trade up, military ties flat`."""
        return bool(self._other_word(one, self.gap.start))

    def _other_word(self, one: Bound, at: int) -> int:
        """Where another word for the slot of one ends that begins there, or 0."""
        words = self._words_of(one.slot)
        return next(
            (
                end for end, spoken in self.line.spoken[at]
                if spoken.slot in ("", one.slot) and spoken.word in words and spoken.word not in one.words
            ), 0,
        )  # fmt: skip

    def _words_of(self, slot: str) -> tuple[str, ...]:
        fact = self.line.grammar.told[self.gap.piece.phrase.fact]
        kind = next((one.kind for one in fact.slots if one.name == slot), None)
        return tuple(kind.words) if isinstance(kind, Enumeration) else ()

    def _heads_behind(self, at: int, *, is_named: bool) -> Iterator[list[Token]]:
        """What stands in the clause before behind the name, or the word of a slot, in whose place another stands here."""
        for one in self.bound:
            if (one.mention is not None) is not is_named or (not is_named and not one.words):
                continue
            named = self._named(one.start) if is_named else None
            start = named.end if named is not None else one.end
            start += self.texts[start : start + 1] == ["'s"]
            yield from self._nouns(start)

    def _nouns(self, start: int) -> Iterator[list[Token]]:
        """The words from there on that may be one thing: first as many as can be."""
        end = start
        while end < min(start + _LONGEST_HEAD, self.end) and self._may_be_noun(end):
            end += 1
        if end == start:
            return
        behind = end + 1 + (self.texts[end + 1 : end + 2] == ["the"])
        named = self.line.mentions[behind][:1] if behind < self.end and self.texts[end] in PREPOSITIONS else []
        if named and named[0].kind != PRONOUN and named[0].end <= self.end:
            yield self.line.tokens[start : named[0].end]  # `the technology gap between A and B`
        for last in range(end, start, -1):
            yield self.line.tokens[start:last]

    def _may_be_noun(self, at: int) -> bool:
        text = self.texts[at]
        is_other = text in PREPOSITIONS or text in _HELPERS or text in english.FILLERS or self.line.is_cut(at)
        return self.line.tokens[at].is_word and not is_other and self._named(at) is None

    def _heads_of(self) -> Iterator[list[Token]]:
        """What is somebody's in the clause before: `the ambitions of Turkey`, `Turkey's ambitions`."""
        for one in self.bound:
            if one.mention is None:
                continue
            before = one.start - 1 - (self.texts[one.start - 1] in english.ARTICLES)
            if self.texts[before] == "of" and before > self.first:
                start = before
                while start > self.first and before - start < _LONGEST_HEAD and self._may_be_noun(start - 1):
                    start -= 1
                if start < before:
                    yield self.line.tokens[start:before]
            else:
                named = self._named(one.start)
                if named is not None and self.texts[named.end : named.end + 1] == ["'s"]:
                    yield from self._nouns(named.end + 1)

    def _subject_of_it(self) -> Iterator[list[Token]]:
        """`of it` as what the clause before is about, whose name it has."""
        texts = self.texts[self.gap.start : self.gap.end]
        at = next((at for at in range(len(texts) - 1) if texts[at : at + 2] == ["of", "it"]), None)
        if at is None:
            return
        verb = next((one for one in range(self.first, self.end) if self.texts[one] in _HELPERS), self.end)
        if 0 < verb - self.first <= 2 * _LONGEST_HEAD and verb < self.end:
            yield [*self.rest[: at + 1], *self.line.tokens[self.first : verb], *self.rest[at + 2 :]]

    # -- what is done

    def _gapped(self) -> Iterator[list[Token]]:
        """`A has lodged a claim to B, and C one to D`: two names, and between them nothing of its own."""
        named = [one for one in self.bound if one.mention is not None]
        start = self.gap.start + (self.texts[self.gap.start] in english.ARTICLES)
        first = self._named(start)
        if len(named) < 2 or first is None:
            return
        at = first.end
        while at < self.gap.end and self.texts[at] in _STANDS_FOR:
            at += 1
        second = self._named(at) if at < self.gap.end else None
        one, other = named[0], named[1]
        if second is None or not (self._is_alike(one, first) and self._is_alike(other, second)):
            return
        here, there = self._before(at), self._before(other.start)
        if here != there and not (here == "" and _ONE.isdisjoint(self.texts[first.end : at])):
            return
        middle = self.line.tokens[one.end : other.start]
        if middle and not self._named_between(one.end, other.start):
            yield [*self.line.tokens[self.gap.start : first.end], *middle, *self.line.tokens[at : self.gap.end]]

    def _named_between(self, start: int, end: int) -> bool:
        return any(self._named(at) is not None for at in range(start, end))

    def _before(self, at: int) -> str:
        """The preposition before a name, or the empty string."""
        at -= 1 + (at > 0 and self.texts[at - 1] in english.ARTICLES)
        return self.texts[at] if at >= 0 and self.texts[at] in PREPOSITIONS else ""

    def _is_alike(self, one: Bound, mention: Mention) -> bool:
        """Whether somebody is of the kind of who stands in a slot, and somebody else."""
        names = one.mention.names if one.mention else ()
        return set(names).isdisjoint(mention.names) and self._is_of_kind(one, mention)

    def _is_of_kind(self, one: Bound, mention: Mention) -> bool:
        """Whether somebody can stand in a slot."""
        fact, entities = self.line.grammar.told[self.gap.piece.phrase.fact], self.line.grammar.lexicon.entities
        kind = next((slot.kind for slot in fact.slots if slot.name == one.slot), None)
        return isinstance(kind, Entities) and all(kind.takes(entities[name]) for name in mention.names)

    def _prefixed(self) -> Iterator[list[Token]]:
        """`A trades less with B, more with C`: who does what, and then what is new."""
        named = [one for one in self.bound if one.mention is not None]
        if self._named(self.gap.start) is not None:
            return
        said = next((one for one in self.bound if one.words and self._is_another(one)), None)
        if said is not None and self._named_between(self.first, said.start):
            yield [*self.line.tokens[self.first : said.start], *self.rest]
        if len(named) < 2:
            return
        last = named[-1]
        at = next(
            (
                at for at in range(self.gap.start + 1, self.gap.end)
                if (m := self._named(at)) is not None and self._is_alike(last, m)
            ), None,
        )  # fmt: skip
        if at is None or self._before(at) != self._before(last.start) or self._named_between(self.gap.start, at):
            return
        for end in range(named[0].end + 1, last.start):
            if self.texts[end] in PREPOSITIONS:
                return
            yield [*self.line.tokens[self.first : end], *self.rest]

    def _with_object(self, clause: list[Token]) -> Iterator[list[Token]]:
        """`A is a member of C, and B is joining`: the last who is named before is meant last here, too."""
        named = [one for one in self.bound if one.mention is not None]
        first = self._subject()
        if len(named) < 2 or first is None or not self._is_alike(named[0], first):
            return
        if self._named_between(first.end, self.gap.end) or clause[-1].stem not in _LEAVING_OUT:
            return
        what, before = self._phrase_of(named[-1]), self._before(named[-1].start)
        yield [*clause, *what]
        for preposition in dict.fromkeys((before, *(("from",) if before in ("in", "on", "at") else ()))):
            if preposition:
                yield [*clause, Token(preposition, preposition, what[0].start, what[0].start, True), *what]

    def _with_frame(self, clause: list[Token]) -> Iterator[list[Token]]:
        """`In the region, this is so, while that is not`: where it is said of stands first, and for both."""
        end = next((at for at in range(self.first, self.end) if self.texts[at] == ","), 0)
        is_frame = 0 < end - self.first <= _LONGEST_HEAD and self.texts[self.first] in PREPOSITIONS
        if is_frame and english.NEGATORS.isdisjoint(self.texts[self.first : end]):
            yield [*self.line.tokens[self.first : end], *clause]

    def _whom_it_means(self, clause: list[Token]) -> list[Token]:
        """With the name in the place of `her` or `it` behind a preposition; nothing where it is not clear whose."""
        at = next(
            (at for at in range(1, len(clause)) if clause[at].text in _THEM and clause[at - 1].text in PREPOSITIONS), 0
        )
        subject = self._subject()
        named = [
            one for one in self.bound
            if one.mention is not None and (subject is None or not self._is_of_kind(one, subject))
        ]  # fmt: skip
        if not at or subject is None or len(named) != 1 or self._named_between(subject.end, self.gap.end):
            return []
        return [*clause[:at], *self._phrase_of(named[0]), *clause[at + 1 :]]

    def _subject(self) -> Mention | None:
        """Who stands first."""
        return self._named(self.gap.start + (self.texts[self.gap.start] in english.ARTICLES))

    def _phrase_of(self, one: Bound) -> list[Token]:
        """The words that name somebody in the clause before."""
        start = one.start - (one.start > 0 and self.texts[one.start - 1] in english.ARTICLES)
        return self.line.tokens[start : one.end]
