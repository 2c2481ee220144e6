"""One fact as a person types it: the inside of an entry of a file, in flow style, without the braces around it."""

from __future__ import annotations

from dragoman.source.nodes import Node
from dragoman.source.reading import Reading


def typed(reading: Reading, source: str, text: str) -> Node | None:
    """What was typed, as an entry of a file: `fact: {...}, note: so` is the inside of one. None after noting why not."""
    stripped = text.strip()
    # the brace stands on a line of its own, since the line may end in a comment
    is_whole = stripped.startswith(("{", "[")) or "\n" in stripped
    return reading.document(source, stripped if is_whole else f"{{{stripped}\n}}")
