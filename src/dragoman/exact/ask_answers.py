"""What `ask` answers: the questions worth asking, in the rulebook's words, and what each answer would change."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.recommended import listed
from dragoman.exact.called import Called, apart, stand_in
from dragoman.exact.change_forms import Answer, Ask, Asked, Settles
from dragoman.exact.change_words import ChangeWords
from dragoman.exact.flips import Flipper
from dragoman.exact.machine import machine_of
from dragoman.exact.questions import Effect, Question, questions
from dragoman.exact.replies import replies
from dragoman.exact.robust import open_levers
from dragoman.exact.settles import settles
from dragoman.exact.space import Space
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.words import fill


def ask(evaluation: Evaluation, targets: tuple[str, ...] = ()) -> Asked:
    """The questions whose answers do not all leave the advice as it is; with `targets`, what settles something for them.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    machine = machine_of(evaluation.program)
    flipper = Flipper(Space(evaluation, machine, tuple(open_levers(evaluation, machine))))
    asker = _Asker(ChangeWords(evaluation, machine))
    groups: dict[tuple[object, ...], list[Question]] = {}
    for question in questions(flipper, targets):
        groups.setdefault(asker.alike(question), []).append(question)
    found = sorted(map(asker.asked, groups.values()), key=lambda one: (-one.settles, -one.settles_else))
    return Asked(evaluation.situation.title, tuple(found))


class _Asker:
    """Words questions, and what hangs on their answers."""

    def __init__(self, words: ChangeWords) -> None:
        self.words, self.voices, self.rulebook = words, words.voices, words.rulebook

    def alike(self, question: Question) -> tuple[object, ...]:
        """What those have in common that are asked together: all but whom they are about."""
        answers = self._answers(question, stand_in(self.voices, question.atom))
        effects = tuple((one.reply, *map(_titles, (one.gives, one.takes))) for one in answers)
        return apart(self.voices, question.atom), effects

    def asked(self, group: Sequence[Question]) -> Ask:
        """Questions that are alike, as one."""
        atoms = [question.atom for question in group]
        called = stand_in(self.voices, atoms[0]) if len(group) > 1 else {}
        return Ask(
            self._sentence(atoms[0], called),
            self._whom(atoms) if called else "",
            tuple(map(self.words.concluded, atoms)),
            tuple(self._of_all(group, called)),
            sum(len(question.recommendations) for question in group),
            sum(len(question.others) for question in group),
        )

    def _sentence(self, atom: Atom, called: Called) -> str:
        fact = self.rulebook.facts[atom.fact]
        words = self.voices.wording.slots(fact, atom.key)
        for slot, value in zip(fact.keys, atom.key, strict=True):
            if value is not None and value in called:
                words[slot.name] = called[value]
        return fill(fact.question or f"is it so that {fact.says}?", words)

    def _whom(self, atoms: Sequence[Atom]) -> str:
        fact = self.rulebook.facts[atoms[0].fact]
        target = self.voices.target(fact)
        names = [atom.key[fact.key_names.index(target)] or "" for atom in atoms]
        return self.voices.everyone(fact, target, names) or listed([self.voices.title(name) for name in names])

    def _of_all(self, group: Sequence[Question], called: Called) -> Iterator[Answer]:
        """The answers to the first, each with what it settles for all of them."""
        all_of_them = [self._answers(question, {}) for question in group]
        for number, answer in enumerate(self._answers(group[0], called)):
            gives, takes = (
                tuple(
                    dataclasses.replace(one, conclusions=tuple(c for of in others for c in of[place].conclusions))
                    for place, one in enumerate(found)
                )
                for found, others in (
                    (answer.gives, [answers[number].gives for answers in all_of_them]),
                    (answer.takes, [answers[number].takes for answers in all_of_them]),
                )
            )
            yield dataclasses.replace(answer, gives=gives, takes=takes)

    def _answers(self, question: Question, called: Called) -> tuple[Answer, ...]:
        """Those that change most first."""
        said = replies(self.words.machine, question.atom, [effect.likewise for effect in question.answers])
        found = (self._answer(effect, reply, called) for effect, reply in zip(question.answers, said, strict=True))
        return tuple(sorted(found, key=lambda one: one.changes_nothing))

    def _answer(self, effect: Effect, reply: str, called: Called) -> Answer:
        return Answer(reply, *(tuple(settles(self.words, atoms, called)) for atoms in (effect.gives, effect.takes)))


def _titles(settled: Iterable[Settles]) -> tuple[str, ...]:
    return tuple(one.title for one in settled)
