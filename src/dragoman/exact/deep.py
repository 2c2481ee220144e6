"""What holds of a rulebook in every possible world: rules that can never fire, advice that never comes.

That advice always comes needs no look: every rule has a condition on what is told, so nothing follows from nothing.

Each answer is either proved by the solver, over everything that can be told and every date, or comes with a *witness*:
a concrete situation, as small as dropping facts one by one makes it, that has been run before it is shown.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.engines.model import Engine
from dragoman.errors import EngineError
from dragoman.exact.ground_formula import GroundFormula
from dragoman.exact.machine import Telling, machine_of
from dragoman.exact.solver import Answer, Solver
from dragoman.form import form
from dragoman.program.normal import program_of
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import Situation
from dragoman.situation.spread import statements_of


@form
class Witness:
    """A situation that shows something, run before it is shown."""

    as_of: datetime.date
    tellings: tuple[Telling, ...]
    """What is told; without any of it, it would show nothing."""
    situation: Situation


@form
class Idle:
    """A rule that never alone gives what it concludes: in every world another one does too, or it was told."""

    rule: str
    covered_by: tuple[str, ...]
    """The rules each of which gives all that this one gives, wherever it does; empty if it takes several."""
    witness: Witness
    """Where it fires."""


@form
class Apart:
    """Two recommendations that never come together."""

    one: Atom
    other: Atom
    witness: Witness
    """Where the first comes."""


@form
class DeepCheck:
    """All that was found."""

    never_fire: tuple[str, ...]
    """Rules, in the order of the program."""
    never_come: tuple[Atom, ...]
    """Recommendations that some rule concludes and none ever gives."""
    idle: tuple[Idle, ...]
    apart: tuple[Apart, ...]

    @property
    def mistakes(self) -> int:
        """How much of it can only be a mistake of the rulebook."""
        return len(self.never_fire) + len(self.never_come)


def deep_check(rulebook: Rulebook, engine: Engine) -> DeepCheck:
    """Every possible world of a rulebook; `engine` runs the witnesses.

    Raises:
        EngineError: if the rules have more instances than can be held, or a witness shows nothing, which would be a fault.
        SolverUnavailableError: if the solver cannot be imported.
    """
    formula = GroundFormula(rulebook, machine_of(program_of(rulebook)))
    looks = _Looks(formula)
    with Solver(formula.clauses, formula.variables) as solver:
        deep = _Deep(formula, looks, solver, engine)
        never_fire = tuple(deep.never_fire())
        never_come = tuple(deep.never_come())
        return DeepCheck(never_fire, never_come, tuple(deep.idle(never_fire)), tuple(deep.apart(never_come)))


class _Looks:
    """What is asked of the formula, as variables of it."""

    def __init__(self, formula: GroundFormula) -> None:
        self.formula = formula
        rules = formula.ground.program.rules
        self.of_rule: dict[str, dict[int, list[int]]] = {rule.id: {} for rule in rules}
        """By rule and proposition, the instances of the rule that conclude it."""
        for number, instance in enumerate(formula.ground.instances):
            for proposition in instance.then:
                self.of_rule[rules[instance.rule].id].setdefault(proposition, []).append(formula.instances[number])
        self.gives = {rule: {p: formula.any_of(found) for p, found in of.items()} for rule, of in self.of_rule.items()}
        """By rule and proposition, that the rule concludes it."""
        self.fires = {rule: formula.any_of(list(of.values())) for rule, of in self.gives.items()}
        self.alone = {rule: formula.any_of([self._alone(rule, p) for p in of]) for rule, of in self.gives.items()}
        """By rule, that it alone gives something."""
        recommendations = formula.rulebook.recommendations
        self.comes = {
            formula.ground.propositions[p].atom: formula.is_so(p)
            for p in formula.giving
            if formula.ground.propositions[p].atom.fact in recommendations
        }
        self.concluding: dict[int, list[str]] = {}
        """By proposition, the rules that can conclude it."""
        for rule, of in self.gives.items():
            for proposition in of:
                self.concluding.setdefault(proposition, []).append(rule)

    def _alone(self, rule: str, proposition: int) -> int:
        own = set(self.of_rule[rule][proposition])
        all_of = (self.formula.instances[number] for number in self.formula.giving[proposition])
        others = [-instance for instance in all_of if instance not in own]
        told = [-variable for variable in self.formula.is_told(proposition)]
        return self.formula.all_of([self.gives[rule][proposition], *others, *told])


class _Deep:
    """One check."""

    def __init__(self, formula: GroundFormula, looks: _Looks, solver: Solver, engine: Engine) -> None:
        self.formula, self.looks, self.solver, self.engine = formula, looks, solver, engine
        self.seen: list[Answer] = []
        """The worlds that were found."""

    def never_fire(self) -> Iterator[str]:
        """The rules no instance of which ever fires; one without an instance among them."""
        yield from self._never(self.looks.fires)

    def _never(self, variables: dict[str, int]) -> Iterator[str]:
        """Of some variables, those that are true in no world; each answer tells of many."""
        for name, variable in variables.items():
            if not any(variable in model for model in self.seen) and self._found([variable]) is None:
                yield name

    def _found(self, wanted: Iterable[int]) -> Answer | None:
        """A world in which `wanted` is so; it is kept, since it may answer other questions too."""
        model = self.solver.solve(wanted)
        if model is not None:
            self.seen.append(model)
        return model

    def _is_possible(self, wanted: Sequence[int]) -> bool:
        """Whether there is a world in which all of `wanted` is so; first those are looked at that were found."""
        found = any(all(literal in model for literal in wanted) for model in reversed(self.seen))
        return found or self._found(wanted) is not None

    def never_come(self) -> Iterator[Atom]:
        """The recommendations that come in no world."""
        return (atom for atom, variable in self.looks.comes.items() if not self._is_possible([variable]))

    def idle(self, never: Iterable[str]) -> Iterator[Idle]:
        """The rules that fire and alone give nothing."""
        for rule in self._never({r: v for r, v in self.looks.alone.items() if r not in set(never)}):
            witness = self._witness([self.looks.fires[rule]])
            if not any(firing.rule == rule for firing in self._run(witness).model.firings):
                raise EngineError(f"a situation in which '{rule}' should fire does not fire it")
            yield Idle(rule, tuple(self._covering(rule)), witness)

    def _covering(self, rule: str) -> Iterator[str]:
        """The rules that each give all that `rule` gives, and are no weaker."""
        gives, rules = self.looks.gives, self.formula.rulebook.rules
        shared = [set(self.looks.concluding[proposition]) - {rule} for proposition in gives[rule]]
        for other in sorted(set.intersection(*shared)) if shared else ():
            if rules[other].strength >= rules[rule].strength and not any(
                self._is_possible([gives[rule][p], -gives[other][p], *(-v for v in self.formula.is_told(p))])
                for p in gives[rule]
            ):
                yield other

    def apart(self, never: Sequence[Atom]) -> Iterator[Apart]:
        """The pairs of recommendations that come in no world together, each of which comes in some."""
        comes = {atom: v for atom, v in self.looks.comes.items() if atom not in set(never)}
        together: set[tuple[Atom, Atom]] = set()
        for one, other in combinations(sorted(comes, key=sort_key), 2):
            if (one, other) in together:
                continue
            model = self._found([comes[one], comes[other]])
            if model is None:
                witness = self._witness([comes[one]])
                if one not in self._run(witness).model.true:
                    raise EngineError(f"a situation in which '{one.fact}' should be advised does not give it")
                yield Apart(one, other, witness)
            else:
                model = self._more(model, [comes[one], comes[other]], comes.values())
                true = [atom for atom, variable in comes.items() if variable in model]
                together |= set(combinations(sorted(true, key=sort_key), 2))

    def _more(self, model: Answer, wanted: list[int], further: Iterable[int]) -> Answer:
        """A world in which as many more of some variables are true as can be added one by one."""
        wanted = list(wanted)
        for variable in further:
            if variable not in model and (found := self.solver.solve([*wanted, variable])) is not None:
                model = found
            if variable in model:
                wanted.append(variable)
        return model

    def _witness(self, wanted: Sequence[int]) -> Witness:
        """A world in which all of `wanted` is so, and of which nothing told can be dropped."""
        model = self.solver.solve(wanted)
        kept = [variable for variable in self.formula.moved.values() if model is not None and variable in model]
        quiet, allowed = self.solver.fresh(), set(kept)
        for variable in self.formula.moved.values():
            if variable not in allowed:
                self.solver.add([-quiet, -variable])
        dropped: list[int] = []
        for variable in kept:
            found = self.solver.solve([quiet, *wanted, -variable, *dropped])
            if found is not None:
                model, dropped = found, [*dropped, -variable]
        if model is None:
            raise EngineError("there is no situation for what was found to be possible")
        as_of, tellings = self.formula.told(model)
        return Witness(as_of, tellings, possible_world(self.formula.rulebook, as_of, tellings))

    def _run(self, witness: Witness) -> Evaluation:
        return evaluate(self.formula.rulebook, witness.situation, self.engine)


def possible_world(rulebook: Rulebook, as_of: datetime.date, tellings: Iterable[Telling]) -> Situation:
    """The situation of that date in which that is told, and nothing else."""
    statements = (s for telling in tellings for s in statements_of(rulebook, telling.said))
    return Situation(rulebook, "A possible world", as_of, tuple(statements))
