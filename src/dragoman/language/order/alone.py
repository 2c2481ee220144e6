"""Who alone does something, as one who does it; what is denied twice, or of somebody of all, as what is so or is not.

    nobody but A makes it · A and nobody else makes it                     ->  A makes it
    not even A makes it                                                    ->  A does not make it
    it is not true that A does not make it                                 ->  A does make it
    A is unable to make it                                                 ->  A can not make it

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import Mention
from dragoman.language.turns.renamed import named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form

_NONE_BUT = Cues(
    """
    (nobody|no one|noone|none) [else] (but|except|except for|besides|save|save for|bar|barring|other than|apart from|aside from|than)
    no (one|body) else (but|except|than)
    """
)
_NOBODY_ELSE = Cues(
    """
    , (and|but) (nobody|no one|noone) else ,
    and (nobody|no one|noone) else
    and only _
    alone
    """
)
_UNTRUE = Cues(
    """
    it (is|would be) (not|never) (true|right|correct|so|the case|accurate|fair) [to say] that
    it (is|would be) (untrue|false|wrong|incorrect|inaccurate|a lie|a mistake) [to (say|claim|think)] that
    """
)
_CUES = frozenset({"nobody", "noone", "none", "alone", "no", "unable", "able"})
_UNLESS = (
    english.IFS
    | english.MODALS
    | frozenset(english.lines("perhaps | maybe | all | every | each | both | only | always | never | no | any"))
)
_HELPING = english.BE | english.MODALS | {"can", "will"}
_IS = frozenset({"is", "are"})
_MOST_OPENING = 6
_LEAST = 2


def alone(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    if not _CUES.isdisjoint(line.texts):
        yield from _none_but(line)
        yield from _and_nobody_else(line)
        yield from _unable(line)


def undenied(line: Line) -> Sequence[Token]:
    """The tokens of a sentence with its denial where a plain one has it, before a phrase takes one without it."""
    return next(_not_even(line), line.tokens) if line.texts[:2] == ["not", "even"] else line.tokens


def _doer(line: Line, at: int) -> Mention | None:
    """Somebody by name, behind whom stands what he does."""
    named = named_at(line, at + (line.texts[at : at + 1] == ["the"]))
    if named is None or named.kind in (PEOPLE, ADJECTIVE) or named.excluded or named.end + _LEAST > len(line):
        return None
    is_verb = line.tokens[named.end].is_word and not line.mentions[named.end]
    return named if is_verb and line.texts[named.end] not in english.BOUNDARIES | PREPOSITIONS | {"or"} else None


def _none_but(line: Line) -> Iterator[list[Token]]:
    """`nobody but A makes it`: A does."""
    for begins in (0, 2) if line.texts[:2] in (["it", "is"], ["it", "'s"]) else (0,):
        found = _NONE_BUT.at_start(spaced(line.texts[begins : begins + _MOST_OPENING]))
        start = begins + found.group().count(" ") if found is not None else 0
        named = named_at(line, start + (line.texts[start : start + 1] == ["the"])) if start else None
        doer = named if begins else _doer(line, start) if start else None
        if doer is not None and english.NEGATORS.isdisjoint(line.texts[start:]):
            yield [*line.tokens[:begins], *line.tokens[start:]]


def _and_nobody_else(line: Line) -> Iterator[list[Token]]:
    """`A and nobody else makes it`, `A alone makes it`: A does."""
    for begins in (0, 2) if line.texts[:2] in (["it", "is"], ["it", "'s"]) else (0,):
        named = named_at(line, begins + (line.texts[begins : begins + 1] == ["the"]))
        if named is None or named.kind in (PEOPLE, ADJECTIVE):
            continue
        found = _NOBODY_ELSE.at_start(spaced(line.texts[named.end : named.end + _MOST_OPENING]))
        end = named.end + found.group().count(" ") if found is not None else 0
        if end and end + 1 < len(line) and english.NEGATORS.isdisjoint(line.texts[end:]):
            yield [*line.tokens[: named.end], *line.tokens[end:]]


def _not_even(line: Line) -> Iterator[list[Token]]:
    """`not even A makes it`: A does not make it."""
    doer = _doer(line, 2) if line.texts[:2] == ["not", "even"] else None
    if doer is None or not english.NEGATORS.isdisjoint(line.texts[2:]) or "together" in line.texts:
        return
    yield [*line.tokens[2 : doer.end], *_denied(line, doer.end)]


def _denied(line: Line, at: int) -> list[Token]:
    """What is done there, as what is not done."""
    verb, behind = line.tokens[at], line.tokens[at + 1 :]
    if verb.text in _HELPING or (verb.text in english.HAVE and behind and is_past_participle(behind[0].text)):
        return [verb, *said_for(("not",), verb), *behind]
    is_third = verb.text.endswith("s") and verb.text not in english.HAVE
    does = first_form(verb.text, Form.THIRD) if is_third else "have" if verb.text in english.HAVE else verb.text
    return [*said_for(("does", "not", does or verb.text), verb), *behind]


def _unable(line: Line) -> Iterator[list[Token]]:
    """`is unable to make it`, `is not able to`, `unable to` of a headline: can not."""
    for at in range(1, len(line) - 2):
        if line.texts[at : at + 2] not in (["unable", "to"], ["able", "to"]):
            continue
        is_not = line.texts[at - 1] == "not" and at > 1
        be = at - 1 - is_not
        is_said = line.texts[be] in _IS
        if is_not is not (line.texts[at] == "able") or (is_not and not is_said):
            continue
        starts = be if is_said else at
        if is_said or english.NEGATORS.isdisjoint(line.texts):
            yield [*line.tokens[:starts], *said_for(("can", "not"), line.tokens[at]), *line.tokens[at + 2 :]]


def denied_twice(line: Line) -> Iterator[list[Token]]:
    """`it is not true that A does not make it`: it does, if that is so or not; who does not dislike something may not like it."""
    if line.texts[:1] != ["it"] or "that" not in line.texts:
        return
    found = _UNTRUE.at_start(spaced(line.texts))
    start = found.group().count(" ") if found is not None else 0
    denied = [at for at in range(start, len(line)) if line.texts[at] in english.NEGATORS] if start else []
    if len(denied) != 1 or line.texts[denied[0]] != "not" or any(line.is_cut(at) for at in range(start, len(line))):
        return
    [at] = denied
    helper = line.texts[at - 1]
    is_plain = helper in english.BE | english.HAVE | english.DO and helper not in ("did", "was", "were", "had")
    if at > start + 1 and is_plain and _UNLESS.isdisjoint(line.texts[start:]):
        yield [*line.tokens[start:at], *line.tokens[at + 1 :]]
