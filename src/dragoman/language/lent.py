"""Words that another phrase lends: where the one that lends them has more to say than the clause, they are none here.

One phrase has `{n} {people} (work|live) in {host} as migrants`; it lends `live` to a phrase that has only `work`. But who
lives somewhere works there only if the rest of that phrase is said as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language import english
from dragoman.language.derive import split
from dragoman.language.line import Line
from dragoman.language.match import Hit
from dragoman.language.phrases import Phrase
from dragoman.language.pools import choices_of_words
from dragoman.language.sheets import Sheets
from dragoman.language.stems import stem
from dragoman.language.thesaurus import same

_DENYING = frozenset({stem(word) for word in (*english.NEGATORS, "does", "longer", "stopped", "ceased")})
"""What the phrases that deny have for each other's `not`."""

_ANYHOW = frozenset({stem("world"), stem("global")})
"""What a phrase may have beside the rest, and it adds nothing."""


def is_lent_without_the_rest(line: Line, hit: Hit, phrase: Phrase) -> bool:
    """Whether a word of a clause stands for one of its phrase only as others have it that say more."""
    grammar = line.grammar
    alike = grammar.meanings[phrase.meaning]
    number = next(one for one in alike if grammar.book.phrases[one] is phrase)
    pool, sheets = grammar.pool(number), Sheets.of(grammar)
    own = sheets.sheet(number).words
    lent = [(one, pool.alike[one] & own) for one in _stems(line, hit) if one in pool.alike and one not in own]
    lent = [(one, words) for one, words in lent if words and same((one,)).isdisjoint(words)]
    if not lent:
        return False
    said = _said(line, hit)
    met = (said | _ANYHOW).union(*(pool.alike[one] for one in said if one in pool.alike))
    if not english.NEGATORS.isdisjoint(line.texts[hit.start : hit.end]):
        met |= _DENYING
    asked = sheets.asked
    lent_by = asked.met(met)
    lenders = [one for one in alike if asked.is_met(one, met, lent_by)]
    pairs = [pair for one in lenders for pair in choices_of_words(split(grammar.tree(one)))]
    return any(not any(one in pair and not words.isdisjoint(pair) for pair in pairs) for one, words in lent)


def _stems(line: Line, hit: Hit) -> Iterator[str]:
    """The stems of the words that are in no slot, where no word of the same meaning can stand for them."""
    taken = {at for one in hit.bound for at in range(one.start, one.end)}
    taken |= {
        one.start - 1 for one in hit.bound if one.figure
    }  # `reads 11 degrees`: whatever it is, it gives the figure
    marked = {at for start, mark in hit.marks for at in range(start, mark.end)}
    for at in range(hit.start, min(hit.end, len(line))):
        is_apart = at in taken | marked or bool(line.near[at] or line.mentions[at]) or line.free(at)
        if not is_apart:
            yield line.tokens[at].stem


def _said(line: Line, hit: Hit) -> set[str]:
    """What the needs of phrases are met by in a clause."""
    places = range(hit.start, min(hit.end, len(line)))
    found = {one for at in places for one in line.hearable[at]}
    found |= {f"={name}" for name in line.grammar.lexicon.entities}  # of whom or where it is said changes no word
    return found | {f"~{s.word}" for at in places for _, s in (*line.spoken[at], *line.nearly_spoken[at])}
