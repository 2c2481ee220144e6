"""What is of, for or on a thing that nobody could be, with the thing before it: `a contract for {y}` is a `{y} contract`.

    {x} has a contract with {z} for {y}         ->  {x} has a {y} contract with {z}
    {x} has lifted its ban on {y}               ->  {x} has lifted its {y} ban
    the tariff of {x} on {y} is {n}             ->  the {y} tariff of {x} is {n}
    {x} accuses {z} of dumping {y}              ->  {x} accuses {z} of {y} dumping

Only where the rulebook writes all that may stand there in small letters: the Sorvian ban may be one by Sorvia, the wheat ban is none by wheat.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.notation import Choice, Item, Sequence, SlotRef, Word
from dragoman.language.grammar.nouns import PREPOSITIONS, as_noun, options_of, possessives
from dragoman.language.grammar.phrases import words_in
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import words_of

_OF = frozenset({"of", "for", "on", "against"})
_BETWEEN = frozenset({"with", "to", "of", "in", "by", "from", "at"})
"""Before another who stands between a noun and what it is for: `a contract with {z} for {y}`."""
_OWN = frozenset({"its", "his", "her", "their"}) | english.HAVE
_BY_IT = frozenset(
    map(
        stem,
        english.lines(
            "attack | strike | raid | bite | threat | invasion | damage | loss | victory | complaint | claim | protest | campaign"
            "| demand | call | vote"
        ),
    )
)
"""What an animal, a disease or many people do, or what is done to them."""


def before_nouns(tree: Sequence, counts: frozenset[str], things: frozenset[str]) -> Iterator[Sequence]:
    """The tree with each of some slots before the noun that is of, for or on it; `things` are the slots of what nobody could be."""
    if not any(isinstance(item, SlotRef) and item.slot in things for item in tree) and not _is_done_to(tree, things):
        return
    for at in range(1, len(tree)):
        turned = _before_noun(tree, at, things) or _before_gerund(tree, at, things)
        if turned is not None:
            yield from possessives(turned, counts)


def _is_done_to(tree: Sequence, things: frozenset[str]) -> bool:
    return any(_spared(item, things) is not None for item in tree)


def _spared(item: Item, things: frozenset[str]) -> SlotRef | None:
    """The slot of a thing that may be left out there."""
    options = [option for option in options_of(item) if option]
    only = options[0][0] if len(options) == 1 and len(options[0]) == 1 else None
    return only if isinstance(only, SlotRef) and only.slot in things and not only.kind else None


def _before_noun(tree: Sequence, at: int, things: frozenset[str]) -> Sequence | None:
    """`a contract with {z} for {y}` as `a {y} contract with {z}`."""
    slot = tree[at]
    if not (isinstance(slot, SlotRef) and slot.slot in things and not slot.kind and _links(tree[at - 1], _OF)):
        return None
    end = at - 1
    if end > 2 and isinstance(tree[end - 1], SlotRef) and _links(tree[end - 2], _BETWEEN):
        end -= 2
    head = _head(tree[end - 1]) if end else None
    if head is None or (isinstance(tree[0], SlotRef) and end < 3):
        return None  # `{x} speculates on {y}`
    start = end - 1
    while start and _is_modifier(tree[start - 1]):
        start -= 1
    return (*tree[:start], slot, *tree[start : end - 1], head, *tree[end : at - 1], *tree[at + 1 :])


def _before_gerund(tree: Sequence, at: int, things: frozenset[str]) -> Sequence | None:
    """`of dumping [{y}]` as `of {y} dumping`."""
    slot = tree[at] if isinstance(tree[at], SlotRef) else _spared(tree[at], things)
    deeds = [option[-1].text for option in options_of(tree[at - 1]) if option and isinstance(option[-1], Word)]
    is_deed = bool(deeds) and len(deeds) == len(options_of(tree[at - 1])) and all(one.endswith("ing") for one in deeds)
    is_thing = isinstance(slot, SlotRef) and slot.slot in things and not slot.kind
    if not (is_deed and is_thing and at > 1 and _links(tree[at - 2], _OF)):
        return None
    return (*tree[: at - 1], slot, tree[at - 1], *tree[at + 1 :]) if isinstance(slot, SlotRef) else None


def _links(item: Item, several: frozenset[str]) -> bool:
    words = [option[0].text for option in options_of(item) if len(option) == 1 and isinstance(option[0], Word)]
    return len(words) == len(options_of(item)) and several.issuperset(words)


def _head(item: Item) -> Item | None:
    """Those of its words that can be a noun, where it must be said and is nothing that is done by a thing."""
    if () in options_of(item) or (head := as_noun(item)) is None:
        return None
    words = words_in((head,))
    is_noun = bool(words) and not any(map(is_past_participle, words)) and PREPOSITIONS.isdisjoint(words)
    return head if is_noun and _BY_IT.isdisjoint(map(stem, words)) else None


def _is_modifier(item: Item) -> bool:
    """Whether it is a word that may be left out before a noun: `[export] ban`."""
    words = {word for text in words_in((item,)) for word in words_of(text)}
    return isinstance(item, Choice) and () in item.options and bool(words) and words.isdisjoint(_OWN | PREPOSITIONS)
