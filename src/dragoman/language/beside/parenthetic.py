"""A sentence without a clause that only adds something, between who does it and what he does, or before both.

    A, whose office counts it every spring, receives B        ->  A receives B
    A, built by B a century ago, belongs to C                 ->  A belongs to C
    A, however often it is cast in that part, provides no B   ->  A provides no B
    although others look elsewhere, A does it                 ->  A does it
    in what amounts to a departure from its habits, A does it ->  A does it

Who puts something into a relative clause with commas, or concedes it, says the main clause all the same. Such a clause stays,
and so nothing is told, where it may doubt, date, deny or condition what is told, say whose word it is, or tell a fact of its
own: where it names somebody or has a figure, or where a phrase of the rulebook is near to it. What one who is named first did
or was long ago dates nothing but itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.language.clauses.further import UNDOING
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.framed import TURNS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.search import Search
from dragoman.language.words import english, hedges
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token

_RELATIVE = Cues(
    """
    (whose|which|who|whom|where)
    (in|on|of|with|for|to|from|about|against|among|under|within) (which|whom|whose)
    (a|an) _ (whose|which|who|that|where)
    """
)
"""What a clause begins with that says more of what stands before it."""
_CONCEDING = Cues(
    """
    (although|though|while|whilst|albeit|notwithstanding|despite|even though|much as|in spite of)
    (however|no matter how) _
    """
)
"""What it begins with where it concedes something."""
_SETTING = Cues(
    """
    in what (amounts|amounted|comes|came|boils down) to (a|an|the|no less than|nothing less than)
    in what (is|was|marks|marked|represents|represented|constitutes|constituted|can only be called|must be called) (a|an|the|no less than|nothing less than)
    in (a|another|yet another) [_] [_] (departure|break|shift|turn|change|contrast|continuation) (from|with|of|in)
    """
)
"""What a sentence begins with that says what step it is."""
_JUDGING = Cues(
    """
    to judge (from|by)
    (judging|if one may judge|if one judges|if we may judge) (from|by)
    """
)
"""What it begins with where it says from what somebody concludes what he calls likely before it."""
_TURNED = (
    TURNS
    | UNDOING
    | hedges.SAYING
    | hedges.SHOWING
    | hedges.DENYING
    | hedges.TALES
    | english.IFS
    | english.NEGATORS
    | english.FAINT_NEGATORS
    | english.TURNING
    | (english.MODALS - {"would"})
    | frozenset(
        english.lines(
            """
            doubt | doubts | doubted | disputed | alleged | claim | claims | exaggerated | overstated | questionable | dubious | uncertain
            unclear | unproven | theory | paper | plan | plans | planned | proposed | draft | future | next | soon | will | until | till | when
            before | after | since | once | ended | ends | end | lapsed | expired | dissolved | former | formerly | longer | stopped | quit
            apparently | reportedly | supposedly | argue | argues | think | thinks | believe | believes | suggest | suggests | otherwise
            so-called | nominally | officially | would-be | according | because | lest | tomorrow | yesterday | last | ago | today | then
            suspended | cancelled | withdrawn | reversed | revoked | annulled | collapsed | defunct | abandoned | gone | left
            """
        )
    )
) - {"past", "up", "off", "out", "back", "expected", "known", "ago", "so", "would", "lies"}  # fmt: skip
"""Words that may make less than so, or so at another time, what the clause stands in."""
_SILENT = frozenset({Effect.NONE, Effect.NARROWS, Effect.PLACE, Effect.WITH_NEGATION})
_WITH_WOULD = _SILENT | {Effect.POSSIBLE}
_OF_HIM = _SILENT | {Effect.PAST, Effect.BYGONE}
_LONG_AGO = frozenset({"once", "ago", "before", "after", "former", "formerly", "originally", "last", "yesterday"})
"""What dates only what is said of one who is named, and not what he does besides."""
_SAYS, _SAYS_OF_HIM, _MOST_NAMED = 0.25, 0.2, 2
"""A clause that a phrase is nearer to may tell something of its own; the sooner if it names somebody."""
_LEAST, _MOST = 3, 16


def parenthetic(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without the first such clause that it has."""
    commas = [at for at, text in enumerate(line.texts) if text == ","]
    if (end := _conceded_end(line)) and _only_adds(line, 0, end, is_comment=_is_thing(line, end)):
        yield line.tokens[end:]
    if not commas:
        return
    first = commas[0]
    words = spaced(line.texts[:first])
    is_step = _SETTING.at_start(words) is not None
    is_said = is_step or _is_thing(line, first)
    is_first = is_step or _CONCEDING.at_start(words) is not None
    if is_first and first >= _LEAST and len(line) - first > _LEAST and _only_adds(line, 0, first, is_comment=is_said):
        yield line.tokens[first + 1 :]
        return
    for start, end in pairwise(commas):
        words = spaced(line.texts[start + 1 : end])
        of_him = start == first and _is_named_first(line, start)
        adds = _RELATIVE.at_start(words) is not None or _CONCEDING.at_start(words) is not None
        adds = adds or (of_him and is_past_participle(line.texts[start + 1]))
        is_hedged = any(m.end == start and m.effect is Effect.HEDGES for at in range(start) for m in line.marks[at])
        is_judged = is_hedged and _JUDGING.at_start(words) is not None
        is_inner = (adds or is_judged) and start > 0 and len(line) - end > _LEAST - of_him and _goes_on(line, end + 1)
        if is_inner and _only_adds(line, start + 1, end, is_comment=is_judged, of_him=of_him):
            yield [*line.tokens[:start], *line.tokens[end + 1 :]]
            return


def _is_named_first(line: Line, end: int) -> bool:
    """Whether all that stands before is one who is named: what is said of him then is not said of what he does."""
    places = range(min(end, 1 + (line.texts[0] == "the")))
    return any(m.end == end and m.kind not in (PRONOUN, ADJECTIVE) for at in places for m in line.mentions[at])


def _is_thing(line: Line, end: int) -> bool:
    """Whether what is conceded up to there is a thing, `despite the war`, and no clause that could tell something."""
    texts = line.texts[:end]
    start = 3 if texts[:3] == ["in", "spite", "of"] else int(texts[:1] in (["despite"], ["notwithstanding"]))
    has_clause = any(text in _CLAUSES or text.endswith("ing") for text in texts[start:])
    return start > 0 and not has_clause


_CLAUSES = english.BE | english.HAVE | english.DO | frozenset({"that", "what", "which", "who", "how", "it", "they"})


def _conceded_end(line: Line) -> int:
    """Where what is conceded first ends that no comma parts from who does it: `despite all protests A went on`; else 0."""
    if line.texts[0] not in ("despite", "notwithstanding") and line.texts[:3] != ["in", "spite", "of"]:
        return 0
    named = next(
        (
            at
            for at in range(len(line))
            if line.mentions[at] or line.tokens[at].is_capital * at or line.texts[at] == ","
        ),
        0,
    )
    at = named - (line.texts[named - 1] == "the")
    if not _LEAST <= at < len(line) - _LEAST or line.texts[named] == ",":
        return 0
    first = line.mentions[named][0] if line.mentions[named] else None
    end = first.end if first is not None else named + 1
    if end >= len(line):
        return 0
    is_noun = line.tokens[at - 1].is_word and line.texts[at - 1] not in PREPOSITIONS | english.ARTICLES
    is_doer = (first is None or first.kind not in (PRONOUN, ADJECTIVE)) and line.texts[
        end
    ] not in PREPOSITIONS | _PAUSES
    return at if is_noun and is_doer and not (line.mentions[end] or line.tokens[end].is_capital) else 0


_PAUSES = english.BOUNDARIES | frozenset({",", ";", ":", "'s", "-", "and", "or"})


def _goes_on(line: Line, at: int) -> bool:
    """Whether the clause before goes on there, rather than another one or a list."""
    return line.texts[at] not in {
        "and",
        "or",
        "but",
        "yet",
        "so",
        "then",
        "which",
        "who",
        "whose",
        "although",
        "though",
    }


def _only_adds(line: Line, start: int, end: int, *, is_comment: bool = False, of_him: bool = False) -> bool:
    """Whether nothing in a clause may bear upon what stands around it, nor tell a fact of its own."""
    texts = line.texts[start:end]
    turned = _TURNED - _LONG_AGO if of_him else _TURNED
    if len(texts) > _MOST or not turned.isdisjoint(texts) or any(line.figures[start:end]):
        return False
    names = {m.names for at in range(start, end) for m in line.mentions[at][:1] if m.kind != PRONOUN}
    if "lies" in texts and texts[texts.index("lies") + 1 :][:1] not in (
        [one] for one in PREPOSITIONS | {"far"} - {"about"}
    ):
        return False
    is_would = "would" in texts and texts[texts.index("would") + 1 :][:1] == ["have"]
    silent = _WITH_WOULD if is_would else _OF_HIM if of_him else _SILENT
    if ("would" in texts and not is_would) or not _is_silent(line, start, end, silent):
        return False
    is_over = of_him and not _LONG_AGO.isdisjoint(texts)  # and so no fact of its own
    if (is_comment and not names) or (is_over and len(names) < _MOST_NAMED):
        return True
    found = Search.of(line.grammar).meant(line, start, end)
    if not found or not found[0].shared:
        return len(names) < _MOST_NAMED
    is_near = found[0].score >= (_SAYS_OF_HIM if names else _SAYS) or (bool(names) and found[0].shared > 1)
    return not is_near and len(names) < _MOST_NAMED


def _is_silent(line: Line, start: int, end: int, effects: frozenset[Effect]) -> bool:
    return all(m.effect in effects for at in range(start, end) for m in line.marks[at] if m.end <= end)
