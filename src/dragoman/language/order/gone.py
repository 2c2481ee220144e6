"""What is denied, or said of nobody so much, by the words that a sentence begins or ends with, in the order of a plain one.

    gone are the days when A was their guarantor    ->  it is no longer the case that A is their guarantor
    the time when A had a base there is over        ->  it is no longer the case that A has a base there
    with nobody does A trade more than with B       ->  A trades most with B
    A trades with B more than with anybody else     ->  A trades most with B
    whatever A and B have, an alliance it is not    ->  A and B have no alliance

Days that are gone say nothing of what was done once: only what was so, or what somebody had, is no longer so. As for all
that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token

_DAYS = frozenset({"days", "day", "time", "times", "years", "era", "age"})
_BE = frozenset({"is", "are"})
_OVER = (
    ("gone",), ("long", "gone"), ("over",), ("long", "over"), ("past",), ("long", "past"), ("behind", "us"), ("long", "behind", "us"),
    ("a", "thing", "of", "the", "past"), ("things", "of", "the", "past"), ("history",), ("at", "an", "end"), ("gone", "for", "good"),
    ("over", "and", "done", "with"), ("no", "more"),
)  # fmt: skip
_NOW = {"was": "is", "were": "are", "had": "has"}
_SCOPES = frozenset(
    english.lines(
        "all | every | each | both | only | alone | always | everybody | everyone | most | nearly | almost | five | just"
    )
)
"""What is denied with these may still be so of some, or at times."""
_NO_LONGER = ("it", "is", "no", "longer", "the", "case", "that")
_NOBODY = (("nobody",), ("no", "one"), ("noone",), ("no", "other", "country"), ("no", "country"), ("no", "other"), ("nobody", "else"), ("no", "one", "else"))  # fmt: skip
_ANYBODY = (
    ("anybody",), ("anyone",), ("any", "other", "country"), ("any", "other"), ("anybody", "else"), ("anyone", "else"),
    ("anywhere", "else"), ("any", "other", "state"),
)  # fmt: skip
_DOES = frozenset({"does", "do"})
_LEAST = 3


def gone(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    texts = line.texts
    if "when" in texts and not _DAYS.isdisjoint(texts[:5]):
        yield from _no_longer(line)
    if "more" in texts and "than" in texts:
        yield from _most(line)
    if texts[0] == "whatever" and texts[-3:] == ["it", "is", "not"]:
        yield from _it_is_not(line)


def _at(line: Line, at: int, several: tuple[tuple[str, ...], ...]) -> int:
    """Where the longest of several runs of words ends that begins there; the place itself if none does."""
    return max((at + len(words) for words in several if tuple(line.texts[at : at + len(words)]) == words), default=at)


def _no_longer(line: Line) -> Iterator[list[Token]]:
    """`gone are the days when S`, `the days are gone when S`, `the days when S are gone`: it is no longer so that S."""
    texts, end = line.texts, len(line)
    when = texts.index("when")
    before = texts[:when]
    first = before[:-2] if before[-2:-1] == ["the"] and before[-1] in _DAYS else []
    if first[-1:] and first[-1] in _BE and tuple(first[:-1]) in _OVER:
        yield from _now(line, when + 1, end)
    elif before[:1] == ["the"] and before[1:2] and before[1] in _DAYS:
        if before[2:3] and before[2] in _BE and tuple(before[3:]) in _OVER:
            yield from _now(line, when + 1, end)
        elif len(before) == len(("the", "days")):
            last = next(
                (at for at in range(end - 2, when, -1) if texts[at] in _BE and tuple(texts[at + 1 :]) in _OVER), 0
            )
            if last:
                yield from _now(line, when + 1, last)


def _now(line: Line, start: int, end: int) -> Iterator[list[Token]]:
    """What was so between two places, as what is no longer so."""
    texts = line.texts
    verbs = [at for at in range(start, end) if texts[at] in _NOW]
    if len(verbs) != 1 or any(line.is_cut(at) for at in range(start, end)):
        return
    [verb] = verbs
    behind = texts[verb + 1 : end]
    is_done = texts[verb] == "had" and any(is_past_participle(text) for text in behind[:2])
    is_of_many = any(len(m.names) > 1 for at in range(start, end) for m in line.mentions[at][:1])
    if is_done or is_of_many or not behind or not (_SCOPES | english.NEGATORS).isdisjoint(texts[start:end]):
        return
    like = line.tokens[verb]
    now = said_for((_NOW[texts[verb]],), like)
    yield [*said_for(_NO_LONGER, line.tokens[0]), *line.tokens[start:verb], *now, *line.tokens[verb + 1 : end]]


def _most(line: Line) -> Iterator[list[Token]]:
    """`with nobody does A trade more than with B`, `A trades with B more than with anybody`: A trades most with B."""
    texts, tokens = line.texts, line.tokens
    than = texts.index("than")
    if than < _LEAST or than + 2 >= len(line):
        return
    link = texts[than + 1]
    place = 1 if texts[0] == "nowhere" and link in ("in", "at") else 0
    nobody = place or (_at(line, 1, _NOBODY) if texts[0] == link and link in PREPOSITIONS else 1)
    if (place or nobody > 1) and texts[than - 1] == "more" and texts[nobody] in _DOES:
        whom = named_at(line, than + 2)
        doer = named_at(line, nobody + 1)
        is_plain = english.NEGATORS.isdisjoint(texts[nobody:]) and whom is not None and whom.end == len(line)
        if doer is not None and is_plain and than - 1 > doer.end:
            does, behind = tokens[nobody + 1 : than - 1], tokens[than + 1 :]
            most = said_for(("most",), tokens[than])
            yield [*does, *most, *behind]
            yield [*does, *behind, *most]
        return
    end = _at(line, than + 2, _ANYBODY)
    if link not in PREPOSITIONS or end != len(line) or end == than + 2:
        return
    same = next((at for at in range(1, than - 1) if texts[at] == link and named_at(line, at + 1) is not None), 0)
    whom = named_at(line, same + 1) if same else None
    is_plain = english.NEGATORS.isdisjoint(texts[:same]) and english.MODALS.isdisjoint(texts[:same])
    more = whom.end if whom is not None else 0
    if whom is not None and is_plain and named_at(line, 0) is not None:
        if more == than - 1 and texts[more] == "more":
            yield [*tokens[:same], *said_for(("most",), tokens[more]), *tokens[same:more]]
        elif more == than and texts[same - 1] == "more":
            yield [*tokens[: same - 1], *said_for(("most",), tokens[more]), *tokens[same:more]]


def _it_is_not(line: Line) -> Iterator[list[Token]]:
    """`whatever A and B have, an alliance it is not`: A and B have no alliance."""
    comma = next((at for at in range(2, len(line)) if line.texts[at] == ","), 0)
    what = comma + 1 + (line.texts[comma + 1 : comma + 2] != [] and line.texts[comma + 1] in english.ARTICLES)
    end = len(line) - len(("it", "is", "not"))
    verb = line.texts[comma - 1]
    if not comma or what == comma + 1 or what >= end or verb not in english.HAVE | _BE:
        return
    if any(line.is_cut(at) for at in range(what, end)):
        return
    no = said_for(("no",) if verb in english.HAVE else ("not", "a"), line.tokens[comma])
    yield [*line.tokens[1:comma], *no, *line.tokens[what:end]]
