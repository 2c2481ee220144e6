"""Dialogues as data: what each line of one must do to the facts, and what it did.

    dialogues/*.yaml -> Dialogue --Session--> a Turned for each line

A file has `dialogue`, `who`, `start` (a situation of the rulebook, or empty) and `turns`. A turn has `say` and, as far as it
is known: `intent`; `adds`, `drops` (facts; without them nothing changes), `same_as` (the facts are those after that turn),
`offers` (a fact among the choices), `asks`, `problem`, `says`, `unchanged`, `advice: changed | same`. What fails has
`known`, which says why; a turn that fails no more must not have it (`python -m tests.conversation --mark` sees to both).

Facts are compared atom by atom, so that a group and all its members are the same.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.conversation.forms import Reply
from dragoman.conversation.json_form import in_force
from dragoman.engines.select import default_engine
from dragoman.errors import DragomanError
from dragoman.language.forms import ReadFact
from dragoman.session.session import Session
from dragoman.situation.forms import CHAT_LAYER, Said, Statement
from dragoman.situation.python_facts import situation_from
from dragoman.situation.spread import statements_of
from dragoman.views.reply import reply_text
from tests.files import yaml_in
from tests.rulebooks import report

FOLDER = Path(__file__).parent / "dialogues"
Told = tuple[object, ...]
"""What one statement says of one atom: the atom, whether it holds, its value, how likely, whether it has a source."""

_COMMANDS = {"why": "why", "why-not": "why-not", "what-if": "what-if"}
_SHOWING = {"advice", "risks", "facts", "unused", "rules", "compare", "sources", "robust", "explain", "flips", "is"}
_EITHER = {"next": ("show", "command")}


@dataclass(frozen=True)
class Turned:
    """What one line did, held against what it must do."""

    number: int
    say: str
    known: str
    wrong: tuple[str, ...]
    """All that is otherwise than it must be."""
    false: frozenset[Told]
    """Facts that were told although nobody said them."""
    lost: frozenset[Told]
    """Facts that were said and not told."""
    came: str
    """What came of it instead, in a few words."""


@dataclass
class _Course:
    """How far a dialogue has come."""

    session: Session
    states: list[frozenset[Told]] = field(default_factory=list)
    """The facts after each turn, as they are."""
    said: set[Told] = field(default_factory=set)
    """All that anybody ever said."""


@cache
def dialogues() -> Mapping[str, Any]:
    """All of them, by name."""
    found = [yaml_in(path) for path in sorted(FOLDER.glob("*.yaml"))]
    return {one["dialogue"]: one for one in found}


def run(dialogue: Mapping[str, Any]) -> Iterator[Turned]:
    """Say all lines of a dialogue, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        session = Session(report(), default_engine(), [dialogue["start"]] if dialogue["start"] else [])
        course = _Course(session)
        course.states.append(_told(session))
        course.said |= course.states[0]
        for number, turn in enumerate(dialogue["turns"], 1):
            yield _turned(course, number, turn)


@cache
def turned(name: str) -> tuple[Turned, ...]:
    """What came of each line of a dialogue."""
    return tuple(run(dialogues()[name]))


def _turned(course: _Course, number: int, turn: Mapping[str, Any]) -> Turned:
    session, before = course.session, course.states[-1]
    advice = session.advice.to_dict()["recommendations"]
    reply = session.ask(session.say(turn["say"]))
    after = _told(session)
    adds, drops = (frozenset(t for one in turn.get(key, ()) for t in _expected(one)) for key in ("adds", "drops"))
    course.states.append(after)
    course.said |= adds | (after if reply.action == "answer" else frozenset())  # what was consented to was said
    wanted = course.states[turn["same_as"]] if "same_as" in turn else (before - drops) | adds
    overridden = {_of(s) for s in session.situation.statements if s.said.layer < CHAT_LAYER}  # said still, and below
    wrong = list(_facts_wrong(after, wanted - (overridden - after)))
    wrong += _reply_wrong(reply, turn, reply_text(reply, report()).lower())
    if "advice" in turn:
        is_changed = session.advice.to_dict()["recommendations"] != advice
        wrong += [f"advice: {turn['advice']}"] if is_changed != (turn["advice"] == "changed") else []
    false, lost = (after - before) - course.said, adds - after
    came = _came(reply, turn) if wrong else ""
    return Turned(number, turn["say"], turn.get("known", ""), tuple(wrong), frozenset(false), frozenset(lost), came)


def _came(reply: Reply, turn: Mapping[str, Any]) -> str:
    """What became of a line that went wrong."""
    offered = [choice for offer in reply.offered for choice in offer.choices]
    if any(_means(choice.fact, one) for choice in offered for one in turn.get("adds", ())):
        return "it is only offered"
    if offered:
        return f"something else is offered: {offered[0].sentence}"
    if reply.understood:
        return (
            f"it is understood so: {'; '.join(f'{one.deed.value}, {one.sentence}' for one in reply.understood)[:160]}"
        )
    if reply.not_understood:
        return "it is not understood"
    return f"it is taken for {' or '.join(intents(reply))}"


def _facts_wrong(after: frozenset[Told], wanted: frozenset[Told]) -> Iterator[str]:
    for what, facts in (("told", after - wanted), ("not told", wanted - after)):
        if facts:
            yield f"{what}: {', '.join(sorted(map(_words, facts)))}"


def _words(told: Told) -> str:
    atom, holds, value, likelihood, is_sourced = told
    beside = "" if str(likelihood) == "CERTAIN" else f" {likelihood}"
    return f"{'' if holds else 'not '}{atom}{'' if value is None else f' = {value}'}{beside}{' (source)' if is_sourced else ''}"


def _reply_wrong(reply: Reply, turn: Mapping[str, Any], text: str) -> Iterator[str]:
    if "intent" in turn and turn["intent"] not in intents(reply):
        yield f"intent: {' or '.join(intents(reply))}, not {turn['intent']}"
    if "offers" in turn and not any(_means(c.fact, turn["offers"]) for o in reply.offered for c in o.choices):
        yield f"offered: {[c.sentence for o in reply.offered for c in o.choices]}"
    if turn.get("asks") and reply.question is None:
        yield "asks nothing"
    if turn.get("problem") and not (reply.is_mistake or reply.not_understood):
        yield "no problem is said"
    for words in turn.get("says", ()):
        if words.lower() not in text:
            yield f"does not say '{words}'"


def intents(reply: Reply) -> tuple[str, ...]:
    """What a reply took the line for."""
    if reply.action in _EITHER:
        return _EITHER[reply.action]
    if reply.intent is not None:
        return (reply.intent.value,)
    if reply.action in _COMMANDS:
        return (_COMMANDS[reply.action],)
    return ("show",) if reply.action in _SHOWING else ("command",) if reply.action else ("tell",)


# -- facts


def _told(session: Session) -> frozenset[Told]:
    """All told facts that are in force."""
    said = in_force(session.rulebook, session.evaluation.evidence)
    return frozenset(t for one in said for t in _parts(one))


def _parts(said: Said) -> Iterator[Told]:
    for statement in statements_of(report(), said):
        yield _of(statement)


def _of(statement: Statement) -> Told:
    said = statement.said
    return statement.atom, said.holds, said.value, said.likelihood, said.source is not None


def _expected(fact: Mapping[str, Any]) -> Iterator[Told]:
    """A fact of a file."""
    beside = {"likelihood": fact.get("likelihood"), "source": "somebody" if fact.get("reported") else None}
    stated: dict[str, Any] = {fact["fact"]: fact.get("slots") or {}}
    written = stated if fact.get("holds", True) else {"not": stated}
    whole = {**written, **{key: value for key, value in beside.items() if value}}
    return map(_of, situation_from(report(), [whole]).statements)


def _means(fact: ReadFact, wanted: Mapping[str, Any]) -> bool:
    """Whether a fact that was offered is the one that is wanted, however likely and whoever says it."""
    try:
        offered = {t[:3] for t in _expected({"fact": fact.fact, "slots": dict(fact.slots), "holds": fact.holds})}
    except DragomanError:  # a choice without all of its slots is none
        return False
    return offered == {
        t[:3] for t in _expected({key: wanted[key] for key in ("fact", "slots", "holds") if key in wanted})
    }


# -- marks


def marked(text: str, turned: Mapping[int, Turned]) -> str:
    """The text of a file with `known` where a turn is wrong, and nowhere else."""
    rows: list[str] = []
    number = 0
    for row in [*text.splitlines(), _END]:
        if row.startswith("  - say:") or row == _END:
            if number and turned[number].wrong:
                kept = turned[number].known or turned[number].came
                rows.append(f"    known: {json.dumps(kept, ensure_ascii=False)}")
            number += 1
        if row != _END and not row.startswith("    known:"):
            rows.append(row)
    return "".join(f"{row}\n" for row in rows)


_END = "\0"
