"""What the shown conclusions rest on beside facts: assumptions and thresholds; and what nothing can rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.firing_wording import AssumptionWords, FiringWording
from dragoman.advice.forms import Assumption, Threshold, Voice
from dragoman.advice.scope import Scope
from dragoman.advice.support import Support
from dragoman.rulebook.forms import Atom
from dragoman.values.quantity_text import with_unit


def assumptions(words: FiringWording, shown: Iterable[Atom]) -> Iterator[Assumption]:
    """The assumptions of the best proofs of what is shown, each with what rests on it; by kind and sentence."""
    rests: dict[AssumptionWords, dict[str, None]] = {}
    doubts: dict[AssumptionWords, dict[Voice, None]] = {}
    worded: dict[int, list[AssumptionWords]] = {}
    for atom in shown:
        for firing in words.support.best_proof(atom):
            entries = worded.get(id(firing))
            if entries is None:
                entries = worded[id(firing)] = [words.assumption(assumed) for assumed in words.support.assumed(firing)]
                for entry, assumed in zip(entries, words.support.assumed(firing), strict=True):
                    doubts.setdefault(entry, {}).update((words.voices.of(s), None) for s in assumed.doubtful)
            for entry in entries:
                rests.setdefault(entry, {})[atom.fact] = None
    for entry, names in sorted(rests.items(), key=lambda item: (item[0].kind.value, item[0].sentence)):
        yield Assumption(
            entry.sentence, entry.plain, entry.kind, tuple(names), tuple(doubts[entry]), entry.follows_anyway
        )


def doubtful(words: FiringWording, scope: Scope) -> Iterator[Voice]:
    """What was said too doubtfully to be a premise, and is not decided by something firmer."""
    for known in words.evaluation.evidence.known.values():
        if known.doubtful and not known.firm and scope.holds(known.atom):
            yield from (words.voices.of(statement) for statement in known.doubtful)


def thresholds(evaluation: Evaluation, support: Support, shown: Iterable[Atom]) -> Iterator[Threshold]:
    """The parameters that the best proofs rest on, and those that the user set; by name."""
    rulebook = evaluation.rulebook
    atoms = list(shown)
    used = set(rulebook.changed) | _tested(support, atoms)
    advised = _tested(support, (atom for atom in atoms if atom.fact in rulebook.recommendations))
    for name in sorted(used):
        parameter = rulebook.parameters[name]
        own = rulebook.changed.get(name)
        value = with_unit(str(parameter.value), parameter.unit)
        own_value = with_unit(str(own), parameter.unit) if own is not None else ""
        yield Threshold(name, value, parameter.reason, name in advised, own_value, parameter.at)


def _tested(support: Support, atoms: Iterable[Atom]) -> set[str]:
    """The parameters that the best proofs of these conclusions compare numbers with."""
    rules = support.evaluation.rulebook.rules
    found: set[str] = set()
    for name in {firing.rule for atom in atoms for firing in support.best_proof(atom)}:
        rule = rules[name]
        for condition in (*rule.when, *rule.unless):
            test = condition.pattern.test
            if test is not None:
                found |= set(test.parameters)
    return found
