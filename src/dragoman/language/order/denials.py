"""Denials in the words of a plain one, before a phrase takes half of them: what denies once, and what denies nothing at all.

    there is no outbreak, not at A · no outbreak, neither at A nor at B  ->  there is no outbreak at A · at A and at B
    there ain't no rats · A don't serve no oysters · never had no strike ->  there are not any rats · A do not serve any oysters
    A has never been so isolated (as now) · has not been so since 1920   ->  A is isolated
    A does not supply just B · does not just supply B, but C too         ->  A does supply B · B and C too
    the five back it, only A does not                                    ->  the five back it, but A does not
    A sent troops, not B alone                                           ->  A sent troops

They are put so before the sentence is read at all: a phrase with a `no` of its own would be denied by the second one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_of_past, inflected

_NOT = frozenset({"not", "never"})
_STRENGTHENING = frozenset({"not", "never", "neither", "nor", "no"})
_BESIDE_TAIL = frozenset(
    english.lines(
        "anyway | anyhow | either | certainly | surely | definitely | clearly | really | absolutely | even | ever | least | at | and | or | all"
    )
)
_NO_NOUN = frozenset(
    english.lines(
        "longer | more | one | doubt | way | less | means | good | question | matter | problem | better | worse | other | further | fewer"
        "| small | mean | ordinary | mere | such | different | surprise | secret | wonder | accident | coincidence | exception | stranger | match"
    )
)
"""Behind a `no` that goes with a `not` and does not strengthen it: `is not no good`, `has no doubt`."""
_MOST_VERB = 3
_ONLY = frozenset({"just", "only", "merely"})
_HELPING = english.BE | english.DO | english.HAVE
_SO = frozenset({"so", "as", "this"})
_NOW = frozenset(english.lines("now | today | currently | nowadays | before | tonight"))
_NOW_LONG = (("these", "days"), ("at", "present"), ("right", "now"), ("it", "is", "now"), ("it", "is", "today"), ("they", "are", "now"), ("they", "are", "today"), ("at", "the", "moment"))  # fmt: skip
_THIS = frozenset(english.lines("year | month | week | summer | winter | spring | autumn | season"))
_BASES = {"better": "good", "worse": "bad", "further": "far", "farther": "far"}
_LEAST_BASE = 3


def plainly_denied(line: Line) -> Sequence[Token]:
    """The tokens of a line with its denials as plain ones; its own where none of them is otherwise."""
    if english.NEGATORS.isdisjoint(line.texts):
        return line.tokens
    for form in _FORMS:
        if (order := form(line)) is not None:
            return order
    return line.tokens


def _strengthened(line: Line) -> list[Token] | None:
    """`there is no outbreak, not at A`: the second `not` only strengthens the first; `neither at A nor at B`, the same."""
    texts = line.texts
    comma = next(
        (at for at in range(1, len(line) - 2) if texts[at] in (",", "-") and _strengthens(texts[at + 1 : at + 4])), 0
    )
    if not comma or sum(text in english.NEGATORS for text in texts[:comma]) != 1 or "but" in texts[:comma]:
        return None
    tail, places, at = list[Token](), set[str](), comma + 1
    preposition, is_named = "", False
    end = next((one for one in range(comma + 2, len(line)) if texts[one] in _SET_AGAINST), len(line))
    end -= end < len(line) and texts[end - 1] == ","
    while at < end:
        text = texts[at]
        several = [m for m in line.mentions[at] if m.kind != PRONOUN and not m.excluded]
        named = next((m for m in several if english.NEGATORS.isdisjoint(texts[at : m.end])), None)
        if named is not None and preposition:
            if is_named and tail[-1].text not in {"and", preposition} | english.ARTICLES:
                tail += said_for(("and",), line.tokens[at])
            tail += line.tokens[at : named.end]
            places.add(preposition)
            is_named, at = True, named.end
            continue
        if text in PREPOSITIONS and _names_behind(line, at + 1):
            if is_named:
                tail += said_for(("and",), line.tokens[at])
            preposition = text
            tail.append(line.tokens[at])
        elif text in english.ARTICLES and preposition:
            if is_named and tail[-1].text not in {"and", preposition} | english.ARTICLES:
                tail += said_for(("and",), line.tokens[at])
            tail.append(line.tokens[at])
        elif text not in _STRENGTHENING | _BESIDE_TAIL and text not in (",", "-"):
            return None
        at += 1
    if not is_named or any(_preposition(line, at) in places for at in range(1, comma) if line.mentions[at]):
        return None  # `not in A, not in B` denies it of both
    head = [token for token in line.tokens[:comma] if token.text not in ("anywhere", "at all")]
    return [*head, *tail, *line.tokens[end:]]


def _strengthens(behind: list[str]) -> bool:
    """Whether a comma is followed by a second denial: `, not`, `, certainly not`, `, at least not`."""
    first = next((text for text in behind if text not in _SURELY), "")
    return first in _STRENGTHENING


_SURELY = frozenset(english.lines("certainly | surely | definitely | clearly | at | least | and | really | absolutely"))
_SET_AGAINST = frozenset({"but", "though", "although", "while", "whereas", "yet"})


def _preposition(line: Line, at: int) -> str:
    """What stands before a name and its article."""
    return line.texts[at - 1 - (at > 1 and line.texts[at - 1] in english.ARTICLES)]


def _names_behind(line: Line, at: int) -> bool:
    at += line.texts[at : at + 1] != [] and line.texts[at] in english.ARTICLES
    return at < len(line) and bool(line.mentions[at])


def _once(line: Line) -> list[Token] | None:
    """`ain't no`, `don't serve no`, `never had no`: one denial, said twice as many say it."""
    texts = line.texts
    for at, text in enumerate(texts):
        if text not in _NOT or not at:
            continue
        none = next((one for one in range(at + 1, min(at + 2 + _MOST_VERB, len(line) - 1)) if texts[one] == "no"), 0)
        if not none or texts[none + 1] in _NO_NOUN or not line.tokens[none + 1].is_word:
            continue
        between = range(at + 1, none)
        if any(line.is_cut(one) or line.mentions[one] or texts[one] in ("that", "to") for one in between):
            continue
        is_short = "'" in line.text[line.tokens[at].start : line.tokens[at].end] or "aint" in line.text.lower()
        if is_short or (text == "never" and texts[none - 1] in ("had", "have", "has")):
            end = len(line) - 2 if texts[-2:] == ["no", "more"] else len(line)
            rest = [
                *line.tokens[none + 1 : end],
                *(said_for(("any", "more"), line.tokens[-1]) if end < len(line) else []),
            ]
            return [*line.tokens[:none], *said_for(("any",), line.tokens[none]), *rest]
    return None


def _nothing_does_not(line: Line) -> list[Token] | None:
    """`nothing don't flow through it`: nothing flows; what nothing doesn't do, all do."""
    texts = line.texts
    if texts[1:3] != ["do", "not"] or texts[0] not in ("nothing", "nobody") or len(line) <= _MOST_VERB:
        return None
    does = inflected(texts[3], Form.THIRD) if line.tokens[3].is_word and not line.mentions[3] else ""
    return [line.tokens[0], *said_for((does,), line.tokens[3]), *line.tokens[4:]] if does else None


def _no_more(line: Line) -> list[Token] | None:
    """`don't serve it no more`: not any more."""
    texts = line.texts
    denied = [at for at in range(1, len(line) - 2) if texts[at] in _NOT and texts[at - 1] in _HELPING]
    if texts[-2:] != ["no", "more"] or len(denied) != 1 or "no" in texts[:-2]:
        return None
    if any(line.is_cut(at) for at in range(denied[0] + 1, len(line))):
        return None
    return [*line.tokens[:-2], *said_for(("any", "more"), line.tokens[-1])]


def _never_so(line: Line) -> list[Token] | None:
    """`has never been so isolated as now`, `has not been this close since 1950`, `have never been closer`: it is, now."""
    texts = line.texts
    for at in range(1, len(line) - 2):
        if texts[at] not in ("has", "have") or texts[at + 1] not in _NOT:
            continue
        helper = said_for(("is" if texts[at] == "has" else "are",), line.tokens[at])
        end = next((one for one in range(at + 4, len(line)) if line.is_cut(one) and texts[one] != "as"), len(line))
        last = _without_now(line, at + 3, end)
        is_since = texts[last : last + 1] == ["since"]
        if is_since and last == end:
            end = next((one for one in range(end + 1, len(line)) if line.is_cut(one)), len(line))
        if texts[at + 1] == "not" and not is_since:
            continue
        if texts[at + 2] != "been":
            order = _never_done_so(line, at, last, end)
            if order is not None:
                return order
            continue
        how = at + 3
        if how < last and texts[how] in _SO and line.tokens[how + 1].is_word and not line.mentions[how + 1]:
            if "as" in texts[how + 1 : last]:
                continue  # `has never been as strong as A`
            return [*line.tokens[:at], *helper, *line.tokens[how + 1 : last], *line.tokens[end:]]
        base = _base(line, texts[how]) if how < last else ""
        if base:
            more = how + (texts[how] == "more")
            rest = line.tokens[more + 1 : last] if base != "more" else line.tokens[more:last]
            word = said_for((base,), line.tokens[how]) if base != "more" else []
            return [*line.tokens[:at], *helper, *word, *rest, *line.tokens[end:]]
    return None


def _never_done_so(line: Line, at: int, last: int, end: int) -> list[Token] | None:
    """`have never distrusted A as much as now`, `so much`: they distrust A."""
    texts, verb = line.texts, line.texts[at + 2]
    base = first_of_past(verb, line.grammar.surface) if is_past_participle(verb) else ""
    much = next(
        (
            one
            for one in range(at + 3, last)
            if texts[one : one + 2] in (["as", "much"], ["so", "much"], ["this", "much"])
        ),
        0,
    )
    if not base or not much or much + 2 != last:
        return None
    does = said_for(("does" if texts[at] == "has" else "do", base), line.tokens[at + 2])
    return [*line.tokens[:at], *does, *line.tokens[at + 3 : much], *line.tokens[end:]]


def _without_now(line: Line, start: int, end: int) -> int:
    """Where a clause ends without the `as now`, `than today`, `since 1950` at its end."""
    texts = line.texts
    for at in range(start + 1, end):
        rest = tuple(texts[at + 1 : end])
        is_now = (
            rest in _NOW_LONG
            or (len(rest) == 1 and rest[0] in _NOW)
            or (rest[:1] == ("this",) and {*rest[1:]} <= _THIS)
        )
        if (texts[at] in ("as", "than") and is_now) or (texts[at] == "since" and rest and len(rest) < _MOST_SINCE):
            return at
    return end - 1 if texts[end - 1] in _NOW else end


_MOST_SINCE = 7


def _base(line: Line, text: str) -> str:
    """The plain word of a comparative that a phrase has: `close` of `closer`; `more` for one of two words."""
    if text == "more":
        return "more"
    if text in _BASES:
        return _BASES[text]
    if not text.endswith("er"):
        return ""
    for base in (text[:-1], text[:-2], text[:-3] if text[-3:-2] == text[-4:-3] else "", f"{text[:-3]}y"):
        if len(base) >= _LEAST_BASE and base in line.grammar.surface:
            return base
    return ""


def _not_just(line: Line) -> list[Token] | None:
    """`does not supply just B`, `is not banned from just B`: it does, and more than that."""
    texts = line.texts
    for at in range(1, len(line) - 2):
        if texts[at] != "not" or texts[at - 1] not in _HELPING:
            continue
        if texts[at + 1] in _ONLY:
            return _and_more(line, at)
        only = next((one for one in range(at + 2, len(line) - 1) if texts[one] in _ONLY), 0)
        if not only or any(line.is_cut(one) or line.mentions[one] or texts[one] == "to" for one in range(at + 1, only)):
            continue
        who = only + 1 + (texts[only + 1] in PREPOSITIONS)
        who += texts[who : who + 1] != [] and texts[who] in english.ARTICLES
        if who >= len(line) or not (line.mentions[who] or line.spoken[who]) or line.figures[who] is not None:
            continue
        if not english.NEGATORS.isdisjoint((*texts[:at], *texts[at + 1 :])):
            continue
        return [*line.tokens[:at], *line.tokens[at + 1 : only], *line.tokens[only + 1 :]]
    return None


def _and_more(line: Line, at: int) -> list[Token] | None:
    """`does not just serve A, but B too`: serves A and B."""
    texts = line.texts
    but = next((one for one in range(at + 2, len(line) - 1) if texts[one] == "but"), 0)
    is_more = but > 0 and (texts[but + 1] == "also" or texts[-1] == "too" or texts[-2:] == ["as", "well"])
    if not is_more or texts.count("not") > 1:
        return None
    head = line.tokens[at + 2 : but - (texts[but - 1] == ",")]
    rest = line.tokens[but + 1 + (texts[but + 1] == "also") :]
    return [*line.tokens[:at], *head, *said_for(("and",), line.tokens[but]), *rest]


def _only_one_does_not(line: Line) -> list[Token] | None:
    """`..., only A does not`: but A does not."""
    texts = line.texts
    for at in range(2, len(line) - 3):
        if texts[at] != "," or texts[at + 1] not in _ONLY:
            continue
        who = at + 2 + (texts[at + 2] in english.ARTICLES)
        named = next((m for m in line.mentions[who] if m.kind != PRONOUN), None) if who < len(line) else None
        if named is None or len(line) - named.end != 2 or texts[-1] != "not" or texts[-2] not in _HELPING:
            continue
        return [*line.tokens[: at + 1], *said_for(("but",), line.tokens[at + 1]), *line.tokens[at + 2 :]]
    return None


def _not_one_alone(line: Line) -> list[Token] | None:
    """`A did it, not B alone`: of B alone it is not so, and no more is said of him."""
    texts = line.texts
    comma = next((at for at in range(2, len(line) - 2) if texts[at : at + 2] == [",", "not"]), 0)
    if not comma or texts[-1] != "alone" or any(line.is_cut(at) for at in range(comma + 1, len(line))):
        return None
    who = comma + 2 + (texts[comma + 2] in english.ARTICLES)
    is_name = any(m.end == len(line) - 1 for m in line.mentions[who])
    return list(line.tokens[:comma]) if is_name else None


def _nobody_there(line: Line) -> list[Token] | None:
    """`no one in X guards it`, where a phrase has `nobody in X`."""
    texts = line.texts
    at = next(
        (at for at in range(len(line) - 4) if texts[at : at + 2] == ["no", "one"] and (not at or line.is_cut(at - 1))),
        -1,
    )
    if at < 0 or texts[at + 2] not in ("in", "at", "on") or "nobody" not in line.grammar.surface:
        return None
    return [*line.tokens[:at], *said_for(("nobody",), line.tokens[at]), *line.tokens[at + 2 :]]


_FORMS: tuple[Callable[[Line], list[Token] | None], ...] = (
    _strengthened,
    _once,
    _nothing_does_not,
    _no_more,
    _never_so,
    _not_just,
    _only_one_does_not,
    _not_one_alone,
    _nobody_there,
)
