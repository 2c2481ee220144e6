"""A reply as JSON, one object for each line that was said; `dragoman schema reply` is its schema.

{"format": "dragoman-reply", "version": 1, "line", "said", "text", "intent", "action", "argument",
 "reading": null or as `dragoman read --json` has it,
 "understood": [{"deed", "sentence", "was"}], "offers": [{"span", "reason", "choices": [{"sentence", ...fact}]}],
 "question": null or {"kind", "sentence", "answers": [{"key", "words"}], "wants", "decides", "about"},
 "facts": [{"fact", "slots", "holds", "likelihood", "source", "date"}],
 "supposed", "changes": [{"sign", "kind", "id", "sentence", "whom", "before", "after"}],
 "unused", "contradicts": [{"said", "against", "disputed"}], "not_understood", "nearest", "notes", "problems", "left"}

"text" is the whole reply as people read it. "facts" are all told facts that are in force after the line, the session's own
and those that were loaded: a group as one where all that was said of it is in force, else what is left of it, one by one.
What the catalogue of instruments says and what is reckoned from shares was not told. "changes" are those in the advice,
in the order of the advice; where "supposed" is true they would be, and the facts stay as they are. "problems" say why
nothing was done. "left" is true where the line ended the session.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dragoman.conversation.forms import Asked, AskedKind, Choice, Clash, Deed, Open, Reply
from dragoman.conversation.talk import Talk
from dragoman.exact.difference_json import CHANGED
from dragoman.exact.json_shapes import NUMBER, TEXT, TRUTH, Json, document, many, maybe, object_of, words_of
from dragoman.language.forms import Intent
from dragoman.language.json_form import fact_json, reading_json, reading_schema
from dragoman.rulebook.forms import Atom, Blank, Rulebook
from dragoman.situation.document import fact_node
from dragoman.situation.evidence import Evidence
from dragoman.situation.forms import CATALOGUE_LAYER, Said
from dragoman.situation.spread import statements_of
from dragoman.source.json_writer import json_text

FORMAT, VERSION = "dragoman-reply", 1


def reply_json(talk: Talk, reply: Reply, text: str) -> Json:
    """The reply in the shape that the module describes; `talk` is as it was after it, `text` the reply in words."""
    difference = reply.difference
    problems = [finding.message for finding in reply.findings]
    return {
        "format": FORMAT,
        "version": VERSION,
        "line": talk.state.line,
        "said": reply.text,
        "text": text,
        "intent": reply.intent and reply.intent.value,
        "action": reply.action,
        "argument": reply.argument,
        "reading": reply.reading and reading_json(reply.reading),
        "understood": [{"deed": u.deed.value, "sentence": u.sentence, "was": u.was} for u in reply.understood],
        "offers": list(map(_offer, reply.offered)),
        "question": reply.question and _question(talk.rulebook, reply.question),
        "facts": list(facts_json(talk)),
        "supposed": any(one.deed is Deed.SUPPOSED for one in reply.understood),
        "changes": list(map(CHANGED.write, difference.changes)) if difference else [],
        "unused": list(reply.unused),
        "contradicts": list(map(_clash, reply.clashes)),
        "not_understood": list(reply.not_understood),
        "nearest": list(reply.nearest),
        "notes": list(reply.notes),
        "problems": [*problems, *([reply.problem] if reply.problem else [])],
        "left": reply.leaves,
    }


def _offer(offer: Open) -> Json:
    return {"span": offer.span, "reason": offer.reason, "choices": list(map(_choice, offer.choices))}


def _choice(choice: Choice) -> Json:
    return {"sentence": choice.sentence, **fact_json(choice.fact)}


def _question(rulebook: Rulebook, asked: Asked) -> Json:
    return {
        "kind": asked.kind.value,
        "sentence": asked.sentence,
        "answers": [{"key": one.key, "words": one.words} for one in asked.answers],
        "wants": asked.wants,
        "decides": list(asked.decides),
        "about": asked.atom and _atom(rulebook, asked.atom),
    }


def _atom(rulebook: Rulebook, atom: Atom) -> Json:
    names = rulebook.facts[atom.fact].key_names
    return {"fact": atom.fact, "slots": dict(zip(names, atom.key, strict=True))}


def _clash(clash: Clash) -> Json:
    return {"said": clash.said, "against": list(clash.against), "disputed": clash.is_disputed}


# -- what is told


def facts_json(talk: Talk) -> Iterator[Json]:
    """All told facts that are in force, in the order of the fact types."""
    for said in in_force(talk.rulebook, talk.advised.evaluation.evidence):
        yield _fact(talk.rulebook, said)


def in_force(rulebook: Rulebook, evidence: Evidence) -> Iterator[Said]:
    """What was told and is in force: as it was said where all of it is, else each atom of it that is for itself."""
    by_said: dict[Said, list[Atom]] = {}
    for known in evidence.told.values():
        for statement in (*known.firm, *known.doubtful):
            if statement.said.layer > CATALOGUE_LAYER:
                by_said.setdefault(statement.said, []).append(statement.atom)
    for said, atoms in by_said.items():
        if len(atoms) == len(statements_of(rulebook, said)):
            yield said
        else:
            yield from (_of(said, atom) for atom in atoms)


def _of(said: Said, atom: Atom) -> Said:
    """What was said of a group, of one member."""
    return dataclasses.replace(said, terms=tuple(Blank.MISSING if value is None else value for value in atom.key))


def _fact(rulebook: Rulebook, said: Said) -> Json:
    node = json.loads(json_text(fact_node(rulebook.facts[said.fact], said, places=False)))
    return {
        "fact": said.fact,
        "slots": node.get("not", node)[said.fact],
        "holds": said.is_stated,
        "likelihood": said.told_as or None,
        "source": said.source and said.source.title,
        "date": said.date and str(said.date),
    }


# -- the schema


def reply_schema() -> Json:
    """The JSON Schema of what :func:`reply_json` gives."""
    reading = reading_schema()
    parts = reading.pop("$defs")
    fact = parts["fact"]["properties"]
    told = {name: fact[name] for name in ("fact", "slots", "holds", "source", "date")}
    likelihood = {"description": "As it was said: a word of ICD 203, or a percentage.", "type": ["string", "null"]}
    choice = object_of({"sentence": TEXT, **fact})
    question = {
        "kind": words_of(AskedKind),
        "sentence": TEXT,
        "answers": many(object_of({"key": TEXT, "words": TEXT})),
        "wants": TEXT,
        "decides": many(TEXT),
        "about": maybe(object_of({"fact": TEXT, "slots": {"type": "object"}})),
    }
    properties = {
        "line": NUMBER,
        **dict.fromkeys(("said", "text"), TEXT),
        "intent": {"enum": [None, *(intent.value for intent in Intent)]},
        **dict.fromkeys(("action", "argument"), TEXT),
        "reading": maybe({name: reading[name] for name in ("type", "properties", "required", "additionalProperties")}),
        "understood": many(object_of({"deed": words_of(Deed), "sentence": TEXT, "was": TEXT})),
        "offers": many(object_of({"span": TEXT, "reason": TEXT, "choices": many(choice)})),
        "question": maybe(object_of(question)),
        "facts": many(object_of({**told, "likelihood": likelihood})),
        "supposed": TRUTH,
        "changes": many(CHANGED.schema),
        "unused": many(TEXT),
        "contradicts": many(object_of({"said": TEXT, "against": many(TEXT), "disputed": TRUTH})),
        **dict.fromkeys(("not_understood", "nearest", "notes", "problems"), many(TEXT)),
        "left": TRUTH,
    }
    return {**document("what a line led to", FORMAT, VERSION, properties), "$defs": parts}


OUTPUTS: Mapping[str, Callable[[], dict[str, Any]]] = {"reply": reply_schema}
"""The schemas of what commands write, by name."""
