"""What answers a request: a pure function from what follows now to a form.

    Advised, Request --answered--> Answered: the form, and what it is about

Nothing here changes anything; the actions that do are the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from dragoman.advice.build import advice_of
from dragoman.advice.firing_wording import FiringWording
from dragoman.conversation.comparing import compared
from dragoman.conversation.explaining import explained
from dragoman.conversation.requests import IS, Request
from dragoman.conversation.shown import (
    AdviceShown,
    FactWhy,
    Nothing,
    ResultsShown,
    RulesShown,
    UnusedShown,
    Which,
    Why,
    WhyNotShown,
)
from dragoman.conversation.standing import Facts
from dragoman.conversation.topics import Topic, Topics, Wanted, topics_in
from dragoman.errors import UnknownNameError
from dragoman.exact.ask_answers import ask
from dragoman.exact.difference import Advised
from dragoman.exact.flip_answers import flipped, hinges
from dragoman.exact.robust_answers import robust
from dragoman.exact.silence import silence_report
from dragoman.exact.source_answers import source_answers
from dragoman.exact.why_not import why_not
from dragoman.explain.answers import Proofs, audited
from dragoman.explain.proof import Prover
from dragoman.explain.silence import Silence
from dragoman.explain.targets import asked_for
from dragoman.form import form
from dragoman.language.grammar.grammar import Grammar
from dragoman.rulebook.forms import Atom, Origin, ShownAs

_SHOWN = (ShownAs.RISK, ShownAs.FORECAST, ShownAs.WATCH)
_FEW = 3
"""So many conclusions of one kind are proved at once."""


@form
class Answered:
    """What answers a request."""

    answer: object
    """A form of :mod:`dragoman.conversation.shown`, or an answer of :mod:`dragoman.exact`."""
    focus: tuple[Atom, ...] = ()
    """The conclusions that it is about, for `why?`; empty: as before."""


def answered(
    advised: Advised, grammar: Grammar, request: Request, focus: Sequence[Atom] = (), before: Sequence[str] = ()
) -> Answered:
    """The answer to a request that only shows something.

    `focus` is what the last reply was about, `before` who was named in earlier lines, the latest first.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    answering = _Answering(advised, grammar, request, focus, before)
    found = answering.actions.get(request.action)
    return found() if found is not None else Answered(Nothing("that is not something I can do", request.nearest))


class _Answering:
    """One request, and what follows now."""

    def __init__(
        self, advised: Advised, grammar: Grammar, request: Request, focus: Sequence[Atom], before: Sequence[str]
    ) -> None:
        self.advised, self.grammar, self.request = advised, grammar, request
        self.evaluation, self.advice = advised.evaluation, advised.advice
        self.rulebook, self.words = advised.evaluation.rulebook, FiringWording(advised.evaluation)
        self.focus, self.before = focus, before
        self.titles = tuple(map(self.words.title, request.names))

    @property
    def actions(self) -> Mapping[str, Callable[[], Answered]]:
        """What answers each action."""
        whom, evaluation = self.request.whom, self.evaluation
        return {
            "why": self._why,
            "why-not": self._why_not,
            "flips": self._flips,
            "advice": self._advice,
            "risks": self._results,
            IS: self._is_so,
            "facts": lambda: Answered(Facts(self.advised).shown(self.request.names)),
            "unused": lambda: Answered(UnusedShown(self.advice.telling.unused, self.advice.facts)),
            "rules": self._rules,
            "next": lambda: Answered(ask(evaluation, whom)),
            "compare": self._compared,
            "sources": lambda: Answered(source_answers(evaluation, whom)),
            "robust": lambda: Answered(robust(evaluation, whom)),
            "explain": self._explained,
        }

    def _topics(self, wanted: Wanted) -> Topics:
        """What the request is about: as a file names it, or in plain English."""
        argument = self.request.argument
        try:
            question = asked_for(self.evaluation, argument) if argument else None
        except UnknownNameError:
            question = None
        if question is not None:
            return Topics((Topic(question.fact.name, question.terms, (), question.atoms, question.sentence),))
        text = argument or self.request.about
        return topics_in(self.advised, self.grammar, text, wanted=wanted, focus=self.focus, before=self.before)

    def _unclear(self, topics: Topics) -> Answered | None:
        """Where none is clearly meant, what may be."""
        if topics.problem:
            return Answered(Nothing(topics.problem))
        if topics.candidates and topics.clear is None:
            arguments = tuple(one.asked(self.rulebook.facts[one.fact].key_names) for one in topics.candidates)
            sentences = tuple(one.sentence for one in topics.candidates)
            return Answered(Which(self.request.action, sentences, arguments))
        return None

    # -- why

    def _why(self) -> Answered:
        topics = self._topics(Wanted.SO)
        unclear = self._unclear(topics)
        if unclear is not None:
            return unclear
        topic = topics.clear
        if topic is not None:
            return self._proved(topic) if self._is_known(topic) else self._not_so(topic)
        if topics.is_about_all:
            return self._why_first(topics)
        return Answered(Nothing("I do not know what that is about", ("advice", "risks")))

    def _is_known(self, topic: Topic) -> bool:
        """Whether any of it is the case, or was spoken of: what a reply was about may just have gone."""
        true, known = self.evaluation.model.true, self.evaluation.evidence.of
        return any(atom in true or known(atom) is not None for atom in topic.atoms)

    def _why_first(self, topics: Topics) -> Answered:
        """Why, of nothing in particular: the first that is advised, else the first that follows."""
        found = [*self._recommended(topics.whom), *self._following(topics.whom)]
        return self._proofs(found[:1]) if found else Answered(silence_report(self.evaluation, topics.whom))

    def _recommended(self, whom: Sequence[str]) -> Iterator[Atom]:
        for whole in self.advice.recommendations:
            yield from (one.atom for one in whole.instances if not whom or one.target_name in whom)

    def _following(self, whom: Sequence[str]) -> Iterator[Atom]:
        for whole in self.advice.results:
            if whole.kind in _SHOWN:
                yield from (one.atom for one in whole.instances if not whom or not set(whom).isdisjoint(one.atom.key))

    def _proved(self, topic: Topic) -> Answered:
        giving = [atom for atom in topic.atoms if self.words.support.giving(atom)]
        if not giving and self.rulebook.facts[topic.fact].origin is not Origin.DERIVED:
            known = self.evaluation.evidence.of(topic.atoms[0])
            if known is not None:
                return Answered(FactWhy(Facts(self.advised).fact(known)), topic.atoms)
        return self._proofs(giving or topic.atoms)

    def _proofs(self, atoms: Sequence[Atom]) -> Answered:
        prover = Prover(self.evaluation)
        nodes = tuple(prover.prove(atom) for atom in atoms[:_FEW])
        proofs = Proofs(atoms[0].fact, nodes, Silence("", (), ()))
        reasons = tuple(
            tuple(dict.fromkeys(map(self.words.because, self.words.support.giving(atom)))) for atom in atoms[:_FEW]
        )
        further = tuple(self.words.voices.atom(atom, None) for atom in atoms[_FEW:])
        return Answered(Why(proofs, reasons, further, self.request.everything), tuple(atoms))

    def _why_not(self) -> Answered:
        topics = self._topics(Wanted.NOT_SO)
        unclear = self._unclear(topics)
        if unclear is not None:
            return unclear
        topic = topics.clear
        if topic is None:
            return Answered(silence_report(self.evaluation, topics.whom or self.request.whom))
        return self._not_so(topic)

    def _not_so(self, topic: Topic) -> Answered:
        answer = why_not(self.evaluation, topic.asked(self.rulebook.facts[topic.fact].key_names), topic.whom)
        if topic.atoms and not answer.atoms:
            return self._proved(topic)
        return Answered(WhyNotShown(answer), tuple(one.atom for one in answer.atoms) or topic.atoms)

    def _flips(self) -> Answered:
        topics = self._topics(Wanted.ANY)
        unclear = self._unclear(topics)
        topic = topics.clear
        if topic is None:
            return unclear or Answered(hinges(self.evaluation, topics.whom or self.request.whom))
        names = self.rulebook.facts[topic.fact].key_names
        return Answered(flipped(self.evaluation, topic.asked(names), topic.whom), topic.atoms)

    # -- what is shown

    def _advice(self) -> Answered:
        whom = self.request.whom
        advice = advice_of(self.evaluation, whom, findings=False) if whom else self.advice
        silence = None if advice.recommendations else silence_report(self.evaluation, whom)
        atoms = (one.atom for whole in advice.recommendations for one in whole.instances)
        return Answered(AdviceShown(advice, silence), tuple(atoms))

    def _results(self) -> Answered:
        whom = self.request.whom
        advice = advice_of(self.evaluation, whom, findings=False) if whom else self.advice
        shown = tuple(one for one in advice.results if one.kind in _SHOWN and not one.is_told)
        about = tuple(map(self.words.title, whom))
        return Answered(ResultsShown(about, shown), tuple(one.atom for whole in shown for one in whole.instances))

    def _rules(self) -> Answered:
        rule = self.request.argument if self.request.argument in self.rulebook.rules else ""
        names = set(self.request.names)
        audit = audited(self.evaluation, rule)
        kept = tuple(e for e in audit.entries if not names or not names.isdisjoint(v for _, v in e.bindings))
        return Answered(RulesShown(kept, rule, self.titles))

    def _compared(self) -> Answered:
        names = self.request.names
        if len(names) < _PAIR:
            return Answered(Nothing("name two to compare", ("compare",)))
        return Answered(compared(self.advised, self.words, *names[:2]))

    def _explained(self) -> Answered:
        found = explained(self.evaluation, self.grammar, self.request.argument or self.request.about)
        return Answered(found if found is not None else Nothing("I do not know that word", ("explain", "help")))

    def _is_so(self) -> Answered:
        facts, asked = Facts(self.advised), self.request.fact
        if asked is not None:
            found = facts.answer(asked)
            if found is not None:
                return Answered(*found)
        topics = self._topics(Wanted.ANY)
        topic = next(iter(topics.candidates), None)
        if topic is None:
            return Answered(Nothing("I do not know what that asks", ("facts", "explain")))
        return Answered(*facts.topic(topic))


_PAIR = 2
