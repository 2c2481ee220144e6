"""Telegrams, in which STOP is a full stop: `DELEGATION ARRIVED YESTERDAY STOP MORE FOLLOWS STOP`.

To stop is also what people do, and what they make others do: `PROTESTERS STOP MINE` says nothing of a mine that there is. So a STOP is
a full stop only where no word before it makes it a verb or a noun, where what stands before it has a verb of its own, and where the line
is a telegram: it ends with STOP, or what follows is what telegrams end with (`DETAILS FOLLOW`). In small letters a line has two at least.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, is_simple_past

_STOP = re.compile(r"(?<![\w'-])stop(?![\w'-])", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_NO_STOP_BEHIND = (
    english.ARTICLES | english.MODALS | english.DO | english.NEGATORS | english.ASKING | english.PRONOUNS
    | frozenset(
        english.lines(
            "to | will | and | or | but | that | which | who | we | you | they | i | please | full | non | pit | bus | tram | train | next | last | first | one | his"
            "| its | their | this | each | every | never | always | soon | only | also | suddenly | then | now | all | both | must | let | make | makes | made | cannot"
        )
    )
)  # fmt: skip
"""Words behind which it is a verb or a noun."""
_FOLLOWING = re.compile(
    r"\s*(?:(?:more|details?|letter|report|full (?:report|details)|further (?:details|news)|news|rest|particulars) (?:follows?|tomorrow|later|to follow|by (?:mail|letter|post)))\W*",
    re.IGNORECASE,
)
"""What telegrams end with."""
_LEAST = 2
"""Words of a sentence."""
_BEFORE_CLAUSE = frozenset(
    english.lines(
        "case | true | clear | say | says | said | report | reports | reported | confirm | confirms | confirmed"
    )
)
"""Behind these a `that` begins a clause of its own."""
_RELATIVE = frozenset({"that", "which", "who", "whose", "if", "unless", "whether"})

_VERBS = (
    english.BE
    | english.HAVE
    | english.DO
    | english.MODALS
    | frozenset(
        english.lines(
            "cannot | owes | gives | sells | takes | makes | joins | asks | pays | gets | becomes | remains | opposes | keeps | refuses | rejects | denies | agrees | sends"
            "| brings | belongs | depends | accepts | approves | adopts | admits | closes | opens | stays | loses | grows | sues | resigns | hires | freezes | lends"
            "| rents | buys | plays | stores | cancels | runs | operates | uses | serves | employs | treats | teaches | publishes | prints | carries | owns | leads"
        )
    )
)
"""Verbs, and those of somebody: who stops would be several."""


def with_stops(text: str) -> str:
    """The text of a telegram with full stops for its STOPs, as long as before; any other as it is.

    >>> with_stops("ENVOY ARRIVED STOP DETAILS FOLLOW"), with_stops("THEY WANT US TO STOP")
    ('ENVOY ARRIVED .    DETAILS FOLLOW', 'THEY WANT US TO STOP')
    """
    found = list(_STOP.finditer(text))
    if not found:
        return text
    is_loud = all(one.group() == "STOP" for one in found)
    ends = not text[found[-1].end() :].strip(" .!")
    follows = _FOLLOWING.fullmatch(text, found[-1].end()) is not None
    if not (ends or follows) or (not is_loud and len(found) < 2):
        return text
    start, is_written_so = 0, follows or len(found) > 1
    for one in found:
        piece = text[start : one.start()]
        if _FOLLOWING.fullmatch(piece) is None and not _ends_there(piece, is_written_so=is_written_so):
            return text
        start = one.end()
    for one in found:
        text = f"{text[: one.start()]}.{' ' * (len(one.group()) - 1)}{text[one.end() :]}"
    return text


def _ends_there(piece: str, *, is_written_so: bool) -> bool:
    """Whether a sentence ends behind these words, and no verb follows them.

    Where nothing else says that it is a telegram, `ALL FERRIES TO VOE STOP` may say that they do: an s alone makes no verb.
    """
    said = [word.lower() for word in _WORDS.findall(piece)]
    if (
        len(said) < _LEAST
        or said[-1] in _NO_STOP_BEHIND
        or any(two in _RELATIVE and one not in _BEFORE_CLAUSE for one, two in pairwise(["", *said]))
    ):
        return False
    if is_written_so and any(word.endswith("s") and not word.endswith("ss") for word in said[1:-1]):
        return True
    return any(word in _VERBS or is_simple_past(word) or is_past_participle(word) for word in said)
