"""What stands within a sentence, or before it, and says more of whom the sentence is about, as a clause of its own.

    A, whose generator is broken, is 97 % full          ->  A is 97 % full | A's generator is broken
    A, where farmers protest, bans exports              ->  A bans exports | farmers protest in A
    A, to which B exports rice, bans exports            ->  A bans exports | B exports rice to A
    being bankrupt, A has debts of 60 million           ->  A has debts of 60 million | A is bankrupt
    banned from B, A boycotts C                         ->  A boycotts C | A is banned from B
    with debts of 60 million, A is bankrupt             ->  A is bankrupt | A has debts of 60 million
    bankrupt, A has lost its licence                    ->  A has lost its licence | A is bankrupt
    having lost its licence, A is bankrupt              ->  A is bankrupt | A has lost its licence
    A and its ally, B, strike at C                      ->  A and B strike at C | B is an ally of A
    A is bankrupt after losing its licence              ->  A is bankrupt | A has lost its licence

Whom it is about is named right before or right behind it. A participle is of the time of its sentence: where that says what was,
so does the clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import UNCHANGED, is_past_participle, is_simple_past, stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, inflected

_SILENT = frozenset({Effect.NONE, Effect.PLACE, Effect.NEGATES})
_WHO = frozenset({"which", "who"})
_PIED = frozenset({"which", "whom"})
_AT = ("in", "at")
_LEAST, _BEHIND_AND = 2, 3
_OWN = frozenset({"its", "their", "his", "her"})
_NO_PARTICIPLES = PREPOSITIONS | english.MODALS | english.NEGATORS | english.BOUNDARIES
_Two = tuple[list[Token], list[Token]]


def inserted(line: Line) -> Iterator[_Two]:
    """The sentence without such a clause, and the clause, in each way."""
    if "," in line.texts:
        yield from _with_another(line)
        yield from _behind_subject(line)
        yield from _before_subject(line)
        yield from _with_something(line)
    if "after" in line.texts:
        yield from _after_doing(line)


def _subject_end(line: Line, start: int) -> int:
    """Where the name ends that stands there, behind its article or not; 0 if none does."""
    at = start + (line.texts[start : start + 1] == ["the"])
    named = [m for m in line.mentions[at] if m.kind not in (PRONOUN, ADJECTIVE)] if at < len(line) else []
    first = next(iter(named), None)
    return first.end if first is not None and len(first.names) == 1 and not (first.is_or or first.excluded) else 0


def _word(text: str, like: Token) -> Token:
    return like._replace(text=text, stem=stem(text), is_word=text != "'s", is_capital=False)


def _behind_subject(line: Line) -> Iterator[_Two]:
    """`A, whose generator is broken, is full`."""
    texts, tokens = line.texts, line.tokens
    end = _subject_end(line, 0)
    if not end or texts[end : end + 1] != [","]:
        return
    for close in (at for at in range(end + 2 + _LEAST, len(texts) - 1) if texts[at] == ","):
        whom, said = tokens[:end], tokens[end + 1 : close]
        first = [*whom, *tokens[close + 1 :]]
        opening, like = said[0].text, said[0]
        if opening in _WHO:
            yield first, [*whom, *said[1:]]
        elif opening == "whose":
            yield first, [*whom, _word("'s", like), *said[1:]]
        elif opening == "where":
            yield from ((first, [*said[1:], _word(link, like), *whom]) for link in _AT)
        elif opening == "with" and _is_had(line, end + 2, close):
            yield first, [*whom, _word("had" if _was(line, close + 1) else "has", like), *said[1:]]
        elif opening in PREPOSITIONS and said[1].text in _PIED:
            yield first, [*said[2:], said[0], *whom]


def _with_another(line: Line) -> Iterator[_Two]:
    """`A and its ally, B, do this`: A and B do this, and B is an ally of A."""
    texts, tokens = line.texts, line.tokens
    end = _subject_end(line, 0)
    comma = end + _BEHIND_AND
    if not end or texts[end] != "and" or texts[end + 1 : comma] == [] or texts[comma : comma + 1] != [","]:
        return
    other = _subject_end(line, comma + 1)
    if texts[end + 1] in _OWN and other and texts[other : other + 1] == [","] and other + _LEAST < len(texts):
        whom, noun, like = tokens[comma + 1 : other], tokens[comma - 1], tokens[end + 1]
        is_so = [_word(one, like) for one in ("is", "an" if noun.text[0] in "aeiou" else "a")]
        first = [*tokens[: end + 1], *whom, *tokens[other + 1 :]]
        yield first, [*whom, *is_so, noun, _word("of", like), *tokens[:end]]


def _before_subject(line: Line) -> Iterator[_Two]:
    """`being bankrupt, A has debts`, `banned from B, A boycotts C`."""
    texts, tokens = line.texts, line.tokens
    comma = texts.index(",")
    end = _subject_end(line, comma + 1)
    if not end or end >= len(texts) - 1 or texts[end] in (",", "'s") or line.mentions[0] or "," in texts[end:]:
        return
    if any(mark.effect not in _SILENT for marks in line.marks[:comma] for mark in marks):
        return
    if (said := _said_of(line, comma, was=_was(line, end))) is not None:
        helper, start = said
        yield tokens[comma + 1 :], [*tokens[comma + 1 : end], _word(helper, tokens[0]), *tokens[start:comma]]


def _said_of(line: Line, comma: int, *, was: bool) -> tuple[str, int] | None:
    """The verb with which what stands first is a clause, and where the rest of that begins; None if it is none."""
    texts, opening = line.texts, line.texts[0]
    be, have = ("was", "had") if was else ("is", "has")
    if comma == 1:
        is_state = opening in line.grammar.surface and not line.marks[0] and not opening.endswith("ly")
        return (be, 0) if is_state else None
    if opening == "with":
        return (have, 1) if _is_had(line, 1, comma) else None
    if opening == "having":
        return (have, 1) if is_past_participle(texts[1]) else None
    is_doing = opening == "being" or (opening.endswith("ing") and opening not in english.CARRY_NOTHING)
    is_done = is_past_participle(opening) or (opening in UNCHANGED and texts[1] in PREPOSITIONS)
    is_participle = opening not in _NO_PARTICIPLES and (is_doing or is_done)
    return (be, int(opening == "being")) if is_participle else None


def _is_had(line: Line, start: int, end: int) -> bool:
    """Whether what stands behind a `with` is something that somebody has, and neither somebody nor what is done: `with A`, `with B shut`."""
    texts = line.texts[start:end]
    is_done = any(text in UNCHANGED or (is_past_participle(text) and not text.endswith("s")) for text in texts)
    is_done = is_done or any(
        one.endswith("ing") and (not other or other in PREPOSITIONS | english.ARTICLES)
        for one, other in pairwise((*texts, ""))
    )
    return len(texts) >= _LEAST and not (is_done or line.mentions[start] or line.mentions[start + 1])


def _with_something(line: Line) -> Iterator[_Two]:
    """`A is bankrupt, with debts of 60 million`: of the only one that it names."""
    texts, tokens = line.texts, line.tokens
    comma, end = len(texts) - 1 - texts[::-1].index(","), _subject_end(line, 0)
    if not end or end >= comma or texts[comma + 1 : comma + 2] != ["with"] or any(line.mentions[end:comma]):
        return
    if _is_had(line, comma + 2, len(texts)):
        has = _word("had" if _was(line, end) else "has", tokens[comma + 1])
        yield tokens[:comma], [*tokens[:end], has, *tokens[comma + 2 :]]


def _after_doing(line: Line) -> Iterator[_Two]:
    """`A is bankrupt after losing its licence`: it has lost it."""
    texts, tokens = line.texts, line.tokens
    at = texts.index("after")
    end = _subject_end(line, 0)
    doing = texts[at + 1] if at + _LEAST < len(texts) else ""
    if not end or end + 1 >= at or not doing.endswith("ing") or line.mentions[at + 1]:
        return
    base = first_form(doing, Form.DOING)
    is_of_then = at + 1 < len(texts) and any(one.word.endswith("ing") for _, one in line.spoken[at + 1])
    if not base or is_of_then or not english.NEGATORS.isdisjoint(texts):
        return  # who has considered it considers it no more
    stop = at - (texts[at - 1] == ",")
    verb = [inflected(base, Form.PAST)] if _was(line, end) else ["has", inflected(base, Form.DONE)]
    if all(verb):
        done = [_word(one, tokens[at + 1]) for one in verb]
        yield tokens[:stop], [*tokens[:end], *done, *tokens[at + 2 :]]


def _was(line: Line, start: int) -> bool:
    """Whether the sentence says from there on what was: behind a name, a verb in the past may be a participle as well."""
    texts = line.texts[start:]
    is_past = is_past_participle(texts[0]) or texts[0] in UNCHANGED
    return is_past or any(text in english.PAST_BE or is_simple_past(text) for text in texts)
