"""A sentence that only calls for something, or judges what it would be to say it: an order, a slogan, an exaggeration.

shut the base of A in B                bidden, and not done; `A shuts its base` and `shut: the base of A` are told
please lift all sanctions on A         the same
no to the war between A and B          against it, and not that there is none
towards the end of A's rule            a title of what is hoped for or feared
to say A is isolated goes too far      it is not so isolated
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.line.mentions import PRONOUN, mentions_in
from dragoman.language.words import english
from dragoman.language.words.stems import UNCHANGED
from dragoman.language.words.tokens import Token

_BARE = frozenset(
    english.lines(
        """
        open | reopen | close | shut | end | stop | halt | lift | ease | tighten | keep | fund | finance | increase | raise | cut | lower | reduce | double | triple | halve | build | rebuild | expand | extend
        strengthen | deepen | widen | boost | support | back | join | leave | quit | scrap | drop | impose | restore | sign | ratify | reject | approve | ban | boycott | invite | send | withdraw | pull
        bring | give | move | launch | start | begin | finish | introduce | abolish | repeal | lend | pay | repay | forgive | cancel | sell | buy | protect | defend | save | free | clean | repair | fix | replace
        merge | dissolve | disband | evict | expel | sack | fire | hire | suspend | resume | renew | revoke | allow | permit | forbid | prohibit | protest | resist | fight | oppose | share | deploy | station
        publish | disclose | annul | recognise | recognize | accept | admit | connect | disconnect | arrest | release | investigate | appoint | elect | remove | evacuate | limit | restrict | regulate | tax
        subsidise | subsidize | vaccinate | treat | export | import | host | guard | feed | plant
        """
    )
)
"""Verbs as an order has them."""
_ALSO_NOUNS = frozenset(
    english.lines(
        """
        open | close | shut | cut | double | triple | back | free | clean | support | ban | boycott | fund | finance | raise | drop | end | start | finish | protest | fire | fight | share | pull | move | launch | halt | lift
        build | boost | sign | leave | increase | fix | repair | station | quit | stop | pay | buy | save | permit
        release | limit | tax | treat | export | import | host | guard | feed | plant | arrest
        """
    )
)
"""Those that are nouns or say how something is as well: `support groups`, `open borders`."""
_OBJECT = frozenset(
    english.lines(
        "the | a | an | all | any | every | each | this | these | those | its | their | his | her | our | your | both"
    )
)
_PARTICLES = frozenset({"down", "up", "out", "off", "back", "away"})
_POLITE = frozenset(
    english.lines("please | pls | plz | kindly | now | then | just | and | so | also | finally | never | always | ,")
)
_FINITE = (english.BE | english.HAVE | english.DO | english.MODALS) - {"being", "having", "be", "do", "have"}
_PAST = frozenset({"ago", "yesterday", "last", "since"})
_NO_OBJECT = english.ARTICLES | frozenset(
    english.lines("in | of | to | for | with | on | at | by | from | is | : | , | - | and | or")
)
_SLOGAN = re.compile(
    r"(?:no to|yes to|so much for|down with|away with|hands off|long live|here 's to|hurrah for|hooray for|enough of|time for|towards?|toward|onwards? to|(?:for|against) the (?:closure|closing|end|ending|abolition|withdrawal|lifting|release|removal|opening|return) of) \S"
)
_SAYING = re.compile(
    r"(?:(?:but|and|yet|still|though) ,? ?)?(?:to (?:say|speak|talk|call|claim|suggest|state|describe|conclude|assert|argue|imply|maintain|insist|think|believe|write|assume|pretend)|saying|claiming|calling|that)\b"
)
_TOO_FAR = re.compile(
    r"\S.* (?:(?:goes|go|would go|is going|would be going|may go|might go|seems to go) (?:(?:a bit|a little|rather|perhaps|much|far|way|somewhat) )?too far(?: ,? ?\w+)?"
    r"|(?:is|seems|sounds|would be|may be|might be|'s) (?:(?:a bit|a little|rather|perhaps|much|far|way|somewhat|surely|probably) )*"
    r"(?:too (?:strong|much|simple|harsh|hasty|early|bold|sweeping|crude|optimistic|pessimistic|strong a word)|an? (?:exaggeration|overstatement|stretch|simplification|oversimplification|bit much|bit strong)|exaggerated|overstated|premature|going too far|putting it too strongly|to overstate it|to exaggerate|overdoing it)"
    r"|(?:overstates|exaggerates|oversimplifies|overdoes) (?:it|things|the case|matters)) ?[.!]*"
)


_TIES = frozenset(
    english.lines(
        "ties | tie | relations | relationship | partnership | cooperation | friendship | links | link | bonds | bond | alliance | ally | allies | partner | partners | contacts | friends | coordination"
    )
)
"""Nouns of what is close: `close Russian ties with A`."""
_SLOGANS = 5
"""Words within which a slogan has begun."""


def calls_for(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence is an order or a slogan: nobody does in it what is to be done."""
    at, words = 0, [token.text for token in tokens]
    if _SLOGAN.match(" ".join(words[:_SLOGANS])) is not None and "," not in words and _FINITE.isdisjoint(words):
        return True
    while at < len(tokens) - 2 and tokens[at].text in _POLITE:
        at += 1
    texts = [token.text for token in tokens[at:]]
    if texts[:1] == ["be"]:
        return {"that", "it"}.isdisjoint(texts)  # `be advised that A is shut`, `be that as it may`
    return texts[:1] != [] and texts[0] in _BARE and _is_order(lexicon, tokens[at:], texts)


def may_call_for(word: str) -> bool:
    """Whether an order may begin with a word: a test that costs next to nothing."""
    return word in _BARE or word in _POLITE or word == "be"


def goes_too_far(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says of what it speaks of that it would be too much to say so."""
    words = " ".join(token.text for token in tokens)
    return _SAYING.match(words) is not None and _TOO_FAR.fullmatch(words) is not None


def _is_order(lexicon: Lexicon, tokens: Sequence[Token], texts: list[str]) -> bool:
    """Whether the verb that a sentence begins with has an object behind it, and no other verb goes with that."""
    cut = next((at for at, text in enumerate(texts) if text in (",", ";", ":")), len(texts))
    clause = texts[:cut]
    after = 1 + (texts[1:2] != [] and texts[1] in _PARTICLES)
    if after >= len(clause) or not _FINITE.isdisjoint(clause) or (cut < len(texts) and texts[cut] == ":"):
        return False
    if texts[0] in UNCHANGED and not _PAST.isdisjoint(texts):
        return False  # `shut the base last year`, of somebody named before
    mentions, _ = mentions_in(lexicon, tokens, ())
    if any(one.kind != PRONOUN for one in mentions[0]):
        return False
    is_named = bool(mentions[after])
    is_owner = any(clause[one.end : one.end + 1] == ["'s"] for one in mentions[after])
    if clause[after] in _OBJECT or (is_named and (after > 1 or is_owner)):
        return True
    if texts[0] == "close" and is_named and _TIES.isdisjoint(clause):
        return True
    is_other = clause[after] in _NO_OBJECT or (clause[after].endswith(("s", "ed")) and not is_named)
    if texts[0] in ("increase", "lift", "end", "boost", "tighten") and not is_other and tokens[after].is_word:
        return is_named or "between" in clause or "with" in clause
    return texts[0] not in _ALSO_NOUNS and not is_other and tokens[after].is_word
