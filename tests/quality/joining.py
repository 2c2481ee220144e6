"""An engine for many small programs on few facts: nothing is prepared, every rule is joined as it stands.

`rete` keeps every ruleset that it ever loaded, and `columns` first grounds the program; for two thousand programs
that differ in one rule both would cost more than all the joins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.coverage.matching import Matching
from dragoman.engines.model import Firing, Model, Status, in_order, status_of, told_true
from dragoman.program.forms import Program, ProgramRule
from dragoman.situation.evidence import Evidence


class JoiningEngine:
    """`Engine` by nested loops."""

    name = "joining"

    def run(self, program: Program, evidence: Evidence) -> Model:
        """Fire `program` on `evidence`, level by level."""
        return self.resume(program, evidence, program.rules, ())

    def resume(
        self, program: Program, evidence: Evidence, rules: Iterable[ProgramRule], before: Iterable[Firing]
    ) -> Model:
        """The same, where all rules but `rules` have fired `before`; none of them reads what `rules` conclude."""
        firings = list(before)
        given = (one.conclusion for one in firings if one.status is Status.GIVES)
        true = {*told_true(program, evidence), *given}
        matching = Matching(evidence, frozenset(true))
        by_level: dict[int, list[ProgramRule]] = {}
        for rule in rules:
            by_level.setdefault(rule.level, []).append(rule)
        for level in sorted(by_level):
            made = [one for rule in by_level[level] for one in fire(rule, matching)]
            firings += made
            for one in made:
                if one.status is Status.GIVES:
                    true.add(one.conclusion)
                    matching.true.setdefault(one.conclusion.fact, set()).add(one.conclusion)
        return Model(frozenset(true), in_order(firings), self.name)


def fire(rule: ProgramRule, matching: Matching) -> Iterator[Firing]:
    """Every firing of one rule, given all that is true below its level."""
    for binding, premises in matching.bindings(rule.when, {}):
        if any(matching.holds_back(withdrawal, binding) for withdrawal in rule.unless):
            continue
        bound = tuple(sorted(binding.items()))
        for conclusion in rule.then:
            atom = conclusion.atom(binding)
            yield Firing(rule.id, rule.level, atom, bound, premises, status_of(matching.evidence, atom))
