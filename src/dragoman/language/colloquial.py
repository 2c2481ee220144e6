"""The same sentence as a phrase says it, where people speak more freely.

    Mr Haddad says it is closed                 ->  Mr Haddad says that it is closed
    the thermometer stands at 11                ->  the thermometer is at 11
    they serve oysters at the Lion              ->  the Lion serves oysters
    in the store of the Lion it is 6 degrees    ->  it is 6 degrees in the store of the Lion

Only a sentence of which something was left over is looked at so, and only an order in which nothing is left over is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language import english, hedges
from dragoman.language.line import Line
from dragoman.language.mentions import PRONOUN
from dragoman.language.tokens import Token

_NO_CLAUSE = frozenset(
    {"that", "so", "no", "yes", "nothing", "to", "little", "much", "nyet", "da", "it"}
) | english.ARTICLES - {"the"}
_TELLS = frozenset({"tell", "tells", "told"})
_TO_US = frozenset({"us", "me", "reporters", "journalists"})
_MEASURES = frozenset(
    english.lines(
        "reads|registers|stands|stood|hovers|measures|shows|totals|amounts|comes|runs|equals|reached|hits|hit"
    )
)
_IT_IS = frozenset((one, other) for one in ("it", "there") for other in ("is", "are", "has", "was"))
_LEAST_THEY = 3
_MOST_BEFORE = 10
"""Tokens of a place that stands in front."""


def colloquial(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    for reorder in (_says, _measured, _they, _place_first):
        tokens = reorder(line)
        if tokens is not None:
            yield tokens


def _says(line: Line) -> list[Token] | None:
    """`Mr Haddad says it is closed` as `Mr Haddad says that it is closed`."""
    for at in range(1, len(line) - 2):
        token = line.tokens[at]
        is_tell = token.text in _TELLS and line.texts[at + 1] in _TO_US
        behind = at + 1 + is_tell
        is_said = is_tell or token.text in hedges.SAYING
        if not is_said or line.texts[behind] in _NO_CLAUSE or _is_told_to(line, at + 1):
            continue
        if not _ends_clause(line, behind):
            return [*line.tokens[:behind], token._replace(text="that", stem="that"), *line.tokens[behind:]]
    return None


def _is_told_to(line: Line, at: int) -> bool:
    """Whether somebody is asked to do it: `China told Russia to keep to trade`."""
    return any(mention.end < len(line) and line.texts[mention.end] == "to" for mention in line.mentions[at])


def _ends_clause(line: Line, at: int) -> bool:
    is_mark = not line.tokens[at].is_word and line.figures[at] is None
    return is_mark or line.texts[at] in english.BOUNDARIES


def _measured(line: Line) -> list[Token] | None:
    """`the thermometer stands at 11` and `reads 11` as `is at 11`; `stood at 11` says what was."""
    for at in range(1, len(line) - 1):
        if line.texts[at] not in _MEASURES:
            continue
        figure = at + 1 + (line.texts[at + 1] in ("at", "to", "around", "about", "roughly"))
        if figure < len(line) and line.figures[figure] is not None:
            token = line.tokens[at]
            verb = "was" if token.text == "stood" else "is"
            is_at = (token._replace(text=word, stem=word) for word in (verb, "at"))
            return [*line.tokens[:at], *is_at, *line.tokens[figure:]]
    return None


def _place_first(line: Line) -> list[Token] | None:
    """`in the store of the Lion it is 6 degrees` as `it is 6 degrees in the store of the Lion`."""
    if line.texts[0] not in ("in", "at", "on", "inside"):
        return None
    for at in range(2, min(len(line) - 2, _MOST_BEFORE)):
        if (line.texts[at], line.texts[at + 1]) in _IT_IS:
            place = line.tokens[: at - (line.texts[at - 1] == ",")]
            end = next((n for n in range(at, len(line)) if line.texts[n] in (",", ";", "and", "but")), len(line))
            return [*line.tokens[at:end], *place, *line.tokens[end:]]
    return None


def _they(line: Line) -> list[Token] | None:
    """`they serve oysters at the Lion` as `the Lion serves oysters`, where nobody was named whom `they` could mean."""
    if line.texts[0] not in ("they", "you", "people", "we") or line.before or len(line) < _LEAST_THEY:
        return None
    last = next(
        (m for at in range(2, len(line)) for m in line.mentions[at] if m.end == len(line) and m.kind != PRONOUN), None
    )
    if last is None:
        return None
    start = next(at for at in range(2, len(line)) if last in line.mentions[at])
    place = start - 1 - (line.texts[start - 1] in english.ARTICLES)
    if line.texts[place] not in ("at", "in") or place < _LEAST_THEY - 1:
        return None
    return [*line.tokens[place + 1 :], *line.tokens[1:place]]
