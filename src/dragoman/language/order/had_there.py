"""Where a sentence has a place, a whole or an owner otherwise than the phrases of it have.

    there is no ceiling on prices in X           ->  X has no ceiling on prices
    the ice on X is thin                         ->  there is thin ice on X
    in X the money is split evenly               ->  the money in X, the money of X, is split evenly
    is not X's property                          ->  is not the property of X
    the A and B navies                           ->  the navies of A and B, where these are adjectives
    120 measles cases                            ->  120 cases of measles
    the flu vaccination                          ->  the vaccination against flu, where a phrase has that
    A keeps B inspectors off A waters            ->  ... off its waters

What there is in a place is had by it only where it is a rule or a trouble: a base in X need not be X's. As for all of
:mod:`dragoman.language.whole`, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.grammar.written import said_of_unit
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.fixed import has_together
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token
from dragoman.values.quantity import Quantity

_PLACING = frozenset({"in", "at", "on"})
_ALONG = _PLACING | {"along", "across", "around", "off"}
_IS = frozenset({"is", "are", "'s", "'re"})
_HAD_BY_PLACE = frozenset(
    map(
        stem,
        english.lines(
            "limit | cap | ceiling | lid | floor | ban | restriction | law | rule | tax | levy | duty | quota | curfew | freeze | moratorium"
            "| embargo | toll | fee | charge | tariff | censorship | shortage | crisis | strike | outbreak | epidemic | drought | blackout"
            "| outage | emergency | problem | recession | famine | curb | cut"
        ),
    )
)
"""What a place has that there is in it: rules that hold there, and troubles."""
_OF_STATES = frozenset(
    map(
        stem,
        english.lines(
            "signals | gps | navy | navies | army | armies | forces | troops | fleet | coastguard | waters | border | airspace | territory"
            "| seabed | coast | economy | government | parliament | grid | railways | ports | exports | imports | police | air force"
        ),
    )
)
"""What is of a state where its adjective stands before it, whoever has to do with it: Russian gas may be in other hands."""
_AGAINST = frozenset(
    map(
        stem,
        english.lines("vaccination | vaccine | jab | shot | immunisation | immunization | treatment | remedy | drug"),
    )
)
_OWNED = frozenset({"ownership", "property", "possession", "hands", "control", "name", "territory", "pocket", "debt"})
"""What is of somebody where he stands before it, and nothing that he does."""
_MOST_NOUNS, _MOST_BETWEEN = 3, 6


def had_there(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has; none where its verb stands for another: `B has not`."""
    if line.texts[-1:] == ["not"]:
        return
    yield from _place_has(line)
    yield from _there_is_such(line)
    yield from _inside(line)
    yield from _of_owner(line)
    yield from _of_both(line)
    yield from _cases_of(line)
    yield from _against(line)
    yield from _its_own(line)
    yield from _into(line)
    yield from _nobody_there(line)
    yield from _is_in(line)
    yield from _has_as(line)
    yield from _has_on(line)
    yield from _free_of(line)


def _has_as(line: Line) -> Iterator[list[Token]]:
    """`A has B as its owner` as `B is the owner of A`, `A and B have C as mediator` as `C is the mediator between A and B`."""
    named = named_at(line, 0)
    has = named.end if named is not None else 0
    other = named_at(line, has + 1) if has and line.texts[has : has + 1] in (["has"], ["have"]) else None
    if other is None or line.texts[other.end : other.end + 1] != ["as"] or is_denied(line):
        return
    are_two = named is not None and len(named.names) > 1
    start = other.end + 1 + (other.end + 1 < len(line) and line.texts[other.end + 1] in _ITS)
    noun, is_its = line.tokens[start:], start > other.end + 1
    if noun and (is_its or are_two) and len(noun) <= _MOST_NOUNS and all(one.is_word for one in noun):
        like = line.tokens[has]
        owner = [*line.tokens[has + 1 : other.end], *said_for(("is", "the"), like)]
        yield [*owner, *noun, *said_for(("between" if are_two else "of",), like), *line.tokens[:has]]


def _has_on(line: Line) -> Iterator[list[Token]]:
    """`A has B on display` as `B is on display at A`."""
    named = named_at(line, 0)
    has = named.end if named is not None else 0
    while has and line.texts[has : has + 1] in (["does"], ["do"], ["not"]):
        has += 1
    start = has + 1 + (line.texts[has + 1 : has + 2] == ["the"])
    other = named_at(line, start) if has and line.texts[has : has + 1] in (["has"], ["have"]) else None
    if named is None or other is None or other.end + 2 != len(line) or line.texts[other.end] not in ("on", "in"):
        return
    like = line.tokens[has]
    be = ("is", "not") if "not" in line.texts[named.end : has] else ("is",)
    for place in ("at", "in"):
        what = [*line.tokens[has + 1 : other.end], *said_for(be, like), *line.tokens[other.end :]]
        yield [*what, *said_for((place,), like), *line.tokens[: named.end]]


_ITS = frozenset({"its", "their", "his", "her", "the", "a", "an"})


def _free_of(line: Line) -> Iterator[list[Token]]:
    """`X is free of accidents` as `there is no accident at X`, `X has no accidents`."""
    named = named_at(line, 0)
    at = next((n for n in range(1, len(line) - 2) if line.texts[n : n + 2] == ["free", "of"]), 0)
    if named is None or not named.end < at or is_denied(line):
        return
    verb, what = line.texts[named.end : at], line.tokens[at + 2 :]
    if not {*verb} <= _BEING or len(what) > _MOST_NOUNS or any(line.mentions[at + 2 :]) or not what[0].is_word:
        return
    like, who = line.tokens[at], line.tokens[: named.end]
    has_been = {"been"} & {*verb}
    for place in ("at", "in", "on"):
        there = ("there", "has", "been", "no") if has_been else ("there", "is", "no")
        yield [*said_for(there, like), *what, *said_for((place,), like), *who]
    yield [*who, *said_for(("has", "had", "no") if has_been else ("has", "no"), like), *what]


_BEING = (
    english.BE | english.HAVE | {"still", "so", "far", "now", "all", "remains", "remained", "stays", "stayed", "kept"}
)


def _last_place(line: Line) -> tuple[int, Mention] | None:
    """Where `in X` stands last in a sentence, and X."""
    for at in range(len(line) - 2, 1, -1):
        named = named_at(line, at + 1) if line.texts[at] in _PLACING else None
        if named is not None and named.end == len(line):
            return at, named
    return None


def _place_has(line: Line) -> Iterator[list[Token]]:
    """`there is no ceiling on prices in X`, `there is no Xian ceiling on prices` as `X has no ceiling on prices`."""
    if line.texts[0] != "there" or line.texts[1:2] == [] or line.texts[1] not in _IS or line.texts[2:3] == ["not"]:
        return
    has, place = said_for(("has",), line.tokens[1]), _last_place(line)
    at = place[0] if place is not None else len(line)
    head = next((n for n in range(2, at) if line.texts[n] in PREPOSITIONS), at)
    if line.tokens[head - 1].stem not in _HAD_BY_PLACE or line.texts[head : head + 1] == ["by"]:
        return
    start = 2 + (line.texts[2] in english.ARTICLES | {"no"})
    if place is not None and not any(line.mentions[2:head]):
        yield [*line.tokens[at + 1 :], *has, *line.tokens[2:at]]
    elif (whose := named_at(line, start)) is not None and whose.kind == ADJECTIVE and whose.end < head:
        yield [*line.tokens[start : whose.end], *has, *line.tokens[2:start], *line.tokens[whose.end :]]


def _there_is_such(line: Line) -> Iterator[list[Token]]:
    """`the ice on X is thin` as `there is thin ice on X`."""
    verb = len(line) - 2
    start = int(line.texts[0] == "the")
    link = next((at for at in range(start + 1, min(start + 4, verb)) if line.texts[at] in _ALONG), 0)
    named = named_at(line, link + 1) if link else None
    is_such = named is not None and named.end == verb > 0 and line.texts[verb] in _IS and line.tokens[-1].is_word
    if is_such and not is_denied(line) and not any(line.mentions[start:link]) and not line.marks[-1]:
        there = said_for(("there", "is"), line.tokens[verb])
        found = [*there, line.tokens[-1], *line.tokens[start:verb]]
        again = Line(line.grammar, line.text, found, line.before, widely=True)
        if any(end > len(there) + 1 for end, _ in again.spoken[len(there)]):  # a strike that is over is none
            yield found


def _inside(line: Line) -> Iterator[list[Token]]:
    """`in X the money is split evenly` as `the money in X is split evenly`, and of what is but one there, `the money of X`."""
    place = named_at(line, 1) if line.texts[0] in _PLACING and len(line) > 2 else None
    if place is None or place.kind == ADJECTIVE:
        return
    start = place.end + (line.texts[place.end : place.end + 1] == [","])
    last = min(len(line), start + _MOST_BETWEEN + 1)
    helping = english.BE | english.HAVE | {"keeps", "keep", "'s"}
    verb = next((at for at in range(start + 1, last) if line.texts[at] in helping), 0)
    between = line.texts[start:verb]
    if not verb or line.texts[verb - 1] in PREPOSITIONS or not _PAUSES.isdisjoint(between) or "there" in between:
        return
    where = [line.tokens[0], *line.tokens[1 : place.end]]
    yield [*line.tokens[start:verb], *where, *line.tokens[verb:]]
    if between[:1] == ["the"] and between[-1] in _ONE_THERE and not any(line.mentions[start:verb]):
        of = said_for(("of",), line.tokens[0])
        yield [*line.tokens[start:verb], *of, *line.tokens[1 : place.end], *line.tokens[verb:]]


_PAUSES = frozenset({",", ";", ":", "-"})
_ONE_THERE = frozenset(
    english.lines("money | income | revenue | budget | rules | season | work | price | prices | cost | costs | debt")
)
"""What is of it whatever it is in; the embassy in X is another's."""


def _ends_of_noun(line: Line, start: int) -> Iterator[int]:
    """Where what somebody has may end that begins there, the longest first."""
    end = start
    while end < min(len(line), start + _MOST_NOUNS) and _is_noun(line, end):
        end += 1
    yield from range(end, start, -1)


def _is_noun(line: Line, at: int) -> bool:
    text = line.texts[at]
    is_light = text in PREPOSITIONS | english.BE | english.HAVE | english.BOUNDARIES | english.NEGATORS | english.MODALS
    return line.tokens[at].is_word and not is_light and not line.is_cut(at)


def _of_owner(line: Line) -> Iterator[list[Token]]:
    """`is not in X's ownership`, `is not X's property`: the ownership of X, the property of X."""
    for at, several in enumerate(line.mentions):
        named = next((m for m in several if m.kind != PRONOUN), None)
        end = named.end if named is not None else len(line)
        if named is None or line.texts[end : end + 1] != ["'s"] or line.texts[at - 1 : at] == ["'s"]:
            continue
        first = at - (at > 0 and line.texts[at - 1] in english.ARTICLES)
        owner, like = line.tokens[at:end], line.tokens[end]
        for last in _ends_of_noun(line, end + 1):
            if line.texts[last - 1] not in _OWNED:
                continue
            noun = line.tokens[end + 1 : last]
            yield [
                *line.tokens[:first],
                *said_for(("the",), like),
                *noun,
                *said_for(("of",), like),
                *owner,
                *line.tokens[last:],
            ]
        return


def _of_both(line: Line) -> Iterator[list[Token]]:
    """`the American and Canadian navies` as `the navies of America and Canada`, `Finnish GPS signals` as `GPS signals of Finland`."""
    for at, several in enumerate(line.mentions):
        named = next((m for m in several if m.kind == ADJECTIVE), None)
        if named is None or line.texts[at - 1 : at] in (["of"], ["'s"]):
            continue
        end = next((one for one in _ends_of_noun(line, named.end) if line.tokens[one - 1].stem in _OF_STATES), 0)
        if end:
            of = said_for(("of",), line.tokens[named.end])
            noun = line.tokens[named.end : end]
            yield [*line.tokens[:at], *noun, *of, *line.tokens[at : named.end], *line.tokens[end:]]
        return


def _cases_of(line: Line) -> Iterator[list[Token]]:
    """`120 measles cases` as `120 cases of measles`, in the unit of a fact; `the measles numbers` as `the numbers of measles`."""
    for at, several in enumerate(line.mentions):
        named = next((m for m in several if m.kind not in (PRONOUN, ADJECTIVE) and len(m.names) == 1), None)
        if named is not None and line.texts[named.end : named.end + 1] in (["numbers"], ["figures"], ["levels"]):
            noun = line.tokens[named.end]
            yield [
                *line.tokens[:at],
                noun,
                *said_for(("of",), noun),
                *line.tokens[at : named.end],
                *line.tokens[named.end + 1 :],
            ]
            return
    for figure in line.figures:
        if figure is None or figure.unit or figure.end >= len(line):
            continue
        start = figure.end + (line.texts[figure.end] in ("new", "further", "more"))
        thing = named_at(line, start) if start < len(line) else None
        end = thing.end if thing is not None else len(line)
        if end < len(line) and line.tokens[end].stem in _units(line):
            of = said_for(("of",), line.tokens[end])
            yield [
                *line.tokens[: figure.end],
                line.tokens[end],
                *of,
                *line.tokens[start:end],
                *line.tokens[end + 1 :],
            ]
            return


def _into(line: Line) -> Iterator[list[Token]]:
    """`leaked oil into X` as `in X`: it is there; money that is not put into it is not put in it either.

    Who has not put money into it may do so all the same.
    """
    at = next((n for n in range(2, len(line) - 1) if line.texts[n] == "into" and named_at(line, n + 1) is not None), 0)
    is_not_put = "money" in line.texts[:at] and english.HAVE.isdisjoint(line.texts[:at])
    if at and (not is_denied(line) or is_not_put):
        yield [*line.tokens[:at], *said_for(("in",), line.tokens[at]), *line.tokens[at + 1 :]]


def _is_in(line: Line) -> Iterator[list[Token]]:
    """`A is in X` as `A is located in X`, `A is a member of X`, as phrases have it."""
    place = _last_place(line)
    named = named_at(line, 0)
    if (
        place is None
        or named is None
        or line.texts[place[0]] != "in"
        or line.texts[named.end : named.end + 1] == ["'s"]
    ):
        return
    at, _ = place
    between = line.texts[named.end : at]
    if between[:1] not in (["is"], ["are"], ["'s"]) or not {*between[1:]} <= {
        "not",
        "still",
        "both",
        "all",
        "also",
        "now",
    }:
        return
    for words in (("located", "in"), ("situated", "in"), ("a", "member", "of")):
        if words[-2] in line.grammar.surface:
            yield [*line.tokens[:at], *said_for(words, line.tokens[at]), *line.tokens[at + 1 :]]


_WORKING_THERE = ("staff", "crew", "workers", "employees")


def _nobody_there(line: Line) -> Iterator[list[Token]]:
    """`nobody is on strike at X`, `nobody at X is striking` as `the staff of X are not on strike`."""
    if line.texts[0] != "nobody" or not (english.NEGATORS | {"but", "except", "besides"}).isdisjoint(line.texts[1:]):
        return
    be = next((at for at in range(1, len(line) - 1) if line.texts[at] in _IS), 0)
    link = next((at for at in range(1, len(line) - 1) if line.texts[at] in _PLACING and named_at(line, at + 1)), 0)
    named = named_at(line, link + 1) if link else None
    if named is None or not be:
        return
    does = line.tokens[be + 1 : link] if link > be else line.tokens[be + 1 :]
    if not does or (link > be and named.end != len(line)) or (link < be and named.end != be):
        return
    for who in _WORKING_THERE:
        if who in line.grammar.surface:
            theirs = said_for(("the", who, "of"), line.tokens[0])
            yield [*theirs, *line.tokens[link + 1 : named.end], *said_for(("are", "not"), line.tokens[be]), *does]


def _units(line: Line) -> frozenset[str]:
    kinds = (slot.kind for fact in line.grammar.told.values() for slot in fact.slots)
    return frozenset[str]().union(*(said_of_unit(kind) for kind in kinds if isinstance(kind, Quantity)))


def _against(line: Line) -> Iterator[list[Token]]:
    """`the flu jab` as `the jab against flu`, where phrases have that side by side."""
    for at, several in enumerate(line.mentions):
        named = next((m for m in several if m.kind != PRONOUN and len(m.names) == 1), None)
        end = named.end if named is not None else len(line)
        if end < len(line) and line.tokens[end].stem in _AGAINST and line.texts[end + 1 : end + 2] != ["against"]:
            for link in ("against", "for"):
                if has_together(line.grammar, (line.tokens[end].stem, link)):
                    thing = [line.tokens[end], *said_for((link,), line.tokens[end]), *line.tokens[at:end]]
                    yield [*line.tokens[:at], *thing, *line.tokens[end + 1 :]]
            return


def _its_own(line: Line) -> Iterator[list[Token]]:
    """`A regards X as A waters` as `its waters`; `A's government has banned it in A` without what names A again."""
    first = next(((at, m) for at, several in enumerate(line.mentions) for m in several[:1] if m.kind != PRONOUN), None)
    if first is None or first[0] > 1 or (first[0] and line.texts[0] in PREPOSITIONS):
        return
    for at in range(first[1].end + 1, len(line)):
        again = next((m for m in line.mentions[at] if m.kind != PRONOUN and m.names == first[1].names), None)
        if again is None or len(again.names) != 1:
            continue
        if again.kind == ADJECTIVE and line.texts[at - 1] != "the" and again.end < len(line):
            for own in (("its",), ("its", "own")):
                yield [*line.tokens[:at], *said_for(own, line.tokens[at]), *line.tokens[again.end :]]
        link = at - 1 - (line.texts[at - 1] in english.ARTICLES)
        if line.texts[link] == "in" and (again.end == len(line) or line.is_cut(again.end)):
            yield [*line.tokens[:link], *line.tokens[again.end :]]
        return
