"""Words that another phrase lends: where the one that lends them has more to say than the clause, they are none here.

One phrase has `{n} {people} (work|live) in {host} as migrants`; it lends `live` to a phrase that has only `work`. But who
lives somewhere works there only if the rest of that phrase is said as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dragoman.language.clauses.match import Hit
from dragoman.language.clauses.sheets import Sheets
from dragoman.language.grammar.derive import PREPOSITIONS, split
from dragoman.language.grammar.notation import Sequence
from dragoman.language.grammar.phrases import Phrase, words_in
from dragoman.language.grammar.pools import choices_of_words
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.thesaurus import same
from dragoman.language.words.tokens import words_of

_DENYING = frozenset({stem(word) for word in (*english.NEGATORS, "does", "longer", "stopped", "ceased")})
"""What the phrases that deny have for each other's `not`."""

_ANYHOW = frozenset(map(stem, ("world", "global")))
"""What a phrase may have beside the rest, and it adds nothing."""


_WHOSE, _FROM = frozenset({"of", "'s"}), frozenset({"of", "from", "for", "off"})
"""What is of somebody is from him as well, or for him, as another phrase has it: `the traffic of X`."""
_TWO = 2
_ADJECTIVES = 3
"""Tokens between an article and its noun, itself among them."""


class _Alike(NamedTuple):
    """A phrase, and what its words are lent."""

    own: frozenset[str]
    alike: Mapping[str, frozenset[str]]
    tree: Sequence


def is_lent_without_the_rest(line: Line, hit: Hit, phrase: Phrase) -> bool:
    """Whether a word of a clause stands for one of its phrase only as others have it that say more."""
    grammar = line.grammar
    alike = grammar.meanings[phrase.meaning]
    number = next(one for one in alike if grammar.book.phrases[one] is phrase)
    pool, sheets = grammar.pool(number), Sheets.of(grammar)
    own = sheets.sheet(number).words
    phrase_alike = _Alike(own, pool.alike, split(grammar.tree(number)))
    within = range(hit.start + 1, min(hit.end, len(line)))
    if any(_is_noun_for_deed(line, at, phrase_alike) for at in within):
        return True
    if any(_is_deed_for_noun(line, at, phrase_alike, phrase.text) for at in within):
        return True
    lent = [(one, pool.alike[one] & own) for one in _stems(line, hit, own) if one in pool.alike and one not in own]
    lent = [(one, words) for one, words in lent if words and same((one,)).isdisjoint(words)]
    if not lent:
        return False
    said, tokens = _said(line, hit), {one for one, _ in lent}
    met = (said | _ANYHOW).union(*(pool.alike.get(one, frozenset()) | same((one,)) for one in said - tokens))
    if not english.NEGATORS.isdisjoint(line.texts[hit.start : hit.end]):
        met |= _DENYING
    if not _WHOSE.isdisjoint(line.texts[hit.start : hit.end]):
        met |= _FROM
    asked, stems = sheets.asked, grammar.index.numbers(met)
    lent_by = asked.met(stems)
    lenders = [one for one in alike if asked.is_met(one, stems, lent_by)]
    pairs = [pair for one in lenders for pair in choices_of_words(split(grammar.tree(one)))]
    return any(not any(one in pair and not words.isdisjoint(pair) for pair in pairs) for one, words in lent)


def _is_noun_for_deed(line: Line, at: int, phrase: _Alike) -> bool:
    """Whether a noun stands for what the phrase says is done, since it looks like what is done: `no base` for `none stationed`."""
    said = line.tokens[at].stem
    if said in phrase.own or is_past_participle(line.texts[at]) or not _is_behind_article(line, at):
        return False
    meant = (same((said,)) | phrase.alike.get(said, frozenset())) & phrase.own
    done = [text for texts in words_in(phrase.tree) for text in words_of(texts) if stem(text) in meant]
    return bool(done) and all(map(is_past_participle, done))


def _is_deed_for_noun(line: Line, at: int, phrase: _Alike, text: str) -> bool:
    """Whether a verb stands for what the phrase calls somebody, since it looks like another noun for that: `does not object` for `is not a pawn`."""
    said = line.tokens[at].stem
    if said in phrase.own or not _is_behind_do(line, at):
        return False
    meant = (same((said,)) | phrase.alike.get(said, frozenset())) & phrase.own
    return bool(meant) and meant <= {stem(word) for word in _BEHIND_ARTICLE.findall(text.lower())}


_BEHIND_ARTICLE = re.compile(r"\b(?:an?|the|no|any) (?:\w+ )?(\w+)")


def _is_behind_do(line: Line, at: int) -> bool:
    """Whether a `does` stands before a word, with a `not` or an adverb between them or not."""
    before = at - 1
    while (
        before > 0
        and (line.texts[before] in english.NEGATORS or line.free(before))
        and line.texts[before] not in english.DO
    ):
        before -= 1
    return before >= 0 and line.texts[before] in english.DO


def _is_behind_article(line: Line, at: int) -> bool:
    """Whether a word is no verb: an article or a `no` stands before it, with adjectives between them or not."""
    for before in range(at - 1, max(-1, at - 1 - _ADJECTIVES), -1):
        text = line.texts[before]
        if text in english.ARTICLES | {"no", "any", "some"}:
            return True
        if (
            line.mentions[before]
            or text in english.BE | english.HAVE | english.DO | PREPOSITIONS
            or not line.tokens[before].is_word
        ):
            return False
    return False


def _stems(line: Line, hit: Hit, own: frozenset[str]) -> Iterator[str]:
    """The stems of the words that are in no slot, and for which no word of the phrase can stand as it means the same.

    Who reopens opens: what is done again is done.
    """
    taken = {at for one in hit.bound for at in range(one.start, one.end)}
    if sum(one.mention is not None for one in hit.bound) < _TWO:
        taken |= {one.start - 1 for one in hit.bound if one.figure}
        # `reads 11 degrees`: whatever it is, it gives the figure; who gives another 11 euros lends none
    marked = {at for start, mark in hit.marks for at in range(start, mark.end)}
    for at in range(hit.start, min(hit.end, len(line))):
        said = line.tokens[at].stem
        is_same = said.removeprefix("re") in own or any(not ring.isdisjoint(own) for _, ring in line.near[at])
        if not (at in taken | marked or is_same or line.mentions[at] or line.free(at)):
            yield said


def _said(line: Line, hit: Hit) -> set[str]:
    """What the needs of phrases are met by in a clause."""
    places = range(hit.start, min(hit.end, len(line)))
    found = {one for at in places for one in line.hearable[at]}
    found |= {f"={name}" for name in line.grammar.lexicon.entities}  # of whom or where it is said changes no word
    return found | {f"~{s.word}" for at in places for _, s in (*line.spoken[at], *line.nearly_spoken[at])}
