"""What stands behind a joint and is no clause by itself, with the beginning of the clause before it.

    A has a plan and too little shade                    ->  A has | too little shade
    A is at 99 % of what it can carry and on the brink   ->  A is | on the brink
    A buys space in B and on C                           ->  A buys space | on C
    A checks passports on trains from B and from C       ->  A checks passports on trains | from C
    A costs 48 euros in B and 55 in C                    ->  A costs | 55 euros in C
    A owes B 300,000 euros and C 120,000                 ->  A owes C 120,000 euros
    A is boycotting B and protesting against C           ->  A is | protesting against C
    A has suspended B and fined C on top                 ->  A has | fined C on top

Two that are joined are of one form, so what follows begins where the first part of its form does; where that could be at two
places (`is fining firms trading with B and selling C`), or the first clause denies or sets apart, nothing is taken over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.numbers import Figure
from dragoman.language.words.stems import is_past_participle, is_simple_past
from dragoman.language.words.tokens import Token

_JOINTS = frozenset({"and", "but", "plus"})
_BESIDE = frozenset({"also", "now", "still", "then", "even", "as", "well"})
_SHAPES = frozenset(
    {"a", "an", "no", "not", "the", "too", "little", "enough", "many", "much", "plenty", "more", "fewer", "less"}
)
_SET_APART = (
    english.NEGATORS | english.FAINT_NEGATORS | english.RELATIVE | english.MODALS
    | {"only", "both", "either", "neither", "between", "to", "where", "when", "if", "than", "rather", "or", "nor"}
)  # fmt: skip
"""Behind one of these it may be said of both, or of one alone, or of something that stands within."""
_BOTH_OF = _SET_APART - english.MODALS - {"to"}
_COMPARING = frozenset({"against", "after", "from", "versus", "vs", "up", "down"})
"""Before a figure these say what it was, or is elsewhere: `has 30, against 15 a year ago`."""
_AUX = english.BE | english.HAVE
_LEAST, _MOST = 2, 14


def with_beginnings(line: Line) -> Iterator[tuple[list[Token], list[Token]]]:
    """The first clause, and what follows with the beginning of it, in each way."""
    texts, tokens = line.texts, line.tokens
    for joint in range(_LEAST + 1, len(texts) - 1):
        if texts[joint] not in _JOINTS and not (texts[joint] == "," and texts[joint + 1] not in _JOINTS):
            continue
        end, start = joint - (texts[joint - 1] == ","), joint + 1
        while start < len(texts) - 1 and texts[start] in _BESIDE:
            start += 1
        if texts[start] in _COMPARING and line.figures[start + 1 : start + 2] not in ([], [None]):
            continue
        has_no = texts[start] in _SHAPES and any(
            texts[at] in english.HAVE and texts[at + 1] == "no" for at in range(1, end - 1)
        )
        if not _LEAST <= len(texts) - start <= _MOST or not (_BOTH_OF - ({"no"} if has_no else set())).isdisjoint(
            texts[:end]
        ):
            continue
        for at in _beginnings(line, end, start):
            yield tokens[:end], [*tokens[:at], *tokens[start:]]
        for second in (*_counted(line, end, start), *_in_their_place(line, end, start)):
            yield tokens[:end], second


def _beginnings(line: Line, end: int, start: int) -> Iterator[int]:
    """Where in the first clause that part of it may begin whose place the second takes."""
    texts, first = line.texts, line.texts[:end]
    text = texts[start]
    be = next((at for at in range(1, end) if first[at] in english.BE), 0)
    has = next((at for at in range(1, end) if first[at] in english.HAVE), 0)
    if text in PREPOSITIONS:
        same = [at for at in range(1, end) if first[at] == text]
        others = [at for at in range(1, end) if first[at] in PREPOSITIONS]
        yield from reversed(same or others[-1:])
        if be and not same and _is_whole(texts, start):
            yield be + 1
    elif line.figures[start] is not None:
        return
    elif text in _SHAPES:
        thing = first[has + 1 :]
        is_shaped = bool(thing) and (thing[0] in _SHAPES if text in english.ARTICLES else thing[0] not in english.BE)
        if has and PREPOSITIONS.isdisjoint(thing) and "," not in thing and len(thing) > 1 and is_shaped:
            yield has + 1
    elif verb := _verb_like(line, end, start):
        yield verb
    elif be and _says_how(line, start) and not any(one.endswith("ing") for one in first[be:]):
        yield be + 1


def _is_whole(texts: Sequence[str], start: int) -> bool:
    """Whether what follows has no verb of its own."""
    return _AUX.isdisjoint(texts[start:]) and "," not in texts[start:]


def _only_figure(line: Line, start: int, end: int) -> tuple[int, Figure] | None:
    """The only figure there, and where it begins; None if there are none or several."""
    found = list[tuple[int, Figure]]()
    for at in range(start, end):
        figure = line.figures[at]
        is_name = any(m.kind != PRONOUN and m.end > at for here in range(start, at + 1) for m in line.mentions[here])
        if figure is not None and figure.end <= end and not is_name and not (found and at < found[-1][1].end):
            found.append((at, figure))
    return found[0] if len(found) == 1 else None


def as_counted(line: Line, mine: tuple[int, Figure], first: tuple[int, Figure], end: int) -> list[Token] | None:
    """The second figure with the unit of the first, where it has none of its own; None where it may be in other units.

    `48 million euros in A and 5 in B` leaves open of what, and `at most 48 in A and 55 in B` whether at most.
    """
    (at, figure), (start, other) = mine, first
    is_bound = other.low != other.high  # `at most 48 euros in A and 55 in B`
    if is_bound or figure.scale != other.scale or (figure.unit and figure.unit != other.unit):
        return None
    said = line.tokens[at : figure.end]
    last = unit = other.end
    while other.unit and unit > start + 1 and not line.texts[unit - 1][:1].isdigit():
        unit -= 1
    while last < end and _may_be_unit(line, last) and last - other.end < _LEAST:
        last += 1
    behind = line.texts[figure.end : figure.end + 1]
    is_bare = not figure.unit and (not behind or behind[0] in PREPOSITIONS)
    here = line.tokens[at]
    return [*said, *(t._replace(start=here.start, end=here.end) for t in line.tokens[unit:last])] if is_bare else said


def _may_be_unit(line: Line, at: int) -> bool:
    return line.texts[at] not in PREPOSITIONS and line.tokens[at].is_word and not line.mentions[at]


def _counted(line: Line, end: int, start: int) -> Iterator[list[Token]]:
    """`costs 48 euros in A and 55 in B`, `has 12 beds and 30 nurses`."""
    mine, first = line.figures[start], _only_figure(line, 0, end)
    if mine is None or first is None or first[0] == 0:
        return
    counted = as_counted(line, (start, mine), first, end)
    if counted is not None:
        yield [*line.tokens[: first[0]], *counted, *line.tokens[mine.end :]]


def _in_their_place(line: Line, end: int, start: int) -> Iterator[list[Token]]:
    """`A owes B 300 euros and C 120`, `the fare on A is 14 euros and on B 22`: one and a figure, in the place of those like them."""
    mine, first = _only_figure(line, start, len(line)), _only_figure(line, 0, end)
    if mine is None or first is None:
        return
    others = [
        at
        for at in range(start, len(line))
        if not mine[0] <= at < mine[1].end and line.texts[at] not in english.ARTICLES | PREPOSITIONS
    ]
    whom = (
        next((m for m in line.mentions[others[0]] if len(m.names) == 1 and m.kind != PRONOUN), None) if others else None
    )
    if whom is None or others[-1] >= whom.end or others != [*range(others[0], whom.end)]:
        return
    entities = line.grammar.lexicon.entities
    types = entities[whom.names[0]].types
    alike = [
        (at, m) for at in range(end) for m in line.mentions[at][:1]
        if m.kind != PRONOUN and any(not types.isdisjoint(entities[name].types) for name in m.names)
    ]  # fmt: skip
    alike = [one for one in alike if not any(other[0] < one[0] < other[1].end for other in alike)]
    counted = as_counted(line, mine, first, end)
    if len(alike) != 1 or len(alike[0][1].names) != 1 or counted is None:
        return
    at, other = alike[0]
    here = line.texts[others[0] - 1 - (line.texts[others[0] - 1] in english.ARTICLES)]
    there = line.texts[at - 1 - (line.texts[at - 1] in english.ARTICLES)] if at else ""
    if here in PREPOSITIONS and here != there:
        return
    name, unit = line.tokens[others[0] : whom.end], max(first[1].end, 0)
    while (
        unit < end
        and len(counted) > mine[1].end - mine[0]
        and _may_be_unit(line, unit)
        and unit - first[1].end < _LEAST
    ):
        unit += 1
    changed = sorted([(at, other.end, name), (first[0], unit, counted)])
    found, done = list[Token](), 0
    for begins, ends, tokens in changed:
        found += [*line.tokens[done:begins], *tokens]
        done = ends
    yield [*found, *line.tokens[done:end]]


def _verb_like(line: Line, end: int, start: int) -> int:
    """Where the verb of the first clause stands, if the second begins with one in the same form, and no other may be meant; else 0."""
    texts = line.texts
    text = texts[start]
    behind = texts[start + 1] if start + 1 < len(texts) else ""
    has_object = behind in PREPOSITIONS | english.ARTICLES | english.PRONOUNS | english.SPEAKERS or (
        start + 1 < len(line) and (bool(line.mentions[start + 1]) or line.figures[start + 1] is not None)
    )
    if not has_object or line.mentions[start] or not _SET_APART.isdisjoint(texts[:end]):
        return 0
    if text.endswith("ing"):
        alike = [at for at in range(1, end) if texts[at].endswith("ing") and not line.mentions[at]]
    elif is_past_participle(text) or is_simple_past(text):
        alike = [
            at for at in range(1, end)
            if (is_past_participle(texts[at]) or is_simple_past(texts[at])) and texts[at] not in _AUX and not line.mentions[at]
        ]  # fmt: skip
    else:
        return 0
    if len(alike) != 1:
        return 0
    at = alike[0]
    before = at - 1
    while before > 0 and texts[before] in english.FILLERS:
        before -= 1
    is_helped = texts[before] in _AUX
    return at if is_helped or (not text.endswith("ing") and not _AUX & {*texts[:end]}) else 0


def _says_how(line: Line, start: int) -> bool:
    """Whether what follows is how something is: an adjective or a participle, and nobody who does something."""
    texts = line.texts[start:]
    is_short = len(texts) <= _LEAST + 3 and _is_whole(line.texts, start)
    return is_short and texts[0] not in english.PRONOUNS | english.ARTICLES and line.figures[start] is None
