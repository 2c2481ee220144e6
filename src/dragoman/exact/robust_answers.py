"""What `robust` answers: for each recommendation, whether it stands whatever is told of the open facts."""

from __future__ import annotations

from dragoman.advice.evaluate import Evaluation
from dragoman.exact.called import Called, apart, stand_in, title
from dragoman.exact.change_forms import Change, Robust, Steady
from dragoman.exact.change_words import ChangeWords
from dragoman.exact.flip_answers import Tries, recommended
from dragoman.exact.flips import Flipper
from dragoman.exact.machine import machine_of
from dragoman.exact.robust import Robustness, Standing, open_levers, robustness_of, three_valued
from dragoman.exact.space import Space


def robust(evaluation: Evaluation, targets: tuple[str, ...] = ()) -> Robust:
    """How each recommendation stands over all completions of what is open; with `targets`, those for them.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    machine = machine_of(evaluation.program)
    levers = tuple(open_levers(evaluation, machine))
    flipper, words = Flipper(Space(evaluation, machine, levers)), ChangeWords(evaluation, machine)
    groups: dict[tuple[object, ...], list[Robustness]] = {}
    tries, can_be = Tries(words), three_valued(flipper.space)
    for atom in recommended(evaluation, machine, targets):
        one = tries.of(atom, lambda atom: robustness_of(flipper, can_be, atom))
        if one is None:
            continue
        completion = tuple(change.words for change in _completion(words, one, stand_in(words.voices, one.atom)))
        groups.setdefault((one.standing, apart(words.voices, one.atom), completion), []).append(one)
    lines = (_line(words, group) for group in groups.values())
    place = {standing: number for number, standing in enumerate(Standing)}
    in_order = sorted(lines, key=lambda line: place[line.standing])
    return Robust(evaluation.situation.title, len(levers), tuple(in_order), tries.unanswered)


def _line(words: ChangeWords, group: list[Robustness]) -> Steady:
    atoms = [one.atom for one in group]
    called = stand_in(words.voices, atoms[0]) if len(atoms) > 1 else {}
    return Steady(
        title(words.voices, atoms),
        tuple(map(words.concluded, atoms)),
        group[0].standing,
        _completion(words, group[0], called),
    )


def _completion(words: ChangeWords, one: Robustness, called: Called) -> tuple[Change, ...]:
    return words.flip(one.completion, called) if one.completion is not None else ()
