"""What nobody does, or is done to nobody, as what those do not of whom phrases have it.

    nobody is renovating X                    ->  workers are not renovating X, where a phrase has `(workers|they) renovate {x}`
    nobody complains about X                  ->  customers do not complain about X
    nobody is being evicted by A in X         ->  A does not evict tenants in X
    A does not evict anyone in X, evicts nobody in X  ->  A does not evict tenants in X
    they no longer send traffic over X        ->  traffic is no longer sent over X

Nobody is neither a worker nor a tenant, so that it is denied of those as of all. As for all that
:mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import denying, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.stems import UNCHANGED, is_past_participle, stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, first_of_past

_NOBODY = (("nobody",), ("no", "one"), ("noone",), ("not", "a", "soul"))
_ANYONE = frozenset({"anyone", "anybody"})
_ANY, _THERE = frozenset({"anything", "any"}), frozenset({"at", "in", "on"})
_IS, _HAS, _DOES = frozenset({"is", "are"}), frozenset({"has", "have"}), frozenset({"does", "do"})
_LATER = frozenset(english.lines("now | currently | ever | yet | still | even"))
_WHO = tuple(
    english.lines(
        "tenants | residents | families | workers | employees | staff | patients | visitors | guests | customers | drivers"
        "| passengers | students | lecturers | villagers | members | citizens | prisoners | journalists | migrants | protesters | people"
    )
)
"""Those to whom something is done, as phrases call them."""
_FIRST = re.compile(r"^(?:\[[^\]]*\] )?(?:\(([a-z |]+)\)|([a-z]+)) (?=\(?[a-z])")
_DOERS: WeakKeyDictionary[Grammar, tuple[str, ...]] = WeakKeyDictionary()
_MOST_DOERS, _MOST_BEFORE = 12, 5
_MINDING = frozenset(
    map(
        stem,
        english.lines(
            "know | knew | think | thought | believe | say | said | tell | told | claim | deny | doubt | dispute | question | expect | want | wish | hope | fear"
            "| remember | forget | forgot | understand | understood | see | saw | seen | hear | heard | mind | care | notice | mention | admit | accept | care"
        ),
    )
) | {"known", "told"}
"""What nobody does with what is so all the same, or is not."""


def nobody(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    if denying(line.texts) != 1:
        return
    start = next((len(words) for words in _NOBODY if tuple(line.texts[: len(words)]) == words), 0)
    if start:
        yield from _suffers(line, start)
        yield from _does(line, start)
        return
    at = next(
        (n for n in range(2, len(line)) if line.texts[n] in _ANYONE or tuple(line.texts[n : n + 1]) == ("nobody",)), 0
    )
    if at:
        yield from _to_whom(line, at)


def _suffers(line: Line, start: int) -> Iterator[list[Token]]:
    """`nobody is (being) evicted by A in X` as `A does not evict tenants in X`."""
    verb = start + 1 + (line.texts[start + 1 : start + 2] == ["being"])
    by = next((n for n in range(verb + 1, min(len(line) - 1, verb + _MOST_BEFORE)) if line.texts[n] == "by"), 0)
    named = named_at(line, by + 1) if by and line.texts[start] in _IS else None
    base = first_of_past(line.texts[verb], line.grammar.surface) if named is not None else ""
    if named is None or not base:
        return
    does = said_for(("does", "not", base), line.tokens[start])
    for who in (one for one in _WHO if one in line.grammar.surface):
        whom = said_for((who,), line.tokens[0])
        apart = line.tokens[verb + 1 : by]
        yield [*line.tokens[by + 1 : named.end], *does, *whom, *apart, *line.tokens[named.end :]]


def _does(line: Line, start: int) -> Iterator[list[Token]]:
    """`nobody is renovating X`, `nobody complains about X` as `workers are not renovating X`, `customers do not complain about X`."""
    text, like = line.texts[start] if start < len(line) else "", line.tokens[0]
    verb = start + 1
    while verb < len(line) and line.texts[verb] in _LATER:
        verb += 1
    if (
        verb >= len(line)
        or not any(line.mentions[verb:])
        or not _MINDING.isdisjoint(line.tokens[n].stem for n in (start, verb))
    ):
        return
    if text in _IS and line.texts[verb].endswith("ing"):
        helping, doing = ("are", "not"), [line.tokens[verb]]
    elif text in _HAS and (is_past_participle(line.texts[verb]) or line.texts[verb] in UNCHANGED):
        helping, doing = ("have", "not"), [line.tokens[verb]]
    elif first_form(text, Form.THIRD) != text and text not in english.BE | english.HAVE | english.DO:
        helping, doing, verb = ("do", "not"), said_for((first_form(text, Form.THIRD),), line.tokens[start]), start
    else:
        return
    rest = [token for token in line.tokens[verb + 1 :] if token.text not in _ANY]
    is_there = line.texts[verb + 1] == "anything" and bool(rest) and rest[0].text in _THERE
    for who in _doers(line.grammar):
        yield [*said_for((who, *helping), like), *doing, *rest[is_there:]]


def _to_whom(line: Line, at: int) -> Iterator[list[Token]]:
    """`A does not evict anyone in X`, `A evicts nobody in X` as `A does not evict tenants in X`."""
    like = line.tokens[at]
    named = next(
        (m for several in reversed(line.mentions[:at]) for m in several if m.end < at and m.kind != PRONOUN), None
    )
    if named is None or line.texts[at - 1] in PREPOSITIONS or any(line.is_cut(n) for n in range(named.end, at)):
        return
    before = line.tokens[: named.end]
    verb = line.texts[named.end]
    if line.texts[at] == "nobody":
        base = first_form(verb, Form.THIRD)
        if base == verb or verb in english.BE | english.HAVE | english.DO or at - named.end > _MOST_BEFORE - 2:
            return
        does = [*said_for(("does", "not", base), like), *line.tokens[named.end + 1 : at]]
    elif "not" in line.texts[named.end : at] or "never" in line.texts[named.end : at]:
        does = line.tokens[named.end : at]
    else:
        return
    for who in (one for one in _WHO if one in line.grammar.surface):
        yield [*before, *does, *said_for((who,), like), *line.tokens[at + 1 :]]


def _doers(grammar: Grammar) -> tuple[str, ...]:
    """Those who do something in the phrases of a rulebook, and are named there by no slot: `workers`, `they`."""
    if grammar not in _DOERS:
        found = dict[str, None]()
        for phrase in grammar.book.phrases:
            if phrase.holds and (first := _FIRST.match(phrase.text)):
                several = (first[1] or first[2]).split("|")
                found |= dict.fromkeys(one.strip() for one in several if _is_many(one.strip()))
        _DOERS[grammar] = tuple(found)[:_MOST_DOERS]
    return _DOERS[grammar]


def _is_many(noun: str) -> bool:
    return noun in ("they", "people", "staff") or (noun.isalpha() and noun.endswith("s") and noun not in english.BE)
