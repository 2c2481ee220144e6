"""In what course something was done, or after what it is so, at the end of a sentence: that it was done, or is so, is said all the same.

    the bell was damaged in transit             ->  the bell was damaged
    soldiers looted the mask during the war     ->  soldiers looted the mask
    A recalls its eggs after a health scare     ->  A recalls its eggs
    900 people are cut off following the storm  ->  900 people are cut off
    there is a cap on rents, set by the council ->  there is a cap on rents
    A uses B for sorting its parcels            ->  A uses B

Where it was done is left out only of what is done once for all, such as a theft or a purchase: what is shut in the winter need not be
shut. What follows names nobody, counts nothing and denies nothing, nor is anything denied before it: what was not damaged in
transit may have been damaged later. `After dark` and `after hours` say when it is so, and `in theory` how far.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.framed import TURNS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_denied
from dragoman.language.words import english, hedges
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, is_simple_past, stem
from dragoman.language.words.tokens import Token

_SINCE = tuple(
    tuple(words.split())
    for words in english.lines(
        "after | following | amid | amidst | in the wake of | in the aftermath of | in response to | in reaction to | in protest at"
        "| in protest against"
    )
)
_COURSE = frozenset({"during", "in", "on", "at"})
_ONCE = frozenset(
    map(
        stem,
        english.lines(
            "damage | loot | plunder | steal | rob | buy | purchase | acquire | donate | bequeath | destroy | wreck | sink | kill | die"
            "| excavate | discover | invent | murder | injure | perish | seize | suffer | sustain"
        ),
    )
)
"""What is done, or happens, once for all."""
_MADE = frozenset(
    english.lines(
        "imposed | set | introduced | ordered | decreed | issued | granted | built | called | organised | organized | run | paid | funded"
    )
)
"""What somebody did so that it is there."""
_WHEN = frozenset(
    english.lines(
        """
        dark | hours | midnight | noon | midday | lunch | dinner | school | work | sunset | sunrise | dusk | dawn | that | this | which | all
        then | us | him | her | it | them | each | every | use | closing | opening | curfew | weekend | weekends | holiday | holidays | match | matches | game | games | show | shift | break | christmas | easter | winter | summer | autumn | spring | season
        """
    )
)
"""What something may be so after again and again, or always."""
_HOW_FAR = frozenset(
    english.lines(
        """
        theory | principle | part | parts | name | paper | places | cases | vain | case | doubt | danger | question | future | past | total
        average | film | novel | dream | dreams | story | legend | myth | book | game | drill | exercise | rehearsal | simulation | test | plan
        plans | talks | view | views | opinion | mind | eyes | spirit | essence | practice | effect | fact | full | general | condition
        return | exchange | advance | error | jest | joke | fun | instalments | stages | time | times | least | most | first | last | all | once
        some | many | few | other | others | half | only | play | risk | will | trust | order | orders | hand | hands | loan | lease | line
        """
    )
)
"""What would say how far, or for whom, it is so."""
_SILENT = frozenset({Effect.NONE, Effect.NARROWS, Effect.PLACE})
_UNSURE = (
    TURNS | hedges.SAYING | hedges.DENYING | hedges.TALES | hedges.FINDING | english.IFS | english.MODALS | english.ASKING
    | english.SPEAKERS | (english.PRONOUNS - {"its", "their"}) | english.BOUNDARIES | english.BE | english.HAVE | english.DO | english.FAINT_NEGATORS
)  # fmt: skip
_LEAST, _MOST = 3, 6


def without_circumstance(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without such a circumstance; none if it has none."""
    if len(line) <= _LEAST + 1 or is_denied(line):
        return
    for at in range(max(_LEAST - 1, len(line) - _MOST - 1), len(line) - 1):
        size = next((len(words) for words in _SINCE if tuple(line.texts[at : at + len(words)]) == words), 0)
        is_since = size > 0 and at + size < len(line) and _WHEN.isdisjoint(line.texts[at + size :])
        size *= is_since
        size = size or 2 * _is_made(line, at)
        size = size or _for_doing(line, at)
        if (is_since or size or _is_course(line, at)) and _says_no_more(line, at, at + (size or 1)):
            yield line.tokens[: at - (line.texts[at - 1] == ",")]
            return


def _for_doing(line: Line, at: int) -> int:
    """How many tokens say behind somebody what he is used or paid for: `uses A for sorting its parcels`, `for the delivery of them`."""
    if line.texts[at] != "for" or not any(m.end == at for several in line.mentions[:at] for m in several):
        return 0
    noun = at + 1 + (line.texts[at + 1 : at + 2] == ["the"])
    text = line.texts[noun] if noun < len(line) else ""
    is_doing = text.endswith(_DEEDS) and not text.endswith(("thing", "morning", "evening", "king"))
    is_all = noun + 1 == len(line) or line.texts[noun + 1] in _OWN | {"of"} or noun + 2 == len(line)
    return noun - at if is_doing and is_all and (noun > at + 1 or text.endswith("ing")) else 0


_DEEDS, _OWN = ("ing", "tion", "ment", "ery"), frozenset({"its", "their"})


def _is_made(line: Line, at: int) -> bool:
    """Whether it is said last by whom what is there was made, or called: `, imposed by the council`."""
    is_apart = line.texts[at - 1] == "," and line.texts[at] in _MADE and line.texts[at + 1 : at + 2] == ["by"]
    return is_apart and line.texts[at + 2 : at + 3] != [] and line.texts[at + 2] in english.ARTICLES


def _is_course(line: Line, at: int) -> bool:
    """Whether something done once for all stands before, and where or in what course it was done follows."""
    if (
        line.texts[at] not in _COURSE
        or not _HOW_FAR.isdisjoint(line.texts[at:])
        or (line.mentions[at - 1] and at < _LEAST)
    ):
        return False
    return any(
        line.tokens[one].stem in _ONCE and (is_past_participle(line.texts[one]) or is_simple_past(line.texts[one]))
        for one in range(1, at)
    )


def _says_no_more(line: Line, at: int, start: int) -> bool:
    """Whether nothing that follows names, counts, hedges or limits, and all of it may be one thing."""
    rest = line.texts[start:]
    is_plain = all(m.effect in _SILENT for one in range(at, len(line)) for m in line.marks[one])
    is_named = any(m.kind != PRONOUN for one in range(at, len(line)) for m in line.mentions[one])
    is_free = _UNSURE.isdisjoint(rest) and not {",", ";", ":", "-", "(", '"'} & {*rest}
    is_doing = rest[0].endswith("ing") and line.texts[at] != "for"
    is_thing = rest[-1] not in PREPOSITIONS | english.ARTICLES and not is_doing
    return (
        is_plain
        and is_free
        and is_thing
        and not is_named
        and all(line.figures[one] is None for one in range(at, len(line)))
    )
