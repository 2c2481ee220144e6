"""What has doubled or halved as what rose or fell by so many percent, where a phrase says by how much.

    the price of A has doubled in B   ->  the price of A went up by 100 percent in B
    A has tripled the price of B      ->  A raised the price of B by 200 percent

How near it came (`nearly doubled`), where it came to and over how long are left alone: with them the figure is not all that
is said. As for all of :mod:`dragoman.language.whole`, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.order.changed import helped
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_BY_PERCENT = {
    "doubled": "100",
    "trebled": "200",
    "tripled": "200",
    "quadrupled": "300",
    "quintupled": "400",
    "halved": "50",
}
"""How much more that is, or less."""
_OPENING = english.ARTICLES | {"its", "their", "his", "her"}


def multiplied(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with what its factor says in percent, in each way that phrases may have it."""
    texts = line.texts
    verb = next((at for at in range(1, len(line)) if texts[at] in _BY_PERCENT), 0)
    found = helped(line, verb) if verb and not line.is_denied and not any(line.figures) else None
    if found is None:
        return
    start, is_suffered = found
    like, before, behind = line.tokens[verb], line.tokens[:start], line.tokens[verb + 1 :]
    is_help = all(text in english.HAVE | english.BE for text in texts[start:verb])
    if (
        not is_help
        or texts[verb + 1 : verb + 2] in (["to"], ["from"])
        or any(map(line.is_cut, range(verb + 1, len(line))))
    ):
        return
    is_up = texts[verb] != "halved"
    by = said_for(("by", _BY_PERCENT[texts[verb]], "percent"), like)
    if behind and (texts[verb + 1] in _OPENING or line.mentions[verb + 1]):
        yield [*before, *said_for(("raised" if is_up else "cut",), like), *behind, *by]
        return
    went = ("was", "raised" if is_up else "cut") if is_suffered else ("went", "up" if is_up else "down")
    yield [*before, *said_for(went, like), *by, *behind]
    if not is_suffered:
        yield [*before, *said_for(("rose" if is_up else "fell",), like), *by, *behind]
