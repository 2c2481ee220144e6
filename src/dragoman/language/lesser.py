"""What stands behind a denial and says what lesser thing is so instead, and what is granted behind `even if`: the rest is so without it.

    A does not lead it, it merely gives the longest speeches     ->  A does not lead it
    A has no base there, only a canteen that looks like one      ->  A has no base there
    A is no member of it, even if half the town believes it      ->  A is no member of it

`A does not sway B, it rules it` denies only that it is no more than that: a tail that goes up and not down stays, as does one
that names somebody or limits what is so (`even if only on paper`).
"""

from __future__ import annotations

from dragoman.language import english
from dragoman.language.derive import PREPOSITIONS
from dragoman.language.line import Line
from dragoman.language.mentions import PRONOUN
from dragoman.language.tokens import Token

_ONLY = frozenset({"only", "merely", "just", "simply"})
_DOERS = frozenset({"it", "they", "he", "she"})
_BEING = (english.BE | english.HAVE) - english.PAST_BE
_NO_CLAUSE = (
    frozenset({"only", "just", "merely", "partly", "not", "never", "nominally", "somewhat", "slightly", "then"})
    | PREPOSITIONS
)
_REVOKING = frozenset(
    english.lines(
        "joke | jokes | rumour | rumor | rumours | rumors | lie | lies | dream | hoax | guess | thought | hunch | idea | suggestion | test"
        "| draft | theory | fiction | tale | story | claim | opinion | question | hope | hypothesis | scenario | prank | bluff | example"
    )
)
"""What may be said of the denial itself."""
_LEAST = 3


def without_lesser(line: Line) -> list[Token] | None:
    """The tokens up to such a tail; None if there is none."""
    for at in range(_LEAST, len(line) - 2):
        if line.texts[at] != ",":
            continue
        is_lesser = _is_lesser(line, at + 1) and not english.NEGATORS.isdisjoint(line.texts[:at])
        if (is_lesser or _is_granted(line, at + 1)) and _is_silent(line, at + 1):
            return line.tokens[:at]
    return None


def _is_lesser(line: Line, at: int) -> bool:
    """`only a canteen`, `it merely gives speeches`, `they are just guests`."""
    texts = line.texts
    if texts[at] in _ONLY:
        return texts[at + 1] in english.ARTICLES | {"some", "one", "a"}
    behind = at + 1 + (texts[at + 1] in _BEING)
    return texts[at] in _DOERS and behind < len(line) - 1 and texts[behind] in _ONLY


def _is_granted(line: Line, at: int) -> bool:
    """`even if it grumbles`."""
    texts = line.texts
    is_clause = len(line) > at + 3 and texts[at + 2] not in _NO_CLAUSE and not texts[at + 2].endswith("ly")
    return texts[at : at + 2] == ["even", "if"] and is_clause


def _is_silent(line: Line, at: int) -> bool:
    """Whether nobody is named there, and nothing follows behind a mark."""
    named = (mention for several in line.mentions[at:] for mention in several)
    if not _REVOKING.isdisjoint(line.texts[at:]):
        return False
    is_nobody = all(mention.kind == PRONOUN or mention.pronoun for mention in named)
    return is_nobody and {",", ";", ":", "-", "but", "because", "until", "unless", "yet"}.isdisjoint(line.texts[at:])
