"""Rows with something in them made to stand out: what is looked for, a letter to follow by."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman_tui.ink import Ink


def lit(inks: Sequence[Ink], whole: str, wanted: str) -> list[Ink]:
    """The inks with each place where `wanted` stands on its own ground."""
    found_at: set[int] = set()
    start = whole.find(wanted)
    while start >= 0:
        found_at.update(range(start, start + len(wanted)))
        start = whole.find(wanted, start + len(wanted))
    found, at = list[Ink](), 0
    for ink in inks:
        piece, is_lit = "", at in found_at
        for character in ink.text:
            if (at in found_at) != is_lit:
                found.append(Ink(piece, ink.role, "match" if is_lit else ink.ground, ink.to))
                piece, is_lit = "", at in found_at
            piece += character
            at += 1
        found.append(Ink(piece, ink.role, "match" if is_lit else ink.ground, ink.to))
    return [one for one in found if one.text]


def lettered(inks: Sequence[Ink], column: int, letter: str) -> list[Ink]:
    """The inks with a letter on the character at a column."""
    found, at = list[Ink](), 0
    for ink in inks:
        if at <= column < at + len(ink.text):
            before, after = ink.text[: column - at], ink.text[column - at + 1 :]
            found += [
                one
                for one in (
                    Ink(before, ink.role, ink.ground),
                    Ink(letter, "strong", "match"),
                    Ink(after, ink.role, ink.ground),
                )
                if one.text
            ]
        else:
            found.append(ink)
        at += len(ink.text)
    return found
