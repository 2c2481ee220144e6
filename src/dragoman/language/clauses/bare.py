"""Figures that stand alone and count people: `1.9 million are registered`, `there are 300 on the list`.

Only where nothing else was spoken of that could be meant, and of people who are no more than people: three who are ill at an
inn need not be its guests.
"""

from __future__ import annotations

from dragoman.language.grammar.written import counts_anybody
from dragoman.language.line.line import Line
from dragoman.values.quantity import Quantity

_THESE = (["the"], ["these"], ["those"], ["all"])


def are_people(line: Line, kind: Quantity, at: int, end: int) -> bool:
    """Whether a bare figure between two tokens counts people, as a slot does."""
    texts = line.texts
    is_doing = texts[end : end + 1] in (["have"], ["are"]) and texts[max(0, at - 1) : at] not in _THESE
    is_there = texts[max(0, at - 2) : at] == ["there", "are"] and texts[end : end + 1] == ["on"]
    if not (is_doing or is_there) or not counts_anybody(kind):
        return False
    named = {n for one in range(at) for mention in line.mentions[one] for n in range(one, mention.end)}
    return not any(texts[one].endswith("s") and line.tokens[one].is_word for one in set(range(at)) - named)
