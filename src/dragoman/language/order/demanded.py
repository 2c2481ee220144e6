"""What somebody wants done to something, as what he wants: the noun of the deed.

    A demands that B be returned     ->  A demands the return of B
    A calls for B to be closed       ->  A calls for the closure of B
    A wants B withdrawn              ->  A wants the withdrawal of B

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_NOUNS = {
    participle: tuple(nouns.split())
    for row in english.lines(
        """
        returned: return restitution repatriation | given back: return restitution | handed back: return restitution | sent back: return repatriation
        brought back: return | restituted: restitution return | repatriated: repatriation return | handed over: handover surrender | closed: closure closing
        shut: closure closing | shut down: closure shutdown | reopened: reopening | opened: opening | released: release | freed: release | set free: release
        withdrawn: withdrawal | pulled out: withdrawal | removed: removal | lifted: lifting | dismissed: dismissal sacking | sacked: dismissal sacking
        fired: dismissal sacking | reinstated: reinstatement | extradited: extradition | repaired: repair | cancelled: cancellation | called off: cancellation
        published: publication release | recognised: recognition | recognized: recognition | approved: approval | abolished: abolition | dissolved: dissolution
        inspected: inspection | investigated: investigation inquiry | extended: extension | demolished: demolition | evacuated: evacuation | restored: restoration
        suspended: suspension | postponed: postponement | expelled: expulsion | excluded: exclusion | dismantled: dismantling | nationalised: nationalisation
        """
    )
    for participle, nouns in [row.split(": ")]
}
"""What is done, and what that is called."""
_LONGEST = 2
_PASSIVE = ("to be", "be", "should be", "must be", "is", "are")


class _Wish(NamedTuple):
    """A verb of wanting as it is said, with what stands between it and the thing, and as it takes a noun."""

    said: str
    that: str
    """Empty where the thing stands behind the verb at once."""
    taking: str


_WISHES = tuple(
    _Wish(f"{verb}{form}{particle}", that, f"{verb}{form} {link}".strip())
    for verb, particle, that, link in (
        ("demand", "", "that", ""), ("insist", "", "that", "on"), ("insist", " on", "", "on"), ("ask", "", "that", "for"), ("request", "", "that", ""),
        ("call", " for", "", "for"), ("ask", " for", "", "for"), ("press", " for", "", "for"), ("push", " for", "", "for"), ("want", "", "", ""),
    )
    for form in ("", "s", "ed", "ing")
)  # fmt: skip


def demanded(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with the noun of what is wanted."""
    texts, size = line.texts, len(line)
    for wish in _WISHES:
        head = [*wish.said.split(), *wish.that.split()]
        at = next((n for n in range(1, size - len(head)) if texts[n : n + len(head)] == head), 0)
        if not at:
            continue
        start = at + len(head)
        for end in range(size - 1, start, -1):
            done = next((n for n in (_LONGEST, 1) if " ".join(texts[end : end + n]) in _NOUNS and end + n <= size), 0)
            if not done:
                continue
            passive = next((n for one in _PASSIVE if texts[end - (n := len(one.split())) : end] == one.split()), 0)
            thing = line.tokens[start : end - passive]
            if not thing or not (passive or wish.said.startswith("want")) or not _is_thing(line, start, end - passive):
                continue
            like = line.tokens[at]
            for noun in _NOUNS[" ".join(texts[end : end + done])]:
                for taking in dict.fromkeys((wish.taking, "demands", "calls for")):
                    said = said_for((*taking.split(), "the", noun, "of"), like)
                    yield [*line.tokens[:at], *said, *thing, *line.tokens[end + done :]]


def _is_thing(line: Line, start: int, end: int) -> bool:
    """Whether a stretch is no clause."""
    texts = line.texts[start:end]
    return _NO_THING.isdisjoint(texts) and not any(
        line.is_cut(at) and texts[at - start] != "and" for at in range(start, end)
    )


_NO_THING = english.BE | english.HAVE | english.DO | english.MODALS | english.NEGATORS | english.IFS
