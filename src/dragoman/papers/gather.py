"""An evaluation becomes a memo: advice, what it hangs on, proofs and facts, gathered once and worded to fit two pages."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation
from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Advice, Held, Recommended
from dragoman.board.forms import Board
from dragoman.board.plan import plan_of
from dragoman.board.play import board_of
from dragoman.exact.ask_answers import ask
from dragoman.exact.change_forms import Asked, Hinges
from dragoman.exact.flip_answers import hinges
from dragoman.explain.proof import Node, Prover
from dragoman.papers import open as standing
from dragoman.papers.advised import blocks, once
from dragoman.papers.expected import horizons
from dragoman.papers.footing import Footing
from dragoman.papers.forms import Brief, Note, Sentence
from dragoman.papers.room import LINES, ROOMS, Room, fits
from dragoman.rulebook.forms import RecommendationStatus, Report, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.lookup import targets as targets_of
from dragoman.rulebook.words import capital
from dragoman.views.advice import called
from dragoman.views.recommendations import noted_of_all, who_acts

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
"""Of the language of the page, whatever that of the machine."""


class _Found(NamedTuple):
    """All that a memo is made of, found once."""

    footing: Footing
    advice: Advice
    hinges: Hinges
    asked: Asked
    proof: Node | None
    board: Board | None


def brief_of(evaluation: Evaluation, targets: tuple[str, ...] = (), lines: int = LINES) -> Brief:
    """The memo on one evaluation; with `targets`, names in the rulebook, kept to them as advice is.

    `lines` is how many stand on two pages.

    Raises:
        EngineError: if the rules have more instances than can be held.
        RulebookError: with all mistakes of the rulebook's board.
    """
    advice = advice_of(evaluation, targets, findings=False)
    plan = plan_of(evaluation.rulebook)
    whom = targets or _advised(advice, evaluation)
    foremost = advice.recommendations[0].instances[0].atom if advice.recommendations else None
    found = _Found(
        footing=Footing(FiringWording(evaluation)),
        advice=advice,
        hinges=hinges(evaluation, whom),
        asked=ask(evaluation, whom),
        proof=Prover(evaluation).prove(foremost) if foremost is not None else None,
        board=board_of(evaluation, plan) if plan is not None and not targets else None,
    )
    tried: dict[int, Brief] = {}

    def is_enough(number: int) -> bool:
        tried[number] = _brief(found, ROOMS[number])
        return fits(tried[number], lines)

    last = len(ROOMS) - 1
    first = bisect_left(range(last), True, key=is_enough)
    return tried[first] if first in tried else _brief(found, ROOMS[first])


def _advised(advice: Advice, evaluation: Evaluation) -> tuple[str, ...]:
    """Whom recommendations are for: what would change for others is left out, since the situation may not speak of them."""
    found = {instance.target_name for one in advice.recommendations for instance in one.instances}
    return tuple(name for name in targets_of(evaluation.rulebook) if name in found)


def _brief(found: _Found, room: Room) -> Brief:
    """The memo with so much in it."""
    footing, advice = found.footing.afresh(), found.advice
    rulebook, recommendations = footing.rulebook, advice.recommendations
    holds = tuple(_held(footing, group) for group in advice.holds)
    advised, caveats = once(blocks(footing, recommendations, room))
    times = horizons(footing, advice, room)
    assumed = tuple(standing.assumed(footing, advice, room))
    unknown = tuple(standing.unknown(footing, advice, found.asked, room))
    falls = tuple(standing.hinges(footing, found.hinges, room))
    openings = tuple(standing.openings(footing, found.hinges, room))
    notes = footing.notes()
    return Brief(
        situation=called(advice),
        as_of=day(advice.as_of) if advice.as_of else "",
        advised=rulebook.called.advised,
        kept_to=tuple(target.title for target in advice.targets),
        document=rulebook.called.document,
        report=_report(rulebook.report),
        rulebook=advice.rulebook,
        engine=advice.engine,
        digest=advice.digest,
        set_apart=tuple(_set_apart(advice)),
        standing=_standing(recommendations),
        holds=holds,
        blocks=advised,
        nothing=() if recommendations else (advice.notes or ("No recommendation follows from these facts.",)),
        caveats=(*noted_of_all(recommendations), *caveats),
        horizons=times,
        assumed=assumed,
        unknown=unknown,
        hinges=falls,
        openings=openings,
        notes=notes,
        passages=tuple(_passages(rulebook, notes)),
        proof=found.proof,
        board=found.board,
        rules=footing.rules(),
        facts=footing.facts(notes),
        remarks=advice.notes if recommendations else (),
    )


def _held(footing: Footing, group: tuple[Held, ...]) -> Sentence:
    said = []
    for held in group:
        hedge = held.likelihood.in_words if held.likelihood is not Likelihood.UNHEDGED else ""
        marks = ", ".join(filter(None, (hedge, held.beside, "told" if held.told else "")))
        said.append(f"{held.sentence}{f' ({marks})' if marks else ''}")
    return Sentence(capital("; ".join(said)), footing.of_atoms(dict.fromkeys(a for held in group for a in held.atoms)))


def _standing(recommendations: Sequence[Recommended]) -> str:
    under_way = sum(one.status is RecommendationStatus.UNDER_WAY for one in recommendations)
    if not recommendations:
        return ""
    some = f"{under_way} of {len(recommendations)} recommendations are under way, and marked so; the others are advised"
    said = some if under_way else "All of it is advised; nothing of it is known to be under way"
    return ". ".join(filter(None, (said, capital(who_acts(recommendations)))))


def _set_apart(advice: Advice) -> Iterator[str]:
    """The thresholds that were set for this run."""
    for one in advice.thresholds:
        if one.own:
            yield f"{one.name.replace('_', ' ')} is {one.value} for this memo, not {one.own}"


def _passages(rulebook: Rulebook, notes: Iterable[Note]) -> Iterator[str]:
    """What cited locators say, where that is more than they show; in the order of their letters, then of their numbers."""
    cited = {locator for note in notes for locator in note.at}
    for locator in sorted(
        cited, key=lambda one: [part.zfill(4) if part.isdigit() else part for part in re.split(r"(\d+)", one)]
    ):
        said = rulebook.locators.said(locator)
        if said != locator:
            yield said if locator in said else f"{locator}: {said}"


def _report(report: Report) -> str:
    by = ", ".join(filter(None, (", ".join(report.authors), report.publisher, day(report.date))))
    return f"{report.title} ({by})"


def day(date: datetime.date) -> str:
    """A day as people write it, the same in every locale."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
