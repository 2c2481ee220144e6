"""The audit as lines: every firing in order."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.engines.model import Status
from dragoman.explain.audit import Entry
from dragoman.views.lines import Line, Style, counted, line

_STYLES: dict[Status, Style] = {
    Status.GIVES: "good",
    Status.CONFIRMS: "muted",
    Status.OVERRULED: "bad",
    Status.HELD_BACK: "warn",
}


def audit_view(entries: tuple[Entry, ...]) -> list[Line]:
    """Rule, bindings, premises, conclusion, claims, passages, likelihood and engine of each firing."""
    if not entries:
        return [line("No rule fired.")]
    lines = [text for entry in entries for text in _entry(entry)]
    engines = ", ".join(dict.fromkeys(entry.engine for entry in entries))
    return [*lines, line((f"{counted(len(entries), 'firing')}, fired by {engines}", "muted"))]


def _entry(entry: Entry) -> Iterator[Line]:
    status = entry.firing.status
    bindings = ", ".join(f"{name} = {value}" for name, value in entry.bindings)
    yield line(
        (f"{entry.number:>4} ", "muted"),
        (entry.firing.rule, "strong"),
        (f" ({bindings})" if bindings else "", "muted"),
        f" {status.value} ",
        (entry.conclusion, _STYLES[status]),
        (f" [{entry.likelihood.word}]", "muted"),
        hang=5,
    )
    for premise in entry.premises:
        likelihood = f" [{premise.likelihood.word}]"
        yield line("from ", premise.sentence, (f"{likelihood} {premise.origin}", "muted"), indent=5)
    for assumed in entry.assumed:
        yield line(("assuming ", "warn"), assumed, indent=5)
    source = f"report {', '.join(entry.at)}" if entry.at else "beyond the report"
    claims = f"claims {', '.join(entry.claims)} · " if entry.claims else ""
    yield line((f"level {entry.firing.level} · strength {entry.strength.word} · {claims}{source}", "muted"), indent=5)
