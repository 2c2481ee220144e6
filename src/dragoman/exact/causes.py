"""What is given otherwise in one of two evaluations: facts and thresholds; rules and names where the rulebooks differ.

A cause is what one statement says, of however many atoms: what was said of a group is one. A fact that has another
source, date or note, and counts as it did, is none.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.forms import Concluded
from dragoman.advice.statement_wording import StatementWording, wording_of
from dragoman.exact.difference_forms import Cause, CauseKind, Turn
from dragoman.exact.rulebook_causes import rulebook_causes
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.answers import is_disputed, stated
from dragoman.situation.evidence import Known, sort_key
from dragoman.situation.forms import Said, Statement
from dragoman.situation.spread import statements_of

Told = Mapping[Atom, Known]


class Causes:
    """All causes, and where each is to be looked up."""

    def __init__(self, before: Evaluation, after: Evaluation) -> None:
        facts = list(_facts(before, after))
        thresholds = list(_thresholds(before.rulebook, after.rulebook))
        rulebook = list(rulebook_causes(before.rulebook, after.rulebook))
        self.all: tuple[Cause, ...] = (*facts, *thresholds, *rulebook)
        self._numbers = {(cause.kind, cause.name): n for n, cause in enumerate(self.all) if not cause.facts}
        self._atoms = {told.atom: n for n, cause in enumerate(facts) for told in cause.facts}
        self.are_in_rulebook = bool(rulebook)
        """Whether a rule or a name is another, so that the two cannot be mixed."""

    @property
    def whole(self) -> tuple[int, ...]:
        """The numbers of all."""
        return tuple(range(len(self.all)))

    def of_atom(self, atom: Atom) -> int | None:
        """What is told of it otherwise."""
        return self._atoms.get(atom)

    def of_name(self, kind: CauseKind, name: str) -> int | None:
        """The threshold, rule or name that is another."""
        return self._numbers.get((kind, name))


# -- facts


def _facts(before: Evaluation, after: Evaluation) -> Iterator[Cause]:
    old, new = before.evidence.told, after.evidence.told
    groups: dict[tuple[str, frozenset[Said], frozenset[Said]], list[Atom]] = {}
    for atom in _changed(old, new):
        groups.setdefault((atom.fact, _said(old.get(atom)), _said(new.get(atom))), []).append(atom)
    sides = _Side(before), _Side(after)
    for atoms in groups.values():
        turns: dict[Turn, list[Atom]] = {}
        for atom in atoms:
            was, is_now = (side.disputes(atom) for side in sides)
            turn = Turn.DISPUTED if is_now and not was else _turn(old.get(atom), new.get(atom))
            is_settled = was and not is_now and turn is not Turn.WITHDRAWN
            turns.setdefault(Turn.SETTLED if is_settled else turn, []).append(atom)
        yield from (_fact(*sides, turn, some) for turn, some in turns.items())


def _changed(old: Told, new: Told) -> list[Atom]:
    """The atoms of which something else counts, in canonical order."""
    found = [atom for atom, known in new.items() if _is_other(old.get(atom), known)]
    found += [atom for atom, known in old.items() if atom not in new and _is_other(known, None)]
    return sorted(found, key=sort_key)


def _is_other(old: Known | None, new: Known | None) -> bool:
    if old is new or (old and new and (old.firm, old.doubtful) == (new.firm, new.doubtful)):
        return False
    return _counting(old) != _counting(new)


def _counting(known: Known | None) -> tuple[frozenset[object], ...]:
    """All that engines, likelihoods and doubts see of what was said."""
    sides = (known.firm, known.doubtful) if known else ((), ())
    return tuple(frozenset((s.said.holds, s.said.value, s.said.likelihood) for s in side) for side in sides)


def _said(known: Known | None) -> frozenset[Said]:
    return frozenset(s.said for s in _in_force(known))


def _in_force(known: Known | None) -> tuple[Statement, ...]:
    return (*known.firm, *known.doubtful) if known else ()


def _turn(old: Known | None, new: Known | None) -> Turn:
    """What became of one atom, of which something else counts, and which is as disputed as it was."""
    if not _in_force(old) or not _in_force(new):
        return Turn.WITHDRAWN if _in_force(old) else Turn.TOLD
    one, two = ({(s.said.holds, s.said.value) for s in _in_force(known)} for known in (old, new))
    if one == two:
        return Turn.LIKELIHOOD
    return Turn.CONTRARY if all(value is None for _, value in one | two) else Turn.VALUE


class _Side:
    """What is told in one of the two, in words."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.told = evaluation.evidence.told
        self.rulebook = evaluation.rulebook
        self.voices: StatementWording = wording_of(evaluation.rulebook)

    def disputes(self, atom: Atom) -> bool:
        known = self.told.get(atom)
        return known is not None and is_disputed(self.rulebook.facts[atom.fact], known)

    def sentence(self, atoms: Sequence[Atom]) -> str:
        """What is told of these, as shortly as it goes."""
        said = {s.said: None for atom in atoms for s in _in_force(self.told.get(atom))}
        if len(said) == 1:
            [one] = said
            if len(atoms) == len(statements_of(self.rulebook, one)):
                return f"{self.voices.whole(one)}{_hedge(one.told_as)}"
        if self.rulebook.facts[atoms[0].fact].value is None:
            holds = any(one.holds for one in said)
            return "; ".join(self.voices.together(atoms, denied=not holds))
        return "; ".join(dict.fromkeys(self.known(self.told[atom]) for atom in atoms))

    def known(self, known: Known) -> str:
        """What is known of one atom, or what was said too doubtfully to be."""
        if known.firm:
            return f"{self.voices.known(known)}{_hedge(self.level(known))}"
        return "; ".join(f"{self.voices.says(s)}{_hedge(s.said.told_as)}" for s in known.doubtful)

    def level(self, known: Known) -> str:
        """How likely it was said to be; empty where nobody hedged."""
        best = max(s.said.likelihood for s in _in_force(known))
        return "" if best is Likelihood.UNHEDGED else best.word

    def standing(self, atom: Atom) -> str:
        """How it is told, in a word or two; empty where it is not."""
        known = self.told.get(atom)
        if known is None or not _in_force(known):
            return ""
        if self.disputes(atom):
            return "disputed"
        return ", ".join(filter(None, (self._value(known), self.level(known))))

    def _value(self, known: Known) -> str:
        value = self.rulebook.facts[known.atom.fact].value
        firm = known.firm or known.doubtful
        if value is None:
            return "so" if firm[0].said.holds else "not so"
        words, affirms = value.kind.known(stated(dataclasses.replace(known, firm=firm)))
        return words if affirms else f"not {words}"


def _hedge(words: str) -> str:
    return f" ({words})" if words else ""


def _fact(before: _Side, after: _Side, turn: Turn, atoms: Sequence[Atom]) -> Cause:
    side = before if turn is Turn.WITHDRAWN else after
    disputed = turn is Turn.DISPUTED
    sentence = "; ".join(dict.fromkeys(map(side.voices.question, atoms))) if disputed else side.sentence(atoms)
    return Cause(
        CauseKind.FACT,
        turn,
        atoms[0].fact,
        sentence,
        _one(before.standing(atom) for atom in atoms),
        _one(after.standing(atom) for atom in atoms),
        tuple(Concluded(atom, side.voices.slots(atom)) for atom in atoms),
    )


def _one(standings: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(standings))


# -- thresholds


def _thresholds(before: Rulebook, after: Rulebook) -> Iterator[Cause]:
    old, new = before.parameters, after.parameters
    for name in dict.fromkeys((*old, *new)):
        was, now = (f"{at[name].value} {at[name].unit}" if name in at else "" for at in (old, new))
        if was != now:
            turn = Turn.SET if was and now else Turn.CAME if now else Turn.WENT
            yield Cause(CauseKind.THRESHOLD, turn, name, name.replace("_", " "), was, now)
