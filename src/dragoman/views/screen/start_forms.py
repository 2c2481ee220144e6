"""The forms of the start, and how something is found in it.

They load nothing of the rulebook, so that an app can draw before there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.form import form


@form
class Entry:
    """Something that can be opened."""

    name: str
    """What it is opened by: the id of a session, the name of a situation."""
    title: str
    beside: str = ""
    """When, how much."""


@form
class Start:
    """What there is to begin with."""

    title: str
    """What the rulebook is about."""
    sessions: tuple[Entry, ...] = ()
    situations: tuple[Entry, ...] = ()
    problem: str = ""
    """What is wrong with where sessions are kept; or empty."""
    has_tour: bool = False


@form
class Part:
    """Something that is told of what is looked at."""

    heading: str
    count: str
    lines: tuple[str, ...]
    more: int = 0
    """How many further ones there are."""
    is_advice: bool = False


@form
class Peek:
    """What one of them holds."""

    title: str
    beside: str = ""
    below: str = ""
    parts: tuple[Part, ...] = ()


def found_in(start: Start, words: str) -> Iterator[tuple[str, Entry]]:
    """What has all that was typed in its title, its name or beside it: the sessions, then the situations."""
    wanted = words.casefold().split()
    for kind, entries in (("session", start.sessions), ("situation", start.situations)):
        for one in entries:
            text = f"{one.title} {one.name} {one.beside}".casefold()
            if all(word in text for word in wanted):
                yield kind, one
