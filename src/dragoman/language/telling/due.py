"""What is over on a day to come: `sanctions expire in January`, `the permit runs out on Friday`, `the office closes this summer`.

The present of a verb of ending beside a day without a year says when it will be so. In the past it is done: `expired in January`.
"""

from __future__ import annotations

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.rulebook.forms import Rulebook
from dragoman.values.enumeration import Enumeration

_BY_WHEN = frozenset({"in", "on", "at", "this", "today", "tonight", "tomorrow", "from", "by", "as"})
_AS_BEFORE = frozenset({"run", "come", "cut", "shut", "set", "put", "split"})
"""Participles that look like the verb."""
_ENDING = frozenset(
    english.lines(
        "expire | expires | lapse | lapses | run | runs | end | ends | finish | finishes | cease | ceases | close | closes"
        "| terminate | terminates | go | goes | come | comes | fall | falls"
    )
)
"""The present of what ends; `run`, `go`, `come` and `fall` do with what stands behind them."""
_BEHIND = {
    "run": ("out",),
    "go": ("out", "away", "off"),
    "come": ("off", "to an end", "down"),
    "fall": ("away", "off"),
}
_HELPING = english.HAVE | english.BE
_SPAN_WORDS = frozenset({"month", "week", "year", "summer", "autumn", "winter", "spring", "today", "tonight"})


def is_over_later(rulebook: Rulebook, line: Line, piece: Piece) -> bool:
    """Whether a clause says when something will be over, and its phrase that it is."""
    return _ends_at_a_time(line, piece) or any(_is_due(rulebook, line, piece, one) for one in piece.hit.bound)


def _ends_at_a_time(line: Line, piece: Piece) -> bool:
    texts, hit = line.texts, piece.hit
    last = min(hit.end, len(texts))
    ends = [at for at in range(hit.start + 1, last) if texts[at] in _ENDING and _is_present(line, at)]
    if not ends:
        return False
    return any(
        mark.effect is Effect.NONE and not mark.says and _names_a_time(texts[at : mark.end])
        for at in range(ends[0] + 1, min(len(texts), last + 2))
        for mark in line.marks[at]
    )


def _is_present(line: Line, at: int) -> bool:
    """Whether a word is a verb of ending in the present: `run out`, and neither `have run out` nor `the ends`."""
    texts, bare = line.texts, line.texts[at].removesuffix("es").removesuffix("s")
    if texts[at - 1] in _HELPING | english.ARTICLES or (texts[at - 1].endswith("ly") and texts[at - 2] in _HELPING):
        return False
    key = bare if bare in _BEHIND else texts[at].removesuffix("s")
    wanted = _BEHIND.get(key)
    behind = " ".join(texts[at + 1 : at + 4])
    return wanted is None or any(f"{behind} ".startswith(f"{words} ") for words in wanted)


def _names_a_time(texts: list[str]) -> bool:
    """Whether it is a day, a month or a season, without a year or with one that is not over: `in July`, `on Friday`."""
    is_named = any(
        text in english.MONTHS or text in english.WEEKDAYS or text in _SPAN_WORDS or text[:1].isdigit()
        for text in texts
    )
    return is_named and texts[0] in _BY_WHEN | english.MONTHS.keys() | english.WEEKDAYS


def _is_due(rulebook: Rulebook, line: Line, piece: Piece, one: Bound) -> bool:
    """Whether a verb says by when something is over, and the word of the slot that it is: `runs out in June`, `run out`."""
    text = line.texts[one.start] if one.words and one.start < one.end else ""
    if not text.endswith("s") or text.endswith("ss"):
        return False
    kinds = (slot.kind for slot in rulebook.facts[piece.phrase.fact].slots if slot.name == one.slot)
    kind = next((kind for kind in kinds if isinstance(kind, Enumeration)), None)
    if kind is None:
        return False
    said = [*one.words, *(word for word, meant in kind.synonyms.items() if meant in one.words)]
    said += [text for word in one.words for text in line.grammar.book.words.get((one.slot, word), ())]
    first = {word.replace("_", " ").split()[0] for word in said}
    is_over = any(
        stem(word) == stem(text) and word != text and (word in _AS_BEFORE or is_past_participle(word)) for word in first
    )
    behind = line.marks[one.end] if one.end < len(line) else []
    return (
        is_over
        and line.texts[one.end : one.end + 1] != []
        and any(mark.effect is Effect.NONE and line.texts[one.end] in _BY_WHEN for mark in behind)
    )
