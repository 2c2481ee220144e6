"""The JSON Schemas of answers, by the kinds that `dragoman schema` knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.exact.ask_json import ask_schema
from dragoman.exact.difference_json import difference_schema
from dragoman.exact.flips_json import flips_schema, hinges_schema
from dragoman.exact.json_shapes import Json
from dragoman.exact.robust_json import robust_schema
from dragoman.exact.sources_json import sources_schema
from dragoman.exact.why_not_json import silence_schema, why_not_schema

SCHEMAS: Mapping[str, Callable[[], Json]] = {
    "why-not": why_not_schema,
    "silence": silence_schema,
    "diff": difference_schema,
    "flips": flips_schema,
    "hinges": hinges_schema,
    "robust": robust_schema,
    "ask": ask_schema,
    "sources": sources_schema,
}
"""What makes the schema of each kind."""
