"""Sentences that differ in one place, said as one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from dragoman.advice.recommended import listed

_ARTICLES = frozenset({"the", "a", "an"})


def in_one(sentences: Sequence[str]) -> str:
    """Sentences that differ in one place, as one that lists what stands there.

    Empty where that place is at their beginning: what has several subjects needs another verb.

    >>> in_one(["trouble in the Arctic grows", "trouble in East Asia grows"])
    'trouble in the Arctic and East Asia grows'
    """
    head, middle, tail = _parted(sentences)
    return " ".join([*head, listed(middle), *tail]) if head and middle else ""


def differing(sentences: Sequence[str]) -> list[str]:
    """What stands in that place, in each of them; nothing where they differ in their beginning.

    >>> differing(["He stays as the rain falls.", "He stays as the snow falls."])
    ['the rain', 'the snow']
    """
    head, middle, _ = _parted(sentences)
    return [words.rstrip(";,.") for words in middle] if head else []


def _parted(sentences: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """The words that all begin with, what follows in each, and the words that all end with."""
    words = [sentence.split(" ") for sentence in sentences]
    head = _alike(words)
    while head and words[0][head - 1] in _ARTICLES:
        head -= 1
    rest = [said[head:] for said in words]
    tail = min(_alike([said[::-1] for said in rest]), min(map(len, rest)) - 1)
    if tail < 0:
        return [], [], []
    middle = [" ".join(said[: len(said) - tail]) for said in rest]
    return words[0][:head], middle, words[0][len(words[0]) - tail :]


def _alike(said: Sequence[Sequence[str]]) -> int:
    """How many words all begin with."""
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*said, strict=False)))
