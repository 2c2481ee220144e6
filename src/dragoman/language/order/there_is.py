"""What there is, what somebody has and how many there are, said of the thing itself, as phrases have it.

    there is (no) rise in the price of X         ->  the price of X is (not) rising
    X has an overloaded grid                     ->  the grid of X is overloaded
    centres in X number 60, the number of centres in X is 60, X's number of centres is 60
                                                 ->  there are 60 centres in X, X has 60 centres
    4 tonnes of wheat a hectare                  ->  4 tonnes a hectare of wheat
    X forbids exporting rice                     ->  X forbids the export of rice
    there is no generator at X                   ->  X has no generator

As for all of :mod:`dragoman.language.whole`, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.deeds import DEEDS
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form

_IS = frozenset({"is", "are"})
_RISING = dict.fromkeys(("rise", "increase", "growth"), "rising") | dict.fromkeys(
    ("fall", "drop", "decline", "decrease"), "falling"
)
_FORBIDS = frozenset(english.lines("forbids | forbid | bans | ban | prohibits | prohibit | outlaws | outlaw"))
_RULES = _FORBIDS | frozenset(
    english.lines(
        "prohibition | embargo | moratorium | freeze | limit | limits | restriction | restrictions | curbs | duty | tax"
    )
)
_EACH = frozenset({"a", "an", "per"})
_HAS = frozenset({"has", "have"})
_NO_ADJECTIVE = english.NARROWING | english.ARTICLES | english.NEGATORS | PREPOSITIONS | english.BE | english.HAVE | frozenset(
    english.lines("more | less | fewer | few | many | much | several | two | enough | other | another | own | its | their | his | her | got | to | been | had")
)  # fmt: skip
_CUES = frozenset({"there", "has", "have", "number", "of"}) | _FORBIDS
_MOST_THING = 4


def there_is(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    if _CUES.isdisjoint(line.texts) or len(line) < _MOST_THING:
        return
    yield from _rising(line)
    yield from _none_at(line)
    yield from _has_such(line)
    yield from _so_many(line)
    yield from _each_unit(line)
    yield from _forbids_doing(line)


def _rising(line: Line) -> Iterator[list[Token]]:
    """`there is a rise in the price of X` as `the price of X is rising`, `there is no rise in it` as `it is not rising`."""
    if line.texts[0] != "there" or line.texts[1] not in _IS or line.texts[2] not in english.ARTICLES | {"no"}:
        return
    trend = _RISING.get(line.texts[3], "")
    if trend and line.texts[4:5] == ["in"] and len(line) > _MOST_THING + 1 and not _is_denied_behind(line):
        like = line.tokens[1]
        be = ("are", "not") if line.texts[2] == "no" else ("are",)
        yield [*line.tokens[5:], *said_for((*be, trend), like)]


def _is_denied_behind(line: Line) -> bool:
    """Whether something is denied behind the noun."""
    return not english.NEGATORS.isdisjoint(line.texts[3:])


def _none_at(line: Line) -> Iterator[list[Token]]:
    """`there is no generator at X` as `X has no generator`."""
    if line.texts[0] != "there" or line.texts[1] not in _IS or line.texts[2] != "no":
        return
    at = len(line) - 2 - (line.texts[-2] in english.ARTICLES)
    named = named_at(line, at + 1)
    is_place = line.texts[at] == "at" and named is not None and named.end == len(line)
    thing = line.tokens[3:at]
    if is_place and 0 < len(thing) <= _MOST_THING and _is_plain(line, 3, at):
        yield [*line.tokens[at + 1 :], *said_for(("has", "no"), line.tokens[1]), *thing]


def _is_plain(line: Line, start: int, end: int) -> bool:
    """Whether nobody is named there, and nothing counted, and no word joins others."""
    return all(
        line.tokens[at].is_word
        and not line.mentions[at]
        and line.figures[at] is None
        and line.texts[at] not in PREPOSITIONS | english.NEGATORS
        and not line.is_cut(at)
        for at in range(start, end)
    )


def _has_such(line: Line) -> Iterator[list[Token]]:
    """`X has an overloaded grid` as `the grid of X is overloaded`."""
    named = named_at(line, 0)
    if named is None or named.kind == ADJECTIVE or line.texts[named.end : named.end + 1] == []:
        return
    has = named.end
    if line.texts[has] not in _HAS:
        return
    such = has + 1 + (line.texts[has + 1 : has + 2] in (["a"], ["an"]))
    if such + 2 != len(line) or not _is_plain(line, such, len(line)):
        return
    if not _NO_ADJECTIVE.isdisjoint(line.texts[such:]) or line.marks[such]:
        return
    is_one = such > has + 1 or line.texts[-1].endswith("s")
    if not is_one or not line.texts[such].endswith(("ed", "ing")):
        return  # what has symbolic value, or a symbolic role, may have another besides
    like = line.tokens[has]
    be = "are" if line.texts[-1].endswith("s") else "is"
    thing = [*said_for(("the",), like), line.tokens[-1], *said_for(("of",), like)]
    yield [*thing, *line.tokens[:has], *said_for((be,), like), line.tokens[such]]


def _so_many(line: Line) -> Iterator[list[Token]]:
    """`centres in X number 60`, `the number of centres in X is 60` as `there are 60 centres in X`; X's number as what X has."""
    at = next((n for n in range(len(line) - 1) if line.texts[n] in ("number", "is") and line.figures[n + 1]), 0)
    figure = line.figures[at + 1] if at else None
    if figure is None or figure.end != len(line) or is_denied(line):
        return
    like, many = line.tokens[at], line.tokens[at + 1 :]
    there = said_for(("there", "are"), like)
    if line.texts[at] == "number" and at > 0 and line.texts[at - 1] not in english.ARTICLES:
        yield [*there, *many, *line.tokens[:at]]
    elif line.texts[:3] == ["the", "number", "of"] and at > 3:
        yield [*there, *many, *line.tokens[3:at]]
        return
    named = named_at(line, 0)
    if named is not None and line.texts[named.end : named.end + 3] == ["'s", "number", "of"] and at > named.end + 3:
        has = said_for(("has",), like)
        yield [*line.tokens[: named.end], *has, *many, *line.tokens[named.end + 3 : at]]


def _each_unit(line: Line) -> Iterator[list[Token]]:
    """`4 tonnes of wheat a hectare` as `4 tonnes a hectare of wheat`."""
    each = len(line) - 2
    if line.texts[each] not in _EACH or not line.tokens[-1].is_word or line.mentions[-1]:
        return
    of = next((at for at in range(each - 2, max(0, each - _MOST_THING), -1) if line.texts[at] == "of"), 0)
    if of > 1 and any(line.figures[at] is not None for at in range(max(0, of - _MOST_THING), of)):
        yield [*line.tokens[:of], *line.tokens[each:], *line.tokens[of:each]]


def _forbids_doing(line: Line) -> Iterator[list[Token]]:
    """`X forbids exporting rice`, `a ban on exporting rice` as `X forbids the export of rice`, `a ban on the export of rice`."""
    doing = (n for n in range(1, len(line) - 2) if line.texts[n + 1].endswith("ing"))
    ruled = (n for n in doing if line.texts[n] in _FORBIDS or (line.texts[n] == "on" and line.texts[n - 1] in _RULES))
    at = next(ruled, 0)
    verb = first_form(line.texts[at + 1], Form.DOING) if at else ""
    for noun in (one for one, does in DEEDS.verbs.items() if verb and does == verb):
        deed = said_for(("the", noun, "of"), line.tokens[at + 1])
        yield [*line.tokens[: at + 1], *deed, *line.tokens[at + 2 :]]
