"""What hangs on each source, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.exact.change_forms import Moved, Settles, SourceAnswer, Sources
from dragoman.rulebook.forms import ShownAs
from dragoman.views.lines import BLANK, Line, Part, counted, line

_FEW = 4
"""So many of the risks, forecasts and what to watch are named; all recommendations are."""


def sources_view(answer: Sources, *, everything: bool = False) -> list[Line]:
    """Each source on which something hangs, then those on which nothing does, then the weakest links."""
    lines = [line((answer.situation, "title"))]
    if not answer.sources:
        lines.append(line(("Nothing was told, so nothing hangs on any source.", "muted")))
    idle = [one for one in answer.sources if not _moves(one.withdrawn) and not _moves(one.wrong)]
    found = [one for one in answer.sources if one not in idle]
    if found:
        heading = line(("SOURCES", "accent"), ("  what the advice would lose, and gain, without each", "muted"))
        lines += [BLANK, heading, *(row for one in found for row in _source(one, everything=everything))]
    if idle:
        names = "; ".join(_name(one) for one in idle)
        lines += [BLANK, line((f"Nothing hangs on {counted(len(idle), 'source')} alone: ", "muted"), names)]
    if answer.weakest:
        lines += [BLANK, line(("WEAKEST LINKS", "accent"), ("  of the recommendations", "muted"))]
        lines += [
            line(
                "• ",
                one.title,
                ": ",
                one.sentence,
                (f" [{', '.join(filter(None, (one.likelihood, one.source)))}]", "muted"),
                indent=2,
            )
            for one in answer.weakest
        ]
    return lines


def _name(one: SourceAnswer) -> str:
    title = one.title or "what was told without a source"
    return f"{title} ({', '.join(one.grades)})" if one.grades else title


def _source(one: SourceAnswer, *, everything: bool) -> Iterator[Line]:
    yield line("• ", (_name(one), "strong"), (f", {counted(one.facts, 'statement')}", "muted"), indent=2)
    yield from _moved("withdrawn", one.withdrawn, everything=everything)
    if one.wrong != one.withdrawn:
        yield from _moved("wrong", one.wrong, everything=everything)


def _moved(how: str, moved: Moved, *, everything: bool) -> Iterator[Line]:
    if not _moves(moved):
        yield line((f"{how}: ", "muted"), "the advice stays as it is", indent=4)
    for verb, settled in (("goes", moved.takes), ("comes", moved.gives)):
        if settled:
            yield line((f"{how}, this {verb}: ", "muted"), *_named(settled, everything=everything), indent=4)


def _named(settled: tuple[Settles, ...], *, everything: bool) -> Iterator[Part]:
    advice = [one for one in settled if one.kind is ShownAs.RECOMMENDATION]
    others = [one for one in settled if one.kind is not ShownAs.RECOMMENDATION]
    shown = others if everything else others[:_FEW]
    yield "; ".join(one.title for one in (*advice, *shown))
    if len(shown) < len(others):
        yield f"; and {len(others) - len(shown)} more (--full)", "muted"


def _moves(moved: Moved) -> bool:
    return bool(moved.takes or moved.gives)
