"""One line of a session: which action it is, and what it changes.

A line that starts with a slash is a command. Anything else is a fact, a denial or a `forget`, as in
a file in flow style. A mistake changes nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from dragoman.advice.statement_wording import wording_of
from dragoman.conversation.actions import ACTIONS
from dragoman.conversation.examples import example_facts
from dragoman.conversation.state import State
from dragoman.errors import Finding, Place
from dragoman.form import form
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.assemble import forget_in, read_chat_fact
from dragoman.situation.forms import Said, Statement
from dragoman.situation.reader import FactReader
from dragoman.situation.spread import statements_of
from dragoman.situation.typed import typed
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, Node, shorten
from dragoman.source.reading import Reading


@form
class Command:
    """A slash command."""

    name: str
    argument: str


@form
class Told:
    """A line that changed what is said."""

    understood: tuple[str, ...]
    """The sentences that it was understood as."""
    statements: tuple[Statement, ...] = ()
    """What was stated; nothing where something was forgotten."""


@form
class Mistaken:
    """A line that could not be understood."""

    findings: tuple[Finding, ...]


Outcome = Command | Told | Mistaken


def say(rulebook: Rulebook, state: State, text: str) -> tuple[State, Outcome]:
    """The state after `text`, and what it was understood as."""
    state = dataclasses.replace(state, line=state.line + 1)
    place = Place(f"chat line {state.line}")
    if text.strip().startswith("/"):
        return state, _command(text.strip(), place)
    reading = Reading("FA")
    node = typed(reading, place.source, text)
    if isinstance(node, Mapping) and not reading.findings:
        return _statement(rulebook, state, reading, node)
    if not reading.findings:
        such = next((f" such as '{fact}'" for fact in example_facts(rulebook)), "")
        reading.note(place, "012", f"write a fact{such}, or /help")
    return state, Mistaken(tuple(reading.findings))


def undo(state: State) -> State | None:
    """The state before the last change, or None if nothing was changed. The line count goes on."""
    if state.before is None:
        return None
    return dataclasses.replace(state.before, line=state.line)


def _command(text: str, place: Place) -> Command | Mistaken:
    word, _, argument = text[1:].partition(" ")
    argument = argument.strip()
    action = ACTIONS.get(word)
    if action is None:
        names = [f"/{name}" for name in ACTIONS]
        hint = did_you_mean(f"/{word}", names) or f"; there are {', '.join(names)}"
        message = f"there is no command '/{shorten(word)}'{hint}"
        return Mistaken((Finding(place, "FA013", message),))
    if action.needs_argument and not argument:
        return Mistaken((Finding(place, "FA011", f"'/{word}' needs {action.argument}: {action.help}"),))
    return Command(word, argument)


def _statement(rulebook: Rulebook, state: State, reading: Reading, node: Mapping) -> tuple[State, Outcome]:
    forget = node.get("forget")
    if forget is not None:
        return _forget(rulebook, state, reading, node, forget)
    said = read_chat_fact(rulebook, reading, node)
    if said is None or reading.findings:
        return state, Mistaken(tuple(reading.findings))
    statements = statements_of(rulebook, said)
    return state.changed(state.situation.adding(statements)), Told(sentences(rulebook, statements), statements)


def _forget(rulebook: Rulebook, state: State, reading: Reading, node: Mapping, forget: Node) -> tuple[State, Outcome]:
    if len(node.entries) > 1:
        reading.note(node.place, "012", "a line forgets one thing and says nothing else")
        return state, Mistaken(tuple(reading.findings))
    pattern = FactReader(reading, rulebook).read_forget(forget)
    if pattern is None:
        return state, Mistaken(tuple(reading.findings))
    situation, dropped = forget_in(state.situation, pattern)
    if not dropped:
        reading.note(pattern.place, "501", "nothing was said that this would forget; /facts shows what was")
        return state, Mistaken(tuple(reading.findings))
    return state.changed(situation), Told(tuple(f"forgotten: {text}" for text in sentences(rulebook, dropped)))


def sentences(rulebook: Rulebook, statements: Iterable[Statement]) -> tuple[str, ...]:
    """What statements say, each once, with how likely it was said to be.

    What one line said of a whole group is one sentence where nothing of it is missing.
    """
    voices = wording_of(rulebook)
    by_said: dict[Said, list[Statement]] = {}
    for statement in statements:
        by_said.setdefault(statement.said, []).append(statement)
    found = []
    for said, parts in by_said.items():
        is_whole = len(parts) == len(statements_of(rulebook, said))
        for text in [voices.whole(said)] if is_whole else map(voices.says, parts):
            found.append(f"{text} ({said.told_as})" if said.told_as else text)
    return tuple(dict.fromkeys(found))
