"""An evaluation becomes advice: what is shown, grouped and worded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.advice.conflicts import conflicts
from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.advice.forms import (
    HORIZONS,
    Advice,
    Assumption,
    Instance,
    Reason,
    Recommended,
    Result,
    Threshold,
    Voice,
    Weakest,
)
from dragoman.advice.support import Assumed, Support
from dragoman.advice.voices import Voices, source_words
from dragoman.engines.model import Engine, Firing
from dragoman.engines.select import default_engine
from dragoman.program.normal import literal
from dragoman.rulebook.forms import (
    Atom,
    Condition,
    FactType,
    Mode,
    Recommendation,
    Rulebook,
)
from dragoman.rulebook.words import fill
from dragoman.situation.answers import answer
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import Situation
from dragoman.values.kind import Truth

HORIZON = "horizon"
"""The slot that says when a result is expected."""
KINDS = ("risk", "forecast", "watch", "finding")
"""The order in which results are shown."""
ADVISED, UNDER_WAY = "advised", "under way"


def advise(rulebook: Rulebook, situation: Situation, engine: Engine | None = None, state: str = "") -> Advice:
    """What follows from a situation; with `state` (an entity's name), for that state and the region at large.

    Without `engine` the engine of record fires the rules.

    Raises:
        EngineError: if the engine refuses the rulebook or fails.
    """
    engine = engine or default_engine()
    return advice_of(evaluate(rulebook, situation, engine), state)


def advice_of(evaluation: Evaluation, state: str = "") -> Advice:
    """The advice of one evaluation; with `state`, for that state and the region at large."""
    builder = Words(evaluation)
    situation, rulebook = evaluation.situation, evaluation.rulebook
    shown = [
        atom
        for atom in sorted(evaluation.model.true, key=sort_key)
        if rulebook.facts[atom.fact].shown_as and builder.concerns(atom, state)
    ]
    return Advice(
        situation=situation.title,
        as_of=situation.as_of,
        based_on=situation.based_on,
        rulebook=f"{rulebook.id} {rulebook.version}",
        digest=evaluation.program.digest,
        engine=evaluation.model.engine,
        state=rulebook.entities[state].title if state else "",
        facts=len({(s.said.place, s.said.fact) for s in situation.statements}),
        firings=len(evaluation.model.firings),
        recommendations=tuple(builder.recommendations(a for a in shown if a.fact in rulebook.recommendations)),
        results=tuple(builder.results(a for a in shown if a.fact not in rulebook.recommendations)),
        assumptions=tuple(builder.assumptions(shown)),
        conflicts=conflicts(evaluation, lambda atom: builder.concerns(atom, state)),
        doubtful=tuple(builder.doubtful(state)),
        thresholds=tuple(builder.thresholds(shown)),
        notes=tuple(builder.notes(shown)),
    )


class Words:
    """Words what one evaluation came to; the advice, proofs and audits all speak through it."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation, self.rulebook = evaluation, evaluation.rulebook
        self.support, self.voices = Support(evaluation), Voices(evaluation.rulebook)

    # -- what is shown

    def concerns(self, atom: Atom, state: str) -> bool:
        """Whether a conclusion is about `state`, or about no single member of its group."""
        if not state:
            return True
        groups = [entity.members for entity in self.rulebook.entities.values() if state in entity.members]
        others = {member for members in groups for member in members} - {state}
        return not others & set(atom.key)

    def recommendations(self, atoms: Iterable[Atom]) -> Iterator[Recommended]:
        """One entry for each recommendation, field and status, naming all states that it is for."""
        groups: dict[tuple[int, tuple[str, ...], str], list[Atom]] = {}
        order = list(self.rulebook.recommendations)
        for atom in atoms:
            recommendation, fact = self.rulebook.recommendations[atom.fact], self.rulebook.facts[atom.fact]
            others = tuple(v or "" for s, v in zip(fact.keys, atom.key, strict=True) if s.name != recommendation.target)
            status = self._status(recommendation, fact, atom)
            groups.setdefault((order.index(atom.fact), others, status), []).append(atom)
        for (_, _, status), group in sorted(groups.items()):
            yield self._recommended(self.rulebook.recommendations[group[0].fact], status, group)

    def _recommended(self, recommendation: Recommendation, status: str, atoms: list[Atom]) -> Recommended:
        fact = self.rulebook.facts[recommendation.id]
        instances = tuple(self._instance(fact, atom, recommendation.target) for atom in atoms)
        words = self.voices.wording.slots(fact, atoms[0].key)
        if recommendation.target:
            names = [instance.target_name for instance in instances]
            everyone = self.voices.everyone(fact, recommendation.target, names)
            words[recommendation.target] = everyone or listed([instance.target for instance in instances])
        return Recommended(
            id=recommendation.id,
            title=fill(recommendation.title, words),
            action=fill(recommendation.action, words),
            status=status,
            by=recommendation.by,
            strategies=tuple(
                self._strategy(recommendation, name) for name in recommendation.strategies if self._is_in_force(name)
            ),
            caveats=(*recommendation.caveats, *self._successors(recommendation)),
            instances=instances,
            beyond_report=self._beyond(atoms),
        )

    def results(self, atoms: Iterable[Atom]) -> Iterator[Result]:
        """Risks, forecasts, things to watch, findings: the same for all members of a group is one."""
        groups: dict[tuple[object, ...], list[Atom]] = {}
        for atom in atoms:
            fact = self.rulebook.facts[atom.fact]
            spread = self.voices.target(fact)
            others = tuple(v or "" for s, v in zip(fact.keys, atom.key, strict=True) if s.name != spread)
            likelihood = self.evaluation.likelihoods.of_atom[atom]
            groups.setdefault((KINDS.index(fact.shown_as), -likelihood, atom.fact, others), []).append(atom)
        for _, group in sorted(groups.items(), key=lambda item: item[0]):
            fact = self.rulebook.facts[group[0].fact]
            target = self.voices.target(fact)
            instances = tuple(self._instance(fact, atom, target) for atom in group)
            words = self.voices.wording.slots(fact, group[0].key)
            everyone = self.voices.everyone(fact, target, [instance.target_name for instance in instances])
            if everyone:
                words[target] = everyone
            yield Result(
                kind=fact.shown_as,
                id=fact.name,
                sentence=fill(fact.says, words),
                likewise=() if everyone else tuple(instance.target for instance in instances[1:]),
                horizon=_slot_value(fact, group[0], HORIZON),
                instances=instances,
                beyond_report=self._beyond(group),
            )

    def _instance(self, fact: FactType, atom: Atom, target: str) -> Instance:
        giving = self.support.giving(atom)
        name = _slot_value(fact, atom, target)
        return Instance(
            atom=atom,
            target=self.rulebook.entities[name].title if name in self.rulebook.entities else "",
            target_name=name,
            sentence=self.voices.wording.sentence(fact, atom.key),
            likelihood=self.evaluation.likelihoods.of_atom[atom],
            reasons=tuple(self._reason(firing) for firing in giving),
            tempered_by=tuple(dict.fromkeys(s for firing in giving for s in self.tempering(firing))),
            weakest=self._weakest(atom),
        )

    def _reason(self, firing: Firing) -> Reason:
        likelihood = self.evaluation.likelihoods.of_firing[firing]
        return Reason(self.because(firing), firing.rule, likelihood, self.locators(firing.rule))

    def locators(self, rule: str) -> tuple[str, ...]:
        """The passages that a rule rests on, through its claims."""
        claims = (self.rulebook.claims[claim] for claim in self.rulebook.rules[rule].claims)
        return tuple(dict.fromkeys(locator for claim in claims for locator in claim.at))

    def when(self, atom: Atom) -> str:
        """The horizon of a conclusion in words, or the empty string."""
        horizon = _slot_value(self.rulebook.facts[atom.fact], atom, HORIZON)
        return HORIZONS.get(horizon, horizon)

    def because(self, firing: Firing) -> str:
        """The sentence of the rule with its variables filled."""
        words = dict(firing.bindings)
        titles = {name: self._title(value) for name, value in words.items()}
        return fill(self.rulebook.rules[firing.rule].because, titles)

    def tempering(self, firing: Firing) -> Iterator[str]:
        """The counter-weights of the rule that hold here, as sentences."""
        for condition in self.rulebook.rules[firing.rule].tempered_by:
            atoms = list(holding(self.evaluation, self.support, condition, dict(firing.bindings)))
            fact = self.rulebook.facts[condition.pattern.fact]
            if condition.mode is Mode.DENIED:
                yield from (self.voices.wording.denial(fact, atom.key) for atom in atoms)
            elif fact.value is not None:
                yield from (self.voices.atom(atom, self.evaluation.evidence.of(atom)) for atom in atoms)
            else:
                yield from self.voices.together(atoms)

    def _title(self, value: str) -> str:
        entity = self.rulebook.entities.get(value)
        return entity.title if entity else value.replace("_", " ")

    def _beyond(self, atoms: Iterable[Atom]) -> bool:
        rules = [self.rulebook.rules[f.rule] for atom in atoms for f in self.support.giving(atom)[:1]]
        return any(rule.beyond_report for rule in rules)

    # -- recommendations

    def _status(self, recommendation: Recommendation, fact: FactType, atom: Atom) -> str:
        binding = {slot.name: value for slot, value in zip(fact.keys, atom.key, strict=True) if value is not None}
        holds = [
            any(True for _ in told_holding(self.evaluation, condition, binding))
            for condition in recommendation.under_way_when
        ]
        return UNDER_WAY if holds and all(holds) else ADVISED

    def _is_in_force(self, instrument: str) -> bool:
        known = self.evaluation.evidence.of(Atom("in_force", (instrument,)))
        return known is not None and known.truth is Truth.TRUE

    def _strategy(self, recommendation: Recommendation, name: str) -> str:
        instrument = self.rulebook.instruments[name]
        strands = [instrument.strands[strand] for strand in recommendation.strands.get(name, ())]
        return f"{instrument.title} ({', '.join(strands)})" if strands else instrument.title

    def _successors(self, recommendation: Recommendation) -> Iterator[str]:
        for known in self.evaluation.evidence.by_fact.get("follows", ()):
            later, earlier = known.atom.key
            if known.truth is Truth.TRUE and earlier in recommendation.strategies and later is not None:
                instrument = self.rulebook.instruments.get(later)
                since = f" since {instrument.adopted.isoformat()}" if instrument and instrument.adopted else ""
                yield f"{self._title(later)} has followed {self._title(earlier)}{since}; the report could not know it."

    def _weakest(self, atom: Atom) -> Weakest | None:
        link = self.support.weakest(atom)
        if link is None:
            return None
        if link.atom is None:
            return Weakest(f"the rule '{link.rule}'", link.likelihood, ", ".join(self.locators(link.rule)))
        known = self.evaluation.evidence.of(link.atom)
        sources = [source_words(s.said.source) or self.voices.place(s.said) for s in known.firm] if known else []
        return Weakest(self.voices.atom(link.atom, known), link.likelihood, ", ".join(dict.fromkeys(sources)))

    # -- what it rests on

    def assumptions(self, shown: Iterable[Atom]) -> Iterator[Assumption]:
        """The assumptions of the best proofs, each with what rests on it."""
        rests: dict[tuple[str, str], dict[str, None]] = {}
        doubts: dict[tuple[str, str], dict[Voice, None]] = {}
        for atom in shown:
            for firing in self.support.best_proof(atom):
                for assumed in self.support.assumed(firing):
                    entry = self.assumption(assumed)
                    rests.setdefault(entry, {})[atom.fact] = None
                    doubts.setdefault(entry, {}).update((self.voices.of(s), None) for s in assumed.doubtful)
        for (kind, sentence), names in sorted(rests.items()):
            yield Assumption(sentence, kind, tuple(names), tuple(doubts[kind, sentence]))

    def assumption(self, assumed: Assumed) -> tuple[str, str]:
        """The kind of an assumption, and the words that follow `assumed:`."""
        lit = assumed.literal
        binding = dict(assumed.bindings)
        terms = tuple(binding.get(getattr(term, "name", ""), term) for term in lit.terms)
        sentence = self.voices.wording.sentence(
            lit.fact, terms, lit.fact.value.kind.wants(lit.test, {}) if lit.fact.value and lit.test else None
        )
        if lit.mode is Mode.NOT_DENIED:
            return "presumed", f"nobody denied that {sentence}"
        return "absent", f"{'nobody said' if lit.mode is Mode.NOT_TOLD else 'not known'} that {sentence}"

    def doubtful(self, state: str) -> Iterator[Voice]:
        """What was said too doubtfully to be a premise, and is not decided by something firmer."""
        for known in self.evaluation.evidence.known.values():
            if not known.firm and self.concerns(known.atom, state):
                yield from (self.voices.of(statement) for statement in known.doubtful)

    def thresholds(self, shown: Iterable[Atom]) -> Iterator[Threshold]:
        """The parameters that the best proofs rest on, and those that the user set."""
        used = set(self.rulebook.changed)
        for atom in shown:
            for firing in self.support.best_proof(atom):
                rule = self.rulebook.rules[firing.rule]
                for condition in (*rule.when, *rule.unless):
                    test = condition.pattern.test
                    if test is not None:
                        used |= set(test.parameters)
        for name in sorted(used):
            parameter = self.rulebook.parameters[name]
            own = self.rulebook.changed.get(name)
            value = f"{parameter.value} {parameter.unit}"
            yield Threshold(name, value, parameter.reason, f"{own} {parameter.unit}" if own is not None else "")

    def notes(self, shown: Iterable[Atom]) -> Iterator[str]:
        """What a reader must know about the whole."""
        if self.evaluation.situation.as_of is None:
            date = self.rulebook.report.date.isoformat()
            yield f"The situation has no date ('as_of'): the EU's instruments count as at the report's date, {date}."
        if not self.evaluation.model.firings:
            yield "No rule fired: nothing in these facts is what the report's reasoning starts from."
        elif not any(atom.fact in self.rulebook.recommendations for atom in shown):
            yield "No recommendation follows from these facts."


def holding(
    evaluation: Evaluation, support: Support, condition: Condition, binding: Mapping[str, str]
) -> Iterator[Atom]:
    """The atoms of which a condition of `when` or `tempered_by` holds."""
    lit = literal(evaluation.rulebook, condition)
    if condition.mode is Mode.HOLDS and lit.fact.value is None:
        atoms = support.absences.concluded(lit, binding)
        yield from sorted(atoms, key=sort_key)
    else:
        yield from told_holding(evaluation, condition, binding)


def told_holding(evaluation: Evaluation, condition: Condition, binding: Mapping[str, str]) -> Iterator[Atom]:
    """The atoms of which a condition holds by what was told alone."""
    lit = literal(evaluation.rulebook, condition)
    wanted = Truth.FALSE if condition.mode is Mode.DENIED else Truth.TRUE
    for known in evaluation.evidence.by_fact.get(lit.fact.name, ()):
        matches = any(lit.matches(key, binding) is not None for key in lit.keys(known.atom.key))
        if matches and answer(lit.fact, known, lit.test).truth is wanted:
            yield known.atom


def _slot_value(fact: FactType, atom: Atom, slot: str) -> str:
    """The value of a key slot, or the empty string if it is missing or there is no such slot."""
    return atom.key[fact.key_names.index(slot)] or "" if slot in fact.key_names else ""


def listed(words: list[str]) -> str:
    """`A, B and C`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
