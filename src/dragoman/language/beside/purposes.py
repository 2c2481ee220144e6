"""What somebody does something for, behind what he does: who says what it is done for says that it is done.

    A has closed the border to keep the weevil out     ->  A has closed the border
    A pays for it in order to protect itself           ->  A pays for it

The purpose names nobody and counts nothing, and it is none where a word before it asks for what follows (`calls on A to save it`,
`a plan to protect it`, `is ready to help`) or where something is denied, which may be so for that purpose only.
"""

from __future__ import annotations

from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_denied
from dragoman.language.words import english, hedges
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_SO_AS = (("in", "order", "to"), ("so", "as", "to"), ("in", "an", "effort", "to"), ("in", "an", "attempt", "to"), ("in", "a", "bid", "to"))  # fmt: skip
_FOR_THAT = frozenset(
    english.lines(
        "keep | save | protect | prevent | avoid | cut | ensure | stop | boost | make | guard | cover | help | raise | attract | curb"
        "| ease | fight | shield | safeguard | secure | spare | reduce | stay | get | win | cope | balance | stabilise | stabilize | offset"
    )
)
"""Verbs of what one does something for."""
_ASKING = frozenset(
    map(
        stem,
        english.lines(
            """
            ask | urge | tell | order | force | want | persuade | invite | press | lobby | beg | need | expect | require | allow | permit
            forbid | refuse | help | call | appeal | plan | pledge | promise | vow | agree | attempt | try | offer | ready | able | due | set
            likely | bound | free | willing | aim | hope | intend | decide | fail | threaten | propose | wish | seek | prepare | choose | bid
            learn | afford | manage | start | begin | continue | cease | have | has | had | chance | right | duty | effort | move | deal
            pressure | obliged | supposed | meant | enough | too | first | last | only | used | going | about | seem | appear | tend | let
            opportunity | money | time | power | way | authority | permission | licence | license | mandate | power | capacity | failure
            demand | request | campaign | drive | struggle | work | fight | encourage | warn | remind | advise | recommend | teach
            """
        ),
    )
)
"""What asks for a verb behind it."""
_UNSURE = (
    hedges.SAYING
    | hedges.DENYING
    | hedges.TALES
    | english.IFS
    | english.MODALS
    | english.FIRST_PERSON
    | english.NEGATORS
)
_PLAIN = frozenset({Effect.NONE, Effect.NARROWS, Effect.PLACE, Effect.WITH_NEGATION})
_LEAST, _MOST = 3, 9
_KEEPS_UP = frozenset(
    english.lines(
        "staff | man | crew | run | operate | fly | drive | fill | feed | heat | light | supply | serve | meet | cover | pay | service | maintain | keep | teach | treat | guard"
    )
)
"""What somebody does with all that he has of a thing; who has not enough for that has not enough of it."""


def without_purpose(line: Line) -> list[Token] | None:
    """The tokens of a sentence without what it is done for, where that stands last; None if it has none."""
    texts = line.texts
    at = next((at for at in range(len(line) - 2, _LEAST - 1, -1) if texts[at] == "to"), 0)
    if at and _is_for_his_own(line, at):
        return line.tokens[:at]
    if not at or len(line) - at > _MOST or is_denied(line):
        return None
    begins = next((at + 1 - len(words) for words in _SO_AS if tuple(texts[at + 1 - len(words) : at + 1]) == words), at)
    if begins == at and texts[at + 1] not in _FOR_THAT:
        return None
    begins -= texts[begins - 1] in (",", "all", "just", "partly", "mainly", "simply")
    rest = range(at + 1, len(line))
    is_plain = all(mark.effect in _PLAIN for one in rest for mark in line.marks[one])
    names = any(m.kind != PRONOUN for one in rest for m in line.mentions[one])
    counts = any(line.figures[one] is not None for one in rest)
    is_one = not any(line.is_cut(one) for one in rest) and _UNSURE.isdisjoint(texts[at:])
    asks = begins == at and any(token.stem in _ASKING for token in line.tokens[:begins] if token.text != "has")
    asks = asks or line.tokens[begins - 1].stem in _ASKING
    if begins < _LEAST or not is_plain or names or counts or not is_one or asks:
        return None
    return line.tokens[:begins]


def _is_for_his_own(line: Line, at: int) -> bool:
    """Whether there is enough of a thing, or not, for what somebody has himself: `has not enough crew to staff its planes`."""
    texts = line.texts
    is_own = at + 4 == len(line) and texts[at + 1] in _KEEPS_UP and texts[at + 2] in ("its", "their")
    return is_own and "enough" in texts[max(0, at - 3) : at - 1]
