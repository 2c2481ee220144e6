"""What `flips` answers: all that turns a conclusion, or without a name what all advice hangs on.

What a recommendation hangs on is found over the told facts alone, each of which can be taken back and nothing else: so
a badge speaks of what was told, and not of what somebody might yet tell.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.scope import Scope
from dragoman.errors import SolverUnavailableError
from dragoman.exact.called import Called, apart, stand_in, title
from dragoman.exact.change_forms import Away, Badge, Change, Flipped, Hinges, Turned, Unanswered
from dragoman.exact.change_words import ChangeWords
from dragoman.exact.flips import MAX_SETS, Flipper, Flips
from dragoman.exact.levers import Lever, changed, levers_of
from dragoman.exact.machine import Machine, machine_of
from dragoman.exact.sources import whose_word
from dragoman.exact.space import Space
from dragoman.exact.threshold_answers import thresholds
from dragoman.explain.targets import asked_for, is_meant
from dragoman.rulebook.forms import Atom, Origin
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import Situation

T = TypeVar("T")
MOST = 200
"""Of each recommendation so many sets are counted where all of them are asked for."""


def flipped(evaluation: Evaluation, text: str, targets: tuple[str, ...] = (), most: int = MAX_SETS) -> Flipped:
    """All smallest sets of changes that turn what `text` asks for, as of `why`; no more than `most` of each.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        EngineError: if the rules have more instances than can be held.
    """
    question = asked_for(evaluation, text, targets)
    machine = machine_of(evaluation.program)
    meant = (a for a in machine.output if is_meant(evaluation.rulebook, question.fact, question.terms, a))
    atoms = sorted((atom for atom in meant if question.scope.holds(atom)), key=sort_key)
    flipper, words = (
        Flipper(Space(evaluation, machine, levers_of(evaluation, machine))),
        ChangeWords(evaluation, machine),
    )
    tries = Tries(words)
    found = [flips for atom in atoms if (flips := tries.of(atom, lambda atom: flipper.flips(atom, most))) is not None]
    return Flipped(
        evaluation.situation.title,
        question.fact.name,
        question.sentence,
        question.fact.origin is Origin.TOLD,
        tuple(_turned(words, flips) for flips in found),
        tries.unanswered,
    )


def ways(evaluation: Evaluation, atom: Atom, most: int) -> tuple[Turned, tuple[Situation, ...]]:
    """The smallest sets of changes that turn one conclusion, no more than `most`, and the situation after each of them.

    Where a set can be changed in several ways, the situation is that of the plainest.

    Raises:
        EngineError: if the rules have more instances than can be held.
        SolverUnavailableError: if more than one change is needed and the solver cannot be imported.
    """
    machine, rulebook, situation = machine_of(evaluation.program), evaluation.rulebook, evaluation.situation
    flips = Flipper(Space(evaluation, machine, levers_of(evaluation, machine))).flips(atom, most)
    after = (
        changed(rulebook, situation, dict(zip(one.levers, one.ways[0], strict=True))) for one in flips.flips[:most]
    )
    shown = dataclasses.replace(flips, flips=flips.flips[:most], is_all=flips.is_all and len(flips.flips) <= most)
    return _turned(ChangeWords(evaluation, machine), shown), tuple(after)


def hinges(evaluation: Evaluation, targets: tuple[str, ...] = ()) -> Hinges:
    """What each recommendation that is given hangs on, and what would give each that is not; in the rulebook's order.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    machine = machine_of(evaluation.program)
    levers = levers_of(evaluation, machine)
    atoms = recommended(evaluation, machine, targets)
    words, true = ChangeWords(evaluation, machine), evaluation.model.true
    tries, flipper = Tries(words), Flipper(Space(evaluation, machine, levers))
    badges = tuple(_Badges(evaluation, machine, levers, words).of([atom for atom in atoms if atom in true], tries))
    found = (tries.of(atom, lambda atom: flipper.flips(atom, MOST)) for atom in atoms if atom not in true)
    away = tuple(_away(words, filter(None, found)))
    ranges = thresholds(evaluation, words, targets)
    return Hinges(evaluation.situation.title, badges, away, ranges, tries.unanswered)


class Tries:
    """What can be answered of some conclusions; those that take a solver that is missing are put aside."""

    def __init__(self, words: ChangeWords) -> None:
        self._words = words
        self._why, self._without = "", list[Atom]()

    def of(self, atom: Atom, ask: Callable[[Atom], T]) -> T | None:
        """What `ask` answers of one; None if it takes the solver."""
        try:
            return ask(atom)
        except SolverUnavailableError as error:
            self._why = str(error)
            self._without.append(atom)
            return None

    @property
    def unanswered(self) -> Unanswered:
        """Those that were put aside, and what to install."""
        return Unanswered(self._why, tuple(map(self._words.concluded, self._without)))


def recommended(evaluation: Evaluation, machine: Machine, targets: tuple[str, ...]) -> list[Atom]:
    """All recommendations that rules could give, in the order of the rulebook."""
    scope = Scope(evaluation.rulebook, targets)
    place = {name: number for number, name in enumerate(evaluation.rulebook.recommendations)}
    found = (atom for atom in machine.output if atom.fact in place and scope.holds(atom))
    return sorted(found, key=lambda atom: (place[atom.fact], sort_key(atom)))


def _turned(words: ChangeWords, flips: Flips) -> Turned:
    fact = words.rulebook.facts[flips.atom.fact]
    return Turned(
        words.concluded(flips.atom),
        words.voices.atom(flips.atom, None),
        words.voices.wording.beside(fact, flips.atom.key),
        flips.holds,
        tuple(words.flip(flip) for flip in flips.flips),
        flips.is_all,
    )


# -- what is not given


def _away(words: ChangeWords, found: Iterable[Flips]) -> Iterator[Away]:
    groups: dict[tuple[object, ...], list[Flips]] = {}
    for flips in found:
        groups.setdefault((apart(words.voices, flips.atom), *_alike(words, flips)), []).append(flips)
    for alike in groups.values():
        flips, group = alike[0], [one.atom for one in alike]
        is_one = len(group) == 1 or not flips.is_all
        yield Away(
            title(words.voices, group),
            tuple(map(words.concluded, group)),
            _first(words, flips, {} if is_one else stand_in(words.voices, group[0])),
            title(words.voices, group[:1]) if is_one and len(group) > 1 else "",
            len(flips.flips),
            flips.is_all,
        )


def _alike(words: ChangeWords, flips: Flips) -> tuple[object, ...]:
    """What those have in common that are told together; the first of more sets than were counted is no sign of anything."""
    first = _first(words, flips, stand_in(words.voices, flips.atom)) if flips.is_all else ()
    return flips.size, len(flips.flips), flips.is_all, tuple(one.words for one in first)


def _first(words: ChangeWords, flips: Flips, called: Called) -> tuple[Change, ...]:
    return words.flip(flips.flips[0], called) if flips.flips else ()


# -- what advice hangs on


class _Badges:
    """What recommendations hang on, over the told facts of one situation."""

    def __init__(self, evaluation: Evaluation, machine: Machine, levers: Sequence[Lever], words: ChangeWords) -> None:
        self.rulebook, self.words = evaluation.rulebook, words
        told = [Lever(lever.said, lever.atoms, (None,)) for lever in levers if lever.said is not None]
        self.flipper = Flipper(Space(evaluation, machine, told))
        of_source = self._of_source()
        self.needing = self._needing(of_source)
        self.enough = self._enough(of_source)

    def of(self, atoms: Iterable[Atom], tries: Tries) -> Iterator[Badge]:
        """A badge for all that hang on the same."""
        groups: dict[tuple[object, ...], list[Flips]] = {}
        for atom in atoms:
            flips = tries.of(atom, lambda atom: self.flipper.flips(atom, MOST))
            if flips is not None:
                groups.setdefault(self._alike(flips), []).append(flips)
        for group in groups.values():
            called = stand_in(self.words.voices, group[0].atom) if len(group) > 1 else {}
            yield self._badge([one.atom for one in group], group[0], called)

    def _alike(self, flips: Flips) -> tuple[object, ...]:
        one = self._badge([flips.atom], flips, stand_in(self.words.voices, flips.atom))
        says = tuple(sorted(voice.says for voice in one.facts))
        return apart(self.words.voices, flips.atom), one.hangs_on, says, one.sets, one.is_all, one.sources

    def _badge(self, atoms: Sequence[Atom], flips: Flips, called: Called) -> Badge:
        shown = flips.flips if flips.size == 1 else flips.flips[:1]
        levers = [lever for flip in shown for lever in flip.levers]
        return Badge(
            title=title(self.words.voices, atoms),
            conclusions=tuple(map(self.words.concluded, atoms)),
            hangs_on=flips.size,
            facts=tuple(self.words.voice(lever.said, called) for lever in levers if lever.said is not None),
            sets=len(flips.flips),
            is_all=flips.is_all,
            sources=self.needing.get(atoms[0], ()),
            is_one_source=atoms[0] in self.enough,
        )

    def _needing(self, of_source: Mapping[str, list[int]]) -> Mapping[Atom, tuple[str, ...]]:
        """The sources without any one of which each conclusion falls."""
        space = self.flipper.space
        columns, titles = space.run([dict.fromkeys(levers, 0) for levers in of_source.values()]), list(of_source)
        true = [atom for atom in space.machine.output if space.holds(atom)]
        return {atom: tuple(titles[number] for number in columns.where(atom, holds=False)) for atom in true}

    def _enough(self, of_source: Mapping[str, list[int]]) -> frozenset[Atom]:
        """The conclusions that fall without one source, and follow from what it says alone."""
        space = self.flipper.space
        alone = sorted({sources[0] for sources in self.needing.values() if len(sources) == 1})
        rest = [set(range(len(space.levers))).difference(of_source[source]) for source in alone]
        columns = space.run([dict.fromkeys(sorted(levers), 0) for levers in rest])
        of_number = {source: number for number, source in enumerate(alone)}
        return frozenset(
            atom
            for atom, sources in self.needing.items()
            if len(sources) == 1 and of_number[sources[0]] in set(columns.where(atom, holds=True))
        )

    def _of_source(self) -> Mapping[str, list[int]]:
        """By source, the numbers of the levers of what it says."""
        found: dict[str, list[int]] = {}
        for number, lever in enumerate(self.flipper.space.levers):
            if lever.said is not None and (source := whose_word(self.rulebook, lever.said)):
                found.setdefault(source, []).append(number)
        return found
