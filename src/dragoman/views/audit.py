"""The audit as lines: every firing in order."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.engines.model import Status
from dragoman.explain.answers import Audit
from dragoman.explain.audit import Entry
from dragoman.views.lines import Line, Style, counted, line

_STYLES: dict[Status, Style] = {
    Status.GIVES: "good",
    Status.CONFIRMS: "muted",
    Status.OVERRULED: "bad",
    Status.HELD_BACK: "warn",
}


def audit_view(audit: Audit) -> list[Line]:
    """Rule, bindings, premises, conclusion, claims, passages, likelihood and engine of each firing."""
    if not audit.entries:
        return [line(_nothing(audit))]
    lines = [text for entry in audit.entries for text in _entry(entry, audit.document)]
    return [*lines, line((f"{counted(len(audit.entries), 'firing')}, fired by {audit.engine}", "muted"))]


def _nothing(audit: Audit) -> str:
    if not audit.facts:
        return "No rule fired: nothing was told."
    among = f"among the {counted(audit.facts, 'fact')} told"
    if audit.rule:
        return f"{audit.rule} did not fire: its conditions are not all met {among}."
    return f"No rule fired: no rule has all its conditions met {among}."


def _entry(entry: Entry, document: str) -> Iterator[Line]:
    status = entry.firing.status
    bindings = ", ".join(f"{name} = {value}" for name, value in entry.bindings)
    yield line(
        (f"{entry.number:>4} ", "muted"),
        (entry.firing.rule, "strong"),
        (f" ({bindings})" if bindings else "", "muted"),
        f" {status.value} ",
        (entry.conclusion, _STYLES[status]),
        (f" [{entry.likelihood.in_words}]", "muted"),
        hang=5,
    )
    for premise in entry.premises:
        likelihood = f" [{premise.likelihood.in_words}]"
        yield line("from ", premise.sentence, (f"{likelihood} {premise.origin}", "muted"), indent=5)
    for assumed in entry.assumed:
        yield line(("assuming ", "warn"), assumed, indent=5)
    source = f"{document} {', '.join(entry.at)}" if entry.at else f"beyond the {document}"
    claims = f"claims {', '.join(entry.claims)} · " if entry.claims else ""
    yield line(
        (f"level {entry.firing.level} · strength {entry.strength.in_words} · {claims}{source}", "muted"), indent=5
    )
