"""Findings for the checks that GitHub runs on a pull request."""

from __future__ import annotations

import os
from pathlib import Path

from dragoman.errors import Finding
from dragoman.source.findings_json import severity


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
