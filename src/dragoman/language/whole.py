"""A sentence cut into its clauses: as it stands, or in the first other form in which nothing of it is left over.

    as it stands  ->  it or a clause of it in another order or other words  ->  without what changes nothing  ->  with one word of a list

Each form says the same as the sentence, as far as its grammar goes; a form is taken only where phrases take all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise

from dragoman.language.beside.apart import beside
from dragoman.language.beside.background import backgrounds
from dragoman.language.beside.chatter import without_chatter
from dragoman.language.beside.circumstances import without_circumstance
from dragoman.language.beside.compared import with_figure_in_place, without_comparison, without_parts
from dragoman.language.beside.lent_tails import without_lent_tails
from dragoman.language.beside.oftener import without_how_much_more
from dragoman.language.beside.paired import without_pairs
from dragoman.language.beside.parenthetic import parenthetic
from dragoman.language.beside.prospects import prospects
from dragoman.language.beside.remarks import remarks
from dragoman.language.beside.since_then import with_trend
from dragoman.language.beside.undecided import undecided
from dragoman.language.clauses.cutter import Cut, Cutter, can_be_whole, has_unheard
from dragoman.language.clauses.match import Matcher
from dragoman.language.earlier.context import Context
from dragoman.language.earlier.latter import resolved
from dragoman.language.earlier.led_on import led_on
from dragoman.language.ellipsis.counted import with_nouns
from dragoman.language.ellipsis.elided import restored
from dragoman.language.ellipsis.labelled import labelled
from dragoman.language.ellipsis.series import series
from dragoman.language.ellipsis.tabled import tabled
from dragoman.language.ellipsis.telegraphic import telegraphic
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.set_off import attributed
from dragoman.language.line.taken_up import in_full
from dragoman.language.order.alone import denied_twice, undenied
from dragoman.language.order.amounts import amounts
from dragoman.language.order.around import around
from dragoman.language.order.belongs import belongs
from dragoman.language.order.both import with_each_other
from dragoman.language.order.bounded import bounded
from dragoman.language.order.called_untrue import called_untrue
from dragoman.language.order.came_about import came_about, is_passed_over
from dragoman.language.order.came_to_be import came_to_be
from dragoman.language.order.changed import changed
from dragoman.language.order.commas import with_commas
from dragoman.language.order.converse import converse
from dragoman.language.order.demanded import demanded
from dragoman.language.order.denials import plainly_denied
from dragoman.language.order.each_verb import each_verb
from dragoman.language.order.ended import ended
from dragoman.language.order.equated import between, in_common
from dragoman.language.order.formal import formal
from dragoman.language.order.had_there import had_there
from dragoman.language.order.hasty import hasty
from dragoman.language.order.here_and_there import here_and_there
from dragoman.language.order.in_the_end import in_the_end
from dragoman.language.order.lasting import lasting, settled
from dragoman.language.order.leading import leading
from dragoman.language.order.listed import listed
from dragoman.language.order.located import located
from dragoman.language.order.multiplied import multiplied
from dragoman.language.order.near_words import near_words
from dragoman.language.order.nobody import nobody
from dragoman.language.order.none_of_it import none_of_it, of_none
from dragoman.language.order.otherwise import otherwise
from dragoman.language.order.parted import parted
from dragoman.language.order.permitted import permitted
from dragoman.language.order.placed_first import with_place_behind
from dragoman.language.order.rearranged import as_before, but_not, rearranged, turned
from dragoman.language.order.retold import retold
from dragoman.language.order.roundabout import roundabout
from dragoman.language.order.spelled import spelled
from dragoman.language.order.standing import standing
from dragoman.language.order.that_clauses import that_clauses
from dragoman.language.order.there_is import there_is
from dragoman.language.order.they_do import they_do
from dragoman.language.order.titled import titled
from dragoman.language.order.told_beside import told_beside
from dragoman.language.order.uncounted import uncounted
from dragoman.language.order.undergone import done_there
from dragoman.language.order.unit_first import with_unit_first
from dragoman.language.order.unlike import unlike
from dragoman.language.order.unnamed import nobody_from, unnamed
from dragoman.language.order.valued import valued
from dragoman.language.order.whose_people import people_there
from dragoman.language.telling.teller import Teller
from dragoman.language.turns.colloquial import colloquial
from dragoman.language.turns.idioms import may_hold
from dragoman.language.turns.plainer import plainer
from dragoman.language.turns.reduced import each_alone, reduced
from dragoman.language.turns.small_words import small_words
from dragoman.language.turns.so_many import one_of_its
from dragoman.language.turns.word_by_word import plainly_put
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, words_of
from dragoman.values.enumeration import Enumeration
from dragoman.values.quantity import Quantity

LONG = 8
"""Tokens; of so long a sentence the background is left out first."""
LONGEST_SENTENCE = 60
"""Tokens; of a longer sentence nothing is told."""
LONGEST_CUT = 3 * LONGEST_SENTENCE
"""Tokens; in a longer sentence nothing is looked for."""
_ORDERS = (
    changed, multiplied, with_commas, series, labelled, telegraphic, colloquial, standing, nobody_from, rearranged, retold, around, converse, between, in_common, permitted, nobody, listed, here_and_there, otherwise, told_beside, lasting, ended, located, titled, had_there, there_is, unnamed, spelled, roundabout, near_words, amounts, with_unit_first, plainer, formal, valued, belongs, demanded, each_verb, leading, of_none, they_do, that_clauses,
)  # fmt: skip
_WITHOUT = (without_comparison, with_figure_in_place, without_how_much_more, undecided, remarks, parenthetic, beside, prospects, without_circumstance)  # fmt: skip
_TWO = 2
_MOST_ORDERS = 5
"""So many orders of a sentence are looked at in other words as well."""
_MOST_DOERS = 8
"""Of so many it is tried whether it is they who do not do what nobody does."""
_TO_BE = frozenset({Effect.WANTED, Effect.POSSIBLE, Effect.AHEAD})
_MOST_STEPS = 16_000
"""Of all ways through phrases: behind so many no other order of a sentence is looked at. One of a hundred takes a third of them."""


def _behind_source(line: Line) -> Iterator[list[Token]]:
    """The orders of what stands behind a hedge or a source, with that before it: `I hear that X was approved by Y`."""
    said = (mark.end for mark in line.marks[0] if mark.effect in (Effect.HEDGES, Effect.REPORTED))
    end = max(said, default=0)
    if not 0 < end < len(line) - 2:
        return
    rest = Line(line.grammar, line.text, line.tokens[end:], line.before, widely=True)
    for orders_of in _ORDERS:
        yield from ([*line.tokens[:end], *order] for order in orders_of(rest))


def cut_whole(grammar: Grammar, text: str, tokens: Sequence[Token], before: Context) -> tuple[Line, Cut]:
    """The sentence, as it was taken, and its clauses; with what is left over where no form is taken whole."""
    return _Whole(grammar, text, before).cut(tokens)


def _stops_doing(line: Line) -> bool:
    """Whether it says of somebody that he stopped doing something, or did not."""
    texts = line.texts
    return any(texts[at] in english.STOPPED and texts[at + 1].endswith("ing") for at in range(len(texts) - 1))


class _Whole:
    def __init__(self, grammar: Grammar, text: str, before: Context) -> None:
        self.grammar, self.text, self.before = grammar, text, before
        self._in_vain: set[tuple[Token, ...]] = set()
        """The orders in which something was left over: several ways lead to one of them."""
        self._matchers: list[Matcher] = []
        self._is_point = False
        """Whether the sentence is the point of a longer one already."""

    def cut(self, tokens: Sequence[Token]) -> tuple[Line, Cut]:
        named = in_full(self.grammar.lexicon, led_on(tokens))
        now = as_before(but_not(resolved(self.grammar, attributed(named), self.before)))
        line = Line(self.grammar, self.text, now, self.before.names)
        if (counted := with_nouns(line)) is not line.tokens:
            line = Line(self.grammar, self.text, counted, self.before.names)
        for plainly in (tabled, bounded, undenied, plainly_denied, called_untrue):
            if (put := plainly(line)) is not line.tokens:
                line = Line(self.grammar, self.text, put, self.before.names)
        if len(line) > LONGEST_CUT:
            return line, Cut((), (), ())
        if (now_so := settled(line) or in_the_end(line)) is not None:
            return self.cut(now_so)
        if _stops_doing(line) and (again := self._without_stopping(line)) is not None:
            return again
        if (again := self._after_all(line) or self._told_beside_another(line)) is not None:
            return again
        for order in with_trend(line):
            turn, parts = self.cut(order)
            if parts.pieces and not parts.left_over:
                return turn, parts
        cutter = self._cutter(line)
        cut = cutter.cut()
        if (again := self._of_nobody(line) or self._of_people_there(line, cut)) is not None:
            return again
        is_whole = not cut.left_over and not is_passed_over(line, cut)
        if is_whole and (again := self._before_what_is_to_be(line, cut) or self._with_its_place(line, cut)) is not None:
            return again
        if is_whole or len(line) > LONGEST_SENTENCE:
            return self._with_one_verb(line, cut) or (line, cut)
        if (again := self._as_it_came_about(line)) is not None:
            return again
        if not cut.left_over:
            return line, cut
        if (kept := without_chatter(line)) is not None:
            return self.cut(kept)
        plain = self.cut(kept) if (kept := hasty(line)) is not None else None
        if plain is not None and plain[1].pieces and not plain[1].left_over:
            return plain
        if not self._is_point and (again := self._without_background(line)) is not None:
            return again
        again = self._in_another_order(line, cut, cutter) or self._without_remarks(line)
        worded = plainly_put(line) if again is None and may_hold(line) else line.tokens
        is_put = worded if worded != line.tokens else None
        others = (
            (*small_words(line), *changed(line), is_put, *formal(line), reduced(line), *turned(line))
            if again is None
            else ()
        )
        placed = chain(had_there(line), unnamed(line), spelled(line)) if again is None else ()
        none = islice(nobody(line), _MOST_DOERS) if again is None else ()
        for other in chain(islice(filter(None, others), _MOST_ORDERS), none, placed):
            turn = self._line(other)
            cutter = self._cutter(turn)
            parts = cutter.cut()
            is_whole = bool(parts.pieces) and not parts.left_over
            again = (turn, parts) if is_whole else self._in_another_order(turn, parts, cutter)
            if again is not None:
                return again
        return (
            again
            or self._by_whose_place(line)
            or self._of_one(line)
            or self._of_two(line)
            or self._alike_in_each(line)
            or self._without_pairs(line)
            or self._without_parts(line)
            or self._without_tail(line)
            or self._without_how_many(line)
            or (None if self._is_point else self._without_background(line, widely=True))
            or plain
            or (line, cut)
        )

    def _with_one_verb(self, line: Line, cut: Cut) -> tuple[Line, Cut] | None:
        """The sentence with the verb of its first clause in those that leave it out, and could be of another fact: `2 are ill at A, 9 at B`."""
        is_one = len({piece.phrase.fact for piece in cut.pieces}) < _TWO
        if is_one and not any(piece.is_gap for piece in cut.pieces):
            return None
        for order in series(line):
            turn = self._line(order)
            if (parts := self._cutter(turn).whole()) is not None:
                return turn, parts
        return None

    def _without_stopping(self, line: Line) -> tuple[Line, Cut] | None:
        """`has stopped calling there` as `no longer calls there`, before a phrase of one who stops there can take it."""
        turn = self._line(plainly_put(line))
        parts = self._cutter(turn).cut() if turn.tokens != line.tokens else None
        return (turn, parts) if parts is not None and parts.pieces and not parts.left_over else None

    def _of_nobody(self, line: Line) -> tuple[Line, Cut] | None:
        """`does not win anyone over` as `wins nobody over`, if one phrase has all of that."""
        for order in none_of_it(line):
            turn = self._line(order)
            parts = self._cutter(turn).whole()
            if (
                parts is not None
                and len(parts.pieces) == 1
                and not english.NEGATORS.isdisjoint(words_of(parts.pieces[0].phrase.text))
            ):
                return turn, parts
        return None

    def _of_people_there(self, line: Line, cut: Cut) -> tuple[Line, Cut] | None:
        """`people in A have no power` as `A has no power`, where no phrase is of those people."""
        for order in people_there(line):
            if not any(line.texts[0] in words_of(piece.phrase.text) for piece in cut.pieces):
                turn = self._line(order)
                if (parts := self._cutter(turn).whole()) is not None and len(parts.pieces) == 1:
                    return turn, parts
        return None

    def _before_what_is_to_be(self, line: Line, cut: Cut) -> tuple[Line, Cut] | None:
        """`A does it and is expected to go on` as `A does it`, where the rest was passed over as what is said of all of it."""
        if len(cut.pieces) != 1:
            return None
        for order in prospects(line):
            marks = (*cut.loose, *cut.pieces[0].hit.marks)
            if any(at >= len(order) and mark.effect in _TO_BE for at, mark in marks):
                turn, parts = self.cut(order)
                if parts.pieces and not parts.left_over:
                    return turn, parts
        return None

    def _with_its_place(self, line: Line, cut: Cut) -> tuple[Line, Cut] | None:
        """`in A, rice costs 300` as `rice costs 300 in A`, where the fact has a slot for that which was left empty."""
        for order in with_place_behind(line, cut):
            turn = self._line(order)
            parts = self._cutter(turn).whole()
            if parts is not None and [one.phrase.fact for one in parts.pieces] == [
                one.phrase.fact for one in cut.pieces
            ]:
                size = sum(len(piece.hit.bound) for piece in cut.pieces)
                if sum(len(piece.hit.bound) for piece in parts.pieces) > size:
                    return turn, parts
        return None

    def _as_it_came_about(self, line: Line) -> tuple[Line, Cut] | None:
        """`managed to buy it` as `bought it`, `failed to buy it` as `did not buy it`, in any of the forms of those."""
        for order in chain(came_about(line), came_to_be(line)):
            turn, parts = self.cut(order)
            if parts.pieces and not parts.left_over:
                return turn, parts
        return None

    def _after_all(self, line: Line) -> tuple[Line, Cut] | None:
        """What it is not true that it is not so, if it tells only what is so or not and has no middle."""
        for order in denied_twice(line):
            turn, parts = self.cut(order)
            facts = [self.grammar.told[piece.phrase.fact] for piece in parts.pieces]
            if facts and not parts.left_over and all(fact.value is None for fact in facts):
                return turn, parts
        return None

    def _told_beside_another(self, line: Line) -> tuple[Line, Cut] | None:
        """What somebody is unlike another in, with what is so of the other, and what is so beside what one of two does, if all of it is understood."""
        is_either = "either" in line.texts and "or" in line.texts
        for order in chain(unlike(line), undecided(line) if is_either else ()):
            turn, parts = self.cut(order)
            if parts.pieces and not parts.left_over:
                return turn, parts
        return None

    def _without_background(self, line: Line, *, widely: bool = False) -> tuple[Line, Cut] | None:
        """The point of a sentence, in the first form in which nothing of it is left over."""
        self._is_point, matchers = True, self._matchers
        self._matchers = [] if widely else matchers  # what was looked for in vain in all of it does not count
        try:
            for rest in islice(backgrounds(line, widely=widely), _MOST_ORDERS) if len(line) >= LONG else ():
                turn, parts = self.cut(rest)
                if parts.pieces and not parts.left_over:
                    return turn, parts
        finally:
            self._is_point, self._matchers = False, matchers
        return None

    def _without_remarks(self, line: Line) -> tuple[Line, Cut] | None:
        """The sentence without what is remarked on it or stands beside it, in the first form in which nothing of that is left over."""
        for rest in chain.from_iterable(form(line) for form in _WITHOUT):
            turn, parts = self.cut(rest)
            if parts.pieces and not parts.left_over:
                return turn, parts
        return None

    def _without_parts(self, line: Line) -> tuple[Line, Cut] | None:
        """The sentence without how many of those it counts are this or that, where that tells nothing."""
        for rest in without_parts(line):
            turn, parts = self.cut(rest)
            if parts.pieces and not parts.left_over:
                return turn, parts
        return None

    def _without_pairs(self, line: Line) -> tuple[Line, Cut] | None:
        """The sentence without two fields that it names, if what it tells has no slot for a field."""
        for rest, words in without_pairs(line):
            turn, parts = self.cut(rest)
            facts = [self.grammar.told[piece.phrase.fact] for piece in parts.pieces]
            kinds = [slot.kind for fact in facts for slot in fact.slots]
            has_field = any(isinstance(kind, Enumeration) and not words.isdisjoint(kind.words) for kind in kinds)
            if parts.pieces and not parts.left_over and not has_field:
                return turn, parts
        return None

    def _of_two(self, line: Line) -> tuple[Line, Cut] | None:
        """What two do with each other, said of both or of the one with the other, if it tells only what holds either way round."""
        if not any(fact.symmetric_names for fact in self.grammar.told.values()):
            return None
        for order in with_each_other(line):
            turn = self._line(order)
            again = (turn, parts) if (parts := self._cutter(turn).whole()) is not None else None
            again = again or self._in_another_order(turn, Cut((), (), ()), self._cutter(turn))
            facts = [self.grammar.told[piece.phrase.fact] for piece in again[1].pieces] if again is not None else []
            if facts and all(fact.symmetric_names for fact in facts):
                return again
        return None

    def _without_tail(self, line: Line) -> tuple[Line, Cut] | None:
        """The sentence without what another phrase of the fact that it tells may have behind it."""
        for rest, facts in without_lent_tails(line):
            turn = self._line(rest)
            cutter = self._cutter(turn)
            parts = cutter.cut()
            if parts.left_over:
                turn, parts = self._in_another_order(turn, parts, cutter) or (turn, parts)
            if parts.pieces and not parts.left_over and facts.issuperset(piece.phrase.fact for piece in parts.pieces):
                return turn, parts
        return None

    def _without_how_many(self, line: Line) -> tuple[Line, Cut] | None:
        """The sentence without how many it was done to, where that is done at some time and its fact counts nothing."""
        for order in uncounted(line):
            turn = self._line(order)
            cutter = self._cutter(turn)
            parts = cutter.cut()
            if parts.left_over:
                turn, parts = self._in_another_order(turn, parts, cutter) or (turn, parts)
            facts = [self.grammar.told[piece.phrase.fact] for piece in parts.pieces]
            is_done = all(
                one.name in self.grammar.book.events and not isinstance(one.value and one.value.kind, Quantity)
                for one in facts
            )
            if facts and not parts.left_over and is_done:
                return turn, parts
        return None

    def _line(self, tokens: list[Token]) -> Line:
        return Line(self.grammar, self.text, tokens, self.before.names, widely=True)

    def _cutter(self, line: Line, first: Cutter | None = None) -> Cutter:
        cutter = Cutter(line, self.before.mentions, self.before.last, first)
        self._matchers.append(cutter.matcher)
        return cutter

    def _in_another_order(self, line: Line, cut: Cut, first: Cutter) -> tuple[Line, Cut] | None:
        """The sentence in the first order in which nothing of it is left over."""
        if line.widely:
            self._in_vain.add(tuple(line.tokens))
        forms = (orders_of(line) for orders_of in (*_ORDERS, _behind_source))
        for order in chain(*forms, restored(line, cut), parted(line, cut, self._line, (*_ORDERS, beside))):
            if sum(matcher.steps for matcher in self._matchers) > _MOST_STEPS:
                return None
            if tuple(order) in self._in_vain:
                continue
            is_same = order is line.tokens
            wide = line.widened() if is_same else self._line(order)
            if not has_unheard(wide) and can_be_whole(wide):
                again = self._cutter(wide, first if is_same else None).whole()
                if again is not None and again.pieces:
                    return wide, again
            self._in_vain.add(tuple(order))
        return None

    def _by_whose_place(self, line: Line) -> tuple[Line, Cut] | None:
        """What is done at somebody's, as done by him, if phrases of the fact that it tells say that it is so there: `they are locked out at A`."""
        for order, names, done in done_there(line):
            turn, parts = self.cut(order)
            if len(parts.pieces) == 1 and not parts.left_over:
                piece = parts.pieces[0]
                if not self._is_done(piece.phrase.fact, done):
                    continue
                where = self.grammar.compiler.places[piece.phrase.fact].slot
                doer = (one.mention for one in piece.hit.bound if where and one.slot == where)
                if any(one is not None and names.issuperset(one.names) for one in doer):
                    return turn, parts
        return None

    def _of_one(self, line: Line) -> tuple[Line, Cut] | None:
        """`one of A's boats sank` as `a boat of A sank`, where a phrase has it of `a boat`, and not of the only one."""
        for order, noun in one_of_its(line):
            turn, parts = self.cut(order)
            if parts.pieces and not parts.left_over:
                is_any = re.compile(rf"\b(?:an?|one|some)\)? (?:\((?:[^()]*\|)?)?{re.escape(noun)}\b")
                if is_any.search(parts.pieces[0].phrase.text):
                    return turn, parts
        return None

    def _is_done(self, fact: str, done: str) -> bool:
        """Whether a phrase of a fact has a verb of that stem, and none that is done on something."""
        phrases = map(self.grammar.book.phrases.__getitem__, sorted(self.grammar.phrases_with(done)))
        several = ([*words_of(one.text), ""] for one in phrases if one.fact == fact)
        return any(
            stem(one) == done and behind not in ("on", "onto") for words in several for one, behind in pairwise(words)
        )

    def _alike_in_each(self, line: Line) -> tuple[Line, Cut] | None:
        """The sentence with one word of a list, if it would say the same with each of the others alone."""
        for several in each_alone(line):
            found: list[tuple[Line, Cut]] = []
            said: set[tuple[object, ...]] = set()
            for tokens in several:
                alone = self._line(tokens)
                cut = self._cutter(alone).cut()
                told = Teller(self.grammar.rulebook, self.grammar.book.events, alone).told(cut)
                if cut.left_over or not told or any(one.reason for one in told):
                    break
                found.append((alone, cut))
                said.add(tuple(fact.meaning for one in told for fact in one.facts))
            if len(found) == len(several) and len(said) == 1:
                return found[0]
        return None
