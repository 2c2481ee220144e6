"""Findings for people, for scripts and for the checks that GitHub runs on a pull request."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import Finding, Place
from dragoman.source.codes import CODES

_UNNEEDED = "6"
"""The first digit of what keeps no rulebook from being used."""


def severity(finding: Finding) -> str:
    """`error` for what keeps a rulebook from being used, `warning` for what is unneeded or unsaid."""
    return "warning" if finding.code[2:].startswith(_UNNEEDED) else "error"


def findings_json(folder: Path, findings: Iterable[Finding], instances: Mapping[str, int] | None) -> dict[str, Any]:
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


def workflow_command(finding: Finding) -> str:
    """The line that makes GitHub show a finding beside the line of the file.

    Source of the format: "Workflow commands for GitHub Actions", docs.github.com.
    """
    also = f" (see also {', '.join(f'{_from_here(p.source)}:{p.line}:{p.column}' for p in finding.also)})"
    place = {
        "file": _from_here(finding.place.source),
        "line": str(finding.place.line),
        "col": str(finding.place.column),
        "title": finding.code,
    }
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in place.items())
    message = _escaped(finding.message + (also if finding.also else ""))
    return f"::{severity(finding)} {properties}::{message}"


def _escaped(text: str, further: str = "") -> str:
    for character in f"%\r\n{further}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _from_here(source: str) -> str:
    """A path as seen from the working folder, which is what GitHub knows files by."""
    path = Path(source)
    return os.path.relpath(path) if path.is_absolute() and path.is_relative_to(Path.cwd()) else source
