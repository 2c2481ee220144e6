"""Recommendations as cards: what a row of the list shows, and what stands below it when it is unfolded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.advice.forms import Instance, Reason, Recommended
from dragoman.advice.support import Order
from dragoman.rulebook.forms import RecommendationStatus, Rulebook
from dragoman.rulebook.words import capital
from dragoman.views.carried import carried_brief
from dragoman.views.lines import Line, Span, line
from dragoman.views.recommendations import everyone_of, reason_parts, tempered
from dragoman.views.screen.forms import Card, Labelled, Mark, Place
from dragoman.views.screen.marks import Marks, key_of
from dragoman.views.screen.titles import titles, whom

_MOST_AGAINST, _MOST_NAMED = 2, 2
_LABELS = {"still lacking: ": "lacks"}


def cards(recommendations: Sequence[Recommended], rulebook: Rulebook, marks: Marks) -> Iterator[Card]:
    """All recommendations in the order of the advice, then those of which nothing is left."""
    everybody = whom(rulebook)
    for number, one in enumerate(recommendations, start=1):
        yield Card(
            key_of(one),
            number,
            marks.of_card(one),
            titles(one, rulebook),
            _places(one, everybody),
            firmness(one),
            tuple(_reasons(one)),
            tuple(_said(one)),
            tuple(instance.atom for instance in one.instances),
        )
    for one in marks.gone:
        yield Card(key_of(one), 0, Mark.GONE, titles(one, rulebook), _places(one, everybody), "gone")


def firmness(recommended: Recommended) -> str:
    """How firm the best grounds are; of what is under way, that it is."""
    is_under_way = recommended.status is RecommendationStatus.UNDER_WAY
    found: str = recommended.status.value if is_under_way else recommended.likelihood.in_words
    return found


def _places(recommended: Recommended, everybody: Sequence[tuple[str, str, str]]) -> tuple[Place, ...]:
    meant = {one.target_name for one in recommended.instances}
    if not any(meant):
        return ()
    return tuple(Place(code, title, name in meant) for name, code, title in everybody)


# -- unfolded


def _reasons(recommended: Recommended) -> Iterator[Line]:
    """The reasons of all instances, those of one rule together; the report's before the rulebook's own, the best first."""
    having: dict[str, list[tuple[Order, Instance, Reason]]] = {}
    for instance in recommended.instances:
        for reason in instance.reasons:
            having.setdefault(reason.rule, []).append((reason.order, instance, reason))
    if not having:
        yield line("It was told.")
    everyone = everyone_of(recommended)
    best = {rule: min(order for order, _, _ in found) for rule, found in having.items()}
    for rule in sorted(having, key=lambda rule: (best[rule].beyond_report, best[rule])):
        by_instance: dict[str, tuple[Order, Instance, Reason]] = {}
        for one in sorted(having[rule], key=lambda one: one[0]):
            by_instance.setdefault(one[1].target_name, one)
        first, instances = next(iter(by_instance.values())), [one[1] for one in by_instance.values()]
        others = [one.target for one in instances[1:] if one.target]
        likewise = ", ".join(others) if len(others) <= _MOST_NAMED else f"{len(others)} others"
        of_all = everyone if len(instances) == len(recommended.instances) else ""
        yield line(*reason_parts(instances, first[2], likewise=likewise, everyone=of_all))


def _said(recommended: Recommended) -> Iterator[Labelled]:
    for one in carried_brief(recommended, recommended.instances, areas=True):
        label, *rest = one.spans
        yield Labelled(_LABELS.get(label.text, label.text.rstrip(": ")), Line(tuple(rest)))
    weaker = dict.fromkeys(one.likelihood.in_words for one in recommended.instances)
    if firmness(recommended) not in weaker or len(weaker) > 1:
        yield Labelled("grounds", line(" to ".join(weaker)))
    for text in tempered(recommended.instances, _MOST_NAMED)[:_MOST_AGAINST]:
        yield Labelled("against", line(capital(text)))
    if recommended.beyond_report:
        yield Labelled("note", line(("beyond the report", "warn")))
    for caveat in recommended.caveats:
        yield Labelled("note", Line((Span(caveat, "muted"),)))
