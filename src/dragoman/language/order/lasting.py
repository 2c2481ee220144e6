"""What went on until now, has begun again or is over, in the present of a plain sentence.

    A has been open ever since the storm, and remains so       ->  A is open
    A has sold it to B for years and goes on doing so          ->  A sells it to B
    A began selling it in 2015 and still does                  ->  A sells it
    A has resumed selling it, has gone back to selling it      ->  A sells it
    A used to sell it but no longer does                       ->  A no longer sells it
    A stopped selling it in May and has not resumed            ->  A no longer sells it
    A stopped selling it in May but went back to it in June    ->  A sells it

Whose sentence ends with how it is now has said it, whatever was before: that is looked at before any phrase can take the
rest for all (:func:`settled`). Of one that only says since when, from when on again, or when it was over, an order counts as
those of :mod:`dragoman.language.order.rearranged` do, if nothing of the sentence is left over (:func:`lasting`).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from dragoman.language.line.line import Line
from dragoman.language.order.lasting_tails import TAILS, Now
from dragoman.language.order.when import DENYING, SCOPES, before_time, when
from dragoman.language.turns.renamed import is_for_a_while, said_for
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import UNCHANGED, is_past_participle
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, first_of_past, inflected


class _Kind(Enum):
    """What the verb of a clause says of when."""

    IS = auto()
    HAS_BEEN = auto()
    """`has sold`, `has been selling`, `has been open`."""
    WAS = auto()
    WAS_NOT = auto()
    USED = auto()
    BEGAN = auto()
    AGAIN = auto()
    """`has resumed selling`."""
    STOPPED = auto()


class _Main(NamedTuple):
    """A clause with one verb that says of when."""

    kind: _Kind
    start: int
    """Where what helps the verb begins."""
    end: int
    """Where it goes on behind the verb."""
    verb: str
    """Its first form; none of `is`."""
    are: bool
    """Whether it is said of several."""
    when: frozenset[int] = frozenset()
    """The tokens of the clause that only say when."""


_PRESENT = {
    Now.STILL: frozenset({_Kind.IS, _Kind.HAS_BEEN, _Kind.WAS, _Kind.USED, _Kind.BEGAN, _Kind.AGAIN}),
    Now.AGAIN: frozenset({_Kind.HAS_BEEN, _Kind.WAS, _Kind.WAS_NOT, _Kind.USED, _Kind.STOPPED}),
    Now.BACK: frozenset({_Kind.STOPPED, _Kind.USED}),
}
"""Behind which verbs such a tail says that it is so."""
_NO_MORE = {
    Now.NO_LONGER: frozenset({_Kind.HAS_BEEN, _Kind.WAS, _Kind.USED, _Kind.BEGAN, _Kind.AGAIN, _Kind.STOPPED}),
    Now.NOT_SINCE: frozenset({_Kind.STOPPED}),
}
"""Behind which it says that it is so no longer."""
_JOINTS = frozenset({",", ";", "-", "and", "but", "yet", "though", "although", "which"})
_STOPPING = frozenset({"stopped", "ceased", "quit", "discontinued"})
_BEGUN = frozenset({"began", "started", "begun"})
_AGAIN_DOING = Cues(
    """
    (has|have) [(since|now|already|finally|meanwhile)] (resumed|restarted)
    (has|have) [(since|now|already|finally|meanwhile)] (gone back|returned|reverted) to
    (has|have) [(since|now|already|finally|meanwhile)] gone on
    (is|are) [now] back to
    (has|have) [(since|now|already|finally|meanwhile)] (taken up|gone in for)
    """
)
_DENIED = frozenset({Effect.NEGATES, Effect.NO_LONGER, Effect.DENIED_BY})
_BEFORE_VERB = frozenset({"once", "also", "long", "always", "formerly", "initially", "originally", "regularly"})
_LEAST = 2


def settled(line: Line) -> list[Token] | None:
    """The tokens of a sentence that ends with how it is now, as it is now; None of any other."""
    if _CUES.isdisjoint(line.texts):
        return _over_or_had(line)
    for at in range(_LEAST, len(line) - 1):
        begins = at
        while begins < len(line) and line.texts[begins] in _JOINTS:
            begins += 1
        if begins == at or begins == len(line) or line.texts[at - 1] in _JOINTS:
            continue
        now = _now(line, begins)
        if now is None:
            continue
        main = _main(line, at)
        if main is None:
            return _used_to(line, at, now)
        if main.kind in _PRESENT.get(now, ()):
            return _put(line, main, at, is_so=True)
        if main.kind in _NO_MORE.get(now, ()) and SCOPES.isdisjoint(line.texts[:at]):
            return _put(line, main, at, is_so=False)
    return _over_or_had(line)


def _used_to(line: Line, end: int, now: Now) -> list[Token] | None:
    """`used to say that it does and still does`, whatever else stands in it: never what is over."""
    at = next((at for at in range(1, end - 2) if line.texts[at : at + 2] == ["used", "to"]), 0)
    if not at or now not in (Now.STILL, Now.AGAIN, Now.BACK):
        return None
    verb = line.texts[at + 2]
    does = "is" if verb == "be" else inflected(verb, Form.THIRD)
    return [*line.tokens[:at], *said_for((does,), line.tokens[at]), *line.tokens[at + 3 : end]]


def _over_or_had(line: Line) -> list[Token] | None:
    """`stopped selling it in May`, `has had one since May`, which would be taken for what was then."""
    main = None if _PAST_CUES.isdisjoint(line.texts) else _main(line, len(line))
    if main is None or not main.when:
        return None
    if main.kind is _Kind.STOPPED and SCOPES.isdisjoint(line.texts) and not is_for_a_while(line):
        return _put(line, main, len(line), is_so=False)
    is_had = main.kind is _Kind.HAS_BEEN and main.verb == "have" and _has_lasted(line, main)
    return _put(line, main, len(line), is_so=True) if is_had else None


def lasting(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence that says since when, from when on again, or when it was over, in each plainer order."""
    if _ORDER_CUES.isdisjoint(line.texts):
        return
    main = _main(line, len(line), over=False)
    if main is None:
        return
    is_of_when = main.kind is _Kind.HAS_BEEN or (main.kind is _Kind.IS and "after" in line.texts)
    is_stopped = main.kind is _Kind.STOPPED and SCOPES.isdisjoint(line.texts) and not is_for_a_while(line)
    if main.kind is _Kind.AGAIN or is_stopped or (is_of_when and _has_lasted(line, main)):
        yield _put(line, main, len(line), is_so=main.kind is not _Kind.STOPPED)


def _has_lasted(line: Line, main: _Main) -> bool:
    """Whether it is said since when or for how long, or that it is so again; and not when it was."""
    first = {line.texts[at] for at in main.when}
    is_then = any(mark.effect in (Effect.BYGONE, Effect.UNTIL) for several in line.marks for mark in several)
    return not is_then and not first.isdisjoint({"since", "for", "after"})


def _now(line: Line, start: int) -> Now | None:
    """What the last words of a sentence say of now, with a time behind them or without."""
    ends = {len(line), before_time(line, len(line))}
    for end in sorted(ends, reverse=True):
        words = spaced(line.texts[start:end])
        now = next((now for now, cues in TAILS.items() if end > start and cues.whole(words)), None)
        if now is not None:
            return now
    texts = line.texts[start:]
    is_repeated = (
        len(texts) > _LEAST and texts[-1] in ("remains", "remain", "stays", "stay") and texts[-2] in ("it", "they")
    )
    return Now.STILL if is_repeated and set(texts[:-2]) <= set(line.texts[:start]) else None


def _main(line: Line, end: int, *, over: bool = True) -> _Main | None:
    """The verb of the clause that ends there, if it has one that says of when and nothing is denied."""
    times = when(line, end, over=over)
    for at in range(1, end):
        if at in times or any(one < at < m.end for one in range(max(0, at - 6), at) for m in line.mentions[one]):
            continue
        found = _verb(line, at, end)
        if found is not None:
            several = {*range(found.start), *range(found.end, end)} - times
            is_denied = any(line.texts[one] in DENYING for one in several)
            is_denied = is_denied or any(
                mark.effect in _DENIED for one in several for mark in line.marks[one] if mark.end <= end
            )
            is_cut = any(
                line.is_cut(one) and line.texts[one] != "as" and not _is_named(line, one, times) for one in several
            )
            return None if is_denied or is_cut else found._replace(when=frozenset(times))
        if line.texts[at] in english.MODALS | {"will", "to", "had", "if", "whether"}:
            return None
    return None


def _is_named(line: Line, at: int, times: set[int]) -> bool:
    """Whether a token stands in a name, or is the comma behind a time."""
    is_front = line.texts[at] == "," and (at - 1 in times or at + 1 in times)
    return is_front or any(one < at < m.end for one in range(max(0, at - 6), at) for m in line.mentions[one])


def _verb(line: Line, at: int, end: int) -> _Main | None:
    """What verb begins there."""
    texts = line.texts
    text, behind = texts[at], [*texts[at + 1 : min(end, at + 4)], "", "", ""]
    again = _AGAIN_DOING.at_start(spaced(texts[at:end][:6]))
    if again is not None:
        doing = at + again.group().count(" ")
        verb = _doing(line, doing) if doing < end else ""
        return _Main(_Kind.AGAIN, at, doing + 1, verb, texts[at] in ("have", "are")) if verb else None
    if text == "used" and behind[0] == "to" and texts[at - 1] not in english.BE | english.HAVE | {"get", "got"}:
        return _Main(_Kind.USED, at, at + 3, "" if behind[1] == "be" else behind[1], False) if behind[1] else None
    if text in ("has", "have"):
        return _has(line, at, end, text == "have")
    if text in ("was", "were"):
        is_not = behind[0] == "not"
        return _Main(_Kind.WAS_NOT if is_not else _Kind.WAS, at, at + 1 + is_not, "", text == "were")
    if text in ("is", "are"):
        return _Main(_Kind.IS, at, at + 1, "", text == "are") if behind[0] != "not" else None
    if text == "did" and behind[0] == "not" and behind[1]:
        return _Main(_Kind.WAS_NOT, at, at + 3, behind[1], False)
    return _past(line, at, end)


def _has(line: Line, at: int, end: int, are: bool) -> _Main | None:
    """`has been selling`, `has been open`, `has sold`, `has stopped selling`."""
    verb = at + 1
    while verb < end and line.texts[verb] in english.FILLERS | {"since", "long", "meanwhile"}:
        verb += 1
    if verb + 1 >= end:
        return None
    text = line.texts[verb]
    if text == "been":
        doing = line.texts[verb + 1]
        base = _doing(line, verb + 1) if doing.endswith("ing") and not line.spoken[verb + 1] else ""
        return _Main(_Kind.HAS_BEEN, at, verb + 1 + bool(base), base, are)
    if (stopped := _stopped(line, at, verb, end, are)) is not None:
        return stopped
    base = first_of_past(text, line.grammar.surface) if is_past_participle(text) or text in UNCHANGED else ""
    is_done = base and text not in english.CEASING and text not in english.LASTING
    return _Main(_Kind.HAS_BEEN, at, verb + 1, base, are) if is_done else None


def _stopped(line: Line, start: int, at: int, end: int, are: bool) -> _Main | None:
    """`stopped selling`, `gave up selling`."""
    texts = line.texts
    size = (
        1 if texts[at] in _STOPPING else 2 if texts[at] in ("gave", "given") and texts[at + 1 : at + 2] == ["up"] else 0
    )
    verb = _doing(line, at + size) if size and at + size < end else ""
    return _Main(_Kind.STOPPED, start, at + size + 1, verb, are) if verb else None


def _past(line: Line, at: int, end: int) -> _Main | None:
    """`stopped selling`, `began selling`, and what somebody who is named did or does."""
    texts = line.texts
    if (stopped := _stopped(line, at, at, end, are=False)) is not None:
        return stopped
    if texts[at] in _BEGUN and at + 1 < end:
        to = texts[at + 1] == "to"
        verb = texts[at + 2] if to and at + 2 < end else _doing(line, at + 1)
        return _Main(_Kind.BEGAN, at, at + 2 + to, verb, False) if verb else None
    before = at - (texts[at - 1] in _BEFORE_VERB)
    is_behind_name = any(m.end == before for several in line.mentions[:before] for m in several)
    if not is_behind_name or line.mentions[at] or texts[at] in english.CARRY_NOTHING:
        return None
    base = first_of_past(texts[at], line.grammar.surface)
    if base and texts[at] not in english.CEASING:
        return _Main(_Kind.WAS, before, at + 1, base, False)
    is_does = texts[at].endswith("s") and texts[at] in line.grammar.surface
    return _Main(_Kind.IS, at, at + 1, first_form(texts[at], Form.THIRD), False) if is_does else None


def _doing(line: Line, at: int) -> str:
    """The first form of what is said there to be done; empty where nothing is."""
    text = line.texts[at]
    is_verb = text.endswith("ing") and text not in ("bring", "during", "king") and not line.mentions[at]
    if not is_verb:
        return ""
    root = text.removesuffix("ing")
    several = (root, f"{root}e", root[:-1])
    known = (
        one for one in several if one in line.grammar.surface or inflected(one, Form.THIRD) in line.grammar.surface
    )
    return next(known, "") or first_form(text, Form.DOING)


def _put(line: Line, main: _Main, end: int, *, is_so: bool) -> list[Token]:
    """The clause in the present, without what only says when."""
    like = line.tokens[main.start]
    if (
        main.kind is _Kind.STOPPED and not is_so
    ):  # which is `no longer hires` to those who read it, and `has stopped hiring` where a phrase says so
        verb = ["have" if main.are else "has", "stopped", inflected(main.verb, Form.DOING)]
    elif not main.verb:
        verb = ["are" if main.are else "is", *(() if is_so else ("no", "longer"))]
    else:
        verb = [*(() if is_so else ("no", "longer")), main.verb if main.are else inflected(main.verb, Form.THIRD)]
    times = main.when
    kept = [token for at, token in enumerate(line.tokens[:end]) if at not in times and not main.start <= at < main.end]
    before = sum(at not in times for at in range(main.start))
    front = kept[:before]
    while front and front[0].text == ",":
        front = front[1:]
    rest = [token for token in kept[before:] if token.text != ","] if times else kept[before:]
    if main.kind is _Kind.AGAIN and rest and rest[-1].text == "again":
        rest = rest[:-1]
    return [*front, *said_for(tuple(verb), like), *rest]


_CUES = frozenset(word for cues in TAILS.values() for word in cues.words()) - english.BE - english.HAVE - english.DO - {
    "it", "they", "he", "she", "this", "that", "so", "not", "the", "its", "their", "a", "to", "on", "doing", "done", "since", "up",
}  # fmt: skip
_STOPPING_CUES = _STOPPING | {"gave", "given"}
_PAST_CUES = _STOPPING_CUES | {"had"}
_ORDER_CUES = (
    frozenset({"since", "after", "resumed", "restarted", "returned", "reverted", "gone", "back", "taken"})
    | _STOPPING_CUES
    | {"had", "been"}
)
