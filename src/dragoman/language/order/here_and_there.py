"""What is so at one and otherwise at another, as a clause of each.

    profits are down at A and up at B          ->  profits at A are down and profits at B are up
    reviews are better at A, worse at B        ->  reviews at A are better and reviews at B are worse

The verb stands once, and what is so is said in a word or two each time, before the same preposition. What is denied of the one need
not be denied of the other. As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the
sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_IS = frozenset({"is", "are"})
_PLACING = frozenset({"at", "in", "on", "from", "with"})
_JOINING = frozenset({"and", ",", ";", "while", "but"})
_MOST_SO, _MOST_SUBJECT = 3, 4


def here_and_there(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in that order; none if it has nothing of the kind."""
    place = next((at for at in range(2, len(line) - 3) if line.texts[at] in _PLACING and named_at(line, at + 1)), 0)
    named = named_at(line, place + 1) if place else None
    if named is None or is_denied(line) or any(line.mentions[:place]):
        return
    be = next((at for at in range(1, place) if line.texts[at] in _IS), 0)
    end = be or place - 1
    if not 0 < end <= _MOST_SUBJECT or not _is_so(line, be + 1 if be else end, place):
        return
    parts, start = [(be + 1 if be else end, place, named.end)], named.end
    while start < len(line):
        begins = start
        while begins < len(line) and line.texts[begins] in _JOINING:
            begins += 1
        again = next((at for at in range(begins + 1, len(line) - 1) if line.texts[at] == line.texts[place]), 0)
        other = named_at(line, again + 1) if again and begins > start else None
        if other is None or again - begins > _MOST_SO or not _is_so(line, begins, again):
            return
        parts.append((begins, again, other.end))
        start = other.end
    if len(parts) > 1:
        verb = said_for((line.texts[be] if be else "are",), line.tokens[end])
        for is_first in (True, False):
            found: list[Token] = []
            for number, (begins, at, ends) in enumerate(parts):
                so, there = line.tokens[begins:at], line.tokens[at:ends]
                found += said_for(("and",), line.tokens[begins]) if number else []
                found += [*line.tokens[:end], *(there if is_first else ()), *verb, *so, *(() if is_first else there)]
            yield found


def _is_so(line: Line, start: int, end: int) -> bool:
    """Whether a word or two there may say how something is: no verb, name, figure or preposition."""
    no_state = PREPOSITIONS | english.BE | english.HAVE | english.MODALS | english.BOUNDARIES | english.ARTICLES
    return 0 < end - start <= _MOST_SO and not any(
        line.mentions[at]
        or line.figures[at] is not None
        or not line.tokens[at].is_word
        or line.texts[at] in no_state - {"up", "down"}
        for at in range(start, end)
    )
