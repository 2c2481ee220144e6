"""What was made of a rulebook's phrases and kept (:mod:`dragoman.language.grammar.making`), as forms again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.errors import Place
from dragoman.language.grammar.columns import Columns
from dragoman.language.grammar.phrases import Meaning, Phrase, PhraseBook
from dragoman.language.grammar.pools import Pool


def pool_in(columns: Columns, meaning: int) -> Pool:
    """What the phrases of a meaning lend each other."""
    alike, before, kinds, apart = json.loads(columns.texts["pool"][meaning])
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
        self._made: list[Phrase | None] = [None] * len(columns.texts["phrase"])

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
            found = self._made[number] = Phrase(fact, columns.texts["phrase"][number], holds, slots, place, own)
        return found
