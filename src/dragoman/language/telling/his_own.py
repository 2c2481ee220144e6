"""Whoever leads something stands for it in what he does, and not in what he is, owes or undergoes himself.

    chairman Holt raises ticket prices · Rector Amsel cuts 50 posts                     so does what he leads
    chairman Holt is bankrupt · Rector Amsel loses 2000 euros · the fans' leader is banned     so is he

A state is spoken of by whoever leads it in all that is said of it: `Putin is isolated`.
"""

from __future__ import annotations

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.grammar.lexicon import GOVERNMENT
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle
from dragoman.rulebook.forms import Rulebook

HIS_OWN = "it is said of whoever leads it, and not of what he leads"

_OF_STATES = frozenset({"adjective", "people", "capital"})
_LEADING = frozenset({"leader", "president", "ruler", "premier"})
_IS = frozenset(
    english.lines(
        "insolvent | bankrupt | broke | ill | sick | dead | injured | suspected | accused | banned | barred | excluded | arrested | investigated"
        "| suspended | fined | sacked | dismissed | poor | rich | unwelcome | forbidden | cleared | penniless | indebted"
    )
)
_IS_IN = frozenset(
    tuple(words.split())
    for words in english.lines(
        "in debt | in the red | under investigation | under suspicion | under scrutiny | on strike | in arrears | on the run"
    )
)
_HAS = frozenset({"debt", "debts", "liabilities", "licence", "license"})
_HAS_DONE = frozenset({"lost", "gone", "been"})
_DOES = frozenset(
    english.lines(
        "owe | owes | owed | lose | loses | lost | earn | earns | earned | study | studies | studied | live | lives | lived | teach | teaches | taught"
    )
)
_OWING = frozenset({"owe", "owes", "owed"})
_OFFICES = frozenset(
    english.lines(
        "chairman | chairwoman | chair | rector | president | minister | mayor | director | governor | premier | chancellor | commissioner"
        "| captain | coach | boss | chief | head | leader | manager | general | judge | vice-chancellor | dean"
    )
)
_JOINS = frozenset({"join", "joins", "joined", "rejoined", "sign", "signs", "signed"})
"""With somebody right behind it, or behind an `up to`: he is no longer where he was."""
_TO_HIM = frozenset(
    english.lines(
        "investigate | investigates | investigated | investigating | suspect | suspects | suspected | probe | probes | probed | accuse | accuses"
        "| accused | sponsor | sponsors | sponsored | ban | bans | banned | bar | bars | barred | audits | examines"
    )
)
_CASES = frozenset({"investigation", "inquiry", "probe", "proceedings", "case", "investigations", "charges"})
_MOST_CASE = 5


def is_of_his_own(rulebook: Rulebook, line: Line, piece: Piece, one: Bound) -> bool:
    """Whether a clause says of whoever leads somebody what is his own affair."""
    if one.mention is None or one.mention.kind != GOVERNMENT or one.start >= one.end or len(one.mention.names) != 1:
        return False
    entity = rulebook.entities[one.mention.names[0]]
    last, end = line.texts[one.end - 1], min(piece.hit.end, len(line))
    if not _OF_STATES.isdisjoint(entity.kinds.values()) or (last in english.GOV_NOUNS and last not in _LEADING):
        return False
    verb = line.texts[_next(line, one.end, end) : end][:1]
    if verb != [] and verb[0] in _OWING and _OFFICES.isdisjoint(line.texts[one.start : one.end]):
        return False  # who runs a shop under his name owes what the shop owes
    return _says_it_of_him(line, one.end, end) or _is_done_to_him(line, one.start)


def _says_it_of_him(line: Line, at: int, end: int) -> bool:
    """Whether the verb behind him says what he is, has or owes."""
    texts, verb = line.texts, _next(line, at, end)
    behind = _next(line, verb + 1, end)
    text, then = "".join(texts[verb : verb + 1]), "".join(texts[behind : behind + 1])
    if verb >= end or text in _DOES:
        return verb < end
    if text == "'s":
        return then in _HAS
    if text in _JOINS:
        behind += 2 * (texts[behind : behind + 2] == ["up", "to"])
        return behind < end and any(len(named.names) == 1 for named in line.mentions[behind])
    if text in english.HAVE and then in _JOINS:
        return _says_it_of_him(line, behind, end)
    if text in english.HAVE and then == "been":
        text, behind = "is", _next(line, behind + 1, end)
        then = "".join(texts[behind : behind + 1])
    if text in english.BE:
        is_in = any(tuple(texts[behind : behind + len(words)]) == words for words in _IS_IN)
        return is_in or then in _IS or (behind < end and line.figures[behind] is not None)
    if text in english.HAVE:
        return (is_past_participle(then) and then in _HAS_DONE) or then in _HAS
    return False


def _is_done_to_him(line: Line, at: int) -> bool:
    """Whether he is the one whom somebody suspects, pays or shuts out."""
    before = line.texts[max(0, at - _MOST_CASE) : at]
    return before[-1:] != [] and (
        before[-1] in _TO_HIM or (before[-1] in ("against", "into") and not _CASES.isdisjoint(before))
    )


def _next(line: Line, at: int, end: int) -> int:
    """Where the next word stands that is no adverb, article or `not`."""
    light = english.ARTICLES | english.FILLERS | english.NEGATORS | english.MODALS
    while at < end and (line.texts[at] in light or (line.texts[at].endswith("ly") and line.texts[at] != "rely")):
        at += 1
    return at
