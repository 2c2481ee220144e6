"""A board as JSON, in the manner of :mod:`dragoman.advice.json_form`; `dragoman schema squares`.

{"format": "dragoman-board", "version": 1, "title", "situation", "as_of", "advised",
 "poles": [heading], "rows": [heading], "columns": [heading],
 "squares": [{"row", "column", "standing": leads, contested, open or not known, "leader": a pole or empty,
   "signs": [sign], "moves": [sign], "advice": [way], "asks": [question]}]}
heading = {"name", "title", "short": a code of two letters, or empty}
sign = {"says": leads, contests, open, gains or eases, "who", "called", "rank": 0 for none, "decides", "text", "likelihood",
        "facts": [{"fact", "slots", "name", "sentence", "told", "likelihood"}], "at", "reason", "own": whether it is the rulebook's}
way = {"fact", "slots", "name", "title", "called", "status", "grounds", "because", "rules", "at", "reason", "own"}
question = {"question", "fact", "slots", "name", "standing", "leader"}

"name" is what `why` takes, of a question what `why-not` takes. "standing" and "leader" of a question are what the square
would be by the answer that is looked for; as they are, where one answer is not enough.
"""

from __future__ import annotations

from dragoman.advice.json_form import conclusion_json, slots_json
from dragoman.board.forms import Board, Could, Heading, Open, Speaks, Spoken, Square, Standing
from dragoman.exact.json_shapes import ATOM, NUMBER, SLOTS, TEXT, TRUTH, Json, document, many, object_of, words_of
from dragoman.rulebook.board_forms import Grounds, Says
from dragoman.rulebook.forms import RecommendationStatus

FORMAT, VERSION = "dragoman-board", 1


def board_json(board: Board) -> Json:
    """The board in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": board.title,
        "situation": board.situation,
        "as_of": board.as_of.isoformat() if board.as_of else "",
        "advised": board.advised,
        "poles": [_heading(one) for one in board.poles],
        "rows": [_heading(one) for one in board.rows],
        "columns": [_heading(one) for one in board.columns],
        "squares": [_square(square) for squares in board.squares for square in squares],
    }


def _heading(heading: Heading) -> Json:
    return {"name": heading.name, "title": heading.title, "short": heading.short}


def _square(square: Square) -> Json:
    return {
        "row": square.row,
        "column": square.column,
        "standing": square.standing.value,
        "leader": square.leader,
        "signs": [_speaks(one) for one in square.signs],
        "moves": [_speaks(one) for one in square.moves],
        "advice": [_could(one) for one in square.advice],
        "asks": [_open(one) for one in square.asks],
    }


def _speaks(one: Speaks) -> Json:
    return {
        "says": one.says.value,
        "who": one.who,
        "called": one.called,
        "rank": one.rank,
        "decides": one.decides,
        "text": one.text,
        "likelihood": one.likelihood.word,
        "facts": [_spoken(fact) for fact in one.facts],
        **_grounds(one.grounds),
    }


def _spoken(one: Spoken) -> Json:
    return {
        **conclusion_json(one.atom, one.slots),
        "name": one.name,
        "sentence": one.sentence,
        "told": one.told,
        "likelihood": one.likelihood.word,
    }


def _could(one: Could) -> Json:
    return {
        **conclusion_json(one.atom, one.slots),
        "name": one.name,
        "title": one.title,
        "called": one.called,
        "status": one.status.value,
        "grounds": one.likelihood.word,
        "because": one.because,
        "rules": list(one.rules),
        **_grounds(one.grounds),
    }


def _open(one: Open) -> Json:
    return {
        "question": one.question,
        "fact": one.fact,
        "slots": slots_json(one.slots),
        "name": one.name,
        "standing": one.standing.value,
        "leader": one.leader,
    }


def _grounds(grounds: Grounds) -> Json:
    return {"at": list(grounds.at), "reason": grounds.reason, "own": grounds.is_own}


def squares_schema() -> Json:
    """The JSON Schema of what :func:`board_json` gives."""
    heading = object_of({"name": TEXT, "title": TEXT, "short": TEXT})
    grounds = {"at": many(TEXT), "reason": TEXT, "own": TRUTH}
    fact = {**ATOM, "name": TEXT, "sentence": TEXT, "told": TRUTH, "likelihood": TEXT}
    sign = {
        "says": words_of(Says),
        **dict.fromkeys(("who", "called", "text", "likelihood"), TEXT),
        "rank": NUMBER,
        "decides": TRUTH,
        "facts": many(object_of(fact)),
        **grounds,
    }
    way = {
        **ATOM,
        **dict.fromkeys(("name", "title", "called", "grounds", "because"), TEXT),
        "status": words_of(RecommendationStatus),
        "rules": many(TEXT),
        **grounds,
    }
    standing = {"standing": words_of(Standing), "leader": TEXT}
    question = {"question": TEXT, "fact": TEXT, "slots": SLOTS, "name": TEXT, **standing}
    square = {
        "row": TEXT,
        "column": TEXT,
        **standing,
        "signs": many(object_of(sign)),
        "moves": many(object_of(sign)),
        "advice": many(object_of(way)),
        "asks": many(object_of(question)),
    }
    properties = {
        **dict.fromkeys(("title", "situation", "as_of", "advised"), TEXT),
        **dict.fromkeys(("poles", "rows", "columns"), many(heading)),
        "squares": many(object_of(square)),
    }
    return document("a situation as a board", FORMAT, VERSION, properties)
