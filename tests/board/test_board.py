"""The board of a situation: the same whatever the order and the engine, honest about what is not known."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.advice.evaluate import evaluate
from dragoman.board.forms import Board, Open, Speaks, Square, Standing
from dragoman.board.json_form import BOARD
from dragoman.board.plan import plan_or_error
from dragoman.board.play import board_of
from dragoman.engines.model import Engine
from dragoman.engines.rete.engine import ReteEngine
from dragoman.explain.answers import why
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.situation.assemble import situation_names
from dragoman.situation.forms import Situation
from dragoman.situation.python_facts import situation_from
from dragoman.values.enumeration import Enumeration
from tests.rulebooks import columns, report, situation, trees
from tests.shares import examples

WORLD = "2020-11-report-world"
RETE = ReteEngine()
NAMES = tuple(situation_names(report()))


def drawn(of: Situation, engine: Engine | None = None) -> Board:
    return board_of(evaluate(of.rulebook, of, engine or columns()), plan_or_error(of.rulebook))


@cache
def board(name: str) -> Board:
    return drawn(situation(name))


def squares(of: Board) -> list[Square]:
    return [square for row in of.squares for square in row]


def without(of: Situation, atoms: set[Atom]) -> Situation:
    return dataclasses.replace(of, statements=tuple(s for s in of.statements if s.atom not in atoms))


# -- the same again


@settings(max_examples=examples(6))
@given(st.randoms(use_true_random=False))
def test_the_order_of_facts_never_changes_the_board(dice: object) -> None:
    world = situation(WORLD)
    statements = list(world.statements)
    dice.shuffle(statements)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    assert drawn(dataclasses.replace(world, statements=tuple(statements))) == board(WORLD)


@pytest.mark.parametrize(
    "name", [WORLD, "kyrgyzstan-after-debt-talks", "china-leads-militarily", "2025-after-samarkand"]
)
def test_both_engines_give_one_board(name: str) -> None:
    assert drawn(situation(name), RETE) == board(name)


@settings(max_examples=examples(8))
@given(st.data())
def test_both_engines_give_one_board_of_any_part_of_the_world(data: st.DataObject) -> None:
    part = some_of(data)
    assert drawn(part, RETE) == drawn(part)


def some_of(data: st.DataObject) -> Situation:
    """A situation with some of what the 2020 world tells."""
    world = situation(WORLD)
    kept = data.draw(st.sets(st.sampled_from(sorted({s.atom.fact for s in world.statements})), max_size=60))
    return dataclasses.replace(world, statements=tuple(s for s in world.statements if s.atom.fact in kept))


# -- what is not known


@pytest.mark.parametrize("rulebook", [report(), trees()], ids=lambda rulebook: rulebook.id)
def test_of_nothing_told_nothing_is_known_and_each_square_asks(rulebook: Rulebook) -> None:
    for square in squares(drawn(situation_from(rulebook, []))):
        assert (square.standing, square.leader) == (Standing.NOT_KNOWN, "")
        assert [*square.signs, *square.moves, *square.advice] == []
        assert square.asks
        assert square.asks[0].question.endswith("?")
        assert square.asks[0].standing is not Standing.NOT_KNOWN


@settings(max_examples=examples(25))
@given(st.data())
def test_no_square_says_more_than_its_facts(data: st.DataObject) -> None:
    for square in squares(drawn(some_of(data))):
        is_known = square.standing is not Standing.NOT_KNOWN
        assert bool(square.deciding) == is_known
        assert is_known or square.asks
        assert bool(square.leader) == (square.standing is Standing.LEADS)
        if square.standing is Standing.CONTESTED:
            assert {sign.who for sign in square.deciding} == {"russia", "china"}
        if square.leader:
            assert {sign.who for sign in square.deciding} == {square.leader}


def answers(asked: Open) -> Iterator[dict[str, dict[str, object]]]:
    """What can be told of what a question asks for: every word of an enumeration, with the first of each open slot."""
    fact = report().facts[asked.fact]
    slots: dict[str, object] = {slot: value for slot, value in asked.slots if value is not None}
    for slot in fact.keys:
        if slot.name not in slots and not slot.optional:
            slots[slot.name] = slot.words[0]
    if fact.value is None:
        yield {asked.fact: slots}
        return
    assert isinstance(fact.value.kind, Enumeration)
    for word in fact.value.kind.words:
        yield {asked.fact: {**slots, fact.value.name: word}}


def test_some_answer_to_the_first_question_opens_the_square_as_it_says() -> None:
    empty = situation_from(report(), [])
    for square in squares(drawn(empty)):
        asked = square.asks[0]
        told = [drawn(empty.tell(fact)).square(square.row, square.column) for fact in answers(asked)]
        assert (asked.standing, asked.leader) in {(then.standing, then.leader) for then in told}


# -- what decides


def bases(evaluated: Situation, signs: tuple[Speaks, ...]) -> set[Atom]:
    """All that was told on which signs rest, down to the bottom of their facts' proofs."""
    evaluation = evaluate(evaluated.rulebook, evaluated, columns())
    found: set[Atom] = set()
    waiting = [fact.atom for sign in signs for fact in sign.facts]
    seen: set[Atom] = set()
    while waiting:
        atom = waiting.pop()
        if atom in seen:
            continue
        seen.add(atom)
        if evaluation.evidence.of(atom) is not None:
            found.add(atom)
        if atom in evaluation.evidence.reckonings:
            waiting += [evaluation.evidence.reckonings[atom].part, evaluation.evidence.reckonings[atom].whole]
        waiting += [p for f in evaluation.model.firings if f.conclusion == atom for p in f.premises]
    return found


@pytest.mark.parametrize("square", squares(board(WORLD)), ids=lambda square: f"{square.row}-{square.column}")
def test_without_what_decides_it_a_square_is_another(square: Square) -> None:
    """All that speaks for the leader is dropped, so that nothing weaker can stand in."""
    world = situation(WORLD)
    who = {sign.who for sign in square.deciding}
    found = bases(world, tuple(sign for sign in square.signs if sign.who in who))
    then = drawn(without(world, found)).square(square.row, square.column)
    assert (then.standing, then.leader) != (square.standing, square.leader)


@pytest.mark.parametrize("name", [WORLD, "2020-11-half-denied", "2025-after-samarkand"])
def test_the_names_on_a_board_are_what_why_accepts(name: str) -> None:
    evaluation = evaluate(report(), situation(name), columns())
    for square in squares(board(name)):
        for sign in (*square.signs, *square.moves):
            for fact in sign.facts:
                found = why(evaluation, fact.name)
                assert fact.atom in {node.atom for node in found.nodes} | {one.atom for one in found.silence.atoms}
        for could in square.advice:
            assert [node.atom for node in why(evaluation, could.name).nodes] == [could.atom]
        for asked in square.asks:
            why(evaluation, asked.name)


@pytest.mark.parametrize("name", NAMES)
def test_the_advice_on_a_board_is_given_for_the_row(name: str) -> None:
    evaluation = evaluate(report(), situation(name), columns())
    for square in squares(board(name)):
        for could in square.advice:
            assert could.atom in evaluation.model.true
            assert square.row in could.atom.key
            assert could.rules
            giving = {firing.rule for firing in evaluation.model.firings if firing.conclusion == could.atom}
            assert set(could.rules) <= giving


@pytest.mark.parametrize("name", NAMES)
def test_a_board_as_json_is_of_its_schema(name: str) -> None:
    jsonschema.validate(board(name).to_dict(), BOARD.described())


def test_every_choice_is_the_report_s_or_has_a_reason() -> None:
    for column in plan_or_error(report()).columns.values():
        grounds = [sign.grounds for sign in (*column.signs, *column.open, *column.moves)]
        grounds += [way.grounds for way in column.advice]
        assert column.contested is not None
        for one in (*grounds, column.contested):
            assert one.at or one.reason
