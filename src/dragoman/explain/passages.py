"""The report's own words, found in the user's own copy by a digest of their letters alone.

The program carries no passage of the report, only how many letters each has and a rolling hash of
them. In any text extraction of the report (line breaks, hyphens, footnote numbers and page
furniture between passages do not matter) a passage is found where that many letters have that hash.
Letters are what NFKD leaves of a text between a and z, case-folded.
Source of the method: Karp and Rabin 1987, "Efficient randomized pattern-matching algorithms".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

_MODULUS = (1 << 61) - 1
_BASE = 911_382_323
_MISSING = "[…]"
_PIECE = 80
"""Letters below which a sentence is joined with the next: shorter ones stand in many places."""

Digest = tuple[int, int]
"""Number of letters, rolling hash."""


def letters_of(text: str) -> tuple[str, list[int]]:
    """The letters of `text`, and for each the index in `text` that it came from."""
    letters: list[str] = []
    indexes: list[int] = []
    for index, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character).casefold():
            if "a" <= part <= "z":
                letters.append(part)
                indexes.append(index)
    return "".join(letters), indexes


def digest(text: str) -> Digest:
    """The digest of a passage."""
    value = 0
    letters, _ = letters_of(text)
    for letter in letters:
        value = (value * _BASE + ord(letter)) % _MODULUS
    return len(letters), value


def digests_of(passage: str) -> tuple[Digest, ...]:
    """The digests of a passage, piece by piece: its sentences, short ones together.

    Page furniture in the middle of a passage then costs one sentence, not the passage.
    """
    pieces: list[str] = [""]
    for sentence in re.split(r"(?<=[.?!])\s+", passage):
        pieces[-1] = f"{pieces[-1]} {sentence}"
        if len(letters_of(pieces[-1])[0]) >= _PIECE:
            pieces.append("")
    if len(pieces) > 1 and len(letters_of(pieces[-1])[0]) < _PIECE:
        last = pieces.pop()
        pieces[-1] = f"{pieces[-1]} {last}"
    return tuple(digest(piece) for piece in pieces)


def find_passages(text: str, digests: Mapping[str, tuple[Digest, ...]], wanted: Iterable[str]) -> dict[str, str | None]:
    """The words of each wanted passage in `text`, by locator; None for one of which nothing is there.

    A piece that is not found is shown as `[…]`.
    """
    copy = _Copy(text)
    pieces = {locator: digests.get(locator, ()) for locator in wanted}
    return {locator: copy.passage(these, copy.places(these, 0)) for locator, these in pieces.items()}


@dataclass(frozen=True, slots=True)
class Verified:
    """One passage in somebody's copy of the report."""

    pieces: int
    found: int
    """How many of its pieces are there."""
    text: str | None
    """Its words; None if nothing of it is there."""

    @property
    def is_whole(self) -> bool:
        """Whether every piece is there."""
        return self.found == self.pieces


def verify_passages(text: str, digests: Mapping[str, tuple[Digest, ...]]) -> dict[str, Verified]:
    """Every passage in `text`, by locator; they are looked for in the order of the report, each after the one before."""
    copy, start, found = _Copy(text), 0, {}
    for locator, pieces in digests.items():
        places = copy.places(pieces, start)
        start = max((place for place in places if place is not None), default=start)
        there = sum(place is not None for place in places)
        found[locator] = Verified(len(pieces), there, copy.passage(pieces, places))
    return found


class _Copy:
    """A copy of the report, its letters hashed once."""

    def __init__(self, text: str) -> None:
        self.text = text
        letters, self.indexes = letters_of(text)
        self.sums = [0]
        for letter in letters:
            self.sums.append((self.sums[-1] * _BASE + ord(letter)) % _MODULUS)

    def places(self, pieces: tuple[Digest, ...], start: int) -> list[int | None]:
        """Where each piece begins, looked for after the one before; None where it is not there."""
        found: list[int | None] = []
        for piece in pieces:
            at = self._find(piece, start)
            start = start if at is None else at + piece[0]
            found.append(at)
        return found

    def passage(self, pieces: tuple[Digest, ...], places: list[int | None]) -> str | None:
        """The words of a passage whose pieces begin at `places`."""
        shown: list[str] = []
        for (length, _), at in zip(pieces, places, strict=True):
            if at is not None:
                shown.append(self._words(at, at + length))
            elif shown[-1:] != [_MISSING]:
                shown.append(_MISSING)
        return None if set(shown) <= {_MISSING} else " ".join(shown)

    def _words(self, start: int, end: int) -> str:
        """The text of some letters, with the punctuation that closes it."""
        last = self.indexes[end - 1] + 1
        closing = re.match(r"[^\w\s]{1,3}", self.text[last : last + 3])
        return " ".join(self.text[self.indexes[start] : last + (closing.end() if closing else 0)].split())

    def _find(self, wanted: Digest, first: int) -> int | None:
        """Where that many letters have that hash: from `first` on, or else anywhere before."""
        length, value = wanted
        power, sums = pow(_BASE, length, _MODULUS), self.sums
        last = len(sums) - length
        for start in chain(range(first, last), range(min(first, last))):
            if (sums[start + length] - sums[start] * power) % _MODULUS == value:
                return start
        return None
