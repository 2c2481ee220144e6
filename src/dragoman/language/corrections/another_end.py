"""A few words behind a `no` that take the place of the last words before it.

    A is open. No, shut.          ->  A is shut
    A owns B, no, the north of C  ->  A owns the north of C

Only where that tells something else of the same: another value or another name in one place, or that it is not so.

>>> list(in_place_of_the_last("The bridge is open,", "no, shut."))
['The bridge is shut', 'The bridge shut']
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from dragoman.language.corrections.reread import told_by
from dragoman.language.corrections.within import contradicted
from dragoman.language.earlier.context import Context
from dragoman.language.forms import Intent, ReadFact, Reading
from dragoman.language.grammar.grammar import Grammar

_NO = re.compile(
    r"\W*(?:(?:no|nope|nah|wait|sorry|sry|oops|rather|actually|correction|i mean|i meant)\b\W*)+(?P<new>\w[^,;:.!?]*?)\W*",
    re.IGNORECASE,
)
_MOST_NEW, _LEAST_KEPT = 4, 2
"""Words that take the place of others, and those that stay before them."""
_LONGEST = 40
"""Words of the sentence before."""


def with_another_end(
    grammar: Grammar, last: str, tail: str, old: Sequence[ReadFact], before: Context
) -> Reading | None:
    """What a sentence tells with its last words put right; None if that is not clear. `old` is what was told up to there."""
    found = dict[tuple[object, ...], tuple[tuple[ReadFact, ...], tuple[ReadFact, ...]]]()
    for text in in_place_of_the_last(last, tail):
        told = told_by(grammar, text, before)
        facts = tuple(dataclasses.replace(fact, span=tail.strip()) for one in told for fact in one.facts)
        gone = tuple(contradicted(old, facts)) if facts and not any(one.reason for one in told) else ()
        if gone:
            found[tuple(fact.meaning for fact in facts)] = facts, gone
    if len(found) != 1:
        return None
    [(facts, gone)] = found.values()
    kept = (fact for fact in old if fact not in gone)
    return Reading(Intent.CORRECT, (*kept, *facts), gone)


def in_place_of_the_last(last: str, tail: str) -> Iterator[str]:
    """A sentence with the words behind a `no` in place of one, two or more of its last ones."""
    found, words = _NO.fullmatch(tail), last.strip(" ,.;!-").split()
    new = found["new"].split() if found is not None else []
    if 0 < len(new) <= _MOST_NEW and len(words) <= _LONGEST:
        for size in range(1, min(_MOST_NEW, len(words) - _LEAST_KEPT) + 1):
            yield " ".join((*words[:-size], *new))
