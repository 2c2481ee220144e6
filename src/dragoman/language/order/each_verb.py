"""What two verbs, states or things have in common, said of each of them.

    A neither owns B nor sponsors it   ->  A does not own B and A does not sponsor it
    A is neither broke nor in dispute  ->  A is not broke and A is not in dispute
    A has neither water nor power      ->  A has no water and A has no power
    A has no water and no power        ->  A has no water and A has no power
    there is a row and a strike in A   ->  there is a row in A and there is a strike in A
    A owns and sponsors B              ->  A owns B and A sponsors B
    A does not own or sponsor B        ->  A does not own B and A does not sponsor B

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import named_at, said_for
from dragoman.language.words import english, hedges
from dragoman.language.words.stems import UNCHANGED, is_past_participle, is_simple_past
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form

_HELPING = english.BE | english.HAVE | english.DO | english.MODALS
_NO_VERBS = _HELPING | PREPOSITIONS | english.BOUNDARIES | english.NEGATORS | english.ARTICLES | hedges.SAYING
_PARTICLES = PREPOSITIONS - {"of", "by", "than"} | {"up", "out", "off", "down", "away", "back"}
_SOME = frozenset({"a", "an", "no"})
_MOST_BEFORE = 8


def each_verb(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with each of the two as a clause of its own."""
    texts = line.texts
    if "nor" in texts:
        yield from _neither(line)
    elif "and" in texts or "or" in texts:
        yield from _no_and_no(line)
        yield from _there(line)
        yield from _shared(line)


def _there(line: Line) -> Iterator[list[Token]]:
    """`there is a row and a strike in A`, `there is no row and no strike in A`: both are there."""
    texts = line.texts
    if texts[0] != "there" or texts[1] not in ("is", "are"):
        return
    at = next((n for n in range(3, len(line) - 3) if texts[n] == "and"), 0)
    place = next((n for n in range(len(line) - 2, at + 1, -1) if texts[n] in ("in", "at", "on")), 0) if at else 0
    named = named_at(line, place + 1) if place else None
    is_alike = texts[2] in _SOME and texts[at + 1] in _SOME and (texts[2] == "no") == (texts[at + 1] == "no")
    if named is None or named.end != len(line) or not is_alike or "," in texts or "between" in texts:
        return
    if any(line.mentions[2:at]) or any(text in PREPOSITIONS - {"of"} for text in texts[2:at]):
        return
    where = line.tokens[place:]
    both = [[*line.tokens[:at], *where], [*line.tokens[:2], *line.tokens[at + 1 :]]]
    yield [*both[0], line.tokens[at], *both[1]]


def _subject(line: Line) -> int:
    """Where the one who is named first ends, if the sentence begins with him; else 0."""
    named = named_at(line, 0)
    return named.end if named is not None and named.end < len(line) - 2 else 0


def _neither(line: Line) -> Iterator[list[Token]]:
    """`A neither does this nor that`, `A is neither this nor that`, `A has neither this nor that`."""
    texts, end = line.texts, _subject(line)
    at = next((n for n in range(end, min(len(line), end + 2)) if texts[n] == "neither"), 0) if end else 0
    nor = texts.index("nor")
    if not at or not at + 1 < nor < len(line) - 1 or texts.count("nor") > 1 or texts.count("neither") > 1:
        return
    who, like = line.tokens[:end], line.tokens[at]
    first, second = line.tokens[at + 1 : nor - (texts[nor - 1] == ",")], line.tokens[nor + 1 :]
    both = [one for one in (first, second) if one and one[0].is_word]
    if len(both) < 2 or not english.NEGATORS.isdisjoint(one.text for part in both for one in part):
        return
    if at == end:
        if all(one[0].text not in _NO_VERBS and _is_present(one[0].text) for one in both):
            yield from (
                _of_each(who, [_does_not(one) for one in each], like) for each in _with_object(line, first, second, nor)
            )
        return
    helping = line.tokens[end]
    if helping.text in english.BE | english.MODALS or (
        helping.text in english.HAVE
        and all(is_past_participle(one[0].text) or one[0].text in UNCHANGED for one in both)
    ):
        yield _of_each(who, [[helping, *said_for(("not",), like), *one] for one in both], like)
    if helping.text in english.HAVE:
        yield _of_each(who, [[helping, *said_for(("no",), like), *_bare(one)] for one in both], like)
    elif helping.is_word and helping.text not in _NO_VERBS and not line.mentions[end] and _is_present(helping.text):
        yield _of_each(who, [[*_does_not([helping]), *one] for one in both], like)


def _with_object(line: Line, first: list[Token], second: list[Token], nor: int) -> Iterator[tuple[list[Token], ...]]:
    """Two verbs with what they are done to: `owns B, sponsors it` with B for the `it`, `owns, sponsors B` with B for both."""
    whom = next((n for n in range(nor - len(first), nor) if line.mentions[n]), 0)
    named = named_at(line, whom) if whom else None
    if named is not None and second[-1].text in _IT and sum(one.text in _IT for one in second) == 1:
        yield first, [*second[:-1], *line.tokens[whom : named.end]]
    yield first, second
    if len(first) == 1:
        start = next((n for n in (nor + 2, nor + 3) if n < len(line) and named_at(line, n) is not None), 0)
        if start:
            yield [*first, *line.tokens[start:]], second


_IT = frozenset({"it", "them", "him", "her"})


def _bare(tokens: list[Token]) -> list[Token]:
    return tokens[1:] if tokens[0].text in english.ARTICLES and len(tokens) > 1 else tokens


def _of_each(who: list[Token], parts: list[list[Token]], like: Token) -> list[Token]:
    first, second = parts
    return [*who, *first, *said_for(("and",), like), *who, *second]


def _does_not(tokens: list[Token]) -> list[Token]:
    """What is done, as what is not done."""
    verb = tokens[0]
    base = first_form(verb.text, Form.THIRD)
    does = "do" if base == verb.text else "does"
    return [*said_for((does, "not", base), verb), *tokens[1:]]


def _is_present(verb: str) -> bool:
    """Whether a verb does not say what was."""
    return verb.endswith("s") or not (is_past_participle(verb) or is_simple_past(verb) or verb in UNCHANGED)


def _no_and_no(line: Line) -> Iterator[list[Token]]:
    """`A has no water and no power`."""
    texts, end = line.texts, _subject(line)
    if not end or texts[end] not in english.HAVE or texts[end + 1] != "no" or texts.count("no") != 2:
        return
    at = next((n for n in range(end + 3, len(line) - 2) if texts[n] in ("and", "or") and texts[n + 1] == "no"), 0)
    if at:
        helping = line.tokens[end]
        yield _of_each(line.tokens[:end], [line.tokens[end:at], [helping, *line.tokens[at + 1 :]]], line.tokens[at])


def _shared(line: Line) -> Iterator[list[Token]]:
    """`A owns and sponsors B`, `A both deals and bargains with B`, `A does not own or sponsor B`: one object of two verbs."""
    texts, end = line.texts, _subject(line)
    if not end:
        return
    at = next((n for n in range(end + 1, min(len(line) - 2, end + _MOST_BEFORE)) if texts[n] in ("and", "or")), 0)
    is_denied = texts[end : end + 2] in (["does", "not"], ["do", "not"])
    start = end + 2 * is_denied + (texts[end + 2 * is_denied] in ("both", "either"))
    if not start < at or (texts[at] == "or") != is_denied or any(line.mentions[n] for n in range(start, at)):
        return
    if any(texts[n] in _NO_VERBS - _PARTICLES for n in range(start, at)) or not english.NEGATORS.isdisjoint(texts[at:]):
        return
    first, verb = line.tokens[start:at], texts[at + 1]
    is_verb = verb not in _NO_VERBS and not line.mentions[at + 1] and line.figures[at + 1] is None
    is_alike = is_denied or verb.endswith("s") == first[0].text.endswith("s")
    if not is_verb or not is_alike or texts[start] in _NO_VERBS or len(first) > 2:
        return
    whom = at + 2 + (texts[at + 2] in _PARTICLES)
    if whom >= len(line) or named_at(line, whom) is None:
        return
    before = line.tokens[end : end + 2] if is_denied else []
    for behind in dict.fromkeys((at + 2, whom)):  # `deals and bargains with B`: deals with B, or deals B
        parts = [[*before, *first, *line.tokens[behind:]], [*before, *line.tokens[at + 1 :]]]
        yield _of_each(line.tokens[:end], parts, line.tokens[at])
