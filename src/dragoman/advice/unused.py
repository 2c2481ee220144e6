"""What was told and not used, and why: nothing that an analyst says is passed over in silence."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Telling, Unused, WhyUnused
from dragoman.advice.readers import Readers
from dragoman.advice.scope import Scope
from dragoman.rulebook.forms import Atom
from dragoman.situation.answers import is_disputed, stated
from dragoman.situation.evidence import Known, Loss
from dragoman.situation.forms import Statement
from dragoman.situation.shares import Reckoning

_LOST = {
    Loss.FUTURE: WhyUnused.LATER,
    Loss.OVERRIDDEN: WhyUnused.OVERRIDDEN,
    Loss.LESS_PRECISE: WhyUnused.LESS_PRECISE,
    Loss.OLDER: WhyUnused.OLDER,
    Loss.EXPIRED: WhyUnused.EXPIRED,
}
_REPLACED = frozenset({Loss.OVERRIDDEN, Loss.LESS_PRECISE, Loss.OLDER})
_NEARNESS = {why: number for number, why in enumerate(WhyUnused)}


def telling(words: FiringWording, scope: Scope) -> Telling:
    """What was told in the scope, and what of it is not used."""
    use = _Use(words)
    facts: dict[tuple[object, str], list[Statement]] = {}
    for statement in words.evaluation.situation.statements:
        if scope.holds(statement.atom):
            facts.setdefault((statement.said.place, statement.said.fact), []).append(statement)
    own, unused, inherited = 0, list[Unused](), Counter[WhyUnused]()
    for statements in facts.values():
        is_own = not statements[0].said.origin
        own += is_own
        nearest = use.nearest(statements)
        if nearest is None:
            continue
        statement, why = nearest
        if is_own:
            voice = words.voices.of(statement)
            is_whole = statement.said.terms == statement.atom.key
            says = voice.says if is_whole else words.voices.whole(statement.said)
            context = words.rulebook.facts[statement.said.fact].context if why is WhyUnused.CONTEXT else ""
            unused.append(Unused(says, why, voice, context))
        else:
            inherited[why] += 1
    return Telling(
        own=own,
        unused=tuple(sorted(unused, key=lambda one: (_NEARNESS[one.why], one.sentence, one.voice.place))),
        inherited=len(facts) - own,
        unused_inherited={why: inherited[why] for why in WhyUnused if why in inherited},
    )


class _Use:
    """Whether and why not each statement of an evaluation is used."""

    def __init__(self, words: FiringWording) -> None:
        self.evaluation = words.evaluation
        self.readers = Readers(words.evaluation, words.support)
        self._out: dict[Atom, dict[Statement, WhyUnused]] = {}  # by value: a file may have been named twice
        self._why: dict[Atom, WhyUnused | None] = {}
        evidence = words.evaluation.evidence
        used = self.readers.used()
        halves = {half for atom in used if atom in evidence.known for half in evidence.known[atom].reckoned_from}
        self._used_atoms = used | halves
        self._shares: dict[Atom, list[Reckoning]] = {}
        for made in evidence.reckonings.values():
            for half in (made.part, made.whole):
                self._shares.setdefault(half, []).append(made)
        shares = (fact.share_of for fact in self.evaluation.rulebook.facts.values() if fact.share_of)
        self._halves = {name for share in shares for name in (share.part, share.whole)}
        in_force = (evidence.known[atom].firm for atom in self._used_atoms if atom in evidence.known)
        self._used = {id(statement) for firm in in_force for statement in firm}

    def nearest(self, statements: Iterable[Statement]) -> tuple[Statement, WhyUnused] | None:
        """Of what was said in one place, what came nearest to being used, and why it is not; None if any is used."""
        found: list[tuple[Statement, WhyUnused]] = []
        for statement in statements:
            if id(statement) in self._used:
                return None
        for statement in statements:
            why = self._why_not(statement)
            if why is None:
                return None
            found.append((statement, why))
        return max(found, key=lambda one: _NEARNESS[one[1]], default=None)

    def _why_not(self, statement: Statement) -> WhyUnused | None:
        atom = statement.atom
        if atom not in self._why:
            known = self.evaluation.evidence.known[atom]
            self._out[atom] = {lost: _LOST[loss] for lost, loss in known.lost}
            self._out[atom] |= dict.fromkeys(known.doubtful, WhyUnused.DOUBTFUL)
            self._why[atom] = self._why_idle(known) if known.firm else None
        out = self._out[atom]
        return out[statement] if statement in out else self._why[atom]

    def _why_idle(self, known: Known) -> WhyUnused | None:
        """Why what is in force, and what no rule fired on, moves nothing; None if it does."""
        rulebook = self.evaluation.rulebook
        is_shown = rulebook.facts[known.atom.fact].shown_as is not None and known.atom in self.evaluation.model.true
        if is_shown or known.atom in self._used_atoms or is_disputed(rulebook.facts[known.atom.fact], known):
            return None  # what is disputed is listed with what hangs on it
        return self._why_no_half(known, self._why_alone(known))

    def _why_alone(self, known: Known) -> WhyUnused | None:
        """The same, of conditions that look at it itself."""
        rulebook, readers = self.evaluation.rulebook, self.readers
        if readers.looks(known.atom.fact).is_nobody:
            return WhyUnused.CONTEXT if rulebook.facts[known.atom.fact].context else WhyUnused.READ_BY_NO_RULE
        if readers.moves_something(known) or self._replaces(known):
            return None
        value = rulebook.facts[known.atom.fact].value
        if value is not None and not value.kind.is_comparable(stated(known)):
            return WhyUnused.INCOMPARABLE
        return WhyUnused.NOTHING_FIRED if readers.meets_a_condition(known) else WhyUnused.MEETS_NO_CONDITION

    def _why_no_half(self, known: Known, alone: WhyUnused | None) -> WhyUnused | None:
        """The same, of the part or the whole of a share, where that comes nearer; `alone` is why it is not used itself."""
        if alone is None or known.atom.fact not in self._halves:
            return alone
        made = self._shares.get(known.atom, ())
        reasons = [self._why_no_share(one) for one in made] or [WhyUnused.HALF_OF_A_SHARE]
        found = [why for why in (alone, *reasons) if why is not None]
        return max(found, key=_NEARNESS.__getitem__) if len(found) > len(reasons) else None

    def _why_no_share(self, made: Reckoning) -> WhyUnused | None:
        """Why a share of it moves nothing; None if it does."""
        if made.obstacle is not None:
            return WhyUnused(made.obstacle.value)
        share = self.evaluation.evidence.known[made.share]
        return self._why_idle(share) if share.reckoned_from else WhyUnused.SHARE_TOLD

    def _replaces(self, known: Known) -> bool:
        """Whether it took the place of another statement, on which a rule might have fired."""
        said = {(statement.said.holds, statement.said.value) for statement in known.firm}
        replaced = tuple(
            statement
            for statement, why in known.lost
            if why in _REPLACED and (statement.said.holds, statement.said.value) not in said
        )
        firm = tuple(statement for statement in replaced if statement.said.likelihood.is_firm)
        return bool(firm) and self.readers.meets_a_condition(dataclasses.replace(known, firm=firm))
