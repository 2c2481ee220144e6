"""What changes in the advice from one evaluation to another, and through which of the things given otherwise.

    causes (what is given otherwise) ---|
    advice before, advice after --------|--> changes, each with the causes that it hangs on

Two situations, one situation with a supposition, two rulebooks, the advice before and after a line of a session: all
are compared here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.advice.forms import Advice, Instance, Reason
from dragoman.advice.recommended import listed
from dragoman.advice.shown import Shown, shown_conclusions
from dragoman.advice.statement_wording import StatementWording, wording_of
from dragoman.engines.model import Engine
from dragoman.engines.select import default_engine
from dragoman.exact.causes import Causes
from dragoman.exact.difference_forms import Change, Difference, Side, Sign, Step, Through, Turned
from dragoman.exact.trials import Trial, Trials, Wanted
from dragoman.exact.walk import Walk
from dragoman.rulebook.forms import Atom, ShownAs
from dragoman.rulebook.lookup import targets_named
from dragoman.situation.forms import Situation

TRIES = 400
"""So many worlds are tried at most for one difference."""


class Advised(NamedTuple):
    """An evaluation with the advice on it."""

    evaluation: Evaluation
    advice: Advice

    @staticmethod
    def of(situation: Situation, targets: str | Sequence[str] = (), engine: Engine | None = None) -> Advised:
        """What follows from a situation, kept to `targets` as :func:`dragoman.advice.build.advise` does.

        Raises:
            UnknownNameError: if no recommendation can be for one of `targets`.
            EngineError: if the engine refuses the rulebook or fails.
        """
        rulebook = situation.rulebook
        kept_to = targets_named(rulebook, targets)
        evaluation = evaluate(rulebook, situation, engine or default_engine())
        return Advised(evaluation, advice_of(evaluation, kept_to))


def difference(before: Advised, after: Advised, tries: int = TRIES) -> Difference:
    """All that changes from one to the other.

    A change hangs on the smallest set of causes that gives it alone, all else being as before. To find these at most
    `tries` worlds are fired, for recommendations first; beyond that, and where rules differ, it is shown on which
    causes it can hang.
    """
    old, new = shown_conclusions(before.advice), shown_conclusions(after.advice)
    causes = Causes(before.evaluation, after.evaluation)
    turns = list(_turns(old, new))
    hanging = _Hanging(before.evaluation, after.evaluation, causes, tries)
    through = {turn.atom: hanging.through(turn) for turn in sorted(turns, key=_urgency)}
    voices = {sign: wording_of((before if sign is Sign.WENT else after).evaluation.rulebook) for sign in Sign}
    groups: dict[_Group, list[_Turn]] = {}
    for turn in turns:
        groups.setdefault(_group(turn, voices[turn.sign]), []).append(turn)
    return Difference(
        before=Side.of(before.advice),
        after=Side.of(after.advice),
        causes=causes.all,
        changes=tuple(_change(group, some, through, voices[group.sign]) for group, some in groups.items()),
        unchanged=len(old.keys() | new.keys()) - len(turns),
    )


# -- one conclusion


class _Turn(NamedTuple):
    """What became of one conclusion."""

    sign: Sign
    atom: Atom
    old: Shown | None
    new: Shown | None
    came: tuple[Reason, ...] = ()
    went: tuple[Reason, ...] = ()


def _turns(old: Mapping[Atom, Shown], new: Mapping[Atom, Shown]) -> Iterator[_Turn]:
    """What came, what went, what stands otherwise, what stands for other reasons."""
    yield from (_Turn(Sign.CAME, atom, None, one) for atom, one in new.items() if atom not in old)
    yield from (_Turn(Sign.WENT, atom, one, None) for atom, one in old.items() if atom not in new)
    both = [_both(atom, old[atom], one) for atom, one in new.items() if atom in old]
    for sign in (Sign.CHANGED, Sign.REASONS):
        yield from (turn for turn in both if turn.sign is sign and _is_change(turn))


def _both(atom: Atom, old: Shown, new: Shown) -> _Turn:
    """One that follows before and after."""
    had, has = ([(one.rule, one.sentence) for one in which.instance.reasons] for which in (old, new))
    stands = old.status is new.status and old.instance.likelihood == new.instance.likelihood
    sign = Sign.REASONS if stands else Sign.CHANGED
    if had == has:
        return _Turn(sign, atom, old, new)
    came = tuple(one for one, said in zip(new.instance.reasons, has, strict=True) if said not in had)
    went = tuple(one for one, said in zip(old.instance.reasons, had, strict=True) if said not in has)
    return _Turn(sign, atom, old, new, came, went)


def _is_change(turn: _Turn) -> bool:
    return turn.sign is Sign.CHANGED or bool(turn.came or turn.went)


_SIGNS, _KINDS = list(Sign), list(ShownAs)


def _urgency(turn: _Turn) -> tuple[bool, int, int]:
    """Where it stands among what is to be tried: reasons last, then findings."""
    kind = next(one.kind for one in (turn.new, turn.old) if one)
    return turn.sign is Sign.REASONS, _KINDS.index(kind), _SIGNS.index(turn.sign)


# -- what it hangs on


class _Hanging:
    """Finds the causes of changes."""

    def __init__(self, before: Evaluation, after: Evaluation, causes: Causes, tries: int) -> None:
        self._causes = causes
        self._walk, self._trials = Walk(before, after, causes), Trials(before, after, causes, tries)
        self._after = Trial(lambda: after, after.model.true)
        self._voices = wording_of(before.rulebook), wording_of(after.rulebook)
        self._is_true = before.model.true, after.model.true

    def through(self, turn: _Turn) -> Through:
        """On which causes a change hangs, and by way of what."""
        found = Through(self._causes.whole) if len(self._causes.all) < 2 else self._found(turn)
        return dataclasses.replace(found, by_way_of=tuple(self._way(turn.atom)))

    def _found(self, turn: _Turn) -> Through:
        pool = self._walk.causes_of(turn.atom)
        if turn.old and turn.new and turn.old.status is not turn.new.status:
            pool = tuple(dict.fromkeys((*pool, *self._walk.causes_of_status(turn.atom))))
        wanted = Wanted(turn.atom, self._after.outcome(turn.atom), turn.sign is Sign.REASONS)
        return self._trials.through(wanted, sorted(pool))

    def _way(self, atom: Atom) -> Iterator[Step]:
        """The conclusions between, with what became of each."""
        steps: dict[Sign, list[Atom]] = {}
        for one in self._walk.between(atom):
            was, is_now = (one in true for true in self._is_true)
            steps.setdefault(Sign.CHANGED if was and is_now else Sign.CAME if is_now else Sign.WENT, []).append(one)
        for sign, atoms in steps.items():
            voices = self._voices[sign is not Sign.WENT]
            yield from (Step(sign, sentence) for sentence in voices.together(atoms))


# -- several that are one


class _Group(NamedTuple):
    """What conclusions must agree in to be one change."""

    sign: Sign
    fact: str
    others: tuple[str | None, ...]
    """The key without the member of a group."""
    before: str
    after: str


def _group(turn: _Turn, voices: StatementWording) -> _Group:
    fact = turn.atom.fact
    target = voices.target(voices.rulebook.facts[fact])
    slots = zip(voices.names(fact), turn.atom.key, strict=True)
    return _Group(
        turn.sign,
        fact,
        tuple(value for name, value in slots if name != target),
        turn.old.standing if turn.old else "",
        turn.new.standing if turn.new else "",
    )


def _change(group: _Group, turns: Sequence[_Turn], through: Mapping[Atom, Through], voices: StatementWording) -> Change:
    turned = tuple(Turned(turn.old, turn.new, turn.came, turn.went, through[turn.atom]) for turn in turns)
    return Change(
        sign=group.sign,
        kind=turned[0].shown.kind,
        id=group.fact,
        sentence=next(iter(voices.together([turn.atom for turn in turns]))),
        whom=_whom(group.fact, [one.shown.instance for one in turned], voices),
        before=group.before,
        after=group.after,
        turned=turned,
    )


def _whom(fact: str, instances: Sequence[Instance], voices: StatementWording) -> str:
    known, names = voices.rulebook.facts[fact], [one.target_name for one in instances]
    everyone = voices.everyone(known, voices.target(known), names, short=True)
    return everyone or listed([one.target for one in instances if one.target])
