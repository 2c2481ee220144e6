"""A phrase as a small automaton over words, slots and entities.

Articles, forms of `be` and `do`, fillers, and a `have` that only helps a verb are left out: the text that is read may
have them anywhere. What can be derived is derived here, so that nobody writes it: `the debt of {x}` gives `{x} debt`,
`in {x}` at the end may stand first, `in the {field} field` may be an adverb, `the government of {x}` is `{x/gov}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from typing import NamedTuple

from dragoman.language import english
from dragoman.language.lexicon import Lexicon
from dragoman.language.notation import Adjunct, Choice, ClassRef, Item, Sequence, SlotRef, Word
from dragoman.language.stems import is_past_participle, stem
from dragoman.language.tokens import words_of

_MOST_VARIANTS = 12
_PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "from",
        "with",
        "for",
        "between",
        "among",
        "over",
        "against",
        "towards",
        "toward",
        "into",
        "onto",
        "under",
        "about",
        "as",
        "than",
        "through",
        "across",
    ]
)
_WHERE = frozenset({"in", "across", "within", "throughout"})
_DROPPED = english.ARTICLES | english.BE | english.DO | english.FILLERS
_FIELD_NOUNS = frozenset({"field", "sphere", "realm", "domain", "area", "terms"})


class Lit(NamedTuple):
    """A word: any of these stems."""

    stems: frozenset[str]


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

    edges: tuple[tuple[Edge, ...], ...]
    accepting: frozenset[int]


class Compiler:
    """Makes machines; the lexicon says what is an entity."""

    def __init__(
        self,
        lexicon: Lexicon,
        classes: Mapping[str, tuple[str, ...]],
        enumerations: Mapping[tuple[str, str], tuple[str, ...]],
    ) -> None:
        self.lexicon = lexicon
        self.classes = {name: tuple(text.split()) for name, text in english.CLASSES.items()}
        self.classes |= classes
        self.enumerations = enumerations
        """The words of each enumeration, by fact type and slot."""

    def machines(self, fact: str, tree: Sequence) -> list[Machine]:
        """All variants of a phrase."""
        found = []
        for variant in islice(self._variants(fact, self._split(tree)), _MOST_VARIANTS):
            machine = _Builder(self).machine(variant)
            if machine not in found:
                found.append(machine)
        return found

    # -- trees to trees

    def _split(self, tree: Sequence) -> Sequence:
        """Each word by itself, as texts are cut; what is always left out is left out."""
        found: list[Item] = []
        for item in tree:
            match item:
                case Word(text):
                    found.extend(map(Word, words_of(text)))
                case Choice(options):
                    found.append(Choice(tuple(map(self._split, options))))
                case Adjunct(inner):
                    found.append(Adjunct(self._split(inner)))
                case _:
                    found.append(item)
        return tuple(_without_helpers(_kinds_of_naming(found)))

    def _variants(self, fact: str, tree: Sequence) -> Iterator[Sequence]:
        for one in _possessives(self._adjoined(fact, tree)):
            yield from _placed(one)

    def _adjoined(self, fact: str, tree: Sequence) -> Sequence:
        """`in {x}` at the end, and `in the {field} field`, as what may stand elsewhere."""
        items = list(tree)
        for at, (one, other) in enumerate(pairwise(tree)):
            if not (isinstance(one, Word) and one.text in _WHERE and isinstance(other, SlotRef)):
                continue
            after = tree[at + 2] if at + 2 < len(tree) else None
            if (fact, other.slot) in self.enumerations:
                is_noun = isinstance(after, Word) and after.text in _FIELD_NOUNS
                return (*items[:at], Adjunct((_field(one, other),)), *items[at + 2 + is_noun :])
            if after is None:
                return (*items[:at], Adjunct((one, other)))
        return tree

    # -- symbols

    def stems_of(self, item: Word | ClassRef) -> list[tuple[str, ...]]:
        """The stems of a word, or of each of a class."""
        if isinstance(item, Word):
            return [(stem(item.text),)]
        return [tuple(map(stem, words_of(text))) for text in self.classes.get(item.name, ())]


def _field(preposition: Item, slot: SlotRef) -> Choice:
    nouns = Choice((*(((Word(noun),)) for noun in sorted(_FIELD_NOUNS)), ()))
    return Choice(((preposition, slot, nouns), (slot,)))


def _without_helpers(items: list[Item]) -> Iterator[Item]:
    for at, item in enumerate(items):
        if isinstance(item, Word):
            after = items[at + 1] if at + 1 < len(items) else None
            helps = item.text in english.HAVE and isinstance(after, Word) and is_past_participle(after.text)
            if item.text in _DROPPED or helps:
                continue
        yield item


def _kinds_of_naming(items: list[Item]) -> list[Item]:
    """`people in {x}` and `the government of {x}` as slots that want to be named so."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, SlotRef) and not item.kind and len(found) >= 2:
            noun, link = found[-2], found[-1]
            if isinstance(noun, Word) and isinstance(link, Word) and link.text in ("in", "of", "from"):
                kind = (
                    "people" if noun.text in english.PEOPLE_NOUNS else "gov" if noun.text in english.GOV_NOUNS else ""
                )
                alone = noun.text not in ("leader", "leaders", "side", "army", "troops", "military", "state")
                if kind and alone:
                    found[-2:] = [SlotRef(item.slot, kind)]
                    continue
        found.append(item)
    return found


def _possessives(tree: Sequence) -> Iterator[Sequence]:
    """The tree, and with `the debt of {x}` as `{x} debt`, for each of them and for all."""
    yield tree
    every = tree
    for at in range(len(tree) - 1, 1, -1):
        turned = _turned(every, at) if at < len(every) else None
        if turned is not None:
            yield turned
            if turned != (alone := _turned(tree, at)) and alone is not None:
                yield alone
            every = turned


def _turned(tree: Sequence, at: int) -> Sequence | None:
    """The tree with the slot at `at` before the nouns that it is `of`."""
    link, slot = tree[at - 1], tree[at]
    if not (isinstance(slot, SlotRef) and isinstance(link, Word) and link.text == "of"):
        return None
    first = at - 1
    while first > 0 and at - 1 - first < 3 and _is_noun(tree[first - 1]):
        first -= 1
    if first == at - 1:
        return None
    return (*tree[:first], slot, *tree[first : at - 1], *tree[at + 1 :])


def _is_noun(item: Item) -> bool:
    if isinstance(item, Word):
        return item.text not in _PREPOSITIONS and item.text not in ("and", "but", "not", "no")
    if isinstance(item, Choice):
        return all(len(option) < 2 and all(map(_is_noun, option)) for option in item.options)
    return isinstance(item, ClassRef)


def _placed(tree: Sequence) -> Iterator[Sequence]:
    """The tree with its adjuncts where they stand, and each at either end."""
    adjuncts = [at for at, item in enumerate(tree) if isinstance(item, Adjunct)]
    if not adjuncts:
        yield tree
        return
    yield _flat(tree)
    for at in adjuncts:
        item = tree[at]
        rest = _flat((*tree[:at], *tree[at + 1 :]))
        inner = item.inner if isinstance(item, Adjunct) else ()
        yield (*inner, *rest)
        yield (*rest, *inner)
    if len(adjuncts) == 2:
        one, two = (tree[at] for at in adjuncts)
        if isinstance(one, Adjunct) and isinstance(two, Adjunct):
            rest = tuple(item for item in tree if not isinstance(item, Adjunct))
            yield (*one.inner, *rest, *two.inner)
            yield (*two.inner, *rest, *one.inner)
            yield (*two.inner, *one.inner, *rest)
            yield (*rest, *two.inner, *one.inner)


def _flat(tree: Sequence) -> Sequence:
    return tuple(part for item in tree for part in (item.inner if isinstance(item, Adjunct) else (item,)))


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
        if isinstance(link, Word) and link.text == "and" and (second := self._named(tree, end + 1)):
            return second[0] - at, Ent(frozenset({name, second[1]}))
        return end - at, Ent(frozenset({name}))

    def _named(self, tree: Sequence, at: int) -> tuple[int, str] | None:
        words = []
        for item in tree[at : at + 6]:
            if not isinstance(item, Word):
                break
            words.append(item.text)
        naming = self.compiler.lexicon.naming_at(words, 0) if words else None
        return (at + len(naming.words), naming.entity) if naming else None

    def _item(self, item: Item, state: int) -> int:
        match item:
            case Word() | ClassRef():
                return self._words(self.compiler.stems_of(item), state)
            case SlotRef(slot, kind):
                return self._step(state, Slot(slot, kind))
            case Choice(options):
                singles = [option[0] for option in options if len(option) == 1 and isinstance(option[0], Word)]
                if len(singles) == len(options) and not any(self._named((one,), 0) for one in singles):
                    return self._words([(stem(one.text),) for one in singles], state)
                last = self._state()
                for option in options:
                    self._step(self._sequence(option, state), None, last)
                return last
        raise TypeError(item)

    def _words(self, several: list[tuple[str, ...]], state: int) -> int:
        last = self._state()
        singles = frozenset(stems[0] for stems in several if len(stems) == 1)
        if singles:
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
        reach = [self._reach(state) for state in range(len(self.steps))]
        edges = tuple(
            tuple((symbol, to) for one in reach[state] for symbol, to in self.steps[one] if symbol is not None)
            for state in range(len(self.steps))
        )
        return Machine(edges, frozenset(state for state in range(len(self.steps)) if last in reach[state]))

    def _reach(self, state: int) -> list[int]:
        found, todo = [state], [state]
        while todo:
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
    found = set()
    for edges in _single_ways(machine):
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
    """The edges of each state that every way goes through."""
    size = len(machine.edges)
    for state in range(size):
        if state in machine.accepting or not machine.edges[state]:
            continue
        if state == 0 or not _is_accepted(machine, without=state):
            yield machine.edges[state]


def _is_accepted(machine: Machine, without: int) -> bool:
    seen, todo = {0}, [0]
    while todo:
        here = todo.pop()
        if here in machine.accepting:
            return True
        for _, to in machine.edges[here]:
            if to != without and to not in seen:
                seen.add(to)
                todo.append(to)
    return False
