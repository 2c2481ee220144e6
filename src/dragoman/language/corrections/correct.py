"""Lines that take something back, alone or for something else: what is withdrawn, and what is told in its place.

Taken back is not denied: what is withdrawn is unknown again.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from dragoman.language.clauses.cutter import Cut
from dragoman.language.corrections.fragments import fragment
from dragoman.language.corrections.old_words import is_old_word, up_to_a_name, wrong_within
from dragoman.language.corrections.put_right import Right, singled_out, taken_back
from dragoman.language.corrections.remembered import meant_in, without_reason
from dragoman.language.corrections.replacing import replaced, turned_round
from dragoman.language.earlier.context import Context
from dragoman.language.forms import Intent, Offer, ReadFact, Reading
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.intent import moods
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.offering import Offering
from dragoman.language.offering.search import Search
from dragoman.language.telling.teller import MOST_CHOICES, Teller, Told, checked_slots
from dragoman.language.whole import cut_whole
from dragoman.language.words import english
from dragoman.language.words.cues import spaced
from dragoman.language.words.tokens import tokens_of, words_of

_OPENING = re.compile(
    r"^\W*(?:correction(?! to\b)|(?:amend|amended|amendment|corrected|corr)(?=\s*:)|typing error|(?:i|we) (?:(?:must|have to|should|need to|want to|would like to|wish to) (?:now |hereby )?(?:amend|rectify|revise|correct)|beg to (?:amend|rectify|correct))(?: (?:my|our|the|that|this)(?: (?:earlier|previous|last|first|own|former|recent))? (?:statement|line|note|entry|message|report|claim|remark|figure|number|sentence|letter|information)(?: (?:above|of (?:yesterday|today|this morning)))?)?(?=\s*[:,;.-])|(?:since|as|because|for)(?= it is )|errata|corrigendum|rectification|amendment|(?:i|we) (?:have |'ve )?(?:just |also )?(?:said|wrote|written|told you|put|noted|stated|reported) (?:(?:it|this|that) )?(?:wrong|wrongly|incorrectly|falsely|false)(?: (?:before|earlier|there|just now|above|yesterday|last time))?(?=\s*[:,;.-])|what i (?:wrote|said|told you|typed)(?: there| before| earlier| above)? (?:was|is) (?:wrong|not (?:right|correct))|actually|sorry|sry|forgive me|pardon me|excuse me|i (?:must|have to|should) correct (?:myself|that|this)|(?:this|that|it) was (?:not (?:exact|right|correct)|wrong)|that(?: is|'s) not (?:right|correct|true|exact)|wrong \w+(?=\s*[:;,.-])|wrong(?: (?:country|state|figure|number|name|one|place|year|way(?: (?:round|around|about))?|word|percentage|share|amount|currency))?|the (?:wrong|other) way (?:round|around|about)|i (?:had|got) (?:that|it|this) the wrong way (?:round|around|about)|i should have (?:said|written)(?: that)?|my mistake|my bad|oops|no|wait|well|ok|okay|scratch that|strike that|scrap that|i meant(?: that| to say(?: that)?)?"
    r"|(?:(?:silly|stupid|dumb|foolish) me|my brain is (?:fried|mush|asleep)|brain fart|fat fingers?|(?:bad|failing) memory|slip of the (?:pen|tongue|finger|keyboard)|autocorrect|typed too fast|(?:i )?(?:had|got|have|'?ve got) (?:the two|them|these|those|it|that|my notes|my wires|things|the names|the numbers|the figures) (?:swapped|mixed up|crossed|confused|muddled|the wrong way (?:round|around))|(?:(?:i|we) )?(?:have |'ve )?(?:just )?(?:mixed|muddled|swapped|confused) (?:them|these|those|that|it|things|both|everything|(?:the|these|those) (?:two(?: of them)?|names|numbers|figures))(?: (?:up|round|around))?|(?:i|we) (?:have |'ve )?got (?:that|it|(?:the|my) (?:numbers?|figures?|country|name|year|sum|share)) wrong|(?:a |one )?(?:small |quick |minor |tiny )?correction to (?:what i (?:wrote|said)|my (?:last |earlier )?\w+)|(?:i'd|i would) like to correct (?:something|this|that|it|myself))(?=\s*[:,;.-])"
    r"|i mean|i misspoke|(?:i )?(?:misread|mistyped|misheard|misremembered|mixed up|confused|swapped)(?: [\w' ]{1,30})?(?=[:,;])|(?:i )?(?:have )?(?:just )?(?:mixed|muddled|swapped) (?:'?em|them|these|those|that|it|this|things|the two|the names|the numbers|the figures|everything) (?:up|round|around)|(?:i )?(?:have |'ve )?(?:just )?made an? (?:\w+ )?(?:mistake|error|typo|slip|blunder)(?: there| here)?|(?:correct|amend|fix|revise|rectify) (?:my|our|that|the|this) (?:last |earlier |previous |first |own )?(?:statement|line|note|entry|message|report|claim|remark|figure|number|sentence|input|post)(?=\s*[:;,.-])|make that|let me correct (?:that|myself|this)|i was wrong|i got (?:that|it) wrong|i stand corrected|rather|on second thoughts?|on reflection"
    r"|to correct (?:myself|that)|change that to|that should (?:be|read)|it should be|it should read|and|but|please|erratum|typo|edit|my apologies|apologies|hold on|hang on"
    r"|i need to correct (?:that|myself|something)|not quite|to be precise|more precisely|i take that back|forget that|that was wrong|that is wrong|i wrote .{1,40} but)(?![a-z])\W*",
    re.IGNORECASE,
)
_CLEFT = re.compile(
    r"^it(?:'?s| is| was| were| are)(?: in fact| actually)? (?P<who>.+?),? (?P<link>that|who|which|whose) (?P<rest>.+)$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r",?\s+(?:and |but )?(?:not (?!far\b|long\b|only\b|even\b|least\b|because\b|without\b|yet\b|always\b|surprisingly\b|(?:(?:100|a hundred|entirely|completely|totally|too|so|really|quite|fully|absolutely|very) ?(?:%|percent|per cent)? ?)?(?:sure|certain|confirmed|convinced|positive|verified)\b)|rather than |instead of )\s*(?P<old>(?:[^,;]|(?<=\d),(?=\d))+?)(?:,? as i (?:said|wrote|claimed)(?: before)?)?$",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must)$", re.IGNORECASE
)
"""Before a `not` that denies what follows: there is no old word."""
_NOT_WITHIN = re.compile(
    r",\s+(?:and |but )?not (?P<old>(?:[^,;]|(?<=\d),(?=\d)){1,40}),\s+(?P<rest>(?:of|in|for|at|to|from|by|with|on|worth) .+)$",
    re.IGNORECASE,
)
"""`40, not 60, percent of it`: what was wrong stands within what is right."""
_IT_IS_NOT = re.compile(r"(?:it|they|he|she|there) (?:is|are|does|do|has|have)(?:n't| not)", re.IGNORECASE)
"""`I wrote that it is so. That was wrong, it is not.`"""
_NOT_BUT = re.compile(
    r"\bnot (?!(?:only|just|merely|solely|simply|exclusively|even|so much)\b)(?P<old>(?:[^,;]|(?<=\d),(?=\d))+?),? but (?P<new>.+)$",
    re.IGNORECASE,
)
_TAKING = re.compile(
    r"^\W*(?:(?:please|pls|ok|okay|uh|um|er|ah|right|then|sorry|actually|on reflection|on second thoughts?|boss says|can you|could you|you can|you may|u can|let us|lets|i want to|i would like to|i'd like to|i need to|i|we|hereby|must|have to|should|no|and|just|now|my|h+m+|um+|oh|ah|ugh|argh|nah|nope|oops|wait|well|hang on)\W+)*"
    r"(?:forget|take back|retract|withdraw|remove|delete|drop|scrap|strike|erase|disregard|ignore|cancel|discard|unsay|scratch|nix|undo|roll back|kill|rescind|get rid of|throw out|cross out|never mind|nevermind|bin|ditch|dump|axe|lose|void|revoke|recant|retracted|withdrawn(?=:)|rescinded(?=:))\b"
    r"|\b(?:i was (?:too quick|wrong|mistaken|hasty|talking (?:rubbish|nonsense)) (?:about|on|with|to say that|to say|in saying that)|i did not mean(?: to say)?(?: that)?|i (?:should not|shouldn't) have (?:said|told you|written|claimed|typed|noted)(?: that)?|i take back(?: that)?)",
    re.IGNORECASE,
)
_THOUGHTS = re.compile(r"^\W*on (?:second thoughts?|reflection)\W*", re.IGNORECASE)
_PASSIVE = re.compile(
    r"^\W*(?P<what>(?:the|my|our|that|this) (?:[\w' -]{1,40} )?(?:statement|claim|remark|report|line|note|sentence|entry|assertion|figure|point|thing|bit|part|stuff)\b.{0,80}?)"
    r" (?:(?:is|are|must be|should be|has to be|is to be|are to be|can be) (?:hereby )?"
    r"(?:withdrawn|retracted|revoked|rescinded|struck|deleted|removed|discarded|dropped|forgotten)|(?:can|must|should|has to|may) go|no longer (?:stands|holds)|(?:does|do) not stand(?: any ?more)?)\b.*$",
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
    r"|[,;.]\s*(?:(?:i|we) )?(?:can ?not|can'?t|could ?n[o']t|could not) (?:find|remember|recall|trace|say|tell)\b.*$|[,;.]\s*(?:i|it|that|we) (?:mixed|was|got|had|heard|read|saw|only|misread|confused|made|did|have|am|is|turned|cannot|can not|can't|could not|must have).*$|\s+(?:pls|please|thanks|thank you|again|from the list|from my facts|from the facts|from the record)\W*$",
    re.IGNORECASE,
)

_LEAST = 0.08
"""What the search finds with less is not what is taken back."""
_ONLY_THAT = re.compile(
    r"^\W*(?:that|this|it|(?:my|that|this|the) (?:last|latest|previous)(?: \w+)?|what i (?:just )?(?:said|wrote))\s*(?:[,;.!-].*)?$",
    re.IGNORECASE,
)
"""The last thing said, and why it is taken back."""
_FEW = 3
"""Tokens of a name that people have for a fact."""


_SHOULD = re.compile(r"\W*(?:it|that) should be\b(?! (?:noted|said|added|clear))", re.IGNORECASE)
"""What corrects if something was said before, and elsewhere says what is right."""


def corrected(grammar: Grammar, text: str, before: Context) -> Reading:
    """What a line tells that corrects, and what it takes back for it."""
    if (taken := taken_back(text)) and (reading := _with_the_old(grammar, taken, before)) is not None:
        return reading
    body = _without(text, _OPENING)
    old, new, is_dropped = "", "", bool(before.told) and moods.DROPPED.at_start(spaced(words_of(text))) is not None
    if right := singled_out(body):
        body, old = right
    elif found := _CLEFT.match(body.strip(" .!")):
        who, rest = found["who"], found["rest"]
        if inner := _NOT.search(who):
            old, who = inner["old"], who[: inner.start()]
            new = who
        owner = "'s" if found["link"].lower() == "whose" else ""
        is_object = not owner and any(m.kind != PRONOUN for m in _line(grammar, rest, before).mentions[0])
        until = limit.start() if is_object and (limit := _NOT.search(rest)) else len(rest)
        body = f"{rest[:until]} {who}{rest[until:]}" if is_object else f"{who}{owner} {rest}"  # `it is B that A needs`
    if found := _NOT_BUT.search(body.strip(" .!")):
        old, body = found["old"], f"{body[: found.start()]} {found['new']}"
        new = up_to_a_name(_line(grammar, found["new"], before))
    elif (found := _NOT_WITHIN.search(body.strip(" .!"))) and not _DENIES.search(body[: found.start()]):
        old, body = found["old"], f"{body[: found.start()]} {found['rest']}"
    elif within := wrong_within(grammar, body):
        body, old, new = within
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
    old_facts = turned_round(grammar, facts, old, before) or tuple(replaced(grammar, facts, old, new))
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
    return _ABOUT.sub("", _TAKING.sub("", body, count=1), count=1).strip(" .,!?")


def withdrawn(grammar: Grammar, text: str, before: Context) -> Iterator[ReadFact]:
    """What a line takes back: facts, some of whose slots may be left out."""
    body = taken_back_in(text)
    if _ONLY_THAT.match(_TAKING.sub("", text, count=1)) and _names_nobody(_line(grammar, text, before)):
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
    best = search.called(line) if len(line) <= _FEW else found[0] if found and found[0].score > _LEAST else None
    if best is not None:
        said = {name: value for name, value in best.values.items() if (name, value) not in best.phrase.fixed}
        yield ReadFact(best.fact.name, dict(said), span=body)


def _names_nobody(line: Line) -> bool:
    return not any(line.figures) and all(m.kind == PRONOUN for several in line.mentions for m in several)


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
