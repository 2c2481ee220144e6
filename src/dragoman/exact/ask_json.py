"""`ask` as JSON, in the manner of :mod:`dragoman.advice.json_form`; `dragoman schema ask`.

{"format": "dragoman-ask", "version": 1, "situation",
 "questions": [{"question", "whom", "facts": [{"fact", "slots"}], "settles", "settles_else",
   "answers": [{"reply", "gives": [settled], "takes": [settled]}]}]}
settled = {"title", "kind": recommendation, risk, forecast or watch, "conclusions": [{"fact", "slots"}]}

What settles most comes first. "settles" is how many recommendations, "settles_else" how many risks, forecasts and things to
watch. A question of several entities is one if what it settles is the same but for them; then it names none and "whom" does.
"""

from __future__ import annotations

from dragoman.exact.answer_parts import CONCLUSIONS
from dragoman.exact.change_forms import Answer, Ask, Asked
from dragoman.exact.sources_json import SETTLED
from dragoman.source.answer_shape import NUMBER, TEXT, Document, Many, Record, same

_ANSWER = Record(Answer, {"reply": TEXT, **same(SETTLED, "gives", "takes")})
_QUESTION = Record(
    Ask,
    {
        **same(TEXT, "question", "whom"),
        "facts": CONCLUSIONS,
        **same(NUMBER, "settles", "settles_else"),
        "answers": Many(_ANSWER),
    },
)
ASKED = Document("what to ask", "dragoman-ask", 1, Record(Asked, {"situation": TEXT, "questions": Many(_QUESTION)}))
"""The answer."""
