"""What a figure beside its own of before says of which way it goes, told beside the figure.

    there are 300 beds in A, 20 more than last year     ->  there are 300 beds in A, and the number of beds in A has risen
    A has 300 beds, half as many as in 2010             ->  A has 300 beds, and the number of beds of A has fallen
    the price of A is 40, exactly as much as last year  ->  the price of A is 40, and the price of A is unchanged

Only what is compared with a time not long ago of the same says so (what was more in 1990 may fall today), and only where a
phrase takes both is it told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.beside.compared import TIME, shape_of
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.changes import TRENDS
from dragoman.language.words.effects import Effect
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.tokens import Token
from dragoman.values.enumeration import Enumeration

_THEN = rf"(?:(?:in |at )?{TIME}(?:and (?:in )?{TIME})?)"
_NEAR = "(?:(?:well|far|just|almost|nearly|about|roughly|some|over|under|more than|less than) ){0,2}"
_AS = "(?:as (?:much|many|high|long|large|big) as )"
_RISEN = Pattern(
    rf"{_NEAR}(?:(?:# )?(?:more|higher|longer|up) (?:than|on|from) (?:# )?{_THEN}|(?:twice|double|treble|(?:two|three|four|five|ten|#) times) {_AS}{_THEN}|up from # {_THEN}|up # on {_THEN})"
)
_FALLEN = Pattern(
    rf"{_NEAR}(?:(?:# )?(?:less|fewer|lower|shorter|down) (?:than|on|from) (?:# )?{_THEN}|(?:half|a third|a quarter) {_AS}{_THEN}|down from # {_THEN}|down # on {_THEN})"
)
_SAME = Pattern(
    rf"(?:exactly |precisely |just |about |roughly )?(?:{_AS}|the same as |what (?:it|they) (?:was|were) ){_THEN}"
)
_GOES = (
    (_RISEN, ("has risen", "has gone up")),
    (_FALLEN, ("has fallen", "has gone down")),
    (_SAME, ("is unchanged", "is stable")),
)
_IS = frozenset(english.lines("is | are | costs | cost | stands | stand | amounts | amount | comes | come | totals"))
_NOW = english.FILLERS | {"today", "currently"}
_CUES = frozenset({"more", "less", "fewer", "higher", "lower", "longer", "shorter", "up", "down", "as", "what", "same"})
_LEAST, _MOST_NOUNS = 2, 3


def with_trend(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence that compares its figure with one of before, with which way it goes in its place."""
    at = next((at for at in range(_LEAST, len(line) - 1) if line.texts[at] == ","), 0)
    if (
        not at
        or line.is_denied
        or any(one.effect is not Effect.NONE for one in line.marks[0])
        or _CUES.isdisjoint(line.texts[at:])
        or not _tells_trends(line)
    ):
        return
    if is_long_ago(line.texts[at:]):
        return
    figure = next(((n, one) for n, one in enumerate(line.figures[:at]) if one is not None), None)
    words = shape_of(line, at + 1, len(line))
    goes = next((goes for cues, goes in _GOES if cues.fullmatch(words) is not None), ())
    if figure is None or not goes:
        return
    like = line.tokens[at]
    for what in _what(line, figure[0], figure[1].end, at):
        for one in goes:
            yield [*line.tokens[:at], *said_for((",", "and"), like), *what, *said_for(tuple(one.split()), like)]


def is_long_ago(texts: Sequence[str]) -> bool:
    """Whether a time is named that is too far back to say which way a thing goes now."""
    is_year = any(len(text) == 4 and text.isdecimal() and text[:2] in ("18", "19", "20") for text in texts)
    return is_year or not _LONG_AGO.isdisjoint(texts)


_LONG_AGO = frozenset(
    english.lines(
        "decade | decades | century | centuries | generation | peak | once | used | five | six | seven | eight | nine | ten | fifteen | twenty | thirty | forty | fifty"
        "| 5 | 6 | 7 | 8 | 9 | 10 | 15 | 20 | 25 | 30 | 40 | 50"
    )
)


def _tells_trends(line: Line) -> bool:
    """Whether some fact has a word for its value that says which way a thing goes."""
    kinds = (fact.value.kind for fact in line.grammar.told.values() if fact.value is not None)
    return any(isinstance(kind, Enumeration) and not TRENDS.isdisjoint(kind.words) for kind in kinds)


def _what(line: Line, at: int, counted: int, end: int) -> Iterator[list[Token]]:
    """What the figure is one of: the subject of its sentence, or the number of what it counts."""
    texts, like = line.texts, line.tokens[at]
    verb = next((n for n in range(at - 1, 0, -1) if texts[n] in _IS), 0)
    rest = line.tokens[counted:end]
    while rest and rest[-1].text in _NOW:
        rest = rest[:-1]
    if texts[0] == "there" and verb == 1 and rest:
        yield [*said_for(("the", "number", "of"), like), *rest]
    elif verb and all(one in _NOW | {"at", "to"} for one in texts[verb + 1 : at]):
        subject = line.tokens[:verb]
        yield subject[:-1] if subject[-1].text in _NOW else subject
    elif texts[at - 1] in english.HAVE and 0 < len(rest) <= _MOST_NOUNS:
        who = [one for one in line.tokens[: at - 1] if one.text not in _NOW]
        yield [*said_for(("the", "number", "of"), like), *rest, *said_for(("of",), like), *who]
