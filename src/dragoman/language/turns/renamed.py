"""Who is named again by what he is, what he has, or where he is: the name alone, or a pronoun.

    Mr Marsh's place, Mr Marsh's stall          ->  Mr Marsh, whose stall it is
    the Tandoor restaurant                      ->  the Tandoor
    the farm is an approved supplier            ->  the farm is approved
    the Lion is shut: the place has rats        ->  it has rats
    rats at the Grill; four people fell ill there  ->  four people fell ill at the Grill
    A and B ...; mice in both kitchens          ->  mice in A and B

Only where the rulebook says of all who are named that they are so called, or of such a kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.lexicon import ANY, GOVERNMENT, NAME
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

Step = tuple[list[Token], int]
"""The tokens in the place of some, and where it goes on behind those."""

_NO_PLACE = frozenset({"power", "force", "side", "body", "party", "group", "world", "rule", "house", "fish"})
"""What may stand behind whose it is and mean something of theirs."""
ENDING = frozenset({",", ";", "and", "but", "while", "so"})
"""What ends a clause."""
_TWO = 2


def whose_place(line: Line, at: int) -> Step | None:
    """`Mr Marsh's place`, `Mr Marsh's stall`, `his stall`, where the stall is one of the names of the same: his name alone."""
    noun = at + 1
    if noun >= len(line) or line.texts[noun] in _NO_PLACE or line.mentions[noun]:
        return None
    is_his = line.texts[at] in ("his", "her", "their")
    near = line.mentions[:at] if is_his else line.mentions[max(0, at - 5) : at + 1]
    for owner in (m for several in reversed(near) for m in several if m.kind == GOVERNMENT and (is_his or m.end == at)):
        if len(owner.names) == 1:
            kinds = line.grammar.lexicon.kinds[owner.names[0]]
            if line.texts[noun] in kinds or owner.names[0] in line.grammar.lexicon.called.get(line.texts[noun], ()):
                return [line.tokens[at]], noun + 1
    return None


def called_so(line: Line, at: int) -> Step | None:
    """`the Tandoor restaurant`, which is called the Indian restaurant as well: the Tandoor."""
    several = line.grammar.lexicon.called.get(line.texts[at], frozenset())
    if not several or not at or line.mentions[at] or line.texts[at].endswith("s"):
        return None
    entities, is_owned = line.grammar.lexicon.entities, line.texts[at - 1] == "'s"
    before = (m for one in line.mentions[max(0, at - 4) : at] for m in one if m.end == at - is_owned)
    for name in (m.names[0] for m in before if len(m.names) == 1 and m.kind in (NAME, ANY)):
        names = (entities[name].title, *entities[name].aliases)
        if name in several and (not is_owned or any(one.endswith("'s") for one in names)):
            return [], at + 1
    return None


def what_it_is(line: Line, at: int) -> Step | None:
    """`is an approved supplier`, of a supplier: is approved."""
    what = at + 2
    is_said = bool(at) and line.texts[at - 1] in english.BE and what < len(line) and _is_their_kind(line, at, what)
    if not is_said or line.mentions[at + 1] or line.figures[at + 1] is not None:
        return None
    return [line.tokens[at + 1]], what + 1


def as_what_it_is(line: Line, at: int) -> Step | None:
    """`approved the farm as a supplier`, of a supplier: approved the farm."""
    is_said = line.texts[at + 1 : at + 2] in (["a"], ["an"]) and at + 2 < len(line) and _is_their_kind(line, at, at + 2)
    return ([], at + 3) if is_said and not is_denied(line) else None


def _is_their_kind(line: Line, at: int, what: int) -> bool:
    """Whether a noun says of all who are named before it no more than what they are."""
    if line.texts[what + 1 : what + 2] in (["of"], ["for"], ["to"], ["in"]):
        return False
    before = {name for several in line.mentions[:at] for m in several for name in m.names}
    return bool(before) and all(line.texts[what] in line.grammar.lexicon.kinds[name] for name in before)


def both_of_them(line: Line, at: int) -> Step | None:
    """`both kitchens`, behind two kitchens that are named: they."""
    size = 1 if line.texts[at] == "both" else 2
    noun = line.texts[at + size : at + size + 1]
    pair = next((m for several in reversed(line.mentions[:at]) for m in several if len(m.names) > 1), None)
    if (
        not noun
        or pair is None
        or len(pair.names) != _TWO
        or is_denied(line)
        or line.texts[at : at + 2] == ["the", "both"]
    ):
        return None
    if size == 2 and line.texts[at + 1] != "two":
        return None
    start = next(n for n, several in enumerate(line.mentions) if pair in several)
    types = {one for name in pair.names for one in line.grammar.lexicon.kinds[name]}
    if noun[0] not in {f"{one}s" for one in types}:
        return None
    return list(line.tokens[start : pair.end]), at + size + 1


def they_both(line: Line, at: int) -> Step | None:
    """`A ..., B ..., and the two are`, `and both have`, behind two who are named and no others: they."""
    size = 1 + (line.texts[at] == "the")
    is_said = line.texts[at : at + size] in (["both"], ["the", "two"])
    verb = at + size + 2 * (line.texts[at + size : at + size + 2] == ["of", "them"])
    if not is_said or line.texts[verb : verb + 1] == [] or line.texts[verb] not in english.BE | english.HAVE:
        return None
    before = [m for several in line.mentions[:at] for m in several[:1] if m.kind != PRONOUN]
    names = {name for m in before for name in m.names}
    is_first = at > 0 and line.texts[at - 1] in ENDING
    is_two = is_first and len(names) == _TWO and not any(m.is_or or m.excluded for m in before)
    return (said_for(("they",), line.tokens[at]), verb) if is_two and not is_denied(line) else None


def the_place(line: Line, at: int) -> Step | None:
    """`the place is shut`, behind one who is such a place: it."""
    names = {name for several in line.mentions[:at] for m in several if m.kind != PRONOUN for name in m.names}
    behind = line.texts[at + 2 : at + 3]
    if len(names) != 1 or not behind or behind[0] not in english.BE | english.HAVE | {"does", "do"}:
        return None
    is_one = line.texts[at + 1] in line.grammar.lexicon.kinds[next(iter(names))] and not line.mentions[at + 1]
    return (said_for(("it",), line.tokens[at]), at + 2) if is_one and line.texts[at - 1] in ENDING else None


def for_himself(line: Line, at: int) -> Step | None:
    """`Mr Haddad has not paid his fine for the Lion`, whose Mr Haddad is: without whom it is for."""
    named = named_at(line, at + 1)
    before = [m for several in line.mentions[:at] for m in several if m.kind != PRONOUN]
    is_last = named is not None and named.end == len(line)
    is_his = (
        any(m.kind == GOVERNMENT for m in before) and named is not None and {m.names for m in before} == {named.names}
    )
    return ([], len(line)) if is_last and is_his and named is not None and len(named.names) == 1 else None


def over_there(line: Line, at: int) -> Step | None:
    """`rats at the Grill, and four guests fell ill there`: at the Grill, where no other place is named."""
    named = [(n, m) for n, several in enumerate(line.mentions[:at]) for m in several if m.kind != PRONOUN]
    if not at or not line.tokens[at - 1].is_word:
        return None
    before, behind = line.texts[at - 1], line.texts[at + 1 : at + 2]
    if before in english.BE | english.BOUNDARIES or (behind and behind[0] in english.BE):
        return None
    if not named and line.before:
        return said_for(("at", "it"), line.tokens[at]), at + 1
    if len({m.names for _, m in named}) > 1:
        places, entities = places_of(line.grammar), line.grammar.lexicon.entities
        named = [(n, m) for n, m in named if any(not places.isdisjoint(entities[name].types) for name in m.names)]
    if len({m.names for _, m in named}) != 1:
        return None
    start, mention = named[0]
    first = start - (line.texts[start - 1 : start] != [] and line.texts[start - 1] in english.ARTICLES)
    is_at = first > 0 and line.texts[first - 1] in ("at", "in", "on")
    place = said_for((line.texts[first - 1] if is_at else "in",), line.tokens[at])
    return [*place, *line.tokens[first : mention.end]], at + 1


def places_of(grammar: Grammar) -> frozenset[str]:
    """The types of those at whom, or in whom, something is in the phrases of a rulebook: its places."""
    return frozenset(grammar.columns.header["places"])


def named_at(line: Line, at: int) -> Mention | None:
    """Who is named there, behind an article or not, the longest."""
    at += at < len(line) and line.texts[at] in english.ARTICLES
    return next((m for m in line.mentions[at] if m.kind != PRONOUN), None) if at < len(line) else None


def is_denied(line: Line) -> bool:
    """Whether a sentence has a word that denies something, or nearly does."""
    return not _DENYING.isdisjoint(line.texts)


def denying(words: Iterable[str]) -> int:
    """How many of the words deny something, or nearly do."""
    return sum(word in _DENYING for word in words)


_DENYING = english.NEGATORS | english.FAINT_NEGATORS


_RECENT = frozenset({"yesterday", "night", "hour", "hours", "minute", "minutes", "morning", "week"}) | english.WEEKDAYS


_LONG = frozenset({"years", "year", "months", "decades", "ages", "centuries", "long"})


def is_of_then(line: Line) -> bool:
    """Whether a time is said that is long over: what was found or broken then need not be so."""
    is_long_ago = any(text == "ago" and line.texts[at - 1] in _LONG for at, text in enumerate(line.texts) if at)
    return is_long_ago or any(
        mark.effect is Effect.BYGONE and _RECENT.isdisjoint(line.texts[at : mark.end])
        for at, several in enumerate(line.marks)
        for mark in several
    )


_FOR_A_WHILE = re.compile(
    rf"\bfor (?:[\w-]+ )??(?:[\w-]+ )?(?:now|time|while|moment|being|bit|(?:{'|'.join(sorted(english.SPANS))}|hour|fortnight)s?)\b",
    re.IGNORECASE,
)


def is_for_a_while(line: Line) -> bool:
    """Whether something is said to be so for some time: who stopped for a week may have begun again."""
    return _FOR_A_WHILE.search(line.text) is not None


def said(text: str, like: Token) -> Token:
    """A word that is said in the place of another."""
    return Token(text, stem(text), like.start, like.end, True)


def said_for(words: tuple[str, ...], like: Token) -> list[Token]:
    """Words that are said in the place of another."""
    return [said(word, like) for word in words]
