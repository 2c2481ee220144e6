"""What stands behind a joint and is no clause by itself, with the beginning of the clause before it.

    A has a plan and too little shade                    ->  A has | too little shade
    A is at 99 % of what it can carry and on the brink   ->  A is | on the brink
    A buys space in B and on C                           ->  A buys space | on C
    A checks passports on trains from B and from C       ->  A checks passports on trains | from C
    A costs 48 euros in B and 55 in C                    ->  A costs | 55 euros in C
    A is boycotting B and protesting against C           ->  A is | protesting against C
    A has suspended B and fined C on top                 ->  A has | fined C on top

Two that are joined are of one form, so what follows begins where the first part of its form does; where that could be at two
places (`is fining firms trading with B and selling C`), or the first clause denies or sets apart, nothing is taken over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, is_simple_past
from dragoman.language.words.tokens import Token

_JOINTS = frozenset({"and", "but", "plus"})
_BESIDE = frozenset({"also", "now", "still", "then", "even", "as", "well"})
_SHAPES = frozenset({"a", "an", "no", "not", "the", "too", "little", "enough", "many", "much", "plenty", "more", "fewer", "less"})
_SET_APART = (
    english.NEGATORS | english.FAINT_NEGATORS | english.RELATIVE | english.MODALS
    | {"only", "both", "either", "neither", "between", "to", "where", "when", "if", "than", "rather", "or", "nor"}
)  # fmt: skip
"""Behind one of these it may be said of both, or of one alone, or of something that stands within."""
_BOTH_OF = _SET_APART - {"to", "can", "could"}
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
        if not _LEAST <= len(texts) - start <= _MOST or not _BOTH_OF.isdisjoint(texts[:end]):
            continue
        for at, put in _beginnings(line, end, start):
            second = [*tokens[start : start + put[0]], *put[1], *tokens[start + put[0] :]] if put else tokens[start:]
            yield tokens[:end], [*tokens[:at], *second]


_Put = tuple[int, list[Token]]


def _beginnings(line: Line, end: int, start: int) -> Iterator[tuple[int, _Put | None]]:
    """Where in the first clause that part of it may begin whose place the second takes, and what is put into the second."""
    texts, first = line.texts, line.texts[:end]
    text = texts[start]
    be = next((at for at in range(1, end) if first[at] in english.BE), 0)
    has = next((at for at in range(1, end) if first[at] in english.HAVE), 0)
    if text in PREPOSITIONS:
        same = [at for at in range(1, end) if first[at] == text]
        others = [at for at in range(1, end) if first[at] in PREPOSITIONS]
        yield from ((at, None) for at in reversed(same or others[-1:]))
        if be and not same and _is_whole(texts, start):
            yield be + 1, None
    elif line.figures[start] is not None:
        yield from _counted(line, end, start)
    elif text in _SHAPES:
        thing = first[has + 1 :]
        if has and PREPOSITIONS.isdisjoint(thing) and "," not in thing and len(thing) > 1 and thing[0] in _SHAPES:
            yield has + 1, None
    elif (verb := _verb_like(line, end, start)) :
        yield verb, None
    elif be and _says_how(line, start) and not any(one.endswith("ing") for one in first[be:]):
        yield be + 1, None


def _is_whole(texts: Sequence[str], start: int) -> bool:
    """Whether what follows has no verb of its own."""
    return _AUX.isdisjoint(texts[start:]) and "," not in texts[start:]


def _counted(line: Line, end: int, start: int) -> Iterator[tuple[int, _Put | None]]:
    """`48 euros in A and 55 in B`: with the unit of the first where the second has none."""
    counted = [(at, figure) for at, figure in enumerate(line.figures[:end]) if figure is not None and figure.end <= end]
    mine = line.figures[start]
    begins = [one for one in counted if not any(at < one[0] < figure.end for at, figure in counted)]
    if mine is None or len(begins) != 1 or begins[0][0] == 0:
        return
    at, figure = begins[0]
    if figure.scale != mine.scale:
        return  # `48 million euros in A and 5 in B`: 5 of what?
    last = figure.end
    while last < end and line.texts[last] not in PREPOSITIONS and line.tokens[last].is_word and last - figure.end < _LEAST:
        last += 1
    first = figure.end
    while figure.unit and not mine.unit and first > at + 1 and not line.texts[first - 1][:1].isdigit():
        first -= 1
    behind = line.texts[mine.end : mine.end + 1]
    unit = line.tokens[first:last] if not behind or behind[0] in PREPOSITIONS else []
    if unit:
        like = line.tokens[start]
        yield at, (mine.end - start, [token._replace(start=like.start, end=like.end) for token in unit])
    yield at, None


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
