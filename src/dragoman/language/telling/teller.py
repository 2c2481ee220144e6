"""From a clause that was found to the facts that it tells, or to an offer with the reason why it tells none."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

from dragoman.errors import Place
from dragoman.language.clauses.cutter import Cut, Piece
from dragoman.language.clauses.further import adds_only
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.phrases import tells_a_year
from dragoman.language.line.adverbials import is_adverbial
from dragoman.language.line.dated import says_of_another_time
from dragoman.language.line.line import Line
from dragoman.language.telling.at_once import AT_ONCE, denied_later, is_another_figure, said_at_once
from dragoman.language.telling.conditions import (
    WHEN,
    denies_all_of,
    denies_twice,
    goes_on,
    supposes_behind,
    supposing_before,
)
from dragoman.language.telling.doubts import REASONS, UNSURE, Doubts
from dragoman.language.telling.not_done import is_of_what_goes_on
from dragoman.language.telling.passives import is_done
from dragoman.language.telling.pronouns import (
    ONE_OF_SEVERAL,
    ONE_OF_SEVERAL_PLACES,
    is_at_one_of_several,
    means_one_of_several,
)
from dragoman.language.telling.scopes import (
    AGAIN,
    OF_ITS_REASON,
    UNDER_IT,
    answers_back,
    doubts_of_joint,
    gives_his_own,
    is_respective,
    stands_under,
)
from dragoman.language.telling.taken_out import without_taken_out
from dragoman.language.telling.unlike import pieces_unlike
from dragoman.language.telling.verbless import (
    answers_of_whom,
    is_named_beside,
    is_only_named,
    shares_a_verb,
    within_gap,
)
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Blank, FactType, Rulebook
from dragoman.situation.forms import Said
from dragoman.situation.reader import FactReader
from dragoman.source import nodes
from dragoman.source.nodes import Node, Scalar
from dragoman.source.reading import Reading as SourceReading
from dragoman.values.enumeration import Enumeration

MOST_CHOICES = 3
_DENYING = frozenset({Effect.NEGATES, Effect.NO_LONGER, Effect.DENIED_BY, Effect.NEARLY, Effect.ENDED})
_DUE = frozenset({Effect.POSSIBLE, Effect.WANTED})
_SAID_OF_BOTH = frozenset({Effect.HEDGES, Effect.REPORTED})
_CARRIED = (
    frozenset({Effect.POSSIBLE, Effect.AHEAD, Effect.WANTED, Effect.SUPPOSED, Effect.PAST, Effect.BYGONE})
    | _SAID_OF_BOTH
)
_HELPERS = english.BE | english.DO | english.HAVE | english.MODALS
_NONE = frozenset({"no", "nothing", "nobody", "none", "hardly", "scarcely", "few", "little"})
_REFUSING = frozenset(
    map(
        stem,
        english.lines(
            "refuse | decline | ban | forbid | prohibit | outlaw | reject | deny | avoid | boycott | shun | lack | prevent | block"
            "| bar | oppose | veto | withhold | suspend | stop"
        ),
    )
)
"""Verbs of which none is left whose object is any of them."""
_JOINING = frozenset({"and", "but", "yet", "while", "whereas", "although", "though"})
_LATER = frozenset({"and", "but", "then", "no", ",", "since", "now"})
UNLIKELY = ("unlikely", "very unlikely", "almost no chance")
_HARMLESS_WITH_NOT = ("any more", "anymore", "any longer")


class Told(NamedTuple):
    """What one clause tells."""

    facts: tuple[ReadFact, ...]
    reason: str = ""
    """Why they are only offered; empty if they are told."""
    span: str = ""


class Scope(NamedTuple):
    """What holds for a whole sentence."""

    marks: tuple[tuple[int, Mark], ...] = ()
    reason: str = ""


class Teller:
    """Makes facts of the clauses of one sentence."""

    def __init__(self, rulebook: Rulebook, events: frozenset[str], line: Line) -> None:
        self.rulebook, self.events, self.line = rulebook, events, line
        self.doubts = Doubts(rulebook, events, line)

    def told(self, cut: Cut) -> list[Told]:
        """Of each clause, in order."""
        scope = self._scope(cut)
        found = list[Told]()
        before = None
        for number, piece in enumerate(_completed(self.rulebook, cut.pieces)):
            marks = [*piece.hit.marks]
            marks += [pair for pair in self._carried(piece, before) if pair not in marks]
            before = piece._replace(hit=piece.hit._replace(marks=tuple(marks)))
            if number or piece.is_gap:
                first = (
                    scope.marks if goes_on(self.line, piece) else (p for p in scope.marks if p[1].effect not in WHEN)
                )
                marks += [pair for pair in first if pair not in marks]
            marks += [pair for pair in cut.loose if self._holds_for(pair, number, cut)]
            marks += [pair for pair in within_gap(self.line, piece) if pair not in marks]
            marks += [pair for pair in supposing_before(self.line, piece) if number and pair not in marks]
            said = [
                mark for at, mark in marks
                if not (self._was_done(piece, at, mark, marks) or self._is_asked(piece, at, mark))
            ]  # fmt: skip
            whole = scope._replace(marks=(*scope.marks, *_at_first(cut))) if number else scope
            is_denied = not english.NEGATORS.isdisjoint(self.line.texts[piece.hit.start : piece.hit.end])
            reason = scope.reason or self._doubts_both(piece, whole) or is_only_named(self.line, piece)
            reason = reason or doubts_of_joint(self.line, piece.hit, is_denied=is_denied)
            if found and found[-1].reason == OF_ITS_REASON and gives_his_own(self.line, piece.hit):
                reason = reason or OF_ITS_REASON
            if number and not piece.is_gap:
                under = stands_under(self.line, piece.hit, cut.pieces[number - 1].hit)
                if under and self.line.texts[piece.hit.start - 1] == "and" and found[-1].facts:
                    found[-1] = found[-1]._replace(reason=found[-1].reason or under)
                beside = shares_a_verb(self.line, piece, cut.pieces[number - 1])
                reason = reason or under or beside or is_named_beside(self.line, piece, cut.pieces[number - 1])
            if answers_back(self.line, piece, cut):
                told = self._piece(*self._by_itself(piece, said), reason or UNDER_IT)
            else:
                told = self._piece(piece, said, reason)
            if number and piece.is_gap and not told.reason and self._is_of_another_time(cut.pieces, number):
                told = told._replace(reason=REASONS[Effect.BYGONE])
            earlier = [fact for one in found if not one.reason for fact in one.facts]
            if number and is_another_figure(self.rulebook, told.facts, earlier):
                told = told._replace(reason=told.reason or AT_ONCE)
            found.append(told)
        plain = [() if one.reason else one.facts for one in found]
        for at in denied_later(plain, [self._comes_later(piece) for piece in cut.pieces]):
            found[at] = found[at]._replace(reason=AT_ONCE)
        kept = without_taken_out(self.rulebook, [() if one.reason else one.facts for one in found])
        found = [one if one.reason else one._replace(facts=facts) for one, facts in zip(found, kept, strict=True)]
        unsure = said_at_once(self.rulebook, [fact for one in found if not one.reason for fact in one.facts])
        is_unsure = [any(fact.meaning in unsure for fact in one.facts) for one in found]
        return [one._replace(reason=one.reason or AT_ONCE * bad) for one, bad in zip(found, is_unsure, strict=True)]

    def _by_itself(self, piece: Piece, said: list[Mark]) -> tuple[Piece, list[Mark]]:
        """A clause that has no more than an `is` or `is not` of its own, as that says it; where it says `so is B`, with what is said of both."""
        own = self.line.texts[piece.hit.start : min(piece.hit.end, len(self.line))]
        is_denied = not english.NEGATORS.isdisjoint(own)
        if not (is_denied or AGAIN.isdisjoint(own)):
            return piece, said
        marks = [mark for _, mark in piece.hit.marks]
        is_marked = any(mark.effect is Effect.NEGATES for mark in marks)
        return piece._replace(flips=is_denied and not is_marked), marks

    def _is_of_another_time(self, pieces: Sequence[Piece], number: int) -> bool:
        """Whether what is said of another, too, is said of another time: `A buys it, B too, last year`."""
        piece, before = pieces[number], pieces[number - 1]
        end = pieces[number + 1].hit.start if number + 1 < len(pieces) else len(self.line)
        earlier = self.line.tokens[before.hit.start : before.hit.end]
        is_state = piece.phrase.fact not in self.events
        return is_state and says_of_another_time(self.line.tokens[piece.hit.start : end], earlier)

    def _comes_later(self, piece: Piece) -> bool:
        """Whether a clause stands behind what says that it comes later: `and reopened`, `, no, open`."""
        return not _LATER.isdisjoint(self.line.texts[max(0, piece.hit.start - 2) : piece.hit.start + 1])

    def _doubts_both(self, piece: Piece, scope: Scope) -> str:
        """`I do not think that A and B` doubts that both are so: of the second alone it says nothing."""
        is_first = any(at == piece.hit.start for at, _ in scope.marks)
        is_doubt = any(mark.effect is Effect.HEDGES and _is_doubted([mark.says]) for _, mark in scope.marks)
        before = self.line.texts[max(0, piece.hit.start - 2) : piece.hit.start + 1]
        if is_first or piece.is_gap or not is_doubt or {"or", "nor", "that"} & {*before}:
            return ""
        return "it is not clear how far its doubt goes"

    def _carried(self, piece: Piece, before: Piece | None) -> Iterator[tuple[int, Mark]]:
        """What the verb of the clause before says of one that has none: `was strong in A, weak in B`, `may be`, `will be`."""
        if before is None or before.phrase.fact != piece.phrase.fact:
            return
        texts = self.line.texts
        if not _HELPERS.isdisjoint(texts[piece.hit.start : min(piece.hit.end, len(texts))]):
            return
        own = {mark.effect for _, mark in piece.hit.marks}
        for at, mark in before.hit.marks:
            is_verb = mark.effect is not Effect.PAST or mark.says in english.PAST_BE
            if mark.effect in _CARRIED and is_verb and not (mark.effect in _SAID_OF_BOTH and own & _SAID_OF_BOTH):
                yield at, mark
            if mark.effect is Effect.BYGONE and own <= {Effect.BYGONE} and piece.phrase.fact not in self.events:
                yield at, mark._replace(effect=Effect.PAST)  # `up at A in 2019, down at B` tells of both how it was

    def _scope(self, cut: Cut) -> Scope:
        """What the first words of a sentence say of all of it, and what is wrong with all of it."""
        first: tuple[tuple[int, Mark], ...] = ()
        if cut.pieces:
            piece = cut.pieces[0]
            begins = min((one.start for one in piece.hit.bound if one.end > one.start), default=piece.hit.end)
            effects = (Effect.HEDGES, Effect.REPORTED, Effect.DENIED_BY, Effect.WANTED, Effect.AHEAD, Effect.FORMER)
            first = tuple(
                (at, mark)
                for at, mark in piece.hit.marks
                if at < begins and at == piece.hit.start and mark.effect in effects
            )
        if cut.left_over and not adds_only(self.line, cut):
            words = " ".join(self.line.texts[at] for at in cut.left_over[:8])
            return Scope(first, f"the rest of the sentence was not understood: {words}")
        if cut.pieces and (self._supposes_all(cut) or supposes_behind(self.line, cut)):
            return Scope(first, REASONS[Effect.SUPPOSED])
        if denies_all_of(cut):
            return Scope(first, "it is not clear how far its denial goes")
        if self._is_of_none(cut):
            return Scope(first, "it says that there is none of which it is so")
        if self._says_only_when(cut):
            return Scope(first, "it says when something is so, and not that it is")
        if any(
            (piece.is_gap or number) and "or" in self.line.texts[max(0, piece.hit.start - 1) :][:2]
            for number, piece in enumerate(cut.pieces)
        ):
            return Scope(first, "it says one or the other, not which")
        if any(mark.effect is Effect.NEGATES and mark.end == at + 1 for at, mark in cut.loose):
            return Scope(first, "it is not clear what its `no` denies")
        if answers_of_whom(self.line, cut):
            return Scope(first, "it is not clear of whom its answer is")
        if self._answers_and_denies():
            return Scope(first, "it is not clear what its `no` denies")
        return Scope(first)

    def _supposes_all(self, cut: Cut) -> bool:
        """Whether the sentence begins with an `if`: then what follows is so only if the first clause is."""
        hit = cut.pieces[0].hit
        begins = min((one.start for one in hit.bound if one.end > one.start), default=hit.end)
        marks = (*hit.marks, *cut.loose)
        return any(mark.effect is Effect.SUPPOSED and at < begins for at, mark in marks)

    def _answers_and_denies(self) -> bool:
        """Whether a `no` that may only answer stands before a denial: `and no X is not closed`."""
        texts = self.line.texts
        at = 1 if texts[:1] != [] and texts[0] in english.BOUNDARIES else 0
        return texts[at : at + 1] == ["no"] and not english.NEGATORS.isdisjoint(texts[at + 2 :])

    def _is_of_none(self, cut: Cut) -> bool:
        """Whether something is said of what there is none of: `there is no activity that it does not control`."""
        texts = self.line.texts
        is_none = texts[:2] in (["there", "is"], ["there", "are"]) and texts[2:3] != [] and texts[2] in _NONE
        return is_none and any(
            not english.RELATIVE.isdisjoint(texts[piece.hit.start - 1 : piece.hit.start + 1])
            for piece in cut.pieces[1:]
        )

    def _says_only_when(self, cut: Cut) -> bool:
        """Whether a clause begins behind a `when`, or the only one behind a `while`: neither says that it is so."""
        starts = {piece.hit.start for piece in cut.pieces}
        before = {self.line.texts[at - 1] for at in starts if at}
        return "when" in before or (len(starts) == 1 and not before.isdisjoint(("while", "whereas")))

    def _holds_for(self, pair: tuple[int, Mark], number: int, cut: Cut) -> bool:
        """Loose marks belong to the clause before them, or to all if they stand first, or say at the end whose word all is."""
        at, mark = pair
        if mark.effect in (Effect.WITH_NEGATION,):
            return False
        after = [one for one, piece in enumerate(cut.pieces) if piece.hit.end <= at]
        before = self.line.texts[:at]
        before = before[:-1] if before[-1:] == [","] else before
        if after and before[-1:] != [] and before[-1] in _JOINING and cut.pieces[-1].hit.start >= mark.end:
            return number > after[-1]  # `A is a member and, I think, has left`: only the second is thought
        if after and self.line.texts[mark.end - 1 : mark.end] == ["that"]:  # `..., and a newspaper writes that ...`
            following = next((one for one, piece in enumerate(cut.pieces) if piece.hit.start >= mark.end), None)
            if following is not None:
                is_also = number > following and self.line.texts[cut.pieces[number].hit.start - 1] == "that"
                return number == following or is_also
        if after and any(cut.pieces[after[-1]].hit.end <= left < at for left in cut.left_over):
            return False  # it stands in a clause of which nothing was made
        is_last = mark.end == len(self.line) and "," in self.line.texts[at - 1 : at + 1]
        is_of_all = is_last and mark.effect in _SAID_OF_BOTH and len(after) == len(cut.pieces)
        return is_of_all or not after or number == after[-1]

    def _piece(self, piece: Piece, marks: list[Mark], reason: str) -> Told:
        if piece.others:
            several = (piece, *piece.others)
            kept = [one for one in several if not is_of_what_goes_on(self.line, one)]
            piece = kept[0]._replace(others=tuple(kept[1:])) if kept else piece
        hit = piece.hit
        span = self.line.span(min(hit.start, len(self.line) - 1), max(hit.last, hit.start + 1))
        verdict = self._verdict(piece, marks)
        facts = tuple(self._facts(piece, verdict, span))
        reason = reason or verdict.reason
        if not verdict.holds or reason == REASONS[Effect.NEARLY]:
            unlike = tuple(self._unlike(piece, verdict, span, is_below=verdict.holds))
            reason = reason or ("it denies a figure, and tells none" if len(unlike) > 1 else "")
            facts = (*unlike, *facts)
        elif not facts and verdict.likelihood in UNLIKELY:
            reason = reason or "it doubts a figure, and tells none"
            facts = tuple(self._unlike(piece, verdict._replace(likelihood=""), span, is_below=False))
        is_open, is_elsewhere = means_one_of_several(self.line, piece), is_at_one_of_several(self.line, piece)
        reason = reason or self.doubts.about(piece, facts) or ONE_OF_SEVERAL * is_open
        reason = reason or ONE_OF_SEVERAL_PLACES * is_elsewhere
        choices = list(facts)
        if piece.others and not reason:
            known = {fact.meaning for fact in facts}
            for other in piece.others:
                more = list(self._facts(other, self._verdict(other, marks), span))
                choices += (fact for fact in more if fact.meaning not in known)
                known |= {fact.meaning for fact in more}
                if not more or len(choices) > len(facts):  # what leaves out what a fact needs says something else
                    reason = "it can be read in more than one way"
        if reason == REASONS[Effect.NEARLY]:
            contrary = list(self._contrary(facts[:1]))
            is_sooner = any(mark.effect is Effect.NEARLY and mark.says in english.RATHER_NOT for mark in marks)
            choices = [*contrary, *choices] if is_sooner else [*choices, *contrary]
        if not facts:
            asked = self._with_what_was_left_out(piece, verdict, span)
            return Told(tuple(asked), reason or "it leaves out what the fact needs", span)
        return Told(tuple(choices), reason, span)

    def _unlike(self, piece: Piece, verdict: _Verdict, span: str, *, is_below: bool) -> Iterator[ReadFact]:
        """What may be so where a figure is denied; with `is_below`, what is so where it is not quite reached."""
        for one in islice(pieces_unlike(piece), 1 if is_below else None):
            yield from self._facts(one, verdict._replace(holds=True), span)

    def _contrary(self, facts: tuple[ReadFact, ...]) -> Iterator[ReadFact]:
        """That it is not so: `hardly` says one or the other."""
        for fact in facts:
            value = self.rulebook.facts[fact.fact].value
            if value is None or value.kind.CAN_BE_DENIED:
                yield dataclasses.replace(fact, holds=not fact.holds)

    def _verdict(self, piece: Piece, marks: list[Mark]) -> _Verdict:
        is_state = piece.phrase.fact not in self.events
        is_over = is_state and self.doubts.is_past(piece)
        marks = [mark for mark in marks if not self._is_of_each(mark) and not self._is_refused(piece, mark)]
        if tells_a_year(self.rulebook.facts[piece.phrase.fact]):  # `it will close in 2031`
            marks = [mark for mark in marks if mark.effect is not Effect.AHEAD or mark.says not in english.FUTURE]
        if self.doubts.negates_itself(piece):
            marks = [mark for mark in marks if mark.effect is not Effect.WITH_NEGATION]
        if self._was_never_done(piece, marks):
            marks = [mark for mark in marks if mark.effect is not Effect.PAST]
        if is_over or (is_state and any(mark.effect is Effect.PAST for mark in marks)):
            marks = [mark._replace(effect=Effect.ENDED) if self._is_bygone(mark) else mark for mark in marks]
        if (
            not piece.phrase.holds
            and not self.doubts.has_its_no(piece)
            and _DENYING.isdisjoint(one.effect for one in marks)
        ):
            # who has openly left has left
            marks = [mark for mark in marks if mark.effect is not Effect.NARROWS or not is_adverbial(mark.says)]
        words = frozenset(self.line.texts[piece.hit.start : piece.hit.end]) - english.BE - english.HAVE
        is_undone = not piece.phrase.holds and any(map(is_past_participle, words))
        return _Verdict.of(piece, marks, is_state, is_over=is_over, is_undone=is_undone)

    def _is_of_each(self, mark: Mark) -> bool:
        """Whether it is the `single` of `every single year`, which goes with no `not`."""
        is_single = mark.effect is Effect.WITH_NEGATION and mark.says == "single"
        return is_single and self.line.texts[mark.end - 2 : mark.end - 1] in (["every"], ["each"])

    def _is_refused(self, piece: Piece, mark: Mark) -> bool:
        """Whether it is the `any` of `refuses to attend any meeting`, `bans any report`: of what none is let be."""
        before = self.line.tokens[piece.hit.start : mark.end - 1]
        is_any = mark.effect is Effect.WITH_NEGATION and mark.says == "any"
        return is_any and not _REFUSING.isdisjoint(token.stem for token in before)

    def _was_never_done(self, piece: Piece, marks: list[Mark]) -> bool:
        """`was never approved`: what would still be so if it had been done."""
        words = self.line.texts[piece.hit.start : piece.hit.end]
        return not english.LASTING.isdisjoint(words) and any(mark.says == "never" for mark in marks)

    def _was_done(self, piece: Piece, at: int, mark: Mark, marks: list[tuple[int, Mark]]) -> bool:
        """Whether a mark is the `was` of what was done for good."""
        others = [one for _, one in marks]
        return mark.effect is Effect.PAST and is_done(self.line, at, piece.phrase, others, piece.hit.bound)

    def _is_asked(self, piece: Piece, at: int, mark: Mark) -> bool:
        """Whether a `should`, `has to` belongs to what two ask or quarrel over: `who should pay`, or is what a phrase says is due."""
        if mark.effect not in _DUE:
            return False
        texts = self.line.texts
        words = set(words_of(piece.phrase.text))
        asks = next((n for n in range(at - 1, max(piece.hit.start, at - 3), -1) if texts[n] in english.ASKING), 0)
        is_due = piece.is_gap and texts[at : at + 2] == ["have", "to"] and not {"must", "has"}.isdisjoint(words)
        return (asks > 0 and texts[asks] in words) or (is_due and " to" in piece.phrase.text)

    def _is_bygone(self, mark: Mark) -> bool:
        """Whether something was so until a year that was over when the document was written."""
        written = self.rulebook.report.date
        return mark.effect is Effect.UNTIL and mark.says != "" and int(mark.says) <= written.year

    def _facts(self, piece: Piece, verdict: _Verdict, span: str) -> Iterator[ReadFact]:
        fact = self.rulebook.facts[piece.phrase.fact]
        told: list[list[tuple[str, str, bool]]] = [[(name, value, True)] for name, value in piece.phrase.fixed]
        for one in piece.hit.bound:
            if one.mention is not None:
                values = [(one.slot, name, True) for name in one.mention.names]
                told.append([*values, *((one.slot, name, False) for name in one.mention.excluded)])
            elif one.words:
                told.append([(one.slot, word, True) for word in one.words])
            else:
                told.append([(one.slot, one.figure, True)])
        is_denied = denies_twice(self.line, piece) or verdict.likelihood in UNLIKELY
        is_part = any(one.mention is not None and one.mention.is_part for one in piece.hit.bound)
        is_denied |= is_part and verdict.holds != (piece.phrase.holds != piece.flips)
        for combination in _each_with_its_own(told) if is_respective(self.line, piece) else product(*told):
            excluded = sum(not is_in for _, _, is_in in combination)
            if excluded and is_denied:
                continue  # of B, `did not do it in A, not B` says nothing for sure
            filled = {slot: value for slot, value, _ in combination}
            holds = verdict.holds != bool(excluded % 2)
            read = checked_slots(self.rulebook, fact, filled, holds, verdict.likelihood)
            if read is not None:
                yield ReadFact(fact.name, read, holds, verdict.likelihood, verdict.source, verdict.date, span)

    def _with_what_was_left_out(self, piece: Piece, verdict: _Verdict, span: str) -> list[ReadFact]:
        """The first few ways to fill the one slot that a phrase leaves out."""
        fact = self.rulebook.facts[piece.phrase.fact]
        filled = {one.slot for one in piece.hit.bound} | {name for name, _ in piece.phrase.fixed}
        missing = [slot for slot in fact.keys if slot.name not in filled and not slot.optional]
        value = fact.value
        if value is not None and value.name not in filled and isinstance(value.kind, Enumeration) and not missing:
            choices: Iterable[str] = value.kind.words
            name = value.name
        elif len(missing) == 1:
            choices, name = missing[0].kind.choices(self.rulebook.entities, is_told=True), missing[0].name
        else:
            return []
        found: list[ReadFact] = []
        for choice in choices:
            phrase = piece.phrase.__class__(
                fact.name,
                piece.phrase.text,
                piece.phrase.holds,
                (*piece.phrase.fixed, (name, choice)),
                piece.phrase.place,
            )
            found += self._facts(piece._replace(phrase=phrase), verdict, span)
            if len(found) >= MOST_CHOICES:
                break
        return found


def _completed(rulebook: Rulebook, pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The clauses, each that leaves a slot out with what the clause before of the same type has there."""
    before: dict[str, Piece] = {}
    for piece in pieces:
        fact, whole = rulebook.facts[piece.phrase.fact], piece
        if fact.name in before:
            filled = {one.slot for one in piece.hit.bound} | {name for name, _ in piece.phrase.fixed}
            needed = {slot.name for slot in fact.keys if not slot.optional} - filled
            more = tuple(one for one in before[fact.name].hit.bound if one.slot in needed)
            whole = piece._replace(hit=piece.hit._replace(bound=(*piece.hit.bound, *more)))
        before[fact.name] = whole
        yield whole


def _each_with_its_own(
    told: Sequence[Sequence[tuple[str, str, bool]]],
) -> Iterator[tuple[tuple[str, str, bool], ...]]:
    """Of two lists that are as long the first of one with the first of the other, and so on: `A and B lend to C and D respectively`."""
    longest = max(map(len, told), default=0)
    return (tuple(one[at] if len(one) > 1 else one[0] for one in told) for at in range(longest))


class _Verdict(NamedTuple):
    """What the marks around a clause make of its fact."""

    holds: bool
    likelihood: str
    source: str
    date: str
    reason: str

    @classmethod
    def of(cls, piece: Piece, marks: list[Mark], is_state: bool, *, is_over: bool, is_undone: bool) -> _Verdict:
        effects = [mark.effect for mark in marks]
        negations = sum(e in (Effect.NEGATES, Effect.NO_LONGER) for e in effects)
        hedges = [mark.says for mark in marks if mark.effect is Effect.HEDGES]
        sources = [mark for mark in marks if mark.effect in (Effect.REPORTED, Effect.DENIED_BY)]
        ended = Effect.ENDED in effects
        holds = piece.phrase.holds
        for _ in range(negations):
            holds = not holds
        holds = holds != (Effect.DENIED_BY in effects)
        holds = holds != piece.flips
        if ended and holds:
            holds = False
        no_more = negations and any(mark.says in _HARMLESS_WITH_NOT for mark in marks)
        no_more = no_more or (Effect.DECIDED in effects and not holds)
        is_dated = any(mark.effect is Effect.AHEAD and mark.says not in english.FUTURE for mark in marks)
        is_settled = not is_dated and (
            no_more or Effect.NO_LONGER in effects
        )  # `next year it will no longer be so`: it is
        reason = next(
            (
                text
                for effect, text in REASONS.items()
                if effect in effects
                and not (effect is Effect.PAST and (ended or not is_state or is_undone))
                and not (effect is Effect.BYGONE and not is_over and holds)
                and not (effect is Effect.AHEAD and (is_settled or _is_doubted(hedges)))
            ),
            "",
        )
        if Effect.NARROWS in effects and (negations or not holds):
            reason = reason or "it denies only something more particular"
        if negations > 1:
            reason = reason or "it negates twice"
        if ended and (negations or not piece.phrase.holds):
            reason = reason or "it is not clear whether it is still so"
        if (len(hedges) > 1 and (negations or not _say_the_same(hedges))) or len(sources) > 1:
            reason = reason or "it hedges twice"
        if hedges and hedges[0] in UNLIKELY and not holds:
            reason = reason or "it denies what it calls unlikely"
        if "possible" in hedges:
            reason = reason or "it says only that it is possible"
        is_doubted = _is_doubted(hedges)  # `I doubt that it has any`
        if Effect.WITH_NEGATION in effects and not (negations or is_doubted) and piece.phrase.holds:
            reason = reason or UNSURE
        date = next((mark.says for mark in marks if mark.effect in (Effect.NONE, Effect.BYGONE) and mark.says), "")
        source = sources[0].says if sources else ""
        return cls(holds, hedges[0] if hedges else "", source, date, reason)


def _say_the_same(hedges: list[str]) -> bool:
    """Whether what is hedged twice is no less likely for it: `I think that it is likely`."""
    return len({*hedges}) == 1 and hedges[0] in ("likely", "very likely", "almost certain")


def _is_doubted(hedges: list[str]) -> bool:
    """Whether it is called unlikely: then it makes no odds that it is said of what is to come."""
    return bool(hedges) and hedges[0] in UNLIKELY


def _at_first(cut: Cut) -> tuple[tuple[int, Mark], ...]:
    """What stands before all clauses of a sentence and belongs to none of them alone."""
    start = min((piece.hit.start for piece in cut.pieces), default=0)
    return tuple((at, mark) for at, mark in cut.loose if at < start)


def checked_slots(
    rulebook: Rulebook, fact: FactType, values: Mapping[str, str], holds: bool, likelihood: str = ""
) -> dict[str, object] | None:
    """The slots of a fact as JSON; None if no such fact can be told."""
    reading, place = SourceReading("FA"), Place("line")
    slots: list[tuple[Scalar, Node]] = [
        (Scalar(name, True, place), Scalar(value, True, place)) for name, value in values.items()
    ]
    body: Node = nodes.Mapping(((Scalar(fact.name, True, place), nodes.Mapping(tuple(slots), place)),), place)
    if not holds:
        body = nodes.Mapping(((Scalar("not", True, place), body),), place)
    if likelihood and isinstance(body, nodes.Mapping):
        said = (Scalar("likelihood", True, place), Scalar(likelihood, True, place))
        body = nodes.Mapping((*body.entries, said), place)
    said_fact = FactReader(reading, rulebook).read(body, 0)
    if said_fact is None:
        return None
    return slots_of(fact, said_fact)


def slots_of(fact: FactType, said: Said) -> dict[str, object]:
    """The slots of a fact that was read, as JSON."""
    found: dict[str, object] = {
        slot.name: term for slot, term in zip(fact.keys, said.terms, strict=True) if not isinstance(term, Blank)
    }
    if fact.value is not None and said.value is not None:
        found[fact.value.name] = said.value.json()
    return found
