"""Lines that take something back and tell nothing in its place: `forget the base`, `strike that one out`, `the sum must go`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dragoman.language.corrections.remembered import meant_in, without_reason
from dragoman.language.corrections.reread import line_after, told_by
from dragoman.language.earlier.context import Context
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.search import Search
from dragoman.language.stops import at_stops
from dragoman.language.telling.teller import checked_slots
from dragoman.language.words import english
from dragoman.language.words.patterns import Pattern
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity

_TAKING = Pattern(
    r"^\W*(?:(?:please|pls|ok|okay|uh|um|er|ah|right|then|sorry|actually|on reflection|on second thoughts?|boss says|can you|could you|you can|you may|u can|let us|lets|i want to|i would like to|i'd like to|i need to|i|we|hereby|must|have to|should|no|and|just|now|my|h+m+|um+|oh|ah|ugh|argh|nah|nope|oops|wait|well|hang on)\W+)*"
    r"(?:forget|take back|retract|withdraw|remove|delete|drop|scrap|strike|erase|disregard|ignore|cancel|discard|unsay|scratch|nix|undo|roll back|kill|rescind|get rid of|throw out|cross out|never mind|nevermind|bin|ditch|dump|axe|lose|void|revoke|recant|retracted|withdrawn(?=:)|rescinded(?=:)|(?:cross|strike|rub|leave)(?= (?:that|this|it)\b(?: \w+)? out\b)|take(?= (?:that|this|it|them)\b(?: \w+)? back\b))\b"
    r"|\b(?:i was (?:too quick|wrong|mistaken|hasty|talking (?:rubbish|nonsense)) (?:about|on|with|to say that|to say|in saying that)|i did(?: not|n't) mean(?: to say)?(?: that)?|i (?:should not|shouldn't) have (?:said|told you|written|claimed|typed|noted)(?: that)?|i take back(?: that)?)",
    re.IGNORECASE,
)
_THOUGHTS = Pattern(r"^\W*on (?:second thoughts?|reflection)\W*", re.IGNORECASE)
_PASSIVE = Pattern(
    r"^\W*(?P<what>(?:the|my|our|that|this) (?:[\w' -]{1,40} )?(?:statement|claim|remark|report|line|note|sentence|entry|assertion|figure|point|thing|bit|part|stuff|amount|number|sum|share|percentage|total)\b.{0,80}?)"
    r" (?:(?:is|are|must be|should be|has to be|is to be|are to be|can be) (?:hereby )?"
    r"(?:withdrawn|retracted|revoked|rescinded|struck|deleted|removed|discarded|dropped|forgotten)|(?:can|must|should|has to|needs to|may) go|no longer (?:stands|holds)|(?:does|do) not stand(?: any ?more)?)\b.*$",
    re.IGNORECASE,
)
_OWN = Pattern(
    r"^\W*(?:the|this|that) (?:information|statement|claim|remark|report|note|news|assertion|indication) (?:which was |that was )?"
    r"(?:given|made|passed on|sent|provided|submitted|conveyed|supplied)(?: earlier| before| yesterday)? by (?:me|us),? (?:that|saying that|according to which) (?P<what>.+?),? "
    r"(?:(?:was|is|has proved|proved|has turned out|turned out) (?:to be )?(?:wrong|false|incorrect|mistaken|untrue|erroneous|not (?:true|right|correct))"
    r"|(?:i|we) (?:am|are|do|must|have to|hereby) (?:hereby )?(?:tak(?:e|ing) back|withdraw(?:ing)?|retract(?:ing)?|revok(?:e|ing)))\b.*$",
    re.IGNORECASE,
)
"""What somebody says of what he said that it was wrong."""
_ABOUT = Pattern(
    r"^\W*(?:(?:my|our|the|that) (?:last |latest |previous |earlier )?)?(?:(?:what|everything|all|anything|(?:the )?(?:thing|bit|part|stuff|line|statement|claim|fact|note|point|one|entry|sentence|piece|report|claim|news|story|item|article|post|tweet|alert|flash)s?\b(?= (?:of|on|about|abt|bout|that|regarding|with|where|concerning|i|we|saying)\b)|my (?:claim|statement|remark|point|line|note|last statement|previous statement))\W*)?"
    r"(?:(?:i|we) (?:just )?(?:said|told you|wrote|claimed|noted|mentioned|typed|entered)(?: earlier| before)?\W*)?(?:(?:about|abt|bout|on|regarding|concerning|that|saying|saying that|with|where|of)\b\W*)?",
    re.IGNORECASE,
)
_LATER = Pattern(
    r"[,;.]?\s*(?:and |so |but )?(?:please |pls |can you |could you )?(?:get rid of|do away with|throw out|cross out|lose|bin|ditch|drop|forget|delete|remove|scrap|ignore|disregard|strike|withdraw|retract|take|cross|leave|throw|chuck|toss)\s+(?:that|it|this|them|those)(?: one| fact)?(?: back| out| away)?\W*(?:please|pls)?\W*$"
    r"|[,;.]\s*(?:(?:as|because|since) )?(?:my|our|the) (?:source|sources|notes|note|informant|contact|data|paper|memory)\b.*$"
    r"|[,;.]\s*(?:(?:i|we) )?(?:can ?not|can'?t|could ?n[o']t|could not) (?:find|remember|recall|trace|say|tell)\b.*$|[,;.]\s*(?:i|it|that|we) (?:mixed|was|got|had|heard|read|saw|only|misread|confused|made|did|have|am|is|turned|cannot|can not|can't|could not|must have).*$|\s+(?:pls|please|thanks|thank you|again|from the list|from my facts|from the facts|from the record)\W*$",
    re.IGNORECASE,
)

_WRONG = Pattern(
    r"(?P<what>(?:the|my|our|that|this) (?:amount|figure|number|sum|share|percentage|total|claim|statement|remark|entry|line|bit|part|thing|stuff|note)s?\b.{0,80}?)"
    r" (?:was|is|were|are) (?:(?:all|just|pure|plain|complete|utter|simply) )?(?:nonsense|wrong|rubbish|false|a mistake|an error|mistaken|invented|made up|a typo|bogus|incorrect|guesswork)$",
    re.IGNORECASE,
)
"""What somebody says of what he said, before he takes it back: `the figure for it was nonsense, ...`."""
_OF_FIGURE = Pattern(
    r"^\W*(?:the|that|my|our) (?:amount|figure|number|sum|share|percentage|total)s?\b(?: (?:that|which|for|of|on|about)\b)?",
    re.IGNORECASE,
)
"""What stands before those of whom a figure is told: `the amount A owes B`."""
_LEAST = 0.08
"""What the search finds with less is not what is taken back."""
_ONLY_THAT = Pattern(
    r"^\W*(?:(?:that|this|it)(?: (?:one|line|bit|entry|part))?(?: out| back)?|(?:my|that|this|the) (?:last|latest|previous)(?: \w+)?|what i (?:just )?(?:said|wrote))\s*(?:[,;.!-].*)?$",
    re.IGNORECASE,
)
"""The last thing said, and why it is taken back."""
_BOTH = Pattern(
    r"(?:(?:please|pls|no|sorry|actually|ok|well|on second thoughts?|on reflection)[\s,]+)*(?:(?:i|we) (?:must |have to |hereby |want to |would like to )?)?"
    r"(?:take|forget|scrap|strike|scratch|withdraw|retract|drop|delete|remove|ignore|disregard|discard|erase|undo|cancel|cross|throw)"
    r"(?: back| out)? (?:both(?: of (?:them|these|those|the (?:last )?two))?|(?:these|those|my last|the last|the) two)"
    r"(?: (?:lines|statements|facts|claims|sentences|points|entries|notes))?(?: back| out| away| again)?(?:,? (?:please|pls|again))?",
    re.IGNORECASE,
)
_TWO = 2
_FEW = 3
"""Tokens of a name that people have for a fact."""
_LIKELY = 8
"""So many of what the search finds are looked at."""


def taken_back_in(text: str) -> str:
    """The words of a line that say what it takes back.

    >>> taken_back_in("Please forget what I said about the base, I was wrong")
    'the base'
    """
    parts = (part for part in re.split(r"(?<=[.!?;])\s+", text) if _TAKING.search(part))
    return next(filter(None, map(_taken_back_in, parts)), _taken_back_in(text))


def _taken_back_in(text: str) -> str:
    passive = _OWN.match(text) or _PASSIVE.match(text)
    body = passive["what"] if passive is not None else _THOUGHTS.sub("", text)
    for _ in range(3):
        body = _LATER.sub("", body)
    if wrong := _WRONG.fullmatch(body.strip(" .,;!")):
        body = wrong["what"]
    return _ABOUT.sub("", _TAKING.sub("", _OF_FIGURE.sub("", body), count=1), count=1).strip(" .,!?")


def takes_only_the_last(grammar: Grammar, text: str) -> bool:
    """Whether a line takes back what was said last, whatever reason it gives: `scrap that, wrong table`."""
    only = _ONLY_THAT.match(_TAKING.sub("", text, count=1))
    return only is not None and names_nobody(grammar, _LATER.sub("", text))


def is_said_within(text: str, fact: ReadFact) -> bool:
    """Whether a fact was said by a sentence of a line that takes it back further on."""
    before = at_stops(text)[:-1]
    return any(bool(fact.span) and fact.span in one.text and _TAKING.search(one.text) is None for one in before)


def takes_both(text: str) -> bool:
    """Whether a line takes back the last two that were said: `I take both of these back`."""
    return _BOTH.fullmatch(text.strip(" .!")) is not None


def withdrawn(grammar: Grammar, text: str, before: Context) -> Iterator[ReadFact]:
    """What a line takes back: facts, some of whose slots may be left out."""
    if takes_both(text):
        several = list(dict.fromkeys(fact.span for fact in before.told))[:_TWO]
        yield from (fact for fact in before.told if fact.span in several and len(several) == _TWO)
        return
    body = taken_back_in(text)
    only = _ONLY_THAT.match(_TAKING.sub("", text, count=1))
    if only and _names_nobody(line_after(grammar, _LATER.sub("", text), before)):
        yield from _last(grammar, before)
        return
    meant = meant_in(grammar, body, before.told, text)
    if meant is not None and meant.is_plain:
        yield from meant.facts
        return
    told = told_by(grammar, body, before)
    plain = [fact for one in told if not one.reason for fact in one.facts[:1]]
    facts = plain or _named_as_there(grammar, body, before) or [fact for one in told for fact in one.facts[:1]]
    if facts:
        yield from facts
        return
    line = line_after(grammar, body, before)
    if any(_names_nothing(line_after(grammar, some, before)) for some in (body, without_reason(body))):
        yield from _last(grammar, before)
        return
    search = Search.of(grammar)
    found = search.found(line)
    likely = [one for one in islice(found, _LIKELY) if one.score > _LEAST]
    if _OF_FIGURE.match(text):  # of what is told with a figure
        best = next(
            (one for one in likely if one.fact.value and isinstance(one.fact.value.kind, Money | Quantity)), None
        )
    else:
        best = search.called(line) if len(line) <= _FEW else likely[0] if likely else None
    if best is not None:
        said = {name: value for name, value in best.values.items() if (name, value) not in best.phrase.fixed}
        yield ReadFact(best.fact.name, dict(said), span=body)


def names_nobody(grammar: Grammar, text: str) -> bool:
    """Whether a text names nobody, and no figure."""
    return _names_nobody(line_after(grammar, text, Context()))


def _names_nobody(line: Line) -> bool:
    has_figure = any(figure for text, figure in zip(line.texts, line.figures, strict=True) if text != "one")
    return not has_figure and all(m.kind == PRONOUN for several in line.mentions for m in several)


def _named_as_there(grammar: Grammar, body: str, before: Context) -> list[ReadFact]:
    """What is called by what there is: `the Russian base there`."""
    noun = re.sub(r"^(?:the|that|this|those|these|a|an) ", "", body.strip(), flags=re.IGNORECASE)
    for there in ("there is a", "there are"):
        told = told_by(grammar, f"{there} {noun}", before)
        if len(told) == 1 and not told[0].reason:
            return list(told[0].facts[:1])
    return []


def _names_nothing(line: Line) -> bool:
    """Whether a line says nothing of what it takes back: then it is what was said last."""
    carry = [t for t in line.tokens if t.is_word and t.text not in english.CARRY_NOTHING and t.text not in _LAST]
    return not carry


_LAST = frozenset(
    [
        "bit",
        "part",
        "note",
        "sentence",
        "remark",
        "message",
        "report",
        "last",
        "latest",
        "previous",
        "statement",
        "line",
        "fact",
        "thing",
        "entry",
        "one",
        "point",
        "claim",
        "said",
        "told",
        "just",
        "that",
        "this",
        "it",
        "please",
        "again",
    ]
)


def _last(grammar: Grammar, before: Context) -> Iterator[ReadFact]:
    """The last fact of the lines before: `undo my last statement`."""
    if before.last is not None:
        slots = dict(before.last.phrase.fixed)
        for one in before.last.hit.bound:
            slots[one.slot] = one.mention.names[0] if one.mention else one.words[0] if one.words else one.figure
        checked = checked_slots(grammar.rulebook, grammar.told[before.last.phrase.fact], slots, True)
        if checked is not None:
            yield ReadFact(before.last.phrase.fact, checked)
