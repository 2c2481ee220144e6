"""Each ruling of the design as the smallest situation that shows it: program and oracle both give the expected answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.engines.model import Firing
from dragoman.rulebook.forms import Atom, Origin, Rulebook
from dragoman.rulebook.likelihood import STRENGTHS, Likelihood
from dragoman.situation.answers import answer
from dragoman.values.enumeration import WordTest
from dragoman.values.quantity import Bounds
from tests.oracle import told
from tests.oracle.naive import evaluate
from tests.properties.tellings import Layer, Telling
from tests.properties.trial import forgets, load, read_telling, run, shared_engine

# BaseLoader: all scalars stay the text that was written, for our own reader to type.
DOCUMENT: dict[str, Any] = yaml.load(Path(__file__).with_name("rulings.yaml").read_text(), Loader=yaml.BaseLoader)


@dataclass
class Ruling:
    """One entry of `rulings.yaml`, its documents as they are."""

    ruling: str
    rules: list[str]
    facts: list[dict[str, Any]] = field(default_factory=list)
    layers: list[list[dict[str, Any]]] = field(default_factory=list)
    chat: list[dict[str, Any]] = field(default_factory=list)
    forget: list[dict[str, Any]] = field(default_factory=list)
    as_of: str = ""
    answers: list[list[str]] = field(default_factory=list)
    concluded: dict[str, str] | None = None
    firings: dict[str, str] | None = None
    times: dict[str, str] | None = None

    def telling(self) -> Telling:
        layers = [Layer([facts]) for facts in self.layers or [self.facts]]
        layers[-1].forget, layers[-1].as_of = self.forget, self.as_of
        return Telling(layers, self.chat)

    def documents(self) -> dict[str, Any]:
        """A rulebook of the rules that the ruling names."""
        report = {"title": "R", "authors": "Nobody", "publisher": "None", "date": "2020-11-30"}
        forty = {"value": Decimal(40), "unit": "percent", "reason": "a test"}
        rules = [
            rule | {"beyond_report": True, "because": "so"} for rule in DOCUMENT["rules"] if rule["id"] in self.rules
        ]
        assert {rule["id"] for rule in rules} == set(self.rules)
        adopted = {"old": "2007-06-01", "new": "2019-05-15", "late": "2021-01-01"}
        instruments = {name: {"title": name, "document": name, "adopted": day} for name, day in adopted.items()}
        return {
            "rulebook": {
                "rulebook": "r",
                "title": "R",
                "version": "1",
                "report": report,
                "parameters": {"forty": forty},
            },
            "vocabulary": DOCUMENT["vocabulary"],
            "instruments": {"instruments": instruments},
            "rules": {"rules": rules},
        }


RULINGS = [Ruling(**entry) for entry in DOCUMENT["rulings"]]


@pytest.fixture(scope="module")
def rulebook_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Ruling], Rulebook]:
    """The rulebook of a ruling; those that use the same rules share one."""
    loaded: dict[tuple[str, ...], Rulebook] = {}

    def rulebook(ruling: Ruling) -> Rulebook:
        rules = tuple(ruling.rules)
        if rules not in loaded:
            loaded[rules] = load(tmp_path_factory.mktemp("rulings") / "rulebook", ruling.documents())
        return loaded[rules]

    return rulebook


@pytest.mark.parametrize("ruling", [pytest.param(r, id=r.ruling) for r in RULINGS])
def test_ruling(ruling: Ruling, rulebook_of: Callable[[Ruling], Rulebook], tmp_path: Path) -> None:
    """The answers, and what is concluded through which firings, in the program and in the oracle."""
    rulebook, telling = rulebook_of(ruling), ruling.telling()
    situation = read_telling(rulebook, tmp_path / "situation", telling)
    assert situation is not None
    known = told.tell(rulebook, situation, forgets(telling))
    outcome, verdict = run(shared_engine(), rulebook, situation), evaluate(rulebook, situation, forgets(telling))
    for text, test, *expected in ruling.answers:
        atom = atom_of(text)
        program = answer(rulebook.facts[atom.fact], outcome.evidence.of(atom), test_of(test))
        truth, likelihood = told.answer(rulebook.facts[atom.fact], known.get(atom, ()), test_of(test))
        assert [text, test, program.truth.value, program.likelihood.word][: 2 + len(expected)] == [
            text,
            test,
            *expected,
        ]
        assert [text, test, truth.value, likelihood.word][: 2 + len(expected)] == [text, test, *expected]
    expect(ruling, rulebook, outcome.likelihoods.of_atom, outcome.model.firings)
    expect(ruling, rulebook, verdict.of_atom, verdict.firings)


def expect(ruling: Ruling, rulebook: Rulebook, of_atom: Any, firings: tuple[Firing, ...]) -> None:
    """What is concluded, and through which firings, where the ruling says so."""
    if ruling.concluded is not None:
        concluded = {a: word for a, word in of_atom.items() if rulebook.facts[a.fact].origin is not Origin.TOLD}
        assert {text_of(atom): likelihood.word for atom, likelihood in concluded.items()} == ruling.concluded
    names = [f"{firing.rule} {text_of(firing.conclusion)}" for firing in firings]
    if ruling.firings is not None:
        assert dict(zip(names, (firing.status.value for firing in firings), strict=True)) == ruling.firings
    if ruling.times is not None:
        assert Counter(names) == {name: int(times) for name, times in ruling.times.items()}


def atom_of(text: str) -> Atom:
    """`pact(kz cn)` as an atom; `-` is a missing slot."""
    fact, _, key = text.rstrip(")").partition("(")
    return Atom(fact, tuple(None if value == "-" else value for value in key.split()))


def text_of(atom: Atom) -> str:
    return f"{atom.fact}({' '.join(value or '-' for value in atom.key)})"


def test_of(text: str) -> WordTest | Bounds | None:
    """`at_least 40`, `at_most 40`, words, or nothing."""
    end, _, number = text.partition(" ")
    if end in {"at_least", "at_most"}:
        return Bounds(Decimal(number), None) if end == "at_least" else Bounds(None, Decimal(number))
    return WordTest(frozenset(text.split())) if text else None


test_of.__test__ = False  # type: ignore[attr-defined] # a helper, whatever its name


def test_the_words_for_likelihoods_are_those_of_the_scale() -> None:
    """No ruling expects a likelihood that cannot be: a misspelt word would never be compared with anything."""
    words = {row[3] for ruling in RULINGS for row in ruling.answers if len(row) > 3}
    words |= {word for ruling in RULINGS for word in (ruling.concluded or {}).values()}
    assert words <= {*STRENGTHS, *(likelihood.word for likelihood in Likelihood)}
