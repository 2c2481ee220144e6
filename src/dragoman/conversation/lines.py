"""What kind of line it is, by its looks alone."""

from __future__ import annotations

import re

from dragoman.rulebook.forms import Rulebook

LONGEST = 10_000
"""Characters of a line that are looked at."""
_LIKE_A_FILE = re.compile(r"^\s*(?:\{|\[(?![^][{}]*\]\s*\w)|(?P<key>[a-z][a-z0-9_]*)\s*:)")
"""A word in brackets before others is no list: `[Reuters] Russia has a base in Armenia`."""
_THAT = re.compile(
    r"^(?:please |ok(?:ay)? |no,? |actually,? |sorry,? )*(?:forget|withdraw|take back|drop|remove|delete|strike|retract|scratch|undo|discard|cancel|i take back)"
    r" (?:that|it|this|them|those|(?:the |that |my )?(?P<last>last|latest)(?: one| fact| statement| line| thing)?|what i just said|the one i just told you)"
    r"(?: one| fact| again| please| back)*[.! ]*$|^(?:i )?take (?:that|it|this|them)(?: last one)? back[.! ]*$",
    re.IGNORECASE,
)


def is_like_a_file(rulebook: Rulebook, text: str) -> bool:
    """Whether a line looks like a fact as a file writes it."""
    found = _LIKE_A_FILE.match(text)
    if found is None:
        return False
    key = found["key"]
    return key is None or key in ("not", "forget") or key in rulebook.facts or "{" in text


def takes_back_the_latest(text: str) -> bool:
    """Whether a line takes back what was said just before, without a word of what it was: `forget that`."""
    return _THAT.match(text.strip()) is not None
