"""What in a clause only says when it is, was, or since when it has been so.

since 2021, for years, last month, two years ago     ->  as the marks of a line have it
ever since the storm, since Karimov died             ->  what happened, and nothing that says more than that
after a break of ten years                           ->  where it is so again
"""

from __future__ import annotations

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.effects import Effect

_TIME_FIRST = frozenset(
    english.lines(
        "in | on | last | this | yesterday | until | till | since | for | during | over | at | ever | once | before | long | as"
    )
) | {*english.NUMBER_WORDS, "a", "the"}  # fmt: skip
_TIME_LAST = english.SPANS | {"ago", "earlier", "since"}
SCOPES = frozenset(
    english.lines(
        "all | every | each | both | only | alone | always | everybody | everyone | most | just | exclusively | solely"
    )
)
"""What is denied with these may still be so of some, or at times."""
DENYING = english.NEGATORS | english.FAINT_NEGATORS
_MORE = (
    (PREPOSITIONS - {"of"})
    | SCOPES
    | DENYING
    | {"but", "except", "some", "many", "half", "part", "however", "if", "unless", "more"}
)
"""What would say more than what happened."""


def _times(line: Line, start: int, end: int, *, over: bool) -> set[int]:
    """The tokens between two places that only say when; with those that say until when, or when it was, only where that is over."""
    found = set[int]()
    for at in range(start, end):
        for mark in line.marks[at]:
            is_past = line.texts[at : mark.end] == ["in", "the", "past"] or mark.effect in (Effect.BYGONE, Effect.UNTIL)
            is_time = mark.end <= end and (mark.effect is Effect.NONE or (over and is_past))
            last = line.texts[mark.end - 1]
            is_said = line.texts[at] in _TIME_FIRST and (mark.end - at > 1 or line.texts[at] in ("once", "yesterday"))
            if is_time and (is_said or last in _TIME_LAST):
                found.update(range(at, mark.end))
    return found


def before_time(line: Line, end: int) -> int:
    """Where the time begins with which a stretch ends; its end if it ends with none."""
    when = _times(line, max(0, end - 6), end, over=True)
    while end - 1 in when:
        end -= 1
    return end - 1 if end < len(line) and line.texts[end - 1] == "long" else end


def when(line: Line, end: int, *, over: bool) -> set[int]:
    """The tokens before a place that only say when, or since when."""
    found = _times(line, 0, end, over=over) | _since_first(line, end)
    for at in range(end):
        if at and line.texts[at] == "since" and at not in found | {end - 1} and _is_event(line, at + 1, end):
            found.update(range(at, end))
        if line.texts[at] == "ever" and at + 1 in found and line.texts[at + 1] == "since":
            found.add(at)
        if line.texts[at : at + 2] == ["ever", "since"] and at + 2 < end and _is_event(line, at + 2, end):
            found.update(range(at, end))
        if line.texts[at] == "after" and not _AGAIN.isdisjoint(line.texts[:end]) and (last := _break(line, at, end)):
            found.update(range(at, last))
        if line.texts[at : at + 3] in _AS_EARLY_AS and at + 3 < end:
            found.update(range(at, min(end, at + 4)))
        if line.texts[at : at + 2] == ["long", "ago"] and over:
            found.update((at, at + 1))
        if over and line.texts[at] == "once" and at and line.texts[at - 1] in ("was", "were"):
            found.add(at)
    return found


_AS_EARLY_AS = (["as", "early", "as"], ["as", "recently", "as"], ["as", "late", "as"])


def _is_event(line: Line, start: int, end: int) -> bool:
    """Whether it is nothing but what happened: `the storm`, `Karimov died`; where or for whom it has been so says more."""
    texts = line.texts[start:end]
    is_short = 0 < len(texts) <= _MOST_EVENT and not any(line.is_cut(at) for at in range(start, end))
    return is_short and _MORE.isdisjoint(texts) and not any(text.endswith("ly") for text in texts)


_MOST_EVENT = 5
_AGAIN = frozenset({"again", "resumed", "restarted", "more", "back"})


def _since_first(line: Line, end: int) -> set[int]:
    """`ever since the storm` before who does it: up to a comma, or one noun."""
    since = int(line.texts[0] == "ever")
    if line.texts[since] != "since":
        return set()
    comma = next((at for at in range(since + 2, end) if line.texts[at] == ","), 0)
    noun = since + 1 + (line.texts[since + 1] in english.ARTICLES | {"its", "their", "that", "this"})
    who = noun + 1 + (line.texts[noun + 1 : noun + 2] != [] and line.texts[noun + 1] in english.ARTICLES)
    is_noun = who < end and (bool(line.mentions[who]) or line.texts[who] == "there") and not line.mentions[noun]
    start = comma or (noun + 1 if is_noun and line.texts[noun] not in _MORE else 0)
    return set(range(start))


def _break(line: Line, at: int, end: int) -> int:
    """Where `after a break of ten years`, `after three clean years` ends; 0 if none begins there."""
    for last in range(at + 2, min(end, at + 6)):
        if any(line.mentions[at:last]) or line.is_cut(last):
            return 0
        if line.texts[last] in _BREAKS:
            of = line.texts[last + 1 : last + 2] == ["of"]
            ends = (
                one + 1
                for one in range(last + 2, min(end, last + 6))
                if line.texts[one].removesuffix("s") in english.SPANS
            )
            return next(ends, last + 1) if of else last + 1
        if line.texts[last].endswith("s") and line.texts[last][:-1] in english.SPANS:
            return last + 1
    return 0


_BREAKS = frozenset(
    english.lines("break | pause | gap | lull | interval | interruption | hiatus | absence | silence | respite")
)
