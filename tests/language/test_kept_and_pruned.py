"""What makes reading fast changes no reading: what is looked up or passed over is what looking at everything gives."""

from __future__ import annotations

import math
import pickle
import sys
from array import array
from functools import cache
from pathlib import Path

import pytest

from dragoman.language.clauses.cutter import Cutter, has_unheard
from dragoman.language.clauses.match import Hit, Matcher
from dragoman.language.grammar import making
from dragoman.language.grammar.apart import Apart
from dragoman.language.grammar.columns import Columns, Rows, Texts
from dragoman.language.grammar.grammar import Grammar, grammar_of, read_book
from dragoman.language.grammar.index import meanings_in
from dragoman.language.grammar.joint import Joint, Plainly
from dragoman.language.grammar.kept import book_in
from dragoman.language.grammar.machine import Lit, Machine, _is_accepted, _single_ways, required
from dragoman.language.grammar.needed import Asked, Met, asked
from dragoman.language.grammar.notation import parse
from dragoman.language.grammar.packing import Packer
from dragoman.language.grammar.phrases import words_in
from dragoman.language.grammar.shapes import shape_of
from dragoman.language.line.line import Line
from dragoman.language.line.reach import Reach
from dragoman.language.line.typos import Corrector, _close, _is_near
from dragoman.language.offering.search import Search
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.thesaurus import units
from dragoman.language.words.tokens import cleaned, tokens_of, words_of
from dragoman.rulebook.cache import load_rulebook
from dragoman.values.enumeration import Enumeration
from tests.language.scoring import HERE, read_set
from tests.rulebooks import report

TEXTS = [item.text for name in ("development", "traps") for item in read_set(HERE / f"{name}.yaml").items]
FEW = [text for text in TEXTS if len(text) < 120][::27]


@cache
def grammar() -> Grammar:
    return grammar_of(report())


def line_of(text: str) -> Line:
    text = cleaned(text).strip(" .!?")
    return Line(grammar(), text, tokens_of(text))


def test_columns_are_read_as_they_were_written() -> None:
    rows, texts = Rows.of([[1, 2], [], [70_000]]), Texts.of(["é", "", "\ud800 b"])
    columns = Columns(
        {"text": "é\ud800"}, {"n": array("I", [3, 4])}, {"r": rows}, {"f": array("d", [0.1])}, {"t": texts}
    )
    again = Columns.read(columns.written())
    assert again.header == columns.header
    assert again.numbers == columns.numbers
    assert again.floats == columns.floats
    assert list(map(again.rows["r"].__getitem__, range(len(again.rows["r"])))) == [[1, 2], [], [70_000]]
    assert list(again.texts["t"]) == again.texts["t"][:] == ["é", "", "\ud800 b"]


@pytest.fixture(params=["kept", "made by three processes", "left by the other two"])
def made(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Grammar:
    """A grammar, however it came about."""
    rulebook = load_rulebook(HERE / "rivers")
    if request.param == "kept":
        return grammar_of(rulebook)
    monkeypatch.setattr(making, "_MANY", 0)
    monkeypatch.setattr(making, "_STARTING", 0)
    monkeypatch.setattr(making, "processors", lambda: 3)
    if request.param == "left by the other two":
        monkeypatch.setattr(sys, "executable", "/bin/false")
    columns = Columns.read(making.columns_of(rulebook, read_book(rulebook, Path(rulebook.folder))).written())
    return Grammar(rulebook, book_in(columns), columns)


def test_a_grammar_is_what_its_phrases_make(made: Grammar) -> None:
    kept, rulebook = made, made.rulebook
    phrases = read_book(rulebook, Path(rulebook.folder)).phrases
    assert list(kept.book.phrases) == list(phrases)
    needs = {(entry.phrase, entry.variant): set(entry.needs) for entry in kept.entries}
    for number, phrase in enumerate(phrases):
        tree, fact = parse(phrase.text), kept.told[phrase.fact]
        words = {slot.name: slot.kind.words for slot in fact.slots if isinstance(slot.kind, Enumeration)}
        machines = kept.compiler.machines(fact.name, tree)
        assert [(tuple(one.edges), one.accepting) for one in kept.machines(number)] == [*map(tuple, machines)]
        words_said = [word for text in words_in(tree) for word in words_of(text)]
        assert kept.shape(number) == shape_of(tree, words_said, kept.lexicon)
        for variant, machine in enumerate(machines):
            required_there = {kept.pool(number).widened(need) for need in required(machine, words)}
            assert not required_there or needs[number, variant] == required_there
        assert {stem(word) for text in words_in(tree) for word in words_of(text)} - kept.bag(number) <= {
            stem(word) for word in english.CARRY_NOTHING
        }


def test_another_process_makes_what_this_one_would() -> None:
    rulebook = load_rulebook(HERE / "rivers")
    book = read_book(rulebook, Path(rulebook.folder))
    task = pickle.dumps((rulebook, book, [book.phrases[0].fact, book.phrases[-1].fact]))
    with Apart([task, b"no task"]) as apart:
        answer, none = apart.answers()
    assert answer is not None
    assert pickle.loads(answer) == pickle.loads(making.made_of(task))
    assert none is None


def test_the_states_on_every_way_are_those_without_which_there_is_none() -> None:
    for number, _ in enumerate(grammar().book.phrases[:400]):
        for machine in grammar().machines(number):
            states = [
                state
                for state in range(len(machine.edges))
                if state not in machine.accepting and (state == 0 or not _is_accepted(machine, without={state}))
            ]
            assert set(_single_ways(machine)) == {machine.edges[state] for state in states}


def test_a_machine_too_large_to_be_kept_is_made_anew() -> None:
    packer = Packer(lambda texts: [0 for _ in texts])
    large = Machine(tuple(((Lit(frozenset({"a"})), at + 1),) for at in range(10_000)), frozenset({10_000}))
    assert packer.row(large) == []
    assert packer.row(large._replace(edges=large.edges[:3], accepting=frozenset({3})))


@pytest.mark.parametrize("text", FEW)
def test_a_phrase_has_all_its_words_where_what_was_kept_of_it_says_so(text: str) -> None:
    asked_of, line = Asked(grammar()), line_of(text)
    index, stems = grammar().index, line.stems(0, len(line))
    met, texts = asked_of.met(stems), said_by(grammar(), stems)
    for meaning in meanings_in(index.met(stems)):
        for phrase in index.phrases(meaning, index.needs_met(stems)):
            asks = asked(grammar().compiler, grammar().tree(phrase))
            assert asked_of.is_met(phrase, stems, met) == has_all(asks, texts)


def said_by(grammar: Grammar, stems: set[int]) -> set[str]:
    """Stems by their numbers as they are written."""
    return {grammar.columns.header["stems"][one] for one in stems}


def has_all(asks: Met, stems: set[str]) -> bool:
    """Whether of each set one is there, and of each choice all of one of its options."""
    return all(
        not one.isdisjoint(stems) if isinstance(one, frozenset) else any(has_all(option, stems) for option in one)
        for one in asks
    )


@pytest.mark.parametrize("text", FEW[:3])
def test_the_phrases_of_a_line_are_all_whose_needs_it_meets(text: str) -> None:
    line, index = line_of(text), grammar().index
    stems = line.stems(0, len(line))
    texts = said_by(grammar(), stems)
    met = {entry.phrase for entry in grammar().entries if all(not need.isdisjoint(texts) for need in entry.needs)}
    needs = index.needs_met(stems)
    found = [set(index.phrases(meaning, needs)) for meaning in meanings_in(index.met(stems))]
    assert set().union(*found) == met
    assert all(
        index.is_met(meaning, needs) == any(grammar().meaning_of[one] == meaning for one in met)
        for meaning in range(len(grammar().meanings))
    )


@pytest.mark.parametrize("text", FEW)
def test_machines_walked_together_take_what_each_takes_alone(text: str) -> None:
    line = line_of(text)
    index = grammar().index
    for start in (at for at in range(len(line)) if line.is_start(at)):
        stems = line.stems(start, len(line))
        for meaning in meanings_in(index.met(stems)):
            phrases = [*index.phrases(meaning, index.needs_met(stems))]
            fact, pool = grammar().fact_of[meaning], grammar().pool_of(meaning)
            together = Matcher(line).hits(fact, grammar().joint(meaning), start, None, pool)
            for phrase in phrases:
                machines = grammar().machines(phrase)
                alone = Joint([phrase] * len(machines), Plainly(machines))
                own = Matcher(line).hits(fact, alone, start, None, pool)
                assert {ends(hit) for one, hit in together if one == phrase} == {ends(hit) for _, hit in own}


def ends(hit: Hit) -> tuple[int, float, object]:
    """Where a phrase ends, how cheaply, and with what in its slots."""
    return hit.end, hit.cost, hit.bound


@pytest.mark.parametrize("text", FEW)
def test_nothing_is_kept_from_a_line_that_could_be_said_in_it(text: str) -> None:
    for line, other in ((line_of(text), line_of(text)), (line_of(text).widened(), line_of(text).widened())):
        other.__dict__["lets"] = [Reach.of(grammar()).every] * len(other)
        cut = Cutter(line).cut()
        assert cut == Cutter(other).cut()
        assert cut.left_over or not has_unheard(line)


def test_the_best_of_a_search_are_the_best_of_all_phrases() -> None:
    search = Search.of(grammar())
    bags = list(grammar().bags)
    for text in FEW[:2]:
        said = tuple(dict.fromkeys(token.stem for token in line_of(text).tokens if token.is_word))
        heads = [{**unit.heads} for unit in units(said)]
        weights = [{head: part * search.weight(head) ** 2 for head, part in of.items()} for of in heads]
        whole = math.sqrt(sum(max(of.values()) or search.unknown**2 for of in weights))
        scores = [
            sum(max((own for head, own in of.items() if head in bag), default=0.0) for of in weights) for bag in bags
        ]
        lengths = grammar().columns.floats["length"]
        scored = ((score / (whole * lengths[number]), number) for number, score in enumerate(scores))
        best = sorted(((score, number) for score, number in scored if score), key=lambda one: (-one[0], one[1]))[:100]
        found = search._ranked(said, widely=True)
        assert [score for score, _ in found] == pytest.approx([score for score, _ in best])


@pytest.mark.parametrize(
    "slip", ["kazkahstan", "uzbekstan", "debbt", "sanctons", "militery", "sactions", "rusia", "zzzzzz"]
)
def test_slips_are_near_to_the_same_words(slip: str) -> None:
    corrector = Corrector.of(grammar())
    every = (word for word in corrector.words | corrector.names if len(word) > 4 and word[0] == slip[0])
    near = {word for word in every if abs(len(word) - len(slip)) < 2 and _is_near(slip, word)}
    assert set(_close(slip, corrector.alphabet)) == near


def test_a_slip_is_as_doubtful_as_it_is_typed_whatever_was_typed_before() -> None:
    corrector = Corrector.of(grammar())

    def doubts(text: str) -> list[dict[int, bool]]:
        """How sure the mending is, of the line and of the line once mended."""
        mended, first = corrector.corrected(tokens_of(text), text)
        return [first, corrector.corrected(mended, text)[1]]

    before = doubts("the militery base")
    assert doubts("the Militery base") == [{1: False}, {1: False}]  # it may be called so
    assert doubts("the militery base") == before == [{1: True}, {}]


@pytest.mark.parametrize(
    "text", ["debt", "can't", "don't know", "U.S. friends", "gonna  leave", "*so*", "w/o it", "a -> b", "x_y", ""]
)
def test_the_words_of_a_text_are_its_tokens(text: str) -> None:
    words = [one.text for one in tokens_of(cleaned(text)) if one.is_word or one.text[:1].isdecimal()]
    assert words_of(text) == words
