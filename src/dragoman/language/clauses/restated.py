"""A clause that says of another what the clause before says, in the same words or hardly any: `that of Kyrgyzstan at 40 %`.

It has no word of its own but those for the slots of that fact (who, what, how much), those that the clause before had, too
(`its technological lead is still small`), those that stand for it (`that of`, `ones`, `does`) and those that say nothing;
and something of it is new. Whatever else is there, it is another clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.language.clauses.match import Bound, Hit, Matcher
from dragoman.language.grammar.notation import parse
from dragoman.language.grammar.phrases import Phrase, words_in
from dragoman.language.grammar.written import written_for
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Slot, ValueSlot
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

COST = 0.9
_STANDS_FOR = frozenset(english.lines("that|those|one|ones|it|its|their|they|theirs|same"))
_YES = english.BE | english.DO | english.HAVE | {"can"}
_BEFORE = frozenset(
    english.lines("in|with|against|from|to|of|towards|toward|on|for|by|at|as|over|between|among|within|into")
)
_HERE = frozenset({"there", "here"})
_PLACING = frozenset({"in", "at", "on", "within", "among"})
_NO = frozenset({"not", "none", "neither", "nor"})
RESTATING = _STANDS_FOR | _YES | _BEFORE | _NO
"""Words of its own that such a clause may have."""
_SILENT = frozenset({Effect.NONE, Effect.HEDGES, Effect.REPORTED})
_DENY = (Effect.NEGATES, Effect.NO_LONGER)
_ONE = frozenset({"none", "one", "ones", "any"})
_LEAST = 2


class Before(NamedTuple):
    """The clause before."""

    phrase: Phrase
    hit: Hit
    is_negated: bool
    """Whether it has a `not` that is no part of its phrase."""
    is_here: bool = True
    """Whether it stands in the same sentence; else its words are those of its phrase."""


_OF_EACH = frozenset({"either", "both"})


class Restated(NamedTuple):
    """What a clause says anew."""

    phrase: Phrase
    hit: Hit
    flips: bool


class _Said(NamedTuple):
    bound: tuple[Bound, ...] = ()
    marks: tuple[tuple[int, Mark], ...] = ()
    denials: int = 0
    is_yes: bool = False
    """Whether its last word is one that stands for the verb."""


class Restating:
    """Looks for such clauses in one sentence."""

    def __init__(self, line: Line, matcher: Matcher) -> None:
        self.line, self.matcher = line, matcher

    def found(self, at: int, last: Before) -> Restated | None:
        """The clause that begins there and says again what the last one says, of another; None if there is none."""
        end = self._end(at, last)
        if end - at < _LEAST or last.hit.is_doubtful:
            return None
        said = self._said(at, end, last)
        if said is None or not said.bound:
            return None
        fact = self.line.grammar.told[last.phrase.fact]
        new = {one.slot: one for one in said.bound}
        values = [slot.name for slot in fact.slots if slot.name in new and not isinstance(slot.kind, Entities)]
        had = self._words_of(last)
        was_denied = sum(text in english.NEGATORS for text in had) % 2 == 1
        if was_denied and (values or said.denials):
            return None
        if any(one.mention is not None and one.mention.excluded for one in last.hit.bound):
            return None
        if not (values or said.denials or said.is_yes) or said.denials > 1:
            return None
        is_counted = any(one.figure for one in last.hit.bound)
        if is_counted and (said.denials or not any(one.figure for one in said.bound)):
            return None
        is_kept = fact.value is not None and isinstance(fact.value.kind, Enumeration) and fact.value.name not in new
        is_had = not english.HAVE.isdisjoint(self.line.texts[at:end])
        if said.denials and is_had and is_kept and (not said.is_yes or "none" in self.line.texts[at:end]):
            return None  # who has no lead at all has not `not a small one`
        fixed = tuple((slot, value) for slot, value in last.phrase.fixed if slot not in new)
        phrase = last.phrase if fixed == last.phrase.fixed else _of(last.phrase, fixed)
        if phrase is not last.phrase and not phrase.holds:
            return None
        kept = [one._replace(start=at, end=at) for one in last.hit.bound if one.slot not in new]
        keys = [one for one in said.bound if fact.value is None or one.slot != fact.value.name]
        if all(self._is_as_before(one, last) for one in (keys if not said.denials else said.bound)):
            return None
        differs = (said.denials == 1) != was_denied
        flips = said.denials == 1 if values else last.is_negated != differs
        doubts = tuple((at, mark) for _, mark in last.hit.marks if mark.effect not in (*_SILENT, *_DENY))
        return Restated(phrase, Hit(at, end, COST, (*said.bound, *kept), (*said.marks, *doubts), False, end), flips)

    def _end(self, at: int, last: Before) -> int:
        """Where the clause ends; a word that joins clauses does not end it where the one before has it, too."""
        end, had = at, {",", ":", *self._words_of(last)} - {"and", "but", "while"}
        while end < len(self.line) and not (end > at and self.line.is_cut(end) and self.line.texts[end] not in had):
            is_denied = not _NO.isdisjoint(self.line.texts[at:end])
            either = next((m.end for m in self.line.mentions[end] if m.is_or), 0) if is_denied else 0
            end = max(end + 1, either)  # `none at A or B`
            if self.line.texts[end : end + 1] in (["that"], ["so"]) and self.line.texts[end - 1] in _YES:
                end += 1  # `it does that`: it is what is done
        return end

    def _words_of(self, last: Before) -> list[str]:
        if not last.is_here:
            return [word for text in words_in(parse(last.phrase.text)) for word in words_of(text)]
        return self.line.texts[last.hit.start : min(last.hit.end, len(self.line))]

    def _is_as_before(self, one: Bound, last: Before) -> bool:
        was = next((other for other in last.hit.bound if other.slot == one.slot), None)
        if was is None:
            return False
        names = one.mention.names if one.mention else ()
        return (names, one.words, one.figure) == (was.mention.names if was.mention else (), was.words, was.figure)

    def _said(self, at: int, end: int, last: Before) -> _Said | None:
        """What each token is; None if one is nothing."""
        line, said, here = self.line, _Said(), at
        had = {stem(text) for text in self._words_of(last)}
        while here < end:
            text = line.texts[here]
            if text in _HERE and said.is_yes and text not in self._words_of(last):
                return None  # `A's troops are gone, but those of B are still there`
            filling = self._filling(here, end, last, said.bound, is_denied=said.denials == 1)
            if filling is not None:
                said, here = said._replace(bound=(*said.bound, filling), is_yes=False), filling.end
                continue
            if line.mentions[here] and line.mentions[here][0].kind != PRONOUN:
                return None
            if text in _NO and not (text == "none" and line.texts[here + 1 : here + 2] == ["of"]):
                said, here = said._replace(denials=said.denials + 1), here + 1
                continue
            if text in _OF_EACH and here + 1 < end and line.texts[here - 1] in _BEFORE:
                here += 1
                continue
            mark = next((m for m in line.marks[here] if not m.at_start_only or here == at), None)
            if text in _YES:
                if text == "can" and "can" not in self._words_of(last):
                    return None
                was = ((here, Mark(here + 1, Effect.PAST, text)),) if text in english.PAST_BE else ()
                said, here = said._replace(is_yes=True, marks=(*said.marks, *was)), here + 1
                continue
            if mark is not None and mark.effect in _SILENT:
                if mark.effect is not Effect.NONE:
                    said = said._replace(marks=(*said.marks, (here, mark)))
                here = mark.end
                continue
            if text in _STANDS_FOR or text in _BEFORE or text in (",", ":", "'s") or text in english.ARTICLES:
                here += 1
                continue
            if (
                mark is None
                and line.tokens[here].is_word
                and line.tokens[here].stem in had
                and text not in english.CARRY_NOTHING
            ):
                said, here = said._replace(is_yes=False), here + 1
                continue
            return None
        return said

    def _filling(
        self, at: int, end: int, last: Before, bound: Sequence[Bound], *, is_denied: bool = False
    ) -> Bound | None:
        line, fact = self.line, self.line.grammar.told[last.phrase.fact]
        known = {one.slot for one in last.hit.bound} | {slot for slot, _ in last.phrase.fixed}
        taken = {one.slot for one in bound}
        slots: list[Slot | ValueSlot] = [slot for slot in fact.slots if slot.name in known and slot.name not in taken]
        figure = line.figures[at]
        for slot in slots:
            if isinstance(slot.kind, Enumeration):
                for last_token, spoken, _ in self.matcher.said(slot.name, slot.kind, at):
                    if last_token <= end:
                        return Bound(slot.name, at, last_token, words=(spoken.word,))
            elif isinstance(slot, ValueSlot) and figure is not None:
                written = written_for(slot.kind, figure, line.tokens)
                is_alike = any(one.figure and one.slot == slot.name for one in last.hit.bound)
                if (
                    written is not None
                    and is_alike
                    and last.is_here
                    and self._lacks_its_thousands(slot.name, at, written.end, last)
                ):
                    return None  # `2 million of A, 0.6 of B`
                if written is not None and (written.is_sure or is_alike) and written.end <= end:
                    return Bound(slot.name, at, written.end, figure=written.text)
        for mention in line.mentions[at]:
            is_open = mention.is_or and not is_denied  # `none at either A or B` is of both
            if mention.kind == PRONOUN or is_open or mention.excluded or mention.end > end:
                continue
            names = [
                slot.name
                for slot in slots
                if isinstance(slot.kind, Entities)
                and all(slot.kind.takes(self.matcher.entities[name]) for name in mention.names)
            ]
            here = at - 1 - (at > 1 and line.texts[at - 1] in english.ARTICLES)
            here -= here > 0 and line.texts[here] in _OF_EACH
            before = line.texts[here] if at else ""
            if len(names) > 1 and before in _BEFORE:
                names = [name for name in names if self._stood_after(last, name) == before]
            elif before in _BEFORE - {"of", "for", "as"} and last.is_here:
                names = [name for name in names if self._may_stand(last, name, before)]
            is_doer = line.texts[mention.end : mention.end + 1] != [] and line.texts[mention.end] in _YES
            is_doer = (is_doer and before not in _BEFORE) or is_turned_round(line, at)
            if is_doer and (does := self._does(last)):
                names = [name for name in names if name == does]  # `A does not fund B, but C does`
            if len(names) == 1:
                return Bound(names[0], at, mention.end, mention)
        return None

    def _does(self, last: Before) -> str:
        """The slot of who stands first in the clause before; empty if he stands behind a preposition, or elsewhere."""
        if not last.is_here:
            is_of_one = not _ONE.isdisjoint(self.line.texts)  # `C has none`: A may have none there
            return "" if is_of_one else who_did(last)
        named = sorted((one for one in last.hit.bound if one.mention is not None), key=lambda one: one.start)
        is_first = bool(named) and self._stood_after(last, named[0].slot) not in _BEFORE
        return named[0].slot if is_first and len(named) > 1 else ""

    def _lacks_its_thousands(self, slot: str, at: int, end: int, last: Before) -> bool:
        """Whether a figure has no `million` where the one before has it."""
        before = next((one for one in last.hit.bound if one.slot == slot), None)
        said = self.line.texts[before.start : before.end] if before is not None else []
        return not english.SCALES.keys().isdisjoint(said) and english.SCALES.keys().isdisjoint(self.line.texts[at:end])

    def _may_stand(self, last: Before, slot: str, before: str) -> bool:
        """Whether what stands behind a preposition may be what stood in a slot before: who works in a place is not the place."""
        had = self._stood_after(last, slot)
        if had in _BEFORE:
            return had == before or {had, before} <= _PLACING
        first = min((one for one in last.hit.bound if one.mention is not None), key=lambda one: one.start, default=None)
        return first is None or first.slot != slot

    def _stood_after(self, last: Before, slot: str) -> str:
        """The word before a slot in the clause before."""
        start = next((one.start for one in last.hit.bound if one.slot == slot), 0) if last.is_here else 0
        start -= 1 < start <= len(self.line) and self.line.texts[start - 1] in english.ARTICLES
        start -= 1 < start <= len(self.line) and self.line.texts[start - 1] in _OF_EACH
        return self.line.texts[start - 1] if 0 < start <= len(self.line) else ""


_BEFORE_BLANK = re.compile(r"(?P<before>\([^()]*\)|[^\s(){}<>\[\]]*)\s*[<(\[]*(?:[\w/ ]+ )??\{(?P<slot>\w+)")
_TURNING = frozenset({"as", "so", "nor", "neither"})


def who_did(last: Before) -> str:
    """The slot of who did it in a line before, by the words of its phrase; empty if these name him behind a preposition.

    Whose it is of which something was said is as good: `the public of A`.
    """
    before = {found["slot"]: {*words_of(found["before"])} for found in _BEFORE_BLANK.finditer(last.phrase.text)}
    named = [one.slot for one in sorted(last.hit.bound, key=lambda one: one.start) if one.mention is not None]
    first = next((slot for slot in named if slot in before and before[slot].isdisjoint(_BEFORE)), "")
    return first or next((slot for slot in named[:1] if "of" in before.get(slot, ())), "")


def is_turned_round(line: Line, at: int) -> bool:
    """Whether a verb stands before who does it, too: `as does B`, `and so has B`."""
    texts, at = line.texts, at - (at > 0 and line.texts[at - 1] in english.ARTICLES)
    return at > 1 and texts[at - 1] in _YES and texts[at - 2] in _TURNING


def _of(phrase: Phrase, fixed: tuple[tuple[str, str], ...]) -> Phrase:
    """The same phrase, which leaves open what is said anew."""
    return Phrase(phrase.fact, phrase.text, phrase.holds, fixed, phrase.place)
