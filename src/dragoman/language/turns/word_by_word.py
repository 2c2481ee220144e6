"""A sentence with plainer words in the place of some of its own, which say the same wherever they stand.

the portrait lies in the store    ->  the portrait is in the store
visitor numbers at the Castle     ->  number of visitors at the Castle
whatever is lent to the Castle    ->  loans to the Castle
the request submitted by X        ->  the request by X
nobody guards X after dark        ->  not somebody guards X at night
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.grammar.lexicon import ADJECTIVE, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.turns.fixed import that_night
from dragoman.language.turns.idioms import idiom_at, may_hold
from dragoman.language.turns.renamed import Step, named_at, said
from dragoman.language.words import english
from dragoman.language.words.deeds import DEEDS
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_LIES = frozenset({"lies", "lie", "sits", "sit", "stands", "stand", "rests", "hangs", "hang", "resides", "reposes"})
_PUT = frozenset(
    {"located", "situated", "housed", "kept", "placed", "put", "parked", "lodged", "lying", "stowed", "tucked"}
)
_AWAY = frozenset({"away", "back", "down", "up", "out", "over", "safely", "now"})
_WHERE = frozenset({"in", "at", "on", "with", "under"})
_NUMBERS = frozenset({"numbers", "nos", "figures", "headcount"})
_SUBMITTED = frozenset({"made", "submitted", "filed", "lodged", "tabled", "voiced", "raised"})
_THINGS = frozenset(
    {"objects", "items", "things", "works", "goods", "pieces", "exhibits", "whatever", "what", "anything", "everything"}
)
_NIGHTLY = (("at", "night"), ("by", "night"), ("in", "the", "night"), ("after", "dark"))
_ALL_NIGHT = (
    ("all", "night", "long"), ("all", "night"), ("during", "the", "night"), ("through", "the", "night"), ("every", "night"),
    ("throughout", "the", "night"), ("overnight",), ("round", "the", "clock"), ("around", "the", "clock"),
    ("day", "and", "night"), ("at", "all", "hours"),
)  # fmt: skip
_FIRST = 4
_MOST_NOUNS = 3
_WATCHING = frozenset(map(stem, ("guard", "guards", "watchman", "watchmen", "patrol", "shift", "security", "watch")))


def plainly_put(line: Line) -> list[Token]:
    """The tokens of a sentence, those replaced that have a plainer word."""
    is_idiom = may_hold(line)
    if not is_idiom and _CUES.isdisjoint(line.texts) and _WATCHING.isdisjoint(token.stem for token in line.tokens):
        return list(line.tokens)
    found: list[Token] = []
    at = 0
    while at < len(line):
        for put in _PUTS:
            step = put(line, at)
            if step is not None:
                break
        else:
            step = idiom_at(line, at) if is_idiom else None
        if step is not None:
            tokens, at = step
            found += tokens
        else:
            found.append(line.tokens[at])
            at += 1
    return found


def _lies(line: Line, at: int) -> Step | None:
    """`lies in`, `is kept in`, `put away in`: is in."""
    text = line.texts[at]
    if text not in _LIES and text not in _PUT:
        return None
    is_passive = at > 0 and line.texts[at - 1] in english.BE
    if (text in _PUT and not is_passive and not _ends_name(line, at)) or (text in _LIES and not _ends_name(line, at)):
        return None
    end = at + 1
    while end < len(line) and (line.texts[end] in _AWAY or (line.free(end) and not line.mentions[end])):
        end += 1
    if (
        end >= len(line)
        or line.texts[end] not in _WHERE
        or line.texts[end - 1] == "up"
        or line.figures[end] is not None
    ):
        return None
    return ([] if is_passive else [said("is", line.tokens[at])]), end


def _exists(line: Line, at: int) -> Step | None:
    """`a deal exists between`, `it does not exist any deal between`: there is."""
    if line.texts[at] not in ("exists", "exist"):
        return None
    return [said("is", line.tokens[at])] if at and line.texts[at - 1] != "not" else [], at + 1


def _numbers_of(line: Line, at: int) -> Step | None:
    """`visitor numbers`: number of visitors."""
    noun = line.tokens[at]
    is_noun = noun.is_word and not line.mentions[at] and noun.text not in english.CARRY_NOTHING | english.NARROWING
    if not is_noun or at + 1 >= len(line) or line.texts[at + 1] not in _NUMBERS or line.figures[at] is not None:
        return None
    like = line.tokens[at + 1]
    return [said("number", like), said("of", like), noun], at + 2


def _submitted_by(line: Line, at: int) -> Step | None:
    """`the request submitted by X`: the request by X."""
    if line.texts[at] not in _SUBMITTED or not at or line.texts[at + 1 : at + 2] != ["by"]:
        return None
    before = line.texts[at - 1]
    is_noun = line.tokens[at - 1].is_word and before not in english.BE | english.HAVE and not line.marks[at - 1]
    return ([], at + 1) if is_noun and not line.mentions[at - 1] else None


def _they_submitted(line: Line, at: int) -> Step | None:
    """`the request X made`, `the request that X submitted`: the request by X."""
    start = at + 1 + (line.texts[at + 1 : at + 2] in (["that"], ["which"]))
    is_noun = line.tokens[at].is_word and not line.mentions[at] and line.texts[at] not in english.CARRY_NOTHING
    named = named_at(line, start) if at and line.texts[at - 1] in english.ARTICLES and is_noun else None
    if named is None or named.end >= len(line) or line.texts[named.end] not in _SUBMITTED | {"brought"}:
        return None
    is_last = named.end + 1 == len(line) or line.is_cut(named.end + 1)
    by = said("by", line.tokens[start])
    return ([line.tokens[at], by, *line.tokens[start : named.end]], named.end + 1) if is_last else None


def _what_is_done(line: Line, at: int) -> Step | None:
    """`whatever is lent to X`, `objects on loan to X`: loans to X."""
    if line.texts[at] not in _THINGS:
        return None
    end = at + 1
    while end < len(line) and line.texts[end] in ("that", "which", "is", "are", "being"):
        end += 1
    if line.texts[end : end + 2] == ["on", "loan"]:
        return [said("loans", line.tokens[end])], end + 2
    noun = DEEDS.noun_of(line.texts[end]) if end < len(line) else ""
    is_followed = end + 1 < len(line) and line.texts[end + 1] in ("to", "from", "by", "in")
    return ([said(f"{noun}s", line.tokens[end])], end + 1) if noun and is_followed else None


def _at_night(line: Line, at: int) -> Step | None:
    """`guards on duty all night`: night guards."""
    if line.tokens[at].stem not in _WATCHING or (at and line.texts[at - 1] == "night"):
        return None
    end = at + 1 + 2 * (line.texts[at + 1 : at + 3] in (["on", "duty"], ["on", "site"], ["on", "patrol"]))
    for words in (*_NIGHTLY, *(() if not english.NEGATORS.isdisjoint(line.texts) else _ALL_NIGHT)):
        if tuple(line.texts[end : end + len(words)]) == words:
            return [said("night", line.tokens[end]), line.tokens[at]], end + len(words)
    return None


def _after_dark(line: Line, at: int) -> Step | None:
    """`after dark`, `round the clock`: at night, and more: that it is not so all night says nothing of a part of it."""
    if (step := that_night(line, at)) is not None:
        return step
    is_denied = not english.NEGATORS.isdisjoint(line.texts)
    for words in (*_NIGHTLY, *(() if is_denied else _ALL_NIGHT)):
        if words != ("at", "night") and tuple(line.texts[at : at + len(words)]) == words:
            return [said("at", line.tokens[at]), said("night", line.tokens[at])], at + len(words)
    return None


def _nobody(line: Line, at: int) -> Step | None:
    """`nobody guards X`: that somebody does is not so."""
    size = 2 if line.texts[at : at + 2] == ["no", "one"] else 1
    is_nobody = (line.texts[at] == "nobody" or size == 2) and "somebody" in line.grammar.surface
    is_nobody = is_nobody and "nobody" not in line.grammar.surface
    is_first = at == 0 or (line.texts[at - 1] == "night" and at <= _FIRST)
    return (
        ([said("not", line.tokens[at]), said("somebody", line.tokens[at])], at + size)
        if is_nobody and is_first
        else None
    )


def _asks_us(line: Line, at: int) -> Step | None:
    """`asked us for`: asked for."""
    is_asked = line.texts[at] in ("us", "me") and at > 0 and line.tokens[at - 1].stem == "ask"
    return ([], at + 1) if is_asked and line.texts[at + 1 : at + 2] in (["for"], ["to"]) else None


def _amounts_to(line: Line, at: int) -> Step | None:
    """`comes to`, `stands at`, before a figure: is."""
    text, end = line.texts[at], at + 1
    end += text in ("add", "adds") and line.texts[end : end + 1] == ["up"]
    is_amount = text in _AMOUNTS and line.texts[end : end + 1] in (["to"], ["at"], ["up"])
    is_amount = is_amount or (text in _COMING and line.texts[end : end + 1] in (["out"], ["in"]))
    end += is_amount
    end += line.texts[end - 1] in ("out", "in") and line.texts[end : end + 1] == ["at"]
    is_figure = end < len(line) and (line.figures[end] is not None or line.texts[end] in ("eur", "usd", "gbp"))
    is_shown = text in _SHOWN and "shows" in line.grammar.surface
    if not (at and is_figure and (is_amount or is_shown or text in ("totals", "equals", "amounts"))):
        return None
    if is_shown:
        return [said("shows", line.tokens[at])], end
    return [said("is", line.tokens[at])], end


_SHOWN = frozenset({"reads", "indicates", "displays", "registers"})
_COMING = frozenset({"comes", "come", "came", "works", "work", "worked", "clocks", "clocked"})
_AMOUNTS = frozenset(
    {
        "amounts",
        "amount",
        "comes",
        "come",
        "runs",
        "run",
        "adds",
        "add",
        "stands",
        "stand",
        "lies",
        "lie",
        "sits",
        "sit",
    }
)


def _safe_from(line: Line, at: int) -> Step | None:
    """`protected against`: protected from."""
    is_safe = line.texts[at] == "against" and at > 0 and line.tokens[at - 1].stem in _SAFE
    return ([said("from", line.tokens[at])], at + 1) if is_safe else None


_SAFE = frozenset(map(stem, ("protected", "safe", "secure", "immune", "shielded", "guarded", "defended", "insured")))


def _would_like(line: Line, at: int) -> Step | None:
    """`would like to`: wants to."""
    size = 3 if line.texts[at : at + 3] == ["would", "like", "to"] else 2
    if size == 2 and line.texts[at : at + 2] not in (["wishes", "to"], ["wish", "to"]):
        return None
    return [said("wants", line.tokens[at]), said("to", line.tokens[at])], at + size


def _up_for(line: Line, at: int) -> Step | None:
    """`up for sale`: for sale."""
    is_up = (
        line.texts[at] == "up" and line.texts[at + 1 : at + 2] == ["for"] and line.texts[at + 2 : at + 3] in _ON_OFFER
    )
    return ([], at + 1) if is_up else None


_ON_OFFER = (["sale"], ["auction"], ["rent"], ["hire"], ["lease"])


def _gets(line: Line, at: int) -> Step | None:
    """`people just do not get X at all`: do not understand; a thing that somebody does not get he has not."""
    named = named_at(line, at + 1) if line.texts[at] == "get" and line.texts[max(0, at - 1) : at] == ["not"] else None
    is_whole = named is not None and line.texts[named.end :] in ([], ["at", "all"])
    is_people = any(mention.kind == PEOPLE for several in line.mentions[:at] for mention in several)
    return (
        ([said("understand", line.tokens[at])], at + 1)
        if is_whole and is_people and "understand" in line.grammar.surface
        else None
    )


def _same_again(line: Line, at: int) -> Step | None:
    """`Russian TV and Russian news sites`: Russian TV and news sites."""
    if line.texts[at] != "and" or at + 2 >= len(line):
        return None
    named = next((m for m in line.mentions[at + 1] if m.kind == ADJECTIVE), None)
    before = range(max(0, at - _MOST_NOUNS - 1), at - 1)
    is_same = named is not None and any(
        line.texts[start : m.end] == line.texts[at + 1 : named.end]
        for start in before
        for m in line.mentions[start]
        if m.kind == ADJECTIVE and all(line.tokens[n].is_word and not line.marks[n] for n in range(m.end, at))
    )
    return ([line.tokens[at]], named.end) if named is not None and is_same else None


def _relative(line: Line, at: int) -> Step | None:
    """`63 % relative humidity`, `annual number`: of a figure, it says what it is measured by."""
    is_relative = line.texts[at] in ("relative", "rel", "measured", "recorded", "annual", "yearly")
    return ([], at + 1) if is_relative and any(line.figures) and at + 1 < len(line) else None


def _does_so_many(line: Line, at: int) -> Step | None:
    """`does 640 inspections`: makes them, or whatever phrases have of so many."""
    is_many = line.texts[at] in ("do", "does") and at + 1 < len(line) and line.figures[at + 1] is not None
    verb = next((one for one in ("makes", "conducts", "performs") if one in line.grammar.surface), "")
    return ([said(verb, line.tokens[at])], at + 1) if is_many and verb and at else None


_PUTS: tuple[Callable[[Line, int], Step | None], ...] = (
    _amounts_to, _lies, _exists, _numbers_of, _submitted_by, _they_submitted, _what_is_done, _at_night, _after_dark, _safe_from, _relative,
    _would_like, _up_for, _nobody, _asks_us, _gets, _same_again, _does_so_many,
)  # fmt: skip


def _ends_name(line: Line, at: int) -> bool:
    """Whether a name, or an adverb behind one, ends before the token."""
    while at > 0 and line.free(at - 1) and not line.mentions[at - 1]:
        at -= 1
    return any(m.end == at for several in line.mentions[max(0, at - 6) : at] for m in several)


_CUES = frozenset[str]().union(
    _COMING, _LIES, _PUT, _NUMBERS, _SUBMITTED, _THINGS, _SHOWN, _AMOUNTS, *_NIGHTLY, *_ALL_NIGHT,
    {"exist", "exists", "nobody", "no", "us", "me", "totals", "equals", "against", "would", "wish", "wishes", "up"},
    {"get", "and", "do", "does", "relative", "rel", "measured", "recorded", "annual", "yearly"},
) - {"at", "by", "in", "the"}  # fmt: skip
"""The words one of which each of them looks for."""
