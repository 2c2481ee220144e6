"""A line that is a fragment: it corrects what was told, or says the same of somebody else.

    no, 38 percent · actually it is Tajikistan · the demo was in Bishkek, not Almaty · make that 20 for Russia     corrects
    in Kyrgyzstan also · and Uzbekistan too · probably the same with Turkmenistan                                   adds

All of the line, but for words that correct or add, is one figure, one name or one word of an enumeration. It takes the
place of what stands in the slot that it fits, in what was told: last, or with the old word in it where one is named.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.advice.statement_wording import wording_of
from dragoman.conversation.answering import number_said
from dragoman.language import english
from dragoman.language.forms import ReadFact
from dragoman.language.grammar import Grammar
from dragoman.language.line import Line
from dragoman.language.mentions import PRONOUN
from dragoman.language.remembered import as_read
from dragoman.language.telling import checked_slots
from dragoman.language.tokens import tokens_of
from dragoman.rulebook.forms import Slot as KeySlot
from dragoman.rulebook.forms import ValueSlot
from dragoman.situation.forms import Said
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_OPENING = re.compile(
    r"^\W*(?:(?:no|nope|nah|actually|sorry|sry|forgive me|pardon me|excuse me|correction|wait|oops|my mistake|my bad|well|rather|i mean|i meant"
    r"|i meant to say|i wanted to say|i was going to say|make (?:that|it)|let us say|change (?:that|it) to|that should (?:be|read|have been)"
    r"|it should (?:be|read|have been)|should (?:be|read|have been)|it is|it's|its|that is|that's|it was|that was|to be precise|more precisely"
    r"|i misspoke|i must correct myself|let me correct (?:that|myself)|scratch that|on second thoughts?|better|in fact|it turns out)\b[\s,:;.-]*)+",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(r"^.*\b(?:i meant(?: to say)?|i wanted to say|i was going to say)\b[\s,:]*", re.IGNORECASE)
_NOT_BUT = re.compile(r"^(?:.*?\b)?not (?P<old>[^,;]+?),? but (?P<new>.+)$", re.IGNORECASE)
_NEW_NOT = re.compile(r"^(?P<new>.+?),? (?:and )?(?:not|instead of|rather than) (?P<old>[^,;]+)$", re.IGNORECASE)
_FOR = re.compile(r"^(?P<new>.+?) (?:for|in|with|from|to|of) (?P<whom>.+)$", re.IGNORECASE)
_ADDING = re.compile(
    r"\b(?:also|too|as well|the same(?: goes)?|same|likewise|ditto|similarly|neither|nor)\b", re.IGNORECASE
)
_AROUND = re.compile(
    r"\b(?:and|but|so|is|does|do|are|has|have|in|with|to|from|for|of|by|at|on|about|towards|the|there|goes|go|now|please|i think)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"\b(?P<word>probably|likely|very likely|presumably)\b", re.IGNORECASE)


class Amendment(NamedTuple):
    """One way to read a fragment."""

    fact: ReadFact
    """What was told, with the fragment in its place."""
    old: Said


class Fragment(NamedTuple):
    """What was made of a line."""

    amendments: tuple[Amendment, ...]
    adds: bool
    """Whether it is told beside what was told, and not in its place."""
    is_plain: bool
    """Whether its words leave no doubt that it corrects or adds."""


def fragment(grammar: Grammar, text: str, told: Iterable[Said]) -> Fragment | None:
    """The line as a fragment, held against what was told, the latest first; None if it is none."""
    body, several = text.strip().strip(" .!?"), tuple(told)
    if not several or len(body) > _LONGEST:
        return None
    return _added(grammar, body, text, several) or _corrected(grammar, body, text, several)


_LONGEST = 120
_BACK = 6
"""So many statements back a correction may reach that does not name the old word."""


# -- that adds


def _added(grammar: Grammar, body: str, text: str, told: tuple[Said, ...]) -> Fragment | None:
    if not _ADDING.search(body):
        return None
    hedge = _HEDGE.search(body)
    rest = _HEDGE.sub(" ", _ADDING.sub(" ", body))
    denies = bool(re.search(r"\bnot\b|n't\b|\bneither\b|\bnor\b", body, re.IGNORECASE))
    rest = re.sub(r"\bnot\b|n't\b", " ", rest, flags=re.IGNORECASE)
    rest = " ".join(_AROUND.sub(" ", rest).replace(",", " ").split())
    line = Line(grammar, rest, tokens_of(rest))
    if not len(line):
        return None
    for said in told[:1]:
        found = tuple(_of(grammar, line, rest, text, said, kinds=Entities))
        if found:
            likelihood = "likely" if hedge else found[0].fact.likelihood
            holds = (not said.is_stated) if denies else said.is_stated
            facts = (
                one._replace(fact=dataclasses.replace(one.fact, holds=holds, likelihood=likelihood, source="", date=""))
                for one in found
            )
            return Fragment(tuple(facts), adds=True, is_plain=len(found) == 1)
    return None


# -- that corrects


def _corrected(grammar: Grammar, body: str, text: str, told: tuple[Said, ...]) -> Fragment | None:
    opened = _OPENING.sub("", _ANYWHERE.sub("", body)).strip(" ,.")
    is_opened = opened != body
    for shape in (_NOT_BUT, _NEW_NOT):
        if named := shape.match(opened):
            found = _instead(grammar, named["new"], named["old"], text, told)
            if found:
                return Fragment(found, adds=False, is_plain=True)
    if (about := _FOR.match(opened)) and is_opened:
        found = _for_whom(grammar, about["new"], about["whom"], text, told)
        if found:
            return Fragment(found, adds=False, is_plain=len(found) == 1)
    bare = " ".join(re.sub(r"^(?:in|to|with|from|by|for|of|the)\s+", "", opened, flags=re.IGNORECASE).split())
    line = Line(grammar, bare, tokens_of(bare))
    if not len(line):
        return None
    for number, said in enumerate(told[:_BACK] if is_opened else told[:1]):
        found = tuple(_of(grammar, line, bare, text, said))
        if found:  # what was told before the last line may be meant, and is asked about
            return Fragment(found, adds=False, is_plain=is_opened and len(found) == 1 and not number)
    return None


def _instead(grammar: Grammar, new: str, old: str, text: str, told: tuple[Said, ...]) -> tuple[Amendment, ...]:
    """What was told with the old word in it, with the new one in its place: the latest."""
    old = re.sub(r"^(?:in|to|with|from|by|for|of|the)\s+", "", old.strip(), flags=re.IGNORECASE)
    before = Line(grammar, old, tokens_of(old))
    if not len(before):
        return ()
    for said in told:
        fact = grammar.rulebook.facts[said.fact]
        known = as_read(grammar.rulebook, said, text.strip())
        for slot in (*fact.keys, *((fact.value,) if fact.value else ())):
            was = _value(grammar, before, old, slot)
            if was is None or not _is(known.slots.get(slot.name), was):
                continue
            for before_it, words in _ends(new):
                line = Line(grammar, words, tokens_of(words))
                value = _value(grammar, line, words, slot) if len(line) else None
                made = _with(grammar, known, said, slot, value) if value is not None else None
                if made is not None and _is_of(grammar, before_it, said):
                    return (made,)
    return ()


def _is_of(grammar: Grammar, words: str, said: Said) -> bool:
    """Whether words speak of a statement: each that carries something is among those that it was read from, or says it."""
    about = {token.stem for token in tokens_of(f"{said.words} {wording_of(grammar.rulebook).whole(said)}")}
    carry = (token for token in tokens_of(words) if token.is_word and token.text not in english.CARRY_NOTHING)
    return all(token.stem in about or token.text in _ABOUT_IT for token in carry)


_ABOUT_IT = frozenset(
    {"it", "that", "this", "one", "my", "own", "notes", "say", "said", "now", "really", "rather", "in", "fact"}
)


def _is(value: object, was: str) -> bool:
    if isinstance(value, int | float):
        try:
            return float(was) == float(value)
        except ValueError:
            return False
    return str(value) == was


def _ends(text: str) -> Iterator[tuple[str, str]]:
    """The text cut in two at each word, the longest end first: what stands there may be the new word."""
    words = text.split()
    yield from ((" ".join(words[:at]), " ".join(words[at:]).strip(" ,;:-")) for at in range(len(words)))


def _for_whom(grammar: Grammar, new: str, whom: str, text: str, told: tuple[Said, ...]) -> tuple[Amendment, ...]:
    """A value for somebody: in the latest that was told of them."""
    line = Line(grammar, whom, tokens_of(whom))
    names = {m.names[0] for m in line.mentions[0] if m.end == len(line) and len(m.names) == 1} if len(line) else set()
    value = Line(grammar, new, tokens_of(new))
    if not names or not len(value):
        return ()
    for said in told:
        if names & {term for term in said.terms if isinstance(term, str)}:
            found = tuple(_of(grammar, value, new, text, said))
            if found:
                return found
    return ()


# -- slots


def _of(
    grammar: Grammar, line: Line, body: str, text: str, said: Said, kinds: type[object] = object
) -> Iterator[Amendment]:
    """What was told, with all of a line in each slot that it fits."""
    fact = grammar.rulebook.facts[said.fact]
    told = as_read(grammar.rulebook, said, text.strip())
    for slot in (*fact.keys, *((fact.value,) if fact.value else ())):
        value = _value(grammar, line, body, slot) if isinstance(slot.kind, kinds) else None
        if value is not None and (made := _with(grammar, told, said, slot, value)) is not None:
            yield made


def _with(grammar: Grammar, told: ReadFact, said: Said, slot: KeySlot | ValueSlot, value: str) -> Amendment | None:
    texts = {name: str(one) for name, one in told.slots.items() if not isinstance(one, dict)}
    fact = grammar.rulebook.facts[told.fact]
    slots = checked_slots(grammar.rulebook, fact, {**texts, slot.name: value}, said.is_stated)
    if slots is None or slots == told.slots:
        return None
    return Amendment(dataclasses.replace(told, slots=slots), said)


def _value(grammar: Grammar, line: Line, body: str, slot: KeySlot | ValueSlot) -> str | None:
    """What all of a line is in a slot."""
    if isinstance(slot.kind, Entities):
        for mention in line.mentions[0]:
            one = mention.names[0] if len(mention.names) == 1 else ""
            fits = one and slot.kind.takes(grammar.lexicon.entities[one])
            if mention.end == len(line) and mention.kind != PRONOUN and fits:
                return one
        return None
    if isinstance(slot.kind, Enumeration):
        words = slot.kind.words
        said = (one.word for end, one in line.spoken[0] if end == len(line) and one.slot in ("", slot.name))
        return next((word for word in said if word in words), None)
    return number_said(grammar, slot, body) if isinstance(slot, ValueSlot) else None
