"""Which causes are enough for a change: found by giving these alone otherwise, and firing the rules again.

Sets are tried by their size, so that what is found first is smallest. Where that would be too many, as much as can be is
left out of the whole, halves first (delta debugging, Zeller and Hildebrandt 2002), until nothing more can be spared.
`columns` fires the rules: that takes a millisecond.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from itertools import combinations
from math import comb
from typing import NamedTuple

from dragoman.advice.conditions import Conditions
from dragoman.advice.evaluate import Evaluation
from dragoman.advice.standing import status
from dragoman.advice.support import Support
from dragoman.engines.likelihoods import likelihoods
from dragoman.engines.model import Engine, Status
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.errors import EngineError
from dragoman.exact.causes import Causes
from dragoman.exact.difference_forms import CauseKind, Through
from dragoman.program.normal import program_of
from dragoman.rulebook.forms import Atom, RecommendationStatus, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.evidence import told_otherwise

_LARGEST, _MOST_OF_A_SIZE = 3, 60
"""Sets of up to so many causes are tried one after the other, if there are not more of one size than that."""
_MOST_OTHERS = 5
"""So many further sets of the same size are named."""

Reasons = frozenset[tuple[str, tuple[tuple[str, str], ...]]]
"""The rules that give a conclusion, with their bindings."""


class Outcome(NamedTuple):
    """How one shown conclusion stands."""

    status: RecommendationStatus | None
    likelihood: Likelihood
    reasons: Reasons


class Wanted(NamedTuple):
    """A change that a trial must give."""

    atom: Atom
    outcome: Outcome | None
    """None: it does not follow."""
    with_reasons: bool
    """Whether its reasons must be the same too."""


class Trial:
    """One world, of which is found out what is asked for: likelihoods take longer than all else."""

    def __init__(self, evaluation: Callable[[], Evaluation], true: Collection[Atom]) -> None:
        self._make = evaluation
        self._true = true

    @cached_property
    def _evaluation(self) -> Evaluation:
        return self._make()

    @cached_property
    def _conditions(self) -> Conditions:
        return Conditions(self._evaluation, Support(self._evaluation))

    @cached_property
    def _reasons(self) -> dict[Atom, set[tuple[str, tuple[tuple[str, str], ...]]]]:
        found: dict[Atom, set[tuple[str, tuple[tuple[str, str], ...]]]] = {}
        for firing in self._evaluation.model.firings:
            if firing.status is Status.GIVES:
                found.setdefault(firing.conclusion, set()).add((firing.rule, firing.bindings))
        return found

    def outcome(self, atom: Atom) -> Outcome | None:
        """How a conclusion stands; None where it does not follow."""
        if atom not in self._true:
            return None
        template = self._evaluation.rulebook.recommendations.get(atom.fact)
        reached = status(self._conditions, template, atom) if template else None
        level = self._evaluation.likelihoods.of_atom[atom]
        return Outcome(reached, level, frozenset(self._reasons.get(atom, ())))

    def gives(self, wanted: Wanted) -> bool:
        """Whether a change is as wanted."""
        if (wanted.atom in self._true) != (wanted.outcome is not None):
            return False
        found = self.outcome(wanted.atom)
        if found is None or wanted.outcome is None or wanted.with_reasons:
            return found == wanted.outcome
        return found[:2] == wanted.outcome[:2]


class _SpentError(Exception):
    """As much was tried as may be."""


class Trials:
    """Gives some causes otherwise, and looks what follows; what was tried is kept."""

    def __init__(self, before: Evaluation, after: Evaluation, causes: Causes, most: int) -> None:
        """`most` worlds are fired at most."""
        self._before, self._after, self._causes, self._left = before, after, causes, most
        self._tried: dict[frozenset[int], Trial] = {frozenset(causes.whole): Trial(lambda: after, after.model.true)}
        self._rulebooks: dict[frozenset[str], Rulebook] = {}

    def through(self, wanted: Wanted, pool: Sequence[int]) -> Through:
        """The smallest sets of causes in `pool` that are enough for a change, which all of them together may not be."""
        try:
            return self._through(wanted, pool)
        except (_SpentError, EngineError):
            return Through(tuple(pool), is_exact=len(pool) == len(self._causes.all), is_smallest=False)

    def _through(self, wanted: Wanted, pool: Sequence[int]) -> Through:
        for size in range(1, min(_LARGEST, len(pool)) + 1):
            if comb(len(pool), size) > _MOST_OF_A_SIZE:
                break
            found = [some for some in combinations(pool, size) if self._is_enough(wanted, some)]
            if found:
                return Through(found[0], tuple(found[1 : 1 + _MOST_OTHERS]))
        if not pool or not self._is_enough(wanted, pool):
            return Through(tuple(pool), is_exact=False, is_smallest=False)
        return Through(self._thinned(wanted, tuple(pool)), is_smallest=False)

    def _thinned(self, wanted: Wanted, enough: tuple[int, ...]) -> tuple[int, ...]:
        """A part of what is enough that is still enough: halves are left out as long as it goes, then ever less."""
        size = (len(enough) + 1) // 2
        while True:
            place, is_spared = 0, False
            while place < len(enough):
                fewer = enough[:place] + enough[place + size :]
                if fewer and self._is_enough(wanted, fewer):
                    enough, is_spared = fewer, True
                else:
                    place += size
            if size == 1 and not is_spared:  # what goes may set free what stood before it
                return enough
            size = max(1, size // 2)

    def _is_enough(self, wanted: Wanted, numbers: Sequence[int]) -> bool:
        return self._trial(frozenset(numbers)).gives(wanted)

    def _trial(self, numbers: frozenset[int]) -> Trial:
        found = self._tried.get(numbers)
        if found is None:
            if self._left <= 0 or self._causes.are_in_rulebook:  # rules of two rulebooks are no rulebook
                raise _SpentError
            self._left -= 1
            found = self._tried[numbers] = self._fired(numbers)
        return found

    def _fired(self, numbers: frozenset[int]) -> Trial:
        before, told = self._before, self._after.evidence.told
        causes = [self._causes.all[number] for number in numbers]
        rulebook = self._rulebook(frozenset(one.name for one in causes if one.kind is CauseKind.THRESHOLD))
        ways = {fact.atom: told.get(fact.atom) for one in causes for fact in one.facts}
        evidence = told_otherwise(rulebook, before.evidence, ways)
        program = program_of(rulebook)
        engine: Engine = engine_named(EngineName.COLUMNS)
        model = engine.run(program, evidence)

        def evaluation() -> Evaluation:
            likely = likelihoods(program, evidence, model)
            return Evaluation(rulebook, program, before.situation, evidence, model, likely)

        return Trial(evaluation, model.true)

    def _rulebook(self, thresholds: frozenset[str]) -> Rulebook:
        """The rulebook with some of the thresholds as they are after."""
        if thresholds not in self._rulebooks:
            values = {name: self._after.rulebook.parameters[name].value for name in thresholds}
            from dragoman.rulebook.load import with_parameters  # noqa: PLC0415 - loads what reads a rulebook; seldom needed

            self._rulebooks[thresholds] = with_parameters(self._before.rulebook, values)
        return self._rulebooks[thresholds]
