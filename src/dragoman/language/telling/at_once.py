"""Two things that cannot both be so of the same: `deaths go up and down` says neither that they rise nor that they fall.

Of two figures the second, which leaves out of what it is, compares: `it is 40 percent, 20 percent more than last autumn`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dragoman.language.forms import ReadFact
from dragoman.rulebook.forms import Rulebook
from dragoman.values.enumeration import Enumeration
from dragoman.values.quantity import Quantity

AT_ONCE = "it says two things of the same"
_BOTH_WAYS = ("up and down", "down and up")


def goes_both_ways(said: str, phrase: str) -> bool:
    """Whether words say that it goes up and down, of which a phrase has one way alone."""
    return any(f" {both} " in f" {said} " and both not in phrase for both in _BOTH_WAYS)


def said_at_once(rulebook: Rulebook, facts: Sequence[ReadFact]) -> set[tuple[object, ...]]:
    """The meanings among some facts of which another says another word of the same value: none of them is sure."""
    words: dict[tuple[object, ...], set[object]] = {}
    for fact in facts:
        if (key := _key(rulebook, fact)) is not None:
            words.setdefault(key, set()).add(fact.slots.get(key[1]))
    return {fact.meaning for fact in facts if (key := _key(rulebook, fact)) is not None and len(words[key]) > 1}


def told_anew(rulebook: Rulebook, facts: Sequence[ReadFact], later: Sequence[ReadFact]) -> list[ReadFact]:
    """Those of some facts of which others, told later, say the contrary, or another word of the same value."""
    words = {key: str(fact.slots.get(key[1])) for fact in later if (key := _key(rulebook, fact)) is not None}
    contrary = {(fact.fact, str(sorted(fact.slots.items(), key=str)), not fact.holds) for fact in later}
    return [
        fact
        for fact in facts
        if (fact.fact, str(sorted(fact.slots.items(), key=str)), fact.holds) in contrary
        or (
            (key := _key(rulebook, fact)) is not None
            and words.get(key, str(fact.slots.get(key[1]))) != str(fact.slots.get(key[1]))
        )
    ]


def denied_later(several: Sequence[Sequence[ReadFact]], is_later: Sequence[bool]) -> set[int]:
    """Which clauses are denied by another: the earlier, and both where it is not clear which of them is the later.

    `it is shut, no, open` tells only that it is open.
    """
    found = set[int]()
    for at, after in combinations(range(len(several)), 2):
        if any(
            one.fact == two.fact and one.slots == two.slots and one.holds != two.holds
            for one in several[at]
            for two in several[after]
        ):
            found |= {at} if is_later[after] else {at, after}
    return found


def is_another_figure(rulebook: Rulebook, facts: Sequence[ReadFact], before: Sequence[ReadFact]) -> bool:
    """Whether facts give another figure of that of which those before them have given one."""
    figures = {_key(rulebook, one, Quantity): str(one.slots) for one in before}
    keys = [(_key(rulebook, one, Quantity), str(one.slots)) for one in facts]
    return any(key is not None and figures.get(key, said) != said for key, said in keys)


def _key(rulebook: Rulebook, fact: ReadFact, kind: type = Enumeration) -> tuple[str, str, str] | None:
    """Of whom and of what a fact with such a value is; None of any other, and of one that is denied."""
    value = rulebook.facts[fact.fact].value
    if value is None or not fact.holds or not isinstance(value.kind, kind):
        return None
    rest = sorted((name, str(said)) for name, said in fact.slots.items() if name != value.name)
    return fact.fact, value.name, str(rest)
