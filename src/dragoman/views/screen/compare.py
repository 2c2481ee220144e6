"""Two pieces of advice side by side: what is given otherwise, by letters, and before and after of each line that differs.

    Advised, Advised --difference--> Difference --comparison--> Comparison

Each line names the letters that it came through, so that nobody has to look for what did it.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.advice.forms import Advice, Recommended
from dragoman.exact.difference import Advised
from dragoman.exact.difference_forms import Cause, CauseKind, Change, Difference, Sign, Step, Turn, Turned
from dragoman.rulebook.forms import RecommendationStatus, Rulebook, ShownAs
from dragoman.rulebook.words import capital
from dragoman.views.lines import counted
from dragoman.views.screen.cards import cards, firmness
from dragoman.views.screen.compare_forms import Because, Comparison, Given, Line, Section, Stood
from dragoman.views.screen.forms import Card, Mark, Place
from dragoman.views.screen.marks import Marks, key_of
from dragoman.views.screen.page import heading

_HEADINGS = {ShownAs.RISK: "Risks", ShownAs.FORECAST: "Forecasts", ShownAs.WATCH: "To watch"}
_GIVEN = {
    Turn.TOLD: Mark.NEW, Turn.CAME: Mark.NEW, Turn.WITHDRAWN: Mark.GONE, Turn.WENT: Mark.GONE,
}  # fmt: skip
_SIGNS = {Sign.CAME: Mark.NEW, Sign.WENT: Mark.GONE}
_NONE = "–"
_MOST_LETTERS = 3


def comparison(found: Difference, before: Advised, after: Advised, called: tuple[str, str]) -> Comparison:
    """The two sides of a difference; `called` is what they are called."""
    return _Comparer(found, before.advice, after.advice, after.evaluation.rulebook).comparison(called)


class _Comparer:
    def __init__(self, found: Difference, before: Advice, after: Advice, rulebook: Rulebook) -> None:
        self.found, self.before, self.after, self.rulebook = found, before, after, rulebook
        self.letters = [_letter(number) for number in range(len(found.causes))]

    def comparison(self, called: tuple[str, str]) -> Comparison:
        given = tuple(map(self._given, self.letters, self.found.causes))
        sections = tuple(one for one in self._sections() if one.lines)
        facts = sum(cause.kind is CauseKind.FACT for cause in self.found.causes)
        others = len(given) - facts
        count = ", ".join(
            filter(None, (counted(facts, "fact") if facts else "", f"{others} of the rulebook" if others else ""))
        )
        remark = (
            ""
            if sections
            else "The advice stays as it is."
            if given
            else "Nothing is told otherwise, and the advice is the same."
        )
        return Comparison(*called, given, count, sections, remark)

    def _given(self, letter: str, cause: Cause) -> Given:
        sentence, was = capital(cause.sentence), ""
        if cause.turn in {Turn.VALUE, Turn.LIKELIHOOD, Turn.SETTLED, Turn.CONTRARY}:
            was = f"it was {cause.before}" if cause.before else ""
        elif cause.kind is CauseKind.THRESHOLD:
            sentence = f"{sentence} is {cause.after}" if cause.after else f"{sentence} is gone"
            was = f"it was {cause.before}" if cause.before else ""
        elif cause.turn is Turn.DISPUTED:
            was = "disputed now; nothing rests on it"
        elif cause.turn is Turn.WITHDRAWN:
            was = "no longer told"
        elif cause.turn is Turn.CHANGED:
            was = cause.after
        atom = cause.facts[0].atom if cause.facts else None
        return Given(letter, _GIVEN.get(cause.turn, Mark.CHANGED), sentence, was, atom)

    # -- what differs

    def _sections(self) -> Iterator[Section]:
        yield self._advice()
        for kind, words in _HEADINGS.items():
            changes = [one for one in self.found.of_kind(kind) if one.sign is not Sign.REASONS]
            lines = tuple(map(self._result, changes))
            others = sum(len(one.turned) for one in self.found.of_kind(kind) if one.sign is Sign.REASONS)
            yield Section(words, _tally(lines), lines, 4, f"{others} more for other reasons" if others else "")
        lines = tuple(self._assumed())
        yield Section("Assumed", _tally(lines), lines, 3)

    def _advice(self) -> Section:
        sides = [self._cards(advice) for advice in (self.before, self.after)]
        turned: dict[str, list[Turned]] = {}
        for change in self.found.of_kind(ShownAs.RECOMMENDATION):
            for one in change.turned:
                for shown in {
                    key_of(side.whole): side
                    for side in (one.old, one.new)
                    if side and isinstance(side.whole, Recommended)
                }:
                    turned.setdefault(shown, []).append(one)
        keys = dict.fromkeys((*sides[1], *sides[0]))
        lines = [self._line(sides[0].get(key), sides[1].get(key), turned[key]) for key in keys if key in turned]
        lines.sort(key=lambda one: (one.mark is Mark.CHANGED and not one.before.places,))
        as_before = len(keys) - len(lines)
        said = f"{as_before} more, as before" if as_before else ""
        tally = ", ".join(filter(None, (_tally(lines), f"{as_before} as before" if as_before else "")))
        return Section(heading(self.rulebook), tally, tuple(lines), 12, said)

    def _cards(self, advice: Advice) -> Mapping[str, tuple[Card, Recommended]]:
        made = list(cards(advice.recommendations, self.rulebook, Marks()))
        return {card.key: (card, one) for card, one in zip(made, advice.recommendations, strict=True)}

    def _line(
        self, old: tuple[Card, Recommended] | None, new: tuple[Card, Recommended] | None, turned: Sequence[Turned]
    ) -> Line:
        shown = new or old
        if shown is None:
            raise ValueError("it is shown neither before nor after")
        card, recommended = shown
        under_way = recommended.status is RecommendationStatus.UNDER_WAY
        titles = tuple(f"{title}, {recommended.status.value}" if under_way else title for title in card.titles)
        before, after = _stood(old, new, turned)
        mark = Mark.NEW if old is None else Mark.GONE if new is None else Mark.CHANGED
        return Line(
            card.key,
            mark,
            titles,
            before,
            after,
            self._through(turned),
            tuple(map(self._because, turned)),
            is_advice=True,
        )

    def _result(self, change: Change) -> Line:
        before = Stood(change.before if change.sign is not Sign.CAME else _NONE)
        after = Stood("gone" if change.sign is Sign.WENT else change.after)
        atom = change.turned[0].shown.instance.atom
        key = f"{change.kind.value}|{change.sign.value}|{atom}|{change.before}|{change.after}"
        because = tuple(map(self._because, change.turned))
        return Line(
            key,
            _SIGNS.get(change.sign, Mark.CHANGED),
            (capital(change.sentence),),
            before,
            after,
            self._through(change.turned),
            because,
        )

    def _assumed(self) -> Iterator[Line]:
        """What one side assumes and the other does not."""
        old, new = (
            {one.sentence: one for one in side.assumptions if not one.follows_anyway}
            for side in (self.before, self.after)
        )
        alone = self.letters[0] if len(self.letters) == 1 else ""
        for sentence in (one for one in new if one not in old):
            yield Line(f"assumed|{sentence}", Mark.NEW, (capital(sentence),), Stood(_NONE), Stood("assumed"), alone)
        for sentence in (one for one in old if one not in new):
            yield Line(
                f"assumed|{sentence}", Mark.GONE, (capital(sentence),), Stood("assumed"), Stood("not any more"), alone
            )

    # -- because of what

    def _through(self, turned: Iterable[Turned]) -> str:
        numbers = sorted({number for one in turned for number in one.through.causes})
        if len(numbers) > _MOST_LETTERS:
            return f"{len(numbers)} of these"
        return " ".join(self.letters[number] for number in numbers)

    def _because(self, one: Turned) -> Because:
        instance, through = one.shown.instance, one.through
        was = () if one.new else tuple(reason.sentence for reason in one.old.instance.reasons) if one.old else ()
        now = () if one.old else tuple(reason.sentence for reason in one.new.instance.reasons) if one.new else ()
        return Because(
            instance.atom,
            capital(instance.sentence),
            one.old is not None,
            one.new is not None,
            _each(was or (reason.sentence for reason in one.went)),
            _each(now or (reason.sentence for reason in one.came)),
            self._lettered(through.causes),
            tuple(map(self._lettered, through.others)),
            through.is_exact,
            tuple(map(_step, through.by_way_of)),
        )

    def _lettered(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.letters[number] for number in numbers)


def _stood(
    old: tuple[Card, Recommended] | None, new: tuple[Card, Recommended] | None, turned: Sequence[Turned]
) -> tuple[Stood, Stood]:
    """How a recommendation stands on both sides: by whom it is for, else by how firm it is, else by its reasons."""
    sides = [one[0] if one else None for one in (old, new)]
    places = [one.places if one else () for one in sides]
    if places[0] != places[1]:
        return tuple(Stood(_names(one) if card else _NONE, one) for card, one in zip(sides, places, strict=True))  # type: ignore[return-value]
    if old is None or new is None:
        firm = [firmness(one[1]) if one else _NONE for one in (old, new)]
        return Stood(firm[0]), Stood(firm[1])
    if sides[0] and sides[1] and sides[0].firmness != sides[1].firmness:
        return Stood(sides[0].firmness), Stood(sides[1].firmness)
    had, has = (sum(len(instance.reasons) for instance in one[1].instances) for one in (old, new))
    came = len({reason.rule for one in turned for reason in one.came})
    after = f"{has}, {came} other" if had == has and came else counted(has, "reason")
    return Stood(counted(had, "reason")), Stood(after)


def _names(places: Sequence[Place]) -> str:
    return ", ".join(one.title for one in places if one.is_meant)


def _each(sentences: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentences))


def _step(step: Step) -> tuple[Mark, str]:
    return _SIGNS.get(step.sign, Mark.CHANGED), capital(step.sentence)


def _tally(lines: Iterable[Line]) -> str:
    marks = [one.mark for one in lines]
    named = ((Mark.NEW, "new"), (Mark.CHANGED, "changed"), (Mark.GONE, "gone"))
    return ", ".join(f"{marks.count(mark)} {word}" for mark, word in named if mark in marks)


def _letter(number: int) -> str:
    """`a` to `z`, then `aa`."""
    more, place = divmod(number, len(string.ascii_lowercase))
    return (_letter(more - 1) if more else "") + string.ascii_lowercase[place]
