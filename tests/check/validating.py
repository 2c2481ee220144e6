"""A validator of JSON Schemas that says what `jsonschema` says, and sooner where a fact is one of very many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
from jsonschema import Draft202012Validator

_WHOLE = Draft202012Validator.VALIDATORS["oneOf"]


def _one_of(
    validator: Any, alternatives: list[Any], instance: Any, schema: Any
) -> Iterator[jsonschema.ValidationError]:
    """Alternatives that each want a name and nothing more are looked up; `jsonschema` makes a validator of each."""
    if not isinstance(instance, dict) or any(one.keys() != {"required"} for one in alternatives):
        yield from _WHOLE(validator, alternatives, instance, schema)
    elif (fitting := sum(instance.keys() >= {*one["required"]} for one in alternatives)) != 1:
        yield jsonschema.ValidationError(f"{instance!r} is valid under {fitting} of the given schemas")


Validator: Any = jsonschema.validators.extend(  # type: ignore[no-untyped-call] # jsonschema has no types of its own
    Draft202012Validator, {"oneOf": _one_of}
)
