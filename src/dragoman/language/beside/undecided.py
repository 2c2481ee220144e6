"""One of two clauses that says nothing of the other, and nothing for sure: the other is so without it.

    A has signed it, and so has either B or C             ->  A has signed it
    A is working, and B is due to be shut next year       ->  A is working
    A has 30 rooms, and how many are taken is kept secret ->  A has 30 rooms
    A costs 5, but nobody would say more                  ->  A costs 5
    neither A nor B would comment, but C is being cut     ->  C is being cut

What is undecided is so of others alone, whom the rest does not name, and no word in it points back to the rest; who is silent says nothing
of what is so, unless he was asked whether it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english, hedges
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token

_JOINTS = frozenset({"and", "but", "while", "whereas", "though"})
_OPEN = frozenset({Effect.AHEAD, Effect.POSSIBLE, Effect.WANTED})
_SILENT = frozenset({Effect.NONE, Effect.PLACE, Effect.NARROWS})
_HARMLESS = _OPEN | _SILENT | {Effect.NEGATES, Effect.WITH_NEGATION}
_POINTING = (
    english.PRONOUNS | english.SPEAKERS | english.IFS | hedges.DENYING | hedges.TALES
    | frozenset(english.lines("this | that | these | those | them | him | her | its | their | his | one | ones | such | same | there | then | so | rest | other | others | both | instead | again"))
)  # fmt: skip
"""What may speak of what is told beside it."""
_SECRET = (
    "(kept secret|a secret|kept quiet|secret|unknown|not known|not public|not made public|anyone's guess|anybody's guess|not said|undisclosed|not disclosed|left open|another question"
    "|another matter|another story|a different story|a different matter|classified|confidential|nobody's business|still unknown|still open|unclear|not clear|still unclear)"
)
_WHO = "(nobody|no one|none of them|neither side|neither|no official|officials|they|he|she|the (company|firm|government|ministry|agency|owners|owner|management|spokesman|spokeswoman|director|board|council))"
_SAYING = "(say more|say anything|say anything else|say why|say how many|give details|give any details|give a reason|give reasons|give a figure|give any figures|give figures|give numbers|give an interview|answer questions|comment|talk to the press|talk to me|talk to us|explain why|elaborate|go into detail)"
_NOT_TOLD = Cues(
    f"""
    (how many|how much) [of (them|these|those|that|it|which)] ... (is|are|was|were|remains|remain) {_SECRET}
    (who|where|when|why|by whom|from whom|since when|for how long|how long|at what price|on what terms) ... (is|was|remains|are|has been|stays) {_SECRET}
    {_WHO} (would|will|wants to|wanted to|could|cares to|is willing to|was willing to) [not] {_SAYING} [(on (it|this|that)|about (it|this|that))]
    {_WHO} (does|do|did|will|would|is|are|was|were) not [(want to|wish to|willing to|care to)] {_SAYING} [(on (it|this|that)|about (it|this|that))]
    {_WHO} (refuses|refuse|refused|declines|decline|declined) to {_SAYING} [(on (it|this|that)|about (it|this|that))]
    """
)
"""What is not said of what is told."""
_ENDS = frozenset({"to", "too", "well", "also", "likewise"})
_LEAST, _MOST = 3, 20


def undecided(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without the clause that is left open; none if it has no such clause."""
    for at in range(_LEAST, len(line) - 2):
        if line.texts[at] not in _JOINTS | {",", ";"} or (line.texts[at] == "," and line.texts[at + 1] in _JOINTS):
            continue
        end = at - (line.texts[at - 1] in (",", ";"))
        if _is_open(line, (at + 1, len(line)), (0, end)):
            yield line.tokens[:end]
            return
        if end < at and _is_open(line, (0, end), (at + 1, len(line))) and _has_verb(line, at + 1):
            yield line.tokens[at + 1 :]
            return


def _is_open(line: Line, part: tuple[int, int], rest: tuple[int, int]) -> bool:
    """Whether a part of a sentence leaves open what it says, and says nothing of the rest."""
    start, end = part
    if not 0 < end - start <= _MOST or rest[1] - rest[0] < _LEAST or not _is_sure(line, *rest):
        return False
    texts = line.texts[start:end]
    if any(mark.effect not in _HARMLESS for at in range(start, end) for mark in line.marks[at]):
        return False
    if _NOT_TOLD.whole(spaced(_with_one_name(line, start, end))):
        return True
    named, others = _names(line, start, end), _names(line, *rest)
    if not named or not named.isdisjoint(others):
        return False
    is_so = texts[:1] == ["so"] and texts[1] in english.BE | english.HAVE | english.DO
    if "either" in texts and "or" in texts and english.NEGATORS.isdisjoint(texts):
        return _POINTING.isdisjoint(texts[is_so:])
    is_ahead = any(mark.effect in _OPEN for at in range(start, end) for mark in line.marks[at])
    is_ahead = is_ahead and texts[-1] not in _ENDS  # `and B wants to as well` may leave open how far A has got
    return is_ahead and _begins_with_name(line, start) and _POINTING.isdisjoint(texts)


def _is_sure(line: Line, start: int, end: int) -> bool:
    """Whether nothing in the rest is left open."""
    is_plain = all(mark.effect not in _OPEN for at in range(start, end) for mark in line.marks[at])
    return is_plain and {"either", "or", "whether"}.isdisjoint(line.texts[start:end])


def _names(line: Line, start: int, end: int) -> set[str]:
    found, at = set[str](), start
    while at < end:
        named = next((m for m in line.mentions[at] if m.kind != PRONOUN and m.end <= end), None)
        found.update(named.names if named is not None else ())
        at = named.end if named is not None else at + 1
    return found


def _begins_with_name(line: Line, start: int) -> bool:
    start += line.texts[start] in english.ARTICLES
    return any(m.kind != PRONOUN for m in line.mentions[start])


def _has_verb(line: Line, start: int) -> bool:
    """Whether the rest has a verb that shows, and needs none of what stands before it."""
    texts = line.texts[start:]
    is_verb = not (english.BE | english.HAVE | english.DO).isdisjoint(texts[1:])
    return is_verb and _begins_with_name(line, start) and english.PRONOUNS.isdisjoint(texts)


def _with_one_name(line: Line, start: int, end: int) -> list[str]:
    """The words of a part that begins with who is silent, `nobody` in the place of any name: `neither A nor B would comment`."""
    at = start + (line.texts[start] in ("neither", "both"))
    at += at < end and line.texts[at] in english.ARTICLES
    named = max((m.end for m in line.mentions[at] if m.kind != PRONOUN), default=0) if at < end else 0
    return (
        ["nobody", *line.texts[named:end]]
        if start < named < end and line.texts[named] not in PREPOSITIONS
        else line.texts[start:end]
    )
