"""What is made of a rulebook's phrases once and kept: the columns that a grammar reads by.

phrases: texts, places, meanings        entries: phrase, variant, needs (index.py)      machines (packing.py)
bags: stems of each phrase (search.py)  pools: what phrases of one meaning lend each other      asked, suffered (needed.py)      shapes (shapes.py)

Meaning after meaning, so that never more than the trees and machines of one are at hand: of all together they would take a gigabyte.
"""

from __future__ import annotations

import json
import math
import pickle
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from dragoman.language.grammar.apart import Apart, processors
from dragoman.language.grammar.columns import Columns, Rows, Texts
from dragoman.language.grammar.derive import split
from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.grammar.machine import Compiler, Symbol, required
from dragoman.language.grammar.needed import Met, asked, is_all, only_suffered, packed, sets_of
from dragoman.language.grammar.notation import Sequence as Tree
from dragoman.language.grammar.notation import parse
from dragoman.language.grammar.opening import Opening, opening_of
from dragoman.language.grammar.packing import Packer
from dragoman.language.grammar.phrases import Meaning, Phrase, PhraseBook, can_be_told, classes_in, words_in
from dragoman.language.grammar.places import Places
from dragoman.language.grammar.pools import Pool, pool_of, roots_in
from dragoman.language.grammar.shapes import shape_of
from dragoman.language.grammar.written import said_of_unit
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import FactType, Rulebook, Slot, ValueSlot
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity

_POWER, _USUAL = 0.6, 9.0
_MANY = 8_000
"""Phrases; fewer are made before another process has begun."""
_STARTING = 0.05
"""What another process does until it begins, beside all that is to be made."""
_OF = re.compile(r"(\([^()]*\)|\w+) of \{")
_AT = re.compile(r"\b(?:at|in)(?:\|[a-z]+)*\)?\s+\{([a-z_]+)")
Needs = tuple[frozenset[str], ...]
"""A line that a machine takes has a stem of each; `=name` is an entity."""


def told_in(rulebook: Rulebook) -> dict[str, FactType]:
    """The fact types that can be told."""
    return {fact.name: fact for fact in rulebook.facts.values() if can_be_told(fact)}


def compiler_of(book: PhraseBook, lexicon: Lexicon, told: Mapping[str, FactType]) -> Compiler:
    """What makes the machines of a rulebook's phrases."""
    words = {(fact.name, slot): texts for fact in told.values() for slot, texts in _words(fact).items()}
    counts = frozenset(
        (fact.name, slot.name)
        for fact in told.values()
        for slot in fact.slots
        if isinstance(slot.kind, Money | Quantity)
    )
    return Compiler(lexicon, book.classes, words, counts, Places(lexicon.entities, book.phrases, told))


def columns_of(rulebook: Rulebook, book: PhraseBook) -> Columns:
    """All that is kept of a rulebook's phrases."""
    return _Maker(rulebook, book).columns()


def made_of(task: bytes) -> bytes:
    """What is made of a share of a rulebook's fact types, pickled as the task is: another process of this program asks."""
    rulebook, book, facts = pickle.loads(task)
    maker = _Maker(rulebook, book)
    maker.make(facts)
    return pickle.dumps(maker.share(), pickle.HIGHEST_PROTOCOL)


class _Made(NamedTuple):
    """What is made of a phrase."""

    machines: list[list[int]]
    """As rows of numbers."""
    entries: list[tuple[int, Needs, Opening]]
    """The variants that have needs, and what each begins with."""
    bag: list[int]
    asks: Met
    shape: str


class _Share(NamedTuple):
    """What is made of some fact types, with the numbers that whoever made it gave stems and symbols."""

    phrases: dict[int, _Made]
    pools: dict[Meaning, str]
    suffered: dict[Meaning, list[int]]
    surface: set[str]
    derived: set[str]
    stems: list[str]
    symbols: list[Symbol]


class _Maker:
    """Makes what is kept."""

    def __init__(self, rulebook: Rulebook, book: PhraseBook) -> None:
        self.rulebook, self.book, self.told = rulebook, book, told_in(rulebook)
        self.lexicon = Lexicon(rulebook, book.words, self.told.values())
        self.compiler = compiler_of(book, self.lexicon, self.told)
        self.meanings = _meanings(book)
        self.numbers = _Numbers()
        self.packer = Packer(self.numbers.of)
        self.made: dict[int, _Made] = {}
        self.pools: dict[Meaning, str] = {}
        self.suffered: dict[Meaning, list[int]] = {}
        self.surface: set[str] = set()
        self.derived: set[str] = set()

    def columns(self) -> Columns:
        """All of it; of many phrases this process makes a share, and others make theirs meanwhile."""
        own, *others = self._shares()
        tasks = [pickle.dumps((self.rulebook, self.book, facts), pickle.HIGHEST_PROTOCOL) for facts in others]
        with Apart(tasks) as apart:
            self.make(own)
            for facts, answer in zip(others, apart.answers(), strict=True):
                if answer is None:
                    self.make(facts)
                else:
                    self._adopt(pickle.loads(answer))
        return self._columns()

    def _shares(self) -> list[list[str]]:
        """The fact types, shared out so that all are done at the same time, this process's own first."""
        sizes = Counter[str]()
        for phrase in self.book.phrases:
            sizes[phrase.fact] += len(phrase.text)
        several = processors() if len(self.book.phrases) >= _MANY else 1
        shares: list[list[str]] = [[] for _ in range(several)]
        loads = [0.0, *[_STARTING * sizes.total()] * (several - 1)]
        for fact, size in sizes.most_common():
            least = loads.index(min(loads))
            shares[least].append(fact)
            loads[least] += size
        return shares

    def make(self, facts: Iterable[str]) -> None:
        """What is made of the phrases of some fact types."""
        wanted = frozenset(facts)
        several = {meaning: phrases for meaning, phrases in self.meanings.items() if meaning[0] in wanted}
        roots = {
            meaning: roots_in(self.book.phrases[one].text for one in phrases) for meaning, phrases in several.items()
        }
        of_fact: dict[str, list[Meaning]] = {}
        for meaning in several:
            of_fact.setdefault(meaning[0], []).append(meaning)
        for meaning, phrases in several.items():
            trees = [parse(self.book.phrases[one].text) for one in phrases]
            words = [[word for text in words_in(tree) for word in words_of(text)] for tree in trees]
            # what says the facts of the same type that cannot be this one
            others = (roots[other] for other in of_fact[meaning[0]] if _differ(meaning, other))
            pool = pool_of(trees, words, others)
            self.pools[meaning] = _written(pool)
            self.suffered[meaning] = self.numbers.of(sorted(only_suffered(words)))
            self.made.update(zip(phrases, self._of_meaning(phrases, trees, words, pool), strict=True))
            split.cache_clear()

    def share(self) -> _Share:
        """What was made so far."""
        stems, symbols = list(self.numbers.texts), self.packer.met()
        return _Share(self.made, self.pools, self.suffered, self.surface, self.derived, stems, symbols)

    def _adopt(self, share: _Share) -> None:
        """What another process made, with the numbers of this one."""
        stems = self.numbers.of(share.stems)
        renumbered = self.packer.renumbering(share.symbols)
        for number, one in share.phrases.items():
            machines = list(map(renumbered, one.machines))
            self.made[number] = one._replace(machines=machines, bag=list(map(stems.__getitem__, one.bag)))
        self.pools |= share.pools
        self.suffered |= {meaning: list(map(stems.__getitem__, done)) for meaning, done in share.suffered.items()}
        self.surface |= share.surface
        self.derived |= share.derived

    def _of_meaning(
        self, phrases: Sequence[int], trees: Sequence[Tree], several: Sequence[Sequence[str]], pool: Pool
    ) -> Iterator[_Made]:
        fact = self.told[self.book.phrases[phrases[0]].fact]
        words, units = _words(fact), _units(fact)
        entities = {slot.name for slot in fact.slots if isinstance(slot.kind, Entities)}
        in_machines, in_bags = set[str](), set[str]()
        for number, tree, own in zip(phrases, trees, several, strict=True):
            machines = self.compiler.machines(fact.name, tree)
            entries = []
            for variant, machine in enumerate(machines):
                needs = tuple(sorted({pool.widened(need) for need in required(machine, words)}, key=sorted))
                if needs := needs or units:  # without a word of its own it would take anything
                    entries.append((variant, needs, opening_of(machine, pool, entities)))
            rows = [self.packer.row(machine) for machine in machines]
            bag = self._bag(self.book.phrases[number], tree, own)
            self.surface.update(own)
            in_bags |= bag
            in_machines.update(chain.from_iterable(map(self.packer.stems_in, rows)))
            shape = shape_of(tree, own, self.lexicon).written()
            yield _Made(rows, entries, self.numbers.of(sorted(bag)), asked(self.compiler, tree), shape)
        self.derived |= in_machines - in_bags

    def _bag(self, phrase: Phrase, tree: Tree, own: Iterable[str]) -> frozenset[str]:
        """The stems of a phrase; a sentence of the vocabulary has with it what people call the fact."""
        fact = self.told[phrase.fact]
        classes = (text for name in classes_in(tree) for text in self.compiler.classes.get(name, ()))
        texts = [*classes, *(() if phrase.is_own else fact.words)]
        words = chain(own, (word for text in texts for word in words_of(text)))
        said = frozenset(stem(word) for word in words if word not in english.CARRY_NOTHING)
        return said | {f"={slot.name}" for slot in fact.slots if _is_figure(slot)}

    def _columns(self) -> Columns:
        book, numbers = self.book, self.numbers
        made = [self.made[number] for number in range(len(book.phrases))]
        meanings = {meaning: number for number, meaning in enumerate(self.meanings)}
        of_phrase = [meanings[one.meaning] for one in book.phrases]
        files = {path: number for number, path in enumerate(dict.fromkeys(one.place.source for one in book.phrases))}
        several = [(phrase, *entry) for phrase, one in enumerate(made) for entry in one.entries]
        entries = _entries(numbers, several, of_phrase, len(meanings))
        symbols = Rows.of(self.packer.symbols())
        needed = _needed(numbers, [one.asks for one in made])
        bags = [one.bag for one in made]
        shapes = {shape: number for number, shape in enumerate(dict.fromkeys(one.shape for one in made))}
        header = {
            "files": list(files),
            "meanings": list(meanings),
            "words": [[*key, texts] for key, texts in book.words.items()],
            "classes": dict(book.classes),
            "events": sorted(book.events),
            "derived": sorted(self.derived),
            "places": sorted(_places(book, self.told)),
            "of somebody": sorted({word for said in _of_somebody(book) for word in words_of(said)}),
            "surface": sorted(self._surface()),
            "stems": list(numbers.texts),
        }
        facts = [one.fact for one in book.phrases]
        weights, lengths = weights_of(facts, bags, len(numbers.texts), len(self.told))
        return Columns(
            header,
            {
                **entries.numbers,
                "meaning": array("I", of_phrase),
                "own": array("I", (one.is_own for one in book.phrases)),
                "shape": array("I", (shapes[one.shape] for one in made)),
                "machines": array("I", accumulate(len(one.machines) for one in made)),
                **needed.numbers,
            },
            {
                **entries.rows,
                **needed.rows,
                "suffered": Rows.of(map(self.suffered.__getitem__, self.meanings)),
                "place": Rows.of((files[one.place.source], one.place.line, one.place.column) for one in book.phrases),
                "bag": Rows.of(bags),
                "phrases": _turned(bags, len(numbers.texts)),
                "machine": Rows.of(row for one in made for row in one.machines),
                "symbol": symbols,
            },
            {"weight": weights, "length": lengths},
            {
                "phrase": Texts.of(one.text for one in book.phrases),
                "pool": Texts.of(map(self.pools.__getitem__, self.meanings)),
                "shape": Texts.of(shapes),
            },
        )

    def _surface(self) -> set[str]:
        """All words of phrases, of the words of enumerations, and of classes, and their stems."""
        several = (*self.book.words.values(), *self.book.classes.values())
        found = self.surface | {word for texts in several for text in texts for word in words_of(text)}
        return found | {stem(word) for word in found} | self.lexicon.heard


def _meanings(book: PhraseBook) -> dict[Meaning, list[int]]:
    """The numbers of the phrases that say the same, by what they say."""
    found: dict[Meaning, list[int]] = {}
    for number, one in enumerate(book.phrases):
        found.setdefault(one.meaning, []).append(number)
    return found


def _places(book: PhraseBook, told: Mapping[str, FactType]) -> set[str]:
    """The types of those at whom, or in whom, something is in the phrases."""
    found = set[str]()
    for phrase in book.phrases:
        slots = {slot.name: slot.kind for slot in told[phrase.fact].slots}
        for name in _AT.findall(phrase.text):
            kind = slots.get(name)
            found.update(kind.types if isinstance(kind, Entities) else ())
    return found


def _of_somebody(book: PhraseBook) -> Iterator[str]:
    """What phrases speak of as that of a slot: `the (rector|head) of {university}`."""
    for phrase in book.phrases:
        yield from _OF.findall(phrase.text)


def _differ(meaning: Meaning, other: Meaning) -> bool:
    """Whether two phrases of one type say facts that cannot be the same."""
    one, two = dict(meaning[2]), dict(other[2])
    return any(one[slot] != two[slot] for slot in one.keys() & two.keys())


def _is_figure(slot: Slot | ValueSlot) -> bool:
    return isinstance(slot, ValueSlot) and not isinstance(slot.kind, Enumeration)


def _words(fact: FactType) -> dict[str, tuple[str, ...]]:
    """The words of each enumeration of a fact type, by slot."""
    return {slot.name: slot.kind.words for slot in fact.slots if isinstance(slot.kind, Enumeration)}


def _units(fact: FactType) -> Needs:
    """What a figure of a fact type has with it, where that is more than a percent or money: `degrees`."""
    kinds = [slot.kind for slot in fact.slots if isinstance(slot.kind, Quantity)]
    return tuple(need for kind in kinds if (need := said_of_unit(kind)))


class _Numbers:
    """The numbers of stems."""

    def __init__(self) -> None:
        self.texts: dict[str, int] = {}

    def of(self, stems: Iterable[str]) -> list[int]:
        """Those of some stems, in their order."""
        return [self.texts.setdefault(one, len(self.texts)) for one in stems]


def _turned(rows: Sequence[Iterable[int]], size: int) -> Rows:
    """For each number the rows that it stands in."""
    found: list[list[int]] = [[] for _ in range(size)]
    for row, several in enumerate(rows):
        for one in several:
            found[one].append(row)
    return Rows.of(found)


def _entries(
    numbers: _Numbers, entries: Sequence[tuple[int, int, Needs, Opening]], meanings: Sequence[int], size: int
) -> Columns:
    """The entries (phrase, variant, needs), and what each of `size` meanings needs, the rarest first, and may begin with.

    `meanings` are those of the phrases.
    """
    of_entry = [meanings[phrase] for phrase, *_ in entries]
    needs = {
        need: number for number, need in enumerate(dict.fromkeys(need for _, _, row, _ in entries for need in row))
    }
    uses = Counter[frozenset[str]]()
    for several in dict.fromkeys(row for _, _, row, _ in entries):
        uses.update(several)
    by_stem = Counter[str]()
    for need, many in uses.items():
        by_stem.update(dict.fromkeys(need, many))
    rarity = {need: (sum(by_stem[one] for one in need), sorted(need)) for need in needs}
    stems = [numbers.of(sorted(need)) for need in needs]
    rows: dict[tuple[int, Needs], dict[int, None]] = {}
    for meaning, (phrase, _, row, _) in zip(of_entry, entries, strict=True):
        rows.setdefault((meaning, row), {})[phrase] = None
    number_of = {row: number for number, row in enumerate(rows)}
    by_rarity = [sorted(row, key=rarity.__getitem__) for _, row in rows]
    met, begun, named, after = ([set[int]() for _ in range(size)] for _ in range(4))
    for (meaning, _), needed in zip(rows, by_rarity, strict=True):
        met[meaning].update(stems[needs[needed[0]]])
    openings = {(meaning, opening) for meaning, (*_, opening) in zip(of_entry, entries, strict=True)}
    for meaning, opening in sorted(openings, key=lambda one: (one[0], *map(sorted, one[1]))):
        for of, said in zip((begun, named, after), opening, strict=True):
            of[meaning].update(numbers.of(sorted(said)))
    return Columns(
        {},
        {
            "phrase": array("I", (phrase for phrase, *_ in entries)),
            "variant": array("I", (variant for _, variant, *_ in entries)),
            "row": array("I", (number_of[one, row] for one, (_, _, row, _) in zip(of_entry, entries, strict=True))),
        },
        {
            "need": Rows.of(stems),
            "needs of stem": _turned(stems, len(numbers.texts)),
            "needs of row": Rows.of([needs[need] for need in row] for row in by_rarity),
            "phrases of row": Rows.of(rows.values()),
            "rows of meaning": _turned([[meaning] for meaning, _ in rows], size),
            "entries of meaning": _turned([[one] for one in of_entry], size),
            **{
                f"meanings {name}": _turned(list(map(sorted, several)), len(numbers.texts))
                for name, several in (("met", met), ("begun", begun), ("named", named), ("after", after))
            },
        },
    )


def _needed(numbers: _Numbers, met: Sequence[Met]) -> Columns:
    """What each phrase asks for."""
    of_phrase = list(map(sets_of, met))
    sets = {one: number for number, one in enumerate(dict.fromkeys(chain.from_iterable(of_phrase)))}
    stems = [numbers.of(sorted(one)) for one in sets]
    return Columns(
        {},
        {"asks more": array("I", (not is_all(one) for one in met))},
        {
            "asked": Rows.of([sets[one] for one in several] for several in of_phrase),
            "asked of stem": _turned(stems, len(numbers.texts)),
            "asks all": Rows.of([] if is_all(one) else packed(one, numbers.of) for one in met),
        },
    )


def weights_of(
    facts: Sequence[str], bags: Sequence[Sequence[int]], stems: int, types: int
) -> tuple[array[float], array[float]]:
    """What each of so many stems weighs, by how few of the fact types have it, and each phrase, to the power of 0.6.

    `facts` are the types of the phrases. A cosine would favour short phrases; one of usual length keeps its own.
    """
    found: list[set[str]] = [set() for _ in range(stems)]
    for fact, bag in zip(facts, bags, strict=True):
        for one in bag:
            found[one].add(fact)
    weights = array("d", (math.log((types + 1) / len(of)) if of else 0.0 for of in found))
    lengths = (math.sqrt(sum(weights[one] ** 2 for one in bag)) or 1.0 for bag in bags)
    return weights, array("d", (float(one**_POWER * _USUAL ** (1 - _POWER)) for one in lengths))


def _written(pool: Pool) -> str:
    parts = [
        {one: sorted(others) for one, others in sorted(pool.alike.items())},
        sorted(pool.before),
        sorted(pool.kinds),
        sorted(pool.apart),
    ]
    return json.dumps(parts, separators=(",", ":"))
