"""Lines that suppose something: what stands behind `what if`, up to what is asked about it."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"^\W*(?:(?:ok|okay|so|well|and|but|hey|now|then|please|hypothetically|just)[ ,]+)*"
    r"(?:(?:what|how|would|does|do|could|can|tell|run|show|play|test|try|simulate|redo|rerun|will|should|is|are)\b[^?]*?\b)?"
    r"(?:what if|suppose|supposing|imagine|assume|assuming|pretend|let us (?:say|suppose|assume|imagine|pretend)"
    r"|let's (?:say|suppose|assume|imagine|pretend)|lets (?:say|suppose|assume|imagine|pretend)|say|if|in case|given|where|with)\b"
    r"(?:\s+that\b)?[ ,:]*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[,;:.?!-]+\s*(?:then\s+)?(?:what|would|how|does|do|should|who|which|is|are|can|could|will|where|why|show|tell|and then|then)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def supposed_in(text: str) -> str:
    """The part of a line that is to be supposed.

    >>> supposed_in("Suppose the West lifts its sanctions, what changes?")
    'the West lifts its sanctions'
    >>> supposed_in("Would your advice change if Kazakhstan left the EAEU?")
    'Kazakhstan left the EAEU'
    """
    rest = _BEFORE.sub("", text, count=1)
    return _AFTER.sub("", rest).strip(" ?!.,")
