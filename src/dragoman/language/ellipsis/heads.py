"""What a clause speaks of that leaves it out: the `one` of `the cultural one`, the `those` of `those of Iran`.

It is what the clause before speaks of behind the name, or the word of a slot, in whose place another stands here: each
of the few ways in which its words can be taken is tried, the longest first.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.ellipsis.gaps import HELPERS, Gap
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE, ANY
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_LONGEST = 3
"""Tokens of what is spoken of."""
ONE = frozenset({"one", "ones"})
THAT = frozenset({"that", "those"})


class Heads:
    """Says what one clause speaks of."""

    def __init__(self, gap: Gap) -> None:
        self.gap, self.line, self.texts = gap, gap.line, gap.texts

    def clauses(self) -> Iterator[list[Token]]:
        """The clause with what it speaks of, in each way."""
        yield from self._heads()
        yield from self._subject_of_it()

    def _heads(self) -> Iterator[list[Token]]:
        """`one`, `those of`, or nothing, as what the clause before speaks of."""
        start, tokens = self.gap.start, self.line.tokens
        begins = start + (self.texts[start] in english.ARTICLES)
        if self.texts[begins] in THAT and self.texts[begins + 1 : begins + 2] == ["of"]:
            for head in self._heads_of():
                yield [*head, *tokens[begins + 1 : self.gap.end]]
            return
        named = self.gap.named(begins)
        end = named.end if named is not None else self._value_end(begins)
        if not end or end >= self.gap.end:
            return
        is_owner = self.texts[end] == "'s" or named is None or named.kind in (ADJECTIVE, ANY)
        end += self.texts[end] == "'s"
        behind = end + (end < self.gap.end and self.texts[end] in ONE)
        if not is_owner and behind == end:
            return
        said = {token.stem for token in self.gap.rest}
        for head in self._heads_behind(begins, is_named=named is not None):
            if said.isdisjoint(token.stem for token in head):
                yield [*tokens[start:end], *head, *tokens[behind : self.gap.end]]

    def _value_end(self, at: int) -> int:
        """Where a word of a slot of the clause before ends: `the cultural one`."""
        return next((end for one in self.gap.bound if one.words and (end := self.gap.other_word(one, at))), 0)

    def _heads_behind(self, at: int, *, is_named: bool) -> Iterator[list[Token]]:
        """What stands in the clause before behind the name, or the word of a slot, in whose place another stands here."""
        for one in self.gap.bound:
            if (one.mention is not None) is not is_named or (not is_named and not one.words):
                continue
            named = self.gap.named(one.start) if is_named else None
            start = named.end if named is not None else one.end
            start += self.texts[start : start + 1] == ["'s"]
            yield from self._nouns(start)

    def _nouns(self, start: int) -> Iterator[list[Token]]:
        """The words from there on that may be one thing: first as many as can be."""
        end = start
        while end < min(start + _LONGEST, self.gap.until) and self._may_be_noun(end):
            end += 1
        if end == start:
            return
        behind = end + 1 + (self.texts[end + 1 : end + 2] == ["the"])
        named = self.line.mentions[behind][:1] if behind < self.gap.until and self.texts[end] in PREPOSITIONS else []
        if named and named[0].kind != PRONOUN and named[0].end <= self.gap.until:
            yield self.line.tokens[start : named[0].end]  # `the technology gap between A and B`
        for last in range(end, start, -1):
            yield self.line.tokens[start:last]

    def _may_be_noun(self, at: int) -> bool:
        text = self.texts[at]
        is_other = text in PREPOSITIONS or text in HELPERS or text in english.FILLERS or self.line.is_cut(at)
        return self.line.tokens[at].is_word and not is_other and self.gap.named(at) is None

    def _heads_of(self) -> Iterator[list[Token]]:
        """What is somebody's in the clause before: `the ambitions of Turkey`, `Turkey's ambitions`."""
        for one in self.gap.bound:
            if one.mention is None:
                continue
            before = one.start - 1 - (self.texts[one.start - 1] in english.ARTICLES)
            if self.texts[before] == "of" and before > self.gap.first:
                start = before
                while start > self.gap.first and before - start < _LONGEST and self._may_be_noun(start - 1):
                    start -= 1
                if start < before:
                    yield self.line.tokens[start:before]
            else:
                named = self.gap.named(one.start)
                if named is not None and self.texts[named.end : named.end + 1] == ["'s"]:
                    yield from self._nouns(named.end + 1)

    def _subject_of_it(self) -> Iterator[list[Token]]:
        """`of it` as what the clause before is about, whose name it has."""
        texts = self.texts[self.gap.start : self.gap.end]
        at = next((at for at in range(len(texts) - 1) if texts[at : at + 2] == ["of", "it"]), None)
        if at is None:
            return
        verb = next(
            (one for one in range(self.gap.first, self.gap.until) if self.texts[one] in HELPERS), self.gap.until
        )
        if 0 < verb - self.gap.first <= 2 * _LONGEST and verb < self.gap.until:
            yield [*self.gap.rest[: at + 1], *self.line.tokens[self.gap.first : verb], *self.gap.rest[at + 2 :]]
