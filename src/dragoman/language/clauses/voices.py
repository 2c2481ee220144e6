"""Whether somebody does in a line what is done to somebody in a phrase, or what somebody is: `X gave a coin` is no `X was given a coin`.

A note leaves out its forms of `be`, so the two differ by little: by a form that is no participle (`gives`, `gave`), and by
what stands behind a participle that may be a past (`X donated the coin`). `A heads B` is no note of `the head of A is B`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.language.clauses.match import Hit
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.stems import is_only_participle, is_past_participle, is_simple_past

_BEING = english.BE | frozenset(
    {
        "get",
        "gets",
        "got",
        "getting",
        "gotten",
        "become",
        "becomes",
        "became",
        "remain",
        "remains",
        "stay",
        "stays",
        "has",
    }
    | {"have", "had", "having"}
)
_IS = re.compile(r"\b(?:is|are)\b")
_BEFORE = 4
"""So many tokens before a participle its `was` may stand."""
_OBJECT = english.ARTICLES | frozenset({"its", "their", "his", "her", "this", "these", "those"})


def is_turned(line: Line, hit: Hit, suffered: frozenset[str]) -> bool:
    """Whether a phrase was found where somebody does what is done to somebody in it; `suffered` are the stems of that."""
    if not suffered:
        return False
    named = {at for one in hit.bound for at in range(one.start, one.end)}
    return any(
        at not in named and not suffered.isdisjoint(line.literals[at]) and _is_done_by(line, at)
        for at in range(hit.start, min(hit.end, len(line)))
    )


def is_active(line: Line, hit: Hit, suffered: frozenset[str]) -> bool:
    """Whether somebody named before does, in a form that only who does it has, what a phrase has behind its `is`."""
    named = {at for one in hit.bound for at in range(one.start, one.end)}
    return any(
        at not in named
        and not is_past_participle(line.texts[at])
        and line.texts[at].endswith("s")
        and not suffered.isdisjoint(line.literals[at])
        and _named_before(line, at) == at
        and not _is_what(line, at)
        for at in range(hit.start, min(hit.end, len(line)))
    )


def _is_what(line: Line, at: int) -> bool:
    """Whether it is the `is` of what somebody is, and nothing is done to him: `is a mediator` beside `was appointed as one`."""
    behind = line.texts[at + 1 : at + 2]
    return line.texts[at] in english.BE and bool(behind) and not is_past_participle(behind[0])


def does_for_is(line: Line, hit: Hit, phrase: str) -> bool:
    """Whether one does to another what in the phrase somebody is: nothing stands between their names but what one does."""
    if _IS.search(phrase) is None:
        return False
    named = sorted((one.start, one.end) for one in hit.bound if one.mention is not None and one.start < one.end)
    for (_, end), (start, _) in pairwise(named):
        between = [at for at in range(end, start) if line.texts[at] not in english.ARTICLES and not line.marks[at]]
        if len(between) == 1 and (text := line.texts[between[0]]).endswith("s") and line.tokens[between[0]].is_word:
            return text not in _BEING and text != "'s" and re.search(rf"\b{re.escape(text)}\b", phrase) is None
    return False


def _is_done_by(line: Line, at: int) -> bool:
    """Whether somebody who is named before does it."""
    start = _named_before(line, at)
    if start is None or not _BEING.isdisjoint(line.texts[start:at]):
        return False
    text = line.texts[at]
    if is_simple_past(text) or not is_past_participle(text):
        return True
    after = at + 1
    if is_only_participle(text) or after >= len(line):
        return False
    return line.texts[after] in _OBJECT or any(m.kind != PRONOUN for m in line.mentions[after])


def _named_before(line: Line, at: int) -> int | None:
    """Where the name ends that stands before a verb, with nothing but adverbs and helpers between."""
    for start in range(max(0, at - _BEFORE), at):
        for mention in line.mentions[start]:
            is_owner = mention.kind == ADJECTIVE or line.texts[mention.end : mention.end + 1] == ["'s"]
            if mention.kind != PRONOUN and mention.end <= at and not is_owner:
                between = range(mention.end, at)
                if all(line.marks[one] or line.texts[one] in _BEING | english.DO for one in between):
                    return mention.end
    return None
