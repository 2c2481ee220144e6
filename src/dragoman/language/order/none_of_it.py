"""What is not done to anybody, said of nobody, where a phrase of its own has that.

    the campaign does not win anyone over   ->  the campaign does win nobody over

Who does not do it to anyone does it to no one; a phrase that has `nobody` says more than the denial of one that has
`people`, and is taken first.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import said_for
from dragoman.language.words.tokens import Token

_NONE = {"anyone": ("nobody", "no one"), "anybody": ("nobody", "no one"), "anything": ("nothing",)}
_HELPING = frozenset({"does", "do", "did", "has", "have"})


def none_of_it(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence that denies it of anybody, in each way to say it of nobody."""
    if _NONE.keys().isdisjoint(line.texts) or line.texts.count("not") + line.texts.count("never") != 1:
        return
    at = next(at for at, text in enumerate(line.texts) if text in ("not", "never"))
    behind = next((one for one in range(at + 2, len(line)) if line.texts[one] in _NONE or line.is_cut(one)), len(line))
    is_helped = at > 0 and (line.texts[at] == "never" or line.texts[at - 1] in _HELPING)
    if not is_helped or behind == len(line) or line.texts[behind] not in _NONE:
        return
    for words in _NONE[line.texts[behind]]:
        none = said_for(tuple(words.split()), line.tokens[behind])
        if none[-1].text in line.grammar.surface:
            yield [*line.tokens[:at], *line.tokens[at + 1 : behind], *none, *line.tokens[behind + 1 :]]
