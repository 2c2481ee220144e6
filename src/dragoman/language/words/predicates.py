"""Rows of predicates that can stand for one another whatever is spoken of, and of those of which another follows.

    lack | be short of | have too few/little | run short of       each says what the others say
    have run low on | have fallen behind > be short of            so it is, where nothing is denied

The verb stands first, in its first form, or behind `there`; `a/b` are either, the first of them what is put. `1` and `2` are
whatever stands there, `#` a figure with its unit, `$` a sum of money, `~` a percentage, `&` a span of time, `@` a number of
people who come or travel, `%` papers, `!` a trouble. What is only tried, wanted or about to be done stands in no row, nor what
means the same of one subject alone. The rows lie in the file beside this module, read when one is first looked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.verbs import PASTS
from dragoman.rulebook.cache import kept_or

FIGURES = frozenset({"#", "$", "~", "&", "@"})
_KINDS = FIGURES - {"#"}
CAPTURES = FIGURES | {"1", "2", "%", "!"}
"""What stands for something else in a row."""
_LETTERS = re.compile(r"[a-z]+")
_LIGHT = english.BE | english.HAVE | english.DO | english.CARRY_NOTHING | PASTS.keys() | {"get", "give", "run", "look", "come", "go", "make", "put", "a", "up"}  # fmt: skip
"""What is found too often, or in no form but one: words that carry little, and verbs whose past has a stem of its own."""


class Predicate(NamedTuple):
    """A predicate as it stands in a row."""

    verb: str
    at: int
    """Which of the words the verb is: the first, or that behind `there`."""
    words: tuple[str, ...]
    key: str
    """The stem of the word by which it is found: the rarest of it."""
    beside: frozenset[str]
    """Its words but the verb, articles and what stands for something else: a line has them all."""


class Turn(NamedTuple):
    """A predicate, and those that may be put in its place."""

    said: Predicate
    others: tuple[Predicate, ...]
    is_same: bool
    """Whether it may be denied as well."""


def turns(found_by: str) -> tuple[Turn, ...]:
    """The predicates whose rarest word has that stem, the longest first."""
    rows = _table()["rows of stem"].get(found_by)
    return _turns(found_by, tuple(rows)) if rows else ()


@cache
def _turns(found_by: str, rows: tuple[str, ...]) -> tuple[Turn, ...]:
    several = (turn for row in rows for turn in _of_row(row, found_by))
    return tuple(sorted(several, key=lambda one: -len(one.said.words)))


@cache
def stems_said() -> frozenset[str]:
    """The stems of all words of the rows: none of them is a slip of the finger."""
    return frozenset(_table()["stems"])


def _of_row(row: str, found_by: str = "") -> Iterator[Turn]:
    """The turns of a row; with a stem, those that are found by it."""
    left, follows, right = row.partition(" > ")
    sides = left.split(" | ")
    put = tuple(map(_first, right.split(" | "))) if follows else ()
    for number, text in enumerate(sides):
        others = put
        for said in _words(text):
            if not found_by or said.key == found_by:
                others = others or tuple(_first(one) for other, one in enumerate(sides) if other != number)
                yield Turn(said, others, is_same=not follows)


def _first(text: str) -> Predicate:
    return next(_words(text))


def _words(text: str) -> Iterator[Predicate]:
    for said in product(*(one.split("/") for one in text.split())):
        at = int(said[0] == "there")
        literal = [one for one in said if one not in CAPTURES]
        rare = [one for one in literal if one not in _LIGHT]
        key = stem(max(rare, key=len)) if rare else stem(literal[-1]) if len(literal) > 1 or said[-1] in _KINDS else ""
        beside = frozenset(one for one in said[at + 1 :] if one not in CAPTURES | english.ARTICLES)
        yield Predicate(said[at], at, said, key, beside)


@cache
def _table() -> dict[str, Any]:
    """The rows by the stems by which they are found; kept, since to take them apart takes ten times as long."""
    text = Path(__file__).with_name("predicates.txt").read_bytes()
    made = kept_or((text,), ("language/words",), lambda: json.dumps(_read(text.decode())).encode())
    table: dict[str, Any] = json.loads(bytes(made))
    return table


def _read(text: str) -> dict[str, Any]:
    found: dict[str, dict[str, None]] = {}
    stems = {stem(form) for verb, forms in PASTS.items() for form in (verb, *forms)}
    for row in text.splitlines():
        if row and not row.startswith("#"):
            stems |= {stem(word) for word in _LETTERS.findall(row)}
            for key in {turn.said.key for turn in _of_row(row)} - {""}:
                found.setdefault(key, {})[row] = None
    return {"rows of stem": {key: [*rows] for key, rows in sorted(found.items())}, "stems": sorted(stems)}
