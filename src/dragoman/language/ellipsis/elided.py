"""A clause that leaves out what the clause before it has, said in full: so that it is read by the phrases that there are.

    Russian soldiers are there, Indian ones have gone home   ->  ... Indian soldiers have gone home
    Russia's soft power is strong there, China's weak        ->  ... China's soft power weak
    it trades less with Russia, more with China              ->  ... it trades more with China
    Lisbon claims the book, and Oslo one to the whale        ->  ... Oslo claims the whale
    X lends the coins to Y, and the book to Z                ->  ... X lends the book to Z
    Iran is a member of the club, and Belarus is joining     ->  ... Belarus is joining the club
    A has raised its duties on wheat, B has lowered its own  ->  ... B has lowered its duties on wheat
    its debt is $3 billion, and $1 billion of it is due      ->  ... $1 billion of its debt is due

What is put in are words of the clause before, which was understood, in their order and at the place where that clause has
them; nothing is put in that a `not`, a doubt or a source stands beside. Only an order in which nothing is left over is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dragoman.language.clauses.cutter import Cut
from dragoman.language.clauses.match import Bound, Hit
from dragoman.language.ellipsis.doers import with_doers
from dragoman.language.ellipsis.gaps import HELPERS, JOINING, Gap
from dragoman.language.ellipsis.heads import ONE, THAT, Heads
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE, ANY, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_MOST = 10
"""So many orders of one sentence are tried."""
_ALSO = frozenset({"either", "too"})
_LONGEST_FRAME = 3
"""Tokens of what stands first and holds for both clauses."""
_THEM = frozenset({"it", "him", "her", "them"})
_ITS = frozenset({"its", "his", "her"})
_OWNING = frozenset({"its", "their", "his", "her"})
_A_PEOPLE = frozenset({PEOPLE, ADJECTIVE, ANY})
_PARTICLES = frozenset({"up", "down", "out", "in", "on", "off", "back"})
_STANDS_FOR = ONE | THAT | PREPOSITIONS | english.ARTICLES
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


def restored(line: Line, cut: Cut) -> Iterator[list[Token]]:
    """The tokens of a sentence with what a clause of it leaves out, in each way that it may be said in full."""
    gap = Gap.of(line, cut)
    if gap is not None:
        yield from islice(_Restorer(gap).orders(), _MOST)
    elif (tokens := _with_what_is_shared(line, cut)) is not None:
        yield tokens


def _with_what_is_shared(line: Line, cut: Cut) -> list[Token] | None:
    """`A has 23 % and B 19 % of the trade`, `2 million As and 1 million Bs work there`: what stands last is said of the first, too."""
    if not (cut.left_over and cut.pieces) or cut.left_over[0] > 1 or cut.left_over[-1] >= cut.pieces[0].hit.start:
        return None
    hit = cut.pieces[0].hit
    end = cut.left_over[-1] + 1
    counted = [one for one in hit.bound if one.figure and one.end < hit.end]
    is_figure = any((figure := line.figures[at]) is not None and figure.end == end for at in range(end))
    is_joined = all(line.texts[at] in JOINING for at in range(end, hit.start))
    if not english.NEGATORS.isdisjoint(line.texts[:end]):
        return None
    if len(counted) == 1 and is_joined and (last := _counted_alike(line, end, hit, counted[0])):
        return [*line.tokens[:end], *line.tokens[last : hit.end], *line.tokens[end:]]
    if len(counted) == 1 and is_joined and (last := _shares_of(line, end, hit, counted[0])):
        return [*line.tokens[:end], *line.tokens[last : hit.end], *line.tokens[end:]]
    if len(counted) != 1 or not is_figure or not is_joined or line.texts[counted[0].end] not in PREPOSITIONS:
        return None
    return [*line.tokens[:end], *line.tokens[counted[0].end : hit.end], *line.tokens[end:]]


def _counted_alike(line: Line, end: int, hit: Hit, counted: Bound) -> int:
    """Where those end whom a clause counts, if all that stands before it counts others: `2 million As, and 1 million Bs`; else 0."""
    figure = next((one for at in range(end) if (one := line.figures[at]) is not None), None)
    others = line.mentions[figure.end] if figure is not None and figure.end < end else []
    counts = line.mentions[counted.end] if counted.end < hit.end else []
    is_alike = any(m.end == end and m.kind in _A_PEOPLE for m in others)
    whom = next((m for m in counts if m.kind in _A_PEOPLE and m.end < hit.end), None) if is_alike else None
    return whom.end if whom is not None and counted.start - hit.start <= 1 else 0


def _shares_of(line: Line, end: int, hit: Hit, counted: Bound) -> int:
    """Where those end of whom a clause says how many, if all that stands before it is `34 % of others`; else 0."""
    whole = counted.end + (line.texts[counted.end + 1 : counted.end + 2] == ["the"])
    figure = line.figures[0]
    if figure is None or line.texts[counted.end] != "of" or line.texts[figure.end : figure.end + 1] != ["of"]:
        return 0
    start = figure.end + 1 + (line.texts[figure.end + 1] == "the")
    is_alone = start < end and any(m.end == end for m in line.mentions[start])
    return next((m.end for m in line.mentions[whole + 1] if m.end < hit.end), 0) if is_alone else 0


class _Restorer:
    """Says one clause in full."""

    def __init__(self, gap: Gap) -> None:
        self.gap, self.line, self.texts = gap, gap.line, gap.texts

    def orders(self) -> Iterator[list[Token]]:
        start, end = self.gap.start, self.gap.end
        for clause in self._clauses():
            yield [*self.line.tokens[:start], *clause, *self.line.tokens[end:]]

    def _clauses(self) -> Iterator[list[Token]]:
        yield from self._either()
        if self.gap.is_plain():
            yield from with_doers(self.gap)
            yield from self._owned()
            yield from self._gapped()
            yield from self._clustered()
            yield from self._prefixed()
        elif not self.gap.has_own_verb():
            return
        yield from self._none()
        yield from self._its_own()
        yield from self._another()
        spoken_of = [*Heads(self.gap).clauses()]
        for clause in spoken_of or [self.gap.rest]:
            whom = self._whom_it_means(clause)
            if whom or spoken_of:
                yield whom or clause
            if not whom:
                yield from self._with_frame(clause)
                yield from self._with_object(clause)

    def _either(self) -> Iterator[list[Token]]:
        """`media of A do not rule there, and media of B do not either`, `A's media rule there, and B's do, too`."""
        texts = self.texts[self.gap.start : self.gap.end]
        is_denied, also = "not" in texts, texts[-1] in _ALSO
        helper = next((at for at, text in enumerate(texts) if text in english.BE | english.HAVE | english.DO), 0)
        rest = [text for text in texts[helper + 1 :] if text not in (",", "not")]
        if not (helper and also and rest == texts[-1:]) or is_denied != (texts[-1] == "either"):
            return
        first = [at for at in range(self.gap.first, self.gap.until) if self.texts[at] in english.NEGATORS]
        if len(first) != is_denied or (is_denied and self.texts[first[0]] != "not"):
            return
        one, other = self.gap.named(self.gap.first), self.gap.subject()
        noun = texts[other.end - self.gap.start : helper] if other is not None else []
        if one is None or other is None or not noun or self.texts[one.end : one.end + len(noun)] != noun:
            return
        yield [*self.gap.rest[:helper], *self.line.tokens[one.end + len(noun) : self.gap.until]]

    def _owned(self) -> Iterator[list[Token]]:
        """`A is closed, and its cold room is warm`: what is A's, who alone is named before."""
        named = [one for one in self.gap.bound if one.mention is not None]
        first = self.gap.rest[0]
        if first.text in _ITS and len(named) == 1 and named[0].mention is not None and len(named[0].mention.names) == 1:
            owner = Token("'s", "'s", first.start, first.start, False)
            yield [*self.gap.phrase_of(named[0]), owner, *self.gap.rest[1:]]

    def _none(self) -> Iterator[list[Token]]:
        """`soldiers of A are there, none have gone to B`: no soldiers of A have."""
        at = next((at for at in range(self.gap.first, self.gap.until) if self.texts[at] in HELPERS), 0)
        is_none = self.gap.rest[0].text == "none" and self.gap.rest[1].text in HELPERS
        if is_none and self.gap.first < at <= self.gap.first + _LONGEST_FRAME + 1 and self.gap.is_plain():
            first = self.gap.rest[0]
            yield [first._replace(text="no", stem="no"), *self.line.tokens[self.gap.first : at], *self.gap.rest[1:]]

    def _its_own(self) -> Iterator[list[Token]]:
        """`A has raised its duties on wheat, B has lowered its own`: B has lowered its duties on wheat."""
        texts = self.texts[self.gap.start : self.gap.end]
        at = next((at for at in range(1, len(texts) - 1) if texts[at] in _OWNING and texts[at + 1] == "own"), 0)
        behind = texts[at + 2 : at + 3]
        if not at or self.gap.subject() is None or (behind and behind[0] not in PREPOSITIONS):
            return
        for begins, link in self._things():
            what = self.line.tokens[begins : self.gap.until if not behind else link]
            yield [*self.gap.rest[: at + 1], *what, *self.gap.rest[at + 2 :]]
            yield [*self.gap.rest[:at], *what, *self.gap.rest[at + 2 :]]

    def _another(self) -> Iterator[list[Token]]:
        """`A has shut its base in B, C is putting one up in D`: C is putting up a base in D."""
        texts = self.texts[self.gap.start : self.gap.end]
        at = next((at for at in range(2, len(texts)) if texts[at] == "one"), 0)
        up = at + (texts[at + 1 : at + 2] != [] and texts[at + 1] in _PARTICLES)
        is_last = up + 1 == len(texts) or (up + 1 < len(texts) and texts[up + 1] in PREPOSITIONS - {"of"})
        if not at or not is_last or self.gap.subject() is None:
            return
        article = self.gap.rest[at]._replace(text="a", stem="a")
        for begins, link in self._things():
            what = [article, *self.line.tokens[begins:link]]
            yield [*self.gap.rest[:at], *self.gap.rest[at + 1 : up + 1], *what, *self.gap.rest[up + 1 :]]

    def _things(self) -> Iterator[tuple[int, int]]:
        """From where to where a thing is named in the clause before that is no name, as far as can be told: the longest first."""
        first, until = self.gap.first, self.gap.until
        for link in range(first + 2, until + 1):
            start = link
            is_end = link == until or self.texts[link] in PREPOSITIONS
            while is_end and start > first + 1 and link - start < _LONGEST_FRAME and self._may_be_had(start - 1):
                start -= 1
            yield from ((begins, link) for begins in range(start, link))

    def _may_be_had(self, at: int) -> bool:
        text = self.texts[at]
        is_light = text in HELPERS or text in PREPOSITIONS or text in english.ARTICLES or text in _OWNING
        return self.line.tokens[at].is_word and not is_light and self.gap.named(at) is None and not self.line.marks[at]

    def _gapped(self) -> Iterator[list[Token]]:
        """`A has lodged a claim to B, and C one to D`: two names, and between them nothing of its own."""
        named = [one for one in self.gap.bound if one.mention is not None]
        start = self.gap.start + (self.texts[self.gap.start] in english.ARTICLES)
        first = self.gap.named(start)
        if len(named) < 2 or first is None:
            return
        at = first.end
        while at < self.gap.end and self.texts[at] in _STANDS_FOR:
            at += 1
        second = self.gap.named(at) if at < self.gap.end else None
        one, other = named[0], named[1]
        if second is None or not (self.gap.is_alike(one, first) and self.gap.is_alike(other, second)):
            return
        here, there = self.gap.preposition(at), self.gap.preposition(other.start)
        if here != there and not (here == "" and ONE.isdisjoint(self.texts[first.end : at])):
            return
        middle = self.line.tokens[one.end : other.start]
        if middle and not self.gap.named_between(one.end, other.start):
            yield [*self.line.tokens[self.gap.start : first.end], *middle, *self.line.tokens[at : self.gap.end]]

    def _clustered(self) -> Iterator[list[Token]]:
        """`A lends B to C, and D to E`: who does it, and then two others."""
        named = [one for one in self.gap.bound if one.mention is not None]
        start = self.gap.start + (self.texts[self.gap.start] in english.ARTICLES)
        what = self.gap.named(start)
        if len(named) < 3 or what is None or self.gap.takes(named[0], what) or not self.gap.is_alike(named[1], what):
            return
        at = what.end
        while at < self.gap.end and (self.texts[at] in PREPOSITIONS or self.texts[at] in english.ARTICLES):
            at += 1
        to_end = (m for m in (self.line.mentions[at] if at < self.gap.end else ()) if m.end == self.gap.end)
        whom = next(to_end, None)
        is_same = self.gap.preposition(at) == self.gap.preposition(named[2].start) != ""
        if whom is not None and is_same and self.gap.is_alike(named[2], whom):
            begins = named[1].start - (self.texts[named[1].start - 1] in english.ARTICLES)
            yield [*self.line.tokens[self.gap.first : begins], *self.gap.rest]

    def _prefixed(self) -> Iterator[list[Token]]:
        """`A trades less with B, more with C`: who does what, and then what is new."""
        named = [one for one in self.gap.bound if one.mention is not None]
        if self.gap.named(self.gap.start) is not None:
            return
        said = next((one for one in self.gap.bound if one.words and self.gap.is_another(one)), None)
        if said is not None and self.gap.named_between(self.gap.first, said.start):
            yield [*self.line.tokens[self.gap.first : said.start], *self.gap.rest]
        if len(named) < 2:
            return
        last = named[-1]
        at = next(
            (
                at for at in range(self.gap.start + 1, self.gap.end)
                if (m := self.gap.named(at)) is not None and self.gap.is_alike(last, m)
            ), None,
        )  # fmt: skip
        if (
            at is None
            or self.gap.preposition(at) != self.gap.preposition(last.start)
            or self.gap.named_between(self.gap.start, at)
        ):
            return
        for end in range(named[0].end + 1, last.start):
            if self.texts[end] in PREPOSITIONS:
                return
            yield [*self.line.tokens[self.gap.first : end], *self.gap.rest]

    def _with_object(self, clause: list[Token]) -> Iterator[list[Token]]:
        """`A is a member of C, and B is joining`: the last who is named before is meant last here, too."""
        named = [one for one in self.gap.bound if one.mention is not None]
        first = self.gap.subject()
        if len(named) < 2 or first is None or not self.gap.is_alike(named[0], first):
            return
        if self.gap.named_between(first.end, self.gap.end) or clause[-1].stem not in _LEAVING_OUT:
            return
        what, before = self.gap.phrase_of(named[-1]), self.gap.preposition(named[-1].start)
        yield [*clause, *what]
        for preposition in dict.fromkeys((before, *(("from",) if before in ("in", "on", "at") else ()))):
            if preposition:
                yield [*clause, Token(preposition, preposition, what[0].start, what[0].start, True), *what]

    def _with_frame(self, clause: list[Token]) -> Iterator[list[Token]]:
        """`In the region, this is so, while that is not`: where it is said of stands first, and for both."""
        end = next((at for at in range(self.gap.first, self.gap.until) if self.texts[at] == ","), 0)
        is_frame = 0 < end - self.gap.first <= _LONGEST_FRAME and self.texts[self.gap.first] in PREPOSITIONS
        if is_frame and english.NEGATORS.isdisjoint(self.texts[self.gap.first : end]):
            yield [*self.line.tokens[self.gap.first : end], *clause]

    def _whom_it_means(self, clause: list[Token]) -> list[Token]:
        """With the name in the place of `her` or `it` behind a preposition; nothing where it is not clear whose."""
        at = next(
            (at for at in range(1, len(clause)) if clause[at].text in _THEM and clause[at - 1].text in PREPOSITIONS), 0
        )
        subject = self.gap.subject()
        named = [
            one for one in self.gap.bound
            if one.mention is not None and (subject is None or not self.gap.takes(one, subject))
        ]  # fmt: skip
        if not at or subject is None or len(named) != 1 or self.gap.named_between(subject.end, self.gap.end):
            return []
        return [*clause[:at], *self.gap.phrase_of(named[0]), *clause[at + 1 :]]
