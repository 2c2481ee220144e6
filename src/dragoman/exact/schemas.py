"""The JSON Schemas of answers, by the kinds that `dragoman schema` knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.exact.ask_json import ASKED
from dragoman.exact.difference_json import DIFFERENCE
from dragoman.exact.flips_json import FLIPS, HINGES
from dragoman.exact.robust_json import ROBUST
from dragoman.exact.sources_json import SOURCES
from dragoman.exact.why_not_json import SILENCE, WHY_NOT
from dragoman.source.answer_shape import Json

SCHEMAS: Mapping[str, Callable[[], Json]] = {
    "why-not": WHY_NOT.described,
    "silence": SILENCE.described,
    "diff": DIFFERENCE.described,
    "flips": FLIPS.described,
    "hinges": HINGES.described,
    "robust": ROBUST.described,
    "ask": ASKED.described,
    "sources": SOURCES.described,
}
"""What makes the schema of each kind."""
