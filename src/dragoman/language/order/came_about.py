"""Verbs that say of another that it was done in the end, or was not, as that other verb alone.

    A managed to buy it, finally got round to buying it  ->  A bought it
    A went ahead and bought it                           ->  A bought it
    A ended up buying it, turned out to buy it           ->  A buys it
    A failed to buy it, has yet to buy it                ->  A did not buy it, has not bought it
    A stopped short of buying it, refused to buy it      ->  A did not buy it
    A never got as far as buying it                      ->  A never bought it
    A has proved unable to buy it                        ->  A can not buy it

After Karttunen, Implicative Verbs (Language 47, 1971). What is tried, promised, agreed, decided, wanted or able stands in no
row; what says so itself where it is not denied (`refused`) says nothing where it is. All that stands around such a verb stays
where it is, and so does what doubts, dates or supposes it. Only a sentence that no phrase takes as it stands is looked at so.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from dragoman.language.clauses.cutter import Cut
from dragoman.language.line.line import Line
from dragoman.language.turns.implied import HIS_TO_DECIDE
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, first_of_past, inflected


class _Says(Enum):
    """What such a verb says of the one behind it."""

    DONE = auto()
    SO_NOW = auto()
    """How it is in the end: `ended up owing`, `turns out to owe`."""
    NOT_NOW = auto()
    """`turned out not to owe`: who is denied that is not told of."""
    NOT_DONE = auto()
    NOT_HIS = auto()
    """That it was not done, of what is for somebody to do or not; of who refused it once, it is open what he did later."""
    DONE_IF_NOT_DENIED = auto()
    """`went ahead and did it`: who did not go ahead may have done it later."""


class _Row(NamedTuple):
    words: tuple[str, ...]
    """What stands between the two verbs."""
    is_doing: bool
    """Whether the other verb has its `ing` there."""
    says: _Says


class _Found(NamedTuple):
    """Such a verb, where it stands."""

    start: int
    """Where what helps it begins, if that goes with it."""
    at: int
    verb: int
    """The other verb."""
    form: Form
    helps: str
    """`has`, `did`, or nothing."""
    row: _Row
    is_denied: bool


_TABLE = {
    "manage": ("to: DONE",),
    "end": ("up having to: SO_NOW", "up ing: SO_NOW"),
    "take": ("to ing: SO_NOW",),
    "wind": ("up ing: SO_NOW",),
    "finish": ("up ing: SO_NOW",),
    "turn": ("out to: SO_NOW", "out not to: NOT_NOW"),
    "prove": ("to: SO_NOW", "not to: NOT_NOW"),
    "happen": ("to: SO_NOW", "not to: NOT_NOW"),
    "succeed": ("in ing: DONE",),
    "get": ("round to ing: DONE", "around to ing: DONE", "as far as ing: DONE"),
    "go": ("ahead and: DONE_IF_NOT_DENIED", "ahead ,: DONE_IF_NOT_DENIED", "so far as to: DONE", "as far as to: DONE", "as far as ing: DONE", "on to: DONE_IF_NOT_DENIED"),
    "proceed": ("to: DONE_IF_NOT_DENIED",),
    "bother": ("to: DONE",),
    "deign": ("to: DONE",),
    "fail": ("to: NOT_DONE",),
    "neglect": ("to: NOT_DONE",),
    "omit": ("to: NOT_DONE",),
    "forget": ("to: NOT_DONE",),
    "refuse": ("to: NOT_HIS",),
    "decline": ("to: NOT_HIS",),
    "stop": ("short of ing: NOT_DONE",),
    "refrain": ("from ing: NOT_DONE",),
    "abstain": ("from ing: NOT_DONE",),
    "desist": ("from ing: NOT_DONE",),
    "shrink": ("from ing: NOT_DONE",),
}  # fmt: skip


def _row(text: str) -> _Row:
    words, _, says = text.partition(": ")
    several = tuple(words.split())
    is_doing = several[-1] == "ing"
    return _Row(several[:-1] if is_doing else several, is_doing, _Says[says])


_ROWS = {verb: tuple(map(_row, rows)) for verb, rows in _TABLE.items()}
_FORMS = {
    inflected(verb, form): (verb, form)
    for verb in _ROWS
    for form in (Form.DONE, Form.PAST, Form.THIRD, Form.BASE)
    if inflected(verb, form)
}
_HELPERS = {"has": "has", "have": "has", "had": "had", "did": "did", "does": "does", "do": "does"}
_STOPPING = english.HAVE | english.DO | english.BE | english.ARTICLES | {"'s"}
"""What is no adverb, though a phrase may pass it over."""
_HOW_REFUSED = frozenset(
    english.lines(
        "flatly | bluntly | categorically | conspicuously | singularly | outright | firmly | stubbornly | steadfastly | persistently | obstinately"
        "| resolutely | openly | publicly | politely | narrowly | consistently | repeatedly | always | simply | just | long | officially"
    )
)
"""How somebody refused or failed, which is not how he did not do it."""
_NOT = frozenset({"not", "never"})
_AT_FIRST = frozenset(
    english.lines("initially | originally | first | until | till | later | before | eventually | formerly | previously | earlier | unless")
)  # fmt: skip
"""Who failed to do it at first may have done it since."""
_ONLY = frozenset(english.lines("only | merely | partly | largely | mostly | often | sometimes | almost | nearly | usually | regularly | rarely"))  # fmt: skip
_WHOLLY = frozenset(
    english.lines(
        "fully | completely | entirely | wholly | altogether | totally | adequately | properly | sufficiently | convincingly | thoroughly"
    )
)
"""Who fails to do it fully may well do it."""
_JOINTS = frozenset({"and", "or", "nor", "but"})
_UNABLE = (("proved", "unable"), ("turned", "out", "unable"), ("turned", "out", "to", "be", "unable"), ("proved", "to", "be", "unable"), ("found", "itself", "unable"), ("found", "themselves", "unable"))  # fmt: skip
_BROUGHT = {"cannot": "does", "can": "does", "could": "did", "did": "did", "does": "does", "do": "do"}
_ITSELF = frozenset({"itself", "themselves", "himself", "herself"})
_CUES = frozenset(_FORMS) | {"yet", "unable", "bring"}


def came_about(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence that has such a verb, with the other verb alone."""
    if (
        _CUES.isdisjoint(line.texts) or "unlike" in line.texts
    ):  # unlike one who has yet to do it another may do as he likes
        return
    for at in range(1, len(line) - 1):
        yield from _yet(line, at)
        yield from _unable(line, at)
        found = _found(line, at) if line.texts[at] in _FORMS else None
        if found is not None:
            yield from _alone(line, found)


def is_passed_over(line: Line, cut: Cut) -> bool:
    """Whether a clause was taken without such a verb: `failed to` as what somebody wanted, `ended up` as what goes on."""
    if _CUES.isdisjoint(line.texts):
        return False
    marks = (mark for piece in cut.pieces for _, mark in piece.hit.marks if mark.effect is Effect.WANTED)
    is_ended = any((stem(one), two) in _ENDING for one, two in pairwise(line.texts))
    return is_ended or any(mark.says == "failed to" for mark in marks)


_ENDING = frozenset(
    {*((stem(verb), "up") for verb in ("end", "wind", "finish", "wound")), (stem("turn"), "out"), (stem("prove"), "to")}
)


def _yet(line: Line, at: int) -> Iterator[list[Token]]:
    """`has yet to buy`: has not bought."""
    if line.texts[at] not in ("has", "have") or _is_open(line, at) or not _WHOLLY.isdisjoint(line.texts):
        return
    yet = next((one for one in range(at + 1, len(line) - 2) if not line.free(one) or line.texts[one] == "yet"), at)
    if line.texts[yet : yet + 2] == ["yet", "to"] and _is_verb(line, yet + 2, doing=False):
        words = _not_done(line, yet + 2, line.texts[at], line.texts[yet + 2])
        yield [*line.tokens[:at], *said_for(words, line.tokens[yet]), *line.tokens[yet + 3 :]]


def _unable(line: Line, at: int) -> Iterator[list[Token]]:
    """`has proved unable to buy`, `could not bring itself to buy`: can not buy, did not buy."""
    texts = line.texts
    for words in _UNABLE:
        verb = at + len(words) + 1
        start = at - (texts[at - 1] in ("has", "have"))
        is_said = tuple(texts[at : at + len(words)]) == words and texts[verb - 1 : verb] == ["to"]
        if is_said and _is_verb(line, verb, doing=False) and not _is_open(line, start):
            yield [*line.tokens[:start], *said_for(("can", "not"), line.tokens[at]), *line.tokens[verb:]]
    if texts[at] != "bring" or not _ITSELF.intersection(texts[at + 1 : at + 2]) or texts[at + 2 : at + 3] != ["to"]:
        return
    start = at - 1 if texts[at - 1] == "cannot" else at - 2
    helps = _BROUGHT.get(texts[start]) if start > 0 else None
    is_denied = texts[start] == "cannot" or texts[at - 1] in _NOT
    if helps and is_denied and _is_verb(line, at + 3, doing=False) and not _is_open(line, start):
        yield [*line.tokens[:start], *said_for((helps, "not"), line.tokens[at]), *line.tokens[at + 3 :]]


def _found(line: Line, at: int) -> _Found | None:
    """Such a verb, if it stands there with another verb behind it."""
    texts = line.texts
    verb, form = _FORMS[texts[at]]
    row = next((row for row in _ROWS[verb] if tuple(texts[at + 1 : at + 1 + len(row.words)]) == row.words), None)
    other = at + 1 + len(row.words) if row is not None else len(line)
    while other < len(line) - 1 and (texts[other].endswith("ly") or texts[other] == "even"):
        other += 1
    if row is None or texts[at - 1] == "to" or not _is_verb(line, other, doing=row.is_doing):
        return None
    start, is_denied = at, False
    while start > 1 and (texts[start - 1] in _NOT or _is_beside(line, start - 1)):
        start -= 1
        is_denied |= texts[start] in _NOT
    helps = _HELPERS.get(texts[start - 1], "") if start > 1 else ""
    if helps:
        form = Form.DONE if helps in ("has", "had") else Form.BASE
    elif form is Form.DONE:
        form = Form.PAST
    return _Found(start - bool(helps), at, other, form, helps, row, is_denied)


def _is_beside(line: Line, at: int) -> bool:
    """Whether an adverb stands there that says no less."""
    if line.texts[at] in _STOPPING or line.mentions[at]:
        return False
    is_last = any(at in range(first, mark.end) and mark.effect is Effect.NONE for first in range(max(0, at - 3), at + 1) for mark in line.marks[first])  # fmt: skip
    return is_last or line.texts[at] in _HOW_REFUSED


def _alone(line: Line, found: _Found) -> Iterator[list[Token]]:
    """The other verb alone, or its denial."""
    texts, says, verb = line.texts, found.row.says, line.texts[found.verb]
    is_over = verb == "have" and is_past_participle("".join(line.texts[found.verb + 1 : found.verb + 2]))
    if is_over or (found.is_denied and says not in (_Says.DONE, _Says.SO_NOW)):
        return  # who turned out to have had one need not have it
    if found.row.words[-1] in ("and", ","):
        base = first_of_past(verb, line.grammar.surface) if found.form is Form.PAST else ""
        if found.helps or found.form is Form.THIRD or base:
            words = said_for(("did", base), line.tokens[found.verb]) if base else [line.tokens[found.verb]]
            yield [*line.tokens[: found.at], *words, *line.tokens[found.verb + 1 :]]
        return
    base = first_form(verb, Form.DOING) if found.row.is_doing else verb
    if says in (_Says.NOT_DONE, _Says.NOT_HIS):
        yield from _undone(line, found, base)
    elif not _ONLY.isdisjoint(texts[found.at - 1 : found.at]):
        return
    elif says is _Says.NOT_NOW:
        does = "do" if texts[found.start] == "have" else "does"
        words = said_for(_not_done(line, found.verb, does, base), line.tokens[found.verb])
        if not _is_open(line, found.start):
            yield [*line.tokens[: found.start], *words, *line.tokens[found.verb + 1 :]]
    elif says is _Says.SO_NOW and not found.is_denied and not _is_open(line, found.start, denying=False):
        is_plural = texts[found.start] == "have" or (not found.helps and found.form is Form.BASE)
        so = _now(base, is_plural=is_plural)
        yield [*line.tokens[: found.start], *_beside(line, found), *said_for((so,), line.tokens[found.verb]), *line.tokens[found.verb + 1 :]]  # fmt: skip
    else:
        done = inflected(base, found.form) or (base if found.form is Form.DONE else "")
        is_did = found.form is Form.PAST and not found.is_denied
        words = said_for(("did", base) if is_did or not done else (done,), line.tokens[found.verb])
        yield [*line.tokens[: found.at], *words, *line.tokens[found.verb + 1 :]]


def _undone(line: Line, found: _Found, base: str) -> Iterator[list[Token]]:
    """What was not done, if nobody may have done it later."""
    is_then = found.form is not Form.DONE and not _AT_FIRST.isdisjoint(line.texts)
    is_his = found.row.says is _Says.NOT_DONE or (found.helps == "has" and stem(base) in HIS_TO_DECIDE)
    is_part = base in _ROWS or _by_what_means(line, found.verb) or not _WHOLLY.isdisjoint(line.texts)
    if is_then or is_part or not is_his or found.helps == "had" or _is_open(line, found.start):
        return
    helps = line.texts[found.start] if found.helps else {Form.THIRD: "does", Form.BASE: "do"}.get(found.form, "did")
    words = said_for(_not_done(line, found.verb, helps, base), line.tokens[found.verb])
    yield [*line.tokens[: found.start], *_beside(line, found), *words, *line.tokens[found.verb + 1 :]]


def _by_what_means(line: Line, at: int) -> bool:
    """Whether it says how somebody tried: who failed to settle it in talks did talk."""
    return any(line.texts[one] in _BY_MEANS and not line.mentions[one + 1] and line.figures[one + 1] is None and line.texts[one + 1] not in english.ARTICLES for one in range(at + 1, len(line) - 1))  # fmt: skip


_BY_MEANS = frozenset({"in", "through", "by", "via", "with", "behind", "at", "over"})


def _beside(line: Line, found: _Found) -> list[Token]:
    """The adverbs between what helps such a verb and the verb, but for those that say how somebody refused."""
    between = line.tokens[found.start + bool(found.helps) : found.at]
    return [token for token in between if token.text not in _HOW_REFUSED]


def _now(base: str, *, is_plural: bool) -> str:
    if base == "be":
        return "are" if is_plural else "is"
    return base if is_plural else inflected(base, Form.THIRD)


def _not_done(line: Line, at: int, helps: str, base: str) -> tuple[str, ...]:
    """What says that it is not, was not or has not been done; of two that are joined, so that it is said of both."""
    if base == "be":
        return _NOT_BEEN.get(helps, ("was", "not"))
    if helps not in ("has", "have"):
        return helps, "not", base
    is_one = _JOINTS.isdisjoint(line.texts[at:])
    return (helps, "not", inflected(base, Form.DONE) or base) if is_one else ("did", "not", base)


_NOT_BEEN = {
    "has": ("has", "not", "been"),
    "have": ("have", "not", "been"),
    "do": ("are", "not"),
    "does": ("is", "not"),
}


def _is_verb(line: Line, at: int, *, doing: bool) -> bool:
    """Whether a verb may stand there, with its `ing` or without."""
    if at >= len(line) or not line.tokens[at].is_word or line.mentions[at] or line.figures[at] is not None:
        return False
    text = line.texts[at]
    if doing:
        return text.endswith("ing") and len(text) > _SHORTEST
    return text in ("be", "have", "do") or text not in english.CARRY_NOTHING


_SHORTEST = 4


def _is_open(line: Line, start: int, *, denying: bool = True) -> bool:
    """Whether what stands before leaves it open, is another verb's, or would be denied twice."""
    before = line.texts[start - 1]
    if before in _OPEN or before in english.MODALS:
        return True
    cuts = (at + 1 for at in range(start - 1, -1, -1) if line.is_cut(at) and line.texts[at] not in english.RELATIVE)
    return denying and not _DENYING.isdisjoint(line.texts[next(cuts, 0) : start])


_OPEN = english.BE | english.DO | _ONLY | {"to", "will", "'ll", "'d", "of", "not", "never"}
_DENYING = english.NEGATORS | english.FAINT_NEGATORS | {"less"}
