"""How a line of plain English was read, as lines: what it tells, what is only offered, what was not understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.language.forms import Offer, ReadFact, Reading
from dragoman.views.lines import Line, line


def reading_view(reading: Reading, said: str = "") -> list[Line]:
    """What was made of the line `said`, in the names of the rulebook."""
    lines = [line((f"{said} ", "strong"), (f"[{reading.intent.value}]", "muted"))]
    told = (("told", reading.facts), ("withdrawn", reading.withdrawn), ("supposed", reading.supposed))
    lines += [line((f"{label}: ", "good"), _fact(fact), indent=2) for label, facts in told for fact in facts]
    lines += offers_view(reading.offered)
    lines += [line(("not understood: ", "warn"), words, indent=2) for words in reading.not_understood]
    return lines


def offers_view(offers: Iterable[Offer]) -> Iterator[Line]:
    """What may have been meant, and why it was not taken for said."""
    for offer in offers:
        yield line((f"offered ({offer.reason or 'it says so'}):", "accent"), indent=2)
        yield from (line(_fact(choice), indent=4) for choice in offer.choices)


def _fact(fact: ReadFact) -> str:
    slots = ", ".join(f"{name}: {value}" for name, value in fact.slots.items())
    said = f"{fact.fact}: {{{slots}}}"
    said = said if fact.holds else f"not: {{{said}}}"
    beside = {"likelihood": fact.likelihood, "source": fact.source, "date": fact.date}
    return ", ".join((said, *(f"{name}: {value}" for name, value in beside.items() if value)))
