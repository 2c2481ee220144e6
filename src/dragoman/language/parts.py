"""Clauses of a sentence that are heard as sentences of their own: a tail that goes on from the rest, a heading, a bare answer.

A is in B, which cannot be said of C     ->  A is in B. Which cannot be said of C
A and B compared: C needs A              ->  A and B compared. C needs A
A is open, no, shut                      ->  A is open. no, shut
it isn't, it is an observer              ->  it isn't. it is an observer
"""

from __future__ import annotations

import re

from dragoman.language.corrections.continued import tail_at
from dragoman.language.ellipsis.answered import Answer, answer_of
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.stops import Sentence, part_of, without_asides
from dragoman.language.words import english
from dragoman.language.words.hedges import SAYING

_COMPARED = re.compile(r"^[^:.]{3,80}?,? (?:compared|in comparison|by comparison|side by side)\s*:", re.IGNORECASE)
_LONGEST_ANSWER = 9
"""Tokens."""
_HELPERS = english.BE | english.DO | english.HAVE
_BEGINNING = english.ARTICLES | (english.PRONOUNS - {"them"}) | {"that", "this"}
"""What a clause with a subject of its own may begin with, beside a name."""
_ASIDE = SAYING | english.FIRST_PERSON | {"seems", "appears", "true", "you", "we", "say", "think", "thinks", "believes"}
"""What stands in a clause that is put in: `it is not, he says, a member`."""
_LONGEST_ASIDE = 6
_ASSURING = frozenset(english.lines("really | seriously | honestly | truly | indeed"))
_LEAST_BEFORE = 3
"""Tokens before what somebody puts right at once."""
_SO = frozenset({"so", "nor", "neither"})
_LEAST_SO = 5


def in_parts(one: Sentence) -> list[Sentence]:
    """A sentence, and a last clause of it that goes on from the rest: `A is in B, which cannot be said of C`; `A and B compared: ...`.

    Or what only answers and the clause behind it: what the answer denies, that clause does not.
    """
    if (end := _end_of_answer(one) or _end_of_so(one)) and not one.is_asked:
        return [part_of(one, one.tokens[:end])._replace(is_open=False), part_of(one, one.tokens[end + 1 :])]
    if (heading := _COMPARED.match(one.text)) is not None and not one.is_asked:
        ahead = [token for token in one.tokens if token.end < heading.end()]
        rest = [token for token in one.tokens if token.start >= heading.end()]
        return [part_of(one, ahead), part_of(one, rest)] if ahead and len(rest) > 2 else [one]
    if (slip := _end_of_slip(one)) and not one.is_asked:
        return [part_of(one, one.tokens[:slip])._replace(is_open=False), part_of(one, one.tokens[slip + 1 :])]
    at = 0 if one.is_asked else tail_at(one.text)
    head = [token for token in one.tokens if token.end <= at]
    tail = [token for token in one.tokens if token.start >= at]
    while head and head[-1].text in (",", "-"):
        head.pop()
    return [part_of(one, head), part_of(one, tail)] if at and len(head) > 2 and tail else [one]


def with_answers(several: list[Sentence]) -> list[Sentence]:
    """The sentences but for mere asides; what answers a question is none."""
    kept = {one.start for one in without_asides(several)}
    return [
        one
        for at, one in enumerate(several)
        if one.start in kept or (at and several[at - 1].is_asked and answer_of(one.tokens) is not None)
    ]


def _end_of_answer(one: Sentence) -> int:
    """Where the comma stands behind an answer that a clause follows: `it isn't, it is an observer`; 0 if none does."""
    texts = [token.text for token in one.tokens[: _LONGEST_ANSWER + 2]]
    for at in range(2, len(texts) - 1):
        if (
            texts[at] not in (",", "-", ":")
            or _HELPERS.isdisjoint(texts[:at])
            or english.PRONOUNS.isdisjoint(texts[:at])
        ):
            continue
        rest = one.tokens[at + 1 :]
        inner = [token.text for token in rest[:_LONGEST_ASIDE] if not token.is_capital]
        begins = rest[0].text in _BEGINNING or rest[0].is_capital
        is_clause = begins and len(rest) > 1 and _ASIDE.isdisjoint(inner)
        if is_clause and answer_of(one.tokens[:at]) in (Answer.YES, Answer.NO):
            return at
    return 0


def _end_of_slip(one: Sentence) -> int:
    """Where the mark stands behind what somebody puts right at once: `A is open, no, shut`; 0 if he does not.

    `there is none, no, none at all` only says it once more.
    """
    texts = [token.text for token in one.tokens]
    return next(
        (
            at
            for at in range(_LEAST_BEFORE, len(texts) - 3)
            if texts[at] in (",", "-")
            and texts[at + 1 : at + 3] in (["no", ","], ["no", "wait"], ["no", "sorry"])
            and texts[at + 3] not in english.NEGATORS | _ASSURING
            and (english.NEGATORS.isdisjoint(texts[:at]) or english.NEGATORS.isdisjoint(texts[at + 2 :]))
        ),
        0,
    )


def _end_of_so(one: Sentence) -> int:
    """Where the comma stands behind a clause that only says the same of another: `so does B, and who knows, ...`; 0 if none does."""
    texts = [token.text for token in one.tokens[: _LONGEST_ANSWER + 2]]
    if len(texts) < _LEAST_SO or texts[0] not in _SO or texts[1] not in _HELPERS:
        return 0
    at = next((at for at in range(3, len(texts) - 2) if texts[at] == ","), 0)
    is_told_apart = at > 0 and (texts[at + 2] in PREPOSITIONS or texts[at + 2] in ("only", "not", "just", "less"))
    return at if at and texts[at + 1] in ("and", "but") and texts[at + 2] != "so" and not is_told_apart else 0
