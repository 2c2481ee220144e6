"""What to ask about a square: the told facts that a sign still lacks, and what the square would be if they were so.

A sign lacks one fact if all its other conditions hold and none of `unless` is in the way. Facts that were told already
(so, or not so) are not asked for; what is disputed is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.advice.forms import SlotValue
from dragoman.advice.statement_wording import wording_of
from dragoman.board.decide import Decided, Weighed, decide
from dragoman.board.forms import Open, Standing
from dragoman.board.naming import name_of
from dragoman.board.signs import Signs, who_of
from dragoman.program.forms import Binding, Literal
from dragoman.rulebook.board_forms import Column, Plan, Sign
from dragoman.rulebook.forms import Blank, Origin, Term, Variable
from dragoman.rulebook.words import capital, fill
from dragoman.situation.answers import answer
from dragoman.values.kind import Truth

_ASKED = (Truth.UNKNOWN, Truth.DISPUTED)


class Asker:
    """Asks about the squares of one evaluation."""

    def __init__(self, plan: Plan, signs: Signs) -> None:
        self.plan, self.signs = plan, signs
        self.rulebook = signs.evaluation.rulebook
        self.words = wording_of(self.rulebook)

    def asks(self, column: Column, row: str, weighed: Sequence[Weighed], now: Decided) -> tuple[Open, ...]:
        """The questions of which one answer changes who leads; of a square that is not known at least one question.

        What is no matter of the row (who leads a body that it is in) is asked only where nothing else opens the square.
        """
        is_closed = now.standing is Standing.NOT_KNOWN
        found = self._changing(column, row, weighed, now, of_the_row=True)
        if not found and is_closed:
            found = self._changing(column, row, weighed, now, of_the_row=False)
        return tuple(found.values()) if found or not is_closed else tuple(self._first(column, row))

    def _changing(
        self, column: Column, row: str, weighed: Sequence[Weighed], now: Decided, *, of_the_row: bool
    ) -> dict[str, Open]:
        found: dict[str, Open] = {}
        for sign in (*column.signs, *column.open):
            for who in self._whos(sign):
                then = decide([*weighed, Weighed(sign.says, who, sign.weight)], self.plan.poles)
                if (then.standing, then.leader) == (now.standing, now.leader):
                    continue
                for wanted, binding in self._lacking(sign, row, who):
                    if (Variable(self.plan.variable) in wanted.terms) is of_the_row:
                        asked = self._open(wanted, binding, then.standing, then.leader)
                        found.setdefault(asked.name, asked)
        return found

    def _whos(self, sign: Sign) -> tuple[str, ...]:
        return self.plan.poles if sign.who.startswith("$") else (sign.who,)

    def _bound(self, sign: Sign, row: str, who: str) -> Binding:
        named = {sign.who[1:]: who} if sign.who.startswith("$") else {}
        return {self.plan.variable: row, **named}

    def _lacking(self, sign: Sign, row: str, who: str) -> Iterator[tuple[Literal, Binding]]:
        """Each condition that alone keeps a sign from holding and that somebody can tell."""
        for number, condition in enumerate(sign.when):
            wanted = self.signs.literal(condition)
            if not can_be_told(wanted):
                continue
            others = (*sign.when[:number], *sign.when[number + 1 :])
            for binding, _ in self.signs.joined(others, self._bound(sign, row, who)):
                is_right = who_of(sign, binding) == who and self._is_open(wanted, binding)
                if is_right and not self._is_held_back(sign, binding):
                    yield wanted, binding

    def _is_held_back(self, sign: Sign, binding: Binding) -> bool:
        """Whether `unless` is in the way; of a variable that the missing fact would bind, nothing can be yet."""
        bound = [c for c in sign.unless if all(name in binding for name in c.pattern.variables)]
        return any(self.signs.absences.holds_back(self.signs.literal(condition), binding) for condition in bound)

    def _is_open(self, wanted: Literal, binding: Binding) -> bool:
        """Whether the condition holds of nothing, and nothing was told of the one atom that it speaks of, if it is one."""
        if any(self.signs.matching(wanted, binding)):
            return False
        is_bound = all(term.name in binding for term in wanted.terms if isinstance(term, Variable))
        atom = wanted.atom(binding) if is_bound else None
        known = self.signs.evaluation.evidence.of(atom) if atom is not None else None
        return known is None or answer(wanted.fact, known, wanted.test).truth in _ASKED

    def _first(self, column: Column, row: str) -> Iterator[Open]:
        """Where no single answer opens the square: what the first sign lacks, told or not."""
        for sign in column.signs:
            binding = self._bound(sign, row, self._whos(sign)[0])
            lacking = [
                wanted
                for condition in sign.when
                if not any(self.signs.matching(wanted := self.signs.literal(condition), binding))
            ]
            for wanted in sorted(lacking, key=lambda one: not can_be_told(one))[:1]:
                yield self._open(wanted, binding, Standing.NOT_KNOWN, "")
                return

    def _open(self, wanted: Literal, binding: Binding, standing: Standing, leader: str) -> Open:
        fact = wanted.fact
        terms = tuple(_term(term, binding) for term in wanted.terms)
        question = fill(fact.question or f"is it so that {fact.says}?", self.words.wording.slots(fact, terms))
        slots = tuple(
            SlotValue(slot.name, term) for slot, term in zip(fact.keys, terms, strict=True) if isinstance(term, str)
        )
        return Open(capital(question), name_of(fact.name, slots), fact.name, slots, standing, leader)


def can_be_told(wanted: Literal) -> bool:
    """Whether somebody can tell what a condition wants."""
    return wanted.fact.origin is not Origin.DERIVED and not wanted.fact.catalogue


def _term(term: Term, binding: Binding) -> Term:
    if isinstance(term, Variable):
        return binding.get(term.name, Blank.ANY)
    return term
