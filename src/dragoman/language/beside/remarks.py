"""What the speaker remarks on what is told, before or behind it, or from where it is concluded.

    most of it comes from B, which means that A leans on B ->  A leans on B
    A leads there, which surprised me when I saw the polls ->  A leads there
    A has grown, a fact that everybody here likes to stress ->  A has grown
    whatever the papers say, A and B do not fit            ->  A and B do not fit
    A and B do not fit, whatever the papers say            ->  A and B do not fit
    some of them, he would not say which ones, lean on A   ->  some of them lean on A
    A is a realm that has always feared for its survival   ->  A is a realm

Who concludes something says it, and who is surprised that it is so takes it for granted (factive verbs, after Kiparsky and
Kiparsky, Fact, 1970). What hedges, supposes or gives a source in what is left out would hold for the rest as well: then it
stays. As for all that :mod:`dragoman.language.beside.apart` leaves out, only a sentence of which something was left over is looked at so.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.beside.lesser import without_lesser
from dragoman.language.beside.purposes import without_purpose
from dragoman.language.beside.reasons import without_reason
from dragoman.language.clauses.further import UNDOING
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.framed import TURNS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english, hedges
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token

_MEANS = Cues(
    """
    which [(in turn|also|again|of course|simply|just|only|basically|effectively|in practice|in effect)] (means|implies|shows|proves|confirms|demonstrates) [that]
    which is (why|the reason why|another way of saying that|to say that|proof that|evidence that)
    [and] (that|this) is (why|the reason why)
    [and] (so|hence|therefore|thus|as a result|as a consequence|consequently|in other words|in short|in sum|put differently)
    """
)
"""What comes before a conclusion."""
_UNSURE = frozenset({Effect.HEDGES, Effect.REPORTED, Effect.DENIED_BY, Effect.SUPPOSED})
_DOUBTFUL = TURNS | hedges.SAYING | hedges.DENYING | hedges.TALES | hedges.FINDING | english.IFS | frozenset(
    english.lines(
        """
        might | may | could | would | should | must | perhaps | maybe | fear | fears | feared | hope | hopes | hoped | wish | wishes
        argue | argues | plan | plans | planned | want | wants | wanted | intend | intends | propose | proposes | proposed | threaten
        threatens | consider | considers | promise | promises | think | thinks | believe | believes | claim | why | when | whenever
        """
    )
)  # fmt: skip
"""What may make less than so what is concluded from it."""
_FEELS = (
    "(surprises|surprised|pleases|pleased|annoys|annoyed|worries|worried|alarms|alarmed|amuses|amused|irks|irked|irritates"
    "|irritated|angers|angered|delights|delighted|disappoints|disappointed|saddens|saddened|puzzles|puzzled|astonishes|astonished"
    "|impresses|impressed|strikes|struck|bothers|bothered|shocks|shocked|amazes|amazed|baffles|baffled|unsettles|unsettled|stuns"
    "|stunned|reassures|reassured|frightens|frightened|embarrasses|embarrassed)"
)
_QUITE = "[(quite|rather|really|frankly|honestly|somewhat|also|very|much|most|truly|hardly|to be honest|i must say|i admit|of course|greatly|deeply)]"
_STRIKING = (
    "(surprising|astonishing|remarkable|striking|telling|interesting|worrying|alarming|annoying|regrettable|unfortunate"
    "|unprecedented|impressive|odd|strange|curious|ironic|welcome|good news|bad news|big news|news|new|no surprise|no wonder"
    "|a surprise|a shame|a pity|a relief|a problem|a worry|understandable|natural|logical|normal|predictable|important|significant"
    "|crucial|noteworthy|notable|unusual|rare|unique|typical|characteristic|visible|obvious|good to (see|hear|know)|nice to (see|hear|know)"
    "|great to (see|hear|know)|sad to (see|hear|know)|hard to (bear|take|watch)|terrible|awful|horrible|dreadful|great|good|bad|sad|nice|lovely"
    "|encouraging|reassuring|depressing|shocking|outrageous|a disgrace|a scandal|a nuisance|a headache)"
)
_COMMENT = Cues(
    f"""
    which {_QUITE} {_QUITE} {_FEELS} (me|us|everyone|everybody|nobody|no one|many|most people|observers|people|outsiders) ... ... ...
    (that|this|it|which) (is|was|has been|was always|is still) {_QUITE} {_STRIKING} ... ...
    which (was|would have been) (hardly|barely|scarcely|almost|quite|simply|long|still) (imaginable|thinkable|unimaginable|unthinkable|conceivable|inconceivable|unheard of) ... ...
    which (matters|counts|helps|tells|means) (a great deal|a lot|very much|enormously|much|a good deal)
    and (you|one|anybody|anyone|everybody|everyone|we) (can|could|do) (see|feel|hear|smell|notice) (it|that|this) [everywhere] ... ...
    and ... (is|are|was|were|am) {_QUITE} (proud|happy|glad|sad|unhappy|angry|upset|pleased|delighted|furious|surprised|relieved|annoyed) (of|about|at|with|by) (that|it|this) ... ...
    and [(you|one|anybody|anyone|everybody|everyone|we)] (it|that|this) (shows|can be seen|can be felt) ... ...
    which (nobody|no one|few|hardly anyone|hardly anybody|not many) (expected|foresaw|predicted|had expected|had foreseen|had predicted|would have expected|would have thought|would have predicted|would have believed|could have imagined|would have imagined|saw coming|noticed|notices|talks about|mentions|likes to mention) ... ...
    """
)
"""What takes for granted what it is about, however it goes on."""
_POINT = Cues(
    """
    (a|the|one) [(simple|plain|well known|striking|remarkable|sad|sobering|telling|notable|new|recent|welcome|worrying|key|crucial|important)] (point|fact|trend|development|circumstance|reality|truth|detail|feature|novelty) (that|which|i|we|everyone|everybody|nobody|no one|few|many|often|rarely|of|worth|not|well|much)
    """
)
"""What names it, and goes on."""
_REGARDLESS = "(whatever|no matter what|never mind what|regardless of what|irrespective of what|despite what|in spite of what|contrary to what|forget what|ignore what)"
_SAID = (
    "(say|says|said|saying|think|thinks|thinking|make of it|makes of it|make of this|claim|claims|claiming|believe|believes|tell you|tells you|telling you"
    "|told you|tell us|telling us|told us|tell me|telling me|told me|told|write|writes|writing|wrote|written|print|prints|printed|report|reports|reported|assert|asserts|maintain|maintains|suggest|suggests"
    "|proclaim|proclaims|declare|declares|announce|announces|pretend|pretends|affirm|affirms|imply|implies|promise|promises|would have us believe"
    "|would have you believe|read|heard|hear|seen|expect|assume|imagine|hearing|reading)"
)
_WHATEVER = Cues(
    f"""
    [(and|but|so)] {_REGARDLESS} ... {_SAID} [(about|of|on)] [(it|this|that|them)] [(now|today|publicly|officially|abroad|otherwise|in public|all the time|these days|online|in the (papers|press|media|news|corridors|bars|streets|market))]
    """
)
"""What somebody says, and it is so all the same."""
_UNNAMED = Cues(
    """
    (he|she|they|i|we|the source|my source|my sources) (would not|will not|did not|could not|can not|refused to|declined to|preferred not to) (say|tell|tell me|tell us|name|specify|disclose|reveal) (which|who|how many|where|when|whom|them) [(ones|one|of them|exactly|these were|they were|it was|they are|it is)]
    (which|who) [ones] (he|she|they|i|we|the source) (would not|will not|did not|could not|can not) (say|tell|name|specify|disclose|reveal)
    (the names|names|which ones) (were not|was not|are not) (given|disclosed|named|mentioned|revealed)
    """
)
"""What says that nothing more is said of it."""
_AS_MUCH = (("as", "much", "as"), ("as", "well", "as"), ("no", "less", "than"), ("and", "also"))
_IN = frozenset({"in", "on", "at", "by", "through", "from"})
_MARKS = frozenset({",", "-"})
_STANDING = frozenset(
    english.lines("it | they | he | she | them | him | there | this | these | those | here | both | that | one")
)
"""What stands for somebody or something that was named before."""
_TAKING = (
    TURNS | UNDOING | hedges.DENYING | hedges.TALES | english.IFS | english.TURNING | {"doubt", "doubts", "dispute", "alleged", "refuted"}
) - {"hardly", "barely", "scarcely", "past", "up", "out", "off", "since", "would", "could", "back", "expected", "thought", "ago", "known", "so"}  # fmt: skip
_LEAST = 3
"""Tokens that must be left."""


def remarks(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without what is remarked on what it tells; none if it has nothing of the kind."""
    for leave in (
        _concluded,
        _commented,
        _whatever,
        _unnamed,
        _wherever,
        _such_as,
        _apposed,
        without_reason,
        without_purpose,
        without_lesser,
    ):
        tokens = leave(line)
        if tokens is not None and len(tokens) >= _LEAST:
            yield tokens


def _words(line: Line, start: int, end: int) -> str:
    return spaced(line.texts[start:end])


def _names(line: Line, start: int, end: int) -> bool:
    return any(m.kind != PRONOUN for at in range(start, end) for m in line.mentions[at])


def _is_silent(line: Line, start: int, end: int, but: frozenset[Effect]) -> bool:
    """Whether nothing there has one of some effects."""
    return all(m.effect not in but for at in range(start, end) for m in line.marks[at])


def _stands_alone(line: Line, start: int) -> bool:
    """Whether what begins there speaks of nobody who was named before it only."""
    names = next((at for at in range(start, len(line)) if _names(line, at, at + 1)), len(line))
    return _STANDING.isdisjoint(line.texts[start:]) and english.PRONOUNS.isdisjoint(line.texts[start:names])


def _concluded(line: Line) -> list[Token] | None:
    """What is concluded from what stands before it: `..., which means that A leans on B`, `..., so A leans on B`."""
    for at in range(_LEAST, len(line) - _LEAST):
        found = _MEANS.at_start(_words(line, at + 1, len(line))) if line.texts[at] in _MARKS else None
        if found is None:
            continue
        start = at + 1 + found.group().count(" ")
        start += line.texts[start : start + 1] == [","]
        is_said = start + _LEAST <= len(line) and line.texts[start] not in _NO_DOER and _stands_alone(line, start)
        is_sure = _is_silent(line, 0, at, _UNSURE | {Effect.AHEAD}) and _DOUBTFUL.isdisjoint(line.texts[:at])
        return line.tokens[start:] if is_said and is_sure else None
    return None


_NO_DOER = (
    english.BE | english.DO | english.HAVE | english.MODALS | {"as", "far", "that", "to", "long", "much", "not", "will"}
)


def _commented(line: Line) -> list[Token] | None:
    """What stands before a remark on it: `..., which surprised me`, `..., a fact that everybody likes to stress`."""
    for at in range(_LEAST, len(line) - _LEAST + 1):
        if line.texts[at] not in _MARKS:
            continue
        words = _words(line, at + 1, len(line))
        is_point = _POINT.at_start(words) is not None and english.NEGATORS.isdisjoint(line.texts[at:])
        if (is_point or _COMMENT.whole(words)) and _takes_nothing(line, at + 1):
            return line.tokens[:at]
    return None


def _takes_nothing(line: Line, start: int) -> bool:
    """Whether nothing in what stands behind may take back, date or doubt what stands before."""
    texts = line.texts[start:]
    ending = _UNSURE | {Effect.UNTIL, Effect.FORMER, Effect.ENDED}
    is_whole = {",", ";", ":", "-", '"', "("}.isdisjoint(texts)
    has_figure = any(line.figures[at] is not None for at in range(start, len(line)))
    return is_whole and not has_figure and _is_silent(line, start, len(line), ending) and _TAKING.isdisjoint(texts)


def _whatever(line: Line) -> list[Token] | None:
    """What is so `whatever the papers say`."""
    at = next((at for at, text in enumerate(line.texts) if text in _MARKS), 0)
    is_first = at > 0 and _WHATEVER.whole(_words(line, 0, at)) and english.NEGATORS.isdisjoint(line.texts[1:at])
    if is_first:
        return line.tokens[at + 1 :] if _stands_alone(line, at + 1) else None
    last = next((at for at in range(len(line) - 3, _LEAST - 1, -1) if line.texts[at] in _MARKS), 0)
    is_last = last > 0 and _WHATEVER.whole(_words(line, last + 1, len(line)))
    said = line.texts[last + 1 + 2 * (line.texts[last + 1 : last + 3] == ["no", "matter"]) :]
    is_plain = english.NEGATORS.isdisjoint(said) and not _names(line, last, len(line))
    return line.tokens[:last] if is_last and is_plain else None


def _unnamed(line: Line) -> list[Token] | None:
    """What is told without `he would not say which ones`, between commas or dashes, or last."""
    for at in range(1, len(line) - 2):
        if line.texts[at] not in _MARKS:
            continue
        end = next((one for one in range(at + 1, len(line)) if line.texts[one] == line.texts[at]), len(line))
        if _UNNAMED.whole(_words(line, at + 1, end)) and not _names(line, at + 1, end):
            return [*line.tokens[:at], *line.tokens[end + 1 :]]
    return None


def _wherever(line: Line) -> list[Token] | None:
    """What is so `in the streets as much as in the papers`: in each of the two; of a denial it may be a part."""
    at = next((at for at in range(len(line) - _LEAST, _LEAST, -1) if line.texts[at] == ","), 0)
    texts = line.texts[at + 1 :]
    if not at or texts[0] not in _IN or not english.NEGATORS.isdisjoint(line.texts):
        return None
    joint = next((n for n in range(2, len(texts) - 3) if tuple(texts[n : n + 3]) in _AS_MUCH), 0)
    is_both = joint > 0 and texts[joint + 3] == texts[0]
    says = any(line.mentions[n] or line.spoken[n] or line.figures[n] is not None for n in range(at, len(line)))
    is_plain = _is_silent(line, at, len(line), frozenset(Effect) - {Effect.NONE, Effect.NARROWS})
    return line.tokens[:at] if is_both and not says and is_plain and _TAKING.isdisjoint(texts) else None


def _such_as(line: Line) -> list[Token] | None:
    """What somebody is, `a realm that has always feared for its survival`: it is one, whatever else is said of it."""
    is_at = next(
        (at for at in range(1, len(line) - _LEAST) if line.texts[at] in _IS and line.texts[at + 1] in ("a", "an")), 0
    )
    at = next((at for at in range(is_at + _LEAST, len(line) - 2) if line.texts[at] in _THAT), 0) if is_at else 0
    if (
        not at
        or not line.tokens[at - 1].is_word
        or line.free(at - 1)
        or line.texts[at - 1] in PREPOSITIONS | english.BE
    ):
        return None
    is_denied = not (english.NEGATORS | english.FAINT_NEGATORS).isdisjoint(line.texts)
    is_free = english.MODALS.isdisjoint(line.texts[at:]) and not {"so", "such"} & {*line.texts[:at]}
    is_sure = _DOUBTFUL.isdisjoint(line.texts) and frozenset(english.CEASING).isdisjoint(line.texts[at:])
    is_silent = _is_silent(line, at, len(line), frozenset(Effect) - _HARMLESS)
    is_plain = is_free and is_sure and is_silent and not is_denied and not _names(line, at, len(line))
    return line.tokens[:at] if is_plain and _takes_nothing(line, at) else None


def _apposed(line: Line) -> list[Token] | None:
    """What is told of somebody beside whom it says, between commas, what he is: `Uzbekistan, a country of many people, is ...`."""
    start = next((m.end for several in line.mentions[:2] for m in several if m.kind != PRONOUN), 0)
    is_called = line.texts[start + 1 : start + 2] in _AN or line.texts[start + 1 : start + 3] in _ONE_OF
    if not start or line.texts[start : start + 1] != [","] or not is_called:
        return None
    end = next((at for at in range(start + 2, len(line) - 2) if line.texts[at] == ","), 0)
    said = {*line.texts[start + 1 : end]}
    is_plain = (_DOUBTFUL | _TAKING | _VERBS | _SPANS).isdisjoint(said) and english.NEGATORS.isdisjoint(said)
    is_silent = _is_silent(line, start, end, frozenset(Effect) - _HARMLESS) and not _names(line, start, end)
    goes_on = end > 0 and not line.mentions[end + 1] and line.texts[end + 1] not in ("a", "an", "the", "and", "or")
    return [*line.tokens[:start], *line.tokens[end + 1 :]] if goes_on and is_plain and is_silent else None


_AN = (["a"], ["an"], ["the"])
_ONE_OF = (["one", "of"], ["home", "to"], ["famous", "for"], ["long", "a"], ["long", "the"])
_SPANS = frozenset(
    english.lines("year | month | week | day | decade | century | generation | years | months | weeks | days | decades")
)
"""What says when it is so: `a decade from now`."""
_VERBS = english.BE | english.HAVE | english.DO | english.SPEAKERS | frozenset(
    english.lines(
        """
        goes | runs | story | theory | word | talk | idea | swears | swear | agree | agrees | assures | assure | hears | hear | heard | knows | know
        tells | tell | admits | admit | guarantees | predicts | predict | warns | warn | boasts | boast | whispers | feel | feels | sees | figures
        bets | reckons | reckon | holds | hold | expects | expect | assumes | assume | suspects | suspect | feeling | impression
        """
    )
)  # fmt: skip
"""What may make of what stands beside a name whose word something is."""
_IS = frozenset({"is", "are", "remains", "remain"})
_THAT = frozenset({"that", "which", "who", "whose"})
_HARMLESS = frozenset({Effect.NONE, Effect.NARROWS})
