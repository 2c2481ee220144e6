"""What stands behind a `not` at the end of a line: the word that was wrong, or what only limits what is said.

`owes 1.6 billion, not 1.2` puts right what it owed; `has a base, not before 2030`, `not a military one`, `not in A's eyes` do not.
"""

from __future__ import annotations

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.words import english

_NO_OLD = frozenset(
    english.lines(
        "until | till | unless | before | after | since | if | when | while | according | like | as | thanks | including | counting | in | for"
        "| to | any | anymore | necessarily | officially | per | because | though | so | yet"
    )
)
"""What limits what is said, or says of whom or till when it is not so: `not before 2030`, `not in A's eyes`, `not for long`."""


def is_old_word(line: Line, said: list[str]) -> bool:
    """Whether a line is who, what or how much, and says nothing beside: `1.2 billion`, `a military one` is not; `to A` if `to` was said."""
    texts, at = line.texts, 0
    if not texts or texts[0] in _NO_OLD - {"in", "to", "for"} or texts[-1] in ("one", "ones"):
        return False
    if texts[0] in PREPOSITIONS and texts[0] not in said:
        return False
    at += texts[0] in PREPOSITIONS
    at += texts[at : at + 1] != [] and texts[at] in english.ARTICLES
    ends = [m.end for m in line.mentions[at]] + [end for end, _ in line.spoken[at]] if at < len(line) else []
    figure = line.figures[at] if at < len(line) else None
    if figure is not None:
        return texts[0] not in PREPOSITIONS or texts[0] in ("of", "at", "from", "with", "by")
    end = max(ends, default=0)
    is_whole = end == len(line) or all(line.free(one) for one in range(end, len(line)))
    return bool(end) and is_whole and not (texts[0] == "for" and not line.mentions[at])
