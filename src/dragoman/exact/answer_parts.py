"""The parts that many answers hold, in the shapes of :mod:`dragoman.source.answer_shape`."""

from __future__ import annotations

from dragoman.advice.json_form import slots_json, voice_json
from dragoman.exact import json_shapes
from dragoman.exact.change_forms import Concluded
from dragoman.explain.proof import Past
from dragoman.source.answer_shape import TEXT, At, Json, Made, Many, Parts, Record

SLOTS = Made(json_shapes.SLOTS, slots_json)
ATOM: Parts = {"fact": At("atom.fact", TEXT), "slots": SLOTS}
"""Of whatever has an atom and the names of its slots."""
OPEN_ATOM: Parts = {"fact": At(lambda one: one.atom.fact if one.atom else "", TEXT), "slots": SLOTS}
"""The same where there may be no atom."""
STATEMENT = Made(json_shapes.object_of(json_shapes.STATEMENT), voice_json)
STATEMENTS = Many(STATEMENT)


def _past(past: Past) -> Json:
    return {**voice_json(past.voice), "why": past.why}


HISTORY = Many(Made(json_shapes.object_of({**json_shapes.STATEMENT, "why": json_shapes.TEXT}), _past))

CONCLUSIONS = Many(Record(Concluded, ATOM))
"""Conclusions, or open facts, by type and slots."""
