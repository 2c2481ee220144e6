"""A session replayed: what was said again, fired again, and the advice held against what it was then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import evaluate
from dragoman.engines.model import Engine
from dragoman.form import form
from dragoman.journal.events import Event
from dragoman.rulebook.forms import Rulebook
from dragoman.session.record import digest
from dragoman.session.restore import standings


@form
class Replayed:
    """One step whose advice was kept."""

    line: int
    text: str
    is_same: bool
    """Whether the advice is the same, byte for byte."""
    came: tuple[str, ...]
    """What is recommended now and was not then."""
    went: tuple[str, ...]
    """What was recommended then and is not now."""


@form
class Replay:
    """A session replayed."""

    session: str
    rulebook: str
    """Id and version of the rulebook that it was held with."""
    is_same_rulebook: bool
    """Whether the rulebook is the same, by its digest."""
    steps: tuple[Replayed, ...]

    @property
    def is_same(self) -> bool:
        """Whether every advice is the same, byte for byte."""
        return all(step.is_same for step in self.steps)

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman sessions replay --format json` prints."""
        return {
            "format": "dragoman-replay",
            "version": 1,
            "session": self.session,
            "rulebook": self.rulebook,
            "same_rulebook": self.is_same_rulebook,
            "same": self.is_same,
            "steps": [
                {"line": s.line, "text": s.text, "same": s.is_same, "came": list(s.came), "went": list(s.went)}
                for s in self.steps
            ],
        }


def replay(rulebook: Rulebook, engine: Engine, session: str, events: Sequence[Event]) -> Replay:
    """Every advice of a session again.

    Raises:
        NotRestoredError: if the rulebook does not take what was said, since it is another by now.
        SituationError: with all mistakes of the files, as this rulebook sees them.
        EngineError: if the engine fails.
    """
    began = (events[0].payload or {}) if events else {}
    name = f"{began.get('rulebook', '')} {began.get('rulebook_version', '')}".strip()
    same = began.get("rulebook_digest") == rulebook.digest
    return Replay(session, name, same, tuple(_steps(rulebook, engine, events)))


def _steps(rulebook: Rulebook, engine: Engine, events: Sequence[Event]) -> Iterator[Replayed]:
    then: tuple[str, ...] = ()
    for standing in standings(rulebook, events):
        advised = standing.step.of("advised")
        if advised is None:
            continue
        advice = advice_of(evaluate(standing.situation.rulebook, standing.situation, engine))
        then = tuple(advised.get("recommended", then))
        now = tuple(f"{one.title} [{one.status.value}]" for one in advice.recommendations)
        yield Replayed(
            standing.step.number,
            standing.step.text,
            advised.get("digest") == digest(advice),
            tuple(one for one in now if one not in then),
            tuple(one for one in then if one not in now),
        )
