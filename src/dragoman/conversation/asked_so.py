"""A line that asks whether something is so: what it asks about, and the fact that it would be if it were told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.conversation.topic_index import Index
from dragoman.language.clauses.cutter import Cutter
from dragoman.language.earlier.context import Context
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.offering.search import Search
from dragoman.language.telling.teller import Teller
from dragoman.language.words import english
from dragoman.language.words.tokens import Token, tokens_of

_AUXILIARIES = (
    english.BE | english.DO | english.HAVE | frozenset(["can", "could", "will", "would", "should", "may", "might"])
)
_PERSONS = frozenset({"you", "i", "we", "us"})
"""Behind an auxiliary: who is asked to do something, or nobody of whom something could be so."""
_ASKED_SO = re.compile(
    r"^(?:(?:so|and|but|ok|okay|well|then)[ ,]+)*(?:(?:is it (?:true|so|right|correct|the case|known)|do (?:you|we) (?:think|know|say|recommend|advise|conclude|find|believe|see)"
    r"|did (?:i|we|anyone|anybody|somebody) (?:tell you|say|mention|claim|enter)|have (?:i|we) (?:told you|said|mentioned)|can you (?:confirm|tell me)|am i right|does (?:it|that) follow|tell me)(?: that| if| whether)?|whether|if)\b",
    re.IGNORECASE,
)
_ON_ADVICE = re.compile(r"^\W*(?:\w+[ ,]+){0,3}?(?:should|ought|recommend|advise|suggest)\b", re.IGNORECASE)
_FACT_LEAST, _TOPIC_LEAST = 0.4, 0.55
"""What the search finds with less is not what is asked."""
_FARTHEST = 5
"""Who is asked about has fewer words."""


def body_of(text: str) -> str:
    """What a line asks to be so, without what asks; empty if it is no such question."""
    body = _ASKED_SO.sub("", text).strip(" ,")
    words = [token.text for token in tokens_of(body)[:2]]
    is_order = len(words) > 1 and words[1] in _PERSONS
    is_asked = body != text or (words and words[0] in _AUXILIARIES and not is_order)
    return body if is_asked else ""


def is_on_advice(text: str) -> bool:
    """Whether it is asked what should be, and not what is: no fact that could be told answers that."""
    return _ON_ADVICE.match(text) is not None


def fact_in(grammar: Grammar, body: str, context: Context) -> ReadFact | None:
    """What is asked as a fact that could be told: the question turned into a statement, and read."""
    for text in _statements(tokens_of(body), body):
        line = Line(grammar, text, tokens_of(text), context.names)
        cut = Cutter(line, context.mentions, context.last).cut()
        told = Teller(grammar.rulebook, grammar.book.events, line).told(cut)
        facts = [fact for one in told for fact in one.facts]
        if facts and len(cut.left_over) <= 1:
            return facts[0]
    return None


def is_known(grammar: Grammar, body: str, context: Context) -> bool:
    """Whether what is asked is a conclusion or a fact of the rulebook, as far as a search can tell."""
    line = Line(grammar, body, tokens_of(body), context.names)
    topics = Index.of(grammar).found(line)
    if topics and topics[0].score >= _TOPIC_LEAST:
        return True
    found = Search.of(grammar).found(line)
    return bool(found) and found[0].score >= _FACT_LEAST and any(line.mentions)


def _statements(tokens: Sequence[Token], text: str) -> Iterator[str]:
    """A question as statements: as it stands, without its first word, and with that word behind who is asked about."""
    yield text.rstrip("?! ")
    if tokens and tokens[0].text in _AUXILIARIES and len(tokens) > 2:
        rest = text[tokens[1].start :].rstrip("?! ")
        yield rest
        words = rest.split(" ")
        for place in range(1, min(_FARTHEST, len(words))):
            yield " ".join([*words[:place], tokens[0].text, *words[place:]])
