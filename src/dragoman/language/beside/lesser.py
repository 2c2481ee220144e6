"""What stands behind a denial and says what lesser thing is so instead, and what is granted behind `even if`: the rest is so without it.

    A does not lead it, it merely gives the longest speeches     ->  A does not lead it
    A has no base there, only a canteen that looks like one      ->  A has no base there
    A is no member of it, even if half the town believes it      ->  A is no member of it

`A does not sway B, it rules it` denies only that it is no more than that: a tail that goes up and not down stays, as does one
that names somebody or limits what is so (`even if only on paper`). What is of the kind that is denied is not instead of it
(`no base, only a small one`, `no troops, only some officers`), and only what people think, say or feel of something is granted
without a change to it: `even if it is closed by now` is no such thing.
"""

from __future__ import annotations

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english, hedges
from dragoman.language.words.thesaurus import same
from dragoman.language.words.tokens import Token

_ONLY = frozenset({"only", "merely", "just", "simply"})
_DOERS = frozenset({"it", "they", "he", "she"})
_BEING = (english.BE | english.HAVE) - english.PAST_BE
_NO_CLAUSE = (
    frozenset({"only", "just", "merely", "partly", "not", "never", "nominally", "somewhat", "slightly", "then"})
    | PREPOSITIONS
)
_LEAST = 3
_OF_THE_KIND = frozenset(
    english.lines("one | ones | some | few | handful | couple | dozen | dozens | part | half | several | more")
)
"""What stands for what was denied, or counts it."""
_OF_SAYING = hedges.TALES | frozenset(
    english.lines(
        "rumour | rumor | rumours | rumors | lie | lies | guess | thought | hunch | idea | suggestion | test | draft | theory | story | claim"
        "| opinion | question | hope | hypothesis | scenario | prank | bluff | example | typo | exercise"
    )
)
"""What may be said of the denial itself: `it was only a joke`."""
_FEELINGS = frozenset(
    english.lines(
        """
        believe | believes | think | thinks | say | says | claim | claims | deny | denies | grumble | grumbles | complain | complains
        dislike | dislikes | hate | hates | like | likes | love | loves | protest | protests | object | objects | regret | regrets | resent
        resents | mind | minds | care | cares | pretend | pretends | insist | insists | boast | boasts | swear | swears | hope | hopes | wish
        wishes | admit | admits | want | wants | know | knows | notice | notices | see | sees | fear | fears | doubt | doubts | expect | expects
        """
    )
)
"""What somebody thinks, says or feels."""


def without_lesser(line: Line) -> list[Token] | None:
    """The tokens up to such a tail; None if there is none."""
    for at in range(_LEAST, len(line) - 2):
        if line.texts[at] != ",":
            continue
        is_lesser = _is_lesser(line, at + 1) and not english.NEGATORS.isdisjoint(line.texts[:at])
        is_lesser = is_lesser and not _is_of_the_kind(line, at)
        if (is_lesser or _is_granted(line, at + 1)) and _is_silent(line, at + 1):
            return line.tokens[:at]
    return None


def _is_lesser(line: Line, at: int) -> bool:
    """`only a canteen`, `it merely gives speeches`, `they are just guests`."""
    texts = line.texts
    if texts[at] in _ONLY:
        return texts[at + 1] in english.ARTICLES
    behind = at + 1 + (texts[at + 1] in _BEING)
    return texts[at] in _DOERS and behind < len(line) - 1 and texts[behind] in _ONLY


def _is_of_the_kind(line: Line, comma: int) -> bool:
    """Whether what is so instead is what was denied, in other words or a little of it."""
    texts = line.texts
    end = next((at for at in range(comma + 2, len(line)) if texts[at] in english.RELATIVE | PREPOSITIONS), len(line))
    carrying = [token for token in line.tokens if token.is_word and token.text not in english.CARRY_NOTHING]
    instead = {token.stem for token in line.tokens[comma:end] if token in carrying}
    denied = {token.stem for token in line.tokens[:comma] if token in carrying}
    denied = denied.union(*(ring for several in line.near[:comma] for _, ring in several))
    return not (
        _OF_THE_KIND.isdisjoint(texts[comma:end])
        and instead.isdisjoint(denied.union(*(same((one,)) for one in denied)))
    )


def _is_granted(line: Line, at: int) -> bool:
    """`even if it grumbles`."""
    texts = line.texts
    is_clause = len(line) > at + 3 and texts[at + 2] not in _NO_CLAUSE and not texts[at + 2].endswith("ly")
    return texts[at : at + 2] == ["even", "if"] and is_clause and not _FEELINGS.isdisjoint(texts[at + 2 :])


def _is_silent(line: Line, at: int) -> bool:
    """Whether nobody is named there, nothing is said of what was said, and nothing follows behind a mark."""
    named = (mention for several in line.mentions[at:] for mention in several)
    is_nobody = all(mention.kind == PRONOUN or mention.pronoun for mention in named)
    is_silent = is_nobody and _OF_SAYING.isdisjoint(line.texts[at:])
    return is_silent and {",", ";", ":", "-", "but", "because", "until", "unless", "yet"}.isdisjoint(line.texts[at:])
