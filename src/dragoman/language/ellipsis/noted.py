"""Notes of a log, in which a full stop does the work of a colon, and who is spoken of is said once.

    Heskvoe. Wind 52 kt.                  ->  Heskvoe: Wind 52 kt
    Kittiwake at the yard. Hull holed.    ->  Kittiwake at the yard. Kittiwake: Hull holed
    Ties with the Castle? Close.          ->  Ties with the Castle: Close

A name alone tells nothing, so what follows is said of it. A note without a subject is one of somebody who was named in the
note before it: of whoever is the only one of whom it can be said. What denies, asks or points is no such note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.grammar.lexicon import ANY, GOVERNMENT, NAME, Lexicon
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, mentions_in
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_LONGEST_NAME, _LONGEST = 4, 7
"""Tokens."""
_LONGEST_TOPIC, _LONGEST_ANSWER = 12, 4
_THINGS = frozenset(
    english.lines(
        "things | facts | points | notes | numbers | figures | items | remarks | observations | news | updates"
    )
)
"""What somebody is going to tell."""
_NO_TOPIC = (
    english.BE | english.HAVE | english.DO | english.MODALS | english.NEGATORS | english.IFS | english.FIRST_PERSON | english.ASKING
    | {"you", "your", "any", "some", "more", "else", "will", "can", "'s not", ":", "like", "should", "about", "maybe", "perhaps"}
)  # fmt: skip
"""What stands in a question that wants an answer, or is no topic."""
_NO_ANSWER = (
    english.IFS | english.ASKING | english.FIRST_PERSON | english.MODALS
    | {"yes", "no", "not", "yep", "nope", "nah", "sure", "ok", "okay", "please", "you", "thanks", "right", "wrong", "show", "tell", "give", "list"}
)  # fmt: skip
_NO_NOTE = (
    english.BE | english.HAVE | english.DO | english.MODALS | english.NEGATORS | english.IFS | english.ARTICLES
    | english.PRONOUNS | english.FIRST_PERSON | english.ASKING | english.BOUNDARIES | {"'s", ",", ":", "-", '"', "(", ")", "this", "that", "another", "other"}
)  # fmt: skip
"""What stands in sentences, and not in notes."""


def is_only_a_name(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence is the name of one, and nothing else."""
    if not 0 < len(tokens) <= _LONGEST_NAME or not tokens[0].is_capital:
        return False
    first = mentions_in(lexicon, tokens, ())[0][0]
    return any(m.end == len(tokens) and m.kind in (ANY, NAME, GOVERNMENT) and len(m.names) == 1 for m in first)


def is_a_note(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence is short, names nobody and has no verb of its own: `Hull holed`."""
    if not 1 < len(tokens) <= _LONGEST or not _NO_NOTE.isdisjoint(token.text for token in tokens):
        return False
    return not any(mentions_in(lexicon, tokens, ())[0])


def only_asks_of(tokens: Sequence[Token]) -> bool:
    """Whether what stands before a question mark only names what is spoken of, of nobody here: `Ties with the Castle`."""
    texts = {token.text for token in tokens}
    return 1 < len(tokens) <= _LONGEST_TOPIC and _NO_TOPIC.isdisjoint(texts)


def is_topic(tokens: Sequence[Token]) -> bool:
    """Whether what stands before a question mark is no question, but what the next sentence is about: `A or B`, `the base: open, closed`."""
    texts = {token.text for token in tokens}
    return 1 < len(tokens) <= _LONGEST_TOPIC and (_NO_TOPIC - {":"}).isdisjoint(texts)


def leaves_choice(tokens: Sequence[Token]) -> bool:
    """Whether a topic names what it may be, one or the other."""
    return any(token.text in ("or", ",") for token in tokens)


def answers(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a word or two that say how something is, and neither a yes nor a no: `Close`, `Next to none`."""
    texts = [token.text for token in tokens]
    return 0 < len(texts) <= _LONGEST_ANSWER and _NO_ANSWER.isdisjoint(texts)


def announces(tokens: Sequence[Token]) -> bool:
    """Whether a sentence only says of whom, and how much, will be told: `Two facts about the Castle`."""
    texts = [token.text for token in tokens]
    is_counted = len(texts) > _LONGEST_NAME - 1 and (texts[0] in english.NUMBER_WORDS or texts[0].isdecimal())
    return (
        is_counted
        and len(texts) <= _LONGEST
        and texts[1] in _THINGS
        and texts[2] in ("on", "about", "for", "from", "of")
    )


def names_of(line: Line) -> Iterator[list[Token]]:
    """The tokens of each name in a note, if it has no verb of being or having, and names nobody together with another."""
    if (english.BE | english.HAVE | english.DO | english.MODALS | english.NEGATORS).isdisjoint(line.texts):
        named = [(at, m) for at, several in enumerate(line.mentions) for m in several[:1] if m.kind != PRONOUN]
        if all(len(m.names) == 1 for _, m in named):  # `A and B at the yard. Hull holed`: that of which?
            yield from (line.tokens[at : m.end] for at, m in named)
