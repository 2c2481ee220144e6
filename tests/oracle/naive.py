"""Rules over what is known: nested loops over all atoms, level by level, and the weakest link on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.engines.model import Firing, Status
from dragoman.rulebook.forms import Atom, Blank, Condition, Key, Mode, Pattern, Rule, Rulebook, Variable
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.forms import Situation
from tests.oracle.told import Forget, Told, Truth, answer, ordered, readings, resolved, tell

Binding = Mapping[str, str]


@dataclass(frozen=True)
class Verdict:
    """What follows."""

    true: frozenset[Atom]
    firings: tuple[Firing, ...]
    """In the canonical order: level, rule, conclusion, bindings, premises."""
    of_atom: Mapping[Atom, Likelihood]
    of_firing: Mapping[Firing, Likelihood]


def evaluate(rulebook: Rulebook, situation: Situation, forgets: Iterable[Forget] | None = None) -> Verdict:
    """All that `rulebook` concludes from `situation`; for `forgets` see `tell`."""
    return Oracle(rulebook, tell(rulebook, situation, forgets)).verdict()


class Oracle:
    """One evaluation."""

    def __init__(self, rulebook: Rulebook, told: Told) -> None:
        self.rulebook, self.facts, self.told = rulebook, rulebook.facts, told
        self.true: dict[Atom, Likelihood] = {}
        """Plain atoms that are told or concluded true, and how likely."""
        self.levels: dict[str, int] = {}

    def verdict(self) -> Verdict:
        """One pass by level: nothing at a level reads what the level concludes."""
        for atom in self.told:
            truth, likelihood = self.told_of(atom)
            if truth is Truth.TRUE and self.facts[atom.fact].value is None:
                self.true[atom] = likelihood
        firings: dict[Firing, Likelihood] = {}
        for rule in sorted(self.rulebook.rules.values(), key=self.level):
            for firing, likelihood in self.fire(rule):
                firings[firing] = likelihood
                if firing.status is Status.GIVES:
                    self.true[firing.conclusion] = max(likelihood, self.true.get(firing.conclusion, likelihood))
        return Verdict(frozenset(self.true), tuple(sorted(firings, key=in_order)), self.true, firings)

    def fire(self, rule: Rule) -> list[tuple[Firing, Likelihood]]:
        """Every way to satisfy `when` that no `unless` holds back, once for each conclusion."""
        found = []
        for binding, premises in self.matches(rule.when, {}, ()):
            if any(self.holds_back(condition, binding) for condition in rule.unless):
                continue
            links = [self.premise(c, atom)[1] for c, atom in zip(rule.when, premises, strict=True)]
            links += [link for condition in rule.unless for link in self.told_absent(condition, binding)]
            for pattern in rule.then:
                atom = self.instance(pattern, binding)
                status = STATUS[self.told_of(atom)[0]]
                bound = tuple(sorted(binding.items()))
                found.append(
                    (Firing(rule.id, self.level(rule), atom, bound, premises, status), min(rule.strength, *links))
                )
        return found

    def matches(
        self, when: tuple[Condition, ...], binding: Binding, premises: tuple[Atom, ...]
    ) -> Iterator[tuple[Binding, tuple[Atom, ...]]]:
        """All bindings, each with the atoms that satisfy the conditions."""
        if not when:
            yield binding, premises
            return
        for atom in self.atoms(when[0].pattern.fact):
            if self.premise(when[0], atom)[0]:
                for wider in self.unify(when[0].pattern, atom, binding):
                    yield from self.matches(when[1:], wider, (*premises, atom))

    def atoms(self, fact: str) -> list[Atom]:
        """All that was told or concluded of a fact type."""
        return [atom for atom in {**self.told, **self.true} if atom.fact == fact]

    def unify(self, pattern: Pattern, atom: Atom, binding: Binding) -> list[Binding]:
        """The ways in which `atom` is an instance of `pattern`: none, one, or two for a symmetric fact."""
        found: list[Binding] = []
        for key in readings(self.facts[pattern.fact], atom.key):
            wider: dict[str, str] | None = dict(binding)
            for term, value in zip(pattern.terms, key, strict=True):
                if isinstance(term, Variable):
                    fits = value is not None and wider is not None and wider.setdefault(term.name, value) == value
                else:
                    fits = term is Blank.ANY or value == (None if term is Blank.MISSING else term)
                wider = wider if fits else None
            found += [wider] if wider is not None and wider not in found else []
        return found

    # -- conditions

    def told_of(self, atom: Atom, pattern: Pattern | None = None) -> tuple[Truth, Likelihood]:
        """What was told of `atom`, or of its value and the pattern's test."""
        test = resolved(pattern.test, self.rulebook.parameters) if pattern else None
        return answer(self.facts[atom.fact], self.told.get(atom, ()), test)

    def premise(self, condition: Condition, atom: Atom) -> tuple[bool, Likelihood]:
        """Whether a condition of `when` holds of `atom`, and how firmly. A `not` looks at what was told only."""
        truth, likelihood = self.told_of(atom, condition.pattern)
        if condition.mode is Mode.DENIED:
            return truth is Truth.FALSE, likelihood
        if self.facts[atom.fact].value is None:
            return atom in self.true, self.true.get(atom, Likelihood.UNHEDGED)
        return truth is Truth.TRUE, likelihood

    def holds_back(self, condition: Condition, binding: Binding) -> bool:
        """Whether an `unless` withdraws the rule: what is disputed holds back like what is so."""
        for atom in self.atoms(condition.pattern.fact):
            if self.unify(condition.pattern, atom, binding):
                truth = self.told_of(atom, condition.pattern)[0]
                is_so = Truth.FALSE if condition.mode is Mode.NOT_DENIED else Truth.TRUE
                if truth in {is_so, Truth.DISPUTED} or (condition.mode is Mode.ABSENT and atom in self.true):
                    return True
        return False

    def told_absent(self, condition: Condition, binding: Binding) -> list[Likelihood]:
        """An `unless` that was told not to be so is a premise; one that nobody spoke of carries no likelihood."""
        if Blank.ANY in condition.pattern.terms:
            return []
        truth, likelihood = self.told_of(self.instance(condition.pattern, binding), condition.pattern)
        absent = Truth.TRUE if condition.mode is Mode.NOT_DENIED else Truth.FALSE
        return [likelihood] if truth is absent else []

    def instance(self, pattern: Pattern, binding: Binding) -> Atom:
        """The atom that a pattern means under a binding."""
        key: Key = tuple(
            binding[t.name] if isinstance(t, Variable) else None if isinstance(t, Blank) else t for t in pattern.terms
        )
        return Atom(pattern.fact, ordered(self.facts[pattern.fact], key))

    def level(self, rule: Rule) -> int:
        """1 + the highest level among the types that the rule waits for; a type's is that of its highest rule, or 0."""
        if rule.id not in self.levels:
            waits = {c.pattern.fact for c in (*rule.when, *rule.unless) if c.mode in {Mode.HOLDS, Mode.ABSENT}}
            below = (
                other for other in self.rulebook.rules.values() if waits & {pattern.fact for pattern in other.then}
            )
            self.levels[rule.id] = 1 + max(map(self.level, below), default=0)
        return self.levels[rule.id]


STATUS = {
    Truth.TRUE: Status.CONFIRMS,
    Truth.FALSE: Status.OVERRULED,
    Truth.DISPUTED: Status.HELD_BACK,
    Truth.UNKNOWN: Status.GIVES,
}


def in_order(firing: Firing) -> tuple[object, ...]:
    """Level, rule, conclusion, bindings, premises; a missing slot comes first."""
    conclusion, *premises = ((a.fact, [v or "" for v in a.key]) for a in (firing.conclusion, *firing.premises))
    return firing.level, firing.rule, conclusion, firing.bindings, premises
