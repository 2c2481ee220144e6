"""A clause that says something further, of which nothing was made, and that leaves the clause before it as it is.

    A wants its old grip back and is working on it         ->  A wants its old grip back
    A has overridden B and pushed its own will through     ->  A has overridden B
    A is awake again, its staff is busy                    ->  A is awake again

Who says `A and B` says A. So the first is told, and of the second is offered what it may tell, if it is sure that the two
are joined and no more: the first stands from the beginning up to an `and` or a comma, it denies nothing, counts nothing and
speaks of no `few`; the second goes on with the same doer, or with a pronoun, and there is nothing in it that could take back,
limit or date the first, or that says whose word it is.
"""

from __future__ import annotations

from dragoman.language.clauses.cutter import Cut
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.framed import TURNS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english, hedges
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, is_simple_past

_DOERS = frozenset({"it", "they", "he", "she"})
_OWN = frozenset({"its", "their", "his", "her"})
_LIMITING = frozenset(
    english.lines(
        """
        few | fewer | little | less | least | most | hardly | barely | scarcely | nearly | almost | half | part | parts | partly
        partially | rather | instead | otherwise | either | both | neither | than | sometimes | rarely | seldom | occasionally
        """
    )
)
"""What makes the first of two a part of what is said, or less than it."""
UNDOING = frozenset(
    english.lines(
        """
        lifted | scrapped | undone | undo | undoes | reverse | reversed | reverses | revoked | revoke | revokes | annulled | annul
        terminated | terminate | abandoned | abandon | abandons | dismantled | dismantle | broken | breaks | broke | regret
        regrets | regretted | apologised | apologises | backed | backs | backtrack | backtracked | retreat | retreats | retreated
        quits | exit | exits | exited | pulled | pulls | pull | vacated | evacuated | removed | remove | removes | lapsed | nowhere
        deny | denies | pretend | pretends | pretending | pretended | claim | claims | claimed | name | paper | theory | principle
        combined | together | jointly | alone | respectively | vice | versa | contrary | opposite | conversely | so | such | else
        question | questions | questioned | questionable | doubtful | dubious | unclear | uncertain | feared | hoped | thought
        believed | believes | thinks | think | assumed | expected | supposed | rumoured | known | called | says | argue | argues
        up | off | out | down | handed | hands | sold | sells | mind | minds | course | heart | resold | flipped | freed | released | regained | reclaimed | retrieved | gave | gives | given | transferred | transfers | returned | returns | ceded | cedes
        packing | packs | packed | suspension | condition | conditions | conditional | depends | depending | ago | then | meant | means | would | could | back | since
        """
    )
)
"""What may undo, limit or doubt what stands before it: `and has lifted them again`, `it is feared`, `and back`."""
_NO_MORE = TURNS | _LIMITING | UNDOING | english.TURNING | hedges.SAYING | hedges.DENYING | hedges.TALES | english.IFS
_POINTING = frozenset(
    {
        "this",
        "that",
        "these",
        "those",
        "same",
        "alternately",
        "turn",
        "turns",
        "proof",
        "learnt",
        "learned",
        "heard",
        "told",
        "sure",
        "certain",
    }
)
"""What may speak of what stands before, or say whose word it is."""
_UNSURE = english.NEGATORS | english.MODALS | english.SPEAKERS | english.ASKING | english.FAINT_NEGATORS
_COUNTED = frozenset(
    {"few", "no", "none", "only", "nobody", "neither", "hardly", "little", "less", "fewer", "most", "nothing"}
)
_SILENT = frozenset({Effect.NONE, Effect.NARROWS, Effect.PLACE})
_NOTICE = Cues(
    """
    there (is|'s) (a|the) (notice|sign|note|paper|poster|placard|letter|lock|chain|seal|padlock|sticker) on the (door|doors|gate|gates|window|wall|entrance|front|front door|door)
    """
)
"""What is seen there."""
_LEAST = 2
_MOST = 14


def adds_only(line: Line, cut: Cut) -> bool:
    """Whether what is left over of a sentence is one clause that only says something further."""
    if not cut.left_over or not cut.pieces:
        return False
    ends = max(min(piece.hit.end, len(line)) for piece in cut.pieces)
    start = ends
    while start < len(line) and line.texts[start] in (",", "and", ";"):
        start += 1
    is_behind = cut.left_over[0] >= start > ends and cut.pieces[0].hit.start <= _first_word(line)
    if not is_behind or not _LEAST <= len(line) - start <= _MOST:
        return False
    joined = line.texts[ends:start]
    if _NOTICE.whole(spaced(line.texts[start:])) and english.NEGATORS.isdisjoint(line.texts[:ends]):
        return True
    if _holds_less(line, cut, ends) or not _is_silent(line, start):
        return False
    is_joined = "and" in joined or ";" in joined
    return (_goes_on(line, start) or _is_of_others(line, cut, start)) if is_joined else _has_doer(line, start)


def _first_word(line: Line) -> int:
    """Where the first clause begins, behind what may be passed over."""
    at = 0
    while at < len(line) and not line.mentions[at] and line.free(at):
        at = max(mark.end for mark in line.marks[at] if mark.effect is Effect.NONE)
    return at if not line.mentions[0] else 0


def _holds_less(line: Line, cut: Cut, end: int) -> bool:
    """Whether the first clause may hold only with the second: it denies, counts, or speaks of few."""
    is_counted = any(one.figure for piece in cut.pieces for one in piece.hit.bound)
    is_plain = all(m.effect in _SILENT for piece in cut.pieces for _, m in piece.hit.marks)
    words = line.texts[:end]
    return (
        is_counted
        or not is_plain
        or not (_COUNTED | english.NEGATORS | english.IFS).isdisjoint(words)
        or "than" in words
    )


def _is_silent(line: Line, start: int) -> bool:
    """Whether nothing in the second hedges, denies, supposes, dates, counts or turns."""
    texts = line.texts[start:]
    is_plain = all(m.effect in _SILENT for at in range(start, len(line)) for m in line.marks[at])
    is_free = (_NO_MORE | _UNSURE).isdisjoint(texts) and not {",", ";", ":", "-", "(", '"'} & {*texts}
    return is_plain and is_free and all(line.figures[at] is None for at in range(start, len(line)))


def _is_of_others(line: Line, cut: Cut, start: int) -> bool:
    """`and the works at C are being painted`: others are or have something, and it says nothing of those before."""
    at = _skipped(line, start)
    at += line.texts[at] in english.ARTICLES
    mention = next((m for m in line.mentions[at] if m.kind != PRONOUN), None)
    if mention is None or line.texts[mention.end : mention.end + 1] == ["'s"] or mention.end + 1 >= len(line):
        return False
    before = {name for piece in cut.pieces for one in piece.hit.bound if one.mention for name in one.mention.names}
    named = {name for several in line.mentions[start:] for m in several for name in m.names}
    is_own = line.texts[mention.end] in english.BE | english.HAVE and english.PRONOUNS.isdisjoint(line.texts[start:])
    return is_own and before.isdisjoint(named) and _POINTING.isdisjoint(line.texts[start:])


def _skipped(line: Line, at: int) -> int:
    """Where the words begin that say something."""
    while at < len(line) - 1 and line.texts[at] in english.FILLERS:
        at += 1
    return at


def _has_doer(line: Line, start: int) -> bool:
    """`they are busy`, `its staff is busy`: with a verb of its own; `it is a fairy tale` may be said of all of it."""
    at = _skipped(line, start)
    if line.texts[at] in _OWN:
        return any(text in english.BE | english.HAVE or text.endswith("ing") for text in line.texts[at + 1 :])
    is_judged = line.texts[at + 1 : at + 2] in (["is"], ["'s"]) and line.texts[at + 2 : at + 3] in (
        ["a"],
        ["an"],
        ["the"],
        ["all"],
    )
    return line.texts[at] in _DOERS and at + 2 < len(line) and not line.mentions[at + 1] and not is_judged


def _does_it(line: Line, at: int) -> bool:
    """Whether somebody does no more than something with it, which may undo it: `and flipped it`, `and parted with it`."""
    rest = line.texts[at + 1 :]
    return bool(rest) and rest[-1] in _IT and (len(rest) == 1 or (rest[0] in _WITH and len(rest) == _LEAST))


_IT = frozenset({"it", "them"})
_WITH = frozenset({"with", "of", "from", "against"})


def _goes_on(line: Line, start: int) -> bool:
    """`and is working on it`, `and pushed its own will through`, `and it is doing so`."""
    at = _skipped(line, start)
    if _has_doer(line, at):
        return True
    if line.mentions[at] or at + 1 >= len(line):
        return False
    text, behind = line.texts[at], _skipped(line, at + 1)
    if text in english.BE | english.HAVE | english.DO:
        return True
    if _does_it(line, at):
        return False
    is_object = line.texts[behind] in english.ARTICLES | _OWN | PREPOSITIONS | {"it", "them", "to"} or bool(
        line.mentions[behind]
    )
    is_verb = text.endswith("s") or is_past_participle(text) or is_simple_past(text)
    return is_verb and is_object and text not in PREPOSITIONS | english.ARTICLES | _OWN
