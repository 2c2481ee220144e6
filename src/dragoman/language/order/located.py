"""The same sentence with what is of a place said to be in it.

    more and more Norwegians vote      ->  more and more people vote in Norway
    640 Norwegians study at Uppsala    ->  640 people from Norway study at Uppsala
    A stays away from the Dutch vote   ->  A stays away from the vote in the Netherlands
    61% of Oslo's voters turned out    ->  61% of voters in Oslo turned out

What is of a place need not be in it (`Russian soldiers`): only a noun counts with which a phrase of a fact has the one where
another phrase of the same fact has the other, or that nobody has elsewhere than at home.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.lexicon import ADJECTIVE, ANY, NAME, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token, words_of

_AT_HOME = frozenset(
    english.lines("voters | electorate | residents | inhabitants | population | households | homes | streets | roads")
)
_STORED = frozenset(
    english.lines("stores | storage | tanks | electricity | grid | outages | blackouts | inflation | unemployment")
)
"""What is said of a place by its adjective as well, and is nowhere else."""
_MOST_BEFORE = 2
"""Words before such a noun that are of it: `gas stores`."""
_MORE = frozenset({"more", "fewer", "few"})
_ELSEWHERE = frozenset(
    english.lines("work | works | live | lives | study | worked | lived | stay | went | go | travel")
)
_WORDS = r"(\((?:[^()]*)\)|[a-z]+)"
_OF_PLACE = re.compile(rf"\{{(\w+)/adj\}} (?:\[[^\]]*\] )?{_WORDS}")
_IN_PLACE = re.compile(rf"{_WORDS} <?in \{{(\w+)\}}")
_KNOWN: WeakKeyDictionary[Grammar, frozenset[str]] = WeakKeyDictionary()


def located(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    named = [(at, m) for at, several in enumerate(line.mentions) for m in several[:1] if m.kind != PRONOUN]
    if len({m.names for _, m in named if m.kind in (PEOPLE, ADJECTIVE)}) == 0 and "'s" not in line.texts:
        return
    if (tokens := _people_from(line, named)) is not None:
        yield tokens
    for at, mention in named:
        if len(mention.names) == 1:
            tokens = _people_in(line, at, mention, named) or _thing_in(line, at, mention)
            if tokens is not None:
                yield tokens


def _is_counted(line: Line, at: int) -> bool:
    """Whether a figure stands right before the token."""
    return any(figure is not None and figure.end == at for figure in line.figures[:at])


def _people_from(line: Line, named: list[tuple[int, Mention]]) -> list[Token] | None:
    """`640 Norwegians study at X`: people from Norway, wherever they are."""
    people = {at: m for at, m in named if m.kind == PEOPLE and len(m.names) == 1 and at and _is_counted(line, at)}
    if not people:
        return None
    tokens, at = list[Token](), 0
    while at < len(line):
        if at in people:
            like = line.tokens[at]
            tokens += [*said_for(("people", "from"), like), *_name(line, people[at], like)]
            at = people[at].end
        else:
            tokens.append(line.tokens[at])
            at += 1
    return tokens


def _people_in(line: Line, at: int, mention: Mention, named: list[tuple[int, Mention]]) -> list[Token] | None:
    """`more and more Norwegians vote`: people in Norway; where they go or work elsewhere it does not say."""
    if mention.kind != PEOPLE or len(named) > 1 or not at or not _ELSEWHERE.isdisjoint(line.texts):
        return None
    if not _is_counted(line, at) and line.texts[at - 1] not in _MORE:
        return None
    end = next((n for n in range(mention.end, len(line)) if line.is_cut(n)), len(line))
    like = line.tokens[at]
    rest = line.tokens[mention.end : end]
    where = [*said_for(("in",), like), *_name(line, mention, like)]
    return [*line.tokens[:at], *said_for(("people",), like), *rest, *where, *line.tokens[end:]]


def _thing_in(line: Line, at: int, mention: Mention) -> list[Token] | None:
    """`the Dutch vote`, `Oslo's voters`: the vote in the Netherlands, voters in Oslo."""
    is_owner = line.texts[mention.end : mention.end + 1] == ["'s"]
    if mention.kind != ADJECTIVE and not (mention.kind in (NAME, ANY) and is_owner):
        return None
    start = mention.end + is_owner
    nouns = _nouns_of(line.grammar)
    end = start + next((n for n in range(_MOST_BEFORE + 1) if _is_there(line, start + n, nouns, is_owner)), len(line))
    while end < len(line) and _is_there(line, end, nouns, is_owner):
        end += 1
    if end > len(line) or not all(token.is_word for token in line.tokens[start:end]) or any(line.mentions[start:end]):
        return None
    if line.texts[end : end + 1] == ["for"] and end + 1 < len(line) and line.spoken[end + 1]:
        end = max(one for one, _ in line.spoken[end + 1])
    if line.texts[end : end + 1] == ["in"] and named_at(line, end + 1) is not None:
        return None
    like = line.tokens[start]
    where = [*said_for(("in",), like), *_name(line, mention, like)]
    first = at - (is_owner and at > 0 and line.texts[at - 1] in english.ARTICLES)
    return [*line.tokens[:first], *line.tokens[start:end], *where, *line.tokens[end:]]


def _is_there(line: Line, at: int, nouns: frozenset[str], is_owner: bool) -> bool:
    return at < len(line) and (line.texts[at] in nouns | _STORED or (is_owner and line.texts[at] in _AT_HOME))


def _name(line: Line, mention: Mention, like: Token) -> list[Token]:
    title = line.grammar.lexicon.entities[mention.names[0]].title
    return said_for(tuple(words_of(title)), like)


def _nouns_of(grammar: Grammar) -> frozenset[str]:
    """The nouns that phrases of one fact have of a place and in a place."""
    if grammar not in _KNOWN:
        of, within = dict[str, set[str]](), dict[str, set[str]]()
        for phrase in grammar.book.phrases:
            if "/adj}" in phrase.text or "in {" in phrase.text:
                for slot, words in _OF_PLACE.findall(phrase.text):
                    of.setdefault(f"{phrase.fact} {slot}", set()).update(re.findall(r"[a-z]+", words))
                for words, slot in _IN_PLACE.findall(phrase.text):
                    within.setdefault(f"{phrase.fact} {slot}", set()).update(re.findall(r"[a-z]+", words))
        both = (nouns & within.get(key, set()) for key, nouns in of.items())
        _KNOWN[grammar] = frozenset[str]().union(*both) - english.CARRY_NOTHING
    return _KNOWN[grammar]
