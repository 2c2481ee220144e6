"""What is hashed, and how: the same bytes for the same event in every version, on every machine.

    text   = the payload as JSON in ASCII: keys sorted, no spaces, control characters escaped
    digest = SHA-256 of the salt and the text
    hash   = SHA-256 of the JSON list [hash before, session, seq, time, kind, digest], written in the same way

The hash holds the digest, not the text: so the texts of a deleted session can be wiped and its chain stays right. The
salt is random and is wiped with the text, or a short text ("yes") could be guessed from its digest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from math import isfinite
from typing import Any

FIRST = ""
"""What stands for the hash before the first event."""


def canonical(value: object) -> str:
    r"""A JSON value as the one text that is hashed; no character of it can steer a terminal.

    >>> canonical({"b": 1, "a": "\u00e9\x7f"})
    '{"a":"\\u00e9\\u007f","b":1}'

    Raises:
        TypeError: for what JSON cannot hold as it is, a key that is no text or a number that is none.
    """
    _check(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).replace("\x7f", "\\u007f")


def digest_of(salt: str, text: str) -> str:
    """The digest of a payload."""
    return sha256(f"{salt}{text}".encode(errors="surrogatepass")).hexdigest()


def hash_of(before: str, session: str, seq: int, time: str, kind: str, digest: str) -> str:
    """The hash of an event that follows the one with the hash `before`."""
    return sha256(canonical([before, session, seq, time, kind, digest]).encode()).hexdigest()


def _check(value: object) -> None:
    match value:
        case None | str() | int():  # a truth value is a whole number to Python
            return
        case float() if isfinite(value):
            return
        case list() | tuple():
            for item in value:
                _check(item)
            return
        case Mapping() if all(isinstance(key, str) for key in value):
            for item in value.values():
                _check(item)
            return
    raise TypeError(f"a payload cannot hold {value!r:.60}")


def object_in(text: str) -> dict[str, Any] | None:
    """The JSON object that a text holds; None if it holds something else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
