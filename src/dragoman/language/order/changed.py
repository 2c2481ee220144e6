"""What a figure came to, as what it is: whoever says how something changed, and to what, says how much it is now.

    the debt of A has doubled to 120 million             ->  the debt of A is 120 million
    enrolment has fallen from 12,400 to 9,800            ->  enrolment has fallen, and enrolment is 9,800
    the grant was cut from 8 to 5 million                ->  the grant is 5 million
    A has raised its fees by a tenth to 4,800            ->  A's fees are 4,800
    A has cut the speed on B to 60                       ->  the speed on B is 60
    fees have gone up by a tenth within a year           ->  fees have gone up
    the fee is down to 12 euros from 15                  ->  the fee is 12 euros

Where a phrase takes the change as well, that is told too. What may, will or was about to change, what had changed by some
time and what changed in another year says nothing of now. As for all that :mod:`dragoman.language.order.rearranged` does,
an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.changes import DONE, FACTORS, FALLING, GOES, PARTICLED, RISING
from dragoman.language.words.effects import Effect
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token

_IS_AT = frozenset({"up", "down"})
_BEFORE = english.FILLERS | frozenset(
    english.lines(
        "since | meanwhile | in | fact | thus | further | steadily | sharply | slowly | gradually | only | recently | once"
    )
)
_NEAR = frozenset(
    english.lines("almost | nearly | about | roughly | practically | virtually | more | than | well | over")
)
"""Beside a factor these say how near it comes; beside any other verb, that it did not quite."""
_HELD = english.MODALS | {
    "to",
    "will",
    "'ll",
    "'d",
    "had",
    "having",
    "not",
    "never",
    "if",
    "unless",
    "whether",
    "be",
    "being",
}
"""Behind one of these nothing has changed, or not yet."""
_SPAN = "(?:years?|months?|weeks?|days?|decades?|quarters?|seasons?|terms?|semesters?)"
_LONG = rf"(?:(?:in|within|over|inside|during) (?:just |only |less than |about |under |barely |the |the last |the past |the space of )?(?:#|a|one|a single|a few|several|two|three|four|five|six|seven|eight|nine|ten|few) {_SPAN}(?: or so)? )"
_WHEN = rf"(?:(?:last {_SPAN}|(?:a|an|one|#|two|three|four|five|ten|a few) {_SPAN} (?:ago|earlier|before)|(?:in|since) (?:the )?(?:\S+ )?#|(?:the {_SPAN}|a {_SPAN}|just) before|before (?:the )?\S+|in the {_SPAN} before|at (?:its|the) peak|then|previously) )"
_HOW = (
    r"(?:(?:up|down|back|again|further|steadily|sharply|slowly|slightly|gradually|steeply|rapidly|quickly|dramatically|suddenly|a little|a bit"
    r"|all the way|once more|still further|even further|from strength to strength) ){0,2}"
)
_BY = r"(?:(?:by )?(?:more than |over |about |nearly |almost |some |roughly |around |another |well over |just |a further |a good |no less than )?(?:# |half |(?:a|one|two|three|four) (?:third|quarter|fifth|sixth|seventh|eighth|tenth)s? |twofold |threefold |fourfold |tenfold )(?:[^\s#]+ ){0,3}?)"
_FROM = rf"(?:from (?:a (?:peak|high|low|record|total|maximum) of |just |only |about |some |over |nearly |almost |around |roughly )?# (?:[^\s#]+ ){{0,4}}?(?:{_WHEN})?)"
_BETWEEN = Pattern(rf"{_HOW}(?:{_LONG})?(?:{_BY})?(?:{_FROM})?(?:{_BY})?")
"""What may stand between the verb and where it came to."""
_ONLY_BY = Pattern(rf"{_HOW}(?:{_BY})?(?:{_LONG})?(?:since (?:then |last \S+ |(?:the )?\S+ |# ))?(?:{_LONG})?")
"""What may stand behind the verb where it is not said what it came to."""
_BEHIND = Pattern(rf"(?:{_LONG}|{_FROM}|(?:today |now )|since (?:then |last \S+ |the \S+ |# ))+")
"""What may stand last and only says since when, from where or over how long."""
_MOST_BETWEEN, _MOST_UNIT = 14, 5
_THEN = frozenset(english.lines("last | ago | earlier | previous | before | then | by"))
_OWN = frozenset({"its", "their", "his", "her"})
_CUES = GOES | DONE | _IS_AT


class _Change(NamedTuple):
    """A verb of change, and where it came to."""

    start: int
    """Where what helps the verb begins."""
    verb: int
    figure: int
    """Where the figure begins that it came to."""
    is_done: bool
    """Whether somebody did it."""
    is_suffered: bool


def changed(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence that says to what, or by how much, something changed, as what it is now, in each order."""
    if _CUES.isdisjoint(line.texts) or line.is_denied:
        return
    has_to = "to" in line.texts and any(line.figures)
    for verb in range(1, len(line)):
        if line.texts[verb] not in _CUES or line.mentions[verb]:
            continue
        if has_to and (found := _change(line, verb)) is not None:
            yield from _put(line, found)
            return
        if (rose := _by_how_much(line, verb)) is not None:
            for trend in _trends(line, rose):
                yield [*line.tokens[: rose.start], *said_for(tuple(trend.split()), line.tokens[verb])]
            return


def _by_how_much(line: Line, verb: int) -> _Change | None:
    """What has gone up or down by so much, or within such a time, with nothing behind it that says more."""
    found = helped(line, verb)
    if found is None or line.texts[verb] in _IS_AT or line.texts[found[0]] not in ("has", "have"):
        return None
    rest = _shape(line, verb + 1, len(line))
    if (rest == "" and line.texts[verb] in RISING | FALLING) or _ONLY_BY.fullmatch(rest) is None:
        return None
    return _Change(found[0], verb, 0, is_done=False, is_suffered=found[1])


def helped(line: Line, verb: int) -> tuple[int, bool] | None:
    """Where what helps a verb of change begins, and whether it is done to something; None if nothing has changed yet."""
    texts, text = line.texts, line.texts[verb]
    start = verb
    while start > 1 and texts[start - 1] in _BEFORE | (_NEAR if text in FACTORS else frozenset()):
        start -= 1
    helper = texts[start - 1]
    is_suffered, helps = False, start
    if helper in ("has", "have", "'ve"):
        helps = start - 1
    elif helper == "been" and texts[start - 2] in ("has", "have") and start > 2:
        helps, is_suffered = start - 2, True
    elif helper in ("was", "were", "got") and text in DONE:
        helps, is_suffered = start - 1, True
    elif helper in ("is", "are") and text in _IS_AT:
        helps = start - 1
    elif helper in english.BE | english.DO | english.HAVE | english.ARTICLES | _OWN | {"of", "'s", "a"}:
        return None
    if helps < 1 or not _HELD.isdisjoint(texts[max(0, helps - 1) : start]) or (text in _IS_AT and helps == start):
        return None
    if is_suffered and text not in DONE:
        return None
    is_finite = helps == start or is_suffered or text in _IS_AT or _is_participle(text)
    return (helps, is_suffered) if is_finite else None


def _change(line: Line, verb: int) -> _Change | None:
    """The change that the verb there says, if it says that it is over and where it came to."""
    text, found = line.texts[verb], helped(line, verb)
    to = _to(line, verb, text) if found is not None else None
    if found is None or to is None or (text in _IS_AT and to == verb + 1):
        return None
    start, is_suffered = found
    is_done = not is_suffered and text in DONE and (text not in GOES or not _is_short(line, verb, to))
    return _Change(start, verb, to + 1, is_done, is_suffered)


def _is_participle(text: str) -> bool:
    return is_past_participle(text) or text in FACTORS | {"come", "gone", "put", "cut", "swollen"}


def _to(line: Line, verb: int, text: str) -> int | None:
    """The `to` before the figure it came to, if what stands between says only how, by how much and from where.

    Of what is done to something, that may stand there first.
    """
    for to in range(verb + 1, min(len(line) - 1, verb + 1 + _MOST_BETWEEN)):
        if line.texts[to] == "to" and line.figures[to + 1] is not None:
            if text in DONE and text not in GOES:
                return to
            return to if text in DONE or _is_short(line, verb, to) else None
        if line.is_cut(to):
            return None
    return None


def _is_short(line: Line, verb: int, to: int) -> bool:
    return _BETWEEN.fullmatch(_shape(line, verb + 1, to)) is not None


def _shape(line: Line, start: int, end: int) -> str:
    """The words there, each figure as `#`; of one that goes on behind the stretch only what is in it."""
    found, at = list[str](), start
    while at < end:
        figure = line.figures[at]
        if figure is not None and line.texts[at] != "from":
            found.append("#")
            at = figure.end if figure.end <= end else end
        else:
            found.append(line.texts[at])
            at += 1
    return "".join(f"{one} " for one in found)


def _put(line: Line, found: _Change) -> Iterator[list[Token]]:
    figure = line.figures[found.figure]
    if figure is None:
        return
    behind = _behind(line, figure.end)
    if behind is None:
        return
    like = line.tokens[found.verb]
    several = line.texts[found.start] in ("have", "were", "are", "'ve")
    now = [*said_for(("are" if several else "is",), like), *line.tokens[found.figure : behind]]
    if found.is_done:
        yield from _done(line, found, now)
        return
    what = line.tokens[: found.start]
    for trend in _trends(line, found):
        yield [*what, *said_for((*trend.split(), "and"), like), *what, *now]
    yield [*what, *now]


def _behind(line: Line, end: int) -> int | None:
    """Where what is told ends, without what stands last of since when or from where; None if it is of another time."""
    for at in range(end, min(len(line), end + _MOST_UNIT) + 1):
        if at < len(line) and _BEHIND.fullmatch(_shape(line, at, len(line))) is not None:
            return at
        if at < len(line) and line.is_cut(at):
            break
    is_then = any(
        text in _THEN or (len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")) for text in line.texts[end:]
    )
    return None if is_then else len(line)


def _trends(line: Line, found: _Change) -> tuple[str, ...]:
    """Which way it went, in the words that phrases may have for it; none where that is not sure, or somebody may only say so."""
    text = line.texts[found.verb]
    goes = line.texts[found.verb + 1 : found.verb + 2] if text in GOES - RISING - FALLING else [text]
    is_up = text in RISING or goes == ["up"]
    is_down = text in FALLING or goes == ["down"]
    if is_up == is_down or any(mark.effect is not Effect.NONE for mark in line.marks[0]):
        return ()
    have = "have" if line.texts[found.start] in ("have", "were", "are") else "has"
    return (f"{have} risen", f"{have} gone up") if is_up else (f"{have} fallen", f"{have} gone down")


def _done(line: Line, found: _Change, now: list[Token]) -> Iterator[list[Token]]:
    """`A has cut its debt to 5`: A's debt is 5; `A has cut the speed on B to 60`: the speed on B is 60."""
    texts, begins = line.texts, found.verb + 1
    to = found.figure - 1
    particle = next((at for at in range(begins, to) if texts[at] in ("up", "down", "back")), None)
    if texts[found.verb] in PARTICLED and particle is None:
        return
    ends = next((at for at in range(begins, to) if _BETWEEN.fullmatch(_shape(line, at, to)) is not None), to)
    begins += texts[begins] in ("up", "down", "back")
    thing = line.tokens[begins:ends]
    if not thing or any(line.figures[begins:ends]) or any(line.is_cut(at) for at in range(begins, ends)):
        return
    like, who = line.tokens[found.verb], line.tokens[: found.start]
    is_named = any(m.end == found.start for several in line.mentions[: found.start] for m in several)
    if is_named and texts[begins] in _OWN and len(thing) > 1:
        yield [*who, *said_for(("'s",), like), *thing[1:], *now]
    elif is_named and not any(line.mentions[begins:ends]):
        noun = thing[1:] if texts[begins] == "the" else thing
        yield [*who, *said_for(("'s",), like), *noun, *now]
    elif any(line.mentions[begins:ends]):
        yield [*thing, *now]
