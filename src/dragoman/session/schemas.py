"""The JSON Schemas of what is said of whole sessions, by the kinds that `dragoman schema` knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.session.replay_json import REPLAY
from dragoman.session.story_json import STORY
from dragoman.source.answer_shape import Json

SCHEMAS: Mapping[str, Callable[[], Json]] = {"replay": REPLAY.described, "story": STORY.described}
"""What makes the schema of each kind."""
