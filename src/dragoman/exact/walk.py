"""From a conclusion that stands otherwise down to what is given otherwise: the difference of two proofs.

Only what is in one of two evaluations alone, or is as another likelihood in the other, is walked through: the firings
that give the conclusion, their premises, and what stands in the way of them (an `unless`, or what was told of the
conclusion itself). What is found is all that a change can hang on; which part of it is needed is for
:mod:`dragoman.exact.trials` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from dragoman.advice.evaluate import Evaluation
from dragoman.engines.absence import Absences
from dragoman.engines.likelihoods import by_fact, told_absences
from dragoman.engines.model import Firing
from dragoman.exact.causes import Causes
from dragoman.exact.difference_forms import CauseKind
from dragoman.program.forms import Literal, ProgramRule
from dragoman.program.normal import literal
from dragoman.rulebook.forms import Atom, Mode, Recommendation, Rule
from dragoman.rulebook.likelihood import Likelihood


class World:
    """One evaluation, as the walk asks it."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.levels: Mapping[Atom, Likelihood] = evaluation.likelihoods.of_atom

    @cached_property
    def firings(self) -> dict[tuple[object, ...], tuple[Firing, Likelihood]]:
        """Each firing with how likely it makes its conclusion, by all that it is but the level of its rule."""
        levels = self.evaluation.likelihoods.of_firing
        return {(f.rule, f.conclusion, f.bindings, f.premises, f.status): (f, level) for f, level in levels.items()}

    @cached_property
    def rules(self) -> dict[str, ProgramRule]:
        """The rules in normal form."""
        return {rule.id: rule for rule in self.evaluation.program.rules}

    @cached_property
    def absences(self) -> Absences:
        """What answers an `unless`."""
        return Absences(self.evaluation.evidence, by_fact(self.evaluation.model.true))


class Walk:
    """Walks between two evaluations; what was found of a conclusion is kept."""

    def __init__(self, before: Evaluation, after: Evaluation, causes: Causes) -> None:
        self.causes = causes
        self._before, self._after = World(before), World(after)
        self._found: dict[Atom, tuple[int, ...]] = {}

    # -- what is in one world alone

    @cached_property
    def _firings(self) -> dict[Atom, list[tuple[Firing, World, World]]]:
        """By conclusion the firings that the other world has not, or has as otherwise likely."""
        found: dict[Atom, list[tuple[Firing, World, World]]] = {}
        for here, there in ((self._after, self._before), (self._before, self._after)):
            for key, (firing, level) in here.firings.items():
                other = there.firings.get(key)
                if other is None or other[1] != level:
                    found.setdefault(firing.conclusion, []).append((firing, here, there))
        return found

    def is_other(self, atom: Atom) -> bool:
        """Whether a conclusion is true in one world alone, or of another likelihood."""
        return self._before.levels.get(atom) != self._after.levels.get(atom)

    def between(self, atom: Atom) -> Iterator[Atom]:
        """The conclusions that stand otherwise too and that it hangs on, the nearest first."""
        waiting, seen = [atom], {atom}
        while waiting:
            further: list[Atom] = []
            for one in waiting:
                for firing, here, there in self._firings.get(one, ()):
                    for next_ in (*firing.premises, *self._obstacles(firing, here, there)):
                        if next_ not in seen and next_ in self._firings and self.is_other(next_):
                            seen.add(next_)
                            further.append(next_)
                            yield next_
            waiting = further

    # -- down to causes

    def causes_of(self, atom: Atom) -> tuple[int, ...]:
        """The numbers of the causes that a conclusion or a told fact hangs on, in order."""
        if atom not in self._found:
            self._found[atom] = ()  # two rulebooks together can go round in a circle, which one cannot
            self._found[atom] = tuple(dict.fromkeys(self._causes_of(atom)))
        return self._found[atom]

    def causes_of_firing(self, firing: Firing) -> tuple[int, ...]:
        """The numbers of the causes that a firing hangs on which only one of the two worlds has."""
        found = self._firings.get(firing.conclusion, ())
        return tuple(dict.fromkeys(n for one, *worlds in found if one == firing for n in self._of_firing(one, *worlds)))

    def _causes_of(self, atom: Atom) -> Iterator[int]:
        yield from self._told(atom)
        for firing, here, there in self._firings.get(atom, ()):
            yield from self._of_firing(firing, here, there)

    def _told(self, atom: Atom) -> Iterator[int]:
        """What was told of an atom, or of the part and the whole that a share is reckoned from."""
        number = self.causes.of_atom(atom)
        if number is not None:
            yield number
        for world in (self._after, self._before):
            known = world.evaluation.evidence.of(atom)
            for half in known.reckoned_from if known else ():
                yield from self._told(half)
        if self.causes.are_in_rulebook:
            yield from self._named(CauseKind.VOCABULARY, (atom.fact, *filter(None, atom.key)))

    def _of_firing(self, firing: Firing, here: World, there: World) -> Iterator[int]:
        """Why the other world has not this firing, or has it as otherwise likely."""
        rule = here.rules[firing.rule]
        yield from self._named(CauseKind.RULE, (firing.rule,))
        for wanted, premise in zip(rule.when, firing.premises, strict=True):
            if self._is_concluded(wanted):
                yield from self.causes_of(premise) if self.is_other(premise) else ()
            else:
                yield from self._told(premise)
        for obstacle in self._obstacles(firing, here, there):
            yield from self.causes_of(obstacle)
        told = here.evaluation.rulebook.rules[firing.rule]
        yield from self._thresholds(told)
        if self.causes.are_in_rulebook:
            yield from self._named(CauseKind.VOCABULARY, (condition.pattern.fact for condition in told.unless))

    @staticmethod
    def _is_concluded(wanted: Literal) -> bool:
        return wanted.mode is Mode.HOLDS and wanted.fact.value is None

    def _obstacles(self, firing: Firing, here: World, there: World) -> Iterator[Atom]:
        """What holds the rule back in the other world, and what was told to be absent in either."""
        rule, binding = here.rules[firing.rule], dict(firing.bindings)
        if not all(self._is_same_type(unless) for unless in rule.unless):
            return
        for unless in rule.unless:
            yield from there.absences.obstacles(unless, binding)
        for world in (here, there) if rule.unless else ():
            yield from (atom for _, atom, _ in told_absences(rule, firing, world.absences))

    def _is_same_type(self, wanted: Literal) -> bool:
        """Whether both rulebooks mean the same by a fact type, so that a condition of one can be asked in the other."""
        return self.causes.of_name(CauseKind.VOCABULARY, wanted.fact.name) is None

    def _thresholds(self, rule: Rule) -> Iterator[int]:
        tests = (condition.pattern.test for condition in (*rule.when, *rule.unless))
        names = (name for test in tests if test is not None for name in test.parameters)
        yield from self._named(CauseKind.THRESHOLD, names)

    def _named(self, kind: CauseKind, names: Iterable[str]) -> Iterator[int]:
        found = (self.causes.of_name(kind, name) for name in names)
        return (number for number in found if number is not None)

    # -- status

    def causes_of_status(self, atom: Atom) -> tuple[int, ...]:
        """What the status of a recommendation hangs on: the told conditions by which it is under way."""
        found = self._named(CauseKind.VOCABULARY, (atom.fact,)) if self.causes.are_in_rulebook else iter(())
        numbers = dict.fromkeys(found)
        for world in (self._after, self._before):
            template = world.evaluation.rulebook.recommendations[atom.fact]
            numbers.update(dict.fromkeys(self._under_way(world, template, atom)))
        return tuple(numbers)

    def _under_way(self, world: World, template: Recommendation, atom: Atom) -> Iterator[int]:
        rulebook = world.evaluation.rulebook
        names = rulebook.facts[atom.fact].key_names
        binding = {name: value for name, value in zip(names, atom.key, strict=True) if value is not None}
        for condition in template.under_way_when:
            wanted = literal(rulebook, condition)
            for known in world.evaluation.evidence.by_fact.get(wanted.fact.name, ()):
                if any(wanted.matches(key, binding) is not None for key in wanted.keys(known.atom.key)):
                    yield from self._told(known.atom)
            yield from self._named(
                CauseKind.THRESHOLD, condition.pattern.test.parameters if condition.pattern.test else ()
            )
