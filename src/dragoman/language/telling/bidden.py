"""What is bidden, and not done: an order, or what somebody insists that another do.

    B: please check · B is full, check it again     nobody has checked B yet
    C insists that A leave the club                 A may leave it or not: of `A leaves it` C would only say so
    A: leave the club · A, do not join C            it is said to A, and not of A, who `leaves it`

An order has its verb as nobody has it who did something, first in its clause, where the phrase says what was done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dragoman.language.clauses.cutter import Piece
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import NAME
from dragoman.language.line.called_for import calls_for, may_call_for
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import UNCHANGED, is_past_participle, is_simple_past, stem
from dragoman.language.words.tokens import Token, tokens_of, words_of

_PARTS = re.compile(r"[^;.!?]+(?:[.!?](?!\s)[^;.!?]*)*")
_FIRST = re.compile(r"(?:^|[:,;-]|\bplease|\bpls|\bkindly)\s*(?:\b(?:now|then|just|and|also)\s+)*$", re.IGNORECASE)
"""What stands before the verb of an order."""
_INSISTING = frozenset(
    english.lines(
        "insist | insists | insisted | suggest | suggests | suggested | demand | demands | demanded | propose | proposes | proposed"
        "| recommend | recommends | recommended | request | requests | requested | urge | urges | urged | ask | asks | asked | require | requires | required"
    )
)
_NEAR = 5
"""Tokens before whom it is said of, within which somebody insists on it."""


def is_bidden(line: Line, piece: Piece) -> bool:
    """Whether a clause only says what is to be done."""
    return (
        _is_ordered(line, piece)
        or _is_said_to(line, piece)
        or _is_insisted_on(line, piece)
        or _is_called_for(line, piece)
    )


def _is_called_for(line: Line, piece: Piece) -> bool:
    """Whether it stands in a part of the line that is an order: `A must lift them; shut the base of B in C`."""
    named = [line.tokens[one.start].start for one in piece.hit.bound if one.start < one.end]
    if not named:
        return False
    parts = _PARTS.finditer(line.text)
    own = next((one.group() for one in parts if one.start() <= min(named) and max(named) < one.end()), "")
    first = next(iter(own.split(maxsplit=1)), "")
    return may_call_for(first.lower()) and calls_for(line.grammar.lexicon, tokens_of(own))


def _is_ordered(line: Line, piece: Piece) -> bool:
    """Whether its verb is that of an order: `Lindmoor: please check`, where a phrase has `was checked`."""
    forms = _forms_of(piece.phrase.text)
    for at in range(piece.hit.start, min(piece.hit.end, len(line))):
        token, said = line.tokens[at], forms.get(line.tokens[at].stem, frozenset[str]())
        typed = line.text[token.start : token.start + len(token.text) + 1].strip(" .,;:!?").lower()
        if not said or line.mentions[at] or not _is_bare(token.text) or typed != token.text:
            continue
        if all(is_past_participle(word) or is_simple_past(word) for word in said) and _FIRST.search(
            line.text[: token.start]
        ):
            return True
    return False


def _is_said_to(line: Line, piece: Piece) -> bool:
    """Whether he who is named first is spoken to: `Skylark: raise prices`, where the phrase has `raises`."""
    if (":" not in line.text and "," not in line.text) or ":" in piece.phrase.text:
        return False
    own = {line.tokens[at].start: at for at in range(piece.hit.start, min(piece.hit.end, len(line)))}
    typed = tokens_of(line.text)
    for number in range(2, len(typed)):
        at = own.get(typed[number].start)
        if at is None or line.texts[at] != typed[number].text or line.texts[at] in _BEFORE_ORDER:
            continue
        mark = number - 1
        while mark and typed[mark].text in _BEFORE_ORDER:
            mark -= 1
        if typed[mark].text in _CALLED and _is_called(line, piece, typed[:mark], own, typed[mark].text):
            return _is_verb_of_order(line, piece, at)
    return False


def _is_called(line: Line, piece: Piece, typed: Sequence[Token], own: Mapping[int, int], mark: str) -> bool:
    """Whether what stands before a mark is no more than somebody who is named in a clause, and no list."""
    begins = next((at + 1 for at in range(len(typed) - 1, -1, -1) if typed[at].text in _PARTING), 0)
    before = typed[begins:]
    last = own.get(before[-1].start) if before else None
    if last is None or len(before) > _MOST_CALLED or not _NOT_CALLED.isdisjoint(one.text for one in before):
        return False
    in_slot = [one for one in piece.hit.bound if one.start <= last < one.end and not one.figure]
    is_several = any(one.mention is not None and len(one.mention.names) > 1 for one in in_slot)
    ahead = [one.text for one in typed[:begins] if one.text not in _HAILING]
    is_listed = mark == "," and (is_several or ahead != [])
    return not is_listed and (in_slot != [] or line.texts[last] in words_of(piece.phrase.text))


def _is_verb_of_order(line: Line, piece: Piece, at: int) -> bool:
    """Whether a word is the verb of a clause as an order has it, and as nobody has it who is one and does it."""
    verb, behind = line.texts[at], "".join(line.texts[at + 1 : at + 2])
    if (
        line.is_cut(at)
        or verb in english.FILLERS
        or line.mentions[at]
        or behind in _BEHIND_NOUN
        or not (_is_bare(verb) or verb in UNCHANGED or verb in _ALSO_PAST)
    ):
        return False
    if (verb in UNCHANGED or verb in _ALSO_PAST) and not _OVER.isdisjoint(line.texts[at:]):
        return False
    if any(
        one.start == at and any(stem(word) == line.tokens[at].stem and word != verb for word in one.words)
        for one in piece.hit.bound
    ):
        return True  # `finish the repairs`, where they are `finished`
    is_value = any(one.words and one.start <= at < one.end for one in piece.hit.bound)  # `the rivalry: open`
    if is_value:
        return False
    forms = _forms_of(piece.phrase.text).get(line.tokens[at].stem, frozenset[str]())
    done = forms.intersection((f"{verb}s", f"{verb}es", f"{verb[:-1]}ies"))
    if any(_is_behind_its_doer(piece.phrase.text, one) for one in done):
        return True
    classes = re.findall(r"@(\w+)", piece.phrase.text)
    of_class = (
        word for name in classes for text in line.grammar.compiler.classes.get(name, ()) for word in words_of(text)
    )
    return may_call_for(verb) and (verb in forms or verb in of_class)


def _is_behind_its_doer(phrase: str, verb: str) -> bool:
    """Whether a phrase has nothing before a verb but who does it: `caps` of `[the] council (caps|freezes)`, no `rents` of `rents in {district}`."""
    before = re.split(rf"\b{verb}\b", re.sub(r"\[[^\[\]]*\]", " ", phrase.casefold()))[0]
    before = re.sub(r"\([^()]*$", " ", before)  # the choice that it stands in
    nouns = [one for one in words_of(re.sub(r"\{[^{}]*\}|[()|]", " ", before)) if one not in _LINKS]
    return bool(before.strip()) and (not nouns if "{" in before else 0 < len(nouns) <= _MOST_NOUNS)


_MOST_NOUNS = 2
_LINKS = PREPOSITIONS | english.ARTICLES | {"and"}
_MOST_CALLED = 6
"""Tokens of which he has no more to whom something is said."""
_CALLED = frozenset({":", ","})
"""What stands behind him."""
_HAILING = frozenset(english.lines("please | hey | hello | hi | dear | come | on | now | well | , "))
"""What stands before somebody who is spoken to."""
_PARTING = frozenset(".;!?,:()-")
_NOT_CALLED = english.BE | english.HAVE | english.DO | english.MODALS | PREPOSITIONS - {"of", "at"}
_BEFORE_ORDER = frozenset(
    english.lines("please | pls | plz | kindly | now | just | do | not | never | always | finally | then")
)
_BEHIND_NOUN = frozenset({"by", "of", "at", "in", "against", "over"})
"""What a noun has behind it: `A: strike at B`."""
_ALSO_PAST = frozenset({"lay"})
_OVER = frozenset({"ago", "yesterday", "last", "since", "already"})


def _is_insisted_on(line: Line, piece: Piece) -> bool:
    """Whether one whom somebody insists on is to do it: `insists that Belmark back it`, where the phrase has `backs`."""
    forms = _forms_of(piece.phrase.text)
    for one in piece.hit.bound:
        before = line.texts[max(0, one.start - _NEAR) : one.start]
        is_insisted = before[-1:] == ["that"] and not _INSISTING.isdisjoint(before)
        is_one = one.mention is not None and one.mention.kind == NAME and len(one.mention.names) == 1
        if not is_insisted or not is_one or one.end >= len(line):
            continue
        verb, is_plural = line.texts[one.end], line.texts[one.end - 1].endswith("s")
        ones = forms.get(line.tokens[one.end].stem, frozenset[str]())
        if verb == "be" or (
            not is_plural and _is_bare(verb) and verb not in ones and any(word.endswith("s") for word in ones)
        ):
            return True
    return False


def _is_bare(word: str) -> bool:
    """Whether a word is that of nobody who does or did something: `check`, not `checks`, `checked`, `checking`."""
    is_done = is_past_participle(word) or is_simple_past(word)
    return word.isalpha() and not is_done and not word.endswith(("s", "ing"))


@lru_cache(maxsize=1 << 12)
def _forms_of(text: str) -> dict[str, frozenset[str]]:
    """The words of a phrase by their stem."""
    found: dict[str, frozenset[str]] = {}
    for word in re.findall(r"(?<![{a-z_@/])[a-z]+", text.casefold()):
        found[stem(word)] = found.get(stem(word), frozenset[str]()) | {word}
    return found
