"""The JSON Schemas of answers, by the kinds that `dragoman schema` knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.exact.difference_json import difference_schema
from dragoman.exact.schema_parts import Json
from dragoman.exact.why_not_json import silence_schema, why_not_schema

SCHEMAS: Mapping[str, Callable[[], Json]] = {
    "why-not": why_not_schema,
    "silence": silence_schema,
    "diff": difference_schema,
}
"""What makes the schema of each kind."""
