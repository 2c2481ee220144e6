"""Lines that take something back, alone or for something else: what is withdrawn, and what is told in its place.

Taken back is not denied: what is withdrawn is unknown again.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from itertools import islice

from dragoman.language.clauses.cutter import Cut
from dragoman.language.corrections.fragments import fragment
from dragoman.language.corrections.old_words import is_old_word
from dragoman.language.corrections.put_right import Right, singled_out, taken_back
from dragoman.language.corrections.remembered import meant_in, without_reason
from dragoman.language.earlier.context import Context
from dragoman.language.forms import Intent, Offer, ReadFact, Reading
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.written import written_for
from dragoman.language.intent import moods
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.offering import Offering
from dragoman.language.offering.search import Search
from dragoman.language.telling.teller import MOST_CHOICES, Teller, Told, checked_slots
from dragoman.language.whole import cut_whole
from dragoman.language.words import english
from dragoman.language.words.cues import spaced
from dragoman.language.words.numbers import Figure
from dragoman.language.words.tokens import tokens_of, words_of
from dragoman.rulebook.forms import ValueSlot
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity

_OPENING = re.compile(
    r"^\W*(?:correction(?! to\b| from\b| by\b)|(?:amend|amended|amendment|corrected|corr)(?=\s*:)|typing error|(?:i|we) (?:(?:must|have to|should|need to|want to|would like to|wish to) (?:now |hereby )?(?:amend|rectify|revise|correct)|beg to (?:amend|rectify|correct))(?: (?:my|our|the|that|this)(?: (?:earlier|previous|last|first|own|former|recent))? (?:statement|line|note|entry|message|report|claim|remark|figure|number|sentence|letter|information)(?: (?:above|of (?:yesterday|today|this morning)))?)?(?=\s*[:,;.-])|(?:since|as|because|for)(?= it is )|errata|corrigendum|rectification|amendment|(?:i|we) (?:have |'ve )?(?:just |also )?(?:said|wrote|written|told you|put|noted|stated|reported) (?:(?:it|this|that) )?(?:wrong|wrongly|incorrectly|falsely|false)(?: (?:before|earlier|there|just now|above|yesterday|last time))?(?=\s*[:,;.-])|what i (?:wrote|said|told you|typed)(?: there| before| earlier| above)? (?:was|is) (?:wrong|not (?:right|correct))|actually|sorry|sry|forgive me|pardon me|excuse me|i (?:must|have to|should) correct (?:myself|that|this)|(?:this|that|it) was (?:not (?:exact|right|correct)|wrong)|that(?: is|'s) not (?:right|correct|true|exact)|wrong \w+(?=\s*[:;,.-])|wrong(?: (?:country|state|figure|number|name|one|place|year|way(?: (?:round|around|about))?|word|percentage|share|amount|currency))?|the (?:wrong|other) way (?:round|around|about)|i (?:had|got) (?:that|it|this) the wrong way (?:round|around|about)|i should have (?:said|written)(?: that)?|my mistake|my bad|oops|no|wait|well|ok|okay|scratch that|strike that|scrap that|i meant(?: that| to say(?: that)?)?"
    r"|(?:(?:silly|stupid|dumb|foolish) me|my brain is (?:fried|mush|asleep)|brain fart|fat fingers?|(?:bad|failing) memory|slip of the (?:pen|tongue|finger|keyboard)|autocorrect|typed too fast|(?:i )?(?:had|got|have|'?ve got) (?:the two|them|these|those|it|that|my notes|my wires|things|the names|the numbers|the figures) (?:swapped|mixed up|crossed|confused|muddled|the wrong way (?:round|around))|(?:(?:i|we) )?(?:have |'ve )?(?:just )?(?:mixed|muddled|swapped|confused) (?:them|these|those|that|it|things|both|everything|(?:the|these|those) (?:two(?: of them)?|names|numbers|figures))(?: (?:up|round|around))?|(?:i|we) (?:have |'ve )?got (?:that|it|(?:the|my) (?:numbers?|figures?|country|name|year|sum|share)) wrong|(?:a |one )?(?:small |quick |minor |tiny )?correction to (?:what i (?:wrote|said)|my (?:last |earlier )?\w+)|(?:i'd|i would) like to correct (?:something|this|that|it|myself))(?=\s*[:,;.-])"
    r"|let me (?:just |quickly )?(?:fix|mend|amend|revise|rectify|(?:set|put)(?= (?:that|this|it) (?:right|straight))) (?:that|this|it)(?: right| straight)?"
    r"|(?:i )?(?:have |just )?(?:mixed up|muddled up|swapped|confused|misread|mistyped|transposed|jumbled) (?:my|the|two|some) (?:last |two )?(?:digits?|figures?|numbers|notes|names|countries|lines|columns|rows)(?=\s*[:,;.-])"
    r"|(?:i|we) (?:was|were) (?:mistaken|wrong|in error|off|inaccurate|imprecise) (?:earlier|before|above|there|yesterday|just now|last time|this morning)(?=\s*[:,;.-])"
    r"|(?:(?:a|one|the) (?:small |quick |minor |late )?)?(?:correction|erratum|corrigendum) (?:from|by) (?:the|our|my|a) \w+(?: \w+)?(?=\s*[:;,-])"
    r"|i mean|i misspoke(?: (?:earlier|before|above|there|yesterday|just now|last time))?|(?:i )?(?:misread|mistyped|misheard|misremembered|mixed up|confused|swapped)(?: [\w' ]{1,30})?(?=[:,;])|(?:i )?(?:have )?(?:just )?(?:mixed|muddled|swapped) (?:'?em|them|these|those|that|it|this|things|the two|the names|the numbers|the figures|everything) (?:up|round|around)|(?:i )?(?:have |'ve )?(?:just )?made an? (?:\w+ )?(?:mistake|error|typo|slip|blunder)(?: there| here)?|(?:correct|amend|fix|revise|rectify) (?:my|our|that|the|this) (?:last |earlier |previous |first |own )?(?:statement|line|note|entry|message|report|claim|remark|figure|number|sentence|input|post)(?=\s*[:;,.-])|make that|let me correct (?:that|myself|this)|i was wrong|i got (?:that|it) wrong|i stand corrected|rather|on second thoughts?|on reflection"
    r"|to correct (?:myself|that)|change that to|that should (?:be|read)|it should be|it should read|and|but|please|erratum|typo|edit|my apologies|apologies|hold on|hang on"
    r"|i need to correct (?:that|myself|something)|not quite|to be precise|more precisely|i take that back|forget that|that was wrong|that is wrong|i wrote .{1,40} but)(?![a-z])\W*",
    re.IGNORECASE,
)
_CLEFT = re.compile(
    r"^it(?:'?s| is| was| were| are)(?: in fact| actually)? (?P<who>.+?),? (?P<link>that|who|which|whose) (?P<rest>.+)$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r",?\s+(?:and |but )?(?:not (?!far\b|long\b|only\b|even\b|least\b|because\b|without\b|yet\b|always\b|surprisingly\b|(?:(?:100|a hundred|entirely|completely|totally|too|so|really|quite|fully|absolutely|very) ?(?:%|percent|per cent)? ?)?(?:sure|certain|confirmed|convinced|positive|verified)\b)|rather than |instead of )\s*(?P<old>[^,;]+?)(?:,? as i (?:said|wrote|claimed)(?: before)?)?$",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must)$", re.IGNORECASE
)
"""Before a `not` that denies what follows: there is no old word."""
_NOT_WITHIN = re.compile(
    r",\s+(?:and |but )?not (?P<old>[^,;]{1,40}),\s+(?P<rest>(?:of|in|for|at|to|from|by|with|on|worth) .+)$",
    re.IGNORECASE,
)
"""`40, not 60, percent of it`: what was wrong stands within what is right."""
_IT_IS_NOT = re.compile(r"(?:it|they|he|she|there) (?:is|are|does|do|has|have)(?:n't| not)", re.IGNORECASE)
"""`I wrote that it is so. That was wrong, it is not.`"""
_NOT_BUT = re.compile(
    r"\bnot (?!(?:only|just|merely|solely|simply|exclusively|even|so much)\b)(?P<old>[^,;]+?),? but (?P<new>.+)$",
    re.IGNORECASE,
)
_TAKING = re.compile(
    r"^\W*(?:(?:please|pls|ok|okay|uh|um|er|ah|right|then|sorry|actually|on reflection|on second thoughts?|boss says|can you|could you|you can|you may|u can|let us|lets|i want to|i would like to|i'd like to|i need to|i|we|hereby|must|have to|should|no|and|just|now|my|h+m+|um+|oh|ah|ugh|argh|nah|nope|oops|wait|well|hang on)\W+)*"
    r"(?:forget|take back|retract|withdraw|remove|delete|drop|scrap|strike|erase|disregard|ignore|cancel|discard|unsay|scratch|nix|undo|roll back|kill|rescind|get rid of|throw out|cross out|never mind|nevermind|bin|ditch|dump|axe|lose|void|revoke|recant|retracted|withdrawn(?=:)|rescinded(?=:)|(?:cross|strike|rub|leave)(?= (?:that|this|it)\b(?: \w+)? out\b))\b"
    r"|\b(?:i was (?:too quick|wrong|mistaken|hasty|talking (?:rubbish|nonsense)) (?:about|on|with|to say that|to say|in saying that)|i did not mean(?: to say)?(?: that)?|i (?:should not|shouldn't) have (?:said|told you|written|claimed|typed|noted)(?: that)?|i take back(?: that)?)",
    re.IGNORECASE,
)
_THOUGHTS = re.compile(r"^\W*on (?:second thoughts?|reflection)\W*", re.IGNORECASE)
_PASSIVE = re.compile(
    r"^\W*(?P<what>(?:the|my|our|that|this) (?:[\w' -]{1,40} )?(?:statement|claim|remark|report|line|note|sentence|entry|assertion|figure|point|thing|bit|part|stuff|amount|number|sum|share|percentage|total)\b.{0,80}?)"
    r" (?:(?:is|are|must be|should be|has to be|is to be|are to be|can be) (?:hereby )?"
    r"(?:withdrawn|retracted|revoked|rescinded|struck|deleted|removed|discarded|dropped|forgotten)|(?:can|must|should|has to|needs to|may) go|no longer (?:stands|holds)|(?:does|do) not stand(?: any ?more)?)\b.*$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^\W*(?:the|this|that) (?:information|statement|claim|remark|report|note|news|assertion|indication) (?:which was |that was )?"
    r"(?:given|made|passed on|sent|provided|submitted|conveyed|supplied)(?: earlier| before| yesterday)? by (?:me|us),? (?:that|saying that|according to which) (?P<what>.+?),? "
    r"(?:(?:was|is|has proved|proved|has turned out|turned out) (?:to be )?(?:wrong|false|incorrect|mistaken|untrue|erroneous|not (?:true|right|correct))"
    r"|(?:i|we) (?:am|are|do|must|have to|hereby) (?:hereby )?(?:tak(?:e|ing) back|withdraw(?:ing)?|retract(?:ing)?|revok(?:e|ing)))\b.*$",
    re.IGNORECASE,
)
"""What somebody says of what he said that it was wrong."""
_ABOUT = re.compile(
    r"^\W*(?:(?:my|our|the|that) (?:last |latest |previous |earlier )?)?(?:(?:what|everything|all|anything|(?:the )?(?:thing|bit|part|stuff|line|statement|claim|fact|note|point|one|entry|sentence|piece|report|claim|news|story|item|article|post|tweet|alert|flash)s?\b(?= (?:of|on|about|abt|bout|that|regarding|with|where|concerning|i|we|saying)\b)|my (?:claim|statement|remark|point|line|note|last statement|previous statement))\W*)?"
    r"(?:(?:i|we) (?:just )?(?:said|told you|wrote|claimed|noted|mentioned|typed|entered)(?: earlier| before)?\W*)?(?:(?:about|abt|bout|on|regarding|concerning|that|saying|saying that|with|where|of)\b\W*)?",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"[,;.]?\s*(?:and |so |but )?(?:please |pls |can you |could you )?(?:drop|forget|delete|remove|scrap|ignore|disregard|strike|withdraw|retract|take|cross|leave)\s+(?:that|it|this|them|those)(?: one| fact)?(?: back| out)?\W*(?:please|pls)?\W*$"
    r"|[,;.]\s*(?:(?:as|because|since) )?(?:my|our|the) (?:source|sources|notes|note|informant|contact|data|paper|memory)\b.*$"
    r"|[,;.]\s*(?:(?:i|we) )?(?:can ?not|can'?t|could ?n[o']t|could not) (?:find|remember|recall|trace|say|tell)\b.*$|[,;.]\s*(?:i|it|that|we) (?:mixed|was|got|had|heard|read|saw|only|misread|confused|made|did|have|am|is|turned|cannot|can not|can't|could not|must have).*$|\s+(?:pls|please|thanks|thank you|again|from the list|from my facts|from the facts|from the record)\W*$",
    re.IGNORECASE,
)

_OF_FIGURE = re.compile(
    r"^\W*(?:the|that|my|our) (?:amount|figure|number|sum|share|percentage|total)s?\b(?: (?:that|which)\b)?",
    re.IGNORECASE,
)
"""What stands before those of whom a figure is told: `the amount A owes B`."""
_LEAST = 0.08
"""What the search finds with less is not what is taken back."""
_ONLY_THAT = re.compile(
    r"^\W*(?:(?:that|this|it)(?: (?:one|line|bit|entry|part))?(?: out)?|(?:my|that|this|the) (?:last|latest|previous)(?: \w+)?|what i (?:just )?(?:said|wrote))\s*(?:[,;.!-].*)?$",
    re.IGNORECASE,
)
"""The last thing said, and why it is taken back."""
_FEW = 3
"""Tokens of a name that people have for a fact."""
_LIKELY = 8
"""So many of what the search finds are looked at."""


_SHOULD = re.compile(r"\W*(?:it|that) should be\b(?! (?:noted|said|added|clear))", re.IGNORECASE)
"""What corrects if something was said before, and elsewhere says what is right."""


def corrected(grammar: Grammar, text: str, before: Context) -> Reading:
    """What a line tells that corrects, and what it takes back for it."""
    if (taken := taken_back(text)) and (reading := _with_the_old(grammar, taken, before)) is not None:
        return reading
    body = _without(text, _OPENING)
    old, was, is_dropped = "", "", bool(before.told) and moods.DROPPED.at_start(spaced(words_of(text))) is not None
    if right := singled_out(body):
        body, old, was = right
    elif found := _CLEFT.match(body.strip(" .!")):
        who, rest = found["who"], found["rest"]
        if inner := _NOT.search(who):
            old, who = inner["old"], who[: inner.start()]
        owner = "'s" if found["link"].lower() == "whose" else ""
        is_object = not owner and any(m.kind != PRONOUN for m in _line(grammar, rest, before).mentions[0])
        until = limit.start() if is_object and (limit := _NOT.search(rest)) else len(rest)
        body = f"{rest[:until]} {who}{rest[until:]}" if is_object else f"{who}{owner} {rest}"  # `it is B that A needs`
    if found := _NOT_BUT.search(body.strip(" .!")):
        old, body = found["old"], f"{body[: found.start()]} {found['new']}"
    elif (found := _NOT_WITHIN.search(body.strip(" .!"))) and not _DENIES.search(body[: found.start()]):
        old, body = found["old"], f"{body[: found.start()]} {found['rest']}"
    elif (found := _NOT.search(body.strip(" .!"))) and not _DENIES.search(body[: found.start()]):
        old, body = found["old"], body.strip(" .!")[: found.start()]
    told = [_in_its_words(one, text) for one in _told(grammar, body, before)]
    facts = tuple(fact for one in told if not one.reason for fact in one.facts)
    offers = tuple(Offer(one.span, one.reason, one.facts[:MOST_CHOICES]) for one in told if one.reason and one.facts)
    if not told:
        line = _line(grammar, body, before)
        searched = Offering.of(grammar).offers(line, Cut((), (), ()))
        again = (_in_its_words(Told(one.choices, one.reason, one.span), text) for one in searched)
        offers = tuple(Offer(one.span, one.reason, one.facts) for one in again)
    wrong = [fact for one in _told(grammar, was, before) if not one.reason for fact in one.facts] if was else []
    is_same = bool(wrong) and {fact.fact for fact in wrong} == {fact.fact for fact in facts}
    old_facts = tuple(dataclasses.replace(fact, span=old) for fact in wrong) if is_same else ()
    old_facts = old_facts or _turned_round(grammar, facts, old, before) or tuple(replaced(grammar, facts, old))
    if is_dropped and facts and not old:
        old_facts = before.told[:1]
    if facts and not before.told and not old and _SHOULD.match(text):
        old_facts = ()
        offers, facts = (*offers, *(Offer(fact.span, "it may say what should be", (fact,)) for fact in facts)), ()
    return Reading(Intent.CORRECT, facts, old_facts, (), offers)


def _with_the_old(grammar: Grammar, taken: Right, before: Context) -> Reading | None:
    """What a line tells that says first what was wrong: in its own words, or as it goes on from those."""
    was = [fact for one in _told(grammar, taken.old, before) if not one.reason for fact in one.facts]
    if _IT_IS_NOT.fullmatch(taken.new.strip(" .!")) and len(was) == 1:
        [fact] = was
        return Reading(Intent.CORRECT, (dataclasses.replace(fact, holds=not fact.holds),), (fact,))
    found = fragment(grammar, taken.new, was[::-1])
    if found is not None and not found.adds and found.is_plain:
        [one] = found.amendments
        return Reading(Intent.CORRECT, one.facts, (one.old,))
    told = _told(grammar, taken.new, before)
    facts = tuple(fact for one in told if not one.reason for fact in one.facts)
    is_same = {fact.fact for fact in facts} == {fact.fact for fact in was}
    return Reading(Intent.CORRECT, facts, tuple(was)) if facts and is_same else None


_TRUTH = frozenset(
    english.lines(
        "true | sure | certain | right | correct | accurate | confirmed | convinced | positive | verified | real | serious | clear"
        "| reliable | safe | proven | official | officially | exactly | quite | really | fully"
    )
)
"""What is denied of what was said, and no old word."""


def names_the_old(grammar: Grammar, text: str) -> bool:
    """Whether a line ends with what it says no longer: `owes 1.6, not 1.2`, and does not hedge: `..., not sure`."""
    found = _NOT.search(text.strip(" .!"))
    if found is None or not found.group().startswith(",") or found["old"].endswith(" either"):
        return False  # `..., not with Moscow either` says the same of one more
    line = Line(grammar, found["old"], tokens_of(found["old"]))
    if not _TRUTH.isdisjoint(line.texts):
        return False  # `..., not 100 % sure`
    return is_old_word(line, words_of(text[: found.start()]))


def _in_its_words(told: Told, text: str) -> Told:
    """With the words as they were typed: what was put in another order to be read is the whole line."""
    if told.span in text:
        return told
    whole = text.strip()
    return Told(tuple(dataclasses.replace(fact, span=whole) for fact in told.facts), told.reason, whole)


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
    return _ABOUT.sub("", _TAKING.sub("", _OF_FIGURE.sub("", body), count=1), count=1).strip(" .,!?")


def withdrawn(grammar: Grammar, text: str, before: Context) -> Iterator[ReadFact]:
    """What a line takes back: facts, some of whose slots may be left out."""
    body = taken_back_in(text)
    only = _ONLY_THAT.match(_TAKING.sub("", text, count=1))
    if only and _names_nobody(_line(grammar, _LATER.sub("", text), before)):
        yield from _last(grammar, before)
        return
    meant = meant_in(grammar, body, before.told, text)
    if meant is not None and meant.is_plain:
        yield from meant.facts
        return
    told = _told(grammar, body, before)
    plain = [fact for one in told if not one.reason for fact in one.facts[:1]]
    facts = plain or _named_as_there(grammar, body, before) or [fact for one in told for fact in one.facts[:1]]
    if facts:
        yield from facts
        return
    line = _line(grammar, body, before)
    if any(_names_nothing(_line(grammar, some, before)) for some in (body, without_reason(body))):
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


def _names_nobody(line: Line) -> bool:
    has_figure = any(figure for text, figure in zip(line.texts, line.figures, strict=True) if text != "one")
    return not has_figure and all(m.kind == PRONOUN for several in line.mentions for m in several)


def _named_as_there(grammar: Grammar, body: str, before: Context) -> list[ReadFact]:
    """What is called by what there is: `the Russian base there`."""
    noun = re.sub(r"^(?:the|that|this|those|these|a|an) ", "", body.strip(), flags=re.IGNORECASE)
    for there in ("there is a", "there are"):
        told = _told(grammar, f"{there} {noun}", before)
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


def _without(text: str, opening: re.Pattern[str]) -> str:
    body = text
    while (rest := opening.sub("", body, count=1)) != body:
        body = rest
    return body


def _line(grammar: Grammar, text: str, before: Context) -> Line:
    return Line(grammar, text, tokens_of(text), before.names)


def _told(grammar: Grammar, text: str, before: Context) -> list[Told]:
    body = text.strip(" .!")
    line, cut = cut_whole(grammar, body, tokens_of(body), before)
    told = Teller(grammar.rulebook, grammar.book.events, line).told(cut)
    left = " ".join(line.texts[at] for at in cut.left_over)
    reason = f"the rest of the sentence was not understood: {left}" if left else ""
    return [one._replace(reason=one.reason or reason) for one in told]


def replaced(grammar: Grammar, facts: tuple[ReadFact, ...], old: str) -> Iterator[ReadFact]:
    """What each fact takes the place of: with the old word where one is named, else whatever its value was."""
    line = Line(grammar, old, tokens_of(old)) if old else None
    for fact in facts:
        kind = grammar.told[fact.fact]
        before = dict(fact.slots)
        if line is not None and (slot := _old_slot(grammar, fact, line)) is not None:
            before[slot[0]] = slot[1]
        elif kind.value is not None:
            before.pop(kind.value.name, None)
        else:
            yield dataclasses.replace(fact, holds=not fact.holds)
            continue
        yield dataclasses.replace(fact, slots=before, likelihood="", source="", date="", span=old or fact.span)


def _turned_round(grammar: Grammar, facts: tuple[ReadFact, ...], old: str, before: Context) -> tuple[ReadFact, ...]:
    """What one fact takes the place of, if that is the same the other way round: as the old words say, or as it was told."""
    names = (
        [slot.name for slot in grammar.told[facts[0].fact].slots if isinstance(slot.kind, Entities)] if facts else []
    )
    if len(facts) != 1 or len(names) != 2 or any(name not in facts[0].slots for name in names):
        return ()
    one, other = names
    slots = {**facts[0].slots, one: facts[0].slots[other], other: facts[0].slots[one]}
    turned = dataclasses.replace(facts[0], slots=slots, likelihood="", source="", date="", span=old or facts[0].span)
    line = Line(grammar, old, tokens_of(old))
    said = [m.names for at in range(len(line)) for m in line.mentions[at][:1]]
    is_said = said == [(slots[one],), (slots[other],)]
    is_told = not old and any(
        (fact.fact, fact.slots, fact.holds) == (turned.fact, slots, turned.holds) for fact in before.told
    )
    return (turned,) if is_said or is_told else ()


def _old_slot(grammar: Grammar, fact: ReadFact, line: Line) -> tuple[str, object] | None:
    """The slot that the old words fill, and with what."""
    kind = grammar.told[fact.fact]
    entities = grammar.lexicon.entities
    for slot in reversed(kind.slots):
        for at in range(len(line)):
            if isinstance(slot.kind, Enumeration):
                words = [spoken.word for _, spoken in line.spoken[at] if spoken.word in slot.kind.words]
                if words and words[0] != fact.slots.get(slot.name):
                    return slot.name, words[0]
            elif isinstance(slot.kind, Entities):
                for mention in line.mentions[at]:
                    fits = len(mention.names) == 1 and slot.kind.takes(entities[mention.names[0]])
                    if fits and mention.names[0] not in fact.slots.values():
                        return slot.name, mention.names[0]
            elif isinstance(slot, ValueSlot) and (figure := line.figures[at]) is not None:
                written = written_for(slot.kind, _scaled_as(grammar, figure, fact.span), line.tokens)
                if written is not None:
                    values = {**{n: str(v) for n, v in fact.slots.items() if n != slot.name}, slot.name: written.text}
                    checked = checked_slots(grammar.rulebook, kind, values, True)
                    return (slot.name, checked[slot.name]) if checked else None
    return None


def _scaled_as(grammar: Grammar, old: Figure, span: str) -> Figure:
    """A bare figure as one of the unit that the new one has: `1.1 billion dollars, not 1.3`."""
    if old.unit or old.scale:
        return old
    found = (one for one in Line(grammar, span, tokens_of(span)).figures if one is not None and (one.unit or one.scale))
    new = next(found, None)
    if new is None:
        return old
    low, high = (None if end is None else end.scaleb(new.scale) for end in (old.low, old.high))
    return old._replace(low=low, high=high, unit=new.unit, scale=new.scale)
