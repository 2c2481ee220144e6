"""What stands before a name and says who or what that is, said behind it or by itself.

    A's owner B does it, A owner B does it      ->  B, the owner of A, does it
    the owner of A, B, does it                  ->  B, the owner of A, does it
    A and its rival B do it                     ->  A and B do it; B is the rival of A
    the bankrupt A does it                      ->  A is bankrupt; A does it
    the Ruritanian club A does it               ->  A is a Ruritanian club; A does it

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE, ANY, GOVERNMENT, NAME
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import Mention
from dragoman.language.turns.renamed import is_denied, said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_NAMES = frozenset({NAME, ANY, GOVERNMENT})
_FINITE = english.BE | english.HAVE | english.DO | {"will"}
_NO_ROLE = (
    PREPOSITIONS | english.BE | english.HAVE | english.DO | english.MODALS | english.NEGATORS | english.BOUNDARIES
)
_OF_THEN = frozenset(
    english.lines(
        "former | late | old | new | next | last | first | future | present | current | early | other | same | only | main | once | then | ex"
        "| right | little | great | big | poor | two | three | whole | rest | would-be | potential | possible | alleged | supposed | self-styled"
    )
)
"""What says before a name when he was so, or how he is spoken of, and not how he is."""
_MOST_ROLE = 2


def apposed(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    yield from _his_role(line)
    yield from _role_of(line)
    yield from _and_his(line)
    yield from _state_before(line)


def _his_role(line: Line) -> Iterator[list[Token]]:
    """`A's owner B does it`, `A's owner, B, does it`, `A owner B does it`: B, the owner of A, does it."""
    start = int(line.texts[:1] == ["the"])
    owner = _name(line, start)
    if owner is None:
        return
    is_owned = line.texts[owner.end : owner.end + 1] == ["'s"]
    first = owner.end + is_owned
    for end in range(first + 1, first + 1 + _MOST_ROLE):
        if not _is_role(line, first, end) or (not is_owned and (end > first + 1 or line.texts[first].endswith("s"))):
            return
        if (told := _put_behind(line, (start, owner.end), (first, end), end, is_apart=is_owned)) is not None:
            yield told


def _role_of(line: Line) -> Iterator[list[Token]]:
    """`the owner of A, B, does it`: B, the owner of A, does it."""
    of = line.texts.index("of") if line.texts[:1] == ["the"] and "of" in line.texts[:4] else 0
    start = of + 1 + (line.texts[of + 1 : of + 2] == ["the"])
    owner = _name(line, start)
    if not of or owner is None or not _is_role(line, 1, of) or line.texts[owner.end : owner.end + 1] != [","]:
        return
    if (told := _put_behind(line, (start, owner.end), (1, of), owner.end, is_apart=True)) is not None:
        yield told


def _put_behind(
    line: Line, owner: tuple[int, int], role: tuple[int, int], at: int, *, is_apart: bool
) -> list[Token] | None:
    """The sentence with the role behind who is named at `at`, or behind a comma there if it may be set apart by two."""
    is_cut = is_apart and line.texts[at : at + 1] == [","]
    start = at + is_cut
    named = _name(line, start + (line.texts[start : start + 1] == ["the"]))
    if named is None or named.end + 1 >= len(line) or line.texts[named.end] == "'s":
        return None
    rest = named.end
    if is_cut:
        if line.texts[rest] != ",":
            return None
        rest += 1
    if not _is_verb(line, rest):
        return None
    like = line.tokens[0]
    the, of, comma = said_for(("the",), like), said_for(("of",), like), [_comma(like)]
    noun = [*the, *line.tokens[slice(*role)], *of, *line.tokens[slice(*owner)]]
    return [*line.tokens[start : named.end], *comma, *noun, *comma, *line.tokens[rest:]]


def _and_his(line: Line) -> Iterator[list[Token]]:
    """`A and its rival B do it`: A and B do it; B is the rival of A."""
    start = int(line.texts[:1] == ["the"])
    owner = _name(line, start)
    end = owner.end if owner is not None else 0
    if owner is None or line.texts[end : end + 1] != ["and"] or line.texts[end + 1 : end + 2] not in _ITS:
        return
    for to in range(end + 3, end + 3 + _MOST_ROLE):
        if not _is_role(line, end + 2, to):
            return
        is_cut = line.texts[to : to + 1] == [","]
        first = to + is_cut
        named = _name(line, first + (line.texts[first : first + 1] == ["the"]))
        rest = named.end + is_cut if named is not None else len(line)
        if named is None or rest >= len(line) or (is_cut and line.texts[named.end] != ",") or not _is_verb(line, rest):
            continue
        like = line.tokens[0]
        who = line.tokens[first : named.end]
        is_the = said_for(("is", "the"), like)
        told = [*who, *is_the, *line.tokens[end + 2 : to], *said_for(("of",), like), *line.tokens[start : owner.end]]
        yield [*line.tokens[: end + 1], *who, *line.tokens[rest:], *said_for((";",), like), *told]


def _state_before(line: Line) -> Iterator[list[Token]]:
    """`the bankrupt A does it`: A is bankrupt; A does it. `The Ruritanian club A`: A is a Ruritanian club."""
    for at in range(len(line) - 2):
        if line.texts[at] != "the" or (at and (is_denied(line) or not _is_verb(line, at - 1))):
            continue
        what = at + 1
        adjective = next((m for m in line.mentions[what] if m.kind == ADJECTIVE and len(m.names) == 1), None)
        end = adjective.end if adjective is not None else what + 1
        named = _name(line, end)
        kind = named is None and end < len(line) and _name(line, end + 1)
        named = kind or named
        if not named or (adjective is not None and not kind):
            continue
        if adjective is None and (line.mentions[what] or line.figures[what] is not None or not _is_state(line, what)):
            continue
        if kind and line.texts[end] not in line.grammar.lexicon.kinds[named.names[0]]:
            continue
        name = end + bool(kind)
        is_behind = named.end == len(line) or line.is_cut(named.end) or line.texts[named.end] in PREPOSITIONS
        if (at and not is_behind) or (not at and not _is_verb(line, named.end)):
            continue
        like = line.tokens[at]
        who = line.tokens[name : named.end]
        says = said_for(("is", "a") if kind else ("is",), like)
        told = [*who, *says, *line.tokens[what:name]]
        yield [*told, *said_for((";",), like), *line.tokens[: at + 1], *line.tokens[name:]]
        return


_ITS = (["its"], ["their"], ["his"], ["her"])


def _name(line: Line, at: int) -> Mention | None:
    """The one who is named there by name, the longest."""
    named = line.mentions[at] if at < len(line) else []
    return max((m for m in named if m.kind in _NAMES and len(m.names) == 1), key=lambda m: m.end, default=None)


def _is_role(line: Line, start: int, end: int) -> bool:
    """Whether what stands there may be what somebody is to another: a noun, with a word before it or none."""
    words = range(start, min(end, len(line)))
    is_plain = all(line.tokens[at].is_word and line.texts[at] not in _NO_ROLE for at in words)
    is_named = any(line.mentions[at] or line.figures[at] is not None for at in words)
    return 0 < len(words) <= _MOST_ROLE and is_plain and not is_named


def _is_state(line: Line, at: int) -> bool:
    text = line.texts[at]
    return line.tokens[at].is_word and text not in _OF_THEN | _NO_ROLE | english.CARRY_NOTHING


def _is_verb(line: Line, at: int) -> bool:
    """Whether a verb that shows its person may stand there."""
    text = line.texts[at] if at < len(line) else ""
    is_plain = bool(text) and line.tokens[at].is_word and not line.mentions[at] and text not in PREPOSITIONS
    return text in _FINITE or (is_plain and text.endswith(("s", "ed")) and text not in english.CARRY_NOTHING)


def _comma(like: Token) -> Token:
    return Token(",", ",", like.start, like.start, False)
