"""How facts stand: what was told, of whom, whose word it is; and whether something that is asked is so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.firing_wording import FiringWording
from dragoman.conversation.shown import Fact, FactAnswer, FactsShown, Standing
from dragoman.conversation.telling import said_of
from dragoman.conversation.topics import Topic
from dragoman.errors import Place
from dragoman.exact.difference import Advised
from dragoman.language.forms import ReadFact
from dragoman.rulebook.forms import Atom, Blank, FactType, Origin
from dragoman.rulebook.words import fill
from dragoman.situation.answers import is_disputed, stated
from dragoman.situation.evidence import Known
from dragoman.situation.forms import CATALOGUE_LAYER, CHAT_LAYER, Said, Statement
from dragoman.situation.spread import statements_of
from dragoman.values.kind import Stated

Found = tuple[FactAnswer, tuple[Atom, ...]]
_MANY = 40


class Facts:
    """The facts of what is said now."""

    def __init__(self, advised: Advised) -> None:
        self.advised, self.evaluation = advised, advised.evaluation
        self.rulebook = self.evaluation.rulebook
        self.words = FiringWording(self.evaluation)
        self.voices = self.words.voices

    # -- all of them

    def shown(self, names: Sequence[str]) -> FactsShown:
        """What was told, with `names` of them alone; what was said in the session first, the latest of it first."""
        facts = [self.fact(known) for known in self._told(frozenset(names))]
        advice = self.advised.advice
        return FactsShown(
            tuple(map(self.voices.title, names)),
            tuple({one.sentence: one for one in facts}.values()),
            () if names else tuple(one.sentence for one in advice.assumptions if not one.follows_anyway),
            0 if names else len(advice.conflicts),
        )

    def _told(self, names: frozenset[str]) -> Iterator[Known]:
        found = [
            one for one in self.evaluation.evidence.told.values() if not names or not names.isdisjoint(one.atom.key)
        ]
        newest = sorted((one for one in found if _statements(one)), key=_newest, reverse=True)
        yield from newest

    def fact(self, known: Known) -> Fact:
        """One of them."""
        fact = self.rulebook.facts[known.atom.fact]
        statements = known.firm or known.doubtful or tuple(s for s, _ in known.lost)
        whole = next((s.said for s in statements if len(statements_of(self.rulebook, s.said)) > 1), None)
        sentence = self.voices.known(known) if known.firm else self.voices.says(statements[0])
        if whole is not None and len(known.firm) == 1:
            sentence = self.voices.whole(whole)
        return Fact(sentence, self._standing(fact, known), tuple(self.voices.of(s) for s in statements))

    def _standing(self, fact: FactType, known: Known) -> Standing:
        if not known.firm:
            return Standing.DOUBTFUL if known.doubtful else Standing.LOST
        if is_disputed(fact, known):
            return Standing.DISPUTED
        return Standing.TOLD if fact.value is not None or known.for_it else Standing.DENIED

    # -- whether one is so

    def answer(self, asked: ReadFact) -> Found | None:
        """Whether a fact that could be told is so; None if it names too little."""
        said = said_of(self.rulebook, ReadFact(asked.fact, asked.slots), Place("chat line"))
        if said is None:
            return None
        fact = self.rulebook.facts[said.fact]
        atoms = tuple(statement.atom for statement in statements_of(self.rulebook, said))[:_MANY]
        sentence = self.voices.whole(said)
        standings = {atom: self._of(fact, atom, said) for atom in atoms}
        if len(set(standings.values())) == 1:
            return self._answer(fact, atoms[0], sentence, standings[atoms[0]]), atoms
        so = [atom for atom, standing in standings.items() if standing in _SO]
        standing = Standing.CONCLUDED if so else Standing.UNKNOWN
        return FactAnswer(sentence, standing, "", "", (), "", tuple(self.voices.together(so))), tuple(so) or atoms

    def topic(self, topic: Topic) -> Found:
        """Whether what a line speaks of is so."""
        fact = self.rulebook.facts[topic.fact]
        is_open = any(isinstance(t, Blank) and not s.optional for s, t in zip(fact.keys, topic.terms, strict=True))
        if is_open and topic.atoms:
            follows = tuple(self._sentences(topic.atoms))
            first = topic.atoms[0]
            standing = self._of(fact, first, None)
            one = self._answer(fact, first, topic.sentence, standing)
            return FactAnswer(topic.sentence, standing, "", "", one.voices, one.because, follows), topic.atoms
        if is_open:
            standing = Standing.UNKNOWN if fact.origin is Origin.TOLD else Standing.NOT_CONCLUDED
            return FactAnswer(topic.sentence, standing, "", "", (), "", ()), ()
        atom = Atom(fact.name, fact.canonical(tuple(t if isinstance(t, str) else None for t in topic.terms)))
        atom = topic.atoms[0] if topic.atoms else atom
        return self._answer(fact, atom, topic.sentence, self._of(fact, atom, None)), (atom,)

    def _sentences(self, atoms: Iterable[Atom]) -> Iterator[str]:
        valued = [atom for atom in atoms if self.rulebook.facts[atom.fact].value is not None]
        for atom in valued:
            yield self.voices.atom(atom, self.evaluation.evidence.of(atom))
        yield from self.voices.together(atom for atom in atoms if atom not in set(valued))

    def _of(self, fact: FactType, atom: Atom, said: Said | None) -> Standing:
        known = self.evaluation.evidence.of(atom)
        if known is not None and (known.firm or known.doubtful):
            if fact.value is not None and known.firm and not is_disputed(fact, known):
                return self._of_value(fact, known, said)
            told = self._standing(fact, known)
            follows = atom in self.evaluation.model.true
            return (
                Standing.BOTH
                if told is Standing.TOLD and self.words.support.giving(atom)
                else (Standing.CONCLUDED if follows and told is Standing.DOUBTFUL else told)
            )
        if atom in self.evaluation.model.true:
            return Standing.CONCLUDED
        return Standing.UNKNOWN if fact.origin is not Origin.DERIVED else Standing.NOT_CONCLUDED

    def _of_value(self, fact: FactType, known: Known, said: Said | None) -> Standing:
        if said is None or said.value is None or fact.value is None:
            return Standing.TOLD
        asked = Stated(said.holds, said.value)
        return Standing.OTHER_VALUE if fact.value.kind.is_disputed((*stated(known), asked)) else Standing.TOLD

    def _answer(self, fact: FactType, atom: Atom, sentence: str, standing: Standing) -> FactAnswer:
        known, giving = self.evaluation.evidence.of(atom), self.words.support.giving(atom)
        statements = _statements(known) if known is not None else ()
        says = self.voices.known(known) if known is not None and known.firm and standing in _SAID_OTHERWISE else ""
        is_open = standing in (Standing.UNKNOWN, Standing.DOUBTFUL, Standing.LOST) and fact.origin is not Origin.DERIVED
        question = fill(fact.question, self.voices.wording.slots(fact, atom.key)) if is_open and fact.question else ""
        voices = tuple(self.voices.of(s) for s in statements)
        return FactAnswer(
            sentence, standing, says, question, voices, self.words.because(giving[0]) if giving else "", ()
        )


_SO = frozenset({Standing.TOLD, Standing.CONCLUDED, Standing.BOTH})
_SAID_OTHERWISE = frozenset({Standing.OTHER_VALUE, Standing.TOLD, Standing.DENIED})


def _statements(known: Known) -> tuple[Statement, ...]:
    """What was said of an atom and counts most; nothing of the catalogue."""
    statements = known.firm or known.doubtful or tuple(statement for statement, _ in known.lost)
    return tuple(s for s in statements if s.said.layer != CATALOGUE_LAYER)


def _newest(known: Known) -> tuple[int, int]:
    latest = max(_statements(known), key=lambda s: (s.said.layer, _line(s)))
    return latest.said.layer, _line(latest)


def _line(statement: Statement) -> int:
    """The line of the session that said it."""
    digits = statement.said.place.source.removeprefix("chat line ")
    return int(digits) if statement.said.layer == CHAT_LAYER and digits.isdigit() else 0
