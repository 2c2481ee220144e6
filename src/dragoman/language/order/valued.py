"""What is in some state, as a plain sentence has it.

    A's lines are running at full tilt     ->  A's lines are at full tilt
    A has put its rollout on hold          ->  A's rollout is on hold
    A has suspended its rollout            ->  A's rollout is suspended
    A has a valid lease on B               ->  the lease of A on B is valid
    A has rising prices, a strained grid   ->  the prices of A are rising, the grid of A is strained

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.stems import UNCHANGED, is_past_participle, stem
from dragoman.language.words.tokens import Token

_IS = frozenset({"is", "are", "'s", "'re"})
_RUNNING = frozenset(english.lines("running | operating | working | standing | sitting | lying | functioning"))
_RUNS = {
    "runs": "is",
    "stands": "is",
    "lies": "is",
    "sits": "is",
    "run": "are",
    "stand": "are",
    "lie": "are",
    "sit": "are",
}
_PUT = frozenset(english.lines("put | puts | placed | places | brought | left | leaves | kept | keeps | set | sets"))
_HAS = frozenset({"has", "have"})
_HAS_A = _HAS | {"holds", "hold", "enjoys", "enjoy"}
_ITS = frozenset({"its", "their", "his", "her"})
_NO_SUBJECT = _ITS | english.ARTICLES | english.BE | english.HAVE | english.MODALS | PREPOSITIONS
_MOST_NOUNS = 4


def valued(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    yield from _has_so(line)
    if not any(line.spoken):
        return
    for at in range(1, len(line) - 1):
        for order in (_runs(line, at), *_has_put(line, at), _has_such(line, at)):
            if order is not None:
                yield order


def _runs(line: Line, at: int) -> list[Token] | None:
    """`are running at full tilt`, `stands empty`: are, is."""
    texts = line.texts
    if texts[at] in _RUNNING and texts[at - 1] in _IS and line.spoken[at + 1]:
        return [*line.tokens[:at], *line.tokens[at + 1 :]]
    if texts[at] in _RUNS and line.spoken[at + 1] and texts[at - 1] not in _NO_SUBJECT:
        return [*line.tokens[:at], *said_for((_RUNS[texts[at]],), line.tokens[at]), *line.tokens[at + 1 :]]
    return None


def _owner(line: Line, end: int) -> int:
    """Where the name begins that ends right before the token; -1 if there is none."""
    starts = (at for at in range(end) for m in line.mentions[at] if m.end == end and m.kind != PRONOUN)
    return next(starts, -1)


def _has_put(line: Line, at: int) -> Iterator[list[Token]]:
    """`has put its rollout on hold`, `has suspended its rollout`: its rollout is that, or the rollout in it."""
    texts, tokens, verb = line.texts, line.tokens, at + (line.texts[at] in _HAS)
    if verb + 2 >= len(line) or texts[verb + 1] not in _ITS or (owner := _owner(line, at)) < 0:
        return
    nouns = verb + 2
    end = next((n for n in range(nouns, len(line)) if line.is_cut(n) or texts[n] in english.BOUNDARIES), len(line))
    if texts[verb] in _PUT:
        limit = min(end, nouns + 1 + _MOST_NOUNS)
        end = next((n for n in range(nouns + 1, limit) if texts[n] in PREPOSITIONS and line.spoken[n]), 0)
        value = max((to for to, _ in line.spoken[end]), default=end) if end else end
        said = tokens[end:value]
    else:
        is_done = verb > at and is_past_participle(texts[verb])
        end, value = (end, end) if is_done and any(to == verb + 1 for to, _ in line.spoken[verb]) else (0, 0)
        said = tokens[verb : verb + 1]
    if end > nouns and not any(texts[n] in PREPOSITIONS for n in range(nouns, min(end, nouns + 1))):
        own, is_, within = (said_for((text,), tokens[at]) for text in ("'s", "is", "in"))
        start = owner - (owner > 0 and texts[owner - 1] == "the")
        yield [*tokens[:start], *tokens[nouns:end], *within, *tokens[start:at], *is_, *said, *tokens[value:]]
        yield [*tokens[:at], *own, *tokens[nouns:end], *is_, *said, *tokens[value:]]


def _has_such(line: Line, at: int) -> list[Token] | None:
    """`A has a valid lease on B`: the lease of A on B is valid."""
    texts, tokens = line.texts, line.tokens
    if texts[at] not in _HAS_A or texts[at + 1] not in ("a", "an") or at + 3 >= len(line):
        return None
    start = _owner(line, at)
    ends = [end for end, _ in line.spoken[at + 2]]
    if start < 0 or not ends:
        return None
    noun, end = max(ends), next((n for n in range(at + 2, len(line)) if line.is_cut(n)), len(line))
    rest = next((n for n in range(noun, end) if texts[n] in PREPOSITIONS), end)
    if rest == noun or rest - noun > _MOST_NOUNS:
        return None
    the, of, is_ = (said_for((text,), tokens[at]) for text in ("the", "of", "is"))
    owner = tokens[start - (start > 0 and texts[start - 1] == "the") : at]
    before = tokens[: start - (start > 0 and texts[start - 1] == "the")]
    return [
        *before,
        *the,
        *tokens[noun:rest],
        *of,
        *owner,
        *tokens[rest:end],
        *is_,
        *tokens[at + 2 : noun],
        *tokens[end:],
    ]


def _has_so(line: Line) -> Iterator[list[Token]]:
    """`A has rising prices`, `A has a strained grid`: the prices of A are rising, where phrases have the two words together.

    `has strained ties` may be what somebody has done, and of one port that is shut others need not be.
    """
    texts, tokens = line.texts, line.tokens
    at = next((n for n in range(1, len(line) - 2) if texts[n] in _HAS), 0)
    start = _owner(line, at) if at else -1
    if start < 0 or start - (start > 0 and texts[start - 1] == "the") != 0:
        return
    how = at + 1 + (texts[at + 1] in ("a", "an"))
    end = next((n for n in range(how, len(line)) if line.is_cut(n)), len(line))
    noun = end - 1
    is_bare = how == at + 1
    if not how < noun <= how + 2 or (is_bare and not texts[noun].endswith("s")) or not _is_so(line, how, noun, end):
        return
    if is_bare and (is_past_participle(texts[how]) or texts[how] in UNCHANGED):
        return
    the, of, is_ = (said_for((text,), tokens[at]) for text in ("the", "of", "are" if is_bare else "is"))
    yield [*the, *tokens[how + 1 : end], *of, *tokens[:at], *is_, tokens[how], *tokens[end:]]


def _is_so(line: Line, how: int, noun: int, end: int) -> bool:
    """Whether the words from there are a noun and how it is, which some phrase has both of."""
    texts, surface = line.texts, line.grammar.surface
    is_plain = all(line.tokens[n].is_word and not line.mentions[n] for n in range(how, end))
    if not is_plain or texts[noun] not in surface or not _NO_SUBJECT.isdisjoint(texts[how:end]):
        return False
    is_said = not line.grammar.phrases_with(stem(texts[how])).isdisjoint(line.grammar.phrases_with(stem(texts[noun])))
    return is_said or bool(line.spoken[how])
