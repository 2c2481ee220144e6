"""A memo as JSON, in the manner of :mod:`dragoman.advice.json_form`.

{"format": "dragoman-brief", "version": 1, "situation", "as_of", "advised", "for": [name], "report", "rulebook", "engine", "digest",
 "set_apart": [text], "standing", "holds": [sentence], "blocks": [{"title", "is_for_several", "items": [{"title": sentence, "marks",
 "parts": [part], "carried", "lacking", "caveats"}], "further": [part], "against"}], "nothing": [text], "caveats": [text],
 "horizons": [{"title", "risks": [sentence], "forecasts": [sentence], "watch": [sentence], "left"}],
 "assumed": [sentence], "unknown": [sentence], "hinges": [sentence], "openings": [sentence],
 "notes": [{"number", "rules", "facts", "at"}],
 "rules": [{"number", "id", "sentence", "times", "others", "strength", "at", "claims", "beyond_report"}],
 "facts": [{"number", "sentence", "source", "at", "standing", "place", "is_used"}], "remarks": [text]}
sentence = {"text", "notes": [number], "mark"}      part = {"called", "marks", "reasons": [sentence]}

A note's "rules" are ids, its "facts" numbers of "facts". The proof and the board of the other forms are what `why` and
`board` print as JSON.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from dragoman.papers.forms import Brief, Sentence

FORMAT, VERSION = "dragoman-brief", 1

Json = dict[str, Any]


def brief_json(brief: Brief) -> Json:
    """The memo; an absent text is ""."""
    left_out = {"proof", "board", "kept_to"}
    fields = {
        field.name: _plain(getattr(brief, field.name))
        for field in dataclasses.fields(brief)
        if field.name not in left_out
    }
    return {"format": FORMAT, "version": VERSION, **fields, "for": list(brief.kept_to)}


def _plain(value: Any) -> Any:
    if isinstance(value, Sentence):
        return {"text": value.text, "notes": list(value.notes), "mark": value.mark}
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
