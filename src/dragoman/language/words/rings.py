"""Rings of words that can stand for one another whatever is spoken of: `buy`, `purchase`, `acquire`.

    buy, purchase, acquire, snap up         each can stand for each other
    harbour > port                          what is said, and what can be meant by it: not the other way round
    donate >> give                          what is said, and what is so wherever it is, where nothing is denied

A phrase that has one of a ring is read with the others, too, at a small cost: a phrase that has the very word goes before.
Only what is said of the same parties in the same roles is a ring; who speaks of another subject needs no other ring. A kind
of something stands for it only where both can be denied: who has no trawlers may have boats.

The rings lie in the file beside this module, a line each, words or short groups of words by their first form; forms of `be`
are left out as everywhere. They are read when a line is first read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.cache import kept_or

_LEFT_OUT = frozenset({"a", "an", "the", "be", "do"})
_NOTHING = frozenset[str]()


class _Rings(NamedTuple):
    """What is said is here the stems of it with blanks between them."""

    words: Mapping[str, Sequence[str]]
    """By what is said, the words of a phrase that it can stand for."""
    tailed: Mapping[str, Sequence[str]]
    """By what is said, what can stand for the first of it where the others stay: `call for`, `ask for`."""
    headed: Mapping[str, Sequence[str]]
    """By what is said, what can stand for the last of it where the others stay: `power plant`, `power station`."""
    follow: Mapping[str, Sequence[str]]
    """By what is said, the words of a phrase that say less."""
    ambiguous: Sequence[str]
    longest_from: Mapping[str, int]
    """By a first word, how many words the longest has of what begins with it."""
    longest_to: Mapping[str, int]
    """By a last word, how many words the longest has of what has others that can stand for it."""


def stands_for(said: Sequence[str]) -> frozenset[str]:
    """The words of a phrase that can be meant by what is said; stems, as all here."""
    return _heads(" ".join(said))


def say_less(said: Sequence[str]) -> frozenset[str]:
    """The words of a phrase that say less than what is said: so it is, where nothing is denied."""
    return frozenset(_rings().follow.get(" ".join(said), _NOTHING))


def stands_for_first(said: Sequence[str]) -> frozenset[str]:
    """What can be meant by the first of the words that are said, where the others stay: `call for`, `ask for`."""
    return frozenset(_rings().tailed.get(" ".join(said), ()))


def stands_for_last(said: Sequence[str]) -> frozenset[str]:
    """What can be meant by the last of the words that are said, where the others stay: `power plant`, `power station`."""
    return frozenset(_rings().headed.get(" ".join(said), ()))


def said_for(word: str) -> frozenset[str]:
    """The single words that can be said for one of a phrase."""
    return frozenset(said for said, heads in _rings().words.items() if " " not in said and word in heads)


def ambiguous() -> frozenset[str]:
    """The words of several rings, which stand for another only where the words around them say which is meant."""
    return frozenset(_rings().ambiguous)


def longest_from(first: str) -> int:
    """Of how many words the longest is that begins with one; 0 if nothing does."""
    return _rings().longest_from.get(first, 0)


def longest_to(last: str) -> int:
    """Of how many words the longest is that has others that can stand for its last; 0 if nothing has."""
    return _rings().longest_to.get(last, 0)


def written() -> bytes:
    """The file of them: what was made with it is to be made again once it has changed."""
    return Path(__file__).with_name("rings.txt").read_bytes()


@lru_cache(maxsize=1 << 12)
def _heads(said: str) -> frozenset[str]:
    heads = _rings().words.get(said)
    return frozenset(heads) if heads else _NOTHING


@cache
def _rings() -> _Rings:
    """All of them; kept, since to take them apart takes ten times as long."""
    text = written()
    made = kept_or((text,), ("language/words",), lambda: json.dumps(_read(text.decode())).encode())
    return _Rings(*json.loads(bytes(made)))


def _read(text: str) -> _Rings:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rings = [tuple(_ring(line)) for line in lines if ">" not in line]
    words, tailed, headed = dict[str, set[str]](), dict[str, set[str]](), dict[str, set[str]]()
    for ring in rings:
        for said in ring:
            others = [other for other in ring if other != said]
            words.setdefault(" ".join(said), set()).update(other[0] for other in others if len(other) == 1)
            if len(said) > 1:
                alike = {other[0] for other in others if len(other) == len(said) and other[1:] == said[1:]}
                tailed.setdefault(" ".join(said), set()).update(alike)
                alike = {other[-1] for other in others if len(other) == len(said) and other[:-1] == said[:-1]}
                headed.setdefault(" ".join(said), set()).update(alike)
    for one_way in (line.split(" > ") for line in lines if " > " in line):
        words.setdefault(" ".join(_stems(one_way[0])), set()).update(map(stem, one_way[1].split(", ")))
    follow = dict[str, set[str]]()
    for less in (line.split(" >> ") for line in lines if " >> " in line):
        follow.setdefault(" ".join(_stems(less[0])), set()).update(map(stem, less[1].split(", ")))
    counts = Counter(said for ring in rings for said in set(ring))
    words, tailed, headed = map(_without_empty, (words, tailed, headed))
    return _Rings(
        _sorted(words),
        _sorted(tailed),
        _sorted(headed),
        _sorted(follow),
        sorted(said[0] for said, count in counts.items() if count > 1 and len(said) == 1),
        _longest((*words, *tailed, *follow), 0),
        _longest(headed, -1),
    )


def _without_empty(table: dict[str, set[str]]) -> dict[str, set[str]]:
    return {said: heads for said, heads in table.items() if said and heads}


def _sorted(table: Mapping[str, set[str]]) -> dict[str, list[str]]:
    return {said: sorted(heads) for said, heads in table.items()}


def _longest(several: Iterable[str], at: int) -> dict[str, int]:
    """By the first or the last word, how many words the longest of some texts has."""
    found: dict[str, int] = {}
    for words in map(str.split, several):
        found[words[at]] = max(len(words), found.get(words[at], 0))
    return found


def _ring(line: str) -> Iterable[tuple[str, ...]]:
    read = [tuple(_stems(one)) for one in line.split(",")]
    bare = map(_bare, read)
    return dict.fromkeys(
        words for words in (*bare, *(one for one in read if one[:1] and one[0] not in _LEFT_OUT)) if words
    )


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without what is left out everywhere; `up` alone is no `do up`."""
    bare = tuple(word for word in words if word not in _LEFT_OUT)
    return words if words[:1] == ("do",) and len(bare) == 1 else bare


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words_of(text)]
