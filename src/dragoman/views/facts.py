"""What has been said, as lines, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.statement_wording import StatementWording, wording_of
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.answers import is_disputed
from dragoman.situation.evidence import Known, weigh
from dragoman.situation.forms import CATALOGUE_LAYER, Situation
from dragoman.views.advice import voice
from dragoman.views.lines import BLANK, Line, Part, counted, line


def situation_view(rulebook: Rulebook, situation: Situation) -> list[Line]:
    """A situation by name, and every fact that was told in it, its own before those that it takes over."""
    based = f", based on {', '.join(situation.based_on)}" if situation.based_on else ""
    date = f" · as of {situation.as_of.isoformat()}" if situation.as_of else ""
    head = line((situation.title, "title"), (f"{date}{based}", "muted"))
    return [head, BLANK, *_view(rulebook, sorted(_told(rulebook, situation), key=_is_inherited))]


def facts_view(rulebook: Rulebook, situation: Situation) -> list[Line]:
    """Every fact that was told, weighed: what counts, what is disputed, what is history."""
    return _view(rulebook, _told(rulebook, situation))


def _told(rulebook: Rulebook, situation: Situation) -> list[Known]:
    return [known for known in weigh(rulebook, situation).known.values() if not _is_catalogue(known)]


def _view(rulebook: Rulebook, known: list[Known]) -> list[Line]:
    voices = wording_of(rulebook)
    if not known:
        return [line("Nothing has been said yet.")]
    lines: list[Line] = []
    for item in known:
        lines.extend(_known(voices, item))
    lines.append(BLANK)
    lines.append(line((f"{counted(len(known), 'fact')}; the catalogue of instruments is not listed", "muted")))
    return lines


def _is_inherited(known: Known) -> bool:
    return all(statement.said.origin for statement in (*known.firm, *known.doubtful))


def _is_catalogue(known: Known) -> bool:
    statements = (*known.firm, *known.doubtful, *(s for s, _ in known.lost))
    return all(s.said.layer == CATALOGUE_LAYER for s in statements)


def _known(voices: StatementWording, known: Known) -> Iterator[Line]:
    disputed = is_disputed(voices.rulebook.facts[known.atom.fact], known)
    for statement in known.firm:
        mark: Part = ("disputed ", "bad") if disputed else ("+ ", "good") if statement.said.holds else ("- ", "bad")
        yield line(mark, *voice(voices.of(statement)))
    for statement in known.doubtful:
        yield line(("? doubtful: ", "warn"), *voice(voices.of(statement)))
    for statement, why in known.lost:
        yield line((f"  history, {why.value}: ", "muted"), *voice(voices.of(statement)), indent=2)
