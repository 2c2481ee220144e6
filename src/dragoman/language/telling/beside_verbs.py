"""Words beside a verb that make another of it, or say less than the phrase that has the verb.

    sanctions are on hold · it is not beyond doubt · it sort of leads · it thought better of it     are other verbs
    X gets stronger through trade with Y                                                            is not said of the trade
    sanctions do not hurt X any more                                                                they may be there all the same
"""

from __future__ import annotations

from dragoman.language.clauses.cutter import Piece
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.telling.scopes import behind_names
from dragoman.language.words import english
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Rulebook

_OTHERWISE = frozenset({"on hold", "on ice", "not beyond", "not past", "not without", "there to"})
_THOUGHT_BETTER = frozenset({"it", "that", "this"})
_VAGUE = frozenset({"sort of", "kind of"})
_BESIDE = 3
"""Tokens behind a clause that may still be said of it."""
_BY_WHICH = frozenset({"through", "via"})
"""What stands before that by which something is so: what is said before it is said of somebody else."""
_AS_PERSONS = english.lines(
    """
    get on | gets on | get along | gets along | friends | pals | mates | click | hit it off | famously | like | likes | love | hate | hates
    embrace | dine | joke | laugh | swimmingly | house on fire | fond
    """
)
"""How two men are with each other, and states as well where states are named."""
_FELT = frozenset(
    english.lines(
        """
        hurt | hurts | hurting | bite | bites | biting | squeeze | squeezes | squeezing | hit | hits | hitting | harm | harms
        harming | hamper | hampers | hampering | hobble | hobbles | hobbling | burden | burdens | burdening | plague | plagues
        suffer | suffers | suffering | groan | groans | groaning | chafe | chafes | struggle | struggles | struggling | ache | aches
        damage | damages | bother | bothers | bothered | trouble | troubles | weigh | weighs | weighing | affect | affects | affected
        affecting | impress | impresses | impressed | work | works | working | matter | matters
        """
    )
)
"""What is felt of a thing: what is not felt may be there."""


def is_another_verb(line: Line, piece: Piece) -> bool:
    """Whether words that stand beside a verb make it another: `are on hold`, `is not beyond doubt`, `sort of leads it`."""
    texts = line.texts
    for at in range(piece.hit.start, min(piece.hit.end + _BESIDE, len(texts) - 1)):
        two = " ".join(texts[at : at + 2])
        if two in _OTHERWISE and two not in piece.phrase.text:
            return True
        if two == "better of" and not _THOUGHT_BETTER.isdisjoint(texts[at + 2 : at + 3]):
            return True
        if two in _VAGUE and (at + 2 == len(texts) or texts[at - 1] == "," or at in behind_names(line, piece.hit)):
            return True
    return False


def is_said_of_another(line: Line, piece: Piece) -> bool:
    """Whether it stands before the thing by which it is so, and the phrase says it of that: `gets stronger through trade`."""
    own, hit = words_of(piece.phrase.text), piece.hit
    taken = {one for at, mark in hit.marks for one in range(at, mark.end)}
    taken |= {at for one in hit.bound for at in range(one.start, one.end)}
    return any(
        line.texts[at] in _BY_WHICH and line.texts[at] not in own and at not in taken
        for at in range(hit.start + 1, min(hit.last, len(line)))
    )


def is_between_persons(rulebook: Rulebook, line: Line, piece: Piece) -> bool:
    """Whether two who lead are said to get on, as men do, and the phrase says it of what they lead."""
    hit = piece.hit
    said = f" {' '.join(line.texts[hit.start : hit.end])} "
    if sum(one.mention is not None for one in hit.bound) < 2 or not any(f" {words} " in said for words in _AS_PERSONS):  # noqa: PLR2004
        return False
    leaders = {
        alias.lower() for entity in rulebook.entities.values() for alias, kind in entity.kinds.items() if kind == "leader"
    }
    named = {" ".join(line.texts[one.start : one.end]) for one in hit.bound if one.mention is not None}
    return named <= leaders and not any(one in piece.phrase.text.lower() for one in leaders)


def denies_only_what_is_felt(line: Line, piece: Piece, *, is_denied: bool) -> bool:
    """Whether it says of something only that it is not felt, and the phrase, that it is there: `do not hurt`."""
    if not is_denied or not piece.phrase.holds:
        return False
    own, felt = set(words_of(piece.phrase.text)), _FELT.intersection(line.texts[piece.hit.start : piece.hit.end])
    return bool(felt & own) and len(own - _FELT - PREPOSITIONS) > 0 and bool(piece.phrase.fixed)
