"""A line that puts right, or takes back, what its own first sentences say.

    A has a base in B. No, C has it.              C has it, and not A
    A owes B 1.8 billion. Scrap that.             nothing
    I wrote that A is in B. Correction: it isn't. A is not in B
    We had A as the partner of B. It's C.         C is its partner

The words from the turn on are read as a line of its own after the others, so that one line says what two would. What was
only written before, as somebody says of himself, is not said now.

>>> written("I wrote that Iran is a member of the club.")
'Iran is a member of the club'
>>> written("We had Iran as the largest partner of Oman.")
'Iran is the largest partner of Oman'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.language.forms import ReadFact

_TURN = re.compile(
    r"\W*(?:(?:oh|ah|hm+|um+|well|and|but|no(?= wait))\W+)*(?:(?:no|nope|nah)\s*[,:;.!-]\s*\w|(?:wait(?: no)?|sorry|sry|oops+|whoops|argh|damn|hold on|hang on|correction|erratum|my mistake|my bad|apologies)\s*[,:;.!-]+\s*\w"
    r"|(?:i|we) (?:mean|meant)\b|make (?:that|it)\b|(?:that|this) (?:was|is) (?:wrong|not (?:right|correct|true)|a (?:mistake|typo|slip|error))\s*[,:;.!-]+\s*\w)",
    re.IGNORECASE,
)
"""What begins a sentence that may put right what stands before it."""
_WHEN = r"(?:(?:earlier|before|yesterday|first|once|just now|above|here|last (?:time|week|year|month)|originally|wrongly|mistakenly) )?"
_WRITTEN = (
    re.compile(
        rf"\W*(?:earlier |before |yesterday |above |originally )?(?:i|we)(?:'d| had| have|'ve)? ?{_WHEN}(?:wrote|written|said|noted|claimed|typed|told you|mentioned|reported|entered|put down|stated|had it|put it) ?{_WHEN}(?:down )?"
        rf"{_WHEN}(?:that )?(?P<old>.+?)\W*",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\W*(?:earlier |before |yesterday |above |originally )?(?:i|we)(?:'d| had| have|'ve)? ?{_WHEN}(?:(?:had|listed|noted|recorded|entered|put|named|given|gave|filed|marked) )?(?P<who>\S.*?) "
        rf"(?:down |listed |noted |recorded |marked |filed |entered )?as (?P<what>.+?)\W*",
        re.IGNORECASE,
    ),
)
_REGRET = re.compile(
    r"(?<=[.!;,])\s*(?:(?:so |very |really |i am |i'm |we are )*sorry(?: (?:about|for) (?:that|this|it|the \w+(?: \w+)?))?|(?:my|our) (?:mistake|apologies|bad|error|fault)"
    r"|(?:my |our )?apologies(?: for (?:that|this|the \w+(?: \w+)?))?|thanks?(?: you)?)\W*$",
    re.IGNORECASE,
)
_LONGEST = 40
"""Words of a sentence that says what somebody wrote."""


def may_turn_back(text: str) -> bool:
    """Whether a sentence begins with what may put right the one before it: `no, ...`, `sorry, I meant ...`."""
    return _TURN.match(text) is not None


def written(text: str) -> str:
    """What a sentence says that its writer wrote or had before; empty if it says none of it."""
    if len(text.split()) > _LONGEST:
        return ""
    for shape in _WRITTEN:
        if found := shape.fullmatch(text.strip()):
            parts = found.groupdict()
            return parts["old"] if "old" in parts else f"{parts['who']} is {parts['what']}"
    return ""


def without_regrets(text: str) -> str:
    """A text without a last `sorry about that`.

    >>> without_regrets("They owe 1.7 billion, not 1.9. Sorry about that.")
    'They owe 1.7 billion, not 1.9.'
    """
    return _REGRET.sub("", text)


def only_regrets(text: str) -> bool:
    """Whether a sentence only says that its writer is sorry."""
    return without_regrets(f". {text}") == "."


def gone_of(told: Sequence[ReadFact], withdrawn: Iterable[ReadFact]) -> tuple[ReadFact, ...]:
    """Those of what was told that are taken back; a slot that is left out is any."""
    taken = tuple(withdrawn)
    return tuple(
        fact
        for fact in told
        if any(one.fact == fact.fact and one.holds == fact.holds and _fits(one, fact) for one in taken)
    )


def _fits(one: ReadFact, fact: ReadFact) -> bool:
    return all(fact.slots.get(name) == value for name, value in one.slots.items())


def contradicted(told: Sequence[ReadFact], by: Sequence[ReadFact]) -> Iterator[ReadFact]:
    """What was told that something of the same type takes the place of: of somebody else, of another value, or denied."""
    for new in by:
        for old in told:
            names = {*old.slots, *new.slots}
            others = sum(old.slots.get(name) != new.slots.get(name) for name in names)
            is_other = others == 1 and old.holds and new.holds
            if old.fact == new.fact and (is_other or (not others and old.holds != new.holds)):
                yield old
                break
