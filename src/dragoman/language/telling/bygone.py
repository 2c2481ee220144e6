"""What is over by its time: how somebody was, and what happened years before the document.

`Kazakhs did not trust China`, `the SCO did nothing` say what was, as `was` and `had` do. What was done, or not done (`did not join`,
`did not send`), holds until somebody says otherwise; how somebody was does not. Protests of a year long before are none of today.
"""

from __future__ import annotations

import re

from dragoman.language.clauses.match import Hit
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem

_STATES = frozenset(map(stem, english.lines(
    """
    trust | distrust | mistrust | like | dislike | love | hate | resent | fear | worry | mind | care | want | need | have | hold
    own | possess | keep | run | operate | control | host | lead | dominate | depend | rely | lean | matter | count | support
    back | favour | favor | oppose | know | understand | respect | tolerate | regard | see | view | consider | believe | belong
    exist | owe | trade | cooperate | compete | coordinate | enjoy | play | look | seem | feel | think | agree | disagree
    border | contain | speak | live | work | prefer | value | cover | insure | insist | nothing | little | much
    """
)))  # fmt: skip
_SPANS = frozenset(
    english.lines(
        "years | months | weeks | days | decades | centuries | ages | time | while | year | month | week | decade"
    )
)
_WHICH_TIME = frozenset({"first", "second", "third", "last", "next"})
"""`for the first time` says nothing of how long."""
_LONGEST_SPAN = 5
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_NOW = 1
"""So many years before that of the document something may have happened and be of its time; the reader's own choice."""


def happened_long_before(line: Line, hit: Hit, written: int) -> bool:
    """Whether a clause says of an event that it happened in a year well before that of the document."""
    times = (line.texts[at : mark.end] for at, mark in hit.marks if mark.effect is Effect.BYGONE)
    years = [int(text) for texts in times for text in texts if _YEAR.fullmatch(text)]
    return bool(years) and max(years) < written - _OF_NOW


def lasted(line: Line, hit: Hit) -> bool:
    """Whether a clause, which is in the past, says how long it was so: `kept silent for years` is over."""
    end = next((at for at in range(min(hit.last, len(line)), len(line)) if line.is_cut(at)), len(line))
    spans = (
        line.texts[at + 1 : min(end, at + _LONGEST_SPAN)] for at in range(hit.start, end) if line.texts[at] == "for"
    )
    return any(not _SPANS.isdisjoint(texts) and _WHICH_TIME.isdisjoint(texts) for texts in spans)


def says_what_did(line: Line, start: int, end: int) -> bool:
    """Whether a part of a line has a `did` beside a verb that says how somebody is."""
    last = min(end, len(line))
    for at in range(start, last):
        if line.texts[at] == "did":
            verb = at + 1
            while verb < last and (line.texts[verb] in ("not", "never") or line.texts[verb] in english.FILLERS):
                verb += 1
            return verb < last and line.tokens[verb].stem in _STATES
    return False
