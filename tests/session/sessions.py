"""Sessions that are kept: lines that an analyst could type, said in a real journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from hypothesis import strategies as st

from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.rete.engine import ReteEngine
from dragoman.journal.events import Event
from dragoman.journal.journal import Journal
from dragoman.session.session import Session
from tests.conversation.lines import HALF, RULEBOOK, TYPED, WORLD
from tests.rulebooks import columns

RETE: ReteEngine = ReteEngine()
COLUMNS: ColumnsEngine = columns()

ENGLISH = (
    "Kyrgyzstan owes China 42 percent of its foreign debt",
    "no, 38 percent",
    "Tajikistan too",
    "according to AFP, China has no base in Tajikistan",
    "according to Reuters, China has a base in Tajikistan",
    "China might have a base in Uzbekistan",
    "the states of Central Asia distrust China",
    "forget that",
    "forget that China has a base in Tajikistan",
    "what if the West lifted its sanctions on Russia",
    "keep that",
    "yes",
    "no",
    "1",
    "2",
    "don't know",
    "why?",
)
COMMANDS = (
    "undo",
    "undo",
    "redo",
    "start over",
    f"/load {HALF}",
    f"/load {WORLD}",
    "/load facts.yaml",
    "/load nowhere",
)

LINES = st.lists(TYPED | st.sampled_from(ENGLISH) | st.sampled_from(COMMANDS), max_size=12)
STARTS = st.sampled_from([(), (WORLD,), (HALF,)])


def said_in(path: Path, lines: Iterable[str], files: Sequence[str] = ()) -> tuple[Session, tuple[Event, ...]]:
    """A session in the journal at `path`, with its events; one line at least is said in it."""
    with Journal.open(path) as journal:
        session = Session(RULEBOOK, COLUMNS, files, journal=journal)
        for line in chain(["hello"], lines):
            session.ask(session.say(line))
        session.close()
        assert session.record.problem == ""
        return session, journal.events(session.record.session)
