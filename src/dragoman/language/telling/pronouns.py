"""Whether an `it` may mean another than who it is taken for: `A owes B, and C arms it` says not which of the two C arms.

Who does something is sooner the first who was named, and so is what is done to an `it` where only one can be meant; but an
`it` behind a doer of its own may be any of those before.
"""

from __future__ import annotations

from dragoman.language.clauses.cutter import Piece
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN

ONE_OF_SEVERAL = "it is not clear whom its `it` means"


def means_one_of_several(line: Line, piece: Piece) -> bool:
    """Whether the clause has such an `it`; where its words stood is known in whatever order they stand now."""
    if "it" not in line.texts:
        return False
    said = [
        (line.tokens[one.start].start, line.texts[one.start], one.mention)
        for one in piece.hit.bound
        if one.mention and one.start < one.end
    ]
    for at, text, meant in said:
        doers = [(begin, mention) for begin, _, mention in said if begin < at] if text == "it" else []
        if not doers:
            continue
        first = min(begin for begin, _ in doers)
        taken = {name for mention in (meant, *(mention for _, mention in doers)) for name in mention.names}
        before = [
            several[0] for place, several in enumerate(line.mentions) if several and line.tokens[place].start < first
        ]
        others = {name for mention in before if mention.kind != PRONOUN for name in mention.names} - taken
        if others:
            return True
    return False
