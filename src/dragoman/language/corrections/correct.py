"""Lines that take something back for something else: what is withdrawn, and what is told in its place.

Taken back is not denied: what is withdrawn is unknown again.
"""

from __future__ import annotations

import dataclasses
import re
from itertools import islice

from dragoman.language.clauses.cutter import Cut
from dragoman.language.corrections.fragments import fragment
from dragoman.language.corrections.of_what import is_of_the_same, with_its_object
from dragoman.language.corrections.old_words import is_old_word, up_to_a_name, wrong_within
from dragoman.language.corrections.put_right import Right, noted_as, singled_out, taken_back, typed_before, wrongly_said
from dragoman.language.corrections.replacing import of_another, replaced, turned_round
from dragoman.language.corrections.reread import line_after, put_right_by, told_by
from dragoman.language.corrections.within import contradicted
from dragoman.language.earlier.context import Context
from dragoman.language.forms import Intent, Offer, ReadFact, Reading
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.intent import moods
from dragoman.language.line.denying import says_none
from dragoman.language.line.framing import is_unsure_first
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.offering import Offering
from dragoman.language.telling.teller import MOST_CHOICES, Told
from dragoman.language.whole import cut_whole
from dragoman.language.words import english
from dragoman.language.words.cues import spaced
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.tokens import tokens_of, words_of

_OPENING = Pattern(
    r"^\W*(?:(?:it )?turns out(?: that)?|correction to (?:that|this|it|the above|my (?:last|first|earlier) \w+)(?=\s*[:,;.-])|correction(?! to\b| from\b| by\b)|(?:amend|amended|amendment|corrected|corr)(?=\s*:)|typing error|(?:i|we) (?:(?:must|have to|should|need to|want to|would like to|wish to) (?:now |hereby )?(?:amend|rectify|revise|correct)|beg to (?:amend|rectify|correct))(?: (?:my|our|the|that|this)(?: (?:earlier|previous|last|first|own|former|recent))? (?:statement|line|note|entry|message|report|claim|remark|figure|number|sentence|letter|information)(?: (?:above|of (?:yesterday|today|this morning)))?)?(?=\s*[:,;.-])|(?:since|as|because|for)(?= it is )|errata|corrigendum|rectification|amendment|(?:i|we) (?:have |'ve )?(?:just |also )?(?:said|wrote|written|told you|put|noted|stated|reported) (?:(?:it|this|that) )?(?:wrong|wrongly|incorrectly|falsely|false)(?: (?:before|earlier|there|just now|above|yesterday|last time))?(?=\s*[:,;.-])|what i (?:wrote|said|told you|typed)(?: there| before| earlier| above)? (?:was|is) (?:wrong|not (?:right|correct))|actually|sorry|sry|forgive me|pardon me|excuse me|i (?:must|have to|should) correct (?:myself|that|this)|(?:this|that|it) was (?:not (?:exact|right|correct)|wrong)|that(?: is|'s) not (?:right|correct|true|exact)|wrong \w+(?=\s*[:;,.-])|wrong(?: (?:country|state|figure|number|name|one|place|year|way(?: (?:round|around|about))?|word|percentage|share|amount|currency))?|the (?:wrong|other) way (?:round|around|about)|i (?:had|got) (?:that|it|this) the wrong way (?:round|around|about)|i should have (?:said|written)(?: that)?|my mistake|my bad|oops|no(?=\s*(?:[,;:.!-]|$)|\s+(?:no|it|its|it's|that|this|they|he|she|there|the|not|wait|sorry|i|we|in|for|actually|make|only|just|\d))|wait|well|ok|okay|scratch that|strike that|scrap that|i meant(?: that| to say(?: that)?)?"
    r"|(?:(?:silly|stupid|dumb|foolish) me|my brain is (?:fried|mush|asleep)|brain fart|fat fingers?|(?:bad|failing) memory|slip of the (?:pen|tongue|finger|keyboard)|autocorrect|typed too fast|(?:i )?(?:had|got|have|'?ve got) (?:the two|them|these|those|it|that|my notes|my wires|things|the names|the numbers|the figures) (?:swapped|mixed up|crossed|confused|muddled|the wrong way (?:round|around))|(?:(?:i|we) )?(?:have |'ve )?(?:just )?(?:mixed|muddled|swapped|confused) (?:them|these|those|that|it|things|both|everything|(?:the|these|those) (?:two(?: of them)?|names|numbers|figures))(?: (?:up|round|around))?|(?:i|we) (?:have |'ve )?got (?:that|it|(?:the|my) (?:numbers?|figures?|country|name|year|sum|share)) wrong|(?:a |one )?(?:small |quick |minor |tiny )?correction to (?:what i (?:wrote|said)|my (?:last |earlier )?\w+)|(?:i'd|i would) like to correct (?:something|this|that|it|myself))(?=\s*[:,;.-])"
    r"|let me (?:just |quickly )?(?:fix|mend|amend|revise|rectify|(?:set|put)(?= (?:that|this|it) (?:right|straight))) (?:that|this|it)(?: right| straight)?"
    r"|(?:i )?(?:have |just )?(?:mixed up|muddled up|swapped|confused|misread|mistyped|transposed|jumbled) (?:my|the|two|some) (?:last |two )?(?:digits?|figures?|numbers|notes|names|countries|lines|columns|rows)(?=\s*[:,;.-])"
    r"|(?:i|we) (?:was|were) (?:mistaken|wrong|in error|off|inaccurate|imprecise) (?:earlier|before|above|there|yesterday|just now|last time|this morning)(?=\s*[:,;.-])"
    r"|(?:(?:a|one|the) (?:small |quick |minor |late )?)?(?:correction|erratum|corrigendum) (?:from|by) (?:the|our|my|a) \w+(?: \w+)?(?=\s*[:;,-])"
    r"|i mean|i misspoke(?: (?:earlier|before|above|there|yesterday|just now|last time))?|(?:i )?(?:misread|mistyped|misheard|misremembered|mixed up|confused|swapped)(?: [\w' ]{1,30})?(?=[:,;])|(?:i )?(?:have )?(?:just )?(?:mixed|muddled|swapped) (?:'?em|them|these|those|that|it|this|things|the two|the names|the numbers|the figures|everything) (?:up|round|around)|(?:i )?(?:have |'ve )?(?:just )?made an? (?:\w+ )?(?:mistake|error|typo|slip|blunder)(?: there| here)?|(?:correct|amend|fix|revise|rectify) (?:my|our|that|the|this) (?:last |earlier |previous |first |own )?(?:statement|line|note|entry|message|report|claim|remark|figure|number|sentence|input|post)(?=\s*[:;,.-])|make that|let me correct (?:that|myself|this)|i was wrong|i got (?:that|it) wrong(?: (?:earlier|before|above|there|yesterday|just now|last time|this morning)(?=\s*[:,;.-]))?|i stand corrected|rather|on second thoughts?|on reflection"
    r"|to correct (?:myself|that)|change that to|that should (?:be|read)|it should be|it should read|and|but|please|erratum|typo|edit|my apologies|apologies|hold on|hang on"
    r"|i need to correct (?:that|myself|something)|not quite|to be precise|more precisely|i take that back|forget that|that was wrong|that is wrong|i wrote .{1,40} but)(?![a-z])\W*",
    re.IGNORECASE,
)
_CLEFT = Pattern(
    r"^it(?:'?s| is| was| were| are)(?: in fact| actually)? (?P<who>.+?),? (?P<link>that|who|which|whose) (?P<rest>.+)$",
    re.IGNORECASE,
)
_NOT = Pattern(
    r",?\s+(?:and |but )?(?:not (?!far\b|long\b|only\b|even\b|least\b|because\b|without\b|yet\b|always\b|surprisingly\b|(?:(?:100|a hundred|entirely|completely|totally|too|so|really|quite|fully|absolutely|very) ?(?:%|percent|per cent)? ?)?(?:sure|certain|confirmed|convinced|positive|verified)\b)|rather than |instead of )\s*(?P<old>(?:[^,;]|(?<=\d),(?=\d))+?)(?:,? as i (?:said|wrote|claimed)(?: before)?)?$",
    re.IGNORECASE,
)
_DENIES = Pattern(
    r"(?:\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must)|\b(?:it|that|there|he|she)'s|'re)$",
    re.IGNORECASE,
)
"""Before a `not` that denies what follows: there is no old word."""
_NOT_WITHIN = Pattern(
    r",\s+(?:and |but )?not (?P<old>(?:[^,;]|(?<=\d),(?=\d)){1,40}),\s+(?P<rest>(?:of|in|for|at|to|from|by|with|on|worth) .+)$",
    re.IGNORECASE,
)
"""`40, not 60, percent of it`: what was wrong stands within what is right."""
_IT_IS_NOT = Pattern(r"(?:it|they|he|she|there) (?:is|are|does|do|has|have)(?:n't| not)", re.IGNORECASE)
"""`I wrote that it is so. That was wrong, it is not.`"""
_NOT_BUT = Pattern(
    r"\bnot (?!(?:only|just|merely|solely|simply|exclusively|even|so much)\b)(?P<old>(?:[^,;]|(?<=\d),(?=\d))+?),? but (?P<new>.+)$",
    re.IGNORECASE,
)


_WAS_WRONG = Pattern(
    r"\b(?:that|this|it) (?:was|is) (?:wrong|not (?:right|correct|true|exact)|a (?:mistake|slip|typo|error))",
    re.IGNORECASE,
)
"""What says of the last that it was wrong."""
_TAKEN_BACK = "what follows may take it back"
_SHOULD = Pattern(r"\W*(?:it|that) should be\b(?! (?:noted|said|added|clear))", re.IGNORECASE)
"""What corrects if something was said before, and elsewhere says what is right."""


def corrected(grammar: Grammar, text: str, before: Context) -> Reading:
    """What a line tells that corrects, and what it takes back for it."""
    if (taken := taken_back(text)) and (reading := _with_the_old(grammar, taken, before)) is not None:
        return reading
    if wrongly := wrongly_said(text):
        return _instead(grammar, wrongly, before)
    body = text if says_none(line_after(grammar, text, before)) else _without(text, _OPENING)
    whom, new = "", ""
    is_itself = False
    """Whether what it denies last is what it said first: `it is done, sorry, not done`."""
    old, was, is_dropped = "", "", bool(before.told) and moods.DROPPED.at_start(spaced(words_of(text))) is not None
    if noted := noted_as(body):
        body, was = noted.new, ""
    if right := singled_out(body) or typed_before(body):
        body, old, was = right
    elif (found := _CLEFT.match(body.strip(" .!"))) and _singles_out(grammar, found["who"], before):
        who, rest = found["who"], found["rest"]
        if inner := _NOT.search(who):
            old, who = inner["old"], who[: inner.start()]
            new = who
        owner = "'s" if found["link"].lower() == "whose" else ""
        is_object = not owner and any(m.kind != PRONOUN for m in line_after(grammar, rest, before).mentions[0])
        whom = "" if is_object or old else who
        until = limit.start() if is_object and (limit := _NOT.search(rest)) else len(rest)
        body = f"{rest[:until]} {who}{rest[until:]}" if is_object else f"{who}{owner} {rest}"  # `it is B that A needs`
    if (found := _NOT_BUT.search(body.strip(" .!"))) and not is_unsure_first(spaced(words_of(found.group()))):
        old, body = found["old"], f"{body[: found.start()]} {found['new']}"
        new = up_to_a_name(line_after(grammar, found["new"], before))
    elif (found := _NOT_WITHIN.search(body.strip(" .!"))) and not _DENIES.search(body[: found.start()]):
        old, body = found["old"], f"{body[: found.start()]} {found['rest']}"
    elif within := wrong_within(grammar, body):
        body, old, new = within
    elif (found := _NOT.search(body.strip(" .!"))) and not _DENIES.search(body[: found.start()]):
        old, body = found["old"], body.strip(" .!")[: found.start()]
        is_itself = spaced(words_of(old)) in spaced(words_of(body))
    again = put_right_by(grammar, body, before) or _of_what(grammar, body, before)
    told = [_in_its_words(one, text) for one in again]
    facts = tuple(fact for one in told if not one.reason for fact in one.facts)
    offers = tuple(Offer(one.span, one.reason, one.facts[:MOST_CHOICES]) for one in told if one.reason and one.facts)
    if not told:
        line = line_after(grammar, body, before)
        searched = Offering.of(grammar).offers(line, Cut((), (), ()))
        found_there = (_in_its_words(Told(one.choices, one.reason, one.span), text) for one in searched)
        offers = tuple(Offer(one.span, one.reason, one.facts) for one in found_there)
    wrong = [fact for one in told_by(grammar, was, before) if not one.reason for fact in one.facts] if was else []
    noted_facts = _as_noted(grammar, facts, noted.old, before) if noted else ()
    is_same = bool(wrong) and {fact.fact for fact in wrong} == {fact.fact for fact in facts}
    old_facts = tuple(dataclasses.replace(fact, span=old) for fact in wrong) if is_same else ()
    old_facts = old_facts or (of_another(grammar, facts, whom, before) if whom else ())
    if noted is None:
        old_facts = old_facts or turned_round(grammar, facts, old, before)
        old_facts = old_facts or tuple(replaced(grammar, facts, old, new))
    old_facts = old_facts or noted_facts
    if not (old or whom) and noted is None:
        old_facts = (
            tuple(islice(contradicted(before.told, facts), 1)) or _wrong(grammar, text, facts, before) or old_facts
        )
    if is_dropped and facts and not old:
        old_facts = before.told[:1]
    if facts and is_itself:
        return Reading(
            Intent.CORRECT, (), (), (), (*offers, *(Offer(fact.span, _TAKEN_BACK, (fact,)) for fact in facts))
        )
    if facts and not before.told and not old and _SHOULD.match(text):
        old_facts = ()
        offers, facts = (*offers, *(Offer(fact.span, "it may say what should be", (fact,)) for fact in facts)), ()
    return Reading(Intent.CORRECT, facts, old_facts, (), offers)


def _wrong(grammar: Grammar, text: str, facts: tuple[ReadFact, ...], before: Context) -> tuple[ReadFact, ...]:
    """What was told last, if a line says that it was wrong, and tells something else of the same."""
    last = before.told or before.latest
    is_meant = bool(last) and len(facts) == 1 and _WAS_WRONG.search(text) is not None
    is_other = is_meant and last[0].fact != facts[0].fact and is_of_the_same(grammar, facts[0], last[0])
    return last[:1] if is_other else ()


def _of_what(grammar: Grammar, body: str, before: Context) -> list[Told]:
    """`It is a full member` as what it says of those of whom the last was told, if that is clear."""
    found = dict[tuple[object, ...], list[Told]]()
    last = next(iter(before.told or before.latest), None)
    for text in with_its_object(grammar, body, last) if last is not None else ():
        told = told_by(grammar, text, before)
        facts = [fact for one in told for fact in one.facts]
        is_plain = bool(facts) and not any(one.reason for one in told)
        if last is not None and is_plain and all(is_of_the_same(grammar, fact, last) for fact in facts):
            found[tuple(fact.meaning for fact in facts)] = [one._replace(span=body) for one in told]
    return next(iter(found.values())) if len(found) == 1 else []


def _as_noted(grammar: Grammar, facts: tuple[ReadFact, ...], old: str, before: Context) -> tuple[ReadFact, ...]:
    """What was noted wrongly of whoever a fact is of, in words that leave out of what: `(A was down as) an observer`."""
    entities = grammar.lexicon.entities
    named = (
        [entities[str(value)].title for value in facts[0].slots.values() if value in entities]
        if len(facts) == 1
        else []
    )
    links = ("of", "in", "with", "for")
    ends = [(name, f" {link} {other}") for name in named for other in named if other != name for link in links]
    for name, rest in (*ends, *((name, "") for name in named)):
        told = told_by(grammar, f"{name} is {old}{rest}", before)
        found = [fact for one in told if not one.reason for fact in one.facts]
        if len(found) == 1 and found[0].meaning != facts[0].meaning:
            return (dataclasses.replace(found[0], span=old),)
    return ()


def _with_the_old(grammar: Grammar, taken: Right, before: Context) -> Reading | None:
    """What a line tells that says first what was wrong: in its own words, or as it goes on from those."""
    was = [fact for one in told_by(grammar, taken.old, before) if not one.reason for fact in one.facts]
    if _IT_IS_NOT.fullmatch(taken.new.strip(" .!")) and len(was) == 1:
        [fact] = was
        return Reading(Intent.CORRECT, (dataclasses.replace(fact, holds=not fact.holds),), (fact,))
    found = fragment(grammar, taken.new, was[::-1])
    if found is not None and not found.adds and found.is_plain:
        [one] = found.amendments
        return Reading(Intent.CORRECT, one.facts, (one.old,))
    told = told_by(grammar, taken.new, before)
    facts = tuple(fact for one in told if not one.reason for fact in one.facts)
    is_same = {fact.fact for fact in facts} == {fact.fact for fact in was}
    return Reading(Intent.CORRECT, facts, tuple(was)) if facts and is_same else None


def _instead(grammar: Grammar, wrongly: Right, before: Context) -> Reading:
    """What a line tells in place of what it says that it was wrong to say; what was wrong is taken back."""
    if wrongly.new and (reading := _with_the_old(grammar, wrongly, before)) is not None:
        return reading
    was = tuple(fact for one in told_by(grammar, wrongly.old, before) if not one.reason for fact in one.facts)
    line, cut = cut_whole(grammar, wrongly.old, tokens_of(wrongly.old), before)
    told = put_right_by(grammar, wrongly.new, before.after(line, cut, was)) if wrongly.new else []
    facts = tuple(fact for one in told if not one.reason for fact in one.facts)
    return Reading(Intent.CORRECT if facts else Intent.WITHDRAW, facts, was)


def _singles_out(grammar: Grammar, who: str, before: Context) -> bool:
    """Whether what stands before the `that` of a cleft is somebody or something, and not how true the rest is: `it is not true that ...`."""
    line = line_after(grammar, who, before)
    is_somebody = any(m.kind != PRONOUN for several in line.mentions for m in several) or any(line.figures)
    return is_somebody or (_TRUTH | _NO_THINGS).isdisjoint(line.texts)


_TRUTH = frozenset(
    english.lines(
        "true | sure | certain | right | correct | accurate | confirmed | convinced | positive | verified | real | serious | clear"
        "| reliable | safe | proven | official | officially | exactly | quite | really | fully"
    )
)
"""What is denied of what was said, and no old word."""
_NO_THINGS = frozenset(
    english.lines(
        "case | fact | so | untrue | false | wrong | incorrect | inaccurate | lie | myth | hoax | joke | likely | unlikely | probable | improbable"
        "| possible | impossible | conceivable | known | unknown | clear | unclear | obvious | evident | plain | settled | decided | doubtful"
        "| questionable | uncertain | unsure | said | reported | believed | thought | claimed | rumoured | alleged | feared | hoped | expected"
        "| planned | assumed | mistake | error | news | nonsense | rumour | rumor | fairy | falsehood | fallacy | misconception | good | bad"
    )
)
"""What is said of a whole clause, as :data:`_TRUTH` is: it singles nobody out."""


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


def _without(text: str, opening: Pattern) -> str:
    body = text
    while (rest := opening.sub("", body, count=1)) != body:
        body = rest
    return body
