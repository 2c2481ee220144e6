"""What is called untrue behind it, as what is called so before it.

    the claim that A owns B is false · reports that A owns B are untrue · that A owns B is simply not true
                                                                         ->  it is not true that A owns B

It is put so before the sentence is read at all: a phrase would take the middle of it for said.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.tokens import Token

_CLAIM = "(claim|claims|assertion|assertions|allegation|allegations|suggestion|suggestions|idea|notion|belief|rumour|rumours|rumor|rumors|story|stories|report|reports|accusation|accusations)"
_CLAIMED = Cues(
    f"""
    [(the|all|any|these|those|such|recent|that)] [(widespread|recent|old|popular|persistent|press|media|official)] {_CLAIM} that
    that
    """
)
_HOW = (
    "[(simply|plainly|just|quite|utterly|completely|totally|patently|entirely|clearly|plain|pure|absolutely|of course)]"
)
_UNTRUE = Cues(
    f"(is|are) {_HOW} (false|untrue|incorrect|not true|not so|not the case|nonsense|a myth|a lie|a fabrication|unfounded|baseless|without foundation)"
)
_WRONG = Cues(f"(is|are) {_HOW} (wrong|mistaken|fake|made up|invented)")
_LEAST, _MOST_BEHIND = 3, 6


def called_untrue(line: Line) -> Sequence[Token]:
    """The tokens of a sentence that calls something untrue, with that before it; its own where it does not."""
    if "that" not in line.texts[:5]:
        return line.tokens
    claimed = _CLAIMED.at_start(spaced(line.texts[: _LEAST + 2]))
    start = claimed.group().count(" ") if claimed is not None else 0
    end = len(line) - (line.texts[-1] in (".", "!"))
    for at in range(max(start + _LEAST, end - _MOST_BEHIND), end - 1) if start else ():
        behind = spaced(line.texts[at:end])
        is_untrue = _UNTRUE.whole(behind) or (start > 1 and _WRONG.whole(behind))
        if is_untrue and english.NEGATORS.isdisjoint(line.texts[:at]) and not any(map(line.is_cut, range(start, at))):
            return [*said_for(("it", "is", "not", "true", "that"), line.tokens[at]), *line.tokens[start:at]]
    return line.tokens
