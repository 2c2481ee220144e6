"""Sentences of letters and learned books in the order of a plain one.

    there is on the territory of A a base            ->  there is a base on the territory of A
    A is the country in which B does it              ->  B does it in A
    A, in which B does it, does that                 ->  B does it in A, A does that
    from the side of A, B was asked                  ->  B was asked by A
    as regards A, there is on its territory a base   ->  there is in A a base
    of all trips of A, 62 percent are on time        ->  62 percent of all trips of A are on time
    the captain of A is B                            ->  B is the captain of A

They are put by :mod:`dragoman.language.order.formal`.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.grammar.lexicon import ADJECTIVE, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.order.singled import TOPIC, word
from dragoman.language.words import english
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.tokens import Token

GROUND = frozenset({"territory", "soil", "ground"})
_IS = frozenset({"is", "are", "remains"})
_COUNTRY = frozenset(
    english.lines("country | state | place | republic | harbour | port | island | house | one | room | city | town")
)
_ADDRESSED = frozenset({"addressed", "put", "directed", "sent", "submitted", "made", "presented"})


def named_there(line: Line, at: int) -> Mention | None:
    """Who is named there, behind an article or not; the longest."""
    at += line.texts[at : at + 1] == ["the"]
    found = [m for m in line.mentions[at] if m.kind != PRONOUN] if at < len(line) else []
    return max(found, key=lambda m: m.end, default=None)


def _there_is_on(line: Line) -> list[Token] | None:
    """`there is in A a base`: there is a base in A."""
    at = next((at for at in range(len(line) - 4) if line.texts[at] == "there" and line.texts[at + 1] in _IS), -1)
    if at < 0 or line.texts[at + 2] not in ("in", "on", "at"):
        return None
    named = next((m for m in line.mentions[at + 3]), None)
    if named is None or line.texts[named.end : named.end + 1] not in (["a"], ["an"], ["no"]):
        return None
    end = next((n for n in range(named.end, len(line)) if line.is_cut(n)), len(line))
    return [*line.tokens[: at + 2], *line.tokens[named.end : end], *line.tokens[at + 2 : named.end], *line.tokens[end:]]


def _country_in_which(line: Line) -> list[Token] | None:
    """`A is the country in which B does it`: B does it in A; `A, in which B does it, does that` as both."""
    named = named_there(line, 0)
    if named is None or named.end + 4 >= len(line):
        return None
    who = line.tokens[: named.end]
    if line.texts[named.end] == ",":
        starts = _behind_where(line, named.end + 1)
        closes = [at for at in range(starts, len(line) - 2) if line.texts[at] == ","] if starts else []
        if len(closes) != 1:
            return None
        [end] = closes
        place = word("in", line.tokens[named.end])
        rest = Line(line.grammar, line.text, [*who, *line.tokens[end + 1 :]], line.before, widely=True)
        behind = _country_in_which(rest) or rest.tokens
        return [*line.tokens[starts:end], place, *who, line.tokens[end], *behind]
    at = named.end
    if line.texts[at] not in _IS:
        return None
    at += 1
    while line.free(at) and line.texts[at] != "the" and at < len(line) - 3:
        at += 1
    if line.texts[at] != "the" or line.texts[at + 1] not in _COUNTRY:
        return None
    starts = _behind_where(line, at + 2)
    if not starts or any(text == "," for text in line.texts[starts:]):
        return None
    return [*line.tokens[starts:], word("in", line.tokens[at]), *who]


def _behind_where(line: Line, at: int) -> int:
    """Where a clause goes on behind `in which` or `where`, or 0."""
    if line.texts[at : at + 1] == ["where"]:
        return at + 1
    return at + 2 if line.texts[at : at + 2] in (["in", "which"], ["on", "which"], ["at", "which"]) else 0


def _from_the_side(line: Line) -> list[Token] | None:
    """`from the side of A, B was asked`, `on the part of A, ...`: B was asked by A."""
    if line.texts[:4] not in (["from", "the", "side", "of"], ["on", "the", "part", "of"], ["on", "the", "side", "of"]):
        return None
    named = named_there(line, 4)
    if named is None or line.texts[named.end : named.end + 1] != [","] or "," in line.texts[named.end + 1 :]:
        return None
    who, rest = line.tokens[4 : named.end], line.tokens[named.end + 1 :]
    return _asked(line, who, rest) or [*rest, word("by", line.tokens[0]), *who]


def _asked(line: Line, who: list[Token], rest: list[Token]) -> list[Token] | None:
    """`the request for C has been addressed to B`, by A: A has asked B for C."""
    texts = [token.text for token in rest]
    start = int(texts[:1] in (["the"], ["a"]))
    is_request = texts[start : start + 2] == ["request", "for"]
    done = next((at for at in range(start + 3, len(texts) - 2) if texts[at] in _ADDRESSED), 0)
    has = done - 2 if texts[done - 1 : done] == ["been"] else done - 1
    if (
        not is_request
        or not done
        or texts[done + 1] != "to"
        or has <= start + 2
        or texts[has] not in ("has", "is", "was")
    ):
        return None
    like = line.tokens[0]
    whom, what = rest[done + 2 :], rest[start + 1 : has]
    return [*who, word("has", like), word("asked", like), *whom, *what]


def _address(line: Line) -> list[Token] | None:
    """`A has addressed a request for C to B`: A has asked B for C."""
    for at in range(1, len(line) - 5):
        request = at + 1 + (line.texts[at + 1] in english.ARTICLES)
        if line.texts[at] not in _ADDRESSED or line.texts[request : request + 2] != ["request", "for"]:
            continue
        to = next(
            (n for n in range(request + 3, len(line) - 1) if line.texts[n] == "to" and named_there(line, n + 1)), 0
        )
        if to:
            whom, what = line.tokens[to + 1 :], line.tokens[request + 1 : to]
            return [*line.tokens[:at], word("asked", line.tokens[at]), *whom, *what]
    return None


def _regards(line: Line) -> list[Token] | None:
    """`as regards A, there is on its territory a B`: there is in A a B."""
    opening = next((words for words in TOPIC if tuple(line.texts[: len(words)]) == words), None)
    named = named_there(line, len(opening)) if opening else None
    if opening is None or named is None or line.texts[named.end : named.end + 2] != [",", "there"]:
        return None
    for at in range(named.end + 3, len(line) - 1):
        is_its = line.texts[at] in ("on", "in") and line.texts[at + 1] in ("its", "their")
        if is_its and line.texts[at + 2 : at + 3] != [] and line.texts[at + 2] in GROUND:
            where = [word("in", line.tokens[at]), *line.tokens[len(opening) : named.end]]
            return [*line.tokens[named.end + 1 : at], *where, *line.tokens[at + 3 :]]
    return None


def _which_is(line: Line) -> list[Token] | None:
    """`there is a base, which is in full operation`: a base in full operation."""
    at = next((at for at in range(len(line) - 3, 2, -1) if line.texts[at : at + 3] == [",", "which", "is"]), 0)
    is_how = at > 0 and line.texts[at + 3 : at + 4] in (["in"], ["under"]) and not any(line.mentions[at + 3 :])
    is_last = is_how and "," not in line.texts[at + 1 :] and english.NEGATORS.isdisjoint(line.texts)
    return [*line.tokens[:at], *line.tokens[at + 3 :]] if is_last else None


def _one_in_the_other(line: Line) -> list[Token] | None:
    """`the one in the other`: in each other."""
    for at in range(1, len(line) - 4):
        if line.texts[at : at + 2] == ["the", "one"] and line.texts[at + 3 : at + 5] == ["the", "other"]:
            like = line.tokens[at]
            return [
                *line.tokens[:at],
                line.tokens[at + 2],
                word("each", like),
                word("other", like),
                *line.tokens[at + 5 :],
            ]
    return None


def _of_all(line: Line) -> list[Token] | None:
    """`of all the trips of A, 62 percent are on time`: 62 percent of all the trips of A are on time."""
    if line.texts[0] not in ("of", "from"):
        return None
    at = next((at for at, figure in enumerate(line.figures) if figure is not None), 0)
    figure = line.figures[at]
    if at < 3 or figure is None or figure.unit != PERCENT or figure.end >= len(line):
        return None
    first = at
    while line.texts[first - 1] in ("only", "some", "about", "just", "roughly", "around", "nearly", "almost"):
        first -= 1
    end = first - (line.texts[first - 1] == ",")
    of = word("of", line.tokens[0])
    return [*line.tokens[first : figure.end], of, *line.tokens[1:end], *line.tokens[figure.end :]]


def _is_he(line: Line) -> list[Token] | None:
    """`the captain of A is not B`: B is not the captain of A."""
    at = next((at for at in range(2, len(line) - 1) if line.texts[at] == "is"), 0)
    end = at + 1 + (line.texts[at + 1 : at + 2] == ["not"])
    named = named_there(line, end) if at and end < len(line) else None
    if named is None or named.end != len(line) or named.kind in (ADJECTIVE, PEOPLE) or len(named.names) != 1:
        return None
    noun = int(line.texts[0] == "the")
    is_role = (
        line.texts[noun + 1 : noun + 2] == ["of"]
        and not line.mentions[noun]
        and named_there(line, noun + 2) is not None
    )
    the = [] if noun else [word("the", line.tokens[0])]
    return (
        [*line.tokens[end:], *line.tokens[at:end], *the, *line.tokens[:at]]
        if is_role and line.tokens[0].is_word
        else None
    )


def _that_kind(line: Line) -> list[Token] | None:
    """`A is closed and ... from that harbour`: from A, the last that was named, if it is one."""
    kinds = line.grammar.lexicon.kinds
    for at in range(3, len(line)):
        if line.texts[at - 1] != "that" or line.texts[at - 2] not in ("from", "in", "at", "to", "on", "of", "for"):
            continue
        last = next((m for several in reversed(line.mentions[: at - 2]) for m in several if m.kind != PRONOUN), None)
        if last is not None and len(last.names) == 1 and line.texts[at] in kinds[last.names[0]]:
            start = next(n for n in range(at) if last in line.mentions[n])
            return [*line.tokens[: at - 1], *line.tokens[start : last.end], *line.tokens[at + 1 :]]
    return None


ORDERS: tuple[Callable[[Line], list[Token] | None], ...] = (
    _from_the_side,
    _regards,
    _which_is,
    _there_is_on,
    _one_in_the_other,
    _that_kind,
    _country_in_which,
    _address,
    _of_all,
    _is_he,
)
"""In which order they are put."""
