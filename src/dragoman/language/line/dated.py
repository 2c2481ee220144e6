"""Times at which something need not be so now: `A is closed. On Mondays`, `A has mice, in 2019`.

    last year · in 2019 · in the old days        then: what is said of now is not so for that
    soon · from May · by 2030                    later
    on Mondays · every winter · for lunch        again and again, or for a while

`Today`, `since May` are none of them, and `in 2015` behind what was done says only when it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, is_simple_past
from dragoman.language.words.tokens import Token

LONGEST = 16
"""Tokens of a sentence that only undoes, or dates, the one before it."""
OPENING = (
    r"(?:(?:well|oh|but|and|though|although|yet|actually|in fact|sadly|alas|luckily|fortunately|happily|thankfully|unfortunately|of course"
    r"|meanwhile|then|so|or|however|still|on appeal|on second thoughts?|under pressure|(?:the |some |now the )?(?:good|bad|sad|other) news(?: is)?(?: that)?|at least|only|mind you|anyway|in the end|in the meantime|since then|by now|i mean|just|only"
    r"|\w+ (?:days?|weeks?|months?|years?) later|later|soon after|shortly after|a year later) (?:, )?)*"
)
CLOSING = (
    r"(?: (?:, )?(?:of course|anyway|at any rate|in any case|i mean|i should say|i would say|i guess|i suppose|rather|though|that is|at least|after all|in the end"
    r"|as it happens|to be (?:precise|exact|honest|fair|sure)|sorry|actually|however|please|now))*"
)
_NUMBER = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|several|a few|many|\d+)"
_SPAN = r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|seasons?|nights?)"
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = rf"(?:{'|'.join(english.MONTHS)})"
_PART = r"(?:morning|afternoon|evening|night|noon|midnight|weekend|week|month|year|season|spring|summer|autumn|winter|fall|day|decade|century|christmas|easter)"
_YEAR = r"(?:1[89]|20)\d\d"
_WHEN = rf"(?:(?:the )?(?:early |late |mid |end of |beginning of |start of )?(?:{_MONTH}(?: {_YEAR})?|{_YEAR}|{_DAY}|the {_PART}|{_PART}|(?:last|next) {_PART}))"
THEN = (
    rf"(?:yesterday|the day before yesterday|(?:early |late )?last (?:{_PART}|{_MONTH}|{_DAY})|(?:{_NUMBER} {_SPAN}|long|ages|years|decades|months|weeks) (?:ago|back|before)"
    rf"|(?:back )?(?:in|until|till|before|by|around|up to) (?:{_WHEN})(?: already| still)?|(?:back )?(?:in|of) (?:the )?(?:(?:good )?old days|past|olden days|{_YEAR}s?(?: s)?|\d0s|soviet (?:days|times)|those days)"
    r"|once|formerly|previously|earlier|then|back then|at that time|at the time|in those days|years ago|for a (?:while|time)|for (?:some|a short) time)"
)
"""A time that is over, or may be."""
AHEAD = (
    rf"(?:soon|tomorrow|the day after tomorrow|(?:early |late )?next (?:{_PART}|{_MONTH}|{_DAY}|time)|(?:from|starting|starting from|as from|beginning|effective) {_WHEN}(?: on| onwards?)?|by {_WHEN}|in {_NUMBER} {_SPAN}"
    rf"|some ?day|one day|eventually|later|sooner or later|in (?:the )?(?:near |not too distant )?future|in due course|from (?:then|next {_PART}|tomorrow) on|not before {_WHEN})"
)
HABIT = (
    rf"(?:(?:on |in the )?(?:{_DAY}|weekend|morning|afternoon|evening|night)s|(?:every|each) (?:other |second |single )?(?:{_PART}|{_DAY}|{_MONTH}|time)|at night|by (?:day|night)|(?:at|for|over) (?:lunch|dinner|breakfast|lunchtime|weekends)"
    r"|(?:the )?last time|sometimes|at times|from time to time|now and then|occasionally|on and off|as a rule|usually|most (?:days|of the time)|in (?:the )?(?:summer|winter|spring|autumn)|once (?:a|every) \w+|(?:for|over) (?:a|the|\w+) (?:day|days|week|weeks|month|months|weekend|winter|summer|holidays?))"
)
_ONLY_THEN = re.compile(rf"{OPENING}{THEN}(?: (?:, )?{THEN})?{CLOSING}")
_ONLY_LATER = re.compile(rf"(?!.*{_SPAN} later){OPENING}(?:{AHEAD}|{HABIT})(?: (?:, )?(?:{AHEAD}|{HABIT}))?{CLOSING}")

_ANOTHER_TIME = re.compile(rf"(?:{THEN}|{AHEAD}|{HABIT})(?: (?:, )?(?:{THEN}|{AHEAD}|{HABIT}))*{CLOSING}")


def words_between(tokens: Sequence[Token]) -> str:
    """The words, figures and commas of some tokens, as the tables want them; an `'s` behind what no name is as an `is`."""
    return " ".join(
        "is" if at and token.text == "'s" and tokens[at - 1].text in _WITH_IS else token.text
        for at, token in enumerate(tokens)
        if token.is_word or token.text[:1] in "'0123456789,%"
    ).strip(" ,")


_WITH_IS = english.WITH_IS | {"this", "those"}


def is_only_dated(tokens: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether a sentence is only a time at which what the one before it says need not be so now: `in 2019`, `on Mondays`."""
    words = words_between(tokens)
    if _ONLY_LATER.fullmatch(words) is not None:
        return True
    return _ONLY_THEN.fullmatch(words) is not None and not is_of_then(before)


def says_of_another_time(tokens: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether a clause that says the same of another, as one before it, says it of another time: `B too, last year`."""
    ends = range(1, len(tokens))
    is_dated = any(
        tokens[at - 1].text != "since" and _ANOTHER_TIME.fullmatch(words_between(tokens[at:])) for at in ends
    )
    is_never_so = any(_ONLY_LATER.fullmatch(words_between(tokens[at:])) for at in ends)
    return is_dated and (is_never_so or not is_of_then(before))


def ends_in_another_time(tokens: Sequence[Token]) -> bool:
    """Whether a sentence about what is so ends, behind a comma, in another time: `A has mice, in 2019`."""
    last = max((at for at, token in enumerate(tokens) if token.text == ","), default=0)
    if not last or len(tokens) - last > LONGEST or tokens[last - 1].text in english.SPANS:
        return False  # `all night, every night` says how it is
    return is_only_dated(tokens[last + 1 :], tokens[:last]) and not is_of_then(tokens[:last])


def is_of_then(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says what was done, and so may say when it was."""
    texts = [token.text for token in tokens]
    return any(
        (is_simple_past(text) or is_past_participle(text) or text in ("was", "were", "had"))
        and (not at or texts[at - 1] not in ("is", "are", "'s"))
        for at, text in enumerate(texts)
    )
