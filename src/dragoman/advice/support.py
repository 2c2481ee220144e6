"""What stands behind a conclusion: its derivations in their order, and the best one down to what was told.

The order of reasons, as the advice shows them:

1. the report's reasons before those that go beyond it;
2. by the rank that the rulebook gives, those without one last;
3. the one with the most told facts in its proof, then the one whose told facts are likelier;
4. the one that assumes less;
5. by the place of the rule in its file; of one rule, in canonical order.

The best proof starts with the likeliest of them, since the grounds of a conclusion are as firm as its firmest reason;
among those that are as likely it is the first in that order. Since a derivation is as likely as its weakest part, the best derivation of every premise makes the best proof of the
whole. How a rule's id is spelled orders nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dragoman.advice.evaluate import Evaluation
from dragoman.engines.absence import Absences
from dragoman.engines.likelihoods import Premises, by_fact, of_premise
from dragoman.engines.model import Firing, Status
from dragoman.errors import Place
from dragoman.form import form
from dragoman.program.forms import Literal, ProgramRule
from dragoman.rulebook.forms import Atom, Mode
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.evidence import Known
from dragoman.situation.forms import Statement
from dragoman.values.kind import Truth


@form
class Assumed:
    """An `unless` that holds because nobody said, or no rule concluded, the contrary."""

    literal: Literal
    bindings: tuple[tuple[str, str], ...]
    doubtful: tuple[Statement, ...]
    """What was said to the contrary, but not firmly enough to count."""
    follows_anyway: bool
    """Whether what is presumed is concluded by others, so that nobody need presume it."""


@form
class Link:
    """One part of a proof that can be weak: a told fact, or a rule."""

    likelihood: Likelihood
    atom: Atom | None
    """The told fact."""
    rule: str
    """The rule, where it is one."""
    grade: str
    """Of the best source of a told fact that could be judged, or empty: the best counts, as it does for likelihoods."""


class _Told(NamedTuple):
    """What was told in a proof."""

    atoms: int
    """A bit for each told atom; the catalogue was told by nobody."""
    weakest: Likelihood
    """Of the told atom that is least likely."""


class Order(NamedTuple):
    """Where a reason stands among others; compared from the first field on."""

    beyond_report: bool
    has_no_rank: bool
    """Those without a rank stand last."""
    rank: int
    told: int
    """How many facts were told in its proof, as a negative number."""
    weakest_told: int
    """How likely the least likely of them is, as a negative number."""
    assumed: int
    """How many conditions it takes for absent or presumes."""
    place: Place


class Support:
    """The derivations of one evaluation, best first.

    Proofs share their parts, so what was found out about an atom or a firing is kept. Firings are kept by identity:
    the model holds each once, and hashing one costs more than what is looked up.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.absences = Absences(evaluation.evidence, by_fact(evaluation.model.true))
        self._rules = {rule.id: rule for rule in evaluation.program.rules}
        self._likelihoods = {id(firing): level for firing, level in evaluation.likelihoods.of_firing.items()}
        self._told_absences = {id(firing): told for firing, told in evaluation.likelihoods.absences.items()}
        self._assumed: dict[int, tuple[Assumed, ...]] = {}
        self._proofs: dict[Atom, tuple[Firing, ...]] = {}
        self._told: dict[Atom, _Told] = {}
        self._orders: dict[int, Order] = {}
        self._bits: dict[Atom, int] = {}
        self._weakest_in: dict[int, tuple[Link, ...]] = {}

    # -- the order of reasons

    @cached_property
    def by_conclusion(self) -> dict[Atom, tuple[Firing, ...]]:
        """The firings of each conclusion, best first, whatever their status."""
        found: dict[Atom, list[Firing]] = {}
        for firing in self.evaluation.model.firings:
            found.setdefault(firing.conclusion, []).append(firing)
        for firings in self._from_below(found):
            told = {id(firing): self._told_below(firing) for firing in firings}
            if len(firings) > 1:
                self._orders.update({id(firing): self._order(firing, told[id(firing)]) for firing in firings})
                firings.sort(key=lambda firing: (-self.likelihood(firing), self._orders[id(firing)]))
            best = next((firing for firing in firings if firing.status is Status.GIVES), None)
            if best is not None:
                self._told[best.conclusion] = told[id(best)]
        return {atom: tuple(firings) for atom, firings in found.items()}

    def _from_below(self, found: Mapping[Atom, list[Firing]]) -> list[list[Firing]]:
        """The firings of each conclusion, those of the premises of others before them."""
        levels = self.evaluation.rulebook.levels
        return sorted(found.values(), key=lambda firings: levels[firings[0].conclusion.fact])

    @cached_property
    def _giving(self) -> dict[Atom, tuple[Firing, ...]]:
        given = {
            atom: tuple(firing for firing in firings if firing.status is Status.GIVES)
            for atom, firings in self.by_conclusion.items()
        }
        return {atom: firings for atom, firings in given.items() if firings}

    def order(self, firing: Firing) -> Order:
        """Where it stands among the reasons for its conclusion, and among those for others: the lower the better."""
        found = self._orders.get(id(firing))
        if found is None:  # the only one for its conclusion, which was not put in order
            found = self._orders[id(firing)] = self._order(firing, self._told_below(firing))
        return found

    def _order(self, firing: Firing, told: _Told) -> Order:
        rule = self.evaluation.rulebook.rules[firing.rule]
        return Order(
            rule.beyond_report,
            not rule.rank,  # those without a rank stand last
            rule.rank,
            -told.atoms.bit_count(),
            -told.weakest,
            len(rule.unless) - len(self.told_absences(firing)),  # so many it assumes
            rule.place,
        )

    def _told_below(self, firing: Firing) -> _Told:
        """What was told in the best proof that starts with this firing."""
        atoms, weakest, told = 0, Likelihood.UNHEDGED, self._told
        absences = self.told_absences(firing)
        for premise in (*firing.premises, *(atom for _, atom, _ in absences)) if absences else firing.premises:
            found = told.get(premise)
            if found is None:
                found = told[premise] = self._as_told(premise)
            atoms |= found.atoms
            if found.weakest < weakest:
                weakest = found.weakest
        return _Told(atoms, weakest)

    def _as_told(self, atom: Atom) -> _Told:
        """An atom that no rule gives."""
        known = self.known(atom)
        if known is None or self.evaluation.rulebook.facts[atom.fact].catalogue:
            return _Told(0, Likelihood.UNHEDGED)
        if known.reckoned_from:
            halves = [self._as_told(half) for half in known.reckoned_from]
            return _Told(halves[0].atoms | halves[1].atoms, min(half.weakest for half in halves))
        weakest = max((s.said.likelihood for s in known.firm), default=Likelihood.UNHEDGED)
        return _Told(1 << self._bits.setdefault(atom, len(self._bits)), weakest)

    # -- one firing

    def rule(self, firing: Firing) -> ProgramRule:
        """The rule that fired."""
        return self._rules[firing.rule]

    def likelihood(self, firing: Firing) -> Likelihood:
        """How likely the conclusion is by this firing alone."""
        return self._likelihoods[id(firing)]

    def giving(self, atom: Atom) -> tuple[Firing, ...]:
        """The firings that give `atom`, best first; empty for what was told."""
        return self._giving.get(atom, ())

    def reasons(self, atom: Atom) -> Sequence[Firing]:
        """The firings that give `atom` in the order in which they are shown; empty for what was told."""
        giving = self.giving(atom)
        return giving if len(giving) < 2 else sorted(giving, key=self.order)

    def best_order(self, atoms: Iterable[Atom]) -> Order | None:
        """Of all reasons for any of these; None if there is none."""
        return min((self.order(firing) for atom in atoms for firing in self.giving(atom)), default=None)

    def known(self, atom: Atom) -> Known | None:
        """What was told of `atom`."""
        return self.evaluation.evidence.of(atom)

    def premises(self, firing: Firing) -> Premises:
        """The premises of a firing with how likely each is: those of `when`, then the told absences."""
        when = zip(self.rule(firing).when, firing.premises, strict=True)
        likely = ((literal, atom, self._likelihood(literal, atom)) for literal, atom in when)
        return (*likely, *self.told_absences(firing))

    def told_absences(self, firing: Firing) -> Premises:
        """The conditions of `unless` that were told to be absent: premises, no assumptions."""
        return self._told_absences.get(id(firing), ())

    def _likelihood(self, literal: Literal, atom: Atom) -> Likelihood:
        return of_premise(literal, atom, self.evaluation.evidence, self.evaluation.likelihoods.of_atom)

    def assumed(self, firing: Firing) -> tuple[Assumed, ...]:
        """What the firing takes as absent without being told."""
        rule = self.rule(firing)
        if rule.unless and id(firing) not in self._assumed:
            self._assumed[id(firing)] = self._assumed_by(rule, firing)
        return self._assumed[id(firing)] if rule.unless else ()

    def _assumed_by(self, rule: ProgramRule, firing: Firing) -> tuple[Assumed, ...]:
        told = {id(literal) for literal, _, _ in self.told_absences(firing)}
        return tuple(
            Assumed(
                literal,
                firing.bindings,
                self._doubtful(literal, dict(firing.bindings)),
                self._follows_anyway(literal, dict(firing.bindings)),
            )
            for literal in rule.unless
            if id(literal) not in told
        )

    def _follows_anyway(self, literal: Literal, binding: dict[str, str]) -> bool:
        """Whether what a rule presumes is concluded by others."""
        if literal.mode is not Mode.NOT_DENIED or literal.fact.value is not None:
            return False
        atom = literal.atom(binding)
        return atom is not None and atom in self.absences.true.get(atom.fact, ())

    def _doubtful(self, literal: Literal, binding: dict[str, str]) -> tuple[Statement, ...]:
        wanted = literal.mode is not Mode.NOT_DENIED
        found: list[Statement] = []
        for atom, answer in self.absences.told(literal, binding):
            known = self.known(atom)
            if known and answer.truth is Truth.UNKNOWN:
                found.extend(s for s in known.doubtful if s.said.holds is wanted)
        return tuple(found)

    # -- proofs

    def best_proof(self, atom: Atom) -> tuple[Firing, ...]:
        """The firings of the best proof of `atom`, conclusions before premises, each once."""
        if atom not in self._proofs:
            self._proofs[atom] = tuple(self._best_proof(atom))
        return self._proofs[atom]

    def _best_proof(self, atom: Atom) -> Iterator[Firing]:
        given = self._giving
        waiting, seen = [atom], {atom}
        while waiting:
            giving = given.get(waiting.pop())
            if giving is None:
                continue
            yield giving[0]
            for premise in giving[0].premises:  # what is true by a rule is a premise of no other kind than `holds`
                if premise in given and premise not in seen:
                    seen.add(premise)
                    waiting.append(premise)

    def weakest(self, atom: Atom) -> Link | None:
        """The weakest part of the best proof: the least likely, then the worst source; None if all is plain."""
        if not self.giving(atom):
            return self._told_link(atom, self.evaluation.likelihoods.of_atom[atom])
        return _weakest(link for firing in self.best_proof(atom) for link in self._weakest_of(firing))

    def _weakest_of(self, firing: Firing) -> tuple[Link, ...]:
        """The weakest part of one step, or nothing."""
        found = self._weakest_in.get(id(firing))
        if found is None:
            link = _weakest(self._links_in(firing))
            found = self._weakest_in[id(firing)] = (link,) if link is not None else ()
        return found

    def _links_in(self, firing: Firing) -> Iterator[Link]:
        """The parts that are not plain: hedged, or from a source with a grade."""
        rule, given = self.rule(firing), self._giving
        if rule.strength is not Likelihood.UNHEDGED:
            yield Link(rule.strength, None, firing.rule, "")
        for literal, premise in zip(rule.when, firing.premises, strict=True):
            if premise not in given:  # else it is a conclusion, with links of its own
                yield from self._told_links(premise, self._likelihood(literal, premise))
        for _, premise, likelihood in self.told_absences(firing):
            yield from self._told_links(premise, likelihood)

    def _told_links(self, atom: Atom, likelihood: Likelihood) -> Iterator[Link]:
        """That of a told fact; of a share that was reckoned, those of its halves."""
        known = self.known(atom)
        for told in known.reckoned_from if known else ():
            yield from self._told_links(told, self._as_told(told).weakest)
        link = self._told_link(atom, likelihood) if known is None or not known.reckoned_from else None
        if link is not None:
            yield link

    def _told_link(self, atom: Atom, likelihood: Likelihood) -> Link | None:
        grade = self._grade(atom)
        return Link(likelihood, atom, "", grade) if grade or likelihood is not Likelihood.UNHEDGED else None

    def _grade(self, atom: Atom) -> str:
        known = self.known(atom)
        grades = [s.said.source.grade for s in known.firm if s.said.source is not None] if known else None
        return min(filter(_judged, grades), default="") if grades else ""


def _weakest(links: Iterable[Link]) -> Link | None:
    """Of several the weakest, the first where they are as weak as each other."""
    found: Link | None = None
    for link in links:
        if found is None or _is_weaker(link, found):
            found = link
    return found


def _is_weaker(one: Link, other: Link) -> bool:
    """Whether it is less likely, or as likely and from a worse source; no grade is no worse than any."""
    return one.likelihood < other.likelihood or (one.likelihood == other.likelihood and one.grade > other.grade)


def _judged(grade: str) -> bool:
    """Whether the source could be judged: F and 6 say that it cannot, which is no rank."""
    return bool(grade) and grade[0] != "F" and grade[1] != "6"
