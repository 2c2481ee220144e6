"""Near-misses: for each rule a smallest situation in which it fires, and the situations that differ in one condition.

    Rulebook -> near_misses -> NearMisses: what was tried, what failed, which conditions decide nothing

A condition of `when` is untold, denied, disputed, or told another value, at each end of its test and just beside it; a
condition of `unless` is made to hold; one of `tempered_by` is put beside the conclusion. All else stays as it was, and
whether that is so is looked at, not assumed: a situation in which a second condition falls with the first is none.

Such a situation is made from the rule, so it says nothing of whether the rule is right; it says that the engine does
what the rule says. Only cases that somebody wrote judge a rule, which is why these are counted apart.
Source of the method: boundary values and one-factor changes (Myers, "The Art of Software Testing", 1979).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dragoman.coverage.matching import Matching
from dragoman.coverage.smallest import Search, can_be_told
from dragoman.coverage.telling import UNTOLD, Facts, Teller, Telling, in_words
from dragoman.engines.model import Engine, Model
from dragoman.form import form
from dragoman.program.forms import Binding, Literal, Program, ProgramRule
from dragoman.program.ground import Ground, Instance, ground
from dragoman.program.normal import compile_program, literal
from dragoman.rulebook.forms import Atom, Condition, Mode, Rule, Rulebook
from dragoman.situation.evidence import sort_key, weigh
from dragoman.values.kind import Truth

_INSTANCES, _WAYS, _STARTS = 40, 12, 8
"""Of a rule: instances that are looked at, ways to make one fire, and situations to start from until each condition decides."""


@form
class Aim:
    """One condition of a rule."""

    rule: Rule
    section: str
    """`when`, `unless` or `tempered by`."""
    number: int
    """In its section, from 0."""
    condition: Condition


@form
class NearMiss:
    """One situation that differs from one in which the rule fires by one condition."""

    aim: Aim
    change: str
    """What is told of the condition: `untold`, `told false`, `told 39.999999`, `disputed`."""
    must_fire: bool
    """Whether the rule must fire all the same: on the threshold, with another word of the test, with what tempers it."""
    facts: Facts
    failed: bool


@form
class NearMisses:
    """What the near-misses of a rulebook came to."""

    rules: int
    """How many rules there are."""
    tried: tuple[NearMiss, ...]
    idle: tuple[Aim, ...]
    """Conditions that decide nothing: whatever was tried, the others brought them about, or fell with them."""
    unmade: tuple[Rule, ...]
    """Rules for which no situation was found in which they fire."""

    @property
    def failed(self) -> tuple[NearMiss, ...]:
        """Those in which the rule did not do what it says."""
        return tuple(tried for tried in self.tried if tried.failed)

    @property
    def passed(self) -> bool:
        """Whether every rule could be made to fire, and did what it says; a condition that decides nothing is no failure."""
        return not self.failed and not self.unmade


def near_misses(rulebook: Rulebook, engine: Engine) -> NearMisses:
    """Make and run the near-misses of every rule; the same rulebook gives the same ones in the same order.

    Raises:
        EngineError: if the engine refuses the rulebook or fails.
    """
    bench = _Bench(rulebook, engine)
    tried: list[NearMiss] = []
    idle: list[Aim] = []
    unmade: list[Rule] = []
    for number, in_program in enumerate(bench.program.rules):
        rule = rulebook.rules[in_program.id]
        starts = list(islice(bench.starts(number), _STARTS))
        if not starts:
            unmade.append(rule)
        for aim in _aims(rule) if starts else ():
            found = next((found for start in starts if (found := list(bench.around(start, aim)))), None)
            tried.extend(found or ())
            idle.extend(() if found else (aim,))
    return NearMisses(len(rulebook.rules), tuple(tried), tuple(idle), tuple(unmade))


def _aims(rule: Rule) -> Iterator[Aim]:
    sections = {"when": rule.when, "unless": rule.unless, "tempered by": rule.tempered_by}
    for section, conditions in sections.items():
        for number, condition in enumerate(conditions):
            yield Aim(rule, section, number, condition)


@form
class _Tried:
    """One situation, with what follows from it."""

    facts: Facts
    model: Model
    matching: Matching


@form
class _Start:
    """A situation in which an instance of a rule fires."""

    rule: ProgramRule
    instance: Instance
    facts: Facts

    @property
    def binding(self) -> Binding:
        return dict(zip(self.rule.variables, self.instance.values, strict=True))


class _Bench:
    """One rulebook and one engine; what was evaluated once is kept."""

    def __init__(self, rulebook: Rulebook, engine: Engine) -> None:
        self.rulebook, self.engine = rulebook, engine
        self.program: Program = compile_program(rulebook)
        self.ground: Ground = ground(self.program)
        self.teller = Teller(rulebook)
        self.search = Search(self.ground, self.teller)
        self._instances: dict[int, list[Instance]] = {}
        for instance in self.ground.instances:
            self._instances.setdefault(instance.rule, []).append(instance)
        self._tried: dict[tuple[tuple[Atom, Telling], ...], _Tried] = {}

    def evaluated(self, facts: Facts) -> _Tried:
        """What follows from `facts`."""
        case = tuple((atom, facts[atom]) for atom in sorted(facts, key=sort_key))
        if case not in self._tried:
            evidence = weigh(self.rulebook, self.teller.situation(facts))
            model = self.engine.run(self.program, evidence)
            self._tried[case] = _Tried(facts, model, Matching(evidence, model.true))
        return self._tried[case]

    # -- where a rule fires

    def starts(self, number: int) -> Iterator[_Start]:
        """Situations in which the rule of that number fires, the smallest first."""
        rule = self.program.rules[number]
        instances = sorted(self._instances.get(number, ()), key=self._order)
        for instance in instances[:_INSTANCES]:
            for facts in islice(self.search.ways(self.search.goals(instance), {}), _WAYS):
                start = _Start(rule, instance, facts)
                if self._fires(start, self.evaluated(facts)):
                    yield start
                    break

    def _order(self, instance: Instance) -> tuple[int, int]:
        """Cheap ones first; of these, those whose variables have values of their own, so that joins are seen."""
        return self.search.price(instance), len(instance.values) - len(set(instance.values))

    @staticmethod
    def _fires(start: _Start, tried: _Tried) -> bool:
        bindings = tuple(start.binding.items())
        return any(one.rule == start.rule.id and one.bindings == bindings for one in tried.model.firings)

    # -- around it

    def around(self, start: _Start, aim: Aim) -> Iterator[NearMiss]:
        """The near-misses of one condition; none if it does not decide here."""
        makers = {"when": self._of_when, "unless": self._of_unless, "tempered by": self._of_tempering}
        found = list(makers[aim.section](start, aim))
        if aim.section == "tempered by" or any(not one.must_fire for one in found):
            yield from found

    def _of_when(self, start: _Start, aim: Aim) -> Iterator[NearMiss]:
        goals = self.search.goals(start.instance)
        wanted, atom = goals[aim.number]
        others = [goal for number, goal in enumerate(goals) if number != aim.number]
        tellings = [UNTOLD, *self.teller.tellings(wanted)] if can_be_told(wanted) else [UNTOLD]
        ways = list(islice(self.search.ways(others, {}), _WAYS))
        for telling in tellings:
            if telling == start.facts.get(atom, UNTOLD) and can_be_told(wanted):
                continue
            holds = self._holds(wanted, atom, telling)
            for rest in ways:
                facts = _with(rest, atom, telling)
                tried = self.evaluated(facts)
                if self._is_apart(start, aim, tried, holds=holds):
                    yield self._judged(start, aim, tried, in_words(telling), must_fire=holds)
                    break

    def _of_unless(self, start: _Start, aim: Aim) -> Iterator[NearMiss]:
        withdrawal = start.rule.unless[aim.number]
        for atom in islice(self.search.atoms(withdrawal, start.binding), _INSTANCES):
            found = []
            for facts in islice(self.search.ways([(withdrawal, atom)], start.facts), _WAYS):
                tried = self.evaluated(facts)
                if self._is_apart(start, aim, tried, holds=True):
                    told = in_words(facts[atom]) if atom in facts else "concluded"
                    found.append(self._judged(start, aim, tried, told, must_fire=False))
            if found:
                yield from found
                return

    def _of_tempering(self, start: _Start, aim: Aim) -> Iterator[NearMiss]:
        beside = literal(self.rulebook, aim.condition)
        without = self.evaluated(start.facts)
        if without.matching.holds(beside, start.binding):
            return
        for atom in islice(self.search.atoms(beside, start.binding), _INSTANCES):
            for facts in islice(self.search.ways([(beside, atom)], start.facts), _WAYS):
                tried = self.evaluated(facts)
                if tried.matching.holds(beside, start.binding) and self._is_apart(start, aim, tried, holds=True):
                    yield self._judged(start, aim, without, "not beside it", must_fire=True)
                    yield self._judged(start, aim, tried, "beside it", must_fire=True)
                    return

    def _holds(self, wanted: Literal, atom: Atom, telling: Telling) -> bool:
        if not can_be_told(wanted):
            return False
        return self.teller.truth(wanted, atom, telling) is (Truth.FALSE if wanted.mode is Mode.DENIED else Truth.TRUE)

    def _is_apart(self, start: _Start, aim: Aim, tried: _Tried, *, holds: bool) -> bool:
        """Whether the condition alone stands as `holds` says, and all others let the rule fire."""
        when = [tried.matching.holds(one, start.binding) for one in start.rule.when]
        unless = [tried.matching.holds_back(one, start.binding) for one in start.rule.unless]
        if aim.section == "when":
            return when.pop(aim.number) is holds and all(when) and not any(unless)
        if aim.section == "unless":
            return unless.pop(aim.number) is holds and all(when) and not any(unless)
        return all(when) and not any(unless)

    def _judged(self, start: _Start, aim: Aim, tried: _Tried, change: str, *, must_fire: bool) -> NearMiss:
        return NearMiss(aim, change, must_fire, tried.facts, self._fires(start, tried) is not must_fire)


def _with(facts: Facts, atom: Atom, telling: Telling) -> Facts:
    rest = {one: told for one, told in facts.items() if one != atom}
    return {**rest, atom: telling} if telling else rest
