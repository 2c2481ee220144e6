"""What a file may hold before it is refused: one table, the same for every reader.

Nothing that people write by hand comes near these numbers; what goes beyond was made by a program,
or to do harm. `DRAGOMAN_LIMITS="facts=2000000 bytes=500000000"` in the environment sets other ones.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import fields, replace

from dragoman.errors import Finding, FindingsError, Place
from dragoman.form import form
from dragoman.source.names import did_you_mean

VARIABLE = "DRAGOMAN_LIMITS"
"""The environment variable that sets other limits."""

DEEPEST = 200
"""No limit on depth goes beyond this: the readers of JSON and of facts call themselves for each level."""


@form
class Limits:
    """The table. Each number is the most that is accepted."""

    bytes: int = 32 * 1024 * 1024
    """Of one file, or of standard input. The report's rulebook is 200 kB."""
    facts: int = 100_000
    """Entries of one list, one mapping or one table; and facts of one situation."""
    depth: int = 24
    """Levels of lists and mappings inside each other. A rulebook needs eight."""
    columns: int = 1_000
    """Cells of one row of a table."""
    digits: int = 12
    """Digits of a number before the point; twenty may follow it."""
    name: int = 100
    """Characters of a name that a rulebook declares."""
    text: int = 10_000
    """Characters of a text: a note, a source, a sentence."""
    prose: int = 1_000_000
    """Bytes of a text in which facts are looked for. Ten times a long report; a minute's work."""
    mistakes: int = 500
    """Mistakes that are listed before reading stops."""

    @property
    def values(self) -> int:
        """Lists, mappings and single values of one document, on all its levels: twenty for each fact."""
        return 20 * self.facts


Progress = Callable[[Place], None]
"""Is told, every so often, how far a reader has come."""


def silent(place: Place) -> None:
    """Nobody wants to know."""


def too_many(limits: Limits, name: str, what: str, number: int = 0) -> str:
    """What to say where the limit `name` ends the reading; `number` is what it comes to, if that is not the limit itself.

    >>> too_many(Limits(), "facts", "entries")
    'more than 100,000 entries; DRAGOMAN_LIMITS=facts=200000 in the environment allows more'
    """
    limit = getattr(limits, name)
    return f"more than {number or limit:,} {what}; {VARIABLE}={name}={2 * limit} in the environment allows more"


def current(environment: Mapping[str, str] | None = None) -> Limits:
    """The limits that hold now.

    >>> current({"DRAGOMAN_LIMITS": "text=20000"}).text
    20000

    Raises:
        FindingsError: if the variable names no limit, or no number that one can have.
    """
    given = (os.environ if environment is None else environment).get(VARIABLE, "")
    return replace(Limits(), **dict(map(_pair, given.replace(",", " ").split()))) if given else Limits()


def _pair(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    known = [field.name for field in fields(Limits)]
    if name not in known:
        raise _refused(f"there is no limit '{name[:40]}'{did_you_mean(name, known)}; there are {', '.join(known)}")
    if not (number.isascii() and number.isdecimal() and len(number) <= 15 and int(number)):
        raise _refused(f"the limit '{name}' is a whole number above 0 without separators, found '{number[:40]}'")
    if name == "depth" and int(number) > DEEPEST:
        raise _refused(f"the limit 'depth' goes up to {DEEPEST}, found {number}")
    return name, int(number)


def _refused(message: str) -> FindingsError:
    return FindingsError([Finding(Place(VARIABLE), "FA202", message)])
