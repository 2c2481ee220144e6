"""The table of actions: one entry feeds the slash commands, the help, and the keys of the app."""

from __future__ import annotations

from dragoman.form import form


@form
class Action:
    """Something that can be done in a session."""

    name: str
    """The word after the slash."""
    argument: str
    """What follows it, for the help: empty, `NAME`, `FILE`."""
    help: str
    needs_argument: bool = False
    key: str = ""
    """The key that does it in the app, or empty."""


ACTIONS: dict[str, Action] = {
    action.name: action
    for action in (
        Action("why", "NAME", "the proof of a conclusion, by its name", needs_argument=True),
        Action("audit", "[RULE]", "every rule that fired, in order", key="f3"),
        Action("facts", "", "what has been said, and whose word it is", key="f2"),
        Action("load", "FILE", "start again from a file or a situation of the rulebook", needs_argument=True),
        Action("undo", "", "take back the last change", key="ctrl+z"),
        Action("help", "", "what can be typed", key="f1"),
        Action("quit", "", "leave", key="ctrl+q"),
    )
}


def asked_in(text: str) -> Action | None:
    """The action that a line asks for: the one whose word follows a slash at its beginning."""
    word = text.strip().partition(" ")[0]
    return ACTIONS.get(word[1:]) if word.startswith("/") else None
