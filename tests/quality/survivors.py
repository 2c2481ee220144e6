"""The mutants that may survive: `survivors.yaml` lists them, each kind of reason once, with the changes that it is for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import yaml

ACCEPTED = Path(__file__).with_name("survivors.yaml")
"""Those of the report's rulebook."""


def read_accepted(path: Path) -> dict[str, str]:
    """The reason of each mutant that is listed.

    Raises:
        ValueError: where one is listed twice or without a reason.
    """
    found: dict[str, str] = {}
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or ():
        for mutant in entry["mutants"]:
            if mutant in found:
                raise ValueError(f"{path.name}: listed twice: {mutant}")
            found[mutant] = " ".join(str(entry.get("because") or "").split())
            if not found[mutant]:
                raise ValueError(f"{path.name}: without a reason: {mutant}")
    return found


def differences(survives: Mapping[str, bool], accepted: Collection[str], rules: Collection[str]) -> Iterator[str]:
    """Where what survives is not what is listed; of the list only what concerns the `rules` that were changed counts."""
    for mutant, does in survives.items():
        if does and mutant not in accepted:
            yield f"survives, and is not listed: {mutant}"
    for mutant in accepted:
        if mutant.partition(":")[0] in rules and not survives.get(mutant, False):
            yield f"{'is caught' if mutant in survives else 'does not exist'}, and is listed: {mutant}"
