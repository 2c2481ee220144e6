"""Do the cases notice when a rule is changed? `python -m tests.quality.mutation [FOLDER] [--rule ID] [--sample N]`

Every rule is changed in every small way (:mod:`tests.quality.mutants`), one change at a time, and the cases are run. A
mutant that no case fails on is a survivor: something the rulebook says that nothing holds it to. `survivors.yaml` lists
those that may survive, each with its reason: the command fails where another survives, and where one of them does not.

A change to one rule changes nothing but what is concluded from it. So for each case the changed rule alone is fired
first, on what was true before; only where it then concludes something else, or something likelier or less likely, are
the rules above it fired again, and only what the case expects of their conclusions is looked at. Small cases come
first: what they notice costs little.
"""

from __future__ import annotations

import argparse
import dataclasses
import multiprocessing
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dragoman.advice.evaluate import Evaluation, evaluate_evidence
from dragoman.cases import Case, case_files, read_cases, surprises
from dragoman.coverage.matching import Matching
from dragoman.engines.likelihoods import likelihoods, of_premise, told_absences
from dragoman.engines.model import Firing, Status
from dragoman.errors import FindingsError
from dragoman.program.forms import Program, ProgramRule
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Atom, Rule, Rulebook
from dragoman.rulebook.levels import read_types
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.load import read_rulebook, with_parameters
from dragoman.situation.evidence import weigh
from tests.quality.joining import JoiningEngine, fire
from tests.quality.looser import moved
from tests.quality.mutants import Mutant, mutants
from tests.quality.survivors import ACCEPTED, differences, read_accepted

ENGINE = JoiningEngine()
Effect = Mapping[tuple[Atom, Status], Likelihood]
"""What a rule does in a situation: its conclusions, and how likely the best firing makes each."""


@dataclass(frozen=True)
class Tried:
    """One case with the rulebook as it is, evaluated once."""

    case: Case
    evaluation: Evaluation

    @cached_property
    def matching(self) -> Matching:
        """Answers on all that is true in the end; a rule reads only what is below it, so this serves every rule."""
        return Matching(self.evaluation.evidence, self.evaluation.model.true)

    @cached_property
    def programs(self) -> dict[str, ProgramRule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.evaluation.program.rules}

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The fact types of which anything was told or is true: no other can fulfil a condition of `when`."""
        return frozenset(self.evaluation.evidence.by_fact) | self.matching.true.keys()

    @cached_property
    def _effects(self) -> dict[str, Effect]:
        return {}

    def effect_before(self, rule_id: str) -> Effect:
        """What the rule of the rulebook does here."""
        if rule_id not in self._effects:
            self._effects[rule_id] = self.effect(self.programs[rule_id])
        return self._effects[rule_id]

    def effect(self, rule: ProgramRule) -> Effect:
        """What `rule` does here, whether it is one of the rulebook or a changed one."""
        found: dict[tuple[Atom, Status], Likelihood] = {}
        if any(literal.fact.name not in self.mentioned for literal in rule.when):
            return found
        for firing in fire(rule, self.matching):
            key = firing.conclusion, firing.status
            found[key] = max(found.get(key, Likelihood.ALMOST_NO_CHANCE), self._likelihood(rule, firing))
        return found

    def _likelihood(self, rule: ProgramRule, firing: Firing) -> Likelihood:
        of_atom, evidence = self.evaluation.likelihoods.of_atom, self.evaluation.evidence
        pairs = zip(rule.when, firing.premises, strict=True)
        premises = [of_premise(literal, atom, evidence, of_atom) for literal, atom in pairs]
        told = [likelihood for _, _, likelihood in told_absences(rule, firing, self.matching.absences)]
        return min(rule.strength, *premises, *told)

    def notices(self, changed: ProgramRule, above: Above) -> bool:
        """Whether the case fails with the changed rule."""
        case, before = _concerned(self.case, above.facts), self.evaluation
        if not (case.expect or case.expect_not or case.nothing):
            return False
        rules = tuple(changed if rule.id == changed.id else rule for rule in before.program.rules)
        program = dataclasses.replace(before.program, rules=rules)
        again = [rule for rule in rules if rule.id in above.rules]
        kept = (firing for firing in before.model.firings if firing.rule not in above.rules)
        model = ENGINE.resume(program, before.evidence, again, kept)
        found = likelihoods(program, before.evidence, model)
        evaluation = dataclasses.replace(before, program=program, model=model, likelihoods=found)
        if next(surprises(evaluation, _without_statuses(case), ENGINE), None) is not None:
            return True
        # A status depends on what was told: it is to be looked at again only for what is advised anew.
        new = {atom.fact for atom in model.true - before.model.true}
        case = _concerned(case, new)
        has_status = any(expectation.status for expectation in case.expect)
        return has_status and next(surprises(evaluation, case, ENGINE), None) is not None


@dataclass(frozen=True)
class Above:
    """What rests on one rule, itself included: nothing else can change when it does."""

    rules: frozenset[str]
    facts: frozenset[str]
    """The fact types that these rules conclude."""


def above(rulebook: Rulebook, rule_id: str) -> Above:
    """What rests on a rule."""
    rules, facts = {rule_id}, {pattern.fact for pattern in rulebook.rules[rule_id].then}
    for rule in sorted(rulebook.rules.values(), key=lambda rule: rule.level):
        if read_types(rule) & facts:
            rules.add(rule.id)
            facts |= {pattern.fact for pattern in rule.then}
    return Above(frozenset(rules), frozenset(facts))


def _concerned(case: Case, facts: Collection[str]) -> Case:
    """The case without what it expects of other fact types."""
    return dataclasses.replace(
        case,
        expect=tuple(e for e in case.expect if e.pattern.fact in facts),
        expect_not=tuple(e for e in case.expect_not if e.pattern.fact in facts),
    )


def _without_statuses(case: Case) -> Case:
    return dataclasses.replace(case, expect=tuple(dataclasses.replace(e, status="") for e in case.expect))


class Bench:
    """A rulebook and its cases, evaluated."""

    def __init__(self, rulebook: Rulebook, cases: Sequence[Case]) -> None:
        self.rulebook = rulebook
        tried = (Tried(case, _evaluated(rulebook, case)) for case in cases)
        self.tried = sorted(tried, key=lambda one: len(one.evaluation.model.firings))
        self.failing = [t.case.id for t in self.tried if next(surprises(t.evaluation, t.case, ENGINE), None)]

    def catches(self, mutant: Mutant) -> str:
        """The smallest case that fails on the mutant, or nothing."""
        compiled: dict[object, ProgramRule] = {}
        resting = above(self.rulebook, mutant.rule.id)
        for tried in self.tried:
            thresholds = tried.case.parameters
            if thresholds not in compiled:
                compiled[thresholds] = _compiled(tried.evaluation.rulebook, mutant.rule)
            changed = compiled[thresholds]
            if tried.effect_before(changed.id) != tried.effect(changed) and tried.notices(changed, resting):
                return tried.case.id
        return ""


def _evaluated(rulebook: Rulebook, case: Case) -> Evaluation:
    own = with_parameters(rulebook, dict(case.parameters))
    return evaluate_evidence(own, compile_program(own), case.situation, weigh(own, case.situation), ENGINE)


def _compiled(rulebook: Rulebook, rule: Rule) -> ProgramRule:
    alone: Program = compile_program(
        dataclasses.replace(rulebook, rules={rule.id: rule}, parameters=moved(rulebook.parameters))
    )
    return alone.rules[0]


@dataclass(frozen=True)
class Verdict:
    """What came of one mutant."""

    mutant: Mutant
    case: str
    """The case that failed on it, or nothing."""


def verdicts(bench: Bench, rules: Sequence[Rule], jobs: int = 1) -> Iterator[Verdict]:
    """Every mutant of `rules`, tried; `jobs` processes share them."""
    if jobs == 1:
        for rule in rules:
            yield from _of_rule(bench, rule)
        return
    with multiprocessing.get_context("fork").Pool(jobs, initializer=_remember, initargs=(bench,)) as pool:
        for found in pool.imap(_of_rule_there, [rule.id for rule in rules], chunksize=4):
            yield from found


def _of_rule(bench: Bench, rule: Rule) -> list[Verdict]:
    return [Verdict(mutant, bench.catches(mutant)) for mutant in mutants(bench.rulebook, rule)]


_there: list[Bench] = []


def _remember(bench: Bench) -> None:
    _there.append(bench)


def _of_rule_there(rule: str) -> list[Verdict]:
    return _of_rule(_there[0], _there[0].rulebook.rules[rule])


def report(found: Sequence[Verdict]) -> list[str]:
    """The rate of each kind of change and of all."""
    lines = []
    made = Counter(one.mutant.kind for one in found)
    caught = Counter(one.mutant.kind for one in found if one.case)
    for kind in sorted(made):
        lines.append(
            f"{kind:<16} {caught[kind]:>5} of {made[kind]:>5} caught, {100 * caught[kind] / made[kind]:5.1f} %"
        )
    total = sum(made.values())
    if total:
        lines.append(f"{'in all':<16} {caught.total():>5} of {total:>5} caught, {100 * caught.total() / total:5.1f} %")
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the rates, and where what survives is not what is listed; fail if there is any such difference."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.mutation", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="a rulebook (default: the report's)")
    parser.add_argument("--rule", help="only the mutants of this rule")
    parser.add_argument("--sample", type=int, help="only the mutants of so many rules, chosen by --seed")
    parser.add_argument("--seed", default="1", help="which rules are in the sample (default: 1)")
    parser.add_argument("--survivors", type=Path, help="the list of those that may survive (default: of the report's)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a core)")
    given = parser.parse_args(arguments)
    start = time.perf_counter()
    try:
        rulebook = read_rulebook(given.folder)
        cases = read_cases(rulebook, case_files(Path(rulebook.folder)))
    except FindingsError as error:
        print(error, file=sys.stderr)
        return 2
    listed = given.survivors or (None if given.folder else ACCEPTED)
    accepted = read_accepted(listed) if listed else {}
    bench = Bench(rulebook, cases)
    if bench.failing:
        print(f"{len(bench.failing)} cases fail already: {', '.join(bench.failing[:5])}", file=sys.stderr)
        return 2
    rules = _chosen(rulebook, given.rule, given.sample, given.seed)
    found = list(verdicts(bench, rules, given.jobs))
    survives = {str(one.mutant): not one.case for one in found}
    gone = {rule for rule in (mutant.partition(":")[0] for mutant in accepted) if rule not in rulebook.rules}
    wrong = list(differences(survives, accepted, {rule.id for rule in rules} | gone))
    print("\n".join([*wrong, *report(found)]))
    survivors = sum(survives.values())
    print(f"{survivors} survive, {len(accepted)} are listed; {len(wrong)} differences")
    print(f"{len(rules)} rules, {len(bench.tried)} cases, {time.perf_counter() - start:.1f} s", file=sys.stderr)
    return 1 if wrong else 0


def _chosen(rulebook: Rulebook, rule: str | None, sample: int | None, seed: str) -> list[Rule]:
    rules = [one for one in rulebook.rules.values() if rule in (None, one.id)]
    return rules if sample is None else random.Random(seed).sample(rules, min(sample, len(rules)))


if __name__ == "__main__":
    sys.exit(main())
