"""How much more or less, or how much oftener, something is so than at another time or elsewhere: it is so without that.

    A inspects B twice as often as it used to                ->  A inspects B
    A backs B more than any other union, even more than last year  ->  A backs B
    A still buys it from B, though less than it did ten years ago  ->  A still buys it from B
    A gives more money to B than to any other school         ->  A gives money to B
    its fees are higher than two years ago                   ->  its fees are higher

Only a sentence that denies nothing and of which something was left over is looked at so. `A has 40 beds more than before`
says nothing of how many beds it has: behind a figure only `as often` and `more often` are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.beside.compared import SPAN, TIME, TIMES, shape_of
from dragoman.language.beside.since_then import is_long_ago
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.tokens import Token

_THEN = rf"(?:(?:in |at )?{TIME}|(?:it|they|he|she|that|there) (?:used to (?:do |be |have )?|(?:ever )?(?:did|does|do|was|were|has|have|had) (?:done |been )?(?:(?:so )?(?:in |at )?{TIME}|ever )?)|ever (?:before )?|a {SPAN} ago )"
_OTHER = r"(?:(?:to |from |with |for |in |at |on |by )?(?:any other (?:\S+ )?(?:in the \S+ )?|(?:anybody|anyone|everybody|everyone|anywhere|anything) else |(?:all )?(?:the )?others |most(?: others)? |all other \S+ |any of the others ))"
_REF = rf"(?:{_THEN}|{_OTHER})"
_LEAD = r"(?:, )?(?:(?:and|but|though|although|albeit|if|now|still|even|far|much|perhaps|a little|a bit|slightly|somewhat|rather|only|just|probably) ){0,3}(?:(?:it|they|he|she) (?:is|are|does|do|has|have) (?:so |it )?(?:used |needed |done |seen |heard |been |so )?)?"
_THOUGH = r"(?:, )?(?:and |now |still )?(?:but|though|although|albeit|even if|if) (?:now |still |far |much |perhaps |a little |a bit |slightly |somewhat |rather )?(?:(?:it|they|he|she) (?:is|are|does|do|has|have) (?:so |it )?(?:used |needed |done |seen |heard |been |so )?)?"
"""Before a `less`: who trusts somebody less than before, with no such word, may trust him no more."""
_HOW = "(?:often|frequently|heavily|strongly|keenly|actively|openly|loudly|intensely|eagerly|firmly|closely|strictly|widely|rarely|seldom)"
_OFTEN = Pattern(rf"{_LEAD}(?:{TIMES} (?:as )?{_HOW} (?:as )?|(?:more|less) {_HOW} than ){_REF}")
_MORE = Pattern(
    rf"(?:{_LEAD}(?:{TIMES} as (?:much|strongly|fast) as |more (?:so )?than ){_REF}|{_THOUGH}less (?:so )?than {_THEN})"
)
_LIKE = Pattern(rf", (?:just|exactly|much) as (?:much as )?{_THEN}")
_THAN = Pattern(rf"than {_THEN}")
_THAN_OTHERS = Pattern(rf"than {_REF}")
_CUES = frozenset({"often", "frequently", "more", "less", "than", "just", "exactly", "much"})
_DOUBTING = english.IFS | {"perhaps", "probably", "hardly", "barely", "scarcely"}
_LEAST, _MOST = 2, 16
_COMPARATIVE = frozenset(
    english.lines(
        "higher | lower | dearer | cheaper | bigger | smaller | larger | longer | shorter | better | worse | stronger | weaker | fewer | more"
        "| less | faster | slower | rarer | older | richer | poorer | steeper | tighter"
    )
)


def without_how_much_more(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without how much more it is so than at another time or elsewhere, in each way."""
    if _CUES.isdisjoint(line.texts) or line.is_denied or not _DOUBTING.isdisjoint(line.texts):
        return
    for at in range(_LEAST, len(line) - 1):
        if len(line) - at > _MOST:
            continue
        rest = shape_of(line, at, len(line))
        is_counted = any(figure is not None and at - 4 <= n < at for n, figure in enumerate(line.figures[:at]))
        if (
            _OFTEN.fullmatch(rest) is not None
            or _LIKE.fullmatch(rest) is not None
            or (_MORE.fullmatch(rest) is not None and not is_counted)
        ):
            yield line.tokens[:at]
        elif line.texts[at] == "than" and not any(line.figures):
            if (
                _THAN.fullmatch(rest) is not None
                and not is_long_ago(line.texts[at:])
                and not _COMPARATIVE.isdisjoint(line.texts[:at])
            ):
                yield line.tokens[:at]
            if _THAN_OTHERS.fullmatch(rest) is not None:
                more = next((n for n in range(at - 2, 0, -1) if line.texts[n] == "more"), 0)
                if more:
                    yield [*line.tokens[:more], *line.tokens[more + 1 : at]]
