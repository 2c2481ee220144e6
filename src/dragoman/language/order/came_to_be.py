"""What somebody or something has become, remained or kept, and what came about or never did, as a plain sentence has it.

    A ended up with 58 seats, ended up as a member   ->  A has 58 seats, is a member
    A has remained a member                          ->  A is a member
    A has turned out to be weak                      ->  A is weak
    A has kept its 64 percent of it                  ->  A has 64 percent of it
    A has kept its place as the biggest one          ->  A is the biggest one
    A has not held on to its place as the leader     ->  A is no longer the leader
    protests against A never materialised in B       ->  there are no protests against A in B
    the protests that everybody feared broke out     ->  the protests broke out

Only a sentence that no phrase takes as it stands is looked at so, as by :mod:`dragoman.language.order.came_about`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.tokens import Token

_ALSO = "[(now|still|since|finally|always|indeed|so far|in the end|at last|thus far|long|even)]"
_NOT = "[(not|never)]"
_BECAME = Cues(
    f"""
    (has|have|did) {_NOT} {_ALSO} (ended|end|wound|wind|finished|finish) up
    {_NOT} (ended|wound|finished) up
    """
)
_REMAINED = Cues(
    f"""
    (has|have) {_NOT} {_ALSO} (remained|stayed)
    (has|have|did) {_NOT} {_ALSO} (turned|turn) out to be
    (has|have|did) {_NOT} {_ALSO} (proved|prove|proven|come) to be
    (turned out|proved|turns out|turn out|proves|prove) [not] to be
    (happens|happen|happened) not to be
    (has|have) (turned out|proved|proven) not to be
    never came to be
    """
)
_KEPT = Cues(
    f"""
    (has|have|did|does|do) {_NOT} {_ALSO} (kept|keep|retained|retain|defended|defend|preserved|preserve) (its|their|his|her|the)
    (has|have|did|does|do) {_NOT} {_ALSO} (held|hold|hung|hang) on to (its|their|his|her|the)
    (keeps|keep|retains|retain) (its|their|his|her)
    (holds|hold|hangs|hang) on to (its|their|his|her)
    """
)
_PLACES = Cues(
    """
    [(leading|dominant|strong|old|former|long standing|traditional)] (place|position|status|role|title|rank|standing|spot|crown) as [(the|a|an)]
    """
)
_CAME = "(materialised|materialise|materialized|materialize|happened|happen|came about|come about|came to pass|come to pass|came off|come off|took place|take place|taken place|occurred|occur)"
_NEVER = Cues(
    f"""
    (never|has never|have never) [actually] {_CAME}
    (did not|has not|have not) [(so far|actually|yet|in the end|in fact)] {_CAME} [(so far|yet|after all)]
    """
)
_HAS_COME = Cues(f"(has|have) [(finally|now|indeed|since|also|already|at last|duly)] {_CAME}")
_EXPECTED = Cues(
    """
    [(that|which)] (everyone|everybody|many|most|we all|so many|some|experts|analysts|observers|people|most people) [(had|has|have)] [(all|long|always|so)] (expected|feared|predicted|hoped for|foreseen|foresaw|dreaded|anticipated|saw coming|seen coming|warned of|warned about|forecast|waited for|been waiting for)
    """
)
_BEFORE_NOUN = frozenset(english.lines("the | a | an | any | expected | feared | predicted | promised | announced | planned | anticipated | much | heralded | long | hoped | for | dreaded"))  # fmt: skip
_CUES = frozenset(
    english.lines(
        "up | remained | stayed | turned | turn | turns | proved | proven | prove | proves | come | kept | keep | keeps | retained | retain | retains | defended | defend | preserved"
        "| preserve | held | hold | holds | hung | hang | hangs | everyone | everybody | many | most | all | some | experts | analysts | observers | people"
        "| materialised | materialise | materialized | materialize | happened | happen | came | took | taken | take | occurred | occur"
    )
)
_GOES_ON = (
    english.ARTICLES | english.PRONOUNS | english.MODALS | {"to", "will", "that", "all", "both", "no", "more", "less"}
)
"""What goes on with what somebody expected: `the base that everybody expected the Turks to open`."""
_LEAST = 2


def came_to_be(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order."""
    if _CUES.isdisjoint(line.texts):
        return
    yield from _as_expected(line)
    for at in range(1, len(line) - 1):
        words = spaced(line.texts[at : at + 12])
        for cues, put in _PUTS:
            found = cues.at_start(words)
            end = at + found.group().count(" ") if found is not None else 0
            is_open = line.texts[at - 1] in _OPEN
            order = put(line, at, end) if end and end <= len(line) and not is_open else None
            if order is not None:
                yield order
                return


_OPEN = english.MODALS | english.BE | english.DO | english.HAVE | {"to", "will", "'ll", "'d", "not", "never", "of"}
"""What makes another of it where it stands before: `would have ended up`, `is said to have`."""


def _is_denied(line: Line, at: int, end: int) -> bool:
    return not english.NEGATORS.isdisjoint(line.texts[at:end])


def _be(line: Line, at: int, end: int) -> tuple[str, ...]:
    return (
        "are" if line.texts[at] in ("have", "turn", "prove") else "is",
        *(("not",) if _is_denied(line, at, end) else ()),
    )


def _became(line: Line, at: int, end: int) -> list[Token] | None:
    """`ended up with`: has; `ended up as`, `ended up stuck`: is; what somebody ended up doing is no such thing."""
    if end >= len(line) or line.texts[end].endswith("ing"):
        return None
    like, text = line.tokens[at], line.texts[end]
    if text == "with":
        is_denied = _is_denied(line, at, end)
        has = ("does", "not", "have") if is_denied else ("have" if line.texts[at] == "have" else "has",)
        return [*line.tokens[:at], *said_for(has, like), *line.tokens[end + 1 :]]
    return [*line.tokens[:at], *said_for(_be(line, at, end), like), *line.tokens[end + (text == "as") :]]


def _remained(line: Line, at: int, end: int) -> list[Token] | None:
    """`has remained`, `has turned out to be`: is."""
    is_verb = end < len(line) and line.texts[end] not in english.BOUNDARIES | {"to", ","}
    return [*line.tokens[:at], *said_for(_be(line, at, end), line.tokens[at]), *line.tokens[end:]] if is_verb else None


def _kept(line: Line, at: int, end: int) -> list[Token] | None:
    """`has kept its place as`: is; `has kept its`: has; who did not keep it has it no longer."""
    like, found = line.tokens[at], _PLACES.at_start(spaced(line.texts[end : end + 6]))
    several = "are" if line.texts[at] in ("have", "do", "keep", "hold") else "is"
    is_denied = _is_denied(line, at, end)
    if found is not None:
        article = end + found.group().count(" ") - (line.texts[end + found.group().count(" ") - 1] in english.ARTICLES)
        words = (several, "no", "longer") if is_denied else (several,)
        return [*line.tokens[:at], *said_for(words, like), *line.tokens[article:]]
    if line.texts[end - 1] == "the" or end >= len(line) or line.mentions[end] or not _AWAY.isdisjoint(line.texts[end:]):
        return None
    words = ("no", "longer", "has") if is_denied else ("have" if several == "are" else "has",)
    return [*line.tokens[:at], *said_for(words, like), *line.tokens[end:]]


_AWAY = frozenset({"out", "away", "off", "back", "down", "up", "from", "at", "under", "within", "below", "above", "to"})
"""Where, or how low, somebody keeps what he has, or what he keeps for: `keeps its troops out of A`."""


def _never_came(line: Line, at: int, end: int) -> list[Token] | None:
    """`protests against A never materialised in B`: there are no protests against A in B."""
    first = 0
    while first < at and line.texts[first] in _BEFORE_NOUN:
        first += 1
    is_last = end == len(line) or line.texts[end] in PREPOSITIONS or line.is_cut(end)
    is_noun = at - first > 0 and not line.mentions[first] and not any(line.is_cut(one) for one in range(first, at))
    if not is_last or not is_noun or _is_denied(line, 0, at):
        return None
    there = "are" if line.texts[first].endswith("s") else "is"
    return [*said_for(("there", there, "no"), line.tokens[first]), *line.tokens[first:at], *line.tokens[end:]]


def _has_come(line: Line, at: int, end: int) -> list[Token] | None:
    """`a strike has materialised at X`: there is a strike at X."""
    order = _never_came(line, at, end)
    return None if order is None else [*order[:2], *order[3:]]


def _as_expected(line: Line) -> Iterator[list[Token]]:
    """`the shock that everybody had feared`: the shock."""
    for at in range(_LEAST, len(line)):
        found = _EXPECTED.at_start(spaced(line.texts[at : at + 9]))
        end = at + found.group().count(" ") if found is not None else 0
        is_one = line.texts[at] in ("that", "which") or line.tokens[at - 1].is_word
        is_of_noun = not line.marks[at - 1] and line.texts[at - 1] not in english.CARRY_NOTHING | english.BOUNDARIES
        is_all = end == len(line) or not (line.mentions[end] or line.texts[end] in _GOES_ON)
        if found is not None and is_one and is_of_noun and is_all and not {"the", "those"}.isdisjoint(line.texts[:at]):
            yield [*line.tokens[:at], *line.tokens[end:]]
            return


_PUTS = ((_BECAME, _became), (_REMAINED, _remained), (_KEPT, _kept), (_NEVER, _never_came), (_HAS_COME, _has_come))
