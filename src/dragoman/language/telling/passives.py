"""What was done, and so is done: `was rated poor` where a phrase has it so, `was approved by the office`.

Of what somebody was (`was strong`) it is open whether he still is. A figure that a phrase says in the past (`turnout was 61
percent`) is told so, however long ago it was taken. Who was approved by somebody is approved, as who approved
him has done so; and where a phrase of a fact says `was rated`, it is so by that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.language.clauses.match import Bound
from dragoman.language.grammar.phrases import Phrase
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import UNCHANGED, is_only_participle, is_past_participle, is_simple_past, stem

_WAS = frozenset({"was", "were"})
_SAID = r"\s+(?:\(([^()]*)\)|([a-z]+))"
_DONE = re.compile(rf"\b(?:was|were){_SAID}")
_BEEN = re.compile(rf"\bbeen{_SAID}")
"""What has been done once is by that done: `(received|been given) a licence`."""
_DONE_OR = re.compile(rf"\(([^()]*)\){_SAID}")
"""The same where a phrase gives a choice of helping verbs."""
_STATES = frozenset(map(stem, english.lines(
    """
    closed | shut | open | opened | blocked | locked | broken | damaged | flooded | covered | crowded | occupied | based | located
    connected | interested | worried | concerned | satisfied | divided
    """
)))  # fmt: skip
"""What says how something is as well as what was done: with `(is|was) closed` a phrase says no deed."""
_OTHERWISE = frozenset(
    {
        Effect.BYGONE,
        Effect.UNTIL,
        Effect.ENDED,
        Effect.FORMER,
        Effect.NEGATES,
        Effect.NO_LONGER,
        Effect.NEARLY,
        Effect.DENIED_BY,
    }
)
"""What says when it was so, or that it was not done: who was not closed by the office may be closed, and what was not seen be there."""
_OUTCOMES = frozenset(
    english.lines(
        "accepted | admitted | adopted | approved | authorised | authorized | cancelled | canceled | concluded | completed | declined"
        "| dismissed | granted | lifted | ratified | refused | rejected | revoked | scrapped | signed | terminated | turned | withdrawn"
        "| announced | appointed | dissolved | eased | extended | imposed | launched | lowered | postponed | raised | renewed | suspended | tightened | halted | stopped | finished | discontinued | abandoned"
    )
)
"""What came of something, or was made of it, where it is the word of a slot: `was rejected`, `was raised`."""
_BY, _MOST_BY = 3, 8
"""Tokens behind a participle within which somebody does it, whoever, or one who is named."""


@lru_cache(maxsize=1 << 12)
def _done_in(text: str) -> frozenset[str]:
    """The stems of what was done in a phrase, as it is written."""
    several = {options or word for options, word in _DONE.findall(text)}
    found = {stem(word) for one in several for word in re.findall(r"[a-z]+", one)}
    found |= {stem(word) for one in _BEEN.findall(text) for word in re.findall(r"[a-z]+", "".join(one))} - _STATES
    for helping, options, word in _DONE_OR.findall(text):
        verbs = frozenset(helping.split("|"))
        said = {stem(one) for one in re.findall(r"[a-z]+", options or word)} if verbs & _WAS else set[str]()
        found |= said - _STATES if verbs & english.BE - _WAS else said
    return frozenset(found)


def is_deed(line: Line, at: int, phrase: Phrase) -> bool:
    """Whether a word is a deed by which a fact is so: the phrases of the fact have it as what was done, and in no other form."""
    word = line.texts[at]
    if not is_past_participle(word):
        return False
    book, root = line.grammar.book.phrases, line.tokens[at].stem
    texts = (book[number].text for number in line.grammar.meanings[phrase.meaning])
    said = frozenset[str]().union(*(_forms_in(text).get(root, _NONE) for text in texts))
    return said == {word} or (
        is_only_participle(word) and bool(said) and all(one == word or is_simple_past(one) for one in said)
    )


_WAS_SO_MUCH = re.compile(r"\b(?:was|were)(?:\|[^()]*)?\)? \{")
_NEAR = 5
"""Tokens behind a `was` or `had` within which its figure stands."""


def _was_so_much(line: Line, at: int, phrase: Phrase) -> bool:
    """Whether a `was` or `had` goes with a figure, and a phrase of the fact says how much it was."""
    is_figure = any(figure is not None for figure in line.figures[at + 1 : at + 1 + _NEAR])
    book = line.grammar.book.phrases
    alike = (book[number].text for number in line.grammar.meanings[phrase.meaning]) if is_figure else ()
    return any(_WAS_SO_MUCH.search(text) for text in alike)


_NONE = frozenset[str]()


@lru_cache(maxsize=1 << 12)
def _forms_in(text: str) -> dict[str, frozenset[str]]:
    """The words of a phrase by their stem."""
    found: dict[str, frozenset[str]] = {}
    for word in re.findall(r"(?<![{a-z_@])[a-z]+", text.casefold()):
        found[stem(word)] = found.get(stem(word), _NONE) | {word}
    return found


def is_done(line: Line, at: int, phrase: Phrase, marks: list[Mark], bound: Sequence[Bound]) -> bool:
    """Whether a `was` at a token says with the participle behind it what was done for good, by a phrase or by somebody."""
    verb = at + 1
    while verb < len(line) and line.texts[verb] in english.FILLERS:
        verb += 1
    if line.texts[at] in english.PAST_BE and _was_so_much(line, at, phrase):
        return _OTHERWISE.isdisjoint(mark.effect for mark in marks)
    if line.texts[at] not in _WAS or verb == len(line):
        return False
    if not (is_past_participle(line.texts[verb]) or line.texts[verb] in UNCHANGED) or any(
        mark.effect in _OTHERWISE for mark in marks
    ):
        return False
    book = line.grammar.book.phrases
    alike = (book[number] for number in line.grammar.meanings[phrase.meaning])
    is_own = any(not _done_in(one.text).isdisjoint(line.hearable[verb]) for one in alike)
    is_lasting = line.texts[verb] in english.LASTING or is_deed(line, verb, phrase)
    is_outcome = line.texts[verb] in _OUTCOMES and any(one.words and one.start == verb for one in bound)
    return is_own or is_outcome or (is_lasting and _is_by_somebody(line, verb))


def _is_by_somebody(line: Line, verb: int) -> bool:
    """Whether somebody does it, with nothing between but to whom or to what he does it: `was granted to B by A`."""
    by = next((at for at in range(verb + 1, min(len(line) - 1, verb + 1 + _MOST_BY)) if line.texts[at] == "by"), 0)
    if 0 < by <= verb + _BY:
        return True
    behind = by + 1 + (line.texts[by + 1] in english.ARTICLES)
    return (
        bool(by)
        and behind < len(line)
        and bool(line.mentions[behind])
        and not any(
            line.is_cut(at) or is_past_participle(line.texts[at]) or line.texts[at] in english.RELATIVE
            for at in range(verb + 1, by)
        )
    )
