"""Where something is: what phrases of a fact say to be in a place, the others may say to be in it as well.

    the cold chain of {x} is {y}, cold storage in {x} is {y}     ->  the cold chain (of|in) {x} is {y}
    {n} traffic at {x} is {y}, the flow of {n} through {x}       ->  {n} traffic (at|in|through) {x} is {y}

Only where phrases of the fact place it in one thing and no other of that kind is named: of `the opinion of {x} in {y}` nothing
follows if both are countries. What is `of` a place may be in it; what is in a place need not be of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Several

from dragoman.language.grammar.notation import Adjunct, Choice, Item, Sequence, SlotRef, Word, parse

_HERE = frozenset({"in", "at"})
_INSIDE = frozenset({"in", "at", "across", "within", "inside", "throughout", "through"})
_TAKEN = _INSIDE | {"of"}
"""What may stand before a place that something is said of."""
_BESIDE = frozenset({"for", "to", "on", "off", "from"})
"""What may be a choice beside it: `mandatory (at|for) {x}`."""
_NOT_PLACED = frozenset(
    "out short rid free full instead ahead because member members part head outside north south east west".split()  # noqa: SIM905
)
"""What has an `of` that says of no place what is there."""


def placed_in(texts: Iterable[str], slots: Mapping[str, frozenset[str]]) -> tuple[str, frozenset[str]]:
    """The slot of a fact that something is in, and all words that its phrases have before it; `""` if there is none.

    `slots` are those of entities, each with the names that it may have.
    """
    before: dict[str, set[str]] = {}
    for tree in map(parse, texts):
        for words, slot in _links(tree):
            before.setdefault(slot, set()).update(words)
    places = [slot for slot in slots if not _HERE.isdisjoint(before.get(slot, ()))]
    if len(places) != 1:
        return "", frozenset()
    (place,) = places
    others = (names for slot, names in slots.items() if slot != place)
    if any(not slots[place].isdisjoint(names) for names in others):
        return "", frozenset()
    return place, frozenset(before[place] & _INSIDE) | {"in"}


def _links(tree: Sequence) -> Iterator[tuple[frozenset[str], str]]:
    """The words before each slot."""
    for at, item in enumerate(tree):
        if isinstance(item, SlotRef) and at and not item.kind:
            yield _words(tree[at - 1]), item.slot
        elif isinstance(item, Choice):
            for option in item.options:
                yield from _links(option)
        elif isinstance(item, Adjunct):
            yield from _links(item.inner)


def _words(item: Item) -> frozenset[str]:
    """The words of an item, if it is one of several words and nothing else."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    words = [option[0].text for option in options if len(option) == 1 and isinstance(option[0], Word)]
    return frozenset(words) if len(words) == len(options) else frozenset()


def wherever(tree: Sequence, place: str, words: frozenset[str]) -> Sequence:
    """The tree with all of `words` before the place where it has one of them, or an `of`."""
    return tuple(_wherever(tree, at, place, words) for at in range(len(tree)))


def _wherever(tree: Sequence, at: int, place: str, words: frozenset[str]) -> Item:
    item = tree[at]
    after = tree[at + 1] if at + 1 < len(tree) else None
    if isinstance(after, SlotRef) and after.slot == place and not after.kind:
        said = _words(item)
        is_placed = not said.isdisjoint(_TAKEN) and said <= _TAKEN | _BESIDE
        before = _words(tree[at - 1]) if at else frozenset[str]()
        if at and is_placed and before.isdisjoint(_NOT_PLACED):
            return Choice(tuple((Word(word),) for word in (*_in_order(item), *sorted(words - said))))
    if isinstance(item, Choice):
        return Choice(tuple(wherever(option, place, words) for option in item.options))
    return Adjunct(wherever(item.inner, place, words)) if isinstance(item, Adjunct) else item


def _in_order(item: Item) -> Several[str]:
    """The words of a link, as they were written."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    return [option[0].text for option in options if option and isinstance(option[0], Word)]
