"""Nouns of what somebody does in a phrase: they turn round who does it, or say another thing.

    A has the support of B       it is B who supports A
    A is in touch with B         A does not touch B
    A is under the control of B  A does not control B
    A is being reviewed          A does not review
    A has B at its beck and call  A is not at the beck and call of B
    A has resigned itself to B   A has not resigned from B

A phrase in another order may have a noun for a verb (`A is a supporter of B`), but none of those.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from itertools import islice, pairwise

from dragoman.language.clauses.sheets import Sheet
from dragoman.language.clauses.transitive import has_object
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.phrases import words_in
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import words_of

_IN = frozenset({"in", "under", "at", "on"})
_OWN = english.ARTICLES | {"its", "their", "his", "her", "some", "much", "no", "any"}
_FROM = frozenset({"of", "from", "by"})
_GETTING = frozenset({"get", "gets", "got"})
_BECOME = frozenset({"become", "be", "get"})
_ITSELF = frozenset({"itself", "themselves", "himself", "herself"})
_TELLING = english.HAVE | _ITSELF | {"under", "to"}
"""Words at which one of those may begin."""
_MOST_BETWEEN = 3
_SAYS_NOTHING = english.LIGHT_WORDS | english.HAVE | english.BE | english.CARRY_NOTHING | PREPOSITIONS


def turns_round(line: Line, sheet: Sheet, start: int, end: int) -> bool:
    """Whether somebody has another there, is under him, does something to himself or is to become something, and nobody in the phrase."""
    others = (_has_whom, _does_to_himself, _is_under, _is_to_become)
    places = (at for at in range(start, end) if line.texts[at] in _TELLING)
    return any(is_other(line, sheet, at) for at in places for is_other in others)


def _has_whom(line: Line, sheet: Sheet, at: int) -> bool:
    is_had = line.texts[at] in english.HAVE and not line.free(at) and has_object(line, at)
    return is_had and sheet.words.isdisjoint(line.literals[at])


def _is_under(line: Line, sheet: Sheet, at: int) -> bool:
    if line.texts[at] != "under" or at + 2 >= len(line):
        return False
    under = at + 1 + (line.texts[at + 1] in english.ARTICLES)
    is_own = not line.hearable[under].isdisjoint(sheet.words)
    return is_own and not _has_after(sheet, {"under"}, line.hearable[under])


def _is_to_become(line: Line, sheet: Sheet, at: int) -> bool:
    """Whether somebody is asked, or wants, to be what he is in the phrase."""
    following = line.texts[at + 1 : at + 2]
    return (
        line.texts[at] == "to"
        and following != []
        and following[0] in _BECOME
        and not _has_after(sheet, {"to"}, following)
    )


def _does_to_himself(line: Line, sheet: Sheet, at: int) -> bool:
    if line.texts[at] not in _ITSELF or any(m.end == at for several in line.mentions[:at] for m in several):
        return False
    return not _has_after(sheet, line.literals[at - 1], _ITSELF)


def is_thing(line: Line, sheet: Sheet, at: int, start: int) -> bool:
    """Whether a word that stands for what somebody does in a phrase is a noun here by which another does it, or that is a state."""
    if at <= start or not is_deed(line, sheet, at) or _is_said_before(line, sheet, at, start):
        return False
    before = line.texts[at - 1]
    is_done = is_past_participle(line.texts[at]) and not line.texts[at].endswith("ing")
    if before in english.BE and is_done and sheet.suffered.isdisjoint(line.hearable[at]):
        is_by_own = line.texts[at + 1 : at + 2] == ["by"] and "by" in sheet.words
        # a phrase that has a `by` has it with another word, which is done by somebody
        return before == "being" or is_by_own or not any(line.mentions[at + 1 :])
    if before in _IN:
        return not _has_after(sheet, {before}, line.hearable[at])
    has = range(max(start, at - _MOST_BETWEEN), at)
    is_had = any(line.texts[one] in _GETTING or (line.texts[one] in english.HAVE and not line.free(one)) for one in has)
    is_noun = is_had and (before in _OWN or before in english.HAVE | _GETTING) and line.texts[at + 1 : at + 2] != []
    return is_noun and line.texts[at + 1] in _FROM and sheet.words.isdisjoint(english.HAVE)


def _has_after(sheet: Sheet, one: Collection[str], other: Collection[str]) -> bool:
    """Whether a phrase has one of some words after one of others, an article between them or not; words or stems."""
    texts = [word for text in words_in(sheet.tree) for word in words_of(text) if word not in english.ARTICLES]
    return any(
        (before in one or stem(before) in one) and (after in other or stem(after) in other)
        for before, after in pairwise(texts)
    )


def is_deed(line: Line, sheet: Sheet, at: int) -> bool:
    """Whether the words of a phrase that are meant by a token are all what somebody does in it: they stand right behind a slot."""
    meant = line.hearable[at] & sheet.words
    places = [number for number, one in enumerate(sheet.said) if one.stems & meant]
    return bool(places) and all(map(partial(is_behind_slot, sheet), places))


def _is_said_before(line: Line, sheet: Sheet, at: int, start: int) -> bool:
    """Whether somebody is said to do it before: `pays 3 million in grants`."""
    meant = line.hearable[at] & sheet.words
    alike = frozenset[str]().union(*(one.stems for one in sheet.said if one.stems & meant))
    says = (one for one in range(start, at) if line.texts[one] not in _SAYS_NOTHING)
    return any(not line.hearable[one].isdisjoint(alike) for one in says)


def is_behind_slot(sheet: Sheet, number: int) -> bool:
    """Whether a slot stands before a word, with nothing between but what may lack."""
    before = (one for one in reversed(sheet.said[:number]) if one.slot or not one.may_lack)
    return any(one.slot for one in islice(before, 1))
