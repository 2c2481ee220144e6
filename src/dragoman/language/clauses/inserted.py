"""What stands within a sentence, or before it, and says more of whom the sentence is about, as a clause of its own.

    A, whose generator is broken, is 97 % full          ->  A is 97 % full | A's generator is broken
    A, where farmers protest, bans exports              ->  A bans exports | farmers protest in A
    A, to which B exports rice, bans exports            ->  A bans exports | B exports rice to A
    being bankrupt, A has debts of 60 million           ->  A has debts of 60 million | A is bankrupt
    banned from B, A boycotts C                         ->  A boycotts C | A is banned from B
    having lost its licence, A is bankrupt              ->  A is bankrupt | A has lost its licence
    A and its ally, B, strike at C                      ->  A and B strike at C | B is an ally of A
    A is bankrupt after losing its licence              ->  A is bankrupt | A has lost its licence

Whom it is about is named right before or right behind it. A participle is of the time of its sentence: where that says what was,
so does the clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import UNCHANGED, is_past_participle, is_simple_past, stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, inflected

_SILENT = frozenset({Effect.NONE, Effect.PLACE})
_WHO = frozenset({"which", "who"})
_PIED = frozenset({"which", "whom"})
_AT = ("in", "at")
_HELPING = frozenset({"being", "having"})
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
    if comma < _LEAST or not end or end >= len(texts) - 1 or texts[end] in (",", "'s") or line.mentions[0]:
        return
    opening = texts[0]
    is_doing = opening in _HELPING or (opening.endswith("ing") and opening not in english.CARRY_NOTHING)
    is_done = is_past_participle(opening) or (opening in UNCHANGED and texts[1] in PREPOSITIONS)
    if opening in _NO_PARTICIPLES or not (is_doing or is_done):
        return
    if "," in texts[end:] or any(mark.effect not in _SILENT for marks in line.marks[:comma] for mark in marks):
        return
    was, like = _was(line, end), tokens[0]
    helper, rest = (
        ("had" if was else "has", 1) if opening == "having" else ("was" if was else "is", int(opening == "being"))
    )
    if opening == "having" and not is_past_participle(texts[1]):
        return
    whom = tokens[comma + 1 : end]
    yield tokens[comma + 1 :], [*whom, _word(helper, like), *tokens[rest:comma]]


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
