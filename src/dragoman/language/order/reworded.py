"""Turns of speech in plainer words, where the words themselves say the same.

    Kazakhstan, like Kyrgyzstan, is in the EAEU              ->  Kazakhstan and Kyrgyzstan is in the EAEU
    Kazakhstan, unlike Uzbekistan, is in the CSTO            ->  Kazakhstan is in the CSTO
    over a third of its trade, more than 35 %, is with them  ->  more than 35 % of its trade is with them
    a partnership between A and B does not exist             ->  there is no partnership between A and B
    A is left with no choice but B                           ->  A has no choice but B
    military clout it does not seek                          ->  it does not seek military clout

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.order.singled import word
from dragoman.language.words import english
from dragoman.language.words.english import lines
from dragoman.language.words.numbers import PERCENT, Figure
from dragoman.language.words.tokens import Token

_AND = tuple(tuple(words.split()) for words in lines("as well as | along with | together with | as also"))
_AND_FIRST = tuple(
    tuple(words.split()) for words in lines("as much as | just like | just as | no less than | like | alongside")
)
_NOT_FIRST = tuple(tuple(words.split()) for words in lines("unlike | in contrast to | as opposed to | contrary to"))
_THAT_IS = tuple(
    tuple(words.split())
    for words in lines("namely | that is | that is to say | to be exact | to be precise | or | i.e. | ie")
)
_SUBJECTS = frozenset({"it", "they", "he", "she", "we"})
_WHATEVER = tuple(
    tuple(words.split())
    for words in lines(
        """
        whatever is | whatever was | anything that is | anything | everything that is | everything | all that is
        what is | nothing that is | nothing
        """
    )
)
_NO = frozenset({"no", "any"})
_WAYS = frozenset(lines("round | around | over | along | by | in | out | down | up"))
_FAR = 10
"""Percentage points by which a figure may be made more exact."""


def reworded(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer wording that it has."""
    for order in (_alike, _more_exact, _exists, _no_such, _left_with, _been_to, _whatever, _object_first):
        yield from order(line)


def _starts(line: Line, at: int, several: tuple[tuple[str, ...], ...]) -> int:
    """How many tokens the longest of some wordings has that begins there."""
    return max((len(words) for words in several if tuple(line.texts[at : at + len(words)]) == words), default=0)


def _named(line: Line, at: int) -> Mention | None:
    """Who is named there, behind an article or not; the longest."""
    at += line.texts[at : at + 1] == ["the"]
    found = [m for m in line.mentions[at] if m.kind != PRONOUN] if at < len(line) else []
    return max(found, key=lambda m: m.end, default=None)


def _comma(like: Token) -> Token:
    return Token(",", ",", like.start, like.start, False)


def _alike(line: Line) -> Iterator[list[Token]]:
    """`A, as well as B,` and `like B, A` as `A and B`; `A, unlike B,` as `A`: of B it is taken for granted, and not said."""
    tokens, texts = line.tokens, line.texts
    for at in range(len(line)):
        for mention in line.mentions[at][:1]:
            here = mention.end + (texts[mention.end : mention.end + 1] == [","])
            is_first = at == int(texts[:1] == ["the"])
            size = _starts(line, here, _AND) or (is_first and _starts(line, here, _AND_FIRST))
            denies = 0 if size or not is_first or here == mention.end else _starts(line, here, _NOT_FIRST)
            other = _named(line, here + (size or denies)) if (size or denies) and mention.kind != PRONOUN else None
            if other is None or other.end >= len(line):
                continue
            begin, end = here + (size or denies), other.end
            is_apart = texts[end] == ","
            if is_apart is not (here > mention.end):
                continue
            like = tokens[here]
            also = [word("and", like), *tokens[begin:end]] if size else []
            yield [*tokens[: mention.end], *also, *tokens[end + is_apart :]]
            return
    yield from _alike_first(line)


def _alike_first(line: Line) -> Iterator[list[Token]]:
    """`Like B, A does it`, `unlike B, A does it`."""
    tokens, texts = line.tokens, line.texts
    size, denies = _starts(line, 0, (*_AND_FIRST, *_AND)), _starts(line, 0, _NOT_FIRST)
    other = _named(line, size or denies) if size or denies else None
    if other is None or texts[other.end : other.end + 1] != [","]:
        return
    named = _named(line, other.end + 1)
    if named is None or named.end >= len(line):
        return
    also = [word("and", tokens[0]), *tokens[size : other.end]] if size else []
    yield [*tokens[other.end + 1 : named.end], *also, *tokens[named.end :]]


def _more_exact(line: Line) -> Iterator[list[Token]]:
    """`half of it, namely 53 %, is X's` as `53 % of it is X's`."""
    tokens, texts = line.tokens, line.texts
    first = next(((at, figure) for at, figure in enumerate(line.figures) if figure is not None), None)
    if first is None:
        return
    at, vague = first
    for comma in range(vague.end, len(line) - 1):
        start = comma + 1 + _starts(line, comma + 1, _THAT_IS)
        figure = line.figures[start] if texts[comma] == "," and start < len(line) else None
        if figure is None or not (figure.end == len(line) or texts[figure.end] == ","):
            continue
        if not _is_within(figure, vague):
            return
        rest = tokens[figure.end + 1 :]
        yield [*tokens[:at], *tokens[start : figure.end], *tokens[vague.end : comma], *rest]
        return


def _is_within(figure: Figure, vague: Figure) -> bool:
    """Whether a figure may say more exactly what another does."""
    if figure.unit != vague.unit or figure.unit != PERCENT:
        return False
    ends = [one for one in (figure.low, figure.high) if one is not None]
    low, high = vague.low, vague.high
    is_close = low is not None and low == high and all(abs(one - low) <= _FAR for one in ends)
    return is_close or all((low is None or one >= low) and (high is None or one <= high) for one in ends)


def _exists(line: Line) -> Iterator[list[Token]]:
    """`X does not exist`, `it does not exist any X` as `there is no X`."""
    texts = line.texts
    at = next((at for at in range(1, len(line)) if texts[at] in ("exist", "exists")), 0)
    if at < 2 or texts[at - 1] != "not" or texts[at - 2] not in english.DO:
        return
    kept = [*line.tokens[: at - 2], *line.tokens[at + 1 :]]
    drop = {"it", "any", "a", "an", "there", "such"}
    kept = [token for token in kept if token.text not in drop]
    if len(kept) < len(line) - 3 - len(drop) or not kept:
        return
    like = line.tokens[0]
    start = [word("there", like), word("is", like), word("no", like)]
    yield [*start, *kept]
    first = next((n for n, token in enumerate(kept) if token is line.tokens[at + 1]), 0) if at + 1 < len(line) else 0
    after = [token for token in line.tokens[at + 1 :] if token in kept]
    if after and first:
        yield [*start, *after, *kept[:first]]


def _no_such(line: Line) -> Iterator[list[Token]]:
    """`there is no such thing as an X` as `there is no X`."""
    texts = line.texts
    at = next((at for at in range(len(line) - 4) if texts[at : at + 4] == ["no", "such", "thing", "as"]), -1)
    if at >= 0:
        end = at + 4 + (texts[at + 4] in english.ARTICLES)
        yield [*line.tokens[: at + 1], *line.tokens[end:]]


def _left_with(line: Line) -> Iterator[list[Token]]:
    """`is left with no other choice`, `has nowhere left to turn but` as `has no choice but to turn to`."""
    texts, tokens = line.texts, line.tokens
    for at in range(1, len(line) - 4):
        like = tokens[at]
        if texts[at] in english.BE and texts[at + 1 : at + 4] == ["left", "with", "no"]:
            end = at + 4 + (texts[at + 4] == "other")
            rest = tokens[end:]
            if texts[end + 1 : end + 2] == ["to"] and end + 2 < len(line):
                rest = [tokens[end], word("but", like), *tokens[end + 1 :]]
            yield [*tokens[:at], word("has", like), word("no", like), *rest]
        if texts[at] == "nowhere":
            end = at + 1 + (texts[at + 1] in ("left", "else"))
            turns = texts[end : end + 1] == ["to"] and texts[end + 1 : end + 2] in (["turn"], ["go"], ["look"])
            if turns and texts[end + 2 : end + 3] == ["but"]:
                behind = end + 3 + (texts[end + 3 : end + 4] == ["to"])
                said = [word(one, like) for one in ("no", "choice", "but", "to", "turn", "to")]
                yield [*tokens[:at], *said, *tokens[behind:]]


def _been_to(line: Line) -> Iterator[list[Token]]:
    """`has not been round to inspect X` as `has not inspected X`."""
    texts = line.texts
    for at in range(2, len(line) - 2):
        to = at + 1 + (texts[at + 1] in _WAYS)
        if texts[at] != "been" or texts[to] != "to" or to + 1 == len(line):
            continue
        verb = line.tokens[to + 1]
        is_verb = verb.is_word and not line.mentions[to + 1] and verb.text not in english.ARTICLES
        if is_verb and not english.HAVE.isdisjoint(texts[at - 2 : at]):
            yield [*line.tokens[:at], verb._replace(text=f"{verb.stem}ed"), *line.tokens[to + 2 :]]


def _whatever(line: Line) -> Iterator[list[Token]]:
    """`whatever is lent to X cannot be seized`, `nothing lent to X can be seized` as what is said of it."""
    size = _starts(line, 0, _WHATEVER)
    if not size or size + 2 >= len(line):
        return
    tokens = line.tokens[size:]
    if line.texts[0] != "nothing":
        yield tokens
        return
    can = next((at for at, token in enumerate(tokens) if token.text in english.MODALS | english.BE), 0)
    if can:
        yield [*tokens[: can + 1], word("not", tokens[can]), *tokens[can + 1 :]]


def _object_first(line: Line) -> Iterator[list[Token]]:
    """`military clout it does not seek` as `it does not seek military clout`."""
    for at in range(1, min(len(line) - 1, 6)):
        if line.texts[at] in english.BE | PREPOSITIONS | {",", "that", "which", "and"}:
            return
        if line.texts[at] in _SUBJECTS:
            yield [*line.tokens[at:], *line.tokens[:at]]
            yield [*line.tokens[at : at + 2], *line.tokens[:at], *line.tokens[at + 2 :]]
            return
