"""Whose word a sentence is: who says it, before, behind or within it, and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.language.words import english, hedges
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import is_past_participle, is_simple_past
from dragoman.language.words.tokens import Token

_SUBJECTS = frozenset({"it", "they", "he", "she", "there"})
_NOUNS = frozenset({"states"})
"""What is no word of telling behind an article: `one of the states that buy it`."""
_AFTER_SAYING = frozenset({"that", ":"})
_TOLD_TO = frozenset({"us", "me", "them", "reporters", "journalists", "everybody", "everyone"})
WHOSE = english.ARTICLES | {"our", "my", "his", "her", "their", "its", "local", "foreign", "this"}
_LISTENERS = frozenset(
    english.lines(
        "paper | newspaper | reporter | reporters | correspondent | journalist | journalists | magazine | agency | press | radio | station | team"
        "| staff | audience | conference | meeting | committee | court | parliament | board | council | hearing | inquiry | public | media"
    )
)
"""To whom somebody says something for others to hear."""
NO_SPEAKER = (
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
            "let",
        ]
    )
)
"""Words that no speaker's name has: `it would be wrong to say that`, `whatever people say`."""
_BEFORE_SPEAKER = (
    english.ARTICLES
    | english.NUMBER_WORDS.keys()
    | {
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "president",
        "minister",
        "chancellor",
        "sir",
        "captain",
        "inspector",
        "professor",
        "doctor",
        "nurse",
        "officer",
        "miss",
    }
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
_REJECTING = frozenset(
    english.lines(
        "denies | denied | deny | rejects | rejected | reject | disputes | disputed | dispute | dismisses | dismissed | dismiss | refutes"
        "| refuted | refute | rebuts | rebutted | contradicts | contradicted | contradict | scotches | scotched | quashes | quashed | rubbishes"
        "| rubbished | disavows | disavowed"
    )
)
_REPORTS = Cues(
    """
    [(as false|as wrong|as nonsense|as untrue|as baseless|out of hand)] [(the|all|any|these|those|such|recent|several|new|further|media|press|news|newspaper|foreign|western|local|other|persistent|widespread)] [(recent|several|new|further|media|press|news|newspaper|foreign|western|local|persistent|widespread|online|anonymous)] (report|reports|claim|claims|rumour|rumours|rumor|rumors|allegation|allegations|accusation|accusations|suggestion|suggestions|speculation|assertion|assertions|story|stories|charge|charges|talk|notion|idea) that
    """
)
"""What somebody rejects that others say."""
_NOUNS = frozenset({"reports", "report", "claims", "claim", "estimates", "states", "notes"})
"""Words of saying that may be what is said."""
_BEFORE_NOUN = frozenset(
    english.lines(
        "to | on | of | by | about | with | into | for | from | at | over | despite | amid | after | against | no | these | those | all | such"
    )
)
_HEARD = Cues(
    "(i|we) [(have|had|also|just|only)] (hear|heard|learned|learnt|have it) [(it|this)] from (a|an|the|my|our|one of our|one of the|somebody|someone|two|several|some) [_] [_] [_] that"
)
"""From whom somebody has it."""
_WRITTEN = Cues(
    """
    (by|from|in|on) [(the|our|local|some|all|many|several|state|foreign)] [(local|national|foreign|state|russian|chinese|western)] (newspapers|newspaper|papers|paper|press|media|news|radio|television|tv|internet|reports|magazines|officials|experts|neighbours|agencies) (it is|it was|it has been|we are|i am|one is) [also] (told|said|written|reported|heard|stated|claimed|read|announced|informed) that
    it (is|was|has been) [also] (told|said|written|reported|heard|stated|claimed|read|announced) (by|in|on|from) [(the|our|local|some|all|many|several|state|foreign)] [(local|national|foreign|state)] (newspapers|newspaper|papers|paper|press|media|news|radio|television|tv|internet|reports|magazines|officials|experts|neighbours|agencies) that
    (it is|we are|one is|people are) told that
    (one|we|people) (says|reads|read|hears|hear) [(everywhere|here|there|often)] that
    (in|on) (the|our) [(local|national|foreign|state)] (newspapers|newspaper|papers|paper|press|media|news|radio|television|tv|internet) (one|we|you|people) (can read|reads|read|hears|hear|can hear) that
    """
)
"""What is told or written, and where, by nobody who is named."""
_CONVEYED = Cues(
    """
    as [it] (was|has been|is|were|had been) [(also|already|just|kindly)] (communicated|reported|told|said|conveyed|related|explained|confirmed|indicated|stated|written|announced) [to (us|me|the office|this office)] by
    as [it] (was|has been) [(also|already|just|kindly)] (communicated|conveyed|related|reported) by
    (as|so) (we|i) (were|was|have been|has been|am|are) (told|informed|advised|assured|notified) by
    """
)
"""By whom somebody has it, as a clerk says so."""
_LEAST_PLURAL = 4
_BEHIND_ACCORDING = 2
TELLING = frozenset(
    english.lines(
        """
        source | sources | official | officials | office | ministry | agency | report | reports | newspaper | newspapers | media
        expert | experts | analyst | analysts | police | government | data | figures | statistics | bank | institute | survey | poll
        study | paper | papers | spokesman | spokeswoman | hospital | witnesses | insiders | observers | researchers | minister
        """
    )
)
"""What a source is called that has no name, or behind its name."""
_WORKING = frozenset(
    english.lines(
        "works | worked | lives | lived | eats | ate | delivers | drives | helps | cooks | teaches | studies | runs | was | used"
    )
)
"""What somebody does who knows."""
_KNOWING = frozenset({"know", "knew", "met", "trust"})
"""How one is with who says something."""
_IT_THAT = ["it", "that"]
_FOR_GRANTED = ["it", "for", "granted", "that"]
_HOLDING = dict.fromkeys(("has", "have"), (_IT_THAT,)) | dict.fromkeys(
    ("takes", "take", "took", "taken"), (_FOR_GRANTED, _FOR_GRANTED[1:])
)
"""What somebody has it from, or takes as given: `X has it that`, `X takes it for granted that`."""
_NOBODY_SAYS = frozenset({"nobody", "no", "none", "neither", "theory", "propaganda"})
_MOST_SPEAKERS = 7
"""Tokens of whoever says something."""
SAID = frozenset({"nothing", "so", "little", "much", "more", "no", "yes", "this", "that", "something"})
"""What somebody says, and nobody who says it."""
_STILL_TO = frozenset({"will", "shall", "'ll"})
_FINITE = english.BE | english.HAVE | english.DO | english.MODALS


def sources(tokens: Sequence[Token]) -> Iterator[tuple[int, Mark]]:
    """`according to X`, `X says that`, `I hear from X that`, `X denies that`."""
    heard = _HEARD.at_start(spaced([token.text for token in tokens[: 2 * _MOST_SPEAKERS]]))
    if heard is not None:
        end = heard.group().count(" ")
        first = next(at for at in range(end) if tokens[at].text == "from") + 1
        yield 0, Mark(end, Effect.REPORTED, joined(tokens, first, end - 1), at_start_only=True)
    written = _WRITTEN.at_start(spaced([token.text for token in tokens[: 2 * _MOST_SPEAKERS]]))
    if written is not None:
        end = written.group().count(" ")
        yield 0, Mark(end, Effect.REPORTED, joined(tokens, 0, end - 1), at_start_only=True)
    conveyed = _CONVEYED.at_start(spaced([token.text for token in tokens[: 2 * _MOST_SPEAKERS]]))
    if conveyed is not None:
        first = conveyed.group().count(" ")
        end = next((at for at in range(first, min(len(tokens), first + _MOST_SPEAKERS)) if tokens[at].text == ","), 0)
        if end > first and not {"nobody", "no", "none", "neither"} & {token.text for token in tokens[first:end]}:
            yield 0, Mark(end, Effect.REPORTED, joined(tokens, first, end), at_start_only=True)
    for at, token in enumerate(tokens):
        if (
            token.text == "according"
            and at + 2 < len(tokens)
            and tokens[at + 1].text == "to"
            and tokens[at + 2].text not in ("nobody", "no", "none")
        ):
            for end in _ends_of_source(tokens, at + 2):
                yield at, Mark(end, worth(tokens, at + 2, end), joined(tokens, at + 2, end))
        saying = token.text in hedges.SAYING or (
            token.text in hedges.FINDING and tokens[at + 1 : at + 2] != [] and tokens[at + 1].text == "that"
        )
        saying = saying and not (token.text in _NOUNS and _is_spoken_of(tokens, at))
        if token.text in _REJECTING:
            yield from _rejected(tokens, at)
        saying = saying or (
            token.text == "tell" and at + 1 < len(tokens) and tokens[at + 1].text in _TOLD_TO and _are_many(tokens, at)
        )
        saying = saying and not (token.text in _NOUNS and at > 0 and tokens[at - 1].text in english.ARTICLES)
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
            start = start_of_source(tokens, at)
            if start is not None:
                effect = worth(tokens, start, at) if saying else Effect.DENIED_BY
                last = next((one for one in range(at, start, -1) if tokens[one - 1].text not in english.HAVE), at)
                yield start, Mark(told + 1, effect, joined(tokens, start, last), True)
        if token.text in _DENYING_OWN and at + 1 < len(tokens):
            yield from _denial(tokens, at)
        for words in _HOLDING.get(token.text, ()):
            if [one.text for one in tokens[at + 1 : at + 1 + len(words)]] == words:
                yield from _having_it(tokens, at, len(words))
    yield from _source_behind(tokens)


def worth(tokens: Sequence[Token], start: int, end: int) -> Effect:
    """What a source makes of what it says: its word; nothing, where it is a tale, a plan or no witness, or has still to say it."""
    said = {token.text for token in tokens[start:end] if start == 0 or not token.is_capital}
    return Effect.REPORTED if (hedges.NO_WITNESS | _STILL_TO).isdisjoint(said) else Effect.SUPPOSED


def _are_many(tokens: Sequence[Token], verb: int) -> bool:
    """Whether several do so: `diplomats tell me that`, and not `please tell me that`."""
    speakers = [token.text for token in tokens[max(0, verb - _MOST_SPEAKERS) : verb]]
    return any((text.endswith("s") and len(text) > _LEAST_PLURAL) or text in english.PEOPLE_NOUNS for text in speakers)


def _behind_saying(tokens: Sequence[Token], at: int) -> int:
    """Where it goes on behind whom somebody told it, and when, where or how: `told me over lunch that`."""
    texts = [token.text for token in tokens[at : at + _MOST_SPEAKERS]]
    if texts[:1] != [] and texts[0] in _TOLD_TO:
        at += 1
    elif len(texts) > 1 and texts[0] in WHOSE and texts[1] in _LISTENERS:  # `told our paper that`
        at += 2
    said = _CIRCUMSTANCES.at_start(spaced([token.text for token in tokens[at : at + _MOST_SPEAKERS]]))
    end = at + said.group().count(" ") if said is not None else at
    return end if end < len(tokens) and tokens[end].text in _AFTER_SAYING else at


def _having_it(tokens: Sequence[Token], at: int, size: int) -> Iterator[tuple[int, Mark]]:
    """`X has it that`, `diplomats have it that`: it is their word, or what a legend tells."""
    start = start_of_source(tokens, at)
    if start is None or not _NOBODY_SAYS.isdisjoint(token.text for token in tokens[start:at]):
        return
    is_tale = not hedges.TALES.isdisjoint(one.text for one in tokens[start:at])
    effect = Effect.SUPPOSED if is_tale else Effect.REPORTED
    yield start, Mark(at + 1 + size, effect, joined(tokens, start, at), True)


def _denial(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Mark]]:
    """`X denies there are ...`, and what somebody denies of himself: `X denies having ...`."""
    start, following = start_of_source(tokens, at), tokens[at + 1].text
    if start is not None and following == "there":
        yield start, Mark(at + 1, Effect.DENIED_BY, joined(tokens, start, at), True)
    elif start is not None and following.endswith("ing") and len(following) > len("being"):
        yield at, Mark(at + 1, Effect.DENIED_BY, joined(tokens, start, at))


def _rejected(tokens: Sequence[Token], verb: int) -> Iterator[tuple[int, Mark]]:
    """`X denies reports that ...`, `X has dismissed all rumours that ...`: X denies it."""
    start = start_of_source(tokens, verb)
    found = _REPORTS.at_start(spaced([token.text for token in tokens[verb + 1 : verb + 1 + _MOST_SPEAKERS]]))
    if start is not None and found is not None:
        last = next((at for at in range(verb, start, -1) if tokens[at - 1].text not in english.HAVE), verb)
        yield start, Mark(verb + 1 + found.group().count(" "), Effect.DENIED_BY, joined(tokens, start, last), True)


def _is_spoken_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of saying is what somebody does something with: `X denied reports that`, `X reacted to claims that`."""
    several = tokens[max(0, at - _MOST_SPEAKERS) : at]
    if not several:
        return False
    last, texts = several[-1], {token.text for token in several}
    does = (
        last.text.endswith("s") and len(last.text) > _LEAST_PLURAL and last.text not in TELLING and not last.is_capital
    )
    is_done = any(
        is_simple_past(token.text)
        or (is_past_participle(token.text) and before.text not in english.ARTICLES)
        or token.text.endswith("ing")
        for before, token in pairwise(several)
    )
    return does or is_done or last.text in _BEFORE_NOUN or not (_REJECTING | english.BE).isdisjoint(texts)


def _source_behind(tokens: Sequence[Token]) -> Iterator[tuple[int, Mark]]:
    """`..., says X` and `..., X says` at the end."""
    commas = [at for at, token in enumerate(tokens) if token.text == ","]
    for at in commas:
        rest = tokens[at + 1 :]
        is_speaker = NO_SPEAKER.isdisjoint(token.text for token in rest)
        is_speaker = is_speaker and not (rest[1:] and rest[1].text in english.BE)  # `..., report is in the file`
        is_speaker = is_speaker and not (rest[1:] and rest[1].text in SAID)  # `..., says nothing`
        is_speaker = is_speaker and not (rest[1:] and rest[-2].text == "united")  # `..., only with the United States`
        if (
            is_speaker
            and 2 <= len(rest) <= _MOST_SPEAKERS
            and (rest[0].text in hedges.SAYING or rest[-1].text in hedges.SAYING | hedges.SHOWING)
        ):
            first = at + 1 + (rest[0].text in hedges.SAYING)
            last = len(tokens) - (rest[-1].text in hedges.SAYING | hedges.SHOWING and rest[0].text not in hedges.SAYING)
            yield at, Mark(len(tokens), worth(tokens, first, last), joined(tokens, first, last))


def _ends_of_source(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Where a source may end: a short line that begins with one goes on behind its name, or behind what tells."""
    end, first = _end_of_source(tokens, at), at
    while first < end - 1 and tokens[first].text in _BEFORE_SPEAKER:
        first += 1
    is_all = at == _BEHIND_ACCORDING and end == len(tokens)
    last = [one + 1 for one in range(first, min(end - 2, first + 4)) if is_all and tokens[one].text in TELLING]
    if is_all and not last and first < end - 2 and tokens[first].is_capital:
        last = [first + 1]
    yield from last or (end,)


def _end_of_source(tokens: Sequence[Token], at: int) -> int:
    for end in range(at, min(len(tokens), at + _MOST_SPEAKERS)):
        if tokens[end].text in (",", ";", ":", ".") or (end > at and tokens[end].text in _SUBJECTS):
            return end
    if len(tokens) <= at + _MOST_SPEAKERS:
        return len(tokens)
    comma = next((end for end in range(at, min(len(tokens), at + 2 * _MOST_SPEAKERS)) if tokens[end].text == ","), at)
    if comma > at and not any(one.text in _FINITE or is_simple_past(one.text) for one in tokens[at:comma]):
        return comma
    paper = next((one for one in range(at + 1, at + _MOST_SPEAKERS - 1) if tokens[one].text in _PAPERS), None)
    if paper is not None:
        dated = _DATED.at_start(spaced([token.text for token in tokens[paper + 1 : paper + 1 + _MOST_SPEAKERS]]))
        return paper + 1 + (dated.group().count(" ") if dated is not None else 0)
    end = at
    while tokens[end].text in _BEFORE_SPEAKER:
        end += 1
    return min(len(tokens), end + 1)


def start_of_source(tokens: Sequence[Token], verb: int) -> int | None:
    """Where whoever says something begins, who ends before the verb; None if nobody does."""
    if verb and tokens[verb - 1].text == "and":
        return None  # `X has done this and claims that`: who says it is named further before
    start = verb
    while start > 0 and verb - start < _MOST_SPEAKERS:
        before = tokens[start - 1].text
        is_who = before == "who" and start < verb and tokens[start].text in _WORKING and _is_somebody(tokens, start - 1)
        if before in (",", ";", ":", ".") or (before in english.BOUNDARIES and before != "and" and not is_who):
            break
        start -= 1
    if [token.text for token in tokens[start : start + 1]] == ["in"] and tokens[start + 1].text.isdecimal():
        return None  # `in 1999 X said that`: so then
    said = {token.text for token in _without_acquaintance(tokens[start:verb])}
    spared = ({"who"} if said & _WORKING else set()) | ({"to"} if "close" in said else set())  # `sources close to X`
    is_speaker = start < verb and (NO_SPEAKER - spared).isdisjoint(said)
    return start if is_speaker else None


def _without_acquaintance(tokens: Sequence[Token]) -> list[Token]:
    """Without that somebody knows him: `a guy I know at the bank`."""
    known = {
        at + shift
        for at, (one, other) in enumerate(pairwise(token.text for token in tokens))
        if at and one in ("i", "we") and other in _KNOWING
        for shift in (0, 1)
    }
    return [token for at, token in enumerate(tokens) if at not in known]


def _is_somebody(tokens: Sequence[Token], who: int) -> bool:
    """`my cousin who works there`: one whom somebody knows."""
    return any(
        token.text in ("my", "our", "a", "the", "an", "his", "her") for token in tokens[max(0, who - 3) : who - 1]
    )


def joined(tokens: Sequence[Token], start: int, end: int) -> str:
    """The tokens as they were said, for a source."""
    start += start < end and tokens[start].text in ("and", "but", "while")
    return " ".join(token.text for token in tokens[start:end] if token.text != "'s")
