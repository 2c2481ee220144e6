"""What `sources` answers: source by source what hangs on it alone, and the weakest link of each recommendation."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation
from dragoman.advice.scope import Scope
from dragoman.exact.called import title
from dragoman.exact.change_forms import SourceAnswer, Sources, WeakestLink
from dragoman.exact.change_words import ChangeWords
from dragoman.exact.levers import levers_of
from dragoman.exact.machine import machine_of
from dragoman.exact.sources import SourceCheck, sources
from dragoman.exact.space import Space
from dragoman.exact.threshold_answers import moved


def source_answers(evaluation: Evaluation, targets: tuple[str, ...] = ()) -> Sources:
    """All sources of a situation; with `targets`, what hangs on them of the advice for these.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    machine = machine_of(evaluation.program)
    told = [lever for lever in levers_of(evaluation, machine) if not lever.is_new]
    words, scope = ChangeWords(evaluation, machine), Scope(evaluation.rulebook, targets)
    found = (_source(words, scope, one) for one in sources(Space(evaluation, machine, told)))
    weakest = tuple(_weakest(evaluation, words, targets))
    return Sources(evaluation.situation.title, tuple(found), weakest)


def _source(words: ChangeWords, scope: Scope, check: SourceCheck) -> SourceAnswer:
    return SourceAnswer(
        check.title,
        check.grades,
        len(check.statements),
        moved(words, scope, check.withdrawn.takes, check.withdrawn.gives),
        moved(words, scope, check.wrong.takes, check.wrong.gives),
    )


def _weakest(evaluation: Evaluation, words: ChangeWords, targets: tuple[str, ...]) -> Iterator[WeakestLink]:
    """Recommendations with the same weakest link that differ only in whom they are for are one."""
    groups: dict[tuple[str, str, str, str, tuple[str, ...]], list[int]] = {}
    instances = [
        instance
        for recommended in advice_of(evaluation, targets, findings=False).recommendations
        for instance in recommended.instances
    ]
    for number, instance in enumerate(instances):
        if instance.weakest is not None:
            link, target = instance.weakest, words.voices.target(evaluation.rulebook.facts[instance.atom.fact])
            rest = tuple(value or "" for slot, value in instance.slots if slot != target)
            key = (instance.atom.fact, link.sentence, link.source, link.likelihood.in_words, rest)
            groups.setdefault(key, []).append(number)
    for (_, sentence, source, likelihood, _), numbers in groups.items():
        yield WeakestLink(title(words.voices, [instances[n].atom for n in numbers]), sentence, source, likelihood)
