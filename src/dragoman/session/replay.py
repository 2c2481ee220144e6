"""A session replayed: what was said again, fired again, and the advice held against what it was then.

events --standings--> the situation after each step --fire--> advice --digests--> the same, or what differs
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import evaluate
from dragoman.engines.model import Engine
from dragoman.form import form
from dragoman.journal.events import Event
from dragoman.rulebook.forms import Rulebook
from dragoman.session.digests import differing, digests, recommended
from dragoman.session.restore import Began, kept_so, standings
from dragoman.version import __version__


@form
class Replayed:
    """One step whose advice was kept."""

    line: int
    """0 for the beginning."""
    text: str
    differs: tuple[str, ...]
    """The parts of the advice that are otherwise, by their keys in its JSON form; empty where all of it is the same."""
    came: tuple[str, ...]
    """What is recommended now and was not then, with how it stands."""
    went: tuple[str, ...]
    """What was recommended then and is not now."""

    @property
    def is_same(self) -> bool:
        """Whether the advice is the same, byte for byte."""
        return not self.differs


@form
class Replay:
    """A session replayed."""

    session: str
    began: Began
    rulebook: str
    """Id and version of the rulebook that it was replayed with."""
    is_same_rulebook: bool
    """Whether that is the one that it was held with, to the byte."""
    program: str
    """The version of the program that replayed it."""
    steps: tuple[Replayed, ...]

    @property
    def is_same(self) -> bool:
        """Whether every advice is the same, byte for byte."""
        return all(step.is_same for step in self.steps)

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman sessions replay --format json` prints."""
        from dragoman.session.replay_json import REPLAY  # noqa: PLC0415 - it needs these forms

        return REPLAY.write(self)


def replay(rulebook: Rulebook, engine: Engine, session: str, events: Sequence[Event]) -> Replay:
    """Every advice of a session again.

    Raises:
        NotRestoredError: if the rulebook does not take what was said, since it is another by now.
        EngineError: if the engine fails.
    """
    began = Began.of(events)
    named = f"{rulebook.id} {rulebook.version}"
    steps = tuple(_steps(rulebook, engine, events))
    return Replay(session, began, named, began.digest == rulebook.digest, __version__, steps)


def _steps(rulebook: Rulebook, engine: Engine, events: Sequence[Event]) -> Iterator[Replayed]:
    then: tuple[str, ...] = ()
    for standing in standings(rulebook, events):
        advised = standing.step.of("advised")
        if advised is None:
            continue
        advice = advice_of(evaluate(standing.situation.rulebook, standing.situation, engine))
        with kept_so(standing.step, "advised"):
            then, now = tuple(advised.get("recommended", then)), recommended(advice)
            differs = differing(advised["digests"], digests(advice))
        yield Replayed(
            standing.step.number,
            standing.step.text,
            differs,
            tuple(one for one in now if one not in then),
            tuple(one for one in then if one not in now),
        )
