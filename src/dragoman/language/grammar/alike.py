"""What may stand where: of two phrases that say the same and end alike, the one lends the other what it has in the same place.

    {x} (had|suffered) a {y}, a plane of {x} (had|suffered|was involved in) a {y}   ->  {x} (had|suffered|was involved in) a {y}

Two options that both have there show that the place is the same; one alone may mean another thing behind another subject. Only
what has several words is lent, since what says in one word the same as another is found in the thesaurus.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence as Several

from dragoman.language.grammar.notation import Choice, Item, Sequence, Word
from dragoman.language.grammar.nouns import PREPOSITIONS

_SHARED = 2
_LINKS = PREPOSITIONS | {"out", "up", "off", "down", "away", "back"}


def with_alike(tree: Sequence, others: Several[Sequence]) -> Sequence:
    """The tree with what other phrases of its meaning have in place of one of its choices."""
    return tuple(_widened(tree, at, others) if isinstance(tree[at], Choice) else tree[at] for at in range(len(tree)))


def _widened(tree: Sequence, at: int, others: Iterable[Sequence]) -> Item:
    item, rest = tree[at], tree[at + 1 :]
    own = item.options if isinstance(item, Choice) else ()
    found = list(own)
    for other in others:
        where = len(other) - len(rest) - 1
        there = other[where] if where >= 0 and other[where + 1 :] == rest else None
        if isinstance(there, Choice) and sum(map(_says_something, set(own) & set(there.options))) >= _SHARED:
            found += [one for one in there.options if len(one) > 1 and one not in found and _says_something(one)]
    return Choice(tuple(found)) if len(found) > len(own) else item


def _says_something(option: Sequence) -> bool:
    """Whether it is more than a preposition, or nothing: what is `(at|of)` somebody need not be `in front of` him."""
    return _is_of_words(option) and any(isinstance(word, Word) and word.text not in _LINKS for word in option)


def _is_of_words(option: Sequence) -> bool:
    return all(isinstance(word, Word) for word in option)
