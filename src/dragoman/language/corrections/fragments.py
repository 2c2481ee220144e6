"""A line that is a fragment: it corrects what was told, or goes on from it.

    no, 38 percent · actually it is Tajikistan · the demo was in Bishkek, not Almaty · for Tajikistan read Turkmenistan
    make that 20 for Russia · no, the other way round

All of the line, but for words that correct, is one figure, one name or one word of an enumeration. It takes the place of
what stands in the slot that it fits, in what was told: last, or with the old word in it where one is named. What goes on
from it is read by :mod:`dragoman.language.corrections.continued`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.language.corrections.continued import continued, swapped
from dragoman.language.corrections.slots_said import (
    AnySlot,
    Value,
    are_alike,
    is_value,
    line_of,
    slots_of_fact,
    values_in,
    whole_value,
    with_value,
)
from dragoman.language.earlier.about import About
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.intent.moods import WANTED_SO
from dragoman.language.line.asides import without_asides
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.hedges import SAYING
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.tokens import tokens_of, words_of
from dragoman.values.entity import Entities

_LONGEST = 120
_BACK = 6
"""So many facts back a correction may reach that does not name the old word."""
_OPENING = Pattern(
    r"^\W*(?:(?:(?:that|this|it) (?:was|is) (?:wrong|not (?:exact|right|correct|true)|a (?:typo|slip|mistake|error))|no|nope|nah|actually|sorry|sry|forgive me|pardon me|excuse me|correction(?: (?:to|on|of) (?:that|this|it|the above|my (?:last|first|earlier) \w+))?|erratum|corrigendum|typo|typing error|wait|hold on|hang on|oops|ooops|whoops|argh|ugh|damn|my mistake|my bad"
    r"|my apologies|apologies|well|rather|i mean|i meant|i meant to say|i wanted to say|i was going to say|make (?:that|it)|let us say|change (?:that|it) to|that should (?:be|read|have been)"
    r"|it should (?:be|read|have been)|should (?:be|read|have been)|it(?: has|'s) been|(?:has|have|had) been|it is|it's|its|they are|they're|they were|those are|those were|that is|that's|it was|that was|(?:that|the|this) (?:share|figure|number|sum|amount|percentage|value|rate|price|total) (?:is|was|should be|should read)|to be precise|more precisely"
    r"|i misspoke(?: (?:earlier|before|above|there|yesterday))?|let me (?:fix|mend|amend|revise) (?:that|this|it)|(?:i )?(?:mixed up|muddled up|swapped|transposed|jumbled|misread|mistyped) (?:my|the|two) (?:digits?|figures?|numbers|notes|names)|(?:i|we) (?:was|were) (?:mistaken|wrong) (?:earlier|before|above|there)|i (?:mistyped|misread|misheard|misremembered|confused)(?: (?:the|my|that|a|this) \w+(?: \w+)?)?(?=[,:;])|i mistyped|i misread|i mixed (?:that|it|them) up|i (?:must|have to|need to|should) correct (?:myself|that|this)|let me correct (?:that|myself)|scratch that|strike that"
    r"|(?:silly|stupid|dumb|foolish) me|my brain is (?:fried|mush|asleep)|brain fart|fat fingers?|slip of the (?:pen|tongue|finger|keyboard)|autocorrect|typed too fast"
    r"|on second thoughts?|on reflection|better|in fact|it turns out|wrong (?:country|state|figure|number|name|one|place|year|way|word|percentage|share|amount|currency|button)"
    r"|not quite|my (?:own )?notes say|my own notes|i checked|hm+|um+|ah|oh|ok|okay|so|and|but|then|now)(?![\w'])[\s,:;.-]*)+",
    re.IGNORECASE,
)
_MEANT = Pattern(
    r"^.*\b(?:i meant(?: to say)?|i wanted to say|i was going to say|make (?:that|it)|i should have said)\b[\s,:]*",
    re.IGNORECASE,
)
_CLOSING = Pattern(
    r"[\s,;-]*\b(?:(?:would be|is) (?:the )?(?:right|correct|better|proper) (?:word|term|figure|number|one|value|answer)|actually|now|sorry|please|pls|though|i mean|instead|in fact|of course|my mistake|my bad|thanks|to be precise)\W*$",
    re.IGNORECASE,
)
_INSTEAD = tuple(
    Pattern(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:for|in place of|instead of) (?P<old>[^,;]+?),? (?:please )?(?:read|put|write|say|take|use|make it|it should be|it should read) (?P<new>[^,;]+)$",
        r"^(?:replace|change|swap|exchange|substitute) (?P<old>[^,;]+?) (?:with|by|to|into|for) (?P<new>[^,;]+)$",
        r"^(?P<old>[^,;]{1,40}?) (?:should|must|ought to) (?:be|read|have been|have read) (?P<new>[^,;]+)$",
        r"^(?:i (?:said|wrote|typed|told you|put) )?(?P<old>[^,;]{1,40}?),? (?:but |when |where )(?:i )?(?:meant|wanted to say|should have said|mean) (?P<new>[^,;]+)$",
        r"^not (?!(?:only|just|merely|solely|simply|even)\b)(?P<old>[^,;]+?)(?:[,;]| [-\u2013\u2014]+) (?:but |rather )?(?:it is |it's |it was |they are |that is )?(?P<new>[^,;]+?)(?: (?:is|are|has|have|does|do|was|did))?$",
        r"^(?:.*?\b)?not (?!(?:only|just|merely|solely|simply|even)\b)(?P<old>[^,;]+?),? but (?P<new>.+)$",
        r"^(?P<new>.+?),? (?:and )?(?:not|instead of|rather than) (?P<old>[^,;]+?)(?:,? as i (?:said|wrote|claimed)(?: before| earlier)?)?$",
    )
)
_NOT_THAT = Pattern(r"^not (?:that|this|it)(?: one)?[,;:-]\s*(?:but |rather )?(?P<new>[^,;]+)$", re.IGNORECASE)
"""`not that one, B is`"""
_FOR = Pattern(r"^(?P<new>.+?) (?:for|in|with|from|to|of) (?P<whom>.+)$", re.IGNORECASE)
_WHO_DOES = Pattern(r"^(?P<who>[^,;:]+?),? (?:that|who|which) (?P<what>[^,;:]+)$", re.IGNORECASE)
_OF_IT = Pattern(
    r"^(?:the|its|their|his|her) (?P<what>[a-z]+(?: [a-z]+)?) (?:is|was|are|were) (?=\W?\d)", re.IGNORECASE
)
"""What says of what was told how much it is: `the fine is 200 euros`."""
_SWAPPED = Pattern(
    r"^(?:(?:just |exactly |precisely )?(?:the other way (?:a?round)|the reverse)|vice versa|swap (?:them|those|the two)|reverse (?:that|it|them))$",
    re.IGNORECASE,
)
_LEADING = Pattern(r"^(?:in|to|with|from|by|for|of|the|at|only|just|more like|rather)\s+", re.IGNORECASE)
_TRAILING = Pattern(
    r"\s+(?:side|one|ones|part|aspect|sphere|field|dimension|front|domain|area|realm|kind|sort|level|sector)$",
    re.IGNORECASE,
)
"""What may stand behind the word of a slot: `the military side`."""
_ABOUT_IT = frozenset(
    [
        "it",
        "that",
        "this",
        "one",
        "my",
        "own",
        "notes",
        "say",
        "said",
        "says",
        "now",
        "really",
        "rather",
        "in",
        "fact",
        "she",
        "he",
        "they",
        "wrote",
        "spoke",
        "reported",
        "mentioned",
        "meant",
        "about",
        "who",
        "whom",
        "which",
        "concerned",
        "case",
        "figure",
        "number",
        "share",
        "country",
        "name",
        "i",
        "we",
        "was",
        "is",
        "of",
    ]
)
"""Words that may stand beside what is put right."""

_PLAIN = frozenset({Effect.NONE, Effect.NARROWS})
_ITS = frozenset({"them", "these", "those", "there", "here", "same", "too", "money", "thing", "things"})
_SPEAKING = SAYING | {"wrote", "spoke", "meant", "mentioned", "thinks", "thought", "believes"}


_IT_IS_NOT = Pattern(
    r"(?:(?:it|they|he|she|there) )?(?:is|are|does|do|has|have|did|was|were)(?:n't| not)(?: (?:so|any|one|at all))?",
    re.IGNORECASE,
)
"""What denies what was told last, behind a word that corrects."""


_REFUSING = Pattern(
    r"^\W*(?:no|nope|nah|correction|erratum|corrigendum|sorry|sry|wait|hold on|hang on|oops|whoops|argh|damn|my (?:mistake|bad)|actually|in fact|on reflection"
    r"|on second thoughts?|(?:that|this|it) (?:was|is) (?:wrong|not (?:exact|right|correct|true))|i (?:was|am) (?:mistaken|wrong))\b",
    re.IGNORECASE,
)
"""What begins a line that says of the last that it is not so; `but it is not` may say it of something else."""


_TO_WHICH = Pattern(
    r"^(?:(?:a |one )?(?:small |quick |minor )?(?:correction|amendment)(?: to| of| on)? the|as (?:for|to) the|on the) (?P<place>first|second|third|last|former|latter)"
    r"(?: (?:one|line|point|statement|fact|figure|number|of (?:these|those|them|the two)))?\s*[:,;-]+\s*(?=\S)",
    re.IGNORECASE,
)
"""What says which of several is put right: `correction to the second one: ...`."""
_PLACES = {"first": 0, "former": 0, "second": 1, "latter": 1, "third": 2}


def _of_place(place: str, told: Sequence[ReadFact]) -> list[ReadFact]:
    """What was told first, second or last; nothing where it is not clear which that is."""
    spans = list(dict.fromkeys(fact.span for fact in reversed(told)))
    at = len(spans) - 1 if place == "last" else _PLACES[place]
    is_pair = place not in ("former", "latter") or len(spans) == 2
    return [fact for fact in told if fact.span == spans[at]] if at < len(spans) and is_pair else []


class Amendment(NamedTuple):
    """One way to read a fragment."""

    facts: tuple[ReadFact, ...]
    """What is told."""
    old: ReadFact
    """What was told, as it was given."""


class Fragment(NamedTuple):
    """What was made of a line."""

    amendments: tuple[Amendment, ...]
    adds: bool
    """Whether it is told beside what was told, and not in its place."""
    is_plain: bool
    """Whether its words leave no doubt that it corrects or adds."""
    names_old: bool = False
    """Whether it names what it corrects, so that nothing else can be meant."""


def fragment(grammar: Grammar, text: str, told: Sequence[ReadFact]) -> Fragment | None:
    """The line as a fragment, held against what was told, the latest first; None if it is none."""
    tokens = without_asides(tokens_of(text))
    if not told or not tokens or len(text.strip()) > _LONGEST or "?" in text or WANTED_SO.search(text):
        return None
    body = text[tokens[0].start : tokens[-1].end].strip(" .!?,")
    if (which := _TO_WHICH.match(body)) is not None:
        several = _of_place(which["place"].lower(), told)
        return _corrected(grammar, f"no, {body[which.end() :]}", text.strip(), several) if several else None
    more = continued(grammar, body, text.strip(), told)
    if more is not None:
        return Fragment((Amendment(more.facts, told[0]),), adds=True, is_plain=more.is_plain)
    return _corrected(grammar, body, text.strip(), told)


def _of_whom(grammar: Grammar, does: re.Match[str], span: str, told: Sequence[ReadFact]) -> Amendment | None:
    """`it is A that owes it`: the latest that was told in these words, or in such as mean the same, of A."""
    line, said = line_of(grammar, _bare(does["who"])), line_of(grammar, does["what"])
    is_plain = all(mark.effect in _PLAIN for marks in said.marks for mark in marks)
    is_plain = is_plain and (english.NEGATORS | english.MODALS | english.FAINT_NEGATORS).isdisjoint(said.texts)
    names = {name for mentions in said.mentions for one in mentions for name in one.names if one.kind != PRONOUN}
    words = [
        at
        for at, token in enumerate(said.tokens)
        if token.is_word and not said.mentions[at] and token.text not in english.CARRY_NOTHING | _ABOUT_IT | _ITS
    ]
    is_done_by_him = not any(one.kind != PRONOUN for one in said.mentions[0]) if len(said) else False
    for fact in told if words and is_plain and is_done_by_him and len(line) else ():
        own = {token.stem for token in tokens_of(fact.span)}
        is_past = any(said.texts[at].endswith("ed") and said.texts[at] not in words_of(fact.span) for at in words)
        if not is_past and names <= {*map(str, fact.slots.values())} and all(own & said.hearable[at] for at in words):
            found = tuple(_of(grammar, line, fact, span))
            return found[0] if len(found) == 1 else None
    return None


def _corrected(grammar: Grammar, body: str, span: str, told: Sequence[ReadFact]) -> Fragment | None:
    opened = _OPENING.sub("", _MEANT.sub("", body)).strip(" ,.")
    opened = _CLOSING.sub("", opened).strip(" ,.")
    is_opened = opened != body
    if _SWAPPED.match(opened) and (other := swapped(grammar, told[0])) is not None:
        return Fragment((_amended(other, told[0], span),), adds=False, is_plain=True)
    if (
        is_opened
        and (opened == "not" or _IT_IS_NOT.fullmatch(opened))
        and _REFUSING.match(body)
        and (denied := _denied(grammar, told)) is not None
    ):
        return Fragment((_amended(denied, told[0], span),), adds=False, is_plain=True)
    if is_opened and (does := _WHO_DOES.match(opened)) and (one := _of_whom(grammar, does, span, told)) is not None:
        return Fragment((one,), adds=False, is_plain=True, names_old=True)
    for shape in _INSTEAD:
        if named := shape.match(opened):
            found = _instead(grammar, named["new"], named["old"], span, told)
            if found:
                return Fragment(found, adds=False, is_plain=True, names_old=True)
    if (
        is_opened
        and (instead := _NOT_THAT.match(opened))
        and (one := _in_place(grammar, instead["new"], span, told[0])) is not None
    ):
        return Fragment((one,), adds=False, is_plain=True)
    if (about := _FOR.match(opened)) and is_opened:
        found = _for_whom(grammar, about["new"], about["whom"], span, told)
        if found:
            return Fragment(found, adds=False, is_plain=len(found) == 1)
    if is_opened and (named := _OF_IT.match(opened)) and About.of(grammar).all_speak(named["what"], told[0]):
        opened = opened[named.end() :]
    line = line_of(grammar, _bare(opened))
    for number, fact in enumerate(told[: _BACK if is_opened else 1] if len(line) else ()):
        found = tuple(_of(grammar, line, fact, span))
        if found:  # what was told before the last line may be meant, and is asked about
            return Fragment(found, adds=False, is_plain=is_opened and len(found) == 1 and not number)
    return None


def _denied(grammar: Grammar, told: Sequence[ReadFact]) -> ReadFact | None:
    """The contrary of what was told last, if that was one fact and can be denied."""
    last = told[0]
    value = grammar.told[last.fact].value if last.fact in grammar.told else None
    is_one = not (last.span and any(one.span == last.span for one in told[1:]))
    can_be = last.fact in grammar.told and (value is None or value.kind.CAN_BE_DENIED)
    return dataclasses.replace(last, holds=False, likelihood="") if last.holds and is_one and can_be else None


def _amended(fact: ReadFact, old: ReadFact, span: str) -> Amendment:
    return Amendment((dataclasses.replace(fact, span=span),), old)


def _bare(text: str) -> str:
    text = text.strip()
    while (rest := _LEADING.sub("", text)) != text:
        text = rest
    return " ".join((_TRAILING.sub("", text) or text).split())


def _instead(grammar: Grammar, new: str, old: str, span: str, told: Sequence[ReadFact]) -> tuple[Amendment, ...]:
    """What was told with the old word in it, with the new one in its place: the latest."""
    before, after = line_of(grammar, _bare(old)), line_of(grammar, _TRAILING.sub("", new))
    if not len(before) or not len(after):
        return ()
    for fact in told:
        for slot in slots_of_fact(grammar, fact):
            was = whole_value(grammar, before, slot)
            if was is None or not is_value(fact.slots.get(slot.name), was):
                continue
            for value in sorted(values_in(grammar, after, slot), key=lambda one: one.start - one.end):
                made = with_value(grammar, fact, slot.name, value.text)
                if made is not None and _is_of(grammar, after, value, fact):
                    return (_amended(made, fact, span),)
    return ()


def _in_place(grammar: Grammar, new: str, span: str, fact: ReadFact) -> Amendment | None:
    """What was told last, of the only one whom some words name, if these say nothing else."""
    after = line_of(grammar, new)
    found = dict[tuple[object, ...], ReadFact]()
    for slot in slots_of_fact(grammar, fact):
        for value in values_in(grammar, after, slot):
            is_new = slot.name in fact.slots and not is_value(fact.slots[slot.name], value.text)
            made = with_value(grammar, fact, slot.name, value.text) if is_new else None
            if (
                made is not None
                and are_alike(grammar, value.text, fact.slots[slot.name])
                and _is_of(grammar, after, value, fact)
            ):
                found[made.meaning] = made
    is_denied = not english.NEGATORS.isdisjoint(after.texts)
    return _amended(next(iter(found.values())), fact, span) if len(found) == 1 and not is_denied else None


def _is_of(grammar: Grammar, line: Line, value: Value, fact: ReadFact) -> bool:
    """Whether what stands around a value speaks of a fact, or says nothing; whoever is named is in it."""
    behind = line.texts[value.end : value.end + 1]
    if "'s" in (*line.texts[value.start : value.end], *behind) or not _SPEAKING.isdisjoint(behind):
        return False  # whose word it is, and not whom it is about
    rest = [at for at in range(len(line)) if not value.start <= at < value.end]
    for at in rest:
        named = {name for mention in line.mentions[at] for name in mention.names}
        if named and named.isdisjoint(map(str, fact.slots.values())):
            return False
    named_at = {at for start in rest for m in line.mentions[start][:1] for at in range(start, m.end)}
    return About.of(grammar).all_speak((line.tokens[at] for at in rest if at not in named_at), fact, _ABOUT_IT)


def _for_whom(grammar: Grammar, new: str, whom: str, span: str, told: Sequence[ReadFact]) -> tuple[Amendment, ...]:
    """A value for somebody: in the latest that was told of them."""
    line, value = line_of(grammar, whom), line_of(grammar, _bare(new))
    names = {m.names[0] for m in line.mentions[0] if m.end == len(line) and len(m.names) == 1} if len(line) else set()
    if not names or not len(value):
        return ()
    for fact in told:
        if names & {value for value in fact.slots.values() if isinstance(value, str)}:
            found = tuple(_of(grammar, value, fact, span))
            if found:
                return found
    return ()


def _of(grammar: Grammar, line: Line, fact: ReadFact, span: str) -> Iterator[Amendment]:
    """What was told, with all of a line in each slot that it fits; a name first in the place of one of its kind."""
    found: list[tuple[AnySlot, ReadFact, str]] = []
    for slot in slots_of_fact(grammar, fact):
        value = whole_value(grammar, line, slot)
        made = with_value(grammar, fact, slot.name, value) if value is not None and slot.name in fact.slots else None
        if made is not None and value is not None:
            found.append((slot, made, value))
    alike = [
        one
        for one in found
        if isinstance(one[0].kind, Entities) and are_alike(grammar, one[2], fact.slots[one[0].name])
    ]
    for _, made, _ in alike or found:
        yield _amended(made, fact, span)
