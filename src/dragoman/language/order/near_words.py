"""Small words that say the same of a place or a way there, and whole subjects that two verbs have.

    the lease of A at B              ->  the lease of A in B
    the fence round A                ->  the fence around A
    were moved into A                ->  were moved to A
    a treaty is in force between A and B              ->  there is a treaty between A and B
    A has a treaty with B and C                       ->  A and B have a treaty, and A and C have a treaty
    the lease of A in B is long and ends in 2030      ->  ... is long, and the lease of A in B ends in 2030

As for all of :mod:`dragoman.language.whole`, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_OTHER = {"at": "in", "into": "to", "onto": "on", "round": "around"}
_IN_FORCE = frozenset({"force", "place", "effect", "existence", "being"})
_IS = frozenset({"is", "are"})
_MOST_SUBJECT = 9


def near_words(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such form that it has."""
    for at in range(1, len(line) - 1):
        other = _OTHER.get(line.texts[at])
        if other is None or named_at(line, at + 1) is None:
            continue
        is_verb = any(m.end == at - 1 for several in line.mentions[:at] for m in several)  # `A gets at B`
        if line.texts[at] != "at" or not is_verb:
            yield [*line.tokens[:at], *said_for((other,), line.tokens[at]), *line.tokens[at + 1 :]]
    yield from _in_force(line)
    yield from _of_both(line)
    yield from _with_each(line)


def _in_force(line: Line) -> Iterator[list[Token]]:
    """`a treaty is in force between A and B` as `there is a treaty between A and B`."""
    if line.texts[0] not in english.ARTICLES:
        return
    for at in range(2, len(line) - 3):
        if line.texts[at] in _IS and line.texts[at + 1] == "in" and line.texts[at + 2] in _IN_FORCE:
            there = said_for(("there", line.texts[at]), line.tokens[at])
            yield [*there, *line.tokens[:at], *line.tokens[at + 3 :]]
            return


def _of_both(line: Line) -> Iterator[list[Token]]:
    """`the lease of A in B is long and ends in 2030`: the lease does both."""
    verb = next(
        (at for at in range(2, min(len(line), _MOST_SUBJECT)) if line.texts[at] in english.BE | english.HAVE), 0
    )
    joint = next((at for at in range(verb + 2, len(line) - 2) if line.texts[at] == "and"), 0) if verb else 0
    if (
        not joint
        or not any(line.mentions[:verb])
        or {"of", "'s"}.isdisjoint(line.texts[:verb])
        or "and" in line.texts[:verb]
    ):
        return
    behind = line.tokens[joint + 1]
    is_verb = behind.text in english.BE | english.HAVE or (behind.is_word and behind.text.endswith("s"))
    if is_verb and not line.mentions[joint + 1]:
        yield [*line.tokens[: joint + 1], *line.tokens[:verb], *line.tokens[joint + 1 :]]


def _alone(line: Line, at: int) -> Mention | None:
    """One who is named there, and not with others."""
    at += at < len(line) and line.texts[at] in english.ARTICLES
    found = line.mentions[at] if at < len(line) else ()
    return next((m for m in found if m.kind != PRONOUN and len(m.names) == 1), None)


def _with_each(line: Line) -> Iterator[list[Token]]:
    """`A has a treaty with B and C`: so A and B have, and A and C."""
    one = _alone(line, 0)
    at = next((n for n in range(2, len(line) - 3) if line.texts[n] == "with"), 0)
    if (
        one is None
        or not at
        or line.texts[one.end : one.end + 1] != ["has"]
        or "not" in line.texts
        or "no" in line.texts
    ):
        return
    other = _alone(line, at + 1 + (line.texts[at + 1] == "both"))
    third = (
        _alone(line, other.end + 1) if other is not None and line.texts[other.end : other.end + 1] == ["and"] else None
    )
    if other is None or third is None or third.end < len(line) - 1 or any(line.mentions[one.end : at]):
        return
    like, joint = line.tokens[one.end], line.tokens[other.end]
    have = [*said_for(("have",), like), *line.tokens[one.end + 1 : at]]
    start = at + 1 + (line.texts[at + 1] == "both")
    both = [
        [*line.tokens[: one.end], joint, *line.tokens[a:b], *have]
        for a, b in ((start, other.end), (other.end + 1, third.end))
    ]
    yield [*both[0], joint, *both[1]]
