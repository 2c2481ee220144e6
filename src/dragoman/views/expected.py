"""Risks, forecasts and things to watch in few lines: those of one likelihood in one, and of one time together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.forms import Result
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import capital
from dragoman.views.advice import also, cut
from dragoman.views.joined import in_one
from dragoman.views.lines import Line, Part, Style, line
from dragoman.views.recommendations import tempered

_MOST_NAMED = 2


def apart(result: Result, tempering: int, style: Style = "bad") -> Line:
    """A line of its own, with so many of the counter-weights behind it."""
    marks = ", ".join(filter(None, (result.likelihood.in_words, result.beside, _beyond(result))))
    parts: list[Part] = [("• ", style), capital(result.sentence), also(result), (f" [{marks}]", "muted")]
    weights = tempered(result.instances, _MOST_NAMED)
    if weights and tempering:
        parts.append((f"; tempered by: {cut(weights, tempering, '; ')}", "muted"))
    return line(*parts, indent=2)


def together(results: Iterable[Result], most: int, style: Style = "accent") -> Iterator[Line]:
    """A line for each likelihood, with so many results named in it; what is foremost first, then the likeliest."""
    groups: dict[Likelihood, list[Result]] = {}
    for result in results:
        groups.setdefault(result.likelihood, []).append(result)
    for likelihood, found in sorted(groups.items(), key=lambda item: (min(one.place for one in item[1]), -item[0])):
        named, left = _named(sorted(found, key=lambda one: one.place), most)
        parts: list[Part] = [("• ", style), (f"{likelihood.in_words}: ", "muted")]
        for number, (time, sentences) in enumerate(named.items()):
            parts += [("; " if number else "", ""), (f"{time}, " if time else "", "muted"), "; ".join(sentences)]
        yield line(*parts, (f"; and {left} more" if left else "", "muted"), indent=2)


def _named(results: Sequence[Result], most: int) -> tuple[dict[str, list[str]], int]:
    """The first sentences by their time, and how many results no sentence names."""
    merged = list(_merged(results))
    by_time: dict[str, list[str]] = {}
    for time, sentence, _ in merged[:most]:
        by_time.setdefault(time, []).append(sentence)
    return by_time, sum(number for _, _, number in merged[most:])


def _merged(results: Sequence[Result]) -> Iterator[tuple[str, str, int]]:
    """Time, sentence, and for how many results it stands: one for those that differ in one place only."""
    kinds: dict[tuple[str, ...], list[Result]] = {}
    for one in results:
        kinds.setdefault((one.id, one.beside, *one.likewise, _beyond(one)), []).append(one)
    for found in kinds.values():
        joined = in_one([one.sentence for one in found]) if len(found) > 1 else ""
        if joined:
            yield found[0].beside, f"{joined}{_likewise(found[0])}{_mark(found[0])}", len(found)
        else:
            yield from ((one.beside, f"{_whole(one)}{_mark(one)}", 1) for one in found)


def _whole(result: Result) -> str:
    """The sentence with the further targets: listed in it where it ends with them."""
    if result.likewise:
        joined = in_one([instance.sentence for instance in result.instances])
        if joined.endswith(f" and {result.likewise[-1]}"):
            return joined
    return f"{result.sentence}{_likewise(result)}"


def _likewise(result: Result) -> str:
    return f" (likewise {', '.join(result.likewise)})" if result.likewise else ""


def _mark(result: Result) -> str:
    """Whether it is the rulebook's own."""
    return " [beyond the report]" if result.beyond_report else ""


def _beyond(result: Result) -> str:
    return "beyond the report" if result.beyond_report else ""
