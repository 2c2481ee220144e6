"""One comparison: a rulebook and a situation through the program and through the oracle."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.engines.likelihoods import Likelihoods, likelihoods
from dragoman.engines.model import Engine, Model
from dragoman.errors import SituationError
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.answers import answer
from dragoman.situation.assemble import read_chat_fact, read_situation
from dragoman.situation.evidence import Evidence, weigh
from dragoman.situation.forms import CHAT_LAYER, Said, Situation
from dragoman.situation.spread import statements_of
from dragoman.source.reading import Reading
from dragoman.values.kind import Test
from tests.oracle import naive, told
from tests.properties.tellings import AGAINST, Telling, stated

_PLAIN = re.compile(r"[a-z0-9$][a-z0-9_.-]*\Z")


# -- documents to files


def flow(value: Any) -> str:
    """A document in YAML's flow style."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(flow, value)) + "]"
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}"
        case str() if _PLAIN.match(value):
            return value
        case _:
            return json.dumps(value)


def write_document(path: Path, document: dict[str, Any]) -> Path:
    """A document as a file: one line for each entry of its lists, so that places differ."""
    lines = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            lines += [f"{key}:", *(f"  - {flow(item)}" for item in value)]
        else:
            lines.append(f"{key}: {flow(value)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def load(folder: Path, documents: dict[str, Any]) -> Rulebook:
    """The rulebook of these documents, through its files."""
    folder.mkdir(parents=True)
    for name, document in documents.items():
        write_document(folder / f"{name}.yaml", document)
    return read_rulebook(folder)


def read_telling(rulebook: Rulebook, folder: Path, telling: Telling) -> Situation | None:
    """The situation of these documents, through its files; None if a `forget` matches nothing."""
    folder.mkdir(parents=True)
    tops: list[str | Path] = []
    for level, layer in enumerate(telling.layers):
        tops = []
        for number, facts in enumerate(layer.files):
            document: dict[str, Any] = {"situation": f"Layer {level}, file {number}", "facts": facts}
            if number == 0:
                document |= {"based_on": f"layer{level - 1}-0"} if level else {}
                document |= {"forget": layer.forget} if layer.forget else {}
            if layer.as_of and number == len(layer.files) - 1:
                document["as_of"] = layer.as_of
            tops.append(write_document(folder / f"layer{level}-{number}.yaml", document))
    try:
        situation = read_situation(rulebook, tops)
    except SituationError as error:
        if {finding.code for finding in error.findings} == {"FA501"}:
            return None
        raise
    for number, fact in enumerate(telling.chat):
        said = _typed(rulebook, f"chat line {number}", fact)
        situation = situation.adding(statements_of(rulebook, said))
    return situation


def _typed(rulebook: Rulebook, line: str, fact: dict[str, Any]) -> Said:
    reading = Reading("FA")
    node = reading.document(line, flow(fact))
    said = read_chat_fact(rulebook, reading, node) if node else None
    assert said is not None, reading.findings
    return said


def forgets(telling: Telling) -> list[told.Forget]:
    """The `forget` entries, as the oracle takes them; layers count from 1."""
    return [
        told.Forget(level + 1, fact, slots)
        for level, layer in enumerate(telling.layers)
        for entry in layer.forget
        for fact, slots in entry.items()
    ]


# -- what was read


def misread(situation: Situation, telling: Telling) -> list[str]:
    """Where the statements read differ from the facts written: polarity, likelihood, dates, layer."""
    written = Counter(_written(telling))
    read: Counter[tuple[object, ...]] = Counter(
        (s.fact, s.holds, s.likelihood, s.date, s.until, s.layer)
        for s in {s.said: None for s in (*situation.statements, *situation.forgotten)}
    )
    # What speaks of nothing (a symmetric fact of one thing with itself, by spreading) leaves no statement.
    return [f"read {entry} {count} times, written {written[entry]}" for entry, count in (read - written).items()]


def _written(telling: Telling) -> Iterator[tuple[object, ...]]:
    layers = [(level + 1, fact) for level, layer in enumerate(telling.layers) for file in layer.files for fact in file]
    for layer, fact in (*layers, *((CHAT_LAYER, fact) for fact in telling.chat)):
        text = str(fact.get("likelihood", ""))
        days = (date.fromisoformat(fact[key]) if key in fact else None for key in ("date", "until"))
        yield stated(fact)[0], ("not" in fact) == (text in AGAINST), SCALE[text], *days, layer


SCALE = {
    "": Likelihood.UNHEDGED,
    **dict.fromkeys(("almost certain", "95", "almost no chance", "remote", "4"), Likelihood.ALMOST_CERTAIN),
    **dict.fromkeys(("very likely", "80 %", "very unlikely", "19"), Likelihood.VERY_LIKELY),
    **dict.fromkeys(("likely", "probable", "55", "79.999999%", "unlikely", "44.9", "20"), Likelihood.LIKELY),
    **dict.fromkeys(("roughly even", "45", "54.9"), Likelihood.ROUGHLY_EVEN),
    "possible": Likelihood.POSSIBLE,
}
"""What each likelihood that is written counts as, once a word below even has been mirrored."""


# -- what follows


@dataclass(frozen=True)
class Outcome:
    """What the program says of one situation."""

    evidence: Evidence
    model: Model
    likelihoods: Likelihoods

    @property
    def result(self) -> tuple[object, ...]:
        """All that must not depend on the order of facts and rules."""
        return self.model.true, self.model.firings, dict(self.likelihoods.of_atom), dict(self.likelihoods.of_firing)


@cache
def shared_engine() -> Engine:
    """One engine of record for a whole process."""
    from dragoman.engines.rete.engine import ReteEngine  # here, so that a process that only starts others stays light

    return ReteEngine()


def run(engine: Engine, rulebook: Rulebook, situation: Situation) -> Outcome:
    """The program's evidence, model and likelihoods."""
    program, evidence = compile_program(rulebook), weigh(rulebook, situation)
    model = engine.run(program, evidence)
    return Outcome(evidence, model, likelihoods(program, evidence, model))


def differences(
    rulebook: Rulebook, outcome: Outcome, situation: Situation, dropped: list[told.Forget] | None = None
) -> list[str]:
    """Where the program and the oracle differ; empty if they agree in everything."""
    known = told.tell(rulebook, situation, dropped)
    verdict = naive.Oracle(rulebook, known).verdict()
    return [
        *_answers(rulebook, outcome.evidence, known),
        *_apart("true", outcome.model.true, verdict.true),
        *_apart("firing", frozenset(outcome.model.firings), frozenset(verdict.firings)),
        *(["the firings stand in another order"] if outcome.model.firings != verdict.firings else []),
        *_apart("likelihood", outcome.likelihoods.of_atom.items(), verdict.of_atom.items()),
        *_apart("likelihood", outcome.likelihoods.of_firing.items(), verdict.of_firing.items()),
    ]


def _apart(what: str, ours: Any, theirs: Any) -> list[str]:
    return [
        *(f"{what}, program only: {item}" for item in sorted(map(str, set(ours) - set(theirs)))),
        *(f"{what}, oracle only: {item}" for item in sorted(map(str, set(theirs) - set(ours)))),
    ]


def _answers(rulebook: Rulebook, evidence: Evidence, known: told.Told) -> Iterator[str]:
    """Each answer on each atom that was spoken of, to every test that a rule makes."""
    for atom in sorted({*evidence.known, *known}, key=str):
        fact = rulebook.facts[atom.fact]
        for test in (None, *_tests(rulebook, atom.fact)):
            plain = told.resolved(test, rulebook.parameters)
            ours = answer(fact, evidence.of(atom), plain)
            truth, likelihood = told.answer(fact, known.get(atom, ()), plain)
            is_settled = truth in {told.Truth.TRUE, told.Truth.FALSE}
            if (ours.truth.name, is_settled and ours.likelihood) != (truth.name, is_settled and likelihood):
                yield f"answer on {atom} {plain}: program {ours}, oracle {truth} {likelihood!r}"


def _tests(rulebook: Rulebook, fact: str) -> set[Test]:
    conditions = (c for rule in rulebook.rules.values() for c in (*rule.when, *rule.unless))
    return {c.pattern.test for c in conditions if c.pattern.fact == fact and c.pattern.test is not None}
