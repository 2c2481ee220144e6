"""Two clauses of a sentence: one that was understood, and the one behind it that nothing was made of.

What is asked of them is where in the first stands what the second has, too, or leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.clauses.cutter import Cut, Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

JOINING = frozenset({",", "and", "but", "while", "whereas", "though", "although", ";", "so", "yet"})
"""Words and marks that join two clauses."""
HELPERS = english.BE | english.HAVE | english.DO | english.MODALS
_LONGEST = 14
"""Tokens of a clause that leaves something out."""
_SILENT = frozenset({Effect.NONE, Effect.PLACE})
_BESIDE = _SILENT | {Effect.HEDGES, Effect.REPORTED, Effect.NEGATES}


class Gap:
    """The two clauses."""

    def __init__(self, line: Line, piece: Piece, start: int, end: int) -> None:
        """`piece` is the first; the second stands between two tokens."""
        self.line, self.piece, self.start, self.end, self.texts = line, piece, start, end, line.texts
        self.first, self.until = piece.hit.start, min(piece.hit.end, len(line))
        """Where the first begins and ends."""
        said = (one for one in piece.hit.bound if one.start < one.end)
        self.bound = sorted((*said, *self._fixed()), key=lambda one: one.start)
        """What stands in the slots of the first, in its order."""

    @classmethod
    def of(cls, line: Line, cut: Cut) -> Gap | None:
        """The only clause of a sentence that nothing was made of, if it stands behind one that was understood."""
        left = cut.left_over
        before = [piece for piece in cut.pieces if left and piece.hit.end <= left[0]]
        if not before or before[-1].is_gap or before[-1].hit.is_doubtful:
            return None
        start = before[-1].hit.end
        while start < len(line) and line.texts[start] in JOINING:
            start += 1
        end = min((piece.hit.start for piece in cut.pieces if piece.hit.start > left[0]), default=len(line))
        is_apart = any(line.texts[at] in JOINING for at in range(before[-1].hit.end, start))
        if not is_apart or start >= end or left[-1] >= end or end - start > _LONGEST:
            return None
        return cls(line, before[-1], start, end)

    @property
    def rest(self) -> list[Token]:
        """The clause as it was said."""
        return self.line.tokens[self.start : self.end]

    def is_plain(self) -> bool:
        """Whether nothing in the clause before denies or doubts, so that its verb can be said again."""
        denied = not english.NEGATORS.isdisjoint(self.texts[self.first : self.until])
        return not denied and all(mark.effect in _SILENT for _, mark in self.piece.hit.marks)

    def has_own_verb(self) -> bool:
        """Whether the clause says itself whether and when it is so, whatever the one before denies or doubts."""
        effects = {mark.effect for _, mark in self.piece.hit.marks}
        return effects <= _BESIDE | {Effect.NARROWS} and not HELPERS.isdisjoint(self.texts[self.start : self.end])

    def _fixed(self) -> Iterator[Bound]:
        """The words of slots that are words of the phrase itself."""
        for slot, word in self.piece.phrase.fixed:
            for at in range(self.first, self.until):
                end = next((end for end, spoken in self.line.spoken[at] if spoken.word == word), 0)
                if end:
                    yield Bound(slot, at, end, words=(word,))
                    break

    def named(self, at: int) -> Mention | None:
        """Who is named there, by as few words as can be."""
        plain = [m for m in self.line.mentions[at] if m.kind != PRONOUN and not m.is_or and not m.excluded]
        return plain[-1] if plain else None

    def subject(self) -> Mention | None:
        """Who stands first."""
        return self.named(self.start + (self.texts[self.start] in english.ARTICLES))

    def phrase_of(self, one: Bound) -> list[Token]:
        """The words that name somebody in the clause before."""
        start = one.start - (one.start > 0 and self.texts[one.start - 1] in english.ARTICLES)
        return self.line.tokens[start : one.end]

    def named_between(self, start: int, end: int) -> bool:
        """Whether somebody is named between two tokens."""
        return any(self.named(at) is not None for at in range(start, end))

    def preposition(self, at: int) -> str:
        """The preposition before a name, or the empty string."""
        at -= 1 + (at > 0 and self.texts[at - 1] in english.ARTICLES)
        return self.texts[at] if at >= 0 and self.texts[at] in PREPOSITIONS else ""

    def is_alike(self, one: Bound, mention: Mention) -> bool:
        """Whether somebody is of the kind of who stands in a slot, and somebody else."""
        names = one.mention.names if one.mention else ()
        return set(names).isdisjoint(mention.names) and self.takes(one, mention)

    def takes(self, one: Bound, mention: Mention) -> bool:
        """Whether somebody can stand in a slot."""
        fact, entities = self.line.grammar.told[self.piece.phrase.fact], self.line.grammar.lexicon.entities
        kind = next((slot.kind for slot in fact.slots if slot.name == one.slot), None)
        return isinstance(kind, Entities) and all(kind.takes(entities[name]) for name in mention.names)

    def words_of(self, slot: str) -> tuple[str, ...]:
        """The words that a slot of the first clause can have."""
        fact = self.line.grammar.told[self.piece.phrase.fact]
        kind = next((one.kind for one in fact.slots if one.name == slot), None)
        return tuple(kind.words) if isinstance(kind, Enumeration) else ()

    def other_word(self, one: Bound, at: int) -> int:
        """Where another word for the slot of one ends that begins there, or 0."""
        words = self.words_of(one.slot)
        return next(
            (
                end for end, spoken in self.line.spoken[at]
                if spoken.slot in ("", one.slot) and spoken.word in words and spoken.word not in one.words
            ), 0,
        )  # fmt: skip

    def is_another(self, one: Bound) -> bool:
        """Whether the clause begins with another word for the slot of one: `trade up, military ties flat`."""
        return bool(self.other_word(one, self.start))
