"""The second of two clauses that leans on the first, with the name of whom it leans on in its place.

    A belongs to B, and their sponsor is C             ->  A's sponsor is C
    A is behind bars, but at least he has a lawyer     ->  A has a lawyer
    A is full, and the place spends more than it earns ->  A spends more than it earns
    A demands a base from B and threatens the country  ->  A threatens B
    1000 ships pass through A, and 250 of them wait    ->  250 ships wait at A
    A has the rights of B, and it pays 70 for them     ->  A pays 70 for the rights of B
    there is work going on at A, it costs 95 million   ->  the work at A costs 95 million
    A insures B, insured sum 800 euros                 ->  insured sum of B 800 euros
    A is unsafe, and B is the owner                    ->  B is the owner of A

A noun stands for the only one of its kind that the first clause names; `he` for a person, `they` for those that the clause is
about. Every way is yielded: what a sentence says is clear only where those that say something all say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product
from typing import NamedTuple

from dragoman.language.clauses.meant import is_minded
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE, GOVERNMENT
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, words_of

_THING = frozenset({"it", "its"})
_PERSON = frozenset({"he", "she", "him", "his", "her"})
_MANY = frozenset({"they", "their", "them"})
_OWNING = frozenset({"its", "their", "his", "her"})
_WHOM = frozenset({"it", "them", "him", "her"})
_AT = ("at", "on", "in")
_POINTING = frozenset({"the", "this", "that"})
_LISTING = frozenset({"and", "or", "nor", ",", "&"})
_ANY_PLACE = frozenset({"place"})
_NARROWED = frozenset({"of", "in", "from", "at", "with", "near", "for", "by", *english.RELATIVE, "where", "whose"})
"""Behind a noun these say which of its kind is meant, and it may be another than the one that was named."""
_STATES = frozenset(map(stem, ("country", "state", "nation", "republic")))
_FIRMS = frozenset(
    map(stem, ("company", "firm", "business", "supplier", "operator", "insurer", "utility", "producer", "manufacturer"))
)
"""Nouns for one that are not told apart."""
_HELPERS = english.BE | english.HAVE | english.DO
_GOING_ON = frozenset({"going", "on", "under", "way", "underway", "still", "now", "currently"})
_MOST_NAMED, _MOST_WAYS, _MOST_REFERENCES, _LONGEST_THING, _SHORTEST = 3, 8, 2, 9, 4
_MOST_WORDS = 5
_OTHERS = frozenset({"one", "ones", "another", "other", "others"})
"""What may stand for another of the same kind: `A has a base in B, and C one in D`."""
_WHERETO = frozenset({"to", "in", "into"})
_OWNED_BY = english.HAVE | frozenset(
    english.lines(
        "runs | operates | maintains | keeps | owns | builds | built | building | opened | opens | set | running | operating | ran | operated | kept"
    )
)
"""What somebody does with what is his: `A runs a base in B`; what he attacks is not."""
_BEFORE_THING = english.ARTICLES | PREPOSITIONS | _OWNING | english.BE | english.DO | _OWNED_BY
_ENDING = (
    english.BE
    | english.DO
    | english.HAVE
    | english.MODALS
    | english.BOUNDARIES
    | english.RELATIVE
    | {"since", "after", "before", "for", "until", "because"}
)
"""What ends the words for a thing."""

_Tokens = list[Token]


class _Reference(NamedTuple):
    """What of the second clause leans: its tokens, and those that may stand there."""

    start: int
    end: int
    ways: tuple[_Tokens, ...]


def leans(tokens: Sequence[Token]) -> bool:
    """Whether a clause has a word that may stand for somebody who was named before."""
    texts = [token.text for token in tokens]
    is_verbless = (
        len(texts) <= _LONGEST_THING and _HELPERS.isdisjoint(texts) and any(text[:1].isdigit() for text in texts)
    )
    return is_verbless or not english.PRONOUNS.isdisjoint(texts) or not _POINTING.isdisjoint(texts)


def in_full(first: Line, second: Line) -> Iterator[_Tokens]:
    """The ways to say the second clause with the names of those whom it means; none where it may mean what the first says."""
    if "to" in first.texts and any(is_minded(second.texts, at) for at in range(len(second))):
        return  # `A wants to leave B, and C is against it`: against its leaving
    yield from islice(_Leaning(first, second).ways(), _MOST_WAYS)


class _Leaning:
    """Two clauses, of which the second may lean on the first."""

    def __init__(self, first: Line, second: Line) -> None:
        self.first, self.second = first, second
        self.lexicon = first.grammar.lexicon
        self.named, together = list[tuple[int, Mention]](), set[str]()
        own = {name for several in second.mentions for m in several if m.kind != PRONOUN for name in m.names}
        at = 0
        while at < len(first):
            mention = next((m for m in first.mentions[at] if m.kind != PRONOUN), None)
            if mention is not None and len(mention.names) == 1 and not (mention.excluded or mention.is_or):
                self.named.append((at, mention))
            elif mention is not None:
                together.update(mention.names)
            at = mention.end if mention is not None else at + 1
        self.together, self.own = together, own

    def ways(self) -> Iterator[_Tokens]:
        """Each way that changes something."""
        references = [*self._references()][:_MOST_REFERENCES]
        tokens = self.second.tokens
        options = [(*one.ways, tokens[one.start : one.end]) for one in references]
        for chosen in product(*options):
            found, at = list[Token](), 0
            for one, way in zip(references, chosen, strict=True):
                here = tokens[one.start]
                is_as_said = way == tokens[one.start : one.end]
                found += tokens[at : one.start]
                found += way if is_as_said else [token._replace(start=here.start, end=here.end) for token in way]
                at = one.end
            found += tokens[at:]
            if found != tokens:
                yield found
        yield from self._of_them()
        yield from self._figure()
        yield from self._of_what()

    def _references(self) -> Iterator[_Reference]:
        texts, at = self.second.texts, 0
        while at < len(texts):
            text, end = texts[at], at + 1
            ways = list[_Tokens]()
            if at and texts[at - 1] in _LISTING:
                at += 1  # `B, and the place is full` is no list of B and of it
                continue
            if text in _POINTING and at + 1 < len(texts):
                end = at + 2
                ways = self._of_kind(at)
            elif text == "there" and self._says_where(at):
                ways = [[_word(word, self.second.tokens[at]), *name] for name in self._names() for word in _AT]
            elif text in _THING | _PERSON | _MANY:
                end += texts[at + 1 : at + 2] == ["own"]
                ways = self._of_pronoun(at)
            if ways:
                yield _Reference(at, end, tuple(ways))
            at = end if ways else at + 1

    def _of_pronoun(self, at: int) -> list[_Tokens]:
        text = self.second.texts[at]
        is_owner = text in _OWNING and at + 1 < len(self.second) and self.second.texts[at + 1] not in PREPOSITIONS
        owner = [_word("'s", self.second.tokens[at], is_word=False)] if is_owner else []
        if text in _PERSON:
            several = self._only([(one, m) for one, m in self.named if self._is_person(m)])
        elif text in _MANY:
            several = self._only([(one, m) for one, m in self.named if self._are_many(one, m)])
        else:
            several = self._only([(one, m) for one, m in self.named if m.kind != ADJECTIVE and not self._is_person(m)])
        ways = [[*name, *owner] for name in several[:_MOST_NAMED]]
        if text in _WHOM and at and not is_owner and (what := self._object()):
            ways.append(what)
        if text in _THING | _MANY and not at and (about := self._about()):
            ways.append([*about, *owner])
            ways += [[*about, *where] for where in self._whereto()] if not owner else []
        return ways

    def _of_kind(self, at: int) -> list[_Tokens]:
        """`the club`, as the only club that the first clause names; `the place`, as the only one at all."""
        texts = self.second.texts
        noun, behind = self.second.tokens[at + 1], texts[at + 2 : at + 3]
        if self.second.mentions[at + 1] or not _NARROWED.isdisjoint(behind):
            return []
        names = {m.names[0] for _, m in self.named} | self.together
        if noun.text in _ANY_PLACE:
            meant = [] if any(self._is_person(m) for _, m in self.named) else [*names]
        else:
            others = names - self.own
            types = {name for name in others if name in self.lexicon.types.get(noun.stem, ())}
            called = types | {name for name in others if name in self.lexicon.called.get(noun.text, ())}
            meant = [*(called or (name for name in others if self._is_a(name, noun)))]
        if len(meant) != 1:
            return [] if meant else self._things(noun)
        said = [self._said(one, m) for one, m in self.named if m.names == (meant[0],) and m.kind != ADJECTIVE]
        return said[:1] or [_titled(self.lexicon.entities[meant[0]].title, noun)]

    def _is_a(self, name: str, noun: Token) -> bool:
        """Whether a noun says what somebody is, by the type or by what that is said to be."""
        nouns = self.lexicon.nouns(name)
        is_same = any(noun.stem in alike and not alike.isdisjoint(nouns) for alike in (_STATES, _FIRMS))
        is_part = len(noun.text) >= _SHORTEST and any(
            one.endswith(noun.stem) for one in nouns
        )  # a newspaper is a paper
        return noun.stem in nouns or is_same or is_part

    def _is_person(self, mention: Mention) -> bool:
        return mention.kind == GOVERNMENT or self.lexicon.may_be_person(mention.names[0])

    def _are_many(self, at: int, mention: Mention) -> bool:
        """Whether `they` may stand for who is named there: a name in the plural, or the one the clause is about."""
        texts = self.first.texts
        is_first = at - (at > 0 and texts[at - 1] in english.ARTICLES) == 0
        is_owner = texts[mention.end : mention.end + 1] == ["'s"]
        last = texts[mention.end - 1]
        return mention.kind != ADJECTIVE and ((is_first and not is_owner) or (last.endswith("s") and last[-2:] != "ss"))

    def _names(self) -> list[_Tokens]:
        return self._only([(at, m) for at, m in self.named if m.kind != ADJECTIVE])[:_MOST_NAMED]

    def _only(self, several: Sequence[tuple[int, Mention]]) -> list[_Tokens]:
        """The words for those who may be meant; none where two are of one type, or one who was named together with another."""
        types = [self.lexicon.entities[name].types for name in {m.names[0] for _, m in several} | self.together]
        is_clear = all(one.isdisjoint(other) for one, other in combinations(types, 2))
        return [self._said(at, m) for at, m in several] if is_clear else []

    def _said(self, at: int, mention: Mention) -> _Tokens:
        return self.first.tokens[at : mention.end]

    def _object(self) -> _Tokens:
        """What the first clause ends with: `the rights of A`; none if that names nobody."""
        texts = self.first.texts
        start = next(
            (at for at in range(2, len(texts)) if texts[at] in english.ARTICLES and at > self._first_name_end()), 0
        )
        is_plain = start and texts[start - 1] not in PREPOSITIONS and len(texts) - start <= _LONGEST_THING
        return self.first.tokens[start:] if is_plain and any(at > start + 1 for at, _ in self.named) else []

    def _first_name_end(self) -> int:
        return self.named[0][1].end - 1 if self.named and self.named[0][0] < 2 else 0

    def _about(self) -> _Tokens:
        """What the first clause is about, in more words than a name: `the work at A`; `there is work at A`."""
        texts, tokens = self.first.texts, self.first.tokens
        if texts[0] == "there" and texts[1:2] in (["is"], ["are"], ["'s"]):
            where = next((at for at in range(3, len(texts)) if texts[at] in PREPOSITIONS and self._is_named(at + 1)), 0)
            what = where
            while what > 2 and texts[what - 1] in _GOING_ON:
                what -= 1
            start = 2 + (texts[2] in english.ARTICLES)
            return [_word("the", tokens[2]), *tokens[start:what], *tokens[where:]] if what >= 3 and start < what else []
        verb = next((at for at in range(2, min(len(texts), _LONGEST_THING)) if texts[at] in _HELPERS), 0)
        is_name = bool(self.named) and self._first_name_end() + 1 == verb
        is_about = verb and not is_name and any(at < verb for at, _ in self.named)
        when = max((mark.end for mark in self.first.marks[0] if mark.effect is Effect.NONE), default=0)
        start = when if when + 1 < verb else 0
        return tokens[start:verb] if is_about and english.NEGATORS.isdisjoint(texts[:verb]) else []

    def _things(self, noun: Token) -> list[_Tokens]:
        """`the base` as what the first clause calls so, with whose it is and where: `A's base in B`, `the troops of A in B`."""
        texts, tokens = self.first.texts, self.first.tokens
        several = [at for at, token in enumerate(tokens) if token.stem == noun.stem and not self.first.mentions[at]]
        if len(several) != 1 or not (english.NEGATORS | _OTHERS).isdisjoint(texts):
            return []
        at = start = several[0]
        while start > 0 and tokens[start - 1].is_word and texts[start - 1] not in _BEFORE_THING:
            start -= 1
        behind = [*tokens[at + 1 :]] if texts[at + 1 : at + 2] != [] and texts[at + 1] in PREPOSITIONS else []
        end = next((one for one, token in enumerate(behind) if not token.is_word or token.text in _ENDING), len(behind))
        thing = [*tokens[start : at + 1], *behind[:end]]
        first = self.named[0] if self.named and self.named[0][0] < 2 else None
        owner = first[1].end if first is not None and first[1].kind != ADJECTIVE else 0
        if owner and owner < start and not _OWNED_BY.isdisjoint(texts[owner:start]):
            return [[*tokens[:owner], _word("'s", tokens[owner], is_word=False), *thing]]
        if any(start <= one <= at for one, _ in self.named) or any(at < one for one, _ in self.named if behind):
            the = [_word("the", tokens[start])]
            return [[*the, *thing], *([*the, *thing, *where] for where in self._whereto() if not behind)]
        return []

    def _whereto(self) -> list[_Tokens]:
        """Where the first clause says something goes, or is: `in B`."""
        texts = self.first.texts
        where = [(at, m) for at, m in self.named if at and texts[at - 1 - (texts[at - 1] == "the")] in _WHERETO]
        return [[_word("in", self.first.tokens[at]), *self._said(at, m)] for at, m in where[:1]]

    def _is_named(self, at: int) -> bool:
        at += self.first.texts[at : at + 1] == ["the"]
        return any(one == at for one, _ in self.named)

    def _says_where(self, at: int) -> bool:
        """Whether a `there` says where, and not that there is something."""
        texts = self.second.texts
        return at > 0 and texts[at - 1] not in english.BE and texts[at + 1 : at + 2] != ["'s"]

    def _of_them(self) -> Iterator[_Tokens]:
        """`250 of them wait`: 250 of those whom the first clause counts, where they are."""
        texts, tokens = self.second.texts, self.second.tokens
        at = next((at for at in range(1, len(texts) - 2) if texts[at] == "of" and texts[at + 1] in _COUNTED), 0)
        figure = next((f for f in self.second.figures[:at] if f is not None and f.end == at), None) if at else None
        counted = next((f.end for f in self.first.figures if f is not None), 0)
        if figure is None or not 0 < counted < len(self.first) or self.own:
            return
        noun = self.first.tokens[counted]
        is_noun = noun.is_word and noun.text not in PREPOSITIONS | _HELPERS and not self.first.mentions[counted]
        if not is_noun or not noun.text.endswith("s"):
            return
        head, rest = [*tokens[:at], noun], tokens[at + 2 :]
        for name in self._names():
            for link in _AT:
                yield [*head, *rest, _word(link, rest[-1]), *name]
                yield [*head, _word(link, rest[0]), *name, *rest]

    def _figure(self) -> Iterator[_Tokens]:
        """`insured sum 800 euros`, without a verb: that of somebody in the first clause."""
        texts, tokens = self.second.texts, self.second.tokens
        at, figure = next(((at, one) for at, one in enumerate(self.second.figures) if one is not None), (0, None))
        is_noun = all(token.is_word and token.text not in PREPOSITIONS | english.PRONOUNS for token in tokens[:at])
        is_last = at > 0 and figure is not None and figure.end == len(texts)
        if not (is_noun and is_last) or self.own or not _HELPERS.isdisjoint(texts):
            return
        for name in self._names():
            yield [*tokens[:at], _word("of", tokens[at]), *name, *tokens[at:]]

    def _of_what(self) -> Iterator[_Tokens]:
        """`and B is the owner`, `and B foots the bill`: of or for the only one whom the first clause names."""
        texts, tokens = self.second.texts, self.second.tokens
        at = next((at for at in range(len(texts) - 2, max(0, len(texts) - _MOST_WORDS), -1) if texts[at] == "the"), 0)
        is_noun = at and all(token.is_word and token.text not in PREPOSITIONS for token in tokens[at:])
        is_named = any(self.second.mentions[one] for one in range(at, len(texts)))
        if not is_noun or is_named or len(self.named) != 1 or self.together or not self.own:
            return
        for name in self._names():
            for link in ("of", "for"):
                yield [*tokens, _word(link, tokens[-1]), *name]


_COUNTED = frozenset({"them", "those", "these"})


def _word(text: str, like: Token, *, is_word: bool = True) -> Token:
    """A word that nobody typed, where another stands."""
    return Token(text, stem(text), like.start, like.end, is_word)


def _titled(title: str, like: Token) -> _Tokens:
    return [Token(word, stem(word), like.start, like.end, True, True) for word in words_of(title)]
