"""What a figure is compared with, or split into, behind it: the figure is what it is without.

    A has 210 beds, 20 more than before               ->  A has 210 beds
    a third of them trust A, up from a quarter        ->  a third of them trust A
    A owes B 5 billion, twice as much as it owes C    ->  A owes B 5 billion
    A sells 85,000 copies, 20,000 of them abroad      ->  A sells 85,000 copies
    A has 40 beds (30 last year)                      ->  A has 40 beds

Only words that are known to compare are left out, all of them up to a mark or the end, and never behind a denial: what else
stands there may hedge, date or take back what is told. As for all of :mod:`dragoman.language.beside`, only a sentence of which
something was left over is looked at so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.framed import TURNS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english, hedges
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.tokens import Token

_NAME, _FIGURE = "@", "#"
SPAN = "(?:year|month|week|day|decade|quarter|season|winter|spring|summer|autumn|term|semester|century)"
_IN_TIME = f"(?:in|since|from|of|for|during|at the (?:start|end|beginning) of) (?:early |late |mid )?(?:{'|'.join(english.MONTHS)}|the)? ?#(?:s)? "
TIME = (
    rf"(?:(?:before|previously|earlier|formerly|once|then|yesterday|last {SPAN}|last time|the {SPAN} before|the previous {SPAN}|in the {SPAN} before"
    rf"|(?:(?:a|an|one|a few|some|several|#) {SPAN}s?|#) (?:ago|earlier|before)|at (?:its|the) peak|at (?:first|the start|the beginning|the outset)"
    rf"|(?:the same|this) time last {SPAN}|(?:in|for|of|during) (?:the )?(?:last|previous) {SPAN}|before the \w+|it (?:once )?was (?:before|then)|it used to be) |{_IN_TIME})"
)
_DUE = (
    r"(?:(?:it |they |he |she )?(?:was |were |had been |has been |is |are |should have been |should be )?(?:originally |first |once |initially |at first )?"
    r"(?:planned|expected|promised|agreed|needed|required|allowed|forecast|predicted|announced|budgeted|hoped for|asked for|intended|foreseen"
    r"|permitted|requested|wanted|feared|usual|normal|average) )"
)
_THING = rf"(?:(?:the|its|their|his|her) (?:\w+ )?(?:average|limit|target|plan|record|norm|goal|forecast|figure|number|share|total|level|amount|rate|value|sum|quota|others|rest) (?:(?:of|for) {TIME}|of (?:#|{_NAME}) )?)"
_OTHER = (
    rf"(?:(?:anybody|anyone|everybody|everyone|anywhere|everywhere) else |any other (?:\w+ (?:in the \w+ )?)?|any(?: \w+)? (?:before (?:it |them |that )?|since )"
    rf"|(?:all )?(?:(?:of )?the |its |their )?others? (?:put together |combined |taken together )?|all (?:the |its |their )?other \w+ (?:put together |combined |taken together )?|ever (?:before )?|{_THING}"
    rf"|(?:in |at |for |with |from )?{_NAME} (?:'s )?(?:(?:and|or) {_NAME} (?:'s )?)?(?:(?:has|had|have|does|did|do|is|was|pays|gets|owes|spends|earns) )?(?:{TIME})?"
    rf"|(?:it|they|he|she) (?:has|had|have|does|did|do|is|was|were|takes|took|earns|spends|owes|pays|gets|got) (?:(?:in|at|for|with|from|to) )?(?:{_NAME} )?(?:{TIME}|in a {SPAN} )?"
    rf"|what (?:(?:{_NAME}|it|they) (?:has|had|have|is|was|got|gets|pays|earns|had asked for|asked for|hoped for) ))"
)
_REF = rf"(?:{TIME}|# |{_DUE}|what (?:had been |has been |was |were )?{_DUE}|{_OTHER})"
_NEARLY = "(?:(?:well|far|just|almost|nearly|about|roughly|some|only|a|more than|less than|over|under|or|and|still|already|now|that is|that 's|which is|which was|or about) ){0,3}"
_JUST = "(?:(?:exactly|precisely|just|about|roughly|almost|nearly|more or less|much|practically|again|still|or|which is|that is) ){0,2}"
_MORE = "(?:more|less|fewer|higher|lower|longer|shorter|better|worse|up|down|above|below|over|under|ahead|short|behind|off|cheaper|dearer|bigger|smaller|earlier|later)"
TIMES = r"(?:twice|double|treble|triple|thrice|half|(?:a|one) (?:third|quarter|fifth|tenth)|two thirds|three quarters|(?:two|three|four|five|six|seven|eight|nine|ten|many|several|#) times|# |half as \w+ again)"
_AHEAD = rf"(?:by|in|from|before|until) (?:the (?:end|start|middle) of )?(?:# |next (?:{SPAN} )|then |{_IN_TIME})"
_FORECAST = (
    r"(?:it|they|that|this) (?:may|might|could|will|would|should|is (?:expected|forecast|due|set|likely) to|are (?:expected|forecast|due|set|likely) to)"
    r"(?: well| soon| even)? (?:be|reach|rise to|fall to|grow to|cost|have|climb to|drop to|go up to|come to) (?:as much as |about |up to |over |only )?# "
)
_FORMS = (
    rf"{_NEARLY}# {_MORE} (?:than|on|from|of) (?:in |at |for |with )?{_REF}",
    rf"{_NEARLY}{TIMES} ?(?:as (?:much|many|long|high|large|big|low|short|far|often|great|heavy|old|fast) )?(?:again )?(?:(?:as|of|what|than) |(?=the |its |their ))(?:of |in |at |for )?(?:what |that of )?{_REF}",
    rf"{_NEARLY}(?:more|less|fewer|higher|lower|longer|shorter|better|worse) than (?:in |at |for |with )?{_REF}",
    rf"{_JUST}(?:as (?:much|many|long|high|large|big|low|short|far|often|great) as|the same as|the same (?:figure|number|amount|level) as|what (?:it|they|there) (?:was|were)|where (?:it|they) (?:was|were)) (?:in )?(?:{TIME}|{_OTHER})(?:and (?:in )?{TIME})?",
    rf"{_JUST}no (?:more|less|fewer|higher|lower|longer|shorter|better|worse) than (?:in |at )?(?:{TIME}|{_OTHER})",
    rf"{_NEARLY}(?:below|above|over|under|short of|ahead of) the # (?:(?:of|seen|recorded|reached) )?(?:in )?{TIME}",
    rf"{_NEARLY}(?:up|down) (?:from|by|on)? ?(?:(?:only|just|some|about|nearly) )?# (?:(?:on|from|over|since) )?(?:{TIME})?",
    rf"{_NEARLY}(?:up|down) (?:sharply |slightly |a little |a bit )?(?:on|from) {TIME}",
    rf"{_NEARLY}(?:compared (?:with|to)|as compared (?:with|to)|against|as against|versus|vs|as opposed to|after|from|instead of|rather than) (?:a |the )?(?:target of |plan of |total of |limit of |only |just |some |about |nearly |almost |over |under )?# (?:in {_NAME} |for {_NAME} |at {_NAME} )?(?:{TIME})?",
    rf"{_NEARLY}(?:(?:new )?(?:record|high|low|record high|record low) (?:{TIME})?|(?:rise|fall|drop|increase|decrease|gain|loss|jump|decline|plus|minus|cut) of # (?:(?:on|from|over|since|against|compared with|compared to|within) )?(?:{TIME})?)",
    rf"(?:but |whereas |while |when |where )?(?:it|there|they) (?:was|were|had|had been|used to be|stood at) (?:only |just |still |some |about |nearly )?# {TIME}",
    r"(?:by far )?(?:the|its|their) (?:\w+ )?(?:most|highest|lowest|biggest|smallest|largest|fewest|longest|shortest|best|worst) (?:\w+ )?(?:ever |since (?:the )?[a-z#]+ |in (?:years|decades|ages|#(?: years)?) |of (?:all|any) (?:(?:the )?\w+ )?)",
    rf"(?:just |exactly |much )?(?:like|as) (?:(?:in )?{TIME}|in # |ever |always )",
    rf"(?:and |but ){_AHEAD}(?:, )?{_FORECAST}|(?:and |but )?{_FORECAST}{_AHEAD}",
    rf"(?:that is|that 's|which is|i\.?e\.?|ie|that makes|which makes) {_NEARLY}# (?:of (?:its|their|his|her|the) (?:\w+ ){{1,3}}|(?:per|a|an|each) \w+ )",
)
_COMPARES = Pattern("|".join(f"(?:{one})" for one in _FORMS))
_BRACKETED = Pattern(rf"(?:{_NEARLY}# {TIME}|(?:in )?# : # |{TIME}(?:it was |still |only )?: ?# )")
"""What compares in brackets, and in no other place."""
_PART = Pattern(rf"{_NEARLY}(?:# |all |most |some |many |several |half )of (?:them|these|those|whom|which|it) .+")
_OPENS_BARE = frozenset(
    {"up", "down", "compared", "against", "as", "versus", "vs", "after", "from", "instead", "rather"}
)
"""What may compare without a mark before it."""
_CUES = frozenset(
    english.lines(
        "more | less | fewer | higher | lower | longer | shorter | better | worse | up | down | above | below | over | short | ahead | behind"
        "| off | cheaper | dearer | bigger | smaller | earlier | later | twice | double | treble | triple | thrice | times | half | compared"
        "| against | versus | vs | opposed | after | from | instead | rather | record | rise | fall | drop | increase | decrease | gain | jump"
        "| decline | was | were | had | highest | lowest | most | biggest | smallest | largest | fewest | longest | shortest | like | as | which"
        "| whom | them | these | those | that | ago | last | of | where | what | same | may | might | could | will"
    )
)
_OPENS = {",": (",",), "(": (")",), "-": ("-",)}
_MOST_WORDS = 22
_MOST_COUNTED = 6
_POINTS = frozenset({"point", "points", "percentage"})
_NO_UNIT = PREPOSITIONS | english.BE | english.HAVE | english.BOUNDARIES
_TO_COME = frozenset(
    english.lines(
        "promised | planned | expected | announced | proposed | ordered | intended | scheduled | due | paper | yet | will | to | coming | next | soon"
        "| by | pledged | pending | envisaged | foreseen | hoped | wanted | now | today | currently"
    )
)
_UNSURE = (
    TURNS | hedges.SAYING | hedges.DENYING | hedges.TALES | english.IFS | english.NEGATORS | english.MODALS | _TO_COME
)


class _Beside(NamedTuple):
    """What may be left out, with the mark before it, and what goes on behind it."""

    start: int
    end: int
    rest: int


def without_comparison(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without each thing that the figure before it is compared with."""
    yield from _without(line, _is_comparison)


def without_parts(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without how many of those counted are this or that."""
    if "of" in line.texts:
        yield from _without(line, _is_part)


_MORE_THAN = Pattern(
    rf"(?:more|fewer|less) ((?:[a-z]+ ){{1,3}}?)(?:than {_OTHER}|than any other \S+ (?:in (?:the )?(?:\S+ )+?)?)(?:[:,-] )(?:namely )?(?:in all )?# "
)
_MOST_OF_ALL = Pattern(
    r"(?:the most|the fewest|most|the largest number of|the biggest number of) ((?:[a-z]+ ){1,3}?)(?:of (?:all|any|them all) (?:\S+ )?(?:in (?:the )?(?:\S+ )+?)?)?(?:[:,-] )(?:namely )?# "
)


_BIGGER = Pattern(
    rf"(?:{_NEARLY}(?:{TIMES} as \w+ as|(?:(?:much|far|even) )?(?:more )?\w+ than) )@ (?:with (?:its|their) # )?"
)


def _with_their_own(line: Line) -> Iterator[list[Token]]:
    """`A with its 300 beds is twice as big as B with its 150` as `A has 300 beds, and B has 150 beds`."""
    at = line.texts.index("with") if "with" in line.texts else 0
    is_own = (
        0 < at < len(line) - 4
        and line.texts[at + 1] in ("its", "their")
        and any(m.end == at for m in line.mentions[_named_from(line)])
    )
    first = line.figures[at + 2] if is_own else None
    verb = next((n for n in range(at + 3, len(line)) if line.texts[n] in ("is", "are")), 0)
    if first is None or not first.end < verb or _BIGGER.fullmatch(shape_of(line, verb + 1, len(line))) is None:
        return
    has, like = ("have" if line.texts[verb] == "are" else "has",), line.tokens[at]
    said = [*line.tokens[:at], *said_for(has, like), *line.tokens[at + 2 : verb]]
    other = next((n for n in range(verb, len(line)) if line.texts[n] == "with"), len(line))
    start = next((n for n in range(verb, other) if any(m.end == other for m in line.mentions[n])), other)
    if other < len(line) and start < other and line.figures[other + 2] is not None:
        figure = line.figures[other + 2]
        bare = figure is not None and figure.end == len(line)
        noun = line.tokens[first.end : verb] if bare else []
        said += [
            *said_for((",", "and"), like),
            *line.tokens[start:other],
            *said_for(("has",), like),
            *line.tokens[other + 2 :],
            *noun,
        ]
    yield said


def _named_from(line: Line) -> int:
    return int(line.texts[0] in english.ARTICLES and not line.mentions[0])


_QUANTIFYING = frozenset({"more", "fewer", "less", "the", "most"})


def with_figure_in_place(line: Line) -> Iterator[list[Token]]:
    """`has more students than any other: 31,500` as `has 31,500 students`; `at 44 million, it is a record` as `it is 44 million`."""
    figures = [(at, one) for at, one in enumerate(line.figures) if one is not None]
    if not figures or line.is_denied:
        return
    yield from _with_their_own(line)
    at, one = figures[0]
    if at == 1 and line.texts[0] == "at" and line.texts[one.end : one.end + 1] == [","]:
        for verb in range(one.end + 2, len(line) - 1):
            if (
                line.texts[verb] in ("is", "are")
                and _COMPARES.fullmatch(shape_of(line, verb + 1, len(line))) is not None
            ):
                yield [*line.tokens[one.end + 1 : verb + 1], *line.tokens[1 : one.end]]
    at, one = figures[-1]
    if (
        one.end != len(line)
        or one.unit
        or {"more", "most", "fewer", "fewest", "largest", "biggest"}.isdisjoint(line.texts)
    ):
        return
    for start in range(2, at):
        if line.texts[start] not in _QUANTIFYING:
            continue
        shape = shape_of(line, start, len(line))
        found = _MORE_THAN.fullmatch(shape) or _MOST_OF_ALL.fullmatch(shape)
        if found is not None:
            begins = start + found.string[: found.start(1)].count(" ")
            noun = line.tokens[begins : begins + found[1].count(" ")]
            yield [*line.tokens[:start], *line.tokens[at : one.end], *noun]
            return


def _without(line: Line, is_beside: Callable[[Line, int, int, int], bool]) -> Iterator[list[Token]]:
    first = next((at for at, figure in enumerate(line.figures) if figure is not None), len(line))
    if "(" not in line.texts and _CUES.isdisjoint(line.texts[first:]):
        return
    for one in _beside(line, first, is_beside):
        yield [*line.tokens[: one.start], *line.tokens[one.rest :]]
        if one.rest != one.end:
            yield [*line.tokens[: one.start], *line.tokens[one.end :]]


def _beside(line: Line, first: int, is_beside: Callable[[Line, int, int, int], bool]) -> Iterator[_Beside]:
    for at in range(first + 1, len(line) - 1):
        marks = _OPENS.get(line.texts[at])
        if marks is None and line.texts[at] not in _OPENS_BARE:
            continue
        if not english.NEGATORS.isdisjoint(line.texts[:at]):
            return
        begins = at + (marks is not None)
        ends = [
            n for n in range(begins + 1, min(len(line), begins + _MOST_WORDS)) if line.texts[n] in (",", ")", ";", "-")
        ]
        for end in (*ends, len(line)):
            if line.texts[at] == "(" and line.texts[end : end + 1] != [")"]:
                continue
            if end - begins <= _MOST_WORDS and is_beside(line, at, begins, end):
                is_closed = end < len(line) and line.texts[end] != ";"
                yield _Beside(at, end + (line.texts[at] == "("), end + is_closed)
                break


def _is_comparison(line: Line, at: int, start: int, end: int) -> bool:
    words = shape_of(line, start, end)
    if line.texts[at] in ("up", "down") and _FIGURE not in words:
        return False  # `is 20 percent up on last year` is by how much
    return _COMPARES.fullmatch(words) is not None or (line.texts[at] == "(" and _BRACKETED.fullmatch(words) is not None)


_UNDONE = frozenset(english.lines(
    "repaid | paid | forgiven | settled | cancelled | redeemed | refunded | returned | withdrawn | gone | lost | closed | sold | back | since | left | ago"
))  # fmt: skip
"""What those are no more of whom or which it is said: `owes 2 billion, most of which it has paid back`."""


def _is_part(line: Line, at: int, start: int, end: int) -> bool:
    is_sure = _UNSURE.isdisjoint(line.texts[start:end]) and _UNDONE.isdisjoint(line.texts[start:end])
    return line.texts[at] in _OPENS and is_sure and _PART.fullmatch(shape_of(line, start, end)) is not None


def shape_of(line: Line, start: int, end: int) -> str:
    """The words there, a figure with its unit as `#` and a name as `@`."""
    counted = _counted(line, start)
    found, at = list[str](), start
    while at < end:
        figure = line.figures[at]
        named = max((m.end for m in line.mentions[at] if m.kind != PRONOUN), default=0)
        is_by = found[-1:] == [_FIGURE] and line.texts[at] in ("more", "less", "fewer")  # `20 fewer than two years ago`
        if figure is not None and figure.end <= end and not is_by:
            found.append(_FIGURE)
            at = figure.end
            while at < end and (line.tokens[at].stem in counted or line.texts[at] in _POINTS):
                if line.texts[at] in english.ARTICLES and line.tokens[min(at + 1, end - 1)].stem not in counted:
                    break  # `40 cases a week, against 20 a year ago`
                at += 1
        elif at < named <= end:
            found.append(_NAME)
            at = named
        else:
            found.append(line.texts[at])
            at += 1
    return "".join(f"{one} " for one in found)


def _counted(line: Line, end: int) -> frozenset[str]:
    """The stems of what the figures before it count: `beds`, `cases a week`."""
    found = set[str]()
    for at, figure in enumerate(line.figures[:end]):
        here = figure.end if figure is not None else end
        while here < min(end, at + _MOST_COUNTED) and line.tokens[here].is_word and not line.mentions[here]:
            if line.texts[here] in _NO_UNIT:
                break
            found.add(line.tokens[here].stem)
            here += 1
    return frozenset(found)
