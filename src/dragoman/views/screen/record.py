"""What one evaluation did, to be looked into: its firings by step, and what each conclusion rests on, branch by branch.

Branches are made when they are opened: the whole proof of one recommendation can have thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path, PurePath

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Voice
from dragoman.engines.model import Firing, Status
from dragoman.explain.proof import Prover
from dragoman.form import form
from dragoman.program.forms import Literal
from dragoman.rulebook.forms import Atom, Mode, Rule
from dragoman.rulebook.words import capital
from dragoman.views.screen.quotes import NO_QUOTES, Quotes

_MOST_LINES = 60
_STANDINGS = {Status.CONFIRMS: "confirms", Status.OVERRULED: "overruled", Status.HELD_BACK: "held back"}


@form
class Branch:
    """One row of a proof."""

    kind: str
    """`reason`, `follows`, `told`, `told not so`, `reckoned`, `assumed`."""
    sentence: str
    beside: str = ""
    """Whose word it is; of what follows, why."""
    firing: int = -1
    """The place of the firing behind it; -1 for none."""
    atom: Atom | None = None
    is_open: bool = False
    """Whether it rests on anything that can be shown."""


@form
class FiringRow:
    """One firing in a list."""

    number: int
    """Its place in the canonical order, from 1."""
    sentence: str
    standing: str
    gives: bool
    """Else it confirms, or does not count."""


@form
class Step:
    """The firings of one level."""

    heading: str
    rows: tuple[FiringRow, ...]


@form
class RuleShown:
    """A rule as it stands in its file, and what it did here."""

    id: str
    place: str
    because: str
    bindings: tuple[tuple[str, str], ...]
    lines: tuple[tuple[int, str], ...]
    """As they stand in the file; empty where that cannot be read."""
    claims: tuple[str, ...]
    """What of the report it encodes, in our words."""
    at: tuple[str, ...]
    beyond_report: bool
    passages: tuple[tuple[str, str], ...] = ()
    """Locators with the report's own words, as far as the user has a copy."""
    problem: str = ""
    """Why a copy that is named has none; or empty."""


class Record:
    """The record of one evaluation."""

    def __init__(self, evaluation: Evaluation, quotes: Quotes = NO_QUOTES) -> None:
        """`quotes` are the report's own words."""
        self.evaluation, self.quotes = evaluation, quotes
        self.words = FiringWording(evaluation)
        self.firings: Sequence[Firing] = evaluation.model.firings
        self._places = {id(firing): place for place, firing in enumerate(self.firings)}

    # -- firings

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All firings, by the level of their rules."""
        by_level: dict[int, list[FiringRow]] = {}
        rules = self.evaluation.rulebook.rules
        for number, firing in enumerate(self.firings, start=1):
            by_level.setdefault(rules[firing.rule].level, []).append(self._row(number, firing))
        return tuple(Step(_heading(level), tuple(rows)) for level, rows in sorted(by_level.items()))

    def row(self, place: int) -> FiringRow:
        """One firing, as it stands in the list."""
        return self._row(place + 1, self.firings[place])

    def place_of(self, firing: Firing) -> int:
        """Where a firing stands among all of them."""
        return self._places[id(firing)]

    def _row(self, number: int, firing: Firing) -> FiringRow:
        likelihood = self.evaluation.likelihoods.of_firing[firing].in_words
        return FiringRow(
            number,
            capital(self.words.voices.atom(firing.conclusion, None)),
            _STANDINGS.get(firing.status, likelihood),
            firing.status is Status.GIVES,
        )

    def leads_to(self, place: int) -> tuple[int, ...]:
        """The firings that have the conclusion of this one as a premise, by their places."""
        return self._leading.get(self.firings[place].conclusion, ())

    @cached_property
    def _leading(self) -> dict[Atom, tuple[int, ...]]:
        found: dict[Atom, dict[int, None]] = {}
        for place, firing in enumerate(self.firings):
            for _, atom, _ in self.words.support.premises(firing):
                found.setdefault(atom, {})[place] = None
        return {atom: tuple(places) for atom, places in found.items()}

    # -- proofs

    def reasons(self, atom: Atom) -> tuple[Branch, ...]:
        """Each firing that gives a conclusion, the best first; what was told has its statements instead.

        Raises:
            EngineError: if a premise does not hold in the model, which would be a fault of the engine.
        """
        giving = self.words.support.reasons(atom)
        if not giving:
            return (self._told(atom, "told", self.words.voices.atom(atom, self.words.support.known(atom))),)
        Prover(self.evaluation).prove(atom)
        return tuple(
            Branch("reason", self.words.because(one), firing=self._places[id(one)], atom=atom, is_open=True)
            for one in giving
        )

    def rests_on_rules(self, atom: Atom) -> bool:
        """Whether rules conclude it; else it was told."""
        return bool(self.words.support.reasons(atom))

    def premises(self, place: int) -> tuple[Branch, ...]:
        """What a firing rests on."""
        return tuple(self._premises(self.firings[place]))

    def _premises(self, firing: Firing) -> Iterator[Branch]:
        support, rule = self.words.support, self.evaluation.rulebook.rules[firing.rule]
        for number, (literal, atom, _) in enumerate(support.premises(firing)):
            yield self._premise(literal, atom, is_wanted=number < len(rule.when))
        for assumed in support.assumed(firing):
            yield Branch("assumed", capital(self.words.assumption(assumed).sentence))

    def _premise(self, literal: Literal, atom: Atom, *, is_wanted: bool) -> Branch:
        giving = self.words.support.giving(atom)
        known = self.words.support.known(atom)
        if giving and is_wanted and literal.mode is Mode.HOLDS and literal.fact.value is None:
            sentence = capital(self.words.voices.atom(atom, known))
            place = self._places[id(giving[0])]
            return Branch("follows", sentence, self.words.because(giving[0]), place, atom, is_open=True)
        words = self.words.voices.known(known) if known and known.firm else self.words.voices.atom(atom, known)
        is_told = is_wanted or literal.mode is Mode.NOT_DENIED
        return self._told(atom, "told" if is_told else "told not so", words)

    def told(self, atom: Atom, sentence: str) -> Branch:
        """What was told, with whose word it is."""
        return self._told(atom, "told", sentence)

    def _told(self, atom: Atom, kind: str, sentence: str) -> Branch:
        known = self.words.support.known(atom)
        if known is not None and known.reckoned_from:
            parts = (self.words.voices.atom(part, self.words.support.known(part)) for part in known.reckoned_from)
            return Branch("reckoned", capital(sentence), f"from: {'; '.join(parts)}", atom=atom)
        voices = [self.words.voices.of(statement) for statement in known.firm] if known else []
        whose = "; ".join(dict.fromkeys(filter(None, map(_whose, voices))))
        return Branch(kind, capital(sentence), whose, atom=atom)

    def sentence(self, atom: Atom) -> str:
        """That a conclusion is so."""
        return capital(self.words.voices.atom(atom, self.words.support.known(atom)))

    def standing(self, atom: Atom) -> str:
        """How firm it is."""
        likelihood = self.evaluation.likelihoods.of_atom.get(atom)
        return likelihood.in_words if likelihood is not None else ""

    # -- rules

    def rule(self, place: int) -> RuleShown:
        """The rule of a firing."""
        firing = self.firings[place]
        bindings = tuple((name, self.words.voices.title(value)) for name, value in firing.bindings)
        return self.rule_named(firing.rule, self.words.because(firing), bindings)

    def rule_named(self, id: str, because: str, bindings: tuple[tuple[str, str], ...] = ()) -> RuleShown:
        """A rule, which may not have fired; `because` is its sentence as it is to be shown."""
        rulebook = self.evaluation.rulebook
        rule = rulebook.rules[id]
        at = self.words.locators(rule.id)
        return RuleShown(
            rule.id,
            f"{PurePath(rule.place.source).name}:{rule.place.line}",
            because,
            bindings,
            tuple(_lines(rule)),
            tuple(rulebook.claims[claim].text for claim in rule.claims),
            at,
            rule.beyond_report,
            self.quotes.of(at),
            self.quotes.problem,
        )


def _whose(voice: Voice) -> str:
    """Source, where the report says it, and of whom it was said."""
    at = f"the report, {', '.join(voice.at)}" if voice.at else ""
    return ", ".join(filter(None, (voice.source or at, voice.likelihood, voice.date))) or voice.place


def _heading(level: int) -> str:
    if level == 1:
        return "Step 1, from facts alone"
    before = "step 1" if level == 2 else "steps 1 and 2" if level == 3 else f"steps 1 to {level - 1}"
    return f"Step {level}, from facts and {before}"


def _lines(rule: Rule) -> Iterator[tuple[int, str]]:
    """The lines of a rule in its file: from where it begins until something begins that is not part of it."""
    try:
        lines = Path(rule.place.source).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    first, margin = rule.place.line - 1, max(rule.place.column - 1, 0)
    for number, text in enumerate(lines[first : first + _MOST_LINES], start=first + 1):
        begins = len(text) - len(text.lstrip())
        if number > first + 1 and text.strip() and begins < margin:
            return
        yield number, text[max(margin - 2, 0) :].rstrip()
