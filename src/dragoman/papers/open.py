"""What the advice takes for granted, what nobody knows, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dragoman.advice.forms import Advice, Assumption, AssumptionKind, Conflict, Voice
from dragoman.advice.recommended import listed
from dragoman.exact.called import apart, title
from dragoman.exact.change_forms import Answer, Ask, Asked, Away, Badge, Hinges, Threshold
from dragoman.papers.footing import Footing
from dragoman.papers.forms import Sentence
from dragoman.papers.room import Room
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.words import capital
from dragoman.situation.evidence import sort_key
from dragoman.views.changes import if_words
from dragoman.views.lines import counted

_ASSUMED = {
    AssumptionKind.PRESUMED: "Taken to be so, as nobody denied it",
    AssumptionKind.ABSENT: "Taken not to be so, as nobody said it",
}
_TITLES = 3
"""So many recommendations are named of those that one thing changes."""


# -- what is assumed


def assumed(footing: Footing, advice: Advice, room: Room) -> Iterator[Sentence]:
    """The assumptions behind recommendations, then the thresholds that these rest on."""
    titles = {one.id: one.called for one in advice.recommendations}
    found = [one for one in advice.assumptions if not one.follows_anyway and not titles.keys().isdisjoint(one.rests)]
    for one in found[: room.assumed]:
        yield Sentence(f"{_ASSUMED[one.kind]}: {_assumption(one, titles)}", footing.of_voices(one.doubts))
    yield from _left(len(found) - room.assumed, "assumption")
    own = [one for one in advice.thresholds if one.is_advised_on and not one.at]
    if own:
        named = listed([f"{one.name.replace('_', ' ')} {one.value}" for one in own])
        yield Sentence(f"Thresholds that are the rulebook's own, since the {footing.document} gives none: {named}")


def _assumption(one: Assumption, titles: dict[str, str]) -> str:
    resting = [title for name, title in titles.items() if name in one.rests]
    whole = len(resting) == len(titles) > 1
    for_ = "all of the advice" if whole else _some(resting)
    doubts = "; doubted, though too faintly to count" if one.doubts else ""
    return f"{one.plain} (for: {for_}{doubts})"


# -- what is unknown


def unknown(footing: Footing, advice: Advice, asked: Asked, room: Room) -> Iterator[Sentence]:
    """All conflicts, how much was too doubtful, and the questions that settle most."""
    yield from (_conflict(footing, one) for one in advice.conflicts)
    if advice.doubtful:
        says = listed([f"that {voice.says}" for voice in advice.doubtful[:_TITLES]])
        more = len(advice.doubtful) - _TITLES
        tail = f", and {more} more" if more > 0 else ""
        yield Sentence(f"Said too doubtfully to rest on: {says}{tail}", footing.of_voices(advice.doubtful))
    questions = [one for one in asked.questions if one.settles]
    yield from (Sentence(_question(one)) for one in _different(questions)[: room.unknown])
    yield from _left(len(questions) - room.unknown, "open question", "whose answer would change the advice")


def _conflict(footing: Footing, one: Conflict) -> Sentence:
    sides = " against ".join(f"'{voice.says}'" for voice in one.voices[:_TITLES])
    hangs = [text for way in one.ways for text in (*way.follows, *way.falls)]
    tail = f"; on it hangs: {_some(list(dict.fromkeys(hangs)))}" if hangs else ""
    return Sentence(f"Disputed, so that nothing rests on it: {sides}{tail}", footing.of_voices(one.voices))


def _question(one: Ask) -> str:
    whom = f" ({one.whom})" if one.whom else ""
    effects = "; ".join(filter(None, map(_effect, one.answers)))
    return f"{capital(one.question)}{whom} {effects[:1].upper()}{effects[1:]}"


def _effect(answer: Answer) -> str:
    """`yes would bring: ...`."""
    parts = [
        f"{verb} {_some([one.title for one in found])}"
        for verb, found in (("would bring:", answer.gives), ("would take away:", answer.takes))
        if found
    ]
    return f"'{answer.reply}' {', and '.join(parts)}" if parts else ""


def _different(questions: Sequence[Ask]) -> list[Ask]:
    """Questions in their order, but those last whose answers bring only what an earlier one does."""
    seen, first, later = set[tuple[str, ...]](), list[Ask](), list[Ask]()
    for one in questions:
        effects = tuple(sorted({settled.title for answer in one.answers for settled in (*answer.gives, *answer.takes)}))
        (later if effects in seen else first).append(one)
        seen.add(effects)
    return first + later


# -- what would change the advice


class _Falling(NamedTuple):
    """A told fact, and the recommendations that fall without it."""

    voice: Voice
    atoms: list[Atom]


def hinges(footing: Footing, found: Hinges, room: Room) -> Iterator[Sentence]:
    """The facts without any one of which advice falls, what takes several, what hangs on one source, the thresholds."""
    falling, given = _falling(found.badges), sum(len(badge.conclusions) for badge in found.badges)
    for one in falling[: room.hinges]:
        falls = f"{len(one.atoms)} of {given} recommendations fall" if len(one.atoms) > 1 else "this falls"
        sentence = f"Were it not so that {one.voice.says}, {falls}: {_titles(footing, one.atoms)}"
        yield Sentence(sentence, footing.of_voices([one.voice]))
    left = len(falling) - room.hinges
    if left > 0:
        yield Sentence(
            f"So it is with {left} more fact{'s' if left > 1 else ''}, each of which carries one or more alone"
        )
    firm = [one for one in found.badges if one.hangs_on != 1]
    if firm:
        atoms = [one.atom for badge in firm for one in badge.conclusions]
        yield Sentence(f"No single fact carries: {_titles(footing, atoms)}", footing.of_voices(firm[0].facts))
    yield from _one_source(footing, found.badges)
    yield from _thresholds(found.thresholds)
    if found.unanswered.why:
        yield Sentence(f"Not all of it could be found: {found.unanswered.why}")


def _falling(badges: Iterable[Badge]) -> list[_Falling]:
    """By fact what falls without it, what takes most with it first."""
    by_fact: dict[tuple[str, str], _Falling] = {}
    for badge in badges:
        for voice in badge.facts if badge.hangs_on == 1 else ():
            one = by_fact.setdefault((voice.says, voice.place), _Falling(voice, []))
            one.atoms.extend(concluded.atom for concluded in badge.conclusions)
    return sorted(by_fact.values(), key=lambda one: -len(one.atoms))


def _titles(footing: Footing, atoms: Iterable[Atom]) -> str:
    """Recommendations by their short titles; those that differ only in whom they are for are one."""
    voices = footing.words.voices
    groups: dict[tuple[str, ...], list[Atom]] = {}
    for atom in sorted(atoms, key=sort_key):
        groups.setdefault(apart(voices, atom), []).append(atom)
    return _some([title(voices, group) for group in groups.values()])


def _one_source(footing: Footing, badges: Iterable[Badge]) -> Iterator[Sentence]:
    by_source: dict[str, list[Atom]] = {}
    for badge in badges:
        if badge.is_one_source:
            by_source.setdefault(badge.sources[0], []).extend(one.atom for one in badge.conclusions)
    for source, atoms in by_source.items():
        yield Sentence(f"On the word of one source alone, {source}, rest: {_titles(footing, atoms)}")


def _thresholds(found: Sequence[Threshold]) -> Iterator[Sentence]:
    """In one sentence, of each threshold the nearest values with which the advice would be another."""
    said = [words for one in found if (words := _threshold(one))]
    if said:
        yield Sentence(f"With other thresholds the advice would be another: {_some(said)}")


def _threshold(one: Threshold) -> str:
    for stretch in one.stretches:
        parts = [
            f"{verb} {_some([settled.title for settled in some])}"
            for verb, some in (("no longer:", stretch.moved.takes), ("also:", stretch.moved.gives))
            if some
        ]
        if parts:
            return f"{one.name.replace('_', ' ')} {stretch.words} (not {one.value}), {', '.join(parts)}"
    return ""


def openings(footing: Footing, found: Hinges, room: Room) -> Iterator[Sentence]:
    """What would give recommendations that are not given, the fewest changes first."""
    possible = sorted((one for one in found.away if one.changes), key=lambda one: len(one.changes))
    for one in possible[: room.openings]:
        yield _opening(footing, one)
    yield from _left(len(possible) - room.openings, "recommendation", "that more facts would give")


def _opening(footing: Footing, one: Away) -> Sentence:
    conditions = "".join(part if isinstance(part, str) else "" for part in if_words(one.changes))
    told = [change.told for change in one.changes if change.told is not None]
    ways = f" (or by {counted(one.sets - 1, 'other way')})" if one.sets > 1 and one.is_all else ""
    return Sentence(f"{one.title}: {conditions}{ways}", footing.of_voices(told))


def _left(number: int, noun: str, tail: str = "") -> Iterator[Sentence]:
    if number > 0:
        plural = f"{noun}s" if number > 1 else noun
        yield Sentence(f"And {number} more {plural}{f' {tail}' if tail else ''}")


def _some(titles: Sequence[str]) -> str:
    """So many of them, and how many more there are."""
    more = f" and {len(titles) - _TITLES} more" if len(titles) > _TITLES else ""
    return f"{'; '.join(titles[:_TITLES])}{more}"
