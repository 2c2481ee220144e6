"""Files beside the tests, read fast: the sets and dialogues are large, and every worker reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML has the fast one where it was built with libyaml."""


def yaml_in(path: Path) -> Any:
    """What a file of YAML holds."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
