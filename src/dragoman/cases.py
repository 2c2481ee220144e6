"""Tests of a rulebook as data: facts, what must and must not follow, and the locator that says why.

cases/*.yaml -> read_cases -> run_case -> Outcome: what was expected, what came, the proof of what surprised
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.advice.forms import Advice
from dragoman.board.expected import ExpectedSquare, differences, read_squares
from dragoman.board.plan import plan_or_error
from dragoman.board.play import board_of
from dragoman.engines.model import Engine, Firing, Status
from dragoman.errors import Finding, Place, RulebookError, SituationError
from dragoman.exact.why_not import nearest_not_given
from dragoman.exact.why_not_forms import NotGiven
from dragoman.explain.proof import Node as ProofNode
from dragoman.explain.proof import Prover
from dragoman.form import form
from dragoman.rulebook import files
from dragoman.rulebook.forms import Atom, Blank, Pattern, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.load import with_parameters
from dragoman.rulebook.patterns import Names, pattern_of
from dragoman.rulebook.shapes import EXPECTATION, EXPECTED_NOT, CaseEntry, CasesFile
from dragoman.rulebook.words import VocabularyWording
from dragoman.situation.assemble import Assembly
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import Situation
from dragoman.source.braces import Fact
from dragoman.source.entries import Entry
from dragoman.source.files import read_text
from dragoman.source.names import did_you_mean, lookup
from dragoman.source.nodes import Mapping, Node, Scalar
from dragoman.source.reading import Reading

B = TypeVar("B", bound=Entry)


@form
class Expectation:
    """A conclusion that must follow, perhaps with its grounds and its status."""

    pattern: Pattern
    grounds: Likelihood | None
    """Of the conclusion; with `by`, as likely as that rule alone makes it."""
    status: str
    by: str = ""
    """The rule that must give it, or empty: any rule may, or it may have been told."""


@form
class Unexpected:
    """A conclusion that must not follow."""

    pattern: Pattern
    by: str = ""
    """The rule that must not give it, whatever others do; empty: it must not be true at all."""


@form
class Case:
    """One test."""

    id: str
    place: Place
    at: tuple[str, ...]
    because: str
    situation: Situation
    parameters: tuple[tuple[str, Decimal], ...]
    expect: tuple[Expectation, ...]
    expect_not: tuple[Unexpected, ...]
    nothing: bool
    """No rule may fire at all."""
    squares: tuple[ExpectedSquare, ...] = ()


@form
class Surprise:
    """One difference between what a case expects and what came."""

    expected: str
    got: str
    proof: ProofNode | None
    """Of what came and should not have."""
    why_not: NotGiven | None = None
    """Of what should have come and did not, if a rule could give it."""


@form
class Outcome:
    """What a case came to."""

    case: Case
    surprises: tuple[Surprise, ...]

    @property
    def passed(self) -> bool:
        """Whether everything was as expected."""
        return not self.surprises


def read_cases(rulebook: Rulebook, paths: Sequence[Path]) -> list[Case]:
    """The cases in `paths`.

    Raises:
        SituationError: with all mistakes of all files.
    """
    reader = _CaseReader(rulebook)
    cases = [case for path in paths for case in reader.file(path)]
    if reader.reading.findings:
        raise SituationError(reader.reading.findings)
    return cases


def case_files(folder: Path) -> list[Path]:
    """The files of cases of a rulebook."""
    return files.cases(folder)


def run_case(rulebook: Rulebook, case: Case, engine: Engine) -> Outcome:
    """Evaluate one case.

    Raises:
        EngineError: if the engine fails.
    """
    return judged(evaluated(rulebook, case, engine), case, engine)


def evaluated(rulebook: Rulebook, case: Case, engine: Engine) -> Evaluation:
    """What follows from the facts of a case.

    Raises:
        EngineError: if the engine fails.
    """
    rulebook = with_parameters(rulebook, dict(case.parameters))
    return evaluate(rulebook, case.situation.under(rulebook), engine)


def judged(evaluation: Evaluation, case: Case, engine: Engine) -> Outcome:
    """A case held against what follows from its facts."""
    return Outcome(case, tuple(surprises(evaluation, case, engine)))


def surprises(evaluation: Evaluation, case: Case, engine: Engine) -> Iterator[Surprise]:
    """Where what follows is not what the case expects."""
    words, prover = VocabularyWording(evaluation.rulebook), Prover(evaluation)
    advice = advice_of(evaluation, findings=False) if any(e.status for e in case.expect) else None
    for expectation in case.expect:
        yield from _expected(evaluation, expectation, words, advice)
    for unexpected in case.expect_not:
        sentence = f"not: {words.pattern(unexpected.pattern)}{_by(unexpected.by)}"
        for atom in _met(evaluation, unexpected):
            yield Surprise(sentence, _sentence(evaluation, atom), prover.prove(atom))
    if case.squares:
        board = board_of(evaluation, plan_or_error(evaluation.rulebook))
        yield from (Surprise(expected, got, None) for expected, got in differences(board, case.squares))
    if case.nothing:
        for firing in evaluation.model.firings:
            got = f"the rule '{firing.rule}' {firing.status.value} {_sentence(evaluation, firing.conclusion)}"
            true = firing.conclusion in evaluation.model.true
            yield Surprise("nothing fires", got, prover.prove(firing.conclusion) if true else None)


def _expected(
    evaluation: Evaluation, expectation: Expectation, words: VocabularyWording, advice: Advice | None
) -> Iterator[Surprise]:
    sentence = words.pattern(expectation.pattern) + _by(expectation.by)
    met = _met(evaluation, expectation)
    if not met:
        missing = nearest_not_given(evaluation, partial(_matches, expectation.pattern), expectation.by)
        yield Surprise(sentence, _instead(evaluation, expectation), None, missing)
    for atom, grounds in met.items():
        if expectation.grounds is not None and grounds is not expectation.grounds:
            proof = Prover(evaluation).prove(atom)
            yield Surprise(f"{sentence} [{expectation.grounds.word}]", f"grounds: {grounds.word}", proof)
        if advice is not None and expectation.status:
            status = next(
                (r.status.value for r in advice.recommendations for i in r.instances if i.atom == atom), "not advice"
            )
            if status != expectation.status:
                yield Surprise(f"{sentence} [{expectation.status}]", f"status: {status}", None)


def _met(evaluation: Evaluation, wanted: Expectation | Unexpected) -> dict[Atom, Likelihood]:
    """The true atoms that are meant, with their likelihood; with `by`, those which that rule gives, and how likely."""
    atoms = sorted((atom for atom in evaluation.model.true if _matches(wanted.pattern, atom)), key=sort_key)
    if not wanted.by:
        return {atom: evaluation.likelihoods.of_atom[atom] for atom in atoms}
    return {
        atom: max(evaluation.likelihoods.of_firing[firing] for firing in given)
        for atom in atoms
        if (given := [firing for firing in _giving(evaluation, atom) if firing.rule == wanted.by])
    }


def _matches(pattern: Pattern, atom: Atom) -> bool:
    return atom.fact == pattern.fact and all(
        isinstance(term, Blank) or term == value for term, value in zip(pattern.terms, atom.key, strict=True)
    )


def _giving(evaluation: Evaluation, atom: Atom) -> Iterator[Firing]:
    return (f for f in evaluation.model.firings if f.conclusion == atom and f.status is Status.GIVES)


def _instead(evaluation: Evaluation, expectation: Expectation) -> str:
    """What came in place of a conclusion by one rule: nothing, the same by others, or the same because it was told."""
    others = _met(evaluation, Expectation(expectation.pattern, None, ""))
    if not expectation.by or not others:
        return "it does not follow"
    rules = dict.fromkeys(firing.rule for atom in others for firing in _giving(evaluation, atom))
    return f"it follows by {', '.join(rules)}" if rules else "it was told"


def _by(rule: str) -> str:
    return f" [by {rule}]" if rule else ""


def _sentence(evaluation: Evaluation, atom: Atom) -> str:
    return VocabularyWording(evaluation.rulebook).sentence(evaluation.rulebook.facts[atom.fact], atom.key)


class _CaseReader:
    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.reading = Reading("FA", locators=rulebook.locators)
        self.assembly = Assembly(rulebook, self.reading)
        self.names = Names(rulebook.facts, rulebook.entities, rulebook.parameters)
        self.seen: dict[str, Place] = {}

    @cached_property
    def concluding(self) -> dict[str, list[str]]:
        """The rules that conclude facts of each type."""
        found: dict[str, list[str]] = {}
        for rule in self.rulebook.rules.values():
            for fact in {pattern.fact for pattern in rule.then}:
                found.setdefault(fact, []).append(rule.id)
        return found

    def file(self, path: Path) -> Iterator[Case]:
        read = read_text(path, "FA")
        if isinstance(read, Finding):
            self.reading.findings.append(read)
            return
        document = self.reading.document(*read)
        for entry in CasesFile.read(self.reading, document).cases if document is not None else ():
            if entry.case:
                yield self._case(entry)

    def _case(self, entry: CaseEntry) -> Case:
        name = entry.case
        if name in self.seen:
            self.reading.note(entry.place, "014", f"there is a case '{name}' already", (self.seen[name],))
        self.seen[name] = entry.place
        is_told = "facts" in entry or "based_on" in entry
        return Case(
            id=name,
            place=entry.place,
            at=entry.at,
            because=entry.because,
            situation=self.assembly.situation(entry, name) if is_told else Situation(self.rulebook, name, None, ()),
            parameters=tuple(self._parameters(entry)),
            expect=tuple(self._expectations(entry)),
            expect_not=tuple(self._unexpected(entry)),
            nothing=entry.nothing,
            squares=tuple(read_squares(self.reading, self.rulebook, entry.board, entry.place)),
        )

    def _parameters(self, entry: CaseEntry) -> Iterator[tuple[str, Decimal]]:
        for key, number in entry.parameters:
            if lookup(self.reading, key, self.rulebook.parameters, "105", "parameter") and number is not None:
                try:
                    with_parameters(self.rulebook, {key.text: number})
                except RulebookError as error:
                    node = entry.node_of("parameters")
                    value = node.get(key.text) if isinstance(node, Mapping) else None
                    for finding in error.findings:
                        self.reading.note((value or key).place, "202", finding.message)
                yield key.text, number

    def _expectations(self, entry: CaseEntry) -> Iterator[Expectation]:
        for pattern, beside in self._read(entry.expect, EXPECTATION):
            yield Expectation(pattern, beside.grounds, beside.status, self._rule(beside.by, pattern))

    def _unexpected(self, entry: CaseEntry) -> Iterator[Unexpected]:
        for pattern, beside in self._read(entry.expect_not, EXPECTED_NOT):
            yield Unexpected(pattern, self._rule(beside.by, pattern))

    def _read(self, nodes: tuple[Node, ...], shape: Fact[B]) -> Iterator[tuple[Pattern, B]]:
        """Each expectation, and what stands beside it."""
        for node in nodes:
            stated = shape.parts(self.reading, node)
            if stated is None:
                continue
            fact = self.names.facts.get(stated.key.text)
            if fact is not None and fact.value is not None:
                message = f"'{fact.name}' is only told; a case expects what is concluded"
                self.reading.note(stated.key.place, "209", message)
                continue
            pattern = pattern_of(self.reading, self.names, stated, shape, Blank.ANY, "an expectation")
            if pattern is not None:
                yield pattern, stated.beside

    def _rule(self, given: Scalar | None, pattern: Pattern) -> str:
        """The rule that `by` names: one that concludes facts of this type, or nothing could ever meet it."""
        if given is None:
            return ""
        name, concluding = given.text, self.concluding.get(pattern.fact, [])
        if name in self.rulebook.rules and name not in concluding:
            hint = did_you_mean(name, concluding) or (f"; '{concluding[0]}' does" if concluding else "")
            self.reading.note(given.place, "113", f"the rule '{name}' never concludes '{pattern.fact}'{hint}")
        elif name not in concluding:
            hint = did_you_mean(name, concluding) or did_you_mean(name, self.rulebook.rules)
            self.reading.note(given.place, "113", f"there is no rule '{name}'{hint}")
        return name
