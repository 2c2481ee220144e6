"""Where something is: what phrases of a fact say to be in a place, the others may say to be in it as well.

    the cold chain of {x} is {y}, cold storage in {x} is {y}     ->  the cold chain (of|in) {x} is {y}
    {n} traffic at {x} is {y}, the flow of {n} through {x}       ->  {n} traffic (at|in|through) {x} is {y}

Only where phrases of the fact place it in one thing and no other of that kind is named: of `the opinion of {x} in {y}` nothing
follows if both are countries. What is `of` a place may be in it; what is in a place need not be of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Several
from functools import cached_property
from typing import NamedTuple

from dragoman.language.grammar.notation import Adjunct, Choice, ClassRef, Item, Sequence, SlotRef, Word, parse
from dragoman.language.grammar.nouns import PREPOSITIONS
from dragoman.language.grammar.phrases import Phrase
from dragoman.language.words.stems import is_past_participle
from dragoman.rulebook.forms import FactType
from dragoman.values.entity import Entities, Entity

_HERE = frozenset({"in", "at"})
_INSIDE = frozenset({"in", "at", "across", "within", "inside", "throughout", "through"})
_TAKEN = _INSIDE | {"of"}
"""What may stand before a place that something is said of."""
_BESIDE = frozenset({"for", "to", "on", "off", "from"})
"""What may be a choice beside it: `mandatory (at|for) {x}`."""
_PAIR = re.compile(r"\{(\w+)\} and (?=\{(\w+)\})")
_TWO = 2
_SEVERAL_FACTS = 3
_NOT_PLACED = frozenset(
    "out short rid free full instead ahead because member members part head outside north south east west".split()  # noqa: SIM905
)
"""What has an `of` that says of no place what is there."""


class Where(NamedTuple):
    """Where the facts of a type are so."""

    slot: str = ""
    """Empty if it is not said to be so anywhere."""
    words: frozenset[str] = frozenset()
    """What may stand before it."""
    is_alone: bool = False
    """Whether nobody else is named, so that what is there may be said to be its."""


class Links(NamedTuple):
    """What stands beside `of` between a noun and somebody where a phrase of a fact has both: `ore (of|from) {x}`."""

    words: Mapping[tuple[str, str], frozenset[str]] = {}
    """By the noun and the slot."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> Links:
        """Those in the phrases of a fact."""
        found: dict[tuple[str, str], frozenset[str]] = {}
        for tree in map(parse, texts):
            for noun, link, slot in zip(tree, tree[1:], tree[2:], strict=False):
                words = _words(link)
                if isinstance(slot, SlotRef) and not slot.kind and "of" in words and words <= _TAKEN | _BESIDE:
                    for one in _words(noun):
                        found[one, slot.slot] = found.get((one, slot.slot), frozenset()) | words
        return cls(found)

    def put_in(self, tree: Sequence) -> Sequence:
        """The tree with all of them where it has an `of`."""
        found = list(tree)
        for at in range(1, len(tree) - 1):
            noun, slot = _words(tree[at - 1]), tree[at + 1]
            if noun and isinstance(slot, SlotRef) and not slot.kind and _words(tree[at]) == {"of"}:
                several = [self.words.get((one, slot.slot), frozenset[str]()) for one in noun]
                if more := frozenset.intersection(*several) - {"of"}:
                    found[at] = Choice((*((Word(word),) for word in ("of", *sorted(more))),))
        return tuple(found)


class Places(Mapping[str, Where]):
    """By fact type where its facts are so, found when it is asked for."""

    def __init__(self, entities: Mapping[str, Entity], phrases: Iterable[Phrase], told: Mapping[str, FactType]) -> None:
        self._entities, self._phrases, self._told = entities, phrases, told
        self._found: dict[str, Where] = {}
        self._links: dict[str, Links] = {}
        self._named: dict[str, Mapping[str, frozenset[str]]] = {}

    def __len__(self) -> int:
        return len(self._told)

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __getitem__(self, fact: str) -> Where:
        found = self._found.get(fact)
        if found is None:
            named = self.named(fact)
            found = placed_in(self._texts.get(fact, ()), named)
            if not found.slot and len(named) == 1 and self._told[fact].value is not None:
                [(slot, names)] = named.items()
                if names in self._sites and self._has_words_of(fact, slot):
                    found = Where(slot, frozenset({"at"}), is_alone=True)
            self._found[fact] = found
        return found

    def named(self, fact: str) -> Mapping[str, frozenset[str]]:
        """The slots of a fact that have entities, each with the names that may stand in it."""
        found = self._named.get(fact)
        if found is None:
            kinds = {slot.name: slot.kind for slot in self._told[fact].slots if isinstance(slot.kind, Entities)}
            found = self._named[fact] = {slot: self._taken_by(kind) for slot, kind in kinds.items()}
        return found

    def unlike(self, fact: str) -> Mapping[str, frozenset[str]]:
        """Its slots of entities, if its phrases name two of them together in one order alone: who writes both has all he means."""
        pairs = {pair for text in self._texts.get(fact, ()) for pair in _PAIR.findall(text)}
        return {} if any((other, one) in pairs for one, other in pairs) else self.named(fact)

    @cached_property
    def _sites(self) -> frozenset[frozenset[str]]:
        """Those at whom things are so, as phrases of several facts have it: what their profits are, the profits at them are."""
        facts: dict[frozenset[str], set[str]] = {}
        for fact, texts in self._texts.items():
            kinds = {slot.name: slot.kind for slot in self._told[fact].slots if isinstance(slot.kind, Entities)}
            for tree in map(parse, texts):
                for words, slot in _links(tree):
                    if "at" in words and slot in kinds:
                        facts.setdefault(self._taken_by(kinds[slot]), set()).add(fact)
        return frozenset(names for names, several in facts.items() if len(several) >= _SEVERAL_FACTS)

    def _taken_by(self, kind: Entities) -> frozenset[str]:
        return frozenset(name for name, entity in self._entities.items() if kind.takes(entity))

    def _has_words_of(self, fact: str, slot: str) -> bool:
        """Whether a phrase of a fact has something of it: `the profits of {x}`."""
        several = (pair for text in self._texts.get(fact, ()) for pair in _links(parse(text)))
        return any("of" in words and of == slot for words, of in several)

    def links(self, fact: str) -> Links:
        """What may stand for an `of` in the phrases of a fact."""
        found = self._links.get(fact)
        if found is None:
            found = self._links[fact] = Links.of(self._texts.get(fact, ()))
        return found

    @cached_property
    def _texts(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for phrase in self._phrases:
            found.setdefault(phrase.fact, []).append(phrase.text)
        return found


def placed_in(texts: Iterable[str], slots: Mapping[str, frozenset[str]]) -> Where:
    """Where a fact is so, as its phrases have it; `slots` are those of entities, each with the names that it may have."""
    before: dict[str, set[str]] = {}
    for tree in map(parse, texts):
        for words, slot in _links(tree):
            before.setdefault(slot, set()).update(words)
    places = [slot for slot in slots if not _HERE.isdisjoint(before.get(slot, ()))]
    if len(places) != 1:
        return Where()
    (place,) = places
    others = (names for slot, names in slots.items() if slot != place)
    if any(not slots[place].isdisjoint(names) for names in others):
        return Where()
    return Where(place, frozenset(before[place] & _INSIDE) | {"in"}, len(slots) == 1)


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


def owned(tree: Sequence, place: str) -> Sequence:
    """The tree with an `of` for each `in` behind a noun and before the place: what is in it may be said to be its.

    `the {y} auction <in {x}>` has a word of its own before the noun, and is {x}'s {y} auction.
    """
    found: list[Item] = []
    for at, item in enumerate(tree):
        after = tree[at + 1] if at + 1 < len(tree) else None
        is_noun = at > 0 and _is_thing(tree[at - 1])
        where = item.inner if isinstance(item, Adjunct) and len(item.inner) == _TWO else (item, item)
        kind = next((n for n in range(at - 1, -1, -1) if not _is_thing(tree[n])), -1)
        if is_noun and kind >= 0 and _is_in(item, after, place) and not _words(tree[kind]).isdisjoint(PREPOSITIONS):
            return tree  # `the use of drugs in {x}` is not that of the drugs of x
        if is_noun and _is_in(where[0], where[1], place):
            if kind >= 0 and isinstance(tree[kind], SlotRef):
                found.insert(kind, where[1])
            elif kind >= 0 and not _words(tree[kind]).isdisjoint(PREPOSITIONS):
                return tree  # `the use of drugs in {x}` is not that of the drugs of x
            else:
                found += [Word("of"), where[1]]
        else:
            found.append(Word("of") if is_noun and at > 1 and _is_in(item, after, place) else item)
    return tuple(found)


def _is_in(item: Item, after: Item | None, place: str) -> bool:
    said = _words(item)
    is_place = isinstance(after, SlotRef) and after.slot == place and not after.kind
    return is_place and bool(said) and said <= _INSIDE


def _is_thing(item: Item) -> bool:
    """Whether it may be a noun."""
    words = _words(item)
    is_word = bool(words) and words.isdisjoint(PREPOSITIONS) and not any(map(is_past_participle, words))
    return isinstance(item, ClassRef) or is_word


def wherever(tree: Sequence, place: Where) -> Sequence:
    """The tree with all words that may stand before the place where it has one of them, or an `of`."""
    return tuple(_wherever(tree, at, place) for at in range(len(tree))) if place.slot else tree


def _wherever(tree: Sequence, at: int, place: Where) -> Item:
    item = tree[at]
    after = tree[at + 1] if at + 1 < len(tree) else None
    if isinstance(after, SlotRef) and after.slot == place.slot and not after.kind:
        said = _words(item)
        is_placed = not said.isdisjoint(_TAKEN) and said <= _TAKEN | _BESIDE
        before = _words(tree[at - 1]) if at else frozenset[str]()
        if at and is_placed and before.isdisjoint(_NOT_PLACED):
            return Choice(tuple((Word(word),) for word in (*_in_order(item), *sorted(place.words - said))))
    if isinstance(item, Choice):
        return Choice(tuple(wherever(option, place) for option in item.options))
    return Adjunct(wherever(item.inner, place)) if isinstance(item, Adjunct) else item


def _in_order(item: Item) -> Several[str]:
    """The words of a link, as they were written."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    return [option[0].text for option in options if option and isinstance(option[0], Word)]
