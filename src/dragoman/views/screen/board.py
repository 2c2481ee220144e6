"""A board as a front end with columns draws it: of each square a few words in several lengths, and all that stands behind it.

    Board (what stands where) + Record (what that rests on) --board_page--> BoardPage

What stands behind a square is what its proofs rest on, the best of each; a firing or a fact is named once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.forms import SlotValue
from dragoman.board.forms import Board, Could, Heading, Open, Speaks, Square, Standing
from dragoman.rulebook.board_forms import Grounds, Says
from dragoman.rulebook.forms import Atom, Origin, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.board_words import (
    Signs,
    advice_words,
    deciding_words,
    leader_words,
    move_words,
    mover,
    pole_title,
    signs_of,
)
from dragoman.views.screen.board_forms import Behind, BoardPage, CouldDo, Question, RowHead, SquareShown, Tone, Words
from dragoman.views.screen.record import Branch, FiringRow, Record


def board_page(board: Board, record: Record, *, plain: bool) -> BoardPage:
    """A board with what stands behind its squares; `plain` signs can be written everywhere.

    Raises:
        EngineError: if a premise does not hold in the model, which would be a fault of the engine.
    """
    maker = _Maker(board, record, signs_of(board, plain=plain))
    codes = all(row.short for row in board.rows)
    return BoardPage(
        title=board.title,
        situation=board.situation,
        as_of=board.as_of,
        advised=board.advised,
        rows=tuple(RowHead(row.name, row.title, row.short if codes else "") for row in board.rows),
        columns=tuple(column.title for column in board.columns),
        squares=tuple(tuple(map(maker.square, squares)) for squares in board.squares),
        legend=tuple(maker.legend()),
    )


class _Maker:
    def __init__(self, board: Board, record: Record, signs: Signs) -> None:
        self.board, self.record, self.signs = board, record, signs
        self.rulebook = record.evaluation.rulebook
        self.tones: dict[str, Tone] = {board.poles[0].name: "pole1", board.poles[1].name: "pole2"}
        self.who = board.advised.removeprefix("the ")

    def legend(self) -> Iterator[tuple[str, Tone, str]]:
        """Poles first, then how a square can stand and move."""
        for sign, pole in zip(self.signs.poles, self.board.poles, strict=True):
            yield sign, self.tones[pole.name], pole.title
        yield self.signs.contested, "contested", "contested"
        yield self.signs.open, "open", "open"
        yield "?", "unknown", "not known"
        yield self.signs.gains, "plain", "gains"
        yield self.signs.eases, "plain", "eases"

    def square(self, square: Square) -> SquareShown:
        """One square with all that stands behind it."""
        facts, firings = self._rests_on(square)
        return SquareShown(
            row=square.row,
            column=square.column,
            title=f"{_titled(self.board.rows, square.row)}, {_small(_titled(self.board.columns, square.column))}",
            standing=leader_words(self.board, square, whole=True),
            rows=(self._leads(square), self._moves(square), self._advice(square)),
            decides=deciding_words(square),
            is_known=square.standing is not Standing.NOT_KNOWN,
            signs=tuple(self._behind(one, *self._of_sign(one)) for one in square.signs),
            moves=tuple(
                self._behind(one, self.signs.move(one.says), mover(square, one, whole=True)) for one in square.moves
            ),
            could=tuple(map(_could, square.advice)),
            questions=tuple(self._question(square, one) for one in square.asks),
            facts=facts,
            firings=firings,
        )

    # -- the rows of a square

    def _leads(self, square: Square) -> Words:
        tones: dict[Standing, Tone] = {
            Standing.LEADS: self.tones.get(square.leader, "plain"),
            Standing.CONTESTED: "contested",
            Standing.OPEN: "open",
            Standing.NOT_KNOWN: "unknown",
        }
        texts = (leader_words(self.board, square, whole=whole) for whole in (True, False))
        return Words(self.signs.leader(self.board, square), tones[square.standing], _several(texts))

    def _moves(self, square: Square) -> Words:
        if not square.moves:
            return Words(
                "", "plain", tuple(move_words(square, self.signs, whole=whole).strip() for whole in (True, False))
            )
        first = square.moves[0]
        whole, short = (move_words(square, self.signs, whole=whole)[2:] for whole in (True, False))
        return Words(
            self.signs.move(first.says),
            self.tones.get(first.who, "plain"),
            _several((whole, mover(square, first, whole=True), short)),
        )

    def _advice(self, square: Square) -> Words:
        texts = _several(advice_words(self.board, square, whole=whole) for whole in (True, False))
        if not square.advice:
            return Words("", "plain", texts)
        head = self.who or "could"
        return Words(head, "advice", tuple(text.removeprefix(f"{head} ") for text in texts))

    # -- what stands behind it

    def _of_sign(self, one: Speaks) -> tuple[str, str]:
        if one.says is Says.OPEN:
            return self.signs.open, ""
        names = [pole.name for pole in self.board.poles]
        return self.signs.poles[names.index(one.who)], pole_title(self.board, one.who)

    def _behind(self, one: Speaks, sign: str, whose: str) -> Behind:
        sentence = "; ".join(fact.sentence for fact in one.facts)
        return Behind(
            sign,
            "open" if one.says is Says.OPEN else self.tones.get(one.who, "plain"),
            whose,
            sentence,
            self._origin(one),
            _chosen(one.grounds),
            one.decides,
            tuple(fact.atom for fact in one.facts),
        )

    def _origin(self, one: Speaks) -> str:
        told = [self.record.told(fact.atom, fact.sentence).beside for fact in one.facts if fact.told]
        said = "; ".join(dict.fromkeys(filter(None, told))) or "told"
        origin = said if all(fact.told for fact in one.facts) else "follows"
        return origin if one.likelihood is Likelihood.UNHEDGED else f"{origin}, {one.likelihood.in_words}"

    def _question(self, square: Square, one: Open) -> Question:
        would = ""
        if (one.standing, one.leader) != (square.standing, square.leader):
            leads = f"{pole_title(self.board, one.leader)} would lead" if one.leader else ""
            would = leads or f"it would be {one.standing.value}"
        return Question(one.question, would, _atom(self.rulebook, one.fact, one.slots))

    def _rests_on(self, square: Square) -> tuple[tuple[Branch, ...], tuple[FiringRow, ...]]:
        """Facts and firings of the best proofs of all that speaks for a square and is advised there."""
        told: dict[Atom, Branch] = {}
        places: dict[int, None] = {}
        left: list[int] = []
        support = self.record.words.support
        for one in (*square.signs, *square.moves):
            for fact in one.facts:
                giving = [] if fact.told else list(support.giving(fact.atom))
                if giving:
                    left.append(self.record.place_of(giving[0]))
                else:
                    told.setdefault(fact.atom, self.record.told(fact.atom, fact.sentence))
        for could in square.advice:
            best = next((one for one in support.reasons(could.atom) if one.rule in could.rules), None)
            left += [self.record.place_of(best)] if best is not None else []
        while left:
            place = left.pop()
            if place in places:
                continue
            places[place] = None
            for branch in self.record.premises(place):
                if branch.firing >= 0:
                    left.append(branch.firing)
                elif branch.atom is not None:
                    told.setdefault(branch.atom, branch)
        return tuple(told.values()), tuple(self.record.row(place) for place in sorted(places))


def _could(one: Could) -> CouldDo:
    standing = f"{one.status.value}, {one.likelihood.in_words}"
    return CouldDo(one.title, standing, one.because, one.atom, _chosen(one.grounds))


def _chosen(grounds: Grounds) -> str:
    """Of what the rulebook decided and not the report, why."""
    return f"the rulebook's own reading: {grounds.reason}" if grounds.is_own else ""


def _atom(rulebook: Rulebook, name: str, slots: Sequence[SlotValue]) -> Atom | None:
    """The one atom that a question is about; None where it leaves something open, or where nobody can tell it."""
    fact, values = rulebook.facts[name], dict(slots)
    if fact.origin is Origin.DERIVED or fact.catalogue:
        return None
    if any(slot.name not in values and not slot.optional for slot in fact.keys):
        return None
    return Atom(name, tuple(values.get(slot.name) for slot in fact.keys))


def _titled(headings: Iterable[Heading], name: str) -> str:
    return next(one.title for one in headings if one.name == name)


def _small(title: str) -> str:
    """A title inside a title; one in capitals stays."""
    return title if title.isupper() else title[:1].lower() + title[1:]


def _several(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
