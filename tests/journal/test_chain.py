"""Every sequence of steps verifies, and every change of it that is not at its very end is found."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.journal.chain import canonical, object_in
from dragoman.journal.events import Entry, Event
from dragoman.journal.kinds import KINDS
from dragoman.journal.table import Tail, chained
from dragoman.journal.verify import faults
from tests.journal.support import BEGINNING, by_hand, opened, said

TEXTS = st.text(max_size=20) | st.sampled_from(["", "\x1b[31m", "\ud800", "\u202e", "\x00", "\x7f", "Ўзбекистон"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=4)
BEGUN = Entry("started", dict.fromkeys(KINDS["started"].texts, "x"))
TIME = "2026-11-26T10:15:00.000000Z"
COLUMNS = ("session", "seq", "time", "kind", "salt", "text", "digest", "hash")


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    kind = draw(st.sampled_from(sorted(KINDS.keys() - {"started", "deleted"})))
    return Entry(kind, {**draw(OBJECTS), **{name: draw(TEXTS) for name in KINDS[kind].texts}})


@st.composite
def chains(draw: st.DrawFn) -> list[Event]:
    """Two events at least."""
    return chained("s", Tail(), TIME, [BEGUN, *draw(st.lists(entries(), min_size=1, max_size=5))])


# -- canonical JSON


@given(OBJECTS)
def test_what_is_hashed_is_ascii_and_means_the_same(value: dict[str, Any]) -> None:
    text = canonical(value)
    assert text.isascii()
    assert text.isprintable()
    assert object_in(text) == value
    assert canonical(object_in(text)) == text


@given(OBJECTS)
def test_the_order_of_keys_changes_nothing(value: dict[str, Any]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@pytest.mark.parametrize("value", [{1: 2}, {"a": {1}}, {"a": float("nan")}, {"a": float("inf")}, {"a": b""}])
def test_what_json_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


# -- the chain


def renumbered(events: Sequence[Event]) -> list[Event]:
    return [replace(event, seq=seq) for seq, event in enumerate(events, 1)]


@given(chains())
def test_what_was_chained_is_right(events: list[Event]) -> None:
    assert list(faults("s", events)) == []


@given(chains(), st.data())
def test_what_was_chained_in_steps_is_the_same_chain(events: list[Event], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(events) - 1))
    tail = Tail(events[at - 1].seq, events[at - 1].hash, events[at - 1].kind)
    later = [Entry(event.kind, event.payload or {}) for event in events[at:]]
    assert list(faults("s", [*events[:at], *chained("s", tail, TIME, later)])) == []


@given(chains(), st.data())
def test_a_change_of_any_field_is_found(events: list[Event], data: st.DataObject) -> None:
    at, field = data.draw(st.integers(0, len(events) - 1)), data.draw(st.sampled_from(COLUMNS[1:]))
    old = getattr(events[at], field)
    new = data.draw((st.integers(0, 9) if field == "seq" else TEXTS).filter(lambda value: value != old))
    changed: dict[str, Any] = {field: new}
    events[at] = replace(events[at], **changed)
    assert list(faults("s", events))


@given(chains(), st.data(), st.booleans())
def test_an_event_left_out_is_found(events: list[Event], data: st.DataObject, anew: bool) -> None:
    del events[data.draw(st.integers(0, len(events) - 2))]
    assert list(faults("s", renumbered(events) if anew else events))


@given(chains(), st.data(), st.booleans())
def test_another_order_is_found(events: list[Event], data: st.DataObject, anew: bool) -> None:
    other = data.draw(st.permutations(events).filter(lambda found: found != events))
    assert list(faults("s", renumbered(other) if anew else other))


@given(chains(), st.data(), entries(), st.booleans())
def test_an_event_put_between_others_is_found(
    events: list[Event], data: st.DataObject, entry: Entry, anew: bool
) -> None:
    """Even one that rightly follows the event before it."""
    at = data.draw(st.integers(1, len(events) - 1))
    before = events[at - 1]
    events[at:at] = chained("s", Tail(before.seq, before.hash, before.kind), TIME, [entry])
    assert list(faults("s", renumbered(events) if anew else events))


@given(chains())
def test_events_of_one_session_are_none_of_another(events: list[Event]) -> None:
    assert list(faults("t", events))


@given(chains(), st.data())
def test_what_is_wiped_without_a_deletion_is_found(events: list[Event], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(events) - 1))
    events[at] = replace(events[at], salt=None, text=None)
    assert [fault.seq for fault in faults("s", events)] == [at + 1]


@given(chains())
def test_a_tail_that_was_cut_off_is_not_found(events: list[Event]) -> None:
    """As the package says: nothing tells it from a shorter session."""
    assert list(faults("s", events[:-1])) == []


# -- in the file


@given(st.lists(st.lists(entries(), min_size=1, max_size=3), max_size=4), st.data())
def test_any_change_in_the_file_is_found(steps: list[list[Entry]], data: st.DataObject) -> None:
    """By another program that can write the file and lets no trigger hinder it; the very last hash is the one to note."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "journal.db")
        with opened(path) as journal:
            writer = journal.begin(BEGINNING, said("first"))
            for step in steps:
                writer.append(*step)
            assert journal.verify() == ()
            number = writer.tail.seq
        row, column = data.draw(st.integers(1, number)), data.draw(st.sampled_from(COLUMNS))
        with by_hand(path) as hand:
            hand.execute("PRAGMA ignore_check_constraints = ON")
            new = data.draw(st.sampled_from(["x", "", b"\xff", 700, 0.5, "f" * 64]))
            hand.execute(f"UPDATE events SET {column} = ? WHERE seq = ?", (new, row))
        with opened(path) as journal:
            assert journal.verify()


def test_an_event_removed_from_the_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with opened(path) as journal:
        session = journal.begin(BEGINNING, said("one"), said("two")).session
    with by_hand(path) as hand:
        hand.execute("DELETE FROM events WHERE seq = 2")
    with opened(path) as journal:
        assert list(map(str, journal.verify())) == [
            f"session {session}, event 3: event 2 is missing",
            f"session {session}, event 3: it was changed, or what came before it was",
        ]


def test_a_trigger_that_is_gone_is_found(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with opened(path) as journal:
        journal.begin(BEGINNING)
    with by_hand(path, without_triggers=False) as hand:
        hand.execute("DROP TRIGGER events_stay")
    with opened(path) as journal:
        assert list(map(str, journal.verify())) == ["the tables do not refuse changes any more"]
