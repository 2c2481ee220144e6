"""The advice as a page: recommendations, risks, forecasts, what to watch, and what it rests on or leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.forms import Advice, Result
from dragoman.exact.difference_forms import Difference
from dragoman.rulebook.forms import Rulebook, ShownAs
from dragoman.rulebook.words import capital
from dragoman.views.advice import also, called, of_kind
from dragoman.views.lines import counted
from dragoman.views.screen.cards import cards
from dragoman.views.screen.forms import Card, Item, Listed, Mark, Page, Tally
from dragoman.views.screen.marks import Marks, marks

_HEADINGS = {ShownAs.RISK: "Risks", ShownAs.FORECAST: "Forecasts", ShownAs.WATCH: "To watch"}
_FIRST = {ShownAs.RISK: 3, ShownAs.FORECAST: 2, ShownAs.WATCH: 2}
_FEW = 2


def page(advice: Advice, rulebook: Rulebook, found: Difference | None = None) -> Page:
    """The page of `advice`; what is another than before by `found` is marked."""
    marked = marks(found, advice.recommendations)
    shown = tuple(cards(advice.recommendations, rulebook, marked))
    lists = tuple(one for one in _lists(advice, rulebook, marked) if one.items)
    return Page(
        title=advice.situation,
        called=called(advice),
        as_of=advice.as_of,
        heading=heading(rulebook),
        cards=shown,
        lists=lists,
        tally=_tally(shown),
        facts=advice.telling.own,
        remark="" if advice.recommendations else _remark(advice),
    )


def heading(rulebook: Rulebook) -> str:
    """`What the EU should do`."""
    advised = rulebook.called.advised
    return f"What {advised} should do" if advised else "What is advised"


def _tally(shown: Iterable[Card]) -> Tally:
    found = [one.mark for one in shown]
    return Tally(found.count(Mark.NEW), found.count(Mark.CHANGED), found.count(Mark.GONE))


def _remark(advice: Advice) -> str:
    if not advice.facts:
        return "Nothing was told yet. Tell a fact, and the advice follows."
    return "No recommendation follows from what was told so far."


def _lists(advice: Advice, rulebook: Rulebook, marked: Marks) -> Iterator[Listed]:
    yield _conflicts(advice)
    for kind in _HEADINGS:
        yield _results(kind, list(of_kind(advice, kind)), [one for one in marked.went if one.kind is kind], marked)
    if not advice.recommendations:
        findings = [one for one in advice.results if one.kind is ShownAs.FINDING and not one.is_told]
        yield Listed("What follows so far", tuple(map(_item, findings)), str(len(findings)), 2 * _FIRST[ShownAs.RISK])
    yield _holds(advice)
    yield _assumed(advice)
    yield _thresholds(advice)
    yield _unused(advice)
    yield Listed("Notes", tuple(Item(note) for note in advice.notes), "", 9)


def _results(kind: ShownAs, results: Sequence[Result], went: Sequence[Result], marked: Marks) -> Listed:
    """What has changed comes first, then what is foremost."""
    items = [_item(one, marked.of_result(one)) for one in results]
    items.sort(key=lambda one: one.mark is Mark.NONE)
    gone = [Item(capital(one.sentence), "gone", Mark.GONE) for one in went]
    numbers = [(mark.value, sum(one.mark is mark for one in (*items, *gone))) for mark in Mark if mark.value]
    changed = "   ".join(f"{sign} {number}" for sign, number in numbers if number)
    count = "   ".join(filter(None, (changed, str(len(results)) if results else "")))
    first = max(_FIRST[kind], sum(one.mark is not Mark.NONE for one in items) + len(gone))
    return Listed(_HEADINGS[kind], (*gone, *items), count, first)


def _item(result: Result, mark: Mark = Mark.NONE) -> Item:
    beside = ", ".join(filter(None, (result.beside, "beyond the report" if result.beyond_report else "")))
    text = f"{capital(result.sentence)}{also(result)}"
    return Item(text, result.likelihood.in_words, mark, beside, result.instances[0].atom)


def _conflicts(advice: Advice) -> Listed:
    items = []
    for conflict in advice.conflicts:
        sides = "; ".join(f"{voice.says} ({voice.source or voice.place})" for voice in conflict.voices)
        items.append(Item(capital(conflict.sentence), "disputed", beside=sides, atom=conflict.atom))
    return Listed("Disputed", tuple(items), "nothing rests on it", _FIRST[ShownAs.RISK], is_doubt=True)


def _holds(advice: Advice) -> Listed:
    items = []
    for group in advice.holds:
        for held in group:
            items.append(
                Item(capital(held.sentence), "told" if held.told else held.likelihood.in_words, beside=held.beside)
            )
    return Listed("What holds now", tuple(items), str(len(items)), _FEW)


def _assumed(advice: Advice) -> Listed:
    found = [one for one in advice.assumptions if not one.follows_anyway]
    advised = {one.id for one in advice.recommendations}
    found.sort(key=lambda one: advised.isdisjoint(one.rests))
    items = (Item(capital(one.sentence), beside="doubted, too faintly to count" if one.doubts else "") for one in found)
    return Listed("Assumed", tuple(items), str(len(found)), _FEW)


def _thresholds(advice: Advice) -> Listed:
    items = []
    for one in advice.thresholds:
        whose = (
            f"set for this run, not {one.own}"
            if one.own
            else f"the {advice.document}'s"
            if one.at
            else "the rulebook's"
        )
        items.append(
            Item(capital(f"{one.name.replace('_', ' ')}: {one.value}"), beside=f"{whose}. {one.reason}".rstrip(". "))
        )
    return Listed("Thresholds", tuple(items), str(len(items)), 1)


def _unused(advice: Advice) -> Listed:
    items = tuple(Item(capital(one.sentence), beside=one.why.value) for one in advice.telling.unused)
    count = f"{len(items)} of {counted(advice.telling.own, 'fact')}"
    return Listed("Not used", items, count, _FEW)
