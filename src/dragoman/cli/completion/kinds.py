"""The kinds of names that a shell can ask for."""

from __future__ import annotations

from enum import StrEnum

FILES, FOLDERS = "+files", "+folders"
"""What is on the disk: the shell knows it."""


class Kind(StrEnum):
    """What `dragoman completion --names` takes."""

    SITUATIONS = "situations"
    RULEBOOKS = "rulebooks"
    SESSIONS = "sessions"
    TARGETS = "targets"
    """Whom advice can be kept to."""
    ENTITIES = "entities"
    FACTS = "facts"
    """Fact types that can be told."""
    CONCLUSIONS = "conclusions"
    """Fact types that rules conclude."""
    RULES = "rules"
    PARAMETERS = "parameters"
    """Thresholds as `--set` takes them, with `=`."""
    THRESHOLDS = "thresholds"
    TERMS = "terms"
    """Words that can be explained."""
    SCHEMAS = "schemas"
