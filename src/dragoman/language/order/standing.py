"""The same sentence where a plain one says otherwise how high, where or by whom something is.

    X is standing at 46 degrees                    ->  X has 46 degrees
    X is at 94 percent occupancy                   ->  occupancy at X is 94 percent
    there are loads of nuts in X                   ->  X has loads of nuts
    at X they use 40 litres a day                  ->  X uses 40 litres a day
    it never falls below 31 degrees in X           ->  in X the temperature never falls below 31 degrees
    A gets it from B, whose grid is strained       ->  A gets it from B, and B's grid is strained
    X only treats sick fish                        ->  X treats only sick fish
    in X you are allowed to work at noon           ->  X allows work at noon

As for all of :mod:`dragoman.language.whole`, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english, hedges
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.tokens import Token

_IS = frozenset({"is", "are", "'s", "'re"})
_STANDING = frozenset(english.lines("sitting | standing | holding | hovering | running | now | currently | still"))
_SITS = frozenset(english.lines("sits | stands | hovers"))
_PLACING = frozenset({"in", "at", "on"})
_PLENTY = frozenset(english.lines("loads | lots | heaps | plenty"))
_DEGREES = frozenset({"c", "degrees", "degree", "celsius", "fahrenheit"})
_MOVES = frozenset(
    english.lines("falls | fall | fell | drops | drop | gets | get | goes | go | dips | dip | sinks | sink")
)
_RULED = {
    "allowed": "allows",
    "permitted": "permits",
    "forbidden": "forbids",
    "banned": "bans",
    "prohibited": "prohibits",
}
_ANYONE = frozenset({"you", "people", "one", "everyone", "everybody", "anyone", "anybody"})
_FIRST = re.compile(r"^(?:in|at|\((?:in|at|on)(?:\|(?:in|at|on))*\)) \{")
_PARTING = frozenset(english.BOUNDARIES) | {",", ";", ":", "-", "told", "said", "says"}
"""What may end a clause, behind which a place is another's."""
_MOST_NOUNS, _FAR = 3, 8
_PLACES_FIRST: WeakKeyDictionary[Grammar, bool] = WeakKeyDictionary()


def standing(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    for tokens in (
        _stands_at(line),
        _has_plenty(line),
        _they_there(line),
        _they_all(line),
        _weather(line),
        _whose(line),
        _rules(line),
        _place_in_front(line),
    ):
        if tokens is not None:
            yield tokens
    yield from _only(line)


def _stands_at(line: Line) -> list[Token] | None:
    """`X is standing at 46 degrees`, `X is at 94 % occupancy`."""
    at = next((at for at in range(2, len(line) - 1) if line.texts[at] == "at" and line.figures[at + 1] is not None), 0)
    verb = at - 1
    while verb > 0 and line.texts[verb] in _STANDING:
        verb -= 1
    whose = next((n for n in range(verb) for m in line.mentions[n] if m.end == verb and m.kind != PRONOUN), -1)
    figure = line.figures[at + 1] if at else None
    if figure is None or whose < 0 or line.texts[verb] not in _IS | _SITS or any(line.figures[:at]):
        return None
    behind = figure.end
    while behind < min(len(line), figure.end + _MOST_NOUNS) and _is_noun(line, behind):
        behind += 1
    if figure.unit == PERCENT and behind > figure.end:
        what = [*line.tokens[figure.end : behind], *said_for(("at",), line.tokens[at]), *line.tokens[whose:verb]]
        number = line.tokens[at + 1 : figure.end]
        return [*line.tokens[:whose], *what, *said_for(("is",), line.tokens[verb]), *number, *line.tokens[behind:]]
    return [*line.tokens[:verb], *said_for(("has",), line.tokens[verb]), *line.tokens[at + 1 :]]


def _is_noun(line: Line, at: int) -> bool:
    """Whether a word may be a noun that is counted: it carries something, and names nobody."""
    text = line.texts[at]
    is_light = text in english.CARRY_NOTHING | english.BOUNDARIES | PREPOSITIONS or bool(line.marks[at])
    return line.tokens[at].is_word and not is_light and not line.mentions[at] and line.figures[at] is None


def _has_plenty(line: Line) -> list[Token] | None:
    """`there are loads of nuts in X`: what there is plenty of in X, X has; that it is there, alone, may be another's."""
    at = next((at for at in range(len(line) - 4) if line.texts[at] == "there" and line.texts[at + 1] in _IS), -1)
    if at < 0 or line.texts[at + 2] not in _PLENTY or line.texts[at + 3] != "of" or is_denied(line):
        return None
    place = next((n for n in range(at + 5, len(line) - 1) if line.texts[n] in _PLACING), 0)
    named = named_at(line, place + 1) if place else None
    if named is None or named.end != len(line):
        return None
    return [
        *line.tokens[:at],
        *line.tokens[place + 1 :],
        *said_for(("has",), line.tokens[at]),
        *line.tokens[at + 2 : place],
    ]


def _they_there(line: Line) -> list[Token] | None:
    """`at X they use 40 litres a day`, where nobody else is named whom `they` could mean."""
    place = named_at(line, 1) if line.texts[0] in _PLACING and not line.before else None
    if place is None or len({m.names for several in line.mentions for m in several if m.kind != PRONOUN}) != 1:
        return None
    they = place.end + (line.texts[place.end : place.end + 1] == [","])
    verb = "".join(line.texts[they + 1 : they + 2])
    is_done = bool(verb) and verb not in hedges.SAYING | english.HAVE | english.BE | english.MODALS | english.DO
    is_they = line.texts[they : they + 1] == ["they"] and len(line) > they + 2
    return [*line.tokens[1 : place.end], *line.tokens[they + 1 :]] if is_they and is_done else None


def _they_all(line: Line) -> list[Token] | None:
    """`they have whitened the roofs in X`, where nobody was named whom `they` could mean: people have."""
    is_they = line.texts[0] == "they" and not line.before and "people" in line.grammar.surface
    return [*said_for(("people",), line.tokens[0]), *line.tokens[1:]] if is_they else None


def _weather(line: Line) -> list[Token] | None:
    """`it never falls below 31 degrees in X`, said of how warm it is: the temperature."""
    it = next((at for at in range(len(line) - 4) if line.texts[at] == "it"), -1)
    below = next((at for at in range(it + 2, min(it + 6, len(line) - 2)) if line.texts[at] in ("below", "under")), 0)
    figure = line.figures[below + 1] if it >= 0 and below else None
    is_it = figure is not None and line.texts[below - 1] in _MOVES and not any(line.mentions[:it])
    if figure is None or not is_it or "temperature" not in line.grammar.surface or line.before:
        return None
    if line.texts[figure.end : figure.end + 1] == [] or line.texts[figure.end] not in _DEGREES:
        return None
    when = [token for token in line.tokens[:it] if token.text not in ("even", ",")]
    tokens = [*said_for(("the", "temperature"), line.tokens[it]), *line.tokens[it + 1 :], *when]
    return _fronted(Line(line.grammar, line.text, tokens, line.before, widely=True)) or tokens


def _place_in_front(line: Line) -> list[Token] | None:
    """`it happens in X` as `in X it happens`, where some phrase begins so."""
    return _fronted(line) if _begins_with_places(line.grammar) else None


def _fronted(line: Line) -> list[Token] | None:
    named = [(at, m) for at, several in enumerate(line.mentions) for m in several[:1] if m.kind != PRONOUN]
    at, mention = next(((at, m) for at, m in named if at > 1), (0, None))
    at -= line.texts[at - 1 : at] == ["the"]
    if (
        mention is None
        or any(text in _PARTING for text in line.texts)
        or len({m.names for _, m in named}) != 1
        or line.texts[at - 1] not in _PLACING
        or at < _MOST_NOUNS
    ):
        return None
    return [*line.tokens[at - 1 : mention.end], *line.tokens[: at - 1], *line.tokens[mention.end :]]


def _begins_with_places(grammar: Grammar) -> bool:
    if grammar not in _PLACES_FIRST:
        _PLACES_FIRST[grammar] = any(_FIRST.match(phrase.text) for phrase in grammar.book.phrases)
    return _PLACES_FIRST[grammar]


def _whose(line: Line) -> list[Token] | None:
    """`A gets it from B, whose grid is strained` as two clauses."""
    at = next((at for at in range(3, len(line) - 3) if line.texts[at] == "whose"), 0)
    comma = at - 1
    if not at or line.texts[comma] != ",":
        return None
    start = next((n for n in range(max(0, comma - _FAR), comma) for m in line.mentions[n] if m.end == comma), -1)
    owner = named_at(line, start) if start >= 0 else None
    if owner is None or len(owner.names) != 1:
        return None
    name = line.tokens[start:comma]
    link = [*said_for(("and",), line.tokens[at]), *name, *said_for(("'s",), line.tokens[at])]
    return [*line.tokens[:at], *link, *line.tokens[at + 1 :]]


def _rules(line: Line) -> list[Token] | None:
    """`in X you are allowed to work at noon`, `work at noon is allowed in X`: X allows it."""
    place = named_at(line, 1) if line.texts[0] in _PLACING else None
    ruled = next((at for at in range(2, len(line)) if line.texts[at] in _RULED), 0)
    be = ruled - 1
    while be > 0 and line.texts[be] in ("still", "now", "also"):
        be -= 1
    if not ruled or line.texts[be] not in _IS or is_denied(line):
        return None
    verb = said_for((_RULED[line.texts[ruled]],), line.tokens[ruled])
    if place is not None:
        start = place.end + (line.texts[place.end : place.end + 1] == [","])
        if line.texts[start:be] == ["it"] or (be == start + 1 and line.texts[start] in _ANYONE):
            if line.texts[ruled + 1 : ruled + 2] == ["to"]:
                return [*line.tokens[1 : place.end], *verb, *line.tokens[ruled + 2 :]]
            return None
        return [*line.tokens[1 : place.end], *verb, *line.tokens[start:be]] if ruled + 1 == len(line) else None
    link = "".join(line.texts[ruled + 1 : ruled + 2])
    named = named_at(line, ruled + 2) if link in _PLACING else None
    is_last = named is not None and named.end == len(line) and len(named.names) == 1
    return [*line.tokens[ruled + 2 :], *verb, *line.tokens[:be]] if is_last and not any(line.mentions[:be]) else None


def _only(line: Line) -> Iterator[list[Token]]:
    """`X only treats sick fish` as `X treats only sick fish`; `only buys it on Mondays` as `buys it only on Mondays`."""
    at = next((at for at in range(1, len(line) - 2) if line.texts[at] == "only"), 0)
    named = at > 0 and any(m.end == at for several in line.mentions[:at] for m in several)
    if not named or "only" not in line.grammar.surface or line.figures[at + 1] is not None or line.texts[at + 1] in _IS:
        return
    verb = at + 1
    if line.texts[verb] in PREPOSITIONS | english.HAVE | english.MODALS | english.ARTICLES or line.mentions[verb]:
        return
    places = (verb + 1, *(n for n in range(verb + 2, len(line) - 1) if line.texts[n] in PREPOSITIONS))
    for place in places:
        yield [*line.tokens[:at], *line.tokens[verb:place], line.tokens[at], *line.tokens[place:]]
