"""Figures of another span than the one that a slot counts in: where visitors a year are told, those of a May are none.

    there are 9,000 visitors at X in May        against  visitors a year
    X serves 300 meals on Sundays, ... a week   against  meals a day

A span that the line itself names with the figure (`90,000 visitors a year`) is what the slot counts in; whatever is said beside
it then says only when that was found, unless it says on which days of the week.
"""

from __future__ import annotations

from itertools import pairwise

from dragoman.language.clauses.match import Bound
from dragoman.language.grammar.written import unit_and_rate, unit_stems
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.values.quantity import Quantity

_SPANS = ("hour", "day", "week", "month", "year")
_DAYS = english.WEEKDAYS | {f"{day}s" for day in english.WEEKDAYS} | {"weekend", "weekends", "christmas", "easter"}
_BEFORE = frozenset({"this", "last", "a", "per", "every", "each", "that", "one"})
_WITHIN = frozenset({"in", "of", "for", "during", "last", "this", "every"})
_TODAY = frozenset({"today", "yesterday", "tonight"})


def is_of_another_span(line: Line, kind: object, one: Bound, start: int, end: int) -> bool:
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
