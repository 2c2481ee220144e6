"""A clause that leaves out all but one thing: it only names another of whom the clause before is said, too.

    Tajikistan does · and Tajikistan too · but not in Dushanbe · and probably less in Kyrgyzstan · and one in Kyrgyzstan

It is some names and words for the slots of that fact, and words that say nothing but *also*, *does* or *not*.
"""

from __future__ import annotations

from dragoman.language.clauses.match import Bound, Hit, Matcher
from dragoman.language.clauses.restated import Before, is_turned_round, who_did
from dragoman.language.grammar.notation import parse
from dragoman.language.grammar.phrases import words_in
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.tokens import words_of
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_AGAIN = frozenset({"too", "also", "likewise", "well", "same", "ditto"})
"""Words that say that it is so of another as well; `well` alone says how, `think badly of China but well of Russia`."""
_YES = frozenset({"does", "do", "is", "are", "has", "have", "did"})
_WHO = frozenset({"who", "which", "whom", "whose"})
_DONE = frozenset({"done", "doing"})
_IT = frozenset({"it", "they", "he", "she"})
_ITS_OWN = frozenset({"theirs", "its", "his", "hers"})
_OWNING = frozenset({"its", "their", "his", "her"})
_BEFORE = frozenset(english.lines("in|with|against|from|to|of|towards|on|for|by|at|so|among|into|within|across"))
_PLACING = _BEFORE - {"so"}
_OF_EACH = frozenset({"neither", "both", "either"})
_OF_ANOTHER = frozenset(
    {"with", "against", "from", "to", "towards", "by", "into", "in", "at", "on", "among", "within", "across"}
)
"""Before somebody who is not the one that does it."""
GAPPED = _AGAIN | _YES | _BEFORE | _DONE | _IT | _ITS_OWN
"""Words of its own that such a clause may have."""


class Gapping:
    """Looks for such clauses in one sentence."""

    def __init__(self, line: Line, matcher: Matcher) -> None:
        self.line, self.matcher = line, matcher

    def found(self, at: int, last: Before) -> tuple[Hit, bool] | None:
        """The clause that begins there, and whether it says the contrary of the one before; None if there is none."""
        line, here, marks = self.line, at, list[tuple[int, Mark]]()
        bound: list[Bound] = []
        has_cue, is_denied, has_none = False, False, False
        while here < len(line):
            text = line.texts[here]
            if bound and any(one.mention is not None for one in bound) and line.is_cut(here) and text != ",":
                break
            if self._says_again(here) or (text in _YES and here > at):
                has_cue, here = True, here + 1
                continue
            if here > at and text in ("it", "that") and line.texts[here - 1] in _YES:
                here += 1  # `Holland does it, too`
                continue
            if text in _DONE and line.texts[here + 1 : here + 2] == ["the"] and "same" in line.texts[here:]:
                here += 1
                continue
            if (
                not bound
                and text in _IT
                and line.texts[here + 1 : here + 2] in (["did"], ["does"], ["do"], ["has"], ["have"])
            ):
                here += 1
                continue
            if text == "neither" and bound:
                return None  # `and C from neither`: of those before
            is_none = text == "no" and last.is_here and self._is_another_word(here + 1, last)
            has_none |= is_none
            if text in ("not", "neither", "nor") or is_none:
                has_cue, is_denied, here = True, True, here + 1
                continue
            if here == at and last.is_here and self._is_another(at, last):
                has_cue, here = True, here + 1
                continue
            if bound and text in _ITS_OWN and last.is_here and self._had_its_own(here, last):
                has_cue, here = True, here + 1  # `A plays its games in B, and C its own in D`
                continue
            if not bound and (pair_here := self._pair(here, last)):
                bound, here = pair_here, pair_here[-1].end  # `A and B do not cooperate; C and D do`
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
        named = has_none or any(one.mention is not None for one in bound)
        has_cue = has_cue or (last.is_here and len(bound) == 1 and self._goes_on(at, last, bound[0]))
        if not (named and has_cue and (here == len(line) or line.is_cut(here))):
            return None
        if any(one.words for one in bound) and self._was_denied(last):
            return None  # `it is not growing here, flat there`: what is denied of the one is not denied of the other
        pair = line.grammar.told[last.phrase.fact].symmetric_names
        new = [one for one in bound if one.slot in pair]
        if len(new) == 1 and new[0].mention is not None and len(new[0].mention.names) > 1:
            return None  # `A and B have one, as have C and D`: with each other
        if "not" in line.texts[at:here] and any(mark.says == "no" for _, mark in last.hit.marks):
            return None  # `A said no to it, B did not`: that he said no, or that he did what A refused
        affirms = any(line.texts[one] in _YES for one in range(at, here))
        is_so = line.texts[at] == "so" and line.texts[at + 1 : at + 2] != [] and line.texts[at + 1] in _YES
        again = any(map(self._says_again, range(at, here))) or is_so
        if (is_denied or affirms) and not again and self._refuses(last):
            return None  # `A says no to it, B does not`: that he says no, or that he does what A refuses
        differs = (is_denied or (affirms and not again)) and is_denied != self._was_denied(last)
        flips = last.is_negated != differs
        kept = tuple(one for one in last.hit.bound if all(one.slot != new.slot for new in bound))
        kept = tuple(one._replace(start=at, end=at) for one in kept)
        hit = Hit(at, here, 0.6, (*bound, *kept), tuple(marks), last.hit.is_doubtful, here)
        return hit, flips

    def _says_again(self, at: int) -> bool:
        return self.line.texts[at] in _AGAIN and (
            self.line.texts[at] != "well" or self.line.texts[at - 1 : at] == ["as"]
        )

    def _had_its_own(self, at: int, last: Before) -> bool:
        """Whether `theirs` stands for what the clause before calls `their ...`."""
        had = self.line.texts[last.hit.start : min(last.hit.end, len(self.line))]
        behind = self.line.texts[at + 1 : at + 2]
        is_alone = self.line.texts[at] in ("theirs", "hers") or (bool(behind) and behind[0] in _BEFORE)
        return not _OWNING.isdisjoint(had) and is_alone and not self._was_denied(last)

    def _is_another(self, at: int, last: Before) -> bool:
        """Whether it is one more of what the clause before has: `a base in Kyrgyzstan and one in Tajikistan`."""
        texts = self.line.texts
        is_one = texts[at] in ("one", "another") and at + 1 < len(texts) and texts[at + 1] in _BEFORE
        if not is_one or self._was_denied(last):
            return False
        had = texts[last.hit.start : min(last.hit.end, len(texts))]
        is_plain = all(mark.effect in (Effect.NONE, Effect.PLACE) for _, mark in last.hit.marks)
        return is_plain and texts[at + 1] in had and not {"a", "an", "one"}.isdisjoint(had)

    def _goes_on(self, at: int, last: Before, one: Bound) -> bool:
        """Whether it is the next of a list, each behind the same preposition: `into Kazakhstan and into Uzbekistan`."""
        texts = self.line.texts
        is_plain = all(mark.effect in (Effect.NONE, Effect.PLACE) for _, mark in last.hit.marks)
        start = one.start - (texts[one.start - 1] in english.ARTICLES)
        is_same = start == at + 1 and texts[at] in _BEFORE and texts[at] == self._stood_after(last, one.slot)
        is_last = last.hit.end in (at - 1, at - 2) and texts[at - 1] == "and" and not self._was_denied(last)
        return (
            is_plain
            and is_same
            and is_last
            and all(one.slot != own.slot or own.end == last.hit.end for own in last.hit.bound)
        )

    def _was_denied(self, last: Before) -> bool:
        """Whether a `not` stands in the words of the clause before, be it of its phrase or beside it.

        What is denied of those of whom a `who` goes on to speak denies nothing of what is done to them: `those who do not pay`.
        """
        if last.is_here:
            words = self.line.texts[last.hit.start : min(last.hit.end, len(self.line))]
            who = next((at for at, word in enumerate(words) if at and word in _WHO), len(words))
            is_neither = "neither" in words[:who] and "nor" in words[:who]  # which deny once
            return (sum(word in english.NEGATORS for word in words[:who]) - is_neither) % 2 == 1
        own = [word for text in words_in(parse(last.phrase.text)) for word in words_of(text)]
        return last.is_negated != any(word in english.NEGATORS for word in own)

    def _is_another_word(self, at: int, last: Before) -> bool:
        """Whether a word stands there for another that a slot had in the clause before: `sells engines to B, but no fuel`."""
        had = {one.slot: one.words for one in last.hit.bound if one.words}
        fact = self.line.grammar.told[last.phrase.fact]
        kinds = {slot.name: slot.kind for slot in fact.keys if slot.name in had}
        said = self.line.spoken[at] if at < len(self.line) else []
        is_plain = all(mark.effect in (Effect.NONE, Effect.PLACE) for _, mark in last.hit.marks)
        return is_plain and any(
            isinstance(kind, Enumeration) and spoken.word in kind.words and spoken.word not in had[name]
            for _, spoken in said
            for name, kind in kinds.items()
        )

    def _refuses(self, last: Before) -> bool:
        """Whether a phrase says with a `no` of its own what is so: `sends no one`."""
        return last.phrase.holds and self._was_denied(last) != last.is_negated

    def _gap_filling(self, at: int, last: Before, bound: list[Bound]) -> Bound | None:
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
            before = self._preposition(at)
            if len(fitting) > 1 and before:
                fitting = [name for name in fitting if self._stood_after(last, name) == before]
            elif before in _OF_ANOTHER and last.is_here:
                fitting = [name for name in fitting if not self._stood_first(last, name)]
            behind = self.line.texts[mention.end : mention.end + 1]
            is_doer = (not before and behind != [] and behind[0] in _YES) or is_turned_round(self.line, at)
            if is_doer and any(self._stood_first(last, one.slot) for one in last.hit.bound):
                fitting = [name for name in fitting if self._stood_first(last, name)]  # `A does not fund B, but C does`
            if last.is_here and behind == ["'s"]:
                fitting = [name for name in fitting if self._was_owner(last, name)]
            is_article = at > 0 and self.line.texts[at - 1] in english.ARTICLES
            denied = self.line.texts[at - 1 - is_article : at - is_article]
            if len(fitting) > 1 and not before and denied in (["not"], ["neither"]):
                return None  # `A sues B, not C`: who does not sue, or who is not sued
            if fitting:
                return Bound(fitting[0], at, mention.end, mention)
        return None

    def _pair(self, at: int, last: Before) -> list[Bound]:
        """Two who do with each other what two did in the clause before, behind whom a verb stands for it; none if it is not that."""
        line, pair = self.line, self.line.grammar.told[last.phrase.fact].symmetric_names
        if not pair or f"{{{pair[0]}}} and {{{pair[1]}}}" not in last.phrase.text:
            return []
        both = next((m for m in line.mentions[at] if len(m.names) == len(pair)), None)
        one = next((m for m in line.mentions[at] if len(m.names) == 1), None)
        if both is None or one is None or both.is_or or both.excluded or line.texts[both.end : both.end + 1] == []:
            return []
        other = next(
            (start for start in range(one.end, both.end) if any(m.end == both.end for m in line.mentions[start])), 0
        )
        second = next((m for m in line.mentions[other] if m.end == both.end and len(m.names) == 1), None)
        if second is None or line.texts[both.end] not in _YES or line.texts[one.end] != "and":
            return []
        return [Bound(pair[0], at, one.end, one), Bound(pair[1], other, second.end, second)]

    def _was_owner(self, piece: Before, slot: str) -> bool:
        """Whether what stands in a slot owned something in the clause before: `China is B's partner, and C's too`."""
        ends = (one.end for one in piece.hit.bound if one.slot == slot)
        return any(self.line.texts[end : end + 1] == ["'s"] for end in ends)

    def _stood_first(self, piece: Before, slot: str) -> bool:
        """Whether what stands in a slot is the first without a preposition in the clause before: with whom it sides is not who sides."""
        if not piece.is_here:
            return who_did(piece) == slot
        placed = sorted((one for one in piece.hit.bound if one.mention is not None), key=lambda one: one.start)
        return next((one.slot for one in placed if self._stood_after(piece, one.slot) not in _PLACING), "") == slot

    def _preposition(self, at: int) -> str:
        """The preposition before a name, or the empty string."""
        at -= 1 + (at > 1 and self.line.texts[at - 1] in english.ARTICLES)
        at -= at > 0 and self.line.texts[at] in _OF_EACH  # `but from neither B nor C`
        return self.line.texts[at] if at >= 0 and self.line.texts[at] in _BEFORE else ""

    def _stood_after(self, piece: Before, slot: str) -> str:
        """The word before a slot in the clause before."""
        start = next((one.start for one in piece.hit.bound if one.slot == slot), 0)
        start -= start > 1 and start <= len(self.line) and self.line.texts[start - 1] in english.ARTICLES
        start -= start > 1 and start <= len(self.line) and self.line.texts[start - 1] in _OF_EACH
        return self.line.texts[start - 1] if 0 < start <= len(self.line) else ""
