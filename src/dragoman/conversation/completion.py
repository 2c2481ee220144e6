"""What may stand in place of the last word of a line: commands, answers to what was asked, names, and what phrases go on with.

Names of files are not among it: whoever knows the disk adds them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.conversation.actions import ACTIONS, Action
from dragoman.conversation.talk import Talk
from dragoman.language.complete import complete
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.assemble import situation_names

FILE = "FILE"
"""How an action of the table calls a file that it is done with."""


def completions(talk: Talk, line: str) -> tuple[str, ...]:
    """What may stand in place of the last word of `line`, or behind it where it ends with a space; each once.

    Raises:
        RulebookError: with all mistakes of the rulebook's phrases.
    """
    begun = line[line.rfind(" ") + 1 :].casefold()
    return tuple(dict.fromkeys(text for text in _candidates(talk, line) if text.casefold().startswith(begun)))


def action_begun(line: str) -> tuple[Action | None, str]:
    """The action whose word a line begins with, with or without a slash, and what stands behind it; None if it has none."""
    word, space, argument = line.lstrip().partition(" ")
    return (ACTIONS.get(word.removeprefix("/")) if space else None), argument


def _candidates(talk: Talk, line: str) -> Iterator[str]:
    action, argument = action_begun(line)
    if action is not None and action.argument and (line.lstrip().startswith("/") or action.needs_argument):
        yield from _arguments(talk.rulebook, action, argument)
        return
    if " " not in line.strip() and not line.endswith(" "):
        yield from (f"/{name}" for name in ACTIONS)
        yield from (word for word in ACTIONS if line)
        asked = talk.state.question
        if asked is not None:
            yield from (one.words for one in asked.answers)
    if not line.lstrip().startswith("/"):
        yield from (one.text for one in complete(line, talk.rulebook))


def _arguments(rulebook: Rulebook, action: Action, argument: str) -> Iterator[str]:
    """What an action is done with, by what the table calls it."""
    match action.argument.strip("[]"):
        case "FACT":
            yield from (one.text for one in complete(argument, rulebook))
        case "RULE":
            yield from rulebook.rules
        case "WHAT":
            yield from (name for name in rulebook.facts if rulebook.levels.get(name))
        case "WHOM" | "A B":
            yield from (one.title for one in rulebook.entities.values())
        case "FILE" if action.name == "load":
            yield from situation_names(rulebook)
