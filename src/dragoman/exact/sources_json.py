"""`sources` as JSON; `dragoman schema sources`.

{"format": "dragoman-sources", "version": 1, "situation",
 "sources": [{"title": empty for what was told without one, "grades", "facts": how many statements, "withdrawn": moved, "wrong": moved}],
 "weakest": [{"title", "sentence", "source", "likelihood"}]}
moved = {"takes": [settled], "gives": [settled]}; settled = {"title", "kind", "conclusions": [conclusion]}
"""

from __future__ import annotations

from dragoman.exact.answer_parts import CONCLUSIONS
from dragoman.exact.change_forms import Moved, Settles, SourceAnswer, Sources, WeakestLink
from dragoman.rulebook.forms import ShownAs
from dragoman.source.answer_shape import NUMBER, TEXT, TEXTS, Document, Many, Record, same, words_of

SETTLED = Many(Record(Settles, {"title": TEXT, "kind": words_of(ShownAs), "conclusions": CONCLUSIONS}))
MOVED = Record(Moved, same(SETTLED, "takes", "gives"))
"""What becomes of the advice."""
_SOURCE = Record(SourceAnswer, {"title": TEXT, "grades": TEXTS, "facts": NUMBER, **same(MOVED, "withdrawn", "wrong")})
_WEAKEST = Record(WeakestLink, same(TEXT, "title", "sentence", "source", "likelihood"))
SOURCES = Document(
    "what hangs on each source",
    "dragoman-sources",
    1,
    Record(Sources, {"situation": TEXT, "sources": Many(_SOURCE), "weakest": Many(_WEAKEST)}),
)
"""The answer."""
