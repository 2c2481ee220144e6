"""Parts of a sentence that stand apart and change nothing of what the rest tells.

    the old bargain still stands: A does this, B that      ->  A does this, B that
    family, work, university: A is tied to B               ->  A is tied to B
    by moving into security A breaks the deal              ->  A breaks the deal
    despite all the fairs, A is weak there                 ->  A is weak there
    A is weak there, fairs or not                          ->  A is weak there
    A praised B yesterday, as he does twice a year         ->  A praised B yesterday
    A has a base, nothing more than that                   ->  A has a base
    A goes after its own goals, at the expense of B        ->  A goes after its own goals
    A allows no meddling, from anyone                      ->  A allows no meddling
    A is closed because of the storm                       ->  A is closed
    A has rats, when will somebody act                     ->  A has rats

Each says beside the rest that it holds, why, in spite of what, or at whose cost: the sentence with it entails the sentence
without it. What hedges, denies, supposes, wishes or gives a source is none of it; nor is what says how far it holds
(`at least on paper`). Only a sentence of which something was left over is looked at so.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.framed import TURNS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english, hedges
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_STILL = "[(still|clearly|also|now|always|just|simply)]"
_PREFACE = Cues(
    f"""
    [(and|but|so|well)] (the|this|that|their|our|an) [(old|usual|same|basic|general|familiar|tacit|unwritten|historic|historical|current)] (bargain|deal|arrangement|pattern|rule|logic|setup|order|habit|routine|trend|division|formula|principle|constellation|line up|tradition) {_STILL} (stands|holds|applies|persists|endures|continues|survives|lives on|goes on|works|is alive|is unbroken|is unchanged|is the same|remains|remains the same|remains in place|is in place|has not changed)
    [(and|but|so|well)] the [(old|usual|same|basic|general|overall|current|simple|plain|short|blunt)] (picture|situation|pattern|trend|result|upshot|outcome|fact|reality|truth|state of play|bottom line) [(here|there|today|now|at present|of it|of it all)] [{_STILL} (is|remains) [(clear|plain|simple|obvious|unchanged|the same|this|as follows)]]
    (the bottom line|bottom line|net result|end result|upshot|in short|in brief|in sum|in a word|in a nutshell|in plain words|in plain english|in one sentence|put simply|simply put|put bluntly|long story short|to put it simply|to put it bluntly|to put it plainly|as simple as that|simple as that|to sum up|summing up|to cut a long story short)
    (nothing|little) (new|has changed|changed) [(here|there|on that front)]
    (no change|no surprise|no surprises|same as ever|same as always|same as before|as ever|as always|as usual|as before|business as usual|the same as ever|the same old story|same old story|no news)
    (one|this|that) (thing|point|much) is (clear|certain|sure|plain|obvious|beyond doubt|not in doubt)
    (one|another|this|the main|the key|the first|the most important) (finding|result|thing|point|fact|conclusion|observation|message|lesson) (stands out|stands firm|emerges|emerges clearly|remains|remains true|is striking|is beyond dispute|leaps to the eye)
    """
)
"""What stands before a colon or a dash, and says no more than that what follows is so."""
_UNLESS_TOLD = frozenset(
    map(
        stem,
        english.lines(
            """
            plan | wish | fear | hope | claim | question | promise | scenario | idea | goal | aim | task | demand | proposal | offer
            threat | title | headline | slogan | quote | accusation | allegation | insult | novel | film | tale | poem | song | story
            book | delusion | lie | picture | myth | option | argument | opinion | view | speculation | talk | words | paper | forecast
            """
        ),
    )
)
"""What may be spoken of, and does not say that it is so."""
_MOST_TOPICS = 9
_TAIL = Cues(
    """
    (nothing|no) (more|less|else) [_] [than (that|this)]
    no more and no less
    no less and no more
    neither more nor less
    (the|in the) same (words|story|thing|tune|phrase|language|formula) [(as|like) (ever|always|before|every year|each year|every time|last year|last time|in past years|all these years)]
    same (words|story|thing|tune|phrase|formula|procedure) [(as|like) (ever|always|before|every year|each year|every time|last year|last time|in past years)]
    (just|exactly|same) as (ever|always|before|every year|last year|in past years|in the past|in earlier years)
    not for the first time [either]
    [(and|with)] (no one|nobody) else (at the table|in the room|in the picture|in on it|involved|present|invited|taking part|on board|was (at the table|in the room|invited|involved|present|asked))
    both for (its|their|his|her) [own] [_] _ and [for] [(its|their|his|her)] [own] [_] _
    (and) (so|that) it (remains|stays|is) [(today|now|to this day)]
    and (it|that) (shows|hurts|stings|rankles|pays|matters)
    as they call it
    (just|only|simply) (the|between the) two [of them]
    nothing (besides|beyond that|on top|else besides)
    [and] (the other way (round|around)|vice versa)
    [both] (at home|inside the country|inside|internally|domestically|within [(its|their|the)] borders) (and also|as well as|no less than|as much as|just as much as|and likewise) (abroad|outside|externally|outside [of] it|in the world|beyond [(its|their|the)] borders)
    [both] (inside the country|inside|internally|domestically|within [(its|their|the)] borders) and (abroad|outside|externally|outside [of] it|in the world|beyond [(its|their|the)] borders)
    [both] at home and (abroad|beyond [(its|their|the)] borders|beyond|elsewhere|in the world|around the world|outside)
    [(somewhat|slightly|a bit|a little|much|far|well|some way|not much|even)] (further|farther) (north|south|east|west|inland|upriver|down the road|up the road|up the valley|down the valley) [than (the|its|their|his) (first|second|old|older|other|previous|existing|earlier|last|original) [(one|ones|_)]]
    there (is|'s) no other (way|choice|option)
    (seen|spotted|found|noticed|sighted|caught|discovered|photographed) [(again|yesterday|today|there)] by (the|a|an|our|my|one of our|two of our|several of our) [(night|new|old|young)] _ [(this morning|this evening|this afternoon|last night|yesterday|today|tonight)]
    as (it|he|she|they) (likes|like|love|loves) to call (it|him|her|them)
    """
)
_NOR_NOW = Cues(
    """
    and (does|do|did|has|have|is|are|was|will) not [(do|done|doing)] [(so|it|that)] [even] (now|today|this year|at present|either|nowadays|these days)
    and (still does not|still do not|still has not|still have not|still is not|still are not)
    """
)
"""What denies the same once more, behind a denial."""
_NEVER_DID = Cues(
    """
    [(and|it|they|he|she)] never (did|do|does|has|have|had|was|were|will|could) [(been|done|so)]
    """
)
"""What denies the same of all other times, behind a denial."""
_EVER = "(years|decades|ages|months|weeks|a while|a long time|some time|many years|some years|several years|quite some time)"
_ALL_ALONG = Cues(
    f"""
    [and] (has|have) [(been|always)] [(done|doing|doing so|done so)] [(so|it|this|that)] for {_EVER} [now]
    (as|like) (it|they|he|she) (has|have) [(done|always)] [(so|it)] for {_EVER} [now]
    [and] (has|have) always (done|been|been so|done so)
    """
)
"""That it was so before; never beside a denial, of which it may tell the contrary."""
_WIDER = Cues(
    """
    (from|by|to|for|with|of) (anyone|anybody|any side|any quarter|any kind|any sort|anyone else|anybody else|anything|anyone at all|any party)
    (anywhere|at any time|in any form|in any shape or form|of whatever kind|whoever it is|whoever it comes from)
    """
)
"""What makes a denial wider."""
_COST = Cues(
    """
    [(sometimes|often|even|partly|mostly|if need be|if necessary|also|at times|and this|and that|all this|and often|and sometimes)] [(too|once more)] (at|to) [(the|its|their|his|her|our)] [_] [_] ['s] [own] (expense|cost|detriment|disadvantage|benefit|advantage) [of] [the] [_] [_]
    """
)
_ALL_TOGETHER = Cues(
    """
    all [(the|its|their|his|her|these|those)] [(foreign|different|various|other|public|private|big|small)] _ (taken together|put together|combined|together|included|counted|lumped together|added up)
    """
)
_DESPITE = (("despite",), ("in", "spite", "of"), ("notwithstanding",))
_BECAUSE = (
    ("because", "of"), ("thanks", "to"), ("on", "account", "of"), ("as", "a", "result", "of"),
    *(("due", "to", one) for one in ("a", "an", "the", "its", "their", "this", "bad", "poor", "heavy", "lack", "high", "low")),
)  # fmt: skip
"""What is due to open is not open, and what is due to the storm is so."""
_WHEN = Cues(
    "[and] (when|why|how long|how much longer) (will|is|are|do|does|can|shall) (somebody|someone|anybody|anyone|you|we|they|this|it) ..."
)
"""What only asks for something."""
_DOUBTING = hedges.SAYING | {
    "believe",
    "think",
    "trust",
    "say",
    "claim",
    "know",
    "sure",
    "true",
    "even",
    "not",
    "always",
}
_FOR_ALL = (("for", "all", "its"), ("for", "all", "their"), ("for", "all", "the"))
_DOES = english.BE | english.DO | english.HAVE
_HE = frozenset({"he", "she", "it", "they"})
_MARKS = frozenset({",", "-"})
_DOUBTFUL = TURNS | hedges.SAYING | hedges.DENYING | hedges.TALES | english.IFS | english.MODALS
_TRUE = frozenset({"true", "right", "correct", "real", "so", "official", "officially", "maybe", "perhaps", "whether"})
_SILENT = frozenset({Effect.NONE, Effect.NARROWS, Effect.PLACE, Effect.BYGONE, Effect.PAST, Effect.WITH_NEGATION})
_LEAST = 3
"""Tokens that must be left."""
_MOST_TAIL = 12


def beside(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without all that stands beside what it tells; none if it has nothing of the kind."""
    start = next(
        (end for end in (_preface(line), _topics(line), _by_doing(line), _despite(line), _together(line)) if end), 0
    )
    end, again = len(line), True
    while again:
        tail = _tail(line, start, end)
        end, again = (tail, True) if tail else (end, False)
    if (start or end < len(line)) and end - start >= _LEAST:
        yield line.tokens[start:end]


def _words(line: Line, start: int, end: int) -> str:
    return spaced(line.texts[start:end])


def _names(line: Line, start: int, end: int) -> bool:
    return any(m.kind != PRONOUN for at in range(start, end) for m in line.mentions[at])


def _is_silent(line: Line, start: int, end: int) -> bool:
    """Whether nothing there hedges, denies, supposes or says whose word it is, and no figure stands there."""
    texts = line.texts[start:end]
    is_plain = all(m.effect in _SILENT for at in range(start, end) for m in line.marks[at] if m.end <= end)
    is_plain = is_plain and _UNLESS_TOLD.isdisjoint(token.stem for token in line.tokens[start:end])
    return is_plain and _DOUBTFUL.isdisjoint(texts) and all(line.figures[at] is None for at in range(start, end))


def _behind(line: Line, at: int) -> int:
    """Where the sentence goes on behind a mark."""
    return at + 1 if at + 1 + _LEAST <= len(line) else 0


def _preface(line: Line) -> int:
    at = next((at for at, text in enumerate(line.texts) if text in (":", "-")), 0)
    return _behind(line, at) if at and _PREFACE.whole(_words(line, 0, at)) else 0


def _topics(line: Line) -> int:
    """Where a sentence goes on behind what it is about: `family, work, university:`; two at least, a noun or two each."""
    at = next((at for at, text in enumerate(line.texts) if text in (":", "-")), 0)
    if not 2 < at <= _MOST_TOPICS or "," not in line.texts[:at] or _names(line, 0, at) or not _is_silent(line, 0, at):
        return 0
    parts = " ".join(line.texts[:at]).split(",")
    is_list = all(0 < len(part.split()) <= 2 for part in parts)
    is_light = not (english.CARRY_NOTHING - {"and"}).isdisjoint(line.texts[:at])
    return _behind(line, at) if is_list and not is_light else 0


def _by_doing(line: Line) -> int:
    """Where a sentence goes on behind the way in which somebody does it: `by moving into security matters A breaks it`."""
    if line.texts[:1] not in (["by"], ["in"]) or not line.texts[1:2] or not line.texts[1].endswith("ing"):
        return 0
    comma = next((at for at, text in enumerate(line.texts) if text == ","), 0)
    named = next((at for at in range(2, len(line)) if _names(line, at, at + 1)), 0)
    is_in = line.texts[0] == "in"  # `in closing trade deals A is ahead`: there it is so
    start = comma + 1 if comma else named
    if not start or start + _LEAST > len(line) or is_in or (not comma and line.texts[named - 1] in PREPOSITIONS):
        return 0
    return start if not _names(line, 0, start - 1) and _is_silent(line, 0, start - 1) else 0


def _together(line: Line) -> int:
    """Where a sentence goes on behind what its figure is the sum of: `all creditors taken together`, where nobody is named."""
    at = next((at for at, text in enumerate(line.texts) if text == ","), 0)
    is_all = line.texts[:1] == ["all"] and _ALL_TOGETHER.whole(_words(line, 0, at)) and not _names(line, 0, at)
    return _behind(line, at) if is_all and at and any(line.figures[at:]) and _is_silent(line, 0, at) else 0


def _despite(line: Line) -> int:
    """Where a sentence goes on behind what it is so in spite of."""
    openings = (*_DESPITE, *(() if _names(line, 0, min(len(line), _MOST_TOPICS)) else _FOR_ALL))
    size = next((len(words) for words in openings if tuple(line.texts[: len(words)]) == words), 0)
    at = next((at for at, text in enumerate(line.texts) if text == ","), 0) if size else 0
    return _behind(line, at) if at > size and _is_silent(line, size, at) else 0


def _tail(line: Line, start: int, end: int) -> int:
    """Where the last part of a sentence begins that says nothing anew, with the mark before it; 0 if there is none."""
    for at in range(end - 1, max(start + _LEAST, end - _MOST_TAIL) - 1, -1):
        is_apart = line.texts[at] in _MARKS
        begins = at + is_apart
        if begins >= end:
            continue
        if line.texts[at] == "and" and _adds(line, at + 1, end):  # `as an observer and nothing more`
            return at
        if is_apart and any(
            is_tail(line, begins, end) for is_tail in (_adds, _widens, _as_he_does, _all_along, _or_not, _each)
        ):
            return at
        is_asked = is_apart and _WHEN.whole(_words(line, begins, end)) and _DOUBTING.isdisjoint(line.texts[begins:end])
        if is_asked and not _names(line, begins, end):
            return at
        is_plain = english.NEGATORS.isdisjoint(line.texts[:at])  # `not closed because of rats` may be closed
        openings = (*_DESPITE, *(_BECAUSE if is_plain and not _names(line, begins, end) else ()))
        size = next((len(words) for words in openings if tuple(line.texts[begins : begins + len(words)]) == words), 0)
        if size and begins + size < end and _is_silent(line, begins + size, end):
            return at if is_apart or line.texts[at - 1] not in _MARKS else at - 1
    return 0


def _adds(line: Line, start: int, end: int) -> bool:
    words = _words(line, start, end)
    if _NEVER_DID.whole(words):
        return not {"not", "never"}.isdisjoint(line.texts[:start])
    if line.texts[start - 1] == "and" and _NOR_NOW.whole(f"and {words}".replace("  ", " ")):
        return "never" in line.texts[:start]
    return _TAIL.whole(words) or (_COST.whole(words) and english.NEGATORS.isdisjoint(line.texts[start:end]))


def _widens(line: Line, start: int, end: int) -> bool:
    return not english.NEGATORS.isdisjoint(line.texts[:start]) and _WIDER.whole(_words(line, start, end))


def _as_he_does(line: Line, start: int, end: int) -> bool:
    """`as he does twice a year`, `as it always has`; never beside a denial, of which it may tell the contrary."""
    texts = line.texts[start:end]
    if len(texts) < _LEAST or texts[0] not in ("as", "like") or texts[1] not in _HE:
        return False
    does = next((text for text in texts[2:5] if text in _DOES), "")
    is_plain = english.NEGATORS.isdisjoint(line.texts) and english.FAINT_NEGATORS.isdisjoint(line.texts)
    return bool(does) and is_plain and not _names(line, start, end) and _is_silent(line, start, end)


def _all_along(line: Line, start: int, end: int) -> bool:
    """`has done for years`."""
    is_plain = english.NEGATORS.isdisjoint(line.texts) and english.FAINT_NEGATORS.isdisjoint(line.texts)
    return is_plain and _ALL_ALONG.whole(_words(line, start, end))


def _or_not(line: Line, start: int, end: int) -> bool:
    """`fairs or not`, `fairs or no fairs`, `whether they like it or not`."""
    texts = line.texts[start:end]
    is_either = texts[-2:] == ["or", "not"] or texts[-3:-1] == ["or", "no"]
    said = texts[: -2 - (texts[-1] != "not")] if is_either else []
    is_liked = said[:1] == ["whether"]
    if (
        not said
        or len(said) > _MOST_TAIL // 2
        or (_names(line, start, end) and not is_liked)
        or not _DOUBTFUL.isdisjoint({*said} - {"whether"})
    ):
        return False
    if is_liked or "it" in said:
        return "like" in said or "likes" in said
    return _TRUE.isdisjoint(said) and (texts[-1] == "not" or texts[-1] == said[-1])


def _each(line: Line, start: int, end: int) -> bool:
    """`each filling the gaps of the other`: what each of those does who were spoken of."""
    texts = line.texts[start:end]
    begins = 3 if texts[1:3] in (["of", "them"], ["of", "the"]) else 1
    is_doing = texts[:1] == ["each"] and len(texts) > begins + 1 and texts[begins].endswith("ing")
    return is_doing and not _names(line, start, end) and _is_silent(line, start, end)
