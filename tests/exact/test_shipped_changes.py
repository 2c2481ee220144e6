"""What is shown of the report's rulebook, run again by the engine of record: each change turns what it is said to turn.

Every run of the tests tries some of the worlds, the long profile all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from random import Random

import pytest
from hypothesis import settings

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.exact.ask_answers import ask
from dragoman.exact.change_forms import Change, Settles
from dragoman.exact.flip_answers import MOST, flipped, hinges
from dragoman.exact.flips import Flip, Flipper
from dragoman.exact.levers import Lever, changed, levers_of
from dragoman.exact.machine import machine_of
from dragoman.exact.questions import questions
from dragoman.exact.robust import Standing, open_levers, robustness
from dragoman.exact.robust_answers import robust
from dragoman.exact.space import Space
from dragoman.rulebook.forms import Atom
from dragoman.situation.forms import Said, Situation
from tests.rulebooks import columns, report, situation
from tests.shares import share

NOTHING = "nothing told"
SITUATIONS = ("2020-11-report-world", "kyrgyzstan-after-debt-talks", NOTHING)
TRIED = share(SITUATIONS, of=("2020-11-report-world",))
Moved = tuple[tuple[Lever, Said | None], ...]
"""Levers, and what is said in the place of each."""
SHOWN = 20


@cache
def evaluation(name: str) -> Evaluation:
    told = Situation(report(), NOTHING, None, ()) if name == NOTHING else situation(name)
    return evaluate(report(), told, columns())


@cache
def all_levers(name: str) -> Flipper:
    machine = machine_of(evaluation(name).program)
    return Flipper(Space(evaluation(name), machine, levers_of(evaluation(name), machine)))


@cache
def open_ones(name: str) -> Flipper:
    machine = machine_of(evaluation(name).program)
    return Flipper(Space(evaluation(name), machine, tuple(open_levers(evaluation(name), machine))))


def recommendations(name: str) -> list[Atom]:
    machine = machine_of(evaluation(name).program)
    return [atom for atom in machine.output if atom.fact in report().recommendations]


def after(name: str, change: Moved) -> frozenset[Atom]:
    """What the engine of record concludes in the changed situation."""
    found = changed(report(), evaluation(name).situation, dict(change))
    return evaluate(report(), found, engine_named(EngineName.RETE)).model.true


def some(worlds: Mapping[Moved, set[Atom]], name: str) -> list[tuple[Moved, set[Atom]]]:
    """As many of the worlds as the profile looks at; always the same."""
    found = list(worlds.items())
    return Random(name).sample(found, min(len(found), settings().max_examples // 4))


def worlds_of(flips: Iterable[tuple[Atom, Flip]]) -> dict[Moved, set[Atom]]:
    """Each world that the sets lead to, with the conclusions that are said to turn in it."""
    worlds: dict[Moved, set[Atom]] = {}
    for atom, flip in flips:
        for ways in flip.ways:
            worlds.setdefault(tuple(zip(flip.levers, ways, strict=True)), set()).add(atom)
    return worlds


@pytest.mark.parametrize("name", TRIED)
def test_each_flip_set_that_is_shown_turns_the_recommendation(name: str) -> None:
    flipper, true = all_levers(name), evaluation(name).model.true
    found = ((atom, flip) for atom in recommendations(name) for flip in flipper.flips(atom, SHOWN).flips[:SHOWN])
    worlds = worlds_of(found)
    assert worlds
    for change, turned in some(worlds, name):
        now = after(name, change)
        assert all((atom in now) is not (atom in true) for atom in turned), change


@pytest.mark.parametrize("name", SITUATIONS[:2])
def test_what_a_recommendation_hangs_on_is_taken_back_and_it_falls(name: str) -> None:
    """Of one fact alone; and without any fewer than the badge says nothing falls, since those alone were tried."""
    told = {lever.said: lever for lever in all_levers(name).space.levers if lever.said is not None}
    of_place = {(str(said.place), said.fact): lever for said, lever in told.items()}
    worlds: dict[Moved, set[Atom]] = {}
    for badge in hinges(evaluation(name)).badges:
        levers = [of_place[voice.place, voice.fact] for voice in badge.facts]
        together = [levers] if badge.hangs_on > 1 else [[lever] for lever in levers]
        for one in together:
            assert len(one) == badge.hangs_on
            worlds.setdefault(tuple((lever, None) for lever in one), set()).update(
                conclusion.atom for conclusion in badge.conclusions if len(badge.conclusions) == 1
            )
    for change, turned in some(worlds, name):
        assert turned.isdisjoint(after(name, change)), change


@pytest.mark.parametrize("name", TRIED)
def test_each_completion_turns_the_recommendation(name: str) -> None:
    found = list(robustness(open_ones(name), recommendations(name)))
    worlds = worlds_of((one.atom, one.completion) for one in found if one.completion is not None)
    assert worlds
    falls = {one.atom for one in found if one.standing is Standing.FALLS}
    for change, turned in some(worlds, name):
        now = after(name, change)
        assert all((atom in now) is not (atom in falls) for atom in turned), change


@pytest.mark.parametrize("name", TRIED)
def test_each_answer_changes_what_it_is_said_to_change_and_no_more(name: str) -> None:
    flipper, true = open_ones(name), evaluation(name).model.true
    shown = {atom for question in questions(flipper) for atom in (*question.recommendations, *question.others)}
    levers = {lever.atoms[0]: lever for lever in flipper.space.levers}
    worlds: dict[Moved, set[Atom]] = {
        ((levers[question.atom], said),): {*effect.gives, *effect.takes}
        for question in questions(flipper)
        for effect in question.answers
        for said in effect.likewise
    }
    for change, turned in some(worlds, name):
        assert (after(name, change) ^ true) & shown == turned, change


@pytest.mark.parametrize("name", TRIED)
def test_the_words_speak_of_all_that_was_found(name: str) -> None:
    """Nothing is lost where what is alike is told together."""
    one, true = evaluation(name), evaluation(name).model.true
    found = hinges(one)
    assert {c.atom for badge in found.badges for c in badge.conclusions} == true & set(recommendations(name))
    assert {c.atom for away in found.away for c in away.conclusions} == set(recommendations(name)) - true
    for away in found.away:
        flips = all_levers(name).flips(away.conclusions[0].atom, MOST)
        assert (away.sets, away.is_all, len(away.changes)) == (len(flips.flips), flips.is_all, flips.size)
    standing = {c.atom: line.standing for line in robust(one).lines for c in line.conclusions}
    assert standing == {r.atom: r.standing for r in robustness(open_ones(name), recommendations(name))}
    asked = ask(one)
    assert {c.atom for question in asked.questions for c in question.facts} == {
        question.atom for question in questions(open_ones(name))
    }
    settled = [answer for question in asked.questions for answer in question.answers]
    effects = [effect for question in questions(open_ones(name)) for effect in question.answers]
    assert sorted(map(str, atoms_of(one for answer in settled for one in answer.gives))) == sorted(
        str(atom) for effect in effects for atom in effect.gives
    )
    assert sorted(map(str, atoms_of(one for answer in settled for one in answer.takes))) == sorted(
        str(atom) for effect in effects for atom in effect.takes
    )


def atoms_of(settled: Iterable[Settles]) -> list[Atom]:
    return [conclusion.atom for one in settled for conclusion in one.conclusions]


@pytest.mark.parametrize("name", TRIED)
@pytest.mark.parametrize("fact", ["build_ties", "greatest_escalation_risk"])
def test_a_named_conclusion_is_shown_with_as_many_sets_as_there_are(name: str, fact: str) -> None:
    for turned in flipped(evaluation(name), fact, most=SHOWN).conclusions:
        flips = all_levers(name).flips(turned.conclusion.atom, SHOWN)
        assert (turned.holds, len(turned.sets), turned.is_all) == (flips.holds, len(flips.flips), flips.is_all)
        for changes, flip in zip(turned.sets, flips.flips, strict=True):
            assert [is_of_what_was_told(change) for change in changes] == [
                lever.said is not None for lever in flip.levers
            ]


def is_of_what_was_told(change: Change) -> bool:
    assert change.is_taken_back or change.instead
    return change.told is not None
