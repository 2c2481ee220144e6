"""Findings as JSON: what `dragoman check --format json` prints.

{"rulebook", "findings": [{"code", "severity", "meaning", "message", "file", "line", "column",
"also": [{"file", "line", "column"}]}], "instances": {rule: number}}      the last only where they were counted
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.errors import Finding, Place
from dragoman.source.codes import CODES

_UNNEEDED = "6"
"""The first digit of what keeps no rulebook from being used."""


def severity(finding: Finding) -> str:
    """`error` for what keeps a rulebook from being used, `warning` for what is unneeded or unsaid."""
    return "warning" if finding.code[2:].startswith(_UNNEEDED) else "error"


def findings_json(folder: object, findings: Iterable[Finding], instances: Mapping[str, int] | None) -> dict[str, Any]:
    """The findings as data; `instances` counts those of each rule, where they were asked for."""
    return {
        "rulebook": str(folder),
        "findings": [
            {
                "code": finding.code,
                "severity": severity(finding),
                "meaning": CODES.get(finding.code[2:], ""),
                "message": finding.message,
                **_place_json(finding.place),
                "also": [_place_json(place) for place in finding.also],
            }
            for finding in findings
        ],
        **({} if instances is None else {"instances": dict(instances)}),
    }


def _place_json(place: Place) -> dict[str, Any]:
    return {"file": place.source, "line": place.line, "column": place.column}
