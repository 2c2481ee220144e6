"""Files of a rulebook as plain data, the way an editor's JSON Schema sees them."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from dragoman.errors import Finding
from dragoman.rulebook.shapes import KINDS
from dragoman.source.json_reader import read_json
from dragoman.source.nodes import Mapping, Node, Sequence
from dragoman.source.yaml_reader import read_yaml

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?\Z", re.ASCII)
"""As JSON writes numbers."""


def kind_of(path: Path, *, is_facts: bool = False) -> str:
    """Which kind of file it is, by where it stands and what it is called."""
    if is_facts and path.parent.name != "cases":
        return "situation"
    if path.parent.name in {"situations", "cases", "phrases"}:
        return {"situations": "situation"}.get(path.parent.name, path.parent.name)
    return path.stem if path.stem in KINDS else "rules"


def data_of(path: Path) -> Any:
    """What stands in a file, as YAML 1.2 has it; None if it is not well-formed."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
    node = (read_json if path.suffix == ".json" else read_yaml)(str(path), text, "RB")
    return None if isinstance(node, Finding) else plain(node)


def plain(node: Node) -> Any:
    """A node as data: dates stay text, numbers become numbers, with all their digits."""
    match node:
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case Sequence():
            return [plain(item) for item in node.items]
    if not node.plain or node.text in {"", "~", "null", "true", "false"}:
        return node.text if not node.plain else {"true": True, "false": False}.get(node.text)
    if not _NUMBER.match(node.text):
        return node.text
    is_whole = node.text.lstrip("-").isdecimal() and len(node.text) < 100
    return int(node.text) if is_whole else Decimal(node.text)


def written(path: Path, data: Any) -> None:
    """The data as a file: JSON is YAML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
