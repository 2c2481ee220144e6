"""One line of the benchmark: two things timed beside each other, their ratio, and the goal for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """A ratio, and what it is made of."""

    section: str
    workload: str
    what: str
    """What was timed."""
    microseconds: float
    """For one run, or for one situation where there are many."""
    than: str = ""
    """What it is held against."""
    ratio: float | None = None
    """How many times faster than that, or, where the goal is a limit, how many times as long."""
    goal: str = ""
    """As design section 8 has it: `>= 5` for times faster, `<= 1.5` for times as long; empty where it has none."""

    @property
    def verdict(self) -> str:
        """Whether the goal is met."""
        if not self.goal or self.ratio is None:
            return ""
        sign, limit = self.goal.split()
        is_met = self.ratio >= float(limit) if sign == ">=" else self.ratio <= float(limit)
        return "yes" if is_met else "NO"


def table(rows: Sequence[Row]) -> str:
    """The rows as a table in Markdown, a section after the other."""
    lines: list[str] = []
    for section in dict.fromkeys(row.section for row in rows):
        lines += ["", f"### {section}", "", "| workload | what | us | against | ratio | goal | met |"]
        lines.append("| --- | --- | ---: | --- | ---: | --- | --- |")
        lines += ["| " + " | ".join(_cells(row)) + " |" for row in rows if row.section == section]
    return "\n".join(lines)


def _cells(row: Row) -> Iterable[str]:
    ratio = "" if row.ratio is None else f"{row.ratio:,.2f}" if row.ratio < 100 else f"{row.ratio:,.0f}"
    time = f"{row.microseconds:,.3g}" if row.microseconds < 1000 else f"{row.microseconds:,.0f}"
    return row.workload, row.what, time, row.than, ratio, row.goal, row.verdict


def keep(path: Path, rows: Sequence[Row], machine: dict[str, object]) -> None:
    """The rows and the machine as JSON."""
    path.write_text(json.dumps({"machine": machine, "rows": [asdict(row) for row in rows]}, indent=1) + "\n", "utf-8")
