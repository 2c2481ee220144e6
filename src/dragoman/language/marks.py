"""What in a line is no part of a fact and yet says something of it: fillers, times, hedges, whose word it is, negation.

Each is a *mark*: some tokens that a phrase may pass over, and what that does to the fact.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from dragoman.language import adverbials, english, hedges
from dragoman.language.cues import Cues, spaced
from dragoman.language.stems import is_past_participle
from dragoman.language.tokens import Token


class Effect(Enum):
    """What passing over a mark does to the fact around it."""

    NONE = "none"
    NEGATES = "negates"
    NEARLY = "nearly"
    """It says that it is not quite so, or hardly."""
    NO_LONGER = "no longer"
    DECIDED = "decided"
    """`not ... after all`: it is settled, and so no more than a denial though it speaks of what is to come."""
    WITH_NEGATION = "with negation"
    """A word that only stands beside a negation (any, yet)."""
    HEDGES = "hedges"
    REPORTED = "reported"
    DENIED_BY = "denied by"
    """Somebody denies it: reported, and denied."""
    POSSIBLE = "possible"
    """A modal: may, should, would."""
    AHEAD = "ahead"
    """Said of the future."""
    WANTED = "wanted"
    SUPPOSED = "supposed"
    PAST = "past"
    ENDED = "ended"
    """So once, and no longer: it used to be."""
    UNTIL = "until"
    """So until some time: over, or yet to end."""
    FORMER = "former"
    NARROWS = "narrows"
    """It makes it more particular: a new base, heavily."""
    BYGONE = "bygone"
    """Said of a time that is over."""
    PLACE = "place"
    """`In Kazakhstan, ...`: where the people or the government is that is spoken of."""


class Mark(NamedTuple):
    """Tokens that may be passed over."""

    end: int
    effect: Effect
    says: str = ""
    """The word of ICD 203 of a hedge; the source of what is reported; a date; the year until which something is so."""
    at_start_only: bool = False
    """Whether it must stand first in its clause."""


_MONTH = "|".join(sorted(english.MONTHS, key=len, reverse=True))
_DAY = "|".join(english.WEEKDAYS)
_SPAN = "|".join(english.SPANS)
_YEAR = r"(?:19|20)\d\d"
_TIMES = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-\d\d-\d\d)
    | (?:(?P<link>on|as\ of|since|by|from|until|till|in|around|during|from|back\ in|at|throughout|after|before)\ +)?
      (?:the\ +)?(?:(?:early|late|mid|end\ of|beginning\ of|start\ of|first\ half\ of|second\ half\ of|middle\ of)[\ -]+(?:of\ +)?(?:the\ +)?)?(?:
          (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\ +(?:of\ +)?(?P<month>{_MONTH})\b(?:,?\ +(?P<year>{_YEAR}))?
        | (?P<month2>{_MONTH})\ +(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\ +(?P<year2>{_YEAR}))?
        | (?P<month3>{_MONTH})\ +(?:of\ +)?(?P<year3>{_YEAR})
        | (?P<year4>{_YEAR})s?(?!\s*(?:%|percent|per\ cent|million|billion|dollars|strategy|agreement|treaty))
        | (?:last|past|previous)\ +(?:few\ +|couple\ of\ +|two\ +|three\ +|five\ +|ten\ +)?(?:{_SPAN}|{_DAY}|{_MONTH}|decades)s?
        | (?P<next>(?:next|coming)\ +(?:{_SPAN}|{_DAY}|{_MONTH})s?)
        | this\ +(?:past\ +)?(?:{_SPAN}|{_DAY}|{_MONTH}|afternoon|evening)
        | (?:a|one|two|three|four|five|six|ten|several|some|many|a\ few|\d{{1,2}})\ +(?:{_SPAN}|hour|minute)s?\ +(?:ago|earlier|later|before|after)
        | (?:(?:{_DAY}|{_MONTH})(?<!\bmay)(?<!\bmarch)(?<!\bmar))(?=\W|$)
        | yesterday|today|tonight|(?P<tomorrow>tomorrow)|the\ other\ day|this\ time\ around|the\ (?:19|20)?\d0s
        | (?P<soon>soon|before\ long|in\ the\ (?:near\ )?future|one\ day|some\ day|at\ some\ point|sooner\ or\ later|in\ the\ (?:long|short|medium)\ (?:run|term))
        | the\ first\ time | the\ (?:moment|time\ being) | the\ past
      )
    | (?:in|since|during|until|last|this)\ (?:early\ |late\ |mid[\ -])?(?:may|march|mar)
    | (?:since|for)\ (?:several|many|some|a\ few|two|three|five|ten)\ (?:years|months|weeks|decades)
    | for\ (?:the\ first\ time|the\ last\ time|decades|years|months|weeks|centuries|a\ long\ time|some\ time|now|good|a\ while|ages)
    | over\ the\ (?:weekend|summer|winter|spring|autumn|holidays|break|christmas\ break|new\ year)
    | ever\ since | since\ then | long\ since | a\ year\ ago | once\ again | every\ (?:{_SPAN}) | (?:each|every)\ year
    | in\ (?:recent|past|previous)\ (?:years|months|weeks|decades|days)
    | (?:over|in|within)\ the\ (?:past|last)\ (?:few\ |two\ |three\ |five\ |ten\ )?(?:{_SPAN}|decades)s?
    | (?:over|over\ the\ course\ of|in\ the\ course\ of)\ (?:a\ few|two|three|four|five|ten|several|many|some)\ (?:years|months|weeks|decades)(?!\ (?:ago|old|before|earlier|later|after))
    | since\ (?:years|months|weeks|decades|ages|long)\ *(?![\w-])
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_BYGONE = re.compile(
    rf"(?:{_YEAR}|\bover\ the\b|\bago\b|\blast\b|\bprevious|\byesterday\b|0s\b|\bearlier\b)", re.IGNORECASE
)
"""A time that is over, or may be."""
_GOING_ON = frozenset(
    [
        "keep",
        "keeps",
        "kept",
        "start",
        "starts",
        "started",
        "begin",
        "begins",
        "began",
        "begun",
        "continue",
        "continues",
        "continued",
    ]
)
_BESIDE = frozenset(adverbials.BESIDE)
_ONE_BY_ONE = frozenset(
    english.lines(
        "village | town | city | district | region | province | country | capital | street | house | border | valley | school"
        "| office | ministry | sector | field | market | factory | family | company | hour | month | week | decade"
    )
)
"""What goes on so, `village by village`, is so already in some; what is undone `step by step` may not be."""
_ONLY_THEN = english.BE | frozenset(
    english.lines("closed | shut | open | closes | shuts | opens | close | has | have | lacks | stops | without")
)
"""Words of what is so at some times only, where somebody says at which."""
_MARKS = frozenset({",", ";", ":", "-"})
_BEHIND_NO = _MARKS | {
    "the",
    "it",
    "its",
    "they",
    "he",
    "she",
    "that",
    "this",
    "these",
    "those",
    "there",
    "not",
    "wait",
    "actually",
    "sorry",
}
_FAR = frozenset(
    english.lines("ahead | behind | too | more | less | above | below | beyond | past | up | down | out | back | worse")
)
_FRAMING = frozenset(
    english.lines("publicly | officially | privately | openly | formally | mainly | mostly | primarily | chiefly")
)
"""What may say in which way only something is so, even where it stands first."""
_SUBJECTS = frozenset({"it", "they", "he", "she", "there"})
_BEFORE_NOUN = frozenset(english.lines("own|its|their|his|her|the|a|political|good|free|people's"))
"""Words behind which `will` is a thing."""
_LINKING = english.BE | frozenset(english.lines("remain | remains | remained | stay | stays | stayed | looks | seems"))
_AFTER_ADJECTIVE = frozenset(
    english.lines("in | at | on | for | with | and | but | to | as | than | from | by | abroad | overseas | elsewhere")
)
_AND = frozenset({"and", "but", "yet", "or"})
_AFTER_SAYING = frozenset({"that", ":"})
_TOLD_TO = frozenset({"us", "me", "them", "reporters", "journalists", "everybody", "everyone"})
_NO_SPEAKER = (
    english.MODALS
    | english.NEGATORS
    | frozenset(
        [
            "to",
            "it",
            "wrong",
            "hard",
            "false",
            "whatever",
            "whoever",
            "whichever",
            "despite",
            "as",
            "if",
            "like",
            "even",
            "few",
            "hardly",
            "i",
            "you",
            "we",
            "who",
            "nobody",
            "one",
            "rarely",
            "seldom",
            "falsely",
            "wrongly",
            "mistakenly",
            "having",
            "been",
        ]
    )
)
"""Words that no speaker's name has: `it would be wrong to say that`, `whatever people say`."""
_BEFORE_SPEAKER = (
    english.ARTICLES
    | english.NUMBER_WORDS.keys()
    | {"mr", "mrs", "ms", "dr", "prof", "president", "minister", "chancellor", "sir"}
    | frozenset(
        english.lines("my|our|his|her|their|this|that|several|some|local|senior|both|many|most|other|new|recent")
    )
)
_CIRCUMSTANCES = Cues(
    """
    (over|at|during|before|after) [(a|the|our|my)] [(late|long|working|private|joint)] (lunch|dinner|breakfast|coffee|tea|drinks|beer|meal|phone|briefing|meeting|press conference|summit|talks|reception|interview|call)
    (in|during) (a|an|the|our|his|her|its) [(recent|long|private|public|joint|new|televised|short|exclusive)] (interview|speech|statement|report|letter|briefing|article|meeting|conversation|call|email|mail|talk|note|tweet|post|survey|study)
    (on|by|over) (the phone|phone|telephone|condition of anonymity|background|record|the record|tv|television|the radio|friday|monday|tuesday|wednesday|thursday|saturday|sunday)
    (yesterday|today|tonight|again|publicly|privately|openly|earlier|recently|once more|once again|bluntly|frankly|repeatedly|plainly|quietly|this week|this morning|last week|last night|last month|last year|the other day|off the record|on the record|in private|in public|in confidence|in passing|in plain words|in writing|in so many words|in no uncertain terms)
    """
)
"""When, where and how somebody says something."""
_PAPERS = frozenset(
    english.lines(
        "paper | report | study | survey | poll | article | analysis | brief | briefing | interview | editorial | column | memo"
        "| dispatch | statement | release | newsletter | blog | sources | documents | figures | statistics | data"
    )
)
"""What a source is often called, at the end of its name."""
_DATED = Cues(
    """
    [(published|released|issued|out|dated|printed|aired)] (from|of|in|on|early|late) [(early|late|mid)] (last|this) (week|month|year|summer|autumn|winter|spring|decade)
    [(published|released|issued|out|dated|printed|aired)] (last|this) (week|month|year|summer|autumn|winter|spring|decade)
    """
)
"""When it was written, behind it."""
_DENYING_OWN = frozenset({"denies", "denied", "deny"})
_LEAST_PLURAL = 4
_BEHIND_ACCORDING = 2
_TELLING = frozenset(
    english.lines(
        """
        source | sources | official | officials | office | ministry | agency | report | reports | newspaper | newspapers | media
        expert | experts | analyst | analysts | police | government | data | figures | statistics | bank | institute | survey | poll
        study | paper | papers | spokesman | spokeswoman | hospital | witnesses | insiders | observers | researchers | minister
        """
    )
)
"""What a source is called that has no name, or behind its name."""
_MOST_SPEAKERS = 7
"""Tokens of whoever says something."""


def _table() -> dict[str, list[tuple[tuple[str, ...], Effect, str, bool]]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Effect, str, bool]]] = {}

    def add(texts: Sequence[str] | frozenset[str], effect: Effect, says: str = "", *, first: bool = False) -> None:
        for text in texts:
            words = tuple(text.split())
            found.setdefault(words[0], []).append((words, effect, says, first))

    add((english.FILLERS - english.MANNER) | english.ARTICLES | english.DO, Effect.NONE)
    add(english.BE - english.PAST_BE, Effect.NONE)
    add(english.FILLER_PHRASES, Effect.NONE)
    add(adverbials.BESIDE, Effect.NONE)
    add(english.NARROWING | english.MANNER, Effect.NARROWS)
    add(adverbials.PARTICULAR, Effect.NARROWS)
    add(english.OPENERS, Effect.NONE, first=True)
    add(("was", "were", "had", "had been", "was being", "were being"), Effect.PAST)
    add(("used to", "used to be", "once was", "once were"), Effect.ENDED)
    add(english.NEGATORS - {"none", "nobody", "neither", "cannot"}, Effect.NEGATES)
    add(("none of", "neither", "not a", "not a single", "not one", "can not"), Effect.NEGATES)
    add(english.NO_WAY, Effect.NEGATES)
    add(english.NOTHING_BUT, Effect.NONE)
    add((*english.FAINT_NEGATORS, *english.NOT_QUITE), Effect.NEARLY)
    add(("no longer", "no more"), Effect.NO_LONGER)
    add(english.POLARITY, Effect.WITH_NEGATION)
    for word, texts in hedges.HEDGES.items():
        add(texts, Effect.HEDGES, word)
    add(hedges.REPORTED, Effect.REPORTED)
    add(hedges.NOT_TRUE, Effect.NEGATES, first=True)
    add(english.MODALS - {"shall"}, Effect.POSSIBLE)
    add(
        ("may well", "might well", "could well", "may have", "might have", "could have", "should have"), Effect.POSSIBLE
    )
    add(english.FUTURE, Effect.AHEAD)
    add(("is to", "are to", "was to", "were to"), Effect.AHEAD)
    add(english.WISHES, Effect.WANTED)
    add((*english.IFS, *english.CONDITIONS), Effect.SUPPOSED)
    add(("former", "formerly", "ex", "onetime", "erstwhile"), Effect.FORMER)
    for several in found.values():
        several.sort(key=lambda row: -len(row[0]))
    return found


_PHRASES = _table()


def marks_at(text: str, tokens: Sequence[Token]) -> list[list[Mark]]:
    """For each token the marks that begin there."""
    found: list[list[Mark]] = [[] for _ in tokens]
    texts = [token.text for token in tokens]
    for at, word in enumerate(texts):
        if _is_answer(texts, at):
            found[at].append(Mark(at + 1, Effect.NONE))
            continue
        if word == "will" and at and texts[at - 1] in _BEFORE_NOUN:
            continue
        for words, effect, says, first in _PHRASES.get(word, ()):
            if tuple(texts[at : at + len(words)]) == words and not _is_month(tokens, at, words):
                said = says if says or effect is Effect.NONE else " ".join(words)
                is_denied = words == ("anything", "but") and english.ARTICLES.isdisjoint(texts[at + 2 : at + 3])
                turned = Effect.NEGATES if is_denied else _effect_at(texts, at, len(words), effect)
                found[at].append(Mark(at + len(words), turned, said, first))
        if word in _ONE_BY_ONE and texts[at + 1 : at + 3] == ["by", word]:
            found[at].append(Mark(at + 3, Effect.NARROWS, f"{word} by {word}"))
        if word == "'s":
            found[at].append(Mark(at + 1, Effect.NONE))
        if word == "way" and texts[at + 1 : at + 2] != [] and _is_more(texts[at + 1]):
            found[at].append(Mark(at + 1, Effect.NONE))
        if word == "=":
            found[at].append(Mark(at + 1, Effect.NONE))
        if word in _GOING_ON and at + 1 < len(tokens) and texts[at + 1].endswith("ing"):
            found[at].append(Mark(at + 1, Effect.NONE))
        if word in ("has", "have", "having") and _helps(tokens, at):
            found[at].append(Mark(at + 1, Effect.NONE))
        if word == "after" and texts[at + 1 : at + 2] == ["all"] and not english.NEGATORS.isdisjoint(texts[:at]):
            found[at] = [Mark(at + 2, Effect.DECIDED)]
        if word in english.MODALS and _only_compares(texts, at):
            found[at] = [Mark(at + 1, Effect.NONE)]
    for at in range(len(texts) - 2):
        if texts[at : at + 2] == ["now", "and"] and texts[at + 2] in ("then", "again"):  # so at times, and no `now`
            found[at], found[at + 2] = [Mark(at + 3, Effect.NEARLY, "now and then")], []
    for mark in _cleft(texts):
        found[0].append(mark)
    for at, mark in (*_times(text, tokens), *_sources(tokens)):
        found[at].append(mark)
    return found


def _effect_at(texts: Sequence[str], at: int, size: int, effect: Effect) -> Effect:
    """What a mark does where it stands."""
    if effect is Effect.NARROWS and texts[at] in ("every", "each") and not _ONLY_THEN.isdisjoint(texts):
        return Effect.SUPPOSED  # who is closed every Monday is open else
    if texts[0] == "officially" and at == 0 and not "".join(texts[1:2]).endswith("ed"):
        return Effect.NEARLY  # on paper it is so
    if texts[at : at + size] == ["in", "question"] and not _LINKING.isdisjoint(texts[max(0, at - 2) : at]):
        return Effect.NEARLY
    is_adverbial = effect is Effect.NARROWS or " ".join(texts[at : at + size]) in _BESIDE
    if is_adverbial and _is_said_of(texts, at, size):
        return Effect.NEARLY
    if effect is Effect.NARROWS and size == 1 and _is_said_of_all(texts, at):
        return Effect.NONE
    behind = texts[at + size : at + size + 1]
    if effect is Effect.ENDED and (not behind or behind[0] in _MARKS):
        return Effect.FORMER  # what it was is left out: `more than it used to`
    return effect


def _is_said_of(texts: Sequence[str], at: int, size: int) -> bool:
    """Whether words are what is said, and make nothing else more particular: `is (weak at home and) strong abroad`."""
    before, behind = texts[at - 1 : at] if at else [], texts[at + size : at + size + 1]
    is_last = not behind or behind[0] in _MARKS or behind[0] in _AFTER_ADJECTIVE
    is_second = at > 1 and before[0] in _AND
    return before != [] and (before[0] in _LINKING or is_second) and is_last and not texts[at].endswith("ly")


def _is_said_of_all(texts: Sequence[str], at: int) -> bool:
    """Whether an adverb stands apart, or before a `not`: what is denied is denied without it, `clearly it is not so`."""
    if not texts[at].endswith("ly") or texts[at] in _FRAMING:
        return False
    begins = at == 0 or texts[at - 1] in _MARKS
    ends = at + 1 == len(texts) or texts[at + 1] in _MARKS
    return (begins and (ends or at == 0)) or texts[at + 1 : at + 2] in (["not"], ["no"], ["never"])


def _is_more(word: str) -> bool:
    """Whether a `way` before a word says how much: `way ahead`, `way too weak`, `way stronger`."""
    return word in _FAR or (word.endswith("er") and word not in ("over", "under", "after", "other"))


def _is_answer(texts: Sequence[str], at: int) -> bool:
    """Whether a `no` only answers what was said before: `no the base is closed`, `no, it is`."""
    is_apart = at == 0 or texts[at - 1] in _MARKS
    return (
        is_apart and texts[at] in ("no", "nope", "nah") and texts[at + 1 : at + 2] != [] and texts[at + 1] in _BEHIND_NO
    )


def _only_compares(texts: Sequence[str], at: int) -> bool:
    """Whether it stands for the verb of what something is only compared with: `brings more than competing would`."""
    is_last = at + 1 == len(texts) or texts[at + 1] in _MARKS
    return is_last and "than" in texts[max(0, at - 4) : at - 1]


def _cleft(texts: Sequence[str]) -> Iterator[Mark]:
    """`It is` before whom a `who` singles out, which says no more than the rest."""
    if texts[:1] == ["it"] and texts[1:2] in (["is"], ["was"]) and "who" in texts[2:8]:
        yield Mark(2, Effect.NONE, at_start_only=True)


def _is_month(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    return words == ("may",) and tokens[at].is_capital and at > 0


def _helps(tokens: Sequence[Token], at: int) -> bool:
    """Whether a `has` only helps the verb that follows."""
    for token in tokens[at + 1 : at + 5]:
        if token.text == "been":
            return True
        if token.text in english.NEGATORS or token.text in english.FILLERS or token.text == "yet":
            continue
        return is_past_participle(token.text)
    return False


def _times(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, Mark]]:
    starts = {token.start: at for at, token in reversed(list(enumerate(tokens)))}
    for match in _TIMES.finditer(text):
        at = starts.get(match.start())
        if at is None:
            continue
        end = next((number for number, token in enumerate(tokens) if token.start >= match.end()), len(tokens))
        link = (match["link"] or match.group().partition(" ")[0]).lower()
        effect, says = Effect.NONE, _date(match)
        if link in ("until", "till", "before"):
            years = [match["iso"] and match["iso"][:4], match["year"], match["year2"], match["year3"], match["year4"]]
            effect, says = Effect.UNTIL, next((year for year in years if year and link != "before"), "")
        elif match["next"] or match["tomorrow"] or match["soon"] or link in ("by", "after"):
            effect = Effect.AHEAD
        elif _BYGONE.search(match.group()) and not _is_compared(tokens, at) and link not in ("since", "as of", "from"):
            effect = Effect.BYGONE
        yield at, Mark(end, effect, says)


def _is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is only compared with that time: `the same as ten years ago`."""
    return at > 0 and tokens[at - 1].text in ("as", "than")


def _date(match: re.Match[str]) -> str:
    """The day of a full date, as files write it; else the empty string."""
    if match["iso"]:
        year, month, day = match["iso"].split("-")
    else:
        day, name, year = (
            match["day"] or match["day2"],
            match["month"] or match["month2"],
            match["year"] or match["year2"],
        )
        if not (day and name and year):
            return ""
        month = str(english.MONTHS[name.lower()])
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _sources(tokens: Sequence[Token]) -> Iterator[tuple[int, Mark]]:
    """`according to X`, `X says that`, `X denies that`."""
    for at, token in enumerate(tokens):
        if token.text == "according" and at + 2 < len(tokens) and tokens[at + 1].text == "to":
            for end in _ends_of_source(tokens, at + 2):
                is_tale = not hedges.TALES.isdisjoint(one.text for one in tokens[at + 2 : end])
                yield at, Mark(end, Effect.SUPPOSED if is_tale else Effect.REPORTED, _joined(tokens, at + 2, end))
        saying = token.text in hedges.SAYING or (
            token.text in hedges.FINDING and tokens[at + 1 : at + 2] != [] and tokens[at + 1].text == "that"
        )
        saying = saying or (
            token.text == "tell" and at + 1 < len(tokens) and tokens[at + 1].text in _TOLD_TO and _are_many(tokens, at)
        )
        told = _behind_saying(tokens, at + 1) if saying else at + 1
        is_done = (
            token.text in hedges.DENYING and at > 0 and tokens[at - 1].text in english.BE
        )  # `the fact is disputed: ...`
        if (
            (saying or token.text in hedges.DENYING)
            and not is_done
            and told < len(tokens)
            and tokens[told].text in _AFTER_SAYING
        ):
            start = _start_of_source(tokens, at)
            if start is not None:
                effect = Effect.REPORTED if saying else Effect.DENIED_BY
                last = next((one for one in range(at, start, -1) if tokens[one - 1].text not in english.HAVE), at)
                yield start, Mark(told + 1, effect, _joined(tokens, start, last), True)
        if token.text in _DENYING_OWN and at + 1 < len(tokens):
            yield from _denial(tokens, at)
    yield from _source_behind(tokens)


def _are_many(tokens: Sequence[Token], verb: int) -> bool:
    """Whether several do so: `diplomats tell me that`, and not `please tell me that`."""
    speakers = [token.text for token in tokens[max(0, verb - _MOST_SPEAKERS) : verb]]
    return any((text.endswith("s") and len(text) > _LEAST_PLURAL) or text in english.PEOPLE_NOUNS for text in speakers)


def _behind_saying(tokens: Sequence[Token], at: int) -> int:
    """Where it goes on behind whom somebody told it, and when, where or how: `told me over lunch that`."""
    texts = [token.text for token in tokens[at : at + _MOST_SPEAKERS]]
    at += texts[:1] != [] and texts[0] in _TOLD_TO
    said = _CIRCUMSTANCES.at_start(spaced([token.text for token in tokens[at : at + _MOST_SPEAKERS]]))
    end = at + said.group().count(" ") if said is not None else at
    return end if end < len(tokens) and tokens[end].text in _AFTER_SAYING else at


def _denial(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Mark]]:
    """`X denies there are ...`, and what somebody denies of himself: `X denies having ...`."""
    start, following = _start_of_source(tokens, at), tokens[at + 1].text
    if start is not None and following == "there":
        yield start, Mark(at + 1, Effect.DENIED_BY, _joined(tokens, start, at), True)
    elif start is not None and following.endswith("ing") and len(following) > len("being"):
        yield at, Mark(at + 1, Effect.DENIED_BY, _joined(tokens, start, at))


def _source_behind(tokens: Sequence[Token]) -> Iterator[tuple[int, Mark]]:
    """`..., says X` and `..., X says` at the end."""
    commas = [at for at, token in enumerate(tokens) if token.text == ","]
    for at in commas:
        rest = tokens[at + 1 :]
        is_speaker = _NO_SPEAKER.isdisjoint(token.text for token in rest)
        if (
            is_speaker
            and 2 <= len(rest) <= _MOST_SPEAKERS
            and (rest[0].text in hedges.SAYING or rest[-1].text in hedges.SAYING | hedges.SHOWING)
        ):
            first = at + 1 + (rest[0].text in hedges.SAYING)
            last = len(tokens) - (rest[-1].text in hedges.SAYING | hedges.SHOWING and rest[0].text not in hedges.SAYING)
            yield at, Mark(len(tokens), Effect.REPORTED, _joined(tokens, first, last))


def _ends_of_source(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Where a source may end: a short line that begins with one goes on behind its name, or behind what tells."""
    end, first = _end_of_source(tokens, at), at
    while first < end - 1 and tokens[first].text in _BEFORE_SPEAKER:
        first += 1
    is_all = at == _BEHIND_ACCORDING and end == len(tokens)
    last = [one + 1 for one in range(first, min(end - 2, first + 4)) if is_all and tokens[one].text in _TELLING]
    if is_all and not last and first < end - 2 and tokens[first].is_capital:
        last = [first + 1]
    yield from last or (end,)


def _end_of_source(tokens: Sequence[Token], at: int) -> int:
    for end in range(at, min(len(tokens), at + _MOST_SPEAKERS)):
        if tokens[end].text in (",", ";", ":", ".") or (end > at and tokens[end].text in _SUBJECTS):
            return end
    if len(tokens) <= at + _MOST_SPEAKERS:
        return len(tokens)
    paper = next((one for one in range(at + 1, at + _MOST_SPEAKERS - 1) if tokens[one].text in _PAPERS), None)
    if paper is not None:
        dated = _DATED.at_start(spaced([token.text for token in tokens[paper + 1 : paper + 1 + _MOST_SPEAKERS]]))
        return paper + 1 + (dated.group().count(" ") if dated is not None else 0)
    end = at
    while tokens[end].text in _BEFORE_SPEAKER:
        end += 1
    return min(len(tokens), end + 1)


def _start_of_source(tokens: Sequence[Token], verb: int) -> int | None:
    start = verb
    while start > 0 and verb - start < _MOST_SPEAKERS:
        before = tokens[start - 1].text
        if before in (",", ";", ":", ".") or (before in english.BOUNDARIES and before != "and"):
            break
        start -= 1
    is_speaker = start < verb and _NO_SPEAKER.isdisjoint(token.text for token in tokens[start:verb])
    return start if is_speaker else None


def _joined(tokens: Sequence[Token], start: int, end: int) -> str:
    """The tokens as they were said, for a source."""
    return " ".join(token.text for token in tokens[start:end] if token.text != "'s")
