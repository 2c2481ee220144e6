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

from dragoman.language.grammar import nouns
from dragoman.language.grammar.derive import split
from dragoman.language.grammar.notation import Adjunct, Choice, ClassRef, Item, Sequence, SlotRef, Word, parse
from dragoman.language.grammar.nouns import PREPOSITIONS
from dragoman.language.grammar.phrases import Phrase
from dragoman.language.words import english
from dragoman.language.words.deeds import DEEDS
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.rulebook.forms import FactType
from dragoman.values.entity import Entities, Entity

_HERE = frozenset({"in", "at"})
_INSIDE = frozenset({"in", "at", "across", "within", "inside", "throughout", "through"})
_TAKEN = _INSIDE | {"of"}
"""What may stand before a place that something is said of."""
_BESIDE = frozenset({"for", "to", "on", "off", "from"})
"""What may be a choice beside it: `mandatory (at|for) {x}`."""
_GUESTS = frozenset(
    map(
        stem,
        english.lines(
            "tourist | visitor | guest | refugee | migrant | immigrant | soldier | troop | traveller | student | passenger | pilgrim"
            "| settler | foreigner | investor | trader"
        ),
    )
)
"""Those who may be where they are not of."""
_DONE = frozenset(
    map(
        stem,
        english.lines(
            "strike | protest | offer | order | talk | threat | complaint | charge | call | vote | march | rally | murder | walkout"
            "| transfer | crime | killing | arrest | bid | plan | law | rule | test | sale | visit | fight | war | riot"
        ),
    )
)
"""What is done somewhere, by whomever."""
_DEEDS = frozenset(map(stem, DEEDS.verbs))
_NO_MASS = (
    english.PEOPLE_NOUNS
    | english.GOV_NOUNS
    | english.ARTICLES
    | english.NEGATORS
    | frozenset(
        english.lines(
            "police | military | army | staff | personnel | it | there | we | they | you | everybody | everyone | anybody | crew"
        )
    )
)
_PAIR = re.compile(r"\{(\w+)\} and (?=\{(\w+)\})")
_TWO, _LEAST_SO = 2, 5
_SEVERAL_FACTS = 3
_MOST = 60
"""Phrases of a fact; where there are more, none lacks what another has."""
_NOT_PLACED = frozenset(
    "out short rid free full instead ahead because member members part head outside north south east west".split()  # noqa: SIM905
)
"""What has an `of` that says of no place what is there."""
_BY = frozenset({"by", "from", "made by"})
_MADE_BY = (Word("made"), Word("by"))
"""What may stand for the `of` between a noun and who does that."""
_ROLES = frozenset(
    map(
        stem,
        english.lines(
            "neighbour | neighbor | ally | rival | partner | friend | guard | host | patron | sponsor | boss | head | lead | guide | judge | pilot"
        ),
    )
)
"""Nouns that look like verbs and name who does it, and not what is done."""


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
    parts: Mapping[str, Choice] = {}
    """What of somebody may be meant without being said, by slot: `in [the deck of] {x}`."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> Links:
        """Those in the phrases of a fact; who does something is also he by whom, or from whom, the noun of that is: `{x} offers`, an offer of {x}."""
        found: dict[tuple[str, str], frozenset[str]] = {}
        parts: dict[str, Choice] = {}
        trees = list(map(parse, texts))
        does = frozenset(pair for tree in trees for pair in _doing(tree))
        for tree in trees:
            for noun, link, slot in zip(tree, tree[1:], tree[2:], strict=False):
                words = _words(link)
                if isinstance(slot, SlotRef) and not slot.kind and "of" in words and words <= _TAKEN | _BESIDE:
                    for one in _words(noun):
                        done = _BY if (slot.slot, stem(one)) in does and stem(one) not in _ROLES else frozenset[str]()
                        found[one, slot.slot] = found.get((one, slot.slot), frozenset()) | words | done
                is_linked = bool(_words(noun)) and _words(noun) <= PREPOSITIONS
                if is_linked and isinstance(slot, SlotRef) and isinstance(link, Choice) and _is_part(link):
                    parts[slot.slot] = Choice(tuple(map(split, link.options)))
        return cls(found, parts)

    def put_in(self, tree: Sequence) -> Sequence:
        """The tree with all of them where it has an `of`."""
        found = list(tree)
        for at in range(1, len(tree) - 1):
            noun, slot = _words(tree[at - 1]), tree[at + 1]
            if noun and isinstance(slot, SlotRef) and not slot.kind and _words(tree[at]) == {"of"}:
                several = [self.words.get((one, slot.slot), frozenset[str]()) for one in noun]
                if more := frozenset.intersection(*several) - {"of"}:
                    found[at] = Choice((*(tuple(map(Word, word.split())) for word in ("of", *sorted(more))),))
        return tuple(self._with_parts(tuple(found))) if self.parts else tuple(found)

    def _with_parts(self, tree: Sequence) -> Iterator[Item]:
        """The tree with what may be meant of somebody wherever that may stand behind a preposition."""
        is_linked = False
        for item in tree:
            if isinstance(item, SlotRef) and not item.kind and is_linked and item.slot in self.parts:
                yield self.parts[item.slot]
            words = _words(item)
            is_linked = bool(words) and words <= PREPOSITIONS
            if isinstance(item, Adjunct):
                yield Adjunct(tuple(self._with_parts(item.inner)))
            elif isinstance(item, Choice):
                yield Choice(tuple(tuple(self._with_parts(option)) for option in item.options))
            else:
                yield item


def _doing(tree: Sequence) -> Iterator[tuple[str, str]]:
    """Who does something in a phrase, and what, by its stem: `{x} (offers|has offered) ...`."""
    if len(tree) > 1 and isinstance(who := tree[0], SlotRef) and isinstance(tree[1], Word | Choice):
        for option in nouns.options_of(tree[1]):
            yield from ((who.slot, stem(item.text)) for item in option[:_TWO] if isinstance(item, Word))


class Places(Mapping[str, Where]):
    """By fact type where its facts are so, found when it is asked for."""

    def __init__(self, entities: Mapping[str, Entity], phrases: Iterable[Phrase], told: Mapping[str, FactType]) -> None:
        self._entities, self._phrases, self._told = entities, phrases, told
        self._found: dict[str, Where] = {}
        self._links: dict[str, Links] = {}
        self._trees: dict[str, list[tuple[tuple[object, ...], Sequence]]] = {}
        self._thing_types: dict[tuple[str, ...], bool] = {}
        self._named: dict[str, Mapping[str, frozenset[str]]] = {}
        self._unlike: dict[str, Mapping[str, frozenset[str]]] = {}

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
                if self._alone(names) in self._sites and self._has_words_of(fact, slot):
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
        found = self._unlike.get(fact)
        if found is None:
            pairs = {pair for text in self._texts.get(fact, ()) for pair in _PAIR.findall(text)}
            has_both = any((other, one) in pairs for one, other in pairs)
            found = self._unlike[fact] = {} if has_both else self.named(fact)
        return found

    @cached_property
    def _sites(self) -> frozenset[frozenset[str]]:
        """Those at whom things are so, as phrases of several facts have it: what their profits are, the profits at them are."""
        facts: dict[frozenset[str], set[str]] = {}
        for fact, texts in self._texts.items():
            kinds = {slot.name: slot.kind for slot in self._told[fact].slots if isinstance(slot.kind, Entities)}
            for tree in map(parse, texts):
                for words, slot in _links(tree):
                    if "at" in words and slot in kinds:
                        facts.setdefault(self._alone(self._taken_by(kinds[slot])), set()).add(fact)
        return frozenset(names for names, several in facts.items() if len(several) >= _SEVERAL_FACTS)

    def _alone(self, names: frozenset[str]) -> frozenset[str]:
        """Those that are no group: a slot that takes the groups of some as well is of the same."""
        return frozenset(name for name in names if not self._entities[name].members)

    def _taken_by(self, kind: Entities) -> frozenset[str]:
        return frozenset(name for name, entity in self._entities.items() if kind.takes(entity))

    def _has_words_of(self, fact: str, slot: str) -> bool:
        """Whether a phrase of a fact has something of it: `the profits of {x}`."""
        several = (pair for text in self._texts.get(fact, ()) for pair in _links(parse(text)))
        return any("of" in words and of == slot for words, of in several)

    def things(self, fact: str) -> frozenset[str]:
        """The slots of a fact in which stands only what nobody could be: what is written in small letters, and has no people."""
        slots = self._told[fact].slots
        return frozenset(slot.name for slot in slots if isinstance(slot.kind, Entities) and self._are_things(slot.kind))

    def _are_things(self, kind: Entities) -> bool:
        key = kind.types
        if key not in self._thing_types:
            several = [entity for entity in self._entities.values() if kind.takes(entity)]
            self._thing_types[key] = bool(several) and all(map(_is_thing_alone, several))
        return self._thing_types[key]

    def links(self, fact: str) -> Links:
        """What may stand for an `of` in the phrases of a fact."""
        found = self._links.get(fact)
        if found is None:
            found = self._links[fact] = Links.of(self._texts.get(fact, ()))
        return found

    def alike(self, fact: str, tree: Sequence) -> list[Sequence]:
        """The other phrases that say the same as one of a fact."""
        trees = self._trees.get(fact)
        if trees is None:
            own = self._of_fact.get(fact, [])
            trees = self._trees[fact] = [(one.meaning, parse(one.text)) for one in own] if len(own) <= _MOST else []
        meanings = {meaning for meaning, other in trees if other == tree}
        return [other for meaning, other in trees if meaning in meanings and other != tree]

    @cached_property
    def _texts(self) -> dict[str, list[str]]:
        return {fact: [one.text for one in several] for fact, several in self._of_fact.items()}

    @cached_property
    def _of_fact(self) -> dict[str, list[Phrase]]:
        found: dict[str, list[Phrase]] = {}
        for phrase in self._phrases:
            found.setdefault(phrase.fact, []).append(phrase)
        return found


_PERSONS = (
    "people",
    "children",
    "men",
    "ers",
    "ors",
    "ists",
    "ants",
    "youth",
    "elderly",
    "sick",
    "poor",
    "staff",
    "police",
)
"""How words for many persons end."""
_PEOPLED = frozenset({"people", "leader", "capital", "adjective"})


def _is_thing_alone(entity: Entity) -> bool:
    """Whether the rulebook writes it as what is no name, and of nobody: `wheat`, `stem rust`, and not `the dockers`."""
    is_small = entity.title == entity.title.lower()
    last = entity.title.split()[-1]
    is_many = (entity.title.startswith("the ") and last.endswith("s")) or last.endswith(_PERSONS)
    return is_small and not is_many and _PEOPLED.isdisjoint(entity.kinds.values())


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


def _is_part(item: Choice) -> bool:
    """Whether it is what may be said of something before an owner, and may be left out: `[the deck of]`, `[(the site|the pit) of]`."""
    said = [option for option in item.options if option]
    return len(said) < len(item.options) and all(len(option) > 1 and option[-1] == Word("of") for option in said)


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
            is_its = is_noun and (at > 1 or _are_its(tree[0])) and _is_in(item, after, place)
            found.append(Word("of") if is_its else item)
    return tuple(found) if tuple(found) != tree else _so_there(tree, place)


def owned_first(tree: Sequence, place: str, things: frozenset[str]) -> Sequence:
    """The tree with an `of` for the `in` between the things that it begins with and the place: `{y} fields in {x} suffer from {z}`.

    Those who are somewhere for a while are not of it, and what is done there may be done by others.
    """
    if len(tree) == _LEAST_SO and isinstance(one := tree[0], SlotRef) and one.slot in things and not one.kind:
        is_so = _words(tree[1]) <= english.BE and isinstance(tree[2], Word | Choice) and _is_in(tree[3], tree[4], place)
        so = (
            tuple(option for option in nouns.options_of(tree[2]) if _is_so(option)) if is_so and _words(tree[1]) else ()
        )
        return (tree[4], one, Choice(so)) if so else tree  # `{y} is scarce in {x}`: {x}'s {y} is scarce
    start = next((at for at, item in enumerate(tree) if _is_thing(item) or isinstance(item, SlotRef)), len(tree))
    first = start + (start < len(tree) and isinstance(tree[start], SlotRef))
    end = next((at for at in range(first, len(tree)) if not _is_thing(tree[at])), len(tree))
    if not (first < end < len(tree) - _TWO and _is_in(tree[end], tree[end + 1], place) and _are_its(tree[end - 1])):
        return tree
    return (*tree[:end], Word("of"), *tree[end + 1 :])


def _are_its(noun: Item) -> bool:
    """Whether they are things or people that a place has: `fields`, `farmers`."""
    words = _last_words(noun)
    return bool(words) and all(
        word.endswith("s")
        and not word.endswith(("ss", "tions", "sions", "ments", "ings", "als"))
        and stem(word) not in _GUESTS | _DONE
        and stem(word) not in _DEEDS
        for word in words
    )


def _last_words(item: Item) -> frozenset[str]:
    """The last word of each way to say an item that is one of words alone: of `(dockers|dock workers)` the workers."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    words = [option[-1].text for option in options if option and isinstance(option[-1], Word)]
    return frozenset(words) if len(words) == len(options) else frozenset()


def _so_there(tree: Sequence, place: str) -> Sequence:
    """`the power (fails|is out) in {x}` as `the power of {x} (fails|is out)`, of what is no single person or thing."""
    last = tree[-1]
    where = last.inner if isinstance(last, Adjunct) else tree[-_TWO:]
    body = tree[: len(tree) - (1 if isinstance(last, Adjunct) else _TWO)]
    first = next(
        (at for at, item in enumerate(body) if not isinstance(item, Choice) or () not in item.options), len(body)
    )
    words = _last_words(body[first]) if first < len(body) else frozenset[str]()
    said = [item for item in body[first + 1 :] if not (_words(item) and _words(item) <= english.BE)]
    if len(where) != _TWO or len(said) != 1 or not words or not _is_in(where[0], where[1], place):
        return tree
    is_mass = not any(word.endswith(("s", "ing", "tion", "ment")) for word in words) and words.isdisjoint(_NO_MASS)
    if not (is_mass or (all(map(_are_its, body[first : first + 1])) and "at" in _words(where[0]))):
        return tree
    options = said[0].options if isinstance(said[0], Choice) else ((said[0],),)
    so = tuple(option for option in options if _is_so(option))
    return (*body[: first + 1], Word("of"), where[1], Choice(so)) if so and words.isdisjoint(PREPOSITIONS) else tree


def _is_so(option: Sequence) -> bool:
    """Whether it says how something is or what it does, and no more: what is done somewhere may be done to what is of another place."""
    texts = [item.text for item in option if isinstance(item, Word)]
    is_done = bool(texts) and is_past_participle(texts[-1]) and texts[0] not in english.HAVE
    return len(texts) == len(option) > 0 and not is_done and PREPOSITIONS.isdisjoint(texts[-1:])


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
        several = nouns.options_of(item)
        made = tuple(option for option in several if option == _MADE_BY)  # of what is `of` somebody who makes it
        single = Choice(tuple(option for option in several if option != _MADE_BY)) if made else item
        said = _words(single)
        is_placed = not said.isdisjoint(_TAKEN) and said <= _TAKEN | _BESIDE | (_BY if made else frozenset())
        before = _words(tree[at - 1]) if at else frozenset[str]()
        if at and is_placed and before.isdisjoint(_NOT_PLACED):
            words = (*_in_order(single), *sorted(place.words - said))
            return Choice((*((Word(word),) for word in words), *made))
    if isinstance(item, Choice):
        return Choice(tuple(wherever(option, place) for option in item.options))
    return Adjunct(wherever(item.inner, place)) if isinstance(item, Adjunct) else item


def _in_order(item: Item) -> Several[str]:
    """The words of a link, as they were written."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    return [option[0].text for option in options if option and isinstance(option[0], Word)]
