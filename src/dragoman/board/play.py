"""A situation on the board of its rulebook: what stands on each square, what decides it, what could be done there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.standing import status
from dragoman.board.decide import Weighed, decide
from dragoman.board.forms import Board, Could, Heading, Speaks, Spoken, Square
from dragoman.board.naming import name_of
from dragoman.board.questions import Asker
from dragoman.board.signs import Held, Premise, Signs
from dragoman.engines.model import Firing
from dragoman.program.forms import Literal
from dragoman.rulebook.board_forms import Column, Plan, Says, Way
from dragoman.rulebook.forms import Atom, Mode
from dragoman.rulebook.words import capital, fill
from dragoman.situation.evidence import sort_key

_CODE = 2
"""So many letters has a short name of a row."""


def board_of(evaluation: Evaluation, plan: Plan) -> Board:
    """The board of one evaluation; the same facts give the same board, in whatever order they came."""
    return _Player(evaluation, plan).board()


class _Player:
    def __init__(self, evaluation: Evaluation, plan: Plan) -> None:
        self.evaluation, self.plan, self.rulebook = evaluation, plan, evaluation.rulebook
        self.words = FiringWording(evaluation)
        self.signs = Signs(evaluation)
        self.asker = Asker(plan, self.signs)

    def board(self) -> Board:
        plan, situation = self.plan, self.evaluation.situation
        return Board(
            title=plan.title,
            situation=situation.title,
            as_of=situation.as_of,
            advised=self.rulebook.called.advised,
            poles=(self._heading(plan.poles[0]), self._heading(plan.poles[1])),
            rows=tuple(map(self._heading, plan.rows)),
            columns=tuple(Heading(column.name, column.title, "") for column in plan.columns.values()),
            squares=tuple(tuple(self._square(row, column) for column in plan.columns.values()) for row in plan.rows),
        )

    def _heading(self, name: str) -> Heading:
        entity = self.rulebook.entities[name]
        codes = (alias for alias in entity.aliases if len(alias) == _CODE and alias.isupper())
        return Heading(name, entity.title, next(codes, ""))

    def _square(self, row: str, column: Column) -> Square:
        binding, poles = {self.plan.variable: row}, self.plan.poles
        held = [one for sign in (*column.signs, *column.open) for one in self.signs.holding(sign, binding, poles)]
        weighed = [Weighed(one.sign.says, one.who, one.sign.weight) for one in held]
        decided = decide(weighed, poles)
        speaks = [
            self._speaks(one, decides=weight in decided.deciding) for one, weight in zip(held, weighed, strict=True)
        ]
        moves = (one for sign in column.moves for one in self.signs.holding(sign, binding, (*poles, row)))
        return Square(
            row=row,
            column=column.name,
            standing=decided.standing,
            leader=decided.leader,
            signs=tuple(sorted(speaks, key=lambda one: not one.decides)),
            moves=tuple(self._speaks(one, decides=False) for one in moves),
            advice=tuple(could for way in column.advice for could in self._could(way, binding)),
            asks=self.asker.asks(column, row, weighed, decided),
        )

    # -- what speaks for a square

    def _speaks(self, held: Held, *, decides: bool) -> Speaks:
        sign, titles = held.sign, {name: self.words.title(value) for name, value in held.binding.items()}
        is_movement = sign.says in (Says.GAINS, Says.EASES)
        text = fill(sign.text, titles)
        called = text if is_movement and text else self.words.title(held.who) if held.who else ""
        facts = tuple(map(self._spoken, held.premises))
        return Speaks(sign.says, held.who, called, sign.rank, decides, "" if is_movement else text, facts, sign.grounds)

    def _spoken(self, premise: Premise) -> Spoken:
        atom, voices, evidence = premise.atom, self.words.voices, self.evaluation.evidence
        known, slots = evidence.of(atom), voices.slots(atom)
        sentence = voices.known(known) if known is not None and known.firm else voices.atom(atom, known)
        is_told = known is not None and bool(known.firm)
        return Spoken(atom, slots, name_of(atom.fact, slots), capital(sentence), is_told, premise.likelihood)

    # -- what could be done there

    def _could(self, way: Way, binding: dict[str, str]) -> Iterator[Could]:
        fact = self.rulebook.facts[way.pattern.fact]
        wanted = Literal(Mode.HOLDS, fact, way.pattern.terms, None)
        template = self.rulebook.recommendations[fact.name]
        for atom in sorted(self.signs.absences.true.get(fact.name, ()), key=sort_key):
            firings = self._giving(atom, way)
            if wanted.matches(atom.key, binding) is None or not firings:
                continue
            slots = self.words.voices.slots(atom)
            yield Could(
                atom=atom,
                slots=slots,
                name=name_of(atom.fact, slots),
                title=capital(fill(template.title, self.words.voices.wording.slots(fact, atom.key))),
                called=way.called,
                status=status(self.words.conditions, template, atom),
                likelihood=max(map(self.words.support.likelihood, firings)),
                because=self.words.because(firings[0]),
                rules=tuple(dict.fromkeys(firing.rule for firing in firings)),
                grounds=way.grounds,
            )

    def _giving(self, atom: Atom, way: Way) -> list[Firing]:
        """The firings that put a recommendation on a square, the best first."""
        firings: Iterable[Firing] = self.words.support.reasons(atom)
        return [firing for firing in firings if not way.by or firing.rule in way.by]
