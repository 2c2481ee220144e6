"""Risks, forecasts and what to watch, by their time: what differs in one place only is one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dragoman.advice.forms import Advice, Result
from dragoman.papers.footing import Footing
from dragoman.papers.forms import Horizon, Sentence
from dragoman.papers.room import Room
from dragoman.rulebook.forms import Rulebook, ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import capital
from dragoman.views.advice import of_kind
from dragoman.views.joined import in_one


class _Said(NamedTuple):
    """A sentence, and all that it stands for."""

    text: str
    results: tuple[Result, ...]

    @property
    def likelihood(self) -> Likelihood:
        return self.results[0].likelihood


def horizons(footing: Footing, advice: Advice, room: Room) -> tuple[Horizon, ...]:
    """What may come, by its time: without one first, then as the vocabulary orders them."""
    times = _times(footing.rulebook)
    found: dict[str, dict[ShownAs, list[Result]]] = {}
    for kind in (ShownAs.RISK, ShownAs.FORECAST, ShownAs.WATCH):
        for result in of_kind(advice, kind):
            found.setdefault(result.beside, {}).setdefault(kind, []).append(result)
    ordered = sorted(found, key=lambda beside: times.index(beside) if beside in times else len(times))
    return tuple(_horizon(footing, beside, found[beside], room) for beside in ordered)


def _times(rulebook: Rulebook) -> list[str]:
    """What the vocabulary shows beside sentences, in its order; nothing stands first."""
    found = {"": None}
    for fact in rulebook.facts.values():
        for slot in fact.keys:
            found.update(dict.fromkeys((slot.beside or {}).values()))
    return list(found)


def _horizon(footing: Footing, title: str, found: dict[ShownAs, list[Result]], room: Room) -> Horizon:
    said = {kind: list(_merged(results)) for kind, results in found.items()}
    shown = {kind: tuple(_sentence(footing, one) for one in some[: room.expected]) for kind, some in said.items()}
    left = sum(len(one.results) for some in said.values() for one in some[room.expected :])
    risks, forecasts, watch = (shown.get(kind, ()) for kind in (ShownAs.RISK, ShownAs.FORECAST, ShownAs.WATCH))
    return Horizon(title, risks, forecasts, watch, left)


def _sentence(footing: Footing, said: _Said) -> Sentence:
    beyond = f"beyond the {footing.document}" if said.results[0].beyond_report else ""
    mark = "; ".join(filter(None, (said.likelihood.in_words, beyond)))
    atoms = (instance.atom for result in said.results for instance in result.instances)
    return Sentence(capital(said.text), footing.of_atoms(atoms), mark)


def _merged(results: Iterable[Result]) -> Iterator[_Said]:
    """Results that differ in one place only as one sentence; what is foremost first, then the likeliest."""
    kinds: dict[tuple[object, ...], list[Result]] = {}
    for one in sorted(results, key=lambda one: (-one.likelihood, one.place)):
        kinds.setdefault((one.likelihood, one.id, one.beside, one.likewise, one.beyond_report), []).append(one)
    for found in kinds.values():
        joined = in_one([one.sentence for one in found]) if len(found) > 1 else ""
        if joined:
            yield _Said(f"{joined}{_likewise(found)}", tuple(found))
        else:
            yield from (_Said(_whole(one), (one,)) for one in found)


def _whole(result: Result) -> str:
    """The sentence with the further targets: listed in it where it ends with them."""
    if result.likewise:
        joined = in_one([instance.sentence for instance in result.instances])
        if joined.endswith(f" and {result.likewise[-1]}"):
            return joined
    return f"{result.sentence}{_likewise([result])}"


def _likewise(results: Sequence[Result]) -> str:
    return f" (likewise {', '.join(results[0].likewise)})" if results[0].likewise else ""
