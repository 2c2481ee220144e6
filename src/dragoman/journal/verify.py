"""Whether the events of one session are those that were written, in their order, with none left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.journal.chain import FIRST, digest_of, hash_of
from dragoman.journal.events import Event, Fault
from dragoman.journal.kinds import DELETED, STARTED


def faults(session: str, events: Iterable[Event]) -> Iterator[Fault]:
    """All that is wrong with a session's events, in the order in which they are kept.

    After a fault the chain is taken up again at the hash that is written, so that one change makes one or two faults, not
    one for every event after it. A tail that was cut off is no fault: nothing tells it from a shorter session.
    """
    before, seq, wiped, last = FIRST, 0, 0, ""
    for event in events:
        seq += 1
        if event.seq != seq:
            yield Fault(session, event.seq, _gap(seq, event.seq))
            seq = event.seq
        elif seq == 1 and event.kind != STARTED:
            yield Fault(session, 1, "the session does not begin with its beginning")
        if event.text is None and event.kind != DELETED:
            wiped = wiped or seq
        elif event.text is None:
            yield Fault(session, seq, "what it holds is gone")
        elif digest_of(event.salt or "", event.text) != event.digest:
            yield Fault(session, seq, "what it holds is not what was written")
        if hash_of(before, session, seq, event.time, event.kind, event.digest) != event.hash:
            yield Fault(session, seq, "it was changed, or what came before it was")
        before, last = event.hash, event.kind
    if wiped and last != DELETED:
        yield Fault(session, wiped, "what it held is gone, although the session was not deleted")


def _gap(expected: int, found: int) -> str:
    if found == expected + 1:
        return f"event {expected} is missing"
    return f"events {expected} to {found - 1} are missing" if found > expected else "its number is wrong"
