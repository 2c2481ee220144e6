"""What is asked of another behind a question, or what more is asked of the same.

Who is the largest partner of A? B. And of C? D.   ->  D is the largest partner of C
A worries about B. Over what? Noise.               ->  A worries about B over Noise
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.ellipsis.answered import AGAIN, HELPERS, LONGEST_FRAGMENT, asking_at, bare
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.line.mentions import PRONOUN, Mention, mentions_in
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_Tokens = list[Token]


def asks_more(tokens: Sequence[Token]) -> _Tokens:
    """`And of C?`, `What about C?`: what it asks of; nothing if it is no such question."""
    at = 0
    while at < len(tokens) and tokens[at].text in AGAIN:
        at += 1
    rest = [*tokens[at:]]
    is_short = 0 < len(rest) <= LONGEST_FRAGMENT
    return rest if is_short and (english.ASKING | HELPERS | english.MODALS).isdisjoint(t.text for t in rest) else []


def asked_of_another(lexicon: Lexicon, question: Sequence[Token], more: _Tokens) -> Iterator[_Tokens]:
    """The question before with another name where one of its kind stands."""
    found, _ = mentions_in(lexicon, more, ())
    link = more[0] if more[0].text in PREPOSITIONS else None
    start = int(link is not None)
    start += more[start : start + 1] != [] and more[start].text in english.ARTICLES
    whom = next(
        (m for m in (found[start] if start < len(more) else ()) if m.end == len(more) and m.kind != PRONOUN), None
    )
    if whom is None or len(whom.names) != 1:
        return
    before, _ = mentions_in(lexicon, question, ())
    for at, several in enumerate(before):
        for one in several[:1]:
            is_behind = link is None or question[at - 1].text == link.text or question[at - 2].text == link.text
            if is_behind and _are_alike(lexicon, one, whom) and one.names != whom.names:
                yield [*question[:at], *more[start:], *question[one.end :]]


def _are_alike(lexicon: Lexicon, one: Mention, other: Mention) -> bool:
    kinds = [set(lexicon.entities[name].types) for mention in (one, other) for name in mention.names[:1]]
    return one.kind != PRONOUN and len(one.names) == 1 and not kinds[0].isdisjoint(kinds[1])


def added(statement: Sequence[Token], question: Sequence[Token], answer: Sequence[Token]) -> Iterator[_Tokens]:
    """`A worries about B. Over what? Noise.` as `A worries about B over noise`."""
    asked = bare(question)
    at = asking_at(asked)
    if at is None or len(asked) > at + 2 or answer[0].text == "not":
        return
    link = asked[:at]
    given = answer[1:] if link and answer[0].text == link[0].text else answer
    if given:
        yield [*statement, *link, *given]
