"""What each code of a finding means, with an example and how to mend it: the paragraphs of `explanations.md`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("explanations.md")
_HEADING = re.compile(r"^## (\d{3}) (.+)$", re.MULTILINE)


@cache
def explanations() -> dict[str, tuple[str, str]]:
    """By number, the meaning of a code in a few words and its paragraph."""
    parts = _HEADING.split(_FILE.read_text(encoding="utf-8"))
    triples = zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    return {number: (meaning, " ".join(text.split())) for number, meaning, text in triples}


def number_of(code: str) -> str:
    """`101` of `RB101`, `fa101` or `101`; whatever else was given comes back as it is."""
    found = re.fullmatch(r"(?:RB|FA)?(\d{3})", code.strip().upper(), re.ASCII)
    return found.group(1) if found else code
