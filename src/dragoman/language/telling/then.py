"""At what time only something was so, or is: in a year long over, for a while, then, every winter.

    X lacked gas in 2019 · X dominated even then · X paid it for years       what was
    In 2009 X is isolated · as of 2012 X takes half of it                    what was, though told in the present
    every winter X runs short · X is closed in August                        what is so now and then
    X closes its ward for two weeks                                          what is so for a time
    X has a base there from 2040 on · X is closed on Friday                  what will be

What is done for good (`joined in 2005`) and what has lasted until now (`has lacked gas for years`) is so today. A verb in the
past that a phrase has for what is (`lacks`, `lacked`) says of no time what was; beside a time that is over it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Hit
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.changes import is_by_how_much
from dragoman.language.words.stems import UNCHANGED, is_past_participle, is_simple_past
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Rulebook

WAS = "it says what was, and not whether it still is"
WILL_BE = "it speaks of what is to come"
AT_TIMES = "it says that it is so at times, and not that it is now"
FOR_A_TIME = "it says that it is so for some time only"

_SEASON = "winter|summer|spring|autumn"
_DAY = "|".join(english.WEEKDAYS)
MONTH = "|".join(sorted((name for name in english.MONTHS), key=len, reverse=True))
_COUNT = r"(?:a few|a couple of|several|some|many|[a-z]+|\d+)"
_SPAN = r"(?:years?|months?|weeks?|days?|decades?|centuries|ages|nights?|hours?|seasons?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

_HABIT = re.compile(
    rf" (?:every|each) (?:other |single )?(?:{_SEASON}|night|morning|afternoon|evening|weekend|{MONTH}|christmas|easter)\b"
)
_AGAIN_AND_AGAIN = re.compile(r" (?:every|each) (?:other |single )?(?:year|month|week|day) ")
_CHANGING = re.compile(r" (?:breaks?|broke|changes?|changed|has a new|have a new|gets? a new) ")
_HAPPENING = re.compile(r" (?:there (?:is|are) an? |fails? |pass(?:es)? |goes? on |strikes? |walks? out )")
_CLOSED = re.compile(r" (?:is|are|was|were|closes|closed|shuts) (?:[a-z]+ly )?(?:closed|shut|open)? ?")
_AT_TIMES = re.compile(
    rf" (?:as a rule|regularly|by habit|now and again) | (?:is|are) (?:closed|shut|open) (?:[a-z]+ ){{0,4}}in (?:{MONTH}) $"
)
_OF_THOSE = re.compile(r" (?:that|which|who) (?:is|are) (?:too |very |not )?[a-z]+(?= )")
"""What says who they are that do it: `lorries that are too heavy`."""
_THEN = re.compile(
    r" (?:even|already|back|just|until|till) then | at first | initially | at the time | in those days | until recently "
    r"| originally | at one time | in the old days | in the early days | in the beginning |(?<! since)(?<! by)(?<! and)(?<! from)(?<! but) then $"
)
_LASTED = re.compile(
    rf" for (?:{_COUNT} )?{_SPAN} (?!now |already |ahead |to come |of )| for (?:a|quite a|some|a long|a short|a very long|a little) (?:while|time|spell) "
    rf"| for the (?:whole|rest|best part|better part|most part) of | for the last time "
    rf"| over (?:christmas|easter|the (?:{_SEASON}|weekend|holidays|new year|christmas break)) "
)
_LAST_SEASON = re.compile(rf" last (?:{_SEASON}|season) | {_COUNT} (?:{_SEASON}|season)s (?:ago|back) ")
_THIS_ONCE = re.compile(r" (?:this|the|on the) weekend | tonight | for the (?:night|day|weekend) ")
_AS_OF = re.compile(rf" as of (?:(?:{MONTH}) )?{_YEAR} ")
_AS_LATE_AS = re.compile(rf" as (?:recently|late) as (?:{MONTH}|{_YEAR}|last|{_COUNT} {_SPAN} ago)\b")
_AS_EARLY_AS = re.compile(rf" as (?:early|far back) as (?:(?:{MONTH}) )?{_YEAR} ")
_IN_YEAR = re.compile(
    rf" (?:in|during|throughout|around) (?:(?:the|early|late|mid|autumn|{_SEASON}|{MONTH}|year|of) )*{_YEAR} "
)
_FIRST_YEAR = re.compile(rf"^ (?:back |already |even )?(?:in|during) (?:(?:early|late|mid|{MONTH}) )?{_YEAR} ")
_AGO = re.compile(r" (?P<count>[a-z]+|\d+)? ?(?:years|decades|generations) (?:ago|earlier|back) ")
_LATELY = frozenset({"two", "three", "2", "3", "few"})
_FROM = re.compile(
    rf" (?:from|starting|starting in|beginning in|as from|effective) (?:(?:{MONTH}) )?{_YEAR} (?!to |until |till |- )"
)
_LATER = re.compile(
    rf" (?:(?:on|in|as of|this|over|come) (?:(?:early|late|mid) )?(?:{_DAY}|{MONTH})|on (?:the )?\d{{1,2}} (?:of )?(?:{MONTH})|tonight|this evening|(?:this|over the) weekend"
    rf"|over (?:christmas|easter|new year)) (?!(?:of )?(?:\d+ )?(?:19|20)\d\d |(?:of )?(?:last|this|that) )"
    rf"|^ (?:{_DAY}) |(?<! every)(?<! each)(?<! since)(?<! last)(?<! until)(?<! till)(?<! past)(?<! and) (?:{_DAY}) $"
)
"""A day, a month or a night that the present says it is so on, or will be."""
_WHILE = re.compile(
    r"\b(?:while|when|as long as) [\w' ]{2,40}? (?:ruled|reigned|governed|lasted|raged|held power"
    r"|(?:was|were) (?:still )?(?:in (?:power|office|charge)|president|alive|prime minister|king|queen))\b"
)
_OVER = re.compile(
    rf" (?:last (?:{_SEASON}|year|month|week|season|{_DAY})|yesterday|{_COUNT} {_SPAN} ago|in (?:19|20)\d\d|the other day) "
)
ON_DAYS = re.compile(rf" (?:on |at )?(?:{_DAY})s | (?:every|each) (?:{_DAY}) | at weekends ")
_RECENT = 3
"""Years before the document, up to which what was may still be so."""
_OPENING = frozenset(
    english.lines(
        "in | over | since | at | even | for | while | as | every | each | last | back | already | during | until | then | from"
    )
)
"""What may begin some words about the time, before a comma."""
_BECAME_MORE = re.compile(r" became (?:much |far |even |a little |somewhat )?(?:more|less|[a-z]+er) (?!of )")
"""`became dearer`: it may have become cheaper since."""
_WISHED = frozenset(english.lines("wanted | hoped | intended | planned | wished | meant | tried | attempted"))
"""Whoever wanted to do a thing need not want to any more."""
_SHUTTING = frozenset(english.lines("closed | shut | stopped | halted"))
_SHUTS = frozenset(english.lines("closes | close | shuts | stops | stop | halts | suspends"))
_DID = frozenset({"did", "was", "were", "had"})
_UNCHANGED = UNCHANGED | {"cost", "read", "beat"}
"""What a time that is over makes a past."""
_PRESENT = (english.BE | english.HAVE | english.DO) - english.PAST_BE - {"did", "been", "being", "having", "be"}
_NOT_NOW = english.PAST_BE | {"had", "did", "been"}
_MOST_BEHIND = 5


def at_what_time(rulebook: Rulebook, events: frozenset[str], line: Line, piece: Piece) -> str:
    """Why it is not told, if a clause says at what time only it is so; else the empty string."""
    said = f" {' '.join(clause_of(line, piece.hit))} "
    written = rulebook.report.date.year
    if any(int(found["year"]) > written for found in _FROM.finditer(said)):
        return WILL_BE
    is_counted = any(one.figure for one in piece.hit.bound)
    if not is_counted and _is_habit(said):
        return AT_TIMES
    is_event = piece.phrase.fact in events
    if not piece.is_gap and _is_for_later(said, is_event=is_event, is_counted=is_counted):
        return WILL_BE
    if is_event:
        return AT_TIMES if ON_DAYS.search(said) and not is_counted else ""
    if piece.is_gap:
        return WAS if _OVER.search(said) or _did_only(line, piece) else AT_TIMES if ON_DAYS.search(said) else ""
    verbs = [*_past_verbs(line, piece, said.split())]
    if _is_for_a_time(said, verbs):
        return FOR_A_TIME
    is_long_over = any(int(found["year"]) < written - 1 for found in _AS_OF.finditer(said))
    if is_long_over or (not verbs and _is_present_of_old(said, written - _RECENT)):
        return WAS
    if verbs and (verbs[0] == "lasted" or (verbs[0] in _WISHED and f" {verbs[0]} to " in said)):
        return WAS
    is_noted = (
        not verbs and _PRESENT.isdisjoint(said.split()) and not english.BE.isdisjoint(words_of(piece.phrase.text))
    )
    if is_noted and _OVER.search(said):
        return WAS  # `mice at X, in 2019`
    is_past = bool(verbs) and (verbs[0] not in english.LASTING or _BECAME_MORE.search(said) is not None)
    if not is_past:
        return ""
    is_over = any(shape.search(said) for shape in (_THEN, _LASTED, _AS_LATE_AS))
    is_over = is_over or _WHILE.search(line.text.lower()) is not None
    is_over = is_over or (_LAST_SEASON.search(said) is not None and not any(map(is_by_how_much, verbs)))
    return WAS if is_over or _is_of_old(said, written - _RECENT) else ""


def _is_for_later(said: str, *, is_event: bool, is_counted: bool) -> bool:
    """`is closed on Friday`, `buys it in May`, in the present; what was done by then, or happened on that day, is so.

    What a figure is `as of Friday` was found then.
    """
    times = (found.group() for found in _LATER.finditer(said))
    if not any(not (is_counted and time.startswith(" as of ")) for time in times):
        return False
    words = said.split()
    if is_event and not english.BE.isdisjoint(words):
        return False  # `is fined on Friday`
    before = ""
    for text in words:
        is_done = is_simple_past(text) or is_past_participle(text) or text in UNCHANGED
        if text in _NOT_NOW or (is_done and before not in english.BE):
            return False
        before = before if text in english.FILLERS or text.endswith("ly") else text
    return True


def says_how_often(words: str) -> bool:
    """Whether some words only say that it is so each time: `every winter`."""
    return bool(_HABIT.search(f" {words} "))


def _did_only(line: Line, piece: Piece) -> bool:
    """Whether another only did, or was, what those before him do, or are: `A backs it, as did B`."""
    words, before = line.texts[piece.hit.start : piece.hit.end], line.texts[: piece.hit.start]
    is_past = any(is_simple_past(text) or is_past_participle(text) or text in _DID for text in before)
    return not _DID.isdisjoint(words) and bool(before) and not is_past


def _is_habit(said: str) -> bool:
    """`every winter`, of whatever is so; `every year`, `on Sundays`, of what changes or happens then."""
    if _HABIT.search(said):
        return True
    if _AGAIN_AND_AGAIN.search(said):
        return _CHANGING.search(said) is not None or _HAPPENING.search(said) is not None
    if ON_DAYS.search(said) and _HAPPENING.search(said):
        return True
    said = _OF_THOSE.sub(" ", said)
    return bool(_CLOSED.search(said) and _AT_TIMES.search(said))


def _is_for_a_time(said: str, verbs: list[str]) -> bool:
    """`closes for two weeks`, `closed over Christmas`: it opens again."""
    words = said.split()
    is_once = bool(_LASTED.search(said) or _THIS_ONCE.search(said))
    is_shut = bool(verbs) and verbs[0] in _SHUTTING and bool(_LASTED.search(said))
    return is_shut or (not verbs and is_once and not _SHUTS.isdisjoint(words))


def _is_present_of_old(said: str, since: int) -> bool:
    """`In 2009 X is isolated`."""
    return any(int(found["year"]) < since for found in _FIRST_YEAR.finditer(said))


def _is_of_old(said: str, since: int) -> bool:
    """Whether a year is named that was long over when the document was written."""
    if any(found["count"] not in _LATELY for found in _AGO.finditer(said)):
        return True
    return any(int(found["year"]) < since for shape in (_IN_YEAR, _AS_EARLY_AS) for found in shape.finditer(said))


def _past_verbs(line: Line, piece: Piece, words: list[str]) -> Iterator[str]:
    """The verbs of a clause that are in the past, and no part of another: not `has grown`, `is closed`; none if its verb is present."""
    if not _PRESENT.isdisjoint(words):
        return
    texts, hit = line.texts, piece.hit
    named = {at for one in hit.bound if one.mention is not None for at in range(one.start, one.end)}
    for at in range(hit.start, min(hit.end, len(texts))):
        text = texts[at]
        is_done = is_simple_past(text) or is_past_participle(text) or (text in _UNCHANGED and at > hit.start)
        is_part = bool(at) and texts[at - 1] in (*english.BE, *english.ARTICLES, "with", "of")
        if at not in named and is_done and not is_part and not line.is_hyphened(at):
            yield text


def clause_of(line: Line, hit: Hit) -> list[str]:
    """The words of a clause, with those about the time that a comma sets off before it or behind it."""
    texts, start = line.texts, hit.start
    while start and not line.is_cut(start - 1):
        start -= 1
    if start and texts[start - 1] == "," and texts[0] in _OPENING and not any(line.mentions[: start - 1]):
        start = 0
    if start and texts[0] == "as" and start <= _MOST_BEHIND and not any(line.mentions[:start]):
        start = 0  # `as recently as 2019 X ...`
    end = min(hit.end, len(texts))
    while end < len(texts) and not line.is_cut(end):
        end += 1
    is_behind = texts[end : end + 1] in ([","], ["as"]) and len(texts) - end <= _MOST_BEHIND
    if is_behind and not any(line.mentions[end:]):
        end = len(texts)
    return [text for text in texts[start:end] if text != ","]
