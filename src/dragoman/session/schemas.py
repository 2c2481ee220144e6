"""The JSON Schemas of what is said of whole sessions, by the kinds that `dragoman schema` knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.exact.json_shapes import Json
from dragoman.session.replay_json import replay_schema
from dragoman.session.story_json import story_schema

SCHEMAS: Mapping[str, Callable[[], Json]] = {"replay": replay_schema, "story": story_schema}
"""What makes the schema of each kind."""
