"""How wide text is in a sans-serif face, nearly: no face is asked, since the same text has to give the same picture."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

_NARROW, _WIDE = frozenset("fijlrtI.,:;'|![]()/ "), frozenset("mwMWQO@%")
_SLACK = 1.06
"""Faces differ: so much wider than we reckon text may be before it leaves its box."""


def text_width(text: str, size: float) -> float:
    """The width of a text in pixels."""
    return sum(map(_share, text)) * size * _SLACK


def _share(character: str) -> float:
    """Of the size of the face."""
    if character in _NARROW:
        return 0.31
    if character in _WIDE:
        return 0.86
    if character > "\x7f":
        return 0.0 if combining(character) else 1.0 if east_asian_width(character) in "WF" else 0.6
    return 0.68 if character.isupper() else 0.55


def wrapped(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """The text in lines of at most `room` pixels; a longer word is cut, and of more than `most` lines the rest."""
    lines, line = list[str](), ""
    for word in _words(text, size, room):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return tuple(filter(None, lines))


def _words(text: str, size: float, room: float) -> list[str]:
    """Its words; one that is too long for a line in pieces, after a hyphen if it has one there."""
    found = []
    for word in text.split():
        piece = word
        while text_width(piece, size) > room:
            fits = max(1, next(n for n in range(1, len(piece) + 1) if text_width(piece[:n], size) > room) - 1)
            end = piece.rfind("-", 1, fits) + 1 or fits
            found.append(piece[:end])
            piece = piece[end:]
        found.append(piece)
    return found
