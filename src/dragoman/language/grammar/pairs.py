"""Two that a phrase names together: those of unlike types in the other order as well, since their types say which is which.

    {union} and {employer} signed a deal                 ->  {employer} and {union} signed a deal
    the contract between {union} and {employer} expires  ->  the contract between {employer} and {union} expires

Only at the front or behind a preposition: behind a verb the second may begin a clause of its own. What two want to do is
also what the one wants to do with the other:

    {one} and {other} (plan to|will) merge               ->  {one} (plans to|will) merge with {other}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.language.grammar.notation import Adjunct, Choice, Item, Sequence, SlotRef, Word
from dragoman.language.grammar.nouns import PREPOSITIONS, is_noun, options_of

_AND, _WITH = (Word("and"),), Word("with")
_TO_DO = frozenset({(Word("to"),), (Word("will"),)})
_WILL_DO = 5
"""Items of a phrase of two who will do one thing."""


def either_way(tree: Sequence, names: Mapping[str, frozenset[str]]) -> Sequence:
    """The tree with each such pair in both orders; `names` are those that may stand in each slot of entities."""
    if len(names) < 2:
        return tree
    found, at = list[Item](), 0
    while at < len(tree):
        pair = _pair(tree, at, names)
        if pair is not None and _is_together(tree, at):
            one, other = pair
            found.append(Choice((tuple(tree[at : at + 3]), (other, *_AND, one))))
            at += 3
            continue
        found.append(_inside(tree[at], names))
        at += 1
    return tuple(found)


def with_the_other(tree: Sequence) -> Iterator[Sequence]:
    """`{one} and {other} (plan to|will) merge` as `{one} (plan to|will) merge with {other}`."""
    if len(tree) != _WILL_DO or tree[1:2] != _AND:
        return
    one, _, other, wants, does = tree
    is_two = isinstance(one, SlotRef) and isinstance(other, SlotRef) and one.kind == other.kind
    if is_two and all(option[-1:] in _TO_DO for option in options_of(wants)) and _is_verb(does):
        yield (one, wants, does, _WITH, other)


def _is_verb(item: Item) -> bool:
    """Whether it is one word, each way to say it."""
    return is_noun(item) and all(len(option) == 1 for option in options_of(item))


def _inside(item: Item, names: Mapping[str, frozenset[str]]) -> Item:
    """An item with the pairs behind words of its own in both orders."""
    match item:
        case Choice(options):
            return Choice(tuple(either_way(one, names) if len(one) > 3 else one for one in options))
        case Adjunct(inner):
            return Adjunct(either_way(inner, names)) if len(inner) > 3 else item
    return item


def _pair(tree: Sequence, at: int, names: Mapping[str, frozenset[str]]) -> tuple[SlotRef, SlotRef] | None:
    """The two slots from there, if nobody can stand in both."""
    if len(tree) < at + 3:
        return None
    one, link, other = tree[at : at + 3]
    if not (isinstance(one, SlotRef) and isinstance(other, SlotRef)) or _AND not in options_of(link):
        return None
    if one.kind or other.kind or not (one.slot in names and other.slot in names):
        return None
    return (one, other) if names[one.slot].isdisjoint(names[other.slot]) else None


def _is_together(tree: Sequence, at: int) -> bool:
    """Whether the two stand first or behind a preposition: behind a verb the second may begin a clause."""
    before = [item for item in tree[:at] if not isinstance(item, Choice) or any(item.options)]
    if not before:
        return True
    options = options_of(before[-1])
    return all(len(one) == 1 and isinstance(one[0], Word) and one[0].text in PREPOSITIONS for one in options)
