"""What the suite looks at in a share: the rest is marked `long`, and `pytest -m long` tries it (`.ci/run` does)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import settings

T = TypeVar("T")
EIGHTHS = {
    "app": "actions another_subject board breaking compare leaving panes prompt record start watching worker terminal starting",
    "board": "board",
    "cli": "sessions rulebook_commands audit advise another_subject board candidates changes documents exit input interview json plain process "
    "session_facts terminal why why_not keyboard completion arguments pager",
    "engines": "bound columns select",
    "exact": "shipped_changes what_if",
    "explain": "advice audit carried conflicts proofs questions short",
    "input": "python door hostile round_trip template",
    "language": "complete hostile kept_and_pruned near plugged",
    "journal": "journal room_and_rights",
    "papers": "brief",
    "reader": "command kept",
    "properties": "disturbances engines_agree",
    "session": "replay restore story",
    "conversation": "answers going_on replies requests say topics undo",
    "check": "files near_misses schema schema_agrees",
}
"""Files, by folder, that take long as a whole: the suite runs every eighth test of each, all others are long."""
ORDINARY, AT_LENGTH = 10, 20
"""How many examples hypothesis tries in the suite, and beside what is long."""


def share(
    values: Iterable[T], *, every: int = 0, of: Collection[str] = (), name: Callable[[T], str] = str
) -> list[ParameterSet]:
    """The values as parameters of a test: one of so many, or those of these names; all others are long."""
    parameters = []
    for number, value in enumerate(values):
        is_ours = number % every == 0 if every else name(value) in of
        parameters.append(pytest.param(value, id=name(value), marks=() if is_ours else pytest.mark.long))
    assert parameters
    return parameters


def share_files(items: Iterable[pytest.Item]) -> None:
    """Mark as long seven of eight tests of those files."""
    shared = {f"tests/{folder}/test_{name}.py" for folder, names in EIGHTHS.items() for name in names.split()}
    seen: Counter[str] = Counter()
    for item in items:
        file = item.nodeid.split("::")[0]
        if file in shared and not item.get_closest_marker("long"):
            if seen[file] % 8:
                item.add_marker(pytest.mark.long)
            seen[file] += 1


def examples(number: int) -> int:
    """So many examples at length, and fewer in the suite, as the profile of hypothesis has it; thousands if it is `long`."""
    return max(2, number * settings().max_examples // AT_LENGTH)
