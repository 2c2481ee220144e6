"""A verb whose past is like its present: what several do in it may well be so now.

A and B put money into C       they put it there now, or did
strikes of A hit B             they hit it now, or did
A put money into B             it did, once
A and B put it there in 2010   they did
"""

from __future__ import annotations

from dragoman.language.grammar.lexicon import PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, is_simple_past

_THEN = frozenset({"was", "were", "had", "did", "when", "then"})
_OF_THEN = frozenset({Effect.BYGONE, Effect.PAST, Effect.FORMER})
_LEAST_PLURAL = 4


def is_of_now(line: Line, verb: int) -> bool:
    """Whether several do it in such a verb there, and nothing else in the sentence is of then."""
    others = (text for text in line.texts if text != line.texts[verb])
    is_then = any(text in _THEN or is_past_participle(text) or is_simple_past(text) for text in others)
    return (
        not is_then
        and (_are_named(line, verb) or _are_things(line, verb))
        and not any(mark.effect in _OF_THEN for marks in line.marks for mark in marks)
    )


def _are_named(line: Line, verb: int) -> bool:
    """Whether those who are named before a verb are several, or a people, or go by a name in the plural: `the nurses put`."""
    end = verb
    while end and line.texts[end - 1] in english.FILLERS:
        end -= 1
    for at in range(end):
        for one in line.mentions[at]:
            is_plural = "the" in line.texts[max(0, at - 1) : at + 1] and _is_plural(line.texts[end - 1])
            if one.end == end and (len(one.names) > 1 or one.kind == PEOPLE or one.pronoun == "they" or is_plural):
                return _is_alone(line, at)
    return False


def _is_alone(line: Line, at: int) -> bool:
    """Whether nobody and nothing of theirs is meant who is named from there: `of the nurses` is of one thing or several."""
    before = at - (at > 0 and line.texts[at - 1] in english.ARTICLES)
    return before == 0 or line.is_cut(before - 1) or line.marks[before - 1] != []


def _are_things(line: Line, verb: int) -> bool:
    """Whether a sentence begins with things that do it, of whomever they are: `strikes of A hit B`."""
    first = int(line.texts[0] in english.ARTICLES)
    is_thing = first + 1 < verb and line.tokens[first].is_word and not (line.mentions[first] or line.marks[first])
    return is_thing and _is_plural(line.texts[first]) and line.texts[first + 1] in ("of", "by", "from", "at")


def _is_plural(text: str) -> bool:
    return len(text) > _LEAST_PLURAL and text.endswith("s") and not text.endswith(("ss", "us", "is"))
