"""The report's own words, found in the user's own copy by a digest of their letters alone.

The program carries no passage of the report, only how many letters each has and a rolling hash of
them. In any text extraction of the report (line breaks, hyphens, footnote numbers and page
furniture between passages do not matter) a passage is found where that many letters have that hash.
Letters are what NFKD leaves of a text between a and z, case-folded.

All digests are looked for in one pass: wherever a word begins, each length that a digest has is tried if a
word ends there, so the time grows with the text and with the number of lengths, not with that of digests.
Source of the method: Karp and Rabin 1987, "Efficient randomized pattern-matching algorithms".
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from dragoman.errors import Finding, Place, SituationError
from dragoman.form import form
from dragoman.source.characters import Lines
from dragoman.source.files import read_text
from dragoman.source.limits import Progress, silent

_MODULUS = (1 << 61) - 1
_BASE = 911_382_323
_MISSING = "[…]"
_PIECE = 80
"""Letters below which a sentence is joined with the next: shorter ones stand in many places."""
_TELLING = 20
"""Letters below which a piece proves nothing: an endnote that says "ibid." stands in every text that has endnotes."""
_NEAR = 20
"""Letters that may stand between a piece that proves nothing and the passage before it that was found."""
_FEWEST = 1_000_000
"""Characters that a copy may have however short the report is."""
_TIMES = 30
"""A copy has at most so many times the letters of all passages: what is longer is another text."""
_PORTION = 10_000
"""Words from one word of progress to the next."""

Digest = tuple[int, int]
"""Number of letters, rolling hash."""

_CLOSING = re.compile(r"(?:\s\d+(?:[.-]\d+)*)?[^\w\s]{1,3}")
"""What closes a sentence behind its last letter: punctuation, perhaps after a number (`in Section 5.1.`)."""
_CLOSES_WITHIN = 20
"""Characters in which it does."""
_LETTERS = re.compile("[A-Za-z]+|[^\x00-\x7f]")


def read_report(path: str | Path, passages: Mapping[str, tuple[Digest, ...]]) -> tuple[str, str]:
    """The name and the text of somebody's copy of the report, which a person named: a pipe is read too.

    Raises:
        SituationError: if it cannot be read, or is so long that it cannot be the report.
    """
    read = read_text(path, "FA", pipes=True)
    if isinstance(read, Finding):
        raise SituationError([read])
    name, text = read
    most = max(_FEWEST, _TIMES * sum(letters for pieces in passages.values() for letters, _ in pieces))
    if len(text) > most:
        message = f"this is no copy of the report: it has {len(text):,} characters, and more than {most:,} are not read"
        raise SituationError([Finding(Place(name), "FA006", message)])
    return read


def letters_of(text: str) -> tuple[str, array[int]]:
    """The letters of `text`, and for each the index in `text` that it came from."""
    letters: list[str] = []
    indexes = array("L")
    for run in _LETTERS.finditer(text):
        start, end = run.span()
        written = run.group()
        if written.isascii():
            letters.append(written.lower())
            indexes.extend(range(start, end))
        elif parts := _parts(written):
            letters.append(parts)
            indexes.extend([start] * len(parts))
    return "".join(letters), indexes


@lru_cache(maxsize=4096)
def _parts(character: str) -> str:
    """The letters in a character beyond ASCII: `fi` of a ligature, `a` of `á`."""
    return "".join(part for part in unicodedata.normalize("NFKD", character).casefold() if "a" <= part <= "z")


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


def find_passages(
    text: str,
    digests: Mapping[str, tuple[Digest, ...]],
    wanted: Iterable[str],
    progress: Progress = silent,
    name: str = "",
) -> dict[str, str | None]:
    """The words of each wanted passage in `text`, by locator; None for one of which nothing is there.

    A piece that is not found is shown as `[…]`. `progress` hears how far in the file `name` the search is.
    """
    pieces = {locator: digests.get(locator, ()) for locator in wanted}
    copy = _Copy(text, (piece for these in pieces.values() for piece in these), progress, name)
    return {locator: copy.passage(these, copy.places(these, 0, None)) for locator, these in pieces.items()}


@form
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


def verify_passages(
    text: str, digests: Mapping[str, tuple[Digest, ...]], progress: Progress = silent, name: str = ""
) -> dict[str, Verified]:
    """Every passage in `text`, by locator; they are looked for in the order of the report, each after the one before.

    A passage of a few letters counts only right behind the one before it. `progress` hears how far in the file
    `name` the search is.
    """
    copy = _Copy(text, (piece for pieces in digests.values() for piece in pieces), progress, name)
    start, found = 0, {}
    before: int | None = None
    for locator, pieces in digests.items():
        places = copy.places(pieces, start, before)
        ends = [at + length for (length, _), at in zip(pieces, places, strict=True) if at is not None]
        start, before = max([start, *ends]), ends[-1] if ends else None
        found[locator] = Verified(len(pieces), len(ends), copy.passage(pieces, places))
    return found


class _Copy:
    """A copy of the report, and where in its letters each digest stands."""

    def __init__(self, text: str, pieces: Iterable[Digest], progress: Progress, name: str) -> None:
        self.text = text
        letters, self.indexes = letters_of(text)
        sums = array(
            "Q", accumulate(letters.encode(), lambda value, letter: (value * _BASE + letter) % _MODULUS, initial=0)
        )
        self.positions: dict[Digest, list[int]] = {piece: [] for piece in pieces}
        lines = Lines(name, text)
        for starts in self._words_in_portions():
            self._search(sums, starts)
            progress(lines.place(self.indexes[starts[0]]))

    def _words_in_portions(self) -> Iterator[list[int]]:
        """Where words begin: before their first letter stands something that is no letter."""
        indexes = self.indexes
        starts = [at for at in range(len(indexes)) if not at or indexes[at] - indexes[at - 1] > 1]
        self.is_end = bytearray(len(indexes) + 1)
        for at in starts:
            self.is_end[at] = True
        self.is_end[-1] = True
        return (starts[first : first + _PORTION] for first in range(0, len(starts), _PORTION))

    def _search(self, sums: array[int], starts: list[int]) -> None:
        is_end, last = self.is_end, len(self.indexes)
        by_length: dict[int, set[int]] = {}
        for length, value in self.positions:
            by_length.setdefault(length, set()).add(value)
        for length, values in by_length.items():
            power = pow(_BASE, length, _MODULUS)
            fitting = starts[: bisect_left(starts, last - length + 1)]
            ended = [at for at in fitting if is_end[at + length]]
            hashes = [(sums[at + length] - sums[at] * power) % _MODULUS for at in ended]
            if not values.isdisjoint(hashes):
                for at, value in zip(ended, hashes, strict=True):
                    if value in values:
                        self.positions[length, value].append(at)

    def places(self, pieces: tuple[Digest, ...], start: int, before: int | None) -> list[int | None]:
        """Where each piece begins, looked for after the one before; None where it is not there.

        `before` is where the passage before ends, None if it was not found.
        """
        found: list[int | None] = []
        for piece in pieces:
            at = self._find(piece, start) if piece[0] >= _TELLING else self._beside(piece, before)
            start = start if at is None else at + piece[0]
            before = None if at is None else start
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
        closing = _CLOSING.match(self.text, last, last + _CLOSES_WITHIN)
        return " ".join(self.text[self.indexes[start] : closing.end() if closing else last].split())

    def _find(self, wanted: Digest, first: int) -> int | None:
        """Where that many letters have that hash: from `first` on, or else anywhere before."""
        positions = self.positions[wanted]
        if not positions:
            return None
        after = bisect_left(positions, first)
        return positions[after if after < len(positions) else 0]

    def _beside(self, wanted: Digest, before: int | None) -> int | None:
        """Where a piece that proves nothing alone stands right behind what was found."""
        if before is None:
            return None
        positions = self.positions[wanted]
        after = bisect_left(positions, before)
        return positions[after] if after < len(positions) and positions[after] - before <= _NEAR else None
