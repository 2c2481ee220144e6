"""Denials, and doubts, of a part only: of how far, how openly, for how long or of all of them it is so. The rest may be so.

does not wholly depend on B · is not far ahead of B     may depend on B, may be ahead
is not a founding member · there are no large protests  may be a member, there may be small ones
has not asked again · did not join at once              may have asked before, may have joined later
gets no more gas than last year                         may get as much
does not need B as much as C does · not so A that B     needs B less, is less A
I doubt that A has always backed it, that only A does   may back it now, others may, too
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.language.clauses.cutter import Piece
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import Token, words_of

_WHOLLY = frozenset(
    english.lines(
        """
        all | every | always | both | fully | altogether | only | everywhere | quite | exactly | recently | lately | very
        too | particularly | especially | overly | terribly | exceptionally | extremely | entirely | wholly | totally
        completely | greatly | hugely | strongly | much | nearly
        """
    )
)
"""Words behind a `not` that is no denial of the rest: what is not very unstable may well be unstable."""
_HOW = frozenset(
    english.lines(
        """
        far | deeply | publicly | officially | formally | openly | solely | exclusively
        unconditionally | permanently | many
        """
    )
)
"""How far, how openly or of how many it is so: who is not far ahead may be ahead. They are no part of what phrases say."""
_ALL = frozenset({"all", "every", "each"})
_OWN = frozenset({"its", "their", "his", "her"})
_LENGTHS = frozenset({"miles", "streets", "leagues", "years"})
_AHEAD = (["ahead"], ["behind"], ["above"], ["apart"], ["clear"], ["in"])
_OF_WHAT_KIND = frozenset(
    english.lines("founding | founder | active | loyal | air | naval | combat | mass | large | big | long | immediate")
)
"""Before a noun: who is no founding member may be a member."""
_ONLY = frozenset(english.lines("just | only | merely | simply | solely | purely"))
"""Words right behind a `not` that denies that it is no more than that: who does not just lead leads."""
_OF_KIND = ("ary", "ic", "al", "ive", "ect")
_INTEREST = (["interest"], ["interests"])
"""Who has no military interest may have another."""
_REAL = frozenset({"real", "true", "genuine", "actual", "proper"})
"""Of what there is no real one, there is none."""
_UNLIKELY = frozenset({"unlikely", "very unlikely", "almost no chance"})
_SO_FAR = frozenset({"so", "too", "thus", "by", "as", "how", "go", "goes", "going", "get", "gets", "come"})
_NO_NOUN = (
    PREPOSITIONS
    | english.NEGATORS
    | english.BOUNDARIES
    | frozenset(english.lines("and | or | that | than | as | any | at | extent | degree"))
)
_AT_ONCE = (("at", "once"), ("right", "away"), ("straight", "away"))
_THIS = frozenset({"year", "month", "week", "time", "season", "summer", "winter", "spring", "autumn"})
_DOING = frozenset(map(stem, english.LASTING))
_MOST_BEHIND = 4
_MORE = frozenset({"more", "less", "better", "worse", "fewer"})
_AS_FAR = frozenset({"far", "well", "long", "soon", "good"})
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_CHOICES = re.compile(r"\([^()]*\|[^()]*\)")


def denies_wholly_only(line: Line, piece: Piece, said: frozenset[str], *, is_event: bool) -> bool:
    """Whether a `not` only denies that it is all, always, far or openly so, or so again: the rest may be so.

    `said` are the words with which the fact itself is said and denied.
    """
    texts, own = line.texts, set(words_of(piece.phrase.text))
    end = min(piece.hit.end, len(texts))
    negated = [at for at in range(piece.hit.start, end) if texts[at] in english.NEGATORS]
    has_own_no = not english.NEGATORS.isdisjoint(own)
    for first in negated:
        behind = texts[first + 1 + (texts[first + 1 : first + 2] == ["longer"]) :][:1]
        if behind != [] and behind[0] in _ONLY and (behind[0] not in own or not has_own_no):
            return True
    if not negated:
        return False
    [first, *_] = negated
    if _is_not_again(line, piece, first, end, is_event=is_event) or _only_compares(line, piece, first, end):
        return True
    if line.span(first, first + 1).lower() in english.STOPPED:
        return False  # who has stopped it altogether has stopped it
    marked = any(mark.effect in (Effect.NEGATES, Effect.NO_LONGER) for _, mark in piece.hit.marks)
    left_out = _left_out(piece.phrase.text, _BRACKETS)
    chosen = left_out | _left_out(piece.phrase.text, _CHOICES)
    named = {one for bound in piece.hit.bound if bound.mention is not None for one in range(bound.start, bound.end)}
    for at in range(first + 1, end):
        text = texts[at]
        if at in named and text in _OF_WHAT_KIND:
            continue  # `none of the big hospitals`
        if text in _ALL and not {"all", "every"}.isdisjoint(said):
            continue  # `no law obliges A to serve all villages`, of who must serve every village
        if text in _WHOLLY and texts[at - 1] not in ("at", "after"):
            if text not in own or (marked and not has_own_no and text in chosen):
                return True
        elif text in _LENGTHS and texts[at + 1 : at + 2] in _AHEAD:
            return True
        elif text not in said and (text not in own or text in chosen):
            is_how_far = text in _HOW and texts[at - 1] not in _SO_FAR and texts[at + 1 : at + 2] != ["from"]
            is_of_kind = (
                text in _OF_WHAT_KIND
                or (texts[at + 1 : at + 2] in _INTEREST and text.endswith(_OF_KIND) and text not in _REAL)
                or (text in english.NARROWING - _REAL and text in left_out and texts[at - 1] not in _OWN)
            )
            if is_how_far or (is_of_kind and _is_before_noun(line, at, end)):
                return True
    return False


def _left_out(phrase: str, brackets: re.Pattern[str]) -> set[str]:
    """The words of a phrase that it may leave out, or may have another for."""
    return {word for found in brackets.findall(phrase) for word in words_of(found)}


def _is_before_noun(line: Line, at: int, end: int) -> bool:
    """Whether a noun stands behind a word: `a founding member`, and not `is not active`."""
    behind = line.tokens[at + 1] if at + 1 < end else None
    return behind is not None and behind.is_word and behind.text not in _NO_NOUN and not line.is_cut(at + 1)


def _is_not_again(line: Line, piece: Piece, first: int, end: int, *, is_event: bool) -> bool:
    """Whether what is done at some time was not done again, at once or since then: it may have been done."""
    texts = line.texts
    behind = next((at for at in range(end, len(line) - 1) if line.is_cut(at)), len(line))
    said = texts[first:behind]
    if any(pair in _AT_ONCE for pair in pairwise(said)) or "immediately" in said:
        return True
    is_done = is_event or any(token.stem in _DOING for token in line.tokens[first:end])
    is_done = is_done or (bool(piece.phrase.fixed) and piece.phrase.holds and "held" in said)
    is_done = is_done or any(is_past_participle(value) and value in said for _, value in piece.phrase.fixed)
    if not is_done or not {"until", "till", "ever"}.isdisjoint(said):
        return False
    is_again = "another" in said or any(text == "again" and said[at - 1] != "once" for at, text in enumerate(said))
    has_been = not {"has", "have"}.isdisjoint((*texts[max(0, first - 6) : first], *said))
    is_since = "since" in said and has_been and "since" not in words_of(piece.phrase.text)
    return is_again or is_since or any(one == "this" and two in _THIS for one, two in pairwise(said))


def _only_compares(line: Line, piece: Piece, first: int, end: int) -> bool:
    """`no more gas than last year`, `not as much as B`: less than that, or as much."""
    texts, own = line.texts, piece.phrase.text
    behind = min(end + _MOST_BEHIND, len(line))
    if texts[first] == "never" and texts[first - 1] in english.HAVE and not _MORE.isdisjoint(texts[first + 2 : behind]):
        return "never" not in own  # who has never liked him less likes him
    if texts[first : first + 2] == ["no", "more"] and "than" in texts[first + 3 : behind] and "than" not in own:
        return True
    return any(
        texts[at] == "as"
        and texts[at + 2 : at + 3] == ["as"]
        and at + 3 < len(line)
        and (texts[at + 1] == "much" or texts[at + 1].endswith("ly") or texts[at + 1] in ("often", "badly"))
        and texts[at + 1] not in _AS_FAR
        for at in range(first + 1, behind)
    )


_MOSTLY = Cues(
    """
    (mostly|largely|mainly|chiefly|predominantly|overwhelmingly)
    for the most part
    in the main
    by and large
    """
)


def is_mostly_so(line: Line, piece: Piece) -> bool:
    """Whether it is so of most of a group, or mostly done: `the five mostly back it`, `has mostly banned it`.

    What is bought `mostly from B`, or `mainly because` of something, is bought from B all the same.
    """
    texts, end = line.texts, min(piece.hit.end, len(line))
    for at in range(piece.hit.start, end):
        found = _MOSTLY.at_start(spaced(texts[at : at + _MOST_BEHIND])) if _MOSTLY.may_begin(texts[at]) else None
        behind = at + found.group().count(" ") if found is not None else len(line)
        if behind >= len(line) or texts[behind] in PREPOSITIONS | {"because"}:
            continue
        if texts[at - 1] in english.HAVE and is_past_participle(texts[behind]):
            return "mostly" not in piece.phrase.text
        entities = line.grammar.lexicon.entities
        several = (name for one in piece.hit.bound if one.mention is not None for name in one.mention.names)
        if any(entities[name].members for name in several) or any(
            one.mention is not None and one.mention.of for one in piece.hit.bound
        ):
            return True
    return False


def is_only_so_far(texts: Sequence[str]) -> bool:
    """Whether it is denied that something is so far so that something else follows: `is not so weak that it needs B`."""
    return any(
        text in _NOT and one == "so" and two == "that" and how not in ("much",)
        for text, one, how, two in zip(texts, texts[1:], texts[2:], texts[3:], strict=False)
    )


_NOT = frozenset({"not", "never"})


def doubts_a_part(line: Line, tokens: Sequence[Token]) -> bool:
    """Whether what is called unlikely is no more than that it is wholly, always or only so; `tokens` as the sentence has them."""
    ends = [
        line.tokens[mark.end - 1].start
        for at in range(len(line))
        for mark in line.marks[at]
        if mark.effect is Effect.HEDGES and mark.says in _UNLIKELY
    ]
    said = [token.text for token in tokens if ends and token.start > max(ends)]
    for at, text in enumerate(said):
        before, behind = said[at - 1 : at], said[at + 1 : at + 2]
        if (
            text in _WHOLLY
            and text not in ("too", "much", "both", "recently", "lately")
            and before not in (["at"], ["after"])
        ):
            return True
        if text in _HOW and (not before or before[0] not in _SO_FAR) and behind != ["from"]:
            return True
        if text in ("alone", "again", "another") or (text in _OF_WHAT_KIND and behind and behind[0] not in _NO_NOUN):
            return True
        is_so = text in ("that", "so", "as") and bool(before) and before[0] in english.BE and bool(behind)
        if is_so and behind[0] not in english.ARTICLES | PREPOSITIONS and not behind[0][:1].isdigit():
            return True  # `I do not think that it is that weak`
        if text == "ever" and {"so", "this", "as"} & {*said[at + 1 : at + 4]}:
            return True
    return False
