"""A sentence with all that was found in it, each under the token where it begins."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.lexicon import PEOPLE, Spoken
from dragoman.language.line.asides import without_asides
from dragoman.language.line.compounds import Compounds
from dragoman.language.line.left_open import without_what_is_open
from dragoman.language.line.marks import marks_at
from dragoman.language.line.mentions import Mention, mentions_in
from dragoman.language.line.reach import Reach
from dragoman.language.line.typos import Corrector
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.numbers import Figure, figure_at
from dragoman.language.words.rings import (
    longest_from,
    longest_to,
    say_less,
    stands_for,
    stands_for_first,
    stands_for_last,
)
from dragoman.language.words.thesaurus import longest_same, same
from dragoman.language.words.tokens import Token

_BECOMING = frozenset(
    english.lines("get | gets | getting | got | gotten | become | becomes | becoming | grow | grows | growing | grown")
)
"""What says of something that goes one way no more than that it does."""
_WHEN = frozenset(english.lines("in | at | on | from | by | since | this | each | every | for"))
_EVER, _MORE = frozenset({"ever", "even", "still"}), frozenset({"more", "less"})
_CUTTING = frozenset({",", ";", ":", "-", "(", ")", '"', "."})
"""Marks at which a clause may end."""


_STARTING = frozenset({"as"})
"""Words that join a clause and are a part of it: `as a counterweight to China`."""
PASSED = frozenset({",", ":", "-"})
"""Marks that may stand within a clause, as long as all on both sides of them is its own."""
_AMONG = frozenset({"among", "amongst"})
_SHORT_QUOTE = 4
_HERE = frozenset({"in", "at", "on", "with"})
_THROUGH = _HERE | {
    "over",
    "through",
    "across",
    "into",
    "past",
    "under",
    "up",
    "to",
    "down",
    "along",
    "against",
    "beside",
    "next",
}
_PARTICLES = {
    **dict.fromkeys(("down", "up", "out", "off", "away"), _HERE), "along": frozenset({"with"}), **dict.fromkeys(("back", "over"), _HERE | {"to"}),
    **dict.fromkeys(("right", "straight", "clean", "smack", "slap"), _THROUGH),
}  # fmt: skip
"""Words that say nothing before those."""
_ENDED = frozenset({"down", "up", "out", "off", "away", "over"})
"""Those that say how something is behind a form of `be`: hot water that is off in the store is not there."""
_OWN = frozenset({"its", "their", "his", "her", "your"})
_BEFORE_NOUN = english.ARTICLES | _OWN | {"no", "any"}
"""Behind these stands a noun: who has the right to do something need not do it."""
_DEGREES = english.FILLERS | english.NARROWING | english.NEGATORS
_NOTHING = frozenset[str]()
_DENYING = english.NEGATORS | english.FAINT_NEGATORS


def _without_short_quotes(tokens: Sequence[Token]) -> list[Token]:
    """Without the marks around a word or three: `the "junior partner"` is one, and no quotation."""
    dropped = set[int]()
    for quote in ('"', "'"):
        marks = [at for at, token in enumerate(tokens) if token.text == quote]
        pairs = [pair for pair in zip(marks[::2], marks[1::2], strict=False) if pair[1] - pair[0] <= _SHORT_QUOTE]
        dropped.update(at for pair in pairs for at in pair)
    return [token for at, token in enumerate(tokens) if at not in dropped]


class Line:
    """One sentence. Everything is found once and looked up by the position of a token."""

    def __init__(
        self, grammar: Grammar, text: str, tokens: Sequence[Token], before: Sequence[str] = (), *, widely: bool = False
    ) -> None:
        """`widely` also takes a word for another that means the same in the thesaurus, whatever is spoken of."""
        self.grammar, self.text, self.before, self.widely = grammar, text, before, widely
        plain = _without_short_quotes(without_what_is_open(without_asides(tokens)))
        self.tokens, self.corrected = Corrector.of(grammar).corrected(
            Compounds.of(grammar).as_in_phrases(plain, text), text
        )
        self.texts = [token.text for token in self.tokens]
        self.hidden: frozenset[int] = frozenset()
        """The tokens that were taken out of account."""
        self.is_denied = not _DENYING.isdisjoint(self.texts)
        """Whether a word denies something, or nearly does: what is said follows no more from what says more."""
        self.literals = [frozenset((token.stem, token.text)) for token in self.tokens]
        self.marks: list[list[Mark]] = marks_at(text, self.tokens)
        self.mentions: list[list[Mention]]
        self.mentions, place = mentions_in(grammar.lexicon, self.tokens, before, text)
        if place:
            self.marks[place.start].append(Mark(place.stop, Effect.PLACE))
        self.spoken: list[list[tuple[int, Spoken]]] = self._spoken()
        if widely:
            self._pass_over()
        self.figures: list[Figure | None] = [figure_at(self.tokens, at) for at in range(len(self.tokens))]
        self.near: list[list[tuple[int, frozenset[str]]]] = [self._near(at) for at in range(len(self.tokens))]
        """What could stand there as well: stems of words that mean the same, each with where what was said ends."""
        self.among = frozenset(at for at, text in enumerate(self.texts) if text in _AMONG and self._are_people(at + 1))
        """Where it is said among whom: of what people think or do, what is so among the Uzbeks is so in Uzbekistan."""
        self.nearly_spoken = [self._nearly_spoken(at) for at in range(len(self.tokens))]

    def _are_people(self, at: int) -> bool:
        """Whether those of one country are named there."""
        at += self.texts[at : at + 1] == ["the"]
        return at < len(self) and any(m.kind == PEOPLE and len(m.names) == 1 for m in self.mentions[at])

    def _pass_over(self) -> None:
        """What only says where it is looked at from, or whose it is who does it: `down in the store`, `its weapons`."""
        for at, (one, other) in enumerate(pairwise(self.texts)):
            is_particle = other in _PARTICLES.get(one, ()) and not (at and self.texts[at - 1] in _BEFORE_NOUN)
            if is_particle and not (one in _ENDED and self._is_off(at)):
                self.marks[at] = [*self.marks[at], Mark(at + 1, Effect.NONE)]
            if one in _OWN and self.tokens[at + 1].is_word:
                self.marks[at] = [*self.marks[at], Mark(at + 1, Effect.NONE)]
            is_done = at > 0 and self.texts[at - 1] in english.HAVE
            if one in _BECOMING and at and (is_done or one != "got") and self._is_a_trend(at + 1):
                start = at - is_done
                self.marks[start] = [*self.marks[start], Mark(at + 1, Effect.NONE)]
            if self._says_it_twice(at) and self._is_a_trend(at):
                self.marks[at] = [*self.marks[at], Mark(at + 2, Effect.NONE)]

    def _is_a_trend(self, at: int) -> bool:
        """Whether a comparative says which way something goes, of which a rulebook has words: `(are getting) cheaper`, where another word is `falling`."""
        at += 2 if self._says_it_twice(at) else self.texts[at] in _EVER
        if at >= len(self):
            return False
        text = self.texts[at]
        spoken = [
            (end, one)
            for end, one in self.spoken[at]
            if (end > at + 1 if text in _MORE else text.endswith("er") and end == at + 1)
        ]
        return any(one.word in self.grammar.trends and self._ends_what_is_said(end) for end, one in spoken)

    def _ends_what_is_said(self, at: int) -> bool:
        """Whether no noun stands there of which it is said: `are getting cheaper in June`, and not `get cheaper fares`."""
        return at == len(self) or self.is_cut(at) or bool(self.marks[at]) or self.texts[at] in _WHEN

    def _says_it_twice(self, at: int) -> bool:
        """Whether a `more and more` begins there."""
        return self.texts[at] in _MORE and self.texts[at + 1 : at + 3] == ["and", self.texts[at]]

    def widened(self) -> Line:
        """The same, with what else in the thesaurus means the same as what is said, whatever is spoken of."""
        wide = copy.copy(self)
        wide.widely = True
        wide.marks = list(self.marks)
        wide._pass_over()
        wide.near = [wide._near(at) for at in range(len(self))]
        if wide.near != self.near:
            wide.nearly_spoken = [wide._nearly_spoken(at) for at in range(len(self))]
        if wide.near != self.near or wide.marks != self.marks:
            for name in ("lets", "hearable", "can_fill", "can_stay"):
                wide.__dict__.pop(name, None)
        return wide

    def without_years(self, at: frozenset[int]) -> Line:
        """The same, where those tokens say of nothing when it is so."""
        plain = copy.copy(self)
        plain.hidden = at
        plain.tokens = [t._replace(text="#", stem="#") if one in at else t for one, t in enumerate(self.tokens)]
        plain.texts = [token.text for token in plain.tokens]
        plain.marks = [
            [mark for mark in several if at.isdisjoint(range(one, mark.end))] for one, several in enumerate(self.marks)
        ]
        return plain

    def __len__(self) -> int:
        return len(self.tokens)

    def _spoken(self) -> list[list[tuple[int, Spoken]]]:
        """Words of enumerations; articles within them do not count."""
        kept = [at for at, token in enumerate(self.tokens) if token.text not in english.ARTICLES and token.text != "'s"]
        stems = [self.tokens[at].stem for at in kept]
        found: list[list[tuple[int, Spoken]]] = [[] for _ in self.tokens]
        for number, at in enumerate(kept):
            for end, spoken in self.grammar.lexicon.spoken_at(stems, number):
                if not (spoken.is_inflected and self._is_state(at)):
                    found[at].append((kept[end - 1] + 1, spoken))
        return found

    def _is_state(self, at: int) -> bool:
        """Whether a word says how something is, and not what goes on: `are close` is not `are closing`."""
        if self.tokens[at].text.endswith(("ing", "ed", "s")):
            return False
        before = at - 1
        while before >= 0 and self.tokens[before].text in _DEGREES:
            before -= 1
        return before >= 0 and self.tokens[before].text in english.BE

    def _is_off(self, at: int) -> bool:
        """Whether a word says of what nobody named that it is off or away; who is named is `down in the store`."""
        be = next((one for one in range(at - 1, -1, -1) if self.texts[one] in english.BE), 0)
        return self._is_state(at) and not any(m.end == be for several in self.mentions[:be] for m in several)

    def _near(self, at: int) -> list[tuple[int, frozenset[str]]]:
        found, one = list[tuple[int, frozenset[str]]](), self.tokens[at].stem
        most = max(longest_from(one), longest_same(one) if self.widely else 0)
        for size in range(1, min(most, len(self.tokens) - at) + 1):
            said = tuple(token.stem for token in self.tokens[at : at + size])
            ring = stands_for(said) | (same(said) if self.widely and size > 1 else _NOTHING)
            if not self.is_denied:
                ring |= say_less(said)
            if ring:
                found.append((at + size, ring))
            if size > 1 and (first := stands_for_first(said)):
                found.append((at + 1, first))
        for size in range(2, min(longest_to(one), at + 1) + 1):
            if last := stands_for_last([token.stem for token in self.tokens[at + 1 - size : at + 1]]):
                found.append((at + 1, last))
        return found

    def _nearly_spoken(self, at: int) -> list[tuple[int, Spoken]]:
        """Words of enumerations for which others of the same meaning were said."""
        said = self.grammar.lexicon.spoken
        return [
            (end, spoken)
            for end, ring in self.near[at]
            for stem in sorted(ring)
            for spoken in said.get(stem, ())
            if len(spoken.stems) == 1
            and not spoken.is_adverb
            and not (spoken.is_inflected and end == at + 1 and self._is_state(at))
        ]

    def stems(self, start: int, end: int, *, with_helpers: bool = True) -> set[int]:
        """What the needs of phrases are met by in a stretch, as the grammar's index numbers it; perhaps without a `has` of a verb."""
        words = range(start, end) if with_helpers else (at for at in range(start, end) if not self.only_helps(at))
        found = {one for at in words for one in self.literals[at]}
        if not self.among.isdisjoint(range(start, end)):
            found.add("in")
        for at in range(start, end):
            found.update(*(ring for _, ring in self.near[at]))
            found.update(f"={name}" for m in self.mentions[at] if m.end <= end for name in m.names)
            found.update(f"~{s.word}" for _, s in (*self.spoken[at], *self.nearly_spoken[at]))
        return self.grammar.index.numbers(found)

    def only_helps(self, at: int) -> bool:
        """Whether it is a `has` that belongs to the verb behind it."""
        return self.texts[at] in english.HAVE and self.free(at)

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """The stem of each token and of the one behind it."""
        stems = [token.stem for token in self.tokens]
        return list(zip(stems, [*stems[1:], ""], strict=True))

    @cached_property
    def hearable(self) -> list[frozenset[str]]:
        """What each token may be heard as: its own stems, and those of words that mean the same."""
        found = [
            literals.union(*(ring for _, ring in near)) if near else literals
            for literals, near in zip(self.literals, self.near, strict=True)
        ]
        for at in self.among:
            found[at] |= {"in"}
        return found

    @cached_property
    def can_fill(self) -> list[bool]:
        """Whether a name, a figure or a word of an enumeration begins at the token."""
        several = zip(self.mentions, self.spoken, self.nearly_spoken, self.figures, strict=True)
        return [
            bool(mentions or spoken or nearly or figure is not None) for mentions, spoken, nearly, figure in several
        ]

    @cached_property
    def can_stay(self) -> list[bool]:
        """Whether nothing may be passed over at the token, whatever is looked for."""
        return [not marks and text not in PASSED for marks, text in zip(self.marks, self.texts, strict=True)]

    @cached_property
    def lets(self) -> list[int]:
        """The meanings that each token lets through."""
        return Reach.of(self.grammar).by_token(self)

    @cached_property
    def attributed(self) -> frozenset[int]:
        """The tokens that only say whose word it is."""
        effects = (Effect.REPORTED, Effect.DENIED_BY)
        return frozenset(
            at
            for start, marks in enumerate(self.marks)
            for mark in marks
            for at in range(start, mark.end)
            if mark.effect in effects
        )

    def is_cut(self, at: int) -> bool:
        """Whether a clause may begin after the token: it joins clauses; the `yet` of `not yet` joins none."""
        if self.texts[at] == "yet" and at and self.texts[at - 1] in english.NEGATORS:
            return False
        return self.texts[at] in english.BOUNDARIES or self.texts[at] in _CUTTING

    def first_end(self, start: int) -> int:
        """Where the shortest clause ends that begins at the token."""
        return next((at for at in range(start + 1, len(self)) if self.is_cut(at)), len(self))

    def let_through(self, start: int, end: int) -> int:
        """The meanings that all tokens of a stretch let through."""
        bits = -1
        for at in range(start, end):
            bits &= self.lets[at]
        return bits

    def is_start(self, at: int) -> bool:
        """Whether a clause may begin at the token."""
        return at == 0 or self.is_cut(at - 1) or self.texts[at] in _STARTING

    def is_hyphened(self, at: int) -> bool:
        """Whether a hyphen joins the token to the one before: `led` says in `Western-led` what it is, and not what was."""
        start = self.tokens[at].start
        return at > 0 and self.text[start - 1 : start] == "-" and self.tokens[at - 1].end == start - 1

    def free(self, at: int) -> bool:
        """Whether the token can be left out without a loss."""
        return any(mark.effect is Effect.NONE for mark in self.marks[at])

    def span(self, start: int, end: int) -> str:
        """The words between two tokens, as they were typed."""
        if start >= end:
            return ""
        within = self.tokens[start:end]  # in another order than they were typed, perhaps
        return self.text[min(token.start for token in within) : max(token.end for token in within)]
