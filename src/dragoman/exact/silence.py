"""The silence report: a line for each recommendation that is not given, and what it lacks.

    Evaluation -> silence_report -> Silence: each recommendation not given, the nearest rule, what is missing

Where one more fact would give it, that is asked as the rulebook asks it; the rules have been run on the answer. Else
the conditions of the nearest rule that do not hold are named. Recommendations that lack the same, but for whom they
are, are one line, in which who they are for is `the state`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.scope import Scope
from dragoman.advice.statement_wording import wording_of
from dragoman.exact.additions import Additions, Giving
from dragoman.exact.called import Called, apart, stand_in, title
from dragoman.exact.condition_words import ConditionWords, added
from dragoman.exact.nearest import Near, Nearness
from dragoman.exact.standing import Cause, cause_of
from dragoman.exact.why_not import lacks
from dragoman.exact.why_not_forms import Added, Silence, Unsaid
from dragoman.rulebook.forms import Atom
from dragoman.situation.answers import answer
from dragoman.situation.evidence import sort_key
from dragoman.values.kind import Truth


def silence_report(evaluation: Evaluation, targets: tuple[str, ...] = ()) -> Silence:
    """What each recommendation that is not given lacks, in the order of the rulebook; with `targets`, kept to them.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    reporter, scope = _Reporter(evaluation), Scope(evaluation.rulebook, targets)
    given = sum(atom.fact in evaluation.rulebook.recommendations for atom in evaluation.model.true if scope.holds(atom))
    return Silence(evaluation.situation.title, given, tuple(reporter.lines(scope)))


class _Reporter:
    """Words what is not given in one evaluation."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation, self.rulebook = evaluation, evaluation.rulebook
        self.voices = wording_of(evaluation.rulebook)
        self.nearness = Nearness(evaluation)
        self.additions = Additions(self.nearness)

    def lines(self, scope: Scope) -> Iterator[Unsaid]:
        """A line for all that lack the same."""
        true, concluded = self.evaluation.model.true, self.nearness.grounded.concluded
        atoms = [
            atom
            for name in self.rulebook.recommendations
            for atom in sorted(concluded.get(name, ()), key=sort_key)
            if atom not in true and scope.holds(atom)
        ]
        singles = self.additions.sought(atoms)
        groups: dict[tuple[object, ...], list[Atom]] = {}
        for atom in atoms:
            groups.setdefault(self._group(atom, singles[atom]), []).append(atom)
        for group in groups.values():
            yield self._line(group, singles[group[0]])

    def _group(self, atom: Atom, singles: tuple[Giving, ...]) -> tuple[object, ...]:
        line = self._about(atom, singles, stand_in(self.voices, atom))
        questions = tuple(one.question for one in line.questions)
        return apart(self.voices, atom), line.cause, line.rule, line.because, questions, line.lacks

    def _line(self, atoms: list[Atom], singles: tuple[Giving, ...]) -> Unsaid:
        found = self._about(atoms[0], singles, stand_in(self.voices, atoms[0]) if len(atoms) > 1 else {})
        return dataclasses.replace(
            found, conclusions=tuple((atom, self.voices.slots(atom)) for atom in atoms), title=title(self.voices, atoms)
        )

    def _about(self, atom: Atom, singles: tuple[Giving, ...], called: Called) -> Unsaid:
        """One line for one conclusion."""
        known = self.evaluation.evidence.of(atom)
        truth = answer(self.rulebook.facts[atom.fact], known, None).truth
        if truth is not Truth.UNKNOWN:
            cause = Cause.TOLD_FALSE if truth is Truth.FALSE else cause_of(self.rulebook.facts[atom.fact], known, truth)
            return Unsaid((), "", cause, "", "", False, (), ())
        near, questions = self._nearest(atom, singles, called)
        said, rule = ConditionWords(self.voices, near, called), self.rulebook.rules[near.rule.id]
        missing = () if questions else tuple(lacks(self.nearness, near, said))
        return Unsaid((), "", Cause.NOT_CONCLUDED, rule.id, said.because, rule.beyond_report, questions, missing)

    def _nearest(self, atom: Atom, singles: tuple[Giving, ...], called: Called) -> tuple[Near, tuple[Added, ...]]:
        """The nearest rule that one fact would fire, with the questions that would; else the nearest, without any."""
        nearest = self.nearness.rules(atom)
        if not singles:
            return nearest[0], ()
        places = {near.rule.id: place for place, near in enumerate(nearest)}
        in_order = sorted(singles, key=lambda one: places[self.nearness.ground.program.rules[one.instance.rule].id])
        questions: dict[tuple[str, str], Added] = {}
        for one in in_order:
            found = added(self.voices, one.added[0], called)
            questions.setdefault((found.question, found.reply), found)
        return self.nearness.alone(in_order[0].instance), tuple(questions.values())
