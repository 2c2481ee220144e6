"""What `flips` answers: all that turns a conclusion, or without a name what all advice hangs on.

What a recommendation hangs on is found over the told facts alone, each of which can be taken back and nothing else: so
a badge speaks of what was told, and not of what somebody might yet tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.scope import Scope
from dragoman.exact.called import Called, apart, stand_in, title
from dragoman.exact.change_forms import Away, Badge, Change, Flipped, Hinges, Turned
from dragoman.exact.change_words import ChangeWords
from dragoman.exact.flips import MAX_SETS, Flipper, Flips
from dragoman.exact.levers import Lever, levers_of
from dragoman.exact.machine import Machine, machine_of
from dragoman.exact.space import Space
from dragoman.explain.targets import asked_for, is_meant
from dragoman.rulebook.forms import Atom, Origin
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import Said

MOST = 200
"""Of each recommendation so many sets are counted where all of them are asked for."""


def flipped(evaluation: Evaluation, text: str, targets: tuple[str, ...] = (), most: int = MAX_SETS) -> Flipped:
    """All smallest sets of changes that turn what `text` asks for, as of `why`; no more than `most` of each.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        SolverUnavailableError: if one takes more than one change and the solver cannot be imported.
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
    turned = tuple(_turned(words, flipper.flips(atom, most)) for atom in atoms)
    is_told = question.fact.origin is Origin.TOLD
    return Flipped(evaluation.situation.title, question.fact.name, question.sentence, is_told, turned)


def hinges(evaluation: Evaluation, targets: tuple[str, ...] = ()) -> Hinges:
    """What each recommendation that is given hangs on, and what would give each that is not; in the rulebook's order.

    Raises:
        SolverUnavailableError: if one takes more than one change and the solver cannot be imported.
        EngineError: if the rules have more instances than can be held.
    """
    machine = machine_of(evaluation.program)
    levers = levers_of(evaluation, machine)
    atoms = recommended(evaluation, machine, targets)
    words, true = ChangeWords(evaluation, machine), evaluation.model.true
    badges = _Badges(evaluation, machine, levers, words).of([atom for atom in atoms if atom in true])
    away = _away(words, Flipper(Space(evaluation, machine, levers)), [atom for atom in atoms if atom not in true])
    return Hinges(evaluation.situation.title, tuple(badges), tuple(away))


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


def _away(words: ChangeWords, flipper: Flipper, atoms: Iterable[Atom]) -> Iterator[Away]:
    groups: dict[tuple[object, ...], list[Atom]] = {}
    found: dict[Atom, Flips] = {}
    for atom in atoms:
        found[atom] = flipper.flips(atom, MOST)
        groups.setdefault((apart(words.voices, atom), *_alike(words, found[atom])), []).append(atom)
    for group in groups.values():
        flips = found[group[0]]
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
        self.needing = self._sources()

    def of(self, atoms: Iterable[Atom]) -> Iterator[Badge]:
        """A badge for all that hang on the same."""
        groups: dict[tuple[object, ...], list[Atom]] = {}
        found: dict[Atom, Flips] = {}
        for atom in atoms:
            found[atom] = self.flipper.flips(atom, MOST)
            one = self._badge([atom], found[atom], stand_in(self.words.voices, atom))
            says = tuple(sorted(voice.says for voice in one.facts))
            key = apart(self.words.voices, atom), one.hangs_on, says, one.sets, one.is_all, one.sources
            groups.setdefault(key, []).append(atom)
        for group in groups.values():
            called = stand_in(self.words.voices, group[0]) if len(group) > 1 else {}
            yield self._badge(group, found[group[0]], called)

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
        )

    def _sources(self) -> Mapping[Atom, tuple[str, ...]]:
        """The sources without any one of which each conclusion falls."""
        space = self.flipper.space
        of_source: dict[str, list[int]] = {}
        for number, lever in enumerate(space.levers):
            if lever.said is not None and (source := self._source(lever.said)):
                of_source.setdefault(source, []).append(number)
        columns, titles = space.run([dict.fromkeys(levers, 0) for levers in of_source.values()]), list(of_source)
        true = [atom for atom in space.machine.output if space.holds(atom)]
        return {atom: tuple(titles[number] for number in columns.where(atom, holds=False)) for atom in true}

    def _source(self, said: Said) -> str:
        """Whose word it is; of what has no source but places in the report, the report's; else nobody's."""
        if said.source is not None:
            return said.source.title
        report = self.rulebook.report
        return f"{report.title} ({report.date.year})" if said.at else ""
