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
from dragoman.language.words import english, hedges
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.tokens import Token

_NAME, _FIGURE = "@", "#"
_SPAN = "(?:year|month|week|day|decade|quarter|season|winter|spring|summer|autumn|term|semester|century)"
_IN_TIME = f"(?:in|since|from|of|for|during|at the (?:start|end|beginning) of) (?:early |late |mid )?(?:{'|'.join(english.MONTHS)}|the)? ?#(?:s)? "
_TIME = (
    rf"(?:(?:before|previously|earlier|formerly|once|then|yesterday|last {_SPAN}|last time|the {_SPAN} before|the previous {_SPAN}|in the {_SPAN} before"
    rf"|(?:(?:a|an|one|a few|some|several|#) {_SPAN}s?|#) (?:ago|earlier|before)|at (?:its|the) peak|at (?:first|the start|the beginning|the outset)"
    rf"|(?:the same|this) time last {_SPAN}|(?:in|for|of|during) (?:the )?(?:last|previous) {_SPAN}|before the \w+|it (?:once )?was (?:before|then)|it used to be) |{_IN_TIME})"
)
_DUE = (
    r"(?:(?:it |they |he |she )?(?:was |were |had been |has been |is |are |should have been |should be )?(?:originally |first |once |initially |at first )?"
    r"(?:planned|expected|promised|agreed|needed|required|allowed|forecast|predicted|announced|budgeted|hoped for|asked for|intended|foreseen"
    r"|permitted|requested|wanted|feared|usual|normal|average) )"
)
_THING = rf"(?:(?:the|its|their|his|her) (?:\w+ )?(?:average|limit|target|plan|record|norm|goal|forecast|figure|number|share|total|level|amount|rate|value|sum|quota|others|rest) (?:(?:of|for) {_TIME}|of (?:#|{_NAME}) )?)"
_OTHER = (
    rf"(?:(?:anybody|anyone|everybody|everyone|anywhere|everywhere) else |any other (?:\w+ (?:in the \w+ )?)?|any(?: \w+)? (?:before (?:it |them |that )?|since )"
    rf"|(?:all )?(?:(?:of )?the |its |their )?others? (?:put together |combined |taken together )?|ever (?:before )?|{_THING}"
    rf"|(?:in |at |for |with |from )?{_NAME} (?:'s )?(?:(?:and|or) {_NAME} (?:'s )?)?(?:(?:has|had|have|does|did|do|is|was|pays|gets|owes|spends|earns) )?(?:{_TIME})?"
    rf"|(?:it|they|he|she) (?:has|had|have|does|did|do|is|was|were|takes|took|earns|spends|owes|pays|gets|got) (?:(?:in|at|for|with|from|to) )?(?:{_NAME} )?(?:{_TIME}|in a {_SPAN} )?"
    rf"|what (?:(?:{_NAME}|it|they) (?:has|had|have|is|was|got|gets|pays|earns|had asked for|asked for|hoped for) ))"
)
_REF = rf"(?:{_TIME}|# |{_DUE}|what (?:had been |has been |was |were )?{_DUE}|{_OTHER})"
_NEARLY = "(?:(?:well|far|just|almost|nearly|about|roughly|some|only|a|more than|less than|over|under|or|and|still|already|now|that is|that 's|which is|which was|or about) ){0,3}"
_JUST = "(?:(?:exactly|precisely|just|about|roughly|almost|nearly|more or less|much|practically|again|still|or|which is|that is) ){0,2}"
_MORE = "(?:more|less|fewer|higher|lower|longer|shorter|better|worse|up|down|above|below|over|under|ahead|short|behind|off|cheaper|dearer|bigger|smaller|earlier|later)"
_TIMES = "(?:twice|double|treble|triple|thrice|half|(?:two|three|four|five|six|seven|eight|nine|ten|many|several|#) times|# |half as \\w+ again)"
_FORMS = (
    rf"{_NEARLY}# {_MORE} (?:than|on|from|of) (?:in |at |for |with )?{_REF}",
    rf"{_NEARLY}{_TIMES} ?(?:as (?:much|many|long|high|large|big|low|short|far|often|great|heavy|old|fast) )?(?:again )?(?:(?:as|of|what|than) |(?=the |its |their ))(?:of |in |at |for )?(?:what |that of )?{_REF}",
    rf"{_NEARLY}(?:more|less|fewer|higher|lower|longer|shorter|better|worse) than (?:in |at |for |with )?{_REF}",
    rf"{_JUST}(?:as (?:much|many|long|high|large|big|low|short|far|often|great) as|the same as|the same (?:figure|number|amount|level) as|what (?:it|they|there) (?:was|were)|where (?:it|they) (?:was|were)) (?:in )?(?:{_TIME}|{_OTHER})(?:and (?:in )?{_TIME})?",
    rf"{_JUST}no (?:more|less|fewer|higher|lower|longer|shorter|better|worse) than (?:in |at )?(?:{_TIME}|{_OTHER})",
    rf"{_NEARLY}(?:below|above|over|under|short of|ahead of) the # (?:(?:of|seen|recorded|reached) )?(?:in )?{_TIME}",
    rf"{_NEARLY}(?:up|down) (?:from|by|on)? ?(?:(?:only|just|some|about|nearly) )?# (?:(?:on|from|over|since) )?(?:{_TIME})?",
    rf"{_NEARLY}(?:up|down) (?:sharply |slightly |a little |a bit )?(?:on|from) {_TIME}",
    rf"{_NEARLY}(?:compared (?:with|to)|as compared (?:with|to)|against|as against|versus|vs|as opposed to|after|from|instead of|rather than) (?:a |the )?(?:target of |plan of |total of |limit of |only |just |some |about |nearly |almost |over |under )?# (?:in {_NAME} |for {_NAME} |at {_NAME} )?(?:{_TIME})?",
    rf"{_NEARLY}(?:(?:new )?(?:record|high|low|record high|record low) (?:{_TIME})?|(?:rise|fall|drop|increase|decrease|gain|loss|jump|decline|plus|minus|cut) of # (?:(?:on|from|over|since|against|compared with|compared to|within) )?(?:{_TIME})?)",
    rf"(?:but |whereas |while |when |where )?(?:it|there|they) (?:was|were|had|had been|used to be|stood at) (?:only |just |still |some |about |nearly )?# {_TIME}",
    r"(?:by far )?(?:the|its|their) (?:\w+ )?(?:most|highest|lowest|biggest|smallest|largest|fewest|longest|shortest|best|worst) (?:\w+ )?(?:ever |since (?:the )?[a-z#]+ |in (?:years|decades|ages|#(?: years)?) |of (?:all|any) (?:(?:the )?\w+ )?)",
    rf"(?:just |exactly |much )?(?:like|as) (?:(?:in )?{_TIME}|in # |ever |always )",
    rf"(?:that is|that 's|which is|i\.?e\.?|ie|that makes|which makes) {_NEARLY}# (?:of (?:its|their|his|her|the) (?:\w+ ){{1,3}}|(?:per|a|an|each) \w+ )",
)
_COMPARES = Pattern("|".join(f"(?:{one})" for one in _FORMS))
_BRACKETED = Pattern(rf"(?:{_NEARLY}# {_TIME}|(?:in )?# : # |{_TIME}(?:it was |still |only )?: ?# )")
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
        "| whom | them | these | those | that | ago | last | of | where | what | same"
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


def _without(line: Line, is_beside: Callable[[Line, int, int, int], bool]) -> Iterator[list[Token]]:
    first = next((at for at, figure in enumerate(line.figures) if figure is not None), len(line))
    if _CUES.isdisjoint(line.texts[first:]):
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
    words = _shape(line, start, end)
    if line.texts[at] in ("up", "down") and _FIGURE not in words:
        return False  # `is 20 percent up on last year` is by how much
    return _COMPARES.fullmatch(words) is not None or (line.texts[at] == "(" and _BRACKETED.fullmatch(words) is not None)


def _is_part(line: Line, at: int, start: int, end: int) -> bool:
    is_sure = _UNSURE.isdisjoint(line.texts[start:end])
    return line.texts[at] in _OPENS and is_sure and _PART.fullmatch(_shape(line, start, end)) is not None


def _shape(line: Line, start: int, end: int) -> str:
    """The words there, a figure with its unit as `#` and a name as `@`."""
    counted = _counted(line, start)
    found, at = list[str](), start
    while at < end:
        figure = line.figures[at]
        named = max((m.end for m in line.mentions[at] if m.kind != PRONOUN), default=0)
        if figure is not None and figure.end <= end:
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
