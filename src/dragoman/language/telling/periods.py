"""Figures of another span than the one that a slot counts in: where visitors a year are told, those of a May are none.

    there are 9,000 visitors at X in May        against  visitors a year
    X serves 300 meals on Sundays, ... a week   against  meals a day
    over ten years X spent 300 million on it    against  what is spent a year
    X has had 400 cases so far, in all          against  cases a week
    X is 20 minutes late today              against  how late it is
    300 people visited X on Sunday          against  how many go there
    X cuts 50 posts every year              against  how many it cuts
    prices peaked at 90 euros                   against  what they are

A span that the line itself names with the figure (`90,000 visitors a year`) is what the slot counts in; whatever is said beside
it then says only when that was found, unless it says on which days of the week.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.grammar.written import unit_and_rate, unit_stems
from dragoman.language.line.line import Line
from dragoman.language.line.marks import end_of_rate
from dragoman.language.telling.then import MONTH, ON_DAYS, clause_of
from dragoman.language.words import english
from dragoman.language.words.stems import is_simple_past, stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Rulebook
from dragoman.values.quantity import Quantity

_SPANS = ("hour", "day", "week", "month", "year")
_DAYS = english.WEEKDAYS | {f"{day}s" for day in english.WEEKDAYS} | {"weekend", "weekends", "christmas", "easter"}
_BEFORE = frozenset({"this", "last", "a", "per", "every", "each", "that", "one"})
_WITHIN = frozenset({"in", "of", "for", "during", "last", "this", "every"})
_TODAY = frozenset({"today", "yesterday", "tonight"})


_FLOWING = re.compile(
    r"\b(?:spends|takes|earns|makes|loses|pays|burns|uses|consumes|buys|sells|produces|receives|gets|runs a deficit"
    r"|(?:a|per) (?:year|month|week|day|match)|yearly|annual)\b"
)
"""What a fact says of money or of goods that come or go all the time, a sum of which over many years is another."""
_SUMMED = re.compile(
    r" (?:over|in|within|in the course of|over the course of) (?:the )?(?:last |past |previous )?(?:[a-z]+ |\d+ )?(?:years|decades?|seasons) (?!ago )"
    r"| in total | in all (?!the |of |but )| altogether | so far | to date | all in all | put together "
)
_SINCE = re.compile(rf" since (?:[a-z]+ )?(?:(?:19|20)\d\d|{MONTH}|then|he|she|it) ")
_SHORTER = re.compile(
    rf" (?:last|this|past) (?:month|week|weekend|spring|summer|autumn|winter|quarter|night) | (?:in|during|for) (?:{MONTH}) "
    r"| in (?:the )?(?:first|second|third|fourth|last) (?:quarter|half|six months|months) | the other day "
)
_EACH_YEAR = re.compile(
    r" (?:a|per|each|every) (?:year|season|month|week|day|match|game) | yearly | annually | annual | monthly | weekly "
)
_EVERY = re.compile(
    r" (?:every|each) (?:other |second |single )?(?P<span>hour|day|night|week|month|year|season|spring|summer|autumn|winter) "
)
_ON_THE_DAY = re.compile(
    rf" today | tonight | yesterday | this (?:morning|afternoon|evening) | on (?:{'|'.join(english.WEEKDAYS)}) "
)
_CLOCK = frozenset(map(stem, ("second", "minute", "hour")))
_PEAKING = re.compile(r" (?:peaked|peaking|topped out|bottomed out|maxed out) ")


def counts_another_span(rulebook: Rulebook, events: frozenset[str], line: Line, piece: Piece) -> bool:
    """Whether a figure of a clause is of another span of time than the one that its slot counts in."""
    fact, hit = rulebook.facts[piece.phrase.fact], piece.hit
    kinds = {slot.name: slot.kind for slot in fact.slots}
    said, is_event = f" {' '.join(clause_of(line, hit))} ", fact.name in events
    return any(
        _is_of_another_span(line, kinds.get(one.slot), one, hit.start, hit.end)
        or _is_by_the_day(line, kinds.get(one.slot), piece)
        or _is_of_each(f"{fact.says} {fact.question}", kinds.get(one.slot), piece, said)
        or (not is_event and _is_of_the_day(line, fact.says, kinds.get(one.slot), piece, said))
        or _is_summed_up(line, fact.says, kinds.get(one.slot), said, is_event=is_event)
        for one in hit.bound
        if one.figure
    )


def _is_summed_up(line: Line, says: str, kind: object, said: str, *, is_event: bool) -> bool:
    """Whether a clause adds a figure up over years, or tells that of a month, where a fact has what it is all the time.

    `says` is the fact's own sentence, `said` the words of the clause, between blanks.
    """
    if _PEAKING.search(f" {line.text.lower()} "):
        return True
    unit = "%" if isinstance(kind, Quantity) and kind.unit.casefold().startswith("percent") else ""
    rate = unit_and_rate(unit_stems(kind))[1] if isinstance(kind, Quantity) else ""
    if unit or not (rate or _FLOWING.search(says)) or _EACH_YEAR.search(said):
        return False
    is_up_to_now = not english.HAVE.isdisjoint(said.split()) and _SINCE.search(said)
    return bool(
        _SUMMED.search(said)
        or is_up_to_now
        or (not (rate or is_event) and _SHORTER.search(said))
        or (rate and " the other day " in said)
    )


def _is_of_each(says: str, kind: object, piece: Piece, said: str) -> bool:
    """Whether so much comes `every week`, of which neither the unit nor the fact, or what it is asked for with, nor its phrase says anything."""
    if not isinstance(kind, Quantity):
        return False
    rate = unit_and_rate(unit_stems(kind))[1]
    own = {*words_of(says), *words_of(piece.phrase.text)}
    return any(found["span"] not in own and stem(found["span"]) != rate for found in _EVERY.finditer(said))


def _is_of_the_day(line: Line, says: str, kind: object, piece: Piece, said: str) -> bool:
    """Whether a clause says how long something takes on one day, or how many did a thing on it, where the fact says how many are something.

    `300 people visited X on Sunday` says nothing of how many are enrolled there; how many march may be told of a day.
    """
    if (
        not isinstance(kind, Quantity)
        or kind.unit.casefold().startswith("percent")
        or not (_ON_THE_DAY.search(said) or ON_DAYS.search(said))
    ):
        return False
    nouns, rate = unit_and_rate(unit_stems(kind))
    if rate:
        return False
    if (len(nouns) == 1 and nouns[0] in _CLOCK) or ON_DAYS.search(said):
        return True
    if english.BE.isdisjoint(words_of(says)):
        return False
    own = {*words_of(piece.phrase.text)} | english.PAST_BE | english.LASTING
    return any(
        (is_simple_past(text) or text.endswith("ed")) and text not in own
        for text in line.texts[piece.hit.start : min(piece.hit.end, len(line))]
    )


def _is_by_the_day(line: Line, kind: object, piece: Piece) -> bool:
    """Whether a clause says in what span so much of something comes or goes, where the fact and its phrase name none."""
    if isinstance(kind, Quantity) and unit_and_rate(unit_stems(kind))[1]:
        return False
    own = words_of(piece.phrase.text)
    ends = ((at, end_of_rate(line.texts, at)) for at in range(piece.hit.start, min(piece.hit.end, len(line))))
    return any(end > at and line.texts[end - 1] not in own for at, end in ends)


def _is_of_another_span(line: Line, kind: object, one: Bound, start: int, end: int) -> bool:
    """Whether a figure that fills a slot is one of another span of time than those that the slot counts in."""
    rate = unit_and_rate(unit_stems(kind))[1] if isinstance(kind, Quantity) and one.figure else ""
    if not rate:
        return False
    texts = line.texts
    while start and not line.is_cut(start - 1):
        start -= 1
    while end < len(texts) and not line.is_cut(end):
        end += 1
    spans = {
        line.tokens[at].stem
        for at in range(start + 1, end)
        if texts[at - 1] in _BEFORE and texts[at].removesuffix("s") in _SPANS
    }
    if rate in spans:
        return not _DAYS.isdisjoint(texts[start:end]) and rate == stem("day")
    typed = words_of(line.text)  # of a note a month may have been left out to read the rest
    is_of_month = any(month in english.MONTHS and within in _WITHIN for within, month in pairwise(typed))
    is_of_day = not _DAYS.isdisjoint(texts[start:end]) or (
        rate != stem("day") and not _TODAY.isdisjoint(texts[start:end])
    )
    is_now = rate != stem("day") and " ".join(texts[start:end]).endswith(("right now", "at the moment"))
    return bool(spans) or is_of_month or is_of_day or is_now
