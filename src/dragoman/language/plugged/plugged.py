r"""Readers of others beside ours: found by the entry point group `dragoman.readers`, asked in a process of their own.

    line --our reader--> Reading --------------------------------> the same, with what the other may add
      \--another reader, in its process--> proposals --checked--> offers --/

Whatever another reader proposes is offered and never told (:mod:`dragoman.language.plugged.proposals` says what is let through).
Its process has no terminal, a time limit for each line, and is ended with all that it started: nothing that it does
costs more than one line of complaint, and after the first one it is not asked again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points
from types import TracebackType
from typing import Protocol, Self

from dragoman.errors import UnknownNameError
from dragoman.language.forms import Intent, LineReader, Listener, Offer, Reading
from dragoman.language.plugged.asking import Asked, Failed
from dragoman.language.plugged.proposals import offers_in
from dragoman.rulebook.forms import Rulebook
from dragoman.source.nodes import shorten

GROUP = "dragoman.readers"
"""The entry point group; the name of the entry point is that of the reader."""
OURS = "rules"
"""The name of our own reader, which is always asked."""
SECONDS = 5.0
"""What a plugged-in reader may take for a line."""


class OtherReader(Protocol):
    """What an entry point of :data:`GROUP` leads to: a function that is given the rulebook and returns another.

    That one takes a line and the lines before it, and returns what the line may tell: facts as `dragoman read --json`
    writes them (`dragoman schema reading`), of which `fact`, `slots` and `span` are needed.
    """

    def __call__(self, rulebook: Rulebook) -> Callable[[str, Sequence[str]], Iterable[Mapping[str, object]]]:
        """Make ready for a rulebook; this counts as a part of the first line, with six times its time."""


def other_readers() -> dict[str, EntryPoint]:
    """The readers that are installed, by name; of two with one name the first that Python finds."""
    found: dict[str, EntryPoint] = {}
    for point in entry_points(group=GROUP):
        found.setdefault(point.name, point)
    return found


class Plugged:
    """Our reader with another one beside it. To be closed: `with Plugged(...) as reader`."""

    def __init__(
        self,
        ours: LineReader,
        rulebook: Rulebook,
        name: str,
        complain: Callable[[str], None],
        seconds: float = SECONDS,
    ) -> None:
        """Start nothing yet.

        Raises:
            UnknownNameError: if no reader of that name is installed.
        """
        known = other_readers()
        if name not in known:
            there = ", ".join([f"{OURS} (ours)", *sorted(known)])
            raise UnknownNameError(f"there is no reader '{shorten(name)}'; there are {there}")
        self.ours, self.rulebook, self.name, self.complain = ours, rulebook, name, complain
        self.asked: Asked | None = Asked(known[name].value, rulebook.folder, seconds)
        self.is_blamed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def read(self, text: str, context: Sequence[str] = ()) -> Reading:
        """Our reading, with what the other reader proposes among what is offered."""
        reading = self.ours.read(text, context)
        return dataclasses.replace(reading, offered=(*reading.offered, *self.offers(text, context, reading)))

    def listen(self) -> Listener:
        """Ready for the first sentence of a text, of which the other reader is given the one before."""
        return _Both(self)

    def offers(self, text: str, context: Sequence[str], reading: Reading) -> tuple[Offer, ...]:
        """What the other reader proposes for a line that ours read as `reading`."""
        if self.asked is None:
            return ()
        try:
            proposed = self.asked.about(text, context)
        except Failed as failed:
            self.close()
            self._blame(f"{failed}; it is not asked again")
            return ()
        offers, wrong = offers_in(self.rulebook, self.name, text, reading, proposed)
        if wrong:
            self._blame(f"left out what it proposes: {wrong}")
        return offers

    def close(self) -> None:
        """End the other reader's process."""
        if self.asked is not None:
            self.asked.close()
            self.asked = None

    def _blame(self, what: str) -> None:
        """One line for each reader, whatever it does."""
        if not self.is_blamed:
            self.is_blamed = True
            self.complain(f"reader '{self.name}': {what}")


class _Both:
    """Our listener with the other reader beside it."""

    def __init__(self, plugged: Plugged) -> None:
        self.plugged, self.ours = plugged, plugged.ours.listen()
        self.before: tuple[str, ...] = ()

    def hear(self, text: str) -> tuple[Offer, ...]:
        offers = self.ours.hear(text)
        more = self.plugged.offers(text, self.before, Reading(Intent.TELL, offered=offers))
        self.before = (text,)
        return (*offers, *more)
