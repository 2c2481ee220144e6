"""How a word reads: in every sentence, and nowhere else."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.json_form import advice_json
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.errors import SituationError
from dragoman.rulebook.forms import Blank, Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.rulebook.words import VocabularyWording, fill
from dragoman.situation.answers import stated
from dragoman.situation.assemble import read_situation
from dragoman.views.rulebook import fact_type_view
from tests.explain.worlds import LENDERS, told

WORDS = "one_of: [warm, cool, hostile]"
READINGS = "one_of: {warm: well disposed, cool: on cool terms, hostile: at daggers drawn}"
OFFERS = ("one_of: [loan, gift]", "one_of: {loan: mere loan, gift: gift of the union}")
FACTS = """facts:
  - mood: {town: north, of: vault, view: %s}
  - refuses: {town: south, offer: loan}
"""


@pytest.fixture
def reads(tmp_path: Path) -> Rulebook:
    """The lenders, with words that read otherwise than they are written, and a rule that says one."""
    shutil.copytree(LENDERS.folder, tmp_path / "lenders")
    for name, swaps in (
        ("vocabulary.yaml", ((WORDS, READINGS), OFFERS)),
        ("rules.yaml", (("offer: loan", "offer: $offer"), ('"{town} refuses a loan."', '"{town} refuses a {offer}."'))),
    ):
        path = tmp_path / "lenders" / name
        text = path.read_text(encoding="utf-8")
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    return read_rulebook(tmp_path / "lenders")


def sentences(evaluation: Evaluation) -> list[str]:
    return [one.sentence for one in advice_of(evaluation).telling.unused]


def test_a_word_that_was_told_reads_as_the_vocabulary_says(reads: Rulebook, tmp_path: Path) -> None:
    assert sentences(told(tmp_path, FACTS % "hostile", reads)) == [
        "Northtown is at daggers drawn towards the Vault",
    ]
    assert sentences(told(tmp_path, "facts:\n  - not: {refuses: {town: south, offer: gift}}\n", reads)) == [
        "Southtown does not refuse a gift of the union"
    ]


def test_words_that_are_left_are_joined(reads: Rulebook, tmp_path: Path) -> None:
    text = "facts:\n  - not: {mood: {town: north, of: vault, view: cool}}\n"
    evaluation = told(tmp_path, text + "  - not: {mood: {town: north, of: vault, view: hostile}}\n", reads)
    [known] = evaluation.evidence.by_fact["mood"]
    words = VocabularyWording(reads)
    mood = reads.facts["mood"]
    assert mood.value is not None
    assert mood.value.kind.known(stated(known)) == ("on cool terms or at daggers drawn", False)
    assert words.sentence(mood, ("north", "vault")) == (
        "Northtown is well disposed, on cool terms or at daggers drawn towards the Vault"
    )
    assert words.sentence(reads.facts["refuses"], ("north", Blank.ANY)) == "Northtown refuses"
    assert words.sentence(mood, ("north", Blank.ANY)).endswith(" towards any bank")


def test_a_variable_of_a_rule_reads_the_same(reads: Rulebook, tmp_path: Path) -> None:
    evaluation = told(tmp_path, FACTS % "warm", reads)
    words = FiringWording(evaluation)
    assert {words.because(f) for f in evaluation.model.firings if f.rule == "refusal-shows-pride"} == {
        "Southtown refuses a mere loan."
    }


def test_nothing_that_is_written_or_decided_hangs_on_it(reads: Rulebook, tmp_path: Path) -> None:
    plain, read = (_data(advice_json(advice_of(told(tmp_path, FACTS % "warm", book)))) for book in (LENDERS, reads))
    assert plain == read
    with pytest.raises(SituationError, match="well disposed"):
        told(tmp_path, FACTS % "well disposed", reads)
    shown = "\n".join(line.text for line in fact_type_view(reads, reads.facts["mood"]))
    assert "view exactly one of warm, cool, hostile (the value)" in shown
    path = tmp_path / "facts.yaml"
    path.write_text(FACTS % "warm", encoding="utf-8")
    situation = read_situation(reads, [path])
    assert (
        evaluate(reads, situation, ColumnsEngine()).model.firings == told(tmp_path, FACTS % "warm", reads).model.firings
    )


def _data(found: Any) -> Any:
    """JSON without its sentences, and what names the rulebook."""
    if isinstance(found, dict):
        words = {"sentence", "says", "digest", "likewise", "place", "doubts", "source"}
        return {key: _data(value) for key, value in found.items() if key not in words}
    return [_data(one) for one in found] if isinstance(found, list) else found


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{a} leads in the {sphere} sphere", "China leads in any sphere"),
        ("{a} leads in the {sphere} sphere of it", "China leads in any sphere of it"),
        ("the {sphere} sphere", "any sphere"),
        ("a {sphere} spheres", "any sphere spheres"),
        ("{a} has[ a {sphere}] plan", "China has any sphere plan"),
        ("in other {sphere}s", "in other any spheres"),
        ("bathe {sphere}", "bathe any sphere"),
    ],
)
def test_what_is_left_open_is_said_once(template: str, filled: str) -> None:
    assert fill(template, {"a": "China", "sphere": "any sphere"}) == filled
