"""`ask` as JSON, in the manner of :mod:`dragoman.advice.json_form`; `dragoman schema ask`.

{"format": "dragoman-ask", "version": 1, "situation",
 "questions": [{"question", "whom", "facts": [{"fact", "slots"}], "settles", "settles_else",
   "answers": [{"reply", "gives": [settled], "takes": [settled]}]}]}
settled = {"title", "kind": recommendation, risk, forecast or watch, "conclusions": [{"fact", "slots"}]}

What settles most comes first. "settles" is how many recommendations, "settles_else" how many risks, forecasts and things to
watch. A question of several entities is one if what it settles is the same but for them; then it names none and "whom" does.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.exact.change_forms import Answer, Ask, Asked, Settles
from dragoman.exact.changes_json import CONCLUSIONS, conclusions_json
from dragoman.exact.json_shapes import NUMBER, TEXT, Json, document, many, object_of, words_of
from dragoman.rulebook.forms import ShownAs

FORMAT, VERSION = "dragoman-ask", 1


def asked_json(answer: Asked) -> Json:
    """The answer in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "situation": answer.situation,
        "questions": [_ask(one) for one in answer.questions],
    }


def _ask(one: Ask) -> Json:
    return {
        "question": one.question,
        "whom": one.whom,
        "facts": conclusions_json(one.facts),
        "settles": one.settles,
        "settles_else": one.settles_else,
        "answers": [_answer(answer) for answer in one.answers],
    }


def _answer(answer: Answer) -> Json:
    return {"reply": answer.reply, "gives": _settled(answer.gives), "takes": _settled(answer.takes)}


def _settled(settled: Iterable[Settles]) -> list[Json]:
    return [
        {"title": one.title, "kind": one.kind.value, "conclusions": conclusions_json(one.conclusions)}
        for one in settled
    ]


def ask_schema() -> Json:
    """The JSON Schema of what :func:`asked_json` gives."""
    settled = many(object_of({"title": TEXT, "kind": words_of(ShownAs), "conclusions": CONCLUSIONS}))
    question = {
        "question": TEXT,
        "whom": TEXT,
        "facts": CONCLUSIONS,
        "settles": NUMBER,
        "settles_else": NUMBER,
        "answers": many(object_of({"reply": TEXT, "gives": settled, "takes": settled})),
    }
    properties = {"situation": TEXT, "questions": many(object_of(question))}
    return document("what to ask", FORMAT, VERSION, properties)
