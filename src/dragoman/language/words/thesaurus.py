"""What else people say for a word, general English: for offering what no phrase says, never for telling it.

    junior: lesser, subordinate ~ second, number two, play second fiddle

Left of `~` stands what means the same whatever is spoken of, right of it what may be meant. The file beside this module is
read when something is first offered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.cache import kept_or

SAME, NEAR = 0.9, 0.5
"""What a word of a phrase counts where it is not said itself."""
_LONGEST = 5
_LEFT_OUT = frozenset({"a", "an", "the", "be", "one's", "its", "one"})


class Unit(NamedTuple):
    """One word of a line, or several that are one idiom, and the stems of phrases that they may stand for."""

    heads: Mapping[str, float]
    """What each counts: 1 for the word itself."""


def units(stems: Sequence[str]) -> list[Unit]:
    """The words of a line in order, each with what it may stand for; an idiom is one, the longest first."""
    table = _kept().table
    found: list[Unit] = []
    at = 0
    while at < len(stems):
        size = next(
            (n for n in range(min(_LONGEST, len(stems) - at), 1, -1) if " ".join(stems[at : at + n]) in table), 1
        )
        said = stems[at : at + size]
        heads = dict(table.get(" ".join(said), {}))
        found.append(Unit({**heads, **dict.fromkeys(said, 1.0)}))
        at += size
    return found


def same(stems: tuple[str, ...]) -> frozenset[str]:
    """The words that mean the same as what is said, whatever is spoken of."""
    return _same(" ".join(stems))


def longest_same(first: str) -> int:
    """Of how many words the longest is that begins with one and means the same as some other; 0 if none does."""
    return _kept().longest.get(first, 0)


@lru_cache(maxsize=1 << 12)
def _same(said: str) -> frozenset[str]:
    return _all_same(_kept().table.get(said, {}))


def _all_same(heads: Mapping[str, float]) -> frozenset[str]:
    return frozenset(head for head, count in heads.items() if count >= SAME)


class _Kept(NamedTuple):
    table: Mapping[str, Mapping[str, float]]
    """By what is said, the words that it may stand for."""
    longest: Mapping[str, int]
    """By a first word, how many words the longest has of what means the same as some other."""


@cache
def _kept() -> _Kept:
    """All of it; kept, since to read it takes ten times as long."""
    text = Path(__file__).with_name("thesaurus.txt").read_bytes()
    made = kept_or((text,), ("language/words",), lambda: json.dumps(_made(text.decode())).encode())
    return _Kept(*json.loads(bytes(made)))


def _made(text: str) -> _Kept:
    table, longest = _read(text), dict[str, int]()
    for said in sorted(table):
        first, *others = said.split(" ")
        if others and _all_same(table[said]):
            longest[first] = max(1 + len(others), longest.get(first, 0))
    return _Kept(table, longest)


def _read(text: str) -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        head, _, rest = line.partition(":")
        same, _, near = rest.partition("~")
        of = _stems(head)
        if len(of) != 1:
            continue
        for others, weight in ((same, SAME), (near, NEAR)):
            for said in _parts(others):
                heads = found.setdefault(" ".join(said), {})
                heads[of[0]] = max(weight, heads.get(of[0], 0.0))
                if weight == SAME and len(said) == 1:  # what means the same can be said for it, too
                    back = found.setdefault(of[0], {})
                    back[said[0]] = max(weight, back.get(said[0], 0.0))
    return found


def _parts(text: str) -> Iterable[tuple[str, ...]]:
    return (part for one in text.split(",") if (part := tuple(_stems(one))) and len(part) <= _LONGEST)


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words_of(text) if word not in _LEFT_OUT]
