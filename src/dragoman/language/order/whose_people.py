"""The people of somebody, where a rulebook calls a body by its people: those of a place, and those who are in the body.

    A's dockers do it, A dockers do it          ->  the dockers at A do it
    the weavers at A have rejected its offer    ->  the weavers have rejected A's offer
    members of the union do it, union members   ->  the dockers do it, who are the union in the vocabulary
    people in A have no power                   ->  A has no power

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.lexicon import ANY, NAME, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import named_at, places_of, said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token, words_of

_NAMES = frozenset({NAME, ANY})
_MEMBERS = frozenset({"members", "membership"})
_LINKS = frozenset({"at", "of", "in"})
_SOME = frozenset(
    english.lines(
        "some | many | most | few | several | all | other | no | not | none | half | thousands | hundreds | dozens | more"
    )
)


def whose_people(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    yield from _of_place(line)
    yield from _its_offer(line)
    yield from _members(line)


def people_there(line: Line) -> Iterator[list[Token]]:
    """`people in A have no power`, `nobody in A has power` as what A has not, or lacks; only of what people are supplied with."""
    first = int(line.texts[:1] == ["the"])
    if line.texts[first : first + 1] == [] or line.texts[first] not in _INHABITANTS | _NOBODY:
        return
    at = first + 1
    place = named_at(line, at + 1) if line.texts[at : at + 1] in (["in"], ["at"]) else None
    if place is None or len(place.names) != 1 or line.texts[-1] not in _SUPPLIED or not _is_place(line, place.names[0]):
        return
    verb, who, like = line.texts[place.end : -1], line.tokens[at + 1 : place.end], line.tokens[at]
    is_nobody = line.texts[first] in _NOBODY
    lacks = ("has", "no") if is_nobody or verb == ["have", "no"] else _LACKING.get(tuple(verb), ())
    if lacks and is_nobody == (verb in (["has"], ["has", "any"])):
        yield [*who, *said_for(lacks, like), line.tokens[-1]]


def _is_place(line: Line, name: str) -> bool:
    """Whether somebody is a place with people in it, and no body that has or does something itself."""
    entity = line.grammar.lexicon.entities[name]
    is_body = {"leader", "people", "capital"} & {*entity.kinds.values()}
    return not is_body and not places_of(line.grammar).isdisjoint(entity.types)


_NOBODY = frozenset({"nobody", "no-one"})
_INHABITANTS = frozenset(
    english.lines("people | residents | inhabitants | homes | households | families | everybody | everyone")
)
_LACKING = {
    ("lack",): ("lacks",),
    ("are", "without"): ("is", "without"),
    ("are", "short", "of"): ("is", "short", "of"),
    ("run", "short", "of"): ("runs", "short", "of"),
}
_SUPPLIED = frozenset(
    english.lines("power | electricity | water | gas | heating | light | food | bread | fuel | internet")
)


def _of_place(line: Line) -> Iterator[list[Token]]:
    """`A's dockers`, `A dockers`, `the dockers of A`: the dockers at A."""
    for at in range(len(line) - 1):
        if (place := _named(line, at)) is not None:
            first = place.end + (line.texts[place.end : place.end + 1] == ["'s"])
            people = _people(line, first)
            if people is not None and people.names != place.names and not _is_some(line, at):
                start = at - (at > 0 and line.texts[at - 1] == "the")
                who = [*said_for(("the",), line.tokens[at]), *line.tokens[first : people.end]]
                where = [*said_for(("at",), line.tokens[at]), *line.tokens[at : place.end]]
                yield [*line.tokens[:start], *who, *where, *line.tokens[people.end :]]
                return
        people = _people(line, at)
        if people is not None and line.texts[people.end : people.end + 1] == ["of"] and not _is_some(line, at):
            there = people.end + 1
            if _named(line, there + (line.texts[there : there + 1] == ["the"])) is not None:
                at_ = said_for(("at",), line.tokens[people.end])
                yield [*line.tokens[: people.end], *at_, *line.tokens[there:]]
                return


def _its_offer(line: Line) -> Iterator[list[Token]]:
    """`the weavers at A have rejected its offer`: the weavers have rejected A's offer; the weavers would have `their` own."""
    start = int(line.texts[:1] == ["the"])
    people = _people(line, start)
    link = people.end if people is not None else len(line)
    if line.texts.count("its") != 1 or link + 2 >= len(line) or line.texts[link] not in _LINKS:
        return
    first = link + 1
    place = _named(line, first + (line.texts[first] == "the"))
    its = line.texts.index("its")
    names = {
        m.names for n in range(place.end if place else 0, len(line)) for m in line.mentions[n] if m.kind != PRONOUN
    }
    if place is None or its < place.end or names:
        return
    whose = [*line.tokens[first : place.end], *said_for(("'s",), line.tokens[its])]
    yield [*line.tokens[:link], *line.tokens[place.end : its], *whose, *line.tokens[its + 1 :]]


def _members(line: Line) -> Iterator[list[Token]]:
    """`members of the union`, `union members`: the union, as its people."""
    for at, text in enumerate(line.texts):
        if text not in _MEMBERS:
            continue
        if line.texts[at + 1 : at + 2] == ["of"]:
            first = at + 2 + (line.texts[at + 2 : at + 3] == ["the"])
            body, start = _named(line, first), at
            end = body.end if body is not None else 0
        else:
            ends = {at, at - 1} if at and line.texts[at - 1] == "'s" else {at}
            several = ((n, m) for n in range(at) for m in line.mentions[n] if m.end in ends and m.kind in _NAMES)
            start, body = next(((n, m) for n, m in several if len(m.names) == 1), (at, None))
            end = at + 1
        if body is None or len(body.names) != 1 or _is_some(line, start):
            continue
        start -= start > 0 and line.texts[start - 1] == "the"
        if (called := _people_of(line, body.names[0])) and line.figures[max(0, start - 1)] is None:
            yield [*line.tokens[:start], *said_for(("the", *called), line.tokens[at]), *line.tokens[end:]]
        return


def _people_of(line: Line, name: str) -> tuple[str, ...]:
    """What a body is called by its people: `dockers`."""
    entity = line.grammar.lexicon.entities[name]
    called = (alias for alias in entity.aliases if entity.kinds.get(alias) == PEOPLE and alias == alias.casefold())
    return tuple(words_of(next(called, "")))


def _people(line: Line, at: int) -> Mention | None:
    """A body that is named there by its people, in a common noun."""
    named = line.mentions[at] if at < len(line) else []
    several = (m for m in named if m.kind == PEOPLE and len(m.names) == 1)
    return next((m for m in several if _is_common(line, at, m)), None)


def _is_common(line: Line, at: int, mention: Mention) -> bool:
    entity = line.grammar.lexicon.entities[mention.names[0]]
    said = tuple(line.texts[at : mention.end])
    return any(tuple(words_of(alias)) == said and alias == alias.casefold() for alias in entity.aliases)


def _named(line: Line, at: int) -> Mention | None:
    """Who is named there by name, one and the longest."""
    named = line.mentions[at] if at < len(line) else []
    return next((m for m in named if m.kind in _NAMES and len(m.names) == 1), None)


def _is_some(line: Line, at: int) -> bool:
    """Whether only some of them are meant, or so many."""
    before = line.texts[max(0, at - 3) : at]
    return not _SOME.isdisjoint(before) or any(line.figures[n] is not None for n in range(max(0, at - 3), at))
