"""What is made of a rulebook's phrases once and kept: the columns that a grammar reads by.

phrases: texts, places, meanings        entries: phrase, variant, needs (index.py)      machines (packing.py)
bags: stems of each phrase (search.py)  pools: what phrases of one meaning lend each other      asked, suffered (needed.py)
"""

from __future__ import annotations

import json
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from dragoman.errors import Place
from dragoman.language.columns import Columns, Rows
from dragoman.language.machine import Lit
from dragoman.language.needed import asked, is_all, only_suffered, sets_of
from dragoman.language.packing import Packer
from dragoman.language.phrases import Fixed, Phrase, PhraseBook
from dragoman.language.pools import Pool

if TYPE_CHECKING:
    from dragoman.language.grammar import Entry, Grammar

_POWER, _USUAL = 0.6, 9.0
Meaning = tuple[str, bool, Fixed]


def columns_of(grammar: Grammar) -> Columns:
    """All that is kept of a grammar that was made from its book."""
    book, numbers = grammar.book, _Numbers()
    meanings = {meaning: number for number, meaning in enumerate(grammar.meanings)}
    files = {path: number for number, path in enumerate(dict.fromkeys(one.place.source for one in book.phrases))}
    places = Rows.of((files[one.place.source], one.place.line, one.place.column) for one in book.phrases)
    bags = [numbers.of(sorted(bag)) for bag in grammar.bags]
    entries = _entries(numbers, grammar.entries)
    packer = Packer(numbers.of)
    machines = [[packer.row(machine) for machine in grammar.machines(phrase)] for phrase in range(len(book.phrases))]
    symbols = Rows.of(packer.symbols())
    needed = _needed(numbers, grammar)
    weights, lengths = weights_of(grammar, bags, len(numbers.texts))
    header = {
        "texts": [one.text for one in book.phrases],
        "files": list(files),
        "meanings": list(meanings),
        "words": [[*key, texts] for key, texts in book.words.items()],
        "classes": dict(book.classes),
        "events": sorted(book.events),
        "derived": sorted(_derived(grammar)),
        "surface": sorted(grammar.surface),
        "stems": list(numbers.texts),
        "pools": [_written(grammar.pool(phrases[0])) for phrases in grammar.meanings.values()],
    }
    return Columns(
        header,
        {
            **entries.numbers,
            "meaning": array("I", (meanings[one.meaning] for one in book.phrases)),
            "own": array("I", (one.is_own for one in book.phrases)),
            "machines": array("I", accumulate(map(len, machines))),
            **needed.numbers,
        },
        {
            **entries.rows,
            **needed.rows,
            "place": places,
            "bag": Rows.of(bags),
            "phrases": _turned(bags, len(numbers.texts)),
            "machine": Rows.of(row for several in machines for row in several),
            "symbol": symbols,
        },
        {"weight": weights, "length": lengths},
    )


def _derived(grammar: Grammar) -> Iterator[str]:
    """What stands in the ways to say a phrase and in no phrase of its meaning: it was derived, and may stand anywhere."""
    found: set[str] = set()
    for phrases in grammar.meanings.values():
        machines = (machine for phrase in phrases for machine in grammar.machines(phrase))
        symbols = (symbol for machine in machines for edges in machine.edges for symbol, _ in edges)
        said = frozenset[str]().union(*(symbol.stems for symbol in symbols if isinstance(symbol, Lit)))
        found |= said.difference(*(grammar.bag(phrase) for phrase in phrases))
    return iter(found)


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


def _entries(numbers: _Numbers, entries: Sequence[Entry]) -> Columns:
    """The entries, and where they are found: a row of needs under the rarest of them."""
    rows: dict[tuple[frozenset[str], ...], int] = {}
    of_entry = [rows.setdefault(entry.needs, len(rows)) for entry in entries]
    needs = {need: number for number, need in enumerate(dict.fromkeys(need for row in rows for need in row))}
    uses = Counter[frozenset[str]]()
    for entry in entries:
        uses.update(entry.needs)
    by_stem = Counter[str]()
    for need, many in uses.items():
        by_stem.update(dict.fromkeys(need, many))
    rarity = {need: (sum(by_stem[one] for one in need), sorted(need)) for need in needs}
    stems = [numbers.of(sorted(need)) for need in needs]
    rarest = [[needs[min(row, key=rarity.__getitem__)]] for row in rows]
    return Columns(
        {},
        {
            "phrase": array("I", (entry.phrase for entry in entries)),
            "variant": array("I", (entry.variant for entry in entries)),
            "row": array("I", of_entry),
        },
        {
            "need": Rows.of(stems),
            "needs of stem": _turned(stems, len(numbers.texts)),
            "needs of row": Rows.of([needs[need] for need in row] for row in rows),
            "rows of need": _turned(rarest, len(needs)),
            "entries of row": _turned([[row] for row in of_entry], len(rows)),
        },
        {},
    )


def _needed(numbers: _Numbers, grammar: Grammar) -> Columns:
    """What each phrase asks for, and what each meaning only does to somebody."""
    met = [asked(grammar.compiler, grammar.tree(phrase)) for phrase in range(len(grammar.book.phrases))]
    sets = {one: number for number, one in enumerate(dict.fromkeys(one for of in met for one in sets_of(of)))}
    stems = [numbers.of(sorted(one)) for one in sets]
    suffered = [numbers.of(sorted(only_suffered(map(grammar.tree, several)))) for several in grammar.meanings.values()]
    return Columns(
        {},
        {"asks more": array("I", (not is_all(one) for one in met))},
        {
            "asked": Rows.of([sets[one] for one in sets_of(of)] for of in met),
            "asked of stem": _turned(stems, len(numbers.texts)),
            "suffered": Rows.of(suffered),
        },
        {},
    )


def weights_of(grammar: Grammar, bags: Sequence[Sequence[int]], size: int) -> tuple[array[float], array[float]]:
    """What each stem weighs, by how few fact types have it, and each phrase, to the power of 0.6.

    A cosine would favour short phrases; one of usual length keeps its own.
    """
    types: list[set[str]] = [set() for _ in range(size)]
    for phrase, bag in zip(grammar.book.phrases, bags, strict=True):
        for one in bag:
            types[one].add(phrase.fact)
    every = len(grammar.told) + 1
    weights = array("d", (math.log(every / len(of)) if of else 0.0 for of in types))
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


# ------------------------------------------------------------------------------------------ and back


def pool_in(columns: Columns, meaning: int) -> Pool:
    """What the phrases of a meaning lend each other."""
    alike, before, kinds, apart = json.loads(columns.header["pools"][meaning])
    return Pool(
        {one: frozenset(others) for one, others in alike.items()},
        frozenset((one, other) for one, other in before),
        frozenset((slot, kind) for slot, kind in kinds),
        frozenset(apart),
    )


def book_in(columns: Columns) -> PhraseBook:
    """The phrases; each is made when somebody looks at it."""
    header = columns.header
    return PhraseBook(
        _Phrases(columns),
        {(slot, word): tuple(texts) for slot, word, texts in header["words"]},
        {name: tuple(texts) for name, texts in header["classes"].items()},
        frozenset(header["events"]),
    )


def meanings_in(columns: Columns) -> Mapping[Meaning, list[int]]:
    """The numbers of the phrases that say the same, by what they say."""
    found: list[tuple[Meaning, list[int]]] = [
        ((fact, holds, tuple((slot, value) for slot, value in fixed)), [])
        for fact, holds, fixed in columns.header["meanings"]
    ]
    for phrase, meaning in enumerate(columns.numbers["meaning"]):
        found[meaning][1].append(phrase)
    return dict(found)


class _Phrases(Sequence[Phrase]):
    """Phrases that are made when somebody looks at them."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._made: list[Phrase | None] = [None] * len(columns.header["texts"])

    def __len__(self) -> int:
        return len(self._made)

    def __iter__(self) -> Iterator[Phrase]:
        return map(self._one, range(len(self)))

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return tuple(map(self._one, range(len(self))[number]))
        return self._made[number] or self._one(range(len(self))[number])

    def _one(self, number: int) -> Phrase:
        found = self._made[number]
        if found is None:
            columns, header = self.columns, self.columns.header
            fact, holds, fixed = header["meanings"][columns.numbers["meaning"][number]]
            file, line, column = columns.rows["place"][number]
            place = Place(header["files"][file], line, column)
            slots = tuple((slot, value) for slot, value in fixed)
            own = bool(columns.numbers["own"][number])
            found = self._made[number] = Phrase(fact, header["texts"][number], holds, slots, place, own)
        return found
