"""What stands first though it belongs behind: where it is so, for whom, for how long, over what.

    in A, B costs 3              ->  B costs 3 in A
    in A the stores last 9 days  ->  the stores in A last 9 days
    for 9 weeks A has not paid   ->  A has not paid for 9 weeks
    for its food A relies on B   ->  A relies on B for its food
    between A and B there is ice ->  there is ice between A and B

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import named_at
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_PLACING = frozenset({"in", "at", "on"})
_LEADING = _PLACING | {"for", "over", "between", "to", "from"}
_MOST_LED, _MOST_SUBJECT, _LEAST_REST = 5, 4, 3


def leading(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with what stands first behind who does it, or last."""
    for end, start in _first(line):
        topic, rest = line.tokens[:end], line.tokens[start:]
        yield [*rest, *topic]
        if start > end:
            yield [*topic, *rest]
        if line.texts[0] in _PLACING:
            yield from ([*rest[:at], *topic, *rest[at:]] for at in _ends_of_subject(rest))


def _ends_of_subject(tokens: list[Token]) -> Iterator[int]:
    """Where what stands before the verb may end."""
    for at in range(1, min(_MOST_SUBJECT, len(tokens) - 1) + 1):
        before, after = tokens[at - 1], tokens[at]
        if before.text in english.BE | english.HAVE or not (before.is_word or before.text == "'s"):
            return
        if before.text not in english.ARTICLES | {"'s"} and after.text != "'s":
            yield at


def _first(line: Line) -> Iterator[tuple[int, int]]:
    """Where that ends which stands first, and where the rest begins behind it or its comma."""
    texts = line.texts
    if (
        texts[0] not in _LEADING
        or len(line) <= _LEAST_REST + 2
        or texts[1] in english.ASKING | {"that", "which", "all"}
    ):
        return
    named = named_at(line, 1)
    if texts[0] in _PLACING and named is None:
        return  # `in weight A exceeds B`: another thing than where
    most = min(_MOST_LED + 1, len(line) - _LEAST_REST)
    comma = next((at for at in range(2, most + 1) if texts[at] == ","), 0)
    if comma:
        if "," not in texts[comma + 1 :]:
            yield comma, comma + 1
        return
    if named is not None and named.end < most and texts[0] != "for":
        yield named.end, named.end
        return
    for at in range(2, most + 1):
        if (line.mentions[at] or texts[at] == "there") and texts[at - 1] not in _TYING:
            start = at - (texts[at - 1] == "the")
            yield start, start


_TYING = frozenset(
    {"a", "an", "and", "or", "'s", "of", "in", "at", "with", "by", "from", "to", "its", "for", "over", "between"}
)
"""Behind which somebody who is named belongs to what stands before."""
