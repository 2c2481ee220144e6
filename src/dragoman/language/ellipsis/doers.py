"""Who does it in a clause that leaves them out or says `they` or `the two`: those with whom the clause before begins.

    A and B align their policies and see a common enemy    ->  ... and A and B see a common enemy
    A and B get on well, and the two countries consult     ->  ... and A and B consult

Of two who are named together: what one alone does is known from the slots of the clause before. Nothing is put in where
that clause denies or doubts, or speaks of one or the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.ellipsis.gaps import Gap
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_TWO = (
    ("they", "both"), ("they",), ("both", "of", "them"), ("both", "countries"), ("both", "powers"), ("both", "sides"),
    ("both", "states"), ("both", "governments"), ("both",), ("the", "two", "of", "them"), ("the", "two", "countries"),
    ("the", "two", "powers"), ("the", "two", "states"), ("the", "two", "sides"), ("the", "two", "governments"),
    ("the", "two", "neighbours"), ("the", "two"), ("these", "two"), ("the", "pair"),
)  # fmt: skip
_BEFORE = frozenset({"on", "in", "over", "at", "within", "across"})
_MOST_BEFORE = 6
_NO_VERBS = frozenset(
    {"it", "he", "she", "its", "their", "this", "that", "there", "these", "those", "the", "a", "an", "each"}
)


def with_doers(gap: Gap) -> Iterator[list[Token]]:
    """The second clause with those two who do it, in each way that it may be meant."""
    line, texts = gap.line, gap.texts
    here = line.mentions[gap.first + (texts[gap.first] == "the")]
    named = next((m for m in here if len(m.names) == 2 and m.kind != PRONOUN and not (m.is_or or m.excluded)), None)
    if named is None or named.end >= gap.until or texts[named.end] in ("'s", ","):
        return
    who, start = line.tokens[gap.first : named.end], gap.start
    while start < gap.end - 1 and line.free(start) and not line.mentions[start]:
        start += 1
    for begins in dict.fromkeys((start, gap.start)):
        size = next((len(words) for words in _TWO if tuple(texts[begins : begins + len(words)]) == words), 0)
        if size and begins + size < gap.end:
            yield [*line.tokens[gap.start : begins], *who, *line.tokens[begins + size : gap.end]]
            return
    they = next((at for at in range(start + 1, min(gap.end - 1, start + _MOST_BEFORE)) if texts[at] == "they"), 0)
    if they and texts[start] in _BEFORE and not gap.named_between(start, they):  # `on some points they clash`
        yield [*who, *line.tokens[they + 1 : gap.end], *line.tokens[start:they]]
        return
    has_doer = not english.ARTICLES.isdisjoint(texts[gap.start : start])  # `the place is shut`
    if (
        not has_doer
        and gap.named(start) is None
        and texts[start] not in _NO_VERBS
        and texts[gap.start - 1] in ("and", "but", ",", "yet")
    ):
        yield [*who, *gap.rest]
