"""Two clauses that a sentence joins and that could each be a sentence: who says `A and B` says A, and says B.

    A is shut after two trains collided on it              ->  A is shut | two trains collided on it
    work goes on at A, it costs 95 million                 ->  work goes on at A | it costs 95 million
    although A is short of guards, B is not                ->  A is short of guards | B is not
    A has no drivers and drops 30 trains a day             ->  A has no drivers | A drops 30 trains a day
    A gets its power from B, whose grid is at 91 %         ->  A gets its power from B | B's grid is at 91 %
    mice were found at A, where 70 % are vaccinated        ->  mice were found at A | 70 % are vaccinated at A

So each is read in all the forms of a sentence, the second after the first. Nothing is parted in a sentence in which a word
hedges, supposes, wishes, reports, dates or asks, since that may hold for both; nor at a word that says no more than when or
on what condition something is so (`until`, `unless`, `once`); nor behind a denial where the second clause may be what is
denied (`not closed because of ...`); nor where a pronoun may mean one of two who are alike.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from dragoman.language.clauses.inserted import inserted
from dragoman.language.clauses.shared import not_but, of_several, respectively, with_state
from dragoman.language.clauses.tails import with_beginnings
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english, hedges
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import is_simple_past
from dragoman.language.words.tokens import Token


class Joined(NamedTuple):
    """A sentence as two."""

    first: list[Token]
    second: list[Token]


_ADDING = frozenset({"and", "but", "plus", "yet", ","})
_SETTING_APART = frozenset({"while", "whilst", "whereas", "though", "although"})
_GIVING_REASONS = frozenset({"because", "since", "as", "so", "after", "now"})
_JOINING = _ADDING | _SETTING_APART | _GIVING_REASONS | {"-"}
_CUES = _JOINING | {"with"}
_FIRST = (_SETTING_APART | _GIVING_REASONS) - {"so"}
_NO_CLAUSE = {
    "so": frozenset(
        {"that", "far", "much", "many", "long", "as", "too", "do", "does", "did", "is", "are", "has", "have"}
    ),
    "as": frozenset(
        {"as", "if", "though", "of", "well", "soon", "long", "far", "to", "much", "many", "usual", "before"}
    ),
}
"""Behind which word a joining one begins something else."""
_BESIDE = frozenset({"also", "too", "then", "besides", "meanwhile", "even", "as", "well"})
_SILENT = frozenset(
    {Effect.NONE, Effect.NARROWS, Effect.PLACE, Effect.NEGATES, Effect.NO_LONGER, Effect.WITH_NEGATION, Effect.PAST}
)
_OF_THE_LAST = _SILENT | {Effect.BYGONE, Effect.NEARLY}
"""What the second of two may have as well: `closed after they collided yesterday`, `and B is on the brink of collapse`."""
_ONLY_WHEN = (
    english.IFS
    | english.MODALS
    | hedges.SAYING
    | hedges.TALES
    | frozenset(
        english.lines(
            """
            or | nor | either | neither | until | till | before | once | when | whenever | where | wherever | how | why | what
            otherwise | else | instead | respectively | vice | were | "
            """
        )
    )
) - {"can"}
"""Words beside which a clause may not be so, or not so alone."""
_OF_SEVERAL = frozenset({"neither", "nor", "respectively"})
_DENYING = english.NEGATORS | english.FAINT_NEGATORS
_ADVERBS = frozenset({"still", "also", "now", "already"})
_FINITE = frozenset({"is", "are", "has", "have", "does"})
_RELATIVE = frozenset({"which", "who", "whose"})
_MEANING_ONE = english.PRONOUNS | {"them", "him"}
_LEAST, _LONGEST_SUBJECT, _MOST = 3, 6, 8


def may_join(tokens: Sequence[Token]) -> bool:
    """Whether a word of a sentence may join two clauses."""
    return any(token.text in _CUES for token in tokens)


def joined(line: Line, own: Container[int] = ()) -> Iterator[Joined]:
    """The ways in which a sentence is two, the shortest first clause first; at `own` places of the text phrases were found to say themselves what hedges or dates elsewhere."""
    texts, tokens = line.texts, line.tokens
    effects: dict[int, set[Effect]] = {}
    for at, marks in enumerate(line.marks):
        if line.tokens[at].start not in own:
            effects.setdefault(line.tokens[at].start, set()).update(_effect(line, at, mark) for mark in marks)
    if not all(each <= _OF_THE_LAST for each in effects.values()):
        return
    several = [Joined(*two) for ways in (of_several, respectively, not_but, with_state) for two in ways(line)]
    passed = {"what": "of", "where": ","}
    words = {text for at, text in enumerate(texts) if not (at and passed.get(text) == texts[at - 1])}
    found, is_said_of_all = 0, not _ONLY_WHEN.isdisjoint(words - (_OF_SEVERAL if several else set()))
    if is_said_of_all:
        return
    tails = (Joined(*two) for two in with_beginnings(line))
    within = (Joined(*two) for two in inserted(line))
    ways = () if several else chain(_behind_opening(texts, tokens), _at_joints(line, texts, tokens), tails)
    for one in chain(several, within, ways):
        is_plain = all(effects.get(token.start, _SILENT) <= _SILENT for token in one.first)
        if found < _MOST and is_plain and min(len(one.first), len(one.second)) >= _LEAST and _is_clear(line, one):
            found += 1
            yield _in_place(line, one)


def _effect(line: Line, at: int, mark: Mark) -> Effect:
    """What a mark does; a year that is over is not only said of the clause it stands in, and `what it can carry` says how much."""
    if mark.effect is Effect.POSSIBLE and line.texts[max(0, at - 2) : at + 1] == ["what", "it", "can"]:
        return Effect.NONE
    is_year = mark.effect is Effect.BYGONE and any(text.isdigit() for text in line.texts[at : mark.end])
    return Effect.FORMER if is_year else mark.effect


def _in_place(line: Line, one: Joined) -> Joined:
    """With the place that both are said of, if the second names nobody: `in A 11 % is shaded and 35 % is cooled`."""
    place = next((mark for mark in line.marks[0] if mark.effect is Effect.PLACE), None)
    starts = {token.start for token in one.second}
    is_named = any(several and line.tokens[at].start in starts for at, several in enumerate(line.mentions))
    if place is None or is_named or line.tokens[0].start != one.first[0].start:
        return one
    end = line.tokens[place.end - 1].end
    return one._replace(second=[*(token for token in one.first if token.end <= end), *one.second])


def _behind_opening(texts: list[str], tokens: Sequence[Token]) -> Iterator[Joined]:
    """`Although A, B`."""
    start = 2 if texts[:2] in (["even", "though"], ["now", "that"]) else 1
    if texts[0] not in _FIRST | {"even", "now"} or (start == 1 and texts[0] in ("even", "now")):
        return
    if not _DENYING.isdisjoint(texts) and texts[0] not in _SETTING_APART | {"even"}:
        return
    for at in range(start + _LEAST, len(texts) - _LEAST):
        if texts[at] == "," and (texts[0] != "after" or _is_done(texts[start:at])):
            one, other = [*tokens[start:at]], [*tokens[at + 1 :]]
            is_ahead = one[0].text in _MEANING_ONE - {"there"}  # `although it is full, A does this`: it is A
            yield Joined(other, one) if is_ahead else Joined(one, other)


def _at_joints(line: Line, texts: list[str], tokens: Sequence[Token]) -> Iterator[Joined]:
    for at in range(_LEAST, len(texts) - _LEAST):
        word = texts[at]
        if word not in _JOINING or texts[at + 1] in _NO_CLAUSE.get(word, ()) or texts[at + 1] in _JOINING:
            continue
        if texts[at - 1] == texts[at + 1]:  # `less and less`
            continue
        end = at
        while end > 0 and texts[end - 1] in _ADDING | {"-", "even"}:
            end -= 1
        first, start = [*tokens[:end]], at + 1
        is_apart = end < at or word in (",", "-")
        if word == "now":
            if texts[start] != "that":
                continue
            start += 1
        is_denied = not _DENYING.isdisjoint(texts[:end])
        if is_denied and (word in _GIVING_REASONS or (word in _SETTING_APART and not is_apart)):
            continue
        if (word == "as" and not is_apart) or (word == "after" and not _is_done(texts[start:])):
            continue
        second = behind_beside(tokens[start:])
        start = len(texts) - len(second)
        if texts[start] == "where" and word == ",":
            if (again := _of_whom(line, first, second)) is not None:
                yield from (Joined(first, where) for where in _where(second, again))
        elif texts[start] in _RELATIVE and word == ",":
            if (again := _of_whom(line, first, second)) is not None:
                yield Joined(first, again)
        elif word in _ADDING and _is_verb(texts, start):
            if subject := _subject(line, first):
                yield Joined(first, [*subject, *second])
        else:
            yield Joined(first, second)


def behind_beside(tokens: Sequence[Token]) -> list[Token]:
    """A clause without words like `also`, or an `at least` that counts nothing, before it."""
    texts, start = [token.text for token in tokens], 0
    while start < len(texts) - _LEAST and texts[start] in _BESIDE:
        start += 1
    is_least = texts[start : start + 2] == ["at", "least"] and texts[start + 2 : start + 3] != []
    start += 2 if is_least and texts[start + 2] in english.PRONOUNS | english.ARTICLES else 0
    return [*tokens[start:]]


def denies(tokens: Sequence[Token]) -> bool:
    """Whether a word of a clause denies, or nearly so."""
    return any(token.text in _DENYING for token in tokens)


def _is_done(texts: Sequence[str]) -> bool:
    """Whether a clause says what was done: `after two trains collided`, and not `after it is mended`."""
    if not {"is", "are", "does", "do"}.isdisjoint(texts):
        return False
    return any(text in ("has", "have", "had", "was") or is_simple_past(text) or text.endswith("ed") for text in texts)


def _is_verb(texts: Sequence[str], at: int) -> bool:
    """Whether a clause begins with its verb, so that who does it stands before."""
    at += texts[at] in _ADVERBS
    if texts[at] in _FINITE:
        return True
    is_s = texts[at].endswith("s") and not texts[at].endswith(("ss", "'s"))
    behind = texts[at + 1] if at + 1 < len(texts) else ""
    return (
        is_s
        and texts[at] not in english.PRONOUNS | english.ARTICLES
        and (behind in english.ARTICLES | PREPOSITIONS or behind[:1].isdigit() or behind in english.NUMBER_WORDS)
    )


def _mention(line: Line, token: Token) -> Mention | None:
    """Who is named from a token on, the longest."""
    at = next((at for at, one in enumerate(line.tokens) if one.start == token.start), None)
    return line.mentions[at][0] if at is not None and line.mentions[at] else None


def _subject(line: Line, first: list[Token]) -> list[Token]:
    """The words for who it is of whom the first clause speaks; none if that is not clear."""
    start = int(first[0].text in english.ARTICLES)
    mention = _mention(line, first[start])
    if mention is None or mention.is_or or mention.excluded:
        return []
    end_of = line.tokens[mention.end - 1].end
    for at in range(start + 1, min(len(first), _LONGEST_SUBJECT + 1)):
        text = first[at].text
        if text in english.BE | english.HAVE | english.DO:
            return first[:at]
        if first[at - 1].end == end_of and mention.kind != PRONOUN and _is_verb([t.text for t in first], at):
            return first[:at]
        if first[at].end > end_of and (text in PREPOSITIONS or text in ("and", ",")):
            return []
    return []


def _of_whom(line: Line, first: list[Token], second: list[Token]) -> list[Token] | None:
    """`..., whose grid is weak`, said of who stands last before it."""
    last = [
        (at, m)
        for at, several in enumerate(line.mentions)
        for m in several
        if m.kind != PRONOUN and line.tokens[m.end - 1].end == first[-1].end
    ]
    if len({m.names for _, m in last}) != 1 or len(last[0][1].names) != 1:
        return None
    start = line.tokens[last[0][0]].start
    whom = [token for token in first if token.start >= start]
    owner = [Token("'s", "'s", second[0].start, second[0].start, False)] if second[0].text == "whose" else []
    return [*whom, *owner, *second[1:]]


def _where(second: list[Token], again: list[Token]) -> Iterator[list[Token]]:
    """`..., where 70 % are vaccinated`: 70 % are vaccinated there."""
    whom = again[: len(again) - len(second) + 1]
    for link in ("at", "in", "on"):
        yield [*second[1:], second[0]._replace(text=link, stem=link), *whom]


def _is_clear(line: Line, one: Joined) -> bool:
    """Whether it is clear whom a pronoun of the second means: no two of a kind are named in the first, or none at all there."""
    if _MEANING_ONE.isdisjoint(token.text for token in one.second):
        return True
    ends = {token.start for token in one.first}
    entities = line.grammar.lexicon.entities
    known: dict[str, str] = {}
    for at, several in enumerate(line.mentions):
        if line.tokens[at].start not in ends:
            continue
        for name in (name for mention in several if mention.kind != PRONOUN for name in mention.names):
            if any(known.setdefault(kind, name) != name for kind in entities[name].types):
                return False
    return True
