"""One grammar, both ways: what the program says of a fact that can be told, it reads back as that very fact."""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from dragoman.language.grammar.grammar import Grammar, grammar_of
from dragoman.language.read import Reader
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.installed import shipped
from tests.language.round_trip import Said, sentences
from tests.language.scoring import HERE

FEW = (pytest.param(24, id="few"), pytest.param(1, id="all", marks=pytest.mark.long))
"""One of so many of the sentences."""
RULEBOOKS = (None, HERE / "rivers", shipped("authentication"))


@cache
def grammar(folder: Path | None) -> Grammar:
    return grammar_of(load_rulebook(folder))


def _is_whole(grammar_: Grammar, said: Said) -> bool:
    """Whether the sentence names all that tells the fact; a slot that is shown beside sentences it does not."""
    return not any(slot.beside for slot in grammar_.told[said.fact].keys)


@pytest.mark.parametrize("one_of", FEW)
@pytest.mark.parametrize("folder", RULEBOOKS, ids=["report", "rivers", "authentication"])
def test_every_sentence_is_read_as_the_fact_that_it_says(folder: Path | None, one_of: int) -> None:
    known = grammar(folder)
    reader, wrong, types = Reader(known), [], set()
    for said in islice(sentences(known.rulebook, known, most=1), 0, None, one_of if folder is None else 1):
        if not _is_whole(known, said):
            continue
        types.add(said.fact)
        facts = [(fact.fact, dict(fact.slots), fact.holds) for fact in reader.read(said.sentence).facts]
        if facts != [(said.fact, dict(said.slots), said.holds)]:
            wrong.append((said.sentence, facts))
    assert wrong == []
    assert len(types) >= (len(known.told) - 1 if one_of == 1 else 2)


@pytest.mark.parametrize("one_of", FEW)
@pytest.mark.parametrize("folder", RULEBOOKS, ids=["report", "rivers", "authentication"])
def test_a_sentence_that_is_called_untrue_is_read_as_its_contrary(folder: Path | None, one_of: int) -> None:
    known = grammar(folder)
    reader = Reader(known)
    checked = 0
    for said in islice(sentences(known.rulebook, known, most=1), 0, None, one_of if folder is None else 1):
        can_be_denied = known.told[said.fact].value is None
        if said.holds and can_be_denied and _is_whole(known, said):
            facts = [(fact.fact, fact.holds) for fact in reader.read(f"It is not true that {said.sentence}").facts]
            assert facts == [(said.fact, False)], said.sentence
            checked += 1
    assert checked > 0
