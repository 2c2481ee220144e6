"""An evaluation becomes a memo: advice, what it hangs on, proofs and facts, gathered once and worded to fit two pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
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
from dragoman.papers.forms import Brief, Sentence
from dragoman.papers.room import ROOMS, Room, fits
from dragoman.rulebook.forms import RecommendationStatus, Report
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.lookup import targets as targets_of
from dragoman.rulebook.words import capital
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


def brief_of(evaluation: Evaluation, targets: tuple[str, ...] = ()) -> Brief:
    """The memo on one evaluation; with `targets`, names in the rulebook, kept to them as advice is.

    Raises:
        EngineError: if the rules have more instances than can be held.
        RulebookError: with all mistakes of the rulebook's board.
    """
    advice = advice_of(evaluation, targets, findings=False)
    plan = plan_of(evaluation.rulebook)
    whom = targets or _advised(advice, evaluation)
    first = advice.recommendations[0].instances[0].atom if advice.recommendations else None
    found = _Found(
        footing=Footing(FiringWording(evaluation)),
        advice=advice,
        hinges=hinges(evaluation, whom),
        asked=ask(evaluation, whom),
        proof=Prover(evaluation).prove(first) if first is not None else None,
        board=board_of(evaluation, plan) if plan is not None and not targets else None,
    )
    for room in ROOMS[:-1]:
        brief = _brief(found, room)
        if fits(brief):
            return brief
    return _brief(found, ROOMS[-1])


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
        situation=advice.situation,
        as_of=day(advice.as_of) if advice.as_of else "",
        advised=rulebook.called.advised,
        kept_to=tuple(target.title for target in advice.targets),
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


def _report(report: Report) -> str:
    by = ", ".join(filter(None, (", ".join(report.authors), report.publisher, day(report.date))))
    return f"{report.title} ({by})"


def day(date: datetime.date) -> str:
    """A day as people write it, the same in every locale."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
