"""Where a name behind a joint begins a clause of its own, which takes up what was said: it is no other in the list before it.

    shares its figures with the FAO, and Holland does it too    it is Holland that shares, and not the FAO's neighbour in a list
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.words import english

_FOR_VERBS = english.DO | english.HAVE | english.BE | english.MODALS | {"will", "wo"}
_BESIDE = frozenset({"it", "so", "that", "the", "same", "too", "also", "likewise", "as", "well", "not", "either", "now"})
_MARKS = frozenset({"", ",", ";", ":", "-", ".", "(", ")"})


def takes_up(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether of a list that begins at `start`, no subject, the last who ends at `end` does what was said before."""
    if end >= len(texts) or texts[end] not in _FOR_VERBS:
        return False
    before = texts[start - 1] if start else ""
    if before in english.BOUNDARIES or before in _MARKS:
        return False  # the list is itself who does it: `Norway and Poland do too`
    here = end + 1
    while here < len(texts) and texts[here] in _BESIDE:
        here += 1
    behind = texts[here] if here < len(texts) else ""
    return behind in english.BOUNDARIES or behind in _MARKS
