"""Words beside a verb that make another of it, or say less than the phrase that has the verb.

sanctions are on hold · it is not beyond doubt · it sort of leads · it thought better of it     are other verbs
X has kept its troops out of Y                                                                  is not `X's troops are out of Y`
X gets stronger through trade with Y                                                            is not said of the trade
sanctions do not hurt X any more                                                                they may be there all the same
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.language.clauses.cutter import Piece
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.telling.scopes import behind_names
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Rulebook

_OTHERWISE = frozenset(
    {"on hold", "on ice", "not beyond", "not past", "not without", "there to", "takes on", "take on", "took on"}
)
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
_IN_MIND = frozenset({"plans", "plan", "feels", "feel"})
"""Verbs of what somebody intends or feels: he need neither have it nor be so."""
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
    filling = {at for one in piece.hit.bound for at in range(one.start, one.end)}
    for at in range(piece.hit.start, min(piece.hit.end + _BESIDE, len(texts) - 1)):
        two = " ".join(texts[at : at + 2])
        if two in _OTHERWISE and two not in piece.phrase.text and at not in filling:
            return True
        if two == "better of" and not _THOUGHT_BETTER.isdisjoint(texts[at + 2 : at + 3]):
            return True
        if (
            texts[at] in _KEEPS
            and _is_kept_out(texts, at)
            and "keep" not in piece.phrase.text
            and "kept" not in piece.phrase.text
        ):
            return True
        if two in _VAGUE and two not in piece.phrase.text:
            is_apart = at + 2 == len(texts) or texts[at - 1] == "," or texts[at - 1] in english.BE
            if is_apart or at in behind_names(line, piece.hit):
                return True
    return False


def _is_kept_out(texts: list[str], at: int) -> bool:
    """Whether somebody keeps what is his out of somewhere: it need never have been there."""
    return texts[at + 1 : at + 2] != [] and texts[at + 1] in _OWN and not _OUT.isdisjoint(texts[at + 3 : at + 5])


_KEEPS = frozenset({"keep", "keeps", "kept", "keeping"})
_OWN = frozenset({"its", "their", "his", "her"})
_OUT = frozenset({"out", "away", "off"})


def is_said_of_another(line: Line, piece: Piece) -> bool:
    """Whether it stands before the thing by which it is so, and the phrase says it of that: `gets stronger through trade`."""
    own, hit = words_of(piece.phrase.text), piece.hit
    taken = {one for at, mark in hit.marks for one in range(at, mark.end)}
    taken |= {at for one in hit.bound for at in range(one.start, one.end)}
    return any(
        line.texts[at] in _BY_WHICH and line.texts[at] not in own and at not in taken
        for at in range(hit.start + 1, min(hit.last, len(line) - 1))  # and not `gets its plans through`
    )


def is_between_persons(rulebook: Rulebook, line: Line, piece: Piece) -> bool:
    """Whether two who lead are said to get on, as men do, and the phrase says it of what they lead."""
    hit = piece.hit
    said = f" {' '.join(line.texts[hit.start : hit.end])} "
    if sum(one.mention is not None for one in hit.bound) < 2 or not any(f" {words} " in said for words in _AS_PERSONS):
        return False
    leaders = {
        alias.lower()
        for entity in rulebook.entities.values()
        for alias, kind in entity.kinds.items()
        if kind == "leader"
    }
    named = {" ".join(line.texts[one.start : one.end]) for one in hit.bound if one.mention is not None}
    return named <= leaders and not any(one in piece.phrase.text.lower() for one in leaders)


def denies_only_what_is_felt(rulebook: Rulebook, line: Line, piece: Piece, *, is_denied: bool) -> bool:
    """Whether it says of something only that it is not felt, and the fact, that it is there: `do not hurt`."""
    if not is_denied or not piece.phrase.holds or not piece.phrase.fixed:
        return False
    hit = piece.hit
    named = {at for one in hit.bound for at in range(one.start, one.end)}
    felt = {line.texts[at] for at in range(hit.start, min(hit.end, len(line))) if at not in named} & _FELT
    if not felt:
        return False
    said = set(map(stem, words_of(rulebook.facts[piece.phrase.fact].says)))
    return said.isdisjoint(map(stem, felt))


def is_only_in_mind(line: Line, piece: Piece) -> bool:
    """Whether somebody plans or feels, and the phrase says what he has or is: `plans for X badly`, `has a plan for X`."""
    first = piece.hit.start + (line.texts[piece.hit.start] in english.ARTICLES)
    doers = [one for at in (piece.hit.start, first) for one in line.mentions[at] if one.kind != ADJECTIVE]
    verbs = {"".join(line.texts[one.end : one.end + 1]) for one in doers}
    words = words_of(piece.phrase.text)
    wanted = {
        one.removesuffix("s") for one, other in pairwise(words) if other == "to"
    }  # `{a} and {b} plan to`: A plans to
    return any(verb in _IN_MIND and verb not in words and verb.removesuffix("s") not in wanted for verb in verbs)


def is_a_noun(line: Line, piece: Piece) -> bool:
    """Whether a noun stands for the verb of a phrase: `is a lie` for what lies in a drawer, `on the plan` for who plans."""
    texts, text, own = line.texts, piece.phrase.text, set(words_of(piece.phrase.text))
    named = {at for one in piece.hit.bound for at in range(one.start, one.end)}
    for at in range(piece.hit.start + 1, min(piece.hit.end, len(texts))):
        verb = f"{texts[at]}s"
        if (
            at in named
            or texts[at] in own
            or verb not in own
            or re.search(rf"\}} \(?[^(){{}}]*\b{re.escape(verb)}\b", text) is None
        ):
            continue
        article = next((one for one in (at - 1, at - 2) if one > 0 and texts[one] in english.ARTICLES), 0)
        if article and texts[article - 1] in english.BE | PREPOSITIONS - {"of", "in"}:  # who puts a cap on it caps it
            return True
    return False
