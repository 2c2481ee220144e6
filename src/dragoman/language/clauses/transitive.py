"""Light words that say something after all: somebody stands right behind them, with whom it is done.

Who `keeps another as a partner` is none himself, `moves another` is no `moves into`, and `the one that leads` only says which.
"""

from __future__ import annotations

from dragoman.language.grammar.lexicon import NAME
from dragoman.language.line.line import Line
from dragoman.language.words import english

MAKING = frozenset(
    english.lines("keep | keeps | kept | make | makes | made | put | puts | take | takes | took | get | gets")
)
"""Light words that say something where somebody stands right behind them: who keeps another in a role has it not."""
NOT_YET = frozenset(
    english.lines("plan | plans | planned | planning | propose | proposes | proposed | scheme | schemes")
)
"""What stands for no other word: what somebody plans is not there."""


def has_object(line: Line, at: int) -> bool:
    """Whether somebody stands behind a verb as the one with whom it is done."""
    following = at + 1 + (line.texts[at + 1 : at + 2] != [] and line.texts[at + 1] in english.ARTICLES)
    behind = line.mentions[following] if following < len(line) else ()
    return any(m.kind == NAME and line.texts[m.end : m.end + 1] != ["'s"] for m in behind)


def is_told_apart(line: Line, at: int, start: int) -> bool:
    """Whether a clause begins there that only says which one is meant who stands first: `the X that leads Y`."""
    first = start + (line.texts[start] in english.ARTICLES)
    return any(m.end == at for m in line.mentions[first])
