"""A phrase as a small automaton over words, slots and entities.

Each phrase has several: one for each way of saying it that :mod:`dragoman.language.grammar.derive` derives.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Several
from itertools import chain, islice
from typing import NamedTuple

from dragoman.language.grammar.alike import with_alike
from dragoman.language.grammar.classes import CLASSES
from dragoman.language.grammar.derive import variants
from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.grammar.notation import Adjunct, Choice, ClassRef, Item, Sequence, SlotRef, Word
from dragoman.language.grammar.pairs import either_way
from dragoman.language.grammar.places import Places, owned, owned_first, wherever
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import words_of

_MOST_VARIANTS, _MOST_OWNED = 24, 12


class Lit(NamedTuple):
    """A word: any of these stems."""

    stems: frozenset[str]
    is_ing: bool = False
    """Whether the phrase has it as something that goes on (joining); one that is done (joined) is another matter."""
    is_past: bool = False
    """Whether the phrase has it as something that was done (joined)."""


class Ent(NamedTuple):
    """An entity that the phrase names itself; two stand for the pair of them in any order."""

    names: frozenset[str]


class Slot(NamedTuple):
    """The value of a slot."""

    slot: str
    kind: str


Symbol = Lit | Ent | Slot
Edge = tuple[Symbol, int]


class Machine(NamedTuple):
    """States from 0; each with its edges, those behind empty steps included."""

    edges: Several[tuple[Edge, ...]]
    accepting: frozenset[int]


class Compiler:
    """Makes machines; the lexicon says what is an entity."""

    def __init__(
        self,
        lexicon: Lexicon,
        classes: Mapping[str, tuple[str, ...]],
        enumerations: Mapping[tuple[str, str], tuple[str, ...]],
        counts: frozenset[tuple[str, str]],
        places: Places,
    ) -> None:
        self.lexicon = lexicon
        self.classes = {name: tuple(text.split()) for name, text in CLASSES.items()}
        self.classes |= classes
        self.enumerations = enumerations
        """The words of each enumeration, by fact type and slot."""
        self.counts = counts
        """The slots of figures, each with its fact type."""
        self.places = places
        """Of each fact type where its facts are so."""
        self._of_class: dict[str, list[tuple[str, ...]]] = {}
        self._of_word: dict[str, Lit] = {}

    def machines(self, fact: str, tree: Sequence) -> list[Machine]:
        """All variants of a phrase."""
        found = []
        tree = with_alike(tree, self.places.alike(fact, tree))
        fields = frozenset(slot for of, slot in self.enumerations if of == fact)
        counts = frozenset(slot for of, slot in self.counts if of == fact)
        place, things = self.places[fact], self.places.things(fact)
        several: Iterator[Sequence] = islice(variants(tree, fields, counts, things), _MOST_VARIANTS)
        its = (
            owned(tree, place.slot) if place.is_alone else owned_first(tree, place.slot, things) if place.slot else tree
        )
        if its != tree:
            several = chain(several, islice(variants(its, fields, counts, things), _MOST_OWNED))
        links, unlike = self.places.links(fact), self.places.unlike(fact)
        for variant in several:
            machine = _Builder(self).machine(either_way(wherever(links.put_in(variant), place), unlike))
            if machine not in found:
                found.append(machine)
        return found

    # -- symbols

    def said(self, text: str) -> Lit:
        """The symbol of a word: one, however often it stands in phrases."""
        found = self._of_word.get(text)
        if found is None:
            lit = Lit(frozenset({stem(text)}), text.endswith("ing"), is_past_participle(text))
            found = self._of_word[text] = lit
        return found

    def stems_of(self, item: ClassRef) -> list[tuple[str, ...]]:
        """The stems of each word of a class."""
        found = self._of_class.get(item.name)
        if found is None:
            found = [tuple(map(stem, words_of(text))) for text in self.classes.get(item.name, ())]
            self._of_class[item.name] = found
        return found


class _Builder:
    """One machine, first with empty steps."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler = compiler
        self.steps: list[list[tuple[Symbol | None, int]]] = [[]]

    def machine(self, tree: Sequence) -> Machine:
        last = self._sequence(tree, 0)
        return self._closed(last)

    def _state(self) -> int:
        self.steps.append([])
        return len(self.steps) - 1

    def _step(self, state: int, symbol: Symbol | None, to: int | None = None) -> int:
        to = self._state() if to is None else to
        self.steps[state].append((symbol, to))
        return to

    def _sequence(self, tree: Sequence, state: int) -> int:
        at = 0
        while at < len(tree):
            taken, symbol = self._entity(tree, at)
            if symbol is not None:
                state, at = self._step(state, symbol), at + taken
                continue
            state = self._item(_inner(tree[at]), state)
            at += 1
        return state

    def _entity(self, tree: Sequence, at: int) -> tuple[int, Ent | None]:
        """An entity that is named there, or two with `and` between them."""
        first = self._named(tree, at)
        if first is None:
            return 0, None
        end, name = first
        link = tree[end] if end < len(tree) else None
        is_and = isinstance(link, Word) and link.text == "and"
        if second := self._named(tree, end + is_and):
            return second[0] - at, Ent(frozenset({name, second[1]}))
        return end - at, Ent(frozenset({name}))

    def _named(self, tree: Sequence, at: int) -> tuple[int, str] | None:
        first = tree[at] if at < len(tree) else None
        if not isinstance(first, Word) or first.text not in self.compiler.lexicon.namings:
            return None
        words = []
        for item in tree[at : at + 6]:
            if not isinstance(item, Word):
                break
            words.append(item.text)
        found = self.compiler.lexicon.naming_at(words, 0)
        return (at + found[0], found[1].entity) if found else None

    def _item(self, item: Item, state: int) -> int:
        match item:
            case Word(text):
                return self._step(state, self.compiler.said(text))
            case ClassRef():
                return self._class(item, state)
            case SlotRef(slot, kind):
                return self._step(state, Slot(slot, kind))
            case Choice(options):
                if words := self._single_words(options):
                    return self._step(state, self._any(words))
                last = self._state()
                for option in options:
                    self._step(self._sequence(option, state), None, last)
                return last
        raise TypeError(item)

    def _single_words(self, options: tuple[Sequence, ...]) -> list[str]:
        """The words of a choice where each is one, and none an entity."""
        words = [option[0].text for option in options if len(option) == 1 and isinstance(option[0], Word)]
        namings, naming_at = self.compiler.lexicon.namings, self.compiler.lexicon.naming_at
        if len(words) < len(options) or any(text in namings and naming_at([text], 0) for text in words):
            return []
        return words

    def _any(self, words: list[str]) -> Lit:
        """One of some words."""
        several = [self.compiler.said(text) for text in words]
        stems = frozenset[str]().union(*(one.stems for one in several))
        return Lit(stems, any(one.is_ing for one in several), any(one.is_past for one in several))

    def _class(self, item: ClassRef, state: int) -> int:
        last, several = self._state(), self.compiler.stems_of(item)
        if singles := frozenset(stems[0] for stems in several if len(stems) == 1):
            self._step(state, Lit(singles), last)
        for stems in several:
            if len(stems) > 1:
                here = state
                for one in stems[:-1]:
                    here = self._step(here, Lit(frozenset({one})))
                self._step(here, Lit(frozenset({stems[-1]})), last)
        return last

    def _closed(self, last: int) -> Machine:
        """Without the empty steps, and without the states that only they led to."""
        edges, accepting = list[tuple[Edge, ...]](), {last}
        for state, steps in enumerate(self.steps):
            own = [(symbol, to) for symbol, to in steps if symbol is not None]
            if len(own) < len(steps):
                reach = self._reach(state)
                own = [(symbol, to) for one in reach for symbol, to in self.steps[one] if symbol is not None]
                if last in reach:
                    accepting.add(state)
            edges.append(tuple(own))
        return Machine(tuple(edges), frozenset(accepting))

    def _reach(self, state: int) -> list[int]:
        found, todo = [state], [state]
        while todo:  # most lead nowhere without a word
            for symbol, to in self.steps[todo.pop()]:
                if symbol is None and to not in found:
                    found.append(to)
                    todo.append(to)
        return found


def _inner(item: Item) -> Item:
    return Choice((item.inner,)) if isinstance(item, Adjunct) else item


def required(machine: Machine, words: Mapping[str, tuple[str, ...]]) -> frozenset[frozenset[str]]:
    """Sets of stems, one of each of which stands in whatever the machine takes: what is on all its ways.

    An entity that a phrase names counts as `=name`, a word of an enumeration as `~word`; `words` are those of each slot
    that has some.
    """
    return _needed(_single_ways(machine), words) or _needed(_alike_ways(machine), words)


def _needed(several: Iterable[tuple[Edge, ...]], words: Mapping[str, tuple[str, ...]]) -> frozenset[frozenset[str]]:
    found = set()
    for edges in several:
        stems: set[str] = set()
        for symbol, _ in edges:
            match symbol:
                case Lit(own):
                    stems |= own
                case Ent(names):
                    stems.add(f"={min(names)}")
                case Slot(slot) if slot in words:
                    stems.update(f"~{word}" for word in words[slot])
                case _:
                    break
        else:
            found.add(frozenset(stems))
    return frozenset(found)


def _single_ways(machine: Machine) -> Iterator[tuple[Edge, ...]]:
    """The edges of each state that every way goes through: those of one way that no other goes past.

    From each state of that way, in order, all others are entered that were not yet; none of those behind it, up to the
    last that they lead back to, is on every way.
    """
    way = _one_way(machine)[::-1]
    place, entered, furthest = {state: at for at, state in enumerate(way)}, set[int](), 0
    for at, state in enumerate(way):
        if furthest <= at and state not in machine.accepting:
            yield machine.edges[state]
        todo = [state]
        while todo:
            here = todo.pop()
            if here in machine.accepting:
                furthest = len(way)
            for _, to in machine.edges[here]:
                if to in place:
                    furthest = max(furthest, place[to])
                elif to not in entered:
                    entered.add(to)
                    todo.append(to)


def _alike_ways(machine: Machine) -> Iterator[tuple[Edge, ...]]:
    """The edges of states behind a choice that every way goes through one of."""
    for state in _one_way(machine):
        alike = {one for one, edges in enumerate(machine.edges) if edges == machine.edges[state]}
        if len(alike) > 1 and not _is_accepted(machine, without=alike - machine.accepting):
            yield machine.edges[state]


def _one_way(machine: Machine) -> list[int]:
    """The states of one way from the first to an accepting one: what is on all ways is on this."""
    came_from, todo = {0: -1}, deque([0])
    while todo:
        here = todo.popleft()
        if here in machine.accepting:
            way = [here]
            while (here := came_from[here]) >= 0:
                way.append(here)
            return way
        for _, to in machine.edges[here]:
            if to not in came_from:
                came_from[to] = here
                todo.append(to)
    return []


def _is_accepted(machine: Machine, without: set[int]) -> bool:
    """Whether a way leads to the end that goes through none of some states: those that empty steps made alike."""
    seen, todo = {0}, [0]
    while todo:
        here = todo.pop()
        if here in machine.accepting:
            return True
        for _, to in machine.edges[here]:
            if to not in without and to not in seen:
                seen.add(to)
                todo.append(to)
    return False
