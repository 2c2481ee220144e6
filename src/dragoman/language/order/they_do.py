"""What they do, whoever they are, as what is done.

    they do not send traffic from A over B any more   ->  traffic from A is not sent over B any more
    they have closed A for repairs                    ->  A has been closed for repairs
    they are rebuilding A                             ->  A is rebuilt

Only where nobody was named before whom `they` could mean. As for all that :mod:`dragoman.language.order.rearranged` does, an order
counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, inflected

_ARE, _HAVE = frozenset({"are", "'re"}), frozenset({"have", "'ve"})
_AUX = (
    english.BE
    | english.HAVE
    | english.DO
    | english.MODALS
    | PREPOSITIONS
    | english.PRONOUNS
    | {"will", "'ll", "to", "say", "want", "think", "know"}
)
_MOST_PLACES = 3


def they_do(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    if line.texts[0] != "they" or line.before or len(line) < _MOST_PLACES + 1:
        return
    like, at = line.tokens[0], 1
    helping = line.texts[at] if line.texts[at] in _ARE | _HAVE | {"do"} else ""
    at += bool(helping)
    denial = (
        "not"
        if line.texts[at : at + 1] == ["not"]
        else "no longer"
        if line.texts[at : at + 2] == ["no", "longer"]
        else ""
    )
    at += len(denial.split())
    verb = line.texts[at] if at + 1 < len(line) else ""
    if not verb or verb in _AUX or line.mentions[at] or not line.tokens[at].is_word:
        return
    if helping in _ARE:
        done = inflected(first_form(verb, Form.DOING), Form.DONE) if verb.endswith("ing") else ""
    elif helping in _HAVE:
        done = verb if is_past_participle(verb) else ""
    else:
        done = inflected(verb, Form.DONE)
    if not done:
        return
    be = ("has", *denial.split(), "been", done) if helping in _HAVE else ("is", *denial.split(), done)
    places = [n for n in range(at + 2, len(line)) if line.texts[n] in PREPOSITIONS or line.marks[n]]
    for place in (*places[:_MOST_PLACES], len(line)):
        thing = line.tokens[at + 1 : place]
        if any(line.mentions[n] for n in range(at + 1, len(line))):
            yield [*thing, *said_for(be, like), *line.tokens[place:]]
