"""A clause in another order whose words a preposition joins otherwise than the phrase does: it may be another verb.

bars A from speaking · has 30 complaints against it    goes on behind what the phrase says
counts on 300 members · drops in on 30 flights         another verb of the same word
controls for rents                                     the same
runs the vote, where the phrase has `runs in the vote`  lacks the preposition
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.clauses.match import Bound
from dragoman.language.clauses.sheets import PARTICLES, Sheet
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem

_PARTING = frozenset({"on", "into", "against"})
"""Prepositions that make another verb of the one before them, of which no figure is the object."""
_OF_NOUNS = frozenset({"of", "by", "over", "to"})
"""What stands behind a noun of what is done, too: `evictions by A`, `checks over them`."""
_ABOUT = frozenset({"about", "by"})
"""Prepositions before whom or what it goes without saying: `keeps quiet about it`."""
_INSIDE, _IT = frozenset({"in", "on", "at"}), frozenset({"it", "them"})
"""What has cracks in it has cracks."""
_EVER = frozenset({"it", "they", "ever", "always", "usual", "before"})
"""Behind an `as`: so it was before."""
_STANDING = frozenset({"place", "force", "effect"})
"""Behind an `in`, what says that a thing is there."""


def is_joined_otherwise(line: Line, sheet: Sheet, bound: Sequence[Bound], start: int, end: int) -> bool:
    """Whether the words of a phrase stand in a clause with prepositions that make other words of them."""
    return (
        _goes_on(line, sheet, bound, start, end)
        or _lacks_link(line, sheet, start, end)
        or any(one.figure and _is_parted(line, sheet, one.start, one.end, start) for one in bound)
        or _does_otherwise(line, sheet, start, end)
    )


def _goes_on(line: Line, sheet: Sheet, bound: Sequence[Bound], start: int, end: int) -> bool:
    """Whether a preposition and light words stand last that the phrase does not have: `bars A from speaking`, `complaints against it`."""
    taken = {at for one in bound for at in range(one.start, one.end)}
    last = max(at for at in range(start, end) if at in taken or not line.hearable[at].isdisjoint(sheet.words))
    marked = {
        one for at in range(start, end) for mark in line.marks[at] if mark.end > at + 1 for one in range(at, mark.end)
    }
    tail = (at for at in range(last + 1, end - 1) if line.texts[at] in PREPOSITIONS and at not in marked)
    return any(
        line.tokens[at + 1].is_word and line.texts[at + 1] not in _STANDING
        for at in tail
        if line.texts[at] not in _ABOUT
        and not (line.texts[at] in _INSIDE and line.texts[at + 1] in _IT)
        and not (line.texts[at] == "as" and line.texts[at + 1] in _EVER)
    )


def _is_parted(line: Line, sheet: Sheet, at: int, end: int, start: int) -> bool:
    """Whether prepositions part a figure from the verb right before, of which the phrase has none: `counts on 300 members`, `drops in on 30 flights`."""
    texts = line.texts
    first = at
    while first > start and (texts[first - 1] in PREPOSITIONS or (first < at and texts[first - 1] in PARTICLES)):
        first -= 1
    between = texts[first:at]
    if not between or first == start or sheet.words.issuperset(map(stem, between)):
        return False
    is_own = not line.literals[first - 1].isdisjoint(sheet.words) and texts[first - 1] not in english.BE
    is_share = not {"percent", "%"}.isdisjoint(texts[at:end])
    is_apart = len(between) > 1 or between[0] in (_PARTING if is_share else _PARTING | {"in", "at"})
    is_put = between == ["at"] and is_past_participle(texts[first - 1])  # `is rated at 850 megawatts`
    return is_own and is_apart and between != ["on", "to"] and not is_put


def _does_otherwise(line: Line, sheet: Sheet, start: int, end: int) -> bool:
    """Whether a preposition stands right behind the verb of a name, and before what he does it to in the phrase: `controls for rents`."""
    for at in range(start + 1, end - 2):
        behind = at + 1
        while behind < end and line.texts[behind] in PREPOSITIONS | PARTICLES:
            behind += 1
        between = line.texts[at + 1 : behind]
        is_verb = line.texts[at].endswith(("s", "ed")) and not line.literals[at].isdisjoint(sheet.words)
        if not between or not is_verb or not _is_behind_doer(line, sheet, at, start):
            continue
        behind += behind < end and line.texts[behind] in english.ARTICLES
        is_own = behind < end and not line.mentions[behind] and not line.literals[behind].isdisjoint(sheet.words)
        if is_own and _OF_NOUNS.isdisjoint(between) and not sheet.words.issuperset(map(stem, between)):
            return True
    return False


def _is_behind_doer(line: Line, sheet: Sheet, at: int, start: int) -> bool:
    """Whether somebody who is named stands right before a verb, or the first noun of a clause that is one of its phrase."""
    first = start + (line.texts[start] in english.ARTICLES)
    named = (m for one in range(start, at) for m in line.mentions[one] if m.end == at)
    is_noun = first == at - 1 and not line.literals[first].isdisjoint(sheet.words)
    return is_noun or any(one.kind not in (PRONOUN, ADJECTIVE) for one in named)


def _lacks_link(line: Line, sheet: Sheet, start: int, end: int) -> bool:
    """Whether somebody does to something what in the phrase he does in, for or with it: `runs the vote`, for `runs in the vote`."""
    for at in range(start, end - 2):
        if line.texts[at + 1] not in english.ARTICLES or line.texts[at] in PREPOSITIONS or line.mentions[at]:
            continue
        own, behind = line.literals[at] & sheet.words, line.literals[at + 2] & sheet.words
        if own and behind and any(_is_linked(sheet, number, own, behind) for number in range(len(sheet.said))):
            return True
    return False


def _is_linked(sheet: Sheet, number: int, own: frozenset[str], behind: frozenset[str]) -> bool:
    """Whether a word of a phrase has a preposition between it and the noun that stands right behind it in a line."""
    if sheet.said[number].slot or not sheet.said[number].stems & own:
        return False
    rest = [one for one in sheet.said[number + 1 :] if one.slot or not one.stems <= english.ARTICLES]
    is_link = rest[1:] != [] and rest[0].is_link and not rest[0].slot and not rest[0].may_lack
    return is_link and not rest[1].slot and bool(rest[1].stems & behind)
