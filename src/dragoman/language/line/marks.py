"""What in a line is no part of a fact and yet says something of it: fillers, times, hedges, whose word it is, negation.

Each is a *mark*: some tokens that a phrase may pass over, and what that does to the fact.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from dragoman.language.line import adverbials
from dragoman.language.line.credited import credited
from dragoman.language.line.speakers import sources
from dragoman.language.words import english, hedges
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import UNCHANGED, is_past_participle
from dragoman.language.words.tokens import Token

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
        | (?P<weekly>(?:{_DAY})s(?:(?:\ and|,)\ (?:{_DAY})s)*)
        | yesterday|today|tonight|(?P<tomorrow>tomorrow)|the\ other\ day|this\ time\ around|the\ (?:19|20)?\d0s
        | (?P<soon>soon|before\ long|in\ the\ (?:near\ )?future|one\ day|some\ day|at\ some\ point|sooner\ or\ later|in\ the\ (?:long|short|medium)\ (?:run|term)|in\ (?:the\ )?(?:years|times|days|decades|months)\ (?:to\ come|ahead))
        | the\ first\ time | (?P<moment>the\ moment) | the\ time\ being | (?P<past>the\ past)
        | (?P<clock>(?<![\d:.])(?:[01]?\d|2[0-3])(?::[0-5]\d(?:\ ?(?:am|pm|h|hrs|hours))?
            | [0-5]\d(?:\ ?(?:h|hrs|hours)\b|(?=\ today\b)|(?<=\b0\d\d\d)(?=\W*$)) | (?:\.[0-5]\d)?\ ?(?:am|pm) | \.[0-5]\d(?=\ (?:this\ (?:morning|afternoon|evening)|today|tonight|yesterday))) (?![:\d]))
      )
    | (?:in|since|during|until|last|this)\ (?:early\ |late\ |mid[\ -])?(?:may|march|mar)
    | (?:since|for)\ (?:several|many|some|a\ few|two|three|five|ten)\ (?:years|months|weeks|decades)
    | for\ (?:the\ first\ time|the\ last\ time|generations|decades|years|months|weeks|centuries|a\ long\ time|some\ time|now|good|a\ while|ages)
    | over\ the\ (?:weekend|summer|winter|spring|autumn|holidays|break|christmas\ break|new\ year|years)
    | over\ (?:christmas|easter|new\ year)
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
_LONG_AGO = re.compile(r"\b19\d\d|0s\b", re.IGNORECASE)
"""A time so long over that who speaks of it says nothing of today, in whatever tense: `in the 1990s`."""
_OF_THEN = re.compile(r"yesterday|the past", re.IGNORECASE)
"""Behind an `of`, what somebody or something is no more: `the club of yesterday`."""
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
_OPENS = _ONLY_THEN - english.BE - {"has", "have", "lacks", "without"}
_MOST_NOUNS = 3
_OFTEN = frozenset({"once", "twice", "thrice"})
_EACH = frozenset({"a", "per", "each", "every"})
_OFTEN_IN = frozenset({"day", "night", "week", "fortnight", "month"})
_AT_TIMES = frozenset({("now", "then"), ("now", "again"), ("here", "there"), ("off", "on"), ("on", "off")})
"""What stands before an `and` and behind it, where it is so at times only, or in places: it is no `now`, and no `there`."""
_MARKS = frozenset({",", ";", ":", "-"})
BEHIND_NO = _MARKS | {
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
_BEFORE_NOUN = frozenset(english.lines("own|its|their|his|her|the|a|political|good|free|people's"))
"""Words behind which `will` is a thing."""
_LINKING = english.BE | frozenset(english.lines("remain | remains | remained | stay | stays | stayed | looks | seems"))
_AFTER_ADJECTIVE = frozenset(
    english.lines("in | at | on | for | with | and | but | to | as | than | from | by | abroad | overseas | elsewhere")
)
_AND = frozenset({"and", "but", "yet", "or"})


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
    add((*english.FUTURE, "by then"), Effect.AHEAD)
    add(("is to", "are to", "was to", "were to"), Effect.AHEAD)
    add(english.WISHES, Effect.WANTED)
    add((*english.IFS, *english.CONDITIONS, "whenever"), Effect.SUPPOSED)
    add(("former", "formerly", "ex", "onetime", "erstwhile"), Effect.FORMER)
    for several in found.values():
        several.sort(key=lambda row: -len(row[0]))
    return found


_PHRASES = _table()


def marks_at(text: str, tokens: Sequence[Token]) -> list[list[Mark]]:
    """For each token the marks that begin there."""
    found: list[list[Mark]] = [[] for _ in tokens]
    texts = [token.text for token in tokens]
    said = ["is" if text == "'s" and at and texts[at - 1] in english.WITH_IS else text for at, text in enumerate(texts)]
    for at, word in enumerate(texts):
        if _is_answer(texts, at):
            found[at].append(Mark(at + 1, Effect.NONE))
            continue
        if word == "will" and at and texts[at - 1] in _BEFORE_NOUN:
            continue
        if word == "first" and texts[at + 1 : at + 2] == ["class"] and at and texts[at - 1] in ("in", "by"):
            continue  # there and not in second class
        for words, effect, says, first in _PHRASES.get(word, ()):
            if tuple(said[at : at + len(words)]) == words and not _is_month(tokens, at, words):
                is_denied = words == ("anything", "but") and english.ARTICLES.isdisjoint(texts[at + 2 : at + 3])
                turned = Effect.NEGATES if is_denied else _effect_at(texts, at, len(words), effect)
                saying = says if says or Effect.NONE in (effect, turned) else " ".join(words)
                found[at].append(Mark(at + len(words), turned, saying, first))
        if word in _ONE_BY_ONE and texts[at + 1 : at + 3] == ["by", word]:
            found[at].append(Mark(at + 3, Effect.NARROWS, f"{word} by {word}"))
        if word in english.SPANS and texts[at + 1 : at + 3] == ["after", word]:
            found[at].append(Mark(at + 3, Effect.NONE))  # `quarter after quarter`
        if word in english.SPANS and texts[at + 1 : at + 2] == ["in"]:
            out = at + 2 + (texts[at + 2 : at + 3] == [","])  # `year in, year out`
            if texts[out : out + 2] == [word, "out"]:
                found[at].append(Mark(out + 2, Effect.NONE))
        if (end := end_of_rate(texts, at)) > at:
            found[at].append(Mark(end, Effect.NONE))
        if how_often := _how_often(texts, at):
            found[at].append(how_often)
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
        if word == "had" and (_is_of_when_done(texts, at) or has_had_done(texts, at)):
            found[at].append(Mark(at + 1, Effect.NONE))
        if word == "after" and texts[at + 1 : at + 2] == ["all"] and not english.NEGATORS.isdisjoint(texts[:at]):
            found[at] = [Mark(at + 2, Effect.DECIDED)]
        if word in english.MODALS and _only_compares(texts, at):
            found[at] = [Mark(at + 1, Effect.NONE)]
    for at in range(len(texts) - 2):
        if texts[at + 1] == "and" and (texts[at], texts[at + 2]) in _AT_TIMES:
            found[at], found[at + 2] = [Mark(at + 3, Effect.NEARLY, " ".join(texts[at : at + 3]))], []
    for mark in _cleft(texts):
        found[0].append(mark)
    for at, mark in (*_times(text, tokens), *sources(tokens), *credited(tokens)):
        found[at].append(mark)
    return found


def end_of_rate(texts: Sequence[str], at: int) -> int:
    """Where `a day` ends behind what a figure counts and what that is of, `2500 litres of water a day`; else `at`.

    Whether the figure is one of that span is for :mod:`dragoman.language.telling.periods`.
    """
    if texts[at] == "daily":
        end = at + 1
    elif texts[at] in (*_EACH, "/") and texts[at + 1 : at + 2] != [] and texts[at + 1] in _RATES:
        end = at + 2
    else:
        return at
    of = next((one for one in range(at - 2, max(0, at - _MOST_OF), -1) if texts[one] == "of"), 0)
    is_counted = any(text[:1].isdigit() or text in english.NUMBER_WORDS for text in texts[max(0, of - _MOST_OF) : of])
    return end if of and is_counted else at


_RATES = frozenset({"hour", "day", "week", "month", "year"})
_MOST_OF = 4


def _how_often(texts: Sequence[str], at: int) -> Mark | None:
    """`twice a week`, `three times a day`: regularly; of a figure it would say how much in all."""
    times = at + 1 if texts[at] in _OFTEN else at + 2 if texts[at + 1 : at + 2] == ["times"] else 0
    if not times or texts[times : times + 1] == [] or texts[times] not in _EACH:
        return None
    span = times + 1 + (texts[times + 1 : times + 2] == ["other"])
    is_counted = any(text[:1].isdigit() or text in english.NUMBER_WORDS for text in (*texts[:at], *texts[span:]))
    if texts[span : span + 1] == [] or texts[span] not in _OFTEN_IN or is_counted:
        return None
    effect = Effect.NARROWS if _ONLY_THEN.isdisjoint(texts) else Effect.SUPPOSED
    return Mark(span + 1, effect, " ".join(texts[at : span + 1]))


_UNLIKELY = frozenset(
    {"against", "slim", "low", "small", "stacked", "long", "poor", "nil", "zero", "remote", "slight", "minimal"}
)
_ACCUSTOMED = (
    english.BE
    | english.HAVE
    | frozenset(
        english.lines(
            "got | get | gets | getting | become | becomes | became | grown | grew | growing | more | well | quite | too | so | not"
        )
    )
)


def _effect_at(texts: Sequence[str], at: int, size: int, effect: Effect) -> Effect:
    """What a mark does where it stands."""
    if effect is Effect.NARROWS and texts[at] in ("every", "each") and not _ONLY_THEN.isdisjoint(texts):
        is_ongoing = any(
            one == other for one, other in zip(texts[:at], texts[2:at], strict=False)
        )  # less and less of it
        return Effect.NARROWS if is_ongoing else Effect.SUPPOSED  # who is closed every Monday is open else
    if texts[at : at + 2] == ["used", "to"] and at and texts[at - 1] in _ACCUSTOMED:
        return Effect.SUPPOSED  # who has got used to something has it, or does not
    if texts[at] == "effectively" and (at == 0 or texts[at - 1] in english.BE or texts[at - 1] == ","):
        return Effect.NEARLY  # to all intents it is so, and not quite
    if texts[at : at + 2] == ["pretty", "much"] and at and texts[at - 1] in english.BE:
        return Effect.NEARLY
    if texts[0] == "officially" and at == 0 and not "".join(texts[1:2]).endswith("ed"):
        return Effect.NEARLY  # on paper it is so
    if (
        effect is Effect.HEDGES
        and texts[at + size - 1] == "are"
        and not _UNLIKELY.isdisjoint(texts[at + size : at + size + 1])
    ):
        return Effect.NEARLY  # the odds are against it
    if texts[at : at + size] == ["nowhere"] and at + 1 == len(texts) and at and texts[at - 1] not in english.BE:
        return Effect.NEARLY  # who leads somebody nowhere may well lead
    if texts[at : at + size] == ["or", "so"] and any(
        text[:1].isdigit() or text in english.NUMBER_WORDS for text in texts[:at]
    ):
        return Effect.NONE
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


_OWN = frozenset({"its", "their", "his", "her"})


def _is_answer(texts: Sequence[str], at: int) -> bool:
    """Whether a `no` only answers what was said before: `no the base is closed`, `no, it is`."""
    is_apart = at == 0 or texts[at - 1] in _MARKS
    return (
        is_apart and texts[at] in ("no", "nope", "nah") and texts[at + 1 : at + 2] != [] and texts[at + 1] in BEHIND_NO
    )


def _is_of_when_done(texts: Sequence[str], at: int) -> bool:
    """Whether a `had` only says when that was done by which something is known: `the ban that A had put on B is gone`."""
    begins = next((one for one in range(at - 1, max(0, at - 5), -1) if texts[one] in ("that", "which")), 0)
    is_done = at + 1 < len(texts) and is_past_participle(texts[at + 1])
    if not begins or not is_done or begins > _MOST_NOUNS or not english.ASKING.isdisjoint(texts[:begins]):
        return False
    verb = next((one for one in range(at + 2, len(texts) - 1) if texts[one] in ("is", "are", "has", "have")), 0)
    is_other = bool({",", ";", ":", "and", "but", "that", "which", "was", "were", "had"} & {*texts[at + 1 : verb]})
    return verb > 0 and not is_other and texts[0] in english.ARTICLES | {"all", "those", "these", "this"}


def has_had_done(texts: Sequence[str], at: int) -> bool:
    """`has had its licence withdrawn`: withdrawn it is; `has had its moments` says only what was."""
    is_own = texts[at - 1 : at] in (["has"], ["have"]) and texts[at + 1 : at + 2] != [] and texts[at + 1] in _OWN
    return is_own and any(map(is_past_participle, texts[at + 3 : at + 7]))


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


_BEFORE_DONE = english.NEGATORS | english.FILLERS | {"yet", "almost"}
"""What may stand before what has been done, beside words in `ly`: `has almost certainly been`."""


_RUN = frozenset({"dry", "out", "down", "up", "aground", "into", "off", "over", "low", "short"})


def _helps(tokens: Sequence[Token], at: int) -> bool:
    """Whether a `has` only helps the verb that follows."""
    for number, token in enumerate(tokens[at + 1 : at + 5], at + 1):
        if token.text == "been":
            return True
        if token.text == "run" and tokens[number + 1 : number + 2] and tokens[number + 1].text in _RUN:
            return True
        if token.text in _BEFORE_DONE or token.text.endswith("ly"):
            continue
        return is_past_participle(token.text) or token.text in UNCHANGED
    return False


def _times(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, Mark]]:
    starts = {token.start: at for at, token in reversed(list(enumerate(tokens)))}
    for match in _TIMES.finditer(text):
        at = starts.get(match.start())
        if at is None:
            continue
        end = at + 1
        while end < len(tokens) and match.start() <= tokens[end].start < match.end():  # they may stand in another order
            end += 1
        if (
            match["month"]
            and not match["link"]
            and _is_modal(match["month"])
            and end < len(tokens)
            and tokens[end].is_word
        ):
            continue  # `Argus-4 may lift off`
        link = (match["link"] or match.group().partition(" ")[0]).lower()
        effect, says = Effect.NONE, _date(match)
        if link in ("until", "till", "before"):
            years = [match["iso"] and match["iso"][:4], match["year"], match["year2"], match["year3"], match["year4"]]
            effect, says = Effect.UNTIL, next((year for year in years if year and link != "before"), "")
        elif (
            match["next"]
            or match["tomorrow"]
            or match["soon"]
            or link in ("by", "after")
            or (link == "from" and (match["month"] or match["month2"] or match["month3"] or not match["year4"]))
            or (link == "from" and any(token.text == "will" for token in tokens))
        ):
            effect = Effect.AHEAD
        elif (link == "as of" and _LONG_AGO.search(match.group())) or (match["past"] and link == "in"):
            effect = Effect.FORMER
        elif match["moment"] and link == "the" and not (at and tokens[at - 1].text in ("for", "of", "to")):
            effect = Effect.SUPPOSED  # `the moment he wins` says when
        elif at and tokens[at - 1].text == "of" and _OF_THEN.fullmatch(match.group()):
            effect = Effect.FORMER
        elif _BYGONE.search(match.group()) and not _is_compared(tokens, at) and link not in ("since", "as of", "from"):
            effect = Effect.FORMER if _LONG_AGO.search(match.group()) else Effect.BYGONE
        elif match["clock"] or match["weekly"]:  # who is closed at ten may be open at two
            only_then = _OPENS if match["clock"] else _ONLY_THEN
            texts = {token.text for token in tokens}
            is_since = match["clock"] and match["clock"].startswith("0") and "today" in texts and "back" in texts
            effect = Effect.NARROWS if only_then.isdisjoint(texts) else Effect.SUPPOSED
            effect = Effect.NONE if is_since and english.NEGATORS.isdisjoint(texts) else effect  # `back 0700 today`
        yield at, Mark(end, effect, says)


def _is_modal(month: str) -> bool:
    """Whether it may be no month, as it is written."""
    return month.lower() == "may" and month != "May"


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
